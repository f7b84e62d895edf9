import { systemClock } from './clock.ts';
import { type Config, ConfigError, loadDotEnv, readConfig } from './config.ts';
import { isSocketFault } from './listeners/slack-error.ts';
import { createLog, type Logger } from './log.ts';
import { type Service, startService } from './service.ts';
import { StartError } from './start-error.ts';
import { DatabaseError } from './store/database-error.ts';

/** Runs the service until it is asked to stop. Exit codes: 0 stopped as asked, 1 something broke, 2 a setting is wrong. */
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
  process.on('unhandledRejection', (error) => {
    if (!isSocketFault(error)) throw error;
    log.error({ err: error }, 'the connection to Slack failed');
    service?.reviveSlack();
  });

  try {
    service = await startService({ config, log, say, clock: systemClock, signal: stopping.signal });
    process.stdout.write(`${startLine(config, service.address)}\n`);
  } catch (error) {
    if (stopping.signal.aborted) process.exit(0);
    exitOver(error, log);
  }
}

function configOrExit(): Config {
  try {
    loadDotEnv();
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    say(error.message);
    return process.exit(2);
  }
}

function exitOver(error: unknown, log: Logger): never {
  if (error instanceof StartError || error instanceof DatabaseError) {
    say(error.message);
    process.exit(2);
  }
  log.error({ err: error }, 'could not start');
  process.exit(1);
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

const MODES = { local: 'local workspace', socket: 'Slack over Socket Mode', http: 'Slack over HTTP at /slack/events' };

function startLine(config: Config, address: string): string {
  return `Tierbook on Node ${process.version}: ${MODES[config.slack.mode]}, ${address}`;
}

await main();
