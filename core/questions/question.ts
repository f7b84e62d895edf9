/** Which day's list is meant. */
export type AskedDay = 'today' | 'tomorrow';

/** One way to take a noted contact apart: the customer `name`, empty where none is named, and what is said of the contact. */
export interface NotedContact {
  readonly name: string;
  readonly said: string;
}

/** One way to take apart that a follow-up is to wait: the customer `name`, empty where none is named, and until when in so many words. */
export interface SnoozeAsked {
  readonly name: string;
  /** Empty where it is not said. */
  readonly until: string;
}

/**
 * What somebody wants who wrote a sentence. `names` are what the customer may be called in it, the longest first, so that
 * the first that somebody bears is meant; none: the one that the conversation is about. `rep` is whose customers are meant, as written; a name of
 * a customer may stand there too, since a sentence alone does not tell.
 */
export type Question =
  /** A customer, to be shown. */
  | { readonly kind: 'name'; readonly names: readonly string[] }
  /** Whom the asker is to contact. */
  | { readonly kind: 'my-day'; readonly day: AskedDay }
  | { readonly kind: 'rep-day'; readonly rep: string; readonly day: AskedDay }
  /** `tier` as written; null: of every tier. */
  | { readonly kind: 'overdue'; readonly tier: string | null; readonly rep: string | null; readonly isMine: boolean }
  | {
      readonly kind: 'movers';
      /** Null: both ways. */
      readonly direction: 'up' | 'down' | null;
      /** Null: it was not said since when. */
      readonly since: 'day' | 'week' | 'month' | null;
      /** The tier that they left, the one that they came to, and one that is either; as written, null: any. */
      readonly from: string | null;
      readonly to: string | null;
      readonly of: string | null;
      readonly rep: string | null;
    }
  /** Why the customer is in its tier, or why it moved. */
  | { readonly kind: 'why'; readonly names: readonly string[] }
  /** What would bring the customer into a better tier. */
  | { readonly kind: 'lift'; readonly names: readonly string[] }
  /** When the customer is to be contacted, and whether that is overdue. */
  | { readonly kind: 'next-contact'; readonly names: readonly string[] }
  | {
      readonly kind: 'digest';
      readonly day: 'today' | 'yesterday';
      readonly edition: 'daily' | 'weekly' | 'monthly';
      readonly rep: string | null;
    }
  | { readonly kind: 'complaints'; readonly rep: string | null }
  | { readonly kind: 'capacity'; readonly rep: string | null }
  | { readonly kind: 'signings'; readonly month: 'this' | 'next'; readonly rep: string | null }
  /** A contact to be logged; the likeliest way to take it apart first. */
  | { readonly kind: 'log'; readonly splits: readonly NotedContact[] }
  /** A follow-up that is to wait; the likeliest way to take it apart first. */
  | { readonly kind: 'snooze'; readonly splits: readonly SnoozeAsked[] }
  /** What the asker has logged. */
  | { readonly kind: 'logged'; readonly since: 'today' | 'yesterday' | 'week' }
  /** `ok`: nothing is wanted. `rude`: somebody is cross. */
  | { readonly kind: 'help' | 'thanks' | 'hello' | 'ok' | 'rude' }
  /** What was done last is to be taken back. */
  | { readonly kind: 'undo' }
  /** Too long for a name and not understood. */
  | { readonly kind: 'unknown' };
