import { columnLetter } from '../../../../core/table/column-letter.ts';
import type { SheetRange } from '../../workbook/grid-range.ts';
import { CELL_CHARACTERS } from '../../workbook/limits.ts';
import { requireEditable } from '../../workbook/protected-cells.ts';
import type { Workbook } from '../../workbook/workbook.ts';
import { WorkbookError } from '../../workbook/workbook-error.ts';
import { enterValues } from '../../workbook/write-cells.ts';
import { beyondGrid, invalid } from '../google-error.ts';
import type { Message } from '../messages/message.ts';
import { type NamedBlock, rangeName, readRange } from '../read-range.ts';

/** Values that may be written: nothing stands in the way any more. */
export interface PlannedValues {
  /** Where they go: the block that they fill. */
  readonly block: NamedBlock;
  readonly rows: number;
  readonly columns: number;
  /** Those that are not skipped. */
  readonly cells: number;
  readonly write: () => void;
}

type Cell = string | number | boolean;

interface Run {
  readonly range: SheetRange;
  readonly cells: readonly (readonly Cell[])[];
}

/**
 * What writing values would do, everything checked. With `RAW` texts stay texts, also `=1+1`; with `USER_ENTERED` they are read as
 * if typed (documented). Null skips a cell, '' empties it (documented). From one cell on as many are written as there are
 * values; a range must have room for all of them (observed words), and the sheet too. Throws INVALID_ARGUMENT, also for
 * protected cells.
 */
export function planValues(
  workbook: Workbook,
  user: string,
  { majorDimension = 'ROWS', range: name = '', values }: Message<'ValueRange'>,
  input: 'RAW' | 'USER_ENTERED',
): PlannedValues {
  const target = readRange(workbook, name);
  const { isCut, isOneCell, range, sheet } = target;
  if (isCut) throw beyondGrid(name, sheet);
  const given = listsOf(values);
  const lines = majorDimension === 'ROWS' ? given : turned(given);
  const columns = Math.max(0, ...lines.map((line) => line.length));
  const endRow = range.startRow + lines.length;
  const endColumn = range.startColumn + columns;
  const filled = {
    ...range,
    endRow: Math.max(endRow, range.startRow + 1),
    endColumn: Math.max(endColumn, range.startColumn + 1),
  };
  if (isOneCell) {
    if (endRow > sheet.rowCount || endColumn > sheet.columnCount) throw beyondGrid(rangeName(sheet, filled), sheet);
  } else {
    const within = `Requested writing within range [${rangeName(sheet, range)}], but tried writing to`;
    if (endRow > range.endRow) throw invalid(`${within} row [${range.endRow + 1}]`);
    if (endColumn > range.endColumn) throw invalid(`${within} column [${columnLetter(range.endColumn)}]`);
  }
  const runs = runsOf(range, lines);
  let cells = 0;
  for (const run of runs) {
    requireEditable(workbook, user, sheet, run.range);
    for (const line of run.cells) {
      cells += line.length;
      for (const cell of line)
        if (typeof cell === 'string' && cell.length > CELL_CHARACTERS)
          throw new WorkbookError('cell-too-long', String(CELL_CHARACTERS));
    }
  }
  return {
    block: { ...target, range: filled },
    rows: lines.length,
    columns,
    cells,
    write() {
      for (const run of runs) enterValues(workbook, run.range, run.cells, input === 'RAW' ? 'raw' : 'typed');
    },
  };
}

/** Rows that are full are one run; where cells are skipped, a row falls into several. */
function runsOf(range: SheetRange, lines: readonly (readonly (Cell | null)[])[]): Run[] {
  const [first] = lines;
  if (first === undefined) return [];
  const isFull = lines.every((line) => line.length === first.length && !line.includes(null));
  const runAt = (row: number, column: number, cells: readonly (readonly Cell[])[]): Run => ({
    range: {
      sheetId: range.sheetId,
      startRow: range.startRow + row,
      endRow: range.startRow + row + cells.length,
      startColumn: range.startColumn + column,
      endColumn: range.startColumn + column + (cells[0]?.length ?? 0),
    },
    cells,
  });
  if (isFull) return first.length === 0 ? [] : [runAt(0, 0, lines as readonly (readonly Cell[])[])];
  const runs: Run[] = [];
  for (const [row, line] of lines.entries()) {
    let cells: Cell[] = [];
    for (let column = 0; column <= line.length; column++) {
      const cell = line[column] ?? null;
      if (cell !== null) cells.push(cell);
      else if (cells.length > 0) {
        runs.push(runAt(row, column - cells.length, [cells]));
        cells = [];
      }
    }
  }
  return runs;
}

function listsOf(values: unknown): (Cell | null)[][] {
  if (values === undefined) return [];
  if (!Array.isArray(values))
    throw invalid(`Invalid value at 'values' (type.googleapis.com/google.protobuf.ListValue)`);
  return values.map((line: unknown, row) => {
    if (!Array.isArray(line))
      throw invalid(`Invalid value at 'values[${row}]' (type.googleapis.com/google.protobuf.ListValue)`);
    for (const [column, cell] of line.entries())
      if (typeof cell === 'object' && cell !== null)
        throw invalid(
          `Invalid values[${row}][${column}]: ${Array.isArray(cell) ? 'list_value' : 'struct_value'} {...}`,
        );
    return line as (Cell | null)[];
  });
}

function turned(lines: readonly (readonly (Cell | null)[])[]): (Cell | null)[][] {
  const height = Math.max(0, ...lines.map((line) => line.length));
  return Array.from({ length: height }, (_, row) => lines.map((line) => line[row] ?? null));
}
