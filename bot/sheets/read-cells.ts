import type { SheetCell, SheetCells, TabRange } from '../use-cases/spreadsheets.ts';
import { dayOfSerial } from './day-serial.ts';

/** Rows of values as `spreadsheets.values` gives them: what is empty at the end of rows and below is left out. */
export type GivenRows = unknown[][];

/** The cells of a range as they were read, of which nobody else knows yet. */
export interface ReadCells extends SheetCells {
  readonly rows: SheetCell[][];
}

/** The cells of a range, made a rectangle in place, since there may be millions; days are still numbers. */
export function cellsOf({ tab, place }: TabRange, given: GivenRows): ReadCells {
  for (const row of given) for (let at = 0; at < row.length; at += 1) if (typeof row[at] === 'object') row[at] = '';
  const rows = given as SheetCell[][];
  while (rows.at(-1)?.every((cell) => cell === '') === true) rows.pop();
  let width = 0;
  for (const row of rows) width = Math.max(width, row.findLastIndex((cell) => cell !== '') + 1);
  for (const row of rows) {
    row.length = Math.min(row.length, width);
    while (row.length < width) row.push('');
  }
  return { tabId: tab.id, row: place?.row ?? 0, column: place?.column ?? 0, rows };
}

/** A stretch of columns of a range, in which numbers stand. */
export interface NumberColumns {
  /** Which of the ranges. */
  readonly at: number;
  /** Within the range. */
  readonly column: number;
  readonly range: TabRange;
}

/** The columns in which days may stand, since there are numbers in them; neighbours together. */
export function numberColumns(ranges: readonly TabRange[], read: readonly SheetCells[]): NumberColumns[] {
  return ranges.flatMap(({ tab }, at) => {
    const { rows, row, column } = read[at] ?? NOTHING;
    const width = rows[0]?.length ?? 0;
    const found: NumberColumns[] = [];
    for (let start = 0; start < width; start += 1) {
      let end = start;
      while (end < width && rows.some((cells) => typeof cells[end] === 'number')) end += 1;
      if (end === start) continue;
      const place = { row, column: column + start, rows: rows.length, columns: end - start };
      found.push({ at, column: start, range: { tab, place } });
      start = end;
    }
    return found;
  });
}

/**
 * Puts days in the place of the numbers that are shown as days. False: the sheet has changed between the two readings.
 *
 * @param shown the columns once more, for each of {@link numberColumns}, with days as text and numbers as numbers
 */
export function putDays(
  read: readonly ReadCells[],
  columns: readonly NumberColumns[],
  shown: readonly GivenRows[],
): boolean {
  for (const [index, { at, column, range }] of columns.entries()) {
    const given = shown[index] ?? [];
    const rows = read[at]?.rows ?? [];
    if (given.length > rows.length) return false;
    for (const [down, row] of rows.entries()) {
      for (let across = 0; across < (range.place?.columns ?? 0); across += 1) {
        const cell = row[column + across] ?? '';
        const other = given[down]?.[across] ?? '';
        if (typeof cell === 'number' && typeof other === 'string' && other !== '') {
          row[column + across] = dayCell(cell);
        } else if (cell !== other) return false;
      }
    }
  }
  return true;
}

function dayCell(serial: number): SheetCell {
  const date = dayOfSerial(serial);
  return date === null ? '' : { date };
}

const NOTHING: SheetCells = { tabId: 0, row: 0, column: 0, rows: [] };
