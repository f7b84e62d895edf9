import { addDays } from '../../core/calendar-date.ts';
import { localDay } from '../clock.ts';
import { findListsFor, findListsOf, findTouched, type PostedList } from '../store/posted-lists.ts';
import { UNDO_MINUTES } from './action-request.ts';
import type { UseCaseContext } from './context.ts';

/** What a daily list is called among the messages that arrive once. */
export const DAILY_LIST = 'daily-list';

/** Lists, each with whose it is and where it was posted. */
export type PostedLists = readonly PostedList[];

/** An undo that comes at the last moment is still written down a little later. */
const UNDO_MS = (UNDO_MINUTES + 1) * 60_000;

/** Which lists: those in which customers stand, or in which something was done since a moment. */
export type ListsAsked = { readonly customerIds: readonly string[] } | { readonly touchedSince: Date };

/**
 * The daily lists that were posted for the present day and in which these customers may stand: those of their owners, of
 * whoever covers for one, and of the owner before where a customer was given to somebody else.
 */
export async function postedLists(context: UseCaseContext, asked: ListsAsked): Promise<PostedLists> {
  const { actor, clock, db } = context;
  const { workspaceId } = actor;
  const now = clock.now();
  // Somewhere it is still yesterday.
  const since = addDays(localDay(now, 'UTC'), -1);
  const touched =
    'customerIds' in asked
      ? asked.customerIds.map((customerId) => ({ customerId, formerOwnerId: null }))
      : await findTouched(db, workspaceId, asked.touchedSince, UNDO_MS);
  if (touched.length === 0) return [];
  const customerIds = touched.map(({ customerId }) => customerId);
  const former = touched.flatMap(({ formerOwnerId }) => formerOwnerId ?? []);
  const lists = [
    ...(await findListsOf(db, workspaceId, DAILY_LIST, customerIds, since)),
    ...(former.length === 0 ? [] : await findListsFor(db, workspaceId, DAILY_LIST, former, since)),
  ];
  return [...new Map(lists.map((list) => [`${list.channel} ${list.ts}`, list])).values()];
}
