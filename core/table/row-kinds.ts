import type { Cell, Grid } from './cell.ts';
import type { Header } from './find-header.ts';
import type { RowKind } from './reading.ts';
import { cellText } from './word-columns.ts';
import { foldAnswer, isMissing, isSheetError, isTotalsLabel } from './words.ts';

/** Says for each row of the grid what it is. `name` and `key` are the columns that hold the customer's name and number, -1 for none. */
export function rowKinds(grid: Grid, header: Header, name: number, key: number): RowKind[] {
  const headerTexts = headingTexts(grid, header);
  return grid.map((row, index) => {
    if (isBlank(row)) return 'blank';
    if (index < header.first) return 'title';
    if (index <= header.last || repeatsHeader(row, headerTexts)) return 'header';
    if (isFootnote(row)) return 'title';
    return isTotals(row, name, key) ? 'totals' : 'record';
  });
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

/** Lines below a table: 制表人：…, 注：…, Source: …, Page 1 of 3. */
const FOOTNOTE =
  /^(?:(?:注|备注|備註|说明|說明|附注|附註|制表人?|製表人?|填表人?|审核人?|審核人?|复核人?|複核人?|批准人?|核准|主管|资料来源|資料來源|数据来源|來源|来源|打印时间|打印日期|列印日期|导出时间|匯出時間|生成时间|日期|制表日期|製表日期|notes?|n\.b\.|source|printed(?: on)?|generated(?: on| by)?|exported(?: on| by)?|created by|prepared by|report run)\s*[:：]|第\s?\d+\s?[页頁]|page \d+ of \d+|generated (?:on|by) |exported (?:on|from) |confidential)/iu;

function isFootnote(row: readonly Cell[]): boolean {
  for (const cell of row) {
    if (cell === null || cell === '') continue;
    if (typeof cell !== 'string') return false;
    const text = cell.trim();
    if (text !== '' && !FOOTNOTE.test(text)) return false;
  }
  return true;
}

/**
 * A row of sums: its label stands for the name, the number or first of all, and beside it are only numbers, or the errors of sums
 * over cells that hold one. A customer who is called Total
 * has a number or some text of its own.
 */
function isTotals(row: readonly Cell[], name: number, key: number): boolean {
  const first = row.findIndex((cell) => cell !== null && cell !== '' && cellText(cell) !== '');
  const label = labels(first, name, key).find((column) => {
    const cell = row[column];
    return typeof cell === 'string' && isTotalsLabel(cell);
  });
  if (label === undefined) return false;
  if (label === name && key >= 0 && cellText(row[key]) !== '' && !isTotalsLabel(cellText(row[key]))) return false;
  return row.every((cell, column) => column === label || !isText(cell));
}

function labels(first: number, name: number, key: number): readonly number[] {
  return first === key || first === name ? [name, key] : [name, key, first];
}

function isText(cell: Cell): boolean {
  if (typeof cell !== 'string' || cell === '' || /\d/.test(cell) || isSheetError(cell)) return false;
  return /\p{L}/u.test(cell) && !isMissing(cell, 'other') && !isTotalsLabel(foldAnswer(cell));
}
