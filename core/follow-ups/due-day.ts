import { type CalendarDate, dateOfDayNumber } from '../calendar-date.ts';
import { type DueCalendar, EVERY_DAY } from './due-calendar.ts';
import type { FollowUp } from './follow-up.ts';
import { levelOf, type ServiceLevel, type ServiceLevels } from './service-levels.ts';

/** The day, as days since 1970, from which each kind of reason makes a customer due; Infinity where there is none. */
export interface DueDays {
  /** By whose end a complaint is to be answered. It makes the customer due at once. */
  readonly complaint: number;
  readonly promised: number;
  /** The tier rose. */
  readonly rose: number;
  /** A prospect is about to sign. */
  readonly signing: number;
  readonly birthday: number;
  readonly cadence: number;
}

const NEVER = Number.POSITIVE_INFINITY;
/** A prospect is due from so many days before it is expected to sign (default). */
const SIGNING_DAYS = 7;
/** A birthday on a day off is wished well on the last working day before, at most so many days early (default). */
const MOST_DAYS_EARLY = 7;
/** A first contact is never earlier than its place in the interval by more days, whatever the calendar. */
const MOST_DAYS_BEFORE_PLACE = 7;

/**
 * From when on a customer is due, kind by kind.
 *
 * The cadence counts from the last contact or skip; who was never contacted has a place of its own in the first interval
 * ({@link cadenceDay}). A promised day stands in place of the cadence's, earlier or later, and so does a planned one. What lies before the last contact
 * or skip is done with. A snooze and a pause hold back all but complaints. Out of market nothing counts but promises and
 * complaints.
 */
export function dueDays(followUp: FollowUp, level: ServiceLevel, calendar: DueCalendar): DueDays {
  return held(daysAsTheyCome(followUp, level, calendar), followUp, calendar);
}

/** The first of the days but the complaint's, which does not wait for its day. */
export function firstDay({ promised, rose, signing, birthday, cadence }: DueDays): number {
  return Math.min(promised, rose, signing, birthday, cadence);
}

/**
 * A day that is never later than the one on which the customer is due, whoever's calendar holds, so that what may be due
 * is found by an index; null when it is never due as things stand. With a complaint it is no later than the day on which the
 * customer came into the book.
 */
export function earliestDue(followUp: FollowUp, levels: ServiceLevels): CalendarDate | null {
  const { complaintDueOn, sinceOn } = followUp;
  const days = daysAsTheyCome(followUp, levelOf(levels, followUp), EVERY_DAY);
  const birthday = days.birthday - MOST_DAYS_EARLY;
  const cadence = earliestCadence(days.cadence, followUp);
  const first = firstDay(held({ ...days, birthday, cadence }, followUp, EVERY_DAY));
  const earliest = complaintDueOn === null ? first : Math.min(first, days.complaint, EVERY_DAY.number(sinceOn));
  return earliest === NEVER ? null : dateOfDayNumber(earliest);
}

/**
 * Whether nothing but the cadence, from a contact, a skip or a plan, makes the customer due: {@link earliestDue} is then the very
 * day on which it is, on every calendar. The statement that reads the heads of queues says the same in SQL.
 */
export function isDueByCadenceAlone(followUp: FollowUp): boolean {
  const { birthdayOn, complaintDueOn, expectedOn, plannedOn, promisedOn, roseOn } = followUp;
  const others = [birthdayOn, complaintDueOn, expectedOn, promisedOn, roseOn];
  return others.every((day) => day === null) && !(isNew(followUp) && plannedOn === null);
}

/**
 * The day by the cadence alone, snoozes and pauses aside; Infinity where there is none. Customers that were never contacted are
 * spread over the working days of the first interval by their ids, so that those who come together do not fall due together.
 */
export function cadenceDay(followUp: FollowUp, level: ServiceLevel, calendar: DueCalendar): number {
  if (isOutOfMarket(followUp) || promisedDay(followUp, calendar) !== NEVER) return NEVER;
  const known = agreedOrServedDay(followUp, level, calendar);
  if (known !== undefined) return known;
  const since = calendar.number(followUp.sinceOn);
  const place = placeOf(followUp.customerId);
  const plain = EVERY_DAY.dayAt(since, level.everyDays, place);
  return Math.max(calendar.dayAt(since, level.everyDays, place), earliestCadence(plain, followUp));
}

/** Whether the customer was neither contacted nor skipped yet. */
export function isNew({ lastContactOn, skippedOn }: FollowUp): boolean {
  return lastContactOn === null && skippedOn === null;
}

/** The least that {@link cadenceDay} may come to on any calendar, from what it is when every day is worked. */
function earliestCadence(plainDay: number, followUp: FollowUp): number {
  if (!isNew(followUp) || followUp.plannedOn !== null) return plainDay;
  return Math.max(EVERY_DAY.number(followUp.sinceOn), plainDay - MOST_DAYS_BEFORE_PLACE);
}

function daysAsTheyCome(followUp: FollowUp, level: ServiceLevel, calendar: DueCalendar): DueDays {
  const { complaintDueOn, roseOn, lastContactOn, skippedOn } = followUp;
  const isOut = isOutOfMarket(followUp);
  const served = servedDay(followUp, calendar);
  const birthday = isOut ? NEVER : wishesDay(followUp, calendar);
  // A contact of the day on which the tier rose may have been before it: the row says that it was.
  const isRiseDone = (lastContactOn ?? '') > (roseOn ?? '') || (skippedOn ?? '') >= (roseOn ?? '');
  return {
    complaint: complaintDueOn === null ? NEVER : calendar.number(complaintDueOn),
    promised: promisedDay(followUp, calendar),
    rose: isOut || roseOn === null || isRiseDone ? NEVER : calendar.number(roseOn),
    signing: signingDay(followUp, calendar),
    birthday: birthday > served ? birthday : NEVER,
    cadence: cadenceDay(followUp, level, calendar),
  };
}

function held(days: DueDays, followUp: FollowUp, calendar: DueCalendar): DueDays {
  if (followUp.snoozedUntil === null && followUp.pause === null) return days;
  const until = heldUntil(followUp, calendar);
  return {
    complaint: days.complaint,
    promised: Math.max(until, days.promised),
    rose: Math.max(until, days.rose),
    signing: Math.max(until, days.signing),
    birthday: Math.max(until, days.birthday),
    cadence: Math.max(until, days.cadence),
  };
}

/** Before which day a snooze and a pause hold back all but complaints; -Infinity: nothing is held back, Infinity: until somebody resumes. */
export function heldUntil({ snoozedUntil, pause }: FollowUp, calendar: DueCalendar): number {
  return Math.max(
    snoozedUntil === null ? -NEVER : calendar.number(snoozedUntil),
    pause === null ? -NEVER : pause.until === null ? NEVER : calendar.number(pause.until),
  );
}

/**
 * The day by promise, else by plan, else so many days after the last contact or skip, snoozes and pauses aside; undefined: the
 * first contact is open. Out of market nothing but a promise counts, and Infinity says that there is none.
 */
export function agreedOrServedDay(followUp: FollowUp, level: ServiceLevel, calendar: DueCalendar): number | undefined {
  const promised = promisedDay(followUp, calendar);
  if (promised !== NEVER || isOutOfMarket(followUp)) return promised;
  const planned = plannedDay(followUp, calendar);
  if (planned !== undefined) return planned;
  const served = servedDay(followUp, calendar);
  return served === -NEVER ? undefined : served + level.everyDays;
}

/**
 * The day from which a prospect is due because it is about to sign; Infinity for a customer, out of market, where no day is expected, and where
 * there was a contact or a skip since.
 */
export function signingDay(followUp: FollowUp, calendar: DueCalendar): number {
  const { stage, expectedOn } = followUp;
  if (isOutOfMarket(followUp) || stage !== 'prospect' || expectedOn === null) return NEVER;
  const signing = calendar.number(expectedOn) - SIGNING_DAYS;
  return signing > servedDay(followUp, calendar) ? signing : NEVER;
}

/** The day that a table plans, unless a contact or a skip has come since. */
function plannedDay({ plannedOn, lastContactOn, skippedOn }: FollowUp, calendar: DueCalendar): number | undefined {
  if (plannedOn === null || (lastContactOn ?? '') >= plannedOn || (skippedOn ?? '') >= plannedOn) return undefined;
  return calendar.number(plannedOn);
}

/** A promise for the day of the last contact was given at it; one for an earlier day was kept by it. */
function promisedDay({ promisedOn, lastContactOn, skippedOn }: FollowUp, calendar: DueCalendar): number {
  if (promisedOn === null || (lastContactOn ?? '') > promisedOn || (skippedOn ?? '') >= promisedOn) return NEVER;
  return calendar.number(promisedOn);
}

function wishesDay({ birthdayOn }: FollowUp, calendar: DueCalendar): number {
  if (birthdayOn === null) return NEVER;
  const birthday = calendar.number(birthdayOn);
  for (let day = birthday; day >= birthday - MOST_DAYS_EARLY; day--) if (calendar.isWorking(day)) return day;
  return birthday;
}

/** The day of the last contact or skip; -Infinity before the first. */
function servedDay({ lastContactOn, skippedOn }: FollowUp, calendar: DueCalendar): number {
  return Math.max(
    lastContactOn === null ? -NEVER : calendar.number(lastContactOn),
    skippedOn === null ? -NEVER : calendar.number(skippedOn),
  );
}

function isOutOfMarket({ status }: FollowUp): boolean {
  return status === 'out-of-market';
}

/** A customer's place in an interval, from 0 to below 1: its id by FNV-1a, with the bits of the result mixed (MurmurHash3's end). */
export function placeOf(customerId: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < customerId.length; index++) {
    hash = Math.imul(hash ^ customerId.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
