import type { GivenRows } from './read-cells.ts';

/** How much is read at once: some hundredths of a second. */
const BYTES_A_PIECE = 2_000_000;

/** Between two rows, unless it stands within a cell's text. */
const BETWEEN_ROWS = '],[';

/** How often a piece is cut elsewhere before more of the answer is waited for. */
const MOST_CUTS = 16;

/** What a piece of an answer lacks before and behind. */
const BEFORE = Buffer.from('{"valueRanges":[{"values":[');
const BEHIND = Buffer.from(']}]}');

/** Reads an answer of `values.batchGet` that comes in parts. */
export interface ValuesReader {
  /** Takes the next part; true: some hundredths of a second have gone by with it. */
  take(part: Uint8Array): boolean;
  /** The rows of each range, when there are no more parts; null: that was no JSON, as when an answer is cut on the way. */
  end(): GivenRows[] | null;
}

/**
 * Reads an answer that has nothing but values and no line breaks; with these it would be read all at once in the end.
 *
 * A long one is read piece by piece, each from one row to another. A cut within a cell's text leaves a text without an end, which is
 * no JSON, so that a piece that can be read was cut between rows.
 *
 * @param pieceBytes how much is read at once; for tests
 */
export function valuesReader(pieceBytes = BYTES_A_PIECE): ValuesReader {
  const ranges: GivenRows[] = [];
  let isBegun = false;
  // one place for all pieces: a new one for each would cost as much as reading it
  let bytes = Buffer.alloc(0);
  let length = 0;
  let enough = pieceBytes;
  const read = (end: number): boolean => {
    const values = parsed(bytes.toString('utf8', 0, end));
    for (const [at, { values: rows = [] }] of values?.entries() ?? []) {
      const open = at === 0 && isBegun ? ranges.at(-1) : undefined;
      if (open === undefined) ranges.push(rows);
      else for (const row of rows) open.push(row);
    }
    isBegun ||= values !== null;
    return values !== null;
  };
  const readPiece = (): void => {
    let cut = length - BETWEEN_ROWS.length + 1;
    for (let cuts = 0; cuts < MOST_CUTS && cut > 0; cuts += 1) {
      cut = bytes.lastIndexOf(BETWEEN_ROWS, cut - 1);
      if (cut === -1) break;
      const end = cut + 1 + BEHIND.length;
      const covered = Buffer.from(bytes.subarray(cut + 1, end));
      BEHIND.copy(bytes, cut + 1);
      const isRead = read(end);
      covered.copy(bytes, cut + 1);
      if (!isRead) continue;
      bytes.copyWithin(BEFORE.length, cut + 2, length);
      BEFORE.copy(bytes);
      length = BEFORE.length + length - cut - 2;
      enough = length + pieceBytes;
      return;
    }
    enough = 2 * length;
  };
  return {
    take(part) {
      const needed = length + part.length + BEHIND.length;
      if (needed > bytes.length) bytes = Buffer.concat([bytes.subarray(0, length)], 2 * needed);
      bytes.set(part, length);
      length += part.length;
      if (length < enough) return false;
      readPiece();
      return true;
    },
    end: () => (read(length) ? ranges : null),
  };
}

interface Given {
  readonly values?: GivenRows;
}

function parsed(text: string): readonly Given[] | null {
  try {
    const answer = JSON.parse(text) as { readonly valueRanges?: readonly Given[] } | null;
    return answer === null ? null : (answer.valueRanges ?? []);
  } catch {
    return null;
  }
}
