import { a1Of, quotedTitle, readA1 } from '../workbook/a1-notation.ts';
import type { SheetRange } from '../workbook/grid-range.ts';
import type { Sheet } from '../workbook/sheet.ts';
import type { Workbook } from '../workbook/workbook.ts';
import { beyondGrid, invalid } from './google-error.ts';

/** A range that a request names. */
export interface NamedBlock {
  readonly sheet: Sheet;
  /** Within the sheet. */
  readonly range: SheetRange;
  /** Whether the text named one cell, from which more may be written (observed). */
  readonly isOneCell: boolean;
  /** Whether the text reached over the sheet's edge. */
  readonly isCut: boolean;
}

/**
 * The block that a text in A1 notation names: `'My sheet'!A2:F`, `A1:B2` (of the first sheet in sight), `Sheet1` (all of
 * it). A bare name is a named range first, then a sheet (documented); a name that could be a cell is the cell (assumed).
 * What reaches over the sheet's edge ends there (observed). Throws INVALID_ARGUMENT: `Unable to parse range: …` when there
 * is no such sheet or it is no range, `… exceeds grid limits …` when it begins after the last row or column (observed).
 */
export function readRange(workbook: Workbook, text: string): NamedBlock {
  const named = workbook.namedRanges.find(({ name }) => name.toLowerCase() === text.toLowerCase());
  if (named !== undefined)
    return { sheet: workbook.sheet(named.range.sheetId), range: named.range, isOneCell: false, isCut: false };
  const reference = readA1(text);
  if (reference === null) {
    const sheet = workbook.findSheetByTitle(titleIn(text));
    if (sheet === undefined) throw invalid(`Unable to parse range: ${text}`);
    return { sheet, range: sheet.all, isOneCell: false, isCut: false };
  }
  const { sheetTitle } = reference;
  const sheet =
    sheetTitle === null ? workbook.sheets.find(({ isHidden }) => !isHidden) : workbook.findSheetByTitle(sheetTitle);
  if (sheet === undefined) throw invalid(`Unable to parse range: ${text}`);
  const startRow = reference.startRow ?? 0;
  const startColumn = reference.startColumn ?? 0;
  if (startRow >= sheet.rowCount || startColumn >= sheet.columnCount)
    throw beyondGrid(shownReference(sheet, text), sheet);
  const range: SheetRange = {
    sheetId: sheet.id,
    startRow,
    startColumn,
    endRow: Math.min(reference.endRow ?? sheet.rowCount, sheet.rowCount),
    endColumn: Math.min(reference.endColumn ?? sheet.columnCount, sheet.columnCount),
  };
  const isOneCell = !text.slice(text.lastIndexOf('!') + 1).includes(':');
  const isCut = (reference.endRow ?? 0) > sheet.rowCount || (reference.endColumn ?? 0) > sheet.columnCount;
  return { sheet, range, isOneCell, isCut };
}

/** A block as answers name it: `Sheet1!A1:B2`, `'My sheet'!A1` (observed; that all but ASCII words are quoted is assumed). */
export function rangeName(
  sheet: Sheet,
  range: {
    readonly startRow: number;
    readonly endRow: number;
    readonly startColumn: number;
    readonly endColumn: number;
  },
): string {
  return `${shownTitle(sheet.title)}!${a1Of(range)}`;
}

function shownTitle(title: string): string {
  return /^[A-Za-z_]\w*$/.test(title) && !/^[A-Za-z]{1,3}\d+$/.test(title) ? title : quotedTitle(title);
}

/** `'It''s'` is the sheet `It's`; a bare name is itself. */
function titleIn(text: string): string {
  const quoted = /^'((?:[^']|'')+)'$/.exec(text)?.[1];
  return quoted === undefined ? text : quoted.replaceAll("''", "'");
}

function shownReference(sheet: Sheet, text: string): string {
  return `${shownTitle(sheet.title)}!${text.slice(text.lastIndexOf('!') + 1)}`;
}
