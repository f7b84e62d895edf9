import { cut } from '../../core/grading/path-to.ts';
import type { Language } from '../../core/text/language.ts';
import { EXPECTED_CELLS, type ExpectedCell } from '../../core/text/sheets-check-expected.ts';
import { CHECK_NAMES, type CheckNames } from '../../core/text/sheets-check-names.ts';
import { CHECK_SENTENCES } from '../../core/text/sheets-check-text.ts';
import { SCHEME_COLUMNS, SCHEME_LINES, SCHEME_TABLES, SCHEME_VALUES } from '../../core/text/sheets-scheme-words.ts';
import { cellWords } from './scheme-blocks.ts';
import type { SchemeCell, SchemePosition } from './scheme-cells.ts';
import { percentText } from './scheme-criterion.ts';
import { filledCell, type SchemeLine, type SchemeRows, type TableRow } from './scheme-rows.ts';
import { type SchemeColumn, type SchemeTable, TABLE_COLUMNS } from './scheme-tables.ts';
import type { SheetProblem } from './sheet-problem.ts';
import { numberOf } from './typed-cells.ts';

/**
 * One sentence on what is wrong in a cell of the sheet *Tierbook schemes* and what to do, in the sheet's own words: titles,
 * headings and values as they stand there. The cell's name is not part of it.
 *
 * @param rows the scheme's; null for what belongs to none
 */
export function checkSentence(problem: SheetProblem, rows: SchemeRows | null, language: Language): string {
  const words = new SentenceWords(problem, rows, language);
  const sentence = CHECK_SENTENCES[problem.code][language];
  return sentenceCase(
    sentence.replace(/\{(\w+)\}/g, (place, key: string, at: number) =>
      spaced(words.of(key), sentence[at - 1] ?? '', sentence[at + place.length] ?? ''),
    ),
  );
}

/** Between Chinese and Latin letters or numbers stands a space. */
function spaced(text: string, before: string, after: string): string {
  const start = HAN.test(before) && LATIN_START.test(text) ? ' ' : '';
  const end = HAN.test(after) && LATIN_END.test(text) ? ' ' : '';
  return `${start}${text}${end}`;
}

const HAN = /\p{Script=Han}/u;
const LATIN_START = /^[-#\w]/;
const LATIN_END = /[%\w]$/;

/** What a scheme is called: its title as it stands in the sheet, else its name. */
export function schemeName(rows: SchemeRows): string {
  const title = rows.lines.get('title');
  const text = title === undefined ? '' : cellIn(rows, { row: title.row, column: 1 });
  return shortened(cellWords(text) === '' ? rows.block.id : cellWords(text));
}

class SentenceWords {
  private readonly problem: SheetProblem;
  private readonly rows: SchemeRows | null;
  private readonly language: Language;
  private readonly names: CheckNames;

  constructor(problem: SheetProblem, rows: SchemeRows | null, language: Language) {
    this.problem = problem;
    this.rows = rows;
    this.language = language;
    this.names = CHECK_NAMES[language];
  }

  of(key: string): string {
    const { problem, names } = this;
    switch (key) {
      case 's':
        return this.subject();
      case 'v':
        return this.value();
      case 'expected':
        return this.expected(problem.expected ?? this.expectedHere());
      case 'row':
        return this.titleOf(this.tableRow());
      case 'table':
        return this.tableWord(problem.table ?? this.tableHere());
      case 'column':
        return problem.heading === undefined ? '' : this.columnWord(problem.heading);
      case 'columns':
        return names.oneOf(this.freeColumns().map((column) => names.quoted(this.columnWord(column))));
      case 'name':
        return problem.line === undefined
          ? shortened(problem.name ?? this.word(problem.words?.[0] ?? ''))
          : SCHEME_LINES[problem.line][this.language];
      case 'other':
        return problem.other ?? names.list((problem.words ?? []).map((word) => this.word(word)));
      case 'range':
        return this.range(problem.other ?? '');
      case 'words':
        return problem.words === undefined || problem.words.length === 0
          ? this.expected('words')
          : names.list(problem.words.map((word) => this.word(word)));
      case 'how':
        return names.how[problem.how ?? 'limits'];
      case 'direction':
        return this.word(problem.direction ?? '');
      case 'rule':
        return String(problem.rule ?? '');
      case 'method':
        return this.methodWord();
      case 'criteria':
      case 'weights':
      case 'points':
        return this.tableWord(key);
      default:
        return this.lineWord(key as SchemeLine);
    }
  }

  /** What `rangeText` says of a criterion, in words. */
  private range(signs: string): string {
    const { names } = this;
    if (signs.startsWith('≤ ')) return names.range(null, signs.slice(2));
    if (signs.startsWith('≥ ')) return names.range(signs.slice(2), null);
    const [least = '', most = ''] = signs.split(' … ');
    return names.range(least, most);
  }

  /** What the cell is called. */
  private subject(): string {
    const { names, rows } = this;
    const row = this.tableRow();
    const { column } = this.problem;
    const line = [...(rows?.lines ?? [])].find(([, one]) => one.row === this.problem.row);
    if (line !== undefined) return names.quoted(line[1].word);
    if (row === undefined) return names.quoted(cellWords(this.cell()));
    const heading = [...row.head.columns].find(([, one]) => one.column === column);
    if (column === 0 || heading === undefined) return names.nameIn(row.head.word);
    return names.cellOf(heading[1].word, this.rowPhrase(row, heading[0]));
  }

  private rowPhrase(row: TableRow, column: SchemeColumn): string {
    const { names } = this;
    const title = this.titleOf(row);
    if (row.head.kind === 'tiers') return names.tier(title);
    if (row.head.kind === 'knockOuts') return names.knockOut(title);
    const limits = row.head.kind === 'points' && column === 'points' ? this.limitsOf(row) : [];
    return limits.length === 0 ? names.quoted(title) : names.pointsRow(title, names.list(limits));
  }

  private limitsOf(row: TableRow): string[] {
    return (['from', 'upTo', 'top', 'is'] as const).flatMap((column) => {
      const cell = filledCell(row, column);
      return cell === undefined ? [] : [`${this.columnWord(column, row)} ${plainText(cell.cell, column)}`];
    });
  }

  /** A tier by its title, everything else by that of its criterion; by its name where there is none. */
  private titleOf(row: TableRow | undefined): string {
    if (row === undefined) return '';
    const { tables } = this.rows ?? {};
    const titled =
      row.head.kind === 'tiers' || row.head.kind === 'criteria'
        ? row
        : tables?.criteria.find(({ id }) => id === row.id);
    const title = titled === undefined ? undefined : filledCell(titled, 'title');
    return shortened(title === undefined ? row.id : cellWords(title.cell));
  }

  private value(): string {
    const cell = this.cell();
    const column = this.columnHere();
    const text = plainText(cell, column);
    return numberOf(cell) === undefined ? this.names.quoted(text) : text;
  }

  private expected(what: ExpectedCell): string {
    return EXPECTED_CELLS[what][this.language].replace('{list}', () => this.names.list(this.allowed(what)));
  }

  private allowed(what: ExpectedCell): string[] {
    if (what === 'tier') return (this.rows?.tables.tiers ?? []).map(({ id }) => shortened(id));
    return (ALLOWED[what] ?? []).map((word) => this.word(word));
  }

  private expectedHere(): ExpectedCell {
    const { row } = this.problem;
    const line = this.problem.line ?? [...(this.rows?.lines ?? [])].find(([, one]) => one.row === row)?.[0];
    if (line !== undefined) return line === 'scheme' ? 'id' : line;
    const column = this.problem.heading ?? this.columnHere();
    if (column === undefined) return 'id';
    const isScore = (column === 'from' || column === 'upTo') && this.tableHere() === 'tiers';
    return isScore && this.rows?.method === 'scorecard' ? 'score' : EXPECTED_IN[column];
  }

  private columnHere(): SchemeColumn | undefined {
    const head = this.tableRow()?.head;
    return [...(head?.columns ?? [])].find(([, { column }]) => column === this.problem.column)?.[0];
  }

  private tableHere(): SchemeTable | undefined {
    const row = this.tableRow();
    if (row !== undefined) return row.head.kind;
    const above = [...(this.rows?.heads.values() ?? [])].filter((head) => head.row <= this.problem.row);
    return above[above.length - 1]?.kind;
  }

  private tableRow(): TableRow | undefined {
    const tables = Object.values(this.rows?.tables ?? {});
    return tables.flat().find(({ row }) => row === this.problem.row);
  }

  /** The columns that the cell's table may have and has not yet. */
  private freeColumns(): SchemeColumn[] {
    const table = this.tableHere();
    if (table === undefined) return [];
    const there = this.rows?.heads.get(table)?.columns;
    const free = TABLE_COLUMNS[table].filter((column) => there?.has(column) !== true);
    return free.length > 0 ? free : [...TABLE_COLUMNS[table]];
  }

  private cell(): SchemeCell {
    return this.rows === null ? '' : cellIn(this.rows, this.problem);
  }

  private tableWord(table: SchemeTable | undefined): string {
    if (table === undefined) return '';
    return this.rows?.heads.get(table)?.word ?? SCHEME_TABLES[table][this.language];
  }

  /** A heading as it stands in the table of the cell, else in any other, else in the reader's language. */
  private columnWord(column: SchemeColumn, row = this.tableRow()): string {
    const heads = [...(this.rows?.heads.values() ?? [])];
    const here = heads.find(({ kind }) => kind === this.tableHere());
    const word = row?.head.columns.get(column)?.word ?? here?.columns.get(column)?.word;
    return word ?? SCHEME_COLUMNS[column][this.language];
  }

  private lineWord(line: SchemeLine): string {
    return this.rows?.lines.get(line)?.word ?? SCHEME_LINES[line][this.language];
  }

  private methodWord(): string {
    const line = this.rows?.lines.get('method');
    const text = line === undefined || this.rows === null ? '' : cellIn(this.rows, { row: line.row, column: 1 });
    return cellWords(text) === '' ? this.word(this.rows?.method ?? '') : shortened(cellWords(text));
  }

  /** A word of the document as a person reads it; itself where there is none. */
  private word(word: string): string {
    return word in SCHEME_VALUES ? SCHEME_VALUES[word as keyof typeof SCHEME_VALUES][this.language] : word;
  }
}

const EXPECTED_IN: Readonly<Record<SchemeColumn, ExpectedCell>> = {
  title: 'title',
  from: 'limit',
  upTo: 'limit',
  top: 'share',
  share: 'share',
  everyDays: 'days',
  colour: 'colour',
  type: 'type',
  direction: 'direction',
  headings: 'headings',
  weight: 'weight',
  missing: 'missing',
  is: 'words',
  points: 'points',
  above: 'limit',
  below: 'limit',
  tier: 'tier',
  more: 'more',
};

const ALLOWED: Readonly<Partial<Record<ExpectedCell, readonly string[]>>> = {
  method: ['scorecard', 'decision-table', 'bands', 'quantiles', 'matrix'],
  type: ['money', 'number', 'percent', 'count', 'date', 'months', 'level', 'yes-no', 'text'],
  direction: ['higher-is-better', 'lower-is-better'],
  missing: ['leave-out', 'review'],
};

function cellIn({ block }: SchemeRows, { row, column }: SchemePosition): SchemeCell {
  return block.rows[row - block.firstRow]?.[column] ?? '';
}

/** As a person reads it in the sheet: shares in percent. */
function plainText(cell: SchemeCell, column: SchemeColumn | undefined): string {
  if (typeof cell !== 'number') return shortened(cellWords(cell));
  return column === 'share' || column === 'top' ? percentText(cell) : String(cell);
}

function shortened(text: string): string {
  return cut(text, LONGEST);
}

const LONGEST = 60;

/** The first letter large, where a phrase of ours begins the sentence. */
function sentenceCase(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
