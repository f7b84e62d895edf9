import { languageOf } from '../core/text/language.ts';
import { START_TEXT } from '../core/text/start-text.ts';
import { systemClock } from './clock.ts';
import { type Config, ConfigError, loadDotEnv, readConfig, refuseOpenLocalWorkspace } from './config.ts';
import { builtPage } from './local/build-page.ts';
import { fillWorkspace } from './local/fill-workspace.ts';
import { followClock } from './local/follow-clock.ts';
import { LOCAL_TEAM } from './local/local-members.ts';
import { createMovableClock } from './local/movable-clock.ts';
import { startTerminal, type Terminal } from './local/terminal.ts';
import { createLog, type Logger } from './log.ts';
import { openSheets } from './open-sheets.ts';
import { loadSearch, productUseCases } from './product-use-cases.ts';
import { type Service, startService } from './service.ts';
import { StartError } from './start-error.ts';
import { type LocalWorkspace, startLocalWorkspace } from './start-local.ts';
import { countCustomers } from './store/count-customers.ts';
import type { Database } from './store/database.ts';
import { DatabaseError } from './store/database-error.ts';
import { stoppable } from './store/stoppable.ts';
import { terminalLocale } from './terminal-locale.ts';
import { resolveWorkspace } from './use-cases/resolve-workspace.ts';

/** A person who waits for Google's answer is told after that long that there is none. */
const LONGEST_ASKED_MS = 45_000;

/** From Ctrl-C one signal comes twice: from the terminal and again through npm. A later one means impatience. */
const SAME_SIGNAL_MS = 1000;
/** A start that does not end by itself within this time after a signal is cut off. */
const END_START_MS = 5000;
/** A stop too; what the database has under way then is rolled back by it. */
const END_STOP_MS = 9500;

/** Runs the service until it is asked to stop. Exit codes: 0 stopped as asked, 1 something broke, 2 a setting is wrong. */
export async function runService(): Promise<void> {
  const config = configOrExit();
  const log = createLog(config.logLevel);
  const isLocal = config.slack.mode === 'local';
  // In the local workspace, and only there, time can be moved.
  const movableClock = createMovableClock();
  const clock = isLocal ? movableClock : systemClock;
  const stopping = new AbortController();
  const pageFolder = isLocal ? builtPage(stopping.signal) : null;
  let local: LocalWorkspace | undefined;
  let service: Service | undefined;

  let stoppedAt = Number.POSITIVE_INFINITY;
  const stop = async () => {
    if (performance.now() - stoppedAt > SAME_SIGNAL_MS) process.exit(1);
    if (stopping.signal.aborted) return;
    stoppedAt = performance.now();
    stopping.abort();
    // A start under way sees the signal and closes what it opened.
    if (service === undefined) {
      setTimeout(() => process.exit(0), END_START_MS).unref();
      return;
    }
    setTimeout(() => process.exit(0), END_STOP_MS).unref();
    await local?.closePage();
    await service.stop();
    await local?.slack.stop();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
  const survive = async (error: unknown) => {
    const { isSocketFault } = await import('./listeners/slack-error.ts');
    log.error({ err: error }, isSocketFault(error) ? 'the connection to Slack failed' : 'unexpected error');
    if (!isSocketFault(error)) process.exit(1);
    service?.reviveSlack();
  };
  /** For what was on file before there were follow-ups, or was cut off: nobody waits for it but whoever asks before that. */
  const catchUp = async (db: Database) => {
    try {
      const { catchUpEverywhere } = await import('./use-cases/refresh-follow-ups.ts');
      await catchUpEverywhere({ db, clock });
    } catch (error) {
      if (!stopping.signal.aborted) log.error({ err: error }, 'follow-ups could not be brought up to date');
    }
  };
  process.on('unhandledRejection', (error) => void survive(error));

  try {
    service = await startService({
      config,
      log,
      say,
      clock,
      signal: stopping.signal,
      product: async ({ db }, connected) => {
        const workspaceId = await resolveWorkspace({ db, clock }, { connected });
        if (local !== undefined) {
          await fillWorkspace({ db, clock }, workspaceId, [...local.slack.workspace.users.values()]);
        }
        const open = () => openSheets(config, { db, signal: stopping.signal, totalMs: LONGEST_ASKED_MS });
        return productUseCases(db, clock, config.admins, open);
      },
      slack: async ({ db }) => {
        if (config.slack.mode !== 'local') return config.slack;
        const { fileUploads } = config;
        const dataDir = config.dataDir.startsWith('memory://') ? null : config.dataDir;
        const folder = await pageFolder;
        local = await startLocalWorkspace({ db, clock: movableClock, log, folder, dataDir, fileUploads });
        return local.connection;
      },
      ...(isLocal && {
        page: () => local?.page ?? null,
        followClock: (look: () => void) => followClock(movableClock, look),
      }),
    });
  } catch (error) {
    if (stopping.signal.aborted) process.exit(0);
    exitOver(error, log);
  }
  if (local === undefined)
    print(`Tierbook on Node ${process.version}: ${MODES[config.slack.mode]}, ${service.address}`);
  const terminal = local && (await openTerminal(local, service));
  // Ready; now what the first question will need, and what is due.
  void loadSearch();
  service.startJobs();
  void catchUp(stoppable(service.connection.db, stopping.signal));
  if ((await terminal?.ended) === 'left') await stop();
}

const MODES = { local: 'local workspace', socket: 'Slack over Socket Mode', http: 'Slack over HTTP at /slack/events' };

/** Prints three lines and takes commands. On a terminal the last of them is the terminal's own welcome. */
async function openTerminal(local: LocalWorkspace, service: Service): Promise<Terminal> {
  const text = START_TEXT[terminalLanguage()];
  print(text.running(process.version, service.address));
  print(text.customers(await countCustomers(service.connection.db, LOCAL_TEAM.id)));
  if (!process.stdin.isTTY) print(text.tryIt);
  return startTerminal({ slack: local.slack, input: process.stdin, output: process.stdout });
}

/** `zh_CN.UTF-8` → zh-CN, by the variables that every program on a terminal goes by. */
function terminalLanguage() {
  return languageOf(terminalLocale(process.env));
}

function configOrExit(): Config {
  try {
    loadDotEnv();
    const config = readConfig(process.env);
    refuseOpenLocalWorkspace(config);
    return config;
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

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
