import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { DigestPlace } from '../../core/digest/digest.ts';
import type { Database } from './database.ts';
import { bookRows, contactsOwed, type DigestReach, intervalOf, type PlaceInterval } from './digest-book.ts';
import { type Page, type PageWanted, readPage, STANDING, type StandingCustomer } from './digest-page.ts';

/** A customer with its points: those of its grade where that has stood since before the digest's moment, else null. */
export interface PlacedRow extends StandingCustomer {
  readonly score: number | null;
}

/** Which customers of the book are listed; what is undefined does not matter. */
export interface PlacesWanted {
  readonly stage?: DigestPlace['stage'] | undefined;
  readonly tier?: string | null | undefined;
  readonly status?: DigestPlace['status'] | undefined;
  readonly isWithoutOwner?: boolean | undefined;
}

/** A page of the customers that stood somewhere, by name. */
export async function findPlaced(
  db: Database,
  reach: DigestReach,
  which: PlacesWanted,
  wanted: PageWanted,
): Promise<Page<PlacedRow>> {
  return readPage<PlacedRow>(
    db,
    {
      found: sql`
        select ${STANDING}, g.score from (${bookRows(reach)}) b
        join customer c on c.workspace_id = ${reach.workspaceId} and c.id = b.customer_id
        left join grade g on g.workspace_id = ${reach.workspaceId} and g.customer_id = b.customer_id
          and g.tier_since <= ${reach.asOf}::timestamptz and g.tier is not distinct from b.tier
        where b.is_now ${isAt(which)}`,
      order: sql`name, "customerId"`,
    },
    wanted,
  );
}

/** A customer whose contact is overdue. */
export interface OverdueRow extends StandingCustomer {
  readonly owedOn: CalendarDate;
  /** For how many days it has been. */
  readonly days: number;
  /** How many contacts are owed. */
  readonly contacts: number;
}

/** A page of the customers whose contact was overdue on a day: whom nobody has called for longest first. */
export async function findOverdue(
  db: Database,
  reach: DigestReach,
  about: {
    readonly date: CalendarDate;
    readonly intervals: readonly PlaceInterval[];
    readonly days: number;
  } & PlacesWanted,
  wanted: PageWanted,
): Promise<Page<OverdueRow>> {
  const every = intervalOf(about.intervals);
  return readPage<OverdueRow>(
    db,
    {
      found: sql`
        select ${STANDING}, b.owed_on as "owedOn", b.contacts,
          ${about.date}::date - b.owed_on as days from (
          select *, ${contactsOwed(about.date, every, about.days)} as contacts from (${bookRows(reach)}) book) b
        join customer c on c.workspace_id = ${reach.workspaceId} and c.id = b.customer_id
        where b.is_now and b.owed_on < ${about.date}::date ${isAt(about)}`,
      order: sql`"owedOn", "customerId"`,
    },
    wanted,
  );
}

function isAt({ stage, tier, status, isWithoutOwner }: PlacesWanted): RawBuilder<unknown> {
  const conditions = [
    ...(stage === undefined ? [] : [sql`and b.stage = ${stage}`]),
    ...(tier === undefined ? [] : [sql`and b.tier is not distinct from ${tier}::text`]),
    ...(status === undefined ? [] : [sql`and b.status is not distinct from ${status}::text`]),
    ...(isWithoutOwner === true ? [sql`and b.owner_id is null`] : []),
  ];
  return conditions.length === 0 ? sql`` : sql.join(conditions, sql` `);
}
