import { localDay } from '../clock.ts';
import { knownZone } from '../known-zone.ts';
import { findAbsences } from '../store/absences.ts';
import { findTold } from '../store/best-tier-events.ts';
import type { Database } from '../store/database.ts';
import type { DueDelivery } from '../store/deliveries.ts';
import { findMemberRecords } from '../store/members.ts';
import { CATCH_UP_MS } from './delivery-kind.ts';
import { afterQuietHours, isQuietHour } from './quiet-hours.ts';
import { isReachable, managerOver, type Reachable } from './reachable.ts';

/**
 * How far back something is looked for that is told at once: the quiet hours, an hour for clocks that change, and four hours in
 * which it is caught up. What is older stands in the next digest.
 */
export const LOOK_BACK_MS = 13 * 3_600_000 + CATCH_UP_MS;

/** Something that is told at once to whoever looks after a customer and to that one's manager. */
export interface ToldAtOnce {
  /** What it is, as its delivery's subject. */
  readonly subject: string;
  readonly happenedAt: Date;
  /** Whose customer; null: nobody's. */
  readonly ownerId: string | null;
  /** Who knows of it, having done it. */
  readonly knownTo: string | null;
}

/**
 * Who is to be told of what has happened and was not yet: the owner and the owner's manager, each once, or who covers for one who is away.
 * Nobody between 20:00 and 08:00 of their zone, and nothing that was due more than four hours ago.
 */
export async function dueAtOnce(
  db: Database,
  workspaceId: string,
  kind: string,
  events: readonly ToldAtOnce[],
  now: Date,
): Promise<DueDelivery[]> {
  if (events.length === 0) return [];
  const readersOf = await findReaders(db, workspaceId, now);
  const told = await findTold(db, workspaceId, kind, [...new Set(events.map(({ subject }) => subject))]);
  const due = new Map<string, DueDelivery>();
  for (const { happenedAt, knownTo, ownerId, subject } of events) {
    for (const { id: memberId, slackUserId: target, timeZone } of readersOf(ownerId)) {
      const zone = knownZone(timeZone);
      const dueAt = afterQuietHours(happenedAt, zone);
      const isLate = now.getTime() - dueAt.getTime() > CATCH_UP_MS;
      const which = `${subject} ${memberId}`;
      if (memberId === knownTo || told.has(which) || dueAt > now || isLate || isQuietHour(now, zone)) continue;
      const localDate = localDay(dueAt, zone);
      due.set(which, { workspaceId, kind, target, localDate, subject, memberId, dueAt });
    }
  }
  return [...due.values()];
}

/** Who is told of a customer by its owner; nobody twice. Without a manager it is the first manager or admin there is. */
export async function findReaders(
  db: Database,
  workspaceId: string,
  now: Date,
): Promise<(ownerId: string | null) => readonly Reachable[]> {
  const members = await findMemberRecords(db, workspaceId);
  const here = members.filter(isReachable);
  // a day before and after, since days begin at other moments elsewhere
  const [from, to] = [-1, 1].map((days) => localDay(new Date(now.getTime() + days * 86_400_000), 'UTC'));
  const absences = from === undefined ? [] : await findAbsences(db, workspaceId, { from, to });
  const coverOf = (member: Reachable): Reachable => {
    const day = localDay(now, knownZone(member.timeZone));
    const absence = absences.find(
      ({ fromOn, memberId, toOn }) => memberId === member.id && fromOn <= day && day <= toOn,
    );
    return here.find(({ id }) => id === absence?.coverId) ?? member;
  };
  return (ownerId) => {
    const owner = here.find(({ id }) => id === ownerId);
    const managerId = members.find(({ id }) => id === ownerId)?.managerId;
    const readers = [owner, managerOver(ownerId, managerId, here)].flatMap((each) =>
      each === undefined ? [] : [coverOf(each)],
    );
    return [...new Set(readers)];
  };
}
