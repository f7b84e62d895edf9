import type { CalendarDate } from '../../core/calendar-date.ts';
import type { SheetsErrorCode, SheetsErrorParts } from '../../core/text/sheets-error-text.ts';

/**
 * Google's spreadsheets as the use cases see them: plain data, no type of Google's.
 *
 * Rows and columns count from 0, and a place is `row`, `column`, `rows`, `columns`. Tabs are known by their ids, which stay when
 * somebody renames them. Every call may throw a {@link SheetsError}; each waits for the account's quota and tries again by itself
 * what is worth it, for some minutes at most.
 */
export interface Spreadsheets {
  /** Whose Google account acts, an e-mail address, for sentences ("share it with …"). */
  readonly account: string;

  /** What a spreadsheet consists of, without its cells. One read. */
  describe(spreadsheetId: string): Promise<SpreadsheetDescription>;

  /**
   * The cells of some ranges, in their order and all of one moment. One read; one more where `days` are asked for and some column
   * holds numbers.
   *
   * A cell is what it holds, not what it shows: a number never as text, an error as its text (`#N/A`), an empty cell as ''. Of what
   * lies outside the tab there is nothing.
   *
   * @param days false: a day is the number that the sheet keeps (since 1899-12-30), which is enough to see whether anything changed
   */
  read(
    spreadsheetId: string,
    ranges: readonly TabRange[],
    options: { readonly days: boolean },
  ): Promise<readonly SheetCells[]>;

  /**
   * Reads cells with their days, as `read` does, unless they are those of an earlier reading of the same ranges, by its print: then
   * undefined, and nothing was looked into. The same holds for what the cells show as days. Takes as many reads as `read`.
   *
   * @param known null: nothing is
   */
  readChanged(
    spreadsheetId: string,
    ranges: readonly TabRange[],
    known: string | null,
  ): Promise<PrintedCells | undefined>;

  /**
   * Makes changes ready to be sent, in steps between which others get their turn, so that a long message is not still to be written
   * when it is time to send it. Asks nobody anything. Throws a RangeError for a number that is none.
   */
  prepare(changes: readonly SheetChange[]): Promise<PreparedChanges>;

  /**
   * Makes all changes in their order, or none of them. One write.
   *
   * Cells alone are written again when it is not known whether they arrived, since twice makes no difference. With any other change
   * among them that throws `timed-out`: read what is there before going on. Ids of new tabs, columns' marks and charts are the
   * caller's ({@link newSheetsId}), so that what was made can be found again, and is never made twice.
   */
  change(spreadsheetId: string, changes: readonly SheetChange[] | PreparedChanges): Promise<void>;
}

/** A spreadsheet without its cells. */
export interface SpreadsheetDescription {
  readonly spreadsheetId: string;
  readonly title: string;
  /** Such as `zh_CN`. */
  readonly locale: string;
  /** An IANA name. */
  readonly timeZone: string;
  /** Those with a grid of cells, in the order in which they stand; a chart's own tab is none. */
  readonly tabs: readonly SheetTab[];
  /** All marks with a key that begins with `tierbook.` and that the document's other programs may see. */
  readonly marks: readonly SheetMark[];
}

/** One tab. */
export interface SheetTab {
  readonly id: number;
  readonly title: string;
  /** Empty rows and columns count. */
  readonly rowCount: number;
  readonly columnCount: number;
  readonly isHidden: boolean;
  /** What only some people may edit, as far as Google says; what merely warns is left out. */
  readonly protectedRanges: readonly ProtectedRange[];
  readonly charts: readonly number[];
}

/** A range that some may not edit. */
export interface ProtectedRange {
  readonly place: TabPlace;
  /** As a person knows it, such as `B2:D9`; '' for the whole tab. */
  readonly a1: string;
  /** What its owner calls it; '' without a name. */
  readonly description: string;
  /** Whether the account of {@link Spreadsheets} may edit it nevertheless. */
  readonly mayEdit: boolean;
  /** Parts of a protected tab that all may edit. */
  readonly open: readonly TabPlace[];
}

/** Developer metadata: a mark that follows its column wherever it is moved. */
export interface SheetMark {
  readonly id: number;
  readonly key: string;
  readonly value: string;
  /** Null: the mark is the whole spreadsheet's. */
  readonly tabId: number | null;
  /** Null: the mark is the whole tab's. */
  readonly column: number | null;
}

/** A rectangle of a tab. */
export interface TabPlace {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** What to read. */
export interface TabRange {
  /** As {@link Spreadsheets.describe} gave it: values are asked for by title. */
  readonly tab: Pick<SheetTab, 'id' | 'title' | 'columnCount'>;
  /** Null: the whole tab. */
  readonly place: TabPlace | null;
}

/** What a cell holds; '' is empty. `Cell` of core takes it as it is. */
export type SheetCell = string | number | boolean | { readonly date: CalendarDate };

/** The cells of a range: a rectangle from the range's corner to the last row and the last column in which anything stands. */
export interface SheetCells {
  readonly tabId: number;
  /** The corner. */
  readonly row: number;
  readonly column: number;
  /** All equally long; none when everything is empty. */
  readonly rows: readonly (readonly SheetCell[])[];
}

/** Cells, by range, and what they are known by afterwards. */
export interface PrintedCells {
  readonly cells: readonly SheetCells[];
  /** Of everything that the cells hold and of which of them show days; a few hundred characters. */
  readonly print: string;
}

/** Changes that are ready to be sent. */
export interface PreparedChanges {
  readonly changes: readonly SheetChange[];
  /** As they are sent; null: there is nothing to send. */
  readonly message: string | null;
}

/**
 * What is written into a cell; '' empties it. Text stays the text that it is, whatever it looks like: never a formula, a number or a
 * day, and no apostrophe is wanted in front.
 */
export type SheetEntry = string | number | boolean | DayEntry;

/** A day for a cell. */
export interface DayEntry {
  readonly date: CalendarDate;
  /** Whether the cell shows days already (it was read as one): then its number format stays as it is, else it is given one. */
  readonly isShownAsDay: boolean;
}

/** One change of a spreadsheet. */
export type SheetChange =
  | {
      readonly kind: 'add-tab';
      readonly tabId: number;
      readonly title: string;
      readonly rows: number;
      readonly columns: number;
      readonly isHidden: boolean;
      /** Its place among the tabs, 0 the first; null: the last. */
      readonly index: number | null;
    }
  | { readonly kind: 'delete-tab'; readonly tabId: number }
  /** Brings a hidden tab in sight. */
  | { readonly kind: 'show-tab'; readonly tabId: number }
  /** Adds empty rows or columns at the end of a tab. */
  | { readonly kind: 'add-rows' | 'add-columns'; readonly tabId: number; readonly count: number }
  /** Puts empty columns in front of a column, without the looks of their neighbours; what was there moves to the right. */
  | { readonly kind: 'insert-columns'; readonly tabId: number; readonly column: number; readonly count: number }
  | { readonly kind: 'delete-columns'; readonly tabId: number; readonly column: number; readonly count: number }
  /** Marks a column, visibly to all programs; a column of null marks the tab. */
  | ({ readonly kind: 'mark' } & SheetMark & { readonly tabId: number })
  /**
   * Holds the batch to a mark's column: when the mark stands elsewhere by now, nothing of the batch is done, and it throws `refused`. Without
   * it, cells that are written by their place could land in a column that somebody has moved there meanwhile.
   */
  | ({ readonly kind: 'keep-mark' } & SheetMark & { readonly tabId: number; readonly column: number })
  | { readonly kind: 'change-mark'; readonly id: number; readonly value: string }
  | { readonly kind: 'unmark'; readonly id: number }
  | WriteCells
  /** Sets how cells look; what is not named stays. */
  | {
      readonly kind: 'format';
      readonly tabId: number;
      readonly place: TabPlace;
      readonly isBold?: boolean;
      /** Such as `{ type: 'PERCENT', pattern: '0%' }`; null: automatic. */
      readonly numberFormat?: { readonly type: 'NUMBER' | 'PERCENT' | 'DATE'; readonly pattern: string } | null;
      /** `#rrggbb`. */
      readonly background?: string;
      readonly textColour?: string;
      readonly wraps?: boolean;
    }
  /** How wide columns are, in pixels. */
  | {
      readonly kind: 'column-width';
      readonly tabId: number;
      readonly column: number;
      readonly count: number;
      readonly pixels: number;
    }
  | { readonly kind: 'freeze'; readonly tabId: number; readonly rows: number }
  | AddChart
  | { readonly kind: 'delete-chart'; readonly chartId: number };

/**
 * Writes cells from a corner on. Rows may differ in length; a cell of undefined is left as it is, and what is written consists of the
 * others alone, so that nothing that a person typed meanwhile in between is overwritten.
 */
export interface WriteCells {
  readonly kind: 'write-cells';
  readonly tabId: number;
  readonly row: number;
  readonly column: number;
  readonly rows: readonly (readonly (SheetEntry | undefined)[])[];
}

/** A chart of cells; the first row of `labels` and of each of `series` is its heading. */
export interface AddChart {
  readonly kind: 'add-chart';
  readonly chartId: number;
  readonly title: string;
  readonly shape: 'columns' | 'bars' | 'lines' | 'stacked-columns';
  readonly labels: { readonly tabId: number; readonly place: TabPlace };
  readonly series: readonly {
    readonly tabId: number;
    readonly place: TabPlace;
    /** `#rrggbb`; absent: Google's choice. */
    readonly colour?: string;
  }[];
  /** The cell over which its upper left corner lies, and its size in pixels. */
  readonly at: { readonly tabId: number; readonly row: number; readonly column: number };
  readonly width: number;
  readonly height: number;
}

/** Google refused or could not be asked; `core/text/sheets-error-text.ts` has a sentence for each code. */
export class SheetsError extends Error {
  readonly code: SheetsErrorCode;
  readonly parts: SheetsErrorParts;

  constructor(code: SheetsErrorCode, parts: Partial<SheetsErrorParts> = {}, options?: ErrorOptions) {
    super([code, parts.detail ?? ''].filter((part) => part !== '').join(': '), options);
    this.name = 'SheetsError';
    this.code = code;
    this.parts = { account: '', spreadsheetId: '', tab: '', range: '', description: '', detail: '', ...parts };
  }
}

/**
 * A free id for a new tab, mark or chart.
 *
 * @param random from 0 to below 1; a parameter for tests
 */
export function newSheetsId(taken: ReadonlySet<number>, random: () => number = Math.random): number {
  for (;;) {
    // Google's ids are positive 32-bit numbers
    const id = 1 + Math.floor(random() * 0x7fff_fffe);
    if (!taken.has(id)) return id;
  }
}
