import type { Sheet } from './sheet.ts';
import type { Workbook } from './workbook.ts';

/**
 * A copy of a sheet, to the right of it: cells, formats, notes, merges, widths, hidden and frozen lines, rules, filter and
 * charts (documented). Protections and tables are not copied (assumed). Whether metadata of its columns and rows is, nobody documents; that of
 * a whole spreadsheet is (observed). Throws `no-such-sheet`, `sheet-title`, `too-many-cells`.
 *
 * @param isMetadataCopied default false (assumed): the add-on is tried both ways
 */
export function duplicateSheet(workbook: Workbook, sheetId: number, title?: string, isMetadataCopied = false): Sheet {
  const source = workbook.sheet(sheetId);
  const copy = workbook.addSheet({
    title: title ?? freeTitle(workbook, source.title),
    index: workbook.sheets.indexOf(source) + 1,
    rowCount: source.rowCount,
    columnCount: source.columnCount,
  });
  copy.grid.load(source.grid.rows());
  copy.merges = [...source.merges];
  copy.columnWidths = [...source.columnWidths];
  copy.hiddenRows = [...source.hiddenRows];
  copy.hiddenColumns = [...source.hiddenColumns];
  copy.frozenRows = source.frozenRows;
  copy.frozenColumns = source.frozenColumns;
  copy.filter = source.filter;
  copy.conditionalRules = [...source.conditionalRules];
  let chartId = Math.max(0, ...workbook.sheets.flatMap(({ charts }) => charts.map(({ id }) => id)));
  copy.charts = source.charts.map((chart) => ({ ...chart, id: ++chartId }));
  for (const { id: _, ...one } of isMetadataCopied ? workbook.metadata.all : []) {
    const { place } = one;
    if (place.on !== 'spreadsheet' && place.sheetId === sheetId)
      workbook.metadata.add({ ...one, place: { ...place, sheetId: copy.id } });
  }
  workbook.touch();
  return copy;
}

function freeTitle(workbook: Workbook, title: string): string {
  let number = 1;
  const named = () => (number === 1 ? `Copy of ${title}` : `Copy of ${title} ${number}`);
  while (workbook.findSheetByTitle(named()) !== undefined) number++;
  return named();
}
