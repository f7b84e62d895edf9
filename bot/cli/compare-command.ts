import Table from 'cli-table3';
import type { CalendarDate } from '../../core/calendar-date.ts';
import { fittingSchemes, type SchemeCandidate } from '../../core/grading/choose-scheme.ts';
import { type Agreement, gradeComparison } from '../../core/grading/compare-grades.ts';
import type { CompiledScheme } from '../../core/grading/compile-scheme.ts';
import { compileForTable } from '../../core/grading/grade-table.ts';
import type { GradeCode } from '../../core/grading/grader.ts';
import { strongestReason } from '../../core/grading/move-reason.ts';
import { importanceFields, importanceOf } from '../../core/grading/mover-importance.ts';
import { schemeCandidates } from '../../core/grading/scheme-candidates.ts';
import { BUILT_IN_SCHEMES } from '../../core/schemes/built-in-schemes.ts';
import type { Grid } from '../../core/table/cell.ts';
import type { TableHints } from '../../core/table/read-table.ts';
import type { TableReading, TableRecord } from '../../core/table/reading.ts';
import { COMPARISON_TEXT } from '../../core/text/comparison-text.ts';
import type { Detail } from '../../core/text/criterion-writer.ts';
import { type GradeWriter, gradeWriter, textIn, tierTitle } from '../../core/text/grading-text.ts';
import type { Language } from '../../core/text/language.ts';
import { moveReasonText, placeText } from '../../core/text/move-text.ts';
import { SIMULATION_TEXT } from '../../core/text/simulation-text.ts';
import { withoutFormula } from '../../core/text/without-formula.ts';
import { CliError, type CliIo, print, tell } from './cli-io.ts';
import { csvWithColumns } from './csv-with-columns.ts';
import type { GradeFormat } from './grade-output.ts';
import { printable } from './printable.ts';
import { openTableFile, readCustomerGrid, tellProblems } from './read-customer-table.ts';
import { nameOfRecord } from './record-named.ts';
import { schemeNamed } from './scheme-named.ts';
import { tellAbsent } from './tell-remarks.ts';

/** What `schemes compare` is told. */
export interface CompareCommandOptions {
  /** Ids or files, at least two; none for the built-in ones that the columns fit best. */
  readonly schemes: readonly string[];
  readonly asOf: CalendarDate;
  readonly format: GradeFormat;
  readonly hints: TableHints;
  /** The sheet of a workbook; undefined for the first that has headings we know. */
  readonly sheet: string | undefined;
  readonly language: Language;
}

/** Customers that a table spells out; the other formats have all. */
const CUSTOMERS_SHOWN = 20;

/** `schemes compare TABLE`: grades a table by several schemes, and says how often they agree and on whom they differ most. */
export async function compareCommand(io: CliIo, table: string, options: CompareCommandOptions): Promise<number> {
  const { asOf, format, hints, language } = options;
  const text = COMPARISON_TEXT[language];
  const named = await Promise.all(options.schemes.map((one) => schemeNamed(one, language)));
  if (named.length === 1) throw new CliError(text.atLeastTwo);
  const opened = await openTableFile(io, table, options);
  const { grid } = opened;
  const chosen = named.length > 0 ? named : fittingSchemes(candidatesFor(grid, options), MOST_CHOSEN);
  const [scheme, ...others] = chosen;
  if (scheme === undefined || others.length === 0) throw new CliError(text.atLeastTwo);
  if (named.length === 0) tell(io, text.chosen(chosen.map(({ titles }) => textIn(titles, language))));
  const reading = readCustomerGrid(opened, { scheme, others, asOf, hints, language });
  const sides = [scheme, ...others].map((one): Side => {
    const compiled = compileForTable(reading, one, asOf);
    return { compiled, writer: gradeWriter(compiled.fitted, language), title: '' };
  });
  const compared = compare(reading, titled(sides, language));
  tellProblems(io, opened, reading, language);
  for (const { compiled } of sides) tellAbsent(io, compiled.fitted, language);
  for (const piece of outputOf(format, grid, reading, compared, language)) await print(io, piece);
  if (format === 'csv') for (const line of agreementLines(compared, language)) tell(io, line);
  return 0;
}

function candidatesFor(grid: Grid, { asOf, hints }: CompareCommandOptions): SchemeCandidate[] {
  return schemeCandidates(grid, BUILT_IN_SCHEMES, { asOf, hints });
}

/** So many schemes are compared where none is named: as many as fit beside each other in a terminal. */
const MOST_CHOSEN = 3;

interface Side {
  readonly compiled: CompiledScheme;
  readonly writer: GradeWriter;
  readonly title: string;
}

interface ComparedRecord {
  readonly record: TableRecord;
  readonly grades: readonly GradeCode[];
  readonly spread: number;
  readonly withoutTier: number;
  readonly importance: number | null;
}

interface Compared {
  readonly sides: readonly Side[];
  /** In the order of the sheet. */
  readonly records: readonly ComparedRecord[];
  readonly agreements: readonly Agreement[];
}

/** Each scheme by its title, with the version where two have the same. */
function titled(sides: readonly Side[], language: Language): Side[] {
  const plain = sides.map(({ compiled }) => textIn(compiled.fitted.scheme.titles, language));
  return sides.map((side, index) => {
    const title = plain[index] ?? '';
    const { version } = side.compiled.fitted.scheme;
    const isShared = plain.filter((other) => other === title).length > 1;
    return { ...side, title: isShared ? SIMULATION_TEXT[language].scheme(title, version) : title };
  });
}

function compare(reading: TableReading, sides: readonly Side[]): Compared {
  const schemes = sides.map(({ compiled }) => compiled.fitted.scheme);
  const comparison = gradeComparison(schemes);
  const amount = importanceFields(schemes).find((id) =>
    reading.records.some(({ facts }) => importanceOf(facts.values[id]) !== null),
  );
  const records = reading.records.map((record): ComparedRecord => {
    const grades = sides.map(({ compiled }) => compiled.code(record.facts));
    return {
      record,
      grades,
      ...comparison.add(grades),
      importance: importanceOf(record.facts.values[amount ?? '']),
    };
  });
  return { sides, records, agreements: comparison.finish().agreements };
}

/** The customers on whom the schemes differ, the most first: by place, then by tiers that are missing, then by money. */
function disagreements({ records }: Compared): ComparedRecord[] {
  const differing = records.filter(({ spread, withoutTier }) => spread > 0 || withoutTier > 0);
  return differing.toSorted(
    (a, b) =>
      b.spread - a.spread ||
      b.withoutTier - a.withoutTier ||
      (b.importance ?? Number.MIN_SAFE_INTEGER) - (a.importance ?? Number.MIN_SAFE_INTEGER),
  );
}

function outputOf(
  format: GradeFormat,
  grid: Grid,
  reading: TableReading,
  compared: Compared,
  language: Language,
): Iterable<string> {
  switch (format) {
    case 'csv':
      return csvOutput(grid, reading, compared, language);
    case 'json':
      return [jsonOutput(compared, language)];
    case 'table':
      return tableOutput(compared, language);
    default:
      return format satisfies never;
  }
}

/** One column a scheme: its tier, or in brackets why there is none. */
function csvOutput(
  grid: Grid,
  reading: TableReading,
  { sides, records }: Compared,
  language: Language,
): Iterable<string> {
  const titles = sides.map(({ title }) => withoutFormula(title));
  let next = 0;
  return csvWithColumns(grid, reading, titles, () => {
    const grades = records[next]?.grades ?? [];
    next += 1;
    return sides.map(({ compiled: { fitted } }, index) => {
      const grade = grades[index];
      if (grade === undefined) return '';
      return grade.tier === null
        ? `(${placeText(grade, fitted.scheme, language)})`
        : withoutFormula(tierTitle(grade.tier, fitted.scheme, language));
    });
  });
}

function jsonOutput(compared: Compared, language: Language): string {
  const { sides, records, agreements } = compared;
  const result = {
    schemes: sides.map(({ compiled: { fitted }, title }) => {
      const { id, version } = fitted.scheme;
      return { id, version, title };
    }),
    customers: records.length,
    agreements: agreements.map(({ pair: [one, other], agree }) => ({
      one: sides[one]?.compiled.fitted.scheme.id,
      other: sides[other]?.compiled.fitted.scheme.id,
      agree,
      differ: records.length - agree,
    })),
    disagreements: disagreements(compared).map((one) => ({
      row: one.record.row,
      name: nameOfRecord(one.record),
      spread: Math.round(one.spread * 1000) / 1000,
      grades: sides.map((side, index) => ({
        scheme: side.compiled.fitted.scheme.id,
        version: side.compiled.fitted.scheme.version,
        status: one.grades[index]?.status,
        tier: one.grades[index]?.tier,
        score: one.grades[index]?.score,
        reason: reasonBy(side, one.record, language),
      })),
    })),
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

function* tableOutput(compared: Compared, language: Language): Iterable<string> {
  const { sides, records } = compared;
  const text = COMPARISON_TEXT[language];
  if (records.length === 0) {
    yield `${text.nobody}\n`;
    return;
  }
  yield `${agreementLines(compared, language).join('\n')}\n`;
  const differing = disagreements(compared);
  if (differing.length === 0) {
    yield `${text.allAgree}\n`;
    return;
  }
  const table = new Table({
    head: [text.row, text.name, ...sides.map(({ title }) => printable(title))],
    style: { head: [], border: [], compact: true },
    colAligns: ['right'],
  });
  for (const { record, grades } of differing.slice(0, CUSTOMERS_SHOWN)) {
    const cells = sides.map((side, index) => {
      const grade = grades[index];
      const place = grade === undefined ? '' : placeText(grade, side.compiled.fitted.scheme, language);
      return [place, reasonBy(side, record, language, 'short')]
        .filter((part) => part !== '')
        .map(printable)
        .join('\n');
    });
    table.push([String(record.row), printable(nameOfRecord(record)), ...cells]);
  }
  yield `\n${text.differ}\n${table.toString()}\n`;
  const more = differing.length - CUSTOMERS_SHOWN;
  if (more > 0) yield `${text.more(more)}\n`;
}

function agreementLines({ sides, records, agreements }: Compared, language: Language): string[] {
  const text = COMPARISON_TEXT[language];
  const titles = sides.map(({ title }) => printable(title));
  const lines = agreements.map(({ pair: [one, other], agree }) =>
    text.agreement(titles[one] ?? '', titles[other] ?? '', agree, records.length),
  );
  const tierIds = new Set(sides.map(({ compiled }) => compiled.fitted.scheme.tiers.map(({ id }) => id).join(' ')));
  return tierIds.size > 1 ? [...lines, text.how] : lines;
}

function reasonBy({ compiled, writer }: Side, { facts }: TableRecord, language: Language, detail?: Detail): string {
  const reason = strongestReason(compiled, facts, compiled.grade(facts));
  return moveReasonText(reason, compiled.fitted, writer, language, detail);
}
