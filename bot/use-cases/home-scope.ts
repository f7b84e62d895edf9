import { addDays } from '../../core/calendar-date.ts';
import { localDay, momentIn } from '../clock.ts';
import type { MemberRecord } from '../store/members.ts';
import { findWorkspaceSettings } from '../store/workspace-settings.ts';
import type { UseCaseContext } from './context.ts';
import type { DigestScope } from './digest-asked.ts';
import { catchUpFollowUps } from './refresh-follow-ups.ts';

/** Changes of so many days are told as recent. */
export const RECENT_DAYS = 14;

/**
 * What the Home tab counts: the customers of these reps (null: everybody's) as of now, by the days of `member`, with the changes
 * since a recent day, or since the book's history begins. Follow-ups are first brought in line with gradings they do not know of.
 */
export async function homeScope(
  context: UseCaseContext,
  member: Pick<MemberRecord, 'timeZone'>,
  repIds: readonly string[] | null,
): Promise<DigestScope> {
  const { actor, clock, db } = context;
  let settings = await findWorkspaceSettings(db, actor.workspaceId);
  if (settings.staleAt !== null || settings.hasUnplannedRuns) {
    await catchUpFollowUps(context);
    settings = await findWorkspaceSettings(db, actor.workspaceId);
  }
  return scopeAsOf(clock.now(), settings.historyFrom, member, repIds);
}

/** What the Home tab counts as of a moment, where the book is known from `historyFrom` on (null: not yet). */
export function scopeAsOf(
  asOf: Date,
  historyFrom: Date | null,
  member: Pick<MemberRecord, 'timeZone'>,
  repIds: readonly string[] | null,
): DigestScope {
  const timeZone = member.timeZone ?? 'UTC';
  const date = localDay(asOf, timeZone);
  const since = momentIn(timeZone, addDays(date, -RECENT_DAYS), '00:00');
  const from = historyFrom !== null && historyFrom > since ? historyFrom : since;
  return { repIds, timeZone, date, asOf, since: from < asOf ? from : null, edition: 'daily' };
}
