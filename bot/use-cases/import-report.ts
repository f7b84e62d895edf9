import type { FactValue } from '../../core/customer.ts';
import type { Cell } from '../../core/table/cell.ts';
import type { CustomerStatus } from '../store/customer-tables.ts';
import type { CurrencyClash } from './currency-clash.ts';
import type { GradingSummary } from './grade-stage.ts';

/** Why a row was not taken over. */
export type RejectReason =
  /** Neither a name nor a key. */
  | { readonly code: 'nameless' }
  /** A key that nobody has yet, and no name for a new customer. */
  | { readonly code: 'unknown-key' }
  /** A name or a key longer than {@link MAX_NAME_LENGTH} characters: two cells run together, most likely. */
  | { readonly code: 'too-long' }
  /** Another row of the table is the same customer, says something else and counts. */
  | { readonly code: 'repeated'; readonly otherRow: number }
  /** Several customers have this name; only a key tells them apart. */
  | { readonly code: 'several-match'; readonly candidates: readonly string[] };

/** Longest name or key in characters. */
export const MAX_NAME_LENGTH = 300;

/** One value that a row changes; null where there was or is none. */
export interface FieldChange {
  /** A field's id, or the heading of a column that no field took. */
  readonly field: string;
  readonly from: FactValue | null;
  readonly to: FactValue | null;
}

/** What became of one record of the table. */
export interface ImportedRow {
  /** 1-based row of the sheet. */
  readonly row: number;
  /** As the row has it; empty when it has none. */
  readonly name: string;
  readonly outcome:
    | { readonly kind: 'new'; readonly customerId: string }
    | { readonly kind: 'changed'; readonly customerId: string; readonly changes: readonly FieldChange[] }
    | {
        readonly kind: 'unchanged';
        readonly customerId: string;
        /** `repeated`: says the same as another row. `merged`: its customer was merged into that of another row. */
        readonly because?: 'repeated' | 'merged';
      }
    | { readonly kind: 'rejected'; readonly reason: RejectReason };
}

/** Customers that may be one and the same. */
export interface LikelyDuplicate {
  /** What they have in common. */
  readonly by: 'key' | 'name' | 'phone' | 'email';
  readonly customers: readonly {
    readonly customerId: string;
    readonly key: string | null;
    readonly name: string;
    /** The table's row, or null when only the database has it. */
    readonly row: number | null;
  }[];
}

/** Rows that can be mended and imported again, with their heading. */
export interface RejectedTable {
  readonly headings: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly Cell[]; readonly reason: RejectReason }[];
}

/** What an import did, or would do. */
export interface ImportReport {
  /** True when nothing was written. */
  readonly dryRun: boolean;
  readonly counts: {
    readonly new: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly rejected: number;
  };
  /** One for each record of the table, in its order. */
  readonly rows: readonly ImportedRow[];
  readonly rejected: RejectedTable;
  readonly duplicates: readonly LikelyDuplicate[];
  /** Set when the table's amounts are in another currency than those on file, with which they are compared. */
  readonly currencyClash: CurrencyClash | null;
  /** Owners that no member could be found for, with the rows that name them. */
  readonly unknownOwners: readonly { readonly text: string; readonly rows: readonly number[] }[];
  /** Archived and lost customers that the table names: brought up to date, and as archived as before. */
  readonly closed: readonly {
    readonly row: number;
    readonly customerId: string;
    readonly name: string;
    readonly status: Exclude<CustomerStatus, 'active'>;
  }[];
  /** One for each stage that was graded; empty for a dry run. */
  readonly gradings: readonly GradingSummary[];
  /** By which the import can be undone until the next one; null for a dry run, for samples, and where nothing changed. */
  readonly undoId: string | null;
}
