/** Why the workbook refused. */
export type WorkbookErrorCode =
  /** No sheet of that id or title. */
  | 'no-such-sheet'
  /** The sheet has no such rows or columns, or a count is not a whole number above nought. */
  | 'out-of-bounds'
  /** The values are not as many rows and columns as the range has. */
  | 'wrong-size'
  /** More than 50,000 characters for a cell. */
  | 'cell-too-long'
  /** More than ten million cells. */
  | 'too-many-cells'
  /** The metadata of the spreadsheet or of one sheet would pass 30,000 characters. */
  | 'metadata-too-long'
  /** Metadata stands on one row or column, a sheet or the spreadsheet, and has a key. */
  | 'metadata-place'
  /** Nothing of that id is there (any more). */
  | 'no-such-metadata'
  | 'no-such-protection'
  | 'no-such-chart'
  /** The range is protected and this person may not edit it. */
  | 'protected'
  /** A typed column of a table refuses formats and validation. */
  | 'typed-column'
  /** A sheet of that title is there already, or the title is empty. */
  | 'sheet-title'
  /** The last sheet that can be seen cannot be deleted or hidden. */
  | 'last-sheet'
  /** At least one row and one column must stay. */
  | 'last-row-or-column'
  /** The operation would cut a merged or frozen block in two. */
  | 'cuts-a-block'
  /** A format or a time zone that is not known. */
  | 'not-understood';

/** The workbook's refusal. `detail` names what it is about, such as a range or a limit. */
export class WorkbookError extends Error {
  override readonly name = 'WorkbookError';
  readonly code: WorkbookErrorCode;
  readonly detail: string;

  constructor(code: WorkbookErrorCode, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
  }
}
