import type { TabPlace, TabRange } from '../use-cases/spreadsheets.ts';
import type { NumberColumns } from './read-cells.ts';

/** What an earlier reading saw, as its print says. */
export interface KnownPrint {
  /** Of the cells with days as numbers. */
  readonly numbers: string;
  /** Where numbers stood: by range. */
  readonly places: readonly (readonly [at: number, row: number, column: number, rows: number, columns: number])[];
  /** Of what these showed. */
  readonly shown: string;
}

/** The print of a reading as text, which {@link knownPrint} reads; given those of its answers. */
export function writtenPrint(numbers: string, columns: readonly NumberColumns[], shown: string): string {
  const places = columns.flatMap(({ at, range: { place } }): KnownPrint['places'][number][] =>
    place === null ? [] : [[at, place.row, place.column, place.rows, place.columns]],
  );
  return JSON.stringify({ numbers, places, shown } satisfies KnownPrint);
}

/** What an earlier reading saw; null: nothing is known. */
export function knownPrint(print: string | null): KnownPrint | null {
  return print === null ? null : (JSON.parse(print) as KnownPrint);
}

/** The columns of numbers of a reading that saw the same numbers in these ranges. */
export function samePlaces({ places }: KnownPrint, ranges: readonly TabRange[]): TabRange[] {
  return places.flatMap(([at, row, column, rows, columns]) => {
    const place: TabPlace = { row, column, rows, columns };
    const range = ranges[at];
    return range === undefined ? [] : [{ tab: range.tab, place }];
  });
}
