import { enableCompileCache } from 'node:module';

// Spares later calls the stripping and compiling; what is imported statically would come too early for it.
enableCompileCache();
const { systemClock } = await import('../clock.ts');
const { loadDotEnv } = await import('../config.ts');
const { runCli, tellError } = await import('./run-cli.ts');

loadDotEnv();

const argv = process.argv.slice(2);
const io = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  clock: systemClock,
};

// A reader that has seen enough (`| head`) closes the pipe; that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.exit(tellError(argv, io, error));
});

const exitCode = await runCli(argv, io);
await Promise.all([drained(process.stdout), drained(process.stderr)]);
// A database that could not be opened leaves a timer, for which the process would wait for ever.
process.exit(exitCode);

/** Waits until the reader has all that was written. */
function drained(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()));
}
