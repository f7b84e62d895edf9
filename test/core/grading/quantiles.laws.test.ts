import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../core/customer.ts';
import { checkScheme } from '../../../core/grading/check-scheme.ts';
import { compileScheme } from '../../../core/grading/compile-scheme.ts';
import { fitScheme } from '../../../core/grading/fit-scheme.ts';
import type { Criterion, Scheme } from '../../../core/grading/scheme.ts';
import { AS_OF } from '../../support/arbitrary-scheme.ts';

const RUNS = { seed: 20_261_125, numRuns: 30 };
const TIERS = ['A', 'B', 'C', 'D', 'E', 'F'];

describe.each([0, 1, 2, 3, 40, 100, 1000])('a ranking of %d customers', (size) => {
  const arbitraryRanking = fc.record({
    percents: fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 6 }),
    direction: fc.constantFrom<Criterion['direction']>('higher-is-better', 'lower-is-better'),
    ties: fc.constantFrom('better' as const, 'worse' as const),
  });

  test('without ties each tier ends at the customer whose rank reaches its share, and all together are everybody', () => {
    fc.assert(
      fc.property(
        arbitraryRanking,
        fc.array(fc.nat(1_000_000), { minLength: size, maxLength: size }),
        (ranking, keys) => {
          // each value once, in any order
          const order = keys
            .map((key, index) => ({ key, index }))
            .toSorted((a, b) => a.key - b.key || a.index - b.index);
          const values = order.map(({ index }) => index + 1);
          const { scheme, shares } = ranked(ranking);
          const tiers = tiersOf(scheme, values);
          let cumulative = 0;
          for (const [index, share] of shares.entries()) {
            cumulative += share;
            const wanted =
              index === shares.length - 1 ? size : Math.min(size, Math.max(1, exactCeil(cumulative, size)));
            const upTo = new Set(TIERS.slice(0, index + 1));
            expect(tiers.filter((tier) => upTo.has(tier ?? '')).length).toBe(wanted);
          }
        },
      ),
      { ...RUNS, numRuns: size === 1000 ? 8 : RUNS.numRuns },
    );
  });

  test('with ties equal values get equal tiers, all the better or all the worse, and nobody passes who is behind', () => {
    fc.assert(
      fc.property(arbitraryRanking, fc.array(fc.nat(8), { minLength: size, maxLength: size }), (ranking, values) => {
        const { scheme, shares } = ranked(ranking);
        const tiers = tiersOf(scheme, values);
        const sign = ranking.direction === 'lower-is-better' ? -1 : 1;
        const place = (tier: string | null | undefined): number => TIERS.indexOf(tier ?? '');
        expect(tiers).not.toContain(null);
        const wrong = values.flatMap((value, a) =>
          values.flatMap((other, b) => {
            const isEqualApart = value === other && tiers[a] !== tiers[b];
            const isPassed = sign * value > sign * other && place(tiers[a]) > place(tiers[b]);
            return isEqualApart || isPassed ? [`${value} ${other}`] : [];
          }),
        );
        expect(wrong).toEqual([]);
        let cumulative = 0;
        for (const [index, share] of shares.slice(0, -1).entries()) {
          cumulative += share;
          const places = Math.min(size, Math.max(1, exactCeil(cumulative, size)));
          const taken = tiers.filter((tier) => place(tier) <= index).length;
          // all of those at the end of a share come in, or none of them does
          if (size === 0) expect(taken).toBe(0);
          else if (ranking.ties === 'better') expect(taken).toBeGreaterThanOrEqual(places);
          else expect(taken).toBeLessThanOrEqual(places);
        }
      }),
      { ...RUNS, numRuns: size === 1000 ? 6 : RUNS.numRuns },
    );
  });

  test('what the tiers bring adds up to all there is', () => {
    fc.assert(
      fc.property(
        arbitraryRanking,
        fc.array(fc.integer({ min: -5, max: 50 }), { minLength: size, maxLength: size }),
        (ranking, values) => {
          const { scheme } = ranked(ranking);
          const fitted = fitScheme(scheme, values.map(profitOf), { asOf: AS_OF });
          const total = Object.values(fitted.brings ?? {}).reduce((sum, share) => sum + share, 0);
          const hasAny = values.some((value) => value > 0);
          expect(total).toBeCloseTo(hasAny ? 1 : 0, 9);
        },
      ),
      { ...RUNS, numRuns: size === 1000 ? 6 : RUNS.numRuns },
    );
  });
});

test.each([
  [7, 100, 7],
  [29, 100, 29],
  [57, 100, 57],
  [1, 40, 1],
  [1, 1000, 10],
  [14, 50, 7],
])('%d %% of %d customers are %d, although binary fractions make it a little more', (percent, size, count) => {
  const { scheme } = ranked({ percents: [percent, 100 - percent], direction: 'higher-is-better', ties: 'better' });
  const tiers = tiersOf(
    scheme,
    Array.from({ length: size }, (_, index) => index),
  );
  expect(tiers.filter((tier) => tier === 'A').length).toBe(count);
});

test('everybody equal, or a single value: all in the best tier, or with ties to the worse all in the last', () => {
  for (const [ties, tier] of [
    ['better', 'A'],
    ['worse', 'C'],
  ] as const) {
    const { scheme } = ranked({ percents: [20, 30, 50], direction: 'higher-is-better', ties });
    expect(new Set(tiersOf(scheme, [7, 7, 7, 7, 7]))).toEqual(new Set([tier]));
  }
  const { scheme } = ranked({ percents: [20, 30, 50], direction: 'higher-is-better', ties: 'worse' });
  expect(tiersOf(scheme, [7])).toEqual(['A']);
  const compiled = compileScheme(fitScheme(scheme, [profitOf(7), { values: {} }], { asOf: AS_OF }));
  expect([9, 7, 5].map((value) => compiled.code(profitOf(value)).tier)).toEqual(['A', 'A', 'C']);
});

/** ceil(share × size), where what binary fractions add is no customer. */
function exactCeil(share: number, size: number): number {
  const product = Math.round(share * size * 1e6) / 1e6;
  return Math.ceil(product);
}

function ranked(ranking: {
  readonly percents: readonly number[];
  readonly direction: Criterion['direction'];
  readonly ties: 'better' | 'worse';
}): { scheme: Scheme; shares: readonly number[] } {
  const { percents, direction, ties } = ranking;
  const sum = percents.reduce((total, one) => total + one, 0);
  const shares = percents.map((one) => one / sum);
  const tiers = TIERS.slice(0, percents.length);
  const scheme: Scheme = {
    id: 'ranked',
    version: 1,
    titles: { en: 'Ranked' },
    tiers: tiers.map((id) => ({ id, titles: { en: id } })),
    criteria: [{ id: 'profit', type: 'money', range: {}, titles: { en: 'Profit' }, ...(direction && { direction }) }],
    method: {
      kind: 'quantiles',
      by: ['profit'],
      shares: shares.map((share, index) => ({ outcome: tiers[index] ?? '', share })),
      ties,
    },
  };
  expect(checkScheme(scheme)).toHaveProperty('scheme');
  return { scheme, shares };
}

function tiersOf(scheme: Scheme, values: readonly number[]): (string | null)[] {
  const population = values.map(profitOf);
  const { code } = compileScheme(fitScheme(scheme, population, { asOf: AS_OF }));
  return population.map((facts) => code(facts).tier);
}

function profitOf(profit: number): Facts {
  return { values: { profit } };
}
