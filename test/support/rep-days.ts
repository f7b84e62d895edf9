import * as fc from 'fast-check';
import type { DoneToday, RepDay } from '../../bot/use-cases/rep-day.ts';
import { type CalendarDate, dateOfDayNumber } from '../../core/calendar-date.ts';
import type { DueReason } from '../../core/follow-ups/day-plan.ts';
import { serviceLevels } from '../../core/follow-ups/service-levels.ts';
import { CONTACT_METHODS } from '../../core/grading/contact-methods.ts';
import { accountValue } from '../../core/schemes/account-value.ts';
import { salesPipeline } from '../../core/schemes/sales-pipeline.ts';
import { HOSTILE_NAMES } from './cards.ts';

const SCHEMES = { prospects: salesPipeline, customers: accountValue };
const LEVELS = serviceLevels(SCHEMES);

const anyName = fc.oneof(fc.constantFrom(...HOSTILE_NAMES), fc.string({ unit: 'binary', maxLength: 300 }));
const anyDay: fc.Arbitrary<CalendarDate> = fc.integer({ min: 20_400, max: 20_600 }).map(dateOfDayNumber);

const anyReason: fc.Arbitrary<DueReason> = fc.oneof(
  fc.record({
    code: fc.constant('complaint' as const),
    answerBy: anyDay,
    answerAt: fc.option(fc.date({ noInvalidDate: true, min: new Date('2025-12-01'), max: new Date('2026-06-01') })),
  }),
  fc.record({ code: fc.constant('promised' as const), on: anyDay, promise: fc.option(anyName) }),
  fc.record({ code: fc.constantFrom('rose' as const, 'expected-signing' as const, 'birthday' as const), on: anyDay }),
  fc.record({ code: fc.constant('overdue' as const), days: fc.integer({ min: 1, max: 4000 }) }),
  fc.record({ code: fc.constantFrom('first-contact' as const, 'due' as const) }),
);

const anyListed = {
  name: anyName,
  tier: fc.option(fc.constantFrom('A', 'D', 'gold', 'x'.repeat(64))),
  stage: fc.constantFrom('prospect' as const, 'customer' as const),
  coveredFor: fc.option(anyName),
};

const anyContact = fc.record({
  ...anyListed,
  customerId: fc.uuid(),
  level: fc.constantFrom(...LEVELS),
  dueOn: anyDay,
  reasons: fc.array(anyReason, { minLength: 1, maxLength: 6 }),
  method: fc.constantFrom(...CONTACT_METHODS),
  minutes: fc.integer({ min: 1, max: 960 }),
  asksSatisfaction: fc.boolean(),
  complaintId: fc.option(fc.uuid(), { nil: undefined }),
});

const anyDone: fc.Arbitrary<DoneToday> = fc.record({
  ...anyListed,
  customerId: fc.uuid(),
  kind: fc.constantFrom('contact', 'snooze', 'skip', 'pause', 'something-new'),
  actionId: fc.uuid(),
  by: fc.option(fc.constantFrom('U0ANNA', 'U0LEI', '<!channel>')),
  at: fc.constant(new Date('2026-03-05T09:30:00Z')),
});

/** Any day of a rep, with names that try to break out and lists of any length. */
export const anyRepDay: fc.Arbitrary<RepDay> = fc.record({
  memberId: fc.uuid(),
  slackUserId: fc.option(fc.constant('U0ANNA')),
  name: anyName,
  timeZone: fc.constantFrom('UTC', 'Asia/Shanghai'),
  locale: fc.constantFrom(null, 'en-GB', 'zh-CN', 'zh-TW'),
  date: anyDay,
  isWorkingDay: fc.boolean(),
  isAway: fc.boolean(),
  budgetMinutes: fc.integer({ min: 30, max: 960 }),
  plannedMinutes: fc.integer({ min: 0, max: 960 }),
  today: fc.array(anyContact, { maxLength: 60, size: 'max' }),
  carriedOver: fc.array(
    fc.tuple(anyContact, fc.option(anyDay)).map(([contact, comesOn]) => ({ ...contact, comesOn })),
    { maxLength: 40, size: 'max' },
  ),
  knownUntil: anyDay,
  carriedOverCount: fc.integer({ min: 0, max: 4000 }),
  done: fc.array(anyDone, { maxLength: 60, size: 'max' }),
  customers: fc.integer({ min: 0, max: 100_000 }),
  paused: fc.integer({ min: 0, max: 100 }),
  loadDays: fc.double({ min: 0, max: 10_000, noNaN: true }),
  schemes: fc.constant(SCHEMES),
});

/** A day with nothing in it, for a test to fill. */
export const QUIET_DAY: RepDay = {
  memberId: '01890000-0000-7000-8000-00000000000a',
  slackUserId: 'U0ANNA',
  name: 'Anna',
  timeZone: 'UTC',
  locale: 'en-GB',
  date: dateOfDayNumber(20_517),
  isWorkingDay: true,
  isAway: false,
  budgetMinutes: 480,
  plannedMinutes: 0,
  today: [],
  carriedOver: [],
  knownUntil: dateOfDayNumber(20_531),
  carriedOverCount: 0,
  done: [],
  customers: 0,
  paused: 0,
  loadDays: 0,
  schemes: SCHEMES,
};

/** A contact of the day with this name. */
export function contactOf(name: string, given: Partial<RepDay['today'][number]> = {}): RepDay['today'][number] {
  const [level] = LEVELS;
  if (level === undefined) throw new Error('No level.');
  return {
    customerId: '01890000-0000-7000-8000-000000000001',
    name,
    tier: 'A',
    stage: 'prospect',
    coveredFor: null,
    level,
    dueOn: QUIET_DAY.date,
    reasons: [{ code: 'overdue', days: 3 }],
    method: 'phone',
    minutes: 90,
    asksSatisfaction: false,
    ...given,
  };
}
