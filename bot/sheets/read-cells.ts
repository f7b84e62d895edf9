import { dayOfSerial } from '../../core/sheets/day-serial.ts';
import { ROWS_A_STEP, type Steps } from '../../core/steps.ts';
import type { SheetCell, SheetCells, TabRange } from '../use-cases/spreadsheets.ts';

/** Rows of values as `spreadsheets.values` gives them: what is empty at the end of rows and below is left out. */
export type GivenRows = unknown[][];

/** The cells of a range as they were read, of which nobody else knows yet. */
export interface ReadCells {
  readonly cells: CellsInPlace;
  /** By column: whether a number stands in it. */
  readonly numeric: readonly boolean[];
}

interface CellsInPlace extends SheetCells {
  readonly rows: SheetCell[][];
}

/** The cells of a range, made a rectangle in place, since there may be millions; days are still numbers. */
export function* cellsOf({ tab, place }: TabRange, given: GivenRows): Steps<ReadCells> {
  let width = 0;
  let used = 0;
  for (const [at, row] of given.entries()) {
    if (at % ROWS_A_STEP === 0) yield;
    let end = row.length;
    while (end > 0 && isEmpty(row[end - 1])) end -= 1;
    if (end > 0) used = at + 1;
    if (end > width) width = end;
  }
  given.length = used;
  const rows = given as SheetCell[][];
  const numeric = Array<boolean>(width).fill(false);
  const blank = Array<SheetCell>(width).fill('');
  for (const [at, row] of rows.entries()) {
    if (at % ROWS_A_STEP === 0) yield;
    if (row.length > width) row.length = width;
    for (let column = 0; column < row.length; column += 1) {
      const cell = row[column];
      if (typeof cell === 'number') numeric[column] = true;
      else if (typeof cell === 'object') row[column] = '';
    }
    // a list that grows takes more room than one that is as long as it will be
    if (row.length < width) rows[at] = row.concat(blank.slice(row.length));
  }
  return { cells: { tabId: tab.id, row: place?.row ?? 0, column: place?.column ?? 0, rows }, numeric };
}

function isEmpty(cell: unknown): boolean {
  return cell === '' || typeof cell === 'object';
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
export function numberColumns(ranges: readonly TabRange[], read: readonly ReadCells[]): NumberColumns[] {
  return ranges.flatMap(({ tab }, at) => {
    const found: NumberColumns[] = [];
    const { cells, numeric } = read[at] ?? {};
    if (cells === undefined || numeric === undefined) return found;
    const { rows, row, column } = cells;
    for (let start = 0; start < numeric.length; start += 1) {
      let end = start;
      while (numeric[end] === true) end += 1;
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
export function* putDays(
  read: readonly ReadCells[],
  columns: readonly NumberColumns[],
  shown: readonly GivenRows[],
): Steps<boolean> {
  for (const [index, { at, column, range }] of columns.entries()) {
    const given = shown[index] ?? [];
    const rows = read[at]?.cells.rows ?? [];
    const width = range.place?.columns ?? 0;
    if (given.length > rows.length) return false;
    for (const [down, row] of rows.entries()) {
      if (down % ROWS_A_STEP === 0) yield;
      const others = given[down];
      for (let across = 0; across < width; across += 1) {
        const cell = row[column + across] ?? '';
        const other = others?.[across] ?? '';
        if (cell === other) continue;
        if (typeof cell !== 'number' || typeof other !== 'string' || other === '') return false;
        row[column + across] = dayCell(cell);
      }
    }
  }
  return true;
}

function dayCell(serial: number): SheetCell {
  const date = dayOfSerial(serial);
  return date === null ? '' : { date };
}
