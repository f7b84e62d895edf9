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
}

/**
 * The tables of a sheet, from the top and then from the left: blocks between blank rows and blank columns. A block without
 * headings below a table goes on with it, since tables have blank rows inside, and so does one with the very same headings
 * (a new page); a small one above is its title. Where no block has headings, the largest is what there is.
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
  islands.sort((one, other) => one.top - other.top || one.left - other.left);
  const tables: Growing[] = [];
  const loose: Block[] = [];
  let looks = 0;
  for (const island of islands) {
    const above = lastOf(tables.filter((table) => overlap(table.now, island)));
    const isWorthALook = looks < MOST_LOOKS && (above === undefined || island.bottom > island.top);
    if (isWorthALook) looks += 1;
    const header = isWorthALook ? headerOf(sheet, island) : null;
    if (above !== undefined && (header === null || header.first > FIRST_ROWS || isSame(header, above, island))) {
      above.now = around(above.now, island);
    } else if (header === null) {
      loose.push(island);
    } else {
      const titles = loose.filter((one) => isTitleOf(one, island));
      for (const title of titles) loose.splice(loose.indexOf(title), 1);
      tables.push({ headings: header.headings, left: island.left, now: titles.reduce(around, island) });
    }
  }
  const onSheet = (block: Block): Block => ({ ...block, left: open[block.left] ?? 0, right: open[block.right] ?? 0 });
  if (tables.length > 0) return tables.map(({ now }) => ({ ...onSheet(now), hasHeader: true }));
  const largest = sorted(loose, (one, other) => cellsOf(other) - cellsOf(one))[0];
  return largest === undefined ? [] : [{ ...onSheet(largest), hasHeader: false }];
}

/** Headings are looked for in so many blocks: a sheet in which every second row is blank is one table, not thousands. */
const MOST_LOOKS = 60;
/** Below a table another one begins with its headings, or has them under a few title lines. */
const FIRST_ROWS = 3;
/** A title is so many lines at most, and so many rows above. */
const TITLE_ROWS = 4;

/** Values with the columns that count, by which blocks are counted meanwhile. */
interface Sheet {
  readonly values: readonly SheetValue[][];
  readonly open: readonly number[];
  readonly words: Vocabulary;
}

interface Growing {
  readonly headings: readonly string[];
  readonly left: number;
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

/** White space alone is nothing: it often stands where somebody cleared a cell. */
function isFilled(value: SheetValue | undefined): boolean {
  return value !== undefined && value !== '' && (typeof value !== 'string' || value.trim() !== '');
}

function headerOf({ values, open, words }: Sheet, { top, bottom, left, right }: Block): Header | null {
  const last = Math.min(bottom, top + 60);
  const grid: Grid = values
    .slice(top, last + 1)
    .map((row) => open.slice(left, right + 1).map((column) => row[column] ?? ''))
    .map((row) => row.map((cell) => (cell instanceof Date ? 0 : cell)));
  return findHeader(grid, words, right - left + 1);
}

/** Whether a block repeats the headings of the table above it, as at the top of a page. */
function isSame({ headings }: Header, above: Growing, island: Block): boolean {
  return island.left === above.left && headings.join('\n') === above.headings.join('\n');
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
