import { cellsPrint } from './row-identity.ts';
import type { RememberedRow } from './table-memory.ts';

const TIER = 'tierbook.tier';

/**
 * Where columns of ours stand that somebody has headed otherwise and put among others: told by their cells alone. By key; undefined where not
 * half of the rows, and three, are as we wrote them, or where other columns would do as well.
 *
 * @param rows the texts of a table's rows by column, its headings among them
 */
export function scatteredColumns(
  rows: readonly (readonly string[])[],
  keys: readonly string[],
  remembered: readonly RememberedRow[],
): number[] | undefined {
  const columns = [...(rows[0]?.keys() ?? [])].filter((column) => rows.some((row) => row[column] !== ''));
  const enough = Math.max(LEAST_ROWS, (rows.length - 1) / 2);
  const others = keys.filter((key) => key !== TIER);
  const said = new Set(remembered.flatMap(({ tier }) => (tier === '' ? [] : [tier])));
  const titled = columns.filter((column) => rows.filter((row) => said.has(row[column] ?? '')).length >= enough);
  // told fast of nearly all tables that are no copies
  if (others.length < keys.length && titled.length === 0) return undefined;
  const choices = others.map((key) => columns.filter((column) => couldHold(key, rows, column)));
  if (choices.reduce((product, { length }) => product * length, 1) > MOST_WAYS) return undefined;
  const tiers = new Map(remembered.map(({ cells, tier }) => [cells, tier]));
  const ways = new Map<string, number[]>();
  for (const share of PROBES) {
    const probe = rows[Math.ceil((rows.length - 1) * share)] ?? [];
    for (const way of waysThrough(choices)) if (tiers.has(printOf(probe, way))) ways.set(way.join(), way);
  }
  const best = most([...ways.values()], (way) => rows.filter((row) => tiers.has(printOf(row, way))).length, enough);
  if (best === undefined || others.length === keys.length) return best;
  const tier = most(
    titled.filter((column) => !best.includes(column)),
    (column) => rows.filter((row) => row[column] === tiers.get(printOf(row, best))).length,
    enough,
  );
  return tier === undefined ? undefined : keys.map((key) => (key === TIER ? tier : (best[others.indexOf(key)] ?? -1)));
}

const LEAST_ROWS = 3;
/** Rows that are looked at first, as shares of the way to the last. */
const PROBES = [0.1, 0.5, 1];
/** More ways to choose columns take too long to try. */
const MOST_WAYS = 20_000;

function printOf(row: readonly string[], way: readonly number[]): string {
  return cellsPrint(way.map((column) => row[column] ?? ''));
}

/** What the columns hold that hold no words. */
const KINDS = new Map([
  ['tierbook.score', /^\d{1,3}(?:\.\d+)?$/],
  ['tierbook.nextFollowUp', /^\d{4}-\d{2}-\d{2}$/],
]);

/** Whether half of what stands in a column is of the kind that one of ours holds. */
function couldHold(key: string, rows: readonly (readonly string[])[], column: number): boolean {
  const filled = rows.map((row) => row[column] ?? '').filter((text) => text !== '');
  const kind = KINDS.get(key) ?? /\p{L}/u;
  return filled.filter((text) => kind.test(text)).length * 2 >= filled.length - 1;
}

/** All ways to choose one of each without choosing any twice. */
function* waysThrough(choices: readonly (readonly number[])[]): Generator<number[]> {
  const [first, ...rest] = choices;
  if (first === undefined) yield [];
  else
    for (const way of waysThrough(rest)) for (const column of first) if (!way.includes(column)) yield [column, ...way];
}

/** The one that counts most, and enough; undefined when none does, or another counts as much. */
function most<Item>(items: readonly Item[], countOf: (item: Item) => number, enough: number): Item | undefined {
  const counts = items.map(countOf);
  const highest = Math.max(...counts);
  const at = counts.indexOf(highest);
  return highest >= enough && counts.lastIndexOf(highest) === at ? items[at] : undefined;
}
