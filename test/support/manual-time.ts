import type { LocalTime } from '../../bot/local/local-time.ts';

/** A clock that stands still until it is moved, and runs what has come due as it moves. */
export interface ManualTime extends LocalTime {
  advance(ms: number): void;
}

/** Both of the stand-in's clocks in one, from `startMs` (default 2026-03-02T08:00:00Z). */
export function manualTime(startMs = Date.UTC(2026, 2, 2, 8)): ManualTime {
  let nowMs = startMs;
  const due = new Set<{ atMs: number; run: () => unknown }>();
  return {
    workspaceNowMs: () => nowMs,
    networkNowMs: () => nowMs,
    after(delayMs, run) {
      const entry = { atMs: nowMs + delayMs, run };
      due.add(entry);
      return () => {
        due.delete(entry);
      };
    },
    advance(ms) {
      nowMs += ms;
      for (const entry of [...due].toSorted((a, b) => a.atMs - b.atMs)) {
        if (entry.atMs > nowMs || !due.delete(entry)) continue;
        entry.run();
      }
    },
  };
}
