import { spawn } from 'node:child_process';

/** Opens an address in the person's browser, where there is one; where there is none, nothing happens. */
export function openInBrowser(address: string): void {
  const [command, ...words] = COMMANDS[process.platform] ?? ['xdg-open'];
  if (command === undefined) return;
  const started = spawn(command, [...words, address], { stdio: 'ignore', detached: true });
  started.on('error', () => undefined);
  started.unref();
}

const COMMANDS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['open'],
  // `start` would read the address as a command line
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};
