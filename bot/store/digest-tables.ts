import type { ColumnType } from 'kysely';
import type { DigestPart } from '../../core/digest/digest.ts';

/** Where, when and of what a member gets digests; who has no row gets what is usual. */
export interface DigestSettingTable {
  workspace_id: ColumnType<string, string, never>;
  member_id: ColumnType<string, string, never>;
  /** HH:MM in the member's zone, or `off`. */
  at: string;
  /** A Slack channel; null: a direct message. */
  channel: string | null;
  parts: DigestPart[];
  /** The members whose books it tells of; null: the whole team's. */
  rep_ids: string[] | null;
  updated_at: Date;
}

/** Which customer a posted card is about. */
export interface PostedCardTable {
  workspace_id: ColumnType<string, string, never>;
  channel: ColumnType<string, string, never>;
  /** The message's id in the channel. */
  ts: ColumnType<string, string, never>;
  customer_id: string;
  posted_at: ColumnType<Date, Date, never>;
}
