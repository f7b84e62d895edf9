import type { RequestListener } from 'node:http';
import { App, HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import { systemClock } from '../clock.ts';
import type { SlackConfig } from '../config.ts';
import type { Logger } from '../log.ts';
import { StartError } from '../start-error.ts';
import { errorHandler } from './error-handler.ts';
import { homeFollows } from './home/home-events.ts';
import { homeTabs } from './home/home-tabs.ts';
import { registerListeners } from './index.ts';
import { observed, type SlackTraffic } from './observed.ts';
import { postToUrl } from './post-to-url.ts';
import { type EditMessage, listRefresher, listsFollow } from './refresh-lists.ts';
import { seenOnce } from './seen-once.ts';
import type { Services } from './services.ts';
import { slackErrorOf } from './slack-error.ts';
import { slackLogger } from './slack-logger.ts';
import { refusesFutureTimestamps } from './timestamp-guard.ts';

const CALL_TIMEOUT_MS = 10_000;
const REVIVE_AFTER_MS = 30_000;

/** The part of the configuration that a connection to Slack needs. */
export type SlackConnection = Exclude<SlackConfig, { mode: 'local' }>;

/** A Bolt app that is ready to be started. */
export interface SlackApp {
  /** Connects; over HTTP there is nothing to connect. Throws Slack's error when the app token is refused. */
  start(): Promise<void>;
  /** Disconnects; answers under way still go out. */
  stop(): Promise<void>;
  isConnected(): boolean;
  /** Connects anew, in half a minute and again until it works: Slack's library gives up when reconnecting is refused. */
  revive(): void;
  /** What serves `POST /slack/events`; null in Socket Mode. */
  readonly requests: RequestListener | null;
}

/**
 * A client for interactive calls: every call once, at most 10 s, and a rate limit as an error, because a retried
 * `chat.postMessage` may post twice and a person is waiting.
 */
export function interactiveClient(connection: SlackConnection, log: Logger): WebClient {
  return new WebClient(connection.botToken, clientOptions(connection, log));
}

/**
 * Builds the app for either way of delivery. `identity` is what `auth.test` said of the bot. Every client, that of Socket
 * Mode included, uses the connection's `apiUrl`; answers go to the address that comes with the command.
 */
export function createSlackApp(
  connection: SlackConnection,
  identity: { readonly botId: string; readonly botUserId: string },
  services: Services,
  traffic: SlackTraffic,
): SlackApp {
  const { receiver, ...delivery } = createDelivery(connection, services);
  const app = new App({
    receiver,
    token: connection.botToken,
    ...identity,
    clientOptions: { ...clientOptions(connection, services.log), fetch: fetchInTime },
    logger: slackLogger(services.log),
    convoStore: false,
    extendedErrorHandler: true,
  });
  // Slack repeats after real minutes, however fast the local workspace's time is made to go by.
  const seen = seenOnce(systemClock);
  const onError = errorHandler(services, {
    toUrl: postToUrl,
    toChannel: async ({ channel, onlyTo, threadTs }, message) => {
      const where = { channel, ...(threadTs !== undefined && { thread_ts: threadTs }) };
      if (onlyTo === undefined) await app.client.chat.postMessage({ ...where, ...message });
      else await app.client.chat.postEphemeral({ ...where, user: onlyTo, ...message });
    },
  });
  app.use(observed(traffic, seen, onError));
  const edit: EditMessage = async (channel, ts, message) =>
    void (await app.client.chat.update({ channel, ts, ...message }));
  app.use(listsFollow(services, listRefresher(services, edit)));
  const tabs = homeTabs(services, async (userId, view, hash) => {
    const published = await app.client.views.publish({ user_id: userId, view, ...(hash !== undefined && { hash }) });
    return published.view?.hash;
  });
  app.use(homeFollows(tabs));
  registerListeners(app, services, tabs);
  app.error(onError);
  return delivery;
}

function createDelivery(connection: SlackConnection, services: Services): SlackApp & { readonly receiver: Receiver } {
  const logger = slackLogger(services.log);
  if (connection.mode === 'http') {
    const receiver = new HTTPReceiver({ signingSecret: connection.signingSecret, logger });
    return {
      receiver,
      requests: refusesFutureTimestamps(receiver.requestListener, services.clock),
      start: () => Promise.resolve(),
      stop: () => Promise.resolve(),
      isConnected: () => true,
      revive: () => undefined,
    };
  }
  // Its own options: reconnecting is worth repeating, unlike the calls of the app.
  const receiver = new SocketModeReceiver({
    appToken: connection.appToken,
    logger,
    installerOptions: { clientOptions: { slackApiUrl: connection.apiUrl, timeout: CALL_TIMEOUT_MS } },
  });
  return { receiver, requests: null, ...socketConnection(receiver, services.log) };
}

function socketConnection(receiver: SocketModeReceiver, log: Logger): Omit<SlackApp, 'requests'> {
  let connected = false;
  let stopped = false;
  let revival: NodeJS.Timeout | undefined;
  receiver.client.on('connected', () => {
    connected = true;
  });
  for (const event of ['close', 'disconnecting', 'disconnected', 'reconnecting']) {
    receiver.client.on(event, () => {
      connected = false;
    });
  }
  const startAgain = async () => {
    revival = undefined;
    try {
      if (!connected && !stopped) await receiver.start();
    } catch (error) {
      log.error({ err: error }, 'Slack refuses the connection');
      revive();
    }
  };
  const revive = () => {
    if (!connected && !stopped) revival ??= setTimeout(() => void startAgain(), REVIVE_AFTER_MS);
  };
  return {
    async start() {
      try {
        await receiver.start();
      } catch (error) {
        const refused = slackErrorOf(error);
        if (refused === undefined) throw error;
        throw new StartError(
          `SLACK_APP_TOKEN is refused by Slack (${refused}): it needs connections:write and Socket Mode switched on.`,
          { cause: error },
        );
      }
    },
    async stop() {
      stopped = true;
      clearTimeout(revival);
      await receiver.client.disconnect();
    },
    isConnected: () => connected,
    revive,
  };
}

function clientOptions(connection: SlackConnection, log: Logger): WebClientOptions {
  return {
    slackApiUrl: connection.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: CALL_TIMEOUT_MS,
    logger: slackLogger(log),
    // A method name is never an address of its own.
    allowAbsoluteUrls: false,
  };
}

/** Bolt's `respond` sets no time limit of its own. */
const fetchInTime: NonNullable<WebClientOptions['fetch']> = (url, init) =>
  fetch(url, { ...init, signal: init?.signal ?? AbortSignal.timeout(CALL_TIMEOUT_MS) });
