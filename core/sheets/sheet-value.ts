/** A value as `getValues` gives it: empty is '', a day or time a Date, an error its text. */
export type SheetValue = string | number | boolean | Date;

/** A column that is marked as ours. */
export interface ColumnMark {
  readonly key: string;
  readonly value: string;
  /** From 1. */
  readonly column: number;
}
