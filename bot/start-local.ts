import type { SlackConnection } from './listeners/slack-app.ts';
import { type SlackServer, startSlackServer } from './local/slack-server.ts';
import manifest from './manifest.json' with { type: 'json' };

/** The stand-in for Slack, and how the app connects to it. */
export interface LocalSlack {
  readonly server: SlackServer;
  readonly connection: SlackConnection;
}

/** Starts a stand-in for Slack in which the app is installed as its manifest says. */
export async function startLocalSlack(): Promise<LocalSlack> {
  const server = await startSlackServer({
    scopes: manifest.oauth_config.scopes.bot,
    commands: manifest.features.slash_commands.map((each) => ({
      command: each.command,
      description: each.description,
      usageHint: each.usage_hint,
      shouldEscape: each.should_escape,
    })),
  });
  const { botToken, appToken, apiUrl } = server;
  return { server, connection: { mode: 'socket', botToken, appToken, apiUrl } };
}
