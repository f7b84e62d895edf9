import { fingerprint } from '../../core/sheets/fingerprint.ts';
import { SCHEME_LINES } from '../../core/text/sheets-scheme-words.ts';
import type { SchemeCell, SchemeCells } from './scheme-cells.ts';

/** The rows of one scheme in the sheet *Tierbook schemes*. */
export interface SchemeBlock {
  /** As it stands behind the word *Scheme*; may be empty or be there twice. */
  readonly id: string;
  /** 0-based. */
  readonly firstRow: number;
  readonly rows: SchemeCells;
}

/** A scheme begins with the word *Scheme*, in any language, in the first column, and goes on until the next one does. */
export function schemeBlocks(cells: SchemeCells): SchemeBlock[] {
  const begins = cells.flatMap((row, index) => (isBeginning(row[0]) ? [index] : []));
  return begins.map((firstRow, index) => ({
    id: cellWords(cells[firstRow]?.[1]),
    firstRow,
    rows: cells.slice(firstRow, begins[index + 1]),
  }));
}

function isBeginning(cell: SchemeCell | undefined): boolean {
  const text = cellWords(cell).toLowerCase();
  return Object.values(SCHEME_LINES.scheme).some((word) => word.toLowerCase() === text);
}

/** What stands in a cell as text, without spaces around it; empty for none. */
export function cellWords(cell: SchemeCell | undefined): string {
  return cell === undefined ? '' : String(cell).trim();
}

/**
 * Names the content of a scheme's rows: two blocks with the same content have the same hash wherever they stand, and empty
 * rows and columns behind make no difference. Not for secrets.
 */
export function schemeCellsHash(rows: SchemeCells): string {
  const content = rows.map((row) =>
    trimmedEnd(
      row.map((cell) => (typeof cell === 'string' ? cell.trim() : cell)),
      '',
    ),
  );
  return fingerprint(JSON.stringify(trimmedEnd(content, undefined)), HASH_LENGTH);
}

/** Characters: 60 bits. */
const HASH_LENGTH = 10;

/** Without what is empty at the end: cells that are `''`, rows of none. */
function trimmedEnd<Item>(items: readonly Item[], empty: '' | undefined): readonly Item[] {
  let end = items.length;
  const isEmpty = (item: Item | undefined): boolean =>
    empty === '' ? item === '' : Array.isArray(item) && item.length === 0;
  while (end > 0 && isEmpty(items[end - 1])) end -= 1;
  return items.slice(0, end);
}
