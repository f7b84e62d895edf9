import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Standing } from '../../../core/grading/migration-matrix.ts';
import { simulator } from '../../../core/grading/simulation.ts';
import { accountValue } from '../../../core/schemes/account-value.ts';
import { salesPipeline } from '../../../core/schemes/sales-pipeline.ts';

function tier(id: string): Standing {
  return { status: 'graded', tier: id };
}

const REVIEW: Standing = { status: 'review', tier: null };

describe('a simulator', () => {
  test('adds up the hours of each owner by the playbooks of both schemes, and of nobody’s customers', () => {
    const counting = simulator<string, string>(accountValue, salesPipeline, { ownerKey: (owner) => owner });
    const rows: [owner: string | null, before: Standing, after: Standing][] = [
      ['Mia', tier('A'), tier('B')],
      ['Mia', tier('B'), tier('C')],
      [null, tier('A'), REVIEW],
      ['Jo', REVIEW, tier('A')],
    ];
    for (const [owner, before, after] of rows) {
      counting.add({ before, after, owner, importance: null }, () => ({ customer: 'x', reason: null }));
    }
    const { hours, matrix } = counting.finish();
    // account value: A 90 minutes every 7 days are 4 × 1.5 hours, B 60 every 14 are 2 × 1; the pipeline by S2’s capacities
    expect(hours.map(({ owner, customers }) => [owner, customers])).toEqual([
      ['Mia', 2],
      ['Jo', 1],
      [null, 1],
    ]);
    expect(hours[0]?.before).toBeCloseTo(6 + 2);
    expect(hours[0]?.after).toBeCloseTo(8 / 3 + 4 / 3);
    expect([hours[1]?.before, hours[1]?.after]).toEqual([0, 10]);
    expect([hours[2]?.before, hours[2]?.after]).toEqual([6, 0]);
    expect(matrix.directions).toEqual({ up: 0, down: 2, gains: 1, loses: 1, aside: 0, stays: 0 });
  });

  test('names the tiers whose playbook does not say what a customer takes', () => {
    const bare = { ...accountValue, tiers: accountValue.tiers.map(({ id, titles }) => ({ id, titles })) };
    const counting = simulator<string, string>(accountValue, bare, { ownerKey: (owner) => owner });
    counting.add({ before: tier('A'), after: tier('C'), owner: null, importance: null }, () => ({
      customer: 'x',
      reason: null,
    }));
    const { hours, withoutHours } = counting.finish();
    expect([hours[0]?.after, withoutHours]).toEqual([0, ['C']]);
  });

  test('keeps the movers that all of them sorted would begin with, however they come', () => {
    const people = fc.array(
      fc.record({ importance: fc.option(fc.integer({ min: 0, max: 9 })), to: fc.constantFrom('B', 'C', 'D') }),
      {
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 5 }), (all, mostMovers) => {
        const run = (most: number | undefined) => {
          const options = { ownerKey: String, ...(most === undefined ? {} : { mostMovers: most }) };
          const counting = simulator<number, string>(accountValue, accountValue, options);
          for (const [customer, { importance, to }] of all.entries()) {
            counting.add({ before: tier('A'), after: tier(to), owner: null, importance }, () => ({
              customer,
              reason: null,
            }));
          }
          return counting.finish();
        };
        const few = run(mostMovers);
        const every = run(undefined);
        expect(few.movers).toEqual(every.movers.slice(0, mostMovers));
        expect(few.moverCount).toBe(all.length);
        expect(few.matrix).toEqual(every.matrix);
      }),
      { numRuns: 300, seed: 20_261_125 },
    );
  });
});
