import { columnLetter } from '../../core/table/column-letter.ts';
import type { TabPlace, TabRange } from '../use-cases/spreadsheets.ts';

/**
 * A range as requests name it: `'客户'!A1:F20`. The title is always quoted, since a bare one may be the name of a range, and the
 * columns are always said, since a quoted one may be too.
 */
export function rangeText({ tab, place }: TabRange): string {
  const title = `'${tab.title.replaceAll("'", "''")}'`;
  return `${title}!${place === null ? `A1:${columnLetter(tab.columnCount - 1)}` : placeText(place)}`;
}

/** A rectangle in A1 notation: `B3`, `B3:D9`. */
export function placeText({ row, column, rows, columns }: TabPlace): string {
  const first = `${columnLetter(column)}${row + 1}`;
  const last = `${columnLetter(column + columns - 1)}${row + rows}`;
  return first === last ? first : `${first}:${last}`;
}
