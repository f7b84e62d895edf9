import type { CalendarDate } from '../../core/calendar-date.ts';
import type { CompiledScheme } from '../../core/grading/compile-scheme.ts';
import { receiptOf } from '../../core/grading/receipt.ts';
import type { Scheme } from '../../core/grading/scheme.ts';
import type { TableHints } from '../../core/table/read-table.ts';
import type { TableReading } from '../../core/table/reading.ts';
import { cliText } from '../../core/text/cli-text.ts';
import { EXPLAIN_TEXT } from '../../core/text/explain-text.ts';
import { textIn, tierText } from '../../core/text/grading-text.ts';
import type { Language } from '../../core/text/language.ts';
import { CliError, type CliIo, print, tell } from './cli-io.ts';
import { explanationJson, explanationText } from './explanation-output.ts';
import { type GradeFormat, gradeOutput } from './grade-output.ts';
import { type GradedRecord, gradeTable } from './grade-table.ts';
import { startProgress } from './progress.ts';
import { readCustomerTable, tellProblems } from './read-customer-table.ts';
import { nameOfRecord, recordNamed } from './record-named.ts';
import { schemeNamed } from './scheme-named.ts';
import { tellRemarks } from './tell-remarks.ts';

/** What `grade` is told. */
export interface GradeOptions {
  /** A built-in scheme's id or a file. */
  readonly scheme: string;
  readonly asOf: CalendarDate;
  readonly format: GradeFormat;
  readonly hints: TableHints;
  /** End with 1 when a row needs a person's attention. */
  readonly strict: boolean;
  /** Row, number or name of the one customer whose receipt is wanted instead. */
  readonly explain?: string | undefined;
  readonly language: Language;
}

/** `grade TABLE`: grades the customers of a file, with no database. Returns the exit code. */
export async function gradeCommand(io: CliIo, table: string, options: GradeOptions): Promise<number> {
  const { language, asOf, hints } = options;
  const scheme = await schemeNamed(options.scheme, language);
  const { grid, reading } = await readCustomerTable(io, table, { scheme, asOf, hints, language });
  const { compiled, graded } = gradeTable(reading, scheme, asOf);
  if (options.explain !== undefined)
    return explainRecord(io, reading, compiled, { ...options, explain: options.explain });
  const tally: Tally = { tiers: new Map(), attention: new Set(rowsWithProblems(reading.problems)), customers: 0 };
  const progress = startProgress(io, cliText[language].grading, reading.records.length);
  const output = { grid, reading, compiled, graded: counted(graded(), tally, progress.update), language };
  for (const piece of gradeOutput(options.format, output)) await print(io, piece);
  progress.stop();
  tellProblems(io, reading, language);
  tellRemarks(io, compiled.fitted, language);
  tellTally(io, scheme, tally, language);
  return options.strict && tally.attention.size > 0 ? 1 : 0;
}

/** The receipt of one customer of the table, graded among all of them. */
async function explainRecord(
  io: CliIo,
  reading: TableReading,
  compiled: CompiledScheme,
  { explain, format, language }: GradeOptions & { readonly explain: string },
): Promise<number> {
  if (format === 'csv') throw new CliError(EXPLAIN_TEXT[language].noCsv);
  const record = recordNamed(reading, explain, language);
  const key = record.facts.values['key'];
  const explained = {
    name: nameOfRecord(record),
    key: key === undefined ? null : String(key),
    receipt: receiptOf(compiled, record.facts),
  };
  await print(io, format === 'json' ? explanationJson(explained, language) : explanationText(explained, language));
  tellProblems(io, reading, language);
  return 0;
}

interface Tally {
  readonly tiers: Map<string, number>;
  /** Rows of the sheet that a person should look at. */
  readonly attention: Set<number>;
  customers: number;
}

function* counted(
  graded: Iterable<GradedRecord>,
  tally: Tally,
  update: (done: number) => void,
): Generator<GradedRecord> {
  for (const item of graded) {
    const { grade, record } = item;
    tally.customers += 1;
    if (grade.tier !== null) tally.tiers.set(grade.tier, (tally.tiers.get(grade.tier) ?? 0) + 1);
    if (grade.status !== 'graded' || grade.warnings.length > 0) tally.attention.add(record.row);
    if (tally.customers % 1_000 === 0) update(tally.customers);
    yield item;
  }
}

function* rowsWithProblems(problems: readonly { severity: string; row?: number }[]): Generator<number> {
  for (const { severity, row } of problems) if (severity === 'problem' && row !== undefined) yield row;
}

function tellTally(io: CliIo, scheme: Scheme, tally: Tally, language: Language): void {
  const text = cliText[language];
  const tiers = scheme.tiers.map(({ id }) => `${tierText(id, scheme, language)} ${tally.tiers.get(id) ?? 0}`);
  tell(io, text.graded(tally.customers, textIn(scheme.titles, language), scheme.version, tiers.join(text.comma)));
  if (tally.attention.size > 0) tell(io, text.needAttention(tally.attention.size));
}
