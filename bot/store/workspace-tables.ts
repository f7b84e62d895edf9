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
  created_at: ColumnType<Date, Date, never>;
  updated_at: Date;
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
