import * as fc from 'fast-check';
import type { Facts, FactValue } from '../../core/customer.ts';
import type { Criterion, Labelled, Scheme } from '../../core/grading/scheme.ts';
import type { Method } from '../../core/grading/scheme-methods.ts';

const CRITERIA: readonly Criterion[] = [
  { id: 'sales', type: 'money', titles: { en: 'Sales' } },
  { id: 'growth', type: 'number', titles: { en: 'Growth' } },
  { id: 'complaints', type: 'count', direction: 'lower-is-better', titles: { en: 'Complaints' } },
  { id: 'delays', type: 'number', direction: 'lower-is-better', titles: { en: 'Delays' } },
  { id: 'resolve', type: 'level', titles: { en: 'Resolve' } },
  { id: 'need', type: 'yes-no', titles: { en: 'Need' } },
  { id: 'channel', type: 'text', titles: { en: 'Channel' } },
];

/** A scheme of bands, quantiles, a matrix or a decision table, fed by two derived results of which one may feed the other. */
export function arbitraryMethodScheme(): fc.Arbitrary<Scheme> {
  const size = fc.oneof(arbitraryBands(['large', 'middle', 'small']), arbitraryQuantiles(['large', 'middle', 'small']));
  const trend = fc.oneof(
    arbitraryQuantiles(['up', 'down']),
    arbitraryMatrix({ size: ['large', 'middle', 'small'] }, { need: ['yes', 'no'] }, ['up', 'down']),
    arbitraryTable({ size: ['large', 'middle', 'small'], resolve: LEVELS }, ['up', 'down']),
  );
  const tiers = ['A', 'B', 'C'];
  const method = fc.oneof(
    arbitraryBands(tiers),
    arbitraryQuantiles(tiers),
    arbitraryMatrix({ size: ['large', 'middle', 'small'] }, { trend: ['up', 'down'] }, tiers),
    arbitraryMatrix({ resolve: LEVELS }, { trend: ['up', 'down'] }, tiers),
    arbitraryTable({ trend: ['up', 'down'], resolve: LEVELS }, tiers),
  );
  return fc.record({ size, trend, method }).map((methods) => ({
    id: 'methods',
    version: 1,
    titles: { en: 'Methods' },
    tiers: tiers.map((id) => ({ id, titles: { en: id } })),
    criteria: [...CRITERIA],
    // written before what it reads, which must make no difference
    derived: [
      labelled('trend', ['up', 'down'], methods.trend),
      labelled('size', ['large', 'middle', 'small'], methods.size),
    ],
    method: methods.method,
  }));
}

/** Customers of such a scheme: few different values, so that there are ties; some missing, some out of range. */
export function arbitraryMethodFacts(): fc.Arbitrary<Facts> {
  const number = fc.oneof(fc.integer({ min: -1, max: 6 }), fc.constantFrom(0.5, 2.25));
  const values: Readonly<Record<string, fc.Arbitrary<FactValue>>> = {
    sales: number,
    growth: number,
    complaints: number,
    delays: number,
    resolve: fc.constantFrom(...LEVELS),
    need: fc.boolean(),
    channel: fc.constantFrom('web', 'shop', 'elsewhere'),
  };
  const entries = Object.entries(values).map(([id, value]) =>
    fc.option(value, { nil: undefined, freq: 5 }).map((chosen) => [id, chosen] as const),
  );
  return fc.tuple(...entries).map((chosen) => ({
    values: Object.fromEntries(chosen.filter((entry): entry is [string, FactValue] => entry[1] !== undefined)),
  }));
}

function labelled(id: string, labels: readonly string[], method: Method): Labelled {
  return { id, titles: { en: id }, labels: labels.map((label) => ({ id: label, titles: { en: label } })), method };
}

function arbitraryBands(outcomes: readonly string[]): fc.Arbitrary<Method> {
  const [best = '', ...others] = outcomes;
  const worst = others[others.length - 1] ?? best;
  const missing = fc.option(fc.constantFrom(...outcomes), { nil: undefined });
  const byNumber = fc
    .record({
      by: fc.constantFrom<string[]>(['sales'], ['growth', 'sales'], ['complaints', 'delays']),
      starts: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 2, maxLength: 2 }),
      shares: fc.uniqueArray(fc.constantFrom(0.1, 0.25, 0.5, 0.75, 1), { minLength: 2, maxLength: 2 }),
      kind: fc.constantFrom('absolute', 'relative', 'bounded'),
      missing,
    })
    .map(({ by, starts, shares, kind, missing: outcome }): Method => {
      const side = by[0] === 'complaints' ? 'upTo' : 'from';
      const rising = starts.toSorted((a, b) => (side === 'upTo' ? a - b : b - a));
      const tops = shares.toSorted((a, b) => a - b);
      const inner = [best, others[0] ?? best].map((one, index) => ({
        outcome: one,
        ...(kind === 'relative' ? {} : { [side]: rising[kind === 'bounded' ? 0 : index] }),
        ...(kind === 'absolute' ? {} : { top: tops[index] ?? 1 }),
      }));
      return { kind: 'bands', by, bands: [...inner, { outcome: worst }], ...(outcome ? { missing: outcome } : {}) };
    });
  const byWord = fc.record({ by: fc.constantFrom('resolve', 'need', 'channel'), missing }).map(
    ({ by, missing: outcome }): Method => ({
      kind: 'bands',
      by: [by],
      levels: { high: best, medium: best, low: others[0] ?? best, none: worst },
      answers: { yes: best, no: worst },
      labels: { web: best, shop: worst },
      ...(outcome ? { missing: outcome } : {}),
    }),
  );
  return fc.oneof(byNumber, byWord);
}

function arbitraryQuantiles(outcomes: readonly string[]): fc.Arbitrary<Method> {
  return fc
    .record({
      by: fc.constantFrom<string[]>(['sales'], ['growth', 'sales'], ['complaints', 'delays']),
      parts: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: outcomes.length, maxLength: outcomes.length }),
      ties: fc.constantFrom(undefined, 'better' as const, 'worse' as const),
      least: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
      missing: fc.option(fc.constantFrom(...outcomes), { nil: undefined }),
    })
    .map(({ by, parts, ties, least, missing }): Method => {
      const sum = parts.reduce((total, part) => total + part, 0);
      const side = by[0] === 'complaints' ? 'upTo' : 'from';
      return {
        kind: 'quantiles',
        by,
        shares: outcomes.map((outcome, index) => ({
          outcome,
          share: (parts[index] ?? 1) / sum,
          ...(index === 0 && least !== undefined ? { [side]: least } : {}),
        })),
        ...(ties === undefined ? {} : { ties }),
        ...(missing === undefined ? {} : { missing }),
      };
    });
}

type Axis = Readonly<Record<string, readonly string[]>>;

function arbitraryMatrix(rows: Axis, columns: Axis, outcomes: readonly string[]): fc.Arbitrary<Method> {
  const [row = '', rowLabels = []] = Object.entries(rows)[0] ?? [];
  const [column = '', columnLabels = []] = Object.entries(columns)[0] ?? [];
  const outcome = fc.constantFrom(...outcomes);
  const line = fc.tuple(...columnLabels.map(() => outcome));
  return fc.tuple(...rowLabels.map(() => line)).map(
    (lines): Method => ({
      kind: 'matrix',
      rows: row,
      columns: column,
      cells: Object.fromEntries(
        rowLabels.map((label, index) => [
          label,
          Object.fromEntries(columnLabels.map((other, place) => [other, lines[index]?.[place] ?? ''])),
        ]),
      ),
    }),
  );
}

/** One rule for each value of the first input that comes up, so that none is in the way of another; then the second input's. */
function arbitraryTable(inputs: Axis, outcomes: readonly string[]): fc.Arbitrary<Method> {
  const [first, second] = Object.entries(inputs);
  const [id = '', labels = []] = first ?? [];
  const [other = '', words = []] = second ?? [];
  const outcome = fc.constantFrom(...outcomes);
  return fc
    .record({
      label: fc.constantFrom(...labels),
      some: fc.subarray([...words], { minLength: 1, maxLength: words.length - 1 }),
      chosen: fc.tuple(outcome, outcome, outcome),
      otherwise: fc.option(outcome, { nil: undefined }),
    })
    .map(
      ({ label, some, chosen, otherwise }): Method => ({
        kind: 'decision-table',
        hitPolicy: 'first',
        rules: [
          { when: { [id]: { is: [label] }, [other]: { is: some } }, outcome: chosen[0] },
          { when: { [other]: { is: some } }, outcome: chosen[1] },
          { when: { [id]: { is: [label] } }, outcome: chosen[2] },
        ],
        ...(otherwise === undefined ? {} : { otherwise }),
      }),
    );
}

const LEVELS: readonly string[] = ['high', 'medium', 'low', 'none'];
