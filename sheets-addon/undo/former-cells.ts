import { type RememberedRow, UNKNOWN_CELLS } from '../../core/sheets/table-memory.ts';

/** A row as an undo leaves it. */
export interface FormerRow {
  /** What is remembered of its customer; undefined: nothing. */
  readonly entry: RememberedRow | undefined;
  /** The tier in it, and whether the undo puts that back. */
  readonly tier: string;
  readonly isTierBack: boolean;
  /** Fingerprint of our other cells in it. */
  readonly print: string;
}

/**
 * By row, which fingerprint is to be remembered of its customer. What stands in the row is the customer's own, unless somebody had sorted the
 * table without our columns before the grading that is undone: then it is found in another row, by itself where the grading did not
 * change it, else by the tier beside it.
 */
export function formerCells(rows: readonly FormerRow[]): string[] {
  const standing = new Set(rows.map(({ print }) => print));
  const own = new Set(
    rows.flatMap(({ entry }) => (entry !== undefined && standing.has(entry.cells) ? entry.cells : [])),
  );
  // a tier that the grading kept, though the scheme gives another, is a person's
  const isMisplaced = ({ entry, isTierBack, tier }: FormerRow): boolean =>
    tier !== (entry?.before ?? '') && (isTierBack || tier === entry?.tier);
  const strays = new Map<string, string[]>();
  // from the last, so that the first is at hand at the end
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const row = rows[at];
    if (row === undefined || !isMisplaced(row) || own.has(row.print)) continue;
    const prints = strays.get(row.tier) ?? [];
    strays.set(row.tier, prints);
    prints.push(row.print);
  }
  return rows.map((row) => {
    const { entry, isTierBack, print, tier } = row;
    if (entry === undefined || own.has(entry.cells)) return entry?.cells ?? print;
    const isAway = isMisplaced(row);
    if (!isAway && !own.has(print)) return print;
    return strays.get(entry.before ?? '')?.pop() ?? (isAway && isTierBack && tier !== '' ? UNKNOWN_CELLS : print);
  });
}
