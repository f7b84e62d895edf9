import type { PageChart } from '../../sheet-protocol.ts';
import { type GridLayout, placeOfRow, ROW_HEIGHT } from './grid-layout.ts';

/**
 * Where a chart hangs, in pixels from the upper left corner of the headings; null while the row or the column of its cell is
 * hidden.
 */
export function chartPlace(
  { column, offsetX, offsetY, row }: Pick<PageChart, 'row' | 'column' | 'offsetX' | 'offsetY'>,
  { columns, frozenColumns, frozenHeight, frozenRows, rows }: GridLayout,
): { readonly left: number; readonly top: number } | null {
  const placed = [...frozenColumns, ...columns].find((each) => each.column === column);
  const frozen = frozenRows.indexOf(row);
  const place = placeOfRow(rows, row);
  if (placed === undefined || (frozen < 0 && rows[place] !== row)) return null;
  const top = frozen < 0 ? frozenHeight + place * ROW_HEIGHT : (1 + frozen) * ROW_HEIGHT;
  return { left: placed.left + offsetX, top: top + offsetY };
}
