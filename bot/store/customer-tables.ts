import type { ColumnType } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { Facts } from '../../core/customer.ts';
import type { CustomerStage } from '../../core/customer-stage.ts';
import type { GradeStatus } from '../../core/grading/grade.ts';
import type { ContactState } from './contact-state.ts';
import type { Held } from './grading-tables.ts';
import type { JsonColumn } from './json-column.ts';

/** Where a customer came from: `sample` until a table or a person of the workspace's own touches it. */
export type CustomerSource = PurchaseSource | 'sheet';

/** Where a purchase came from. */
export type PurchaseSource = 'import' | 'sample' | 'person';

/** Whether anybody still works with a customer: archived by a person, or a prospect that was lost. */
export type CustomerStatus = 'active' | 'archived' | 'lost';

/** A company or person the business sells to. */
export interface CustomerTable {
  workspace_id: ColumnType<string, string, never>;
  /** UUIDv7. */
  id: ColumnType<string, string, never>;
  /** The business's own number for it, as written. */
  key: string | null;
  /** The key in the form in which it is compared; unique in a workspace. */
  key_normal: string | null;
  name: string;
  /** `normaliseName(name)`. */
  name_normal: string;
  /** `withoutLegalSuffix(name_normal)`. */
  name_short: string;
  /** Other names by which it is found: former ones, those of customers merged into it. */
  aliases: ColumnType<string[], string[], string[]>;
  /** The owner as the table names them. */
  owner_text: string | null;
  /** The member who that is, when it is known. */
  owner_id: string | null;
  stage: CustomerStage;
  industry: string | null;
  region: string | null;
  /** The tier that its own table gave it; never ours. */
  given_tier: string | null;
  facts: JsonColumn<Facts>;
  /** Cells of columns that no field took, by heading. */
  extra: JsonColumn<Readonly<Record<string, string>>>;
  last_contact_on: ColumnType<CalendarDate | null, string | null, string | null>;
  next_contact_on: ColumnType<CalendarDate | null, string | null, string | null>;
  source: CustomerSource;
  /** The customer that this one was merged into; such a row only leads there. */
  merged_into: string | null;
  /** Archived and lost ones are neither graded nor followed up. */
  status: ColumnType<CustomerStatus, CustomerStatus | undefined, CustomerStatus>;
  status_at: Date | null;
  /** Why it was archived or lost. */
  status_reason: string | null;
  created_at: ColumnType<Date, Date, never>;
  updated_at: Date;
}

/** A person at a customer. */
export interface ContactPersonTable {
  workspace_id: ColumnType<string, string, never>;
  id: ColumnType<string, string, never>;
  customer_id: string;
  name: string | null;
  role: string | null;
  phone: string | null;
  /** Digits only, for comparison. */
  phone_normal: string | null;
  email: string | null;
  /** Lower case, for comparison. */
  email_normal: string | null;
  birthday: ColumnType<CalendarDate | null, string | null, string | null>;
  notes: string | null;
  created_at: ColumnType<Date, Date, never>;
  updated_at: Date;
}

/** Two customers joined into one, with what is needed to take them apart again. */
export interface CustomerMergeTable {
  workspace_id: ColumnType<string, string, never>;
  id: ColumnType<string, string, never>;
  kept_id: string;
  gone_id: string;
  undo: JsonColumn<MergeUndo>;
  merged_by: string | null;
  merged_at: ColumnType<Date, Date, never>;
  undone_by: string | null;
  undone_at: Date | null;
}

/** What a merge changed, so that it can be taken back. */
export interface MergeUndo {
  /** Fields of the kept customer that were filled in, before and after. */
  readonly fields: readonly { readonly column: string; readonly before: unknown; readonly after: unknown }[];
  /** Customers that had been merged into the gone one before. */
  readonly repointed: readonly string[];
  /** The grades of both before, and the kept one's after. */
  readonly goneGrade: StoredGrade | null;
  readonly keptGrade: StoredGrade | null;
  readonly keptGradeAfter: StoredGrade | null;
  /** The change of grade that the merge caused, if it did. */
  readonly gradeChangeId: string | null;
  /** What people had decided on the next contacts of both, and what the kept one's is after; missing in merges of old. */
  readonly decided?: {
    readonly gone: Decisions | null;
    readonly kept: Decisions | null;
    readonly keptAfter: Decisions | null;
  };
}

/** What people decided on a customer's next contact, as JSON. */
export type Decisions = Pick<ContactState, 'promise' | 'snoozedUntil' | 'skippedOn' | 'isPaused' | 'pausedUntil'>;

/** A grade as JSON. */
export interface StoredGrade {
  readonly runId: string;
  readonly status: GradeStatus;
  readonly tier: string | null;
  readonly score: number | null;
  /** ISO 8601. */
  readonly tierSince: string;
  /** These three are missing in merges of old: the tier was what the values gave. */
  readonly computedTier?: string | null;
  readonly held?: Held | null;
  readonly worseRuns?: number;
}
