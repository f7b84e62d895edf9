import path from 'node:path';

/** What a search for a browser looks at. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  isFile(file: string): boolean;
}

/** By the names under which Linux distributions install them; the last is Edge, a Chromium too. */
const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The Chromium to test with: `CHROMIUM_PATH`, else the first at the usual places of the system; undefined when there is
 * none. Throws when `CHROMIUM_PATH` names no file.
 */
export function findBrowser(machine: Machine): string | undefined {
  const given = machine.env['CHROMIUM_PATH'];
  if (given === undefined || given === '') return usualPlaces(machine).find((file) => machine.isFile(file));
  if (machine.isFile(given)) return given;
  throw new Error(`CHROMIUM_PATH is ${given}, where there is no file: set it to Chromium's executable, or unset it.`);
}

function usualPlaces({ env, platform }: Machine): string[] {
  const { HOME: home = '', LOCALAPPDATA: local, ProgramFiles: programs, PATH = '' } = env;
  if (platform === 'darwin') {
    const folders = ['/Applications', path.posix.join(home, 'Applications')];
    return everyPair(MAC_APPS, folders, (app, folder) => `${folder}/${app}.app/Contents/MacOS/${app}`);
  }
  if (platform === 'win32') {
    const folders = [programs, env['ProgramFiles(x86)'], local].filter((folder) => folder !== undefined);
    return everyPair(WINDOWS_PROGRAMS, folders, (program, folder) => path.win32.join(folder, program));
  }
  const folders = [...PATH.split(':').filter(Boolean), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return everyPair(COMMANDS, folders, (command, folder) => path.posix.join(folder, command));
}

/** The better browser comes first, wherever it is. */
function everyPair(
  names: readonly string[],
  folders: readonly string[],
  join: (name: string, folder: string) => string,
): string[] {
  return names.flatMap((name) => folders.map((folder) => join(name, folder)));
}
