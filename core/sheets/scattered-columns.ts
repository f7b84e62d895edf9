import { sorted } from '../sorted.ts';
import { cellsPrint } from './row-identity.ts';
import type { RememberedRow } from './table-memory.ts';

const TIER = 'tierbook.tier';

/**
 * Where columns of ours stand that somebody has headed otherwise and put among others: told by their cells alone. In the order of the keys;
 * undefined where not half of the rows, and three, are as we wrote them, or where other columns could be ours too.
 *
 * @param rows the texts of a table's rows by column, its headings among them
 */
export function scatteredColumns(
  rows: readonly (readonly string[])[],
  keys: readonly string[],
  remembered: readonly RememberedRow[],
): readonly number[] | undefined {
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
  const found = [...ways.values()].flatMap((way): Way[] => {
    const shown = rows.filter((row) => tiers.has(printOf(row, way)));
    return shown.length >= enough ? [{ way, shown }] : [];
  });
  const [best] = sorted(found, (one, other) => other.shown.length - one.shown.length);
  if (best === undefined || found.some((other) => other !== best && !isClearlyNot(other, best))) return undefined;
  const { way, shown } = best;
  if (others.length === keys.length) return way;
  const same = (column: number): number => shown.filter((row) => row[column] === tiers.get(printOf(row, way))).length;
  const [tier, ...more] = titled.filter((column) => !way.includes(column) && same(column) * 2 >= shown.length);
  // letters of a person's own often agree with ours, though seldom in nearly all rows
  if (tier === undefined || more.length > 0 || same(tier) < shown.length * LEAST_TIERS) return undefined;
  return keys.map((key) => (key === TIER ? tier : (way[others.indexOf(key)] ?? -1)));
}

const LEAST_ROWS = 3;
/** Share of those rows in which the tier is as we wrote it: in others somebody typed one. */
const LEAST_TIERS = 0.75;
/** Rows that are looked at first, as shares of the way to the last. */
const PROBES = [0.1, 0.5, 1];
/** More ways to choose columns take too long to try. */
const MOST_WAYS = 20_000;

/** Columns that could be ours, and the rows that are then as we wrote them. */
interface Way {
  readonly way: readonly number[];
  readonly shown: readonly (readonly string[])[];
}

/**
 * Whether other columns than the best are none of ours: in rows that would be as we wrote them they are empty, while one of the best is not.
 * Where they show what we wrote too, somebody has copied it; and of several that are empty nobody knows which is ours.
 */
function isClearlyNot(other: Way, best: Way): boolean {
  const places = [...best.way.keys()].filter((at) => best.way[at] !== other.way[at]);
  const shows = ({ way, shown }: Way): boolean => places.some((at) => shown.some((row) => row[way[at] ?? -1] !== ''));
  return shows(best) && !shows(other);
}

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
