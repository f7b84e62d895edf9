import { type GridRow, LAYERS } from '../../workbook/cell-grid.ts';
import type { Sheet } from '../../workbook/sheet.ts';
import type { Workbook } from '../../workbook/workbook.ts';
import type { Message } from '../messages/message.ts';

/**
 * Remembers a workbook before a batch; what it returns brings it back. Of cells only what the requests can touch is copied: the rows
 * that cells are written into, and of sheets whose rows or columns move all.
 */
export function rememberWorkbook(workbook: Workbook, requests: readonly Message<'Request'>[]): () => void {
  const { title, selection, namedRanges } = workbook;
  const metadata = workbook.metadata.all;
  const sheets = [...workbook.sheets];
  const back = sheets.map((sheet) => rememberSheet(sheet, rowsTouched(sheet, requests)));
  return () => {
    for (const one of back) one();
    workbook.title = title;
    workbook.namedRanges = namedRanges;
    workbook.metadata.load(metadata);
    workbook.replaceSheets(sheets);
    workbook.selection = selection;
  };
}

/** From row to before row. */
type Rows = readonly [number, number];

const NO_ROWS: Rows = [0, 0];

function rowsTouched(sheet: Sheet, requests: readonly Message<'Request'>[]): Rows {
  // A request alone checks everything before it changes a cell, all but this one, which may do several things
  if (requests.length === 1 && requests[0]?.updateSheetProperties === undefined) return NO_ROWS;
  let [first, end] = [Number.POSITIVE_INFINITY, 0];
  const touch = (from: number, to: number) => {
    first = Math.min(first, from);
    end = Math.max(end, to);
  };
  for (const request of requests) {
    const { repeatCell, updateCells } = request;
    const written = updateCells?.range ?? repeatCell?.range;
    const start = updateCells?.start;
    if (start !== undefined) {
      if ((start.sheetId ?? 0) === sheet.id)
        touch(start.rowIndex ?? 0, (start.rowIndex ?? 0) + (updateCells?.rows?.length ?? 0));
    } else if (written !== undefined) {
      if ((written.sheetId ?? 0) === sheet.id) touch(written.startRowIndex ?? 0, written.endRowIndex ?? sheet.rowCount);
    } else if (!Object.keys(request).every((kind) => LEAVES_CELLS.has(kind))) touch(0, sheet.rowCount);
  }
  return first < end ? [first, end] : NO_ROWS;
}

const LEAVES_CELLS: ReadonlySet<string> = new Set([
  'addSheet',
  'createDeveloperMetadata',
  'updateDeveloperMetadata',
  'deleteDeveloperMetadata',
  'addChart',
  'deleteEmbeddedObject',
  'addConditionalFormatRule',
  'deleteConditionalFormatRule',
  'setBasicFilter',
  'clearBasicFilter',
  'addProtectedRange',
  'deleteProtectedRange',
  'addNamedRange',
  'deleteNamedRange',
  'autoResizeDimensions',
  'updateDimensionProperties',
  'updateSpreadsheetProperties',
]);

function rememberSheet(sheet: Sheet, [first, end]: Rows): () => void {
  const { charts, columnCount, conditionalRules, filter, frozenColumns, frozenRows, isHidden, merges } = sheet;
  const { protections, rowCount, tables, title } = sheet;
  const hiddenRows = [...sheet.hiddenRows];
  const hiddenColumns = [...sheet.hiddenColumns];
  const columnWidths = [...sheet.columnWidths];
  const rows = sheet.grid.rows();
  const used = rows.length;
  const kept = rows.slice(first, end).map(copied);
  return () => {
    Object.assign(sheet, {
      charts,
      columnCount,
      conditionalRules,
      filter,
      frozenColumns,
      frozenRows,
      isHidden,
      merges,
    });
    Object.assign(sheet, { protections, rowCount, tables, title, hiddenRows, hiddenColumns, columnWidths });
    if (end <= first) return;
    const now = sheet.grid.rows();
    sheet.grid.load([...now.slice(0, Math.min(first, used)), ...kept, ...now.slice(end, used)]);
  };
}

function copied(row: GridRow | undefined): GridRow | undefined {
  if (row === undefined) return undefined;
  const copy: GridRow = {};
  for (const layer of LAYERS) {
    const cells = row[layer];
    if (cells !== undefined) copy[layer] = [...cells] as never;
  }
  return copy;
}
