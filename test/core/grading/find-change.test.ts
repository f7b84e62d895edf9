import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, parseIsoDate } from '../../../core/calendar-date.ts';
import type { Facts, FactValue } from '../../../core/customer.ts';
import { appliedValue } from '../../../core/grading/change-candidates.ts';
import { compileScheme } from '../../../core/grading/compile-scheme.ts';
import { withValue } from '../../../core/grading/find-change.ts';
import { fitScheme } from '../../../core/grading/fit-scheme.ts';
import type { NextTier } from '../../../core/grading/grade.ts';
import type { Scheme } from '../../../core/grading/scheme.ts';
import { AS_OF } from '../../support/arbitrary-scheme.ts';
import { byRank, byRules, portfolio } from '../../support/example-schemes.ts';

const level = fc.constantFrom<FactValue>('high', 'medium', 'low', 'none');
const day = fc.integer({ min: 0, max: 1200 }).map((days): FactValue => addDays(AS_OF, -days));

/** Facts with each value known more often than not. */
function factsOf(values: Record<string, fc.Arbitrary<FactValue>>): fc.Arbitrary<Facts> {
  return fc.record(values, { requiredKeys: [] }).map((known) => ({ values: known as Facts['values'] }));
}

const CASES: readonly (readonly [Scheme, fc.Arbitrary<Facts>, Record<string, readonly FactValue[]>])[] = [
  [
    byRank,
    factsOf({
      profit: fc.integer({ min: -20, max: 60 }),
      overdueAmount: fc.constantFrom<FactValue>(0, 5, true, false),
    }),
    { profit: range(-25, 65, 0.5), overdueAmount: [0, 1, 5, true, false] },
  ],
  [
    portfolio,
    factsOf({
      businessVolume: fc.integer({ min: 0, max: 30 }),
      growthPotential: level,
      satisfaction: fc.integer({ min: 0, max: 20 }).map((n) => n / 20),
    }),
    {
      businessVolume: range(0, 32, 0.5),
      growthPotential: ['high', 'medium', 'low', 'none'],
      satisfaction: range(0, 1, 0.025),
    },
  ],
  [
    byRules,
    factsOf({
      orders: fc.integer({ min: 0, max: 14 }),
      lastPurchase: day,
      selectionBegun: fc.boolean(),
      channel: fc.constantFrom('partner', 'web', '直销'),
    }),
    {
      orders: range(0, 15, 0.5),
      selectionBegun: [true, false],
      channel: ['Partner', 'web'],
      lastPurchase: range(0, 1200, 10).map((days) => addDays(AS_OF, -days)),
    },
  ],
];

describe.each(CASES)('the smallest change under $id', (scheme, arbitrary, values) => {
  const place = (tier: string | null): number => scheme.tiers.findIndex(({ id }) => id === tier);

  test.each(['better', 'worse'] as const)(
    '%s: it really moves the customer, and no smaller one of that criterion does',
    (way) => {
      let found = 0;
      fc.assert(
        fc.property(fc.array(arbitrary, { minLength: 3, maxLength: 20 }), (population) => {
          const compiled = compileScheme(fitScheme(scheme, population, { asOf: AS_OF }));
          const moves = (facts: Facts, from: number): boolean => {
            const now = place(compiled.code(facts).tier);
            return way === 'better' ? now >= 0 && now < from : now > from;
          };
          for (const facts of population) {
            const { tier } = compiled.grade(facts);
            const change = way === 'better' ? compiled.nextTier(facts) : compiled.drop(facts);
            if (tier === null || change === null) continue;
            found += 1;
            const after = compiled.grade(withValue(facts, change.criterion, appliedValue(change)));
            expect(after.tier).toBe(change.tier);
            expect(moves(withValue(facts, change.criterion, appliedValue(change)), place(tier))).toBe(true);
            for (const other of values[change.criterion] ?? []) {
              if (!isSmaller(change, other)) continue;
              expect(
                moves(withValue(facts, change.criterion, other), place(tier)),
                `${JSON.stringify(change)} or ${String(other)}`,
              ).toBe(false);
            }
          }
        }),
        { seed: 20_261_123, numRuns: 150 },
      );
      expect(found).toBeGreaterThan(100);
    },
  );

  test('where none is found, no value of any criterion lifts the customer', () => {
    fc.assert(
      fc.property(fc.array(arbitrary, { minLength: 3, maxLength: 12 }), (population) => {
        const compiled = compileScheme(fitScheme(scheme, population, { asOf: AS_OF }));
        for (const facts of population) {
          const { tier } = compiled.grade(facts);
          if (tier === null || compiled.nextTier(facts) !== null) continue;
          for (const [criterion, others] of Object.entries(values)) {
            if (facts.values[criterion] === undefined) continue;
            const isSameKind = (other: FactValue): boolean => typeof other === typeof facts.values[criterion];
            for (const other of others.filter(isSameKind)) {
              expect(place(compiled.code(withValue(facts, criterion, other)).tier)).not.toBeLessThan(-1);
              const reached = place(compiled.code(withValue(facts, criterion, other)).tier);
              expect(reached < 0 || reached >= place(tier), `${criterion} ${String(other)}`).toBe(true);
            }
          }
        }
      }),
      { seed: 20_261_123, numRuns: 100 },
    );
  });
});

test('ties: whoever reaches the value of the last customer of a tier gets it, without another losing it', () => {
  const population = [90, 70, 50, 30, 10].map((profit): Facts => ({ values: { profit } }));
  const compiled = compileScheme(fitScheme(byRank, population, { asOf: AS_OF, currency: 'CNY' }));
  expect(compiled.nextTier({ values: { profit: 50 } })).toEqual({ tier: 'B', criterion: 'profit', from: 50, to: 70 });
  const lifted = [90, 70, 70, 30, 10].map((profit): Facts => ({ values: { profit } }));
  const again = compileScheme(fitScheme(byRank, lifted, { asOf: AS_OF }));
  expect(lifted.map((facts) => again.grade(facts).tier)).toEqual(['A', 'B', 'B', 'D', 'D']);
});

/** Whether the other value lies between the customer's and the change's, on the same side. */
function isSmaller({ from, to, beyond }: NextTier, other: FactValue): boolean {
  const [a, b, c] = [from, to, other].map(numberOf);
  if (a === undefined || b === undefined || c === undefined || c === a) return false;
  const isSameSide = b === a ? (beyond === 'above' ? c > a : c < a) : Math.sign(c - a) === Math.sign(b - a);
  return isSameSide && Math.abs(c - a) < Math.abs(b - a);
}

const LEVELS: readonly FactValue[] = ['none', 'low', 'medium', 'high'];

function numberOf(value: FactValue | null | undefined): number | undefined {
  if (typeof value === 'number') return value;
  if (value === null || value === undefined || typeof value === 'boolean') return undefined;
  if (LEVELS.includes(value)) return LEVELS.indexOf(value);
  return parseIsoDate(value) === undefined ? undefined : Date.parse(value);
}

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => from + index * step);
}
