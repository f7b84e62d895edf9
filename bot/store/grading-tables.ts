import type { ColumnType } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { CustomerStage } from '../../core/customer-stage.ts';
import type { FittedScheme } from '../../core/grading/fit-scheme.ts';
import type { GradeStatus } from '../../core/grading/grade.ts';
import type { Scheme } from '../../core/grading/scheme.ts';
import type { JsonColumn } from './json-column.ts';

/** A scheme document that graded in this workspace, kept for good so that its grades can be explained. */
export interface SchemeTable {
  workspace_id: ColumnType<string, string, never>;
  /** SHA-256 of the document's text, in hex. */
  digest: ColumnType<string, string, never>;
  id: string;
  version: number;
  document: JsonColumn<Scheme>;
  created_at: ColumnType<Date, Date, never>;
}

/** One grading of all customers of one stage. */
export interface GradingRunTable {
  workspace_id: ColumnType<string, string, never>;
  id: ColumnType<string, string, never>;
  scheme_digest: string;
  scheme_id: string;
  scheme_version: number;
  stage: CustomerStage;
  cause: 'import' | 'regrade' | 'merge';
  /** What fitting the scheme to the population gave, without the scheme itself. */
  cut_points: JsonColumn<Omit<FittedScheme, 'scheme'>>;
  as_of: ColumnType<CalendarDate, string, string>;
  counts: JsonColumn<GradingCounts>;
  member_id: string | null;
  graded_at: ColumnType<Date, Date, never>;
}

/** A customer's current grade; narrow, because all of them are rewritten by each run. */
export interface GradeTable {
  workspace_id: ColumnType<string, string, never>;
  customer_id: ColumnType<string, string, never>;
  /** The customer's owner once more, so that a digest by owner and tier reads one index. */
  owner_id: string | null;
  run_id: string;
  status: GradeStatus;
  /** Null unless `graded`. */
  tier: string | null;
  /** 0–100. */
  score: number | null;
  /** When the customer came into this tier. */
  tier_since: Date;
}

/** Why a grade changed. */
export type GradeChangeCause = 'first' | 'facts' | 'population' | 'scheme' | 'stage' | 'merge';

/** A change of tier or status, and what caused it. */
export interface GradeChangeTable {
  workspace_id: ColumnType<string, string, never>;
  id: ColumnType<string, string, never>;
  customer_id: string;
  run_id: string;
  from_status: GradeStatus | null;
  from_tier: string | null;
  from_score: number | null;
  to_status: GradeStatus;
  to_tier: string | null;
  to_score: number | null;
  cause: GradeChangeCause;
  changed_at: ColumnType<Date, Date, never>;
}

/** How many customers a run graded, by status and by tier. */
export interface GradingCounts {
  readonly statuses: Readonly<Record<string, number>>;
  readonly tiers: Readonly<Record<string, number>>;
}
