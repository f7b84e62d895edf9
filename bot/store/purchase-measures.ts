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
 * - `channelsUsed`: how many channels in the last 12 months; `channel`, `product`: those that brought most in all.
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
  const { rows } = await sql<{ changed: number }>`
    with day as (
      select d::date as today, (d - interval '3 months')::date as q1, (d - interval '6 months')::date as q2,
        (d - interval '9 months')::date as q3, (d - interval '12 months')::date as q4
      from (select ${asOf}::date as d) given
    ),
    line as materialized (
      select coalesce(gone.merged_into, p.customer_id) as customer_id, p.id, p.bought_on, p.amount, p.currency,
        p.product, p.channel, p.order_normal
      from day, purchase p
      left join customer gone
        on gone.workspace_id = p.workspace_id and gone.id = p.customer_id and gone.merged_into is not null
      where p.workspace_id = ${workspaceId} and p.bought_on <= day.today
        and ${isWanted('coalesce(gone.merged_into, p.customer_id)')}
    ),
    ordered as (
      select customer_id, sum(amount) as amount,
        min(bought_on) filter (where amount > 0) as first_on, max(bought_on) filter (where amount > 0) as last_on,
        sum(amount) filter (where bought_on > q1) as s1,
        sum(amount) filter (where bought_on > q2 and bought_on <= q1) as s2,
        sum(amount) filter (where bought_on > q3 and bought_on <= q2) as s3,
        sum(amount) filter (where bought_on > q4 and bought_on <= q3) as s4,
        min(currency) as least_currency, max(currency) as most_currency
      from line, day group by customer_id, coalesce(order_normal, id::text)
    ),
    bought as (
      select customer_id, sum(amount) as amount, count(*) filter (where amount > 0) as orders_in_all,
        count(*) filter (where amount > 0 and last_on > q4) as orders,
        min(first_on) filter (where amount > 0) as first_on, max(last_on) filter (where amount > 0) as last_on,
        coalesce(sum(s1), 0) + coalesce(sum(s2), 0) + coalesce(sum(s3), 0) + coalesce(sum(s4), 0) as year,
        greatest(sum(s1), 0) as s1, greatest(sum(s2), 0) as s2, greatest(sum(s3), 0) as s3, greatest(sum(s4), 0) as s4,
        min(least_currency) is distinct from max(most_currency) as has_two_currencies
      from ordered, day group by customer_id
    ),
    quartered as (
      select *, case when first_on <= q3 then 4 when first_on <= q2 then 3 when first_on <= q1 then 2 end as quarters
      from bought, day
    ),
    steady as (
      select customer_id, quarters, s1 + s2 + s3 + s4 as total,
        abs(s1 - mean) + abs(s2 - mean) + (quarters > 2)::int * abs(s3 - mean) + (quarters > 3)::int * abs(s4 - mean) as off
      from (select *, (s1 + s2 + s3 + s4) / quarters as mean from quartered where quarters is not null) of_mean
    ),
    used as (
      select customer_id, count(distinct channel) as channels from line, day
      where channel is not null and amount > 0 and bought_on > q4 group by customer_id
    ),
    fresh as materialized (
      select b.customer_id, jsonb_strip_nulls(jsonb_build_object(
        'lastPurchase', b.last_on, 'firstPurchase', b.first_on, 'ordersInAll', b.orders_in_all, 'orders', b.orders,
        'salesInAll', case when not b.has_two_currencies then greatest(b.amount, 0) end,
        'salesAmount', case when not b.has_two_currencies then greatest(b.year, 0) end,
        'channelsUsed', case when c.channel is not null then coalesce(u.channels, 0) end, 'channel', c.channel, 'product', p.product,
        'purchaseStability', case when s.total > 0 and not b.has_two_currencies
          then round(greatest(0, 1 - s.off * s.quarters / (2 * s.total * (s.quarters - 1))), 4) end
      )) as measures
      from bought b
      left join steady s on s.customer_id = b.customer_id
      left join used u on u.customer_id = b.customer_id
      left join (${favourite('channel')}) c on c.customer_id = b.customer_id
      left join (${favourite('product')}) p on p.customer_id = b.customer_id
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

/** The product or channel that brought most, by customer; of equal ones the first by name. */
function favourite(column: 'channel' | 'product') {
  const name = sql.ref(column);
  return sql`select distinct on (customer_id) customer_id, ${name} from line
    where ${name} is not null and amount > 0 group by customer_id, ${name} order by customer_id, sum(amount) desc, ${name}`;
}
