import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { gradeCustomers } from '../../../bot/use-cases/grade-customers.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { setOverride, withdrawOverride } from '../../../bot/use-cases/override-tier.ts';
import { type ReplayedGrade, replayGrade } from '../../../bot/use-cases/replay-grade.ts';
import { showCustomer } from '../../../bot/use-cases/show-customer.ts';
import { useScheme } from '../../../bot/use-cases/use-scheme.ts';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import type { Scheme } from '../../../core/grading/scheme.ts';
import { accountValue } from '../../../core/schemes/account-value.ts';
import { BUILT_IN_SCHEMES } from '../../../core/schemes/built-in-schemes.ts';
import { medal } from '../../../core/schemes/medal.ts';
import { salesPipeline } from '../../../core/schemes/sales-pipeline.ts';
import { believableCustomers } from '../../support/believable-customers.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { byRules, portfolio } from '../../support/example-schemes.ts';
import { tableOf, tableReading } from '../../support/table-reading.ts';
import { contentsOf, newContext, type TestContext } from '../../support/workspace.ts';

const CUSTOMERS = Array.from({ length: 20 }, (_, index) => ({
  key: String(index),
  name: `Customer ${index}`,
  salesAmount: 100 * (index + 1),
  paymentCollection: 0.9,
}));

interface ChangeRow {
  readonly id: string;
  readonly customer_id: string;
  readonly to_tier: string | null;
  readonly to_status: string;
  readonly to_score: number | null;
}

async function idOf(context: TestContext, key: string): Promise<string> {
  const { customer } = await contentsOf(context, ['customer']);
  return (customer as { id: string; key: string }[]).find((row) => row.key === key)?.id ?? '';
}

/** A replay without what is not a receipt's, to be compared with the card of its time. */
function asCard({ receipt, standing }: ReplayedGrade) {
  return { ...receipt, standing };
}

async function cardOf(context: TestContext, id: string) {
  const { gradedAt: _, ...grading } = (await showCustomer(context, id))?.grading ?? expect.fail();
  return grading;
}

function on(customerId: string, day: string) {
  return { customerId, on: day as CalendarDate, timeZone: 'UTC' };
}

/** Everything that a grade rests on becomes something else: the scheme, the customer, everybody else. */
async function changeEverything(context: TestContext, key: string): Promise<void> {
  context.clock.set('2026-08-11T08:00:00Z');
  await importTable(context, tableOf({ key, salesAmount: 1, profit: 1, resolve: 'none', orders: 99 }));
  await importTable(
    context,
    tableOf(...believableCustomers(accountValue, 30, 9).map((row) => ({ ...row, key: `N${row['key']}` }))),
  );
  await useScheme(context, medal, 'customers');
  await useScheme(context, { ...byRules, version: 4 }, 'prospects');
}

describeOnBothDatabases('a past grade', (open) => {
  const schemes: readonly Scheme[] = [...BUILT_IN_SCHEMES, portfolio, byRules];

  test.each(schemes.map((scheme) => [scheme.id, scheme] as const))(
    'by %s is replayed with the same tier and receipt, whatever has changed since',
    async (_, scheme) => {
      const context = await newContext(await open());
      const use = scheme === salesPipeline ? 'prospects' : 'customers';
      await useScheme(context, scheme, use);
      const stage = use === 'prospects' ? { stage: 'prospect' } : { stage: 'customer' };
      await importTable(context, tableOf(...believableCustomers(scheme, 40).map((row) => ({ ...row, ...stage }))));
      const rows = (await contentsOf(context, ['grade_change'])).grade_change as ChangeRow[];
      expect(rows.length).toBe(40);
      const cards = new Map<string, object>();
      for (const { customer_id: id } of rows) cards.set(id, await cardOf(context, id));
      await changeEverything(context, 'K12');
      for (const row of rows) {
        const replayed = await replayGrade(context, { changeId: row.id });
        expect(asCard(replayed)).toEqual(cards.get(row.customer_id));
        const { status, tier, score } = replayed.receipt.grade;
        expect([status, tier, score]).toEqual([row.to_status, row.to_tier, row.to_score]);
        expect(await replayGrade(context, on(row.customer_id, '2026-03-06'))).toEqual(replayed);
      }
    },
  );

  test('that was held is replayed as it stood, with what held it and what the values gave', async () => {
    const context = await newContext(await open());
    const scheme = { ...accountValue, id: 'steady', version: 7, stability: { downgradeAfter: 3 } };
    await useScheme(context, scheme, 'customers');
    await importTable(context, tableOf(...CUSTOMERS));
    const id = await idOf(context, '19');
    const days: [day: string, card: object][] = [['2026-03-05', await cardOf(context, id)]];
    context.clock.set('2026-03-11T08:00:00Z');
    await importTable(context, tableOf({ key: '19', salesAmount: 1, paymentCollection: 0.1 }));
    days.push(['2026-03-11', await cardOf(context, id)]);
    expect(days[1]?.[1]).toMatchObject({ standing: { tier: 'A', held: 'downgrade-waits' }, grade: { tier: 'D' } });
    context.clock.set('2026-03-12T08:00:00Z');
    await setOverride(context, { customerId: id, tier: 'B', reason: 'our reference' });
    days.push(['2026-03-12', await cardOf(context, id)]);
    context.clock.set('2026-03-13T08:00:00Z');
    await withdrawOverride(context, id);
    days.push(['2026-03-13', await cardOf(context, id)]);
    for (const day of ['2026-03-14', '2026-03-15']) {
      context.clock.set(`${day}T08:00:00Z`);
      await gradeCustomers(context);
    }
    days.push(['2026-03-15', await cardOf(context, id)]);
    expect(days.at(-1)?.[1]).toMatchObject({ standing: { status: 'graded', tier: 'D', held: null } });
    await changeEverything(context, '19');
    for (const [day, card] of days) {
      const { fitted: _, ...replayed } = asCard(await replayGrade(context, on(id, day)));
      expect(replayed, day).toEqual({ ...card, fitted: undefined });
    }
    expect((await replayGrade(context, on(id, '2026-03-12'))).override).toMatchObject({ reason: 'our reference' });
    expect((await replayGrade(context, on(id, '2026-03-13'))).override).toBeNull();
    expect((await replayGrade(context, on(id, '2026-03-10'))).standing.held).toBeNull();
  });

  test('that was held while a complaint was open, or had values in doubt, is replayed with both', async () => {
    const context = await newContext(await open());
    const scheme = { ...accountValue, id: 'patient', stability: { holdDuringComplaint: true } };
    await useScheme(context, scheme, 'customers');
    const doubtful = { key: 'D1', name: 'Doubtful Ltd', paymentCollection: 0.9, satisfaction: 0.9 };
    const doubts = { salesAmount: { code: 'other-currency', currency: 'USD', amount: 5 } } as const;
    await importTable(
      context,
      tableReading([...CUSTOMERS.map((values) => ({ values })), { values: doubtful, doubts }]),
    );
    const [calm, unsure] = [await idOf(context, '19'), await idOf(context, 'D1')];
    context.clock.set('2026-03-11T08:00:00Z');
    await sql`update customer set facts = jsonb_set(jsonb_set(facts, '{values,openComplaints}', '1'), '{values,salesAmount}', '1')
      where workspace_id = ${context.actor.workspaceId} and id = ${calm}::uuid`.execute(context.db);
    await gradeCustomers(context);
    const cards = [await cardOf(context, calm), await cardOf(context, unsure)];
    expect(cards[0]?.standing.held).toBe('complaint');
    expect(cards[1]?.grade.review[0]).toMatchObject({ criterion: 'salesAmount' });
    await changeEverything(context, '19');
    const replayed = [
      await replayGrade(context, on(calm, '2026-03-11')),
      await replayGrade(context, on(unsure, '2026-03-11')),
    ];
    expect(replayed.map((one) => [one.standing, one.receipt.grade.tier, one.receipt.grade.review])).toEqual(
      cards.map((one) => [one.standing, one.grade.tier, one.grade.review]),
    );
  });

  test('that began to be held is no change of tier', async () => {
    const context = await newContext(await open());
    const scheme = { ...accountValue, id: 'steady', version: 7, stability: { downgradeAfter: 3 } };
    await useScheme(context, scheme, 'customers');
    await importTable(context, tableOf(...CUSTOMERS));
    const id = await idOf(context, '19');
    context.clock.set('2026-03-11T08:00:00Z');
    const { gradings } = await importTable(context, tableOf({ key: '19', salesAmount: 1, paymentCollection: 0.1 }));
    expect(gradings[0]).toMatchObject({ changed: expect.any(Number) });
    expect((await showCustomer(context, id))?.changes.map(({ cause }) => cause)).toEqual(['first']);
    expect((await replayGrade(context, { customerId: id, change: 1 })).change.cause).toBe('first');
  });

  test('that never was is refused, and so is one of another workspace', async () => {
    const context = await newContext(await open());
    await importTable(context, tableOf(...CUSTOMERS));
    const customerId = await idOf(context, '3');
    const refused = async (wanted: Parameters<typeof replayGrade>[1], within = context) =>
      expect(replayGrade(within, wanted)).rejects.toMatchObject({ code: 'no-such-change' });
    await refused(on(customerId, '2026-03-04'));
    await refused({ customerId, change: 2 });
    await refused({ changeId: customerId });
    const { change } = await replayGrade(context, { customerId, change: 1 });
    expect(change).toMatchObject({ cause: 'first', from: null });
    await refused({ customerId, change: 1 }, await newContext(await open()));
  });
});
