import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../core/customer.ts';
import { compileScheme } from '../../../core/grading/compile-scheme.ts';
import { type CustomerColumns, columnOf } from '../../../core/grading/customer-columns.ts';
import { fitScheme, schemeFitter } from '../../../core/grading/fit-scheme.ts';
import { STATUS_CODES } from '../../../core/grading/grade-columns.ts';
import type { Scheme } from '../../../core/grading/scheme.ts';
import { accountValue } from '../../../core/schemes/account-value.ts';
import { arbitraryMethodFacts, arbitraryMethodScheme } from '../../support/arbitrary-method.ts';
import { AS_OF, arbitraryGrading } from '../../support/arbitrary-scheme.ts';

const RUNS = { numRuns: 300, seed: 20_261_125 };

/** Random schemes of every method, with a population. */
const anyGrading = (): fc.Arbitrary<{ scheme: Scheme; population: readonly Facts[] }> =>
  fc.oneof(
    arbitraryGrading(),
    fc.record({ scheme: arbitraryMethodScheme(), population: fc.array(arbitraryMethodFacts(), { maxLength: 12 }) }),
  );

/** Customers as columns, as they come out of a database; NaN, which no JSON has, is left to grading one by one. */
function columnsOf(population: readonly Facts[], scheme: Scheme): CustomerColumns {
  const values = scheme.criteria.map(
    ({ id }) => [id, columnOf(population.map((facts) => facts.values[id] ?? null))] as const,
  );
  const doubts = population.flatMap((facts, place) =>
    facts.doubts === undefined ? [] : [[place, facts.doubts] as const],
  );
  return { size: population.length, values: Object.fromEntries(values), doubts: new Map(doubts) };
}

function isInJson({ values }: Facts): boolean {
  return Object.values(values).every((value) => typeof value !== 'number' || Number.isFinite(value));
}

describe('grading whole columns', () => {
  test('gives each customer what grading one by one does, bands included', () => {
    let graded = 0;
    fc.assert(
      fc.property(anyGrading(), ({ scheme, population: all }) => {
        const population = all.filter(isInJson);
        const { code, counted, gradeColumns, fitted } = compileScheme(fitScheme(scheme, population, { asOf: AS_OF }));
        const grades = gradeColumns(columnsOf(population, scheme));
        for (const [place, facts] of population.entries()) {
          const { status, tier, score, bands } = code(facts);
          if (tier !== null) graded += 1;
          const found = grades.scores[place] ?? Number.NaN;
          expect(STATUS_CODES[grades.statuses[place] ?? -1]).toBe(status);
          expect(fitted.scheme.tiers[grades.tiers[place] ?? -1]?.id ?? null).toBe(tier);
          expect(Number.isNaN(found) ? null : found).toBe(score);
          const names = counted.map((_, at) => grades.bandIds[at]?.[grades.bands[at]?.[place] ?? -1] ?? null);
          expect(names).toEqual(bands);
        }
      }),
      RUNS,
    );
    expect(graded).toBeGreaterThan(500);
  });

  test('finds the same cut points as customer by customer', () => {
    fc.assert(
      fc.property(anyGrading(), fc.integer({ min: 0, max: 12 }), ({ scheme, population: all }, split) => {
        const population = all.filter(isInJson);
        const fitter = schemeFitter(scheme, { asOf: AS_OF });
        for (const part of [population.slice(0, split), population.slice(split)])
          fitter.addColumns(columnsOf(part, scheme));
        expect(fitter.finish()).toEqual(fitScheme(scheme, population, { asOf: AS_OF }));
      }),
      RUNS,
    );
  });

  test('is right for more customers than are tallied at a time, some of them with gaps', () => {
    const population = Array.from({ length: 3000 }, (_, index): Facts => {
      const values = { salesAmount: (index * 7919) % 3001, paymentCollection: (index % 100) / 100, satisfaction: 0.8 };
      if (index % 1500 !== 7) return { values };
      return { values: index === 7 ? { salesAmount: -1 } : { satisfaction: 0.5 } };
    });
    const compiled = compileScheme(fitScheme(accountValue, population, { asOf: AS_OF }));
    const { tiers } = compiled.gradeColumns(columnsOf(population, accountValue));
    const ids = accountValue.tiers.map(({ id }) => id);
    expect(Array.from(tiers, (tier) => ids[tier] ?? null)).toEqual(
      population.map((facts) => compiled.code(facts).tier),
    );
    expect(new Set(tiers).size).toBeGreaterThan(3);
  });
});
