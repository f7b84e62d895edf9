import type { Cell, Grid } from './cell.ts';
import type { Header } from './find-header.ts';
import { hasRemarkMark, isLineBelowTables, isRemark } from './is-remark.ts';
import type { RowKind } from './reading.ts';
import { cellText } from './word-columns.ts';

/** Says for each row of the grid what it is. */
export function rowKinds(
  grid: Grid,
  header: Header,
  isTotals: (row: readonly Cell[], index: number) => boolean,
): RowKind[] {
  const headerTexts = headingTexts(grid, header);
  const kinds = grid.map((row, index): RowKind => {
    if (isBlank(row)) return 'blank';
    if (index < header.first) return 'title';
    if (index <= header.last || repeatsHeader(row, headerTexts)) return 'header';
    if (isFootnote(row)) return 'remark';
    return isTotals(row, index) ? 'totals' : 'record';
  });
  for (const row of remarksAtEnd(grid, kinds)) kinds[row] = 'remark';
  return kinds;
}

function isBlank(row: readonly Cell[]): boolean {
  for (const cell of row) {
    if (cell === null || cell === '') continue;
    if (typeof cell !== 'string' || cellText(cell) !== '') return false;
  }
  return true;
}

function headingTexts(grid: Grid, header: Header): string[][] {
  const texts: string[][] = [];
  for (let row = header.first; row <= header.last; row++) texts.push((grid[row] ?? []).map((cell) => cellText(cell)));
  return texts;
}

/** A header printed again at a page break. */
function repeatsHeader(row: readonly Cell[], headers: readonly (readonly string[])[]): boolean {
  return headers.some((header) => {
    let same = 0;
    for (let column = 0; column < Math.max(row.length, header.length); column++) {
      const cell = row[column];
      if (typeof cell !== 'string' && cell !== null && cell !== undefined) return false;
      const text = cell === null || cell === undefined ? '' : cell.trim();
      if (text !== (header[column] ?? '')) return false;
      if (text !== '') same++;
    }
    return same > 1;
  });
}

function isFootnote(row: readonly Cell[]): boolean {
  for (const cell of row) {
    if (cell === null || cell === '') continue;
    if (typeof cell !== 'string') return false;
    const text = cell.trim();
    if (text !== '' && !isLineBelowTables(text)) return false;
  }
  return true;
}

/**
 * The rows of records at the very end, behind a blank row, that hold nothing but a remark. None where most records have nothing
 * beside their names either, and no marked line where other names bear the mark too.
 */
function remarksAtEnd(grid: Grid, kinds: readonly RowKind[]): number[] {
  const found: number[] = [];
  let top = grid.length;
  let end = grid.length - 1;
  for (; end >= 0; end--) {
    if (kinds[end] === 'blank') top = end + 1;
    else if (kinds[end] === 'record') {
      const text = onlyText(grid[end] ?? []);
      if (text === null || !isRemark(text)) break;
      found.push(end);
    } else if (kinds[end] !== 'remark') break;
  }
  const apart = found.filter((row) => row >= top);
  if (apart.length === 0) return [];
  const others = grid.slice(0, end + 1).filter((_, row) => kinds[row] === 'record');
  if (others.filter((row) => onlyText(row) === null).length * 2 <= others.length) return [];
  const isMarkOfNames = others.some((row) => row.some((cell) => hasRemarkMark(cellText(cell))));
  return apart.filter((row) => !isMarkOfNames || !hasRemarkMark(onlyText(grid[row] ?? []) ?? ''));
}

/** The text of a row that holds one and nothing else; null for every other row. */
function onlyText(row: readonly Cell[]): string | null {
  let only: string | null = null;
  for (const cell of row) {
    if (cellText(cell) === '') continue;
    if (only !== null || typeof cell !== 'string') return null;
    only = cellText(cell);
  }
  return only;
}
