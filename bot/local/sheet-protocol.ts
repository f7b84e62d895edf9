/**
 * What the page *Sheet* of the local workspace and its server say to each other. Types only. Rows and columns are 0-based.
 *
 * - `GET /local/sheet/view?as=USER&sheet=ID&from=ROW&to=ROW` – a {@link SheetView}; without `sheet`, or where it is gone, the
 *   one that is chosen; `to` is not included.
 * - `POST /local/sheet/edit?as=USER` – a {@link SheetEdit} as JSON; answered with a {@link SheetEdited}.
 * - `GET /local/sheet/menu?as=USER` – what the add-on puts into its menu, an {@link AddonMenu}.
 * - `POST /local/sheet/run?as=USER` – a {@link ScriptRun} as JSON; answered with a {@link ScriptEnd}.
 * - `GET /local/sheet/dialog/ID` – the page of a sidebar or dialog that a run opened, with a policy of its own.
 *
 * A change of the workbook is told by a `sheet` event among the page's events. What is refused is answered as everywhere on
 * the page.
 */

/** A block of cells. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** How a cell looks, where it is not as usual. */
export interface CellLook {
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly isUnderlined?: boolean;
  readonly isStruck?: boolean;
  /** CSS colours. */
  readonly colour?: string;
  readonly background?: string;
  readonly align?: 'left' | 'center' | 'right';
}

/** A cell that has something in it. */
export interface PageCell {
  /** As it is shown: a number in its format, an error as `#REF!`. */
  readonly text: string;
  /** What one edits: the formula, or the value as one would type it. */
  readonly entry: string;
  readonly kind: 'text' | 'number' | 'boolean' | 'error';
  /** A number as it is, and the pattern it is shown by if it has one: copied along. */
  readonly number?: number;
  readonly format?: string;
  readonly note?: string;
  readonly look?: CellLook;
}

/** A row's cells by column; those that are empty and look as usual are left out. */
export type PageRow = Readonly<Record<number, PageCell>>;

/** One sheet of the workbook, as a tab. */
export interface SheetTab {
  readonly id: number;
  readonly name: string;
  readonly isHidden: boolean;
}

/** A chart that lies over the cells. Sizes and distances in CSS pixels. */
export interface PageChart {
  readonly id: number;
  /** Empty: none. */
  readonly title: string;
  /** The cell from whose upper left corner it hangs, and how far from there. */
  readonly row: number;
  readonly column: number;
  readonly offsetX: number;
  readonly offsetY: number;
  readonly width: number;
  readonly height: number;
  /** Null: a kind of chart that the page does not draw. */
  readonly bars: ChartBars | null;
}

/** What a chart of bars shows, as its cells are now. */
export interface ChartBars {
  readonly direction: 'up' | 'right';
  readonly isStacked: boolean;
  /** The heading above the labels; empty: none. */
  readonly heading: string;
  /** As the cells show them. */
  readonly labels: readonly string[];
  /** With a number for each label; null where the cell has none. */
  readonly series: readonly {
    readonly name: string;
    /** A CSS colour that somebody chose. */
    readonly colour?: string;
    readonly points: readonly (ChartPoint | null)[];
  }[];
}

/** A number, and what its cell shows. */
export interface ChartPoint {
  readonly number: number;
  readonly text: string;
}

/** One sheet, and those of its rows that were asked for. */
export interface SheetView {
  /** Grows with every change of the workbook. */
  readonly revision: number;
  readonly tabs: readonly SheetTab[];
  readonly sheetId: number;
  readonly rowCount: number;
  readonly columnCount: number;
  /** So many rows and columns have something in them, from the first on. */
  readonly usedRows: number;
  readonly usedColumns: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** Widths in CSS pixels by column, where they are not as usual. */
  readonly widths: Readonly<Record<number, number>>;
  /** Ranges of rows that are not shown, by hand or by a filter, as first row and number. */
  readonly hiddenRows: readonly (readonly [first: number, count: number])[];
  readonly hiddenColumns: readonly number[];
  readonly merges: readonly Area[];
  /** What the workbook has selected, if it is on this sheet. */
  readonly selected: Area | null;
  /** The cells under a filter, its headings included. */
  readonly filter: Area | null;
  /** From the lowest to the uppermost. */
  readonly charts: readonly PageChart[];
  /** The first row of `rows`. */
  readonly from: number;
  readonly rows: readonly PageRow[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What befell the workbook's file at the start, as a sentence; null when nothing did. */
  readonly notice: string | null;
}

/** Something that is put into a cell: a text is taken as if it was typed, a value as it is. */
export type CellEntry = string | { readonly value: string | number | boolean; readonly format?: string };

/** A change of the workbook by hand. */
export type SheetEdit =
  /** Puts a block of entries down from its upper left corner; sheets grow as needed. */
  | {
      readonly kind: 'enter';
      readonly sheetId: number;
      readonly row: number;
      readonly column: number;
      readonly entries: readonly (readonly CellEntry[])[];
    }
  | { readonly kind: 'clear'; readonly sheetId: number; readonly area: Area }
  | {
      readonly kind: 'insert' | 'delete' | 'hide' | 'show';
      readonly sheetId: number;
      readonly what: 'rows' | 'columns';
      readonly first: number;
      readonly count: number;
    }
  /** Sorts whole rows of `area` by a column. */
  | {
      readonly kind: 'sort';
      readonly sheetId: number;
      readonly area: Area;
      readonly column: number;
      readonly isDescending: boolean;
    }
  | { readonly kind: 'width'; readonly sheetId: number; readonly column: number; readonly pixels: number }
  | { readonly kind: 'freeze'; readonly sheetId: number; readonly rows: number }
  | { readonly kind: 'add-sheet' }
  | { readonly kind: 'rename-sheet'; readonly sheetId: number; readonly name: string }
  | { readonly kind: 'delete-sheet' | 'duplicate-sheet' | 'hide-sheet' | 'show-sheet'; readonly sheetId: number }
  /** Takes the person's last change back. */
  | { readonly kind: 'undo' }
  /** Does again what was taken back last. */
  | { readonly kind: 'redo' }
  /** Makes a new sheet with the sample table in the person's language. */
  | { readonly kind: 'sample' };

/** What became of an edit. */
export interface SheetEdited {
  readonly revision: number;
  /** Why it was not done, in a sentence; null when it was. */
  readonly refusal: string | null;
  /** The sheet to show and the cells to select now; null: as before. */
  readonly sheetId: number | null;
  readonly selection: Area | null;
}

/** The add-on's menu. */
export interface AddonMenu {
  readonly title: string;
  readonly items: readonly AddonMenuItem[];
  /** Why there is none, in a sentence; null when there is one. */
  readonly problem: string | null;
}

export type AddonMenuItem =
  | { readonly kind: 'item'; readonly title: string; readonly functionName: string }
  | { readonly kind: 'line' }
  | { readonly kind: 'menu'; readonly title: string; readonly items: readonly AddonMenuItem[] };

/** Lets the add-on's script run, with what is selected meanwhile. */
export interface ScriptRun {
  /** From the menu, or by `google.script.run`. */
  readonly from: 'menu' | 'sidebar';
  readonly functionName: string;
  readonly arguments: readonly unknown[];
  /** What the person answered to its alerts, in that order, when it ran before; others count as closed. */
  readonly answers: readonly AlertAnswer[];
  readonly sheetId: number;
  readonly selection: Area;
}

/** How a run ended. */
export interface ScriptEnd {
  readonly revision: number;
  readonly result: ScriptResult;
  /** What it showed, in that order. */
  readonly shown: readonly ScriptShows[];
  /** Where it moved the selection; null where it did not. */
  readonly sheetId: number | null;
  readonly selection: Area | null;
}

/** The buttons of an alert. */
export type AlertAnswer = 'OK' | 'CANCEL' | 'YES' | 'NO';

/** What it gave back, or how it failed. */
export type ScriptResult =
  | { readonly kind: 'returned'; readonly value: unknown }
  | { readonly kind: 'threw'; readonly name: string; readonly message: string };

/** Something that a script shows to the person who runs it. */
export type ScriptShows =
  | { readonly kind: 'toast'; readonly title: string; readonly text: string }
  /** `answers`: those for which it can be run again; none: it is only to be read. */
  | {
      readonly kind: 'alert';
      readonly title: string;
      readonly text: string;
      readonly answers: readonly AlertAnswer[];
    }
  | { readonly kind: 'sidebar'; readonly title: string; readonly dialogId: string }
  | {
      readonly kind: 'dialog';
      readonly title: string;
      readonly dialogId: string;
      readonly width: number;
      readonly height: number;
    };
