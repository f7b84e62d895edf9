/** The errors that a cell can show. */
export type CellErrorText =
  | '#NULL!'
  | '#DIV/0!'
  | '#VALUE!'
  | '#REF!'
  | '#NAME?'
  | '#NUM!'
  | '#N/A'
  | '#ERROR!'
  | '#SPILL!';

/** A cell that shows an error; `message` is what a person sees when pointing at it. */
export interface CellError {
  readonly error: CellErrorText;
  readonly message?: string;
}

/**
 * What a cell holds. Null: nothing. A day or a time is a number, days since 1899-12-30 on the spreadsheet's own wall clock,
 * and it is the number format that makes a day of it, as in Google Sheets (documented).
 */
export type CellValue = string | number | boolean | CellError | null;

/** How a cell looks; what is left out is as the sheet's default. Colours are `#rrggbb`, small letters. */
export interface CellFormat {
  readonly background?: string;
  readonly fontColor?: string;
  readonly fontWeight?: 'bold';
  readonly fontStyle?: 'italic';
  readonly horizontalAlignment?: 'left' | 'center' | 'right';
  readonly verticalAlignment?: 'top' | 'middle' | 'bottom';
  readonly wrap?: 'overflow' | 'wrap' | 'clip';
  /** A pattern such as `yyyy-mm-dd`, `0.00%`; `@` is text. Left out: automatic. */
  readonly numberFormat?: string;
}

/** Whether a cell shows an error. */
export function isCellError(value: CellValue): value is CellError {
  return typeof value === 'object' && value !== null;
}
