import type { CellValue } from './cell.ts';
import { isCellError } from './cell.ts';
import { type CellLayer, LAYERS } from './cell-grid.ts';
import { formulaElsewhere } from './formula-references.ts';
import { contains, type GridRange, overlap, type SheetRange } from './grid-range.ts';
import type { Workbook } from './workbook.ts';
import { WorkbookError } from './workbook-error.ts';
import { requireUntyped } from './write-cells.ts';

/** A column to sort by, 0-based in the sheet. */
export interface SortKey {
  readonly column: number;
  readonly isAscending: boolean;
}

/**
 * Sorts the rows of a block: numbers and days, then texts, then yes and no, then errors; empty cells last either way
 * (observed). Equal rows keep their order. Values, formulas (their relative references go along, as in a copy: assumed),
 * notes, formats and validation move; a row's metadata moves when the block holds everything on the sheet's rows (assumed).
 * Throws `out-of-bounds`, `cuts-a-block` when merged cells are in it (observed).
 */
export function sortRange(workbook: Workbook, range: SheetRange, by: readonly SortKey[]): void {
  const sheet = workbook.sheet(range.sheetId);
  sheet.requireWithin(range);
  for (const { column } of by)
    if (column < range.startColumn || column >= range.endColumn) throw new WorkbookError('out-of-bounds', sheet.title);
  if (sheet.merges.some((merge) => overlap(merge, range))) throw new WorkbookError('cuts-a-block', sheet.title);
  workbook.calculate();
  const { grid } = sheet;
  const collator = new Intl.Collator(workbook.locale.replaceAll('_', '-'), { numeric: false });
  const keys = by.map(({ column, isAscending }) => {
    const cells = grid.read('values', { ...range, startColumn: column, endColumn: column + 1 });
    return { values: cells.map((row) => row[0] ?? null), isAscending };
  });
  const order = Array.from({ length: range.endRow - range.startRow }, (_, at) => at).toSorted((one, other) => {
    for (const { values, isAscending } of keys) {
      const difference = compared(values[one] ?? null, values[other] ?? null, isAscending, collator);
      if (difference !== 0) return difference;
    }
    return one - other;
  });
  const used = sheet.used;
  grid.reorder(range, order);
  order.forEach((from, at) => {
    for (let column = range.startColumn; column < range.endColumn; column++) {
      const formula = grid.get('formulas', range.startRow + at, column);
      if (formula !== null) grid.set('formulas', range.startRow + at, column, formulaElsewhere(formula, at - from, 0));
    }
  });
  if (range.startColumn === 0 && range.endColumn >= used.endColumn)
    workbook.metadata.followOrder(sheet.id, range.startRow, order);
  workbook.touch();
}

/**
 * Copies a block onto another of the same size, or of a size that it fills by repeating (documented). Formulas' relative
 * references go along. Throws `out-of-bounds`, and `typed-column` when formats would meet one.
 */
export function copyCells(
  workbook: Workbook,
  from: SheetRange,
  to: SheetRange,
  what: 'all' | 'values' | 'formats',
): void {
  const source = workbook.sheet(from.sheetId);
  const target = workbook.sheet(to.sheetId);
  source.requireWithin(from);
  const [rows, columns] = [from.endRow - from.startRow, from.endColumn - from.startColumn];
  const filled = {
    ...to,
    endRow: to.startRow + Math.max(rows, Math.floor((to.endRow - to.startRow) / rows) * rows),
    endColumn: to.startColumn + Math.max(columns, Math.floor((to.endColumn - to.startColumn) / columns) * columns),
  };
  target.requireWithin(filled);
  if (what !== 'values') requireUntyped(target, filled);
  if (what === 'values') workbook.calculate();
  const layers: readonly CellLayer[] =
    what === 'all' ? LAYERS.filter((layer) => layer !== 'spilled') : what === 'formats' ? ['formats'] : ['values'];
  const blocks = layers.map((layer) => ({ layer, cells: source.grid.read(layer, from) }));
  for (let row = filled.startRow; row < filled.endRow; row++)
    for (let column = filled.startColumn; column < filled.endColumn; column++) {
      const [fromRow, fromColumn] = [(row - to.startRow) % rows, (column - to.startColumn) % columns];
      if (what === 'values') target.grid.set('formulas', row, column, null);
      for (const { layer, cells } of blocks) {
        const cell = cells[fromRow]?.[fromColumn];
        if (layer === 'formats') target.grid.set(layer, row, column, target.grid.format(cell as object));
        else if (layer === 'formulas' && typeof cell === 'string')
          target.grid.set(
            layer,
            row,
            column,
            moved(cell, row - from.startRow - fromRow, column - from.startColumn - fromColumn),
          );
        else target.grid.set(layer, row, column, cell ?? null);
      }
    }
  workbook.touch();
}

/** Merges a block: the first cell keeps its value, the others lose theirs (documented). Throws `out-of-bounds`, `cuts-a-block`. */
export function mergeCells(workbook: Workbook, range: SheetRange): void {
  const sheet = workbook.sheet(range.sheetId);
  sheet.requireWithin(range);
  const merges = sheet.merges.filter((merge) => !contains(range, merge));
  if (merges.some((merge) => overlap(merge, range))) throw new WorkbookError('cuts-a-block', sheet.title);
  const block: GridRange = {
    startRow: range.startRow,
    endRow: range.endRow,
    startColumn: range.startColumn,
    endColumn: range.endColumn,
  };
  const isBlock = range.endRow - range.startRow > 1 || range.endColumn - range.startColumn > 1;
  sheet.merges = isBlock ? [...merges, block] : merges;
  for (let row = range.startRow; row < range.endRow; row++)
    for (let column = range.startColumn; column < range.endColumn; column++)
      if (row !== range.startRow || column !== range.startColumn) {
        sheet.grid.set('values', row, column, null);
        sheet.grid.set('formulas', row, column, null);
      }
  workbook.touch();
}

/** Takes apart every merged block that shares a cell with a block. Throws `out-of-bounds`. */
export function unmergeCells(workbook: Workbook, range: SheetRange): void {
  const sheet = workbook.sheet(range.sheetId);
  sheet.requireWithin(range);
  sheet.merges = sheet.merges.filter((merge) => !overlap(merge, range));
  workbook.touch();
}

function moved(formula: string, rows: number, columns: number): string {
  return formulaElsewhere(formula, rows, columns);
}

function compared(one: CellValue, other: CellValue, isAscending: boolean, collator: Intl.Collator): number {
  const [rank, otherRank] = [rankOf(one), rankOf(other)];
  const isEitherEmpty = rank === EMPTY_RANK || otherRank === EMPTY_RANK;
  if (rank !== otherRank) return isEitherEmpty || isAscending ? rank - otherRank : otherRank - rank;
  const difference =
    typeof one === 'string' && typeof other === 'string'
      ? collator.compare(one, other)
      : numberOf(one) - numberOf(other);
  return isAscending ? difference : -difference;
}

const EMPTY_RANK = 4;

function rankOf(value: CellValue): number {
  if (value === null || value === '') return EMPTY_RANK;
  if (isCellError(value)) return 3;
  if (typeof value === 'boolean') return 2;
  return typeof value === 'string' ? 1 : 0;
}

function numberOf(value: CellValue): number {
  return typeof value === 'number' || typeof value === 'boolean' ? Number(value) : 0;
}
