import { systemClock } from '../clock.ts';
import { keepTrying } from '../keep-trying.ts';
import type { DeliveryParts } from './deliver-jobs.ts';
import type { JobParts, Jobs } from './start-jobs.ts';

/** What jobs in the background are run with: their code is loaded when they start, every kind of message among it. */
export interface BackgroundParts extends Omit<JobParts, 'deliveries'> {
  readonly deliveries: Pick<DeliveryParts, 'workspaceId' | 'connection'>;
}

/** Jobs that may not have started yet. */
export interface BackgroundJobs {
  /** False before they have started, too. */
  isWell(): boolean;
  stop(): Promise<void>;
}

/**
 * Loads and starts the jobs without anybody waiting for it, and tries again for as long as that fails: a service whose
 * queue cannot be set up, for want of a right in PostgreSQL for instance, still answers in Slack.
 */
export function startInBackground(parts: BackgroundParts): BackgroundJobs {
  const { log } = parts;
  const stopping = new AbortController();
  let jobs: Jobs | undefined;
  const start = async () => {
    const { startJobs } = await import('./start-jobs.ts');
    const { DELIVERY_KINDS: kinds } = await import('./delivery-kinds.ts');
    const { postingClock } = await import('./posting-clock.ts');
    // Slack's time is the machine's, however fast the local workspace's time is made to go by.
    const deliveries = { ...parts.deliveries, kinds, postingClock: postingClock(systemClock) };
    jobs = await startJobs({ ...parts, deliveries });
  };
  const started = keepTrying(start, {
    worthwhile: () => true,
    onFailure: (error, seconds) => log.error({ err: error, retryInSeconds: seconds }, 'the job queue did not start'),
    signal: stopping.signal,
    // The last failure was told of already.
  }).catch(() => undefined);
  return {
    isWell: () => jobs?.isWell() ?? false,
    async stop() {
      stopping.abort();
      await started;
      await jobs?.stop();
    },
  };
}
