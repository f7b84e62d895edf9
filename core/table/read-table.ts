import { addDays, type CalendarDate, dateParts } from '../calendar-date.ts';
import type { Doubt, FactValue } from '../customer.ts';
import { atOnce, ROWS_A_STEP, type Steps } from '../steps.ts';
import type { Cell, Grid } from './cell.ts';
import { columnLetter } from './column-letter.ts';
import type { ColumnReader, ColumnSource } from './column-reader.ts';
import type { FieldDefinition } from './field-definition.ts';
import { findHeader, type Header, titleUnit } from './find-header.ts';
import { readHeading } from './heading.ts';
import { type ColumnMatch, type GivenColumn, matchColumns } from './match-columns.ts';
import { planColumns, type Setting } from './plan-columns.ts';
import type {
  ColumnReading,
  DateOrder,
  RowKind,
  TableError,
  TableProblem,
  TableReading,
  TableRecord,
} from './reading.ts';
import { reportBeyondHeadings, reportDuplicates } from './report-records.ts';
import { rowKinds } from './row-kinds.ts';
import { totalsRows } from './totals-rows.ts';
import { type UnitColumn, unitColumn, unitIn } from './unit-column.ts';
import { type Vocabulary, vocabulary } from './vocabulary.ts';
import { cellText } from './word-columns.ts';

/** What the caller knows about a table beside its cells. */
export interface ReadTableOptions {
  /** The day on which the table is read: years of two digits lie around it. */
  readonly asOf: CalendarDate;
  /** A scheme's own criteria with their headings, which go before ours. */
  readonly fields?: readonly FieldDefinition[];
  /** The fields that such a table has; default: those of a customer. */
  readonly known?: readonly FieldDefinition[];
  /** Whether several rows may be one customer's, as in a table of purchases. Default false: they are reported. */
  readonly mayRepeat?: boolean;
  /** A person's decisions about columns, which go before everything. */
  readonly columns?: readonly GivenColumn[];
  /** The order of dates such as 3/4/26 in columns that do not decide it themselves. */
  readonly dateOrder?: DateOrder;
  /** The decimal separator for numbers such as 1.234 in columns that do not decide it themselves. */
  readonly decimal?: '.' | ',';
}

/** What a person decides where a table leaves it open. */
export type TableHints = Pick<ReadTableOptions, 'columns' | 'decimal' | 'dateOrder'>;

/**
 * Reads a pasted table into records: finds the headings, matches columns to fields, leaves titles, blank rows, sums and remarks out, and reads each cell by its
 * column. Never throws and never guesses: what cannot be used is in `problems` with its row and column, and a record keeps every cell. With a
 * problem of severity `error` there are no records.
 */
export function readTable(grid: Grid, options: ReadTableOptions): TableReading {
  return atOnce(readTableInSteps(grid, options));
}

/** {@link readTable} for whoever has others waiting. */
export function* readTableInSteps(grid: Grid, options: ReadTableOptions): Steps<TableReading> {
  const words = vocabulary(options.fields ?? [], options.known);
  const width = grid.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (!grid.some((row) => row.some((cell) => cellText(cell) !== '')))
    return unusable(grid, [{ code: 'empty-table', severity: 'error' }]);
  const found = findHeader(grid, words, width) ?? givenHeader(grid, width, options.columns ?? []);
  if (found === null) return unusable(grid, [{ code: 'no-header', severity: 'error', seen: firstTexts(grid) }]);
  const header = withFigures(found, grid);
  const { matches, problems } = matchColumns(
    header.headings,
    filledColumns(grid, header, width),
    words,
    options.columns ?? [],
  );
  const name = matches.findIndex((match) => match.field === 'name');
  const key = matches.findIndex((match) => match.field === 'key');
  yield;
  const kinds = rowKinds(grid, header, totalsRows(grid, header, words, matches, [name, key]));
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (name < 0 && key < 0) errors.push(noCustomerColumn(problems, header));
  else if (!kinds.includes('record')) errors.push({ code: 'no-records', severity: 'error', row: header.last + 1 });
  yield;
  const plan = planOf(grid, header, matches, kinds, words, options);
  const told = [...problems, ...plan.problems];
  for (const [index, kind] of kinds.entries())
    if (kind === 'totals' || kind === 'remark') told.push({ code: `${kind}-row`, severity: 'note', row: index + 1 });
  if (errors.length > 0) {
    return {
      columns: plan.columns,
      records: [],
      rowKinds: kinds,
      problems: [...errors, ...told.filter((one) => one.severity !== 'error')],
    };
  }
  const records = yield* recordsOf(grid, kinds, plan, { asOf: options.asOf, problems: told });
  yield;
  reportBeyondHeadings(records, header, told);
  if (options.mayRepeat !== true) reportDuplicates(records, told);
  return { columns: plan.columns, records, rowKinds: kinds, problems: told };
}

/** Where several columns could name the customer, that is what has to be decided; no heading is missing then. */
function noCustomerColumn(problems: readonly TableProblem[], header: Header): TableError {
  for (const problem of problems) {
    if (problem.code === 'several-columns' && (problem.field === 'name' || problem.field === 'key'))
      return { code: 'several-name-columns', severity: 'error', columns: problem.columns };
  }
  return { code: 'no-name-column', severity: 'error', row: header.last + 1 };
}

interface Plan {
  readonly columns: readonly ColumnReading[];
  readonly readers: readonly PlannedReader[];
  /** Columns that no field took, with the keys under which records keep them. */
  readonly extras: readonly { readonly column: number; readonly key: string }[];
  /** What names the unit of each row's amounts. */
  readonly units: UnitColumn | undefined;
  readonly problems: readonly TableProblem[];
}

interface PlannedReader {
  readonly column: number;
  readonly field: string;
  readonly definition: FieldDefinition;
  readonly reader: ColumnReader;
}

function planOf(
  grid: Grid,
  header: Header,
  matches: readonly ColumnMatch[],
  kinds: readonly RowKind[],
  words: Vocabulary,
  options: ReadTableOptions,
): Plan {
  const rows: (readonly Cell[])[] = [];
  const rowNumbers: number[] = [];
  for (const [index, row] of grid.entries()) {
    if (kinds[index] !== 'record') continue;
    rows.push(row);
    rowNumbers.push(index + 1);
  }
  const units = unitColumn(rows, matches);
  const sources: ColumnSource[] = [];
  for (const [index, { field: id }] of matches.entries()) {
    const field = id === null ? undefined : words.fieldById.get(id);
    if (field !== undefined)
      sources.push({ index, field, heading: readHeading(header.headings[index] ?? ''), rows, rowNumbers, units });
  }
  const title = titleUnit(grid, header.first);
  const setting: Setting = {
    yearNow: dateParts(options.asOf).year,
    isChinese: header.headings.some((heading) => /\p{Script=Han}/u.test(heading)),
    decimalHint: options.decimal,
    dateOrderHint: options.dateOrder,
    titleUnit: title?.unit ?? {},
  };
  const problems: TableProblem[] = [];
  const planned = planColumns(sources, setting);
  const readers: PlannedReader[] = [];
  for (const [at, source] of sources.entries()) {
    const reader = planned[at];
    if (reader === undefined) continue;
    if (reader.isMisfit === true && matches[source.index]?.match !== 'given') {
      problems.push({
        code: 'values-do-not-fit',
        severity: 'problem',
        column: source.index,
        field: source.field.id,
        type: reader.type,
      });
      continue;
    }
    problems.push(...reader.problems);
    readers.push({ column: source.index, field: source.field.id, definition: source.field, reader });
  }
  if (title !== undefined && readers.some(({ reader }) => reader.type === 'money')) {
    problems.push({ code: 'unit-from-title', severity: 'note', row: title.row, text: title.text });
  }
  const readerByColumn = new Map(readers.map((one) => [one.column, one]));
  const columns = header.headings.map((heading, index): ColumnReading => {
    const one = readerByColumn.get(index);
    const base = { index, letter: columnLetter(index), heading };
    if (one === undefined) return { ...base, field: null, match: 'none', type: null, currency: null };
    const { type, currency, multiplier } = one.reader;
    const reading = { ...base, field: one.field, match: matches[index]?.match ?? 'none', type, currency };
    return multiplier === 1 ? reading : { ...reading, multiplier };
  });
  return { columns, readers, extras: extrasOf(columns), units, problems };
}

function extrasOf(columns: readonly ColumnReading[]): { column: number; key: string }[] {
  const used = new Set<string>();
  const extras: { column: number; key: string }[] = [];
  for (const { index, letter, heading, field } of columns) {
    if (field !== null) continue;
    let key = heading === '' || heading.length > LONGEST_KEY ? letter : heading;
    if (used.has(key)) key = `${key} (${letter})`;
    used.add(key);
    extras.push({ column: index, key });
  }
  return extras;
}

const LONGEST_KEY = 200;

function* recordsOf(
  grid: Grid,
  kinds: readonly RowKind[],
  plan: Plan,
  { asOf, problems }: { readonly asOf: CalendarDate; readonly problems: TableProblem[] },
): Steps<TableRecord[]> {
  // it may be tomorrow already where the table was written
  const lastDay = addDays(asOf, 1);
  const records: TableRecord[] = [];
  for (const [index, cells] of grid.entries()) {
    if (index % ROWS_A_STEP === 0) yield;
    if (kinds[index] !== 'record') continue;
    const row = index + 1;
    const values: Record<string, FactValue> = {};
    let doubts: Record<string, Doubt> | undefined;
    const unit = unitIn(cells, plan.units);
    for (const { column, field, definition, reader } of plan.readers) {
      const reading = reader.read(cells[column] ?? null, unit);
      if (reading === null) continue;
      if (typeof reading !== 'object') {
        values[field] = reading;
        const oddity = oddityOf(reading, definition, lastDay);
        if (oddity !== undefined)
          problems.push({ code: oddity, severity: 'problem', row, column, text: cellText(cells[column]) });
        continue;
      }
      doubts ??= {};
      doubts[field] = reading;
      const problem = problemOf(reading, row, column, reader);
      if (problem !== undefined) problems.push(problem);
    }
    if (values['name'] === undefined && values['key'] === undefined)
      problems.push({ code: 'no-name', severity: 'problem', row });
    const extra = extraOf(cells, plan.extras);
    records.push({ row, facts: doubts === undefined ? { values } : { values, doubts }, extra, cells });
  }
  return records;
}

/** What is odd about a value that could be read: it is kept, and a person is told where it stands. */
function oddityOf(
  value: FactValue,
  { range, isPast, type }: FieldDefinition,
  lastDay: CalendarDate,
): 'out-of-range' | 'future-date' | undefined {
  if (typeof value === 'number')
    return range !== undefined && (value < range.least || value > range.most) ? 'out-of-range' : undefined;
  const isDay = typeof value === 'string' && (type === 'date' || type === 'months');
  return isDay && isPast === true && value > lastDay ? 'future-date' : undefined;
}

const NO_EXTRA: Readonly<Record<string, string>> = {};

function extraOf(cells: readonly Cell[], extras: Plan['extras']): Readonly<Record<string, string>> {
  let extra: Record<string, string> | undefined;
  for (const { column, key } of extras) {
    if (column >= cells.length) break;
    const text = cellText(cells[column]);
    if (text === '') continue;
    extra ??= {};
    // A heading may be anything, and assigning __proto__ would set no entry.
    if (key === '__proto__')
      Object.defineProperty(extra, key, { value: text, enumerable: true, configurable: true, writable: true });
    else extra[key] = text;
  }
  return extra ?? NO_EXTRA;
}

/** The report for a doubtful cell; what reads two ways is reported once for its column. */
function problemOf(doubt: Doubt, row: number, column: number, reader: ColumnReader): TableProblem | undefined {
  switch (doubt.code) {
    case 'unreadable':
      return { code: 'unreadable', severity: 'problem', row, column, text: doubt.text, type: reader.type };
    case 'out-of-range':
      return { code: 'out-of-range', severity: 'problem', row, column, text: doubt.text };
    case 'other-currency':
      return {
        code: 'other-currency',
        severity: 'problem',
        row,
        column,
        currency: doubt.currency,
        expected: reader.currency ?? '元',
      };
    case 'ambiguous':
      return undefined;
    default:
      return doubt satisfies never;
  }
}

/** With columns given by letter a table needs no headings that we know: its first row that is not blank is then the header. */
function givenHeader(grid: Grid, width: number, given: readonly GivenColumn[]): Header | null {
  if (!given.some((one) => one.field === 'name' || one.field === 'key')) return null;
  const first = grid.findIndex((row) => row.some((cell) => cellText(cell) !== ''));
  if (first < 0) return null;
  return {
    first,
    last: first,
    headings: Array.from({ length: width }, (_, column) => cellText(grid[first]?.[column])),
  };
}

/** A year or a day heads a column as well: it says nothing of what the column means, but tells it from others. */
function withFigures(header: Header, grid: Grid): Header {
  const { first, headings } = header;
  return { ...header, headings: headings.map((heading, column) => heading || cellText(grid[first]?.[column])) };
}

function filledColumns(grid: Grid, header: Header, width: number): boolean[] {
  return Array.from({ length: width }, (_, column) => {
    for (let row = header.last + 1; row < grid.length; row++) {
      const cell = grid[row]?.[column];
      if (cell !== null && cell !== undefined && cell !== '' && cellText(cell) !== '') return true;
    }
    return false;
  });
}

function firstTexts(grid: Grid): string[] {
  const texts: string[] = [];
  for (const row of grid) {
    for (const cell of row) {
      const text = cellText(cell);
      if (text !== '') texts.push(text.length > 30 ? `${text.slice(0, 30)}…` : text);
      if (texts.length === 5) return texts;
    }
  }
  return texts;
}

function unusable(grid: Grid, problems: readonly TableProblem[]): TableReading {
  return {
    columns: [],
    records: [],
    rowKinds: grid.map((row) => (row.some((cell) => cellText(cell) !== '') ? 'title' : 'blank')),
    problems,
  };
}
