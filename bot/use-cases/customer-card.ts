import type { CalendarDate } from '../../core/calendar-date.ts';
import type { FactValue } from '../../core/customer.ts';
import type { GradeStatus } from '../../core/grading/grade.ts';
import type { Receipt } from '../../core/grading/receipt.ts';
import type { Scheme, Titles } from '../../core/grading/scheme.ts';
import type { CustomerStatus } from '../store/customer-tables.ts';
import type { GradeChangeCause, Held } from '../store/grading-tables.ts';
import type { CardContacts } from './card-contacts.ts';
import type { CardService } from './card-service.ts';

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
  readonly status: CustomerStatus;
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
  /** When to be in touch next, and the latest contacts. */
  readonly contacts: CardContacts;
  /** The tier that the customer's own table gave it; never ours. */
  readonly givenTier: string | null;
  /** The tier that a person has set, while it is in force. */
  readonly override: CardOverride | null;
  /** Null until the first grading. */
  readonly grading: CardGrading | null;
  /** The latest changes of tier, latest first, at most five. */
  readonly changes: readonly TierChange[];
  readonly segments: readonly CardSegment[];
  /** Complaints, satisfaction, and how a prospect goes on. */
  readonly service: CardService;
  /** Why nobody works with it any more; null for an active customer. */
  readonly closed: CardClosed | null;
}

/** Since when and why a customer is archived or lost. */
export interface CardClosed {
  readonly status: Exclude<CustomerStatus, 'active'>;
  readonly since: Date | null;
  readonly reason: string | null;
}

/** The current grade with all that explains it. */
export interface CardGrading extends Receipt {
  readonly gradedAt: Date;
  /** The tier that everybody sees; the receipt explains the one that the values alone give. */
  readonly standing: Standing;
}

/** Where a customer stands: what its values give, unless something holds it elsewhere. */
export interface Standing {
  readonly status: GradeStatus;
  readonly tier: string | null;
  /** Null when the tier is what the values give. */
  readonly held: Held | null;
}

/** Why, until when and by whom a tier was set. */
export interface CardOverride {
  readonly reason: string;
  readonly expiresOn: CalendarDate;
  /** The Slack user; null when it came from the command line. */
  readonly setBy: string | null;
}

/** One of the latest changes of a customer's tier. */
export interface TierChange {
  readonly at: Date;
  /** Null for the first grade; a tier of the scheme of its day. */
  readonly from: string | null;
  readonly to: string | null;
  readonly cause: GradeChangeCause;
  /** The scheme that the tiers are of. */
  readonly scheme: Scheme;
  /** What moved it most, where the values did. */
  readonly driver: TierDriver | null;
}

/** The value whose change since the grade before did most. */
export interface TierDriver {
  readonly criterion: string;
  readonly from: FactValue | null;
  readonly to: FactValue | null;
}

/** A segment that a customer is in. */
export interface CardSegment {
  readonly segment: Titles;
  readonly label: Titles;
  /** What stands behind the label: the scores R5, F4 and M5. */
  readonly details?: readonly Titles[];
}
