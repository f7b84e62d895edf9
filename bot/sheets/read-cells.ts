import type { SheetCell, SheetCells, TabRange } from '../use-cases/spreadsheets.ts';
import { dayOfSerial } from './day-serial.ts';

/** Rows of values as `spreadsheets.values` gives them: what is empty at the end of rows and below is left out. */
export type GivenRows = readonly (readonly unknown[])[];

/** The cells of a range, made a rectangle; days are still numbers. */
export function cellsOf({ tab, place }: TabRange, given: GivenRows): SheetCells {
  const rows = given.map((row) => row.map(cellOf));
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
 * The cells with days for the numbers that are shown as days. Null: the sheet has changed between the two readings.
 *
 * @param shown the columns once more, for each of {@link numberColumns}, with days as text and numbers as numbers
 */
export function withDays(
  read: readonly SheetCells[],
  columns: readonly NumberColumns[],
  shown: readonly GivenRows[],
): SheetCells[] | null {
  const dated = read.map((cells) => ({ ...cells, rows: cells.rows.map((row) => [...row]) }));
  for (const [index, { at, column, range }] of columns.entries()) {
    const given = shown[index] ?? [];
    const rows = dated[at]?.rows ?? [];
    if (given.length > rows.length) return null;
    for (const [down, row] of rows.entries()) {
      for (let across = 0; across < (range.place?.columns ?? 0); across += 1) {
        const cell = row[column + across] ?? '';
        const other = cellOf(given[down]?.[across]);
        if (typeof cell === 'number' && typeof other === 'string' && other !== '') {
          const date = dayOfSerial(cell);
          row[column + across] = date === null ? '' : { date };
        } else if (cell !== other) return null;
      }
    }
  }
  return dated;
}

const NOTHING: SheetCells = { tabId: 0, row: 0, column: 0, rows: [] };

function cellOf(value: unknown): SheetCell {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : '';
}
