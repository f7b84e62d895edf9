import { enableCompileCache } from 'node:module';

// Spares later calls the stripping and compiling; what is imported statically would come too early for it.
enableCompileCache();
const { systemClock } = await import('../clock.ts');
const { loadDotEnv } = await import('../config.ts');
const { runCli } = await import('./run-cli.ts');

loadDotEnv();

// A reader that has seen enough (`| head`) closes the pipe; that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runCli(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  clock: systemClock,
});
