import * as fc from 'fast-check';
import { type CalendarDate, dateOfDayNumber } from '../../core/calendar-date.ts';
import type { CustomerStage } from '../../core/customer-stage.ts';
import {
  DIGEST_PARTS,
  type Digest,
  type DigestMove,
  type DigestMoves,
  type TierCount,
} from '../../core/digest/digest.ts';
import { COMPLAINT_CAUSES } from '../../core/follow-ups/complaint.ts';
import { fitScheme } from '../../core/grading/fit-scheme.ts';
import type { MigrationMatrix } from '../../core/grading/migration-matrix.ts';
import type { Scheme } from '../../core/grading/scheme.ts';
import { accountValue } from '../../core/schemes/account-value.ts';
import { salesPipeline } from '../../core/schemes/sales-pipeline.ts';
import { HOSTILE_NAMES } from './cards.ts';

const DAY = dateOfDayNumber(20_783);
const FITTED = fitScheme(accountValue, [{ values: { salesAmount: 900 } }], { asOf: DAY, currency: 'CNY' });
const ANNA = '01890000-0000-7000-8000-00000000000a';
const LEI = '01890000-0000-7000-8000-00000000000b';

/** A small digest with something in every part, of Thursday, 26 November 2026. */
export const FULL_DIGEST: Digest = {
  edition: 'daily',
  date: DAY,
  asOf: '2026-11-26T00:30:00.000Z',
  since: '2026-11-25T00:30:00.000Z',
  timeZone: 'Asia/Shanghai',
  schemes: { prospects: salesPipeline, customers: accountValue },
  currencies: { sales: 'CNY', expected: 'CNY' },
  members: { [ANNA]: 'Anna', [LEI]: '陈磊' },
  customers: 180,
  tiers: [
    count('customer', 'A', 20, 22),
    count('customer', 'B', 50, 49),
    count('customer', 'C', 60, 60),
    count('customer', 'D', 50, 49),
  ],
  moves: {
    up: { count: 1, ofBest: 0, best: [], value: 30_000, into: [into('B', 1)], first: [move('Bolt GmbH', 'C', 'B')] },
    down: {
      count: 7,
      ofBest: 2,
      best: [{ stage: 'customer', tier: 'A', customers: 2, toCall: 1 }],
      value: 1_900_000,
      into: [into('B', 2), into('C', 3), into('D', 2)],
      first: ['ACME', 'Kestrel Bearings', '春晖电子', 'Nordwind AB', 'Prolog Ltd'].map((name) => move(name, 'A', 'B')),
    },
  },
  overdue: [
    { stage: 'customer', tier: 'A', status: 'graded', ownerId: ANNA, customers: 3, owed: 4, made: 11 },
    { stage: 'customer', tier: 'B', status: 'graded', ownerId: LEI, customers: 12, owed: 12, made: 4 },
    { stage: 'customer', tier: 'C', status: 'graded', ownerId: null, customers: 2, owed: 2, made: 0 },
  ],
  complaints: {
    count: 2,
    late: 1,
    first: [
      {
        customerId: id(40),
        name: 'Kestrel Bearings',
        ownerId: ANNA,
        complaintId: id(41),
        stage: 'customer',
        tier: 'A',
        answerBy: '2026-11-25T09:00:00.000Z',
        isLate: true,
        cause: 'delivery',
      },
    ],
  },
  capacity: [{ memberId: LEI, days: 26.4, ofDays: 20, wasOver: true }],
  dormant: {
    count: 9,
    fresh: 1,
    first: [{ customerId: id(50), name: 'Orchid Foods', ownerId: LEI, tier: 'A', since: null }],
  },
  signings: {
    months: [{ month: '2026-11', ownerId: ANNA, prospects: 2, amount: 420_000 }],
    first: [{ customerId: id(60), name: 'Prolog Ltd', ownerId: ANNA, expectedOn: DAY, amount: 400_000 }],
  },
  ends: {
    won: {
      count: 1,
      amount: 90_000,
      currency: 'CNY',
      first: [
        {
          customerId: id(70),
          name: 'Won Ltd',
          ownerId: ANNA,
          outcome: 'won',
          endedOn: DAY,
          amount: 90_000,
          currency: 'CNY',
          reason: null,
        },
      ],
    },
    lost: { count: 0, amount: null, currency: null, first: [] },
  },
  causes: [{ cause: 'delivery', complaints: 2 }],
  satisfaction: { results: 12, average: 4.2, low: 1, before: 4.4 },
  data: [{ code: 'review', customers: 4, before: 4 }],
};

/** The same with nothing to tell. */
export const QUIET_DIGEST: Digest = {
  ...FULL_DIGEST,
  ...Object.fromEntries(DIGEST_PARTS.map((part) => [part, undefined])),
};

/** The weekly edition, with the migration matrix. */
export const WEEKLY_DIGEST: Digest = {
  ...FULL_DIGEST,
  edition: 'weekly',
  since: '2026-11-19T00:30:00.000Z',
  matrices: [
    { stage: 'customer', matrix: matrixOf(accountValue, (row, column) => (row === column ? 40 : 10 * row + column)) },
  ],
};

/** What moved in a scheme whose customers all stand in tiers. */
export function matrixOf(scheme: Scheme, countOf: (row: number, column: number) => number): MigrationMatrix {
  const places = scheme.tiers.map(({ id: tier }) => ({ tier }));
  return {
    rows: places,
    columns: places,
    counts: places.map((_, row) => places.map((__, column) => countOf(row, column))),
    directions: { up: 0, down: 0, stays: 0, gains: 0, loses: 0, aside: 0 },
    order: 'same-ids',
  };
}

const TWENTY_TIERS: Scheme = {
  ...accountValue,
  tiers: Array.from({ length: 20 }, (_, index) => ({
    ...accountValue.tiers[0],
    id: `tier${index + 1}`,
    titles: { en: `Platinum class number ${index + 1}`, 'zh-CN': `白金级第${index + 1}档` },
  })),
};

const anyName = fc.oneof(fc.constantFrom(...HOSTILE_NAMES), fc.string({ unit: 'binary', maxLength: 300 }));
const anyMember = fc.option(fc.integer({ min: 0, max: 199 }).map(id));
const anyTier = fc.integer({ min: 1, max: 20 }).map((index) => `tier${index}`);
const anyStage = fc.constantFrom<CustomerStage>('prospect', 'customer');
const anyCustomer = { customerId: fc.uuid(), name: anyName, ownerId: anyMember };
const anyAmount = fc.option(fc.double({ min: 0, max: 1e12, noNaN: true }));
const anyDay: fc.Arbitrary<CalendarDate> = fc.integer({ min: 20_000, max: 21_000 }).map(dateOfDayNumber);
const anyCount = fc.integer({ min: 0, max: 500_000 });
const first = <T>(each: fc.Arbitrary<T>) => fc.array(each, { maxLength: 5, size: 'max' });
const allTiers = anyCount.chain((customers) =>
  fc.constant(
    (['prospect', 'customer'] as const).flatMap((stage) =>
      TWENTY_TIERS.tiers.map((tier, at) => count(stage, tier.id, customers + at, at % 3 === 0 ? null : customers)),
    ),
  ),
);

const anyMoves = (direction: 'up' | 'down'): fc.Arbitrary<DigestMoves> =>
  fc.record({
    count: anyCount,
    ofBest: anyCount,
    best: fc.array(fc.record({ stage: anyStage, tier: anyTier, customers: fc.integer({ min: 1 }), toCall: anyCount }), {
      maxLength: 2,
    }),
    value: anyAmount,
    into: fc.array(
      fc.record({
        stage: anyStage,
        tier: anyTier,
        status: fc.constant('graded' as const),
        customers: fc.integer({ min: 1, max: 9000 }),
      }),
      { maxLength: 40, size: 'max' },
    ),
    first: first(
      fc.record({
        ...anyCustomer,
        stage: anyStage,
        from: fc.record({ tier: anyTier, status: fc.constant('graded' as const) }),
        to: fc.record({ tier: anyTier, status: fc.constant('graded' as const) }),
        direction: fc.constant(direction),
        isOutOfBest: fc.boolean(),
        value: anyAmount,
        why: fc.constantFrom<DigestMove['why']>(
          { cause: 'override', driver: null, reason: null, fitted: FITTED },
          {
            cause: 'facts',
            driver: { criterion: 'paymentCollection', from: 0.91, to: 0.5 },
            reason: null,
            fitted: FITTED,
          },
        ),
      }),
    ),
  });

/** Any digest of twenty tiers and two hundred reps, with names that try to break out. */
export const anyDigest: fc.Arbitrary<Digest> = fc.record({
  edition: fc.constantFrom('daily' as const, 'weekly' as const, 'monthly' as const),
  date: fc.constant(DAY),
  asOf: fc.constant('2026-11-26T00:30:00.000Z'),
  since: fc.option(fc.constant('2026-11-25T00:30:00.000Z')),
  timeZone: fc.constantFrom('UTC', 'Asia/Shanghai', 'America/Argentina/ComodRivadavia'),
  schemes: fc.constant({ prospects: TWENTY_TIERS, customers: TWENTY_TIERS }),
  currencies: fc.constant({ sales: 'CNY', expected: null }),
  members: fc
    .array(anyName, { minLength: 200, maxLength: 200 })
    .map((names) => Object.fromEntries(names.map((name, index) => [id(index), name]))),
  customers: anyCount,
  tiers: fc.option(allTiers, { nil: undefined }),
  moves: fc.option(fc.record({ up: anyMoves('up'), down: anyMoves('down') }), { nil: undefined }),
  matrices: fc.option(
    anyCount.map((customers) =>
      (['prospect', 'customer'] as const).map((stage) => ({
        stage,
        matrix: matrixOf(TWENTY_TIERS, (row, column) => (customers * (row + 1)) % (column + 7)),
      })),
    ),
    { nil: undefined },
  ),
  overdue: fc.option(
    fc.array(
      fc.record({
        stage: anyStage,
        tier: anyTier,
        status: fc.constant('graded' as const),
        ownerId: anyMember,
        customers: anyCount,
        owed: anyCount,
        made: anyCount,
      }),
      { maxLength: 400, size: 'max' },
    ),
    { nil: undefined },
  ),
  complaints: fc.option(
    fc.record({
      count: anyCount,
      late: anyCount,
      first: first(
        fc.record({
          ...anyCustomer,
          complaintId: fc.uuid(),
          stage: anyStage,
          tier: fc.option(anyTier),
          answerBy: fc.constant('2026-11-25T09:00:00.000Z'),
          isLate: fc.boolean(),
          cause: fc.option(fc.constantFrom(...COMPLAINT_CAUSES)),
        }),
      ),
    }),
    { nil: undefined },
  ),
  capacity: fc.option(
    fc.array(
      fc.record({
        memberId: fc.integer({ min: 0, max: 199 }).map(id),
        days: fc.double({ min: 20, max: 900, noNaN: true }),
        ofDays: fc.constant(20),
        wasOver: fc.boolean(),
      }),
      { maxLength: 200 },
    ),
    { nil: undefined },
  ),
  dormant: fc.option(
    fc.record({
      count: anyCount,
      fresh: anyCount,
      first: first(fc.record({ ...anyCustomer, tier: anyTier, since: fc.option(anyDay) })),
    }),
    { nil: undefined },
  ),
  signings: fc.option(
    fc.record({
      months: fc.array(
        fc.record({
          month: fc.constantFrom('2026-11', '2026-12', '2027-01'),
          ownerId: anyMember,
          prospects: anyCount,
          amount: anyAmount,
        }),
        { maxLength: 60 },
      ),
      first: first(fc.record({ ...anyCustomer, expectedOn: anyDay, amount: anyAmount })),
    }),
    { nil: undefined },
  ),
  ends: fc.option(fc.record({ won: anyEnds('won'), lost: anyEnds('lost') }), { nil: undefined }),
  causes: fc.option(
    fc.array(fc.record({ cause: fc.option(fc.constantFrom(...COMPLAINT_CAUSES)), complaints: anyCount }), {
      maxLength: 9,
    }),
    {
      nil: undefined,
    },
  ),
  satisfaction: fc.option(
    fc.record({
      results: anyCount,
      average: fc.double({ min: 1, max: 5, noNaN: true }),
      low: anyCount,
      before: fc.option(fc.constant(4)),
    }),
    { nil: undefined },
  ),
  data: fc.option(
    fc.array(
      fc.record({
        code: fc.constantFrom(
          'review' as const,
          'unreadable' as const,
          'without-owner' as const,
          'not-graded' as const,
          'overrides-expired' as const,
        ),
        customers: anyCount,
        before: fc.option(anyCount),
      }),
      { maxLength: 5 },
    ),
    { nil: undefined },
  ),
});

function anyEnds(outcome: 'won' | 'lost') {
  return fc.record({
    count: anyCount,
    amount: anyAmount,
    currency: fc.constantFrom(null, 'CNY', 'USD'),
    first: first(
      fc.record({
        ...anyCustomer,
        outcome: fc.constant(outcome),
        endedOn: anyDay,
        amount: anyAmount,
        currency: fc.constantFrom(null, 'CNY', 'USD'),
        reason: fc.option(anyName),
      }),
    ),
  });
}

function count(stage: CustomerStage, tier: string, customers: number, before: number | null): TierCount {
  return { stage, tier, status: 'graded', customers, before };
}

function into(tier: string, customers: number): DigestMoves['into'][number] {
  return { stage: 'customer', tier, status: 'graded', customers };
}

function move(name: string, from: string, to: string): DigestMove {
  const why: DigestMove['why'] = {
    cause: 'facts',
    driver: { criterion: 'paymentCollection', from: 0.96, to: 0.62 },
    reason: null,
    fitted: FITTED,
  };
  return {
    customerId: id(name.length),
    name,
    ownerId: ANNA,
    stage: 'customer',
    from: { tier: from, status: 'graded' },
    to: { tier: to, status: 'graded' },
    direction: from < to ? 'down' : 'up',
    isOutOfBest: from === 'A',
    value: 250_000,
    why,
  };
}

function id(index: number): string {
  return `01890000-0000-7000-8000-${String(index).padStart(12, '0')}`;
}
