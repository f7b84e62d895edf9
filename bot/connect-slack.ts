import ownPackage from '../package.json' with { type: 'json' };
import type { Health } from './blocks/home/workspace-blocks.ts';
import { systemClock } from './clock.ts';
import { createPeople } from './listeners/people.ts';
import { createSlackApp, interactiveClient, type SlackApp, type SlackConnection } from './listeners/slack-app.ts';
import { slackIdentity } from './listeners/slack-identity.ts';
import type { Metrics } from './metrics.ts';
import type { ServiceParts } from './service.ts';
import type { Connection } from './store/connect.ts';
import { localeOnFile } from './use-cases/members.ts';

const LOADING_AFTER_MS = 1500;

/** The app of a workspace, and what reaches that workspace. */
export interface ConnectedSlack {
  readonly app: SlackApp;
  /** Slack's team id. */
  readonly workspaceId: string;
  readonly connection: SlackConnection;
}

/**
 * Starts the Slack app of a service whose database is ready, and makes its workspace ready. Throws StartError.
 *
 * A module of its own, so that Slack's libraries are loaded only when this is.
 */
export async function connectSlack(
  parts: ServiceParts & { readonly health: () => Promise<Health> },
  connection: Connection,
  metrics: Metrics,
): Promise<ConnectedSlack> {
  const { clock, log } = parts;
  const slack = await parts.slack(connection);
  const client = interactiveClient(slack, log);
  const { workspace, ...identity } = await slackIdentity(client, parts.say, parts.signal);
  const services = {
    workspace,
    clock,
    log,
    db: connection.db,
    // What is remembered of a person grows old in real time, wherever the local workspace's clock is put.
    people: createPeople(client, systemClock, log, (userId) => localeOnFile(connection.db, workspace.id, userId)),
    useCases: await parts.product(connection, workspace.id),
    health: parts.health,
    version: ownPackage.version,
    takesFiles: parts.config.fileUploads,
    loadingAfterMs: LOADING_AFTER_MS,
  };
  const app = createSlackApp(slack, identity, services, metrics);
  await app.start();
  return { app, workspaceId: workspace.id, connection: slack };
}
