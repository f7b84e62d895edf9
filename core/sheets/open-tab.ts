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
 * as one, and so are parts of a graded table between which somebody has put empty columns since.
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
    if (headings === part.headings || !areAmong(part.headings, headings)) continue;
    const closed = new Set(ours);
    const whole = (rows: readonly SheetValue[][]): FoundTable | undefined =>
      find(rows, closed).find((one) => isAround(one, part));
    const first = values.slice(0, part.top + FIRST_ROWS);
    for (const column of emptyColumns(values, part)) {
      closed.add(column);
      if (!areAmong(whole(first)?.headings ?? part.headings, headings)) closed.delete(column);
    }
    const found = whole(values);
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

/** Whether headings, each as often as it is there, are among others. */
function areAmong(some: string, all: string): boolean {
  const rest = all.split('\n');
  return some.split('\n').every((heading) => {
    const at = rest.indexOf(heading);
    rest.splice(at, 1);
    return at >= 0;
  });
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
