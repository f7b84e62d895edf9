import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { SigningForecast } from '../../core/digest/signing-forecast.ts';
import type { Database } from './database.ts';
import { bookRows, type DigestReach } from './digest-book.ts';
import { type Page, type PageWanted, readPage, STANDING, type StandingCustomer } from './digest-page.ts';

/** Which signings are told: of prospects of the best tier, expected from one day until before another. */
export interface SigningsWanted {
  readonly tier: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

/** A prospect that was expected to sign. */
export interface SigningRow extends StandingCustomer {
  readonly expectedOn: CalendarDate;
  readonly amount: number | null;
}

/** How many prospects are expected to sign for how much, by month and owner, now and at the digest before. */
export async function countSignings(
  db: Database,
  reach: DigestReach,
  wanted: SigningsWanted,
): Promise<SigningForecast[]> {
  const { rows } = await sql<
    Omit<SigningForecast, 'before'> & { prospectsBefore: number; amountBefore: number | null }
  >`
    select to_char(b.expected_on, 'YYYY-MM') as month, b.owner_id as "ownerId",
      count(*) filter (where b.is_now)::int as prospects,
      (sum(b.expected_amount) filter (where b.is_now))::double precision as amount,
      count(*) filter (where b.is_before)::int as "prospectsBefore",
      (sum(b.expected_amount) filter (where b.is_before))::double precision as "amountBefore"
    from (${bookRows(reach)}) b where ${isExpected(wanted)} and (b.is_now or b.is_before)
    group by month, b.owner_id`.execute(db);
  return rows.map(({ prospectsBefore, amountBefore, ...now }) => ({
    ...now,
    before: { prospects: prospectsBefore, amount: amountBefore },
  }));
}

/** A page of the prospects that are expected to sign, the earliest first. */
export async function findSignings(
  db: Database,
  reach: DigestReach,
  wanted: SigningsWanted,
  page: PageWanted,
): Promise<Page<SigningRow>> {
  return readPage<SigningRow>(
    db,
    {
      found: sql`
        select ${STANDING}, b.expected_on as "expectedOn", b.expected_amount::double precision as amount
        from (${bookRows(reach)}) b join customer c on c.workspace_id = ${reach.workspaceId} and c.id = b.customer_id
        where ${isExpected(wanted)} and b.is_now`,
      order: sql`"expectedOn", amount desc nulls last, "customerId"`,
    },
    page,
  );
}

function isExpected({ tier, from, until }: SigningsWanted): RawBuilder<boolean> {
  return sql`b.stage = 'prospect' and b.tier = ${tier} and b.expected_on >= ${from}::date and b.expected_on < ${until}::date`;
}
