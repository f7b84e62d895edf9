import { expect, test } from 'vitest';
import type { UseCaseContext } from '../../../bot/use-cases/context.ts';
import { findCustomers } from '../../../bot/use-cases/find-customers.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { mergeCustomers } from '../../../bot/use-cases/merge-customers.ts';
import { undoMerge } from '../../../bot/use-cases/undo-merge.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { tableOf } from '../../support/table-reading.ts';
import { newContext } from '../../support/workspace.ts';

const found = async (context: UseCaseContext, query: string) => {
  const { exact, others } = await findCustomers(context, query);
  return [...exact, ...others.filter(({ how }) => how !== 'close')].map(({ name }) => name);
};

describeOnBothDatabases('customers are found by what they are called now', (open) => {
  test('once imported, and by a new name once the table names them anew', async () => {
    const context = await newContext(await open());
    await importTable(context, tableOf({ key: 'K1', name: 'Birch Works', salesAmount: 5 }));
    expect(await found(context, 'birch works')).toEqual(['Birch Works']);
    expect(await found(context, 'K1')).toEqual(['Birch Works']);
    await importTable(context, tableOf({ key: 'K1', name: 'Cedar Works', salesAmount: 5 }));
    expect(await found(context, 'cedar')).toEqual(['Cedar Works']);
  });

  test('a merged one leads to the other by name and key, until they are taken apart', async () => {
    const context = await newContext(await open());
    await importTable(
      context,
      tableOf({ key: 'K1', name: 'Birch Works', salesAmount: 5 }, { key: 'K2', name: 'Larch Mill', salesAmount: 4 }),
    );
    const [kept] = (await findCustomers(context, 'K1')).exact;
    const [gone] = (await findCustomers(context, 'K2')).exact;
    const id = await mergeCustomers(context, { keptId: kept?.id ?? '', goneId: gone?.id ?? '' });
    expect(await found(context, 'Larch Mill')).toEqual(['Birch Works']);
    expect(await found(context, 'K2')).toEqual(['Birch Works']);
    await undoMerge(context, { id });
    expect(await found(context, 'Larch Mill')).toEqual(['Larch Mill']);
    expect(await found(context, 'Birch Works')).toEqual(['Birch Works']);
  });
});
