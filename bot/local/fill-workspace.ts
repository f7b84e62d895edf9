import { type Clock, localDay } from '../clock.ts';
import type { Database } from '../store/database.ts';
import { isUntouched } from '../store/is-untouched.ts';
import { assignRole, ensureMember } from '../use-cases/members.ts';
import { LOCAL_MANAGER, type LocalUser, slackProfile } from './local-members.ts';

/**
 * Gives an empty workspace members and sample customers, so that a newcomer finds something to look at; whoever took the
 * samples away is not given them again.
 */
export async function fillWorkspace(
  context: { readonly db: Database; readonly clock: Clock },
  workspaceId: string,
  users: readonly LocalUser[],
): Promise<void> {
  const { clock, db } = context;
  if (!(await isUntouched(db, workspaceId))) return;
  // Members first, so that the samples' owners are known.
  for (const user of users) {
    if (!user.isBot) await ensureMember(context, workspaceId, slackProfile(user), []);
  }
  await assignRole(context, workspaceId, LOCAL_MANAGER, 'manager');
  const actor = { workspaceId, memberId: null, role: 'admin' } as const;
  const { importSamples } = await import('./import-samples.ts');
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  await importSamples({ db, clock, actor }, localDay(clock.now(), timeZone));
}
