import type { SheetRange } from '../grid-range.ts';
import type { OrderedFormula } from './calculation-order.ts';
import { ChangedCells } from './changed-cells.ts';

/** Formulas and all that read them, directly or through others. */
export function withReaders<Formula extends OrderedFormula>(
  all: readonly Formula[],
  due: readonly Formula[],
): Formula[] {
  const found = new Set(due);
  const changing = new ChangedCells();
  const add = ({ sheetId, row, column, spill }: Formula): void => {
    changing.add(sheetId, row, column);
    if (spill !== null) eachCell(spill, (inRow, inColumn) => changing.add(sheetId, inRow, inColumn));
  };
  for (const one of due) add(one);
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const one of all) {
      if (found.has(one) || !one.reads.some((read) => changing.meets(read))) continue;
      found.add(one);
      add(one);
    }
  }
  return all.filter((one) => found.has(one));
}

/** Formulas that were calculated before something that they read changed, or not at all: an array went where none had been. */
export function missed<Formula extends OrderedFormula>(
  all: readonly Formula[],
  circles: readonly Formula[],
  fromCircles: ChangedCells,
  calculated: readonly (readonly [Formula, ChangedCells])[],
): Formula[] {
  const later = new ChangedCells();
  const found = new Set<Formula>();
  for (const [one, changes] of calculated.toReversed()) {
    if (one.reads.some((read) => later.meets(read))) found.add(one);
    later.addAll(changes);
  }
  later.addAll(fromCircles);
  const done = new Set([...calculated.map(([one]) => one), ...circles]);
  return all.filter((one) => found.has(one) || (!done.has(one) && one.reads.some((read) => later.meets(read))));
}

/** Calls back for every cell of a block, row by row. */
export function eachCell(range: SheetRange, visit: (row: number, column: number) => void): void {
  for (let row = range.startRow; row < range.endRow; row++)
    for (let column = range.startColumn; column < range.endColumn; column++) visit(row, column);
}

/** Whether a cell lies in a block. */
export function within(range: SheetRange, row: number, column: number): boolean {
  return row >= range.startRow && row < range.endRow && column >= range.startColumn && column < range.endColumn;
}
