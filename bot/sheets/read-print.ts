import { createHash } from 'node:crypto';
import type { TabPlace, TabRange } from '../use-cases/spreadsheets.ts';
import type { GivenRows, NumberColumns } from './read-cells.ts';

/** Google's answer to a reading of values. */
export interface ReadAnswer {
  /** Another one whenever Google says anything else. */
  readonly print: string;
  /** What it says, made anew by each call: by range. */
  given(): GivenRows[];
}

/** What an earlier reading saw, as its print says. */
export interface KnownPrint {
  /** Of the cells with days as numbers. */
  readonly numbers: string;
  /** Where numbers stood: by range. */
  readonly places: readonly (readonly [at: number, row: number, column: number, rows: number, columns: number])[];
  /** Of what these showed. */
  readonly shown: string;
}

/** An answer that is undefined when it was cut on the way; one that is known was whole then, and is not looked into. */
export function readAnswer(text: unknown, known: KnownPrint | null): ReadAnswer | undefined {
  if (typeof text !== 'string') return undefined;
  const print = createHash('sha256').update(text).digest('base64url');
  const parsed = print === known?.numbers || print === known?.shown ? undefined : parsedJson(text);
  if (parsed === null) return undefined;
  let first = parsed;
  return {
    print,
    given() {
      // who asks makes cells of them in place
      const answer = first ?? parsedJson(text);
      first = undefined;
      return (answer?.valueRanges ?? []).map(({ values }) => values ?? []);
    },
  };
}

/** The answer to no question. */
export const NOTHING_READ: ReadAnswer = { print: '', given: () => [] };

interface Answer {
  readonly valueRanges?: readonly { readonly values?: GivenRows }[];
}

function parsedJson(text: string): Answer | null {
  try {
    return JSON.parse(text) as Answer | null;
  } catch {
    return null;
  }
}

/** The print of a reading as text, which {@link knownPrint} reads. */
export function writtenPrint(numbers: ReadAnswer, columns: readonly NumberColumns[], shown: ReadAnswer): string {
  const places = columns.flatMap(({ at, range: { place } }): KnownPrint['places'][number][] =>
    place === null ? [] : [[at, place.row, place.column, place.rows, place.columns]],
  );
  return JSON.stringify({ numbers: numbers.print, places, shown: shown.print } satisfies KnownPrint);
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
