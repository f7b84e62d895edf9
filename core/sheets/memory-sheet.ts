import type { SheetValue } from './sheet-value.ts';

/** The hidden sheet in which the add-on remembers what it wrote: one entry a row, its name and then its text in pieces. */
export const MEMORY_SHEET = 'Tierbook memory';

/** One entry of the memory. */
export interface MemoryEntry {
  /** Empty where somebody has taken the name away: what stands there is of no use, and in the way. */
  readonly name: string;
  /** 1-based row of the sheet. */
  readonly row: number;
  /** How many cells of the row there are up to the last one with something in it. */
  readonly width: number;
  readonly text: string;
}

/** A cell holds 50,000 characters. */
const PIECE = 49_000;
/** In front of each piece, so that none is taken for a number, a day or a formula. */
const MARK = '~';

/** The entries of the memory sheet; none when there is no sheet. */
export function memoryEntries(values: readonly SheetValue[][] | null): MemoryEntry[] {
  return (values ?? []).flatMap((line, index) => {
    let width = line.length;
    while (width > 0 && (line[width - 1] ?? '') === '') width -= 1;
    if (width === 0) return [];
    const [name, ...cells] = line;
    const pieces = cells.filter((cell) => typeof cell === 'string').map(String);
    const text = pieces.map((piece) => piece.slice(MARK.length)).join('');
    return [{ name: typeof name === 'string' ? name : '', row: index + 1, width, text }];
  });
}

/**
 * The cells of an entry's row, and which row that is: its own, else the first one that is free. Cells that the text no longer fills become
 * empty.
 */
export function memoryRow(
  entries: readonly MemoryEntry[],
  name: string,
  text: string,
): { readonly row: number; readonly cells: string[] } {
  const before = entries.find((entry) => entry.name === name);
  const row = before?.row ?? entries.reduce((last, entry) => Math.max(last, entry.row), 0) + 1;
  const cells = [name];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(text.length, start + PIECE);
    // a character of two halves stays in one cell
    if (end < text.length && /[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end -= 1;
    cells.push(MARK + text.slice(start, end));
    start = end;
  }
  while (cells.length < (before?.width ?? 0)) cells.push('');
  return { row, cells };
}
