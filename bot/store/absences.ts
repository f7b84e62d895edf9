import { sql } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { Database } from './database.ts';

/** Days on which a member is away, first and last included. */
export interface Absence {
  readonly id: string;
  readonly memberId: string;
  readonly fromOn: CalendarDate;
  readonly toOn: CalendarDate;
  /** Who looks after the book meanwhile; null: nobody. */
  readonly coverId: string | null;
}

/** Whose absences, and when; without `memberIds` and `coverId` everybody's. */
export interface AbsencesAsked {
  readonly memberIds?: readonly string[];
  /** With `memberIds`: those of everybody else as well that begin by this day. */
  readonly orOfOthersTo?: CalendarDate;
  /** Only those during which this member looks after the book. */
  readonly coverId?: string;
  readonly from: CalendarDate;
  /** Undefined: however far ahead. */
  readonly to?: CalendarDate | undefined;
}

/** Absences that touch the days asked about, both included, in the order in which they begin. */
export async function findAbsences(
  db: Database,
  workspaceId: string,
  { memberIds, orOfOthersTo, coverId, from, to }: AbsencesAsked,
): Promise<Absence[]> {
  const others = orOfOthersTo === undefined ? sql`` : sql`or from_on <= ${orOfOthersTo}::date`;
  const whose = memberIds === undefined ? sql`` : sql`and (member_id = any(${[...memberIds]}::uuid[]) ${others})`;
  const covered = coverId === undefined ? sql`` : sql`and cover_id = ${coverId}::uuid`;
  const until = to === undefined ? sql`` : sql`and from_on <= ${to}::date`;
  const { rows } = await sql<Absence>`
    select id, member_id as "memberId", from_on as "fromOn", to_on as "toOn", cover_id as "coverId" from absence
    where workspace_id = ${workspaceId} and to_on >= ${from}::date ${until} ${whose} ${covered}
    order by from_on, id`.execute(db);
  return rows;
}

/** Writes an absence down. */
export async function insertAbsence(
  db: Database,
  workspaceId: string,
  { id, memberId, fromOn, toOn, coverId }: Absence,
  by: { readonly memberId: string | null; readonly at: Date },
): Promise<void> {
  await sql`
    insert into absence (workspace_id, id, member_id, from_on, to_on, cover_id, created_by, created_at)
    values (${workspaceId}, ${id}, ${memberId}, ${fromOn}, ${toOn}, ${coverId}, ${by.memberId}, ${by.at})`.execute(db);
}

/** Gives an absence another last day. */
export async function endAbsenceOn(db: Database, workspaceId: string, id: string, toOn: CalendarDate): Promise<void> {
  await sql`
    update absence set to_on = ${toOn}::date where workspace_id = ${workspaceId} and id = ${id}::uuid`.execute(db);
}

/** Takes absences away as if they had never been. */
export async function deleteAbsences(db: Database, workspaceId: string, ids: readonly string[]): Promise<void> {
  await sql`
    delete from absence where workspace_id = ${workspaceId} and id = any(${[...ids]}::uuid[])`.execute(db);
}

/** Nobody is covered by this member any more, from a day on; absences that ended before keep their history. */
export async function dropCover(db: Database, workspaceId: string, coverId: string, from: CalendarDate): Promise<void> {
  await sql`
    update absence set cover_id = null
    where workspace_id = ${workspaceId} and cover_id = ${coverId}::uuid and to_on >= ${from}::date`.execute(db);
}
