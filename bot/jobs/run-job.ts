import type { JobWithMetadata } from 'pg-boss';
import type { z } from 'zod';
import type { Logger } from '../log.ts';

/** How a job ended: done; found that there was nothing to do; cut off by a stop; failed, to be tried again. */
export type JobOutcome = 'done' | 'not-needed' | 'stopped' | 'failed' | 'given-up';

/** Counts how jobs end. */
export interface JobCounts {
  jobEnded(queue: string, outcome: JobOutcome): void;
}

/** What running jobs needs. */
export interface JobRunning {
  readonly log: Logger;
  readonly counts: JobCounts;
  /** Aborted when the process must end: what is not done by then is given back. */
  readonly signal: AbortSignal;
}

/**
 * Runs one job with its data checked, counts and logs how it ends, and throws what pg-boss is to try again for. Of an
 * error the queue keeps kind, code and message only: the rest may hold what the database stores.
 */
export async function runJob<T>(
  { log, counts, signal }: JobRunning,
  job: Pick<JobWithMetadata<unknown>, 'name' | 'retryCount' | 'data'>,
  data: z.ZodType<T>,
  work: (data: T) => Promise<JobOutcome>,
): Promise<void> {
  const { name: queue, retryCount } = job;
  const startedAt = performance.now();
  try {
    const outcome = await work(data.parse(job.data));
    counts.jobEnded(queue, outcome);
    log.info({ queue, outcome, ms: Math.round(performance.now() - startedAt) }, 'job ended');
  } catch (error) {
    if (signal.aborted) {
      counts.jobEnded(queue, 'stopped');
      log.info({ queue }, 'job cut off by the stop; it starts again from the beginning');
    } else {
      counts.jobEnded(queue, 'failed');
      log.error({ queue, attempt: retryCount + 1, err: error }, 'job failed');
    }
    throw new JobError(error);
  }
}

/** An error as the queue may keep it. */
class JobError extends Error {
  readonly code: string | undefined;

  constructor(error: unknown) {
    super(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
    this.name = 'JobError';
    const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
    this.code = typeof code === 'string' ? code : undefined;
  }
}
