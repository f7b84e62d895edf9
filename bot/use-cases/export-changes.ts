import type { OwnValue } from '../../core/sheets/cell-text.ts';
import { type ExportTable, WHOLE } from '../../core/sheets/export-tables.ts';
import type { ExportColumn, ExportedBook } from './export-book.ts';
import type { SheetChange, SheetEntry, TabPlace } from './spreadsheets.ts';

/** What a tab for a meeting is to hold. */
export interface ExportContents {
  /** The tab's first lines: what it is, what matters most, as of when. */
  readonly lines: readonly [string, string, string];
  readonly tables: readonly ExportTable[];
  readonly book: ExportedBook;
}

/** Such a tab as changes of a spreadsheet. */
export interface ExportChanges {
  /** How large the tab is. */
  readonly rows: number;
  readonly columns: number;
  /** Everything but the book's rows. */
  readonly frame: readonly SheetChange[];
  /** The book's rows in parts of at most 2 MB and 20,000 rows, which Google takes at once; none without customers. */
  readonly parts: readonly SheetChange[];
}

/** The lines above, and the book's headings below them, which stay in sight. */
const HEAD_ROWS = 4;
/** The first row of the digest's tables. */
const TABLES_ROW = HEAD_ROWS + 1;
/** Charts stand between the tables and the book, over columns of this number and width. */
const CHART_COLUMNS = 6;
const CHART_COLUMN_PIXELS = 100;
const CHART = { width: 580, height: 340 };
/** What a chart takes of rows of 21 pixels, and a row between it and the next. */
const CHART_ROWS = 17;
/** As many as have room for the words of a move. */
const LEAST_TABLE_COLUMNS = 5;
const TABLE_PIXELS = [220, 130, 110, 130, 260];

const BACKGROUND = '#f1f3f4';
const LOOKS: Readonly<Record<NonNullable<ExportColumn['look']>, { type: 'NUMBER' | 'DATE'; pattern: string }>> = {
  score: { type: 'NUMBER', pattern: '0.0' },
  amount: { type: 'NUMBER', pattern: WHOLE },
  day: { type: 'DATE', pattern: 'yyyy-mm-dd' },
};

/**
 * Where things stand in a tab: the lines above, below them the tables one after the other, the charts beside them, and the book to the
 * right, whose headings stay in sight.
 *
 * @param newId a free id for each chart
 */
export function exportChanges(
  { lines, tables, book }: ExportContents,
  { tabId, newId }: { readonly tabId: number; readonly newId: () => number },
): ExportChanges {
  const tableColumns = Math.max(LEAST_TABLE_COLUMNS, ...tables.map(({ headings }) => headings.length));
  const chartColumn = tableColumns + 1;
  const bookColumn = chartColumn + CHART_COLUMNS;
  const columns = bookColumn + book.columns.length;
  const placed = placeTables(tables);
  const charts = placed.filter(({ table }) => table.chart !== null);
  const last = placed.at(-1);
  const rows = Math.max(
    HEAD_ROWS + book.rows.length,
    last === undefined ? 0 : last.row + heightOf(last.table),
    TABLES_ROW + charts.length * CHART_ROWS,
    // a tab has a row below those that are frozen
    HEAD_ROWS + 1,
  );
  const at = (row: number, column: number, height: number, width: number): TabPlace => ({
    row,
    column,
    rows: height,
    columns: width,
  });
  const frame: SheetChange[] = [
    { kind: 'write-cells', tabId, row: 0, column: 0, rows: lines.map((line) => [line]) },
    { kind: 'format', tabId, place: at(0, 0, 1, 1), isBold: true },
    { kind: 'freeze', tabId, rows: HEAD_ROWS },
    ...TABLE_PIXELS.map((pixels, column): SheetChange => ({ kind: 'column-width', tabId, column, count: 1, pixels })),
    { kind: 'column-width', tabId, column: chartColumn, count: CHART_COLUMNS, pixels: CHART_COLUMN_PIXELS },
    ...placed.flatMap((one) => tableChanges(one, tabId)),
    ...charts.map(
      (one, index): SheetChange => chartChange(one, { tabId, index, chartId: newId(), column: chartColumn }),
    ),
    {
      kind: 'write-cells',
      tabId,
      row: HEAD_ROWS - 1,
      column: bookColumn,
      rows: [book.columns.map(({ heading }) => heading)],
    },
    {
      kind: 'format',
      tabId,
      place: at(HEAD_ROWS - 1, bookColumn, 1, book.columns.length),
      isBold: true,
      background: BACKGROUND,
    },
    ...book.columns.flatMap(({ pixels, look }, index): SheetChange[] => {
      const column = bookColumn + index;
      const place = at(HEAD_ROWS, column, Math.max(1, book.rows.length), 1);
      return [
        { kind: 'column-width', tabId, column, count: 1, pixels },
        ...(look === null ? [] : [{ kind: 'format', tabId, place, numberFormat: LOOKS[look] } as const]),
      ];
    }),
  ];
  return { rows, columns, frame, parts: bookParts(book.rows, tabId, bookColumn) };
}

interface PlacedTable {
  readonly table: ExportTable;
  /** Of its title; its headings and rows stand below. */
  readonly row: number;
}

function placeTables(tables: readonly ExportTable[]): PlacedTable[] {
  let row = TABLES_ROW;
  return tables.map((table) => {
    const placed = { table, row };
    row += heightOf(table) + 1;
    return placed;
  });
}

/** A table with its title and, where it has some, its headings. */
function heightOf({ headings, rows }: ExportTable): number {
  return rows.length + (headings.length === 0 ? 1 : 2);
}

function tableChanges({ table, row }: PlacedTable, tabId: number): SheetChange[] {
  const { headings, looks, rows, title } = table;
  const columns = headings.length;
  const numbers = (from: number, count: number, pattern: string): SheetChange => ({
    kind: 'format',
    tabId,
    place: { row: row + 2 + from, column: 1, rows: count, columns: columns - 1 },
    numberFormat: { type: 'NUMBER', pattern },
  });
  const titled: SheetChange = { kind: 'format', tabId, place: { row, column: 0, rows: 1, columns: 1 }, isBold: true };
  if (columns === 0) return [{ kind: 'write-cells', tabId, row, column: 0, rows: [[title], ...rows] }, titled];
  return [
    { kind: 'write-cells', tabId, row, column: 0, rows: [[title], headings, ...rows] },
    titled,
    {
      kind: 'format',
      tabId,
      place: { row: row + 1, column: 0, rows: 1, columns },
      isBold: true,
      background: BACKGROUND,
    },
    numbers(0, rows.length, WHOLE),
    ...looks.map((look) => numbers(look.row, look.rows, look.pattern)),
  ];
}

function chartChange(
  { table, row }: PlacedTable,
  at: { readonly tabId: number; readonly chartId: number; readonly index: number; readonly column: number },
): SheetChange {
  const { tabId, chartId, index, column } = at;
  const { rows = 0, series = [] } = table.chart ?? {};
  const source = (of: number) => ({ tabId, place: { row: row + 1, column: of, rows: rows + 1, columns: 1 } });
  return {
    kind: 'add-chart',
    chartId,
    title: table.title,
    shape: 'columns',
    labels: source(0),
    series: series.map((one) => ({
      ...source(one.column),
      ...(one.colour === null ? {} : { colour: one.colour.toLowerCase() }),
    })),
    at: { tabId, row: TABLES_ROW + index * CHART_ROWS, column },
    ...CHART,
  };
}

/** What Google takes at once, with room for what is sent around the cells. */
const MOST_BYTES = 1_900_000;
const MOST_ROWS = 20_000;
/** What a cell takes around its value. */
const CELL_BYTES = 45;

function bookParts(rows: readonly (readonly OwnValue[])[], tabId: number, column: number): SheetChange[] {
  const parts: SheetChange[] = [];
  let part: SheetEntry[][] = [];
  let bytes = 0;
  let from = HEAD_ROWS;
  const end = () => {
    if (part.length === 0) return;
    parts.push({ kind: 'write-cells', tabId, row: from, column, rows: part });
    from += part.length;
    part = [];
    bytes = 0;
  };
  for (const row of rows) {
    const size = Buffer.byteLength(JSON.stringify(row)) + row.length * CELL_BYTES;
    if (bytes + size > MOST_BYTES || part.length === MOST_ROWS) end();
    // how a day looks is set for its whole column
    part.push(row.map((value) => (typeof value === 'object' ? { ...value, isShownAsDay: true } : value)));
    bytes += size;
  }
  end();
  return parts;
}
