import * as fc from 'fast-check';
import type { Criterion, KnockOut } from '../../core/grading/scheme.ts';
import { isNumeric } from '../../core/grading/scheme-inputs.ts';
import type { Condition, DecisionTable, Method, Rule, ScoredCriterion } from '../../core/grading/scheme-methods.ts';

/** One criterion of each kind; those of two directions where the kind has one. */
export const FULL_CRITERIA: readonly Criterion[] = [
  { id: 'sales', type: 'money', titles: { en: 'Sales' } },
  { id: 'growth', type: 'number', titles: { en: 'Growth' } },
  { id: 'rate', type: 'percent', titles: { en: 'Rate' } },
  { id: 'complaints', type: 'count', direction: 'lower-is-better', titles: { en: 'Complaints' } },
  { id: 'delays', type: 'number', direction: 'lower-is-better', titles: { en: 'Delays' } },
  { id: 'bought', type: 'date', direction: 'lower-is-better', titles: { en: 'Last purchase' } },
  { id: 'since', type: 'months', titles: { en: 'Customer since' } },
  { id: 'expected', type: 'date', isAhead: true, direction: 'lower-is-better', titles: { en: 'Expected' } },
  { id: 'resolve', type: 'level', titles: { en: 'Resolve' } },
  { id: 'risk', type: 'level', direction: 'lower-is-better', titles: { en: 'Risk' } },
  { id: 'need', type: 'yes-no', titles: { en: 'Need' } },
  { id: 'blocked', type: 'yes-no', direction: 'lower-is-better', titles: { en: 'Blocked' } },
  { id: 'channel', type: 'text', titles: { en: 'Channel' } },
];

/** What random schemes leave out, where a law is about fewer of them. */
export interface FullSchemeOptions {
  readonly kinds?: readonly Method['kind'][];
  /** Whether tables may go by what is stated. Default true. */
  readonly statements?: boolean;
}

/** What a method may read: a criterion, or a derived result with its labels. */
export interface Input {
  readonly criterion: Criterion;
  readonly labels: readonly string[] | undefined;
}

const OWN_INPUTS: readonly Input[] = FULL_CRITERIA.map((criterion) => ({ criterion, labels: undefined }));

/** A method of any kind over the criteria and what feeds it, each of whose parts is in order by itself. */
export function arbitraryMethod(
  fed: readonly Input[],
  outcomes: readonly string[],
  { kinds, statements = true }: FullSchemeOptions,
  place: 'tier' | 'derived',
): fc.Arbitrary<Method> {
  const methods: Readonly<Record<Method['kind'], fc.Arbitrary<Method>>> = {
    bands: arbitraryBands(fed, outcomes),
    quantiles: arbitraryQuantiles(outcomes),
    matrix: arbitraryMatrix(fed, outcomes),
    'decision-table': arbitraryTable(fed, outcomes, place, statements),
    scorecard: arbitraryScorecard(fed, outcomes),
  };
  const all = Object.entries(methods).filter(
    ([kind]) => place === 'derived' || (kinds?.some((one) => one === kind) ?? true),
  );
  return fc.oneof(...all.map(([, method]) => method));
}

const NUMERIC = FULL_CRITERIA.filter(isNumeric);

/** Starts of bands, best first, on the criterion's scale. */
function arbitraryStarts(
  criterion: Criterion,
  count: number,
): fc.Arbitrary<{ from?: number; upTo?: number; top?: number }[]> {
  const isLower = criterion.direction === 'lower-is-better';
  const side = isLower ? 'upTo' : 'from';
  const bound = boundOf(criterion);
  return fc
    .record({
      starts: fc.uniqueArray(bound, { minLength: count, maxLength: count }),
      shares: fc.uniqueArray(fc.constantFrom(0.1, 0.25, 0.5, 0.75, 1), { minLength: count, maxLength: count }),
      kind: fc.constantFrom('absolute', 'relative', 'bounded'),
    })
    .map(({ starts, shares, kind }) => {
      const bestFirst = starts.toSorted((a, b) => (isLower ? a - b : b - a));
      const tops = shares.toSorted((a, b) => a - b);
      return bestFirst.map((start, index) => ({
        ...(kind === 'relative' ? {} : { [side]: kind === 'bounded' ? (bestFirst[0] ?? 0) : start }),
        ...(kind === 'absolute' ? {} : { top: tops[index] ?? 1 }),
      }));
    });
}

function boundOf({ type }: Criterion): fc.Arbitrary<number> {
  return type === 'percent' ? fc.constantFrom(0.2, 0.25, 0.5, 0.75, 0.9) : fc.integer({ min: 0, max: 5 });
}

function arbitraryBands(fed: readonly Input[], outcomes: readonly string[]): fc.Arbitrary<Method> {
  const [best = '', ...others] = outcomes;
  const worst = others[others.length - 1] ?? best;
  const middle = others[0] ?? best;
  const missing = fc.option(fc.constantFrom(...outcomes), { nil: undefined });
  const byNumber = fc.constantFrom(...NUMERIC).chain((criterion) =>
    fc
      .record({ starts: arbitraryStarts(criterion, 2), missing, words: fc.boolean() })
      .map(({ starts, missing: outcome, words }): Method => {
        const isLower = criterion.direction === 'lower-is-better';
        const inner = starts.map((start, index) => ({ ...start, outcome: index === 0 ? best : middle }));
        return {
          kind: 'bands',
          by: [criterion.id],
          bands: [...inner, { outcome: worst }],
          ...(words
            ? {
                levels: isLower
                  ? { none: best, low: best, medium: middle, high: worst }
                  : { high: best, medium: best, low: middle, none: worst },
              }
            : {}),
          ...(outcome === undefined ? {} : { missing: outcome }),
        };
      }),
  );
  const byWord = fc
    .record({ id: fc.constantFrom('resolve', 'need', 'channel', ...fed.map(({ criterion }) => criterion.id)), missing })
    .map(({ id, missing: outcome }): Method => {
      const labels = fed.find(({ criterion }) => criterion.id === id)?.labels;
      const words = labels ?? ['web', 'shop'];
      return {
        kind: 'bands',
        by: [id],
        ...(labels === undefined
          ? { levels: { high: best, medium: middle, low: middle, none: worst }, answers: { yes: best, no: worst } }
          : {}),
        labels: Object.fromEntries(words.map((word, index) => [word, index === 0 ? best : worst])),
        ...(outcome === undefined ? {} : { missing: outcome }),
      };
    });
  return fc.oneof(byNumber, byWord);
}

function arbitraryQuantiles(outcomes: readonly string[]): fc.Arbitrary<Method> {
  return fc
    .record({
      by: fc.constantFrom<string[]>(
        ['sales'],
        ['growth', 'sales'],
        ['complaints', 'delays'],
        ['bought'],
        ['since'],
        ['rate'],
      ),
      parts: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: outcomes.length, maxLength: outcomes.length }),
      ties: fc.constantFrom(undefined, 'better' as const, 'worse' as const),
      least: fc.option(fc.integer({ min: 0, max: 1 }), { nil: undefined }),
      missing: fc.option(fc.constantFrom(...outcomes), { nil: undefined }),
    })
    .map(({ by, parts, ties, least, missing }): Method => {
      const sum = parts.reduce((total, part) => total + part, 0);
      const isLower = FULL_CRITERIA.find(({ id }) => id === by[0])?.direction === 'lower-is-better';
      return {
        kind: 'quantiles',
        by,
        shares: outcomes.map((outcome, index) => ({
          outcome,
          share: (parts[index] ?? 1) / sum,
          ...(index === 0 && least !== undefined ? { [isLower ? 'upTo' : 'from']: least } : {}),
        })),
        ...(ties === undefined ? {} : { ties }),
        ...(missing === undefined ? {} : { missing }),
      };
    });
}

function arbitraryMatrix(fed: readonly Input[], outcomes: readonly string[]): fc.Arbitrary<Method> {
  const axes: Readonly<Record<string, readonly string[]>> = {
    resolve: LEVELS,
    risk: LEVELS,
    need: ['yes', 'no'],
    blocked: ['yes', 'no'],
    ...Object.fromEntries(fed.map(({ criterion, labels }) => [criterion.id, labels ?? []])),
  };
  return fc.shuffledSubarray(Object.keys(axes), { minLength: 2, maxLength: 2 }).chain(([rows = '', columns = '']) => {
    const rowLabels = axes[rows] ?? [];
    const columnLabels = axes[columns] ?? [];
    const outcome = fc.constantFrom(...outcomes);
    const line = fc.tuple(...columnLabels.map(() => outcome));
    // now and then a line of one outcome, where the other axis does not matter
    const uniform = outcome.map((one) => columnLabels.map(() => one));
    return fc.tuple(...rowLabels.map(() => fc.oneof(line, uniform))).map(
      (lines): Method => ({
        kind: 'matrix',
        rows,
        columns,
        cells: Object.fromEntries(
          rowLabels.map((label, index) => [
            label,
            Object.fromEntries(columnLabels.map((other, place) => [other, lines[index]?.[place] ?? ''])),
          ]),
        ),
      }),
    );
  });
}

function arbitraryTable(
  fed: readonly Input[],
  outcomes: readonly string[],
  place: 'tier' | 'derived',
  statements: boolean,
): fc.Arbitrary<DecisionTable> {
  const inputs = [...OWN_INPUTS, ...fed];
  const withheld = place === 'tier' ? ['out-of-market', 'review'] : [];
  const outcome = fc.oneof(
    { arbitrary: fc.constantFrom(...outcomes), weight: 4 },
    ...withheld.map((one) => ({ arbitrary: fc.constant(one), weight: 1 })),
  );
  return fc.shuffledSubarray([...inputs], { minLength: 1, maxLength: 3 }).chain((chosen) => {
    const rule: fc.Arbitrary<Rule> = fc
      .record({
        conditions: fc.tuple(
          ...chosen.map((input) => fc.option(arbitraryCondition(input), { nil: undefined, freq: 2 })),
        ),
        outcome,
      })
      .map(({ conditions, outcome: given }) => ({
        when: Object.fromEntries(
          chosen.flatMap(({ criterion }, index) => {
            const condition = conditions[index];
            return condition === undefined ? [] : [[criterion.id, condition]];
          }),
        ),
        outcome: given,
      }));
    return fc
      .record({
        rules: fc.array(rule, { minLength: 1, maxLength: 5 }),
        hitPolicy: fc.constantFrom('first' as const, 'unique' as const),
        otherwise: fc.option(outcome, { nil: undefined, freq: 2 }),
        statedBy: statements
          ? fc.option(arbitraryStatement(outcomes), { nil: undefined, freq: 2 })
          : fc.constant(undefined),
      })
      .map(
        ({ rules, hitPolicy, otherwise, statedBy }): DecisionTable => ({
          kind: 'decision-table',
          hitPolicy: statedBy === undefined ? hitPolicy : 'first',
          rules,
          ...(otherwise === undefined ? {} : { otherwise }),
          ...(statedBy === undefined ? {} : { statedBy }),
        }),
      );
  });
}

function arbitraryStatement(outcomes: readonly string[]): fc.Arbitrary<NonNullable<DecisionTable['statedBy']>> {
  return fc
    .record({
      criteria: fc.constantFrom<string[]>(['expected'], ['delays', 'expected']),
      bounds: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), {
        minLength: outcomes.length - 1,
        maxLength: outcomes.length - 1,
      }),
    })
    .map(({ criteria, bounds }) => {
      const rising = bounds.toSorted((a, b) => a - b);
      const inner = rising.map((upTo, index) => ({ upTo, outcome: outcomes[index] ?? '' }));
      return { criteria, bands: [...inner, { outcome: outcomes[outcomes.length - 1] ?? '' }] };
    });
}

function arbitraryCondition({ criterion, labels }: Input): fc.Arbitrary<Condition> {
  const words: readonly (string | boolean)[] =
    labels ?? (criterion.type === 'level' ? LEVELS : criterion.type === 'yes-no' ? [true, false] : ['web', 'Shop']);
  if (!isNumeric(criterion)) return fc.subarray([...words], { minLength: 1 }).map((is) => ({ is }));
  return fc
    .record({
      bounds: fc.uniqueArray(boundOf(criterion), { minLength: 2, maxLength: 2 }),
      isLowOpen: fc.boolean(),
      isHighOpen: fc.boolean(),
      sides: fc.constantFrom('both', 'low', 'high', 'one'),
    })
    .map(({ bounds, isLowOpen, isHighOpen, sides }): Condition => {
      const [low = 0, high = 1] = bounds.toSorted((a, b) => a - b);
      if (sides === 'one') return { from: high, upTo: high };
      const lower = isLowOpen ? { above: low } : { from: low };
      const upper = isHighOpen ? { below: high } : { upTo: high };
      if (sides === 'low') return lower;
      return sides === 'high' ? upper : { ...lower, ...upper };
    });
}

function arbitraryScorecard(fed: readonly Input[], outcomes: readonly string[]): fc.Arbitrary<Method> {
  const inputs = [...OWN_INPUTS, ...fed];
  return fc
    .shuffledSubarray([...inputs], { minLength: 1, maxLength: 4 })
    .chain((chosen) =>
      fc.record({
        scored: fc.tuple(...chosen.map(arbitraryScored)),
        cuts: fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), {
          minLength: outcomes.length - 1,
          maxLength: outcomes.length - 1,
        }),
        leastKnown: fc.constantFrom(undefined, 0, 0.3, 1),
        standsIn: fc.boolean(),
      }),
    )
    .map(({ scored, cuts, leastKnown, standsIn }): Method => {
      const falling = cuts.toSorted((a, b) => b - a);
      const first = scored[0]?.criterion ?? '';
      const criteria = scored.map((entry, index) =>
        standsIn && index === 1 ? { ...entry, insteadOf: [first] } : entry,
      );
      return {
        kind: 'scorecard',
        criteria,
        cutOffs: falling.map((from, index) => ({ outcome: outcomes[index] ?? '', from: from / 10 })),
        ...(leastKnown === undefined ? {} : { leastKnown }),
      };
    });
}

function arbitraryScored({ criterion, labels }: Input): fc.Arbitrary<ScoredCriterion> {
  const { id, type } = criterion;
  const isLower = criterion.direction === 'lower-is-better';
  return fc
    .record({
      weight: fc.constantFrom(1, 2, 7.5, 20, 33.3),
      starts: arbitraryStarts(criterion, 2),
      inner: fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })),
      words: fc.boolean(),
      missing: fc.constantFrom<ScoredCriterion['missing']>(
        undefined,
        undefined,
        { do: 'leave-out' },
        { do: 'review' },
        { do: 'points', points: 40 },
      ),
    })
    .map(({ weight, starts, inner, words, missing }): ScoredCriterion => {
      const [more = 0, less = 0] = inner.toSorted((a, b) => b - a);
      const points = [100, more, less, 0];
      const scored: ScoredCriterion = { criterion: id, weight, ...(missing === undefined ? {} : { missing }) };
      if (type === 'text') {
        const names = labels ?? ['web', 'shop'];
        return { ...scored, labels: Object.fromEntries(names.map((name, index) => [name, points[index] ?? 0])) };
      }
      if (isNumeric(criterion))
        scored.bands = [...starts.map((start, index) => ({ ...start, points: points[index] ?? 0 })), { points: 0 }];
      if (type === 'level' || (words && isNumeric(criterion)))
        scored.levels = isLower
          ? { none: 100, low: more, medium: less, high: 0 }
          : { high: 100, medium: more, low: less, none: 0 };
      if (type === 'yes-no') scored.answers = isLower ? { yes: 0, no: 100 } : { yes: 100, no: 0 };
      return scored;
    });
}

/** A knock-out of the worst values of any input. */
export function arbitraryKnockOut(fed: readonly Input[]): fc.Arbitrary<KnockOut> {
  const inputs = [...OWN_INPUTS, ...fed];
  return fc
    .record({
      input: fc.constantFrom(...inputs),
      at: fc.integer({ min: 1, max: 5 }),
      tier: fc.constantFrom('B', 'C'),
      words: fc.boolean(),
    })
    .map(({ input, at, tier, words }): KnockOut => {
      const { id, type, direction } = input.criterion;
      const isLower = direction === 'lower-is-better';
      const bound = type === 'percent' ? 0.5 : at;
      if (input.labels !== undefined)
        return { criterion: id, when: { is: [input.labels[input.labels.length - 1] ?? ''] }, tier };
      if (type === 'text') return { criterion: id, when: { is: ['web'] }, tier };
      if (type === 'yes-no') return { criterion: id, when: { is: [isLower] }, tier };
      if (type === 'level') return { criterion: id, when: { is: [isLower ? 'high' : 'none'] }, tier };
      const also = words ? { is: [isLower ? 'high' : 'none'] } : {};
      return { criterion: id, when: { ...(isLower ? { above: bound } : { below: bound }), ...also }, tier };
    });
}

const LEVELS: readonly string[] = ['high', 'medium', 'low', 'none'];
