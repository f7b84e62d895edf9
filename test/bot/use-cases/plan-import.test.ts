import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Customer } from '../../../bot/store/customers.ts';
import { planImport } from '../../../bot/use-cases/plan-import.ts';
import type { ImportRules } from '../../../bot/use-cases/updated-customer.ts';
import type { FactValue } from '../../../core/customer.ts';
import { type RowOfTest, tableOf, tableReading } from '../../support/table-reading.ts';

const RULES: ImportRules = {
  source: 'import',
  defaultStage: 'customer',
  ownerId: () => null,
  lastLoggedOn: () => undefined,
};

function newIds(): () => string {
  let count = 0;
  return () => `id${++count}`;
}

/** The customers that the database would hold after the plan. */
function afterwards(existing: readonly Customer[], plan: ReturnType<typeof planImport>): Customer[] {
  const updated = new Map(plan.updated.map((customer) => [customer.id, customer]));
  return [...existing.map((customer) => updated.get(customer.id) ?? customer), ...plan.added];
}

const NAMES = ['Acme', 'ACME Ltd', 'Acme GmbH', 'Beta', '贝塔有限公司', '贝塔', 'Gamma & Co.', '-', ' '] as const;

const anyRow: fc.Arbitrary<RowOfTest> = fc
  .record({
    key: fc.option(fc.constantFrom('1', '2', '3', 'x-1', 'X-1', ''), { nil: undefined }),
    name: fc.option(fc.oneof(fc.constantFrom(...NAMES), fc.string({ unit: 'binary', maxLength: 8 })), {
      nil: undefined,
    }),
    aliases: fc.option(fc.constantFrom('Acme', 'A; B', 'Beta'), { nil: undefined }),
    salesAmount: fc.option(fc.constantFrom(0, -0, 5, 7.5), { nil: undefined }),
    owner: fc.option(fc.constantFrom('Ann', 'Bob'), { nil: undefined }),
    note: fc.option(fc.string({ unit: 'binary', maxLength: 4 }), { nil: undefined }),
  })
  .map((fields) => {
    const known = Object.entries(fields).flatMap(([field, value]) => (value === undefined ? [] : [[field, value]]));
    return { values: Object.fromEntries(known) as Record<string, FactValue> };
  });

const anyTable = fc.array(anyRow, { maxLength: 12 }).map((rows) => tableReading(rows));

describe('planImport', () => {
  test('accounts for every record once, in the order of the table', () => {
    fc.assert(
      fc.property(anyTable, anyTable, (first, second) => {
        const ids = newIds();
        const book = afterwards([], planImport(first.records, [], RULES, ids));
        const { rows, added } = planImport(second.records, book, RULES, ids);
        expect(rows.map(({ row }) => row)).toEqual(second.records.map(({ row }) => row));
        const created = rows.flatMap(({ outcome }) => (outcome.kind === 'new' ? [outcome.customerId] : []));
        expect(created.toSorted()).toEqual(added.map(({ id }) => id).toSorted());
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test('changes nothing when a table comes again', () => {
    fc.assert(
      fc.property(anyTable, anyTable, (before, table) => {
        const ids = newIds();
        const start = afterwards([], planImport(before.records, [], RULES, ids));
        const first = planImport(table.records, start, RULES, ids);
        const book = afterwards(start, first);
        const again = planImport(table.records, book, RULES, ids);
        expect(again.added).toEqual([]);
        expect(again.updated).toEqual([]);
        const wasRejected = first.rows.map(({ outcome }) => outcome.kind === 'rejected');
        expect(again.rows.map(({ outcome }) => outcome.kind === 'rejected')).toEqual(wasRejected);
      }),
      { seed: 2, numRuns: 2000 },
    );
  });

  test('never gives two customers the same key', () => {
    fc.assert(
      fc.property(anyTable, anyTable, (one, two) => {
        const ids = newIds();
        const first = afterwards([], planImport(one.records, [], RULES, ids));
        const book = afterwards(first, planImport(two.records, first, RULES, ids));
        const keys = book.flatMap(({ key }) => (key === null ? [] : [key.toLowerCase()]));
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  test('takes names that differ in the legal suffix for two customers when both stand in the table', () => {
    const ids = newIds();
    const both = tableOf({ name: 'Acme Ltd' }, { name: 'Acme GmbH' });
    const book = afterwards([], planImport(both.records, [], RULES, ids));
    expect(book.map(({ name }) => name)).toEqual(['Acme Ltd', 'Acme GmbH']);
    const [row] = planImport(tableOf({ name: 'Acme' }).records, book, RULES, ids).rows;
    expect(row?.outcome).toMatchObject({ kind: 'rejected', reason: { code: 'several-match' } });
  });

  test('takes a customer with another key for another customer, and gives a key to one that has none', () => {
    const ids = newIds();
    const book = afterwards([], planImport(tableOf({ name: 'Acme' }).records, [], RULES, ids));
    const keyed = planImport(tableOf({ name: 'ACME', key: '1' }).records, book, RULES, ids);
    expect(keyed.updated).toMatchObject([{ id: 'id1', key: '1', name: 'ACME' }]);
    const other = planImport(tableOf({ name: 'Acme', key: '2' }).records, afterwards(book, keyed), RULES, ids);
    expect(other.added).toMatchObject([{ key: '2' }]);
  });
});
