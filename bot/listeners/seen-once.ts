import type { Clock } from '../clock.ts';

/**
 * Remembers ids for ten minutes, at most 20,000: Slack delivers a command, click or event again when its
 * acknowledgement is lost, with the same `trigger_id` or `event_id`, within seconds to minutes.
 */
export interface SeenOnce {
  /** True the first time an id is given. */
  isNew(id: string): boolean;
  /** Makes an id new again. */
  forget(id: string): void;
}

const REMEMBERED_MS = 600_000;
const MAX_IDS = 20_000;

export function seenOnce(clock: Clock): SeenOnce {
  /** Insertion order is the order of time. */
  const seen = new Map<string, number>();
  return {
    isNew(id) {
      const now = clock.now().getTime();
      for (const [old, at] of seen) {
        if (now - at < REMEMBERED_MS && seen.size < MAX_IDS) break;
        seen.delete(old);
      }
      if (seen.has(id)) return false;
      seen.set(id, now);
      return true;
    },
    forget: (id) => {
      seen.delete(id);
    },
  };
}
