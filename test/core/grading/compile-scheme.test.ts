import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FactValue } from '../../../core/customer.ts';
import { checkScheme } from '../../../core/grading/check-scheme.ts';
import { compileScheme } from '../../../core/grading/compile-scheme.ts';
import { fitScheme } from '../../../core/grading/fit-scheme.ts';
import type { Grade } from '../../../core/grading/grade.ts';
import { monthsBefore } from '../../../core/grading/months-before.ts';
import type { ScorecardScheme } from '../../../core/grading/scheme.ts';
import { AS_OF, arbitraryFacts, arbitraryGrading, arbitraryScheme } from '../../support/arbitrary-scheme.ts';
import { interpretScheme } from '../../support/interpret-scheme.ts';

const RUNS = { numRuns: 400, seed: 20_260_315 };

describe('laws of grading, on random schemes and customers', () => {
  test('random schemes pass the check, so that the laws are about schemes that can exist', () => {
    fc.assert(
      fc.property(arbitraryScheme(), (scheme) => {
        const outcome = checkScheme(scheme);
        const onlyStandIns = scheme.method.criteria.every((scored) => scored.insteadOf);
        expect('problems' in outcome && !onlyStandIns ? outcome.problems.map((problem) => problem.code) : []).toEqual(
          [],
        );
      }),
      RUNS,
    );
  });

  test('the compiled grader agrees with the plain interpreter', () => {
    fc.assert(
      fc.property(arbitraryGrading(), arbitraryGrading(), ({ scheme, population }, other) => {
        const compiled = compileScheme(fitScheme(scheme, population, { asOf: AS_OF }));
        const interpret = interpretScheme(scheme, population, AS_OF);
        // customers from elsewhere too: graded later than the scheme was fitted
        for (const facts of [...population, ...other.population])
          expect(compiled.grade(facts)).toEqual(interpret(facts));
      }),
      RUNS,
    );
  });

  test('the lean codes say what the full grade says', () => {
    fc.assert(
      fc.property(arbitraryGrading(), ({ scheme, population }) => {
        const compiled = compileScheme(fitScheme(scheme, population, { asOf: AS_OF }));
        for (const facts of population) {
          const { status, tier, score, reasons } = compiled.grade(facts);
          const bands = compiled.counted.map(
            (id) => reasons.find((reason) => reason.criterion === id && reason.knockOut === undefined)?.band ?? null,
          );
          expect(compiled.code(facts)).toEqual({ status, tier, score, bands });
        }
      }),
      RUNS,
    );
  });

  test("the reasons' points add up to the score, and none exceeds its maximum", () => {
    fc.assert(
      fc.property(arbitraryGrading(), ({ scheme, population }) => {
        const compiled = compileScheme(fitScheme(scheme, population, { asOf: AS_OF }));
        for (const grade of population.map((facts) => compiled.grade(facts))) {
          for (const reason of grade.reasons) expect(reason.points).toBeLessThanOrEqual(reason.max);
          if (grade.score === null) continue;
          const sum = grade.reasons.reduce((total, reason) => total + reason.points, 0);
          expect(Math.abs(sum - grade.score)).toBeLessThanOrEqual(0.05 + 1e-9);
        }
      }),
      RUNS,
    );
  });

  test('a better value of one criterion never lowers the score or the tier', () => {
    fc.assert(
      fc.property(
        arbitraryGrading().chain(({ scheme, population }) =>
          fc.record({
            scheme: fc.constant(scheme),
            population: fc.constant(population),
            facts: arbitraryFacts(scheme),
            donor: arbitraryFacts(scheme),
          }),
        ),
        ({ scheme, population, facts, donor }) => {
          const compiled = compileScheme(fitScheme(scheme, population, { asOf: AS_OF }));
          const before = compiled.grade(facts);
          // clearing a knock-out may bring to light that too little is known
          if (before.score === null) return;
          for (const criterion of scheme.criteria) {
            const value = facts.values[criterion.id];
            const other = donor.values[criterion.id];
            const direction = criterion.direction === 'lower-is-better' ? -1 : 1;
            if (value === undefined || other === undefined) continue;
            const [a, b] = [rankOf(value), rankOf(other)];
            if (a === undefined || b === undefined || a.kind !== b.kind || direction * (b.rank - a.rank) < 0) continue;
            const after = compiled.grade({ ...facts, values: { ...facts.values, [criterion.id]: other } });
            if (after.review.some((remark) => remark.code === 'out-of-range')) continue;
            expect(after.status).toBe('graded');
            expect(after.score ?? 0).toBeGreaterThanOrEqual(before.score);
            expect(tierIndex(scheme, after)).toBeLessThanOrEqual(tierIndex(scheme, before));
          }
        },
      ),
      RUNS,
    );
  });

  test('fitting does not depend on the order of the customers', () => {
    fc.assert(
      fc.property(arbitraryGrading(), ({ scheme, population }) => {
        const fitted = fitScheme(scheme, population, { asOf: AS_OF });
        expect(fitScheme(scheme, population.toReversed(), { asOf: AS_OF })).toEqual(fitted);
      }),
      RUNS,
    );
  });

  test('a fitted scheme survives being stored as JSON, so that a grade can be replayed', () => {
    fc.assert(
      fc.property(arbitraryGrading(), ({ scheme, population }) => {
        const fitted = fitScheme(scheme, population, { asOf: AS_OF });
        const stored = compileScheme(JSON.parse(JSON.stringify(fitted)));
        const fresh = compileScheme(fitted);
        for (const facts of population) {
          expect(stored.grade(facts)).toEqual(fresh.grade(facts));
          expect(stored.nextTier(facts)).toEqual(fresh.nextTier(facts));
        }
      }),
      RUNS,
    );
  });
});

function tierIndex(scheme: ScorecardScheme, grade: Grade): number {
  return scheme.tiers.findIndex((tier) => tier.id === grade.tier);
}

/** Where a value stands among its kind, more being higher; undefined for what cannot be compared. */
function rankOf(value: FactValue): { kind: string; rank: number } | undefined {
  if (typeof value === 'boolean') return { kind: 'answer', rank: value ? 1 : 0 };
  if (typeof value === 'number') return Number.isFinite(value) ? { kind: 'number', rank: value } : undefined;
  const level = ['none', 'low', 'medium', 'high'].indexOf(value);
  if (level >= 0) return { kind: 'level', rank: level };
  const months = monthsBefore(AS_OF, value);
  return months === undefined || months < 0 ? undefined : { kind: 'day', rank: months };
}
