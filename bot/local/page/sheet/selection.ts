import type { Area } from '../../sheet-protocol.ts';

/** One cell, 0-based. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** What is selected: the cell one is in, and the opposite corner of the block. */
export interface Selection {
  readonly active: CellPlace;
  readonly end: CellPlace;
}

/** What moving needs to know of a sheet. */
export interface SheetShape {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly merges: readonly Area[];
  readonly isRowHidden: (row: number) => boolean;
  readonly isColumnHidden: (column: number) => boolean;
  /** Whether anything is in the cell, as far as it is known. */
  readonly isFilled: (row: number, column: number) => boolean;
}

/** How far a key goes: to the next cell, to the edge of what is filled, to the end of the sheet, or so many rows. */
export type Step = 'cell' | 'edge' | 'end' | number;

export type Direction = 'up' | 'down' | 'left' | 'right';

/** A selection of one cell. */
export function only(place: CellPlace): Selection {
  return { active: place, end: place };
}

/** The selected block, widened so that it cuts no merged cells in two. */
export function selectedArea({ active, end }: Selection, merges: readonly Area[]): Area {
  let area = between(active, end);
  for (let grown = true; grown; ) {
    grown = false;
    for (const merge of merges) {
      if (!areasMeet(area, merge) || areaHolds(area, merge)) continue;
      area = around(area, merge);
      grown = true;
    }
  }
  return area;
}

/** The selection after a step: only the cell there, or with `extend` the block up to there. */
export function stepped(
  selection: Selection,
  direction: Direction,
  step: Step,
  extend: boolean,
  shape: SheetShape,
): Selection {
  const from = extend ? selection.end : selection.active;
  const to = placeAfter(from, direction, step, shape);
  return extend ? { ...selection, end: to } : only(anchorOf(to, shape.merges));
}

/** The upper left cell of the merged cells at a place; the place itself where nothing is merged. */
export function anchorOf(place: CellPlace, merges: readonly Area[]): CellPlace {
  const merge = merges.find((each) => holds(each, place));
  return merge ? { row: merge.row, column: merge.column } : place;
}

/** Whether a block has a cell in it. */
export function holds(area: Area, { column, row }: CellPlace): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}

function placeAfter(from: CellPlace, direction: Direction, step: Step, shape: SheetShape): CellPlace {
  const isAcross = direction === 'left' || direction === 'right';
  const sign = direction === 'up' || direction === 'left' ? -1 : 1;
  const count = isAcross ? shape.columnCount : shape.rowCount;
  const isHidden = (at: number) => (isAcross ? shape.isColumnHidden(at) : shape.isRowHidden(at));
  const start = isAcross ? from.column : from.row;
  const placeAt = (at: number): CellPlace => (isAcross ? { ...from, column: at } : { ...from, row: at });
  /** The next one that is shown; the same where there is none. */
  const next = (at: number): number => {
    for (let other = at + sign; other >= 0 && other < count; other += sign) if (!isHidden(other)) return other;
    return at;
  };
  if (step === 'cell') {
    const merge = shape.merges.find((each) => holds(each, from));
    if (!merge) return placeAt(next(start));
    const [first, size] = isAcross ? [merge.column, merge.columns] : [merge.row, merge.rows];
    const edge = sign > 0 ? first + size - 1 : first;
    const beyond = next(edge);
    return beyond === edge ? from : placeAt(beyond);
  }
  if (step === 'edge') return placeAt(edgeFrom(start, next, (at) => isFilledAt(placeAt(at), shape)));
  let at = start;
  for (let left = step === 'end' ? count : step; left > 0; left -= 1) {
    const other = next(at);
    if (other === at) break;
    at = other;
  }
  return placeAt(at);
}

/** As Ctrl with an arrow: to the last filled cell of a run, over a gap to the next filled one, else to the end. */
function edgeFrom(start: number, next: (at: number) => number, isFilled: (at: number) => boolean): number {
  const isInRun = isFilled(start) && isFilled(next(start));
  let at = next(start);
  for (;;) {
    const other = next(at);
    if (other === at) return at;
    if (isInRun ? !isFilled(other) : isFilled(at)) return at;
    at = other;
  }
}

function isFilledAt({ column, row }: CellPlace, shape: SheetShape): boolean {
  return shape.isFilled(row, column);
}

function between(one: CellPlace, other: CellPlace): Area {
  const row = Math.min(one.row, other.row);
  const column = Math.min(one.column, other.column);
  return {
    row,
    column,
    rows: Math.abs(one.row - other.row) + 1,
    columns: Math.abs(one.column - other.column) + 1,
  };
}

function around(one: Area, other: Area): Area {
  const row = Math.min(one.row, other.row);
  const column = Math.min(one.column, other.column);
  return {
    row,
    column,
    rows: Math.max(one.row + one.rows, other.row + other.rows) - row,
    columns: Math.max(one.column + one.columns, other.column + other.columns) - column,
  };
}

function areasMeet(one: Area, other: Area): boolean {
  return (
    one.row < other.row + other.rows &&
    other.row < one.row + one.rows &&
    one.column < other.column + other.columns &&
    other.column < one.column + one.columns
  );
}

function areaHolds(outer: Area, inner: Area): boolean {
  return (
    outer.row <= inner.row &&
    outer.column <= inner.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}
