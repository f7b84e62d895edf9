import { sorted } from '../sorted.ts';
import { vocabulary } from '../table/vocabulary.ts';
import { areAlike, asOne, type FoundTable, findTables, isFilled } from './find-tables.ts';
import { isFilledBy, type OwnTable, ownersOf, ownTables } from './own-columns.ts';
import type { ColumnMark, SheetValue } from './sheet-value.ts';

/** The cells of one sheet, with what in them is a table and what is ours. */
export interface OpenTab {
  readonly values: readonly SheetValue[][];
  readonly tables: readonly FoundTable[];
  /** Our columns by table. */
  readonly own: readonly OwnTable[];
  /** Which of ours belong to which table; a table without ours is not in it. */
  readonly owners: ReadonlyMap<FoundTable, OwnTable>;
}

/** How the tables of a sheet are found. */
export interface OpenTabOptions {
  /** Whether tables with the same headings one below the other are one in any case. */
  readonly together?: boolean;
  /** {@link FoundTable.headings} of the table with this id when it was graded; '' when they are not known. */
  readonly headingsOf?: (tableId: string) => string;
}

/**
 * Finds the tables of a sheet, ours taken out of it. Tables with the same headings one below the other are one where they have been graded
 * as one, and so are parts of a graded table between which somebody has put empty columns since, also when a heading has been renamed.
 */
export function openTab(
  values: readonly SheetValue[][],
  marks: readonly ColumnMark[],
  { together = false, headingsOf = () => '' }: OpenTabOptions = {},
): OpenTab {
  const own = ownTables(marks);
  const ours = ownPlaces(own);
  const find = (rows: readonly SheetValue[][], closed: ReadonlySet<number>): readonly FoundTable[] =>
    joined(
      findTables(rows, (column) => !closed.has(column), vocabulary([])),
      (one, other) => together || own.some((set) => isFilledBy(one, set, values) && isFilledBy(other, set, values)),
    );
  let tables = find(values, ours);
  for (const [part, { id }] of ownersOf(tables, own, values)) {
    const headings = headingsOf(id);
    const grown = (strangers: number): Grown | undefined => {
      const closed = new Set(ours);
      const whole = (rows: readonly SheetValue[][]): FoundTable | undefined =>
        find(rows, closed).find((one) => isAround(one, part));
      const first = values.slice(0, part.top + FIRST_ROWS);
      for (const column of emptyColumns(values, part)) {
        closed.add(column);
        if (strangersAmong(whole(first)?.headings ?? part.headings, headings).length > strangers) closed.delete(column);
      }
      const table = closed.size > ours.size ? whole(values) : undefined;
      return table === undefined ? undefined : { table, gaps: [...closed].filter((column) => !ours.has(column)) };
    };
    // a table that lacks none of its columns is not torn
    if (isAsWide(part, headings)) continue;
    const whole = grown(0);
    const renamed = whole !== undefined && isAsWide(whole.table, headings) ? undefined : grown(1);
    const found = (renamed !== undefined && isButOneHeading(renamed, headings, ours) ? renamed : whole)?.table;
    if (found !== undefined)
      tables = tables.flatMap((one) => (one === part ? [found] : isAround(found, one) ? [] : [one]));
  }
  return { values, tables, own, owners: ownersOf(tables, own, values) };
}

/** Rows in which a table's headings are looked for. */
const FIRST_ROWS = 60;

/** Columns with nothing in a table's rows, the nearest first. */
function emptyColumns(values: readonly SheetValue[][], { top, bottom, left }: FoundTable): number[] {
  const rows = values.slice(top, bottom + 1);
  const columns = [...(values[0]?.keys() ?? [])].filter((column) => !rows.some((row) => isFilled(row[column])));
  return sorted(columns, (one, other) => Math.abs(one - left) - Math.abs(other - left));
}

/** Whether a table begins in or around another one. */
function isAround(one: FoundTable, { top, left, right }: FoundTable): boolean {
  return one.top <= top && one.bottom >= top && one.left <= left && one.right >= right;
}

/** A table with the empty columns in it, as which its parts are one. */
interface Grown {
  readonly table: FoundTable;
  readonly gaps: readonly number[];
}

function isAsWide(table: FoundTable, headings: string): boolean {
  return table.headings.split('\n').length >= headings.split('\n').length;
}

/** Which headings, each as often as it is there, are not among others: by their places. */
function strangersAmong(some: string, all: string): number[] {
  const rest = all.split('\n');
  return [...some.split('\n').entries()].flatMap(([place, heading]) => {
    const at = rest.indexOf(heading);
    if (at < 0) return [place];
    rest.splice(at, 1);
    return [];
  });
}

/**
 * Whether a table has the headings of the last grading in their order but for one, which has been renamed. That one may not be a part by
 * itself at an edge: there it could as well be somebody's own list, and the column of the table have been deleted.
 */
function isButOneHeading({ table, gaps }: Grown, headings: string, ours: ReadonlySet<number>): boolean {
  const now = table.headings.split('\n');
  const former = headings.split('\n');
  const places = [...now.keys()].filter((at) => now[at] !== former[at]);
  const [place = -1] = places;
  if (places.length !== 1 || now.length !== former.length || former.includes(now[place] ?? '')) return false;
  const columns = Array.from({ length: table.right - table.left + 1 }, (_, at) => table.left + at).filter(
    (column) => !ours.has(column) && !gaps.includes(column),
  );
  const [at = 0, before = -1, after = -1] = [columns[place], columns[place - 1], columns[place + 1]];
  const isBeside = (left: number, right: number): boolean => !gaps.some((gap) => gap > left && gap < right);
  if (before < 0) return isBeside(at, after);
  return after >= 0 || isBeside(before, at);
}

/** All columns that are ours, 0-based. */
export function ownPlaces(own: readonly OwnTable[]): ReadonlySet<number> {
  return new Set(own.flatMap(({ columns }) => [...columns.values()]));
}

function joined(
  tables: readonly FoundTable[],
  isOne: (one: FoundTable, other: FoundTable) => boolean,
): readonly FoundTable[] {
  const found: FoundTable[] = [];
  for (const table of tables) {
    const at = found.findIndex((one) => areAlike(one, table) && isOne(one, table));
    const one = found[at];
    if (one === undefined) found.push(table);
    else found[at] = asOne(one, table);
  }
  return found;
}
