import type { CalendarDate } from '../../core/calendar-date.ts';
import { localDay } from '../clock.ts';
import { findAbsences } from '../store/absences.ts';
import type { Database } from '../store/database.ts';
import { findMembersById } from '../store/members.ts';
import type { Actor, UseCaseContext } from './context.ts';

/**
 * Whether the actor may decide on follow-ups of a customer with this owner (snooze, skip, pause): the owner, whoever covers
 * for the owner on the owner's present day, the owner's manager, any manager or admin, and the command line. A customer
 * without an owner is the managers' and admins'. Asked when it happens, within the transaction that does it.
 */
export async function mayActFor(context: UseCaseContext, ownerId: string | null): Promise<boolean> {
  const { db, actor, clock } = context;
  if (actor.role !== 'rep') return true;
  if (actor.memberId === null || ownerId === null) return false;
  if (actor.memberId === ownerId) return true;
  const owner = (await findMembersById(db, actor.workspaceId, [ownerId])).get(ownerId);
  if (owner === undefined) return false;
  if (owner.managerId === actor.memberId) return true;
  const today = localDay(clock.now(), owner.timeZone ?? 'UTC');
  return (await coverOf(db, actor.workspaceId, ownerId, today)) === actor.memberId;
}

/** Whether the actor may give customers to somebody else: managers, admins and the command line. */
export function mayReassign(actor: Actor): boolean {
  return actor.role !== 'rep';
}

/** Who looks after a member's book on a day: null when nobody does though the member is away, undefined when not away. */
export async function coverOf(
  db: Database,
  workspaceId: string,
  memberId: string,
  day: CalendarDate,
): Promise<string | null | undefined> {
  const [absence] = await findAbsences(db, workspaceId, { memberIds: [memberId], from: day, to: day });
  return absence?.coverId;
}

/** Whose books a member looks after on a day beside their own, by id in order. */
export async function membersCoveredBy(
  db: Database,
  workspaceId: string,
  memberId: string,
  day: CalendarDate,
): Promise<string[]> {
  const absences = await findAbsences(db, workspaceId, { coverId: memberId, from: day, to: day });
  return absences.map((absence) => absence.memberId).toSorted();
}
