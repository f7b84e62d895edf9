import { sorted } from '../sorted.ts';
import type { Grid } from '../table/cell.ts';
import { findHeader, type Header } from '../table/find-header.ts';
import type { Vocabulary } from '../table/vocabulary.ts';
import type { SheetValue } from './sheet-value.ts';

/** A block of cells, all four edges inside it, counted from 0. */
export interface Block {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A block of a sheet that holds one table, with the lines above its headings. */
export interface FoundTable extends Block {
  /** False: no row of it looks like headings, and a person must say which is. */
  readonly hasHeader: boolean;
  /** Its headings as one text, a line for each column, by which tables that could be parts of one are told. */
  readonly headings: string;
}

/**
 * The tables of a sheet, from the top and then from the left: blocks between blank rows and blank columns, each cut where headings stand
 * again. A block without headings below a table goes on with it, since tables have blank rows inside; a small one above a table is its title.
 * Headings that come again and again at the same distance are those of printed pages, and one table. Where no block has headings, the
 * largest is what there is.
 *
 * @param isOpen tells columns of the sheet from those that are ours, which count as if they were not there
 */
export function findTables(
  values: readonly SheetValue[][],
  isOpen: (column: number) => boolean,
  words: Vocabulary,
): FoundTable[] {
  const width = values.reduce((widest, row) => Math.max(widest, row.length), 0);
  const open = Array.from({ length: width }, (_, column) => column).filter(isOpen);
  const sheet: Sheet = { values, open, words };
  const islands = cut(sheet, { top: 0, left: 0, bottom: values.length - 1, right: open.length - 1 });
  const tables: Growing[] = [];
  let loose: Loose[] = [];
  let looks = 0;
  // from the last to the first, which is taken first
  const pending = sorted(islands, (one, other) => other.top - one.top || other.left - one.left).map((island) => ({
    island,
    isRepeated: false,
  }));
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { island, isRepeated } = next;
    const above = lastOf(tables.filter((table) => overlap(table.now, island)));
    const isWorthALook = isRepeated || (looks < MOST_LOOKS && (above === undefined || island.bottom > island.top));
    if (isWorthALook) looks += 1;
    const header = isWorthALook ? headerOf(sheet, island) : null;
    const isBelow = header !== null && above !== undefined && !isRepeated && header.first > 0;
    const isLate = isBelow && hasCustomer(sheet, island, island.top + header.first);
    const isNew = header !== null && !isLate && !(isBelow && header.first > FIRST_ROWS);
    const first = isNew ? island.top + header.first : island.top;
    const known = isNew ? textsIn(sheet, island, first, island.top + header.last) : above?.texts;
    const from = isNew ? island.top + header.last + 1 : island.top + (isRepeated ? 1 : 0);
    const again =
      isLate && header.first <= FIRST_ROWS
        ? island.top + header.first
        : known === undefined
          ? -1
          : repeatIn(sheet, island, from, known);
    const part = again < 0 ? island : { ...island, bottom: again - 1 };
    if (isNew) {
      const titles = loose.filter((one) => isTitleOf(one, island));
      loose = loose.filter((one) => !titles.includes(one));
      const now = titles.reduce<Block>(around, part);
      tables.push({ headings: header.headings.join('\n'), texts: known ?? new Set(), first, now });
    } else if (above === undefined || (part.top === part.bottom && part.left === part.right))
      loose.push({ ...part, above });
    else if (part.bottom >= part.top) {
      above.now = around(above.now, part);
      loose = loose.filter((one) => one.above !== above);
    }
    if (again >= 0) pending.push({ island: { ...island, top: again }, isRepeated: true });
  }
  for (const { above, ...line } of loose) if (above !== undefined) above.now = around(above.now, line);
  const onSheet = (block: Block): Block => ({ ...block, left: open[block.left] ?? 0, right: open[block.right] ?? 0 });
  if (tables.length > 0)
    return pagesAsOne(tables).map(({ now, headings }) => ({ ...onSheet(now), headings, hasHeader: true }));
  const largest = sorted(loose, (one, other) => cellsOf(other) - cellsOf(one))[0];
  return largest === undefined ? [] : [{ ...onSheet(largest), headings: '', hasHeader: false }];
}

/** Whether two tables could be parts of one: the same headings in the same columns. */
export function areAlike(one: FoundTable, other: FoundTable): boolean {
  return one.headings === other.headings && one.left === other.left;
}

/** Two tables as one, with the headings of the first. */
export function asOne(one: FoundTable, other: FoundTable): FoundTable {
  return { ...one, ...around(one, other) };
}

/** Headings are looked for in so many blocks: a sheet in which every second row is blank is one table, not thousands. */
const MOST_LOOKS = 60;
/** Below a table another one begins with its headings, or has them under a few title lines. */
const FIRST_ROWS = 3;
/** A title is so many lines at most, and so many rows above. */
const TITLE_ROWS = 4;
/** Fewer rows are no page of paper. */
const LEAST_PAGE = 20;

/** Values with the columns that count, by which blocks are counted meanwhile. */
interface Sheet {
  readonly values: readonly SheetValue[][];
  readonly open: readonly number[];
  readonly words: Vocabulary;
}

/** A block without headings; a line below a table, which goes on with it unless it is the title of the next. */
interface Loose extends Block {
  readonly above: Growing | undefined;
}

interface Growing {
  readonly headings: string;
  /** The texts of its heading rows, one by one. */
  readonly texts: ReadonlySet<string>;
  /** The row of its (first) headings. */
  readonly first: number;
  now: Block;
}

/** Cuts a block at its blank rows and columns until none is left. */
function cut(sheet: Sheet, block: Block): Block[] {
  const rows = runs(block.top, block.bottom, (row) => hasValue(sheet, row, block.left, block.right));
  return rows.flatMap(([top, bottom]) => {
    const filled = filledColumns(sheet, { ...block, top, bottom });
    const columns = runs(block.left, block.right, (column) => filled[column - block.left] === 1);
    const parts = columns.map(([left, right]): Block => ({ top, bottom, left, right }));
    return parts.length > 1 ? parts.flatMap((part) => cut(sheet, part)) : parts;
  });
}

function runs(first: number, last: number, isIn: (index: number) => boolean): [number, number][] {
  const found: [number, number][] = [];
  let start = -1;
  for (let index = first; index <= last + 1; index += 1) {
    const isInside = index <= last && isIn(index);
    if (isInside && start < 0) start = index;
    if (!isInside && start >= 0) {
      found.push([start, index - 1]);
      start = -1;
    }
  }
  return found;
}

function hasValue({ values, open }: Sheet, row: number, left: number, right: number): boolean {
  const cells = values[row] ?? [];
  for (let at = left; at <= right; at += 1) if (isFilled(cells[open[at] ?? -1])) return true;
  return false;
}

function filledColumns({ values, open }: Sheet, { top, bottom, left, right }: Block): Uint8Array {
  const filled = new Uint8Array(right - left + 1);
  let missing = filled.length;
  for (let row = top; row <= bottom && missing > 0; row += 1) {
    const cells = values[row] ?? [];
    for (let at = left; at <= right; at += 1) {
      if (filled[at - left] === 1 || !isFilled(cells[open[at] ?? -1])) continue;
      filled[at - left] = 1;
      missing -= 1;
    }
  }
  return filled;
}

/** Whether something stands in a cell. White space alone is nothing: it often stands where somebody cleared a cell. */
export function isFilled(value: SheetValue | undefined): boolean {
  return value !== undefined && value !== '' && (typeof value !== 'string' || value.trim() !== '');
}

/** The headings of a block; of several that stand one below the other, the first. */
function headerOf(sheet: Sheet, block: Block): Header | null {
  const { values, open, words } = sheet;
  const { top, bottom, left, right } = block;
  const last = Math.min(bottom, top + 60);
  const grid: Grid = values
    .slice(top, last + 1)
    .map((row) => open.slice(left, right + 1).map((column) => row[column] ?? ''))
    .map((row) => row.map((cell) => (cell instanceof Date ? 0 : cell)));
  const best = findHeader(grid, words, right - left + 1);
  if (best === null || best.first === 0) return best;
  const above = { ...block, bottom: top + best.first - 1 };
  const isRepeated = repeatIn(sheet, above, top, textsIn(sheet, block, top + best.first, top + best.last)) >= 0;
  return (isRepeated ? headerOf(sheet, above) : null) ?? best;
}

/** Whether a row of a block before `end` looks like a customer, not like a title. */
function hasCustomer(sheet: Sheet, block: Block, end: number): boolean {
  for (let row = block.top; row < end; row += 1) {
    const cells = filledIn(sheet, block, row);
    if (cells.length > 1 && cells.some((cell) => typeof cell !== 'string' || /\d/.test(cell))) return true;
  }
  return false;
}

function textsIn(sheet: Sheet, block: Block, first: number, last: number): Set<string> {
  return new Set([...filledIn(sheet, block, first), ...filledIn(sheet, block, last)].map(String));
}

/**
 * The row of a block, from `from` on, in which headings stand again, whatever their order and whichever of them, or that of the title
 * above it; -1 for none.
 */
function repeatIn(sheet: Sheet, block: Block, from: number, texts: ReadonlySet<string>): number {
  for (let row = from; row <= block.bottom; row += 1) {
    const first = firstIn(sheet, block, row);
    // of nearly all rows the first cell says already that they are none
    if (typeof first !== 'string' || !texts.has(first.trim())) continue;
    const cells = filledIn(sheet, block, row);
    const same = cells.filter((cell) => texts.has(String(cell)));
    if (same.length < 2 || same.length * 2 < cells.length || cells.some((cell) => typeof cell !== 'string')) continue;
    let top = row;
    while (top > from && row - top < TITLE_ROWS && filledIn(sheet, block, top - 1).length === 1) top -= 1;
    return top;
  }
  return -1;
}

function firstIn({ values, open }: Sheet, { left, right }: Block, row: number): SheetValue | undefined {
  const cells = values[row] ?? [];
  for (let at = left; at <= right; at += 1) {
    const cell = cells[open[at] ?? -1];
    if (isFilled(cell)) return cell;
  }
  return undefined;
}

/** What stands in a row of a block, texts without white space around them. */
function filledIn({ values, open }: Sheet, { left, right }: Block, row: number): (SheetValue | undefined)[] {
  const cells = open.slice(left, right + 1).map((column) => values[row]?.[column]);
  return cells.filter(isFilled).map((cell) => (typeof cell === 'string' ? cell.trim() : cell));
}

/** Three pages or more, whose headings stand at the same distance, are one table. */
function pagesAsOne(tables: readonly Growing[]): Growing[] {
  const found: Growing[] = [];
  for (let at = 0; at < tables.length; ) {
    const page = tables[at];
    if (page === undefined) break;
    const rows = (tables[at + 1]?.first ?? 0) - page.first;
    let pages = 1;
    for (let next = tables[at + pages]; next !== undefined; next = tables[at + pages]) {
      const isNext = next.headings === page.headings && next.now.left === page.now.left;
      if (!isNext || next.first - page.first !== pages * rows) break;
      pages += 1;
    }
    if (pages < 3 || rows < LEAST_PAGE) pages = 1;
    found.push({
      ...page,
      now: tables
        .slice(at, at + pages)
        .map(({ now }) => now)
        .reduce(around),
    });
    at += pages;
  }
  return found;
}

function isTitleOf(one: Block, table: Block): boolean {
  const isAbove = one.bottom < table.top && table.top - one.bottom <= TITLE_ROWS;
  return isAbove && one.bottom - one.top < TITLE_ROWS && overlap(one, table);
}

function lastOf<T>(list: readonly T[]): T | undefined {
  return list[list.length - 1];
}

function overlap(one: Block, other: Block): boolean {
  return one.left <= other.right && other.left <= one.right;
}

function around(one: Block, other: Block): Block {
  return {
    top: Math.min(one.top, other.top),
    left: Math.min(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.max(one.right, other.right),
  };
}

function cellsOf({ top, left, bottom, right }: Block): number {
  return (bottom - top + 1) * (right - left + 1);
}
