import * as fc from 'fast-check';
import type { Criterion, Scheme } from '../../core/grading/scheme.ts';
import type { Condition, DecisionTable, Rule } from '../../core/grading/scheme-methods.ts';

/** The inputs that random tables choose from; `segment` is a derived result of two labels. */
export const TABLE_CRITERIA: readonly Criterion[] = [
  { id: 'growth', type: 'number', titles: { en: 'Growth' } },
  { id: 'share', type: 'percent', titles: { en: 'Share' }, range: { from: 0, upTo: 3 } },
  { id: 'orders', type: 'count', titles: { en: 'Orders' } },
  { id: 'resolve', type: 'level', titles: { en: 'Resolve' } },
  { id: 'need', type: 'yes-no', titles: { en: 'Need' } },
  { id: 'channel', type: 'text', titles: { en: 'Channel' } },
];

/**
 * Every value of an input that a rule of a random table could tell from another: bounds are whole numbers from 0 to 4, so
 * that halves stand for all that lies between.
 */
export const TABLE_VALUES: Readonly<Record<string, readonly (number | string | boolean)[]>> = {
  growth: halves(-1, 5),
  share: halves(0, 3),
  orders: halves(0, 5),
  resolve: ['high', 'medium', 'low', 'none'],
  need: [true, false],
  channel: ['web', 'Shop', 'elsewhere'],
  segment: ['large', 'small'],
};

/** A scheme of a small decision table, each of whose conditions is in order by itself; at most three inputs. */
export function arbitraryTableScheme(
  how: Partial<DecisionTable> = {},
  mostRules = 6,
): fc.Arbitrary<Scheme & { method: DecisionTable }> {
  return fc.subarray(Object.keys(TABLE_VALUES), { minLength: 1, maxLength: 3 }).chain((ids) =>
    fc
      .record({
        rules: fc.array(arbitraryRule(ids), { minLength: 1, maxLength: mostRules }),
        hitPolicy: fc.constantFrom('first' as const, 'unique' as const),
        otherwise: fc.option(fc.constantFrom('C', 'review', 'out-of-market'), { nil: undefined, freq: 2 }),
      })
      .map(({ rules, hitPolicy, otherwise }) =>
        tableScheme({
          kind: 'decision-table',
          hitPolicy,
          rules,
          ...(otherwise === undefined ? {} : { otherwise }),
          ...how,
        }),
      ),
  );
}

/** A scheme around a table, with the inputs that random tables have. */
export function tableScheme(method: DecisionTable): Scheme & { method: DecisionTable } {
  return {
    id: 'table',
    version: 1,
    titles: { en: 'Table' },
    tiers: ['A', 'B', 'C'].map((id) => ({ id, titles: { en: id } })),
    criteria: [...TABLE_CRITERIA, { id: 'sales', type: 'money', titles: { en: 'Sales' } }],
    derived: [
      {
        id: 'segment',
        titles: { en: 'Segment' },
        labels: ['large', 'small'].map((id) => ({ id, titles: { en: id } })),
        method: { kind: 'bands', by: ['sales'], bands: [{ from: 3, outcome: 'large' }, { outcome: 'small' }] },
      },
    ],
    method,
  };
}

function arbitraryRule(ids: readonly string[]): fc.Arbitrary<Rule> {
  const conditions = fc.tuple(...ids.map((id) => fc.option(arbitraryCondition(id), { nil: undefined, freq: 2 })));
  return fc.record({ chosen: conditions, outcome: fc.constantFrom('A', 'B', 'C', 'out-of-market', 'review') }).map(
    ({ chosen, outcome }): Rule => ({
      when: Object.fromEntries(
        ids.flatMap((id, index) => {
          const condition = chosen[index];
          return condition === undefined ? [] : [[id, condition]];
        }),
      ),
      outcome,
    }),
  );
}

function arbitraryCondition(id: string): fc.Arbitrary<Condition> {
  const values = TABLE_VALUES[id] ?? [];
  const words = values.flatMap((value) => (typeof value === 'number' || value === 'elsewhere' ? [] : [value]));
  if (words.length > 0) {
    return fc.subarray(words, { minLength: 1 }).map((is) => ({ is }));
  }
  const most = id === 'share' ? 3 : 4;
  return fc
    .record({
      low: fc.integer({ min: 0, max: most }),
      width: fc.integer({ min: 0, max: 2 }),
      isLowOpen: fc.boolean(),
      isHighOpen: fc.boolean(),
      sides: fc.constantFrom('both', 'low', 'high'),
    })
    .map(({ low, width, isLowOpen, isHighOpen, sides }): Condition => {
      const high = Math.min(most, low + width);
      // else the range would be empty, or lie outside what the criterion can be
      const isNarrow = sides === 'both' && low === high;
      const lower = isLowOpen && !isNarrow && low < most ? { above: low } : { from: low };
      const upper = isHighOpen && !isNarrow && high > 0 ? { below: high } : { upTo: high };
      if (sides === 'low') return lower;
      return sides === 'high' ? upper : { ...lower, ...upper };
    });
}

function halves(from: number, upTo: number): number[] {
  return Array.from({ length: (upTo - from) * 2 + 1 }, (_, index) => from + index / 2);
}
