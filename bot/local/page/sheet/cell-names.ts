import { columnLetter } from '../../../../core/table/column-letter.ts';
import type { Area } from '../../sheet-protocol.ts';

/** One cell as people name it: `B3`. */
export function cellName(row: number, column: number): string {
  return `${columnLetter(column)}${row + 1}`;
}

/** A block as people name it: `B3`, `B3:C9`. */
export function areaName({ column, columns, row, rows }: Area): string {
  const first = cellName(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${cellName(row + rows - 1, column + columns - 1)}`;
}
