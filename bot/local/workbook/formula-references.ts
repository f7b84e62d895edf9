import { columnLetter } from '../../../core/table/column-letter.ts';
import { columnIndex, quotedTitle } from './a1-notation.ts';
import { type LineChange, spanAfter } from './line-shift.ts';

/** One end of a reference, as it is written: `$A$1`, `A`, `1`. 0-based; null: not said. */
export interface Corner {
  readonly column: number | null;
  readonly row: number | null;
  readonly isColumnFixed: boolean;
  readonly isRowFixed: boolean;
}

/** Strings are passed over; then an optional sheet, a corner, and an optional other corner. */
const REFERENCE =
  /"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.$])(?:(?<sheet>'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?<first>\$?[A-Za-z]{1,3}\$?\d{1,8}|\$?[A-Za-z]{1,3}(?=:)|\$?\d{1,8}(?=:))(?::(?<last>\$?[A-Za-z]{1,3}\$?\d{1,8}|\$?[A-Za-z]{1,3}|\$?\d{1,8}))?(?![\p{L}\p{N}_(.!])/gu;

/**
 * A formula after rows or columns were inserted, deleted or moved on a sheet: references follow their cells, those to deleted
 * cells become #REF! (documented). `isOnSheet` says whether the formula's own sheet is that sheet, `title` is its title.
 */
export function formulaAfter(formula: string, change: LineChange, title: string, isOnSheet: boolean): string {
  return eachReference(formula, (sheet, first, last) => {
    if (sheet === null ? !isOnSheet : sheet.toLowerCase() !== title.toLowerCase()) return undefined;
    const isRow = change.kind === 'row';
    const start = isRow ? first.row : first.column;
    const end = isRow ? last.row : last.column;
    if (start === null && end === null) return undefined;
    const span = spanAfter(change, start ?? 0, (end ?? Number.MAX_SAFE_INTEGER / 2) + 1);
    if (span === null) return null;
    const moved = (corner: Corner, index: number) => (isRow ? { ...corner, row: index } : { ...corner, column: index });
    return [start === null ? first : moved(first, span[0]), end === null ? last : moved(last, span[1] - 1)];
  });
}

/** A formula in another cell, so many rows and columns on: references without `$` go along, as in a copy (documented). */
export function formulaElsewhere(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return eachReference(formula, (_, ...corners) => {
    const moved = corners.map((corner) => ({
      ...corner,
      row: corner.row === null || corner.isRowFixed ? corner.row : corner.row + rows,
      column: corner.column === null || corner.isColumnFixed ? corner.column : corner.column + columns,
    }));
    if (moved.some(({ row, column }) => (row ?? 0) < 0 || (column ?? 0) < 0)) return null;
    const [first, last] = moved;
    return first === undefined || last === undefined ? undefined : [first, last];
  });
}

/** A formula after a sheet was renamed: references follow it (observed). */
export function formulaRenamed(formula: string, from: string, to: string): string {
  return eachReference(formula, (sheet, first, last) =>
    sheet?.toLowerCase() === from.toLowerCase() ? [first, last, to] : undefined,
  );
}

/**
 * A formula with other references. `change` gets the sheet's title (null: none is named) and both ends, which are equal for a
 * single cell, and gives both ends and, where it is to be another one, the sheet's title; null becomes #REF!, undefined leaves
 * the reference as it is.
 */
export function eachReference(
  formula: string,
  change: (
    sheet: string | null,
    first: Corner,
    last: Corner,
  ) => readonly [first: Corner, last: Corner, sheet?: string] | null | undefined,
): string {
  return formula.replace(REFERENCE, (whole: string, ...found: unknown[]) => {
    const { sheet, first, last } = found.at(-1) as { sheet?: string; first?: string; last?: string };
    if (first === undefined) return whole;
    const title = sheet === undefined ? null : sheet.replace(/^'|'$/g, '').replaceAll("''", "'");
    const after = change(title, cornerOf(first), cornerOf(last ?? first));
    if (after === undefined) return whole;
    const prefix = sheet === undefined ? '' : `${sheet}!`;
    if (after === null) return `${prefix}#REF!`;
    const [start, end, other] = after;
    const named = other === undefined ? prefix : `${quotedTitle(other)}!`;
    return named + written(start) + (last === undefined ? '' : `:${written(end)}`);
  });
}

function cornerOf(text: string): Corner {
  const [, fixedColumn = '', letters = '', fixedRow = '', digits = ''] =
    /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text) ?? [];
  return {
    column: columnIndex(letters),
    row: digits === '' ? null : Number(digits) - 1,
    isColumnFixed: letters !== '' && fixedColumn === '$',
    isRowFixed: fixedRow === '$' || (letters === '' && fixedColumn === '$'),
  };
}

function written({ column, row, isColumnFixed, isRowFixed }: Corner): string {
  const letters = column === null ? '' : `${isColumnFixed ? '$' : ''}${columnLetter(column)}`;
  return letters + (row === null ? '' : `${isRowFixed ? '$' : ''}${row + 1}`);
}
