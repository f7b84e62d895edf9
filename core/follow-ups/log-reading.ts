import type { CalendarDate } from '../calendar-date.ts';
import type { ContactMethod } from '../grading/contact-methods.ts';
import type { ContactOutcome } from './contact-outcome.ts';

/** What "called, wants a quote by Friday" says. What it does not say is null; where it leaves a choice, `unsure` says so. */
export interface LogReading {
  /** With {@link LogDoubt} `two-methods` the first of them. */
  readonly method: ContactMethod | null;
  /** Null: not said, so a plain contact. */
  readonly outcome: ContactOutcome | null;
  /**
   * The day of the next contact, today at the earliest. With `two-dates`, `day-order` and `vague-date` the earliest it may be: better a
   * contact too early than one that is missed.
   */
  readonly nextOn: CalendarDate | null;
  /** The day of the contact, today at the latest; null: not said. */
  readonly happenedOn: CalendarDate | null;
  /** The whole text as it was given. */
  readonly note: string;
  /** 1 to 5. Words ("happy") are no number: nothing is made of them. */
  readonly satisfaction: number | null;
  /** Empty when nothing is left open. */
  readonly unsure: readonly LogDoubt[];
}

/** What a log leaves open. */
export type LogDoubt =
  | { readonly code: 'no-method' }
  /** It speaks of a contact to come and of none that was. `method` is the one to come. */
  | { readonly code: 'only-planned' }
  | { readonly code: 'two-methods'; readonly methods: readonly ContactMethod[] }
  | { readonly code: 'two-outcomes'; readonly outcomes: readonly ContactOutcome[] }
  /** Several days could be the next one, earliest first. */
  | { readonly code: 'two-dates'; readonly days: readonly CalendarDate[] }
  /** `3/12`: the day or the month may come first. */
  | { readonly code: 'day-order'; readonly days: readonly CalendarDate[] }
  /** "Visit Monday": was it, or will it be? Neither `happenedOn` nor `nextOn` is set by it. */
  | { readonly code: 'past-or-next'; readonly past: CalendarDate; readonly next: CalendarDate }
  /** A day that has passed, where one to come is meant; `nextOn` is not set by it. */
  | { readonly code: 'past-date'; readonly day: CalendarDate }
  /** "Next week", "mid December": some day from `from` to `to`. */
  | { readonly code: 'vague-date'; readonly from: CalendarDate; readonly to: CalendarDate }
  /** Something runs out on a day, and no next contact is spoken of; `nextOn` is not set by it. */
  | { readonly code: 'end-date'; readonly day: CalendarDate }
  /** A time of which no day was made: "after the holidays", "next quarter". */
  | { readonly code: 'unread-date'; readonly text: string }
  /** A satisfaction that is not a whole number from 1 to 5. */
  | { readonly code: 'satisfaction-scale'; readonly text: string };
