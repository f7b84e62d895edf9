import type { CalendarDate } from '../calendar-date.ts';
import type { ContactMethod } from '../grading/contact-methods.ts';
import type { ServiceLevel } from './service-levels.ts';

/** Why a customer is to be contacted today. */
export type DueReason =
  /** A complaint waits for an answer, at the latest on this day, and at this moment where that is known. */
  | { readonly code: 'complaint'; readonly answerBy: CalendarDate; readonly answerAt: Date | null }
  | { readonly code: 'promised'; readonly on: CalendarDate; readonly promise: string | null }
  | { readonly code: 'rose'; readonly on: CalendarDate }
  | { readonly code: 'expected-signing'; readonly on: CalendarDate }
  | { readonly code: 'birthday'; readonly on: CalendarDate }
  | { readonly code: 'first-contact' }
  /** The cadence's day was `days` ago. */
  | { readonly code: 'overdue'; readonly days: number }
  | { readonly code: 'due' };

/** One contact of a day. */
export interface PlannedContact {
  readonly customerId: string;
  readonly level: ServiceLevel;
  readonly dueOn: CalendarDate;
  /** The strongest first; never empty. */
  readonly reasons: readonly DueReason[];
  readonly method: ContactMethod;
  readonly minutes: number;
  /** Whether it is time to ask how satisfied the customer is. */
  readonly asksSatisfaction: boolean;
}

/** A contact that is due and does not fit into the day. */
export interface CarriedOver extends PlannedContact {
  /** The working day on which it comes if all that is planned before gets done; null when that lies beyond the horizon. */
  readonly comesOn: CalendarDate | null;
}

/** A rep's day: every customer of the book in exactly one of the four lists. */
export interface DayPlan {
  readonly date: CalendarDate;
  readonly isWorkingDay: boolean;
  readonly budgetMinutes: number;
  /** What `today` takes; more than the budget only for complaints of the day and where a single contact does. */
  readonly plannedMinutes: number;
  readonly today: readonly PlannedContact[];
  readonly carriedOver: readonly CarriedOver[];
  readonly notDue: readonly { readonly customerId: string; readonly dueOn: CalendarDate | null }[];
  readonly paused: readonly { readonly customerId: string; readonly until: CalendarDate | null }[];
}
