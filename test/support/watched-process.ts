import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** A script of test/support in a process of its own, line by line. */
export interface WatchedProcess {
  /** What it printed so far. */
  readonly lines: readonly string[];
  /** The first line that `matches`, now or later; undefined when it ended without. */
  reached(matches: (line: string) => boolean): Promise<string | undefined>;
  /** Writes a line to its input. */
  tell(line: string): void;
  kill(): void;
  /** Ends its input, which asks it to stop. */
  endInput(): void;
  /** The exit code; null when it was killed. */
  readonly ended: Promise<number | null>;
}

/** Starts `test/support/SCRIPT` on a machine in Berlin; what it says on stderr goes to the test run's. */
export function watchProcess(script: string, args: readonly string[]): WatchedProcess {
  const file = path.resolve('test/support', script);
  const env = { ...process.env, TZ: 'Europe/Berlin' };
  const child = spawn(process.execPath, [file, ...args], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const each of waiting) each();
    waiting.clear();
  };
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    wake();
  });
  const state = { isOver: false };
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => {
      state.isOver = true;
      wake();
      resolve(code);
    });
  });
  return {
    lines,
    async reached(matches) {
      for (;;) {
        const line = lines.find(matches);
        if (line !== undefined || state.isOver) return line;
        await new Promise<void>((resolve) => waiting.add(resolve));
      }
    },
    tell: (line) => void child.stdin.write(`${line}\n`),
    kill: () => void child.kill('SIGKILL'),
    endInput: () => child.stdin.end(),
    ended,
  };
}
