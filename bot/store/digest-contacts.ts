import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { MadeCount } from '../../core/digest/overdue-counts.ts';
import type { Database } from './database.ts';
import { bookRows, type DigestReach } from './digest-book.ts';

/** How many contacts were made with customers of each owner and place from after `after` until `to`; tries without an answer aside. */
export async function countContactsMade(
  db: Database,
  reach: DigestReach,
  { after, to }: { readonly after: CalendarDate; readonly to: CalendarDate },
): Promise<MadeCount[]> {
  const { rows } = await sql<MadeCount>`
    with recursive ${keptAt(reach)}
    select b.owner_id as "ownerId", b.stage, b.status, b.tier, count(*)::int as made
    from interaction i
    left join kept k on k.gone_id = i.customer_id
    join (${bookRows(reach)}) b on b.customer_id = coalesce(k.kept_id, i.customer_id) and b.is_now
    where i.workspace_id = ${reach.workspaceId} and i.happened_on > ${after}::date and i.happened_on <= ${to}::date
      and i.outcome <> 'no-answer' and ${wasThere('i.logged_at', 'i.undone_at', reach)}
    group by b.owner_id, b.stage, b.status, b.tier`.execute(db);
  return rows;
}

/** Whether a row that has been there from one moment until another was there at the digest's. */
export function wasThere(from: string, until: string, { asOf }: Pick<DigestReach, 'asOf'>): RawBuilder<boolean> {
  return sql`${sql.raw(from)} <= ${asOf}::timestamptz and (${sql.raw(until)} is null or ${sql.raw(until)} > ${asOf}::timestamptz)`;
}

/**
 * The common table expressions for a recursive statement that end in `kept (gone_id, kept_id)`: which customers had been merged
 * into which by the digest's moment.
 */
export function keptAt(reach: Pick<DigestReach, 'workspaceId' | 'asOf'>): RawBuilder<unknown> {
  return sql`
    merged as materialized (
      select gone_id, kept_id from customer_merge m
      where m.workspace_id = ${reach.workspaceId} and ${wasThere('m.merged_at', 'm.undone_at', reach)}
    ),
    merged_through as (
      select gone_id, kept_id from merged
      union
      select t.gone_id, m.kept_id from merged_through t join merged m on m.gone_id = t.kept_id
    ),
    kept as (
      select gone_id, kept_id from merged_through t where not exists (select from merged m where m.gone_id = t.kept_id)
    )`;
}
