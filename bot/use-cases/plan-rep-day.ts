import { addDays, type CalendarDate } from '../../core/calendar-date.ts';
import { bookLoad } from '../../core/follow-ups/book-load.ts';
import type { CarriedOver, PlannedContact } from '../../core/follow-ups/day-plan.ts';
import { mostContacts } from '../../core/follow-ups/full-levels.ts';
import { levelOf, type SchemesInUse, type ServiceLevels, serviceLevels } from '../../core/follow-ups/service-levels.ts';
import { findFirstUnanswered } from '../store/complaints.ts';
import {
  type BookPart,
  countBooks,
  type DoneAction,
  findCustomerNames,
  findDueFollowUps,
  findFollowUpsAhead,
  findHeadFollowUps,
} from '../store/due-follow-ups.ts';
import type { PlannedRow } from '../store/follow-ups.ts';
import { inChunks } from '../store/in-chunks.ts';
import { findMembersById, type MemberRecord } from '../store/members.ts';
import { findWorkspaceSettings, type WorkspaceSettings } from '../store/workspace-settings.ts';
import type { UseCaseContext } from './context.ts';
import { doneInBook, doneToday } from './done-today.ts';
import { memberName } from './member-name.ts';
import { type PlannedRep, plannedReps } from './planned-reps.ts';
import { catchUpFollowUps, schemesOf } from './refresh-follow-ups.ts';
import type { DoneToday, ListedCustomer, RepDay } from './rep-day.ts';
import { finishedDay, type HowStarted, startedDay, tiersLeftOut } from './started-day.ts';
import { UseCaseError } from './use-case-error.ts';

/** Whose day, and how much of it. */
export interface RepDayAsked {
  readonly memberId: string;
  /** Default: today where the rep is. A day ahead is planned as if all that is planned before got done. */
  readonly on?: CalendarDate | undefined;
  /** How many carried-over contacts are told; default: all. 0: only how many there are, for which far less is read. */
  readonly mostCarriedOver?: number | undefined;
}

/**
 * So far ahead it is looked who else falls due, which is how far the days are known on which carried-over contacts come:
 * what comes later would not be done by then anyway.
 */
const LOOK_AHEAD_DAYS = 14;
/** The same where only the first of them are told. */
const SHORT_LOOK_AHEAD_DAYS = 5;
const FEW_CARRIED_OVER = 20;
/** Reps whose books are read at once: those of all would not fit into memory. */
const REPS_A_TIME = 10;

/**
 * A rep's day: whom to contact and why, within the budget; what is carried over and when it comes; and what was done. The
 * customers of reps who are away and whom the rep covers are in it. As many queries whatever the book's size.
 *
 * Throws {@link UseCaseError} `others-list` when a rep asks for somebody else's day, unless as that one's manager; a
 * RangeError for an id that is no member's.
 */
export async function planRepDay(context: UseCaseContext, asked: RepDayAsked): Promise<RepDay> {
  const { actor, db } = context;
  const { memberId } = asked;
  const [found, common] = await Promise.all([findMembersById(db, actor.workspaceId, [memberId]), planning(context)]);
  const member = found.get(memberId);
  if (member === undefined) throw new RangeError(`No member ${memberId}.`);
  const isOwn = actor.memberId === memberId || (actor.memberId !== null && actor.memberId === member.managerId);
  if (actor.role === 'rep' && !isOwn) throw new UseCaseError('others-list', memberName(member));
  const days = planMembers(context, [member], asked, common);
  const { value: day } = await days.next();
  if (day === undefined) throw new RangeError(`No day of member ${memberId}.`);
  return day;
}

/**
 * The day of each of these members, as {@link planRepDay} gives it, in their order; ids that the workspace does not have are
 * left out. For the system: nobody is asked whether they may.
 */
export async function* planRepDays(
  context: UseCaseContext,
  { memberIds, ...how }: Omit<RepDayAsked, 'memberId'> & { readonly memberIds: readonly string[] },
): AsyncGenerator<RepDay> {
  const members = await findMembersById(context.db, context.actor.workspaceId, memberIds);
  const asked = memberIds.flatMap((id) => members.get(id) ?? []);
  yield* planMembers(context, asked, how, await planning(context));
}

async function* planMembers(
  context: UseCaseContext,
  members: readonly MemberRecord[],
  { on, mostCarriedOver = Number.POSITIVE_INFINITY }: Omit<RepDayAsked, 'memberId'>,
  common: Planning,
): AsyncGenerator<RepDay, undefined> {
  const { db, actor } = context;
  const reps = await plannedReps(context, common, members, on);
  const owners = new Map(members.map((member) => [member.id, member]));
  const covered = new Set(reps.flatMap(({ ownerIds }) => ownerIds).filter((id) => !owners.has(id)));
  for (const [id, owner] of await membersOf(db, actor.workspaceId, covered)) owners.set(id, owner);
  const parts = [...inChunks(reps, REPS_A_TIME)];
  const read = (some: readonly PlannedRep[]) => readBooks(context, some, { ...common, mostCarriedOver });
  let next = parts[0] === undefined ? undefined : read(parts[0]);
  for (let index = 1; next !== undefined; index += 1) {
    const books: Books = await next;
    const [following] = parts.slice(index, index + 1);
    // The database reads the next books while these are planned.
    next = following === undefined ? undefined : read(following);
    // Whoever stops halfway never waits for them.
    next?.catch(() => {});
    yield* await planBooks(context, { ...common, mostCarriedOver, owners }, books);
  }
}

async function membersOf(
  db: UseCaseContext['db'],
  workspaceId: string,
  ids: ReadonlySet<string>,
): Promise<ReadonlyMap<string, MemberRecord>> {
  return ids.size === 0 ? new Map() : findMembersById(db, workspaceId, [...ids]);
}

/** What holds for every rep of a workspace. */
interface Planning extends Pick<WorkspaceSettings, 'dayMinutes' | 'week'> {
  readonly schemes: SchemesInUse;
  readonly levels: ServiceLevels;
}

async function planning(context: UseCaseContext): Promise<Planning> {
  const { db, actor } = context;
  const { workspaceId } = actor;
  const settings = await findWorkspaceSettings(db, workspaceId);
  const { dayMinutes, staleAt, week } = settings;
  // A book that was on file before there were follow-ups.
  if (staleAt !== null) await catchUpFollowUps(context);
  const schemes = await schemesOf(db, workspaceId, settings);
  return { schemes, levels: serviceLevels(schemes), dayMinutes, week };
}

/** What is read of the books of some reps before it is known who has to wait. */
interface Books {
  readonly reps: readonly PlannedRep[];
  /** The latest of the days that are planned. */
  readonly lastDay: CalendarDate;
  /** By owner. */
  readonly due: ReadonlyMap<string, readonly PlannedRow[]>;
  /** How many are due beside them who have no turn on the day. */
  readonly leftOut: number;
  /** Names of customers that are known already, by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly done: readonly DoneAction[];
  /** By owner. */
  readonly parts: ReadonlyMap<string, readonly BookPart[]>;
}

async function readBooks(
  context: UseCaseContext,
  reps: readonly PlannedRep[],
  how: Planning & Pick<HowStarted, 'mostCarriedOver'>,
): Promise<Books> {
  const { db, actor } = context;
  const ownerIds = [...new Set(reps.flatMap((rep) => rep.ownerIds))];
  const memberIds = reps.map(({ member }) => member.id);
  const lastDay = latestOf(reps);
  const [due, done, parts] = await Promise.all([
    readDue(context, reps, ownerIds, how),
    doneToday(context, reps),
    countBooks(db, actor.workspaceId, memberIds),
  ]);
  return { reps, lastDay, ...due, done, parts: byOwner(parts) };
}

/** Of today's list alone, only those who can have a turn in it are read. */
async function readDue(
  { actor: { workspaceId }, db }: UseCaseContext,
  reps: readonly PlannedRep[],
  ownerIds: readonly string[],
  { levels, mostCarriedOver }: Pick<HowStarted, 'levels' | 'mostCarriedOver'>,
): Promise<Pick<Books, 'due' | 'leftOut' | 'names'>> {
  const [rep] = reps;
  if (rep === undefined || reps.length > 1 || rep.on !== rep.today || mostCarriedOver > 0) {
    const due = await findDueFollowUps(db, workspaceId, ownerIds, latestOf(reps));
    return { due: byOwner(due), leftOut: 0, names: new Map() };
  }
  const heads = levels.map((level) => ({ ...level, most: mostContacts(level, rep.budgetMinutes) }));
  const due = await findHeadFollowUps(db, workspaceId, ownerIds, rep.on, heads);
  return {
    due: byOwner(due),
    leftOut: due.reduce((sum, { leftOut }) => sum + leftOut, 0),
    names: new Map(due.map(({ customerId, name }) => [customerId, name])),
  };
}

function latestOf(reps: readonly PlannedRep[]): CalendarDate {
  const [last] = reps
    .map(({ on }) => on)
    .toSorted()
    .toReversed();
  if (last === undefined) throw new RangeError('No rep.');
  return last;
}

/** How everybody's day is planned. */
interface Asked extends Planning, HowStarted {
  /** The owners of all customers that are planned, by id. */
  readonly owners: ReadonlyMap<string, MemberRecord>;
}

async function planBooks(context: UseCaseContext, asked: Asked, books: Books): Promise<RepDay[]> {
  const { db, actor } = context;
  const { workspaceId } = actor;
  const { done, lastDay, reps } = books;
  const isShort = asked.mostCarriedOver <= FEW_CARRIED_OVER;
  const knownUntil = addDays(lastDay, isShort ? SHORT_LOOK_AHEAD_DAYS : LOOK_AHEAD_DAYS);

  const started = reps.map((rep) => startedDay(rep, rowsOf(rep, books.due), done, asked));
  const crowded = started.filter(({ isCrowded }) => isCrowded);
  const ahead = byOwner(
    // nobody who is not due yet comes before those of today, nor counts among those that wait
    crowded.length === 0 || asked.mostCarriedOver === 0
      ? []
      : await findFollowUpsAhead(db, workspaceId, [...new Set(crowded.flatMap(({ rep }) => rep.ownerIds))], {
          after: lastDay,
          to: knownUntil,
          but: tiersLeftOut(crowded),
        }),
  );
  const plans = started.map((day) => finishedDay(day, rowsOf(day.rep, ahead), done, asked));

  const told = plans.flatMap(({ carriedOver, today }) => [...today, ...carriedOver]);
  const toldIds = told.map(({ customerId }) => customerId);
  const complaining = told.filter(isAboutComplaint).map(({ customerId }) => customerId);
  const [names, complaints] = await Promise.all([
    namesOf(db, workspaceId, toldIds, books.names),
    findFirstUnanswered(db, workspaceId, complaining),
  ]);
  return plans.map((plan): RepDay => {
    const { rep, rows } = plan;
    const listed = <T extends PlannedContact>(contact: T): T & ListedCustomer => {
      const row = rows.get(contact.customerId);
      const { stage, tier } = row ?? contact.level;
      const name = names.get(contact.customerId) ?? '';
      return { ...contact, name, stage, tier, coveredFor: coveredFor(rep, row?.ownerId ?? null, asked.owners) };
    };
    const { budgetMinutes, carriedOver, carriedOverCount, isWorkingDay, plannedMinutes, today } = plan;
    return {
      memberId: rep.member.id,
      slackUserId: rep.member.slackUserId,
      name: memberName(rep.member),
      timeZone: rep.timeZone,
      locale: rep.member.locale,
      date: rep.on,
      isWorkingDay,
      isAway: rep.isAway,
      budgetMinutes,
      plannedMinutes,
      today: today.map((contact) => ({ ...listed(contact), complaintId: complaints.get(contact.customerId) })),
      carriedOver: carriedOver.map((contact): CarriedOver & ListedCustomer => {
        const { comesOn } = contact;
        // Who else falls due later than that is not known.
        const isKnown = comesOn !== null && comesOn <= knownUntil;
        return listed({ ...contact, comesOn: isKnown ? comesOn : null });
      }),
      knownUntil,
      carriedOverCount: carriedOverCount + books.leftOut,
      done: doneInBook(rep, done).map((action) => doneOf(rep, action, asked.owners)),
      ...loadOf(books.parts.get(rep.member.id) ?? [], asked.levels, budgetMinutes),
      schemes: asked.schemes,
    };
  });
}

async function namesOf(
  db: UseCaseContext['db'],
  workspaceId: string,
  customerIds: readonly string[],
  known: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const areKnown = customerIds.every((id) => known.has(id));
  return areKnown ? known : findCustomerNames(db, workspaceId, customerIds);
}

function isAboutComplaint({ reasons }: PlannedContact): boolean {
  return reasons.some(({ code }) => code === 'complaint');
}

function doneOf(rep: PlannedRep, action: DoneAction, covered: ReadonlyMap<string, MemberRecord>): DoneToday {
  const { actionId, bySlackId, customerId, doneAt, kind, name, ownerId, stage, tier } = action;
  return {
    actionId,
    customerId,
    name,
    stage,
    tier,
    coveredFor: coveredFor(rep, ownerId, covered),
    kind,
    by: bySlackId,
    at: doneAt,
  };
}

function coveredFor(
  { member }: PlannedRep,
  ownerId: string | null,
  members: ReadonlyMap<string, MemberRecord>,
): string | null {
  const owner = ownerId === null || ownerId === member.id ? undefined : members.get(ownerId);
  return owner === undefined ? null : memberName(owner);
}

function loadOf(
  parts: readonly BookPart[],
  levels: ServiceLevels,
  dayMinutes: number,
): Pick<RepDay, 'customers' | 'paused' | 'loadDays'> {
  const served = Map.groupBy(parts, (part) => levelOf(levels, part));
  const count = (some: readonly BookPart[]): number => some.reduce((sum, { customers }) => sum + customers, 0);
  const { days } = bookLoad(levels, (level) => count(served.get(level) ?? []), dayMinutes);
  return { customers: count(parts), paused: count(parts.filter(({ isPaused }) => isPaused)), loadDays: days };
}

function byOwner<T extends { readonly ownerId: string | null }>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  return Map.groupBy(rows, ({ ownerId }) => ownerId ?? '');
}

/** Of the owners whose customers are in the rep's day. */
function rowsOf({ ownerIds }: PlannedRep, rows: Books['due']): readonly PlannedRow[] {
  return ownerIds.flatMap((ownerId) => rows.get(ownerId) ?? []);
}
