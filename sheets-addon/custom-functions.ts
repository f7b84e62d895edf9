import type { CalendarDate } from '../core/calendar-date.ts';
import { chooseScheme } from '../core/grading/choose-scheme.ts';
import { comparesCustomers } from '../core/grading/compares-customers.ts';
import { criterionFields } from '../core/grading/criterion-fields.ts';
import { type GradedRecord, gradeTable } from '../core/grading/grade-table.ts';
import { schemeCandidates } from '../core/grading/scheme-candidates.ts';
import type { AnyScheme } from '../core/grading/scheme-inputs.ts';
import { MEMORY_SHEET, memoryEntries } from '../core/sheets/memory-sheet.ts';
import { identityOf } from '../core/sheets/row-identity.ts';
import { dayReader } from '../core/sheets/sheet-days.ts';
import type { SheetValue } from '../core/sheets/sheet-value.ts';
import { tableGrid } from '../core/sheets/table-grid.ts';
import { languageGradedIn } from '../core/sheets/table-memory.ts';
import type { Grid } from '../core/table/cell.ts';
import { readTable } from '../core/table/read-table.ts';
import type { TableReading } from '../core/table/reading.ts';
import { type GradedTableWords, gradedTableWords } from '../core/text/graded-table-words.ts';
import { textIn } from '../core/text/grading-text.ts';
import { type Language, languageOf } from '../core/text/language.ts';
import { SHEETS_FUNCTION_TEXT, type SheetsFunctionText } from '../core/text/sheets-function-text.ts';
import { SHEETS_SCRIPT_TEXT } from '../core/text/sheets-script-text.ts';
import { type KnownScheme, knownSchemes } from './schemes/known-schemes.ts';
import { isAsChecked } from './schemes/own-schemes.ts';
import { documentLocale, readNamedSheet, timeZone } from './spreadsheet.ts';

/** A custom function of the add-on, by the column that it gives. */
export type CustomFunction = 'TIER' | 'TIER_SCORE' | 'TIER_WHY';

/** What a custom function gives: a column as high as its range, or a sentence on why there is none. */
export type FunctionResult = (string | number)[][] | string;

/**
 * Grades a table that a formula names, and gives one column of ours as high as its range: the heading in the headings' row, one value a customer, nothing
 * beside titles, blank rows and totals. The very values that the menu writes, for a scheme that the menu would choose. Google calls again only when the range
 * changes (documented), so what depends on the day stays as of then. It speaks the language in which this very table was graded, else the
 * spreadsheet's.
 *
 * @param range as Google hands it over: rows of values, or one value for one cell
 * @param scheme the id of a scheme; empty for the best fitting one
 */
export function customFunction(name: CustomFunction, range: unknown, scheme: unknown): FunctionResult {
  const entries = memoryEntries(readNamedSheet(MEMORY_SHEET));
  if (!Array.isArray(range)) return SHEETS_FUNCTION_TEXT[languageOf(documentLocale())].noTable(name);
  const zone = timeZone();
  const dayOf = dayReader(zone);
  const asOf = dayOf(new Date());
  if (asOf === null) throw new RangeError('The clock stands before our era.');
  const values = range as SheetValue[][];
  const whole = { top: 0, left: 0, bottom: values.length - 1, right: (values[0]?.length ?? 0) - 1 };
  const { grid } = tableGrid(values, whole, () => true, dayOf);
  const language = languageGradedIn(entries, firstCustomers(grid, asOf)) ?? languageOf(documentLocale());
  const text = SHEETS_FUNCTION_TEXT[language];
  const known = knownSchemes(entries);
  const asked = String((scheme as SheetValue | undefined) ?? '').trim();
  const found = asked === '' ? bestOf(known, grid, { asOf, hints: {} }) : namedScheme(known, asked);
  if (found === undefined) return text.noSuchScheme(asked, known.map(({ document }) => document.id).join(', '));
  const { document, cellsHash } = found;
  if (cellsHash !== undefined && !isAsChecked({ document, cellsHash })) return text.schemeChanged(document.id);
  const reading = readTable(grid, { asOf, fields: criterionFields(document) });
  const problem = unusable(reading, name, text);
  if (problem !== null) return problem;
  if (reading.records.length === 1 && comparesCustomers(document))
    return text.needsAll(name, textIn(document.titles, language));
  return column(name, reading, document, { asOf, language });
}

/** By which a table is recognised: its first rows are enough, whatever it is graded by. */
function firstCustomers(grid: Grid, asOf: CalendarDate): string[] {
  return readTable(grid.slice(0, 40), { asOf }).records.map(identityOf);
}

function bestOf(
  known: readonly KnownScheme[],
  grid: Grid,
  options: Parameters<typeof schemeCandidates>[2],
): KnownScheme | undefined {
  const withTiers = known.flatMap(({ document }) => ('method' in document ? [document] : []));
  const { scheme } = chooseScheme(schemeCandidates(grid, withTiers, options));
  return known.find(({ document }) => document.id === scheme.id);
}

/** By its id, case aside, or by its title in any language, as people copy it from the menu. */
function namedScheme(known: readonly KnownScheme[], asked: string): KnownScheme | undefined {
  const key = asked.toLowerCase();
  return (
    known.find(({ document }) => document.id.toLowerCase() === key) ??
    known.find(({ document }) => Object.values(document.titles).some((title) => title?.toLowerCase() === key))
  );
}

function unusable({ problems, columns }: TableReading, name: string, text: SheetsFunctionText): string | null {
  const error = problems.find((problem) => problem.severity === 'error');
  if (error === undefined || error.severity !== 'error') return null;
  switch (error.code) {
    case 'empty-table':
      return text.noTable(name);
    case 'no-header':
      return text.noHeader(name);
    case 'no-name-column':
      return text.noName;
    case 'several-name-columns': {
      const [first, second] = error.columns.map((index) => columns[index]?.heading ?? '');
      return text.severalNames(first ?? '', second ?? '');
    }
    case 'no-records':
      return text.noRecords;
    // nothing was decided about columns
    case 'no-such-column':
    case 'no-such-field':
      return error.wanted;
    default:
      return error satisfies never;
  }
}

/** Only what is asked for is put into words, the reasons of 10,000 customers not for their tiers. */
function column(
  name: CustomFunction,
  reading: TableReading,
  document: AnyScheme,
  { asOf, language }: { readonly asOf: CalendarDate; readonly language: Language },
): (string | number)[][] {
  const { headings } = SHEETS_SCRIPT_TEXT[language];
  const heading = { TIER: headings.tier, TIER_SCORE: headings.score, TIER_WHY: headings.why }[name];
  const headerRow = reading.rowKinds.lastIndexOf('header');
  const cells: (string | number)[][] = reading.rowKinds.map((_, row) => [row === headerRow ? heading : '']);
  const { compiled, graded } = gradeTable(reading, document, asOf);
  const words = gradedTableWords(compiled, language);
  for (const one of graded()) cells[one.record.row - 1] = [valueOf(name, one, words)];
  return cells;
}

/** As the column of ours shows it; of a document of segments only, the labels stand for the tier. */
function valueOf(name: CustomFunction, one: GradedRecord, words: GradedTableWords): string | number {
  switch (name) {
    case 'TIER':
      return words.hasTiers ? (words.tier(one) ?? '') : words.labels(one).filter(isKnown).join(', ');
    case 'TIER_SCORE':
      return one.grade.score ?? '';
    case 'TIER_WHY':
      return words.reasons(one);
    default:
      return name satisfies never;
  }
}

function isKnown(label: string | undefined): boolean {
  return label !== undefined && label !== '';
}
