import { sql } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import { comparableKey } from '../../core/contact-details.ts';
import type { PurchaseSource } from './customer-tables.ts';
import type { Database } from './database.ts';
import { inChunks } from './in-chunks.ts';
import { json } from './json-column.ts';

/** What a customer bought in one row of a table. */
export interface PurchaseLine {
  /** The customer that the table names, which may have been merged into another. */
  readonly customerId: string;
  readonly boughtOn: CalendarDate;
  /** Negative for a refund. */
  readonly amount: number;
  readonly product: string | null;
  readonly channel: string | null;
  readonly orderNumber: string | null;
}

/** A purchase as it is kept. */
export interface Purchase extends PurchaseLine {
  /** UUIDv7. */
  readonly id: string;
  /** ISO 4217; null when its table did not say. */
  readonly currency: string | null;
}

const ROWS_PER_STATEMENT = 2000;

/** Adds purchases; `onRows` hears how many have been written so far. */
export async function insertPurchases(
  db: Database,
  workspaceId: string,
  purchases: readonly Purchase[],
  options: { readonly source: PurchaseSource; readonly now: Date; readonly onRows?: (written: number) => void },
): Promise<void> {
  let written = 0;
  for (const chunk of inChunks(purchases, ROWS_PER_STATEMENT)) {
    const rows = chunk.map((purchase) => ({
      ...purchase,
      orderNormal: purchase.orderNumber === null ? null : comparableKey(purchase.orderNumber),
    }));
    await sql`
      insert into purchase (workspace_id, id, customer_id, bought_on, amount, currency, product, channel, order_number,
        order_normal, source, created_at)
      select ${workspaceId}, r.id, r."customerId", r."boughtOn", r.amount, r.currency, r.product, r.channel,
        r."orderNumber", r."orderNormal", ${options.source}, ${options.now}::timestamptz
      from json_to_recordset(${json(rows)}::json) as r (id uuid, "customerId" uuid, "boughtOn" date, amount numeric,
        currency text, product text, channel text, "orderNumber" text, "orderNormal" text)`.execute(db);
    written += chunk.length;
    options.onRows?.(written);
  }
}

/**
 * The purchases on file among which those of a table may be: all lines of its orders, and what its customers bought
 * between two days without an order number.
 */
export async function findPurchasesLike(
  db: Database,
  workspaceId: string,
  wanted: {
    /** As {@link comparableKey} makes them. */
    readonly orders: readonly string[];
    readonly customerIds: readonly string[];
    readonly from: CalendarDate;
    readonly upTo: CalendarDate;
  },
): Promise<PurchaseLine[]> {
  const found: PurchaseLine[] = [];
  for (const orders of inChunks(wanted.orders, ROWS_PER_STATEMENT)) {
    const { rows } = await sql<PurchaseLine>`
      select ${LINE} from purchase where workspace_id = ${workspaceId} and order_normal = any(${orders}::text[])
    `.execute(db);
    for (const row of rows) found.push(row);
  }
  for (const ids of inChunks(wanted.customerIds, ROWS_PER_STATEMENT)) {
    const { rows } = await sql<PurchaseLine>`
      select ${LINE} from purchase where workspace_id = ${workspaceId} and customer_id = any(${ids}::uuid[])
        and order_normal is null and bought_on between ${wanted.from}::date and ${wanted.upTo}::date
    `.execute(db);
    for (const row of rows) found.push(row);
  }
  return found;
}

/** What a customer, and those merged into it, bought last, latest first. */
export async function findLatestPurchases(
  db: Database,
  workspaceId: string,
  customerId: string,
  limit: number,
): Promise<Purchase[]> {
  const { rows } = await sql<Purchase>`
    select id, currency, ${LINE} from purchase
    where workspace_id = ${workspaceId} and customer_id in (
      select c.id from customer c where c.workspace_id = ${workspaceId}
        and (c.id = ${customerId}::uuid or c.merged_into = ${customerId}::uuid)
    ) order by bought_on desc, id desc limit ${limit}`.execute(db);
  return rows;
}

/** A purchase as it was, and where it had come from. */
export interface DeletedPurchase extends Purchase {
  readonly source: PurchaseSource;
}

/** Takes one purchase away; undefined when it is not on file, else what it was. */
export async function deletePurchase(
  db: Database,
  workspaceId: string,
  id: string,
): Promise<DeletedPurchase | undefined> {
  const { rows } = await sql<DeletedPurchase>`
    delete from purchase where workspace_id = ${workspaceId} and id = ${id}::uuid
    returning id, currency, source, ${LINE}`.execute(db);
  return rows[0];
}

/** A currency in which purchases on file are, the latest named; null when none names one. */
export async function findPurchaseCurrency(db: Database, workspaceId: string): Promise<string | null> {
  const row = await db
    .selectFrom('purchase')
    .select('currency')
    .where('workspace_id', '=', workspaceId)
    .where('currency', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.currency ?? null;
}

/** Deletes the workspace's sample purchases, those of its own customers too; returns how many. */
export async function deleteSamplePurchases(db: Database, workspaceId: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('purchase')
    .where('workspace_id', '=', workspaceId)
    .where('source', '=', 'sample')
    .executeTakeFirst();
  return Number(numDeletedRows);
}

const LINE = sql.raw(
  `customer_id as "customerId", bought_on as "boughtOn", amount, product, channel, order_number as "orderNumber"`,
);
