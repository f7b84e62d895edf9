import { expect, test } from 'vitest';
import { gradeCustomers } from '../../../bot/use-cases/grade-customers.ts';
import { gradeStage } from '../../../bot/use-cases/grade-stage.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { showCustomer } from '../../../bot/use-cases/show-customer.ts';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import { accountValue } from '../../../core/schemes/account-value.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { tableOf } from '../../support/table-reading.ts';
import { contentsOf, newContext, type TestContext } from '../../support/workspace.ts';

const CUSTOMERS = Array.from({ length: 20 }, (_, index) => ({
  key: String(index),
  name: `Customer ${index}`,
  salesAmount: 100 * (index + 1),
  paymentCollection: 0.9,
}));

async function idOf(context: TestContext, key: string): Promise<string> {
  const { customer } = await contentsOf(context, ['customer']);
  return (customer as { id: string; key: string }[]).find((row) => row.key === key)?.id ?? '';
}

describeOnBothDatabases('changes of tier', (open) => {
  test('the card has the latest five, each with what moved it', async () => {
    const context = await newContext(await open());
    await importTable(context, tableOf(...CUSTOMERS));
    const customerId = await idOf(context, '12');
    for (const [day, paymentCollection] of [1, 0.1, 1, 0.1, 1, 0.1].entries()) {
      context.clock.set(`2026-03-1${day}T08:00:00Z`);
      await importTable(context, tableOf({ key: '12', paymentCollection }));
    }
    const card = await showCustomer(context, customerId);
    expect(card?.changes).toHaveLength(5);
    expect(card?.changes[0]).toMatchObject({
      to: card?.grading?.standing.tier,
      cause: 'facts',
      driver: { criterion: 'paymentCollection', from: 1, to: 0.1 },
    });
  });

  test('a fall waits for the second grading where the scheme says so, and is said to wait', async () => {
    const context = await newContext(await open());
    const scheme = { ...accountValue, version: 7, stability: { downgradeAfter: 2 } };
    const asOf = '2026-03-11' as CalendarDate;
    await importTable(context, tableOf(...CUSTOMERS), { scheme });
    const customerId = await idOf(context, '19');
    const before = (await showCustomer(context, customerId))?.grading?.standing.tier;
    context.clock.set('2026-03-11T08:00:00Z');
    await importTable(context, tableOf({ key: '19', salesAmount: 1, paymentCollection: 0.1 }), { scheme });
    const held = await showCustomer(context, customerId);
    expect(held?.grading?.standing).toEqual({ status: 'graded', tier: before, held: 'downgrade-waits' });
    expect(held?.grading?.grade.tier).toBe('D');
    context.clock.set('2026-03-12T08:00:00Z');
    await gradeStage(context, { stage: 'customer', scheme, cause: 'regrade', asOf });
    expect((await showCustomer(context, customerId))?.grading?.standing).toEqual({
      status: 'graded',
      tier: 'D',
      held: null,
    });
  });

  test('only customers whose grade changed are written by a later run', async () => {
    const context = await newContext(await open());
    await importTable(context, tableOf(...CUSTOMERS));
    context.clock.set('2026-03-11T08:00:00Z');
    const [summary] = await gradeCustomers(context);
    const { grade, grading_run: runs } = await contentsOf(context, ['grade', 'grading_run']);
    expect(runs).toHaveLength(2);
    expect((grade as { run_id: string }[]).every((row) => row.run_id !== summary?.runId)).toBe(true);
    const id = await idOf(context, '3');
    expect((await showCustomer(context, id))?.grading?.gradedAt).toEqual(new Date('2026-03-11T08:00:00Z'));
  });
});
