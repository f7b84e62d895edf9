import type { ColumnType } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { FactValue } from '../../core/customer.ts';
import type { CustomerStage } from '../../core/customer-stage.ts';
import type { ContactOutcome } from '../../core/follow-ups/contact-outcome.ts';
import type { ContactMethod } from '../../core/grading/contact-methods.ts';
import type { GradeStatus } from '../../core/grading/grade.ts';
import type { ServiceMeasures } from '../../core/service-measures.ts';
import type { JsonColumn } from './json-column.ts';

type DayColumn = ColumnType<CalendarDate | null, string | null, string | null>;

/** What an active customer's next contact is found from; archived, lost and merged ones have no row. */
export interface FollowUpTable {
  workspace_id: ColumnType<string, string, never>;
  customer_id: ColumnType<string, string, never>;
  owner_id: string | null;
  stage: CustomerStage;
  /** The standing grade; null while ungraded. */
  status: GradeStatus | null;
  tier: string | null;
  /** The day on which it came into the book, from which first contacts are spread. */
  since_on: ColumnType<CalendarDate, string, string>;
  last_contact_on: DayColumn;
  /** The methods of the last two contacts, latest first. */
  last_methods: ColumnType<ContactMethod[], string[], string[]>;
  promised_on: DayColumn;
  promise: string | null;
  /** A day that a table plans. */
  planned_on: DayColumn;
  /** When its tier last rose, unless it was contacted since. */
  rose_on: DayColumn;
  /** When a prospect is expected to sign. */
  expected_on: DayColumn;
  /** For how much it is expected to sign; whole currency units with decimals. */
  expected_amount: number | null;
  /** By when the earliest unanswered complaint must be answered. */
  complaint_due_at: Date | null;
  /** The next birthday of one of its contacts. */
  birthday_on: DayColumn;
  surveyed_on: DayColumn;
  skipped_on: DayColumn;
  snoozed_until: DayColumn;
  is_paused: boolean;
  /** Null while paused: until somebody resumes. */
  paused_until: DayColumn;
  /** Never later than the day on which the customer is due. */
  due_on: ColumnType<CalendarDate, string, string>;
  /** The day by whose end a contact is owed; null: none is. */
  owed_on: DayColumn;
  /** Since when it stands as it does in what {@link BookHistoryTable} keeps. */
  changed_at: Date;
}

/** How a customer's follow-up stood from a moment until before another. */
export interface BookHistoryTable {
  workspace_id: ColumnType<string, string, never>;
  customer_id: ColumnType<string, string, never>;
  from_at: ColumnType<Date, Date, never>;
  until_at: Date;
  owner_id: string | null;
  stage: CustomerStage;
  status: GradeStatus | null;
  tier: string | null;
  is_paused: boolean;
  owed_on: DayColumn;
  last_contact_on: DayColumn;
  expected_on: DayColumn;
  expected_amount: number | null;
}

/** A contact that has happened, or was tried. */
export interface InteractionTable {
  workspace_id: ColumnType<string, string, never>;
  id: ColumnType<string, string, never>;
  customer_id: string;
  member_id: string | null;
  happened_on: ColumnType<CalendarDate, string, string>;
  method: ContactMethod;
  outcome: ContactOutcome;
  note: string | null;
  next_on: DayColumn;
  /** 1–5. */
  satisfaction: number | null;
  source: 'slack' | 'cli' | 'sample';
  /** The Slack message that it was logged from. */
  link: string | null;
  logged_at: ColumnType<Date, Date, never>;
  undone_at: Date | null;
}

/** A complaint: open until it is closed, and to be answered by a moment that the tier's playbook gives. */
export interface ComplaintTable {
  workspace_id: ColumnType<string, string, never>;
  id: ColumnType<string, string, never>;
  customer_id: string;
  channel: string | null;
  cause: string | null;
  description: string | null;
  opened_by: string | null;
  opened_at: ColumnType<Date, Date, never>;
  answer_by: Date;
  answered_by: string | null;
  answered_at: Date | null;
  closed_by: string | null;
  closed_at: Date | null;
  resolution: string | null;
  undone_at: Date | null;
}

/** How satisfied a customer said it was. */
export interface SurveyResultTable {
  workspace_id: ColumnType<string, string, never>;
  id: ColumnType<string, string, never>;
  customer_id: string;
  member_id: string | null;
  surveyed_on: ColumnType<CalendarDate, string, string>;
  /** 1–5. */
  score: number;
  comment: string | null;
  /** How satisfied the customer's own table said it was at that time; what it says later is newer. */
  stated: JsonColumn<FactValue> | null;
  recorded_at: ColumnType<Date, Date, never>;
  undone_at: Date | null;
}

/** What complaints and surveys say of a customer. */
export interface ServiceMeasureTable {
  workspace_id: ColumnType<string, string, never>;
  customer_id: ColumnType<string, string, never>;
  measures: JsonColumn<ServiceMeasures>;
}

/** How a prospect ended. */
export interface ProspectEndTable {
  workspace_id: ColumnType<string, string, never>;
  id: ColumnType<string, string, never>;
  customer_id: string;
  outcome: 'won' | 'lost';
  ended_on: ColumnType<CalendarDate, string, string>;
  /** Whole currency units with decimals. */
  amount: number | null;
  /** ISO 4217. */
  currency: string | null;
  reason: string | null;
  /** Whose prospect it was. */
  owner_id: string | null;
  member_id: string | null;
  recorded_at: ColumnType<Date, Date, never>;
  undone_at: Date | null;
}

/** What a member did to a customer, with what is needed to take it back. */
export interface MemberActionTable {
  workspace_id: ColumnType<string, string, never>;
  id: ColumnType<string, string, never>;
  member_id: string | null;
  customer_id: string | null;
  kind: string;
  /** What is the same when Slack or an impatient finger sends the same request again. */
  request_id: string | null;
  detail: JsonColumn<Readonly<Record<string, unknown>>>;
  done_at: ColumnType<Date, Date, never>;
  undone_at: Date | null;
  undone_by: string | null;
}
