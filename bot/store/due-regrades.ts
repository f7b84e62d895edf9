import { sql } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { Database } from './database.ts';

/** The moment by which everybody was to be graded again. */
export interface RegradeDue {
  readonly at: Date;
  /** Its day, in the time zone by which days are counted. */
  readonly on: CalendarDate;
}

/** How far the clocks of processes that share a database may be apart. */
const CLOCK_SKEW_MS = 600_000;

/**
 * The workspaces, or the one with this id, whose customers were not all graded since the moment: the night's work.
 * Gradings of the future, from a clock that was put back, do not count, nor those of an earlier day's ages. A
 * workspace that was made since the moment, or has no customers, has nothing to grade.
 */
export async function findDueRegrades(
  db: Database,
  due: RegradeDue,
  now: Date,
  workspaceId?: string,
): Promise<string[]> {
  const only = workspaceId === undefined ? sql`true` : sql`w.id = ${workspaceId}`;
  const latest = new Date(now.getTime() + CLOCK_SKEW_MS);
  const { rows } = await sql<{ id: string }>`
    select w.id from workspace w
    where ${only} and w.created_at < ${due.at}::timestamptz
      and exists (select from customer c where c.workspace_id = w.id)
      and not exists (
        select from audit_event e
        where e.workspace_id = w.id and e.action = 'regraded' and e.at between ${due.at}::timestamptz and ${latest}::timestamptz
          and (e.detail ->> 'asOf')::date >= ${due.on}::date
      )
    order by w.id`.execute(db);
  return rows.map(({ id }) => id);
}
