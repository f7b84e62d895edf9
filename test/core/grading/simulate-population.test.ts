import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../core/customer.ts';
import { type CompiledScheme, compileScheme } from '../../../core/grading/compile-scheme.ts';
import { fitScheme } from '../../../core/grading/fit-scheme.ts';
import type { Scheme } from '../../../core/grading/scheme.ts';
import { simulatePopulation } from '../../../core/grading/simulate-population.ts';
import { accountValue } from '../../../core/schemes/account-value.ts';
import { medal } from '../../../core/schemes/medal.ts';
import { salesPipeline } from '../../../core/schemes/sales-pipeline.ts';
import { arbitraryFullFacts, arbitraryFullScheme } from '../../support/arbitrary-full-scheme.ts';
import { AS_OF, arbitraryGrading } from '../../support/arbitrary-scheme.ts';
import { believableCustomers } from '../../support/believable-customers.ts';

const RUNS = { numRuns: 200, seed: 20_261_125 };

function compiled(scheme: Scheme, population: readonly Facts[]): CompiledScheme {
  return compileScheme(fitScheme(scheme, population, { asOf: AS_OF }));
}

function simulate(before: Scheme, after: Scheme, population: readonly Facts[]) {
  const members = population.map((facts, index) => ({ customer: index, owner: null, facts }));
  const [one, other] = [compiled(before, population), compiled(after, population)];
  return { one, other, ...simulatePopulation(one, other, members, () => '') };
}

const randomCase: fc.Arbitrary<{ before: Scheme; after: Scheme; population: Facts[] }> = fc.oneof(
  fc.record({
    before: arbitraryFullScheme(),
    after: arbitraryFullScheme(),
    population: fc.array(arbitraryFullFacts(), { maxLength: 30 }),
  }),
  fc
    .tuple(arbitraryGrading(), arbitraryGrading())
    .map(([one, other]) => ({ before: one.scheme, after: other.scheme, population: one.population })),
);

function tally(grades: readonly { readonly status: string; readonly tier: string | null }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, tier } of grades) counts[tier ?? status] = (counts[tier ?? status] ?? 0) + 1;
  return counts;
}

describe('grading by another scheme', () => {
  test('that is the same scheme is the identity, and moves nobody', () => {
    fc.assert(
      fc.property(randomCase, ({ before, population }) => {
        const { simulation } = simulate(before, before, population);
        const { rows, columns, counts, directions, order } = simulation.matrix;
        expect(columns).toEqual(rows);
        for (const [row, own] of counts.entries()) {
          for (const [column, count] of own.entries()) if (row !== column) expect(count).toBe(0);
        }
        expect(directions).toEqual({ up: 0, down: 0, gains: 0, loses: 0, aside: 0, stays: population.length });
        expect(order).toBe('same-ids');
        expect([simulation.movers, simulation.moverCount]).toEqual([[], 0]);
        for (const own of simulation.hours) expect(own.after).toBe(own.before);
      }),
      RUNS,
    );
  });

  test('adds up: rows to what the one gives, columns to what the other gives, movers to all who do not stay', () => {
    let moved = 0;
    fc.assert(
      fc.property(randomCase, ({ before, after, population }) => {
        const { one, other, simulation } = simulate(before, after, population);
        const { rows, columns, counts, directions } = simulation.matrix;
        const placed = (place: object): string => String(Object.values(place)[0]);
        const rowSums: Record<string, number> = {};
        const columnSums: Record<string, number> = {};
        for (const [row, place] of rows.entries()) {
          for (const [column, target] of columns.entries()) {
            const count = counts[row]?.[column] ?? 0;
            if (count === 0) continue;
            rowSums[placed(place)] = (rowSums[placed(place)] ?? 0) + count;
            columnSums[placed(target)] = (columnSums[placed(target)] ?? 0) + count;
          }
        }
        expect(rowSums).toEqual(tally(population.map(one.code)));
        expect(columnSums).toEqual(tally(population.map(other.code)));
        const { stays, ...moving } = directions;
        const sum = Object.values(moving).reduce((total, count) => total + count, 0);
        expect([simulation.moverCount, simulation.movers.length]).toEqual([sum, sum]);
        expect(stays + sum).toBe(population.length);
        for (const { customer, reason } of simulation.movers) {
          // who gets a table's outcome for all others may have nothing that speaks for it
          const { status, reasons } = other.grade(population[customer] ?? { values: {} });
          if (status === 'graded' && reasons.length > 0) expect(reason).not.toBeNull();
        }
        moved += sum;
      }),
      RUNS,
    );
    expect(moved).toBeGreaterThan(500);
  });

  test('is the same whoever stands first, order of movers with one importance aside', () => {
    fc.assert(
      fc.property(randomCase, ({ before, after, population }) => {
        const there = simulate(before, after, population).simulation.matrix;
        expect(simulate(before, after, population.toReversed()).simulation.matrix).toEqual(there);
      }),
      { ...RUNS, numRuns: 50 },
    );
  });

  test('of nobody has an empty matrix', () => {
    const { simulation } = simulate(accountValue, medal, []);
    expect(simulation).toMatchObject({ customers: 0, movers: [], hours: [], withoutHours: [] });
    expect(simulation.matrix.counts.flat().every((count) => count === 0)).toBe(true);
  });
});

describe('tiers of other schemes', () => {
  const population = believableCustomers(accountValue, 40).map((values) => ({ values }));
  const renamed: Scheme = {
    ...accountValue,
    id: 'renamed',
    tiers: accountValue.tiers.map((tier) => ({ ...tier, id: `x${tier.id}` })),
    method: {
      ...accountValue.method,
      cutOffs: accountValue.method.cutOffs.map((cut) => ({ ...cut, outcome: `x${cut.outcome}` })),
    },
  };

  test('of the same number are compared by their position', () => {
    const { matrix } = simulate(accountValue, renamed, population).simulation;
    expect(matrix.order).toBe('by-position');
    expect(matrix.directions.stays).toBe(population.length);
  });

  test('of another number are compared by their place, within half a tier', () => {
    const { matrix, movers } = simulate(accountValue, medal, population).simulation;
    expect(matrix.order).toBe('by-position');
    expect(matrix.rows.slice(0, 4)).toEqual(['A', 'B', 'C', 'D'].map((tier) => ({ tier })));
    expect(matrix.columns.slice(0, 3)).toEqual(['gold', 'silver', 'bronze'].map((tier) => ({ tier })));
    const same = new Set(['A gold', 'B silver', 'C silver', 'D bronze']);
    for (const { from, to } of movers) expect(same.has(`${from.tier} ${to.tier}`)).toBe(false);
    expect(matrix.directions.up + matrix.directions.down).toBeGreaterThan(0);
  });

  test('that are some of the other’s are ordered by their ids', () => {
    const { method } = accountValue;
    const three: Scheme = {
      ...accountValue,
      id: 'three',
      tiers: accountValue.tiers.slice(0, 3),
      method: { ...method, cutOffs: method.cutOffs.slice(0, 2) },
    };
    const { matrix } = simulate(accountValue, three, population).simulation;
    expect(matrix.order).toBe('same-ids');
    expect(matrix.directions.down).toBe(0);
    expect(matrix.directions.up).toBe(simulate(three, accountValue, population).simulation.matrix.directions.down);
    expect(matrix.directions.up).toBeGreaterThan(0);
  });
});

describe('why somebody moves', () => {
  const fact = (values: Facts['values']): Facts => ({ values });

  test('is the criterion whose points changed most between two versions of a scheme', () => {
    const { method } = accountValue;
    const heavier: Scheme = {
      ...accountValue,
      version: 2,
      method: {
        ...method,
        criteria: method.criteria.map((own) => (own.criterion === 'paymentCollection' ? { ...own, weight: 500 } : own)),
      },
    };
    const population = [
      fact({ salesAmount: 900, paymentCollection: 0.1, satisfaction: 1 }),
      fact({ salesAmount: 10, paymentCollection: 1, satisfaction: 0.2 }),
    ];
    const { movers } = simulate(accountValue, heavier, population).simulation;
    expect(movers.map(({ direction }) => direction).toSorted()).toEqual(['down', 'up']);
    const up = movers.find(({ direction }) => direction === 'up');
    expect(up?.reason).toMatchObject({ kind: 'reason', reason: { criterion: 'paymentCollection' } });
  });

  test('is where the tiers begin when the points are the same', () => {
    const { method } = accountValue;
    const [first, ...others] = method.cutOffs;
    const easier: Scheme = {
      ...accountValue,
      version: 2,
      method: { ...method, cutOffs: [{ outcome: first?.outcome ?? '', from: 64 }, ...others] },
    };
    const population = believableCustomers(accountValue, 40).map((values) => ({ values }));
    const { movers } = simulate(accountValue, easier, population).simulation;
    expect(movers.length).toBeGreaterThan(0);
    for (const { reason } of movers) expect(reason).toMatchObject({ kind: 'score', tier: 'A', from: 64 });
  });

  test('is what to find out where a person must decide', () => {
    const population = [fact({ objectiveNeed: true, salesAmount: 5, paymentCollection: 1, satisfaction: 1 })];
    const { movers } = simulate(accountValue, salesPipeline, population).simulation;
    expect(movers[0]).toMatchObject({
      direction: 'loses',
      reason: { kind: 'remark', remark: { code: 'find-out-first' } },
    });
  });

  test('puts the largest amount first, the unknown ones last, and keeps as many as are wanted', () => {
    const population = believableCustomers(medal, 60).map((values) => ({ values }));
    const { movers, moverCount } = simulate(accountValue, medal, population).simulation;
    const amounts = movers.map(({ importance }) => importance);
    const known = amounts.filter((amount) => amount !== null);
    expect(amounts.slice(known.length).every((amount) => amount === null)).toBe(true);
    expect(known).toEqual(known.toSorted((a, b) => b - a));
    expect(moverCount).toBe(movers.length);
  });
});
