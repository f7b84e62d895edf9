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

/**
 * A cell for a file that a spreadsheet will open: text that it would run as a formula (`=`, `+`, `-`, `@` and their wide forms
 * at the beginning, numbers and dashes aside) gets an apostrophe before it. {@link withoutApostrophe} takes it away again.
 */
export function safeCsvCell(cell: Cell | undefined): string {
  const text = csvCell(cell);
  return typeof cell === 'string' && isFormulaLike(text) && !HARMLESS.test(text) ? `'${text}` : text;
}

/** A cell's text as it was before {@link safeCsvCell}. */
export function withoutApostrophe(text: string): string {
  return text.startsWith("'") && isFormulaLike(text.slice(1)) ? text.slice(1) : text;
}

/** Spreadsheets pass over white space and control characters in front. */
function isFormulaLike(text: string): boolean {
  return /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u.test(text);
}

const HARMLESS = /^(?:[+-]?\d[\d.,\s]*%?|-+)$/;

function quoted(cell: string): string {
  // nearly every cell stays as it is, and trim() hands such a text back faster than an expression looks for its white space
  if (!SPECIAL.test(cell) && cell.trim() === cell) return cell;
  return `"${cell.includes('"') ? cell.replaceAll('"', '""') : cell}"`;
}

const SPECIAL = /[",\r\n]/;
