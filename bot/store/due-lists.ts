import { sql } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { Database } from './database.ts';

/** When members get their list: a time of day (HH:MM) and an IANA time zone, null where that is not known. */
export interface ListTime {
  readonly listAt: string;
  readonly timeZone: string | null;
}

/** Which lists members with such a time should have had last. */
export interface LatestList extends ListTime {
  readonly on: CalendarDate;
  readonly at: Date;
}

/** A member who has no list of that day yet. */
export interface MemberWithoutList extends LatestList {
  readonly memberId: string;
  readonly slackUserId: string;
  /** The day of the last list before, posted or not; null when there was none. */
  readonly lastOn: CalendarDate | null;
}

/** Every time at which somebody in the workspace gets a list. */
export async function findListTimes(db: Database, workspaceId: string): Promise<ListTime[]> {
  const { rows } = await sql<ListTime>`
    select distinct list_at as "listAt", time_zone as "timeZone" from member m
    where workspace_id = ${workspaceId} and ${GETS_LISTS}`.execute(db);
  return rows;
}

/**
 * Members who have customers, or cover for somebody, and no delivery of `kind` for the latest day that their time has; not
 * those who were added after that moment.
 */
export async function findMembersWithoutList(
  db: Database,
  workspaceId: string,
  kind: string,
  latest: readonly LatestList[],
): Promise<MemberWithoutList[]> {
  if (latest.length === 0) return [];
  const { rows } = await sql<MemberWithoutList>`
    select m.id as "memberId", m.slack_user_id as "slackUserId", m.list_at as "listAt", m.time_zone as "timeZone",
      l.day as "on", l.moment as "at", before.day as "lastOn"
    from unnest(${latest.map(({ listAt }) => listAt)}::text[], ${latest.map(({ timeZone }) => timeZone)}::text[],
      ${latest.map(({ on }) => on)}::date[], ${latest.map(({ at }) => at.toISOString())}::timestamptz[])
      as l (list_at, time_zone, day, moment)
    join member m on m.list_at = l.list_at and m.time_zone is not distinct from l.time_zone
    cross join lateral (${latestUntil(workspaceId, kind)}) as before
    where m.workspace_id = ${workspaceId} and ${GETS_LISTS} and m.created_at < l.moment
      and before.day is distinct from l.day
      and (
        exists (select from follow_up f where f.workspace_id = ${workspaceId} and f.owner_id = m.id)
        or exists (
          select from absence a
          where a.workspace_id = ${workspaceId} and a.cover_id = m.id and l.day between a.from_on and a.to_on))
    order by l.moment, m.id`.execute(db);
  return rows;
}

const GETS_LISTS = sql`m.list_at <> 'off' and m.deactivated_at is null and m.slack_user_id is not null`;

/**
 * The day of a member's last list until the latest, that included. One look into the index for each member, also where the
 * database has not counted its deliveries yet (PGlite never does) and would compare every member with every delivery.
 */
function latestUntil(workspaceId: string, kind: string) {
  return sql`
    select max(d.local_date) as day from delivery d
    where d.workspace_id = ${workspaceId} and d.member_id = m.id and d.kind = ${kind} and d.local_date <= l.day`;
}
