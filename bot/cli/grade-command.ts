import type { CalendarDate } from '../../core/calendar-date.ts';
import { chooseScheme, type SchemeChoice } from '../../core/grading/choose-scheme.ts';
import { type CompiledDocument, isDivided } from '../../core/grading/compile-document.ts';
import type { CompiledScheme } from '../../core/grading/compile-scheme.ts';
import { type GradedRecord, gradeTable } from '../../core/grading/grade-table.ts';
import { receiptOf } from '../../core/grading/receipt.ts';
import { schemeCandidates } from '../../core/grading/scheme-candidates.ts';
import { BUILT_IN_SCHEMES } from '../../core/schemes/built-in-schemes.ts';
import type { TableHints } from '../../core/table/read-table.ts';
import type { TableReading } from '../../core/table/reading.ts';
import { cliText } from '../../core/text/cli-text.ts';
import { EXPLAIN_TEXT } from '../../core/text/explain-text.ts';
import { GRADE_COMMAND_TEXT, schemeChoiceText } from '../../core/text/grade-command-text.ts';
import { textIn, tierText, tierTitle } from '../../core/text/grading-text.ts';
import type { Language } from '../../core/text/language.ts';
import { CliError, type CliIo, print, tell } from './cli-io.ts';
import { explanationJson, explanationText } from './explanation-output.ts';
import { type GradeFormat, gradeOutput } from './grade-output.ts';
import { startProgress } from './progress.ts';
import { type OpenTable, openTableFile, readCustomerGrid, tellProblems } from './read-customer-table.ts';
import { nameOfRecord, recordNamed } from './record-named.ts';
import { documentNamed } from './scheme-named.ts';
import { absentCriteria, remarksOf } from './tell-remarks.ts';

/** What `grade` is told. */
export interface GradeOptions {
  /** A built-in document's id or a file; undefined for the built-in scheme that fits the table's columns best. */
  readonly scheme: string | undefined;
  readonly asOf: CalendarDate;
  readonly format: GradeFormat;
  readonly hints: TableHints;
  /** The sheet of a workbook; undefined for the first that has headings we know. */
  readonly sheet: string | undefined;
  /** End with 1 when a row, or a table that was left out, needs a person's attention. */
  readonly strict: boolean;
  /** Row, number or name of the one customer whose receipt is wanted instead. */
  readonly explain?: string | undefined;
  readonly language: Language;
}

/** `grade TABLE`: grades the customers of a file, with no database. Returns the exit code. */
export async function gradeCommand(io: CliIo, table: string, options: GradeOptions): Promise<number> {
  const { language, asOf, hints } = options;
  const named = options.scheme === undefined ? undefined : await documentNamed(options.scheme, language);
  const opened = await openTableFile(io, table, options);
  const { grid } = opened;
  const choice: SchemeChoice | undefined =
    named === undefined ? chooseScheme(schemeCandidates(grid, BUILT_IN_SCHEMES, { asOf, hints })) : undefined;
  const document = named ?? choice?.scheme;
  if (document === undefined) throw new Error('There is no scheme to grade by.');
  const reading = readCustomerGrid(opened, { scheme: document, asOf, hints, language });
  const { compiled, graded } = gradeTable(reading, document, asOf);
  if (options.explain !== undefined) {
    if (compiled.tier === undefined) throw new CliError(cliText[language].givesNoTier(document.id));
    return explainRecord(io, opened, reading, compiled.tier, { ...options, explain: options.explain });
  }
  const tally: Tally = {
    tiers: new Map(),
    labels: compiled.segments.map(() => new Map<string, number>()),
    attention: new Set(rowsWithProblems(reading.problems)),
    customers: 0,
  };
  const progress = startProgress(io, cliText[language].grading, reading.records.length);
  const output = { grid, reading, compiled, graded: counted(graded(), tally, progress.update), language };
  for (const piece of gradeOutput(options.format, output)) await print(io, piece);
  progress.stop();
  tellProblems(io, opened, reading, language);
  if (choice !== undefined) tell(io, schemeChoiceText(choice, language));
  if (choice?.reason !== 'nothing') for (const line of remarksOn(compiled, language)) tell(io, line);
  tellTally(io, compiled, tally, language);
  return options.strict && (tally.attention.size > 0 || opened.leavesTableOut) ? 1 : 0;
}

/** The receipt of one customer of the table, graded among all of them. */
async function explainRecord(
  io: CliIo,
  opened: OpenTable,
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
  tellProblems(io, opened, reading, language);
  return 0;
}

interface Tally {
  readonly tiers: Map<string, number>;
  /** Customers by label, for each segment. */
  readonly labels: readonly Map<string, number>[];
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
    const { grade, segments, record } = item;
    tally.customers += 1;
    count(tally.tiers, grade.tier);
    for (const [index, labels] of tally.labels.entries()) count(labels, segments[index]?.tier ?? null);
    // by a document of segments only, one that could not be decided beside one that was is no case for a person
    const warned = grade.status === 'graded' && grade.tier === null ? segments : [grade];
    if (grade.status !== 'graded' || warned.some(({ warnings }) => warnings.length > 0))
      tally.attention.add(record.row);
    if (tally.customers % 1_000 === 0) update(tally.customers);
    yield item;
  }
}

function count(counts: Map<string, number>, outcome: string | null): void {
  if (outcome !== null) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
}

function* rowsWithProblems(problems: readonly { severity: string; row?: number }[]): Generator<number> {
  for (const { severity, row } of problems) if (severity === 'problem' && row !== undefined) yield row;
}

/** What the grades rest on: a heading that was not recognised must not go unnoticed because the rest could be graded. */
function remarksOn({ tier, segments }: CompiledDocument, language: Language): Set<string> {
  const lines = tier === undefined ? [] : remarksOf(tier.fitted, language);
  for (const { fitted } of segments) {
    if (isDivided(fitted)) {
      if (tier === undefined) lines.push(...remarksOf(fitted, language));
      continue;
    }
    const title = textIn(fitted.scheme.titles, language);
    lines.push(
      GRADE_COMMAND_TEXT[language].notDivided(title, absentCriteria(fitted, language).join(cliText[language].comma)),
    );
  }
  return new Set(lines);
}

/** Of more labels than this only those are told that a customer has. */
const MOST_LABELS_TOLD = 6;

function tellTally(io: CliIo, { document, tier, segments }: CompiledDocument, tally: Tally, language: Language): void {
  const text = cliText[language];
  const words = GRADE_COMMAND_TEXT[language];
  const title = textIn(document.titles, language);
  if (tier === undefined) tell(io, words.placed(tally.customers, title, document.version));
  else {
    const { scheme } = tier.fitted;
    const tiers = scheme.tiers.map(({ id }) => `${tierText(id, scheme, language)} ${tally.tiers.get(id) ?? 0}`);
    tell(io, text.graded(tally.customers, title, document.version, tiers.join(text.comma)));
  }
  for (const [index, { fitted }] of segments.entries()) {
    if (!isDivided(fitted)) continue;
    const { scheme } = fitted;
    const counts = tally.labels[index];
    const isLong = scheme.tiers.length > MOST_LABELS_TOLD;
    const told = isLong ? scheme.tiers.filter(({ id }) => counts?.has(id) === true) : scheme.tiers;
    const labels = told.map(({ id }) => `${tierTitle(id, scheme, language)} ${counts?.get(id) ?? 0}`);
    const placed = [...(counts?.values() ?? [])].reduce((sum, number) => sum + number, 0);
    tell(io, words.labels(textIn(scheme.titles, language), labels.join(text.comma), tally.customers - placed));
  }
  if (tally.attention.size > 0) tell(io, text.needAttention(tally.attention.size));
}
