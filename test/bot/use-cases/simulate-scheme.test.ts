import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '../../../bot/store/database.ts';
import { gradeCustomers } from '../../../bot/use-cases/grade-customers.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { setOverride } from '../../../bot/use-cases/override-tier.ts';
import { simulateScheme } from '../../../bot/use-cases/simulate-scheme.ts';
import { useScheme } from '../../../bot/use-cases/use-scheme.ts';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import type { Scheme } from '../../../core/grading/scheme.ts';
import { accountValue } from '../../../core/schemes/account-value.ts';
import { medal } from '../../../core/schemes/medal.ts';
import { relationshipValue } from '../../../core/schemes/relationship-value.ts';
import { believableCustomers } from '../../support/believable-customers.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { tableOf } from '../../support/table-reading.ts';
import { contentsOf, newContext, type TestContext } from '../../support/workspace.ts';

const ROWS = believableCustomers(accountValue, 60).map((values, index) => ({
  ...values,
  ...(index % 3 === 0 ? {} : { owner: index % 3 === 1 ? 'Mia' : 'Jo' }),
}));
const AS_OF = '2026-03-05' as CalendarDate;

async function filled(db: Database): Promise<TestContext> {
  const context = await newContext(db);
  await importTable(context, tableOf(...ROWS));
  context.clock.set('2026-03-05T09:00:00Z');
  return context;
}

function simulate(context: TestContext, after: Scheme, before: Scheme = accountValue, mostMovers?: number) {
  const most = mostMovers === undefined ? {} : { mostMovers };
  return simulateScheme(context, { stage: 'customer', before, after, asOf: AS_OF, ...most });
}

/** Every table of the database that knows workspaces, row by row. */
async function everything(context: TestContext): Promise<Record<string, unknown[]>> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where column_name = 'workspace_id' and table_schema = 'public' order by 1`.execute(context.db);
  expect(rows.length).toBeGreaterThan(10);
  return contentsOf(
    context,
    rows.map(({ name }) => name),
  );
}

/** Tiers and statuses as they are on file, with how many customers have them. */
async function onFile(context: TestContext): Promise<Record<string, number>> {
  const { grade } = await contentsOf(context, ['grade']);
  const counts: Record<string, number> = {};
  for (const { tier, status } of grade as { tier: string | null; status: string }[])
    counts[tier ?? status] = (counts[tier ?? status] ?? 0) + 1;
  return counts;
}

function columnSums({ columns, counts }: { columns: readonly object[]; counts: readonly (readonly number[])[] }) {
  const sums = columns.map((place, column): [string, number] => [
    String(Object.values(place)[0]),
    counts.reduce((sum, row) => sum + (row[column] ?? 0), 0),
  ]);
  return Object.fromEntries(sums.filter(([, sum]) => sum > 0));
}

describeOnBothDatabases('simulating a scheme', (open) => {
  test('writes nothing at all', async () => {
    const context = await filled(await open());
    const before = await everything(context);
    const { simulation } = await simulate(context, medal);
    expect(simulation.moverCount).toBeGreaterThan(0);
    expect(await everything(context)).toEqual(before);
  });

  test('against itself moves nobody, whatever is held, overridden or out of date', async () => {
    const context = await filled(await open());
    const steady = { ...accountValue, id: 'steady', version: 2, stability: { downgradeAfter: 3, buffer: 0.1 } };
    await useScheme(context, steady, 'customers');
    const { customer } = await contentsOf(context, ['customer']);
    const [first] = customer as { id: string }[];
    await setOverride(context, { customerId: first?.id ?? '', tier: 'D', reason: 'to see' });
    context.clock.set('2026-03-06T08:00:00Z');
    await importTable(context, tableOf(...ROWS.slice(0, 9).map((row) => ({ ...row, paymentCollection: 0 }))));
    const { simulation } = await simulate(context, steady, steady);
    expect(simulation.moverCount).toBe(0);
    expect(simulation.matrix.directions.stays).toBe(60);
    expect(simulation.matrix.columns).toEqual(simulation.matrix.rows);
  });

  test('foretells exactly what using the scheme then does, overrides and holds included', async () => {
    const context = await filled(await open());
    const { customer } = await contentsOf(context, ['customer']);
    for (const { id } of (customer as { id: string }[]).slice(0, 3)) {
      await setOverride(context, { customerId: id, tier: 'A', reason: 'to see' });
    }
    for (const [index, after] of [relationshipValue, medal, { ...accountValue, id: 'mine' }].entries()) {
      context.clock.set(`2026-03-05T1${index}:00:00Z`);
      const { simulation } = await simulate(context, after);
      await useScheme(context, after, 'customers');
      expect(columnSums(simulation.matrix)).toEqual(await onFile(context));
      context.clock.set(`2026-03-05T1${index}:30:00Z`);
      await useScheme(context, accountValue, 'customers');
    }
  });

  test('takes what holds a tier into account where the customers were graded by that scheme', async () => {
    const context = await filled(await open());
    const steady = { ...accountValue, id: 'steady', version: 2, stability: { downgradeAfter: 3 } };
    await useScheme(context, steady, 'customers');
    const before = await onFile(context);
    // everybody’s collection breaks down, which the scheme does not believe at once
    context.clock.set('2026-03-06T08:00:00Z');
    await breakDown(context);
    const held = await simulate(context, accountValue, steady);
    const { rows, counts, directions } = held.simulation.matrix;
    expect(columnSums({ columns: rows, counts: transposed(counts) })).toEqual(before);
    expect(directions.down).toBeGreaterThan(0);
    await gradeCustomers(context);
    expect(await onFile(context)).toEqual(before);
  });

  test('says whose hours change by how much, customers without an owner too', async () => {
    const context = await filled(await open());
    const { simulation } = await simulate(context, medal);
    expect(new Set(simulation.hours.map(({ owner }) => owner?.name))).toEqual(new Set(['Jo', 'Mia', undefined]));
    expect(simulation.hours.map(({ customers }) => customers)).toEqual([20, 20, 20]);
    expect(simulation.hours.at(-1)?.owner).toBeNull();
  });

  test('keeps the most important movers by name and reason, and counts the rest', async () => {
    const context = await filled(await open());
    const { simulation, importance } = await simulate(context, medal, accountValue, 3);
    const all = await simulate(context, medal);
    expect(importance).toBe('salesAmount');
    expect(simulation.movers).toEqual(all.simulation.movers.slice(0, 3));
    expect(simulation.moverCount).toBe(all.simulation.movers.length);
    expect(simulation.movers[0]).toMatchObject({ customer: { name: expect.stringMatching(/^Customer/) } });
    expect(simulation.movers[0]?.reason).not.toBeNull();
  });

  test('of a stage that nobody is in has nobody', async () => {
    const context = await filled(await open());
    const { simulation } = await simulateScheme(context, {
      stage: 'prospect',
      before: accountValue,
      after: medal,
      asOf: AS_OF,
    });
    expect(simulation).toMatchObject({ customers: 0, movers: [], hours: [] });
  });

  test('sees no other workspace', async () => {
    const db = await open();
    await filled(db);
    const { simulation } = await simulate(await newContext(db), medal);
    expect(simulation.customers).toBe(0);
  });
});

async function breakDown({ db, actor }: TestContext): Promise<void> {
  await sql`update customer set facts = jsonb_set(facts, '{values,paymentCollection}', '0')
    where workspace_id = ${actor.workspaceId}`.execute(db);
}

function transposed(counts: readonly (readonly number[])[]): number[][] {
  return (counts[0] ?? []).map((_, column) => counts.map((row) => row[column] ?? 0));
}
