import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { Database } from '../store/database.ts';
import type { Delivery } from '../store/deliveries.ts';
import type { SeenDelivery } from '../store/delivery-steps.ts';
import type { DeliveryState } from '../store/delivery-tables.ts';
import type { DeliveryKind } from './delivery-kind.ts';
import type { PostingClock } from './posting-clock.ts';
import type { JobOutcome } from './run-job.ts';
import type { SlackPosting } from './slack-posting.ts';

/** Counts where deliveries have come to. */
export interface DeliveryCounts {
  deliveryCame(kind: string, state: DeliveryState): void;
}

/** What delivering needs. */
export interface Delivering {
  readonly db: Database;
  /** Says what is due and how late it is. */
  readonly clock: Clock;
  /** Spaces messages out and times attempts. */
  readonly postingClock: PostingClock;
  readonly kinds: readonly DeliveryKind[];
  readonly slack: SlackPosting;
  readonly log: Logger;
  readonly counts: DeliveryCounts;
  /** Aborted when nothing new may be begun. */
  readonly stopping: AbortSignal;
  /** Until when Slack wants to be left alone by this process, in ms since 1970; shared by all that is being delivered. */
  readonly hold: { untilMs: number };
}

/** How a step with a delivery ended: as its job does, or so that its state now says what to do next. */
export type Next = JobOutcome | 'again';

/** A request that broke off may still take effect for a while; only then is it looked up. */
export const SETTLES_AFTER_MS = 20_000;
const LONGEST_PAUSE_MS = 600_000;

/** The longer something has not worked, the longer the next pause, from 20 s to 10 minutes. */
export function pauseMs(since: Date, now: Date): number {
  return Math.min(Math.max((now.getTime() - since.getTime()) / 2, SETTLES_AFTER_MS), LONGEST_PAUSE_MS);
}

/** A delivery as the log may name it. */
export function named({ id, kind, target, attempts }: SeenDelivery & Pick<Delivery, 'kind' | 'target'>) {
  return { delivery: id, kind, target, attempts };
}
