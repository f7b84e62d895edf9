import type { RememberedRow } from './table-memory.ts';

/** A customer's row now: who it is, and what our cells in it hold. */
export interface RowNow {
  readonly identity: string;
  /** The text in our column Tier; empty for none. */
  readonly tier: string;
  /** {@link fingerprint} of our other cells as they are. */
  readonly cells: () => string;
}

/**
 * Finds what is remembered of each row, wherever it has moved: by who it is, and of several rows of the same customer by what our cells
 * in them hold, else by their order. -1 for a row of which nothing is remembered.
 */
export function matchRows(rows: readonly RowNow[], remembered: readonly RememberedRow[]): Int32Array {
  if (areInOrder(rows, remembered)) return Int32Array.from(rows.keys());
  const places = new Map<string, number[]>();
  for (const [index, { identity }] of remembered.entries()) pushTo(places, identity, index);
  const asked = new Map<string, number[]>();
  for (const [index, { identity }] of rows.entries()) pushTo(asked, identity, index);
  const found = new Int32Array(rows.length).fill(-1);
  for (const [identity, own] of asked) {
    const known = places.get(identity);
    if (known === undefined) continue;
    if (own.length === 1 && known.length === 1) {
      found[own[0] ?? 0] = known[0] ?? -1;
      continue;
    }
    const free = new Set(known);
    for (const index of own) {
      const row = rows[index];
      const same = [...free].find((place) => {
        const entry = remembered[place];
        return entry !== undefined && row !== undefined && entry.tier === row.tier && entry.cells === row.cells();
      });
      if (same === undefined) continue;
      found[index] = same;
      free.delete(same);
    }
    for (const index of own) {
      if (found[index] !== -1) continue;
      const [next] = free;
      if (next === undefined) break;
      found[index] = next;
      free.delete(next);
    }
  }
  return found;
}

/**
 * Tells the rows whose tier a person typed: it is neither what we wrote there nor, with all our other cells, what we wrote for
 * another customer (then somebody sorted the table without our columns, or renamed the customer).
 *
 * @param isAlsoBefore whether a grading was cut in the middle, so that the tier before it may still stand
 */
export function typedOver(
  rows: readonly RowNow[],
  remembered: readonly RememberedRow[],
  matches: Int32Array,
  isAlsoBefore: boolean,
): (index: number) => boolean {
  let written: Set<string> | undefined;
  return (index) => {
    const row = rows[index];
    if (row === undefined || row.tier === '') return false;
    const entry = remembered[matches[index] ?? -1];
    if (entry !== undefined) {
      if (row.tier === entry.tier || (isAlsoBefore && row.tier === (entry.before ?? ''))) return false;
      if (row.cells() === entry.cells) return true;
    }
    written ??= new Set(remembered.map(({ tier, cells }) => `${cells}${tier}`));
    return !written.has(`${row.cells()}${row.tier}`);
  };
}

/**
 * Finds the tiers that a person typed and that stand beside another customer now, since somebody sorted the table without our columns:
 * by the index of the customer whom the tier is for, the index of the row in which it stands.
 */
export function strayTiers(
  rows: readonly RowNow[],
  remembered: readonly RememberedRow[],
  matches: Int32Array,
): ReadonlyMap<number, number> {
  const entryOf = (index: number): RememberedRow | undefined => remembered[matches[index] ?? -1];
  const hasMoved = rows.some((row, index) => {
    const entry = entryOf(index);
    return entry !== undefined && row.tier !== entry.tier && row.cells() !== entry.cells;
  });
  const strays = new Map<number, number>();
  if (!hasMoved) return strays;
  const places = new Map<string, number[]>();
  for (const [place, { cells }] of remembered.entries()) pushTo(places, cells, place);
  const customers = new Map([...matches].map((place, index) => [place, index]));
  for (const [index, row] of rows.entries()) {
    if (row.tier === '' || entryOf(index)?.cells === row.cells()) continue;
    const [place, ...more] = places.get(row.cells()) ?? [];
    if (place === undefined || more.length > 0 || remembered[place]?.tier === row.tier) continue;
    const customer = customers.get(place);
    if (customer !== undefined && customer !== index) strays.set(customer, index);
  }
  return strays;
}

/** Whether the very customers that are remembered stand there in the same order, each once. */
function areInOrder(rows: readonly RowNow[], remembered: readonly RememberedRow[]): boolean {
  const seen = new Set<string>();
  const isNext = ({ identity }: RowNow, index: number): boolean =>
    identity === remembered[index]?.identity && seen.add(identity).size > index;
  return rows.length === remembered.length && rows.every(isNext);
}

function pushTo(lists: Map<string, number[]>, key: string, index: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [index]);
  else list.push(index);
}
