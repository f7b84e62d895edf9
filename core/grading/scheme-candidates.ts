import type { CalendarDate } from '../calendar-date.ts';
import type { Grid } from '../table/cell.ts';
import type { FieldDefinition } from '../table/field-definition.ts';
import { headingKey, readHeading } from '../table/heading.ts';
import { readTable, type TableHints } from '../table/read-table.ts';
import type { ColumnReading, TableReading } from '../table/reading.ts';
import type { SchemeCandidate } from './choose-scheme.ts';
import { criterionFields } from './criterion-fields.ts';
import type { Scheme } from './scheme.ts';

/**
 * Each scheme with the columns of a table that it recognises and that have values, readable or not. A scheme's own
 * headings go before ours, since one heading may be a criterion of its own to one scheme and a common field to another.
 * Looks at the first rows and at a spread of the others, so that a long table costs no more than a short one.
 */
export function schemeCandidates(grid: Grid, schemes: readonly Scheme[], options: ReadOptions): SchemeCandidate[] {
  const sample = sampleOf(grid);
  const common = readTable(sample, { asOf: options.asOf, ...options.hints });
  const filled = filledColumns(common);
  return schemes.map((scheme) => {
    const fields = criterionFields(scheme);
    if (common.records.length > 0 && readsAlike(common.columns, fields)) return { scheme, columns: filled };
    return { scheme, columns: filledColumns(readTable(sample, { asOf: options.asOf, fields, ...options.hints })) };
  });
}

interface ReadOptions {
  readonly asOf: CalendarDate;
  readonly hints: TableHints;
}

/** Whether the scheme's own headings change nothing, which spares reading the table once more. */
function readsAlike(columns: readonly ColumnReading[], fields: readonly FieldDefinition[]): boolean {
  const own = new Map(fields.flatMap(({ id, headings }) => headings.map((heading) => [headingKey(heading), id])));
  return columns.every(({ heading, field }) => {
    const keys = readHeading(heading)?.keys ?? [];
    return keys.every((key) => !own.has(key) || own.get(key) === field);
  });
}

function filledColumns({ columns, records }: TableReading): Map<number, string> {
  const filled = new Set(
    records.flatMap(({ facts }) => [...Object.keys(facts.values), ...Object.keys(facts.doubts ?? {})]),
  );
  return new Map(
    columns.flatMap(({ index, field }): [number, string][] =>
      field !== null && filled.has(field) ? [[index, field]] : [],
    ),
  );
}

/** Rows from the beginning, where titles and headings are, and rows from everywhere else. */
const FIRST_ROWS = 100;
const SPREAD_ROWS = 200;

function sampleOf(grid: Grid): Grid {
  const rest = grid.length - FIRST_ROWS;
  if (rest <= SPREAD_ROWS) return grid;
  const step = rest / SPREAD_ROWS;
  const spread = Array.from({ length: SPREAD_ROWS }, (_, at) => grid[FIRST_ROWS + Math.floor(at * step)] ?? []);
  return [...grid.slice(0, FIRST_ROWS), ...spread];
}
