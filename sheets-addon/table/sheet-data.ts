import type { Place } from '../protocol.ts';

/** One sheet of the document. */
export interface SheetInfo {
  readonly sheetId: number;
  readonly name: string;
  /** How many rows and columns there are, empty ones included. */
  readonly maxRows: number;
  readonly maxColumns: number;
}

/** A range that the person may not edit. */
export interface LockedRange extends Place {
  readonly a1: string;
  readonly description: string;
}

/** A rule that colours the cells of a place for which a formula holds, or without colours ('') makes them bold. */
export interface ColourRule {
  readonly formula: string;
  /** Ranges with commas between them. */
  readonly a1: string;
  readonly background: string;
  readonly font: string;
}
