import { setTimeout as delay } from 'node:timers/promises';
import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import type { Message } from '../blocks/rich-text.ts';
import { dailyListMessage } from '../daily-list-message.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import type { ListsAsked, PostedLists } from '../use-cases/posted-lists.ts';
import { MOST_CARRIED_OVER } from './commands/follow-ups.ts';
import { retryAfterSeconds } from './conversation/post-patiently.ts';
import { writerOf } from './conversation/writer-of.ts';
import type { Services } from './services.ts';

/** Changes a message that was posted. */
export type EditMessage = (channel: string, ts: string, message: Message) => Promise<void>;

/** What keeps the daily lists that were posted as things are. */
export interface ListRefresher {
  /**
   * Brings today's lists in which these customers stand up to date, in place. Never fails: what was done is done, and the
   * next change brings a list up to date as well. Two edits of one list are never under way at once, and the last shows what
   * stands when it is made.
   */
  readonly refresh: (asked: ListsAsked) => Promise<void>;
}

/** So long a rate limit is waited for, and no longer. */
const MOST_SECONDS = 60;
const TRIES = 3;

type PostedList = PostedLists[number];

/** A refresher that edits by `edit`. */
export function listRefresher(services: Services, edit: EditMessage): ListRefresher {
  /** Lists that are being edited; true when something happened meanwhile. */
  const underWay = new Map<string, boolean>();

  async function bringUpToDate(list: PostedList): Promise<void> {
    const key = `${list.channel} ${list.ts}`;
    if (underWay.has(key)) {
      underWay.set(key, true);
      return;
    }
    try {
      do {
        underWay.set(key, false);
        await editOnce(list);
      } while (underWay.get(key) === true);
    } finally {
      underWay.delete(key);
    }
  }

  async function editOnce({ channel, localDate, memberId, ts }: PostedList): Promise<void> {
    for (let count = 1; count <= TRIES; count += 1) {
      // planned anew each time: a rate limit may have taken a while
      const day = await services.useCases.planRepDay(systemContext(services), {
        memberId,
        on: localDate,
        mostCarriedOver: MOST_CARRIED_OVER,
      });
      try {
        return await edit(channel, ts, dailyListMessage(day, services.clock.now()));
      } catch (error) {
        const seconds = retryAfterSeconds(error);
        if (seconds === undefined || seconds > MOST_SECONDS || count === TRIES) throw error;
        await delay(seconds * 1000, undefined, { ref: false });
      }
    }
  }

  return {
    async refresh(asked) {
      try {
        const lists = await services.useCases.postedLists(systemContext(services), asked);
        const edits = await Promise.allSettled(lists.map(bringUpToDate));
        for (const each of edits) if (each.status === 'rejected') throw each.reason;
      } catch (error) {
        services.log.info({ err: error }, 'a daily list could not be brought up to date');
      }
    },
  };
}

/** After whatever a person did in Slack, the lists that show a customer to whom something was done are brought up to date. */
export function listsFollow(services: Services, { refresh }: ListRefresher) {
  return async ({ body, next }: AnyMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const touchedSince = services.clock.now();
    await next();
    if (!('event' in body) || writerOf(body) !== undefined) await refresh({ touchedSince });
  };
}

function systemContext({ clock, db, workspace }: Services): UseCaseContext {
  return { clock, db, actor: { workspaceId: workspace.id, memberId: null, role: 'admin' } };
}
