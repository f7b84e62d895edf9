import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { Registry } from 'prom-client';
import { appManifest, declaredShortcuts } from '../../bot/app-manifest.ts';
import type { Clock } from '../../bot/clock.ts';
import type { Config } from '../../bot/config.ts';
import { startHttpServer } from '../../bot/http-server.ts';
import { createPeople } from '../../bot/listeners/people.ts';
import type { UseCases } from '../../bot/listeners/services.ts';
import { createSlackApp, interactiveClient, type SlackConnection } from '../../bot/listeners/slack-app.ts';
import { slackIdentity } from '../../bot/listeners/slack-identity.ts';
import { type SlackServer, startSlackServer } from '../../bot/local/slack-server.ts';
import type { StoredMessage } from '../../bot/local/workspace-state.ts';
import { createLog } from '../../bot/log.ts';
import type { Database, Tables } from '../../bot/store/database.ts';

/** The real app beside the stand-in for Slack. */
export interface SlackAppHarness {
  readonly slack: SlackServer;
  /** Log entries, parsed. */
  readonly log: Record<string, unknown>[];
  /** Replaces use cases for one test. */
  readonly useCases: { -readonly [K in keyof UseCases]: UseCases[K] };
  /** Where signed requests go; null in Socket Mode. */
  readonly requestUrl: string | null;
  /** Resolves once nothing is being answered any more. */
  settled(): Promise<void>;
  /** What a person sees in `#sales` since the last call. */
  seenBy(name: string, channel?: string): StoredMessage[];
  stop(): Promise<void>;
}

/** Every query gives no rows. */
const NO_DATABASE = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** What a test may want otherwise. */
interface HarnessOptions {
  readonly loadingAfterMs?: number;
  readonly botToken?: string;
  readonly appToken?: string;
  /** Default: one that gives no rows. */
  readonly db?: Database;
  /** Default: the machine's clock. */
  readonly clock?: Clock;
  /** Installs the app with the rights to read posted files; default false. */
  readonly fileUploads?: boolean;
  /** Whether the app takes posted files; default as it is installed. */
  readonly takesFiles?: boolean;
  /** In place of the manifest's. */
  readonly scopes?: readonly string[];
  /** Another app's, beside which this one runs as a second process would; the other one stops it. Default: one of its own. */
  readonly slack?: SlackServer;
}

/** Starts the app against a stand-in of its own; a start that fails leaves the stand-in to the end of the process. */
export async function startSlackApp(
  mode: Exclude<Config['slack']['mode'], 'local'>,
  useCases: UseCases,
  options: HarnessOptions = {},
): Promise<SlackAppHarness> {
  const { fileUploads = false } = options;
  const manifest = appManifest({ fileUploads });
  const commands = manifest.features.slash_commands.map((each) => ({
    command: each.command,
    shouldEscape: each.should_escape,
  }));
  const slack =
    options.slack ??
    (await startSlackServer({
      commands: [...commands, { command: '/other' }],
      shortcuts: [...declaredShortcuts(manifest), { callbackId: 'unknown', type: 'global', name: 'Other' }],
      scopes: options.scopes ?? manifest.oauth_config.scopes.bot,
      events: manifest.settings.event_subscriptions.bot_events,
    }));
  const lines: Record<string, unknown>[] = [];
  const log = createLog('info', { write: (line) => lines.push(entryOf(line)) });
  const common = { botToken: options.botToken ?? slack.botToken, apiUrl: slack.apiUrl };
  const connection: SlackConnection =
    mode === 'socket'
      ? { mode, ...common, appToken: options.appToken ?? slack.appToken }
      : { mode, ...common, signingSecret: slack.signingSecret };
  const client = interactiveClient(connection, log);
  const { workspace, ...identity } = await slackIdentity(client, () => undefined, new AbortController().signal);
  const clock = options.clock ?? { now: () => new Date() };
  const current = { ...useCases };
  const idle = idleSignal();
  const app = createSlackApp(
    connection,
    identity,
    {
      workspace,
      clock,
      log,
      db: options.db ?? NO_DATABASE,
      people: createPeople(client, clock, log),
      useCases: current,
      health: async () => ({ database: true, slack: app.isConnected() }),
      version: '1.2.3',
      takesFiles: options.takesFiles ?? fileUploads,
      loadingAfterMs: options.loadingAfterMs ?? 1500,
    },
    { begin: () => idle.begin(), duplicate: () => undefined },
  );
  const http = await startHttpServer('127.0.0.1', 0, {
    metrics: new Registry(),
    readiness: async () => ({ slack: app.isConnected() }),
    slackRequests: () => app.requests,
  });
  const requestUrl = mode === 'http' ? `${http.address}/slack/events` : null;
  if (requestUrl !== null && !(await slack.useRequestUrl(requestUrl)))
    throw new Error('The challenge was not answered.');
  await app.start();
  const shown = new Map<string, number>();
  return {
    slack,
    log: lines,
    useCases: current,
    requestUrl,
    settled: () => idle.settled(),
    seenBy(name, channel = 'C0SALES') {
      const visible = slack.person(name).visibleMessages(channel);
      const from = shown.get(name + channel) ?? 0;
      shown.set(name + channel, visible.length);
      return visible.slice(from);
    },
    async stop() {
      await app.stop();
      if (options.slack === undefined) await slack.stop();
      await http.close();
    },
  };
}

function idleSignal() {
  let underWay = 0;
  let waiting: (() => void)[] = [];
  return {
    begin() {
      underWay += 1;
      return () => {
        underWay -= 1;
        if (underWay > 0) return;
        for (const resolve of waiting) resolve();
        waiting = [];
      };
    },
    settled: () => (underWay === 0 ? Promise.resolve() : new Promise<void>((resolve) => waiting.push(resolve))),
  };
}

function entryOf(line: string): Record<string, unknown> {
  const entry: unknown = JSON.parse(line);
  return typeof entry === 'object' && entry !== null ? { ...entry } : {};
}
