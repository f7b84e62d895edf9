import { readConfig } from '../config.ts';
import { interactiveClient } from '../listeners/slack-app.ts';
import { slackIdentity } from '../listeners/slack-identity.ts';
import { createLog } from '../log.ts';
import { connect } from '../store/connect.ts';
import { migrate } from '../store/migrate.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import { resolveWorkspace } from '../use-cases/resolve-workspace.ts';
import { type CliIo, tell } from './cli-io.ts';

/** How long Slack may take to say whose token it is. */
const SLACK_TIMEOUT_MS = 10_000;

/**
 * Opens the database, brings it up to date, runs `work` as the workspace's admin and closes the database again. `isShared`: it is
 * a data folder that another process has open, through which this one works.
 *
 * @param named the workspace that `--workspace` names; without it, the one that the Slack token belongs to, else the only one
 */
export async function inWorkspace<T>(
  io: CliIo,
  named: string | undefined,
  work: (context: UseCaseContext, database: { readonly isShared: boolean }) => Promise<T>,
): Promise<T> {
  const config = readConfig(io.env);
  const connection = await connect({ databaseUrl: config.databaseUrl ?? undefined, dataDir: config.dataDir });
  try {
    const { db } = connection;
    await migrate(db);
    const connected = named === undefined ? await connectedWorkspace(io) : undefined;
    const workspaceId = await resolveWorkspace({ db, clock: io.clock }, { named, connected });
    const actor = { workspaceId, memberId: null, role: 'admin' } as const;
    return await work({ db, clock: io.clock, actor }, { isShared: connection.queue === null });
  } finally {
    await connection.close();
  }
}

/** The workspace that the Slack token belongs to, by asking Slack; undefined without a token. */
export async function connectedWorkspace(io: CliIo): Promise<string | undefined> {
  const { slack, logLevel } = readConfig(io.env);
  if (slack.mode === 'local') return undefined;
  const client = interactiveClient(slack, createLog(logLevel));
  const signal = AbortSignal.timeout(SLACK_TIMEOUT_MS);
  const { workspace } = await slackIdentity(client, (sentence) => tell(io, sentence), signal);
  return workspace.id;
}
