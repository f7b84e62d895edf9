/**
 * The two clocks of the stand-in.
 *
 * The workspace's time stamps what people see and may be moved ("tomorrow 08:30"); the network's time measures trigger
 * ids, acknowledgements and signatures, which live for real seconds however fast the workspace's day goes by.
 */
export interface LocalTime {
  /** The workspace's time, in ms since 1970. */
  workspaceNowMs(): number;
  /** The network's time, in ms since 1970. */
  networkNowMs(): number;
  /** Runs `run` once after `delayMs` of the network's time; returns what calls it off. */
  after(delayMs: number, run: () => unknown): () => void;
}

/** The machine's clock for both, with timers that keep no process alive; `workspaceNowMs` may be given. */
export function systemTime(workspaceNowMs: () => number = Date.now): LocalTime {
  return {
    workspaceNowMs,
    networkNowMs: Date.now,
    after(delayMs, run) {
      const timer = setTimeout(run, delayMs).unref();
      return () => clearTimeout(timer);
    },
  };
}
