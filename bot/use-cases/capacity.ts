import { addDays, type CalendarDate } from '../../core/calendar-date.ts';
import { type BalanceMove, balanceBooks } from '../../core/follow-ups/balance-books.ts';
import { type BookLoad, bookLoad, customerDays } from '../../core/follow-ups/book-load.ts';
import { MINUTES_A_DAY } from '../../core/follow-ups/contact-hours.ts';
import { levelOf, type ServiceLevel, type ServiceLevels } from '../../core/follow-ups/service-levels.ts';
import { localDay } from '../clock.ts';
import { recordAuditEvent } from '../store/audit-events.ts';
import { type BookCustomer, findBooks } from '../store/books.ts';
import { type BookPart, countBooks } from '../store/due-follow-ups.ts';
import { findMemberRecords, type MemberRecord } from '../store/members.ts';
import { findUnplanned } from '../store/unplanned-gradings.ts';
import { findDayMinutes, lockWorkspace } from '../store/workspaces.ts';
import type { UseCaseContext } from './context.ts';
import { digestTeam } from './digest-team.ts';
import { mayReassign } from './may-act-for.ts';
import { memberName } from './member-name.ts';
import { moveCustomers } from './move-customers.ts';
import { catchUpFollowUps, levelsInUse } from './refresh-follow-ups.ts';
import { UseCaseError } from './use-case-error.ts';

/** What a rep's book takes. */
export interface RepCapacity {
  readonly member: MemberRecord;
  readonly load: BookLoad;
}

/** One customer that would go to another rep. */
export interface ProposedMove {
  readonly customerId: string;
  readonly name: string;
  readonly level: ServiceLevel;
  readonly from: MemberRecord;
  readonly to: MemberRecord;
}

/** What would bring books back within their days. */
export interface CapacityProposal {
  /** By who gives, who takes, and level. */
  readonly moves: readonly ProposedMove[];
  /** No fewer moves would do. */
  readonly isFewest: boolean;
  /** Who stays over, and by how many days. */
  readonly stillOver: readonly { readonly member: MemberRecord; readonly days: number }[];
}

/** How far ahead a promise keeps a customer where it is, in days. */
export const BUSY_DAYS = 7;

/**
 * What every rep's book takes of a month against S2, by name; reps without customers too, who have room. With `memberId` only
 * that one's, which is all that a rep may see. Counted in one query, however many reps.
 *
 * Throws {@link UseCaseError} `not-allowed` or `no-such-member`.
 */
export async function capacityOf(
  context: UseCaseContext,
  { memberId }: { readonly memberId?: string | undefined } = {},
): Promise<RepCapacity[]> {
  const { actor } = context;
  const isOwn = memberId !== undefined && memberId === actor.memberId;
  if (!mayReassign(actor) && !isOwn) throw new UseCaseError('not-allowed', memberId ?? '');
  const reps = (await readBooks(context)).reps;
  if (memberId === undefined) return reps;
  const own = reps.filter(({ member }) => member.id === memberId);
  if (own.length === 0) throw new UseCaseError('no-such-member', memberId);
  return own;
}

/**
 * Which customers to move, and to whom, so that no book is over its days: as few as possible, none with an open complaint or
 * a promise within {@link BUSY_DAYS} days unless nothing else helps, and none to somebody who has left or would be over. A
 * manager moves within the own team, where somebody is in it. For managers and admins: throws {@link UseCaseError} `not-allowed`.
 */
export async function proposeBalance(context: UseCaseContext): Promise<CapacityProposal> {
  if (!mayReassign(context.actor)) throw new UseCaseError('not-allowed', '');
  await catchUpIfNeeded(context);
  return propose(context);
}

/** Does what {@link proposeBalance} would propose now, in one transaction, and returns what was done. */
export async function applyBalance(context: UseCaseContext): Promise<CapacityProposal> {
  const { actor, clock } = context;
  const { workspaceId, memberId } = actor;
  if (!mayReassign(actor)) throw new UseCaseError('not-allowed', '');
  await catchUpIfNeeded(context);
  return context.db.transaction().execute(async (db) => {
    await lockWorkspace(db, workspaceId);
    const within = { ...context, db };
    const proposal = await propose(within);
    if (proposal.moves.length === 0) return proposal;
    await moveCustomers(
      within,
      proposal.moves.map(({ customerId, to }) => ({ customerId, ownerId: to.id, ownerText: memberName(to) })),
    );
    const detail = { moves: proposal.moves.map(({ customerId, from, to }) => [customerId, from.id, to.id]) };
    await recordAuditEvent(db, { workspaceId, memberId, action: 'books-balanced', detail }, clock.now());
    return proposal;
  });
}

interface Books {
  readonly levels: ServiceLevels;
  readonly workdayMinutes: number;
  readonly reps: readonly RepCapacity[];
}

async function readBooks(context: UseCaseContext): Promise<Books & { readonly reps: RepCapacity[] }> {
  const { db, actor } = context;
  const { workspaceId } = actor;
  if (!db.isTransaction) await catchUpIfNeeded(context);
  const levels = await levelsInUse(db, workspaceId);
  const workdayMinutes = await findDayMinutes(db, workspaceId);
  const members = await findMemberRecords(db, workspaceId);
  const counts = Map.groupBy(await countBooks(db, workspaceId, 'all'), ({ ownerId }) => ownerId);
  const reps = members.flatMap((member): RepCapacity[] => {
    const own = counts.get(member.id) ?? [];
    const isRep = member.role === 'rep' && member.deactivatedAt === null;
    if (!isRep && own.length === 0) return [];
    return [{ member, load: loadOfBook(levels, own, member.dayMinutes ?? workdayMinutes) }];
  });
  const named = reps.toSorted((a, b) => memberName(a.member).localeCompare(memberName(b.member), 'en'));
  return { levels, workdayMinutes, reps: named };
}

/** Follow-ups that do not know of a grading yet would be counted by their former tiers. */
async function catchUpIfNeeded(context: UseCaseContext): Promise<void> {
  const { staleAt, runIds } = await findUnplanned(context.db, context.actor.workspaceId);
  if (staleAt !== null || runIds.length > 0) await catchUpFollowUps(context);
}

function loadOfBook(levels: ServiceLevels, own: readonly BookPart[], dayMinutes: number): BookLoad {
  const served = Map.groupBy(own, (part) => levelOf(levels, part));
  const countOf = (level: ServiceLevel): number =>
    (served.get(level) ?? []).reduce((sum, { customers }) => sum + customers, 0);
  return bookLoad(levels, countOf, dayMinutes);
}

async function propose(context: UseCaseContext): Promise<CapacityProposal> {
  const { db, actor, clock } = context;
  const { levels, workdayMinutes, reps } = await readBooks(context);
  const team = actor.role === 'manager' && actor.memberId !== null ? await digestTeam(context, actor.memberId) : null;
  const isTheirs = ({ id }: MemberRecord) => !team?.repIds || team.repIds.includes(id);
  const here = reps.filter(({ member }) => member.deactivatedAt === null && isTheirs(member));
  const over = here.filter(({ load }) => load.overDays > 0).map(({ member }) => member.id);
  const busyUntil = addDays(localDay(clock.now(), machineZone()), BUSY_DAYS);
  const customers = await customersOf(db, actor.workspaceId, over, busyUntil);
  const proposal = balanceBooks(
    here.map(({ member, load }) => {
      // Everybody's in days of 480 minutes, of which whoever works half days has ten.
      const ofTheirs = (member.dayMinutes ?? workdayMinutes) / MINUTES_A_DAY;
      const movable = (customers.get(member.id) ?? []).map((customer) => {
        const level = levelOf(levels, customer);
        const { customerId, isBusy } = customer;
        return { customerId, rank: levels.indexOf(level), days: customerDays(level), isBusy };
      });
      return { repId: member.id, days: load.days * ofTheirs, ofDays: load.ofDays * ofTheirs, movable };
    }),
  );
  const members = new Map(here.map(({ member }) => [member.id, member]));
  const names = new Map([...customers.values()].flat().map(({ customerId, name }) => [customerId, name]));
  const memberOf = (id: string): MemberRecord => {
    const member = members.get(id);
    if (member === undefined) throw new Error(`${id} is no rep.`);
    return member;
  };
  const moveOf = ({ customerId, from, rank, to }: BalanceMove): ProposedMove => {
    const level = levels[rank];
    if (level === undefined) throw new Error(`There is no level ${rank}.`);
    return { customerId, name: names.get(customerId) ?? '', level, from: memberOf(from), to: memberOf(to) };
  };
  return {
    moves: proposal.moves.map(moveOf),
    isFewest: proposal.isFewest,
    stillOver: proposal.stillOver.map(({ repId, days }) => ({ member: memberOf(repId), days })),
  };
}

async function customersOf(
  db: UseCaseContext['db'],
  workspaceId: string,
  ownerIds: readonly string[],
  busyUntil: CalendarDate,
): Promise<Map<string, BookCustomer[]>> {
  if (ownerIds.length === 0) return new Map();
  const found = await findBooks(db, workspaceId, ownerIds, busyUntil);
  return Map.groupBy(
    found.filter(({ isActive }) => isActive),
    ({ ownerId }) => ownerId,
  );
}

function machineZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
