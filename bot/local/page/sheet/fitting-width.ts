import { NARROWEST, WIDEST } from './grid-layout.ts';
import { roughWidth } from './rough-width.ts';
import type { SheetState } from './sheet-store.ts';

const PADDING = 14;
/** Of the rows that are known, so many are looked at. */
const MOST_ROWS = 2000;

/** The width in pixels at which the longest text of a column is seen whole, as far as its rows are known. */
export function fittingWidth(state: SheetState, column: number): number {
  let longest = 0;
  for (let row = 0; row < Math.min(state.layout?.rowCount ?? 0, MOST_ROWS); row += 1) {
    const text = state.rowAt(row)?.[column]?.text ?? '';
    // Titles over a table are longer than any column is wide.
    longest = Math.max(longest, ...text.split('\n').map(roughWidth));
  }
  return Math.max(NARROWEST, Math.min(WIDEST / 2, Math.round(longest) + PADDING));
}
