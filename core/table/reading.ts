import type { Facts, ValueType } from '../customer.ts';
import type { Cell } from './cell.ts';

/** What a row of the sheet was taken for. Every input row is exactly one of these. */
export type RowKind = 'title' | 'header' | 'blank' | 'record' | 'totals';

/** How one column of the sheet was read. */
export interface ColumnReading {
  /** 0-based place in the grid. */
  readonly index: number;
  /** The sheet's own name for it: A, B, … AA. */
  readonly letter: string;
  /** The heading as it stands, two header rows joined by a space; empty when there is none. */
  readonly heading: string;
  /** The field it was matched to, or null when it is kept as text beside the record. */
  readonly field: string | null;
  /** How the match came about; `given` when the caller decided. */
  readonly match: 'exact' | 'close' | 'given' | 'none';
  /** How its cells were read; null when `field` is null. */
  readonly type: ValueType | null;
  /** ISO 4217 code in which the column's money is kept, when it names one. */
  readonly currency: string | null;
}

/** One customer's row. */
export interface TableRecord {
  /** 1-based row of the sheet. */
  readonly row: number;
  readonly facts: Facts;
  /** Cells of columns that no field took, by heading (or letter when there is none); empty cells are left out. */
  readonly extra: Readonly<Record<string, string>>;
  /** The row's cells as they came. */
  readonly cells: readonly Cell[];
}

/** What came of reading one pasted table. */
export interface TableReading {
  readonly columns: readonly ColumnReading[];
  readonly records: readonly TableRecord[];
  /** What each input row was taken for, `rowKinds[0]` for row 1; as long as the grid. */
  readonly rowKinds: readonly RowKind[];
  readonly problems: readonly TableProblem[];
}

/**
 * Something a person should know about a table. `row` is 1-based, `column` the 0-based place in the grid; the
 * sentences are in `core/text`. `severity`: `error` stops the table, `problem` marks a cell or a row, `note` only
 * informs (how an ambiguous column was read, a close spelling).
 */
export interface TableProblem {
  readonly code: string;
  readonly severity: 'error' | 'problem' | 'note';
  readonly row?: number;
  readonly column?: number;
}
