import type { Cell } from './cell.ts';

/**
 * The same reading, made once for each of the first 1,000 different texts of a column: rates, years and scores repeat down a
 * table of any length, and looking a text up takes a tenth of reading it.
 */
export function remember<T>(read: (cell: Cell) => T): (cell: Cell) => T {
  const known = new Map<string, { readonly reading: T }>();
  return (cell) => {
    if (typeof cell !== 'string' || cell.length > LONGEST_TEXT) return read(cell);
    const before = known.get(cell);
    if (before !== undefined) return before.reading;
    const reading = read(cell);
    if (known.size < MOST_TEXTS) known.set(cell, { reading });
    return reading;
  };
}

const MOST_TEXTS = 1000;
const LONGEST_TEXT = 20;
