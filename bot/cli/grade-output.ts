import Table from 'cli-table3';
import type { CompiledScheme } from '../../core/grading/compile-scheme.ts';
import { forAndAgainst } from '../../core/grading/for-and-against.ts';
import type { Grade, Reason } from '../../core/grading/grade.ts';
import type { Grid } from '../../core/table/cell.ts';
import type { TableReading, TableRecord } from '../../core/table/reading.ts';
import { cliText } from '../../core/text/cli-text.ts';
import { type GradeWriter, gradeWriter, remarkText, tierTitle } from '../../core/text/grading-text.ts';
import type { Language } from '../../core/text/language.ts';
import { csvWithColumns, ROWS_A_PIECE, withoutFormula } from './csv-with-columns.ts';
import type { GradedRecord } from './grade-table.ts';
import { printable } from './printable.ts';
import { gradeFields, liftText } from './receipt-object.ts';

export type GradeFormat = 'table' | 'csv' | 'json';

/** What an output is made of. */
export interface GradeOutput {
  readonly grid: Grid;
  readonly reading: TableReading;
  readonly compiled: CompiledScheme;
  readonly graded: Iterable<GradedRecord>;
  readonly language: Language;
}

/** The result as text in pieces, in the sheet's order. */
export function gradeOutput(format: GradeFormat, output: GradeOutput): Iterable<string> {
  switch (format) {
    case 'csv':
      return csvOutput(output);
    case 'json':
      return jsonOutput(output);
    case 'table':
      return tableOutput(output);
    default:
      return format satisfies never;
  }
}

/** Every row and column of the sheet as it came, with the grade behind; title, blank and totals rows stay ungraded. */
function csvOutput({ grid, reading, compiled, graded, language }: GradeOutput): Iterable<string> {
  const { headings } = cliText[language];
  const appended = [headings.tier, headings.score, headings.reasons, headings.nextTier, headings.review];
  const records = graded[Symbol.iterator]();
  const write = gradeCells(compiled, language);
  return csvWithColumns(grid, reading, appended, () => write(records.next().value));
}

function gradeCells(compiled: CompiledScheme, language: Language): (graded: GradedRecord | undefined) => string[] {
  const { fitted } = compiled;
  const { scheme } = fitted;
  const writer = gradeWriter(fitted, language);
  return (graded) => {
    if (graded === undefined) throw new Error('There are fewer grades than records.');
    const { grade, record } = graded;
    let reasons = '';
    for (const reason of grade.reasons) reasons += `${reasons === '' ? '' : '; '}${writer.reason(reason)}`;
    return [
      withoutFormula(grade.tier === null ? '' : tierTitle(grade.tier, scheme, language)),
      grade.score === null ? '' : String(grade.score),
      withoutFormula(reasons),
      withoutFormula(liftText(compiled.nextTier(record.facts), grade, writer) ?? ''),
      withoutFormula(
        [...grade.review, ...grade.warnings].map((remark) => remarkText(remark, fitted, language)).join(' '),
      ),
    ];
  };
}

/** One array, one object a line and customer. */
function* jsonOutput({ compiled, graded, language }: GradeOutput): Iterable<string> {
  const writer = gradeWriter(compiled.fitted, language);
  let piece = '[';
  let separator = '\n';
  let rows = 0;
  for (const { record, grade } of graded) {
    piece += separator + JSON.stringify(gradeObject(record, grade, compiled, writer, language));
    separator = ',\n';
    rows += 1;
    if (rows % ROWS_A_PIECE === 0) {
      yield piece;
      piece = '';
    }
  }
  yield `${piece}\n]\n`;
}

function gradeObject(
  record: TableRecord,
  grade: Grade,
  compiled: CompiledScheme,
  writer: GradeWriter,
  language: Language,
): object {
  return {
    row: record.row,
    name: nameOf(record),
    ...gradeFields(grade, compiled.nextTier(record.facts), compiled, writer, language),
  };
}

/** An overview for people: who got what, what speaks most for and against, and what would lift it. */
function* tableOutput({ compiled, graded, language }: GradeOutput): Iterable<string> {
  const { headings, overview } = cliText[language];
  const table = new Table({
    head: [
      overview.row,
      overview.name,
      headings.tier,
      headings.score,
      overview.strongest,
      overview.weakest,
      overview.nextTier,
    ],
    style: { head: [], border: [], compact: true },
    colAligns: ['right', 'left', 'left', 'right', 'left', 'left', 'left'],
  });
  const writer = gradeWriter(compiled.fitted, language);
  for (const { record, grade } of graded) {
    const cells = overviewCells(record, grade, compiled, writer, language);
    table.push(
      [String(record.row), nameOf(record) ?? String(record.facts.values['key'] ?? ''), ...cells].map(printable),
    );
  }
  yield `${table.toString()}\n`;
}

function overviewCells(
  record: TableRecord,
  grade: Grade,
  compiled: CompiledScheme,
  writer: GradeWriter,
  language: Language,
): string[] {
  const { fitted } = compiled;
  const { deciding, favour, against } = forAndAgainst(grade.reasons, 1);
  const inShort = (reason: Reason | undefined) => (reason === undefined ? '' : writer.reason(reason, 'short'));
  const remark = grade.review[0];
  return [
    grade.tier === null ? '–' : tierTitle(grade.tier, fitted.scheme, language),
    grade.score === null ? '' : String(grade.score),
    inShort(favour[0] ?? deciding[0]),
    inShort(against[0]),
    remark === undefined
      ? (liftText(compiled.nextTier(record.facts), grade, writer) ?? '')
      : remarkText(remark, fitted, language),
  ];
}

function nameOf(record: TableRecord): string | null {
  const name = record.facts.values['name'];
  return name === undefined ? null : String(name);
}
