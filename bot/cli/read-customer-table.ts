import { basename } from 'node:path';
import type { CalendarDate } from '../../core/calendar-date.ts';
import { criterionFields } from '../../core/grading/criterion-fields.ts';
import type { Scheme } from '../../core/grading/scheme.ts';
import type { Grid } from '../../core/table/cell.ts';
import { readTable } from '../../core/table/read-table.ts';
import type { TableReading } from '../../core/table/reading.ts';
import { cliText } from '../../core/text/cli-text.ts';
import type { Language } from '../../core/text/language.ts';
import { tableFileProblemText } from '../../core/text/table-file-text.ts';
import { columnName, tableProblemText } from '../../core/text/table-text.ts';
import { readTableFile } from '../table-files/read-table-file.ts';
import { TableFileError } from '../table-files/table-file-error.ts';
import { CliError, type CliIo, tell } from './cli-io.ts';
import type { TableHints } from './table-options.ts';

/** Problems and notes that are spelt out; the rest is counted. */
const MOST_LINES = 20;
/** How to decide on the command line what a table leaves open. */
const OPTIONS_BY_PROBLEM: Readonly<Record<string, string>> = {
  'decimal-undecided': '--decimal . / --decimal ,',
  'date-order-undecided': '--date-order dmy / mdy / ymd',
  'several-columns': '--column C=salesAmount',
  'several-fields': '--column C=salesAmount',
};
/** Headings of columns that no field took and that are named. */
const MOST_HEADINGS = 8;

/**
 * Reads the customers of a file, `-` for standard input, with the scheme's own criteria among the fields.
 *
 * Throws {@link CliError} when there is no such file, it is no table, or its table cannot be used.
 */
export async function readCustomerTable(
  io: CliIo,
  table: string,
  options: {
    readonly scheme: Scheme;
    readonly asOf: CalendarDate;
    readonly hints: TableHints;
    readonly language: Language;
  },
): Promise<{ grid: Grid; reading: TableReading }> {
  const { scheme, asOf, hints, language } = options;
  const { grid } = await openTableFile(io, table, language);
  const reading = readTable(grid, { asOf, fields: criterionFields(scheme), ...hints });
  const error = reading.problems.find((problem) => problem.severity === 'error');
  if (error !== undefined) throw new CliError(tableProblemText(error, reading.columns, language));
  return { grid, reading };
}

/** Says on stderr how the table was read and what is wrong with it, the gravest first. */
export function tellProblems(io: CliIo, reading: TableReading, language: Language): void {
  const sorted = [
    ...reading.problems.filter((problem) => problem.severity !== 'note'),
    ...reading.problems.filter((problem) => problem.severity === 'note'),
  ];
  for (const problem of sorted.slice(0, MOST_LINES)) tell(io, tableProblemText(problem, reading.columns, language));
  if (sorted.length > MOST_LINES) tell(io, cliText[language].more(sorted.length - MOST_LINES));
  tellColumnsNotRead(io, reading, language);
  const open = new Set(reading.problems.flatMap(({ code }) => OPTIONS_BY_PROBLEM[code] ?? []));
  for (const option of open) tell(io, cliText[language].decideBy(option));
}

/** A heading that nobody recognised is named, since it may be a misspelt one that should have counted. */
function tellColumnsNotRead(io: CliIo, { columns, problems }: TableReading, language: Language): void {
  const told = new Set<number | undefined>();
  for (const problem of problems) {
    told.add(problem.column);
    if (problem.code === 'several-columns') for (const column of problem.columns) told.add(column);
  }
  const open = columns.filter(({ index, field, heading }) => field === null && heading !== '' && !told.has(index));
  if (open.length === 0) return;
  const names = open.slice(0, MOST_HEADINGS).map(({ index }) => columnName(index, columns, language));
  tell(io, cliText[language].columnsNotRead(names, open.length));
}

async function openTableFile(io: CliIo, table: string, language: Language) {
  try {
    return table === '-' ? await readTableFile(io.stdin, 'stdin') : await readTableFile(table, basename(table));
  } catch (cause) {
    if (cause instanceof TableFileError) throw new CliError(tableFileProblemText(cause.problem, language), { cause });
    throw cause;
  }
}
