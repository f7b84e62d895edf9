import { sql } from 'kysely';
import type { Database } from '../../bot/store/database.ts';
import { findFollowUp, type StoredFollowUp } from '../../bot/store/follow-ups.ts';
import type { UseCaseContext } from '../../bot/use-cases/context.ts';
import { importTable } from '../../bot/use-cases/import-table.ts';
import { showCustomer } from '../../bot/use-cases/show-customer.ts';
import { useScheme } from '../../bot/use-cases/use-scheme.ts';
import { medal } from '../../core/schemes/medal.ts';
import { tableOf } from './table-reading.ts';
import { contentsOf, newContext, type TestContext } from './workspace.ts';

/** Twenty customers of falling sales; number 7 is gold by the medal scheme, and silver with four complaints. */
export const BUYERS = tableOf(
  ...Array.from({ length: 20 }, (_, index) => ({
    key: String(index),
    name: `Buyer ${index}`,
    salesAmount: 100 * (20 - index),
    orders: index === 7 ? 19 : 20 - index,
    complaints: 0,
    paymentCollection: 0.99,
    satisfaction: 0.9,
  })),
);

/** Prospects without a system whose answers fit the rows of B and of C: the expected day decides. */
export const PROSPECTS = tableOf(
  ...['North', 'South'].map((name) => ({
    key: name,
    name: `${name} Works`,
    hasSystem: false,
    objectiveNeed: true,
    subjectiveNeed: true,
    resolve: 'medium',
    feasibilityBegun: false,
    selectionBegun: false,
    monthsToClose: 10,
  })),
);

/** A workspace with {@link BUYERS}, graded by a scheme (default: the one in use), at 09:00 UTC of Thursday, 5 March 2026. */
export async function buyers(db: Database, scheme?: 'medal'): Promise<TestContext> {
  const context = await newContext(db);
  await importTable(context, BUYERS);
  context.clock.set('2026-03-05T08:30:00Z');
  if (scheme !== undefined) await useScheme(context, medal, 'customers');
  context.clock.set('2026-03-05T09:00:00Z');
  return context;
}

/** The id of the customer with that key. */
export async function keyed(context: UseCaseContext, key: string): Promise<string> {
  const { customer = [] } = await contentsOf(context, ['customer']);
  return (customer as { id: string; key: string }[]).find((each) => each.key === key)?.id ?? 'none';
}

/** Where the customer stands: tier, and what holds it. */
export async function standing(context: UseCaseContext, id: string) {
  const { tier = null, held = null } = (await showCustomer(context, id))?.grading?.standing ?? {};
  return { tier, held };
}

/** Its follow-up; undefined when nobody follows it up. */
export async function followUp({ db, actor }: UseCaseContext, id: string): Promise<StoredFollowUp | undefined> {
  return findFollowUp(db, actor.workspaceId, id);
}

/** Everything that undoing must put back, the runs by which customers were graded and since when aside. */
export async function everything(context: UseCaseContext): Promise<Record<string, unknown[]>> {
  const tables = ['customer', 'follow_up', 'purchase', 'purchase_measure', 'service_measure'];
  const { rows: grade } = await sql`
    select to_jsonb(g) - 'run_id' - 'tier_since' as row from grade g where workspace_id = ${context.actor.workspaceId}
    order by customer_id`.execute(context.db);
  const { rows: overrides } = await sql`
    select customer_id, tier from tier_override where workspace_id = ${context.actor.workspaceId} and ended_at is null
    order by customer_id`.execute(context.db);
  return { ...(await contentsOf(context, tables)), grade, overrides };
}
