import { accountValue } from '../../core/schemes/account-value.ts';
import type { Cell } from '../../core/table/cell.ts';
import { columnLetter } from '../../core/table/column-letter.ts';
import { type ReadTableOptions, readTable } from '../../core/table/read-table.ts';
import type { ColumnReading, TableProblem } from '../../core/table/reading.ts';
import { cellText } from '../../core/table/word-columns.ts';
import type { GradeOutcome, SchemeOption, SheetView, SummaryBasis, TableView } from '../../sheets-addon/protocol.ts';

/** Schemes as the script offers them. */
export const SCHEME_OPTIONS: readonly SchemeOption[] = [
  { id: 'account-value', title: 'Account value', from: 'built-in', purpose: 'customers' },
  { id: 'medal', title: 'Medal', from: 'built-in', purpose: 'customers' },
  { id: 'sales-pipeline', title: 'Sales pipeline', from: 'built-in', purpose: 'prospects' },
  { id: 'loyalty', title: 'Loyalty', from: 'built-in', purpose: 'segments' },
];

/** Customers with sales, collection and a heading that is only near one; the table begins in column C, row 3. */
export const ROWS: readonly (readonly Cell[])[] = [
  ['Customer', 'Annual sales', 'Payment rate', 'Complaint ratee', 'Colour of the door'],
  ['Acme <b>Ltd</b> & Sons', 1_200_000, '85%', '0.4%', 'green'],
  ['Globex', 90_000, 'ask Bob', '1.2%', 'red'],
  ['=HYPERLINK("http://x")', 340_000, '97%', '0%', ''],
  ['Initech', 12_000, '40%', '', 'blue'],
];

/** The view of a table that core has read, as the script would give it. */
export function tableView(
  changes: Partial<TableView> = {},
  rows: readonly (readonly Cell[])[] = ROWS,
  options: Omit<ReadTableOptions, 'asOf'> = {},
): TableView {
  const reading = readTable(rows, { asOf: '2026-07-01' as ReadTableOptions['asOf'], ...options });
  const [firstRow, firstColumn] = [3, 3];
  const columns = reading.columns.map(
    (column): ColumnReading => ({
      ...column,
      letter: columnLetter(column.index + firstColumn - 1),
    }),
  );
  const problems = reading.problems.map((problem): TableProblem => {
    const { row } = problem;
    return row === undefined ? problem : { ...problem, row: row + firstRow - 1 };
  });
  return {
    place: { sheetId: 7, row: firstRow, column: firstColumn, rows: rows.length, columns: columns.length },
    sheetName: 'Customers',
    headerRow: firstRow,
    customers: reading.records.length,
    columns,
    examples: columns.map(({ index }) => cellText(rows[1]?.[index])),
    problems,
    problemCount: problems.length,
    scheme: SCHEME_OPTIONS[0] as SchemeOption,
    chosen: 'best',
    counts: [
      { tier: 'A', colour: '#1a7f37', customers: 1 },
      { tier: 'B', colour: '#0969da', customers: 0 },
      { tier: 'C', colour: '#bf8700', customers: 2 },
      { tier: 'D', colour: '#cf222e', customers: 0 },
      { tier: '', colour: null, customers: 1 },
    ],
    sample: [
      {
        row: 4,
        name: 'Acme <b>Ltd</b> & Sons',
        tier: 'A',
        score: 92,
        why: 'Sales amount 1,200,000: 40 of 40; Payment collection 85 %: 22 of 30',
        review: '',
      },
      { row: 5, name: 'Globex', tier: '', score: null, why: '', review: 'Payment collection “ask Bob” cannot be read' },
      { row: 6, name: '=HYPERLINK("http://x")', tier: 'C', score: 55, why: 'Sales amount 340,000', review: '' },
    ],
    fullPoints: [
      { criterion: 'Sales amount', range: 'top 5 % of customers: 1,000,000 or more' },
      { criterion: 'Payment collection', range: '98 % or more' },
    ],
    isGraded: false,
    overrides: 0,
    edited: { count: 0, cells: [] },
    others: [],
    ...changes,
  };
}

/** What the script answers when it has found that table. */
export function sheetView(table: TableView = tableView()): SheetView {
  return { kind: 'table', language: 'en', schemes: SCHEME_OPTIONS, table };
}

/** A grading that went well. */
export function graded(changes: Partial<Extract<GradeOutcome, { kind: 'graded' }>> = {}): GradeOutcome {
  const table = tableView();
  return {
    kind: 'graded',
    customers: 4,
    counts: table.counts,
    cellsWritten: 24,
    upgrades: 1,
    downgrades: 0,
    overrides: 1,
    edited: { count: 0, cells: [] },
    forReview: 1,
    table,
    moved: [{ row: 4, name: 'Acme <b>Ltd</b> & Sons', from: 'B', to: 'A' }],
    overridden: [{ row: 7, name: 'Initech', from: 'D', to: 'C' }],
    reviewed: [{ row: 5, name: 'Globex', from: '', to: 'Payment collection “ask Bob” cannot be read' }],
    problems: table.problems,
    problemCount: table.problemCount,
    skipped: ['colours'],
    ...changes,
  };
}

/** What the summary of such a table is planned from. */
export const SUMMARY_BASIS: SummaryBasis = {
  kind: 'basis',
  tableId: 'abcd1234',
  sheet: { sheetId: 7, name: 'Customers', maxRows: 1000, maxColumns: 26 },
  place: { sheetId: 7, row: 3, column: 3, rows: 5, columns: 5 },
  headerRow: 3,
  document: accountValue,
  language: 'en',
  madeOn: '2026-07-01',
  gradedOn: '2026-07-01',
  gradedBefore: null,
  own: [
    { key: 'tierbook.tier', column: 'H', isUsed: true },
    { key: 'tierbook.review', column: 'L', isUsed: false },
  ],
  amounts: [
    {
      field: 'salesAmount',
      heading: 'Annual sales',
      column: 'D',
      areNumbers: true,
      sums: [],
    },
  ],
  moves: [{ from: null, to: 'A', customers: 4 }],
  at: { row: 1, column: 1, rows: 1, columns: 1 },
};
