import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../core/customer.ts';
import { type CompiledScheme, compileScheme } from '../../../core/grading/compile-scheme.ts';
import { fitScheme } from '../../../core/grading/fit-scheme.ts';
import { roundedScore } from '../../../core/grading/plan-scorecard.ts';
import type { Scheme } from '../../../core/grading/scheme.ts';
import type { Method } from '../../../core/grading/scheme-methods.ts';
import { arbitraryFullFacts, arbitraryFullScheme } from '../../support/arbitrary-full-scheme.ts';
import { AS_OF } from '../../support/arbitrary-scheme.ts';

const RUNS = { seed: 20_261_125, numRuns: 120 };

const arbitraryGrading = () =>
  fc.record({
    scheme: arbitraryFullScheme(),
    population: fc.array(arbitraryFullFacts(), { minLength: 2, maxLength: 12 }),
  });

describe('order decides nothing', () => {
  test('neither that of the customers', () => {
    fc.assert(
      fc.property(
        arbitraryGrading().chain(({ scheme, population }) =>
          fc.record({
            scheme: fc.constant(scheme),
            population: fc.constant(population),
            shuffled: fc.shuffledSubarray(population, { minLength: population.length }),
          }),
        ),
        ({ scheme, population, shuffled }) => {
          const fitted = fitScheme(scheme, population, { asOf: AS_OF });
          const other = fitScheme(scheme, shuffled, { asOf: AS_OF });
          expect(other).toEqual(fitted);
          const [grade, again] = [fitted, other].map((one) => compileScheme(one).grade);
          for (const facts of population) expect(again?.(facts)).toEqual(grade?.(facts));
        },
      ),
      RUNS,
    );
  });

  test('nor that of the columns, the criteria, the derived results, the knock-outs or the rules that do not overlap', () => {
    fc.assert(
      fc.property(arbitraryGrading(), ({ scheme, population }) => {
        const turned = population.map(({ values, ...rest }): Facts => ({ ...rest, values: turnedRound(values) }));
        const codes = codesOf(compileScheme(fitScheme(scheme, population, { asOf: AS_OF })), population);
        const others = codesOf(compileScheme(fitScheme(turnedScheme(scheme), turned, { asOf: AS_OF })), turned);
        expect(others).toEqual(codes);
      }),
      RUNS,
    );
  });
});

test.each([
  // 79.95 in decimals, and as it comes out of adding up
  [79.95, 1, 80],
  [79.949_999_999_999_99, 1, 80],
  [79.94, 1, 79.9],
  [33.3 * 100 + 33.3 * 39.85 + 33.4 * 100, 100, 80],
])('a score of %d / %d is %d, whatever the order in which it was added up', (sum, weight, score) => {
  expect(roundedScore(sum, weight)).toBe(score);
});

test('the order of criteria does not decide at a half', () => {
  // weights that binary fractions cannot hold: the same sum differs in the last digit by its order
  fc.assert(
    fc.property(
      fc.array(fc.record({ weight: fc.integer({ min: 1, max: 999 }), points: fc.integer({ min: 0, max: 100 }) }), {
        minLength: 2,
        maxLength: 8,
      }),
      (parts) => {
        const total = (list: typeof parts): number => {
          let sum = 0;
          let weight = 0;
          for (const part of list) {
            sum += (part.weight / 10) * part.points;
            weight += part.weight / 10;
          }
          return roundedScore(sum, weight);
        };
        expect(total(parts.toReversed())).toBe(total(parts));
      },
    ),
    { seed: RUNS.seed, numRuns: 20_000 },
  );
});

function codesOf({ code }: CompiledScheme, population: readonly Facts[]): unknown[] {
  return population.map((facts) => {
    const { status, tier, score } = code(facts);
    return { status, tier, score };
  });
}

function turnedRound<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).toReversed());
}

function turnedScheme(scheme: Scheme): Scheme {
  return {
    ...scheme,
    criteria: scheme.criteria.toReversed(),
    ...(scheme.derived && {
      derived: scheme.derived.toReversed().map((one) => ({ ...one, method: turnedMethod(one.method) })),
    }),
    ...(scheme.knockOuts && { knockOuts: scheme.knockOuts.toReversed() }),
    method: turnedMethod(scheme.method),
  };
}

function turnedMethod(method: Method): Method {
  switch (method.kind) {
    case 'scorecard':
      return { ...method, criteria: method.criteria.toReversed() };
    case 'decision-table':
      return {
        ...method,
        rules: (method.hitPolicy === 'unique' ? method.rules.toReversed() : method.rules).map(({ when, outcome }) => ({
          when: turnedRound(when),
          outcome,
        })),
      };
    case 'matrix':
      return {
        ...method,
        cells: turnedRound(Object.fromEntries(Object.entries(method.cells).map(([id, row]) => [id, turnedRound(row)]))),
      };
    case 'bands':
      return { ...method, ...(method.labels && { labels: turnedRound(method.labels) }) };
    case 'quantiles':
      return method;
    default:
      return method satisfies never;
  }
}
