import type { Facts, ValueType } from '../customer.ts';
import type { Cell } from './cell.ts';

/** What a row of the sheet was taken for. Every input row is exactly one of these. */
export type RowKind = 'title' | 'header' | 'blank' | 'record' | 'totals' | 'remark';

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
  /** What amounts that name no multiplier themselves were multiplied by (10,000 for 万元); absent when 1. */
  readonly multiplier?: number;
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
  /**
   * Fields whose cell a person has emptied since the table was last read, and headings as `extraField` of `core/sheets` names them.
   * Absent: empty cells say nothing.
   */
  readonly emptied?: ReadonlySet<string>;
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
export type TableProblem = TableError | ColumnProblem | RowProblem | TableNote;

/** What makes a table unusable; `records` is then empty. */
export type TableError = { readonly severity: 'error'; readonly row?: number; readonly column?: number } & (
  | { readonly code: 'empty-table' }
  /** No row looks like headings; `seen` are the first texts that were found instead. */
  | { readonly code: 'no-header'; readonly seen: readonly string[] }
  /** Headings were found in `row`, but none for the customer's name or number. */
  | { readonly code: 'no-name-column'; readonly row: number }
  /** Several columns could name the customer, and nothing says which of them does. */
  | { readonly code: 'several-name-columns'; readonly columns: readonly number[] }
  /** Headings were found in `row`, but nothing stands below them. */
  | { readonly code: 'no-records'; readonly row: number }
  /** The caller named a column or a field that does not exist. */
  | { readonly code: 'no-such-column'; readonly wanted: string }
  /** `near`: ids of the fields that may be meant; `known`: those of all that there are. */
  | {
      readonly code: 'no-such-field';
      readonly wanted: string;
      readonly near: readonly string[];
      readonly known: readonly string[];
    }
);

/** What is wrong with a whole column. */
export type ColumnProblem = {
  readonly severity: 'problem';
  readonly row?: number;
  readonly column: number;
} /** Several columns hold the same field: none was taken. */ & (
  | { readonly code: 'several-columns'; readonly field: string; readonly columns: readonly number[] }
  /** The heading fits several fields: none was taken. */
  | { readonly code: 'several-fields'; readonly fields: readonly string[] }
  /** The values cannot be the field's (amounts of money under a rate's heading): the column was left as text. */
  | { readonly code: 'values-do-not-fit'; readonly field: string; readonly type: ValueType }
  /** `1.234` may be a thousand or one and a bit, and nothing decides; `row` and `text` are the first of `cells`. */
  | { readonly code: 'decimal-undecided'; readonly row: number; readonly text: string; readonly cells: number }
  /** `3/4/26` may be in March or in April, and nothing decides; `row` and `text` are the first of `cells`. */
  | { readonly code: 'date-order-undecided'; readonly row: number; readonly text: string; readonly cells: number }
  /** A lone `0.9` beside `85` may be 0.9 % or 90 %; `row` and `text` are the first of `cells`, the others the first number that is not in doubt. */
  | {
      readonly code: 'percent-undecided';
      readonly row: number;
      readonly text: string;
      readonly cells: number;
      readonly otherRow: number;
      readonly otherText: string;
    }
  /** A lone x may tick or cross out; `row` is the first of `cells`. */
  | { readonly code: 'mark-undecided'; readonly row: number; readonly cells: number }
);

/** What is wrong with one row or cell; the row is kept. */
export type RowProblem = { readonly severity: 'problem'; readonly row: number; readonly column?: number } & (
  | { readonly code: 'unreadable'; readonly column: number; readonly text: string; readonly type: ValueType }
  | { readonly code: 'other-currency'; readonly column: number; readonly currency: string; readonly expected: string }
  /** A number that the field cannot have; where it is one at all, it is kept, and grading asks for a person. */
  | { readonly code: 'out-of-range'; readonly column: number; readonly text: string }
  /** A day to come where days have passed. */
  | { readonly code: 'future-date'; readonly column: number; readonly text: string }
  | { readonly code: 'no-name' }
  /** Values stand beyond the last heading, which other rows do not have: a comma without quotes may have split one. */
  | { readonly code: 'beyond-headings' }
  | { readonly code: 'duplicate-key'; readonly firstRow: number; readonly key: string }
  /** `hasOtherKey`: each row has a customer number of its own. */
  | { readonly code: 'duplicate-name'; readonly firstRow: number; readonly name: string; readonly hasOtherKey?: true }
);

/** How something was read that could have been read otherwise. */
export type TableNote = {
  readonly severity: 'note';
  readonly row?: number;
  readonly column?: number;
} /** The heading is not one that we know, but near one: a slip of spelling, or a remark in brackets. */ & (
  | { readonly code: 'close-heading'; readonly column: number; readonly field: string }
  /** How `1.234` or `1,234` was read in this column: the decimal separator, and whether anything in the table says so. */
  | { readonly code: 'decimal'; readonly column: number; readonly decimal: '.' | ','; readonly isAssumed: boolean }
  | { readonly code: 'date-order'; readonly column: number; readonly order: DateOrder }
  /** Numbers without a percent sign: `points` read 85 as 85 %, `share` read 0.85 as 85 %, `permille` 850. */
  | { readonly code: 'percent-scale'; readonly column: number; readonly scale: 'points' | 'share' | 'permille' }
  | { readonly code: 'satisfaction-scale'; readonly column: number; readonly scale: SatisfactionScale }
  /** A line above the headings names the unit of the table's amounts. */
  | { readonly code: 'unit-from-title'; readonly row: number; readonly text: string }
  /** Another column, `units`, names the currency or the unit of each row's amounts. */
  | { readonly code: 'unit-from-column'; readonly column: number; readonly units: number }
  | { readonly code: 'totals-row'; readonly row: number }
  /** A line below the table: a source, a date, who made it. */
  | { readonly code: 'remark-row'; readonly row: number }
);

/** The scale of a satisfaction column: a share, 1 to 5, 1 to 10, 0 to 100, or a net promoter score of -100 to 100. */
export type SatisfactionScale = 'share' | '1-5' | '1-10' | '0-100' | 'nps';

/** In which order day, month and year stand in dates of digits only. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';
