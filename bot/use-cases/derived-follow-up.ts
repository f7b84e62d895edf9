import { type CalendarDate, calendarDate, dateParts } from '../../core/calendar-date.ts';
import { factDate } from '../../core/customer.ts';
import { earliestDue } from '../../core/follow-ups/due-day.ts';
import { owedDay } from '../../core/follow-ups/owed-day.ts';
import { type SchemesInUse, serviceLevels } from '../../core/follow-ups/service-levels.ts';
import { localDay } from '../clock.ts';
import type { FollowUpSource } from '../store/follow-up-sources.ts';
import { followUpOf, type StoredFollowUp } from '../store/follow-ups.ts';

/** What holds for every follow-up that is derived at one time. */
export interface DerivingRules {
  readonly schemes: SchemesInUse;
  readonly now: Date;
  /** IANA name: by its days a customer came into the book and tiers rose. */
  readonly timeZone: string;
}

/** The due day of what is not due as far as anybody can see. */
const NEVER = '9999-12-31' as CalendarDate;
/** Where each day ends last: a moment's day is nowhere earlier. */
export const LAST_ZONE = 'Etc/GMT+12';

/**
 * Derives follow-ups from what is on file; of the one that stood before only what people decided is kept: the promise's
 * words while there is a promise, snooze and skip until there was a contact since, and the pause.
 */
export function followUpDeriver({
  schemes,
  now,
  timeZone,
}: DerivingRules): (source: FollowUpSource, before: StoredFollowUp | undefined) => StoredFollowUp {
  const dayOf = rememberedDays(timeZone);
  const today = localDay(now, LAST_ZONE);
  const places = placesOf(schemes);
  const levels = serviceLevels(schemes);
  return (source, before) => {
    const { customerId, ownerId, stage, status, tier, lastContactOn, nextContactOn, complaintDueAt, surveyedOn } =
      source;
    const isAgreed = isStillAgreed(source);
    // what a person agreed on with the customer; any other day comes from a table
    const isPromised =
      isAgreed &&
      ((before?.promise ?? null) !== null || source.contacts.some(({ nextOn }) => nextOn === nextContactOn));
    const isNewContact = lastContactOn !== null && before !== undefined && lastContactOn > (before.lastContactOn ?? '');
    const skippedOn = before?.skippedOn ?? null;
    const derived = {
      customerId,
      ownerId,
      stage,
      status,
      tier,
      sinceOn: dayOf(source.createdAt),
      lastContactOn,
      lastMethods: source.contacts.map(({ method }) => method),
      promisedOn: isPromised ? nextContactOn : null,
      promise: isPromised ? (before?.promise ?? null) : null,
      plannedOn: isAgreed && !isPromised ? nextContactOn : null,
      roseOn: riseDay(source, places, dayOf),
      expectedOn: stage === 'prospect' ? (factDate(source.expectedDate ?? undefined) ?? null) : null,
      expectedAmount: stage === 'prospect' && typeof source.expectedAmount === 'number' ? source.expectedAmount : null,
      complaintDueAt,
      birthdayOn: nextBirthday(source.birthdays, today),
      surveyedOn,
      skippedOn:
        isNewContact || (skippedOn !== null && lastContactOn !== null && lastContactOn >= skippedOn) ? null : skippedOn,
      snoozedUntil: isNewContact ? null : (before?.snoozedUntil ?? null),
      isPaused: before?.isPaused ?? false,
      pausedUntil: before?.pausedUntil ?? null,
    };
    const followUp = followUpOf(derived, LAST_ZONE);
    return { ...derived, owedOn: owedDay(followUp, levels), dueOn: earliestDue(followUp, levels) ?? NEVER };
  };
}

/** Whether the next contact's day is to come: a contact on it or later has kept it, unless it was agreed on at that contact. */
function isStillAgreed({ lastContactOn, nextContactOn, contacts: [latest] }: FollowUpSource): boolean {
  if (nextContactOn === null || lastContactOn === null) return nextContactOn !== null;
  if (nextContactOn !== lastContactOn) return nextContactOn > lastContactOn;
  return latest !== undefined && latest.happenedOn === lastContactOn && latest.nextOn === nextContactOn;
}

/** The day on which the tier rose, unless the customer was contacted since; a change of scheme or stage is no rise. */
function riseDay(
  { stage, tier, change, lastContactOn, contacts }: FollowUpSource,
  places: ReadonlyMap<string, number>,
  dayOf: (moment: Date) => CalendarDate,
): CalendarDate | null {
  if (change === null || change.toTier !== tier || change.cause === 'scheme' || change.cause === 'stage') return null;
  const from = places.get(`${stage} ${change.fromTier}`);
  const to = places.get(`${stage} ${change.toTier}`);
  if (change.fromTier === null || from === undefined || to === undefined || to >= from) return null;
  const roseOn = dayOf(change.changedAt);
  if (lastContactOn === null || lastContactOn < roseOn) return roseOn;
  if (lastContactOn > roseOn) return null;
  // On the same day the time decides, where it is known.
  const contact = contacts.find(({ happenedOn }) => happenedOn === roseOn);
  return contact !== undefined && contact.loggedAt < change.changedAt ? roseOn : null;
}

/** Each tier's place among those of its stage, best first. */
function placesOf({ customers, prospects }: SchemesInUse): ReadonlyMap<string, number> {
  return new Map([
    ...(customers?.tiers.map(({ id }, place) => [`customer ${id}`, place] as const) ?? []),
    ...(prospects?.tiers.map(({ id }, place) => [`prospect ${id}`, place] as const) ?? []),
  ]);
}

/** The earliest birthday (`MM-DD`) that is today or later; in other years the 29th of February is the 28th. */
function nextBirthday(birthdays: readonly string[], today: CalendarDate): CalendarDate | null {
  const { year } = dateParts(today);
  const days = birthdays.flatMap((birthday) => {
    const [month, day] = birthday.split('-').map(Number);
    if (month === undefined || day === undefined) return [];
    const inYears = [year, year + 1].map(
      (each) => calendarDate(each, month, day) ?? calendarDate(each, month, day - 1),
    );
    return inYears.find((date) => date !== undefined && date >= today) ?? [];
  });
  return days.toSorted()[0] ?? null;
}

/** `localDay`, which is dear, asked once for each moment: imports and runs give many customers the same. */
function rememberedDays(timeZone: string): (moment: Date) => CalendarDate {
  const known = new Map<number, CalendarDate>();
  return (moment) => {
    const ms = moment.getTime();
    const day = known.get(ms) ?? localDay(moment, timeZone);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(ms, day);
    return day;
  };
}

const MOST_REMEMBERED = 10_000;
