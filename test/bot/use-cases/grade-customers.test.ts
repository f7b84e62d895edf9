import { expect, test } from 'vitest';
import { gradeCustomers } from '../../../bot/use-cases/grade-customers.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { accountValue } from '../../../core/schemes/account-value.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { tableOf } from '../../support/table-reading.ts';
import { contentsOf, newContext, type TestContext } from '../../support/workspace.ts';

const CUSTOMERS = tableOf(
  ...Array.from({ length: 20 }, (_, index) => ({
    key: String(index),
    name: `Customer ${index}`,
    salesAmount: 100 * (index + 1),
    paymentCollection: 0.9,
  })),
);

async function causes(context: TestContext): Promise<Map<string, number>> {
  const { grade_change: changes } = await contentsOf(context, ['grade_change']);
  const counts = new Map<string, number>();
  for (const change of changes ?? []) {
    const { cause } = change as { cause: string };
    counts.set(cause, (counts.get(cause) ?? 0) + 1);
  }
  return counts;
}

describeOnBothDatabases('gradeCustomers', (open) => {
  test('gives the same grades again and adds nothing to the history', async () => {
    const context = await newContext(await open());
    const { gradings } = await importTable(context, CUSTOMERS);
    context.clock.set('2026-03-06T08:00:00Z');
    const [again] = await gradeCustomers(context);
    expect(again).toMatchObject({ stage: 'customer', changed: 0, counts: gradings[0]?.counts });
    expect(again?.runId).not.toBe(gradings[0]?.runId);
    const { grade } = await contentsOf(context, ['grade']);
    // by the run that put them there: nothing that stays is written again
    for (const row of grade ?? []) expect(row).toMatchObject({ run_id: gradings[0]?.runId });
    expect(await causes(context)).toEqual(new Map([['first', 20]]));
  });

  test('says what moved a customer: its own figures, or those of the others', async () => {
    const context = await newContext(await open());
    await importTable(context, CUSTOMERS);
    context.clock.set('2026-03-06T08:00:00Z');
    await importTable(context, tableOf({ key: '0', salesAmount: 1_000_000 }));
    const counts = await causes(context);
    expect(counts.get('facts')).toBe(1);
    expect(counts.get('population') ?? 0).toBeGreaterThan(0);
  });

  test('puts changes down to the scheme when it is another one', async () => {
    const context = await newContext(await open());
    await importTable(context, CUSTOMERS);
    const cutOffs = ['A', 'B', 'C'].map((outcome, index) => ({ outcome, from: 3 - index }));
    const generous = {
      ...accountValue,
      version: accountValue.version + 1,
      method: { ...accountValue.method, cutOffs },
    };
    const { gradings } = await importTable(context, CUSTOMERS, { scheme: generous });
    expect(gradings).toMatchObject([{ schemeVersion: generous.version }]);
    const counts = await causes(context);
    expect(counts.get('scheme')).toBe(gradings[0]?.changed);
    expect(gradings[0]?.changed).toBeGreaterThan(0);
  });

  test('grades nobody in an empty workspace', async () => {
    expect(await gradeCustomers(await newContext(await open()))).toEqual([]);
  });
});
