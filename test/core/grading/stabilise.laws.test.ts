import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../core/customer.ts';
import { type CompiledScheme, compileScheme } from '../../../core/grading/compile-scheme.ts';
import { fitScheme } from '../../../core/grading/fit-scheme.ts';
import type { Scheme, Stability } from '../../../core/grading/scheme.ts';
import { type Settled, type Standing, stabiliser } from '../../../core/grading/stabilise.ts';
import { AS_OF } from '../../support/arbitrary-scheme.ts';

const RUNS = { seed: 20_261_125, numRuns: 300 };
const TIERS = ['A', 'B', 'C', 'D'];

/** Four tiers from 80, 60 and 40 on, by bands, by a score, or by falling numbers; C at best with overdue payments, D with many. */
const SCHEMES: readonly (readonly [string, Scheme['method'], 'higher-is-better' | 'lower-is-better'])[] = [
  ['bands', bands('from', [80, 60, 40]), 'higher-is-better'],
  ['bands where lower is better', bands('upTo', [40, 60, 80]), 'lower-is-better'],
  [
    'a scorecard',
    {
      kind: 'scorecard',
      criteria: [
        {
          criterion: 'value',
          weight: 1,
          bands: Array.from({ length: 20 }, (_, index) =>
            index === 19 ? { points: 0 } : { from: 95 - 5 * index, points: 95 - 5 * index },
          ),
        },
      ],
      cutOffs: [
        { outcome: 'A', from: 80 },
        { outcome: 'B', from: 60 },
        { outcome: 'C', from: 40 },
      ],
    },
    'higher-is-better',
  ],
  [
    'a ranking',
    {
      kind: 'quantiles',
      by: ['value'],
      shares: [0.2, 0.2, 0.2, 0.4].map((share, index) => ({ outcome: TIERS[index] ?? '', share })),
    },
    'higher-is-better',
  ],
  [
    'rules',
    {
      kind: 'decision-table',
      hitPolicy: 'first',
      rules: [80, 60, 40].map((from, index) => ({ when: { value: { from } }, outcome: TIERS[index] ?? '' })),
      otherwise: 'D',
    },
    'higher-is-better',
  ],
];

const arbitraryStability: fc.Arbitrary<Stability> = fc.record(
  {
    buffer: fc.constantFrom(0, 0.05, 0.1, 0.3, 0.9),
    downgradeAfter: fc.integer({ min: 1, max: 4 }),
    holdDuringComplaint: fc.boolean(),
  },
  { requiredKeys: [] },
);

const arbitraryHistory = fc.array(
  fc.record({
    value: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined, freq: 12 }),
    overdue: fc.constantFrom(0, 0, 0, 0, 1, 9),
    openComplaints: fc.constantFrom(0, 0, 1),
  }),
  { minLength: 2, maxLength: 14 },
);

describe.each(SCHEMES)('a history of gradings by %s', (_, method, direction) => {
  const compiledFor = (stability: Stability | undefined): CompiledScheme => compile(method, direction, stability);

  test('an upgrade is never held, what is held is never worse than computed, and a knock-out waits for nothing', () => {
    const held = new Set<string>();
    fc.assert(
      fc.property(arbitraryStability, arbitraryHistory, (stability, history) => {
        const compiled = compiledFor(stability);
        for (const step of replay(compiled, history)) {
          const { before, computed, settled, knockedTo } = step;
          const [was, now, kept] = [before?.tier ?? null, computed, settled.tier].map(placeOf);
          if (settled.held === null) expect(settled.tier).toBe(computed);
          else {
            held.add(settled.held);
            expect(kept).toBeLessThan(now ?? -1);
            expect(kept).toBeGreaterThanOrEqual(was ?? -1);
          }
          if (was !== undefined && now !== undefined && now >= 0 && (was < 0 || now <= was))
            expect(settled).toEqual({ tier: computed, held: null, worseRuns: 0 });
          // held or not, nobody stands better than a knock-out allows
          if (computed !== null) expect(kept).toBeGreaterThanOrEqual(knockedTo);
        }
      }),
      RUNS,
    );
    expect([...held].toSorted()).toEqual(
      method.kind === 'decision-table' ? ['complaint', 'downgrade-waits'] : ['buffer', 'complaint', 'downgrade-waits'],
    );
  });

  test('without stability nothing is held', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Stability | undefined>(
          undefined,
          {},
          { downgradeAfter: 1, buffer: 0, holdDuringComplaint: false },
        ),
        arbitraryHistory,
        (stability, history) => {
          for (const { computed, settled } of replay(compiledFor(stability), history))
            expect(settled).toEqual({ tier: computed, held: null, worseRuns: 0 });
        },
      ),
      { ...RUNS, numRuns: 100 },
    );
  });

  test('with N, the fall comes exactly at the Nth grading in a row that says so', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.array(fc.boolean(), { maxLength: 8 }), (downgradeAfter, noise) => {
        const compiled = compiledFor({ downgradeAfter });
        const [good, bad] = direction === 'lower-is-better' ? [0, 100] : [100, 0];
        const settle = stabiliser(compiled).settle;
        let standing: Standing = { tier: 'A', worseRuns: 0 };
        let inARow = 0;
        for (const isBad of [...noise, false, ...Array.from({ length: downgradeAfter }, () => true)]) {
          const facts: Facts = { values: { value: isBad ? bad : good } };
          const computed = compiled.code(facts).tier;
          if (standing.tier === 'A') inARow = isBad ? inARow + 1 : 0;
          standing = settle(facts, computed, standing);
          const hasFallen = isBad && (inARow === 0 || inARow >= downgradeAfter);
          expect(standing.tier).toBe(hasFallen ? computed : 'A');
          if (standing.tier !== 'A') inARow = 0;
        }
        expect(standing.tier).toBe(compiled.code({ values: { value: bad } }).tier);
      }),
      RUNS,
    );
  });

  test('a buffer holds exactly those who stay within it', () => {
    if (method.kind === 'decision-table') return;
    for (const buffer of [0.05, 0.1, 0.3]) {
      const compiled = compiledFor({ buffer });
      const { settle } = stabiliser(compiled);
      for (const [index, cut] of (method.kind === 'scorecard'
        ? [80, 60, 40]
        : (compiled.fitted.cuts['value'] ?? [])
      ).entries()) {
        const end = direction === 'lower-is-better' ? cut * (1 + buffer) : cut * (1 - buffer);
        for (let value = 0; value <= 100; value += 1) {
          const facts: Facts = { values: { value } };
          const { tier: computed, score } = compiled.code(facts);
          if (placeOf(computed) <= index) continue;
          const reached = score ?? value;
          const isWithin = direction === 'lower-is-better' ? reached <= end + 1e-9 : reached >= end - 1e-9;
          const { tier, held } = settle(facts, computed, { tier: TIERS[index] ?? '', worseRuns: 0 });
          expect({ value, tier, held }).toEqual({
            value,
            tier: isWithin ? TIERS[index] : computed,
            held: isWithin ? 'buffer' : null,
          });
        }
      }
    }
  });
});

describe('the end of a buffer', () => {
  test.each([
    [62, 0.1, 55.8],
    [1.1, 0.1, 0.99],
    [2.1, 0.3, 1.47],
    [45, 0.1, 40.5],
    [0.95, 0.1, 0.855],
    [0.7, 0.3, 0.49],
    [33.3, 0.05, 31.635],
  ])('%d less %d of it is %d, which belongs to it', (cut, buffer, end) => {
    const scheme = schemeOf(
      { kind: 'bands', by: ['value'], bands: [{ from: cut, outcome: 'A' }, { outcome: 'B' }] },
      'higher-is-better',
      { buffer },
    );
    const compiled = compileScheme(fitScheme(scheme, [], { asOf: AS_OF }));
    const settled = (value: number): Settled =>
      stabiliser(compiled).settle({ values: { value } }, 'B', { tier: 'A', worseRuns: 0 });
    expect(settled(end)).toMatchObject({ tier: 'A', held: 'buffer' });
    expect(settled(end - 0.001)).toMatchObject({ tier: 'B', held: null });
  });

  test('a loss that shrinks below nothing has its buffer too', () => {
    const scheme = schemeOf(
      { kind: 'bands', by: ['value'], bands: [{ from: -10, outcome: 'A' }, { outcome: 'B' }] },
      'higher-is-better',
      { buffer: 0.1 },
    );
    const compiled = compileScheme(fitScheme(scheme, [], { asOf: AS_OF }));
    expect(stabiliser(compiled).settle({ values: { value: -11 } }, 'B', { tier: 'A', worseRuns: 0 })).toMatchObject({
      held: 'buffer',
    });
    expect(stabiliser(compiled).settle({ values: { value: -11.1 } }, 'B', { tier: 'A', worseRuns: 0 })).toMatchObject({
      held: null,
    });
  });
});

test('a knock-out that allows the tier one has does not end its stability', () => {
  const compiled = compile(bands('from', [80, 60, 40]), 'higher-is-better', { downgradeAfter: 2 });
  const facts: Facts = { values: { value: 30, overdue: 1 } };
  const { settle } = stabiliser(compiled);
  expect(settle(facts, 'D', { tier: 'C', worseRuns: 0 })).toEqual({ tier: 'C', held: 'downgrade-waits', worseRuns: 1 });
  // from B it falls at once as far as the knock-out says, and waits for the rest
  expect(settle(facts, 'D', { tier: 'B', worseRuns: 0 })).toEqual({ tier: 'C', held: 'downgrade-waits', worseRuns: 1 });
  expect(settle(facts, 'D', { tier: 'C', worseRuns: 1 })).toEqual({ tier: 'D', held: null, worseRuns: 0 });
});

interface Step {
  readonly before: Standing | undefined;
  readonly computed: string | null;
  readonly settled: Settled;
  /** The best place that a knock-out allows; 0 where none applies. */
  readonly knockedTo: number;
}

function replay(compiled: CompiledScheme, history: readonly Readonly<Record<string, number | undefined>>[]): Step[] {
  const { settle } = stabiliser(compiled);
  const steps: Step[] = [];
  let before: Standing | undefined;
  for (const moment of history) {
    const values = Object.fromEntries(
      Object.entries(moment).filter((entry): entry is [string, number] => entry[1] !== undefined),
    );
    const computed = compiled.code({ values }).tier;
    const settled = settle({ values }, computed, before);
    const overdue = values['overdue'] ?? 0;
    steps.push({ before, computed, settled, knockedTo: overdue > 5 ? 3 : overdue > 0 ? 2 : 0 });
    before = settled;
  }
  return steps;
}

function placeOf(tier: string | null): number {
  return tier === null ? -1 : TIERS.indexOf(tier);
}

function compile(
  method: Scheme['method'],
  direction: 'higher-is-better' | 'lower-is-better',
  stability: Stability | undefined,
): CompiledScheme {
  const population = Array.from({ length: 101 }, (_, value): Facts => ({ values: { value } }));
  return compileScheme(fitScheme(schemeOf(method, direction, stability), population, { asOf: AS_OF }));
}

function schemeOf(
  method: Scheme['method'],
  direction: 'higher-is-better' | 'lower-is-better',
  stability: Stability | undefined,
): Scheme {
  return {
    id: 'steady',
    version: 1,
    titles: { en: 'Steady' },
    tiers: TIERS.map((id) => ({ id, titles: { en: id } })),
    criteria: [
      { id: 'value', type: 'number', direction, titles: { en: 'Value' } },
      { id: 'overdue', type: 'money', direction: 'lower-is-better', titles: { en: 'Overdue' } },
    ],
    knockOuts: [
      { criterion: 'overdue', when: { above: 0 }, tier: 'C' },
      { criterion: 'overdue', when: { above: 5 }, tier: 'D' },
    ],
    method,
    ...(stability && { stability }),
  };
}

function bands(side: 'from' | 'upTo', starts: readonly number[]): Scheme['method'] {
  return {
    kind: 'bands',
    by: ['value'],
    bands: [...starts.map((start, index) => ({ [side]: start, outcome: TIERS[index] ?? '' })), { outcome: 'D' }],
  };
}
