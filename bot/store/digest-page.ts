import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { CustomerStage } from '../../core/customer-stage.ts';
import type { GradeStatus } from '../../core/grading/grade.ts';
import type { Database } from './database.ts';

/** Which part of a list is wanted. */
export interface PageWanted {
  /** How many are passed over. */
  readonly skip: number;
  readonly limit: number;
}

/** A part of a list, and how many are in the whole of it. */
export interface Page<T> {
  readonly total: number;
  readonly rows: readonly T[];
}

/** A customer as it stood at the digest's moment; its name is that of today. */
export interface StandingCustomer {
  readonly customerId: string;
  readonly name: string;
  readonly ownerId: string | null;
  readonly stage: CustomerStage;
  readonly status: GradeStatus | null;
  readonly tier: string | null;
  readonly lastContactOn: CalendarDate | null;
}

/** {@link StandingCustomer} from a row `b` of the book and the customer `c`. */
export const STANDING =
  sql.raw(`b.customer_id as "customerId", c.name, b.owner_id as "ownerId", b.stage, b.status, b.tier,
  b.last_contact_on as "lastContactOn"`);

/**
 * A page of what a statement finds, in one query; beyond the end a page without rows, and the total all the same.
 *
 * @param found a statement that gives "customerId" among its columns, or null in a row that is none
 * @param order by its columns; must say of any two rows which comes first
 */
export async function readPage<T extends { readonly customerId: string }>(
  db: Database,
  {
    before = sql`with`,
    found,
    order,
  }: { before?: RawBuilder<unknown>; found: RawBuilder<unknown>; order: RawBuilder<unknown> },
  { skip, limit }: PageWanted,
): Promise<Page<T>> {
  const { rows } = await sql<T & { readonly total: number; readonly customerId: string | null }>`
    ${before} found as materialized (${found})
    select t.total, f.* from (select count(*)::int as total from found) t
    left join (select * from found order by ${order} offset ${skip} limit ${limit}) f on true
    order by ${order}`.execute(db);
  const [first] = rows;
  return { total: first?.total ?? 0, rows: rows.filter(({ customerId }) => customerId !== null) };
}
