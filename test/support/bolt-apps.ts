import { createServer, Server } from 'node:http';
import { App, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { SlackServer } from '../../bot/local/slack-server.ts';

/** A logger that says nothing. */
export const SILENT: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

/** The unmodified Bolt app, connected to the stand-in by Socket Mode; `clientPingTimeout` is also its wait before it reconnects. */
export async function startSocketApp(
  slack: SlackServer,
  listen: (app: App) => void,
  clientPingTimeout = 5000,
): Promise<App> {
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logger: SILENT,
    clientPingTimeout,
    installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
  });
  const app = new App({
    token: slack.botToken,
    receiver,
    logger: SILENT,
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
  listen(app);
  await app.start();
  return app;
}

/**
 * The unmodified Bolt app behind a request URL on this machine; the stand-in sends it signed requests. With
 * `answersLast` it acknowledges an event only when its listener is through, as on a server that is frozen in between.
 */
export async function startHttpApp(
  slack: SlackServer,
  listen: (app: App) => void,
  options: { readonly port?: number; readonly answersLast?: boolean } = {},
): Promise<{ requestUrl: string; stop(): Promise<void> }> {
  const port = options.port ?? (await freePort());
  const app = new App({
    token: slack.botToken,
    signingSecret: slack.signingSecret,
    processBeforeResponse: options.answersLast ?? false,
    logger: SILENT,
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
  listen(app);
  const server = await app.start(port);
  return {
    requestUrl: `http://127.0.0.1:${port}/slack/events`,
    async stop() {
      const stopped = app.stop();
      // Otherwise it waits for seconds until a connection that has just been used goes away by itself.
      if (server instanceof Server) server.closeAllConnections();
      await stopped;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
