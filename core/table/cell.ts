import type { CalendarDate } from '../calendar-date.ts';

/**
 * One cell as CSV, XLSX and Google Sheets alike hand it over. A day is `{ date }`, never a JavaScript Date: those who
 * read a file or a sheet know its time zone and convert. Empty is null (an empty string reads the same).
 */
export type Cell = string | number | boolean | { readonly date: CalendarDate } | null;

/** Rows of cells; rows may differ in length. Row 1 of the sheet is `grid[0]`. */
export type Grid = readonly (readonly Cell[])[];
