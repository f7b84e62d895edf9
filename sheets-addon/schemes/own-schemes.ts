import { asText } from '../../core/sheets/cell-text.ts';
import { MEMORY_SHEET, memoryEntries, memoryRow } from '../../core/sheets/memory-sheet.ts';
import type { SheetValue } from '../../core/sheets/sheet-value.ts';
import { languageOf } from '../../core/text/language.ts';
import { refuseLocked } from '../grading/protections.ts';
import type { CheckedScheme, Refusal, SchemeSheet, Script } from '../protocol.ts';
import { orRefusal, Stop } from '../refusal.ts';
import {
  alone,
  lockedRanges,
  openRanges,
  readNamedSheet,
  sheetNamed,
  userLocale,
  writeHiddenSheet,
  writeVisibleSheet,
} from '../spreadsheet.ts';
import { CHECKED_SCHEMES, checkedSchemes } from './known-schemes.ts';
import { cellWords, schemeBlocks, schemeCellsHash } from './scheme-blocks.ts';
import type { SchemeCell, SchemeCells } from './scheme-cells.ts';

/** The sheet in which a workbook keeps schemes of its own, to be edited as tables. */
export const SCHEME_SHEET = 'Tierbook schemes';

/** How long somebody else's run is waited for. */
const WAIT_MS = 5_000;

/** What stands in the sheet of schemes, and which of them are as they were when they were last checked. */
export function readOwnSchemes(): SchemeSheet {
  const values = readNamedSheet(SCHEME_SHEET);
  if (values === null) return { sheetId: null, cells: null, checked: [] };
  const cells = schemeCells(values);
  const hashes = hashesOf(cells);
  const checked = checkedSchemes(memoryEntries(readNamedSheet(MEMORY_SHEET)))
    .filter(({ document, cellsHash }) => hashes.get(document.id) === cellsHash)
    .map(({ document }) => document.id);
  return { sheetId: sheetNamed(SCHEME_SHEET)?.sheetId ?? null, cells, checked };
}

/** Writes the sheet of schemes, which is made where there is none, and brings it to the front. */
export function writeOwnSchemes({ cells, language }: Parameters<Script['writeSchemeSheet']>[0]): SchemeSheet | Refusal {
  return orRefusal(language ?? languageOf(userLocale()), () => {
    const written = alone(WAIT_MS, () => {
      const before = readNamedSheet(SCHEME_SHEET) ?? [];
      const sheet = sheetNamed(SCHEME_SHEET);
      const height = Math.max(cells.length, before.length, 1);
      const width = Math.max(...[...cells, ...before].map((row) => row.length), 1);
      if (sheet !== undefined) {
        const { sheetId } = sheet;
        const place = { sheetId, row: 1, column: 1, rows: height, columns: width };
        refuseLocked([place], lockedRanges(sheetId), openRanges(sheetId));
      }
      // cells that were filled and are no more are emptied in the same call: a cut run leaves the old sheet or the new one
      const rows = Array.from({ length: height }, (_, row) =>
        Array.from({ length: width }, (__, column) => typed(cells[row]?.[column] ?? '')),
      );
      writeVisibleSheet(SCHEME_SHEET, rows);
      return readOwnSchemes();
    });
    if (written === null) throw new Stop({ code: 'busy' });
    return written;
  });
}

/** Remembers schemes of the sheet that were checked and are sound, with the cells that they were read from, in place of those before. */
export function saveOwnSchemes(schemes: readonly CheckedScheme[]): void {
  alone(WAIT_MS, () => {
    const entries = memoryEntries(readNamedSheet(MEMORY_SHEET));
    const text = JSON.stringify(schemes);
    if (entries.find(({ name }) => name === CHECKED_SCHEMES)?.text === text) return;
    const { row, cells } = memoryRow(entries, CHECKED_SCHEMES, text);
    writeHiddenSheet(MEMORY_SHEET, row, [cells]);
  });
}

/** Whether the cells of one of the workbook's own schemes are as they were when it was checked. */
export function isAsChecked({ document, cellsHash }: CheckedScheme): boolean {
  const values = readNamedSheet(SCHEME_SHEET);
  return values !== null && hashesOf(schemeCells(values)).get(document.id) === cellsHash;
}

function hashesOf(cells: SchemeCells): ReadonlyMap<string, string> {
  return new Map(schemeBlocks(cells).map(({ id, rows }) => [id, schemeCellsHash(rows)]));
}

function schemeCells(values: readonly SheetValue[][]): SchemeCell[][] {
  return values.map((row) => row.map((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value)));
}

/** A share such as `5%` is left to the sheet, which shows it so; other texts stay what they are. */
function typed(cell: SchemeCell): SheetValue {
  if (typeof cell !== 'string' || cell === '') return cell;
  return /^\d+(\.\d+)?%$/.test(cellWords(cell)) ? cell : asText(cell);
}
