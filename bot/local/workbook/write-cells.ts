import type { CellFormat, CellValue } from './cell.ts';
import { contains, type GridRange, overlap, type SheetRange } from './grid-range.ts';
import { CELL_CHARACTERS } from './limits.ts';
import { defaultDatePattern, isDateFormat } from './number-format.ts';
import type { Sheet } from './sheet.ts';
import { isPlainText, type TypedEntry, typedEntry } from './typed-entry.ts';
import type { Workbook } from './workbook.ts';
import { WorkbookError } from './workbook-error.ts';

/** What is entered into a cell; null and '' empty it. `dateMs` is a moment. */
export type Entry = string | number | boolean | null | { readonly dateMs: number };

/**
 * Enters values into a block. `typed`: texts are taken as if a person typed them; `raw`: texts stay texts, formulas too. The
 * formulas of the cells go, their notes, formats and validation stay; a day entered into a cell without a pattern for days
 * gets the locale's (observed). Cells that a merged cell covers take nothing (assumed). Everything is checked before
 * anything is written. Throws `out-of-bounds`, `wrong-size`, `cell-too-long`.
 */
export function enterValues(
  workbook: Workbook,
  range: SheetRange,
  entries: readonly (readonly Entry[])[],
  as: 'typed' | 'raw' = 'typed',
): void {
  const sheet = requireFitting(workbook, range, entries);
  for (const row of entries) for (const entry of row) if (typeof entry === 'string') requireShort(entry);
  const place: Place = { sheet, workbook, as, year: new Date(workbook.now()).getUTCFullYear() };
  const isCovered = coverTest(sheet, range);
  entries.forEach((line, at) => {
    const row = range.startRow + at;
    if (isCovered === undefined) enterLine(place, row, range.startColumn, line);
    else
      line.forEach((entry, index) => {
        const column = range.startColumn + index;
        if (!isCovered(row, column)) enterLine(place, row, column, [entry]);
      });
  });
  workbook.touch();
}

interface Place {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly as: 'typed' | 'raw';
  readonly year: number;
}

/** One row's entries, from a column on. */
function enterLine(place: Place, row: number, startColumn: number, line: readonly Entry[]): void {
  const { grid } = place.sheet;
  const values = Array<CellValue>(line.length);
  let formulas: (string | null)[] | undefined;
  for (let at = 0; at < line.length; at++) {
    const entry = line[at] ?? null;
    if (typeof entry === 'string') {
      if (place.as === 'raw' || isPlainText(entry)) values[at] = entry === '' ? null : entry;
      else {
        const typed = typedHere(place, row, startColumn + at, entry);
        values[at] = typed.value;
        if (typed.formula !== null) (formulas ??= nothing(line.length))[at] = typed.formula;
      }
    } else if (typeof entry === 'object' && entry !== null)
      values[at] = dayHere(place, row, startColumn + at, entry.dateMs);
    else values[at] = typeof entry === 'number' && !Number.isFinite(entry) ? NO_NUMBER : entry;
  }
  grid.setLine('values', row, startColumn, values);
  if (formulas !== undefined || grid.row(row)?.formulas !== undefined)
    grid.setLine('formulas', row, startColumn, formulas ?? nothing(line.length));
}

function nothing(count: number): null[] {
  return Array.from({ length: count }, () => null);
}

function typedHere({ workbook, sheet: { grid }, year }: Place, row: number, column: number, entry: string): TypedEntry {
  const format = grid.get('formats', row, column);
  const { numberFormat } = format;
  const typed = typedEntry(entry, { locale: workbook.locale, year, numberFormat });
  if (typed.numberFormat !== undefined && numberFormat === undefined)
    grid.set('formats', row, column, grid.changed(format, 'numberFormat', typed.numberFormat));
  return typed;
}

/** A typed column shows a day as it shows everything: as the number that it is (assumed). */
function dayHere({ workbook, sheet }: Place, row: number, column: number, ms: number): number {
  const { grid } = sheet;
  const serial = workbook.clock.serialAt(ms);
  const format = grid.get('formats', row, column);
  if (isDateFormat(format.numberFormat)) return serial;
  const cell = { startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 };
  if (typedColumn(sheet, cell) !== undefined) return serial;
  const day = defaultDatePattern(workbook.locale);
  const pattern = Number.isInteger(serial) ? day : `${day} h:mm:ss`;
  grid.set('formats', row, column, grid.changed(format, 'numberFormat', pattern));
  return serial;
}

/** Formulas into a block; '' empties the cell. A leading `=` is added where it is missing (observed). Throws as `enterValues`. */
export function enterFormulas(workbook: Workbook, range: SheetRange, formulas: readonly (readonly string[])[]): void {
  const sheet = requireFitting(workbook, range, formulas);
  for (const row of formulas) for (const formula of row) requireShort(formula);
  eachCell(range, formulas, (formula, row, column) => {
    const whole = formula === '' || formula.startsWith('=') ? formula : `=${formula}`;
    put(sheet, row, column, null, whole === '' ? null : whole);
  });
  workbook.touch();
}

/** Notes onto a block; '' takes a note away. Throws as `enterValues`. */
export function setNotes(workbook: Workbook, range: SheetRange, notes: readonly (readonly string[])[]): void {
  const sheet = requireFitting(workbook, range, notes);
  for (const row of notes) for (const note of row) requireShort(note);
  eachCell(range, notes, (note, row, column) => sheet.grid.set('notes', row, column, note));
  workbook.touch();
}

/** Parts of a format; undefined: the sheet's default again. */
export type FormatChange = { readonly [Part in keyof CellFormat]?: CellFormat[Part] | undefined };

/**
 * Changes parts of formats. Throws `typed-column` when the block meets a typed column of a table (observed), and as
 * `enterValues`.
 */
export function setFormats(workbook: Workbook, range: SheetRange, changes: readonly (readonly FormatChange[])[]): void {
  const sheet = requireFitting(workbook, range, changes);
  requireUntyped(sheet, range);
  const { grid } = sheet;
  // a column's cells mostly look alike and change alike
  let last: { readonly change: FormatChange; readonly before: CellFormat; readonly after: CellFormat } | undefined;
  eachCell(range, changes, (change, row, column) => {
    const before = grid.get('formats', row, column);
    if (last?.change !== change || last.before !== before) {
      let after = before;
      for (const part in change) after = grid.changed(after, part as 'background', change[part as 'background']);
      last = { change, before, after };
    }
    grid.set('formats', row, column, last.after);
  });
  workbook.touch();
}

/**
 * Puts data validation rules, whatever they are, onto a block; null takes them away. They are kept and not enforced: values that
 * Google Sheets would refuse are taken. Throws as `setFormats`.
 */
export function setValidations(workbook: Workbook, range: SheetRange, rules: readonly (readonly unknown[])[]): void {
  const sheet = requireFitting(workbook, range, rules);
  requireUntyped(sheet, range);
  eachCell(range, rules, (rule, row, column) => sheet.grid.set('validations', row, column, rule));
  workbook.touch();
}

/** What `clearCells` takes away. */
export type ClearedPart = 'contents' | 'formats' | 'notes' | 'validations';

/** Empties parts of a block. Throws `out-of-bounds`, and `typed-column` for formats and validation. */
export function clearCells(workbook: Workbook, range: SheetRange, parts: readonly ClearedPart[]): void {
  const sheet = workbook.sheet(range.sheetId);
  sheet.requireWithin(range);
  if (parts.includes('formats') || parts.includes('validations')) requireUntyped(sheet, range);
  const endRow = Math.min(range.endRow, sheet.grid.usedRows);
  for (let row = range.startRow; row < endRow; row++)
    for (let column = range.startColumn; column < range.endColumn; column++) {
      if (parts.includes('contents')) put(sheet, row, column, null, null);
      if (parts.includes('formats')) sheet.grid.set('formats', row, column, sheet.grid.format({}));
      if (parts.includes('notes')) sheet.grid.set('notes', row, column, '');
      if (parts.includes('validations')) sheet.grid.set('validations', row, column, null);
    }
  workbook.touch();
}

/** Throws `typed-column` when a block meets a typed column of a table, below its headings. */
export function requireUntyped(sheet: Sheet, range: GridRange): void {
  const name = typedColumn(sheet, range);
  if (name !== undefined) throw new WorkbookError('typed-column', name);
}

/** The name of the first typed column of a table that a block meets below the table's headings; undefined when there is none. */
function typedColumn(sheet: Sheet, range: GridRange): string | undefined {
  for (const { range: table, columns } of sheet.tables)
    for (const [at, { name, type }] of columns.entries()) {
      const startColumn = table.startColumn + at;
      const column = { startRow: table.startRow + 1, endRow: table.endRow, startColumn, endColumn: startColumn + 1 };
      if (type !== 'none' && overlap(column, range)) return name;
    }
  return undefined;
}

const NO_NUMBER: CellValue = { error: '#NUM!' };

function put(sheet: Sheet, row: number, column: number, value: CellValue, formula: string | null): void {
  sheet.grid.set('values', row, column, value);
  sheet.grid.set('formulas', row, column, formula);
}

function requireFitting(workbook: Workbook, range: SheetRange, cells: readonly (readonly unknown[])[]): Sheet {
  const sheet = workbook.sheet(range.sheetId);
  sheet.requireWithin(range);
  const rows = range.endRow - range.startRow;
  const columns = range.endColumn - range.startColumn;
  if (cells.length !== rows) throw new WorkbookError('wrong-size', `rows ${cells.length} ${rows}`);
  for (const row of cells)
    if (row.length !== columns) throw new WorkbookError('wrong-size', `columns ${row.length} ${columns}`);
  return sheet;
}

function requireShort(text: string): void {
  if (text.length > CELL_CHARACTERS) throw new WorkbookError('cell-too-long', String(CELL_CHARACTERS));
}

function eachCell<Item>(
  range: GridRange,
  cells: readonly (readonly Item[])[],
  visit: (item: Item, row: number, column: number) => void,
): void {
  cells.forEach((line, row) => {
    line.forEach((item, column) => visit(item, range.startRow + row, range.startColumn + column));
  });
}

/** Whether a merged cell hides a cell; undefined when none can. */
function coverTest(sheet: Sheet, range: GridRange): ((row: number, column: number) => boolean) | undefined {
  const merges = sheet.merges.filter((merge) => overlap(merge, range));
  if (merges.length === 0) return undefined;
  return (row, column) => {
    const cell = { startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 };
    return merges.some((merge) => contains(merge, cell) && !(merge.startRow === row && merge.startColumn === column));
  };
}
