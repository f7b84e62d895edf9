import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkScheme } from '../../../core/grading/check-scheme.ts';
import { compileScheme } from '../../../core/grading/compile-scheme.ts';
import { fitScheme } from '../../../core/grading/fit-scheme.ts';
import { arbitraryFullFacts, arbitraryFullScheme } from '../../support/arbitrary-full-scheme.ts';
import { AS_OF } from '../../support/arbitrary-scheme.ts';
import { interpretFullScheme } from '../../support/interpret-full-scheme.ts';

const RUNS = { numRuns: 400, seed: 20_261_125 };

const arbitraryGrading = () =>
  fc.record({
    scheme: arbitraryFullScheme(),
    population: fc.array(arbitraryFullFacts(), { maxLength: 12 }),
    strangers: fc.array(arbitraryFullFacts(), { minLength: 3, maxLength: 6 }),
  });

describe('every method, fed by derived results and under knock-outs', () => {
  test('random ones pass the check', () => {
    fc.assert(
      fc.property(arbitraryFullScheme(), (scheme) => {
        const outcome = checkScheme(scheme);
        expect('problems' in outcome ? outcome.problems : []).toEqual([]);
      }),
      { ...RUNS, numRuns: 200 },
    );
  });

  test('are graded as by reading the document word for word', () => {
    const graded = new Map<string, number>();
    fc.assert(
      fc.property(arbitraryGrading(), ({ scheme, population, strangers }) => {
        const { grade, code } = compileScheme(fitScheme(scheme, population, { asOf: AS_OF }));
        const interpret = interpretFullScheme(scheme, population, AS_OF);
        for (const facts of [...population, ...strangers]) {
          const { tier, status, score } = grade(facts);
          expect({ status, tier }).toEqual(interpret(facts));
          expect(code(facts)).toMatchObject({ tier, status, score });
          const { kind } = scheme.method;
          if (tier !== null) graded.set(kind, (graded.get(kind) ?? 0) + 1);
        }
      }),
      RUNS,
    );
    for (const kind of ['scorecard', 'bands', 'quantiles', 'matrix', 'decision-table'])
      expect(graded.get(kind), kind).toBeGreaterThan(200);
  });
});
