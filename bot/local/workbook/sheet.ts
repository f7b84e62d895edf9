import { CellGrid } from './cell-grid.ts';
import { type GridRange, overlap, type SheetRange } from './grid-range.ts';
import { WorkbookError } from './workbook-error.ts';
import type { Chart, ConditionalRule, Filter, Protection, SheetTable } from './workbook-parts.ts';

/** How a new sheet is: 1,000 rows and 26 columns (documented). */
export const NEW_SHEET = { rowCount: 1000, columnCount: 26 };

/** How wide a column is unless someone changed it, in pixels (documented). */
export const COLUMN_WIDTH = 100;

/** One sheet of a workbook: its cells and what belongs to it. Changes go through the workbook's operations. */
export class Sheet {
  readonly id: number;
  title: string;
  isHidden = false;
  rowCount: number;
  columnCount: number;
  frozenRows = 0;
  frozenColumns = 0;
  readonly grid = new CellGrid();
  /** By row or column, 0-based: true when a person hid it. */
  hiddenRows: (boolean | undefined)[] = [];
  hiddenColumns: (boolean | undefined)[] = [];
  /** Pixels, by column; undefined: `COLUMN_WIDTH`. */
  columnWidths: (number | undefined)[] = [];
  merges: GridRange[] = [];
  filter: Filter | null = null;
  tables: SheetTable[] = [];
  protections: Protection[] = [];
  conditionalRules: ConditionalRule[] = [];
  charts: Chart[] = [];
  #used: SheetRange | undefined;
  #usedAt = 0;

  constructor(id: number, title: string, rowCount: number, columnCount: number) {
    this.id = id;
    this.title = title;
    this.rowCount = rowCount;
    this.columnCount = columnCount;
  }

  /** The whole sheet. */
  get all(): SheetRange {
    return { sheetId: this.id, startRow: 0, endRow: this.rowCount, startColumn: 0, endColumn: this.columnCount };
  }

  /** The smallest block from A1 on that holds every cell with a value or a formula; no rows and no columns when there is none. */
  get used(): SheetRange {
    const { version } = this.grid;
    if (this.#used === undefined || this.#usedAt !== version) {
      this.#used = this.#measured();
      this.#usedAt = version;
    }
    return this.#used;
  }

  /** The merged blocks that share a cell with a block. */
  mergesWithin(range: GridRange): GridRange[] {
    return this.merges.filter((merge) => overlap(merge, range));
  }

  /** Throws `out-of-bounds` unless the block has a cell and lies within the sheet. */
  requireWithin({ startRow, endRow, startColumn, endColumn }: GridRange): void {
    const isWhole = [startRow, endRow, startColumn, endColumn].every(Number.isInteger);
    if (
      !isWhole ||
      startRow < 0 ||
      startColumn < 0 ||
      endRow <= startRow ||
      endColumn <= startColumn ||
      endRow > this.rowCount ||
      endColumn > this.columnCount
    )
      throw new WorkbookError('out-of-bounds', this.title);
  }

  #measured(): SheetRange {
    let endRow = 0;
    let endColumn = 0;
    const rows = this.grid.rows();
    for (let row = 0; row < rows.length; row++) {
      const layers = rows[row];
      const end = Math.max(filledIn(layers?.values), filledIn(layers?.formulas));
      if (end > 0) endRow = row + 1;
      if (end > endColumn) endColumn = end;
    }
    return { sheetId: this.id, startRow: 0, endRow, startColumn: 0, endColumn };
  }
}

/** How many cells there are up to the last that is filled, looked for from the end, where it mostly stands. */
function filledIn(cells: readonly unknown[] | undefined): number {
  let end = cells?.length ?? 0;
  while (end > 0 && (cells?.[end - 1] ?? '') === '') end -= 1;
  return end;
}
