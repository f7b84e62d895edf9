import type { AnyScheme } from '../grading/scheme-inputs.ts';
import { sorted } from '../sorted.ts';
import { textIn } from '../text/grading-text.ts';
import type { Language } from '../text/language.ts';
import { type OwnHeading, SHEETS_SCRIPT_TEXT } from '../text/sheets-script-text.ts';
import type { FoundTable } from './find-tables.ts';
import type { ColumnMark, SheetValue } from './sheet-value.ts';

/** With which the keys of our columns' metadata begin. */
export const OWN_PREFIX = 'tierbook.';

/** The column that the bot alone fills: when somebody was last in touch. */
export const LAST_CONTACT = 'tierbook.lastContact';

/** The key of one of our columns; those of segments are `tierbook.segment.<id>`. */
export type OwnKey = typeof LAST_CONTACT | `tierbook.${OwnHeading}` | `tierbook.segment.${string}`;

/** One of the columns that a scheme wants beside a table. */
export interface WantedColumn {
  readonly key: OwnKey;
  readonly heading: string;
}

/** The columns that a document fills, in the order in which they are made; one of segments only has none about tiers. */
export function wantedColumns(document: AnyScheme, language: Language): WantedColumn[] {
  const { headings } = SHEETS_SCRIPT_TEXT[language];
  const parts: readonly OwnHeading[] =
    'method' in document ? ['tier', 'score', 'why', 'nextTier', 'review', 'nextFollowUp'] : ['why', 'review'];
  return [
    ...parts.map((part): WantedColumn => ({ key: `tierbook.${part}`, heading: headings[part] })),
    ...(document.segments ?? []).map(
      ({ id, titles }): WantedColumn => ({ key: `tierbook.segment.${id}`, heading: textIn(titles, language) }),
    ),
  ];
}

/** Our columns of one table, as they are marked. */
export interface OwnTable {
  readonly id: string;
  /** 0-based columns of the sheet by key. */
  readonly columns: ReadonlyMap<string, number>;
}

/** Our columns by table; of a key that stands on two columns, the left one is it. */
export function ownTables(marks: readonly ColumnMark[]): OwnTable[] {
  const tables = new Map<string, Map<string, number>>();
  for (const { key, value, column } of sorted(marks, (one, other) => one.column - other.column)) {
    const columns = tables.get(value) ?? new Map<string, number>();
    if (column > 0 && !columns.has(key)) columns.set(key, column - 1);
    tables.set(value, columns);
  }
  return [...tables].map(([id, columns]) => ({ id, columns }));
}

/**
 * Which of our columns belong to which table: those with something in its rows, and of several tables the nearest. A table has one
 * set of them at most.
 */
export function ownersOf(
  tables: readonly FoundTable[],
  own: readonly OwnTable[],
  values: readonly SheetValue[][],
): ReadonlyMap<FoundTable, OwnTable> {
  const all = new Set(own.flatMap(({ columns }) => [...columns.values()]));
  const pairs = tables.flatMap((table) =>
    own.map((set) => ({ table, set, filled: filledRows(table, set, values), gap: gapBetween(table, set, all) })),
  );
  pairs.sort((one, other) => Number(other.filled > 0) - Number(one.filled > 0) || one.gap - other.gap);
  const owners = new Map<FoundTable, OwnTable>();
  const taken = new Set<OwnTable>();
  for (const { table, set } of pairs) {
    if (owners.has(table) || taken.has(set)) continue;
    owners.set(table, set);
    taken.add(set);
  }
  return owners;
}

/** Rows looked at; a table that is ours has something of ours near its top. */
const LOOKED_AT_ROWS = 50;

function filledRows({ top, bottom }: FoundTable, { columns }: OwnTable, values: readonly SheetValue[][]): number {
  const rows = values.slice(top, Math.min(bottom, top + LOOKED_AT_ROWS) + 1);
  const places = [...columns.values()];
  return rows.filter((row) => places.some((column) => (row[column] ?? '') !== '')).length;
}

/** Whether columns of ours hold something in half of a table's rows at least, as those by which it was graded do. */
export function isFilledBy(table: FoundTable, own: OwnTable, values: readonly SheetValue[][]): boolean {
  const rows = Math.min(table.bottom - table.top, LOOKED_AT_ROWS) + 1;
  return filledRows(table, own, values) * 2 >= rows;
}

/** Columns of others between the table and the nearest of ours; 0 beside it or inside it. */
function gapBetween({ left, right }: FoundTable, { columns }: OwnTable, ours: ReadonlySet<number>): number {
  let least = Number.POSITIVE_INFINITY;
  for (const column of columns.values()) {
    const [from, to] = column > right ? [right + 1, column - 1] : column < left ? [column + 1, left - 1] : [0, -1];
    let gap = 0;
    for (let between = from; between <= to; between += 1) if (!ours.has(between)) gap += 1;
    least = Math.min(least, gap);
  }
  return least;
}
