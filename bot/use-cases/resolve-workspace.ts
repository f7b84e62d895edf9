import type { Clock } from '../clock.ts';
import { recordAuditEvent } from '../store/audit-events.ts';
import type { Database } from '../store/database.ts';
import { addWorkspace, findWorkspaceIds, lockWorkspace, renameWorkspace } from '../store/workspaces.ts';
import { afterGrading } from './grade-customers.ts';
import { removeSamplesWithin } from './remove-samples.ts';
import { UseCaseError } from './use-case-error.ts';

/** The workspace of a machine without Slack tokens. */
export const LOCAL_WORKSPACE = 'T0LOCAL';

/**
 * The workspace to work in, made if it is new: the one `named` on the command line, else `connected` (Slack's
 * `auth.test`), else the database's only one, else `T0LOCAL`.
 *
 * A database that holds only `T0LOCAL` is taken over by the first real workspace that connects: its customers, members and
 * history go over, its samples do not. Throws {@link UseCaseError} `no-such-workspace` or
 * `which-workspace`, each with the ids there are.
 */
export async function resolveWorkspace(
  context: { readonly db: Database; readonly clock: Clock },
  wanted: { readonly named?: string | undefined; readonly connected?: string | undefined },
): Promise<string> {
  const known = await findWorkspaceIds(context.db);
  const id = wanted.named ?? wanted.connected ?? (known.length > 1 ? undefined : (known[0] ?? LOCAL_WORKSPACE));
  if (id === undefined) throw new UseCaseError('which-workspace', known.join(', '));
  if (known.includes(id)) return id;
  if (id !== wanted.connected && known.length > 0) throw new UseCaseError('no-such-workspace', known.join(', '));
  const isTakeOver = known.length === 1 && known[0] === LOCAL_WORKSPACE;
  const now = context.clock.now();
  if (!isTakeOver) {
    await addWorkspace(context.db, id, now);
    return id;
  }
  const actor = { workspaceId: LOCAL_WORKSPACE, memberId: null, role: 'admin' } as const;
  await context.db.transaction().execute(async (db) => {
    // Another process may have been faster.
    if (!(await lockWorkspace(db, LOCAL_WORKSPACE))) return addWorkspace(db, id, now);
    await removeSamplesWithin({ db, clock: context.clock, actor });
    await renameWorkspace(db, LOCAL_WORKSPACE, id);
    await recordAuditEvent(db, { workspaceId: id, memberId: null, action: 'workspace-taken-over' }, now);
  });
  await afterGrading({ ...context, actor: { ...actor, workspaceId: id } });
  return id;
}
