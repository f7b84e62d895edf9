import type { CalendarDate } from '../calendar-date.ts';
import type { CustomerStage } from '../customer-stage.ts';
import type { ContactMethod } from '../grading/contact-methods.ts';
import type { GradeStatus } from '../grading/grade.ts';

/** What an active customer's next contact is found from. All days are the rep's. */
export interface FollowUp {
  readonly customerId: string;
  readonly stage: CustomerStage;
  /** The standing grade; null while ungraded. Out of market: never due by cadence. */
  readonly status: GradeStatus | null;
  readonly tier: string | null;
  /** The day on which it came into the book, from which first contacts are spread. */
  readonly sinceOn: CalendarDate;
  /** The last real contact, whoever made it. */
  readonly lastContactOn: CalendarDate | null;
  /** The methods of the last two contacts, latest first. */
  readonly lastMethods: readonly ContactMethod[];
  /** A day that was agreed with the customer, and what for. */
  readonly promisedOn: CalendarDate | null;
  readonly promise: string | null;
  /** A day that a table plans, which nobody has promised: it stands in place of the cadence's. */
  readonly plannedOn: CalendarDate | null;
  /** When its tier last rose, unless it was contacted since. */
  readonly roseOn: CalendarDate | null;
  /** When a prospect is expected to sign. */
  readonly expectedOn: CalendarDate | null;
  /** The day by whose end the earliest unanswered complaint must be answered. */
  readonly complaintDueOn: CalendarDate | null;
  /** The moment by which that must be done; null where only the day is known. */
  readonly complaintDueAt: Date | null;
  /** The next birthday of one of its contacts. */
  readonly birthdayOn: CalendarDate | null;
  readonly surveyedOn: CalendarDate | null;
  /** The contact that was due then was skipped on purpose: the cadence counts from there. */
  readonly skippedOn: CalendarDate | null;
  /** Nothing but complaints before this day. */
  readonly snoozedUntil: CalendarDate | null;
  /** Null: not paused. `until` null: until somebody resumes; otherwise the first day on which it is followed up again. */
  readonly pause: { readonly until: CalendarDate | null } | null;
}
