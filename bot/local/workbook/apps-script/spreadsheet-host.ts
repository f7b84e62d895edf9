/**
 * What the SpreadsheetApp stand-in asks of the workbook behind it. Everything that crosses is a primitive or plain data, in
 * both directions: the stand-in copies what it is given into objects of the script's own world, and a script never gets
 * hold of an object or a function from outside. Rows and columns count from 1, as in Apps Script.
 *
 * What cannot be done is thrown as an Error whose message is Google's; the stand-in throws it again as the script's own.
 */
export interface SpreadsheetHost {
  /** Before every method of every service: counts the call, and throws when this execution may not make it. */
  readonly entered: (service: string, method: string) => void;

  readonly spreadsheet: () => SpreadsheetFacts;
  readonly rename: (name: string) => void;
  /** In the order of the tabs. */
  readonly sheetIds: () => readonly number[];
  readonly sheet: (sheetId: number) => SheetFacts;
  /** Null: no sheet of that name. */
  readonly sheetIdByName: (name: string) => number | null;
  /** Null for `name` and `index`: Google's choice. The new sheet's id. */
  readonly insertSheet: (name: string | null, index: number | null) => number;
  readonly deleteSheet: (sheetId: number) => void;
  readonly duplicateSheet: (sheetId: number, name: string | null) => number;
  readonly setSheet: (sheetId: number, change: SheetChange) => void;
  readonly selection: () => Box;
  readonly select: (box: Box) => void;

  /** Before line `first`, looking like the line before or after; null: like nothing. */
  readonly insertLines: (
    sheetId: number,
    kind: LineKind,
    first: number,
    count: number,
    like: 'before' | 'after' | null,
  ) => void;
  readonly deleteLines: (sheetId: number, kind: LineKind, first: number, count: number) => void;
  readonly moveLines: (sheetId: number, kind: LineKind, first: number, count: number, before: number) => void;
  readonly hideLines: (sheetId: number, kind: LineKind, first: number, count: number, hidden: boolean) => void;
  readonly lineHidden: (sheetId: number, kind: LineKind, index: number, by: 'user' | 'filter') => boolean;
  /** In pixels. */
  readonly columnWidth: (sheetId: number, column: number) => number;
  readonly setColumnWidths: (sheetId: number, first: number, count: number, width: number) => void;
  /** As wide as what the cells show (assumed: about as Google does). */
  readonly autoResizeColumns: (sheetId: number, first: number, count: number) => void;
  readonly sortRange: (box: Box, by: readonly SortKey[]) => void;

  readonly values: (box: Box) => readonly (readonly HostValue[])[];
  readonly displayValues: (box: Box) => readonly (readonly string[])[];
  readonly formulas: (box: Box) => readonly (readonly string[])[];
  readonly notes: (box: Box) => readonly (readonly string[])[];
  readonly formats: (box: Box, what: FormatName) => readonly (readonly string[])[];
  readonly setValues: (box: Box, values: readonly (readonly HostEntry[])[]) => void;
  readonly setFormulas: (box: Box, formulas: readonly (readonly string[])[]) => void;
  readonly setNotes: (box: Box, notes: readonly (readonly string[])[]) => void;
  /** Null: the sheet's default again. */
  readonly setFormats: (box: Box, what: FormatName, formats: readonly (readonly (string | null)[])[]) => void;
  readonly clear: (box: Box, what: readonly ClearedPart[]) => void;
  readonly copy: (from: Box, to: Box, what: 'all' | 'values' | 'formats') => void;

  readonly canEdit: (box: Box) => boolean;
  readonly mergedRanges: (box: Box) => readonly Box[];
  readonly merge: (box: Box) => void;
  readonly breakApart: (box: Box) => void;
  /** Null: the sheet has none. */
  readonly filter: (sheetId: number) => Box | null;
  /** The JSON of each cell's rule; null: none. */
  readonly validations: (box: Box) => readonly (readonly (string | null)[])[];
  readonly setValidations: (box: Box, rules: readonly (readonly (string | null)[])[]) => void;

  /** Null: of every sheet. */
  readonly protections: (sheetId: number | null, type: 'RANGE' | 'SHEET') => readonly ProtectionFacts[];
  readonly conditionalRules: (sheetId: number) => readonly ConditionalRuleFacts[];
  readonly setConditionalRules: (sheetId: number, rules: readonly ConditionalRuleFacts[]) => void;

  readonly metadata: (filter: MetadataFilter) => readonly MetadataFacts[];
  readonly addMetadata: (added: Omit<MetadataFacts, 'id'>) => number;
  readonly changeMetadata: (id: number, change: MetadataChange) => void;
  readonly removeMetadata: (id: number) => void;

  readonly namedRanges: () => readonly { readonly name: string; readonly box: Box }[];
  readonly setNamedRange: (name: string, box: Box) => void;
  readonly removeNamedRange: (name: string) => void;

  readonly charts: (sheetId: number) => readonly ChartFacts[];
  readonly insertChart: (sheetId: number, chart: ChartFacts) => number;
  readonly updateChart: (sheetId: number, chart: ChartFacts) => void;
  readonly removeChart: (sheetId: number, id: number) => void;

  readonly flush: () => void;
  /** Null: left out. */
  readonly toast: (message: string, title: string | null, seconds: number | null) => void;
}

/** A cell's value as it crosses: errors are their text, empty is ''. */
export type HostValue = string | number | boolean | HostDate;

/** A moment, milliseconds since 1970; the script sees a Date of its own. */
export interface HostDate {
  readonly dateMs: number;
}

/**
 * A long text of a cell, in an answer, by its place among these: the script's world fetches it by itself, since within JSON the reasons of 50,000
 * customers would be copied three times.
 */
export interface HostText {
  readonly longText: number;
}

/** A value on its way into a cell, null for nothing. The script's Dates become moments as they cross, row by row. */
export type HostEntry = HostValue | Date | null;

export type LineKind = 'row' | 'column';

/** A block of cells of a sheet. */
export interface Box {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface SpreadsheetFacts {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly locale: string;
  readonly timeZone: string;
}

export interface SheetFacts {
  readonly name: string;
  /** From 1. */
  readonly index: number;
  readonly hidden: boolean;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly maxRows: number;
  readonly maxColumns: number;
  /** The last row and column with content; 0: none. */
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** What is to be another; what is left out stays. */
export interface SheetChange {
  readonly name?: string;
  readonly hidden?: boolean;
  readonly frozenRows?: number;
  readonly frozenColumns?: number;
  /** From 1. */
  readonly index?: number;
}

export interface SortKey {
  readonly column: number;
  readonly ascending: boolean;
}

export type FormatName =
  | 'background'
  | 'fontColor'
  | 'fontWeight'
  | 'fontStyle'
  | 'horizontalAlignment'
  | 'verticalAlignment'
  | 'wrap'
  | 'numberFormat';

export type ClearedPart = 'contents' | 'formats' | 'notes' | 'validations';

export interface ProtectionFacts {
  readonly id: number;
  readonly box: Box;
  readonly type: 'RANGE' | 'SHEET';
  readonly description: string;
  readonly canEdit: boolean;
  readonly isWarningOnly: boolean;
  readonly unprotected: readonly Box[];
}

export interface ConditionalRuleFacts {
  readonly boxes: readonly Box[];
  /** `CUSTOM_FORMULA` with its one formula, or another of Google's names. */
  readonly type: string;
  readonly values: readonly string[];
  readonly background: string | null;
  readonly fontColor: string | null;
  readonly bold: boolean | null;
  readonly italic: boolean | null;
}

export type MetadataLocation =
  | { readonly type: 'SPREADSHEET' }
  | { readonly type: 'SHEET'; readonly sheetId: number }
  | { readonly type: 'ROW' | 'COLUMN'; readonly sheetId: number; readonly index: number };

export interface MetadataFacts {
  readonly id: number;
  readonly key: string;
  readonly value: string | null;
  readonly visibility: 'DOCUMENT' | 'PROJECT';
  readonly location: MetadataLocation;
}

export interface MetadataChange {
  readonly key?: string;
  readonly value?: string;
  readonly visibility?: 'DOCUMENT' | 'PROJECT';
  readonly location?: MetadataLocation;
}

/**
 * Where metadata is looked for: what stands exactly on a spreadsheet, sheet or line, or what stands anywhere within one or
 * within a block (documented: of a block, lines that lie wholly in it).
 */
export type MetadataScope =
  | { readonly kind: 'at'; readonly location: MetadataLocation }
  | { readonly kind: 'within-spreadsheet' }
  | { readonly kind: 'within-sheet'; readonly sheetId: number }
  | { readonly kind: 'within-box'; readonly box: Box };

/** Null: whatever it is. */
export interface MetadataFilter {
  readonly scope: MetadataScope;
  readonly id: number | null;
  readonly key: string | null;
  readonly value: string | null;
  readonly visibility: 'DOCUMENT' | 'PROJECT' | null;
  readonly locationType: MetadataLocation['type'] | null;
}

export interface ChartFacts {
  /** 0: not on a sheet yet. */
  readonly id: number;
  readonly type: string;
  readonly boxes: readonly Box[];
  readonly headers: number;
  readonly row: number;
  readonly column: number;
  readonly offsetX: number;
  readonly offsetY: number;
  /** JSON of the settings by name; `title` is among them. */
  readonly options: string;
}
