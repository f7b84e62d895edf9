import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../bot/main.ts', import.meta.url));

/** The service in a process of its own, as `npm start` runs it. */
export interface MainProcess {
  readonly process: ChildProcess;
  stdout(): string;
  stderr(): string;
  /** Resolves when stdout holds `part`, or the process has ended. */
  shows(part: string): Promise<void>;
  /** The exit code. */
  readonly ended: Promise<unknown>;
}

/**
 * Starts the service in `folder`, on a free port and with nothing of this machine's settings but `environment`: a folder
 * of its own keeps the developer's `.env` and data out.
 */
export function startMain(
  folder: string,
  environment: Readonly<Record<string, string>>,
  argv: readonly string[] = [],
): MainProcess {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [MAIN, ...argv], { cwd: folder, env: { PATH, PORT: '0', ...environment } });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data) => {
    stdout += String(data);
    child.emit('shown');
  });
  child.stderr.on('data', (data) => {
    stderr += String(data);
  });
  const ended = once(child, 'close').then(([code]: unknown[]) => code);
  return {
    process: child,
    stdout: () => stdout,
    stderr: () => stderr,
    async shows(part) {
      while (!stdout.includes(part) && child.exitCode === null) await Promise.race([once(child, 'shown'), ended]);
    },
    ended,
  };
}
