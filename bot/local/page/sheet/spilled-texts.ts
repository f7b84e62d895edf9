import type { PageCell, PageRow } from '../../sheet-protocol.ts';
import type { PlacedColumn } from './grid-layout.ts';
import { roughWidth } from './rough-width.ts';

/** A text that is longer than its cell and goes on over the empty ones to its right. */
export interface SpilledText {
  /** Pixels that it may take, its own cell included. */
  readonly room: number;
  /** How many columns it reaches into, its own included. */
  readonly columns: number;
}

/**
 * The texts of a row that go on over empty cells, by their column. Numbers never do, nor do merged cells or what is aligned
 * otherwise than to the left.
 *
 * @param columns the columns that are drawn, in order; a text ends at a gap between them
 * @param isTaken whether a column of this row belongs to merged cells
 */
export function spilledTexts(
  cells: PageRow | undefined,
  columns: readonly PlacedColumn[],
  isTaken: (column: number) => boolean,
): ReadonlyMap<number, SpilledText> {
  const spilled = new Map<number, SpilledText>();
  if (cells === undefined) return spilled;
  for (const [place, { column, width }] of columns.entries()) {
    const cell = cells[column];
    if (cell?.kind !== 'text' || isTaken(column)) continue;
    // most texts are far shorter than their cells: these need no closer look
    if (cell.text.length * LEAST_CHARACTER + PADDING <= width && !WIDE.test(cell.text)) continue;
    if ((cell.look?.align ?? 'left') !== 'left' || cell.text.includes('\n')) continue;
    const wanted = roughWidth(cell.text) + PADDING;
    let room = width;
    let end = place + 1;
    for (let next = columns[end]; next !== undefined && room < wanted; next = columns[end]) {
      const before = columns[end - 1];
      const isBeside = before !== undefined && before.left + before.width === next.left;
      if (!isBeside || !isEmpty(cells[next.column]) || isTaken(next.column)) break;
      room += next.width;
      end += 1;
    }
    if (end > place + 1) spilled.set(column, { room, columns: end - place });
  }
  return spilled;
}

function isEmpty(cell: PageCell | undefined): boolean {
  return cell === undefined || cell.text === '';
}

const WIDE = /[\u2e80-\uffff]/;
const LEAST_CHARACTER = 7.2;
const PADDING = 10;
