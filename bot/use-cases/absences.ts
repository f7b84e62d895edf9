import { addDays, type CalendarDate, dayNumber } from '../../core/calendar-date.ts';
import { localDay } from '../clock.ts';
import { type Absence, deleteAbsences, endAbsenceOn, findAbsences, insertAbsence } from '../store/absences.ts';
import { recordAuditEvent } from '../store/audit-events.ts';
import type { Database } from '../store/database.ts';
import { findMembersById, lockMembers, type MemberRecord } from '../store/members.ts';
import { newId } from '../store/new-id.ts';
import type { UseCaseContext } from './context.ts';
import { memberName } from './member-name.ts';
import { UseCaseError } from './use-case-error.ts';

/** How long somebody can be away at a stretch, in days. */
export const LONGEST_ABSENCE_DAYS = 366;

/** Days on which a member will be away, first and last included. */
export interface AbsenceRequest {
  readonly memberId: string;
  readonly fromOn: CalendarDate;
  readonly toOn: CalendarDate;
  /** Who looks after the book meanwhile; null: nobody. */
  readonly coverId: string | null;
}

/**
 * Puts an absence down: by the member, the member's manager, managers and admins. What touches it and has the same cover
 * becomes one with it, and what lies within it is replaced.
 *
 * Throws {@link UseCaseError} `not-allowed`, `no-such-member`, `member-left`, `day-order`, `absence-past`, `too-many-days`,
 * `cover-oneself`, `cover-away`, `covers-then` or `absence-overlap`.
 */
export async function setAbsence(context: UseCaseContext, request: AbsenceRequest): Promise<Absence> {
  const { actor, clock } = context;
  const { workspaceId } = actor;
  const { memberId, coverId } = request;
  const now = clock.now();
  return context.db.transaction().execute(async (db) => {
    await lockMembers(db, workspaceId, coverId === null ? [memberId] : [memberId, coverId]);
    const members = await findMembersById(db, workspaceId, coverId === null ? [memberId] : [memberId, coverId]);
    const member = authorised(context, members, memberId);
    checkDays(request, localDay(now, member.timeZone ?? 'UTC'));
    const { absence, replaced } = await joined(db, workspaceId, { id: newId(now), ...request });
    if (coverId !== null) await checkCover(db, workspaceId, absence, here(members, coverId));
    await checkCoversNobody(db, workspaceId, absence);
    await deleteAbsences(db, workspaceId, replaced);
    await insertAbsence(db, workspaceId, absence, { memberId: actor.memberId, at: now });
    const event = { workspaceId, memberId: actor.memberId, action: 'absence-set', subjectId: memberId } as const;
    await recordAuditEvent(db, event, now);
    return absence;
  });
}

/**
 * Ends the absence that a member is in, so that today is worked, or takes back the next one; returns it as it was. Throws
 * {@link UseCaseError} `not-allowed`, `no-such-member` or `no-absence`.
 */
export async function endAbsence(context: UseCaseContext, memberId: string): Promise<Absence> {
  const { actor, clock } = context;
  const { workspaceId } = actor;
  const now = clock.now();
  return context.db.transaction().execute(async (db) => {
    await lockMembers(db, workspaceId, [memberId]);
    const member = authorised(context, await findMembersById(db, workspaceId, [memberId]), memberId);
    const today = localDay(now, member.timeZone ?? 'UTC');
    const [absence] = await findAbsences(db, workspaceId, { memberIds: [memberId], from: today });
    if (absence === undefined) throw new UseCaseError('no-absence', memberName(member));
    if (absence.fromOn < today) await endAbsenceOn(db, workspaceId, absence.id, addDays(today, -1));
    else await deleteAbsences(db, workspaceId, [absence.id]);
    const event = { workspaceId, memberId: actor.memberId, action: 'absence-ended', subjectId: memberId } as const;
    await recordAuditEvent(db, event, now);
    return absence;
  });
}

function authorised({ actor }: UseCaseContext, members: ReadonlyMap<string, MemberRecord>, id: string): MemberRecord {
  const member = here(members, id);
  const isTheirs = actor.role !== 'rep' || actor.memberId === id || actor.memberId === member.managerId;
  if (!isTheirs || (actor.role === 'rep' && actor.memberId === null)) throw new UseCaseError('not-allowed', id);
  return member;
}

function here(members: ReadonlyMap<string, MemberRecord>, id: string): MemberRecord {
  const member = members.get(id);
  if (member === undefined) throw new UseCaseError('no-such-member', id);
  if (member.deactivatedAt !== null) throw new UseCaseError('member-left', memberName(member));
  return member;
}

function checkDays({ fromOn, toOn }: AbsenceRequest, today: CalendarDate): void {
  if (toOn < fromOn) throw new UseCaseError('day-order', toOn);
  if (toOn < today) throw new UseCaseError('absence-past', today);
  if (dayNumber(toOn) - dayNumber(fromOn) >= LONGEST_ABSENCE_DAYS)
    throw new UseCaseError('too-many-days', String(LONGEST_ABSENCE_DAYS));
}

/** The absence with the member's others that touch it, and the ids of those that it stands for now. */
async function joined(
  db: Database,
  workspaceId: string,
  asked: Absence,
): Promise<{ readonly absence: Absence; readonly replaced: string[] }> {
  let { fromOn, toOn } = asked;
  const replaced: string[] = [];
  const near = { from: addDays(asked.fromOn, -1), to: addDays(asked.toOn, 1) };
  for (const other of await findAbsences(db, workspaceId, { memberIds: [asked.memberId], ...near })) {
    const isWithin = asked.fromOn <= other.fromOn && other.toOn <= asked.toOn;
    const overlaps = other.fromOn <= asked.toOn && asked.fromOn <= other.toOn;
    if (!isWithin && other.coverId !== asked.coverId) {
      if (!overlaps) continue;
      throw new UseCaseError('absence-overlap', daysText(other));
    }
    replaced.push(other.id);
    if (other.fromOn < fromOn) fromOn = other.fromOn;
    if (other.toOn > toOn) toOn = other.toOn;
  }
  return { absence: { ...asked, fromOn, toOn }, replaced };
}

async function checkCover(
  db: Database,
  workspaceId: string,
  { memberId, fromOn, toOn }: Absence,
  cover: MemberRecord,
): Promise<void> {
  if (cover.id === memberId) throw new UseCaseError('cover-oneself', memberName(cover));
  const [away] = await findAbsences(db, workspaceId, { memberIds: [cover.id], from: fromOn, to: toOn });
  if (away !== undefined) throw new UseCaseError('cover-away', `${memberName(cover)}, ${daysText(away)}`);
}

async function checkCoversNobody(
  db: Database,
  workspaceId: string,
  { memberId, fromOn, toOn }: Absence,
): Promise<void> {
  const [covered] = await findAbsences(db, workspaceId, { coverId: memberId, from: fromOn, to: toOn });
  if (covered === undefined) return;
  const member = (await findMembersById(db, workspaceId, [covered.memberId])).get(covered.memberId);
  const name = member === undefined ? covered.memberId : memberName(member);
  throw new UseCaseError('covers-then', `${name}, ${daysText(covered)}`);
}

function daysText({ fromOn, toOn }: Absence): string {
  return fromOn === toOn ? fromOn : `${fromOn} – ${toOn}`;
}
