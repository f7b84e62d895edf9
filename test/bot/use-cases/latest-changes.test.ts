import { expect, test } from 'vitest';
import { gradeCustomers } from '../../../bot/use-cases/grade-customers.ts';
import { gradeStage } from '../../../bot/use-cases/grade-stage.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { replayGrade } from '../../../bot/use-cases/latest-changes.ts';
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

async function changesOf(context: TestContext, customerId: string): Promise<{ id: string; to_tier: string }[]> {
  const { grade_change: all } = await contentsOf(context, ['grade_change']);
  const own = (all as { id: string; to_tier: string; customer_id: string; changed_at: string }[]).filter(
    (change) => change.customer_id === customerId,
  );
  return own.toSorted((a, b) => Date.parse(a.changed_at) - Date.parse(b.changed_at));
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

  test('a past grade is replayed with the same tier and receipt, whatever has changed since', async () => {
    const context = await newContext(await open());
    await importTable(context, tableOf(...CUSTOMERS));
    const customerId = await idOf(context, '12');
    context.clock.set('2026-03-11T08:00:00Z');
    await importTable(context, tableOf({ key: '12', paymentCollection: 0.1 }));
    const then = (await showCustomer(context, customerId))?.grading;
    const change = (await changesOf(context, customerId)).at(-1);
    context.clock.set('2026-05-11T08:00:00Z');
    await importTable(
      context,
      tableOf({ key: '12', paymentCollection: 1, salesAmount: 1 }, { key: '0', salesAmount: 9e9 }),
    );
    const replayed = await replayGrade(context, change?.id ?? '');
    expect(replayed?.grade.tier).toBe(change?.to_tier);
    const { gradedAt: _, standing: __, ...receipt } = then ?? expect.fail();
    expect(replayed).toEqual(receipt);
    expect(await replayGrade(context, customerId)).toBeUndefined();
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
