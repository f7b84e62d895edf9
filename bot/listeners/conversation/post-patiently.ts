import { setTimeout as delay } from 'node:timers/promises';
import { ErrorCode } from '@slack/web-api';
import { slackErrorOf } from '../slack-error.ts';

/** So long a rate limit is waited for, each time, and no longer. */
const MOST_SECONDS = 60;
const TRIES = 4;

/** How an answer is posted. */
export interface Posting<T> {
  readonly post: () => Promise<T>;
  /** The same, with a word on why it comes late. */
  readonly postLate: () => Promise<T>;
  /** The same in classic blocks; undefined where the message has no others. */
  readonly postClassic: (() => Promise<T>) | undefined;
}

/**
 * Posts an answer. When Slack is busy it was certainly not posted: it waits as long as Slack says and posts it then, since
 * whoever wrote has no other way to learn what became of it. Throws what Slack says of any other failure, and when it is busy
 * for minutes.
 */
export async function postPatiently<T>({ post, postClassic, postLate }: Posting<T>): Promise<T> {
  for (let count = 1; ; count += 1) {
    try {
      return await (count === 1 ? post() : postLate());
    } catch (error) {
      if (slackErrorOf(error) === 'invalid_blocks' && postClassic !== undefined) return postClassic();
      const seconds = retryAfterSeconds(error);
      if (seconds === undefined || seconds > MOST_SECONDS || count === TRIES) throw error;
      await delay(seconds * 1000, undefined, { ref: false });
    }
  }
}

/** How long Slack wants to be left alone; undefined when it refused for another reason. */
export function retryAfterSeconds(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('code' in error) || error.code !== ErrorCode.RateLimitedError) return undefined;
  return 'retryAfter' in error && typeof error.retryAfter === 'number' ? error.retryAfter : undefined;
}
