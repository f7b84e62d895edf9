import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../core/calendar-date.ts';
import type { Facts, FactValue } from '../../../core/customer.ts';
import { checkScheme } from '../../../core/grading/check-scheme.ts';
import { compileScheme } from '../../../core/grading/compile-scheme.ts';
import { fitScheme } from '../../../core/grading/fit-scheme.ts';
import type { GradeRemark } from '../../../core/grading/grade.ts';
import type { Criterion, Scheme } from '../../../core/grading/scheme.ts';
import { inputsOf, isNumeric } from '../../../core/grading/scheme-inputs.ts';
import type { DecisionTable, Method } from '../../../core/grading/scheme-methods.ts';
import { BUILT_IN_SCHEMES } from '../../../core/schemes/built-in-schemes.ts';
import { arbitraryTableScheme } from '../../support/arbitrary-decision-table.ts';
import { arbitraryFullFacts, arbitraryFullScheme } from '../../support/arbitrary-full-scheme.ts';
import { FULL_CRITERIA } from '../../support/arbitrary-method.ts';
import { AS_OF } from '../../support/arbitrary-scheme.ts';
import { ruleFits } from '../../support/interpret-table.ts';

const SEED = 20_261_125;

describe('a customer with missing answers', () => {
  test.each<Method['kind']>(['decision-table', 'matrix'])(
    'under a %s gets no tier that any completion of them would contradict',
    (kind) => {
      let decided = 0;
      fc.assert(
        fc.property(arbitraryFullScheme({ kinds: [kind] }), arbitraryFullFacts('sound'), fc.nat(), (any, facts, at) => {
          // knock-outs go by what is known: that nothing is overdue is not asked of everybody
          const scheme: Scheme = { ...any, knockOuts: [] };
          const own = inputsOf(scheme.method).filter(
            (id) => !(scheme.derived ?? []).some((derived) => derived.id === id),
          );
          // what is stated is no answer: where it is not known the table says that the first rule decides
          const stated = scheme.method.kind === 'decision-table' ? (scheme.method.statedBy?.criteria ?? []) : [];
          // nor is what feeds a derived result, which may say what comes of a missing value
          const fed = new Set((scheme.derived ?? []).flatMap(({ method }) => inputsOf(method)));
          const answers = own.filter((id) => !stated.includes(id) && !fed.has(id));
          const missing = answers.filter(
            (_, index) => index === at % answers.length || index === (at >> 3) % answers.length,
          );
          const { code } = compileScheme(fitScheme(scheme, [facts], { asOf: AS_OF }));
          const known: Facts = { values: without(facts.values, missing) };
          const { status, tier } = code(known);
          if (status === 'review' || missing.length === 0) return;
          decided += 1;
          for (const completed of completions(known, missing, scheme))
            expect({ missing, ...code(completed) }).toMatchObject({ missing, status, tier });
        }),
        { seed: SEED, numRuns: 250 },
      );
      expect(decided).toBeGreaterThan(10);
    },
  );

  test('is asked first for the answer that leaves the fewest outcomes open, on the average of its values', () => {
    let asked = 0;
    const words = new Set(['resolve', 'need', 'channel']);
    fc.assert(
      fc.property(
        arbitraryTableScheme({ hitPolicy: 'first' }, 5).filter(({ method }) =>
          inputsOf(method).every((id) => words.has(id)),
        ),
        fc.record(
          {
            resolve: fc.constantFrom('high', 'medium', 'low', 'none'),
            need: fc.boolean(),
            channel: fc.constantFrom('web', 'Shop', 'else'),
          },
          { requiredKeys: [] },
        ),
        (scheme, values) => {
          if ('problems' in checkScheme(scheme)) return;
          const { grade } = compileScheme(fitScheme(scheme, [], { asOf: AS_OF }));
          const named = grade({ values }).review.find(({ code }) => code === 'find-out-first');
          if (named === undefined) return;
          asked += 1;
          const known: Readonly<Record<string, FactValue>> = values;
          const unknown = inputsOf(scheme.method).filter(
            (id) => known[id] === undefined && mattersStill(scheme.method, known, id),
          );
          const measured = unknown.map((id) => ({ id, open: openAfter(scheme.method, known, id) }));
          const fewest = Math.min(...measured.map(({ open }) => open));
          expect(unknown).toContain(named.criterion);
          expect(measured.find(({ id }) => id === named.criterion)?.open).toBeCloseTo(fewest, 9);
        },
      ),
      { seed: SEED, numRuns: 1500 },
    );
    expect(asked).toBeGreaterThan(35);
  });

  test('answers that contradict each other are named, and none that could be left out', () => {
    let named = 0;
    fc.assert(
      fc.property(arbitraryFullScheme({ kinds: ['decision-table'] }), arbitraryFullFacts('sound'), (scheme, facts) => {
        const { method, derived: _, knockOuts: __, ...rest } = scheme;
        if (method.kind !== 'decision-table') return;
        const own = method.rules.filter(({ when }) =>
          Object.keys(when).every((id) => FULL_CRITERIA.some((one) => one.id === id)),
        );
        if (own.length === 0) return;
        const table: DecisionTable = { ...method, rules: own };
        const { grade } = compileScheme(fitScheme({ ...rest, method: table }, [], { asOf: AS_OF }));
        const criteria = contradictingIn(grade(facts).review);
        if (criteria === undefined) return;
        named += 1;
        const isPossible = (ids: readonly string[]): boolean => {
          const asked = {
            values: Object.fromEntries(
              ids.flatMap((id) => (facts.values[id] === undefined ? [] : [[id, facts.values[id]]])),
            ),
          };
          return contradictingIn(grade(asked).review) === undefined;
        };
        expect(isPossible(criteria)).toBe(false);
        for (const one of criteria) expect(isPossible(criteria.filter((other) => other !== one))).toBe(true);
      }),
      { seed: SEED, numRuns: 300 },
    );
    expect(named).toBeGreaterThan(10);
  });
});

test('six answers that contradict each other are found among forty without trying every six', () => {
  const ids = Array.from({ length: 40 }, (_, index) => `q${index}`);
  const anything = Object.fromEntries(ids.map((id) => [id, { is: [true, false] }]));
  const needed = [3, 8, 11, 20, 27, 39].map((index) => `q${index}`);
  const scheme: Scheme = {
    id: 'wide',
    version: 1,
    titles: { en: 'Wide' },
    tiers: ['A', 'B'].map((id) => ({ id, titles: { en: id } })),
    criteria: ids.map((id) => ({ id, type: 'yes-no', titles: { en: id } })),
    method: {
      kind: 'decision-table',
      hitPolicy: 'first',
      rules: needed.map((id) => ({ when: { ...anything, [id]: { is: [true] } }, outcome: 'A' })),
    },
  };
  const { grade } = compileScheme(fitScheme(scheme, [], { asOf: AS_OF }));
  const { review } = grade({ values: Object.fromEntries(ids.map((id) => [id, false])) });
  expect(review).toEqual([{ code: 'contradiction', criteria: needed }]);
});

describe('a value that cannot be', () => {
  test.each<Method['kind']>(['scorecard', 'bands', 'quantiles', 'matrix', 'decision-table'])(
    'under a %s, direct or behind a derived result, is never passed over in silence',
    (kind) => {
      let told = 0;
      fc.assert(
        fc.property(
          arbitraryFullScheme({ kinds: [kind] }),
          fc.array(arbitraryFullFacts('sound'), { minLength: 2, maxLength: 6 }),
          fc.constantFrom(...FULL_CRITERIA.filter(isNumeric)),
          fc.nat(3),
          (scheme, population, criterion, at) => {
            const [facts = { values: {} }] = population;
            const compiled = compileScheme(fitScheme(scheme, population, { asOf: AS_OF }));
            const odd = impossible(criterion)[at % impossible(criterion).length] ?? Number.NaN;
            const grade = compiled.grade({ ...facts, values: { ...facts.values, [criterion.id]: odd } });
            const remarks = [...grade.review, ...grade.warnings].filter((remark) => remark.criterion === criterion.id);
            const isNumber = typeof odd === 'number' && criterion.type !== 'date';
            if (remarks.length > 0) {
              told += 1;
              const codes = isNumber ? ['out-of-range'] : ['unreadable', 'future-date', 'past-date', 'out-of-range'];
              expect(
                remarks.some(({ code }) => codes.includes(code)),
                JSON.stringify(remarks),
              ).toBe(true);
              return;
            }
            // in silence only where the value makes no difference, whatever it were
            const outcomes = [undefined, ...soundValues(criterion)].map((value) => {
              const values = { ...facts.values, [criterion.id]: value };
              if (value === undefined) Reflect.deleteProperty(values, criterion.id);
              return compiled.code({
                values: Object.fromEntries(
                  Object.entries(values).flatMap(([id, one]) => (one === undefined ? [] : [[id, one]])),
                ),
              });
            });
            for (const { status, tier } of outcomes)
              expect({ status, tier }).toEqual({ status: grade.status, tier: grade.tier });
          },
        ),
        { seed: SEED, numRuns: 150 },
      );
      expect(told).toBeGreaterThan(4);
    },
  );

  const NUMBERS = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

  test.each(BUILT_IN_SCHEMES.map((scheme): [string, Scheme] => [scheme.id, scheme]))(
    'under the built-in %s is a case for review or a marked tier, and names the field',
    (_, scheme) => {
      const sound = Object.fromEntries(
        scheme.criteria.map((criterion): [string, FactValue] => [criterion.id, soundValues(criterion)[0] ?? 'any']),
      );
      for (const criterion of scheme.criteria.filter(isNumeric)) {
        // alone of those that stand in for each other, so that it counts
        const population = [{ values: sound }, { values: { [criterion.id]: sound[criterion.id] ?? 1 } }];
        for (const [facts, among] of [
          [sound, population],
          [
            without(sound, standIns(scheme, criterion.id)),
            population.map(({ values }) => ({ values: without(values, standIns(scheme, criterion.id)) })),
          ],
        ] as const) {
          const { grade, counted } = compileScheme(fitScheme(scheme, among, { asOf: AS_OF }));
          const isRead =
            counted.includes(criterion.id) || (scheme.knockOuts ?? []).some((one) => one.criterion === criterion.id);
          if (!isRead) continue;
          for (const odd of criterion.type === 'date' ? [] : NUMBERS) {
            const { review, warnings, tier } = grade({ values: { ...facts, [criterion.id]: odd } });
            expect([...review, ...warnings]).toContainEqual({ code: 'out-of-range', criterion: criterion.id });
            if (tier !== null) expect(tier).toBe(scheme.tiers[scheme.tiers.length - 1]?.id);
          }
        }
      }
    },
  );

  test('negative sales, and complaints of 300 %, are for review; a day to come is told', () => {
    const account = BUILT_IN_SCHEMES.find(({ id }) => id === 'account-value');
    if (account === undefined) throw new Error('no account-value');
    const values = {
      salesAmount: 5,
      satisfaction: 0.9,
      complaintRate: 0.01,
      yearsOfCooperation: 24,
      lastPurchase: '2026-03-01',
    };
    const { grade } = compileScheme(fitScheme(account, [{ values }], { asOf: AS_OF }));
    expect(grade({ values: { ...values, salesAmount: -5 } })).toMatchObject({
      tier: null,
      review: [{ code: 'out-of-range', criterion: 'salesAmount' }],
    });
    expect(grade({ values: { ...values, complaintRate: 3 } })).toMatchObject({
      tier: null,
      review: [{ code: 'out-of-range', criterion: 'complaintRate' }],
    });
    const later = grade({ values: { ...values, lastPurchase: '2027-01-01' } });
    expect(later.warnings).toEqual([{ code: 'future-date', criterion: 'lastPurchase' }]);
  });
});

describe('the reasons of a score', () => {
  test('add up to it, their maxima to the most that could be had, and the greatest effect comes first', () => {
    let scored = 0;
    fc.assert(
      fc.property(
        arbitraryFullScheme({ kinds: ['scorecard'] }),
        fc.array(arbitraryFullFacts(), { minLength: 1, maxLength: 8 }),
        (scheme, population) => {
          const { method } = scheme;
          if (method.kind !== 'scorecard') return;
          const { grade } = compileScheme(fitScheme(scheme, population, { asOf: AS_OF }));
          for (const facts of population) {
            const { score, reasons } = grade(facts);
            if (score === null) continue;
            scored += 1;
            const own = reasons.filter(({ of, knockOut }) => of === undefined && knockOut === undefined);
            const counted = own.filter(({ max }) => max > 0);
            const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);
            expect(Math.abs(sum(own.map(({ points }) => points)) - score)).toBeLessThanOrEqual(0.05 + 1e-9);
            // every criterion of these schemes has 100 points at best
            expect(sum(counted.map(({ max }) => max))).toBeCloseTo(100, 6);
            for (const { points, max } of own) expect(points).toBeLessThanOrEqual(max + 1e-9);
            const effects = own.map(({ points, max }) => (max === 0 ? -1 : Math.abs(2 * points - max)));
            for (const [index, effect] of effects.entries())
              expect(effect).toBeLessThanOrEqual((effects[index - 1] ?? Number.POSITIVE_INFINITY) + 1e-9);
            for (const { points, max, of } of reasons)
              if (of !== undefined) expect({ points, max }).toEqual({ points: 0, max: 0 });
          }
        },
      ),
      { seed: SEED, numRuns: 150 },
    );
    expect(scored).toBeGreaterThan(150);
  });
});

/** The answers that no rule has together, or the one that no rule takes at all. */
function contradictingIn(review: readonly GradeRemark[]): readonly string[] | undefined {
  const alone = review.find(({ code }) => code === 'no-rule-takes')?.criterion;
  return alone === undefined ? review.find(({ code }) => code === 'contradiction')?.criteria : [alone];
}

/** The facts with every combination of sound values for what is missing. */
function* completions(facts: Facts, missing: readonly string[], scheme: Scheme): Generator<Facts> {
  const [id, ...rest] = missing;
  const criterion = scheme.criteria.find((one) => one.id === id);
  if (id === undefined || criterion === undefined) {
    yield facts;
    return;
  }
  for (const value of soundValues(criterion)) {
    yield* completions({ values: { ...facts.values, [id]: value } }, rest, scheme);
  }
}

/** Values that random conditions, whose bounds are whole numbers up to 5 or quarters of a share, tell apart. */
function soundValues({ type, isAhead }: Criterion): FactValue[] {
  if (type === 'level') return ['high', 'medium', 'low', 'none'];
  if (type === 'yes-no') return [true, false];
  if (type === 'text') return ['web', 'Shop', 'elsewhere'];
  if (type === 'percent') return [0, 0.1, 0.2, 0.22, 0.25, 0.4, 0.5, 0.6, 0.75, 0.8, 0.9, 1];
  if (type === 'date')
    return [0, 15, 31, 45, 60, 80, 92, 110, 122, 140, 153, 170].map((days) =>
      addDays(AS_OF, isAhead === true ? days : -days),
    );
  return [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6].filter(
    (number) => type !== 'count' || Number.isInteger(number),
  );
}

function impossible({ type, isAhead }: Criterion): FactValue[] {
  const numbers = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  if (type === 'date') return [addDays(AS_OF, isAhead === true ? -40 : 40), Number.NaN];
  if (type === 'percent') return [...numbers, 3];
  return type === 'number' ? numbers : [...numbers, -500];
}

function without<Value>(record: Readonly<Record<string, Value>>, ids: readonly string[]): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([id]) => !ids.includes(id)));
}

/** What a criterion stands in for, and what goes before it. */
function standIns({ method }: Scheme, id: string): readonly string[] {
  if (method.kind === 'scorecard') return method.criteria.find(({ criterion }) => criterion === id)?.insteadOf ?? [];
  if (method.kind === 'bands' || method.kind === 'quantiles')
    return method.by.slice(0, Math.max(0, method.by.indexOf(id)));
  return [];
}

/** Rules that may still fit. */
function openRules(method: Method, known: Readonly<Record<string, FactValue>>): DecisionTable['rules'] {
  if (method.kind !== 'decision-table') return [];
  return method.rules.filter(({ when }) =>
    ruleFits(Object.fromEntries(Object.entries(when).filter(([id]) => known[id] !== undefined)), known),
  );
}

function mattersStill(method: Method, known: Readonly<Record<string, FactValue>>, id: string): boolean {
  return openRules(method, known).some(({ when }) => when[id] !== undefined);
}

/** Outcomes still open once the answer is known, on the average of those that it may be. */
function openAfter(method: Method, known: Readonly<Record<string, FactValue>>, id: string): number {
  // a text may be any of the words that the rules name, or another
  const named =
    method.kind === 'decision-table' ? new Set(method.rules.flatMap(({ when }) => when[id]?.is ?? [])) : new Set();
  const values: FactValue[] =
    id === 'resolve'
      ? ['high', 'medium', 'low', 'none']
      : id === 'need'
        ? [true, false]
        : ['web', 'Shop', 'elsewhere'].filter((word) => named.has(word) || word === 'elsewhere');
  const open = values.map((value) =>
    Math.max(1, new Set(openRules(method, { ...known, [id]: value }).map(({ outcome }) => outcome)).size),
  );
  return open.reduce((sum, one) => sum + one, 0) / open.length;
}
