import type { QueueOptions } from 'pg-boss';

/** Where jobs end up that were tried in vain as often as their queue allows. */
export const GIVEN_UP_QUEUE = 'given-up';
export const REGRADE_QUEUE = 'regrade';

const HOUR_SECONDS = 3600;

interface QueueSettings extends QueueOptions {
  readonly deadLetter?: string;
  /** Workers are told at once when a job is there. */
  readonly notify: boolean;
  /** What holds where several processes share the work. */
  readonly forPostgres?: QueueOptions;
}

/** Every queue of all workspaces, those first that others end in. */
export const QUEUES: Readonly<Record<string, QueueSettings>> = {
  [GIVEN_UP_QUEUE]: { notify: true, retryLimit: 3, retryDelay: 60 },
  [REGRADE_QUEUE]: {
    notify: true,
    deadLetter: GIVEN_UP_QUEUE,
    // About half a minute, then twice as long each time: an hour and a half in all, over before the next night.
    retryLimit: 8,
    retryDelay: 30,
    retryBackoff: true,
    retryDelayMax: HOUR_SECONDS / 2,
    // Longer than any grading takes; a process that has ended is found by its heartbeat.
    expireInSeconds: 6 * HOUR_SECONDS,
    forPostgres: { heartbeatSeconds: 120 },
  },
};

/** The queue of a workspace's messages. */
export const deliveryQueue = (workspaceId: string): string => `deliver/${workspaceId}`;

/** What holds for each of these. A job only says that it is time to go on with a delivery: losing or repeating it does no harm. */
export const DELIVERY_QUEUE: QueueSettings = {
  notify: true,
  deadLetter: GIVEN_UP_QUEUE,
  retryLimit: 5,
  retryDelay: 15,
  retryBackoff: true,
  retryDelayMax: 300,
  // A batch with a minute of rate limit for each of its messages.
  expireInSeconds: HOUR_SECONDS / 2,
  // There are many, and the deliveries themselves are what is kept.
  deleteAfterSeconds: HOUR_SECONDS,
  forPostgres: { heartbeatSeconds: 60 },
};
