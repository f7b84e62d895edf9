import type { Language } from '../../core/text/language.ts';
import {
  meaningsOf,
  SCHEME_COLUMNS,
  SCHEME_LINES,
  SCHEME_TABLES,
  wordKey,
} from '../../core/text/sheets-scheme-words.ts';
import type { JsonObject } from './json-parts.ts';
import { cellWords, type SchemeBlock } from './scheme-blocks.ts';
import type { SchemeCell, SchemePosition } from './scheme-cells.ts';
import type { SchemeColumn, SchemeTable } from './scheme-tables.ts';
import { listOfWords, numberOf, wordOf } from './typed-cells.ts';

/** What cannot be read in the sheet *Tierbook schemes*, with its cell (0-based). */
export type SchemeSheetProblem = SchemePosition &
  (
    | { readonly code: 'no-id' }
    | {
        readonly code: 'scheme-twice' | 'built-in-id' | 'unknown-column' | 'not-a-number' | 'outside';
        readonly text: string;
      }
    | { readonly code: 'not-json' }
    /** Points for something that does not stand among what counts. */
    | { readonly code: 'points-without-weight'; readonly text: string }
    /** Words and numbers that cannot both be: a row of points with a limit and a word, or with neither and not the last. */
    | { readonly code: 'limit-and-word'; readonly text: string }
  );

/** A cell with its place. */
export interface Placed extends SchemePosition {
  readonly cell: SchemeCell;
}

/** One row of a table: its id and the cells that are not empty. */
export interface TableRow {
  readonly id: string;
  readonly row: number;
  readonly cells: ReadonlyMap<SchemeColumn, { readonly cell: SchemeCell; readonly column: number }>;
  /** In which language the table says *Title*. */
  readonly titleLanguage: Language;
}

/** What stands in the rows of one scheme, before it is put together. */
export interface SchemeRows {
  /** Id, titles and version, as in the document. */
  readonly lines: Readonly<JsonObject>;
  readonly tables: Readonly<Record<SchemeTable, readonly TableRow[]>>;
  /** The method's kind; undefined where no line says it. */
  readonly method: string | undefined;
  /** What the method goes by; undefined where no line says it. */
  readonly by: readonly string[] | undefined;
  /** The JSON of all lines *More*, and where it begins; null for none. */
  readonly more: { readonly text: string; readonly place: SchemePosition } | null;
  /** Where each line of the document stands, by its path. */
  readonly places: ReadonlyMap<string, SchemePosition>;
  readonly problems: readonly SchemeSheetProblem[];
}

/** Tells lines and tables of a scheme apart. */
export function schemeRows(block: SchemeBlock): SchemeRows {
  return new RowsReader(block).read();
}

class RowsReader {
  private readonly block: SchemeBlock;
  private readonly places = new Map<string, SchemePosition>();
  private readonly problems: SchemeSheetProblem[] = [];
  private readonly tables: Record<SchemeTable, TableRow[]> = {
    tiers: [],
    criteria: [],
    weights: [],
    points: [],
    knockOuts: [],
  };
  private readonly lines: JsonObject = {};
  private method: string | undefined;
  private by: string[] | undefined;
  private more: { text: string; place: SchemePosition } | null = null;

  constructor(block: SchemeBlock) {
    this.block = block;
    this.places.set('', { row: block.firstRow, column: 0 });
  }

  read(): SchemeRows {
    this.readRows();
    const { lines, tables, method, by, more, places, problems } = this;
    return { lines, tables, method, by, more, places, problems };
  }

  private readRows(): void {
    let table: {
      readonly kind: SchemeTable;
      readonly columns: readonly (SchemeColumn | undefined)[];
      readonly titleLanguage: Language;
    } | null = null;
    let former = '';
    for (const [offset, cells] of this.block.rows.entries()) {
      const row = this.block.firstRow + offset;
      const first = cellWords(cells[0]);
      if (cells.every((cell) => cellWords(cell) === '')) {
        table = null;
        continue;
      }
      const kind = TABLES.get(wordKey(first))?.meaning;
      const isHeading = kind !== undefined && (table === null || this.isHeadingRow(cells));
      if (isHeading) {
        table = this.headings(kind, cells, row);
        former = '';
      } else if (table !== null) {
        const id = first === '' ? former : first;
        former = id;
        if (id === '') this.problems.push({ code: 'no-id', row, column: 0 });
        else this.tables[table.kind].push(tableRow(id, row, cells, table));
      } else this.readLine(first, cells, row);
    }
  }

  private isHeadingRow(cells: readonly SchemeCell[]): boolean {
    return cells.slice(1).every((cell) => cellWords(cell) === '' || COLUMNS.has(wordKey(cellWords(cell))));
  }

  private headings(kind: SchemeTable, cells: readonly SchemeCell[], row: number) {
    let titleLanguage: Language = 'en';
    const columns = cells.map((cell, column): SchemeColumn | undefined => {
      const text = cellWords(cell);
      if (column === 0 || text === '') return undefined;
      const known = COLUMNS.get(wordKey(text));
      if (known === undefined) this.problems.push({ code: 'unknown-column', text, row, column });
      if (known?.meaning === 'title') titleLanguage = known.language;
      return known?.meaning;
    });
    return { kind, columns, titleLanguage };
  }

  private readVersion(text: string, cell: SchemeCell, place: SchemePosition): void {
    this.places.set('version', place);
    const version = numberOf(cell);
    if (version !== undefined) this.lines['version'] = version;
    else if (text !== '') this.problems.push({ code: 'not-a-number', text, ...place });
  }

  private readLine(first: string, cells: readonly SchemeCell[], row: number): void {
    const known = LINES.get(wordKey(first));
    if (known === undefined) {
      this.problems.push({ code: 'outside', text: first === '' ? firstText(cells) : first, row, column: 0 });
      return;
    }
    const place = { row, column: 1 };
    const text = cellWords(cells[1]);
    switch (known.meaning) {
      case 'scheme':
        this.lines['id'] = text;
        this.places.set('id', place);
        break;
      case 'title':
        if (text !== '')
          this.lines['titles'] = { ...(this.lines['titles'] as JsonObject | undefined), [known.language]: text };
        this.places.set('titles', place);
        break;
      case 'version':
        this.readVersion(text, cells[1] ?? '', place);
        break;
      case 'method':
        if (text !== '') this.method = wordOf(text);
        this.places.set('method', place).set('method.kind', place);
        break;
      case 'by':
        this.by = listOfWords(text);
        this.places.set('method.by', place);
        break;
      case 'more':
        this.more = {
          text: `${this.more?.text ?? ''}${cells.slice(1).map(cellWords).join('')}`,
          place: this.more?.place ?? place,
        };
        break;
      default:
        known.meaning satisfies never;
    }
  }
}

const LINES = meaningsOf(SCHEME_LINES);
const TABLES = meaningsOf(SCHEME_TABLES);
const COLUMNS = meaningsOf(SCHEME_COLUMNS);

function tableRow(
  id: string,
  row: number,
  cells: readonly SchemeCell[],
  {
    columns,
    titleLanguage,
  }: { readonly columns: readonly (SchemeColumn | undefined)[]; readonly titleLanguage: Language },
): TableRow {
  const filled = columns.flatMap((column, index): [SchemeColumn, { cell: SchemeCell; column: number }][] => {
    const cell = cells[index];
    return column === undefined || cell === undefined || cellWords(cell) === ''
      ? []
      : [[column, { cell, column: index }]];
  });
  return { id, row, cells: new Map(filled), titleLanguage };
}

function firstText(cells: readonly SchemeCell[]): string {
  return cells.map(cellWords).find((text) => text !== '') ?? '';
}
