import { type RawBuilder, sql } from 'kysely';
import type { Customer } from './customers.ts';
import type { Database } from './database.ts';
import { idList } from './id-list.ts';
import { inChunks } from './in-chunks.ts';

/** By what a customer is known, and no more. */
export type NamedCustomer = Pick<Customer, 'id' | 'key' | 'name' | 'mergedInto'>;

/** They are read in a fraction of the time that whole customers take. */
const NAMES_PER_STATEMENT = 10_000;
const WANTED_PER_STATEMENT = 2000;

/** Like {@link findCustomersById}, of each only by what it is known. */
export function findNamesById(
  db: Database,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, NamedCustomer>> {
  return customersById(db, workspaceId, ids, NAMES, NAMES_PER_STATEMENT);
}

/** Like {@link findCustomersById}, of each only what is told beside its grade and its days. */
export function findToldById(
  db: Database,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, ToldCustomer>> {
  return customersById(db, workspaceId, ids, TOLD, NAMES_PER_STATEMENT);
}

/** What of a customer is told, beside its grade and its days. */
export type ToldCustomer = Pick<Customer, 'id' | 'status' | 'statusReason' | 'lastContactOn'>;

/** The customers with these ids, gone ones included, as many of their columns as are asked for; `size`: so many a statement. */
export async function customersById<C extends Pick<Customer, 'id'>>(
  db: Database,
  workspaceId: string,
  ids: readonly string[],
  columns: RawBuilder<C>,
  size: number,
): Promise<Map<string, C>> {
  const found = new Map<string, C>();
  for (const chunk of inChunks(ids, size)) {
    const { rows } = await sql<C>`
      select ${columns} from customer where workspace_id = ${workspaceId} and id = any(${idList(chunk)})`.execute(db);
    for (const row of rows) found.set(row.id, row);
  }
  return found;
}

/** Like {@link findCustomersLike}, of each only by what it is known. */
export function findNamesLike(db: Database, workspaceId: string, wanted: WantedNames): Promise<NamedCustomer[]> {
  return customersAlike(db, workspaceId, wanted, NAMES);
}

/** Which customers are looked for. */
export interface WantedNames {
  readonly keys: readonly string[];
  readonly shortNames: readonly string[];
}

/** All customers, gone ones included, that have one of these keys or names, as many of their columns as are asked for. */
export async function customersAlike<C extends NamedCustomer>(
  db: Database,
  workspaceId: string,
  wanted: WantedNames,
  columns: RawBuilder<C>,
): Promise<C[]> {
  const found = new Map<string, C>();
  for (const keys of inChunks(wanted.keys, WANTED_PER_STATEMENT)) {
    const { rows } = await sql<C>`
      select ${columns} from customer
      where workspace_id = ${workspaceId} and key_normal = any(${keys}::text[])`.execute(db);
    for (const row of rows) found.set(row.id, row);
  }
  for (const names of inChunks(wanted.shortNames, WANTED_PER_STATEMENT)) {
    const { rows } = await sql<C>`
      select ${columns} from customer
      where workspace_id = ${workspaceId} and name_short = any(${names}::text[])`.execute(db);
    for (const row of rows) found.set(row.id, row);
  }
  return [...found.values()];
}

const NAMES = sql.raw<NamedCustomer>(`id, key, name, merged_into as "mergedInto"`);
const TOLD = sql.raw<ToldCustomer>('id, status, status_reason as "statusReason", last_contact_on as "lastContactOn"');
