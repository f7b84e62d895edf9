/** One cell of the sheet *Tierbook schemes*; empty is `''`. */
export type SchemeCell = string | number | boolean;

/** The sheet's rows, all as wide as {@link SCHEME_SHEET_WIDTH}. */
export type SchemeCells = readonly (readonly SchemeCell[])[];

/** Columns of the sheet: the widest table (criteria) has eight. */
export const SCHEME_SHEET_WIDTH = 8;

/** A place in the sheet, 0-based. */
export interface SchemePosition {
  readonly row: number;
  readonly column: number;
}
