import { expect, test } from 'vitest';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { linkOwner, unknownOwners } from '../../../bot/use-cases/link-owner.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { addMember, as } from '../../support/members.ts';
import { tableOf } from '../../support/table-reading.ts';
import { contentsOf, newContext, type TestContext } from '../../support/workspace.ts';

function row(key: string, owner: string) {
  return { key, name: `Customer ${key}`, owner, salesAmount: 100, paymentCollection: 0.9 };
}

async function ownersByKey(context: TestContext) {
  const { customer, grade } = (await contentsOf(context, ['customer', 'grade'])) as {
    customer: { id: string; key: string; owner_id: string | null; owner_text: string }[];
    grade: { customer_id: string; owner_id: string | null }[];
  };
  for (const { id, owner_id } of customer)
    expect(grade.find(({ customer_id }) => customer_id === id)?.owner_id).toBe(owner_id);
  return Object.fromEntries(customer.map(({ key, owner_id, owner_text }) => [key, [owner_id, owner_text]]));
}

describeOnBothDatabases('linking an owner’s text', (open) => {
  test('customers on file and those of later imports go to the member', async () => {
    const context = await newContext(await open());
    const [anna, lei] = [await addMember(context, { name: 'Anna' }), await addMember(context, { name: 'Lei' })];
    const unknown = await importTable(
      context,
      tableOf(row('1', 'A. Weber (Süd)'), row('2', 'a weber süd'), row('3', 'Lei')),
    );
    expect(unknown.unknownOwners).toHaveLength(2);
    expect(await unknownOwners(context)).toEqual([
      { text: 'A. Weber (Süd)', customers: 1 },
      { text: 'a weber süd', customers: 1 },
    ]);
    await expect(unknownOwners(as(context, anna, 'rep'))).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await linkOwner(context, 'A. Weber (Süd)', anna)).toBe(2);
    expect(await ownersByKey(context)).toEqual({
      '1': [anna, 'A. Weber (Süd)'],
      '2': [anna, 'a weber süd'],
      '3': [lei, 'Lei'],
    });
    expect(await unknownOwners(context)).toEqual([]);
    const later = await importTable(context, tableOf(row('4', 'A. WEBER (Süd)'), row('1', 'A. Weber (Süd)')));
    expect(later.unknownOwners).toEqual([]);
    expect(await ownersByKey(context)).toMatchObject({ '1': [anna, 'A. Weber (Süd)'], '4': [anna, 'A. WEBER (Süd)'] });
    expect(await linkOwner(context, 'A Weber Süd', lei)).toBe(3);
    expect(await linkOwner(context, 'A Weber Süd', lei)).toBe(0);
  });

  test('a link goes before a name, so that it settles whose a shared one is', async () => {
    const context = await newContext(await open());
    const [one] = [await addMember(context, { name: 'Wang Wei' }), await addMember(context, { name: 'Wang Wei' })];
    await linkOwner(context, 'Wang Wei', one);
    await importTable(context, tableOf(row('1', 'Wang Wei')));
    expect(await ownersByKey(context)).toEqual({ '1': [one, 'Wang Wei'] });
  });

  test('is refused for reps, empty texts and strangers', async () => {
    const context = await newContext(await open());
    const rep = await addMember(context);
    await expect(linkOwner(as(context, rep), 'x', rep)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(linkOwner(context, '  ', rep)).rejects.toMatchObject({ code: 'owner-text' });
    await expect(linkOwner(context, 'x'.repeat(201), rep)).rejects.toMatchObject({ code: 'owner-text' });
    const stranger = await addMember(await newContext(await open()));
    await expect(linkOwner(context, 'x', stranger)).rejects.toMatchObject({ code: 'no-such-member' });
  });
});
