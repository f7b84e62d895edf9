import { basename } from 'node:path';
import type { CalendarDate } from '../../core/calendar-date.ts';
import { criterionFields } from '../../core/grading/criterion-fields.ts';
import type { Scheme } from '../../core/grading/scheme.ts';
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
  'several-columns': '--column C=salesAmount',
  'several-fields': '--column C=salesAmount',
};
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
    /** Schemes whose criteria are read too; of a criterion that several have, the first one's headings count. */
    readonly others?: readonly Scheme[];
    readonly asOf: CalendarDate;
    readonly hints: TableHints;
    readonly language: Language;
  },
): Promise<{ grid: Grid; reading: TableReading }> {
  const { scheme, others = [], asOf, hints, language } = options;
  const { grid } = await openTableFile(io, table, language);
  const fields = new Map(
    [scheme, ...others]
      .toReversed()
      .flatMap(criterionFields)
      .map((field) => [field.id, field]),
  );
  const reading = readTable(grid, { asOf, fields: [...fields.values()], ...hints });
  const error = reading.problems.find((problem) => problem.severity === 'error');
  if (error !== undefined) throw new CliError(tableProblemText(error, reading.columns, language));
  return { grid, reading };
}

/** Says on stderr how the table was read and what is wrong with it, the gravest first. */
export function tellProblems(io: CliIo, reading: TableReading, language: Language): void {
  const { remarks, more } = tableRemarks(reading, MOST_LINES, language);
  for (const { text } of remarks) tell(io, text);
  if (more > 0) tell(io, moreText(more, language));
  // A heading that was not recognised must not go unnoticed because the rest could be read.
  const notRead = columnsNotReadText(reading, language);
  if (notRead !== null) tell(io, notRead);
  const open = new Set(reading.problems.flatMap(({ code }) => OPTIONS_BY_PROBLEM[code] ?? []));
  for (const option of open) tell(io, cliText[language].decideBy(option));
}

async function openTableFile(io: CliIo, table: string, language: Language) {
  try {
    return table === '-' ? await readTableFile(io.stdin, 'stdin') : await readTableFile(table, basename(table));
  } catch (cause) {
    if (cause instanceof TableFileError) throw new CliError(tableFileProblemText(cause.problem, language), { cause });
    throw cause;
  }
}
