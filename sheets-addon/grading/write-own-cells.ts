import { asText, type OwnValue } from '../../core/sheets/cell-text.ts';
import type { Placing } from '../../core/sheets/place-columns.ts';
import { dayWriter } from '../../core/sheets/sheet-days.ts';
import type { SheetValue } from '../../core/sheets/sheet-value.ts';
import { readFormulas, writeValues } from '../spreadsheet.ts';
import type { OpenTable } from '../table/open-table.ts';
import { type CellChanges, cellBlocks } from './cell-blocks.ts';
import type { PlannedTable } from './table-plan.ts';

/** Rectangles that are written where cells change here and there. */
const MOST_BLOCKS = 3;

/**
 * Writes the cells of ours that change, in few rectangles. What does not change in between is written as it stands, a formula as the
 * formula that it is.
 */
export function writeOwnCells(
  { values, ours, sheet, zone }: OpenTable,
  { wanted, plan }: PlannedTable,
  placing: Placing,
): void {
  const columns = wanted.map(({ key }) => placing.columns.get(key) ?? 0);
  const standing = (row: number, column: number): SheetValue => {
    const key = wanted[columns.indexOf(column)]?.key ?? '';
    const before = ours?.columns.get(key);
    return before === undefined ? '' : (values[row]?.[before] ?? '');
  };
  writeCells(sheet.sheetId, { columns, rows: plan.lines }, standing, zone);
}

/**
 * Writes changed cells of a sheet in few rectangles.
 *
 * @param standing what stands in a cell that does not change
 */
export function writeCells(
  sheetId: number,
  changes: CellChanges<OwnValue>,
  standing: (row: number, column: number) => SheetValue,
  zone: string,
): void {
  const momentOf = dayWriter(zone);
  for (const { row, column, places, rows } of cellBlocks(changes, MOST_BLOCKS)) {
    const place = { sheetId, row: row + 1, column: column + 1, rows, columns: places.length };
    let isMixed = false;
    const values: SheetValue[][] = [];
    for (let at = row; at < row + rows; at += 1) {
      const changed = changes.rows[at];
      // of the right length from the start: 50,000 rows that grow cell by cell take twice the room
      const line = Array<SheetValue>(places.length);
      for (let across = 0; across < places.length; across += 1) {
        const value = changed?.[places[across] ?? 0];
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
          if (formula !== '' && changes.rows[row + at]?.[places[across] ?? 0] === undefined)
            (values[at] ?? [])[across] = formula;
    writeValues(sheetId, place.row, place.column, values);
  }
}
