import { sql } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { Facts } from '../../core/customer.ts';
import type { Database } from './database.ts';

/**
 * Finds anew what purchases say of each customer on a day, since the last 12 months count from it; true when something
 * changed. One statement for everybody, or for the customers with the ids given.
 *
 * The measures, as facts by field id; purchases after `asOf` do not count:
 *
 * - `lastPurchase`, `firstPurchase`: days; `ordersInAll`, `orders` (in the last 12 months): counts. All lines with one
 *   number are one order, a row without a number is one. An order that was refunded in full is none, and a refund is none.
 * - `salesInAll`, `salesAmount` (in the last 12 months): sums, refunds taken off, never below 0. Missing where a
 *   customer's purchases are in two currencies.
 * - `channelCount`: how many channels in the last 12 months; `channel`, `product`: those that brought most in all.
 * - `purchaseStability`: how evenly the sales of the last 12 months spread over its four quarters: 1 when each brings
 *   the same, 0 when one brings all. A customer of less than four quarters is measured by those since its first purchase;
 *   missing for less than two, and where nothing was sold.
 *
 * Purchases of a customer that was merged into another count for that one.
 */
export async function refreshPurchaseMeasures(
  db: Database,
  workspaceId: string,
  asOf: CalendarDate,
  customerIds?: readonly string[],
): Promise<boolean> {
  if (!(await hasPurchases(db, workspaceId))) return false;
  const isWanted = (column: string) =>
    customerIds === undefined ? sql`true` : sql`${sql.raw(column)} = any(${[...customerIds]}::uuid[])`;
  // those of a few customers are found by them, and the purchases of customers that were merged into them
  const isNear =
    customerIds === undefined
      ? sql`true`
      : sql`p.customer_id in (
          select c.id from customer c where c.workspace_id = ${workspaceId} and (${isWanted('c.id')} or ${isWanted('c.merged_into')})
        )`;
  const { rows } = await sql<{ changed: number }>`
    with day as (
      select d::date as today, (d - interval '3 months')::date as q1, (d - interval '6 months')::date as q2,
        (d - interval '9 months')::date as q3, (d - interval '12 months')::date as q4
      from (select ${asOf}::date as d) given
    ),
    line as materialized (
      select coalesce(gone.merged_into, p.customer_id) as customer_id, p.bought_on, p.amount, p.currency, p.product,
        p.channel, p.order_normal
      from day, purchase p
      left join customer gone
        on gone.workspace_id = p.workspace_id and gone.id = p.customer_id and gone.merged_into is not null
      where p.workspace_id = ${workspaceId} and p.bought_on <= day.today and ${isNear}
        and ${isWanted('coalesce(gone.merged_into, p.customer_id)')}
    ),
    ordered as (
      select customer_id, sum(amount) as amount,
        min(bought_on) filter (where amount > 0) as first_on, max(bought_on) filter (where amount > 0) as last_on
      from line where order_normal is not null group by customer_id, order_normal
      union all
      select customer_id, amount, bought_on, bought_on from line where order_normal is null
    ),
    counted as (
      select customer_id, count(*) as orders_in_all, count(*) filter (where last_on > q4) as orders,
        min(first_on) as first_on, max(last_on) as last_on
      from ordered, day where amount > 0 group by customer_id
    ),
    summed as (
      select customer_id, greatest(sum(amount), 0) as amount, greatest(sum(amount) filter (where bought_on > q4), 0) as year,
        greatest(sum(amount) filter (where bought_on > q1), 0) as s1,
        greatest(sum(amount) filter (where bought_on > q2 and bought_on <= q1), 0) as s2,
        greatest(sum(amount) filter (where bought_on > q3 and bought_on <= q2), 0) as s3,
        greatest(sum(amount) filter (where bought_on > q4 and bought_on <= q3), 0) as s4,
        min(currency) is distinct from max(currency) as has_two_currencies
      from line, day group by customer_id
    ),
    bought as (
      select s.*, coalesce(c.orders_in_all, 0) as orders_in_all, coalesce(c.orders, 0) as orders, c.first_on, c.last_on,
        s1 + s2 + s3 + s4 as total, case when c.first_on <= q3 then 4 when c.first_on <= q2 then 3 else 2 end as quarters,
        c.first_on <= q1 and s1 + s2 + s3 + s4 > 0 and not s.has_two_currencies as is_measurable
      from day, summed s left join counted c on c.customer_id = s.customer_id
    ),
    ${favourites('channel')}, ${favourites('product')},
    fresh as materialized (
      select b.customer_id, jsonb_strip_nulls(jsonb_build_object(
        'lastPurchase', b.last_on, 'firstPurchase', b.first_on, 'ordersInAll', b.orders_in_all, 'orders', b.orders,
        'salesInAll', case when not b.has_two_currencies then b.amount end,
        'salesAmount', case when not b.has_two_currencies then b.year end,
        'channelCount', c.used, 'channel', c.name, 'product', p.name,
        'purchaseStability', case when b.is_measurable then round(greatest(0, 1 - quarters * (
          abs(s1 - total / quarters) + abs(s2 - total / quarters)
          + case when quarters > 2 then abs(s3 - total / quarters) else 0 end
          + case when quarters > 3 then abs(s4 - total / quarters) else 0 end
        ) / (2 * total * (quarters - 1))), 4) end
      )) as measures
      from bought b
      left join favourite_channel c on c.customer_id = b.customer_id
      left join favourite_product p on p.customer_id = b.customer_id
    ),
    kept as (
      insert into purchase_measure as m (workspace_id, customer_id, measures)
      select ${workspaceId}, customer_id, measures from fresh
      on conflict (workspace_id, customer_id) do update set measures = excluded.measures
      where m.measures <> excluded.measures
      returning 1
    ),
    gone as (
      delete from purchase_measure m where m.workspace_id = ${workspaceId} and ${isWanted('m.customer_id')}
        and not exists (select from fresh f where f.customer_id = m.customer_id)
      returning 1
    )
    select (select count(*) from kept) + (select count(*) from gone) as changed`.execute(db);
  return (rows[0]?.changed ?? 0) > 0;
}

/** Whether purchases say anything of any customer of the workspace, as of the latest {@link refreshPurchaseMeasures}. */
export async function hasPurchaseMeasures(db: Database, workspaceId: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from purchase_measure where workspace_id = ${workspaceId}) as has`.execute(db);
  return rows[0]?.has ?? false;
}

/** Most workspaces have none, and even planning the statement above takes longer than asking. */
async function hasPurchases(db: Database, workspaceId: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from purchase where workspace_id = ${workspaceId})
      or exists (select from purchase_measure where workspace_id = ${workspaceId}) as has`.execute(db);
  return rows[0]?.has ?? false;
}

/** What purchases say of these customers, by customer; those that bought nothing are left out. */
export async function findPurchaseMeasures(
  db: Database,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<Map<string, Facts['values']>> {
  const { rows } = await sql<{ id: string; measures: Facts['values'] }>`
    select customer_id as id, measures from purchase_measure
    where workspace_id = ${workspaceId} and customer_id = any(${[...customerIds]}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, measures }) => [id, measures]));
}

/**
 * By customer the product or channel that brought most (of equal ones the first by name), and how many were used in the last
 * 12 months.
 */
function favourites(column: 'channel' | 'product') {
  const name = sql.ref(column);
  return sql`
    ${sql.ref(`by_${column}`)} as (
      -- sums of floating point are compared here and not shown, and take half the time
      select customer_id, ${name} as name, sum(amount::float8) as amount, max(bought_on) > min(q4) as is_used
      from line, day where ${name} is not null and amount > 0 group by customer_id, ${name}
    ),
    ${sql.ref(`favourite_${column}`)} as (
      select distinct on (customer_id) customer_id, name,
        count(*) filter (where is_used) over (partition by customer_id) as used
      from ${sql.ref(`by_${column}`)} order by customer_id, amount desc, name
    )`;
}
