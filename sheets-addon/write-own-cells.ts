import { type ColumnChanges, cellBlocks } from './cell-blocks.ts';
import { asText, type OwnValue } from './cell-text.ts';
import type { OpenTable } from './open-table.ts';
import type { Placing } from './place-columns.ts';
import type { SheetValue } from './sheet-data.ts';
import { dayWriter } from './sheet-days.ts';
import { readFormulas, writeValues } from './spreadsheet.ts';
import type { PlannedTable } from './table-plan.ts';

/** Rectangles that are written where cells change here and there. */
const MOST_BLOCKS = 3;

/**
 * Writes the cells of ours that change, in few rectangles. What does not change in between is written as it stands, a formula as the
 * formula that it is.
 */
export function writeOwnCells(table: OpenTable, { wanted, plan }: PlannedTable, placing: Placing): void {
  const { sheetId } = table.sheet;
  const changes = wanted.map(({ key }, at): ColumnChanges<OwnValue> => {
    const cells = new Map((plan.changes[at] ?? []).map(({ row, value }) => [row, value]));
    return { column: placing.columns.get(key) ?? 0, cells };
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
  const blocks = cellBlocks<OwnValue | Standing>(changes, MOST_BLOCKS, (row, column) => ({ row, column }));
  for (const { row, column, values } of blocks) {
    const place = { sheetId, row: row + 1, column: column + 1, rows: values.length, columns: values[0]?.length ?? 0 };
    // only where something of a cell's own stands in between can there be a formula
    const isMixed = values.some((line) =>
      line.some((value) => isStanding(value) && standing(value.row, value.column) !== ''),
    );
    const formulas = isMixed ? readFormulas(place) : [];
    const cells = values.map((line, at) =>
      line.map((value, across): SheetValue => {
        if (isStanding(value)) {
          const formula = formulas[at]?.[across] ?? '';
          const stands = standing(value.row, value.column);
          return formula !== '' ? formula : typeof stands === 'string' ? asText(stands) : stands;
        }
        return typeof value === 'object' ? momentOf(value.date) : value;
      }),
    );
    writeValues(sheetId, place.row, place.column, cells);
  }
}

/** A cell that is written as it stands. */
interface Standing {
  readonly row: number;
  readonly column: number;
}

function isStanding(value: OwnValue | Standing): value is Standing {
  return typeof value === 'object' && 'row' in value;
}
