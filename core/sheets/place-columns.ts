import type { WantedColumn } from './own-columns.ts';

/** What decides where columns of ours are put. All columns are 0-based. */
export interface PlacingInput {
  readonly wanted: readonly WantedColumn[];
  /** Where ours stand already, by key. */
  readonly columns: ReadonlyMap<string, number>;
  /** The table's last column. */
  readonly right: number;
  /** Whether a column belongs to another table of ours. */
  readonly isOthers: (column: number) => boolean;
  /** Whether nothing at all stands in a column, so that it may be taken. */
  readonly isFree: (column: number) => boolean;
  /** How many columns the sheet has. */
  readonly maxColumns: number;
}

/** Where our columns are after columns have been put in. */
export interface Placing {
  /** From the right to the left, so that none moves those to come: so many behind this column. */
  readonly insertions: readonly { readonly after: number; readonly count: number }[];
  /** Columns of ours by key, afterwards. */
  readonly columns: ReadonlyMap<string, number>;
  /** Keys that had no column. */
  readonly made: readonly string[];
  /** Those of them for which a column was put in; the others take an empty one. */
  readonly inserted: readonly string[];
  /** Where a column of the sheet is afterwards. */
  readonly moved: (column: number) => number;
}

/**
 * Places the columns that are missing: each behind the one of ours before it, the first behind the table. Empty columns that stand there are
 * taken; where anything stands, columns are put in, so that nothing is overwritten.
 */
export function placeColumns({ wanted, columns, right, isOthers, isFree, maxColumns }: PlacingInput): Placing {
  const insertions: { after: number; count: number }[] = [];
  const placed: { key: string; anchor: number; offset: number; isInserted: boolean }[] = [];
  let anchor = right;
  while (isOthers(anchor + 1)) anchor += 1;
  for (let at = 0; at < wanted.length; ) {
    const own = columns.get(wanted[at]?.key ?? '');
    if (own !== undefined) {
      anchor = own;
      at += 1;
      continue;
    }
    let count = 0;
    while (at + count < wanted.length && !columns.has(wanted[at + count]?.key ?? '')) count += 1;
    const isTaking = Array.from({ length: count }, (_, offset) => anchor + 1 + offset).every(
      (column) => column >= maxColumns || isFree(column),
    );
    const beyond = isTaking ? Math.max(0, anchor + count + 1 - maxColumns) : 0;
    if (beyond > 0) insertions.push({ after: maxColumns - 1, count: beyond });
    if (!isTaking) insertions.push({ after: anchor, count });
    for (let offset = 0; offset < count; offset += 1) {
      const isInserted = !isTaking || anchor + 1 + offset >= maxColumns;
      placed.push({ key: wanted[at + offset]?.key ?? '', anchor, offset, isInserted });
    }
    at += count;
  }
  insertions.sort((one, other) => other.after - one.after);
  const moved = (column: number): number =>
    insertions.reduce((place, { after, count }) => (column > after ? place + count : place), column);
  const all = new Map<string, number>();
  for (const { key } of wanted) {
    const own = columns.get(key);
    if (own !== undefined) all.set(key, moved(own));
  }
  for (const { key, anchor: before, offset } of placed) all.set(key, moved(before) + 1 + offset);
  return {
    insertions,
    columns: all,
    made: placed.map(({ key }) => key),
    inserted: placed.filter(({ isInserted }) => isInserted).map(({ key }) => key),
    moved,
  };
}
