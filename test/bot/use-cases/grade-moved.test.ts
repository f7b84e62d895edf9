import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openComplaint } from '../../../bot/use-cases/complaints.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { buyers, keyed, PROSPECTS, standing } from '../../support/service-workspace.ts';
import { tableOf } from '../../support/table-reading.ts';
import type { TestContext } from '../../support/workspace.ts';

/** The stage of the run that a customer's grade is of. */
async function stageOfGrade({ db }: TestContext, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ stage: string }>`
    select r.stage from grade g join grading_run r on r.workspace_id = g.workspace_id and r.id = g.run_id
    where g.customer_id = ${id}::uuid`.execute(db);
  return rows[0]?.stage;
}

describeOnBothDatabases('a prospect that a table makes a customer', (open) => {
  test('is graded by the customers’ scheme alone: nothing of its tier as a prospect is held', async () => {
    const context = await buyers(await open());
    await importTable(context, PROSPECTS);
    const id = await keyed(context, 'North');
    await sql`update grade set tier = 'A', computed_tier = 'A' where customer_id = ${id}::uuid`.execute(context.db);
    await openComplaint(context, { customerId: id, channel: 'phone', cause: 'delivery' });
    context.clock.set('2026-03-05T09:10:00Z');
    const small = { salesAmount: 1, orders: 1, complaints: 9, paymentCollection: 0.99, satisfaction: 0.1 };
    await importTable(context, tableOf({ key: 'North', name: 'North Works', stage: 'customer', ...small }));
    expect(await standing(context, id)).toEqual({ tier: 'D', held: null });
    expect(await stageOfGrade(context, id)).toBe('customer');
  });

  test('has its grade by the customers’ run even where tier and score are what they were', async () => {
    const context = await buyers(await open());
    await importTable(context, PROSPECTS);
    const id = await keyed(context, '7');
    await sql`update grade set run_id = (select id from grading_run where workspace_id = ${context.actor.workspaceId}
      and stage = 'prospect' limit 1) where customer_id = ${id}::uuid`.execute(context.db);
    expect(await stageOfGrade(context, id)).toBe('prospect');
    context.clock.set('2026-03-05T09:10:00Z');
    await importTable(context, tableOf({ key: '6', name: 'Buyer 6', region: 'Lyon' }));
    expect(await stageOfGrade(context, id)).toBe('customer');
  });
});
