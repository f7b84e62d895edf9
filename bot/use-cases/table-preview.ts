import type { DateOrder } from '../../core/table/reading.ts';

/** How a table was read and what importing it would do, in sentences of the reader's language. */
export interface TablePreview {
  readonly fileName: string;
  /** The sheet of a workbook that was read; null for text. */
  readonly sheet: string | null;
  /** Why the table cannot be used, as what to do about it; null when it can. */
  readonly stopped: string | null;
  /** Every column with a heading or values, in the table's order. */
  readonly columns: readonly PreviewColumn[];
  /** Fields that a column can be given, with their titles, for a person who corrects the matching. */
  readonly fields: readonly { readonly id: string; readonly title: string }[];
  /** What reading left open and a person can decide. */
  readonly open: readonly OpenChoice[];
  /** What should be known about the reading, the gravest first. */
  readonly remarks: readonly { readonly severity: 'error' | 'problem' | 'note'; readonly text: string }[];
  /** Remarks beyond those that are spelt out. */
  readonly moreRemarks: number;
  /** Null when the table cannot be used. */
  readonly changes: PreviewChanges | null;
}

export interface PreviewColumn {
  /** A, B, … AA */
  readonly letter: string;
  readonly heading: string;
  /** A field's id and its title; null when the column is kept as text beside the customer. */
  readonly field: string | null;
  readonly title: string | null;
  /** `close`: the heading is only near a known one. */
  readonly match: 'exact' | 'close' | 'given' | 'none';
  /** The first value, as it stands. */
  readonly example: string;
}

/** A question that the table's values do not answer, with the answers it takes. */
export type OpenChoice =
  | { readonly kind: 'decimal'; readonly options: readonly ('.' | ',')[] }
  | { readonly kind: 'date-order'; readonly options: readonly DateOrder[] };

/** What a person decides about a table, beside the table. */
export interface TableDecisions {
  /** By the column's letter; null leaves the column out. */
  readonly columns?: readonly { readonly column: string; readonly field: string | null }[];
  readonly decimal?: '.' | ',';
  readonly dateOrder?: DateOrder;
}

/** What an import would do, or did. */
export interface PreviewChanges {
  readonly counts: {
    readonly new: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly rejected: number;
  };
  /** "Nothing written yet. This import would bring: 12 new, …" */
  readonly summary: string;
  /** Rejected rows, changed values, likely duplicates, unknown owners. */
  readonly lines: readonly string[];
  readonly moreLines: number;
  /**
   * How many of the table's customers would be in each tier, best first, and last, with null, how many a person should
   * look at first; empty when nothing is graded.
   */
  readonly tiers: readonly { readonly tier: string | null; readonly label: string; readonly customers: number }[];
  /** The first few names, for trying them out. */
  readonly names: readonly string[];
}

/** What came of an import. */
export interface TableResult {
  readonly fileName: string;
  readonly changes: PreviewChanges;
  /** The rejected rows as a CSV file that can be mended and imported again; null when all were taken. */
  readonly rejectedCsv: string | null;
  /** By which the import can be undone, until the next one begins; null when nothing changed. */
  readonly undoId: string | null;
}
