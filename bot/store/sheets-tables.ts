import type { ColumnType } from 'kysely';

/** When a Google account's last requests were, or are going to be, sent. It is no workspace's: Google counts by account. */
export interface SheetsQuotaTable {
  account: ColumnType<string, string, never>;
  kind: ColumnType<'read' | 'write', 'read' | 'write', never>;
  /** In the order in which they were asked for. */
  sent_at: Date[];
}
