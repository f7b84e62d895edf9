import type { GridRange, SheetRange } from './grid-range.ts';

/** Where metadata stands: on the spreadsheet, a sheet, or one row or column (0-based), with which it moves. */
export type MetadataPlace =
  | { readonly on: 'spreadsheet' }
  | { readonly on: 'sheet'; readonly sheetId: number }
  | { readonly on: 'row' | 'column'; readonly sheetId: number; readonly index: number };

/** A note that programs leave for themselves. */
export interface Metadata {
  readonly id: number;
  readonly key: string;
  /** Null: none. */
  readonly value: string | null;
  /** `document`: every program sees it; `project`: only the one that left it. */
  readonly visibility: 'document' | 'project';
  readonly place: MetadataPlace;
}

/** Who may change a range or a whole sheet. */
export interface Protection {
  readonly id: number;
  readonly sheetId: number;
  /** Null: the whole sheet. */
  readonly range: GridRange | null;
  /** Only of a whole sheet: blocks that anyone may edit. */
  readonly unprotected: readonly GridRange[];
  readonly description: string;
  /** E-mail addresses beside the owner's, who may always edit. */
  readonly editors: readonly string[];
  /** Warns a person and stops nobody. */
  readonly isWarningOnly: boolean;
}

/** A format that cells take while a condition holds. */
export interface ConditionalRule {
  readonly ranges: readonly GridRange[];
  readonly condition:
    | { readonly type: 'custom-formula'; readonly formula: string }
    /** A condition or gradient that a person chose, kept as it was given. */
    | { readonly type: 'other'; readonly name: string; readonly values: readonly string[] };
  readonly format: {
    readonly background?: string;
    readonly fontColor?: string;
    readonly bold?: boolean;
    readonly italic?: boolean;
  };
}

/** A range that has a name. */
export interface NamedRange {
  readonly name: string;
  readonly range: SheetRange;
}

/** A chart on a sheet. */
export interface Chart {
  readonly id: number;
  readonly type: string;
  readonly ranges: readonly SheetRange[];
  readonly title: string;
  /** How many rows of the ranges are headings. */
  readonly headers: number;
  /** 0-based, with an offset in pixels. */
  readonly position: {
    readonly row: number;
    readonly column: number;
    readonly offsetX: number;
    readonly offsetY: number;
  };
  readonly options: { readonly [name: string]: ChartOption };
}

/** A setting of a chart. */
export type ChartOption = string | number | boolean | null | readonly ChartOption[] | ChartOptions;

/** Settings by name. */
export interface ChartOptions {
  readonly [name: string]: ChartOption;
}

/** A filter: what it hides is told by the words that the cells show. */
export interface Filter {
  /** The heading row included. */
  readonly range: GridRange;
  /** By column of the sheet (0-based): the shown words that are hidden. */
  readonly hidden: readonly { readonly column: number; readonly values: readonly string[] }[];
}

/** A table in the sense of Google Sheets: a range whose columns have names and types. */
export interface SheetTable {
  readonly name: string;
  /** The heading row included. */
  readonly range: GridRange;
  /** One for each column of the range; `none`: not typed. */
  readonly columns: readonly { readonly name: string; readonly type: TableColumnType }[];
}

export type TableColumnType = 'none' | 'text' | 'number' | 'currency' | 'percent' | 'date' | 'checkbox' | 'dropdown';

/** What is chosen on the screen. */
export type Selection = SheetRange;
