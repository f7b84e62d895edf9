import type { CellFormat, CellValue } from './cell.ts';
import { type GridRow, LAYERS } from './cell-grid.ts';
import type { GridRange } from './grid-range.ts';
import { Sheet } from './sheet.ts';
import { Workbook, type WorkbookSettings } from './workbook.ts';
import type {
  Chart,
  ConditionalRule,
  Filter,
  Metadata,
  NamedRange,
  Protection,
  Selection,
  SheetTable,
} from './workbook-parts.ts';

/** A workbook as JSON, to be kept and taken up again. */
export interface WorkbookData {
  readonly version: 1;
  readonly id: string;
  readonly title: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly owner: string;
  readonly sheets: readonly SheetData[];
  readonly metadata: readonly Metadata[];
  readonly namedRanges: readonly NamedRange[];
  readonly selection: Selection;
}

/** A sheet as JSON. */
export interface SheetData {
  readonly id: number;
  readonly title: string;
  readonly isHidden: boolean;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** 0-based. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** Pixels; null: the default. */
  readonly columnWidths: readonly (number | null)[];
  readonly merges: readonly GridRange[];
  readonly filter: Filter | null;
  readonly tables: readonly SheetTable[];
  readonly protections: readonly Protection[];
  readonly conditionalRules: readonly ConditionalRule[];
  readonly charts: readonly Chart[];
  /** Each format once; the rows name them by their place here. */
  readonly formats: readonly CellFormat[];
  /** From the first; null: an empty row. Lists may be shorter than the sheet is wide. */
  readonly rows: readonly (RowData | null)[];
}

/** A row as JSON; null in a list: nothing there. */
export interface RowData {
  readonly values?: readonly CellValue[];
  readonly formulas?: readonly (string | null)[];
  readonly notes?: readonly (string | null)[];
  /** Places in the sheet's `formats`. */
  readonly formats?: readonly (number | null)[];
  readonly validations?: readonly unknown[];
  readonly spilled?: readonly CellValue[];
}

/** A workbook as JSON, which later changes do not touch: lists are copies, and what stands in them is never changed. */
export function workbookData(workbook: Workbook): WorkbookData {
  return {
    version: 1,
    id: workbook.id,
    title: workbook.title,
    locale: workbook.locale,
    timeZone: workbook.timeZone,
    owner: workbook.owner,
    sheets: workbook.sheets.map(sheetData),
    metadata: workbook.metadata.all,
    namedRanges: workbook.namedRanges,
    selection: workbook.selection,
  };
}

/** The workbook of such JSON. `now` as in `WorkbookSettings`. */
export function workbookFrom(data: WorkbookData, now?: WorkbookSettings['now']): Workbook {
  const { id, title, locale, timeZone, owner, sheets, metadata, namedRanges, selection } = data;
  const workbook = new Workbook({ id, title, locale, timeZone, owner, ...(now === undefined ? {} : { now }) });
  workbook.replaceSheets(sheets.map(sheetFrom));
  workbook.metadata.load(metadata);
  workbook.namedRanges = [...namedRanges];
  workbook.selection = selection;
  return workbook;
}

function sheetData(sheet: Sheet): SheetData {
  const formats = new Map<CellFormat, number>();
  const rows = sheet.grid.rows().map((row) => rowData(row, formats));
  return {
    id: sheet.id,
    title: sheet.title,
    isHidden: sheet.isHidden,
    rowCount: sheet.rowCount,
    columnCount: sheet.columnCount,
    frozenRows: sheet.frozenRows,
    frozenColumns: sheet.frozenColumns,
    hiddenRows: placesOf(sheet.hiddenRows),
    hiddenColumns: placesOf(sheet.hiddenColumns),
    columnWidths: Array.from(sheet.columnWidths, (width) => width ?? null),
    merges: sheet.merges,
    filter: sheet.filter,
    tables: sheet.tables,
    protections: sheet.protections,
    conditionalRules: sheet.conditionalRules,
    charts: sheet.charts,
    formats: [...formats.keys()],
    rows,
  };
}

function rowData(row: GridRow | undefined, formats: Map<CellFormat, number>): RowData | null {
  if (row === undefined) return null;
  const data: Record<string, unknown[]> = {};
  for (const layer of LAYERS) {
    const cells: readonly unknown[] | undefined = row[layer];
    if (cells === undefined) continue;
    const kept = cells.map((cell) => (layer === 'formats' ? placeOf(cell, formats) : (cell ?? null)));
    while (kept.at(-1) === null) kept.pop();
    if (kept.length > 0) data[layer] = kept;
  }
  return Object.keys(data).length === 0 ? null : data;
}

function placeOf(format: unknown, formats: Map<CellFormat, number>): number | null {
  if (format === undefined) return null;
  const place = formats.get(format as CellFormat) ?? formats.size;
  formats.set(format as CellFormat, place);
  return place;
}

function sheetFrom(data: SheetData): Sheet {
  const sheet = new Sheet(data.id, data.title, data.rowCount, data.columnCount);
  sheet.isHidden = data.isHidden;
  sheet.frozenRows = data.frozenRows;
  sheet.frozenColumns = data.frozenColumns;
  for (const row of data.hiddenRows) sheet.hiddenRows[row] = true;
  for (const column of data.hiddenColumns) sheet.hiddenColumns[column] = true;
  sheet.columnWidths = data.columnWidths.map((width) => width ?? undefined);
  sheet.merges = [...data.merges];
  sheet.filter = data.filter;
  sheet.tables = [...data.tables];
  sheet.protections = [...data.protections];
  sheet.conditionalRules = [...data.conditionalRules];
  sheet.charts = [...data.charts];
  sheet.grid.load(
    data.rows.map((row) => {
      if (row === null) return undefined;
      const { formats, ...layers } = row;
      const looks = formats?.map((place) => (place === null ? undefined : data.formats[place]));
      return { ...layers, ...(looks === undefined ? {} : { formats: looks }) } as GridRow;
    }),
  );
  return sheet;
}

function placesOf(lines: readonly (boolean | undefined)[]): number[] {
  return lines.flatMap((isHidden, line) => (isHidden === true ? [line] : []));
}
