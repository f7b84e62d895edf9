import type { ExpectedCell } from '../../core/text/sheets-check-expected.ts';
import type { CheckCode } from '../../core/text/sheets-check-text.ts';
import type { SchemePosition } from './scheme-cells.ts';
import type { ValueKind } from './scheme-criterion.ts';
import type { SchemeLine } from './scheme-rows.ts';
import type { SchemeColumn, SchemeTable } from './scheme-tables.ts';

/** Something to mend in the sheet *Tierbook schemes*, at the cell where it is to be mended (0-based). */
export interface SheetProblem extends SchemePosition {
  readonly code: CheckCode;
  /** What the sentence names as it stands in the sheet or in the document. */
  readonly name?: string;
  /** A second thing that it names: a number, a share, a list. */
  readonly other?: string;
  /** Words of the document that are allowed, or one that is missing; told in the reader's language. */
  readonly words?: readonly string[];
  /** Where it is not the table of the cell. */
  readonly table?: SchemeTable;
  /** A column of the cell's table that it names, told as its heading stands in the sheet. */
  readonly heading?: SchemeColumn;
  /** A line that is gone. */
  readonly line?: SchemeLine;
  /** Where it is not what the cell's column wants. */
  readonly expected?: ExpectedCell;
  /** How points are given to what the sentence is about. */
  readonly how?: ValueKind;
  /** Which values of what the sentence is about are better. */
  readonly direction?: 'higher-is-better' | 'lower-is-better';
  /** Counted from 1. */
  readonly rule?: number;
}
