import type { Sheet } from '../workbook/sheet.ts';
import type { Workbook } from '../workbook/workbook.ts';
import { enterValues, setFormats } from '../workbook/write-cells.ts';
import { SAMPLE_HEADER_ROW, type SampleTable } from './sample-table.ts';

const WIDTHS = [196, 84, 88, 68, 112, 116, 112, 96];

/** Adds a sheet with a sample table, under the next free name, and chooses it. Throws a `WorkbookError` when there is no room. */
export function addSample(workbook: Workbook, table: SampleTable): Sheet {
  const sheet = workbook.addSheet({ title: freeTitle(workbook, table.sheetName) });
  fillSample(workbook, sheet, table);
  return sheet;
}

/** Puts a sample table into an empty sheet, with its headings frozen, and chooses its first customer. */
export function fillSample(workbook: Workbook, sheet: Sheet, { rows }: SampleTable): void {
  const columns = Math.max(...rows.map((row) => row.length));
  const cells = rows.map((row) => Array.from({ length: columns }, (_, column) => row[column] ?? ''));
  const block = { sheetId: sheet.id, startRow: 0, endRow: rows.length, startColumn: 0, endColumn: columns };
  enterValues(workbook, block, cells);
  const bold = (row: number, endColumn: number) => {
    const range = { sheetId: sheet.id, startRow: row, endRow: row + 1, startColumn: 0, endColumn };
    setFormats(workbook, range, [Array.from({ length: endColumn }, () => ({ fontWeight: 'bold' }) as const)]);
  };
  bold(0, 1);
  bold(SAMPLE_HEADER_ROW, columns);
  bold(rows.length - 1, columns);
  sheet.frozenRows = SAMPLE_HEADER_ROW + 1;
  sheet.columnWidths = [...WIDTHS];
  const row = SAMPLE_HEADER_ROW + 1;
  workbook.select({ sheetId: sheet.id, startRow: row, endRow: row + 1, startColumn: 0, endColumn: 1 });
}

/** The title, or with the next number behind it when a sheet has it already. */
function freeTitle(workbook: Workbook, title: string): string {
  const taken = new Set(workbook.sheets.map((each) => each.title.toLowerCase()));
  if (!taken.has(title.toLowerCase())) return title;
  for (let number = 2; ; number += 1) {
    const numbered = `${title} ${number}`;
    if (!taken.has(numbered.toLowerCase())) return numbered;
  }
}
