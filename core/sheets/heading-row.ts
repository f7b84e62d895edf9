import type { TableReading } from '../table/reading.ts';
import type { FoundTable } from './find-tables.ts';

/** A table of a sheet, with what its rows were read as. */
interface ReadTable {
  readonly reading: Pick<TableReading, 'rowKinds'>;
  readonly found: Pick<FoundTable, 'top'>;
}

/** 0-based row of the sheet with the headings, of two the lower one; the table's first row where none was read as headings. */
export function headingRowOf({ reading: { rowKinds }, found }: ReadTable): number {
  const first = rowKinds.indexOf('header');
  if (first < 0) return found.top;
  return rowKinds[first + 1] === 'header' ? first + 1 : first;
}
