import { basename } from 'node:path';
import type { CalendarDate } from '../../core/calendar-date.ts';
import { criterionFields } from '../../core/grading/criterion-fields.ts';
import type { AnyScheme } from '../../core/grading/scheme-inputs.ts';
import type { Grid } from '../../core/table/cell.ts';
import { readTable, type TableHints } from '../../core/table/read-table.ts';
import type { TableReading } from '../../core/table/reading.ts';
import { cliText } from '../../core/text/cli-text.ts';
import { moreText } from '../../core/text/import-report-text.ts';
import type { Language } from '../../core/text/language.ts';
import { tableFileProblemText } from '../../core/text/table-file-text.ts';
import { columnsNotReadText, tableRemarks } from '../../core/text/table-remarks.ts';
import { tableProblemText } from '../../core/text/table-text.ts';
import { readTableFile } from '../table-files/read-table-file.ts';
import { TableFileError } from '../table-files/table-file-error.ts';
import { CliError, type CliIo, tell } from './cli-io.ts';

/** Problems and notes that are spelt out; the rest is counted. */
const MOST_LINES = 20;
/** How to decide on the command line what a table leaves open. */
const OPTIONS_BY_PROBLEM: Readonly<Record<string, string>> = {
  'decimal-undecided': '--decimal . / --decimal ,',
  'date-order-undecided': '--date-order dmy / mdy / ymd',
};
/** A field of each kind of table, to show how a column is given one. */
const COLUMN_OPTION = { customers: '--column C=salesAmount', purchases: '--column C=purchaseAmount' };

/** How a table is to be read as customers. */
export interface CustomerTableOptions {
  /** The document whose criteria are among the fields. */
  readonly scheme: AnyScheme;
  readonly asOf: CalendarDate;
  readonly hints: TableHints;
  readonly language: Language;
}

/**
 * Reads the customers of a file, `-` for standard input, with the document's own criteria among the fields.
 *
 * Throws {@link CliError} when there is no such file, it is no table, or its table cannot be used.
 */
export async function readCustomerTable(
  io: CliIo,
  table: string,
  options: CustomerTableOptions,
): Promise<{ grid: Grid; reading: TableReading }> {
  const grid = await openTableFile(io, table, options.language);
  return { grid, reading: readCustomerGrid(grid, options) };
}

/** The customers of a table that has been opened. Throws {@link CliError} when the table cannot be used. */
export function readCustomerGrid(grid: Grid, options: CustomerTableOptions): TableReading {
  const { scheme, asOf, hints, language } = options;
  const reading = readTable(grid, { asOf, fields: criterionFields(scheme), ...hints });
  const error = reading.problems.find((problem) => problem.severity === 'error');
  if (error !== undefined) throw new CliError(tableProblemText(error, reading.columns, language));
  return reading;
}

/** Says on stderr how the table was read and what is wrong with it, the gravest first. */
export function tellProblems(
  io: CliIo,
  reading: TableReading,
  language: Language,
  of: 'customers' | 'purchases' = 'customers',
): void {
  const { remarks, more } = tableRemarks(reading, MOST_LINES, language);
  for (const { text } of remarks) tell(io, text);
  if (more > 0) tell(io, moreText(more, language));
  // A heading that was not recognised must not go unnoticed because the rest could be read.
  const notRead = columnsNotReadText(reading, language, of);
  if (notRead !== null) tell(io, notRead);
  const optionFor = (code: string): string | undefined =>
    code === 'several-columns' || code === 'several-fields' ? COLUMN_OPTION[of] : OPTIONS_BY_PROBLEM[code];
  const open = new Set(reading.problems.flatMap(({ code }) => optionFor(code) ?? []));
  for (const option of open) tell(io, cliText[language].decideBy(option));
}

/** The cells of a file, `-` for standard input. Throws {@link CliError} when there is no such file or it is no table. */
export async function openTableFile(io: CliIo, table: string, language: Language): Promise<Grid> {
  try {
    const { grid } =
      table === '-' ? await readTableFile(io.stdin, 'stdin') : await readTableFile(table, basename(table));
    return grid;
  } catch (cause) {
    if (cause instanceof TableFileError) throw new CliError(tableFileProblemText(cause.problem, language), { cause });
    throw cause;
  }
}
