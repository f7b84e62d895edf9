import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { App } from '@slack/bolt';
import { builtPage } from '../../bot/local/build-page.ts';
import type { LocalShortcut } from '../../bot/local/local-slack.ts';
import { createMovableClock } from '../../bot/local/movable-clock.ts';
import { createPageServer } from '../../bot/local/page-server/page-server.ts';
import { createSheetAccess } from '../../bot/local/sheet/sheet-access.ts';
import { type SlackServer, startSlackServer } from '../../bot/local/slack-server.ts';
import { startSocketApp } from './bolt-apps.ts';

/** The local workspace's page with a bot of the test's own behind it. */
export interface PageAndBot {
  readonly address: string;
  readonly slack: SlackServer;
  readonly app: App;
  stop(): Promise<void>;
}

/** Starts the stand-in, an unmodified Bolt app that does what `listen` registers, and the built page. */
export async function startPageAndBot(
  listen: (app: App) => void,
  shortcuts: readonly LocalShortcut[] = [],
): Promise<PageAndBot> {
  const slack = await startSlackServer({ shortcuts });
  const app = await startSocketApp(slack, listen);
  const page = createPageServer({
    slack,
    clock: createMovableClock(),
    commands: [],
    shortcuts,
    folder: await builtPage(new AbortController().signal),
    tables: {
      preview: () => Promise.reject(new Error('no table')),
      import: () => Promise.reject(new Error('no table')),
      undo: () => Promise.reject(new Error('no table')),
    },
    roles: async () => new Map(),
    takesFiles: false,
    sheet: createSheetAccess({ folder: null, now: Date.now, onError: () => undefined }),
    onError: (error) => {
      throw error;
    },
  });
  const http = createServer(page.handle);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    slack,
    app,
    async stop() {
      page.close();
      http.closeAllConnections();
      http.close();
      await app.stop();
      await slack.stop();
    },
  };
}
