import { sql } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import { comparableKey } from '../../core/contact-details.ts';
import type { Facts } from '../../core/customer.ts';
import { normaliseName, withoutLegalSuffix } from '../../core/customer-name.ts';
import type { CustomerStage } from '../../core/customer-stage.ts';
import { putDownRemoved } from './connected-sheet-removed.ts';
import { customersAlike, customersById, type WantedNames } from './customer-names.ts';
import type { CustomerSource, CustomerStatus } from './customer-tables.ts';
import type { Database } from './database.ts';
import { lockFollowUps } from './follow-ups.ts';
import { idList } from './id-list.ts';
import { inChunks } from './in-chunks.ts';
import { json, storableText } from './json-column.ts';

/** One customer as the use cases know it. */
export interface Customer {
  /** UUIDv7. */
  readonly id: string;
  readonly key: string | null;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The owner as the table names them. */
  readonly ownerText: string | null;
  /** The member who that is, when it is known. */
  readonly ownerId: string | null;
  readonly stage: CustomerStage;
  readonly industry: string | null;
  readonly region: string | null;
  readonly givenTier: string | null;
  /** Values and doubts; what has a field of its own above or below is not in here. */
  readonly facts: Facts;
  /** Cells of columns that no field took, by heading. */
  readonly extra: Readonly<Record<string, string>>;
  readonly lastContactOn: CalendarDate | null;
  readonly nextContactOn: CalendarDate | null;
  readonly source: CustomerSource;
  /** The customer it was merged into. */
  readonly mergedInto: string | null;
  /** Changed by {@link saveCustomerStatus} alone: no table archives a customer or brings one back. */
  readonly status: CustomerStatus;
  /** Since when; null for one that was active all along. */
  readonly statusAt: Date | null;
  /** Why it was archived or lost. */
  readonly statusReason: string | null;
}

/** The name in the two forms in which names are compared: whole, and without the legal suffix. */
export function comparableNames(name: string): ComparableNames {
  const known = compared.get(name);
  if (known !== undefined) return known;
  const names = { normal: normaliseName(name), short: normaliseName(withoutLegalSuffix(name)) };
  if (compared.size >= MOST_COMPARED) compared.clear();
  compared.set(name, names);
  return names;
}

interface ComparableNames {
  readonly normal: string;
  readonly short: string;
}

/** An import compares each name four times over, and this is the dearest part of it. */
const compared = new Map<string, ComparableNames>();
/** About 20 MB of names. */
const MOST_COMPARED = 100_000;

/** Rows a statement carries: enough that the round trip does not matter, few enough that PGlite lets others in. */
const ROWS_PER_STATEMENT = 2000;

/** The customer with this id, gone ones included; undefined when the workspace has none. */
export async function findCustomer(db: Database, workspaceId: string, id: string): Promise<Customer | undefined> {
  return (await findCustomersById(db, workspaceId, [id])).get(id);
}

/** The customers with these ids, gone ones included, by id. */
export function findCustomersById(
  db: Database,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, Customer>> {
  return customersById(db, workspaceId, ids, CUSTOMER, ROWS_PER_STATEMENT);
}

/** All active customers, gone ones aside, in parts, in the order in which they came. */
export async function* readActiveCustomers(db: Database, workspaceId: string): AsyncGenerator<Customer[]> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await sql<Customer>`
      select ${CUSTOMER} from customer
      where workspace_id = ${workspaceId} and id > ${after}::uuid and merged_into is null and status = 'active'
      order by id limit ${ROWS_PER_STATEMENT}`.execute(db);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = last.id;
  }
}

/** All customers, gone ones included, that have one of these keys or names (compared as {@link comparableNames} says). */
export function findCustomersLike(db: Database, workspaceId: string, wanted: WantedNames): Promise<Customer[]> {
  return customersAlike(db, workspaceId, wanted, CUSTOMER);
}

/** At most 20 customers, gone ones included, whose key is this one when punctuation and leading zeros do not count. */
export async function findCustomersByBareKey(db: Database, workspaceId: string, bareKey: string): Promise<Customer[]> {
  const { rows } = await sql<Customer>`
    select ${CUSTOMER} from customer
    where workspace_id = ${workspaceId} and key_normal is not null
      and regexp_replace(regexp_replace(key_normal, '[^[:alnum:]]', '', 'g'), '(^|[^0-9])0+(?=[0-9])', '\\1', 'g') = ${bareKey}
    limit 20`.execute(db);
  return rows;
}

/** Adds customers; `onRows` hears how many have been written so far. */
export async function insertCustomers(
  db: Database,
  workspaceId: string,
  customers: readonly Customer[],
  now: Date,
  onRows: (written: number) => void = () => {},
): Promise<void> {
  let written = 0;
  for (const chunk of inChunks(customers, ROWS_PER_STATEMENT)) {
    await sql`
      insert into customer (workspace_id, ${sql.raw(COLUMNS)}, created_at, updated_at)
      select ${workspaceId}, ${sql.raw(COLUMNS)}, ${now}::timestamptz, ${now}::timestamptz
      from json_to_recordset(${json(chunk.map(rowOf))}::json) as r (${sql.raw(RECORD)})`.execute(db);
    written += chunk.length;
    onRows(written);
  }
}

/**
 * Overwrites customers, each found by its id; their grades follow a changed owner, follow-ups want `refreshFollowUps`. Their
 * follow-ups are locked first, as whoever logs a contact does, so that neither waits for the other for ever.
 */
export async function updateCustomers(
  db: Database,
  workspaceId: string,
  customers: readonly Customer[],
  now: Date,
  onRows: (written: number) => void = () => {},
): Promise<void> {
  let written = 0;
  for (const chunk of inChunks(customers, ROWS_PER_STATEMENT)) {
    const rows = json(chunk.map(rowOf));
    await lockFollowUps(db, workspaceId, chunk.map(({ id }) => id).toSorted());
    // what was promised was promised for the day that was agreed
    await sql`
      update follow_up as f set promise = null
      from json_to_recordset(${rows}::json) as r (id uuid, next_contact_on date)
      join customer c on c.workspace_id = ${workspaceId} and c.id = r.id
      where f.workspace_id = ${workspaceId} and f.customer_id = r.id and f.promise is not null
        and c.next_contact_on is distinct from r.next_contact_on`.execute(db);
    await sql`
      update customer as c
      set (${sql.raw(COLUMNS)}, updated_at) = row (${sql.raw(RECORD_COLUMNS)}, ${now}::timestamptz)
      from json_to_recordset(${rows}::json) as r (${sql.raw(RECORD)})
      where c.workspace_id = ${workspaceId} and c.id = r.id`.execute(db);
    await sql`
      update grade as g set owner_id = r.owner_id
      from json_to_recordset(${rows}::json) as r (id uuid, owner_id uuid)
      where g.workspace_id = ${workspaceId} and g.customer_id = r.id and g.owner_id is distinct from r.owner_id
    `.execute(db);
    written += chunk.length;
    onRows(written);
  }
}

/**
 * Lets nobody else change these customers or their next contacts until the transaction ends: whoever logs a contact or gives
 * a customer to somebody else does not hold the workspace's lock. To be called before they are read; follow-ups go first, as
 * everywhere.
 */
export async function lockCustomers(db: Database, workspaceId: string, customerIds: readonly string[]): Promise<void> {
  const ids = customerIds.toSorted();
  for (const chunk of inChunks(ids, ROWS_PER_STATEMENT)) await lockFollowUps(db, workspaceId, chunk);
  for (const chunk of inChunks(ids, ROWS_PER_STATEMENT)) {
    await sql`
      select 1 from customer where workspace_id = ${workspaceId} and id = any(${idList(chunk)})
      order by id for no key update`.execute(db);
  }
}

/** Deletes a customer with all that hangs on it; rows of connected sheets do not bring it back. */
export async function deleteCustomer(db: Database, workspaceId: string, customerId: string, at: Date): Promise<void> {
  await putDownRemoved(db, workspaceId, [customerId], at);
  await db.deleteFrom('customer').where('workspace_id', '=', workspaceId).where('id', '=', customerId).execute();
}

/** Archives a customer, brings it back, or puts down that it was lost. */
export async function saveCustomerStatus(
  db: Database,
  workspaceId: string,
  customerId: string,
  to: Pick<Customer, 'status' | 'statusAt' | 'statusReason'>,
): Promise<void> {
  const { status, statusAt, statusReason } = to;
  await sql`
    update customer set status = ${status}, status_at = ${statusAt}::timestamptz, status_reason = ${statusReason}
    where workspace_id = ${workspaceId} and id = ${customerId}::uuid`.execute(db);
}

/** The column's type by its name, in the order of {@link rowOf}. */
const TYPES = {
  id: 'uuid',
  key: 'text',
  key_normal: 'text',
  name: 'text',
  name_normal: 'text',
  name_short: 'text',
  aliases: 'text[]',
  owner_text: 'text',
  owner_id: 'uuid',
  stage: 'text',
  industry: 'text',
  region: 'text',
  given_tier: 'text',
  facts: 'jsonb',
  extra: 'jsonb',
  last_contact_on: 'date',
  next_contact_on: 'date',
  source: 'text',
  merged_into: 'uuid',
} as const;

/** The columns that tables and people change, in the order of {@link TYPES}. */
export const CUSTOMER_COLUMNS: readonly string[] = Object.keys(TYPES);
const COLUMNS = CUSTOMER_COLUMNS.join(', ');
const RECORD_COLUMNS = Object.keys(TYPES)
  .map((column) => `r.${column}`)
  .join(', ');
const RECORD = Object.entries(TYPES)
  .map(([column, type]) => `${column} ${type}`)
  .join(', ');

const CUSTOMER =
  sql.raw<Customer>(`id, key, name, aliases, owner_text as "ownerText", owner_id as "ownerId", stage, industry,
  region, given_tier as "givenTier", facts, extra, last_contact_on as "lastContactOn",
  next_contact_on as "nextContactOn", source, merged_into as "mergedInto", status, status_at as "statusAt",
  status_reason as "statusReason"`);

function rowOf(customer: Customer): Record<keyof typeof TYPES, unknown> {
  const name = storableText(customer.name);
  const { normal, short } = comparableNames(name);
  return {
    id: customer.id,
    key: customer.key,
    key_normal: customer.key === null ? null : comparableKey(storableText(customer.key)) || null,
    name,
    name_normal: normal,
    name_short: short,
    aliases: customer.aliases,
    owner_text: customer.ownerText,
    owner_id: customer.ownerId,
    stage: customer.stage,
    industry: customer.industry,
    region: customer.region,
    given_tier: customer.givenTier,
    facts: customer.facts,
    extra: customer.extra,
    last_contact_on: customer.lastContactOn,
    next_contact_on: customer.nextContactOn,
    source: customer.source,
    merged_into: customer.mergedInto,
  };
}

/** The owners of these customers, by customer; nobody's are left out. */
export async function findOwnerIds(
  db: Database,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; ownerId: string }>`
    select id, owner_id as "ownerId" from customer
    where workspace_id = ${workspaceId} and id = any(${idList(ids)}) and owner_id is not null`.execute(db);
  return new Map(rows.map(({ id, ownerId }) => [id, ownerId]));
}
