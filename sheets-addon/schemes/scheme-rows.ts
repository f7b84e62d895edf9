import { id as schemeId } from '../../core/grading/scheme-methods.ts';
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
import { type SchemeColumn, type SchemeTable, TABLE_COLUMNS } from './scheme-tables.ts';
import type { SheetProblem } from './sheet-problem.ts';
import { listOfWords, numberOf, wordOf } from './typed-cells.ts';

/** A line of a scheme: what it says, by the word in its first column. */
export type SchemeLine = keyof typeof SCHEME_LINES;

/** A cell with its place. */
export interface Placed extends SchemePosition {
  readonly cell: SchemeCell;
}

/** The heading row of a table. */
export interface TableHead {
  readonly kind: SchemeTable;
  readonly row: number;
  /** The word that names it, as it stands in the sheet. */
  readonly word: string;
  /** Its columns, with their headings as they stand there. */
  readonly columns: ReadonlyMap<SchemeColumn, { readonly column: number; readonly word: string }>;
  /** In which language it says *Title*. */
  readonly titleLanguage: Language;
}

/** One row of a table. */
export interface TableRow {
  readonly id: string;
  readonly row: number;
  readonly cells: readonly SchemeCell[];
  readonly head: TableHead;
}

/** What stands in the rows of one scheme, before it is put together. */
export interface SchemeRows {
  readonly block: SchemeBlock;
  /** Id, titles and version, as in the document. */
  readonly document: Readonly<JsonObject>;
  /** The lines that are there, with their word as it stands in the sheet; of several the first. */
  readonly lines: ReadonlyMap<SchemeLine, { readonly word: string; readonly row: number }>;
  readonly heads: ReadonlyMap<SchemeTable, TableHead>;
  readonly tables: Readonly<Record<SchemeTable, readonly TableRow[]>>;
  /** The method's kind; undefined where no line says it. */
  readonly method: string | undefined;
  /** What the method goes by; undefined where no line says it. */
  readonly by: readonly string[] | undefined;
  /** The JSON of all lines *More*, and where it begins; null for none. */
  readonly more: { readonly text: string; readonly place: SchemePosition } | null;
  /** Where each line of the document stands, by its path. */
  readonly places: ReadonlyMap<string, SchemePosition>;
  readonly problems: readonly SheetProblem[];
}

/** Tells lines and tables of a scheme apart. */
export function schemeRows(block: SchemeBlock): SchemeRows {
  return new RowsReader(block).read();
}

/** The cell of a row in a column, which may be empty; undefined where the table has no such column. */
export function cellAt({ row, cells, head }: TableRow, column: SchemeColumn): Placed | undefined {
  const found = head.columns.get(column);
  return found === undefined ? undefined : { cell: cells[found.column] ?? '', row, column: found.column };
}

/** As {@link cellAt}, and undefined where it is empty. */
export function filledCell(row: TableRow, column: SchemeColumn): Placed | undefined {
  const found = cellAt(row, column);
  return found === undefined || cellWords(found.cell) === '' ? undefined : found;
}

/** Whether a row is one of a scheme although no scheme has begun: its first word names a table, and others its columns. */
export function isHeadingOfTable(cells: readonly SchemeCell[]): boolean {
  const known = cells.slice(1).filter((cell) => COLUMNS.has(wordKey(cellWords(cell))));
  return TABLES.has(wordKey(cellWords(cells[0]))) && known.length > 1;
}

/** Whether a row begins with the word of a line. */
export function isLine(cells: readonly SchemeCell[]): boolean {
  return LINES.has(wordKey(cellWords(cells[0])));
}

class RowsReader {
  private readonly block: SchemeBlock;
  private readonly places = new Map<string, SchemePosition>();
  private readonly problems: SheetProblem[] = [];
  private readonly tables: Record<SchemeTable, TableRow[]> = {
    tiers: [],
    criteria: [],
    weights: [],
    points: [],
    knockOuts: [],
  };
  private readonly heads = new Map<SchemeTable, TableHead>();
  private readonly lines = new Map<SchemeLine, { word: string; row: number }>();
  private readonly seen = new Set<string>();
  private readonly document: JsonObject = {};
  private method: string | undefined;
  private by: string[] | undefined;
  private more: { text: string; place: SchemePosition } | null = null;

  constructor(block: SchemeBlock) {
    this.block = block;
    this.places.set('', { row: block.firstRow, column: 0 });
  }

  read(): SchemeRows {
    this.readRows();
    for (const head of this.heads.values()) this.checkHeadings(head);
    const { block, document, lines, heads, tables, method, by, more, places, problems } = this;
    return { block, document, lines, heads, tables, method, by, more, places, problems };
  }

  private readRows(): void {
    let head: TableHead | null = null;
    let former = '';
    for (const [offset, cells] of this.block.rows.entries()) {
      const row = this.block.firstRow + offset;
      const first = cellWords(cells[0]);
      if (cells.every((cell) => cellWords(cell) === '')) {
        head = null;
        continue;
      }
      const kind = TABLES.get(wordKey(first))?.meaning;
      if (kind !== undefined && (head === null || this.isHeadingRow(cells))) {
        head = this.headings(kind, cells, row);
        former = '';
      } else if (head !== null) {
        // a criterion has many rows of points, and need not be named in each
        const id: string = first === '' && head.kind === 'points' ? former : first;
        former = id;
        if (id === '') this.problems.push({ code: 'no-row-name', row, column: 0, expected: 'id' });
        else this.addRow({ id, row, cells, head });
      } else this.readLine(first, cells, row);
    }
  }

  private addRow(row: TableRow): void {
    const rows = this.tables[row.head.kind];
    if (NAMES_ONCE.has(row.head.kind) && rows.some(({ id }) => id === row.id))
      this.problems.push({ code: 'twice', name: row.id, row: row.row, column: 0 });
    else if (NAMES_MADE.has(row.head.kind) && !schemeId.safeParse(row.id).success)
      this.problems.push({ code: 'value', row: row.row, column: 0 });
    rows.push(row);
  }

  private isHeadingRow(cells: readonly SchemeCell[]): boolean {
    return cells.slice(1).every((cell) => cellWords(cell) === '' || COLUMNS.has(wordKey(cellWords(cell))));
  }

  private headings(kind: SchemeTable, cells: readonly SchemeCell[], row: number): TableHead {
    const columns = new Map<SchemeColumn, { column: number; word: string }>();
    let titleLanguage: Language = 'en';
    for (const [column, cell] of cells.entries()) {
      const word = cellWords(cell);
      if (column === 0 || word === '') continue;
      const known = COLUMNS.get(wordKey(word));
      if (known === undefined || !TABLE_COLUMNS[kind].includes(known.meaning))
        this.problems.push({ code: 'unknown-column', name: word, row, column });
      else if (columns.has(known.meaning)) this.problems.push({ code: 'column-twice', name: word, row, column });
      else columns.set(known.meaning, { column, word });
      if (known?.meaning === 'title') titleLanguage = known.language;
    }
    const head = { kind, row, word: cellWords(cells[0]), columns, titleLanguage };
    if (!this.heads.has(kind)) this.heads.set(kind, head);
    return head;
  }

  /** What stands below a heading that was cleared would be lost without a word; beside the table may stand anything. */
  private checkHeadings(head: TableHead): void {
    const { row, kind } = head;
    const headings = this.block.rows[row - this.block.firstRow] ?? [];
    for (let column = 1; column <= TABLE_COLUMNS[kind].length; column += 1) {
      const isUsed = this.tables[kind].some(
        (tableRow) => tableRow.head === head && cellWords(tableRow.cells[column]) !== '',
      );
      if (isUsed && cellWords(headings[column]) === '') this.problems.push({ code: 'no-heading', row, column });
    }
  }

  private readVersion(text: string, cell: SchemeCell, place: SchemePosition): void {
    this.places.set('version', place);
    const version = numberOf(cell);
    if (version !== undefined) this.document['version'] = version;
    else if (text !== '') this.problems.push({ code: 'value', ...place });
  }

  private readLine(first: string, cells: readonly SchemeCell[], row: number): void {
    const known = LINES.get(wordKey(first));
    if (known === undefined) {
      this.readStray(first === '' ? firstText(cells) : first, row);
      return;
    }
    const { meaning, language } = known;
    const key = meaning === 'title' ? `${meaning} ${language}` : meaning;
    // the first one is told: what follows from a scheme whose beginning is gone would only be more of it
    if (this.seen.has(key) && meaning !== 'more' && !this.problems.some(({ code }) => code === 'line-twice'))
      this.problems.push({ code: 'line-twice', name: first, row, column: 0 });
    this.seen.add(key);
    if (!this.lines.has(meaning)) this.lines.set(meaning, { word: first, row });
    const place = { row, column: 1 };
    const text = cellWords(cells[1]);
    switch (meaning) {
      case 'scheme':
        this.document['id'] = text;
        this.places.set('id', place);
        break;
      case 'title':
        if (text !== '')
          this.document['titles'] = { ...(this.document['titles'] as JsonObject | undefined), [language]: text };
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
        if (text !== '') this.by = listOfWords(text);
        this.places.set('method.by', place);
        break;
      case 'more':
        this.more = {
          text: `${this.more?.text ?? ''}${cells.slice(1).map(cellWords).join('')}`,
          place: this.more?.place ?? place,
        };
        break;
      default:
        meaning satisfies never;
    }
  }

  /** Rows that follow each other and belong nowhere are one thing to mend. */
  private readStray(name: string, row: number): void {
    const before = this.problems[this.problems.length - 1];
    const isStray = before?.code === 'outside' || before?.code === 'outside-rows';
    if (!isStray || before.row + this.strays !== row) {
      this.problems.push({ code: 'outside', name, row, column: 0 });
      this.strays = 1;
      return;
    }
    this.strays += 1;
    this.problems[this.problems.length - 1] = { ...before, code: 'outside-rows' };
  }

  private strays = 0;
}

/** Tables in which a name stands once; others have several rows for one criterion. */
const NAMES_ONCE: ReadonlySet<SchemeTable> = new Set(['tiers', 'criteria', 'weights']);

/** Tables that give the names by which others speak of their rows. */
const NAMES_MADE: ReadonlySet<SchemeTable> = new Set(['tiers', 'criteria']);

const LINES = meaningsOf(SCHEME_LINES);
const TABLES = meaningsOf(SCHEME_TABLES);
const COLUMNS = meaningsOf(SCHEME_COLUMNS);

function firstText(cells: readonly SchemeCell[]): string {
  return cells.map(cellWords).find((text) => text !== '') ?? '';
}
