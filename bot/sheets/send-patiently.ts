import type { Clock } from '../clock.ts';
import type { SheetsRequestKind } from '../store/sheets-quota.ts';
import type { Ending, Failure } from './request-ending.ts';

/** The time by which requests are spaced out. */
export interface RequestClock extends Clock {
  /** Ends after `ms`, or at once when `signal` is aborted. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

/** How long, and how, requests are tried. */
export interface Patience {
  readonly clock: RequestClock;
  /** Gives the next turn of the account: when a request may be sent; undefined when that is after `latest`. */
  readonly takeTurn: (kind: SheetsRequestKind, times: { now: Date; latest: Date }) => Promise<Date | undefined>;
  /** From 0 to below 1, a part of each pause. */
  readonly random: () => number;
  /** Ends waiting: the failure so far is thrown. */
  readonly signal: AbortSignal;
  /** After this nothing is tried again; what is under way may take longer. */
  readonly totalMs: number;
}

/** One request. */
export interface Sending<T> {
  readonly kind: SheetsRequestKind;
  /** Whether sending it twice comes to the same as sending it once. */
  readonly isRepeatable: boolean;
  readonly send: () => Promise<Ending<T>>;
}

/** Why patience ended. */
export interface GaveUp {
  /**
   * `quota`: Google, or the turns that are left, allow no more requests. `timed-out`: a change may have been made and may not, whatever
   * came last.
   */
  readonly kind: 'refused' | 'quota' | 'unreachable' | 'timed-out';
  /** The last one. */
  readonly failure: Failure;
}

const LONGEST_PAUSE_MS = 60_000;

/**
 * Sends a request when it is the account's turn, and again while that may help: after min(2ⁿ s + up to 1 s, 60 s), or after as long as
 * Google says (Google's own advice). What may have been done is sent again only if that makes no difference.
 */
export async function sendPatiently<T>(
  { kind, isRepeatable, send }: Sending<T>,
  { clock, takeTurn, random, signal, totalMs }: Patience,
): Promise<(Ending<T> & { readonly kind: 'done' }) | GaveUp> {
  const latest = new Date(clock.now().getTime() + totalMs);
  const waitUntil = async (moment: Date) => {
    const ms = moment.getTime() - clock.now().getTime();
    if (ms > 0) await clock.wait(ms, signal);
  };
  let mayBeDone = false;
  const giveUp = (why: GaveUp): GaveUp => (mayBeDone ? { kind: 'timed-out', failure: why.failure } : why);
  for (let attempt = 0; ; attempt += 1) {
    const turn = await takeTurn(kind, { now: clock.now(), latest });
    if (turn === undefined) return giveUp({ kind: 'quota', failure: NO_FAILURE });
    await waitUntil(turn);
    if (signal.aborted) return giveUp({ kind: 'unreachable', failure: NO_FAILURE });
    const ending = await send();
    if (ending.kind === 'done' || ending.kind === 'refused') return ending;
    const { failure } = ending;
    if (ending.kind === 'unknown' && kind === 'write') mayBeDone = true;
    if (mayBeDone && !isRepeatable) return giveUp({ kind: 'unreachable', failure });
    const pauseMs = Math.min(1000 * 2 ** attempt + 1000 * random(), LONGEST_PAUSE_MS);
    const next = new Date(clock.now().getTime() + Math.max(pauseMs, ending.kind === 'later' ? ending.afterMs : 0));
    if (next <= latest) await waitUntil(next);
    if (next > latest || signal.aborted) {
      return giveUp({ kind: ending.kind === 'later' && ending.isQuota ? 'quota' : 'unreachable', failure });
    }
  }
}

const NO_FAILURE: Failure = { status: 0, word: '', reason: '', message: '' };
