import * as fc from 'fast-check';
import { addDays, type CalendarDate, dateOfDayNumber, dayNumber, parseIsoDate } from '../../core/calendar-date.ts';
import type { FollowUp } from '../../core/follow-ups/follow-up.ts';
import { serviceLevels } from '../../core/follow-ups/service-levels.ts';
import type { WorkCalendar } from '../../core/follow-ups/work-calendar.ts';
import { CONTACT_METHODS } from '../../core/grading/contact-methods.ts';
import { accountValue } from '../../core/schemes/account-value.ts';
import { salesPipeline } from '../../core/schemes/sales-pipeline.ts';

/** The levels of a workspace that keeps the schemes it starts with. */
export const LEVELS = serviceLevels({ prospects: salesPipeline, customers: accountValue });

/** A Thursday. */
export const TODAY = day('2026-11-26');

/** Monday to Friday, with no holidays. */
export const WEEKDAYS: WorkCalendar = {
  isWorkingDay: (date) => (dayNumber(date) + 3) % 7 < 5,
};

/** The day of a text such as 2026-11-26. */
export function day(text: string): CalendarDate {
  const date = parseIsoDate(text);
  if (date === undefined) throw new RangeError(`${text} is no day.`);
  return date;
}

/** A tier B prospect that was contacted 20 days before {@link TODAY}, so that it is due, with what `parts` say. */
export function aFollowUp(parts: Partial<FollowUp> = {}): FollowUp {
  return {
    customerId: 'c1',
    stage: 'prospect',
    status: 'graded',
    tier: 'B',
    sinceOn: day('2026-01-05'),
    lastContactOn: addDays(TODAY, -20),
    lastMethods: [],
    promisedOn: null,
    plannedOn: null,
    promise: null,
    roseOn: null,
    expectedOn: null,
    complaintDueOn: null,
    complaintDueAt: null,
    birthdayOn: null,
    surveyedOn: null,
    skippedOn: null,
    snoozedUntil: null,
    pause: null,
    ...parts,
  };
}

/** A calendar that leaves out some weekdays, and some days more or less. */
export const arbitraryCalendar: fc.Arbitrary<WorkCalendar> = fc
  .record({
    weekend: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 3 }),
    off: fc.array(fc.record({ from: fc.integer({ min: -60, max: 90 }), days: fc.integer({ min: 1, max: 12 }) }), {
      maxLength: 4,
    }),
  })
  .map(({ weekend, off }) => {
    const today = dayNumber(TODAY);
    return {
      isWorkingDay(date) {
        const number = dayNumber(date);
        return (
          !weekend.includes(number % 7) &&
          !off.some(({ from, days }) => number >= today + from && number < today + from + days)
        );
      },
    };
  });

/** A day from `min` to `max` days after {@link TODAY}. */
export function dayNear(min: number, max: number): fc.Arbitrary<CalendarDate> {
  return fc.integer({ min, max }).map((days) => dateOfDayNumber(dayNumber(TODAY) + days));
}

const rarely = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });

const methods = fc.array(fc.constantFrom(...CONTACT_METHODS), { maxLength: 2 });

/** A follow-up with anything that may stand in one. */
export const arbitraryFollowUp: fc.Arbitrary<FollowUp> = fc
  .record({
    customerId: fc.uuid({ version: 7 }),
    group: fc.constantFrom(
      ...LEVELS.map(({ stage, tier }) => ({ stage, tier, status: tier === null ? null : ('graded' as const) })),
      { stage: 'prospect' as const, tier: null, status: 'review' as const },
      { stage: 'prospect' as const, tier: null, status: 'out-of-market' as const },
    ),
    sinceOn: dayNear(-100, 0),
    lastContactOn: fc.option(dayNear(-120, 0), { freq: 3 }),
    lastMethods: methods,
    promisedOn: rarely(dayNear(-20, 40)),
    plannedOn: rarely(dayNear(-20, 40)),
    promise: fc.constantFrom(null, 'quote'),
    roseOn: rarely(dayNear(-10, 0)),
    expectedOn: rarely(dayNear(-20, 60)),
    complaintDueOn: rarely(dayNear(-3, 5)),
    complaintDueAt: fc.constant(null),
    birthdayOn: rarely(dayNear(0, 60)),
    surveyedOn: rarely(dayNear(-400, 0)),
    skippedOn: rarely(dayNear(-30, 0)),
    snoozedUntil: rarely(dayNear(-5, 20)),
    pause: rarely(fc.record({ until: fc.option(dayNear(-5, 30)) })),
  })
  .map(({ group, ...parts }) => ({ ...parts, ...group }));

/** A book of up to `maxLength` customers. */
export function arbitraryBook(maxLength: number): fc.Arbitrary<FollowUp[]> {
  return fc.uniqueArray(arbitraryFollowUp, { maxLength, size: 'max', selector: ({ customerId }) => customerId });
}
