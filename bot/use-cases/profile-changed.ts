import { type Clock, localDay } from '../clock.ts';
import { dropCover } from '../store/absences.ts';
import { findLatestAuditEvent, recordAuditEvent } from '../store/audit-events.ts';
import type { Database } from '../store/database.ts';
import { findMemberBySlackId, findMembersById, lockMembers, saveSettings, updateProfile } from '../store/members.ts';
import type { SlackProfile } from './members.ts';

/**
 * Takes over what Slack says of somebody who is a member: name, time zone, locale, and whether Slack has deactivated them,
 * so that what is sent to them comes at their hour. Their book stays theirs until somebody hands it over, and they cover for
 * nobody any more. Whom Slack activates again is back, unless they were let go otherwise. Nothing happens for others.
 */
export async function profileChanged(
  context: { readonly db: Database; readonly clock: Clock },
  workspaceId: string,
  profile: SlackProfile,
  isDeactivated: boolean,
): Promise<void> {
  const now = context.clock.now();
  await context.db.transaction().execute(async (db) => {
    const isMember = await updateProfile(db, workspaceId, profile, now);
    const { id } = (isMember && (await findMemberBySlackId(db, workspaceId, profile.slackUserId))) || {};
    if (id === undefined) return;
    await lockMembers(db, workspaceId, [id]);
    const member = (await findMembersById(db, workspaceId, [id])).get(id);
    const hasLeft = member?.deactivatedAt !== null;
    if (isDeactivated === hasLeft) return;
    if (!isDeactivated && !(await wasDeactivatedBySlack(db, workspaceId, id))) return;
    await saveSettings(db, workspaceId, id, { deactivatedAt: isDeactivated ? now : null }, now);
    // Somebody who is gone must not hide the books of those who counted on them.
    if (isDeactivated) await dropCover(db, workspaceId, id, localDay(now, member?.timeZone ?? 'UTC'));
    const action = isDeactivated ? 'member-left' : 'member-back';
    const event = { workspaceId, memberId: null, action, subjectId: id, detail: { by: 'slack' } } as const;
    await recordAuditEvent(db, event, now);
  });
}

async function wasDeactivatedBySlack(db: Database, workspaceId: string, id: string): Promise<boolean> {
  const event = await findLatestAuditEvent(db, workspaceId, 'member-left', id);
  return event?.['by'] === 'slack';
}
