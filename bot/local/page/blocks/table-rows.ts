import { type JsonObject, numberIn, objectsIn, textIn } from '../json-value.ts';

/** By which column a table is sorted. */
export interface Sorting {
  readonly column: number;
  readonly isDescending: boolean;
}

/** Rows in the order of one column: numbers by value, all else by its text; equal ones stay as they are. */
export function sortedRows(
  rows: readonly (readonly JsonObject[])[],
  sorting: Sorting | null,
  locale: string,
): readonly (readonly JsonObject[])[] {
  if (sorting === null) return rows;
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const sign = sorting.isDescending ? -1 : 1;
  return rows.toSorted((left, right) => {
    const [a, b] = [left[sorting.column] ?? {}, right[sorting.column] ?? {}];
    const [x, y] = [numberIn(a['value']), numberIn(b['value'])];
    return sign * (x !== undefined && y !== undefined ? x - y : compare(cellText(a), cellText(b)));
  });
}

/** A cell's text, without what it looks like. */
export function cellText(cell: JsonObject): string {
  return textIn(cell['text']) || objectsIn(cell['elements']).map(cellText).join('');
}
