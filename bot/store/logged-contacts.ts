import { sql } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { ContactOutcome } from '../../core/follow-ups/contact-outcome.ts';
import type { ContactMethod } from '../../core/grading/contact-methods.ts';
import type { Database } from './database.ts';

/** A contact that a member logged. */
export interface LoggedRow {
  readonly customerId: string;
  readonly name: string;
  readonly happenedOn: CalendarDate;
  readonly method: ContactMethod;
  readonly outcome: ContactOutcome;
  readonly note: string | null;
}

/** Which contacts are wanted: those that were logged between two moments, or happened from one day to another. */
export interface LoggedWanted {
  readonly loggedFrom: Date;
  readonly loggedUntil: Date;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** How many contacts a member logged or had, and the latest of them; none that was taken back. One query. */
export async function findLoggedBy(
  db: Database,
  workspaceId: string,
  memberId: string,
  { from, loggedFrom, loggedUntil, to }: LoggedWanted,
  most: number,
): Promise<{ readonly count: number; readonly latest: readonly LoggedRow[] }> {
  const { rows } = await sql<LoggedRow & { count: number }>`
    select c.id as "customerId", c.name, i.happened_on as "happenedOn", i.method, i.outcome, i.note,
      count(*) over ()::int as count
    from interaction i
    join customer c on c.workspace_id = i.workspace_id and c.id = i.customer_id
    where i.workspace_id = ${workspaceId} and i.member_id = ${memberId}::uuid and i.undone_at is null
      and (i.happened_on between ${from}::date and ${to}::date
        or (i.logged_at >= ${loggedFrom}::timestamptz and i.logged_at < ${loggedUntil}::timestamptz))
    order by i.logged_at desc, i.id desc limit ${most}`.execute(db);
  const latest = rows.map(({ customerId, happenedOn, method, name, note, outcome }) => ({
    customerId,
    name,
    happenedOn,
    method,
    outcome,
    note,
  }));
  return { count: rows[0]?.count ?? 0, latest };
}
