import type { Customer } from '../store/customers.ts';
import type { Database } from '../store/database.ts';
import { forgetCustomerNames, indexCustomerNames } from '../store/index-customer-names.ts';

/**
 * Lets search find these customers by what they are called now: their names, former names and keys, and those of the
 * customers merged into them; those that were merged away themselves are found no longer. Belongs into the transaction
 * that wrote and graded them.
 *
 * `added`: so many of the customers, the first ones, have been added by this transaction, so that there is nothing to be replaced. Default none.
 */
export async function makeFindable(
  db: Database,
  workspaceId: string,
  customers: readonly Customer[],
  { added = 0 }: { readonly added?: number } = {},
): Promise<void> {
  const gone = customers.filter((customer) => customer.mergedInto !== null);
  const current = customers.filter((customer) => customer.mergedInto === null);
  await forgetCustomerNames(
    db,
    workspaceId,
    gone.map(({ id }) => id),
  );
  const merged = await mergedInto(db, workspaceId);
  const names = current.map((customer) => {
    const others = merged.get(customer.id) ?? [];
    const sales = customer.facts.values['salesAmount'];
    return {
      customerId: customer.id,
      names: [customer, ...others].flatMap(({ name, aliases }) => [name].concat(aliases)),
      keys: [customer, ...others].flatMap(({ key }) => (key === null ? [] : [key])),
      salesAmount: typeof sales === 'number' ? sales : null,
    };
  });
  await indexCustomerNames(db, workspaceId, names, { added });
}

type Called = Pick<Customer, 'key' | 'name' | 'aliases'>;

/** What the workspace's merged customers were called, by the customer each was merged into. */
async function mergedInto(db: Database, workspaceId: string): Promise<Map<string, Called[]>> {
  const rows = await db
    .selectFrom('customer')
    .select(['merged_into', 'key', 'name', 'aliases'])
    .where('workspace_id', '=', workspaceId)
    .where('merged_into', 'is not', null)
    .execute();
  const merged = new Map<string, Called[]>();
  for (const { merged_into: keptId, ...called } of rows) {
    if (keptId === null) continue;
    merged.set(keptId, [...(merged.get(keptId) ?? []), called]);
  }
  return merged;
}
