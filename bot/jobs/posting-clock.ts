import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../clock.ts';

/** The time by which messages are spaced out and attempts are looked up: Slack's, near enough. */
export interface PostingClock extends Clock {
  /** Ends after `ms`, or at once when `signal` is aborted. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

/** A posting clock that shows what `clock` shows and waits in the machine's time. */
export function postingClock(clock: Clock): PostingClock {
  return {
    now: () => clock.now(),
    async wait(ms, signal) {
      if (ms > 0) await delay(ms, undefined, { signal }).catch(() => undefined);
    },
  };
}
