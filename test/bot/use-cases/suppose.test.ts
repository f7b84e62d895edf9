import { expect, test } from 'vitest';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { suppose } from '../../../bot/use-cases/suppose.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { tableOf } from '../../support/table-reading.ts';
import { contentsOf, newContext } from '../../support/workspace.ts';

const TABLES = ['customer', 'grade', 'grade_change', 'grading_run', 'audit_event'];

describeOnBothDatabases('suppose', (open) => {
  test('grades a customer as if its values were others, by the cut points in force, and writes nothing', async () => {
    const context = await newContext(await open());
    const rows = Array.from({ length: 20 }, (_, index) => ({
      key: String(index),
      name: `Customer ${index}`,
      salesAmount: 100 * (index + 1),
      paymentCollection: 0.7,
    }));
    await importTable(context, tableOf(...rows));
    const before = await contentsOf(context, TABLES);
    const customers = (before['customer'] ?? []) as { id: string; key: string }[];
    const worst = customers.find(({ key }) => key === '0');
    const supposed = await suppose(context, worst?.id ?? '', 'payment=100%, sales=2000');
    expect(supposed?.before.grade.tier).toBe('D');
    expect(supposed?.after.grade).toMatchObject({ status: 'graded', tier: 'A', score: 100 });
    expect(supposed?.values).toMatchObject({ salesAmount: 100, paymentCollection: 0.7 });
    expect(await contentsOf(context, TABLES)).toEqual(before);
  });

  test('has no answer for a customer that is not on file', async () => {
    const context = await newContext(await open());
    expect(await suppose(context, '01890000-0000-7000-8000-000000000001', 'payment=1')).toBeUndefined();
  });
});
