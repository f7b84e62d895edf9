import type { AnyScheme } from '../../core/grading/scheme-inputs.ts';
import { BUILT_IN_SCHEMES, BUILT_IN_SEGMENT_SCHEMES } from '../../core/schemes/built-in-schemes.ts';
import type { Language } from '../../core/text/language.ts';
import {
  meaningsOf,
  SCHEME_COLUMNS,
  SCHEME_LINES,
  SCHEME_TABLES,
  wordKey,
} from '../../core/text/sheets-scheme-words.ts';
import type { SchemeCell } from '../../sheets-addon/schemes/scheme-cells.ts';
import type { SchemeColumn, SchemeTable } from '../../sheets-addon/schemes/scheme-tables.ts';
import { schemeToCells } from '../../sheets-addon/schemes/scheme-to-cells.ts';

/** A sheet of schemes in which somebody made a mistake. */
export interface BrokenSheet {
  /** What was done, for the name of a test. */
  readonly what: string;
  readonly cells: readonly (readonly SchemeCell[])[];
  /** The rows (0-based) at one of which the mistake must be told. */
  readonly rows: readonly number[];
}

/** Every built-in scheme as one of a workbook's own. */
export function ownSchemes(): AnyScheme[] {
  return [...BUILT_IN_SCHEMES, ...BUILT_IN_SEGMENT_SCHEMES].map((scheme) => ({ ...scheme, id: `my-${scheme.id}` }));
}

/** The scheme in the sheet, broken in every way there is for its tables, one at a time. */
export function brokenSheets(scheme: AnyScheme, language: Language): BrokenSheet[] {
  return new SheetBreaker(scheme, language).all();
}

class SheetBreaker {
  private readonly cells: readonly (readonly SchemeCell[])[];
  private readonly broken: BrokenSheet[] = [];
  private readonly hasMore: boolean;
  private readonly method: string | undefined;

  constructor(scheme: AnyScheme, language: Language) {
    this.cells = schemeToCells(scheme, language);
    this.method = 'method' in scheme ? scheme.method.kind : undefined;
    this.hasMore = this.line('more') >= 0;
  }

  all(): BrokenSheet[] {
    this.breakLines();
    for (const table of Object.keys(SCHEME_TABLES) as SchemeTable[]) if (this.head(table) >= 0) this.breakTable(table);
    this.breakTiers();
    this.breakWeights();
    this.breakPoints();
    this.breakKnockOuts();
    return this.broken;
  }

  private breakLines(): void {
    this.change('the name is cleared', 0, 1, '');
    this.change('the name is a word in Chinese', 0, 1, '我们的标准');
    this.change('the name is a built-in scheme’s', 0, 1, 'medal');
    this.remove('the first row is deleted', 0, [0]);
    this.change('the version is a word', this.line('version'), 1, 'newest');
    this.change('the version is 0', this.line('version'), 1, 0);
    this.change('the version is cleared', this.line('version'), 1, '');
    this.remove('the row of the version is deleted', this.line('version'), [0]);
    this.change('a line’s word is misspelt', this.line('version'), 0, 'Verzion');
    const method = this.line('method');
    if (method >= 0) {
      this.change('the method is a word nobody knows', method, 1, 'magic');
      this.remove('the row of the method is deleted', method, [0]);
    }
    if (this.line('by') >= 0) {
      this.change('it goes by what is not there', this.line('by'), 1, 'turnover');
      this.change('it goes by nothing', this.line('by'), 1, '');
    }
    if (this.hasMore) this.change('the text is cut off', this.line('more'), 1, '{"titles":{"en":');
    this.broken.push({
      what: 'a stray word stands below',
      cells: [...this.cells, [''], ['ask Wang']],
      rows: [this.cells.length + 1],
    });
    this.broken.push({
      what: 'the first row of the second scheme is deleted',
      cells: [...this.cells, [''], ...this.cells.slice(1)],
      rows: [this.cells.length + 1],
    });
    this.broken.push({
      what: 'the same scheme twice',
      cells: [...this.cells, [''], ...this.cells],
      rows: [this.cells.length + 1],
    });
  }

  private breakTable(table: SchemeTable): void {
    const head = this.head(table);
    const rows = this.rows(table);
    const [first = head] = rows;
    this.change(`a heading of ${table} is misspelt`, head, 1, 'Heft');
    this.change(`a heading of ${table} stands twice`, head, 2, this.cells[head]?.[1] ?? '');
    const filled = rows.length === 0 ? -1 : (this.cells[first] ?? []).findIndex((cell, at) => at > 0 && cell !== '');
    if (filled > 0) this.change(`a heading of ${table} is cleared`, head, filled, '');
    this.change(`the heading row of ${table} is misspelt`, head, 0, 'Tabel');
    this.remove(`the heading row of ${table} is deleted`, head, [head, head - 1]);
    const [, inner] = rows;
    if (inner !== undefined) {
      const cells = [...this.cells.slice(0, inner), [''], ...this.cells.slice(inner)];
      this.broken.push({ what: `an empty row stands inside ${table}`, cells, rows: [inner + 1] });
    }
    if (table === 'points') return;
    this.change(`a name of ${table} is cleared`, first, 0, '');
    if (table === 'tiers' || table === 'criteria')
      this.change(`a name of ${table} has spaces`, first, 0, 'my own name');
    const [, second] = rows;
    if (second !== undefined && table !== 'knockOuts')
      this.change(`a name of ${table} stands twice`, second, 0, this.cells[first]?.[0] ?? '');
    if (table === 'tiers' || table === 'criteria') {
      const title = this.column(table, 'title');
      const bare = this.cells.map((row) => [...row]);
      for (const row of rows) this.clearTitles(bare[row] ?? []);
      (bare[first] ?? [])[title] = '';
      this.broken.push({ what: `a title of ${table} is cleared`, cells: bare, rows: [first] });
      if (table === 'criteria' && second !== undefined)
        this.change('a criterion has the title of another', second, title, this.cells[first]?.[title] ?? '', [
          first,
          second,
        ]);
    }
  }

  /** Takes the titles in other languages out of *More*, so that a cleared title is none at all. */
  private clearTitles(row: SchemeCell[]): void {
    for (const [at, cell] of row.entries()) {
      if (typeof cell !== 'string' || !cell.startsWith('{"')) continue;
      const { titles: _, ...more } = JSON.parse(cell) as Record<string, unknown>;
      row[at] = Object.keys(more).length === 0 ? '' : JSON.stringify(more);
    }
  }

  private breakTiers(): void {
    const rows = this.rows('tiers');
    const [first, second] = rows;
    if (first === undefined || second === undefined) return;
    this.change('a colour is a word', first, this.column('tiers', 'colour'), 'red');
    this.change('days are a word', first, this.column('tiers', 'everyDays'), 'weekly');
    this.change('days are none', first, this.column('tiers', 'everyDays'), 0);
    this.change('days are longer than the longest', first, this.column('tiers', 'everyDays'), 700);
    const last = rows[rows.length - 1] ?? first;
    this.remove('all tiers but one are deleted', second, [this.head('tiers')], rows.length - 1);
    this.remove('all tiers are deleted', first, [this.head('tiers'), 0], rows.length);
    const from = this.column('tiers', 'from');
    const share = this.column('tiers', 'share');
    if (this.cells[first]?.[share] !== '')
      this.change('shares do not add up', first, share, '3%', [this.head('tiers')]);
    if (this.method !== 'scorecard') return;
    this.change('a score is a word', second, from, 'many');
    this.change('a score is over 100', first, from, 120);
    this.change('a score is below 0', second, from, -1);
    this.change('scores are equal', second, from, this.cells[first]?.[from] ?? '', [first, second]);
    this.change('scores rise', second, from, 99.5, [first, second]);
    this.change('a score is cleared', second, from, '');
    this.change('the last tier has a score', last, from, 1);
    this.change('every customer reaches a score', last - 1, from, 0);
    this.change('a tier has an upper limit', first, this.column('tiers', 'upTo'), 100);
  }

  private breakWeights(): void {
    const rows = this.rows('weights');
    const [first] = rows;
    if (first === undefined) return;
    const weight = this.column('weights', 'weight');
    this.change('a weight is a word', first, weight, 'heavy');
    this.change('a weight is cleared', first, weight, '');
    this.change('a weight is 0', first, weight, 0);
    this.change('a weight is below 0', first, weight, -5);
    this.change('a weight is beyond all measure', first, weight, 2e6);
    this.change('what counts is not there', first, 0, 'turnover');
    this.change('what is missing gets a word', first, this.column('weights', 'missing'), 'nothing');
    this.change('what is missing gets 120 points', first, this.column('weights', 'missing'), 120);
    this.remove('a row of what counts is deleted', first, [this.firstOf('points', this.name(first)) - 1]);
    this.remove('the criterion of what counts is deleted', this.firstOf('criteria', this.name(first)), [first - 1]);
    this.remove('all of what counts is deleted', first, [this.head('weights')], rows.length);
    this.remove('the table of what counts is deleted', this.head('weights') - 1, [0], rows.length + 2);
  }

  private breakPoints(): void {
    for (const id of new Set(this.rows('points').map((row) => this.name(row)))) this.breakPointsOf(id);
  }

  private breakPointsOf(id: string): void {
    const rows = this.points(id);
    const [is, points] = [this.column('points', 'is'), this.column('points', 'points')];
    const bands = rows.filter((row) => this.cells[row]?.[is] === '');
    const words = rows.filter((row) => !bands.includes(row));
    const [first = -1, second = -1] = rows;
    this.change(`points of ${id} are a word`, first, points, 'many');
    this.change(`points of ${id} are cleared`, second, points, '');
    this.change(`points of ${id} are over 100`, first, points, 120);
    this.remove(`all points of ${id} are deleted`, first, [this.firstOf('weights', id)], rows.length);
    const [word = -1, other = -1] = words;
    if (words.length > 1) {
      const type = this.cells[this.firstOf('criteria', id)]?.[this.column('criteria', 'type')];
      const isText = type === 'text' || type === '文本' || type === '文字';
      if (!isText) this.change(`a word of ${id} is misspelt`, word, is, 'hihg');
      this.change(`a word of ${id} stands twice`, other, is, this.cells[word]?.[is] ?? '');
      this.change(`a word of ${id} has a limit too`, word, this.column('points', 'from'), 3);
      if (!isText) this.remove(`a word of ${id} is deleted`, word, [word, ...words.slice(1).map((row) => row - 1)]);
      const fewest = Math.min(...words.map((row) => Number(this.cells[row]?.[points])));
      const better = words.filter((row) => Number(this.cells[row]?.[points]) > fewest);
      if (better.length > 0 && fewest > 0)
        this.change(`the best word of ${id} gets fewest points`, better[0] ?? word, points, 0, words);
    }
    if (bands.length > 2) this.breakBands(id, bands);
  }

  private breakBands(id: string, bands: readonly number[]): void {
    const [first = -1, second = -1] = bands;
    const last = bands[bands.length - 1] ?? first;
    const column = (['top', 'from', 'upTo'] as const).find(
      (one) => this.cells[first]?.[this.column('points', one)] !== '',
    );
    if (column === undefined) return;
    const at = this.column('points', column);
    const points = this.column('points', 'points');
    this.change(`limits of ${id} are equal`, second, at, this.cells[first]?.[at] ?? '', [first, second]);
    this.change(
      `limits of ${id} change places`,
      second,
      at,
      column === 'from' ? 1e6 : column === 'upTo' ? -1 : 0.0000001,
      [first, second],
    );
    this.change(`a limit of ${id} is cleared`, second, at, '');
    this.change(`a limit of ${id} is a word`, second, at, 'medium size');
    this.change(`the last row of ${id} has a limit`, last, at, this.cells[first]?.[at] ?? '');
    this.change(`a worse value of ${id} gets more points`, last, points, 100, [last, bands[bands.length - 2] ?? last]);
    this.remove(`all rows of ${id} but the last are deleted`, first, [first], bands.length - 1);
    if (column === 'top') this.change(`a share of ${id} is over 100%`, first, at, '120%');
    else {
      const [own, wrong] = [at, this.column('points', column === 'from' ? 'upTo' : 'from')];
      const cells = this.changed(second, own, '');
      (cells[second] ?? [])[wrong] = this.cells[second]?.[own] ?? '';
      this.broken.push({ what: `a limit of ${id} stands in the wrong column`, cells, rows: [second] });
    }
    const criterion = this.firstOf('criteria', id);
    if (criterion < 0) return;
    this.change(`the type of ${id} is a level`, criterion, this.column('criteria', 'type'), 'level');
    this.change(`the type of ${id} is none`, criterion, this.column('criteria', 'type'), 'monney');
    const direction = this.column('criteria', 'direction');
    const isLower = this.cells[criterion]?.[direction] !== '';
    if (column !== 'top')
      this.change(`the direction of ${id} is turned`, criterion, direction, isLower ? 'higher' : 'lower');
    this.change(`the direction of ${id} is none`, criterion, direction, 'upwards');
  }

  private breakKnockOuts(): void {
    const [first] = this.rows('knockOuts');
    if (first === undefined) return;
    const [tier, above, below] = (['tier', 'above', 'below'] as const).map((one) => this.column('knockOuts', one));
    this.change('a knock-out goes by what is not there', first, 0, 'turnover');
    this.change('a knock-out leads to no tier', first, tier ?? -1, 'Z');
    this.change('a knock-out leads to the best tier', first, tier ?? -1, this.name(this.rows('tiers')[0] ?? -1));
    this.change(
      'a knock-out has both limits',
      first,
      (this.cells[first]?.[above ?? -1] === '' ? above : below) ?? -1,
      5,
    );
    this.change('a limit of a knock-out is a word', first, above ?? -1, 'zero');
    const cells = this.cells.map((row) => [...row]);
    for (const column of [above, below, this.column('knockOuts', 'is')]) (cells[first] ?? [])[column ?? -1] = '';
    this.broken.push({ what: 'a knock-out has no condition', cells, rows: [first] });
  }

  private change(what: string, row: number, column: number, to: SchemeCell, rows: readonly number[] = [row]): void {
    if (row < 0 || column < 0) throw new Error(`There is no cell for “${what}”.`);
    if (this.cells[row]?.[column] === to) return;
    this.broken.push({ what, cells: this.changed(row, column, to), rows });
  }

  private remove(what: string, row: number, rows: readonly number[], count = 1): void {
    if (row < 0) return;
    this.broken.push({ what, cells: this.cells.filter((_, at) => at < row || at >= row + count), rows });
  }

  private changed(row: number, column: number, to: SchemeCell): SchemeCell[][] {
    const cells = this.cells.map((one) => [...one]);
    (cells[row] ?? [])[column] = to;
    return cells;
  }

  private line(line: keyof typeof SCHEME_LINES): number {
    const end = this.cells.findIndex((row) => row.every((cell) => cell === ''));
    return this.cells.slice(0, end).findIndex(([word]) => LINES.get(wordKey(String(word)))?.meaning === line);
  }

  private head(table: SchemeTable): number {
    return this.cells.findIndex(
      ([word], at) =>
        this.cells[at - 1]?.every((cell) => cell === '') && TABLES.get(wordKey(String(word)))?.meaning === table,
    );
  }

  private rows(table: SchemeTable): number[] {
    const head = this.head(table);
    if (head < 0) return [];
    const end = this.cells.findIndex((row, at) => at > head && row.every((cell) => cell === ''));
    return this.cells.flatMap((_, at) => (at > head && at < (end < 0 ? Number.POSITIVE_INFINITY : end) ? [at] : []));
  }

  private points(id: string): number[] {
    return this.rows('points').filter((row) => this.name(row) === id);
  }

  private firstOf(table: SchemeTable, id: string): number {
    return this.rows(table).find((row) => this.name(row) === id) ?? -1;
  }

  private name(row: number): string {
    return String(this.cells[row]?.[0] ?? '');
  }

  private column(table: SchemeTable, column: SchemeColumn): number {
    const headings = this.cells[this.head(table)] ?? [];
    return headings.findIndex((word, at) => at > 0 && COLUMNS.get(wordKey(String(word)))?.meaning === column);
  }
}

const LINES = meaningsOf(SCHEME_LINES);
const TABLES = meaningsOf(SCHEME_TABLES);
const COLUMNS = meaningsOf(SCHEME_COLUMNS);
