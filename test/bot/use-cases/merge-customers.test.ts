import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { UseCaseContext } from '../../../bot/use-cases/context.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { mergeCustomers } from '../../../bot/use-cases/merge-customers.ts';
import { showCustomer } from '../../../bot/use-cases/show-customer.ts';
import { undoMerge } from '../../../bot/use-cases/undo-merge.ts';
import type { FactValue } from '../../../core/customer.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { type RowOfTest, tableOf, tableReading } from '../../support/table-reading.ts';
import { contentsOf, newContext } from '../../support/workspace.ts';

const FIRST = { key: '1', name: 'Kept Ltd', salesAmount: 10, contactName: 'Ann', phone: '12345678' };
const SECOND = { key: '2', name: 'Gone 客户', salesAmount: 900, industry: 'steel', owner: 'Bob', contactName: 'Bo' };
const OTHERS = [
  { key: '3', name: 'Third', salesAmount: 500, paymentCollection: 0.9 },
  { key: '4', name: 'Fourth', salesAmount: 100, paymentCollection: 0.2 },
];

async function idsOf(context: UseCaseContext, ...rows: Readonly<Record<string, FactValue>>[]): Promise<string[]> {
  const report = await importTable(context, tableOf(...rows, ...OTHERS));
  return report.rows.map(({ outcome }) => ('customerId' in outcome ? outcome.customerId : ''));
}

describeOnBothDatabases('mergeCustomers', (open) => {
  test('fills in what the kept customer lacks and leads the gone one there', async () => {
    const context = await newContext(await open());
    const [keptId = '', goneId = ''] = await idsOf(context, FIRST, SECOND);
    await mergeCustomers(context, { keptId, goneId });
    const card = await showCustomer(context, goneId);
    expect(card).toMatchObject({ id: keptId, name: 'Kept Ltd', industry: 'steel', owner: { text: 'Bob' } });
    const { grade, contact_person: people } = await contentsOf(context);
    expect(grade).not.toContainEqual(expect.objectContaining({ customer_id: goneId }));
    expect(people).toHaveLength(2);
  });

  test('refuses what makes no sense', async () => {
    const context = await newContext(await open());
    const [keptId = '', goneId = '', thirdId = ''] = await idsOf(context, FIRST, SECOND);
    const stranger = await newContext(context.db);
    await expect(mergeCustomers(context, { keptId, goneId: keptId })).rejects.toMatchObject({ code: 'cannot-merge' });
    await expect(mergeCustomers(stranger, { keptId, goneId })).rejects.toMatchObject({ code: 'no-such-customer' });
    const merge = await mergeCustomers(context, { keptId, goneId });
    await expect(mergeCustomers(context, { keptId: thirdId, goneId })).rejects.toMatchObject({ code: 'cannot-merge' });
    await expect(undoMerge(stranger, { id: merge })).rejects.toMatchObject({ code: 'no-such-merge' });
    const later = await mergeCustomers(context, { keptId: thirdId, goneId: keptId });
    await expect(undoMerge(context, { id: merge })).rejects.toMatchObject({ code: 'merged-again' });
    expect(await showCustomer(context, goneId)).toMatchObject({ id: thirdId });
    await undoMerge(context, { id: later });
    await undoMerge(context, { goneId });
    await expect(undoMerge(context, { id: merge })).rejects.toMatchObject({ code: 'no-such-merge' });
  });

  test('keeps what later imports changed when it is undone, and grades both anew', async () => {
    const context = await newContext(await open());
    const [keptId = '', goneId = ''] = await idsOf(context, FIRST, SECOND);
    const merge = await mergeCustomers(context, { keptId, goneId });
    context.clock.set('2026-04-01T08:00:00Z');
    await importTable(context, tableOf({ key: '1', industry: 'paper', salesAmount: 2000 }));
    await undoMerge(context, { id: merge });
    expect(await showCustomer(context, keptId)).toMatchObject({ industry: 'paper', owner: null });
    expect(await showCustomer(context, goneId)).toMatchObject({
      id: goneId,
      industry: 'steel',
      owner: { text: 'Bob' },
    });
    const { grade } = await contentsOf(context, ['grade']);
    expect(grade).toHaveLength(4);
  });

  test('undone at once, leaves everything exactly as it was', async () => {
    const db = await open();
    const value = fc.option(fc.constantFrom<FactValue>(1, 2, 'a', true), { nil: undefined });
    const fields = ['salesAmount', 'paymentCollection', 'industry', 'owner', 'lastContact', 'phone', 'note'] as const;
    const row = (key: string) =>
      fc
        .record({
          values: fc.record(Object.fromEntries(fields.map((field) => [field, value]))),
          extra: fc.dictionary(fc.constantFrom('h', 'a.b', 'x'), fc.constantFrom('1', '2')),
          isDoubtful: fc.boolean(),
        })
        .map(({ values, extra, isDoubtful }): RowOfTest => {
          const known = Object.entries(values).flatMap(([field, of]) =>
            of === undefined ? [] : [[field, of] as const],
          );
          const told: Record<string, FactValue> = Object.fromEntries(known);
          told['key'] = key;
          told['name'] = `Name ${key}`;
          if (told['lastContact'] !== undefined) told['lastContact'] = '2026-01-01';
          const doubts = { profit: { code: 'unreadable', text: key } } as const;
          return isDoubtful ? { values: told, extra, doubts } : { values: told, extra };
        });
    await fc.assert(
      fc.asyncProperty(row('1'), row('2'), row('3'), async (one, two, three) => {
        const context = await newContext(db);
        const { rows } = await importTable(context, tableReading([one, two, three]));
        const [first = '', second = '', third = ''] = rows.map(({ outcome }) =>
          'customerId' in outcome ? outcome.customerId : '',
        );
        const before = await contentsOf(context);
        const inner = await mergeCustomers(context, { keptId: second, goneId: third });
        const between = await contentsOf(context);
        const outer = await mergeCustomers(context, { keptId: first, goneId: second });
        await undoMerge(context, { id: outer });
        expect(await contentsOf(context)).toEqual(between);
        await undoMerge(context, { id: inner });
        expect(await contentsOf(context)).toEqual(before);
      }),
      { numRuns: 10, seed: 20_260_305 },
    );
  });
});
