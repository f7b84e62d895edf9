import { padded, textWidth } from '../../core/text/text-width.ts';
import { ROWS_A_PIECE } from './csv-with-columns.ts';

/** A column of {@link borderedTable}: what stands above it, and on which side its cells begin. */
export interface BorderedColumn {
  readonly head: string;
  readonly align: 'left' | 'right';
}

/**
 * Rows under their headings in a border, in pieces, each column as wide as its widest cell; cells are of one line. Takes time and
 * room in proportion to the rows, however many: cli-table3 compares each with all before it, and draws no more than about 120,000.
 */
export function* borderedTable(
  columns: readonly BorderedColumn[],
  rows: readonly (readonly string[])[],
): Iterable<string> {
  const widths = columns.map(({ head }) => textWidth(head));
  for (const row of rows)
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, textWidth(cell));
  const rule = (left: string, middle: string, right: string): string =>
    `${left}${widths.map((width) => '─'.repeat(width + 2)).join(middle)}${right}\n`;
  const line = (cells: readonly string[]): string =>
    `│ ${cells.map((cell, column) => padded(cell, widths[column] ?? 0, columns[column]?.align === 'right')).join(' │ ')} │\n`;
  yield rule('┌', '┬', '┐') + line(columns.map(({ head }) => head)) + rule('├', '┼', '┤');
  for (let start = 0; start < rows.length; start += ROWS_A_PIECE)
    yield rows
      .slice(start, start + ROWS_A_PIECE)
      .map(line)
      .join('');
  yield rule('└', '┴', '┘');
}
