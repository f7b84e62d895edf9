import * as fc from 'fast-check';
import { addDays, type CalendarDate } from '../../core/calendar-date.ts';
import type { Doubt, Facts, FactValue } from '../../core/customer.ts';
import { checkScheme } from '../../core/grading/check-scheme.ts';
import type { Criterion, KnockOut, Labelled, Scheme } from '../../core/grading/scheme.ts';
import type { Method } from '../../core/grading/scheme-methods.ts';
import {
  arbitraryKnockOut,
  arbitraryMethod,
  FULL_CRITERIA,
  type FullSchemeOptions,
  type Input,
} from './arbitrary-method.ts';
import { AS_OF } from './arbitrary-scheme.ts';

const TIERS = ['A', 'B', 'C'] as const;

/**
 * A scheme that the check accepts, of any method, fed by up to two derived results of any method of which one may feed
 * the other, under up to two knock-outs. Its bounds are small whole numbers, so that {@link arbitraryFullFacts} meets them.
 */
export function arbitraryFullScheme(options: FullSchemeOptions = {}): fc.Arbitrary<Scheme> {
  const sizes = ['large', 'middle', 'small'];
  const trends = ['up', 'down'];
  const fed = [labelledInput('size', sizes), labelledInput('trend', trends)];
  const size = arbitraryMethod([], sizes, options, 'derived').map((method) => labelled('size', sizes, method));
  const trend = arbitraryMethod(fed.slice(0, 1), trends, options, 'derived').map((method) =>
    labelled('trend', trends, method),
  );
  const withDerived = (
    count: number,
  ): fc.Arbitrary<Pick<Scheme, 'method'> & { derived: Labelled[]; knockOuts: KnockOut[] }> => {
    const inputs = fed.slice(0, count);
    return fc.record({
      // the second one may read the first
      derived: count === 0 ? fc.constant([]) : count === 1 ? fc.tuple(size) : fc.tuple(size, trend),
      method: arbitraryMethod(inputs, TIERS, options, 'tier'),
      knockOuts: fc.array(arbitraryKnockOut(inputs), { maxLength: 2 }),
    });
  };
  return fc
    .oneof(withDerived(0), withDerived(1), withDerived(2))
    .map(({ derived, method, knockOuts }) =>
      repaired({
        id: 'full',
        version: 1,
        titles: { en: 'Full' },
        tiers: TIERS.map((id) => ({ id, titles: { en: id } })),
        criteria: [...FULL_CRITERIA],
        // written before what it reads, which must make no difference
        ...(derived.length > 0 ? { derived: derived.toReversed() } : {}),
        ...(knockOuts.length > 0 ? { knockOuts } : {}),
        method,
      }),
    )
    .filter((scheme) => scheme !== undefined);
}

/** Customers of such a scheme: few different values, so that there are ties; some missing, odd or doubtful. */
export function arbitraryFullFacts(how: 'any' | 'sound' = 'any'): fc.Arbitrary<Facts> {
  const entries = FULL_CRITERIA.map((criterion) =>
    fc.option(how === 'any' ? arbitraryAnyValue(criterion) : arbitrarySoundValue(criterion), {
      nil: undefined,
      freq: 6,
    }),
  );
  const doubts = fc.option(
    fc.dictionary(fc.constantFrom(...FULL_CRITERIA.map(({ id }) => id)), arbitraryDoubt(), { minKeys: 1, maxKeys: 2 }),
    { nil: undefined, freq: 2 },
  );
  return fc.tuple(fc.tuple(...entries), doubts).map(([chosen, doubted]): Facts => {
    const values: Record<string, FactValue> = {};
    for (const [index, { id }] of FULL_CRITERIA.entries()) {
      const value = chosen[index];
      if (value !== undefined && (how === 'sound' || doubted?.[id] === undefined)) values[id] = value;
    }
    return how === 'sound' || doubted === undefined ? { values } : { values, doubts: doubted };
  });
}

/** So many days before the day of grading; negative: after it. */
export function daysAgo(days: number, asOf: CalendarDate = AS_OF): CalendarDate {
  return addDays(asOf, -days);
}

/** A value that is in order for the criterion. */
export function arbitrarySoundValue({ id, type }: Criterion): fc.Arbitrary<FactValue> {
  if (type === 'level') return fc.constantFrom('high', 'medium', 'low', 'none');
  if (type === 'yes-no') return fc.boolean();
  if (type === 'text') return fc.constantFrom('web', 'Shop', 'ＷＥＢ', 'elsewhere');
  if (type === 'percent') return fc.constantFrom(0, 0.2, 0.25, 0.5, 0.75, 0.9, 1);
  const day = fc.integer({ min: 0, max: 200 }).map((days): FactValue => daysAgo(id === 'expected' ? -days : days));
  if (type === 'date') return day;
  const number = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constantFrom(0.5, 2.25));
  if (type === 'count') return fc.integer({ min: 0, max: 6 });
  return type === 'months' ? fc.oneof(number, day) : number;
}

function arbitraryAnyValue(criterion: Criterion): fc.Arbitrary<FactValue> {
  const odd = fc.constantFrom<FactValue>(
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -1,
    3,
    'abc',
    '2026-02-30',
    daysAgo(-1),
    daysAgo(1),
    daysAgo(-700),
    daysAgo(700),
    true,
    'low',
  );
  return fc.oneof({ arbitrary: arbitrarySoundValue(criterion), weight: 15 }, { arbitrary: odd, weight: 1 });
}

function arbitraryDoubt(): fc.Arbitrary<Doubt> {
  return fc.constantFrom<Doubt>(
    { code: 'unreadable', text: '?' },
    { code: 'ambiguous', text: '1.234' },
    { code: 'out-of-range', text: 'NaN' },
    { code: 'other-currency', currency: 'USD', amount: 5 },
  );
}

function labelledInput(id: string, labels: readonly string[]): Input {
  return { criterion: { id, type: 'text', titles: { en: id } }, labels };
}

function labelled(id: string, labels: readonly string[], method: Method): Labelled {
  return { id, titles: { en: id }, labels: labels.map((label) => ({ id: label, titles: { en: label } })), method };
}

/** Takes out the rules of tables that the check refuses; undefined when something else is wrong with the scheme. */
function repaired(scheme: Scheme): Scheme | undefined {
  let mended = scheme;
  for (let round = 0; round < 20; round += 1) {
    const checked = checkScheme(mended);
    if (!('problems' in checked)) return mended;
    const places = checked.problems.map(({ path }) => /^(?:derived\[(\d)\]\.)?method\.rules\[(\d+)\]/.exec(path));
    const [place] = places;
    if (place === null || place === undefined) return undefined;
    const part = place[1] === undefined ? undefined : Number(place[1]);
    const rule = Number(place[2]);
    const without = (method: Method): Method =>
      method.kind === 'decision-table'
        ? { ...method, rules: method.rules.filter((_, index) => index !== rule) }
        : method;
    mended =
      part === undefined
        ? { ...mended, method: without(mended.method) }
        : {
            ...mended,
            derived: (mended.derived ?? []).map((one, index) =>
              index === part ? { ...one, method: without(one.method) } : one,
            ),
          };
  }
  return undefined;
}
