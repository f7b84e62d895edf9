import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../core/calendar-date.ts';
import type { Facts, FactValue } from '../../../core/customer.ts';
import { compileScheme } from '../../../core/grading/compile-scheme.ts';
import { fitScheme } from '../../../core/grading/fit-scheme.ts';
import { monthsAway } from '../../../core/grading/scale-number.ts';
import type { Criterion, Scheme } from '../../../core/grading/scheme.ts';
import type { Method } from '../../../core/grading/scheme-methods.ts';
import { BUILT_IN_SCHEMES } from '../../../core/schemes/built-in-schemes.ts';
import { arbitraryFullFacts, arbitraryFullScheme } from '../../support/arbitrary-full-scheme.ts';
import { AS_OF } from '../../support/arbitrary-scheme.ts';

const SEED = 20_261_125;

/*
 * Improving one criterion never lowers a tier. Defined where better values never get less: scorecards (the check wants
 * points that fall with the bands), bands, quantiles, and knock-outs, which only ever hit the worse values. Not defined for
 * texts, which have no better and worse, nor for decision tables and matrices, whose rules and cells may say what they
 * like; what they feed is not either. The built-in ones of these are meant to be monotone, and are held to it below.
 */
describe('improving one criterion never lowers the tier', () => {
  test.each<Method['kind']>(['scorecard', 'bands', 'quantiles'])('under a %s, whichever it is', (kind) => {
    let improved = 0;
    const arbitrary = arbitraryFullScheme({ kinds: [kind] }).map(withoutFed);
    fc.assert(
      fc.property(
        arbitrary.filter((scheme) => scheme !== undefined),
        fc.array(arbitraryFullFacts('sound'), { minLength: 2, maxLength: 10 }),
        arbitraryFullFacts('sound'),
        (scheme, population, donor) => {
          improved += holdMonotone(scheme, population, donor);
        },
      ),
      { seed: SEED, numRuns: 200 },
    );
    expect(improved).toBeGreaterThan(70);
  });

  test.each(BUILT_IN_SCHEMES.map((scheme): [string, Scheme] => [scheme.id, scheme]))(
    'under the built-in %s, for believable customers',
    (_, scheme) => {
      const facts = believableFacts(scheme);
      let improved = 0;
      fc.assert(
        fc.property(fc.array(facts, { minLength: 3, maxLength: 20 }), facts, (population, donor) => {
          improved += holdMonotone(scheme, population, donor);
        }),
        { seed: SEED, numRuns: 80 },
      );
      expect(improved).toBeGreaterThan(50);
    },
  );
});

/** Says which of two tables is asked, and is neither good nor bad. */
const WITHOUT_BETTER: ReadonlySet<string> = new Set(['hasSystem']);

/** Improves each criterion of the first customer for which the donor's value is better; returns how often. */
function holdMonotone(scheme: Scheme, population: readonly Facts[], donor: Facts): number {
  const [facts, ...others] = population;
  if (facts === undefined) return 0;
  const place = (tier: string | null): number => scheme.tiers.findIndex(({ id }) => id === tier);
  const kept = compileScheme(fitScheme(scheme, population, { asOf: AS_OF }));
  const before = place(kept.code(facts).tier);
  if (before < 0) return 0;
  let improved = 0;
  for (const criterion of scheme.criteria) {
    const better = donor.values[criterion.id];
    if (
      WITHOUT_BETTER.has(criterion.id) ||
      better === undefined ||
      !isBetter(criterion, facts.values[criterion.id], better)
    )
      continue;
    const lifted: Facts = { ...facts, values: { ...facts.values, [criterion.id]: better } };
    const refitted = compileScheme(fitScheme(scheme, [lifted, ...others], { asOf: AS_OF }));
    for (const [how, compiled] of Object.entries({ kept, refitted })) {
      const { status, tier } = compiled.code(lifted);
      // a better answer may contradict the others, or bring to light that too little is known
      if (status !== 'graded') continue;
      improved += 1;
      expect(
        place(tier),
        `${how}: ${criterion.id} ${String(facts.values[criterion.id])} → ${String(better)}`,
      ).toBeLessThanOrEqual(before);
    }
  }
  return improved;
}

function isBetter(criterion: Criterion, from: FactValue | undefined, to: FactValue): boolean {
  const [a, b] = [from, to].map((value) => (value === undefined ? undefined : rankOf(criterion, value)));
  if (a === undefined || b === undefined || a.kind !== b.kind) return false;
  return criterion.direction === 'lower-is-better' ? b.rank < a.rank : b.rank > a.rank;
}

/** Where a value stands among its kind, more being higher; undefined for what cannot be compared. */
function rankOf({ type, isAhead }: Criterion, value: FactValue): { kind: string; rank: number } | undefined {
  if (type === 'text') return undefined;
  if (typeof value === 'boolean') return { kind: 'answer', rank: value ? 1 : 0 };
  if (typeof value === 'number') return { kind: 'number', rank: value };
  const level = ['none', 'low', 'medium', 'high'].indexOf(value);
  if (level >= 0) return { kind: 'level', rank: level };
  const months = monthsAway(AS_OF, value, isAhead ?? false);
  return months === undefined || months < 0 ? undefined : { kind: 'number', rank: months };
}

/** The scheme without what reads derived results; undefined where nothing is left. */
function withoutFed(whole: Scheme): Scheme | undefined {
  const { derived: _, ...scheme } = whole;
  const own = new Set(scheme.criteria.map(({ id }) => id));
  const { method, knockOuts = [] } = scheme;
  const kept = { ...scheme, knockOuts: knockOuts.filter(({ criterion }) => own.has(criterion)) };
  if (method.kind === 'bands' || method.kind === 'quantiles')
    return method.by.every((id) => own.has(id)) ? kept : undefined;
  if (method.kind !== 'scorecard') return undefined;
  const criteria = method.criteria.filter(({ criterion, insteadOf = [] }) =>
    [criterion, ...insteadOf].every((id) => own.has(id)),
  );
  return criteria.some(({ insteadOf }) => insteadOf === undefined)
    ? { ...kept, method: { ...method, criteria } }
    : undefined;
}

/** Customers as a business has them: sizes over five powers of ten, rates, few complaints, days of the last years. */
function believableFacts(scheme: Scheme): fc.Arbitrary<Facts> {
  const values = scheme.criteria.map((criterion) =>
    fc.option(believable(scheme, criterion), { nil: undefined, freq: 8 }),
  );
  const any = fc.tuple(...values).map((chosen): Facts => {
    const entries = scheme.criteria.map(({ id }, index) => [id, chosen[index]] as const);
    return {
      values: Object.fromEntries(entries.filter((entry): entry is [string, FactValue] => entry[1] !== undefined)),
    };
  });
  const { method } = scheme;
  if (method.kind !== 'decision-table') return any;
  // answers that go together, as some rule has them: most others contradict each other
  return fc.tuple(any, fc.constantFrom(...method.rules)).chain(([{ values: others }, { when }]) => {
    const chosen = Object.entries(when).map(([id, { is = [] }]) =>
      fc.constantFrom(...is).map((word) => [id, word] as const),
    );
    return fc.tuple(...chosen).map((entries): Facts => ({ values: { ...others, ...Object.fromEntries(entries) } }));
  });
}

function believable(scheme: Scheme, { id, type, isAhead, range }: Criterion): fc.Arbitrary<FactValue> {
  const level = fc.constantFrom<FactValue>('high', 'medium', 'low', 'none');
  switch (type) {
    case 'money':
      return fc.oneof(
        { arbitrary: fc.double({ min: 2, max: 7, noNaN: true }).map((power) => Math.round(10 ** power)), weight: 8 },
        { arbitrary: fc.constant(0), weight: 2 },
        { arbitrary: level, weight: 1 },
      );
    case 'number':
      return fc.oneof(fc.integer({ min: 0, max: 100 }), level);
    case 'percent':
      return fc.oneof(
        {
          arbitrary: fc
            .integer({ min: range?.from === undefined && range !== undefined ? -20 : 0, max: 100 })
            .map((n) => n / 100),
          weight: 6,
        },
        { arbitrary: level, weight: 1 },
      );
    case 'count':
      return fc.integer({ min: 0, max: 30 });
    case 'months':
      return fc.integer({ min: 0, max: 240 });
    case 'date':
      return fc
        .integer({ min: 0, max: 1200 })
        .map((days): FactValue => addDays(AS_OF, isAhead === true ? days : -days));
    case 'level':
      return level;
    case 'yes-no':
      return fc.boolean();
    case 'text': {
      const words =
        scheme.method.kind === 'scorecard'
          ? scheme.method.criteria.find(({ criterion }) => criterion === id)?.labels
          : undefined;
      return fc.constantFrom(...Object.keys(words ?? { any: 0 }));
    }
    default:
      return type satisfies never;
  }
}
