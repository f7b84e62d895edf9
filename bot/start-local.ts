import type { RequestListener } from 'node:http';
import { appManifest, declaredShortcuts } from './app-manifest.ts';
import type { SlackConnection } from './listeners/slack-app.ts';
import { LOCAL_TEAM } from './local/local-members.ts';
import { systemTime } from './local/local-time.ts';
import type { MovableClock } from './local/movable-clock.ts';
import { createPageServer } from './local/page-server/page-server.ts';
import { createSheetAccess } from './local/sheet/sheet-access.ts';
import { besidePage } from './local/sheets-api/beside-page.ts';
import { startWorkspaceGoogle, type WorkspaceGoogle } from './local/sheets-api/workspace-google.ts';
import { type SlackServer, startSlackServer } from './local/slack-server.ts';
import { tableImporter } from './local/table-importer.ts';
import type { Logger } from './log.ts';
import type { Database } from './store/database.ts';
import { forgetDeliveries } from './store/deliveries.ts';
import { findRoles } from './use-cases/members.ts';

/** The local workspace: a stand-in for Slack with people in it, and the page on which to act for them. */
export interface LocalWorkspace {
  readonly slack: SlackServer;
  /** How the app connects to it. */
  readonly connection: SlackConnection;
  /** The workbook of the page *Sheet* as Google Sheets, and how the app signs in there. */
  readonly google: WorkspaceGoogle;
  /** The page, and on the same port the Sheets API for other processes. */
  readonly page: RequestListener;
  /** Ends the streams of open pages, which would keep the HTTP server from closing, and keeps the workbook. */
  readonly closePage: () => Promise<void>;
}

/** Starts a stand-in for Slack in which the app is installed as its manifest says, and the page's server. */
export async function startLocalWorkspace(parts: {
  readonly db: Database;
  readonly clock: MovableClock;
  readonly log: Logger;
  /** The built page's folder; null when there is none. */
  readonly folder: string | null;
  /** Where the workbook of the page *Sheet* is kept; null: nowhere. */
  readonly dataDir: string | null;
  /** Whether the app takes tables that are posted to it. */
  readonly fileUploads: boolean;
}): Promise<LocalWorkspace> {
  const { clock, dataDir, db, fileUploads, folder, log } = parts;
  const manifest = appManifest({ fileUploads });
  const commands = manifest.features.slash_commands.map((each) => ({
    command: each.command,
    description: each.description,
    usageHint: each.usage_hint,
    shouldEscape: each.should_escape,
  }));
  const shortcuts = declaredShortcuts(manifest);
  const slack = await startSlackServer({
    time: systemTime(() => clock.now().getTime()),
    scopes: manifest.oauth_config.scopes.bot,
    events: manifest.settings.event_subscriptions.bot_events,
    commands,
    shortcuts,
  });
  // The stand-in has forgotten all messages: what was posted today is to be seen again.
  await forgetDeliveries(db, LOCAL_TEAM.id);
  const onError = (error: unknown) => log.error({ err: error }, 'the page was not answered');
  const sheet = createSheetAccess({ folder: dataDir, now: () => clock.now().getTime(), onError });
  const google = await startWorkspaceGoogle({
    sheet,
    people: () => [...slack.workspace.users.values()].filter(({ isBot }) => !isBot),
    folder: dataDir,
    onError,
  });
  const page = createPageServer({
    slack,
    clock,
    commands,
    shortcuts,
    roles: () => findRoles(db, LOCAL_TEAM.id),
    takesFiles: fileUploads,
    tables: tableImporter({ db, clock }, LOCAL_TEAM.id),
    folder,
    sheet,
    onError,
  });
  const { apiUrl, appToken, botToken } = slack;
  return {
    slack,
    connection: { mode: 'socket', botToken, appToken, apiUrl },
    google,
    page: besidePage(google.handle, page.handle),
    async closePage() {
      page.close();
      await google.close();
      await sheet.close();
    },
  };
}
