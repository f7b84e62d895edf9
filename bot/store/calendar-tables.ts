import type { ColumnType } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';

/** A day that the workspace works or does not work, whatever weekday and public holidays say. */
export interface CalendarDayTable {
  workspace_id: ColumnType<string, string, never>;
  day: ColumnType<CalendarDate, string, string>;
  kind: 'off' | 'working';
  title: string | null;
}

/** Days on which a member is away, first and last included, and who looks after the book meanwhile. */
export interface AbsenceTable {
  workspace_id: ColumnType<string, string, never>;
  id: ColumnType<string, string, never>;
  member_id: string;
  from_on: ColumnType<CalendarDate, string, string>;
  to_on: ColumnType<CalendarDate, string, string>;
  cover_id: string | null;
  created_by: string | null;
  created_at: ColumnType<Date, Date, never>;
}
