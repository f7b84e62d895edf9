import type { Grid } from '../../core/table/cell.ts';
import type { TableReading } from '../../core/table/reading.ts';
import { csvCell, csvLine } from '../../core/text/csv-line.ts';

/** Rows that are put into one piece of text: large enough to be quick, small enough to be written away. */
export const ROWS_A_PIECE = 2_000;

/**
 * Every row and column of a sheet as it came, in pieces, with columns behind: their headings in the header's row, `cells` of each
 * customer in the order of the records, and nothing in title, blank, totals and remark rows.
 */
export function* csvWithColumns(
  grid: Grid,
  reading: TableReading,
  headings: readonly string[],
  cells: () => readonly string[],
): Iterable<string> {
  const width = grid.reduce((widest, row) => Math.max(widest, row.length), 0);
  const headerRow = reading.rowKinds.lastIndexOf('header');
  const nothing = headings.map(() => '');
  let piece = '';
  for (const [index, row] of grid.entries()) {
    const line = row.map(csvCell);
    while (line.length < width) line.push('');
    if (index === headerRow) line.push(...headings);
    else line.push(...(reading.rowKinds[index] === 'record' ? cells() : nothing));
    piece += csvLine(line);
    if (index % ROWS_A_PIECE === 0) {
      yield piece;
      piece = '';
    }
  }
  yield piece;
}
