import type { ColumnType } from 'kysely';
import type { Language } from '../../core/text/language.ts';
import type { JsonColumn } from './json-column.ts';

/** When a Google account's last requests were, or are going to be, sent. It is no workspace's: Google counts by account. */
export interface SheetsQuotaTable {
  account: ColumnType<string, string, never>;
  kind: ColumnType<'read' | 'write', 'read' | 'write', never>;
  /** In the order in which they were asked for. */
  sent_at: Date[];
}

/** A tab of a Google spreadsheet that shares the workspace's book. */
export interface ConnectedSheetTable {
  workspace_id: ColumnType<string, string, never>;
  /** UUIDv7. */
  id: ColumnType<string, string, never>;
  /** Google's ids. */
  spreadsheet_id: ColumnType<string, string, never>;
  tab_id: ColumnType<number, number, never>;
  /** As they were when the sheet was last read, for sentences. */
  spreadsheet_title: string;
  tab_title: string;
  /** In which language Tierbook writes into the sheet. */
  language: Language;
  /** What a person decided about reading it. */
  hints: JsonColumn<unknown>;
  /** The member; null: from the command line. */
  connected_by: string | null;
  connected_at: Date;
  /** Of the values that were read last; null: to be read whatever they are. */
  values_hash: string | null;
  /** Of all that was read last, ours among it; null: to be looked into whatever it is. */
  values_print: string | null;
  /** When the sheet was last compared with the book, changed or not. */
  pulled_at: Date | null;
  last_pull: JsonColumn<unknown>;
  pushed_at: Date | null;
  last_push: JsonColumn<unknown>;
  /** What sheet and book were when a push found nothing to write. */
  settled_print: string | null;
  /** Why it could not be read or written last. */
  problem: JsonColumn<unknown>;
  /** How many times in a row it failed. */
  failures: number;
  /** The clock leaves it alone until then. */
  try_again_at: Date | null;
  /** Since when it has that kind of problem. */
  problem_since: Date | null;
  /** Who works on it, and until when at the latest. */
  held_by: string | null;
  held_until: Date | null;
}

/** What was read last of a customer's row in a connected sheet. */
export interface ConnectedSheetRowTable {
  workspace_id: ColumnType<string, string, never>;
  sheet_id: ColumnType<string, string, never>;
  /** The customer that the row names, which may have been merged into another since. */
  customer_id: ColumnType<string, string, never>;
  /** The row's number and name in the form in which they are compared; null when it has none. */
  key_normal: string | null;
  name_normal: string | null;
  read: JsonColumn<unknown>;
  /** Since when the sheet has no such row. */
  vanished_at: Date | null;
}

/** A customer who was removed from Tierbook while the sheet still had its row. */
export interface ConnectedSheetRemovedTable {
  workspace_id: ColumnType<string, string, never>;
  sheet_id: ColumnType<string, string, never>;
  /** Whom nobody has on file any more. */
  customer_id: ColumnType<string, string, never>;
  /** As the row had them when it was last read. */
  key_normal: string | null;
  name_normal: string | null;
  removed_at: Date;
}

/** What Tierbook has said of a customer in a connected sheet. */
export interface ConnectedSheetSaidTable {
  workspace_id: ColumnType<string, string, never>;
  sheet_id: ColumnType<string, string, never>;
  customer_id: ColumnType<string, string, never>;
  /** Of all that it was made of. */
  sign: string;
  /** Print of the cells. */
  cells: string;
}
