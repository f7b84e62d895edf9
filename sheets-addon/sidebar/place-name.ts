import { columnLetter } from '../../core/table/column-letter.ts';
import type { Place } from '../protocol.ts';

/** A block of cells as a spreadsheet names it: `A3:H120`, of a single cell `B7`. */
export function placeName({ row, column, rows, columns }: Place): string {
  const first = cellName(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${cellName(row + rows - 1, column + columns - 1)}`;
}

/** A cell by its 1-based row and column: `B7`. */
export function cellName(row: number, column: number): string {
  return `${columnLetter(column - 1)}${row}`;
}

/** The 1-based column that a spreadsheet calls so: 28 for `AB`. */
export function columnNumber(letter: string): number {
  let column = 0;
  for (const one of letter) column = column * 26 + one.charCodeAt(0) - 64;
  return column;
}
