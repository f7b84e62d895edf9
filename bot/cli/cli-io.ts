import type { Readable, Writable } from 'node:stream';
import type { Clock } from '../clock.ts';

/** What a command may touch of the outside world. */
export interface CliIo {
  readonly stdin: Readable;
  /** Results, and nothing else. */
  readonly stdout: Writable;
  /** Progress and problems. */
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
}

/** Wrong use or bad input: one line for stderr, exit code 2. */
export class CliError extends Error {
  override readonly name = 'CliError';
}

/** Writes one line to stderr. */
export function tell(io: CliIo, line: string): void {
  io.stderr.write(`${line}\n`);
}

/** Writes `text` to stdout and waits until the reader keeps up, so that a long result does not pile up in memory. */
export async function print(io: CliIo, text: string): Promise<void> {
  if (!io.stdout.write(text)) await new Promise<void>((resolve) => io.stdout.once('drain', () => resolve()));
}
