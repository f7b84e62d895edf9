import type { CalendarDate } from '../../core/calendar-date.ts';
import type { FittedScheme } from '../../core/grading/fit-scheme.ts';
import type { Grade, NextTier } from '../../core/grading/grade.ts';

/** Who looks after a customer: the text as imported, and the Slack user when it is known who that is. */
export interface Owner {
  readonly text: string;
  readonly slackUserId: string | null;
}

/** One customer as lists and menus show it. */
export interface CustomerMatch {
  readonly id: string;
  readonly key: string | null;
  readonly name: string;
  /** The tier's id, as the scheme's `tierTitles` name it; null while ungraded or in review. */
  readonly tier: string | null;
  readonly owner: Owner | null;
  /** How the query found it, best first. */
  readonly how: 'key' | 'exact' | 'prefix' | 'initials' | 'substring' | 'close';
}

/** What a search for a customer came to. */
export interface CustomerSearch {
  /** Customers whose key or whole name is the query (case, width and legal suffix aside). */
  readonly exact: readonly CustomerMatch[];
  /** All others that fit, best first: by how well they match, then by how much the customer matters. */
  readonly others: readonly CustomerMatch[];
}

/** Everything the card and the *Why?* modal say about one customer. */
export interface CustomerCard {
  readonly id: string;
  readonly key: string | null;
  readonly name: string;
  readonly industry: string | null;
  readonly region: string | null;
  readonly owner: Owner | null;
  readonly lastContactOn: CalendarDate | null;
  readonly nextContactOn: CalendarDate | null;
  /** The tier that the customer's own table gave it; never ours. */
  readonly givenTier: string | null;
  /** Null until the first grading. */
  readonly grading: CardGrading | null;
}

/** The current grade with what is needed to put it into words. */
export interface CardGrading {
  readonly grade: Grade;
  readonly nextTier: NextTier | null;
  /** The fitted scheme that graded: titles, bands and cut points for the sentences. */
  readonly fitted: FittedScheme;
  readonly gradedAt: Date;
}
