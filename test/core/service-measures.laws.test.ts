import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Facts, FactValue } from '../../core/customer.ts';
import { compileScheme } from '../../core/grading/compile-scheme.ts';
import { fitScheme } from '../../core/grading/fit-scheme.ts';
import type { Criterion, Scheme } from '../../core/grading/scheme.ts';
import { stabiliser } from '../../core/grading/stabilise.ts';
import { BUILT_IN_SCHEMES } from '../../core/schemes/built-in-schemes.ts';
import { SERVICE_FACTS, type ServiceMeasures, serviceFact } from '../../core/service-measures.ts';
import { arbitrarySoundValue } from '../support/arbitrary-full-scheme.ts';
import { AS_OF } from '../support/arbitrary-scheme.ts';

/** Customers as their table has them, of complaints all that one may say, with the rate of complaints or without. */
function arbitraryTable(scheme: Scheme): fc.Arbitrary<Facts[]> {
  const complaints = fc.constantFrom<FactValue>(0, 1, 3, 9, true, false, 'none', 'low', 'medium', 'high');
  const valueOf = (criterion: Criterion, hasRate: boolean): fc.Arbitrary<FactValue | undefined> => {
    if (criterion.id === 'complaintRate' && !hasRate) return fc.constant(undefined);
    if (criterion.id === 'complaints') return fc.option(complaints, { nil: undefined, freq: 1 });
    return fc.option(arbitrarySoundValue(criterion), { nil: undefined, freq: 9 });
  };
  return fc.boolean().chain((hasRate) => {
    const values = fc.tuple(...scheme.criteria.map((criterion) => valueOf(criterion, hasRate)));
    const customer = values.map((chosen): Facts => {
      const known = scheme.criteria.flatMap(({ id }, at) =>
        chosen[at] === undefined ? [] : [[id, chosen[at]] as const],
      );
      return { values: Object.fromEntries(known) };
    });
    return fc.array(customer, { minLength: 1, maxLength: 8 });
  });
}

/** The customer with what was logged of it. */
function withLogged({ values }: Facts, logged: number): Facts {
  const said: ServiceMeasures = logged === 0 ? {} : { complaints: logged, openComplaints: logged };
  const facts = SERVICE_FACTS.flatMap((fact) => {
    const value = serviceFact(fact, values[fact], said);
    return value === undefined ? [] : [[fact, value] as const];
  });
  return { values: { ...values, ...Object.fromEntries(facts) } };
}

test.each(BUILT_IN_SCHEMES.map((scheme): [string, Scheme] => [scheme.id, scheme]))(
  'one more complaint never lifts a customer’s tier or score under %s',
  (_, scheme) => {
    const place = (tier: string | null): number => {
      const at = scheme.tiers.findIndex(({ id }) => id === tier);
      return at < 0 ? scheme.tiers.length : at;
    };
    fc.assert(
      fc.property(
        arbitraryTable(scheme),
        fc.constantFrom(0, 0, 1, 4),
        fc.option(fc.constantFrom(...scheme.tiers.map(({ id }) => id)), { nil: undefined }),
        (tables, logged, stood) => {
          const [customer = { values: {} }, ...others] = tables;
          const compiled = compileScheme(fitScheme(scheme, [withLogged(customer, logged), ...others], { asOf: AS_OF }));
          const { settle } = stabiliser(compiled);
          const graded = (facts: Facts, standing: string | null | undefined) => {
            const { score, tier } = compiled.code(facts);
            const before = standing === undefined ? undefined : { tier: standing, worseRuns: 0 };
            return { score, tier: settle(facts, tier, before).tier };
          };
          const before = graded(withLogged(customer, logged), stood);
          const after = graded(withLogged(customer, logged + 1), before.tier);
          expect(place(after.tier)).toBeGreaterThanOrEqual(place(before.tier));
          expect(after.score ?? 0).toBeLessThanOrEqual(before.score ?? 0);
        },
      ),
      { seed: 20_261_126, numRuns: 300 },
    );
  },
);
