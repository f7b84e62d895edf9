import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDocument, checkScheme } from '../../../core/grading/check-scheme.ts';
import { compileScheme } from '../../../core/grading/compile-scheme.ts';
import { fitScheme } from '../../../core/grading/fit-scheme.ts';
import { segmentsOf } from '../../../core/grading/scheme-inputs.ts';
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
    expect(graded.size).toBe(5);
    for (const kind of ['scorecard', 'bands', 'quantiles', 'matrix', 'decision-table'])
      expect(graded.get(kind), kind).toBeGreaterThan(200);
  });

  test('as segments beside the tier they say what they would by themselves', () => {
    let labelled = 0;
    fc.assert(
      fc.property(arbitraryGrading(), ({ scheme, population, strangers }) => {
        const { method, tiers, knockOuts: _, ...rest } = scheme;
        const document = { ...rest, segments: [{ id: 'segment', titles: { en: 'Segment' }, labels: tiers, method }] };
        // a segment has no rule that withholds it
        if ('problems' in checkDocument(document)) return;
        const [segment] = segmentsOf(document);
        if (segment === undefined) throw new Error('no segment');
        const { code } = compileScheme(fitScheme(segment, population, { asOf: AS_OF }));
        const interpret = interpretFullScheme(segment, population, AS_OF);
        for (const facts of [...population, ...strangers]) {
          const { tier, status } = code(facts);
          if (tier !== null) labelled += 1;
          expect({ status, tier }).toEqual(interpret(facts));
        }
      }),
      { ...RUNS, numRuns: 150 },
    );
    expect(labelled).toBeGreaterThan(400);
  });
});
