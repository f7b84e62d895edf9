import type { Area } from '../../sheet-protocol.ts';

/** The letters of a column, 0-based: A, …, Z, AA, … */
export function columnLetters(column: number): string {
  const before = Math.floor(column / 26);
  return (before > 0 ? columnLetters(before - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** One cell as people name it: `B3`. */
export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** A block as people name it: `B3`, `B3:C9`. */
export function areaName({ column, columns, row, rows }: Area): string {
  const first = cellName(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${cellName(row + rows - 1, column + columns - 1)}`;
}
