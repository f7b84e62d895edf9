import { addDays, type CalendarDate } from '../../core/calendar-date.ts';
import { bookLoad } from '../../core/follow-ups/book-load.ts';
import type { CarriedOver, DayPlan, PlannedContact } from '../../core/follow-ups/day-plan.ts';
import type { FollowUp } from '../../core/follow-ups/follow-up.ts';
import { contactedOn, type PlanOptions, planDay } from '../../core/follow-ups/plan-day.ts';
import { levelOf, type SchemesInUse, type ServiceLevels, serviceLevels } from '../../core/follow-ups/service-levels.ts';
import { localDay, momentIn } from '../clock.ts';
import { type Absence, findAbsences } from '../store/absences.ts';
import { findFirstUnanswered } from '../store/complaints.ts';
import {
  type BookPart,
  countBooks,
  type DoneAction,
  findCustomerNames,
  findDoneActions,
  findDueFollowUps,
} from '../store/due-follow-ups.ts';
import { followUpOf, type StoredFollowUp } from '../store/follow-ups.ts';
import { inChunks } from '../store/in-chunks.ts';
import { findMembersById, type MemberRecord } from '../store/members.ts';
import { findUnplanned } from '../store/unplanned-gradings.ts';
import { findDayMinutes } from '../store/workspaces.ts';
import type { UseCaseContext } from './context.ts';
import { memberName } from './member-name.ts';
import { catchUpFollowUps, tierSchemes } from './refresh-follow-ups.ts';
import type { DoneToday, ListedCustomer, RepDay } from './rep-day.ts';
import { UseCaseError } from './use-case-error.ts';
import { type MemberCalendar, workCalendarsOf } from './work-calendars.ts';

/** Whose day, and how much of it. */
export interface RepDayAsked {
  readonly memberId: string;
  /** Default: today where the rep is. A day ahead is planned as if all that is planned before got done. */
  readonly on?: CalendarDate | undefined;
  /** How many carried-over contacts are told; default: all. */
  readonly mostCarriedOver?: number | undefined;
}

/** What settles a customer's next contact when somebody does it. */
const SETTLING: ReadonlySet<string> = new Set(['contact', 'snooze', 'skip', 'pause']);

/**
 * So far ahead it is looked who else falls due, which is how far the days are known on which carried-over contacts come:
 * what comes later would not be done by then anyway.
 */
const LOOK_AHEAD_DAYS = 14;
/** The same where only the first of them are told. */
const SHORT_LOOK_AHEAD_DAYS = 5;
const FEW_CARRIED_OVER = 20;
/** No day farther ahead is planned day by day. */
const FARTHEST_DAYS = 60;
/** Reps planned at once: the books of all would not fit into memory. */
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
  const member = (await findMembersById(db, actor.workspaceId, [memberId])).get(memberId);
  if (member === undefined) throw new RangeError(`No member ${memberId}.`);
  const isOwn = actor.memberId === memberId || (actor.memberId !== null && actor.memberId === member.managerId);
  if (actor.role === 'rep' && !isOwn) throw new UseCaseError('others-list', memberName(member));
  const [day] = await planSome(context, await planning(context), [member], asked);
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
  const common = await planning(context);
  for (const some of inChunks(asked, REPS_A_TIME)) yield* await planSome(context, common, some, how);
}

/** What holds for every rep of a workspace. */
interface Planning {
  readonly schemes: SchemesInUse;
  readonly levels: ServiceLevels;
  readonly dayMinutes: number;
}

async function planning(context: UseCaseContext): Promise<Planning> {
  const { db, actor } = context;
  const { staleAt } = await findUnplanned(db, actor.workspaceId);
  // A book that was on file before there were follow-ups.
  if (staleAt !== null) await catchUpFollowUps(context);
  const schemes = await tierSchemes(db, actor.workspaceId);
  return {
    schemes,
    levels: serviceLevels(schemes),
    dayMinutes: await findDayMinutes(db, actor.workspaceId),
  };
}

/** A rep whose day is planned. */
interface Rep {
  readonly member: MemberRecord;
  readonly timeZone: string;
  readonly today: CalendarDate;
  readonly on: CalendarDate;
  readonly calendar: MemberCalendar;
  readonly budgetMinutes: number;
  readonly isAway: boolean;
  /** Whose customers are in the day: the rep's own unless somebody else has them, and those of whom the rep covers. */
  readonly ownerIds: readonly string[];
}

async function planSome(
  context: UseCaseContext,
  common: Planning,
  members: readonly MemberRecord[],
  { on, mostCarriedOver = Number.POSITIVE_INFINITY }: Omit<RepDayAsked, 'memberId'>,
): Promise<RepDay[]> {
  const { db, actor } = context;
  const { workspaceId } = actor;
  const reps = await repsOf(context, common, members, on);
  const ownerIds = [...new Set(reps.flatMap((rep) => rep.ownerIds))];
  const lastDay = reps
    .map((rep) => rep.on)
    .toSorted()
    .at(-1);
  if (lastDay === undefined) return [];
  const isShort = mostCarriedOver <= FEW_CARRIED_OVER;
  const knownUntil = addDays(lastDay, isShort ? SHORT_LOOK_AHEAD_DAYS : LOOK_AHEAD_DAYS);

  const due = Map.groupBy(await findDueFollowUps(db, workspaceId, ownerIds, { to: lastDay }), ownerOf);
  const done = await doneToday(context, reps);
  const rowsOf = (rep: Rep): StoredFollowUp[] => rep.ownerIds.flatMap((id) => due.get(id) ?? []);
  const crowded = new Set(reps.flatMap((rep) => (mayBeCrowded(rep, rowsOf(rep), common, done) ? rep.ownerIds : [])));
  const ahead =
    crowded.size === 0 ? [] : await findDueFollowUps(db, workspaceId, [...crowded], { after: lastDay, to: knownUntil });
  for (const [ownerId, rows] of Map.groupBy(ahead, ownerOf)) due.set(ownerId, [...(due.get(ownerId) ?? []), ...rows]);
  const plans = reps.map((rep) => planned(rep, rowsOf(rep), { ...common, mostCarriedOver }, done));

  const books = Map.groupBy(
    await countBooks(
      db,
      workspaceId,
      members.map(({ id }) => id),
    ),
    ({ ownerId }) => ownerId,
  );
  const told = new Set(
    plans.flatMap(({ carriedOver, today }) => [...today, ...carriedOver].map(({ customerId }) => customerId)),
  );
  const rows = new Map<string, StoredFollowUp>();
  for (const some of due.values()) for (const row of some) if (told.has(row.customerId)) rows.set(row.customerId, row);
  const names = await findCustomerNames(db, workspaceId, [...told]);
  const covered = await findMembersById(db, workspaceId, ownerIds);
  const complaining = plans.flatMap(({ today }) => today.filter(isAboutComplaint).map(({ customerId }) => customerId));
  const complaints = await findFirstUnanswered(db, workspaceId, complaining);

  return reps.flatMap((rep, index): RepDay[] => {
    const plan = plans[index];
    if (plan === undefined) return [];
    const listed = <T extends PlannedContact>(contact: T): T & ListedCustomer => {
      const row = rows.get(contact.customerId);
      const { stage, tier } = row ?? { stage: contact.level.stage, tier: contact.level.tier };
      const name = names.get(contact.customerId) ?? '';
      return { ...contact, name, stage, tier, coveredFor: coveredFor(rep, row?.ownerId ?? null, covered) };
    };
    const { budgetMinutes, carriedOver, isWorkingDay, notDue, paused, plannedMinutes, today } = plan;
    return [
      {
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
        carriedOverCount: rowsOf(rep).length - today.length - notDue.length - paused.length,
        done: done
          .filter(({ action }) => isOfDay(rep, action) && rep.ownerIds.includes(action.ownerId ?? ''))
          .map(({ action }) => doneOf(rep, action, covered)),
        ...bookOf(books.get(rep.member.id) ?? [], common.levels, budgetMinutes),
        schemes: common.schemes,
      },
    ];
  });
}

async function repsOf(
  context: UseCaseContext,
  { dayMinutes }: Planning,
  members: readonly MemberRecord[],
  on: CalendarDate | undefined,
): Promise<Rep[]> {
  const { db, actor, clock } = context;
  const now = clock.now();
  const todays = members.map(({ timeZone }) => localDay(now, timeZone ?? 'UTC'));
  const days = [...todays, ...(on === undefined ? [] : [on])].toSorted();
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) return [];
  const ids = members.map(({ id }) => id);
  const calendars = await workCalendarsOf(context, ids, from, addDays(to, 366));
  const absences = await findAbsences(db, actor.workspaceId, { from, to });
  return members.flatMap((member, index): Rep[] => {
    const calendar = calendars.get(member.id);
    const today = todays[index];
    if (calendar === undefined || today === undefined) return [];
    const day = on ?? today;
    const absence = calendar.absenceOn(day);
    const isCovered = absence !== undefined && absence.coverId !== null;
    const others = absence === undefined ? coveredOn(absences, member.id, day) : [];
    return [
      {
        member,
        timeZone: member.timeZone ?? 'UTC',
        today,
        on: day,
        calendar,
        budgetMinutes: member.dayMinutes ?? dayMinutes,
        isAway: absence !== undefined,
        ownerIds: isCovered ? [] : [member.id, ...others],
      },
    ];
  });
}

function coveredOn(absences: readonly Absence[], memberId: string, day: CalendarDate): string[] {
  const absent = absences.filter(({ coverId, fromOn, toOn }) => coverId === memberId && fromOn <= day && day <= toOn);
  return [...new Set(absent.map((absence) => absence.memberId))].toSorted();
}

/** An action of a day, of which some were done by a rep. */
interface Done {
  readonly action: DoneAction;
}

/** What was done on the days that are today for these reps, the latest of each customer and kind of end. */
async function doneToday({ db, actor }: UseCaseContext, reps: readonly Rep[]): Promise<readonly Done[]> {
  const current = reps.filter((rep) => rep.on === rep.today);
  const starts = current.map((rep) => momentIn(rep.timeZone, rep.on, '00:00').getTime());
  if (starts.length === 0) return [];
  const ends = current.map((rep) => momentIn(rep.timeZone, addDays(rep.on, 1), '00:00').getTime());
  const actions = await findDoneActions(
    db,
    actor.workspaceId,
    [...new Set(current.flatMap((rep) => [rep.member.id, ...rep.ownerIds]))],
    { from: new Date(Math.min(...starts)), until: new Date(Math.max(...ends)), kinds: [...SETTLING] },
  );
  const seen = new Set<string>();
  return actions.flatMap((action) => {
    if (seen.has(action.customerId)) return [];
    seen.add(action.customerId);
    return [{ action }];
  });
}

function isOfDay({ on, timeZone }: Rep, { doneAt }: DoneAction): boolean {
  return localDay(doneAt, timeZone) === on;
}

function planned(
  rep: Rep,
  rows: readonly StoredFollowUp[],
  { levels, mostCarriedOver }: Planning & Required<Pick<PlanOptions, 'mostCarriedOver'>>,
  done: readonly Done[],
): DayPlan {
  const { budgetMinutes, calendar, on, timeZone, today } = rep;
  let book: readonly FollowUp[] = rows.map((row) => followUpOf(row, timeZone));
  for (let day = today, count = 0; day < on && count < FARTHEST_DAYS; day = addDays(day, 1), count += 1) {
    const { today: before } = planDay(book, levels, calendar, day, { budgetMinutes, mostCarriedOver: 0 });
    const ids = new Set(before.map(({ customerId }) => customerId));
    const contactedDay = day;
    book = book.map((followUp) => (ids.has(followUp.customerId) ? contactedOn(followUp, contactedDay) : followUp));
  }
  return planDay(book, levels, calendar, on, { budgetMinutes, done: contactedBy(rep, done), mostCarriedOver });
}

function isAboutComplaint({ reasons }: PlannedContact): boolean {
  return reasons.some(({ code }) => code === 'complaint');
}

/** Whether what may be due may not fit into the day, so that it matters who else falls due soon. */
function mayBeCrowded(rep: Rep, rows: readonly StoredFollowUp[], { levels }: Planning, done: readonly Done[]): boolean {
  if (!rep.calendar.isWorkingDay(rep.on)) return rows.length > 0;
  const all = [...rows, ...contactedBy(rep, done)];
  return all.reduce((sum, each) => sum + levelOf(levels, each).contactMinutes, 0) > rep.budgetMinutes;
}

/** Whom the rep has contacted on the day. */
function contactedBy({ member, on, timeZone, today }: Rep, done: readonly Done[]): DoneAction[] {
  if (on !== today) return [];
  const actions = done.map(({ action }) => action);
  return actions.filter(
    ({ doneAt, kind, memberId }) => memberId === member.id && kind === 'contact' && localDay(doneAt, timeZone) === on,
  );
}

function doneOf(rep: Rep, action: DoneAction, covered: ReadonlyMap<string, MemberRecord>): DoneToday {
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
  { member }: Rep,
  ownerId: string | null,
  members: ReadonlyMap<string, MemberRecord>,
): string | null {
  const owner = ownerId === null || ownerId === member.id ? undefined : members.get(ownerId);
  return owner === undefined ? null : memberName(owner);
}

function bookOf(
  parts: readonly BookPart[],
  levels: ServiceLevels,
  dayMinutes: number,
): Pick<RepDay, 'customers' | 'paused' | 'loadDays'> {
  const served = Map.groupBy(parts, (part) => levelOf(levels, part));
  const count = (some: readonly BookPart[]): number => some.reduce((sum, { customers }) => sum + customers, 0);
  const { days } = bookLoad(levels, (level) => count(served.get(level) ?? []), dayMinutes);
  return { customers: count(parts), paused: count(parts.filter(({ isPaused }) => isPaused)), loadDays: days };
}

function ownerOf({ ownerId }: StoredFollowUp): string {
  return ownerId ?? '';
}
