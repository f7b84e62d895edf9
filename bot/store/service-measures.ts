import { sql } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { ServiceFact, ServiceMeasures } from '../../core/service-measures.ts';
import type { Database } from './database.ts';

/**
 * Finds anew what complaints and surveys say of each customer on a day, since the last 12 months count from it; true when
 * something changed. One statement for everybody, or for the customers with the ids given. What was taken back does not
 * count, and what concerns a customer that was merged into another counts for that one.
 */
export async function refreshServiceMeasures(
  db: Database,
  workspaceId: string,
  asOf: CalendarDate,
  customerIds?: readonly string[],
): Promise<boolean> {
  if (!(await hasService(db, workspaceId))) return false;
  const ids = customerIds === undefined ? undefined : sql`${[...customerIds]}::uuid[]`;
  const isWanted = (column: string) => (ids === undefined ? sql`true` : sql`${sql.ref(column)} = any(${ids})`);
  // those of a few customers are found by them, and what concerns customers that were merged into them
  const isNear =
    ids === undefined
      ? sql`true`
      : sql`s.customer_id in (select c.id from customer c
          where c.workspace_id = ${workspaceId} and (c.id = any(${ids}) or c.merged_into = any(${ids})))`;
  const kept = sql`left join customer gone
    on gone.workspace_id = s.workspace_id and gone.id = s.customer_id and gone.merged_into is not null`;
  const { rows } = await sql<{ changed: number }>`
    with complained as (
      select coalesce(gone.merged_into, s.customer_id) as customer_id,
        count(*) filter (where s.opened_at > (${asOf}::date - interval '12 months') at time zone 'UTC') as complaints,
        count(*) filter (where s.closed_at is null) as open
      from complaint s ${kept}
      where s.workspace_id = ${workspaceId} and s.undone_at is null and ${isNear}
      group by 1
    ),
    surveyed as (
      select distinct on (1) coalesce(gone.merged_into, s.customer_id) as customer_id, s.score, s.stated
      from survey_result s ${kept}
      where s.workspace_id = ${workspaceId} and s.undone_at is null and ${isNear}
      order by 1, s.surveyed_on desc, s.recorded_at desc, s.id desc
    ),
    fresh as materialized (
      select customer_id, jsonb_strip_nulls(jsonb_build_object(
        'complaints', nullif(c.complaints, 0), 'openComplaints', nullif(c.open, 0),
        'satisfaction', round(q.score / 5.0, 1), 'satisfactionStated', q.stated
      )) as measures
      from complained c full join surveyed q using (customer_id)
      where ${isWanted('customer_id')}
    ),
    put as (
      insert into service_measure as m (workspace_id, customer_id, measures)
      select ${workspaceId}, customer_id, measures from fresh where measures <> '{}'
      on conflict (workspace_id, customer_id) do update set measures = excluded.measures
      where m.measures <> excluded.measures
      returning 1
    ),
    taken as (
      delete from service_measure m where m.workspace_id = ${workspaceId} and ${isWanted('m.customer_id')}
        and not exists (select from fresh f where f.customer_id = m.customer_id and f.measures <> '{}')
      returning 1
    )
    select (select count(*) from put)::int + (select count(*) from taken)::int as changed`.execute(db);
  return (rows[0]?.changed ?? 0) > 0;
}

/** Whether complaints or surveys say anything of any customer of the workspace, as of the latest refresh. */
export async function hasServiceMeasures(db: Database, workspaceId: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from service_measure where workspace_id = ${workspaceId}) as has`.execute(db);
  return rows[0]?.has ?? false;
}

/** Most workspaces have none, and asking is cheaper than planning the statement above. */
async function hasService(db: Database, workspaceId: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from complaint where workspace_id = ${workspaceId})
      or exists (select from survey_result where workspace_id = ${workspaceId})
      or exists (select from service_measure where workspace_id = ${workspaceId}) as has`.execute(db);
  return rows[0]?.has ?? false;
}

/** What complaints and surveys say of these customers, by customer; those of whom they say nothing are left out. */
export async function findServiceMeasures(
  db: Database,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<Map<string, ServiceMeasures>> {
  const { rows } = await sql<{ id: string; measures: ServiceMeasures }>`
    select customer_id as id, measures from service_measure
    where workspace_id = ${workspaceId} and customer_id = any(${[...customerIds]}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, measures }) => [id, measures]));
}

/** `serviceFact` as an expression: of what the table states and of a row's measures, both `jsonb` and possibly null. */
export function serviceFactSql(fact: ServiceFact, stated: ReturnType<typeof sql>, said: ReturnType<typeof sql>) {
  const logged = sql`(${said} -> ${sql.lit(fact)})`;
  if (fact === 'satisfaction') {
    return sql`(case when ${logged} is null then ${stated}
      when ${stated} is null or ${stated} = ${said} -> 'satisfactionStated' then ${logged} else ${stated} end)`;
  }
  return sql`(case when ${logged} is null then ${stated}
    when jsonb_typeof(${stated}) = 'number' then to_jsonb(${stated}::numeric + ${logged}::numeric)
    ${fact === 'openComplaints' ? sql`when ${stated} is null then ${logged}` : sql``}
    when ${stated} in ('false', '"none"') then ${logged} else ${stated} end)`;
}
