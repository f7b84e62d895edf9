import type { RequestListener } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { ConnectedSlack } from './connect-slack.ts';
import { type HttpServer, startHttpServer } from './http-server.ts';
import { type BackgroundJobs, startInBackground } from './jobs/background-jobs.ts';
import type { UseCases } from './listeners/services.ts';
import type { SlackConnection } from './listeners/slack-app.ts';
import type { Logger } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { openDatabase } from './open-database.ts';
import { openSheets } from './open-sheets.ts';
import type { Connection } from './store/connect.ts';
import { countOpenDeliveries } from './store/deliveries.ts';
import { isAnswering } from './store/is-answering.ts';

/** What the service is built from. */
export interface ServiceParts {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Logger;
  /** Where Slack is; called once the database is ready, so that the local stand-in starts last. */
  readonly slack: (connection: Connection) => Promise<SlackConnection>;
  /** Makes the workspace ready and gives the use cases. */
  readonly product: (connection: Connection, workspaceId: string) => Promise<UseCases>;
  /** The local workspace's page; null before it is up. Left out when Slack is the real one. */
  readonly page?: () => RequestListener | null;
  /** Calls its argument whenever the clock was moved; left out where it cannot be. */
  readonly followClock?: (look: () => void) => () => void;
  /** Told one sentence whenever the start has to wait for something. */
  readonly say: (sentence: string) => void;
  /** Ends a start that is under way. */
  readonly signal: AbortSignal;
}

/** The running service. */
export interface Service {
  /** Where health and metrics are served, and over HTTP Slack's requests. */
  readonly address: string;
  readonly connection: Connection;
  /** Looks after a Slack connection that its library gave up. */
  reviveSlack(): void;
  /**
   * Starts the clock and the queue in the background, so that nobody waits for them; until they are up, and when they
   * cannot look for what is due, the service is not ready. Only once, and of no effect in a process that works through
   * another one's database, which runs the jobs.
   */
  startJobs(): void;
  /**
   * Stops looking for what is due, lets jobs and answers under way come to their end, then disconnects from Slack, then
   * closes the HTTP server and the database.
   */
  stop(): Promise<void>;
}

const DRAIN_MS = 8000;

/**
 * Starts the service: health first, so that a process that waits can be seen to be alive; then the database; then Slack.
 * What was opened is closed again when a later step fails. Throws StartError and DatabaseError.
 */
export async function startService(parts: ServiceParts): Promise<Service> {
  const { config, log } = parts;
  const metrics = createMetrics(true);
  let connection: Connection | undefined;
  let slack: ConnectedSlack | undefined;
  let jobs: BackgroundJobs | undefined;
  const health = async () => ({
    database: connection !== undefined && (await isAnswering(connection.db)),
    slack: slack?.app.isConnected() ?? false,
    ...(connection?.queue !== null && { queue: jobs?.isWell() ?? false }),
  });
  const http = await startHttpServer(config.host, config.port, {
    metrics: metrics.registry,
    readiness: health,
    slackRequests: () => slack?.app.requests ?? null,
    ...(parts.page && { page: parts.page }),
  });
  // Loaded while the database opens, which leaves the processor idle for part of the time.
  const loading = import('./connect-slack.ts');
  try {
    connection = await openDatabase({ ...config, say: parts.say, signal: parts.signal });
    const { connectSlack } = await loading;
    parts.signal.throwIfAborted();
    slack = await connectSlack({ ...parts, health }, connection, metrics);
    parts.signal.throwIfAborted();
  } catch (error) {
    await slack?.app.stop();
    await http.close();
    await connection?.close();
    throw error;
  }
  const opened = { slack, connection, http, metrics };
  log.info({ address: http.address, mode: config.slack.mode }, 'started');
  return {
    address: http.address,
    connection,
    reviveSlack: () => opened.slack.app.revive(),
    startJobs() {
      const { db, queue: access } = opened.connection;
      if (access === null || jobs !== undefined || parts.signal.aborted) return;
      const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
      const regrade = config.regradeAt === null ? null : { time: config.regradeAt, timeZone };
      const { clock, followClock } = parts;
      const { connection: slackConnection, workspaceId } = opened.slack;
      metrics.showOpenDeliveries(() => countOpenDeliveries(db, workspaceId));
      const deliveries = { workspaceId, connection: slackConnection };
      const { sheetsEveryMinutes: everyMinutes } = config;
      const open = (signal: AbortSignal) => openSheets(config, { db, signal });
      const sheets = everyMinutes === null ? null : { everyMinutes, open };
      const jobParts = { db, access, clock, log, counts: metrics, regrade, sheets, deliveries };
      jobs = startInBackground(followClock === undefined ? jobParts : { ...jobParts, followClock });
    },
    stop: () => stop(opened, jobs, log),
  };
}

interface Opened {
  readonly slack: ConnectedSlack;
  readonly connection: Connection;
  readonly http: HttpServer;
  readonly metrics: Metrics;
}

async function stop(
  { slack, connection, http, metrics }: Opened,
  jobs: BackgroundJobs | undefined,
  log: Logger,
): Promise<void> {
  const jobsEnded = jobs?.stop();
  for (let waitedMs = 0; metrics.underWay() > 0 && waitedMs < DRAIN_MS; waitedMs += 50) await delay(50);
  await jobsEnded;
  await slack.app.stop();
  await http.close();
  await connection.close();
  log.info('stopped');
}
