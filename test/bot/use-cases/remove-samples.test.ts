import { expect, test } from 'vitest';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { mergeCustomers } from '../../../bot/use-cases/merge-customers.ts';
import { removeSamples } from '../../../bot/use-cases/remove-samples.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { tableOf } from '../../support/table-reading.ts';
import { contentsOf, newContext } from '../../support/workspace.ts';

const SAMPLES = tableOf(
  { key: 'S1', name: 'Sample One', salesAmount: 1000, phone: '1234567' },
  { key: 'S2', name: 'Sample Two', salesAmount: 900 },
  { key: 'S3', name: 'Sample Three', salesAmount: 800 },
);

describeOnBothDatabases('removeSamples', (open) => {
  test('takes the samples away with all that hangs on them', async () => {
    const context = await newContext(await open());
    const everything = ['customer', 'contact_person', 'grade', 'grade_change', 'grading_run', 'customer_merge'];
    const before = await contentsOf(context, everything);
    const { rows } = await importTable(context, SAMPLES, { source: 'sample' });
    const [keptId = '', goneId = ''] = rows.map(({ outcome }) => ('customerId' in outcome ? outcome.customerId : ''));
    await mergeCustomers(context, { keptId, goneId });
    expect(await removeSamples(context)).toBe(3);
    expect(await contentsOf(context, everything)).toEqual(before);
    expect(await removeSamples(context)).toBe(0);
  });

  test("leaves the workspace's own customers, graded among themselves", async () => {
    const context = await newContext(await open());
    await importTable(context, SAMPLES, { source: 'sample' });
    await importTable(context, tableOf({ name: 'Ours', salesAmount: 5 }, { key: 'S2', name: 'Sample Two' }));
    await importTable(context, tableOf({ name: 'Ours', salesAmount: 7 }, { name: 'More' }), { source: 'sample' });
    expect(await removeSamples(context)).toBe(3);
    const { customer, grade } = await contentsOf(context);
    expect(customer).toHaveLength(2);
    const ours = { name: 'Ours', source: 'import', facts: { values: { salesAmount: 5 } } };
    expect(customer).toContainEqual(expect.objectContaining(ours));
    expect(customer).toContainEqual(expect.objectContaining({ name: 'Sample Two', source: 'import' }));
    expect(grade).toHaveLength(2);
  });
});
