import { addDays } from '../../core/calendar-date.ts';
import { customerDays } from '../../core/follow-ups/book-load.ts';
import { MINUTES_A_DAY } from '../../core/follow-ups/contact-hours.ts';
import { levelOf } from '../../core/follow-ups/service-levels.ts';
import { type Heir, shareBook } from '../../core/follow-ups/share-book.ts';
import { localDay } from '../clock.ts';
import { deleteAbsences, dropCover, findAbsences } from '../store/absences.ts';
import { recordAuditEvent } from '../store/audit-events.ts';
import { findBooks } from '../store/books.ts';
import { countBooks } from '../store/due-follow-ups.ts';
import { findMemberRecords, lockMembers, type MemberRecord, replaceManager, saveSettings } from '../store/members.ts';
import { findDayMinutes, lockWorkspace } from '../store/workspaces.ts';
import type { UseCaseContext } from './context.ts';
import { memberName } from './member-name.ts';
import { moveCustomers } from './move-customers.ts';
import { levelsInUse } from './refresh-follow-ups.ts';
import { checkNotLastAdmin } from './set-member.ts';
import { UseCaseError } from './use-case-error.ts';

/** What somebody got. */
export interface Share {
  readonly heir: MemberRecord;
  readonly customers: number;
  /** Days a month of a working day of 480 minutes. */
  readonly days: number;
}

/** What became of a book. */
export interface HandOver {
  readonly shares: readonly Share[];
  /** Members who were managed by the one who left, and by whom they are now; null: by nobody. */
  readonly reports: { readonly count: number; readonly manager: MemberRecord | null };
  /** Absences to come for which the one who left was the cover. */
  readonly uncovered: number;
}

/**
 * Lets a member leave and hands the book – archived customers, promises, complaints and all – to the heirs, in balance by
 * what customers take in a month: their books are counted as they are. Absences to come fall away, and whom the member
 * managed gets the member's manager. For managers and admins; admins are let go by admins. One whom Slack deactivated before
 * hands over just so.
 *
 * Throws {@link UseCaseError} `not-allowed`, `admins-only`, `no-such-member`, `member-left` (the member, with nothing to hand
 * over, or an heir), `last-admin`, `heirs-wanted` or `own-heir`.
 */
export async function leaveTeam(
  context: UseCaseContext,
  memberId: string,
  heirIds: readonly string[],
): Promise<HandOver> {
  const { actor, clock } = context;
  const { workspaceId } = actor;
  const now = clock.now();
  return context.db.transaction().execute(async (db) => {
    await lockWorkspace(db, workspaceId);
    await lockMembers(db, workspaceId);
    const members = new Map((await findMemberRecords(db, workspaceId)).map((member) => [member.id, member]));
    const member = found(members, memberId);
    authorise(context, member);
    if (member.deactivatedAt === null) checkNotLastAdmin(member, members.values());
    const heirs = [...new Set(heirIds)].map((id) => heirOf(members, id, memberId));
    const shares = await handOver({ ...context, db }, member, heirs);
    if (member.deactivatedAt !== null && shares.length === 0) throw new UseCaseError('member-left', memberName(member));

    const today = localDay(now, member.timeZone ?? 'UTC');
    const ahead = await findAbsences(db, workspaceId, { memberIds: [memberId], from: addDays(today, 1) });
    const planned = ahead.filter(({ fromOn }) => fromOn > today).map(({ id }) => id);
    await deleteAbsences(db, workspaceId, planned);
    const covered = await findAbsences(db, workspaceId, { coverId: memberId, from: today });
    await dropCover(db, workspaceId, memberId, today);
    const above = member.managerId === null ? undefined : members.get(member.managerId);
    const manager = above === undefined || above.deactivatedAt !== null ? null : above;
    const count = await replaceManager(db, workspaceId, memberId, manager?.id ?? null);
    await saveSettings(db, workspaceId, memberId, { deactivatedAt: member.deactivatedAt ?? now }, now);
    const event = { workspaceId, memberId: actor.memberId, action: 'member-left', subjectId: memberId } as const;
    await recordAuditEvent(db, event, now);
    return { shares, reports: { count, manager }, uncovered: covered.length };
  });
}

/**
 * Brings a member back who left; what was handed over stays where it is. Throws {@link UseCaseError} `not-allowed`,
 * `no-such-member` or `member-here`.
 */
export async function bringBack(context: UseCaseContext, memberId: string): Promise<MemberRecord> {
  const { actor, clock } = context;
  const { workspaceId } = actor;
  return context.db.transaction().execute(async (db) => {
    await lockMembers(db, workspaceId);
    const members = new Map((await findMemberRecords(db, workspaceId)).map((member) => [member.id, member]));
    const member = found(members, memberId);
    authorise(context, member);
    if (member.deactivatedAt === null) throw new UseCaseError('member-here', memberName(member));
    await saveSettings(db, workspaceId, memberId, { deactivatedAt: null }, clock.now());
    const event = { workspaceId, memberId: actor.memberId, action: 'member-back', subjectId: memberId } as const;
    await recordAuditEvent(db, event, clock.now());
    return { ...member, deactivatedAt: null };
  });
}

function found(members: ReadonlyMap<string, MemberRecord>, id: string): MemberRecord {
  const member = members.get(id);
  if (member === undefined) throw new UseCaseError('no-such-member', id);
  return member;
}

function authorise({ actor }: UseCaseContext, member: MemberRecord): void {
  if (actor.role === 'rep') throw new UseCaseError('not-allowed', member.id);
  if (member.role === 'admin' && actor.role !== 'admin') throw new UseCaseError('admins-only', member.id);
}

function heirOf(members: ReadonlyMap<string, MemberRecord>, id: string, memberId: string): MemberRecord {
  const heir = found(members, id);
  if (id === memberId) throw new UseCaseError('own-heir', memberName(heir));
  if (heir.deactivatedAt !== null) throw new UseCaseError('member-left', memberName(heir));
  return heir;
}

/** Who would get how much of a book. */
export interface HandOverProposal {
  readonly member: MemberRecord;
  /** Customers in the book, archived and lost ones among them. */
  readonly customers: number;
  readonly shares: readonly Share[];
}

/**
 * What {@link leaveTeam} would do with the book now; without heirs only how large it is. Writes nothing. Throws as that does,
 * but for `heirs-wanted` and `last-admin`.
 */
export async function proposeHandOver(
  context: UseCaseContext,
  memberId: string,
  heirIds: readonly string[],
): Promise<HandOverProposal> {
  const { actor, db } = context;
  const members = new Map((await findMemberRecords(db, actor.workspaceId)).map((member) => [member.id, member]));
  const member = found(members, memberId);
  authorise(context, member);
  const heirs = [...new Set(heirIds)].map((id) => heirOf(members, id, memberId));
  const { book, shares } = await planHandOver(context, member, heirs);
  return { member, customers: book, shares: shares.map(shareOf) };
}

interface PlannedShare {
  readonly heir: MemberRecord;
  readonly ids: readonly string[];
  readonly days: number;
}

/** How the member's customers go to the heirs, without those who get nothing; nobody gets any where there are no heirs. */
async function planHandOver(
  { clock, db, actor }: UseCaseContext,
  member: MemberRecord,
  heirs: readonly MemberRecord[],
): Promise<{ readonly book: number; readonly shares: readonly PlannedShare[] }> {
  const { workspaceId } = actor;
  const today = localDay(clock.now(), member.timeZone ?? 'UTC');
  const book = await findBooks(db, workspaceId, [member.id], today);
  if (book.length === 0 || heirs.length === 0) return { book: book.length, shares: [] };
  const levels = await levelsInUse(db, workspaceId);
  const minutes = await findDayMinutes(db, workspaceId);
  const counts = Map.groupBy(await countBooks(db, workspaceId, 'all'), ({ ownerId }) => ownerId);
  const customers = book.map((customer) => {
    const level = levelOf(levels, customer);
    // Archived and lost ones take nothing: they are shared after all others, as evenly as they go.
    return customer.isActive
      ? { customerId: customer.customerId, rank: levels.indexOf(level), days: customerDays(level) }
      : { customerId: customer.customerId, rank: levels.length, days: 0 };
  });
  const takers = heirs.map(({ id, dayMinutes }): Heir => {
    const daysADay = MINUTES_A_DAY / (dayMinutes ?? minutes);
    const own = (counts.get(id) ?? []).reduce(
      (sum, part) => sum + part.customers * customerDays(levelOf(levels, part)),
      0,
    );
    return { id, days: own * daysADay, daysADay };
  });
  const shared = shareBook(customers, takers);
  const shares = heirs.map((heir): PlannedShare => {
    const own = customers.filter(({ customerId }) => shared.get(customerId) === heir.id);
    return { heir, ids: own.map(({ customerId }) => customerId), days: own.reduce((sum, { days }) => sum + days, 0) };
  });
  return { book: book.length, shares: shares.filter(({ ids }) => ids.length > 0) };
}

function shareOf({ days, heir, ids }: PlannedShare): Share {
  return { heir, customers: ids.length, days };
}

/** Gives the member's customers to the heirs; what each of them got, without those who got nothing. */
async function handOver(
  context: UseCaseContext,
  member: MemberRecord,
  heirs: readonly MemberRecord[],
): Promise<Share[]> {
  const { db, actor, clock } = context;
  const { workspaceId } = actor;
  const { book, shares } = await planHandOver(context, member, heirs);
  if (book === 0) return [];
  if (heirs.length === 0) throw new UseCaseError('heirs-wanted', String(book));
  await moveCustomers(
    context,
    shares.flatMap(({ heir, ids }) =>
      ids.map((customerId) => ({ customerId, ownerId: heir.id, ownerText: memberName(heir) })),
    ),
  );
  // By whom each was looked after and who got which: what taking it back would need.
  const detail = { to: Object.fromEntries(shares.map(({ heir, ids }) => [heir.id, ids])) };
  const event = {
    workspaceId,
    memberId: actor.memberId,
    action: 'book-handed-over',
    subjectId: member.id,
    detail,
  } as const;
  await recordAuditEvent(db, event, clock.now());
  return shares.map(shareOf);
}
