import type { CalendarDate } from '../../core/calendar-date.ts';
import type { CarriedOver, PlannedContact } from '../../core/follow-ups/day-plan.ts';

/** What the list says of a customer beside its plan. */
export interface ListedCustomer {
  readonly name: string;
  /** The tier as the scheme's titles say it is found by: id, and the stage whose scheme it is of. */
  readonly tier: string | null;
  /** Set when the customer is another rep's, who is away. */
  readonly coveredFor: string | null;
}

/** What was done today to a customer of the book. */
export interface DoneToday extends ListedCustomer {
  readonly customerId: string;
  readonly kind: string;
  readonly actionId: string;
  /** The Slack user who did it; null for the command line. */
  readonly by: string | null;
  readonly at: Date;
}

/** A rep's day, as the daily list, `/followups` and `tierbook plan` show it. */
export interface RepDay {
  readonly memberId: string;
  readonly slackUserId: string | null;
  readonly date: CalendarDate;
  readonly isWorkingDay: boolean;
  readonly isAway: boolean;
  readonly budgetMinutes: number;
  readonly plannedMinutes: number;
  readonly today: readonly (PlannedContact & ListedCustomer)[];
  readonly carriedOver: readonly (CarriedOver & ListedCustomer)[];
  readonly done: readonly DoneToday[];
  /** How many active customers the book has, and how many of them are paused. */
  readonly customers: number;
  readonly paused: number;
  /** Days a month that the whole book takes, of 20; see core/follow-ups/book-load.ts. */
  readonly loadDays: number;
}
