import { type CalendarDate, dateOfDayNumber, dayNumber } from '../calendar-date.ts';
import { chooseMethod } from './choose-method.ts';
import type { CarriedOver, DayPlan, PlannedContact } from './day-plan.ts';
import {
  compareIds,
  comparePlaces,
  type DayQueues,
  type DayWork,
  dayQueues,
  eventDay,
  type Visit,
} from './day-queues.ts';
import { dayQuotas } from './day-quotas.ts';
import { type DueCalendar, dueCalendar } from './due-calendar.ts';
import { dueDays, firstDay, placeOf } from './due-day.ts';
import { dueReasons } from './due-reasons.ts';
import type { FollowUp } from './follow-up.ts';
import { dueDayAt } from './next-due.ts';
import { levelOf, type ServiceLevel, type ServiceLevels } from './service-levels.ts';
import { nextWorkingDay, type WorkCalendar } from './work-calendar.ts';

/** How a day is planned. */
export interface PlanOptions {
  /** The minutes of the rep's day. */
  readonly budgetMinutes: number;
  /**
   * Whom the rep has contacted on this day already: each takes its level's minutes from the day and from the level's share, so
   * that a day planned again halfway keeps what is left of it. Default: nobody.
   */
  readonly done?: readonly Pick<FollowUp, 'stage' | 'status' | 'tier'>[];
  /** How many of those that are carried over are worked out, those that come first; the rest is in no list. Default: all. */
  readonly mostCarriedOver?: number;
}

/** So many working days ahead it is found when what is carried over comes. */
export const HORIZON_WORKING_DAYS = 60;

/**
 * A rep's day: whom to contact, in which order, why and how, within the budget; what is due and does not fit, with the
 * day on which it comes; and everybody else. Each customer of the book is in exactly one list.
 *
 * Complaints come first, by the day of answer, those of the day and late ones however full it is; then what was promised, the
 * oldest first; then level by level, each with its share of the day (S2) and within it by due day, behind rises, signings and
 * birthdays of that level. What is left of the day goes to the highest level that waits. On a day off nothing is planned and all
 * that is due is carried over.
 *
 * When carried-over contacts come is found by planning the working days that follow in the same way, as if all that is
 * planned got done, contacted customers coming back at their cadence and others falling due meanwhile: those of the book. A book
 * without the customers that are not due yet gives days that may be too early.
 */
export function planDay(
  book: readonly FollowUp[],
  levels: ServiceLevels,
  calendar: WorkCalendar,
  date: CalendarDate,
  { budgetMinutes, done = [], mostCarriedOver = Number.POSITIVE_INFINITY }: PlanOptions,
): DayPlan {
  const context: PlanContext = {
    levels,
    ranks: new Map(levels.map((level, rank) => [level, rank])),
    days: dueCalendar(calendar),
    budgetMinutes,
    quotas: dayQuotas(levels, budgetMinutes),
  };
  const day = dayNumber(date);
  const visits = book.map((followUp) => visitOf(followUp, context));
  const queues = dayQueues(visits, levels);
  const isWorkingDay = calendar.isWorkingDay(date);
  const today = isWorkingDay ? queues.take({ ...dayWork(day, context), spentMinutes: spentOn(done, context) }) : [];
  const waiting = visits.filter((visit) => !visit.isTaken && isDue(visit, day));
  const most = Math.min(mostCarriedOver, waiting.length);
  const comesOn = comingDays(waiting, most, { queues, context, calendar, date, today });
  const withDay = [...comesOn].slice(0, most);
  const carriedOver =
    withDay.length < most
      ? [...withDay, ...withoutDay(waiting, comesOn, day).slice(0, most - withDay.length)]
      : withDay;
  const later = visits.filter((visit) => !isDue(visit, day));
  return {
    date,
    isWorkingDay,
    budgetMinutes,
    plannedMinutes: today.reduce((sum, { level }) => sum + level.contactMinutes, 0),
    today: today.map((visit) => contactOf(visit, day, context)),
    carriedOver: carriedOver.map(([visit, on]): CarriedOver => ({ ...contactOf(visit, day, context), comesOn: on })),
    notDue: notDueOf(later.filter(({ followUp }) => !isPaused(followUp, date))),
    paused: pausedOf(later.filter(({ followUp }) => isPaused(followUp, date))),
  };
}

interface PlanContext {
  readonly levels: ServiceLevels;
  readonly ranks: ReadonlyMap<ServiceLevel, number>;
  readonly days: DueCalendar;
  readonly budgetMinutes: number;
  /** {@link dayQuotas} */
  readonly quotas: (workingDay: number) => readonly number[];
}

function dayWork(day: number, { days, budgetMinutes, quotas }: PlanContext): DayWork {
  return { day, budgetMinutes, quotaMinutes: quotas(days.workedBefore(day)) };
}

function visitOf(followUp: FollowUp, { levels, ranks, days }: PlanContext): Visit {
  const level = levelOf(levels, followUp);
  const { lastContactOn } = followUp;
  return {
    followUp,
    level,
    rank: ranks.get(level) ?? 0,
    due: dueDays(followUp, level, days),
    lastContact: lastContactOn === null ? Number.NEGATIVE_INFINITY : days.number(lastContactOn),
    isTaken: false,
  };
}

function spentOn(done: NonNullable<PlanOptions['done']>, { levels, ranks }: PlanContext): number[] {
  const spent = levels.map(() => 0);
  for (const customer of done) {
    const level = levelOf(levels, customer);
    const rank = ranks.get(level) ?? 0;
    spent[rank] = (spent[rank] ?? 0) + level.contactMinutes;
  }
  return spent;
}

interface Coming {
  readonly queues: DayQueues;
  readonly context: PlanContext;
  readonly calendar: WorkCalendar;
  readonly date: CalendarDate;
  /** What is planned before. */
  readonly today: readonly Visit[];
}

/** The day on which each of the waiting comes, in the order in which they do; without those that lie beyond the horizon. */
function comingDays(waiting: readonly Visit[], most: number, coming: Coming): ReadonlyMap<Visit, CalendarDate> {
  const { queues, context, calendar } = coming;
  const comesOn = new Map<Visit, CalendarDate>();
  const isWaiting = new Set(waiting);
  let [date, planned] = [coming.date, coming.today];
  for (let count = 0; count < HORIZON_WORKING_DAYS && comesOn.size < most; count++) {
    for (const { followUp } of planned) queues.add(visitOf(contactedOn(followUp, date), context));
    const next = nextWorkingDay(calendar, date);
    if (next === undefined) break;
    date = next;
    planned = queues.take(dayWork(dayNumber(date), context));
    for (const visit of planned) if (isWaiting.has(visit)) comesOn.set(visit, date);
  }
  return comesOn;
}

/**
 * What a real contact makes of a follow-up (and whoever keeps follow-ups does the same): all that was due is done with; days
 * that were promised or planned and lie ahead stay.
 */
export function contactedOn(followUp: FollowUp, date: CalendarDate): FollowUp {
  const { plannedOn, promise, promisedOn } = followUp;
  const isPromised = promisedOn !== null && promisedOn > date;
  return {
    ...followUp,
    lastContactOn: date,
    promisedOn: isPromised ? promisedOn : null,
    promise: isPromised ? promise : null,
    plannedOn: plannedOn !== null && plannedOn > date ? plannedOn : null,
    roseOn: null,
    complaintDueOn: null,
    complaintDueAt: null,
    skippedOn: null,
    snoozedUntil: null,
  };
}

function isDue({ due }: Visit, day: number): boolean {
  return due.complaint !== Number.POSITIVE_INFINITY || firstDay(due) <= day;
}

function isPaused({ pause }: FollowUp, date: CalendarDate): boolean {
  return pause !== null && (pause.until === null || pause.until > date);
}

function contactOf({ followUp, level, due }: Visit, day: number, { days }: PlanContext): PlannedContact {
  const reasons = dueReasons(followUp, level, due, day, days);
  return {
    customerId: followUp.customerId,
    level,
    dueOn: dateOfDayNumber(dueDayAt(due, day)),
    reasons,
    method: chooseMethod(level, reasons[0], followUp.lastMethods),
    minutes: level.contactMinutes,
    asksSatisfaction: asksSatisfaction(followUp, level, day, days),
  };
}

/**
 * Time for a survey: the level's days after the last one. The first comes within as many days of the day on which the customer
 * came into the book, at a place of its own, so that a table that was imported is not asked all at once. Never amid a complaint,
 * nor before the first contact.
 */
export function asksSatisfaction(
  { customerId, sinceOn, surveyedOn, lastContactOn, complaintDueOn }: FollowUp,
  { surveyEveryDays }: ServiceLevel,
  day: number,
  days: DueCalendar,
): boolean {
  if (surveyEveryDays === null || complaintDueOn !== null || lastContactOn === null) return false;
  const since = days.number(surveyedOn ?? sinceOn);
  return since + (surveyedOn === null ? Math.floor(placeOf(customerId) * surveyEveryDays) : surveyEveryDays) <= day;
}

function notDueOf(visits: readonly Visit[]): DayPlan['notDue'] {
  const due = visits.map(({ followUp: { customerId }, due: days }) => ({ customerId, day: firstDay(days) }));
  // Infinity - Infinity would be no number.
  due.sort((one, other) => (one.day === other.day ? compareIds(one, other) : one.day - other.day));
  const dates = new Map<number, CalendarDate | null>([[Number.POSITIVE_INFINITY, null]]);
  return due.map(({ customerId, day }) => {
    const known = dates.get(day);
    const dueOn = known === undefined ? dateOfDayNumber(day) : known;
    if (known === undefined) dates.set(day, dueOn);
    return { customerId, dueOn };
  });
}

function pausedOf(visits: readonly Visit[]): DayPlan['paused'] {
  const paused = visits.map(({ followUp: { customerId, pause } }) => ({ customerId, until: pause?.until ?? null }));
  paused.sort(compareIds);
  return paused;
}

/** Those that come on no day within the horizon, in the order in which a day would take them. */
function withoutDay(
  waiting: readonly Visit[],
  comesOn: ReadonlyMap<Visit, CalendarDate>,
  day: number,
): [Visit, null][] {
  const never = waiting.filter((visit) => !comesOn.has(visit));
  never.sort((one, other) => compareWaiting(one, other, day));
  return never.map((visit) => [visit, null]);
}

function compareWaiting(one: Visit, other: Visit, day: number): number {
  const [a, b] = [waitingPlace(one, day), waitingPlace(other, day)];
  return a.group - b.group || comparePlaces(a, b);
}

function waitingPlace(visit: Visit, today: number): { group: number; day: number; visit: Visit } {
  const { due, rank } = visit;
  if (due.complaint !== Number.POSITIVE_INFINITY) return { group: 0, day: due.complaint, visit };
  if (due.promised <= today) return { group: 1, day: due.promised, visit };
  const event = eventDay(due);
  return event <= today ? { group: 2 + 2 * rank, day: event, visit } : { group: 3 + 2 * rank, day: due.cadence, visit };
}
