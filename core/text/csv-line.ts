import type { Cell } from '../table/cell.ts';

/**
 * One record of a CSV file (RFC 4180) with its line end. Written out here because csv-stringify takes as long for a
 * large table as reading and grading it.
 */
export function csvLine(cells: readonly string[]): string {
  let line = '';
  for (const [index, cell] of cells.entries()) line += index === 0 ? quoted(cell) : `,${quoted(cell)}`;
  return `${line}\n`;
}

/** A cell as a CSV file holds it. */
export function csvCell(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'object' ? cell.date : String(cell);
}

function quoted(cell: string): string {
  // nearly every cell stays as it is, and trim() hands such a text back faster than an expression looks for its white space
  if (!SPECIAL.test(cell) && cell.trim() === cell) return cell;
  return `"${cell.includes('"') ? cell.replaceAll('"', '""') : cell}"`;
}

const SPECIAL = /[",\r\n]/;
