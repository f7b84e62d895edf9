import type { AnyScheme } from '../core/grading/scheme-inputs.ts';
import type { GivenColumn } from '../core/table/match-columns.ts';
import type { TableHints } from '../core/table/read-table.ts';
import type { ColumnReading, TableProblem } from '../core/table/reading.ts';
import type { FullPoints } from '../core/text/grading-text.ts';
import type { Language } from '../core/text/language.ts';
import type { SheetInfo } from './table/sheet-data.ts';

/**
 * What the sidebar and the script say to each other through `google.script.run`: JSON only, days as ISO strings. The script
 * grades; the sidebar puts problems of tables and schemes into words, so that the script, which every custom function loads,
 * stays small.
 */

/** What the sidebar shows first, by the menu's item: `grade` grades at once as last time, `undo` and `summary` do so too. */
export type Screen = 'table' | 'grade' | 'undo' | 'summary' | 'schemes' | 'help';

/** With what the sidebar opens; `openedPage` writes it into the page. */
export interface Opening {
  readonly screen: Screen;
  readonly language: Language;
}

/** A block of cells of one sheet, 1-based as people count. */
export interface Place {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** How the person wants a table read and graded; what is left out is found. */
export interface TableRequest {
  /** Which table: one of `SheetView.tables`; left out: the one around the selection, or the only one. */
  readonly place?: Place;
  /** Whether that table and those with the same headings above and below it are graded as one. */
  readonly together?: boolean;
  /** A scheme's id; left out: what the table was graded by last, else the best fitting one. */
  readonly scheme?: string;
  /** The person's decisions about columns (by `ColumnReading.index`, or as a view named them) and formats; left out: those of the last grading; `{}`: none. */
  readonly hints?: TableHints;
  readonly language?: Language;
}

/** A scheme that can be chosen. */
export interface SchemeOption {
  readonly id: string;
  readonly title: string;
  /** `sheet`: the workbook's own. */
  readonly from: 'built-in' | 'sheet';
  readonly purpose: 'prospects' | 'customers' | 'segments';
}

/** One customer as it would be graded. */
export interface ExampleRow {
  /** 1-based row of the sheet. */
  readonly row: number;
  readonly name: string;
  /** The tier's title; empty when a person must decide. */
  readonly tier: string;
  readonly score: number | null;
  readonly why: string;
  readonly review: string;
}

/** How a table was understood and what grading it would give. Nothing has been written. */
export interface TableView {
  readonly place: Place;
  readonly sheetName: string;
  /** 1-based row of the sheet that holds the (last) headings. */
  readonly headerRow: number;
  /** Customers' rows. */
  readonly customers: number;
  /** In the table's order and without ours; `letter` is the sheet's own name for the column, whatever column the table begins in. */
  readonly columns: readonly ColumnReading[];
  /** By column: the first value as it stands. */
  readonly examples: readonly string[];
  /** The gravest first, at most 200; rows are the sheet's, columns the table's. */
  readonly problems: readonly TableProblem[];
  readonly problemCount: number;
  readonly scheme: SchemeOption;
  /** Why this scheme: the person's, the last grading's, or how it was chosen; `gone`: the best one, since the last grading's is no longer known. */
  readonly chosen: 'given' | 'last' | 'best' | 'prospects' | 'gone' | 'nothing';
  /**
   * Tiers best first with what they would hold; `tier` is the title; after them what somebody typed that is no tier of the scheme; the last
   * one with an empty title: for review.
   */
  readonly counts: readonly {
    readonly tier: string;
    readonly colour: string | null;
    readonly customers: number;
    readonly isUnknown?: true;
  }[];
  readonly sample: readonly ExampleRow[];
  /** What full points take, by criterion; empty where points decide nothing. */
  readonly fullPoints: readonly FullPoints[];
  /** True when the table has columns of ours already. */
  readonly isGraded: boolean;
  /** Tiers that somebody typed over and that stay. */
  readonly overrides: number;
  /** What grading would overwrite. */
  readonly edited: EditedCells;
  /** The other tables of the sheet. */
  readonly others: readonly FoundPlace[];
  /** The person's decisions by which it was read: the request's, else those of the last grading; left out: none. */
  readonly hints?: TableHints;
  /** Those that were left out, since their columns were renamed or deleted or can no longer be told from others; left out: none. */
  readonly gone?: readonly GivenColumn[];
}

/** A table of a sheet; those with the same headings and column could be graded `together`. */
export interface FoundPlace {
  readonly place: Place;
  readonly headings: readonly string[];
}

/** A sheet of Tierbook's: what it remembers, the workbook's own schemes, or a summary. */
export type OwnSheet = 'memory' | 'schemes' | 'summary';

/** What the sidebar shows when it opens, and after every correction. */
export type SheetView =
  | {
      readonly kind: 'table';
      readonly language: Language;
      readonly schemes: readonly SchemeOption[];
      readonly table: TableView;
    }
  /** Several tables, and the selection is in none of them, in more than one, or in A1, where nobody has chosen anything. */
  | {
      readonly kind: 'several';
      readonly language: Language;
      readonly sheetName: string;
      readonly tables: readonly FoundPlace[];
    }
  /** A sheet that Tierbook made itself, which holds no customers; `table`: of which a summary was made, where it is still there. */
  | {
      readonly kind: 'own-sheet';
      readonly language: Language;
      readonly sheetName: string;
      readonly is: OwnSheet;
      readonly table: { readonly sheetName: string; readonly place: Place } | null;
    }
  /**
   * No table can be read: `problem` says why, `place` where it was looked. `no-header` asks which row holds the headings and
   * which column names the customer: the answer is a `place` that begins with that row, and that column as a hint.
   */
  | {
      readonly kind: 'unusable';
      readonly language: Language;
      readonly sheetName: string;
      readonly place: Place | null;
      /** The first rows of `place` that hold anything: at most eight, of at most 26 cells each. */
      readonly firstRows: readonly { readonly row: number; readonly texts: readonly string[] }[];
      readonly problem: TableProblem;
      readonly columns: readonly ColumnReading[];
      readonly examples: readonly string[];
      /** All of the person's decisions, as of a table that can be read. */
      readonly hints?: TableHints;
    };

/** Cells of ours that somebody edited since the last grading and that grading overwrites; `cells`: the first of them, such as `K7`. */
export interface EditedCells {
  readonly count: number;
  readonly cells: readonly string[];
}

/** A customer whom the result names. Texts are shown as they are. */
export interface CustomerRow {
  /** 1-based row of the sheet. */
  readonly row: number;
  readonly name: string;
  /** `moved`: the tier before; `overridden`: the tier that the scheme gives; `reviewed`: empty. Titles of tiers. */
  readonly from: string;
  /** The tier that now stands in the sheet; `reviewed`: why a person must decide. */
  readonly to: string;
}

/** What grading did. */
export type GradeOutcome =
  | {
      readonly kind: 'graded';
      readonly customers: number;
      readonly counts: TableView['counts'];
      readonly cellsWritten: number;
      /** Customers whose tier is another than at the last grading, upgrades and downgrades. */
      readonly upgrades: number;
      readonly downgrades: number;
      readonly overrides: number;
      /** What was overwritten; undo brings it back. */
      readonly edited: EditedCells;
      readonly forReview: number;
      /** The table as it was graded, for the words of `problems` and for jumps. */
      readonly table: Pick<TableView, 'place' | 'sheetName' | 'headerRow' | 'columns' | 'scheme' | 'fullPoints'>;
      /** Customers of interest, at most 100 of each kind, in the order of the sheet. */
      readonly moved: readonly CustomerRow[];
      readonly overridden: readonly CustomerRow[];
      readonly reviewed: readonly CustomerRow[];
      readonly problems: readonly TableProblem[];
      readonly problemCount: number;
      /** Styling that the sheet refused (typed columns of a Sheets table): what was left out. */
      readonly skipped: readonly ('colours' | 'notes' | 'formats')[];
    }
  | Refusal;

/** Why nothing was done. The script says it in a sentence of the reader's language. */
export interface Refusal {
  readonly kind: 'refused';
  readonly code:
    | 'busy'
    | 'protected'
    | 'unusable'
    | 'no-room'
    | 'scheme-changed'
    | 'no-such-scheme'
    | 'nothing-to-undo'
    | 'changed-meanwhile'
    | 'failed';
  readonly text: string;
}

/** What undoing did, or what it would overwrite. */
export type UndoOutcome =
  /** `gone`: headings of columns of ours that somebody has deleted since, and that stay away. */
  | { readonly kind: 'undone'; readonly cells: number; readonly gone: readonly string[] }
  /** Somebody edited our cells since: undo again with `overwrite` to lose that. */
  | {
      readonly kind: 'edited';
      readonly cells: readonly { readonly a1: string; readonly now: string; readonly former: string }[];
      readonly count: number;
    }
  | Refusal;

/** What the summary sheet of a graded table is planned from. */
export interface SummaryBasis {
  readonly kind: 'basis';
  readonly tableId: string;
  readonly sheet: SheetInfo;
  readonly place: Place;
  /** 1-based row of the (last) headings. */
  readonly headerRow: number;
  /** By which the table was graded. */
  readonly document: AnyScheme;
  /** In which it was graded, and in which all words of its columns are. */
  readonly language: Language;
  /** ISO days: today, of the last grading, and of the one before; null when there was none. */
  readonly madeOn: string;
  readonly gradedOn: string;
  readonly gradedBefore: string | null;
  /** Our columns by the key of their metadata; `isUsed`: something stands in a customer's row. */
  readonly own: readonly { readonly key: string; readonly column: string; readonly isUsed: boolean }[];
  /** Columns of amounts. */
  readonly amounts: readonly Amounts[];
  /** How many customers the last grading moved from which tier to which (titles; empty for none), in no order; `from` null: new. */
  readonly moves: readonly { readonly from: string | null; readonly to: string; readonly customers: number }[];
  /** Where the summary stands; where it will stand, one cell. */
  readonly at: Omit<Place, 'sheetId'>;
}

/** A column of amounts as it can be summed up. */
export interface Amounts {
  readonly field: string;
  /** As it stands, its unit included. */
  readonly heading: string;
  readonly column: string;
  /** Whether all amounts are numbers, which formulas can add up. */
  readonly areNumbers: boolean;
  /** Sums by tier (empty: none) as they are now, in the heading's unit. */
  readonly sums: readonly (readonly [tier: string, sum: number])[];
}

/** How cells look; null for the sheet's own. */
export interface SummaryLooks {
  readonly weights: readonly (readonly ('bold' | 'normal')[])[];
  readonly numberFormats: readonly (readonly string[])[];
  readonly backgrounds: readonly (readonly (string | null)[])[];
  readonly fontColors: readonly (readonly (string | null)[])[];
}

/** A summary sheet as it is to be written; rows and columns count from 1 within it. */
export interface SummaryPlan extends SummaryLooks {
  readonly language: Language;
  readonly tableId: string;
  readonly sheetId: number;
  /** The first cell, for which the formulas are made. */
  readonly at: SummaryBasis['at'];
  /** The title of the sheet, should it be new. */
  readonly title: string;
  /** All cells of the block, formulas left empty; text is neutralised already. */
  readonly values: readonly (readonly (string | number)[])[];
  /** Blocks of formulas, with English separators. */
  readonly formulas: readonly {
    readonly row: number;
    readonly column: number;
    readonly cells: readonly (readonly string[])[];
  }[];
  /** Columns of labels and counts, headings included; null for no chart. */
  readonly chart: { readonly title: string; readonly row: number; readonly rows: number } | null;
}

export type SummaryOutcome = { readonly kind: 'done'; readonly sheetName: string } | Refusal;

/** The workbook's own schemes as they stand in the sheet *Tierbook schemes*. */
export interface SchemeSheet {
  /** For jumps; null when the workbook has no such sheet. */
  readonly sheetId: number | null;
  /** Null when the workbook has none yet. */
  readonly cells: readonly (readonly (string | number | boolean)[])[] | null;
  /** Ids whose rows are as they were when they were last checked. */
  readonly checked: readonly string[];
}

/** A scheme of the sheet that was checked in the sidebar and found sound. */
export interface CheckedScheme {
  readonly document: AnyScheme;
  /** Names the cells that it was read from (`schemeCellsHash`); the script refuses to grade by others. */
  readonly cellsHash: string;
}

/** How far a long run has come: shown by the sidebar while it waits. */
export interface Progress {
  readonly step: 'reading' | 'grading' | 'writing' | 'colouring';
  /** 0–1. */
  readonly done: number;
}

/** Everything that the sidebar may ask the script for; each is an entry point of the same name in `main.ts`. */
export interface Script {
  viewTable(request: TableRequest): SheetView | Refusal;
  gradeTable(request: TableRequest): GradeOutcome;
  readProgress(): Progress | null;
  /** `place`: of the table whose grading is meant; left out: the one around the selection. */
  undoGrading(request: {
    readonly overwrite: boolean;
    readonly language?: Language;
    readonly place?: Place;
  }): UndoOutcome;
  /** `not-graded`: the table that is asked for has no columns of ours. */
  readSummaryBasis(
    request: Pick<TableRequest, 'place' | 'language'>,
  ): SummaryBasis | { readonly kind: 'not-graded' } | Refusal;
  writeSummary(plan: SummaryPlan): SummaryOutcome;
  /** Selects a cell. */
  jumpTo(place: Place): void;
  readSchemeSheet(): SchemeSheet;
  /** Writes the sheet *Tierbook schemes*, or the part of it that holds this scheme. */
  writeSchemeSheet(request: {
    readonly cells: SchemeSheet['cells'] & {};
    readonly language?: Language;
  }): SchemeSheet | Refusal;
  saveCheckedSchemes(schemes: readonly CheckedScheme[]): void;
}
