import type { ColumnType } from 'kysely';
import type { Stability } from '../../core/grading/scheme.ts';
import type { JsonColumn, JsonText } from './json-column.ts';

/** A Slack workspace, or `T0LOCAL`. */
export interface WorkspaceTable {
  /** Slack's team id. */
  id: string;
  name: string | null;
  /** The scheme that grades prospects, by id; null for the default. */
  prospect_scheme: string | null;
  /** The scheme that grades customers, by id; null for the default. */
  customer_scheme: string | null;
  /** The schemes that say into which segments customers fall, by id. */
  segment_schemes: ColumnType<string[], string[] | undefined, string[]>;
  /** How steady tiers are kept, by the scheme's id, in place of what its document says. */
  scheme_stability: ColumnType<StabilityByScheme, never, JsonText<StabilityByScheme>>;
  /** ISO 3166 with the region where it matters (`DE`, `DE-BY`): whose public holidays are days off. Null: each member's. */
  country: string | null;
  /** Days of the week that nobody works, Monday 1 to Sunday 7. */
  weekend: ColumnType<number[], number[] | undefined, number[]>;
  /** The minutes that a day has for contacts. */
  day_minutes: ColumnType<number, number | undefined, number>;
  /** Since when all follow-ups are to be made anew; null: they are not. */
  follow_ups_stale_at: Date | null;
  /** The language of messages in channels, as Slack writes it; null: English. */
  locale: string | null;
  /**
   * Before that moment the book's past is not known. Null: it is known from the workspace's beginning; `infinity`: it begins
   * once all follow-ups have been made anew. Read it by `findHistoryFrom`.
   */
  history_from: ColumnType<unknown, Date | null, Date | null>;
  created_at: ColumnType<Date, Date, never>;
}

/** Stability by the id of the scheme. */
export type StabilityByScheme = Readonly<Record<string, Stability>>;

/** A person who uses Tierbook or owns a customer. */
export interface MemberTable {
  workspace_id: ColumnType<string, string, never>;
  id: ColumnType<string, string, never>;
  slack_user_id: string | null;
  display_name: string | null;
  real_name: string | null;
  email: string | null;
  role: 'rep' | 'manager' | 'admin';
  manager_id: string | null;
  /** IANA name, as Slack gives it. */
  time_zone: string | null;
  /** As Slack gives it: `en-US`, `zh-TW`. */
  locale: string | null;
  /** When the daily list comes (HH:MM, the member's zone), or `off`. */
  list_at: ColumnType<string, string | undefined, string>;
  /** Null: the workspace's. */
  day_minutes: number | null;
  /** As the workspace's `country`; null: the workspace's, else the time zone's. */
  country: string | null;
  /** What Slack does not change any more, because it was set by hand. */
  set_by_hand: ColumnType<('time_zone' | 'locale')[], string[] | undefined, string[]>;
  /** When the person left. */
  deactivated_at: Date | null;
  created_at: ColumnType<Date, Date, never>;
  updated_at: Date;
}

/** Who is meant when a table names an owner in a way of its own. */
export interface OwnerLinkTable {
  workspace_id: ColumnType<string, string, never>;
  /** The owner cell's text, `normaliseName`d. */
  owner_normal: ColumnType<string, string, never>;
  member_id: string;
}

/** Who did what; never personal data. */
export interface AuditEventTable {
  workspace_id: ColumnType<string, string, never>;
  id: ColumnType<string, string, never>;
  member_id: string | null;
  /** `import`, `merge`, `merge-undone`, `regraded`, `samples-removed`, `workspace-taken-over`, … */
  action: string;
  subject_id: string | null;
  detail: JsonColumn<Readonly<Record<string, unknown>>>;
  at: ColumnType<Date, Date, never>;
}
