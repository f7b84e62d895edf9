import type { JobOutcome } from '../../bot/jobs/run-job.ts';
import { type JobParts, type Jobs, startJobs } from '../../bot/jobs/start-jobs.ts';
import { createLog } from '../../bot/log.ts';
import type { TestDatabase } from './databases.ts';
import { NIGHT } from './night.ts';

/** The jobs of a test, and what becomes of them. */
export interface RunningJobs extends Jobs {
  /** Every end of a job so far, such as `regrade done`. */
  readonly ended: readonly string[];
  /** What messages came to, such as `test sent`. */
  readonly came: readonly string[];
  /** Resolves once that many jobs have ended. */
  ends(count: number): Promise<void>;
}

/** Starts the jobs on a test's database; what failed is tried again within half a second once it is due. */
export async function runJobs(
  database: Pick<TestDatabase, 'db' | 'queue'>,
  parts: Pick<JobParts, 'clock'> & Partial<JobParts>,
): Promise<RunningJobs> {
  const { db, queue: access } = database;
  if (access === null) throw new Error('This database is another process’s.');
  const ended: string[] = [];
  const came: string[] = [];
  let wake: () => void = () => undefined;
  const counts = {
    deliveryCame: (kind: string, state: string) => void came.push(`${kind} ${state}`),
    jobEnded(queue: string, outcome: JobOutcome) {
      ended.push(`${queue} ${outcome}`);
      wake();
    },
  };
  const always = {
    db,
    access,
    counts,
    log: createLog('silent'),
    regrade: NIGHT,
    deliveries: null,
    pollingSeconds: 0.5,
  };
  const jobs = await startJobs({ ...always, ...parts });
  return {
    ...jobs,
    ended,
    came,
    async ends(count) {
      while (ended.length < count) await new Promise<void>((resolve) => (wake = resolve));
    },
  };
}
