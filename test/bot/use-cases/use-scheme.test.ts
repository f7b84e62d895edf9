import { expect, test } from 'vitest';
import { findGradingRun } from '../../../bot/store/grades.ts';
import { gradeCustomers } from '../../../bot/use-cases/grade-customers.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import {
  findDocument,
  schemeInUse,
  segmentSchemesInUse,
  stabilityInUse,
} from '../../../bot/use-cases/schemes-in-use.ts';
import { showCustomer } from '../../../bot/use-cases/show-customer.ts';
import { dropSegmentScheme, useScheme } from '../../../bot/use-cases/use-scheme.ts';
import type { Scheme, SegmentScheme } from '../../../core/grading/scheme.ts';
import type { StabilityChange } from '../../../core/grading/scheme-stability.ts';
import { builtInScheme } from '../../../core/schemes/built-in-schemes.ts';
import { CUSTOMER_STABILITY } from '../../../core/schemes/customer-playbooks.ts';
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

  test('segments where tiers are wanted, and the other way round, are refused', async () => {
    const context = await newContext(await open());
    await expect(useScheme(context, habit, 'customers')).rejects.toMatchObject({ code: 'wrong-kind' });
    await expect(useScheme(context, byRank, 'segments')).rejects.toMatchObject({ code: 'wrong-kind' });
  });
});

describeOnBothDatabases('a stability that the workspace sets', (open) => {
  /** Customers by spend; who spends 5,000 is silver, who spends 10,000 gold. */
  const bySpend: Scheme = {
    id: 'by-spend',
    version: 1,
    titles: { en: 'By spend' },
    tiers: ['gold', 'silver', 'bronze'].map((id) => ({ id, titles: { en: id } })),
    criteria: [{ id: 'salesAmount', type: 'money', titles: { en: 'Spend' } }],
    method: {
      kind: 'bands',
      by: ['salesAmount'],
      bands: [{ from: 10_000, outcome: 'gold' }, { from: 5000, outcome: 'silver' }, { outcome: 'bronze' }],
    },
  };
  const own = { ...bySpend, stability: { buffer: 0.1, holdDuringComplaint: true } };

  async function inUse(scheme: Scheme, stability: StabilityChange) {
    const context = await newContext(await open());
    await useScheme(context, scheme, 'customers', stability);
    return context;
  }

  async function stabilityOf({ db, actor }: TestContext) {
    return (await schemeInUse(db, actor.workspaceId, 'customer'))?.stability;
  }

  /** Imports one customer with this spend, which is a grading, and says where it stands then. */
  async function spending(context: TestContext, salesAmount: number) {
    context.clock.set(new Date(context.clock.now().getTime() + 86_400_000).toISOString());
    await importTable(context, tableOf({ key: '1', name: 'Ames', salesAmount }));
    const standing = (await cardOf(context, '1'))?.grading?.standing;
    return [standing?.tier, standing?.held ?? null];
  }

  test.each([
    ['off', own, { stability: 'off' }, {}],
    ['on, as the document says', own, { stability: 'on' }, own.stability],
    ['on, our default where the document says nothing', bySpend, { stability: 'on' }, CUSTOMER_STABILITY],
    ['one setting, the others as the document says', own, { buffer: 0.2 }, { ...own.stability, buffer: 0.2 }],
    [
      'all settings',
      bySpend,
      { buffer: 0, downgradeAfter: 3, holdDuringComplaint: false },
      { buffer: 0, downgradeAfter: 3, holdDuringComplaint: false },
    ],
    ['nothing', own, {}, own.stability],
  ] as const)('%s', async (_, scheme, change, stability) => {
    expect(await stabilityOf(await inUse(scheme, change))).toEqual(stability);
  });

  test('settings stay until they are changed, scheme by scheme', async () => {
    const context = await inUse(own, { buffer: 0.2 });
    await useScheme(context, own, 'customers', { downgradeAfter: 2 });
    expect(await stabilityOf(context)).toEqual({ ...own.stability, buffer: 0.2, downgradeAfter: 2 });
    await useScheme(context, { ...bySpend, id: 'other' }, 'customers');
    expect(await stabilityOf(context)).toBeUndefined();
    await useScheme(context, own, 'customers');
    expect(await stabilityOf(context)).toEqual({ ...own.stability, buffer: 0.2, downgradeAfter: 2 });
    await useScheme(context, own, 'customers', { stability: 'on' });
    expect(await stabilityOf(context)).toEqual(own.stability);
    expect(await stabilityInUse(context.db, context.actor.workspaceId)).toEqual({});
  });

  test('a fall counts only after three gradings in a row, and a rise at once', async () => {
    const context = await inUse(bySpend, { downgradeAfter: 3 });
    expect(await spending(context, 12_000)).toEqual(['gold', null]);
    expect(await spending(context, 6000)).toEqual(['gold', 'downgrade-waits']);
    expect(await spending(context, 6000)).toEqual(['gold', 'downgrade-waits']);
    // a good grading in between: the count begins anew
    expect(await spending(context, 11_000)).toEqual(['gold', null]);
    expect(await spending(context, 6000)).toEqual(['gold', 'downgrade-waits']);
    expect(await spending(context, 6100)).toEqual(['gold', 'downgrade-waits']);
    expect(await spending(context, 6200)).toEqual(['silver', null]);
    expect(await spending(context, 12_000)).toEqual(['gold', null]);
  });

  test('gradings without new figures count too', async () => {
    const context = await inUse(bySpend, { downgradeAfter: 3 });
    await spending(context, 12_000);
    await spending(context, 6000);
    const tiers: (string | null | undefined)[] = [];
    for (const day of ['2026-04-01', '2026-04-02']) {
      context.clock.set(`${day}T08:00:00Z`);
      await gradeCustomers(context);
      tiers.push((await cardOf(context, '1'))?.grading?.standing.tier);
    }
    expect(tiers).toEqual(['gold', 'silver']);
  });

  test('a buffer holds who is just below, and off lets fall at the next grading', async () => {
    const context = await inUse(bySpend, { buffer: 0.1 });
    expect(await spending(context, 12_000)).toEqual(['gold', null]);
    expect(await spending(context, 9100)).toEqual(['gold', 'buffer']);
    await useScheme(context, bySpend, 'customers', { stability: 'off' });
    expect((await cardOf(context, '1'))?.grading?.standing.tier).toBe('silver');
  });

  test('the run keeps the scheme with the stability that was in force, and one’s own document stays as it was', async () => {
    const context = await inUse(own, { downgradeAfter: 3 });
    const { db, actor } = context;
    await spending(context, 12_000);
    const run = await findGradingRun(db, actor.workspaceId, { latestOf: 'customer' });
    expect(run?.fitted.scheme.stability).toEqual({ ...own.stability, downgradeAfter: 3 });
    await useScheme(context, own, 'customers', { stability: 'off' });
    const before = await findGradingRun(db, actor.workspaceId, { id: run?.id ?? '' });
    expect(before?.fitted.scheme.stability).toEqual({ ...own.stability, downgradeAfter: 3 });
    expect(await findDocument(db, actor.workspaceId, 'by-spend')).toEqual(own);
  });

  test('a document that graded one import before becomes one’s own when it is used', async () => {
    const context = await newContext(await open());
    await importTable(context, tableOf({ key: '1', salesAmount: 9 }), { scheme: own });
    expect(await findDocument(context.db, context.actor.workspaceId, 'by-spend')).toBeUndefined();
    await useScheme(context, own, 'customers');
    expect(await schemeInUse(context.db, context.actor.workspaceId, 'customer')).toEqual(own);
  });

  test.each([
    ['stability-buffer', { buffer: -0.1 }],
    ['stability-buffer', { buffer: 0.95 }],
    ['stability-buffer', { buffer: Number.NaN }],
    ['stability-downgrade-after', { downgradeAfter: 0 }],
    ['stability-downgrade-after', { downgradeAfter: 25 }],
    ['stability-downgrade-after', { downgradeAfter: 1.5 }],
    ['stability-off', { stability: 'off', buffer: 0.1 }],
  ] as const)('%s: %j is refused and changes nothing', async (code, change) => {
    const context = await inUse(own, { downgradeAfter: 2 });
    await expect(useScheme(context, own, 'customers', change)).rejects.toMatchObject({ code });
    expect(await stabilityOf(context)).toEqual({ ...own.stability, downgradeAfter: 2 });
  });

  test('segments have none, and a rep may not set one', async () => {
    const context = await inUse(own, {});
    await expect(useScheme(context, habit, 'segments', { buffer: 0.1 })).rejects.toMatchObject({
      code: 'stability-of-segments',
    });
    const rep = { ...context, actor: { ...context.actor, role: 'rep' as const } };
    await expect(useScheme(rep, own, 'customers', { buffer: 0.2 })).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await stabilityOf(context)).toEqual(own.stability);
  });
});
