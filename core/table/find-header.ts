import { splitAmount } from './amount.ts';
import type { Cell, Grid } from './cell.ts';
import { parseHeadingUnit, parseUnit, type Unit } from './units.ts';
import { closeMatch, exactMatch, type Vocabulary } from './vocabulary.ts';
import { cellText } from './word-columns.ts';

/** Where a table's headings stand. */
export interface Header {
  /** 0-based rows of the grid; `last` is `first` or the row below it. */
  readonly first: number;
  readonly last: number;
  /** One heading a column, two rows joined by a space; empty where there is none. */
  readonly headings: readonly string[];
}

/**
 * Finds the row, or two rows, of headings among the first 40 rows that are not blank: the one in which most headings are recognised, provided that
 * they name the customer or at least two fields. Null when there is none.
 */
export function findHeader(grid: Grid, words: Vocabulary, width: number): Header | null {
  const look = lookup(words);
  const best = bestRow(grid, look.exact) ?? bestRow(grid, look.near);
  if (best === null) return null;
  const single: Header = { first: best, last: best, headings: headingsOf(grid[best], width) };
  const singleScore = scoreOf(single.headings, look.near);
  let choice = single;
  let score = singleScore;
  for (const [first, last] of [
    [best, best + 1],
    [best - 1, best],
  ] as const) {
    const double = joined(grid, first, last, width, look.near);
    if (double === null) continue;
    const isSure = double.isSure || (first === best && double.arePeriods);
    const doubleScore = isSure ? Number.POSITIVE_INFINITY : scoreOf(double.headings, look.near);
    if (doubleScore > score) {
      choice = { first, last, headings: double.headings };
      score = doubleScore;
    }
  }
  return choice;
}

/** A unit for all amounts that a line above the headings names: 单位：万元, (in thousands of EUR). */
export function titleUnit(
  grid: Grid,
  before: number,
): { readonly row: number; readonly text: string; readonly unit: Unit } | undefined {
  for (let row = before - 1; row >= 0 && row >= before - MOST_ROWS; row--) {
    for (const cell of grid[row]?.slice(0, 200) ?? []) {
      if (typeof cell !== 'string' || cell.length > 200) continue;
      for (const match of cell
        .normalize('NFKC')
        .matchAll(
          /单位\s*:?\s*([^\s,;)]{1,12})|單位\s*:?\s*([^\s,;)]{1,12})|\bunits?\s*:\s*([^;()]{1,20})|\bin ([a-z\d,€$£' ]{1,30})|\(([^()]{1,20})\)/giu,
        )) {
        const text =
          match
            .slice(1)
            .find((part) => part !== undefined)
            ?.trim() ?? '';
        const unit = parseHeadingUnit(text);
        if (unit !== undefined && unit.percent === undefined && (unit.factor ?? unit.currency) !== undefined)
          return { row: row + 1, text, unit };
      }
    }
  }
  return undefined;
}

const MOST_ROWS = 40;
/** Cells looked at while searching, so that a very wide table costs no more than a long one. */
const MOST_CELLS = 60_000;

type Look = (text: string) => readonly string[];

function lookup(words: Vocabulary): { exact: Look; near: Look } {
  const known = new Map<string, readonly string[]>();
  const exact: Look = (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const ids = exactMatch(words, text)?.ids ?? [];
    known.set(text, ids);
    return ids;
  };
  const knownNear = new Map<string, readonly string[]>();
  const near: Look = (text) => {
    const ids = exact(text);
    if (ids.length > 0) return ids;
    const before = knownNear.get(text);
    if (before !== undefined) return before;
    const close = knownNear.size < 400 ? (closeMatch(words, text)?.ids ?? []) : [];
    knownNear.set(text, close);
    return close;
  };
  return { exact, near };
}

function bestRow(grid: Grid, look: Look): number | null {
  let best: number | null = null;
  let most = 0;
  let seen = 0;
  let cells = 0;
  for (let row = 0; row < grid.length && seen < MOST_ROWS && cells < MOST_CELLS; row++) {
    const texts = headingsOf(grid[row], grid[row]?.length ?? 0).filter((text) => text !== '');
    if (texts.length === 0) continue;
    seen++;
    cells += texts.length;
    const score = scoreOf(texts, look);
    const figures = grid[row]?.filter(isFigure).length ?? 0;
    // a customer that is called 客户 1 is none either
    if (score > most && (figures === 0 || score > figures + 1)) {
      best = row;
      most = score;
    }
  }
  return most >= 2 ? best : null;
}

/** One point for each field recognised, one more for the customer's name or number. */
function scoreOf(headings: readonly string[], look: Look): number {
  const fields = new Set<string>();
  for (const heading of headings) {
    if (heading === '' || heading.length > 80) continue;
    const [id] = look(heading);
    if (id !== undefined) fields.add(id);
  }
  return fields.size + (fields.has('name') || fields.has('key') ? 1 : 0);
}

function headingsOf(row: readonly Cell[] | undefined, width: number): string[] {
  const headings: string[] = [];
  for (let column = 0; column < width; column++) {
    const cell = row?.[column];
    headings.push(typeof cell === 'string' ? cellText(cell) : '');
  }
  return headings;
}

/**
 * Two rows read as one header: a group's name reaches over the blank cells to its right. Null when the lower row holds data. `isSure`: the lower row is of
 * units, or names the same fields as the upper one, column by column, as where headings stand in two languages.
 */
function joined(
  grid: Grid,
  first: number,
  last: number,
  width: number,
  look: Look,
): { headings: string[]; isSure: boolean; arePeriods: boolean } | null {
  const lower = grid[last]?.map((cell) => (typeof cell === 'number' ? `${cell}` : cell));
  const data = lower?.filter(isData);
  if (first < 0 || lower === undefined || data?.every(isPeriod) !== true) return null;
  const tops = headingsOf(grid[first], width);
  const subs = headingsOf(lower, width);
  if (subs.every((text) => text === '') || tops.every((text) => text === '')) return null;
  const units = subs.filter((text) => text !== '');
  const isUnits = units.every(isUnitText);
  let group = '';
  const headings = subs.map((sub, column) => {
    const top = tops[column] ?? '';
    if (top !== '') group = top;
    if (sub === '' || sub === top) return top;
    if (isUnits) return top === '' ? '' : `${top} (${sub.replace(/[()（）]/g, '')})`;
    const both = group === '' ? sub : `${group} ${sub}`;
    return group !== '' && look(both).length === 0 && look(sub).length > 0 ? sub : both;
  });
  const arePeriods = dividesGroups(tops, subs, look);
  const same = subs.filter((sub, column) => look(sub).some((field) => look(tops[column] ?? '').includes(field)));
  // nearly all, since a column may be of a kind that nobody knows, and never a single one
  const isSure = isUnits || same.length > units.length * 0.7 + 0.4;
  return data.length > 0 && !arePeriods ? null : { headings, isSure, arePeriods };
}

/**
 * Whether a lower row does nothing but divide groups of at least two columns, each whole: Sales over 2024 and 2025. A row with a
 * customer's name, or with something below a heading of its own, is no such row.
 */
function dividesGroups(tops: readonly string[], subs: readonly string[], look: Look): boolean {
  return subs.every((sub, column) => {
    const top = tops[column] ?? '';
    const isGroup = top === '' || (tops[column + 1] === '' && subs[column + 1] !== '');
    if (sub === '') return top !== '';
    return isGroup && !look(top).some((field) => field === 'name' || field === 'key');
  });
}

/** Whether a cell is a year or a month as headings have them: 2023, 2023年, 112年, 3月. */
function isPeriod(cell: Cell): boolean {
  return typeof cell === 'string' && /^(?:(?:19|20)\d\d|\d{3,4}年|1?\d月)$/.test(cell);
}

function isData(cell: Cell): boolean {
  if (typeof cell !== 'string') return cell !== null;
  return cell !== '' && /\d/.test(cell) && splitAmount(cell.trim()) !== undefined;
}

/** Whether a cell holds a figure such as headings do not have: they may have years, months and days. */
function isFigure(cell: Cell): boolean {
  if (typeof cell !== 'number')
    return typeof cell === 'string' && isData(cell) && !isPeriod(cell) && isFigure(Number(cell));
  return !Number.isInteger(cell) || cell < 0 || (cell > 31 && (cell < 1900 || cell > 2100));
}

function isUnitText(text: string): boolean {
  const unit = parseUnit(text.replace(/[()（）]/g, ''));
  return unit !== undefined && (unit.factor ?? unit.currency ?? unit.percent ?? unit.months) !== undefined;
}
