import type { CellLook, PageCell, PageRow, SheetView } from '../sheet-protocol.ts';
import { type CellFormat, type CellValue, isCellError } from '../workbook/cell.ts';
import type { GridRange } from '../workbook/grid-range.ts';
import { decimalMark, displayedValue, isDateFormat } from '../workbook/number-format.ts';
import type { Sheet } from '../workbook/sheet.ts';
import { typedEntry } from '../workbook/typed-entry.ts';
import type { Workbook } from '../workbook/workbook.ts';
import { chartsOn } from './charts-on-sheet.ts';
import { conditionalLooks } from './conditional-looks.ts';
import { hiddenRows } from './hidden-rows.ts';

/** What a view says beside the sheet itself. */
export type ViewSurroundings = Pick<SheetView, 'revision' | 'canUndo' | 'canRedo' | 'notice'>;

/** Rows `from` to `to` (not included) of a sheet, and everything that the page needs to know to draw it. */
export function viewOf(
  workbook: Workbook,
  sheet: Sheet,
  { from, to }: { readonly from: number; readonly to: number },
  surroundings: ViewSurroundings,
): SheetView {
  workbook.calculate();
  const first = Math.min(Math.max(0, from), sheet.rowCount);
  const end = Math.min(Math.max(first, to), sheet.rowCount);
  const hidden = hiddenRows(workbook, sheet);
  return {
    ...surroundings,
    tabs: workbook.sheets.map(({ id, isHidden, title }) => ({ id, name: title, isHidden })),
    sheetId: sheet.id,
    rowCount: sheet.rowCount,
    columnCount: sheet.columnCount,
    ...used(workbook, sheet),
    frozenRows: sheet.frozenRows,
    frozenColumns: sheet.frozenColumns,
    widths: widthsOf(sheet),
    hiddenRows: runsOf(hidden),
    hiddenColumns: sheet.hiddenColumns.flatMap((isHidden, column) => (isHidden === true ? [column] : [])),
    merges: sheet.merges.map(areaOf),
    selected: workbook.selection.sheetId === sheet.id ? areaOf(workbook.selection) : null,
    filter: sheet.filter === null ? null : areaOf(sheet.filter.range),
    charts: chartsOn(workbook, sheet, hidden),
    from: first,
    rows: rowsOf(workbook, sheet, first, end),
  };
}

/** Looking through all cells of a large sheet takes longer than reading what is shown: done once after each change. */
const USED = new WeakMap<
  Sheet,
  { readonly changeCount: number; readonly usedRows: number; readonly usedColumns: number }
>();

function used({ changeCount }: Workbook, sheet: Sheet): Pick<SheetView, 'usedRows' | 'usedColumns'> {
  let known = USED.get(sheet);
  if (known?.changeCount !== changeCount) {
    const { endColumn: usedColumns, endRow: usedRows } = sheet.used;
    known = { changeCount, usedRows, usedColumns };
    USED.set(sheet, known);
  }
  const { usedColumns, usedRows } = known;
  return { usedRows, usedColumns };
}

/** A block as the page has it. */
export function areaOf({ endColumn, endRow, startColumn, startRow }: GridRange) {
  return { row: startRow, column: startColumn, rows: endRow - startRow, columns: endColumn - startColumn };
}

function rowsOf(workbook: Workbook, sheet: Sheet, from: number, to: number): PageRow[] {
  if (from === to) return [];
  const block = { startRow: from, endRow: to, startColumn: 0, endColumn: sheet.columnCount };
  const { grid } = sheet;
  const values = grid.read('values', block);
  const formulas = grid.read('formulas', block);
  const notes = grid.read('notes', block);
  const formats = grid.read('formats', block);
  const looks = conditionalLooks(sheet, block);
  return values.map((line, at) => {
    const row: Record<number, PageCell> = {};
    for (const [column, value] of line.entries()) {
      const formula = formulas[at]?.[column] ?? null;
      const note = notes[at]?.[column] ?? '';
      const look = lookOf(formats[at]?.[column] ?? {}, looks?.(from + at, column));
      if (value === null && formula === null && note === '' && look === undefined) continue;
      row[column] = cellOf(value, formula, formats[at]?.[column]?.numberFormat, workbook.locale, note, look);
    }
    return row;
  });
}

function cellOf(
  value: CellValue,
  formula: string | null,
  pattern: string | undefined,
  locale: string,
  note: string,
  look: CellLook | undefined,
): PageCell {
  const text = displayedValue(value, pattern, locale);
  const message = isCellError(value) ? (value.message ?? '') : '';
  return {
    text,
    entry: formula ?? entryOf(value, pattern, text, locale),
    kind: isCellError(value)
      ? 'error'
      : typeof value === 'number'
        ? 'number'
        : typeof value === 'boolean'
          ? 'boolean'
          : 'text',
    ...(typeof value === 'number' ? { number: value } : {}),
    ...(typeof value === 'number' && pattern !== undefined ? { format: pattern } : {}),
    ...(note === '' && message === '' ? {} : { note: [message, note].filter(Boolean).join('\n\n') }),
    ...(look === undefined ? {} : { look }),
  };
}

/** What typing again would give the same value: a number whole, a day or percentage as it is shown, a text that looks like more with an apostrophe. */
function entryOf(value: CellValue, pattern: string | undefined, text: string, locale: string): string {
  if (typeof value === 'number') {
    if (isDateFormat(pattern)) return text;
    const typed = pattern?.includes('%') === true ? `${Number((value * 100).toPrecision(14))}%` : String(value);
    return decimalMark(locale) === ',' ? typed.replace('.', ',') : typed;
  }
  if (typeof value !== 'string') return text;
  const again = typedEntry(value, { locale, year: ANY_YEAR, numberFormat: pattern });
  return again.value === value && again.formula === null ? value : `'${value}`;
}

const ANY_YEAR = 2000;

function lookOf(format: CellFormat, conditional: CellLook | undefined): CellLook | undefined {
  const { background, fontColor, fontStyle, fontWeight, horizontalAlignment } = format;
  const look: CellLook = {
    ...(fontWeight === 'bold' ? { isBold: true } : {}),
    ...(fontStyle === 'italic' ? { isItalic: true } : {}),
    ...(fontColor === undefined ? {} : { colour: fontColor }),
    ...(background === undefined ? {} : { background }),
    ...(horizontalAlignment === undefined ? {} : { align: horizontalAlignment }),
    ...conditional,
  };
  return Object.keys(look).length === 0 ? undefined : look;
}

function widthsOf({ columnWidths }: Sheet): Record<number, number> {
  const widths: Record<number, number> = {};
  for (const [column, width] of columnWidths.entries()) if (width !== undefined) widths[column] = width;
  return widths;
}

function runsOf(flags: readonly boolean[]): (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const [row, isHidden] of flags.entries()) {
    if (!isHidden) continue;
    const last = runs.at(-1);
    if (last && last[0] + last[1] === row) last[1] += 1;
    else runs.push([row, 1]);
  }
  return runs;
}
