import type { Database } from '../../bot/store/database.ts';
import { indexCustomerNames } from '../../bot/store/index-customer-names.ts';
import { json } from '../../bot/store/json-column.ts';
import { newId } from '../../bot/store/new-id.ts';
import { normaliseName, withoutLegalSuffix } from '../../core/customer-name.ts';
import { newWorkspaceId } from './databases.ts';

const NOW = new Date('2026-03-02T09:00:00Z');

/** A customer of a test: a name and what else matters to it. */
export interface StoredCustomer {
  readonly name: string;
  readonly key?: string;
  readonly aliases?: readonly string[];
  readonly salesAmount?: number;
}

/** Stores customers in a new workspace and makes them findable; returns the workspace's id and theirs, in order. */
export async function storeCustomers(
  db: Database,
  customers: readonly StoredCustomer[],
): Promise<{ workspaceId: string; ids: string[] }> {
  const workspaceId = newWorkspaceId();
  await db
    .insertInto('workspace')
    .values({ id: workspaceId, name: null, prospect_scheme: null, customer_scheme: null, created_at: NOW })
    .execute();
  const ids = customers.map(() => newId(NOW));
  const rows = customers.map((customer, at) => ({
    workspace_id: workspaceId,
    id: ids[at] ?? '',
    key: customer.key ?? null,
    key_normal: customer.key?.toLowerCase() ?? null,
    name: customer.name,
    name_normal: normaliseName(customer.name),
    name_short: withoutLegalSuffix(normaliseName(customer.name)),
    aliases: [...(customer.aliases ?? [])],
    stage: 'customer' as const,
    facts: json({ values: {} }),
    extra: json({}),
    source: 'import' as const,
    created_at: NOW,
    updated_at: NOW,
  }));
  for (let start = 0; start < rows.length; start += 1000) {
    await db
      .insertInto('customer')
      .values(rows.slice(start, start + 1000))
      .execute();
  }
  await indexCustomerNames(
    db,
    workspaceId,
    customers.map((customer, at) => ({
      customerId: ids[at] ?? '',
      names: [customer.name, ...(customer.aliases ?? [])],
      keys: customer.key === undefined ? [] : [customer.key],
      salesAmount: customer.salesAmount ?? null,
    })),
  );
  return { workspaceId, ids };
}
