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
import { otherSheetsText } from '../../core/text/other-sheets-text.ts';
import { tableFileProblemText } from '../../core/text/table-file-text.ts';
import { columnsNotReadText, tableRemarks } from '../../core/text/table-remarks.ts';
import { tableProblemText } from '../../core/text/table-text.ts';
import { readTableFile } from '../table-files/read-table-file.ts';
import { TableFileError } from '../table-files/table-file-error.ts';
import { CliError, type CliIo, tell } from './cli-io.ts';
import { printable } from './printable.ts';

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
  /** Documents whose criteria are read too; of a criterion that several have, the first one's headings count. */
  readonly others?: readonly AnyScheme[];
  readonly asOf: CalendarDate;
  readonly hints: TableHints;
  readonly language: Language;
}

/** A table that has been opened. */
export interface OpenTable {
  readonly grid: Grid;
  /** Says which sheets of the workbook were left out; null where none was, or a person chose the one. */
  readonly sheetsLeftOut: string | null;
  /** Whether one of those holds a table too: that needs a person's attention. */
  readonly leavesTableOut: boolean;
}

/**
 * Reads the customers of a file, `-` for standard input, with the document's own criteria among the fields.
 *
 * Throws {@link CliError} when there is no such file, it is no table, or its table cannot be used.
 */
export async function readCustomerTable(
  io: CliIo,
  table: string,
  options: CustomerTableOptions & { readonly sheet: string | undefined },
): Promise<{ opened: OpenTable; reading: TableReading }> {
  const opened = await openTableFile(io, table, options);
  return { opened, reading: readCustomerGrid(opened, options) };
}

/** The customers of a table that has been opened. Throws {@link CliError} when the table cannot be used. */
export function readCustomerGrid(opened: OpenTable, options: CustomerTableOptions): TableReading {
  const { scheme, others = [], asOf, hints, language } = options;
  const fields = new Map(
    [scheme, ...others]
      .toReversed()
      .flatMap(criterionFields)
      .map((field) => [field.id, field]),
  );
  const reading = readTable(opened.grid, { asOf, fields: [...fields.values()], ...hints });
  const error = reading.problems.find((problem) => problem.severity === 'error');
  if (error !== undefined) throw unusableTable(tableProblemText(error, reading.columns, language), opened);
  return reading;
}

/** The error of a table that cannot be used; the one that can may stand in another sheet. */
export function unusableTable(why: string, { sheetsLeftOut }: OpenTable): CliError {
  return new CliError(sheetsLeftOut === null ? why : `${why}\n${sheetsLeftOut}`);
}

/** Says on stderr how the table was read and what is wrong with it, the gravest first. */
export function tellProblems(
  io: CliIo,
  { sheetsLeftOut }: OpenTable,
  reading: TableReading,
  language: Language,
  of: 'customers' | 'purchases' = 'customers',
): void {
  if (sheetsLeftOut !== null) tell(io, sheetsLeftOut);
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

/**
 * The cells of a file, `-` for standard input. Throws {@link CliError} when there is no such file or it is no table.
 *
 * @param sheet the sheet that a person chose; undefined for the first that has headings we know
 */
export async function openTableFile(
  io: CliIo,
  table: string,
  { sheet, language }: { readonly sheet: string | undefined; readonly language: Language },
): Promise<OpenTable> {
  try {
    const file =
      table === '-'
        ? await readTableFile(io.stdin, 'stdin', sheet)
        : await readTableFile(table, basename(table), sheet);
    const { grid, otherSheets: others, otherTables: tables } = file;
    if (sheet !== undefined || file.sheet === null) return { grid, sheetsLeftOut: null, leavesTableOut: false };
    const text = otherSheetsText({ read: file.sheet, tables, others }, language, 'by-option');
    return { grid, sheetsLeftOut: text === null ? null : printable(text), leavesTableOut: tables.length > 0 };
  } catch (cause) {
    if (cause instanceof TableFileError) throw new CliError(tableFileProblemText(cause.problem, language), { cause });
    throw cause;
  }
}
