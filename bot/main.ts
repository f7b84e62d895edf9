import { systemClock } from './clock.ts';
import { type Config, ConfigError, loadDotEnv, readConfig } from './config.ts';
import { isSocketFault } from './listeners/slack-error.ts';
import { createLog, type Logger } from './log.ts';
import { type Service, startService } from './service.ts';
import { StartError } from './start-error.ts';
import { DatabaseError } from './store/database-error.ts';

const say = (sentence: string) => process.stderr.write(`${sentence}\n`);

/** Exit codes: 0 stopped as asked, 1 something broke, 2 a setting is wrong or a needed thing cannot be had. */
async function main(): Promise<void> {
  const config = configOrExit();
  const log = createLog(config.logLevel);
  const stopping = new AbortController();
  let service: Service | undefined;

  const stop = async () => {
    if (stopping.signal.aborted) process.exit(1);
    stopping.abort();
    await service?.stop();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
  process.on('unhandledRejection', (error) => onUnhandled(error, service, log));

  try {
    service = await startService({ config, log, say, signal: stopping.signal, clock: systemClock });
    process.stdout.write(`${startLine(config, service.address)}\n`);
  } catch (error) {
    if (stopping.signal.aborted) process.exit(0);
    if (!(error instanceof StartError || error instanceof DatabaseError)) throw error;
    say(error.message);
    process.exit(2);
  }
}
