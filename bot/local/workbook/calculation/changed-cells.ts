import type { CellValue } from '../cell.ts';
import type { SheetRange } from '../grid-range.ts';

interface Span {
  first: number;
  last: number;
}

/** Cells that have changed, by sheet and column: from which row to which, so that asking is quick; between them counts too. */
export class ChangedCells {
  readonly #spans = new Map<number, Map<number, Span>>();

  /** Whether there is none. */
  get isEmpty(): boolean {
    return this.#spans.size === 0;
  }

  add(sheetId: number, row: number, column: number): void {
    let columns = this.#spans.get(sheetId);
    if (columns === undefined) this.#spans.set(sheetId, (columns = new Map()));
    const span = columns.get(column);
    if (span === undefined) columns.set(column, { first: row, last: row });
    else if (row < span.first) span.first = row;
    else if (row > span.last) span.last = row;
  }

  addAll(others: ChangedCells): void {
    for (const [sheetId, columns] of others.#spans)
      for (const [column, { first, last }] of columns) {
        this.add(sheetId, first, column);
        this.add(sheetId, last, column);
      }
  }

  clear(): void {
    this.#spans.clear();
  }

  /** Whether a block may have one of them. */
  meets({ sheetId, startRow, endRow, startColumn, endColumn }: SheetRange): boolean {
    const columns = this.#spans.get(sheetId);
    if (columns === undefined) return false;
    for (const [column, { first, last }] of columns)
      if (column >= startColumn && column < endColumn && first < endRow && last >= startRow) return true;
    return false;
  }
}

/** Whether two cells hold the same. */
export function sameValue(one: CellValue | undefined, other: CellValue | undefined): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object') return (one ?? null) === (other ?? null);
  return one?.error === other?.error && one?.message === other?.message;
}
