import type { ColumnType } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { Facts } from '../../core/customer.ts';
import type { CustomerStage } from '../../core/customer-stage.ts';
import type { FittedScheme } from '../../core/grading/fit-scheme.ts';
import type { GradeStatus } from '../../core/grading/grade.ts';
import type { Scheme, SegmentScheme } from '../../core/grading/scheme.ts';
import type { HeldBy } from '../../core/grading/stabilise.ts';
import type { JsonColumn } from './json-column.ts';

/** A scheme document that graded in this workspace, kept for good so that its grades can be explained. */
export interface SchemeTable {
  workspace_id: ColumnType<string, string, never>;
  /** SHA-256 of the document's text, in hex. */
  digest: ColumnType<string, string, never>;
  id: string;
  version: number;
  document: JsonColumn<Scheme | SegmentScheme>;
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
  /** Whether search knows of its grades. */
  is_search_ordered: ColumnType<boolean, boolean | undefined, boolean>;
  /** Whether follow-ups know of its grades. */
  is_planned: ColumnType<boolean, boolean | undefined, boolean>;
}

/** Why a customer keeps a tier that its values do not give. */
export type Held = HeldBy | 'override';

/** A customer's current grade; narrow, because a first run writes all of them. */
export interface GradeTable {
  workspace_id: ColumnType<string, string, never>;
  customer_id: ColumnType<string, string, never>;
  /** The customer's owner once more, so that a digest by owner and tier reads one index. */
  owner_id: string | null;
  /** The run that last changed the row. */
  run_id: string;
  status: GradeStatus;
  /** Null unless `graded`. */
  tier: string | null;
  /** 0–100. */
  score: number | null;
  /** When the customer came into this tier. */
  tier_since: Date;
  /** The tier that the values alone give. */
  computed_tier: string | null;
  /** Null when the two are the same. */
  held: Held | null;
  /** Gradings in a row that gave a worse tier than the customer kept. */
  worse_runs: number;
}

/** Why a grade changed. */
export type GradeChangeCause =
  | 'first'
  | 'facts'
  | 'population'
  | 'scheme'
  | 'stage'
  | 'merge'
  | 'override'
  | 'override-ended'
  /** The tier did not move: something began to hold it, ceased to, or holds it above another tier than before. */
  | 'hold';

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
  /** What held the tier from then on; null when it was what the values gave. */
  held: Held | null;
  /** What the customer was graded by: the values that the scheme reads, and its doubts. Null for changes of old. */
  inputs: JsonColumn<Facts> | null;
  changed_at: ColumnType<Date, Date, never>;
  /** When what had made it was undone: from then on it is no change. */
  undone_at: Date | null;
}

/** How many customers a run graded, by status and by tier. */
export interface GradingCounts {
  readonly statuses: Readonly<Record<string, number>>;
  readonly tiers: Readonly<Record<string, number>>;
}

/** One segmentation of all customers: a segment's scheme and what fitting it gave. */
export interface SegmentationRunTable {
  workspace_id: ColumnType<string, string, never>;
  id: ColumnType<string, string, never>;
  segment: string;
  scheme_digest: string;
  cut_points: JsonColumn<Omit<FittedScheme, 'scheme'>>;
  as_of: ColumnType<CalendarDate, string, string>;
  /** Customers by label. */
  counts: JsonColumn<Readonly<Record<string, number>>>;
  made_at: ColumnType<Date, Date, never>;
}

/** The label that a customer has in a segment; no row where it has none. */
export interface CustomerSegmentTable {
  workspace_id: ColumnType<string, string, never>;
  customer_id: string;
  segment: string;
  label: string;
  since: Date;
}

/** A tier that a person set. */
export interface TierOverrideTable {
  workspace_id: ColumnType<string, string, never>;
  id: ColumnType<string, string, never>;
  customer_id: string;
  /** The scheme whose tier it is. */
  scheme_id: string;
  tier: string;
  reason: string;
  set_by: string | null;
  set_at: ColumnType<Date, Date, never>;
  /** The last day on which it holds. */
  expires_on: ColumnType<CalendarDate, string, string>;
  ended_at: Date | null;
  ended_by: string | null;
  end_reason: 'withdrawn' | 'expired' | 'replaced' | null;
}
