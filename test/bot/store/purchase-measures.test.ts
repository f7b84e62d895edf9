import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Database } from '../../../bot/store/database.ts';
import { findFacts } from '../../../bot/store/grading-subjects.ts';
import { json } from '../../../bot/store/json-column.ts';
import { newId } from '../../../bot/store/new-id.ts';
import { findPurchaseMeasures, refreshPurchaseMeasures } from '../../../bot/store/purchase-measures.ts';
import { insertPurchases, type Purchase } from '../../../bot/store/purchases.ts';
import { addDays, type CalendarDate, calendarDate } from '../../../core/calendar-date.ts';
import type { Facts } from '../../../core/customer.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { storeCustomers } from '../../support/stored-customers.ts';

const NOW = new Date('2026-03-05T08:00:00Z');
const TODAY = calendarDate(2026, 3, 5) ?? expect.fail();
/** Where the last four quarters begin: the day before each one's first. */
const QUARTERS = ['2025-12-05', '2025-09-05', '2025-06-05', '2025-03-05'];

type Bought = Omit<Purchase, 'id' | 'customerId'>;

const PLAIN: Bought = {
  boughtOn: TODAY,
  amount: 100,
  currency: null,
  product: null,
  channel: null,
  orderNumber: null,
};

/** Stores the purchases of one customer and finds what they say; undefined for nothing. */
async function measured(
  db: Database,
  purchases: readonly Bought[],
  asOf: CalendarDate = TODAY,
): Promise<Facts['values'] | undefined> {
  const { workspaceId, ids } = await storeCustomers(db, [{ name: 'Ames' }, { name: 'Nobody' }]);
  const customerId = ids[0] ?? '';
  const rows = purchases.map((purchase) => ({ ...purchase, id: newId(NOW), customerId }));
  await insertPurchases(db, workspaceId, rows, { source: 'import', now: NOW });
  const changed = await refreshPurchaseMeasures(db, workspaceId, asOf);
  const measures = (await findPurchaseMeasures(db, workspaceId, ids)).get(customerId);
  expect(changed).toBe(measures !== undefined);
  expect(await refreshPurchaseMeasures(db, workspaceId, asOf)).toBe(false);
  expect(await refreshPurchaseMeasures(db, workspaceId, asOf, ids)).toBe(false);
  return measures;
}

describeOnBothDatabases('purchase measures', (open) => {
  test('are those that counting by hand gives', async () => {
    const db = await open();
    const purchase = fc.record({
      boughtOn: fc.integer({ min: -30, max: 900 }).map((days) => addDays(TODAY, -days)),
      amount: fc.constantFrom(-50, -20.5, 0, 10, 20.5, 50, 99.99),
      currency: fc.constantFrom('CNY', 'CNY', 'CNY', null),
      product: fc.constantFrom('pump', 'valve', null),
      channel: fc.constantFrom('web', 'shop', null),
      orderNumber: fc.constantFrom('A1', 'a1', 'B2', null, null),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(purchase, { maxLength: 14 }), async (purchases) => {
        expect(await measured(db, purchases)).toEqual(byHand(purchases));
      }),
      { numRuns: 40, seed: 20 },
    );
  });

  test('count from the day of grading, and nothing after it', async () => {
    const db = await open();
    const purchases = [
      { ...PLAIN, boughtOn: addDays(TODAY, -365), amount: 7 },
      { ...PLAIN, boughtOn: addDays(TODAY, -364), amount: 11 },
      { ...PLAIN, boughtOn: TODAY, amount: 13 },
    ];
    expect(await measured(db, purchases)).toMatchObject({ orders: 2, salesAmount: 24, ordersInAll: 3, salesInAll: 31 });
    expect(await measured(db, purchases, addDays(TODAY, -1))).toMatchObject({
      orders: 2,
      salesAmount: 18,
      lastPurchase: addDays(TODAY, -364),
    });
    expect(await measured(db, purchases, addDays(TODAY, -400))).toBeUndefined();
  });

  test('leave sums in two currencies out', async () => {
    const purchases = [
      { ...PLAIN, currency: 'EUR' },
      { ...PLAIN, currency: 'CNY' },
    ];
    const measures = await measured(await open(), purchases);
    expect(measures).toMatchObject({ orders: 2 });
    expect(Object.keys(measures ?? {})).not.toContain('salesAmount');
    expect(Object.keys(measures ?? {})).not.toContain('salesInAll');
  });

  test.each<[number[], number | undefined]>([
    // sales of the last four quarters, latest first
    [[100, 100, 100, 100], 1],
    [[400, 0, 0, 100], 0.2667],
    [[100, 0, 100, 100], 0.6667],
    [[0, 0, 0, 100], 0],
    [[100, 100], 1],
    [[30, 10], 0.5],
    [[100], undefined],
  ])('purchases of %j in the last quarters are steady to %s', async (sales, stability) => {
    const purchases = sales.flatMap((amount, quarter) =>
      amount === 0 ? [] : [{ ...PLAIN, amount, boughtOn: addDays(TODAY, -10 - 92 * quarter) }],
    );
    expect((await measured(await open(), purchases))?.['purchaseStability']).toBe(stability);
  });

  test('are facts of the customer where its own table says nothing', async () => {
    const db = await open();
    const { workspaceId, ids } = await storeCustomers(db, [{ name: 'Ames' }]);
    const [customerId = ''] = ids;
    const rows = [{ ...PLAIN, id: newId(NOW), customerId }];
    await insertPurchases(db, workspaceId, rows, { source: 'import', now: NOW });
    await refreshPurchaseMeasures(db, workspaceId, TODAY);
    const stated = json<Facts>({ values: { orders: 7 } });
    await db.updateTable('customer').set({ facts: stated }).where('workspace_id', '=', workspaceId).execute();
    expect((await findFacts(db, workspaceId, customerId))?.values).toMatchObject({
      orders: 7,
      salesAmount: 100,
      customerStage: 'customer',
    });
  });
});

/** The measures of one customer, counted one by one. */
function byHand(all: readonly Bought[]): Facts['values'] | undefined {
  const lines = all.filter(({ boughtOn }) => boughtOn <= TODAY);
  if (lines.length === 0) return undefined;
  const orders = [...Map.groupBy(lines, (line) => line.orderNumber?.toLowerCase() ?? line)]
    .map(([, ofOrder]) => ofOrder)
    .filter((ofOrder) => sum(ofOrder) > 0);
  const boughtIn = (ofOrder: readonly Bought[]): CalendarDate[] =>
    ofOrder
      .filter(({ amount }) => amount > 0)
      .map(({ boughtOn }) => boughtOn)
      .toSorted();
  const days = orders.flatMap(boughtIn).toSorted();
  const yearStart = QUARTERS[3] ?? '';
  const year = lines.filter(({ boughtOn }) => boughtOn > yearStart);
  const channels = new Set(year.filter(({ amount }) => amount > 0).flatMap(({ channel }) => channel ?? []));
  const channel = favourite(lines, 'channel');
  const product = favourite(lines, 'product');
  const stability = steadiness(lines, days[0]);
  return {
    ...(days.length > 0 && { firstPurchase: days[0] ?? '', lastPurchase: days.at(-1) ?? '' }),
    orders: orders.filter((ofOrder) => (boughtIn(ofOrder).at(-1) ?? '') > yearStart).length,
    ordersInAll: orders.length,
    salesAmount: Math.max(0, sum(year)),
    salesInAll: Math.max(0, sum(lines)),
    ...(channel !== undefined && { channel, channelCount: channels.size }),
    ...(product !== undefined && { product }),
    ...(stability !== undefined && { purchaseStability: stability }),
  };
}

function sum(lines: readonly Bought[]): number {
  return Math.round(lines.reduce((total, { amount }) => total + amount * 100, 0)) / 100;
}

function favourite(lines: readonly Bought[], column: 'channel' | 'product'): string | undefined {
  const groups = Map.groupBy(
    lines.filter((line) => line[column] !== null && line.amount > 0),
    (line) => line[column] ?? '',
  );
  const sorted = [...groups].toSorted(([a, one], [b, two]) => sum(two) - sum(one) || (a < b ? -1 : 1));
  return sorted[0]?.[0];
}

function steadiness(lines: readonly Bought[], first: CalendarDate | undefined): number | undefined {
  const quarters = first === undefined ? 0 : 1 + QUARTERS.slice(0, 3).filter((start) => first <= start).length;
  if (quarters < 2) return undefined;
  const sums = QUARTERS.map((start, quarter) => {
    const end = QUARTERS[quarter - 1] ?? TODAY;
    return Math.max(0, sum(lines.filter(({ boughtOn }) => boughtOn > start && boughtOn <= end)));
  });
  const total = sums.reduce((all, one) => all + one, 0);
  if (total === 0) return undefined;
  const off = sums.slice(0, quarters).reduce((all, one) => all + Math.abs(one - total / quarters), 0);
  return Math.round(Math.max(0, 1 - (off * quarters) / (2 * total * (quarters - 1))) * 10_000) / 10_000;
}
