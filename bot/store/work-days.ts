import { sql } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { Database } from './database.ts';
import { storableText } from './json-column.ts';

/** A day that a workspace works or does not work, whatever weekday and public holidays say. */
export interface OwnDay {
  readonly day: CalendarDate;
  readonly kind: 'off' | 'working';
  readonly title: string | null;
}

/** Whose holidays and which weekend a workspace keeps. */
export interface WorkWeek {
  readonly country: string | null;
  /** Days of the week that nobody works, Monday 1 to Sunday 7. */
  readonly weekend: readonly number[];
}

/** By what a member's public holidays are found. */
export interface Whereabouts {
  readonly id: string;
  readonly country: string | null;
  /** IANA name. */
  readonly timeZone: string | null;
}

/** The workspace's week; undefined when there is no such workspace. */
export async function findWorkWeek(db: Database, workspaceId: string): Promise<WorkWeek | undefined> {
  const { rows } = await sql<WorkWeek>`select country, weekend from workspace where id = ${workspaceId}`.execute(db);
  return rows[0];
}

/** Where these members are; ids that the workspace does not have are left out. */
export async function findWhereabouts(
  db: Database,
  workspaceId: string,
  ids: readonly string[],
): Promise<Whereabouts[]> {
  const { rows } = await sql<Whereabouts>`
    select id, country, time_zone as "timeZone" from member
    where workspace_id = ${workspaceId} and id = any(${[...ids]}::uuid[]) order by id`.execute(db);
  return rows;
}

/** The workspace's own days from one day to another, both included, in order. */
export async function findOwnDays(
  db: Database,
  workspaceId: string,
  from: CalendarDate,
  to: CalendarDate,
): Promise<OwnDay[]> {
  const { rows } = await sql<OwnDay>`
    select day, kind, title from calendar_day
    where workspace_id = ${workspaceId} and day between ${from}::date and ${to}::date order by day`.execute(db);
  return rows;
}

/** Puts a day down, in place of what it was. */
export async function saveOwnDay(db: Database, workspaceId: string, { day, kind, title }: OwnDay): Promise<void> {
  await sql`
    insert into calendar_day (workspace_id, day, kind, title)
    values (${workspaceId}, ${day}, ${kind}, ${title === null ? null : storableText(title)})
    on conflict (workspace_id, day) do update set kind = excluded.kind, title = excluded.title`.execute(db);
}

/** Takes the workspace's own days from one day to another away; how many there were. */
export async function deleteOwnDays(
  db: Database,
  workspaceId: string,
  from: CalendarDate,
  to: CalendarDate,
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from calendar_day
    where workspace_id = ${workspaceId} and day between ${from}::date and ${to}::date`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** Puts the workspace's country, weekend or minutes a day down; what is undefined stays. */
export async function saveWorkWeek(
  db: Database,
  workspaceId: string,
  {
    country,
    dayMinutes,
    weekend,
  }: { readonly country?: string | null; readonly dayMinutes?: number; readonly weekend?: readonly number[] },
): Promise<void> {
  const set = {
    ...(dayMinutes !== undefined && { day_minutes: dayMinutes }),
    ...(country !== undefined && { country }),
    ...(weekend !== undefined && { weekend: [...weekend] }),
  };
  if (Object.keys(set).length === 0) return;
  await db.updateTable('workspace').set(set).where('id', '=', workspaceId).execute();
}
