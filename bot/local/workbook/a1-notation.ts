import { columnLetter } from '../../../core/table/column-letter.ts';
/** A reference such as `'My sheet'!A2:F`, 0-based, ends not included; null where it is open. */
export interface A1Reference {
  /** Null: not said. */
  readonly sheetTitle: string | null;
  readonly startRow: number | null;
  readonly endRow: number | null;
  readonly startColumn: number | null;
  readonly endColumn: number | null;
}

/** Reads a reference in A1 notation; null when it is none. A sheet's name alone is not read here. */
export function readA1(text: string): A1Reference | null {
  const parts =
    /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?(\$?[A-Za-z]{0,3})(\$?\d{0,8})(?::(\$?[A-Za-z]{0,3})(\$?\d{0,8}))?$/.exec(
      text,
    );
  if (parts === null) return null;
  const [, quoted, bare, columnText = '', rowText = '', endColumnText, endRowText] = parts;
  const isBlock = endColumnText !== undefined || endRowText !== undefined;
  const [column, row] = [columnIndex(columnText), rowIndex(rowText)];
  const [lastColumn, lastRow] = isBlock
    ? [columnIndex(endColumnText ?? ''), rowIndex(endRowText ?? '')]
    : [column, row];
  if (row === undefined || lastRow === undefined) return null;
  const isColumns = column !== null && lastColumn !== null;
  const isRows = row !== null && lastRow !== null;
  // `A1`; `A:C`, `A2:C`; `1:3`: one side may be open at the end only, and a lone `A` or `1` is nothing.
  if (!isBlock && !(isColumns && isRows)) return null;
  if (isBlock && !isColumns && !isRows) return null;
  const [startRow, endRow] = ordered(row, lastRow);
  const [startColumn, endColumn] = ordered(column, lastColumn);
  return { sheetTitle: quoted?.replaceAll("''", "'") ?? bare ?? null, startRow, endRow, startColumn, endColumn };
}

/** A block, 0-based, in A1 notation: `B3`, `B3:D9`. */
export function a1Of(block: {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}): string {
  const first = `${columnLetter(block.startColumn)}${block.startRow + 1}`;
  const last = `${columnLetter(block.endColumn - 1)}${block.endRow}`;
  return first === last ? first : `${first}:${last}`;
}

/** The column, 0-based, of its letters; null: no letters. */
export function columnIndex(letters: string): number | null {
  const bare = letters.replace('$', '').toUpperCase();
  if (bare === '') return null;
  let column = 0;
  for (let at = 0; at < bare.length; at++) column = column * 26 + bare.charCodeAt(at) - 64;
  return column - 1;
}

/** A sheet's title as a reference begins with it: quoted, and quotes in it doubled. */
export function quotedTitle(title: string): string {
  return `'${title.replaceAll("'", "''")}'`;
}

/** Null: no number; undefined: there is no row 0. */
function rowIndex(digits: string): number | null | undefined {
  const bare = digits.replace('$', '');
  if (bare === '') return null;
  return Number(bare) > 0 ? Number(bare) - 1 : undefined;
}

/** From the smaller to after the greater; an open end stays open. */
function ordered(one: number | null, other: number | null): readonly [number | null, number | null] {
  if (one === null) return [null, other === null ? null : other + 1];
  if (other === null) return [one, null];
  return [Math.min(one, other), Math.max(one, other) + 1];
}
