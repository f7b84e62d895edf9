import { type RawBuilder, sql } from 'kysely';
import { addDays, type CalendarDate } from '../../core/calendar-date.ts';
import type { Database } from './database.ts';
import { bookRows, type DigestReach } from './digest-book.ts';
import { type Page, type PageWanted, readPage, STANDING, type StandingCustomer } from './digest-page.ts';
import { keptAt } from './digest-past.ts';

/** After how many days without contact and purchase a customer of a tier is dormant. */
export interface DormantAfter {
  readonly tier: string;
  readonly days: number;
}

/** A customer that has not been heard of for long. */
export interface DormantRow extends StandingCustomer {
  readonly tier: string;
  /** The last contact or purchase; null: there has been none. */
  readonly since: CalendarDate | null;
}

/**
 * Customers of these tiers, the best first, that were neither contacted nor bought anything for so long, those who are paused aside;
 * with how many have become so since the day of the digest before, who come first. What has never been contacted counts
 * from the day on which it came on file.
 */
export async function findDormant(
  db: Database,
  reach: DigestReach,
  about: {
    readonly tiers: readonly DormantAfter[];
    readonly date: CalendarDate;
    /** The day of the digest before; null: there is none. */
    readonly dateBefore: CalendarDate | null;
    readonly timeZone: string;
  },
  wanted: PageWanted,
): Promise<Page<DormantRow> & { readonly fresh: number }> {
  const { workspaceId, asOf } = reach;
  const { date, dateBefore, timeZone } = about;
  if (about.tiers.length === 0) return { total: 0, rows: [], fresh: 0 };
  const byTier = (valueOf: (tier: DormantAfter, place: number) => RawBuilder<unknown>) =>
    sql`case tier ${sql.join(
      about.tiers.map((each, place) => sql`when ${each.tier} then ${valueOf(each, place)}`),
      sql` `,
    )} end`;
  const lastOn = byTier(({ days }) => sql`${addDays(date, -days)}::date`);
  const freshOn = byTier(({ days }) => sql`${dateBefore === null ? null : addDays(dateBefore, -days)}::date`);
  // tier by tier, so that an index finds them
  const isSilent = sql.join(
    about.tiers.map(
      ({ tier, days }) =>
        sql`(tier = ${tier} and (last_contact_on <= ${addDays(date, -days)}::date or last_contact_on is null))`,
    ),
    sql` or `,
  );
  const { total, rows } = await readPage<DormantRow & { readonly fresh: number }>(
    db,
    {
      before: sql`with recursive ${keptAt(reach)},
        silent as materialized (
          select *, ${byTier((_, place) => sql`${place}::int`)} as place, ${lastOn} as last_on, ${freshOn} as fresh_on
          from (${bookRows(reach)}) book
          where is_now and stage = 'customer' and not is_paused and (${isSilent})
        ),
        gone as (select kept_id, array_agg(gone_id) as ids from kept group by kept_id),
        heard as (
          select b.*, greatest(b.last_contact_on, p.bought_on) as since
          from silent b left join gone g on g.kept_id = b.customer_id
          left join lateral (
            select max(p.bought_on) as bought_on from purchase p
            where p.workspace_id = ${workspaceId} and p.customer_id = any(array_append(g.ids, b.customer_id))
              and p.bought_on <= ${date}::date and p.created_at <= ${asOf}::timestamptz) p on true
        ),`,
      found: sql`
        select ${STANDING}, b.since, b.place, f.is_fresh, (count(*) filter (where f.is_fresh) over ())::int as fresh
        from heard b join customer c on c.workspace_id = ${workspaceId} and c.id = b.customer_id
        cross join lateral (select coalesce(b.since, (c.created_at at time zone ${timeZone})::date) as heard_on) d
        cross join lateral (select coalesce(d.heard_on > b.fresh_on, false) as is_fresh) f
        where d.heard_on <= b.last_on`,
      order: sql`is_fresh desc, place, since desc nulls last, "customerId"`,
    },
    wanted,
  );
  return { total, rows, fresh: rows[0]?.fresh ?? 0 };
}
