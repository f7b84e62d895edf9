import type { CalendarDate } from '../../core/calendar-date.ts';
import type { CustomerStage } from '../../core/customer-stage.ts';
import type { CarriedOver, PlannedContact } from '../../core/follow-ups/day-plan.ts';
import type { SchemesInUse } from '../../core/follow-ups/service-levels.ts';

/** What the list says of a customer beside its plan. */
export interface ListedCustomer {
  readonly name: string;
  /** The tier's id, and the stage whose scheme has its titles. */
  readonly tier: string | null;
  readonly stage: CustomerStage;
  /** Whose customer it is, by display name, when that is another rep, who is away. */
  readonly coveredFor: string | null;
}

/** A contact of the day. */
export interface ListedContact extends PlannedContact, ListedCustomer {
  /** The complaint that makes it due, the one that must be answered first; undefined when none does. */
  readonly complaintId?: string | undefined;
}

/** What was done today to a customer of the book. */
export interface DoneToday extends ListedCustomer {
  readonly customerId: string;
  /** As `member_action.kind` says it: `contact`, `snooze`, `skip`, … */
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
  /** The rep's display name, else the real one, else the Slack id. */
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  /** As Slack gives it. */
  readonly locale: string | null;
  readonly date: CalendarDate;
  readonly isWorkingDay: boolean;
  readonly isAway: boolean;
  readonly budgetMinutes: number;
  readonly plannedMinutes: number;
  readonly today: readonly ListedContact[];
  /** In the order in which they come; no more of them than were asked for. */
  readonly carriedOver: readonly (CarriedOver & ListedCustomer)[];
  /** The day until which it is known who else falls due: what comes after it has no day. */
  readonly knownUntil: CalendarDate;
  /** How many are carried over in all. */
  readonly carriedOverCount: number;
  /** Each customer once, with the latest that was done; latest first. Contacts of other days that were logged today are none. */
  readonly done: readonly DoneToday[];
  /** How many active customers the book has, and how many of them are paused. */
  readonly customers: number;
  readonly paused: number;
  /** Days a month that the whole book takes, of 20; see core/follow-ups/book-load.ts. */
  readonly loadDays: number;
  /** Whose titles the tiers have. */
  readonly schemes: SchemesInUse;
}
