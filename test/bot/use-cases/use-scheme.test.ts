import { expect, test } from 'vitest';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { schemeInUse, segmentSchemesInUse } from '../../../bot/use-cases/schemes-in-use.ts';
import { showCustomer } from '../../../bot/use-cases/show-customer.ts';
import { dropSegmentScheme, useScheme } from '../../../bot/use-cases/use-scheme.ts';
import type { SegmentScheme } from '../../../core/grading/scheme.ts';
import { builtInScheme } from '../../../core/schemes/built-in-schemes.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { byRank } from '../../support/example-schemes.ts';
import { tableOf } from '../../support/table-reading.ts';
import { contentsOf, newContext, type TestContext } from '../../support/workspace.ts';

const CUSTOMERS = tableOf(
  ...Array.from({ length: 10 }, (_, index) => ({
    key: String(index),
    name: `Customer ${index}`,
    profit: 100 * index,
    orders: index,
  })),
);

const habit: SegmentScheme = {
  id: 'habit',
  version: 1,
  titles: { en: 'Habit' },
  criteria: [{ id: 'orders', type: 'count', titles: { en: 'Orders' } }],
  segments: [
    {
      id: 'habit',
      titles: { en: 'Habit' },
      labels: [
        { id: 'often', titles: { en: 'often' } },
        { id: 'seldom', titles: { en: 'seldom' } },
      ],
      method: { kind: 'bands', by: ['orders'], bands: [{ from: 5, outcome: 'often' }, { outcome: 'seldom' }] },
    },
  ],
};

async function cardOf(context: TestContext, key: string) {
  const { customer } = await contentsOf(context, ['customer']);
  const id = (customer as { id: string; key: string }[]).find((row) => row.key === key)?.id ?? '';
  return showCustomer(context, id);
}

describeOnBothDatabases('useScheme', (open) => {
  test('grades everybody by another built-in scheme at once', async () => {
    const context = await newContext(await open());
    await importTable(context, CUSTOMERS);
    context.clock.set('2026-03-06T08:00:00Z');
    const pyramid = builtInScheme('value-pyramid') ?? expect.fail();
    const [summary] = await useScheme(context, pyramid, 'customers');
    expect(summary).toMatchObject({ schemeId: 'value-pyramid', counts: { tiers: { important: 1 } } });
    expect((await cardOf(context, '9'))?.grading?.standing.tier).toBe('important');
    expect((await cardOf(context, '9'))?.changes[0]).toMatchObject({ cause: 'scheme' });
  });

  test('keeps a document of one’s own, and wants a new version for a changed one', async () => {
    const context = await newContext(await open());
    await importTable(context, CUSTOMERS);
    context.clock.set('2026-03-06T08:00:00Z');
    await useScheme(context, byRank, 'customers');
    expect(await schemeInUse(context.db, context.actor.workspaceId, 'customer')).toEqual(byRank);
    const changed = { ...byRank, titles: { en: 'Changed' } };
    await expect(useScheme(context, changed, 'customers')).rejects.toMatchObject({ code: 'scheme-exists' });
    await useScheme(context, { ...changed, version: 2 }, 'customers');
    expect(await schemeInUse(context.db, context.actor.workspaceId, 'customer')).toMatchObject({ version: 2 });
    await expect(useScheme(context, { ...byRank, id: 'medal' }, 'customers')).rejects.toMatchObject({
      code: 'scheme-built-in',
    });
    const rep = { ...context, actor: { ...context.actor, role: 'rep' as const } };
    await expect(useScheme(rep, byRank, 'customers')).rejects.toMatchObject({ code: 'not-allowed' });
  });

  test('puts customers into segments beside their tier, until the scheme is taken out of use', async () => {
    const context = await newContext(await open());
    await importTable(context, CUSTOMERS);
    context.clock.set('2026-03-06T08:00:00Z');
    await useScheme(context, habit, 'segments');
    expect((await cardOf(context, '7'))?.segments).toEqual([{ segment: { en: 'Habit' }, label: { en: 'often' } }]);
    await importTable(context, tableOf({ key: '7', orders: 1 }));
    expect((await cardOf(context, '7'))?.segments).toEqual([{ segment: { en: 'Habit' }, label: { en: 'seldom' } }]);
    expect(await segmentSchemesInUse(context.db, context.actor.workspaceId)).toEqual([habit]);
    expect(await dropSegmentScheme(context, 'habit')).toBe(true);
    expect(await dropSegmentScheme(context, 'habit')).toBe(false);
    expect((await cardOf(context, '7'))?.segments).toEqual([]);
  });
});
