import type { SheetEntry } from '../use-cases/spreadsheets.ts';

/** Cells that are written at once. */
export interface CellRectangle {
  readonly row: number;
  readonly column: number;
  readonly rows: readonly (readonly SheetEntry[])[];
  /** All of them are days whose cells get a number format, or none is. */
  readonly isFormatted: boolean;
}

/**
 * Puts what is written from a corner on into rectangles of whole cells, top to bottom: what is undefined is in none. Equal stretches of
 * rows that follow each other become one.
 */
export function cellRectangles(
  corner: { readonly row: number; readonly column: number },
  rows: readonly (readonly (SheetEntry | undefined)[])[],
): CellRectangle[] {
  const rectangles: OpenRectangle[] = [];
  let above: OpenRectangle[] = [];
  for (const [at, cells] of rows.entries()) {
    const here: OpenRectangle[] = [];
    for (const { start, entries, isFormatted } of stretches(cells)) {
      const column = corner.column + start;
      const open = above.find(
        (one) => one.column === column && one.rows[0]?.length === entries.length && one.isFormatted === isFormatted,
      );
      const rectangle = open ?? { row: corner.row + at, column, rows: [], isFormatted };
      rectangle.rows.push(entries);
      if (open === undefined) rectangles.push(rectangle);
      here.push(rectangle);
    }
    above = here;
  }
  return rectangles;
}

interface OpenRectangle extends CellRectangle {
  readonly rows: SheetEntry[][];
}

interface Stretch {
  readonly start: number;
  readonly entries: SheetEntry[];
  readonly isFormatted: boolean;
}

/** The runs of a row that are written in one way. */
function stretches(cells: readonly (SheetEntry | undefined)[]): Stretch[] {
  const found: Stretch[] = [];
  let last: Stretch | undefined;
  for (const [at, entry] of cells.entries()) {
    if (entry === undefined) {
      last = undefined;
      continue;
    }
    const isFormatted = typeof entry === 'object' && !entry.isShownAsDay;
    if (last === undefined || last.isFormatted !== isFormatted) {
      last = { start: at, entries: [], isFormatted };
      found.push(last);
    }
    last.entries.push(entry);
  }
  return found;
}
