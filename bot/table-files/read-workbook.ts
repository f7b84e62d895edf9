import { Readable } from 'node:stream';
import { inflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import type { Cell, Grid } from '../../core/table/cell.ts';
import { columnLetter } from '../../core/table/column-letter.ts';
import { findHeader } from '../../core/table/find-header.ts';
import { vocabulary } from '../../core/table/vocabulary.ts';
import { TableFileError } from './table-file-error.ts';
import { type CurrencyCell, cellOf, formatCurrency, withCurrencies } from './workbook-cell.ts';
import { archiveOf, packedBytes, zipEntries } from './zip-entries.ts';

/** The rows of a workbook's customer table, and where they stood. */
export interface WorkbookTable {
  readonly grid: Grid;
  readonly sheet: string;
  readonly sheets: readonly string[];
  /** The other visible sheets that are not empty: those that have headings we know, and the rest. */
  readonly otherTables: readonly string[];
  readonly otherSheets: readonly string[];
}

/** How a workbook is read. */
export interface WorkbookOptions {
  /** The visible sheet to read, however its name is capitalised; default: the first that has headings we know, else the first that has rows. */
  readonly sheet?: string | undefined;
  /** Unpacked size up to which a workbook is read whole; default 12 MB. */
  readonly mostBytesAtOnce?: number;
}

/**
 * Reads a sheet of a workbook. Small workbooks are read whole, with merged cells filled downwards; large ones row by row, where merged
 * cells stand only in their first row. Throws {@link TableFileError}.
 */
export async function readWorkbook(
  bytes: Buffer,
  name: string,
  { sheet: asked, mostBytesAtOnce = MOST_BYTES_AT_ONCE }: WorkbookOptions = {},
): Promise<WorkbookTable> {
  const size = unpackedSize(bytes, name);
  let sheets: SheetRows[];
  try {
    sheets = size > mostBytesAtOnce ? await streamedSheets(bytes, name) : await loadedSheets(bytes, name);
  } catch (cause) {
    if (cause instanceof TableFileError) throw cause;
    throw new TableFileError({ code: 'damaged-workbook', file: name }, { cause });
  }
  const names = sheets.map((sheet) => sheet.name);
  const filled = sheets.filter((sheet) => sheet.grid.length > 0);
  const words = vocabulary([]);
  const tables = filled.filter(
    ({ grid }) => findHeader(grid, words, Math.max(...grid.slice(0, 60).map((row) => row.length))) !== null,
  );
  const table = asked === undefined ? (tables[0] ?? filled[0]) : sheetNamed(asked, sheets);
  if (table === undefined) {
    throw new TableFileError(
      asked === undefined
        ? { code: 'no-table-sheet', file: name }
        : { code: 'no-such-sheet', file: name, sheet: asked, sheets: names.join(', ') },
    );
  }
  const others = filled.filter((sheet) => sheet !== table);
  return {
    grid: table.grid,
    sheet: table.name,
    sheets: names,
    otherTables: others.filter((sheet) => tables.includes(sheet)).map((sheet) => sheet.name),
    otherSheets: others.filter((sheet) => !tables.includes(sheet)).map((sheet) => sheet.name),
  };
}

function sheetNamed(asked: string, sheets: readonly SheetRows[]): SheetRows | undefined {
  const folded = (name: string): string => name.normalize('NFKC').trim().toLowerCase();
  return sheets.find(({ name }) => name === asked) ?? sheets.find(({ name }) => folded(name) === folded(asked));
}

interface SheetRows {
  readonly name: string;
  readonly grid: Cell[][];
}

const MOST_UNPACKED_BYTES = 300 * 1024 * 1024;
const MOST_BYTES_AT_ONCE = 12 * 1024 * 1024;
const HIDDEN: ReadonlySet<unknown> = new Set(['hidden', 'veryHidden']);
const MOST_CELLS = 20_000_000;

/** Adds up what the archive unpacks to, and unpacks each part against the size it declares, so that no bomb reaches the reader. */
function unpackedSize(bytes: Buffer, name: string): number {
  const entries = zipEntries(bytes) ?? [];
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (total > MOST_UNPACKED_BYTES) throw new TableFileError({ code: 'too-many-cells', file: name });
  for (const entry of entries) {
    const packed = packedBytes(bytes, entry);
    if (packed === undefined) throw new TableFileError({ code: 'damaged-workbook', file: name });
    if (entry.method !== 8 || entry.size === 0) continue;
    try {
      inflateRawSync(packed, { maxOutputLength: entry.size });
    } catch (cause) {
      throw new TableFileError({ code: 'damaged-workbook', file: name }, { cause });
    }
  }
  return total;
}

async function loadedSheets(bytes: Buffer, name: string): Promise<SheetRows[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer, {
    ignoreNodes: ['dataValidations', 'conditionalFormatting', 'drawing', 'picture', 'tableParts'],
  });
  const sheets: SheetRows[] = [];
  for (const sheet of workbook.worksheets) {
    if (sheet.state !== 'visible') continue;
    const collector = new RowCollector(name);
    sheet.eachRow((row, number) => collector.add(row, number));
    sheets.push({ name: sheet.name, grid: collector.grid() });
  }
  return sheets;
}

async function streamedSheets(bytes: Buffer, name: string): Promise<SheetRows[]> {
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([withSheetsLast(bytes)]), {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  const sheets: SheetRows[] = [];
  for await (const sheet of reader) {
    const collector = new RowCollector(name);
    for await (const row of sheet) collector.add(row, row.number);
    if (HIDDEN.has(Reflect.get(sheet, 'state'))) continue;
    const title: unknown = Reflect.get(sheet, 'name');
    sheets.push({ name: typeof title === 'string' ? title : columnLetter(sheets.length), grid: collector.grid() });
  }
  return sheets;
}

/** What the sheets need beside themselves: their names, then what their cells refer to. */
const PARTS_READ_FIRST = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/sharedStrings.xml'];

/** The same workbook with those parts before its sheets: where a sheet comes first, the reader looks for its name in vain and throws. */
function withSheetsLast(bytes: Buffer): Buffer {
  const entries = zipEntries(bytes) ?? [];
  const first = PARTS_READ_FIRST.flatMap((part) => entries.find(({ name }) => name === part) ?? []);
  return archiveOf(bytes, [...first, ...entries.filter((entry) => !first.includes(entry))]);
}

class RowCollector {
  readonly rows: Cell[][] = [];
  readonly currencyCells: CurrencyCell[] = [];
  readonly file: string;
  cells = 0;

  constructor(file: string) {
    this.file = file;
  }

  add(row: ExcelJS.Row, number: number): void {
    const cells: Cell[] = [];
    row.eachCell((cell, column) => {
      const value = cellOf(cell);
      if (value === null) return;
      while (cells.length < column - 1) cells.push(null);
      cells.push(value);
      if (typeof value !== 'number') return;
      const currency = formatCurrency(cell.numFmt);
      if (currency !== undefined) this.currencyCells.push({ row: number - 1, column: column - 1, currency });
    });
    this.cells += cells.length + 1;
    if (this.cells > MOST_CELLS) throw new TableFileError({ code: 'too-many-cells', file: this.file });
    if (cells.length === 0) return;
    while (this.rows.length < number - 1) this.rows.push([]);
    this.rows.push(cells);
  }

  grid(): Cell[][] {
    withCurrencies(this.rows, this.currencyCells);
    return this.rows;
  }
}
