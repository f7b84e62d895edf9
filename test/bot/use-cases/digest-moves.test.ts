import { expect, test } from 'vitest';
import type { Database } from '../../../bot/store/database.ts';
import { buildDigest } from '../../../bot/use-cases/build-digest.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { setOverride, withdrawOverride } from '../../../bot/use-cases/override-tier.ts';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { keyed } from '../../support/service-workspace.ts';
import { tableOf } from '../../support/table-reading.ts';
import { newContext, type TestContext } from '../../support/workspace.ts';

const good = {
  paymentCollection: 0.99,
  orderStability: 0.95,
  satisfaction: 0.95,
  yearsOfCooperation: 120,
  complaintRate: 0,
};
const customers = ['0', '1', '2', '3', '4'].map((key) => ({ key, name: `Buyer ${key}`, salesAmount: 1000, ...good }));

/** Five good customers by the default scheme; it is the next day. */
async function goodCustomers(db: Database): Promise<TestContext> {
  const context = await newContext(db);
  await importTable(context, tableOf(...customers));
  context.clock.set('2026-03-06T07:00:00Z');
  return context;
}

async function movesOf(context: TestContext) {
  context.clock.set('2026-03-06T08:00:00Z');
  const { moves } = await buildDigest(context, {
    repIds: null,
    timeZone: 'UTC',
    date: '2026-03-06' as CalendarDate,
    asOf: context.clock.now(),
    since: new Date('2026-03-05T08:30:00Z'),
    edition: 'daily',
    parts: ['moves'],
    isFull: true,
  });
  return moves;
}

describeOnBothDatabases('the moves of a digest', (open) => {
  test('name the value whose change moved a customer most, and what its year is worth', async () => {
    const context = await goodCustomers(await open());
    const worse = {
      key: '2',
      name: 'Buyer 2',
      salesAmount: 1000,
      ...good,
      paymentCollection: 0.1,
      satisfaction: 0.85,
      yearsOfCooperation: 12,
    };
    await importTable(context, tableOf(worse));
    const moves = await movesOf(context);
    expect(moves?.down).toMatchObject({
      count: 1,
      value: 1000,
      first: [
        {
          name: 'Buyer 2',
          from: { tier: 'A' },
          value: 1000,
          why: { cause: 'facts', driver: { criterion: 'paymentCollection', from: 0.99, to: 0.1 }, reason: null },
        },
      ],
    });
  });

  test('count several of one customer once, from the first place to the last', async () => {
    const context = await goodCustomers(await open());
    const customerId = await keyed(context, '1');
    await setOverride(context, { customerId, tier: 'C', reason: 'pays late' });
    context.clock.set('2026-03-06T07:10:00Z');
    await setOverride(context, { customerId, tier: 'B', reason: 'not that late' });
    expect((await movesOf(context))?.down).toMatchObject({
      count: 1,
      first: [{ from: { tier: 'A' }, to: { tier: 'B' }, why: { cause: 'override' } }],
    });
  });

  test('leave out a customer that is back where it was, and new ones', async () => {
    const context = await goodCustomers(await open());
    const customerId = await keyed(context, '1');
    await setOverride(context, { customerId, tier: 'C', reason: 'pays late' });
    context.clock.set('2026-03-06T07:10:00Z');
    await withdrawOverride(context, customerId);
    await importTable(
      context,
      tableOf({ key: '9', name: 'Buyer 9', salesAmount: 10, ...good, paymentCollection: 0.2 }),
    );
    expect(await movesOf(context)).toMatchObject({ up: { count: 0 }, down: { count: 0 } });
  });
});
