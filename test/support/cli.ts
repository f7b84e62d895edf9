import { Readable, Writable } from 'node:stream';
import { runCli } from '../../bot/cli/run-cli.ts';
import { connectPglite } from '../../bot/store/connect-pglite.ts';

/** What a command printed and how it ended. */
export interface CliRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The moment of the first command; each later one runs a second after the one before. */
const FIRST_COMMAND_AT = Date.parse('2026-11-22T09:00:00Z');
let commands = 0;

/** Runs one command in this process. `env` starts empty, so that the machine's own settings play no part. */
export async function cli(
  argv: readonly string[],
  options: { readonly stdin?: string | Buffer; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<CliRun> {
  const now = new Date(FIRST_COMMAND_AT + 1000 * commands);
  commands += 1;
  const stdout = new Collected();
  const stderr = new Collected();
  const exitCode = await runCli(argv, {
    stdin: Readable.from(options.stdin === undefined ? [] : [Buffer.from(options.stdin)]),
    stdout,
    stderr,
    env: options.env ?? {},
    clock: { now: () => now },
  });
  return { exitCode, stdout: stdout.text(), stderr: stderr.text() };
}

/** A data folder that is open. */
export interface KeptOpen {
  close(): Promise<void>;
}

/**
 * Keeps a data folder open until it is closed. Commands work through it as they do beside a running service; by itself each would
 * open PGlite anew, which takes a second and is tested where it matters: see database-commands.test.ts.
 */
export function keepOpen(dataDir: string): Promise<KeptOpen> {
  return connectPglite(dataDir);
}

class Collected extends Writable {
  private readonly chunks: Buffer[] = [];

  text(): string {
    return Buffer.concat(this.chunks).toString('utf8');
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.chunks.push(chunk);
    done();
  }
}
