import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkScheme } from '../../../core/grading/check-scheme.ts';
import { compileScheme } from '../../../core/grading/compile-scheme.ts';
import { fitScheme } from '../../../core/grading/fit-scheme.ts';
import { arbitraryMethodFacts, arbitraryMethodScheme } from '../../support/arbitrary-method.ts';
import { AS_OF } from '../../support/arbitrary-scheme.ts';
import { interpretMethod } from '../../support/interpret-method.ts';

const RUNS = { numRuns: 600, seed: 20_261_123 };

const arbitraryGrading = () =>
  fc.record({
    scheme: arbitraryMethodScheme(),
    population: fc.array(arbitraryMethodFacts(), { maxLength: 12 }),
    strangers: fc.array(arbitraryMethodFacts(), { minLength: 3, maxLength: 6 }),
  });

describe('bands, quantiles, matrices and decision tables that feed each other', () => {
  test('random ones pass the check', () => {
    fc.assert(
      fc.property(arbitraryMethodScheme(), (scheme) => {
        const outcome = checkScheme(scheme);
        expect('problems' in outcome ? outcome.problems : []).toEqual([]);
      }),
      RUNS,
    );
  });

  test('are graded as by reading the document word for word', () => {
    let graded = 0;
    fc.assert(
      fc.property(arbitraryGrading(), ({ scheme, population, strangers }) => {
        const { grade, code } = compileScheme(fitScheme(scheme, population, { asOf: AS_OF }));
        const interpret = interpretMethod(scheme, population);
        for (const facts of [...population, ...strangers]) {
          const { tier, status } = grade(facts);
          expect(code(facts)).toMatchObject({ tier, status });
          if (tier !== null) graded += 1;
          expect(tier).toBe(interpret(facts));
        }
      }),
      RUNS,
    );
    expect(graded).toBeGreaterThan(2000);
  });
});
