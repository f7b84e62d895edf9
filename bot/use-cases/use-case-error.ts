import type { ConnectedSheetRefusal } from '../../core/text/connected-sheet-refusals.ts';
import type { CustomerFileRefusal } from '../../core/text/customer-file-refusals.ts';

/** Why a use case refused. */
export type UseCaseErrorCode =
  /** What keeps a customer's file, its contacts or its purchases from being changed. */
  | CustomerFileRefusal
  /** What keeps a Google sheet from being connected, read or written. */
  | ConnectedSheetRefusal

  /** No such customer in the workspace. */
  | 'no-such-customer'
  /** A customer cannot be merged with itself, nor one that has been merged already. */
  | 'cannot-merge'
  /** No such merge in the workspace, or it was undone before. */
  | 'no-such-merge'
  /** The customer that was kept has since been merged itself: that must be undone first. */
  | 'merged-again'
  /** The customer was never graded, so that there are no tiers to choose from. */
  | 'ungraded'
  /** The scheme has no such tier; `detail` names those that it has. */
  | 'no-such-tier'
  /** An override wants a reason of 3 to `detail` characters. */
  | 'override-reason'
  /** An override ends today or later, and on `detail` at the latest. */
  | 'override-expiry'
  /** The customer has no override in force. */
  | 'no-override'
  /** A rep may only do this to a customer of their own. */
  | 'not-yours'
  /** A rep sees their own list, and not that of `detail`. */
  | 'others-list'
  /** The customer has no such change of tier: not so many, or none by that day. */
  | 'no-such-change'
  /** The change was made before inputs were kept, on `detail`. */
  | 'not-replayable'
  /** Only managers and admins may choose schemes. */
  | 'not-allowed'
  /** A document of that id and version is on file with another content. */
  | 'scheme-exists'
  /** A built-in scheme has this id. */
  | 'scheme-built-in'
  /** A document of segments where tiers are wanted, or the other way round. */
  | 'wrong-kind'
  /** Only schemes with tiers have a stability. */
  | 'stability-of-segments'
  /** The buffer is out of its range. */
  | 'stability-buffer'
  /** The number of gradings is out of its range. */
  | 'stability-downgrade-after'
  /** Stability is switched off and set at the same time. */
  | 'stability-off'
  /** No such complaint in the workspace, or it was taken back. */
  | 'no-such-complaint'
  /** A complaint comes in one of a few ways, and is about one of a few things. */
  | 'complaint-channel'
  | 'complaint-cause'
  /** A complaint's words have 3 to `detail` characters. */
  | 'complaint-text'
  /** The complaint of this customer (`detail`) has been answered, or closed. */
  | 'complaint-answered'
  | 'complaint-closed'
  /** Satisfaction is 1 to 5. */
  | 'survey-score'
  /** A survey was made today (`detail`) or in the year before. */
  | 'survey-day'
  /** The customer (`detail`) is no prospect. */
  | 'not-a-prospect'
  /** A prospect ended today or before, on `detail` at the earliest. */
  | 'end-day'
  /** The amount cannot be read, or is not above zero; `detail` is the currency it must be in, empty for any. */
  | 'end-amount'
  /** A currency is a code of three letters. */
  | 'end-currency'
  /** Losing a prospect wants a reason of 3 to `detail` characters. */
  | 'lost-reason'
  /** A signing is expected today or later, and on `detail` at the latest. */
  | 'expected-day'
  /** Somebody else has done something about the customer since the person looked; see `ActedOnError`. */
  | 'already-done'
  /** Somebody has done something about the customer since the action that is to be taken back; see `ActedOnError`. */
  | 'acted-since'
  /** Nobody follows the customer up: it is archived or lost. */
  | 'not-followed-up'
  /** A contact happened today or before, on `detail` at the earliest. */
  | 'contact-day'
  /** The next contact is today or later, on `detail` at the latest. */
  | 'next-day'
  /** A snooze or a pause ends after today, on `detail` at the latest. */
  | 'until-day'
  /** A note has at most `detail` characters. */
  | 'note-length'
  /** Skipping wants a reason of 3 to `detail` characters. */
  | 'skip-reason'
  /** The customer is not paused. */
  | 'not-paused'
  /** Only managers and admins give customers to others. */
  | 'managers-only'
  /** Whom a customer is to be given to (`detail`) has left, or is no member. */
  | 'member-gone'
  /** The customer is this member's already. */
  | 'same-owner'
  /** No such action, or none that can be taken back. */
  | 'no-such-action'
  /** An action can be taken back for `detail` minutes. */
  | 'undo-too-late'
  /** Only who did it, or a manager, takes an action back. */
  | 'undo-not-yours'
  /** The customer (`detail`) has been changed since by something else than an action. */
  | 'changed-since'
  /** No member of the workspace has this Slack id, or the member has left. */
  | 'no-such-member'
  /** Several members have this name. */
  | 'several-members'
  /** Only admins may do this. */
  | 'admins-only'
  /** The member has left. */
  | 'member-left'
  /** The member is here: there is nobody to bring back. */
  | 'member-here'
  /** The last admin stays one. */
  | 'last-admin'
  /** Nobody is their own manager. */
  | 'own-manager'
  /** The manager (`detail`) has the member as a manager, or that one's manager has. */
  | 'manager-circle'
  | 'unknown-time-zone'
  | 'unknown-locale'
  | 'unknown-country'
  /** The list comes at HH:MM, or not at all. */
  | 'list-time'
  /** A day has 30 to 960 minutes. */
  | 'day-minutes'
  /** A text of an owner cell has 1 to `detail` characters. */
  | 'owner-text'
  /** The last day (`detail`) lies before the first. */
  | 'day-order'
  /** The days are over: today is `detail`. */
  | 'absence-past'
  /** At most `detail` days at a time. */
  | 'too-many-days'
  /** The member is away then already, with another cover; `detail` names the days. */
  | 'absence-overlap'
  /** Nobody covers for themselves. */
  | 'cover-oneself'
  /** The cover is away then too; `detail` names who and when. */
  | 'cover-away'
  /** The member covers for somebody then; `detail` names for whom and when. */
  | 'covers-then'
  /** The member is neither away nor going to be. */
  | 'no-absence'
  /** A weekend is 0 to 6 days of the week, Monday 1 to Sunday 7. */
  | 'weekend'
  /** The book has customers (`detail`: how many) and nobody to go to. */
  | 'heirs-wanted'
  /** Nobody hands a book over to themselves. */
  | 'own-heir'
  /** Nothing is known of the book before the day `detail`; empty: there is no book. */
  | 'before-history'
  /** A digest is of today (`detail`) or a day before. */
  | 'digest-day'
  /** The digest of `detail` is for that member, their manager and admins. */
  | 'others-digest'
  /** Everybody sets their own digest, admins anybody's. */
  | 'own-digest'
  /** Digests are for managers and admins, and `detail` is neither. */
  | 'digest-readers'
  /** A digest comes at HH:MM, or not at all. */
  | 'digest-hour'
  | 'digest-channel'
  /** A digest has no such part; empty: none was chosen. */
  | 'digest-parts'
  /** The member (`detail`) is not of the manager's team. */
  | 'digest-reps'
  /** `--workspace` names one that the database does not have. */
  | 'no-such-workspace'
  /** The database holds several workspaces and nothing says which is meant. */
  | 'which-workspace';

/** A use case refused; `detail` names what it is about (an id, a list of ids). */
export class UseCaseError extends Error {
  readonly code: UseCaseErrorCode;
  readonly detail: string;

  constructor(code: UseCaseErrorCode, detail: string, options?: ErrorOptions) {
    super(`${code}: ${detail}`, options);
    this.name = 'UseCaseError';
    this.code = code;
    this.detail = detail;
  }
}
