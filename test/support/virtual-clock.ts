import type { PostingClock } from '../../bot/jobs/posting-clock.ts';
import type { LocalTime } from '../../bot/local/local-time.ts';

/** A clock that stands still until it is moved or somebody waits by it, which takes no time at all. */
export interface VirtualClock extends PostingClock {
  advance(ms: number): void;
  set(iso: string): void;
  /** As the stand-in for Slack takes it; what it runs later is never run. */
  readonly slackTime: LocalTime;
}

export function virtualClock(startIso: string): VirtualClock {
  let nowMs = Date.parse(startIso);
  return {
    now: () => new Date(nowMs),
    async wait(ms, signal) {
      const untilMs = nowMs + ms;
      await Promise.resolve();
      if (!signal.aborted) nowMs = Math.max(nowMs, untilMs);
    },
    advance(ms) {
      nowMs += ms;
    },
    set(iso) {
      nowMs = Date.parse(iso);
    },
    slackTime: { workspaceNowMs: () => nowMs, networkNowMs: () => nowMs, after: () => () => undefined },
  };
}
