import { asText, type OwnValue } from '../../core/sheets/cell-text.ts';
import type { Placing } from '../../core/sheets/place-columns.ts';
import { dayWriter } from '../../core/sheets/sheet-days.ts';
import type { SheetValue } from '../../core/sheets/sheet-value.ts';
import { readFormulas, writeValues } from '../spreadsheet.ts';
import type { OpenTable } from '../table/open-table.ts';
import { type ColumnChanges, cellBlocks } from './cell-blocks.ts';
import type { PlannedTable } from './table-plan.ts';

/** Rectangles that are written where cells change here and there. */
const MOST_BLOCKS = 3;

/**
 * Writes the cells of ours that change, in few rectangles. What does not change in between is written as it stands, a formula as the
 * formula that it is.
 */
export function writeOwnCells(
  table: OpenTable,
  { wanted, plan, graded, headingRow }: PlannedTable,
  placing: Placing,
): void {
  const { sheetId } = table.sheet;
  // which customer stands in a row of the sheet
  const indexAt = new Int32Array(table.values.length).fill(NOBODY);
  indexAt[headingRow] = HEADING;
  for (const [index, { row }] of graded.rows.entries()) indexAt[row - 1] = index;
  const changes = wanted.map(({ key }, at): ColumnChanges<OwnValue> => {
    const heading = asText(plan.headings[at] ?? '');
    return {
      column: placing.columns.get(key) ?? 0,
      height: plan.changes.countOf(at) === 0 ? 0 : indexAt.length,
      valueAt(row) {
        const who = indexAt[row] ?? NOBODY;
        if (who === NOBODY || !plan.changes.has(who, at)) return undefined;
        return who === HEADING ? heading : (graded.rows[who]?.cells[at] ?? '');
      },
    };
  });
  writeCells(
    sheetId,
    changes,
    (row, column) => {
      const key = wanted.find((one) => placing.columns.get(one.key) === column)?.key ?? '';
      const before = table.ours?.columns.get(key);
      return before === undefined ? '' : (table.values[row]?.[before] ?? '');
    },
    table.zone,
  );
}

const HEADING = -1;
const NOBODY = -2;

/**
 * Writes changed cells of a sheet in few rectangles.
 *
 * @param standing what stands in a cell that does not change
 */
export function writeCells(
  sheetId: number,
  changes: readonly ColumnChanges<OwnValue>[],
  standing: (row: number, column: number) => SheetValue,
  zone: string,
): void {
  const momentOf = dayWriter(zone);
  for (const { row, column, columns, rows } of cellBlocks(changes, MOST_BLOCKS)) {
    const place = { sheetId, row: row + 1, column: column + 1, rows, columns: columns.length };
    let isMixed = false;
    const values: SheetValue[][] = [];
    for (let at = row; at < row + rows; at += 1) {
      // of the right length from the start: 50,000 rows that grow cell by cell take twice the room
      const line = Array<SheetValue>(columns.length);
      for (let across = 0; across < columns.length; across += 1) {
        const value = columns[across]?.(at);
        if (value !== undefined) {
          line[across] = typeof value === 'object' ? momentOf(value.date) : value;
          continue;
        }
        const cell = standing(at, column + across);
        // only where something of a cell's own stands in between can there be a formula
        if (cell !== '') isMixed = true;
        line[across] = typeof cell === 'string' ? asText(cell) : cell;
      }
      values.push(line);
    }
    if (isMixed)
      for (const [at, line] of readFormulas(place).entries())
        for (const [across, formula] of line.entries())
          if (formula !== '' && columns[across]?.(row + at) === undefined) (values[at] ?? [])[across] = formula;
    writeValues(sheetId, place.row, place.column, values);
  }
}
