import type { GivenRows } from './read-cells.ts';

/** How much is read at once: some hundredths of a second. */
const BYTES_A_PIECE = 2_000_000;

/** Between two rows, unless it stands within a cell's text. */
const BETWEEN_ROWS = '],[';

/** How often a piece is cut elsewhere before more of the answer is waited for. */
const MOST_CUTS = 16;

/** What a piece of an answer lacks before and behind. */
const BEFORE = '{"valueRanges":[{"values":[';
const BEHIND = ']}]}';

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
  let pending: Uint8Array[] = [];
  let bytes = 0;
  let enough = pieceBytes;
  const add = (values: readonly Given[]): void => {
    for (const [at, { values: rows = [] }] of values.entries()) {
      const open = at === 0 && isBegun ? ranges.at(-1) : undefined;
      if (open === undefined) ranges.push(rows);
      else for (const row of rows) open.push(row);
    }
    isBegun = true;
  };
  const read = (text: string): boolean => {
    const values = parsed(isBegun ? BEFORE + text : text);
    if (values !== null) add(values);
    return values !== null;
  };
  const readPiece = (): void => {
    const piece = Buffer.concat(pending);
    pending = [piece];
    let cut = piece.length;
    for (let cuts = 0; cuts < MOST_CUTS && cut > 0; cuts += 1) {
      cut = piece.lastIndexOf(BETWEEN_ROWS, cut - 1);
      if (cut === -1) break;
      if (!read(piece.toString('utf8', 0, cut + 1) + BEHIND)) continue;
      pending = [piece.subarray(cut + 2)];
      bytes = piece.length - cut - 2;
      enough = bytes + pieceBytes;
      return;
    }
    enough = 2 * bytes;
  };
  return {
    take(part) {
      pending.push(part);
      bytes += part.length;
      if (bytes < enough) return false;
      readPiece();
      return true;
    },
    end: () => (read(Buffer.concat(pending).toString('utf8')) ? ranges : null),
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
