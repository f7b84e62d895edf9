import { moved } from './cell-grid.ts';
import { formulaAfter } from './formula-references.ts';
import type { GridRange } from './grid-range.ts';
import { SHEET_COLUMNS } from './limits.ts';
import { type LineChange, type LineKind, lineAfter, rangeAfter } from './line-shift.ts';
import type { Sheet } from './sheet.ts';
import type { Workbook } from './workbook.ts';
import { WorkbookError } from './workbook-error.ts';

/**
 * Inserts empty rows or columns before line `at`. They look like the line that `like` names (observed: Insert above or left
 * takes the looks and the validation of the line pushed away, insert below or right those of the line before); undefined:
 * like nothing. Everything else moves along: see `follow`. Throws `out-of-bounds`, `too-many-cells`.
 */
export function insertLines(
  workbook: Workbook,
  sheetId: number,
  kind: LineKind,
  at: number,
  count: number,
  like?: 'before' | 'after',
): void {
  const sheet = workbook.sheet(sheetId);
  const lines = kind === 'row' ? sheet.rowCount : sheet.columnCount;
  requireLines(sheet, at, count, lines + count);
  if (kind === 'column' && lines + count > SHEET_COLUMNS)
    throw new WorkbookError('too-many-cells', String(SHEET_COLUMNS));
  workbook.requireRoom(count * (kind === 'row' ? sheet.columnCount : sheet.rowCount));
  if (kind === 'row') {
    sheet.grid.insertRows(at, count);
    sheet.rowCount += count;
    insertInto(sheet.hiddenRows, at, count);
  } else {
    sheet.grid.insertColumns(at, count);
    sheet.columnCount += count;
    insertInto(sheet.hiddenColumns, at, count);
    insertInto(sheet.columnWidths, at, count);
  }
  follow(workbook, sheet, { change: 'insert', kind, at, count });
  const model = like === 'before' ? at - 1 : at + count;
  if (like !== undefined && model >= 0) copyLooks(sheet, kind, model, at, count);
}

/** Deletes rows or columns and what stands on them. Throws `out-of-bounds`, `last-row-or-column`. */
export function deleteLines(workbook: Workbook, sheetId: number, kind: LineKind, at: number, count: number): void {
  const sheet = workbook.sheet(sheetId);
  const lines = kind === 'row' ? sheet.rowCount : sheet.columnCount;
  requireLines(sheet, at, count, lines);
  if (count === lines) throw new WorkbookError('last-row-or-column', sheet.title);
  const frozen = kind === 'row' ? sheet.frozenRows : sheet.frozenColumns;
  if (frozen > 0 && frozen - shared(frozen, at, count) >= lines - count)
    throw new WorkbookError('last-row-or-column', sheet.title);
  if (kind === 'row') {
    sheet.grid.deleteRows(at, count);
    sheet.rowCount -= count;
    sheet.hiddenRows.splice(at, count);
  } else {
    sheet.grid.deleteColumns(at, count);
    sheet.columnCount -= count;
    sheet.hiddenColumns.splice(at, count);
    sheet.columnWidths.splice(at, count);
  }
  follow(workbook, sheet, { change: 'delete', kind, at, count });
}

/**
 * Moves rows or columns so that they stand before what is now line `before`. Throws `out-of-bounds`, also when they would
 * stay where they are, and `cuts-a-block` when a merged block would be torn (observed).
 */
export function moveLines(
  workbook: Workbook,
  sheetId: number,
  kind: LineKind,
  at: number,
  count: number,
  before: number,
): void {
  const sheet = workbook.sheet(sheetId);
  const lines = kind === 'row' ? sheet.rowCount : sheet.columnCount;
  requireLines(sheet, at, count, lines);
  if (!Number.isInteger(before) || before < 0 || before > lines || (before >= at && before <= at + count))
    throw new WorkbookError('out-of-bounds', sheet.title);
  for (const merge of sheet.merges) {
    const [start, end] = kind === 'row' ? [merge.startRow, merge.endRow] : [merge.startColumn, merge.endColumn];
    const inside = shared(end - start, at - start, count);
    if ((inside > 0 && inside < end - start) || (before > start && before < end))
      throw new WorkbookError('cuts-a-block', sheet.title);
  }
  if (kind === 'row') {
    sheet.grid.moveRows(at, count, before);
    sheet.hiddenRows = moved(sheet.hiddenRows, at, count, before);
  } else {
    sheet.grid.moveColumns(at, count, before);
    sheet.hiddenColumns = moved(sheet.hiddenColumns, at, count, before);
    sheet.columnWidths = moved(sheet.columnWidths, at, count, before);
  }
  follow(workbook, sheet, { change: 'move', kind, at, count, before });
}

/** Hides rows or columns, or shows them. Throws `out-of-bounds`. */
export function hideLines(
  workbook: Workbook,
  sheetId: number,
  kind: LineKind,
  at: number,
  count: number,
  isHidden: boolean,
): void {
  const sheet = workbook.sheet(sheetId);
  requireLines(sheet, at, count, kind === 'row' ? sheet.rowCount : sheet.columnCount);
  const lines = kind === 'row' ? sheet.hiddenRows : sheet.hiddenColumns;
  while (lines.length < at + count) lines.push(undefined);
  lines.fill(isHidden ? true : undefined, at, at + count);
  workbook.touch();
}

/**
 * Everything that stands on lines goes where they went: merges, protections, filter, tables, conditional rules, charts and
 * where they hang, named ranges, metadata, frozen lines, formulas of every sheet, the selection (documented for formulas,
 * protections and metadata, observed for the others).
 */
function follow(workbook: Workbook, sheet: Sheet, change: LineChange): void {
  const after = <Range extends GridRange>(range: Range) => rangeAfter(change, range);
  sheet.merges = present(sheet.merges.map(after)).filter(isMoreThanACell);
  sheet.protections = sheet.protections.flatMap((one) => {
    const range = one.range === null ? null : after(one.range);
    if (one.range !== null && range === null) return [];
    return [{ ...one, range, unprotected: present(one.unprotected.map(after)) }];
  });
  followFilter(sheet, change);
  sheet.tables = sheet.tables.flatMap((table) => {
    const range = after(table.range);
    return range === null ? [] : [{ ...table, range, columns: columnsAfter(table, change) }];
  });
  sheet.conditionalRules = sheet.conditionalRules.flatMap((rule) => {
    const ranges = present(rule.ranges.map(after));
    const { condition } = rule;
    if (ranges.length === 0) return [];
    if (condition.type !== 'custom-formula') return [{ ...rule, ranges }];
    const formula = formulaAfter(condition.formula, change, sheet.title, true);
    return [{ ...rule, ranges, condition: { ...condition, formula } }];
  });
  for (const other of workbook.sheets)
    other.charts = other.charts.map((chart) => ({
      ...chart,
      ranges: present(chart.ranges.map((range) => (range.sheetId === sheet.id ? after(range) : range))),
      position: other === sheet ? positionAfter(chart.position, change) : chart.position,
    }));
  workbook.namedRanges = workbook.namedRanges.flatMap(({ name, range }) => {
    const moved_ = range.sheetId === sheet.id ? after(range) : range;
    return moved_ === null ? [] : [{ name, range: moved_ }];
  });
  workbook.metadata.follow(sheet.id, change);
  followFrozen(sheet, change);
  for (const other of workbook.sheets)
    other.grid.forEach('formulas', (formula, row, column) => {
      if (formula === null) return;
      const next = formulaAfter(formula, change, sheet.title, other === sheet);
      if (next !== formula) other.grid.set('formulas', row, column, next);
    });
  if (workbook.selection.sheetId === sheet.id)
    workbook.selection = after(workbook.selection) ?? {
      sheetId: sheet.id,
      startRow: 0,
      endRow: 1,
      startColumn: 0,
      endColumn: 1,
    };
  workbook.touch();
}

function followFilter(sheet: Sheet, change: LineChange): void {
  if (sheet.filter === null) return;
  const range = rangeAfter(change, sheet.filter.range);
  const hidden = sheet.filter.hidden.flatMap((one) => {
    const column = change.kind === 'column' ? lineAfter(change, one.column) : one.column;
    return column === null ? [] : [{ ...one, column }];
  });
  sheet.filter = range === null ? null : { range, hidden };
}

/** Lines inserted among the frozen ones freeze too, deleted ones no longer count (observed). A move changes nothing. */
function followFrozen(sheet: Sheet, change: LineChange): void {
  const frozen = change.kind === 'row' ? sheet.frozenRows : sheet.frozenColumns;
  let next = frozen;
  if (change.change === 'insert' && change.at < frozen) next += change.count;
  if (change.change === 'delete') next -= shared(frozen, change.at, change.count);
  if (change.kind === 'row') sheet.frozenRows = next;
  else sheet.frozenColumns = next;
}

function columnsAfter(table: Sheet['tables'][number], change: LineChange): Sheet['tables'][number]['columns'] {
  if (change.kind === 'row') return table.columns;
  const { startColumn } = table.range;
  const range = rangeAfter(change, table.range);
  if (range === null) return [];
  const columns: Sheet['tables'][number]['columns'][number][] = Array.from(
    { length: range.endColumn - range.startColumn },
    (_, at) => ({ name: `Column ${at + 1}`, type: 'none' }),
  );
  table.columns.forEach((column, at) => {
    const index = lineAfter(change, startColumn + at);
    if (index !== null && index >= range.startColumn && index < range.endColumn)
      columns[index - range.startColumn] = column;
  });
  return columns;
}

function positionAfter<Position extends { readonly row: number; readonly column: number }>(
  position: Position,
  change: LineChange,
): Position {
  if (change.kind === 'row') return { ...position, row: lineAfter(change, position.row) ?? change.at };
  return { ...position, column: lineAfter(change, position.column) ?? change.at };
}

function copyLooks(sheet: Sheet, kind: LineKind, model: number, at: number, count: number): void {
  const { grid } = sheet;
  const across = kind === 'row' ? sheet.columnCount : Math.min(sheet.rowCount, grid.usedRows);
  for (const layer of ['formats', 'validations'] as const)
    for (let cross = 0; cross < across; cross++) {
      const looks = kind === 'row' ? grid.get(layer, model, cross) : grid.get(layer, cross, model);
      for (let line = at; line < at + count; line++)
        if (kind === 'row') grid.set(layer, line, cross, looks);
        else grid.set(layer, cross, line, looks);
    }
}

function requireLines(sheet: Sheet, at: number, count: number, lines: number): void {
  if (!Number.isInteger(at) || !Number.isInteger(count) || at < 0 || count < 1 || at + count > lines)
    throw new WorkbookError('out-of-bounds', sheet.title);
}

/** How many of the lines from `at` on are among the first `size`. */
function shared(size: number, at: number, count: number): number {
  return Math.max(0, Math.min(size, at + count) - Math.max(0, at));
}

function isMoreThanACell({ startRow, endRow, startColumn, endColumn }: GridRange): boolean {
  return endRow - startRow > 1 || endColumn - startColumn > 1;
}

function present<Item>(list: readonly (Item | null)[]): Item[] {
  return list.filter((one) => one !== null);
}

function insertInto(list: unknown[], at: number, count: number): void {
  if (at < list.length) list.splice(at, 0, ...Array.from({ length: count }, () => undefined));
}
