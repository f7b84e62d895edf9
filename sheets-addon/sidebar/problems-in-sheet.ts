import type { ColumnReading, TableProblem } from '../../core/table/reading.ts';
import type { Language } from '../../core/text/language.ts';
import { columnName, tableProblemText } from '../../core/text/table-text.ts';
import type { Place, TableView } from '../protocol.ts';
import { columnNumber } from './place-name.ts';

/** One problem of a table as the sidebar shows it. */
export interface ShownProblem {
  readonly text: string;
  /** The cell it is about; null for the whole table. */
  readonly cell: Place | null;
}

/** Problems about one thing: a column by its name, rows as such (`rows`), or the whole table (`table`). */
export interface ProblemGroup {
  readonly about: { readonly column: string } | 'rows' | 'table';
  readonly problems: readonly ShownProblem[];
}

/** Everything of one severity. */
export interface ProblemSection {
  readonly severity: TableProblem['severity'];
  readonly count: number;
  readonly groups: readonly ProblemGroup[];
}

/** What problems are worded with: where the table stands and what its columns are called. */
export type ProblemTable = Pick<TableView, 'columns'> & {
  readonly place: Place | null;
  /** Of the headings, for problems of a column; else the first row of the table. */
  readonly headerRow?: number;
};

/**
 * The problems of a table in words, by severity, the gravest first, and by what they are about, in the order of the sheet.
 * Columns are named as the sheet does, whatever column the table begins in.
 */
export function problemsInSheet(
  problems: readonly TableProblem[],
  table: ProblemTable,
  language: Language,
): ProblemSection[] {
  const places = table.columns.map(({ letter }) => columnNumber(letter) - 1);
  const bySheet: ColumnReading[] = [];
  for (const [index, column] of table.columns.entries()) bySheet[places[index] ?? index] = column;
  return SEVERITIES.flatMap((severity): ProblemSection[] => {
    const of = problems.filter((problem) => problem.severity === severity);
    if (of.length === 0) return [];
    const groups = new Map<string, { about: ProblemGroup['about']; problems: ShownProblem[] }>();
    let width = 0;
    for (const problem of of) {
      const moved = inSheet(problem, places);
      const shown = { text: tableProblemText(moved, bySheet, language), cell: cellOf(moved, table) };
      const { column, row } = moved;
      width = Math.max(width, (column ?? -1) + 1);
      const key = column !== undefined ? String(column) : row === undefined ? 'table' : 'rows';
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { about: aboutOf(moved, bySheet, language), problems: [shown] });
      else group.problems.push(shown);
    }
    const order = ['table', 'rows', ...Array.from({ length: width }, (_, column) => String(column))];
    return [{ severity, count: of.length, groups: order.flatMap((key) => groups.get(key) ?? []) }];
  });
}

function aboutOf(
  { column, row }: TableProblem,
  columns: readonly ColumnReading[],
  language: Language,
): ProblemGroup['about'] {
  if (column !== undefined) return { column: capitalised(columnName(column, columns, language)) };
  return row === undefined ? 'table' : 'rows';
}

const SEVERITIES: readonly TableProblem['severity'][] = ['error', 'problem', 'note'];

/** The same problem with the sheet's columns in place of the table's. */
function inSheet(problem: TableProblem, places: readonly number[]): TableProblem {
  const moved = (column: number): number => places[column] ?? column;
  return {
    ...problem,
    ...(problem.column !== undefined && { column: moved(problem.column) }),
    ...('columns' in problem && { columns: problem.columns.map(moved) }),
  };
}

function cellOf({ row, column }: TableProblem, { place, headerRow }: ProblemTable): Place | null {
  if (place === null || (row === undefined && column === undefined)) return null;
  return {
    sheetId: place.sheetId,
    row: row ?? headerRow ?? place.row,
    column: column === undefined ? place.column : column + 1,
    rows: 1,
    columns: 1,
  };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
