import { addDays, type CalendarDate } from '../../core/calendar-date.ts';
import { localDay, momentIn } from '../clock.ts';
import { findLoggedBy, type LoggedRow } from '../store/logged-contacts.ts';
import { findMembersById } from '../store/members.ts';
import type { UseCaseContext } from './context.ts';

/** Of which days: `week` is today and the six days before. */
export type LoggedSince = 'today' | 'yesterday' | 'week';

/** What the actor has logged. */
export interface LoggedContacts {
  readonly since: LoggedSince;
  /** The last of the days, where the actor is. */
  readonly on: CalendarDate;
  readonly count: number;
  /** The latest, at most 20. */
  readonly latest: readonly LoggedRow[];
}

const MOST = 20;

/**
 * The contacts that the actor logged on those days, and those that were then, whenever they were logged. Undefined for the command
 * line, which is nobody.
 */
export async function loggedContacts(
  { actor, clock, db }: UseCaseContext,
  since: LoggedSince,
): Promise<LoggedContacts | undefined> {
  const { memberId, workspaceId } = actor;
  if (memberId === null) return undefined;
  const timeZone = (await findMembersById(db, workspaceId, [memberId])).get(memberId)?.timeZone ?? 'UTC';
  const today = localDay(clock.now(), timeZone);
  const on = since === 'yesterday' ? addDays(today, -1) : today;
  const from = since === 'week' ? addDays(today, -6) : on;
  const wanted = {
    from,
    to: on,
    loggedFrom: momentIn(timeZone, from, '00:00'),
    loggedUntil: momentIn(timeZone, addDays(on, 1), '00:00'),
  };
  return { since, on, ...(await findLoggedBy(db, workspaceId, memberId, wanted, MOST)) };
}
