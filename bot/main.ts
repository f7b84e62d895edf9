import { enableCompileCache } from 'node:module';

// Spares later starts the stripping and compiling; what is imported statically would come too early for it.
enableCompileCache();
const { answerArguments } = await import('./start-arguments.ts');

const answer = answerArguments(process.argv.slice(2), process.env);
if (answer === undefined) {
  const { runService } = await import('./run-service.ts');
  await runService();
} else {
  const stream = answer.exitCode === 0 ? process.stdout : process.stderr;
  stream.write(`${answer.text}\n`);
  process.exitCode = answer.exitCode;
}
