import { setTimeout as delay } from 'node:timers/promises';

/** How {@link keepTrying} goes on after a failure. */
export interface Patience {
  /** Whether another try may succeed; otherwise the error is thrown on. */
  readonly worthwhile: (error: unknown) => boolean;
  /** Told before each wait. */
  readonly onFailure: (error: unknown, retryDelaySeconds: number) => void;
  /** Ends the waiting: the last error is thrown. */
  readonly signal: AbortSignal;
  /** Waits; a parameter for tests. */
  readonly wait?: (seconds: number, signal: AbortSignal) => Promise<void>;
}

const LONGEST_DELAY_SECONDS = 30;

/** Tries until it works, 1, 2, 4 … at most 30 seconds apart. */
export async function keepTrying<T>(attempt: () => Promise<T>, patience: Patience): Promise<T> {
  const { wait = waitSeconds } = patience;
  for (let seconds = 1; ; seconds = Math.min(seconds * 2, LONGEST_DELAY_SECONDS)) {
    try {
      return await attempt();
    } catch (error) {
      if (patience.signal.aborted || !patience.worthwhile(error)) throw error;
      patience.onFailure(error, seconds);
      await wait(seconds, patience.signal);
      if (patience.signal.aborted) throw error;
    }
  }
}

async function waitSeconds(seconds: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(seconds * 1000, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
