import { schedule } from 'node-cron';
import type { JobWithMetadata, PgBoss } from 'pg-boss';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { Database } from '../store/database.ts';
import type { QueueAccess } from '../store/queue-access.ts';
import { takeTurns } from '../take-turns.ts';
import { type DeliveryJobs, type DeliveryParts, startDelivering } from './deliver-jobs.ts';
import type { DeliveryCounts } from './delivering.ts';
import { REGRADE_JOB, type RegradeTime, regradeAtNight, sendDueRegrades } from './nightly-regrade.ts';
import { openBoss } from './open-boss.ts';
import { GIVEN_UP_QUEUE, REGRADE_QUEUE } from './queues.ts';
import { type JobCounts, type JobRunning, runJob } from './run-job.ts';
import { type SheetSyncParts, sheetSync } from './sheet-sync.ts';

/** What jobs are run with. */
export interface JobParts {
  readonly db: Database;
  readonly access: QueueAccess;
  readonly clock: Clock;
  readonly log: Logger;
  readonly counts: JobCounts & DeliveryCounts;
  /** Null: never. */
  readonly regrade: RegradeTime | null;
  /** Null: Google sheets are not brought up to date. Default null. */
  readonly sheets?: SheetSyncParts | null;
  /** Null: messages are not this process's to post. */
  readonly deliveries: DeliveryParts | null;
  /** Calls its argument whenever more time may have passed than by itself; returns what ends that. */
  readonly followClock?: (look: () => void) => () => void;
  /** How often to ask for jobs that are to be tried again; default 60. Workers hear of new ones at once. */
  readonly pollingSeconds?: number;
}

/** The clock and the queue, running. */
export interface Jobs {
  /** False while what is due cannot be found out. */
  isWell(): boolean;
  /** Takes nothing new, waits for jobs under way, and after a while cuts them off: they start again from the beginning. */
  stop(): Promise<void>;
}

/** When to look for what is due: at the start of each minute. */
const LOOK_AT = '* * * * *';
const POLLING_SECONDS = 60;
/** What a job under way is given to end by itself when the process stops, and then to roll back. */
const DRAIN_MS = 3000;
const ROLL_BACK_MS = 4000;

/** Starts the queue, works on its jobs, and looks for what is due at once and every minute. Throws what the database says. */
export async function startJobs(parts: JobParts): Promise<Jobs> {
  const { log, counts } = parts;
  const boss = await openBoss(parts.access, log);
  const cutOff = new AbortController();
  const running = { log, counts, signal: cutOff.signal };
  await work(boss, parts, running);
  const deliveries =
    parts.deliveries && (await startDelivering(boss, parts, parts.deliveries, running, pollingOf(parts)));

  const sheets = parts.sheets ? sheetSync({ ...parts, signal: cutOff.signal }, parts.sheets) : null;
  const inTurn = takeTurns(1);
  const state = { isWell: true, isStopping: false };
  const look = (wasMoved = false) =>
    inTurn(async () => {
      if (state.isStopping) return;
      const looks = lookers(boss, parts, deliveries, wasMoved).map((lookFor) => lookFor());
      const failed = (await Promise.allSettled(looks)).filter((end) => end.status === 'rejected');
      state.isWell = failed.length === 0;
      for (const { reason } of failed) log.error({ err: reason }, 'could not find out what is due');
      // it takes its time, for which nothing else has to wait
      sheets?.look();
    });
  // A look that was missed is made up by the next one.
  const everyMinute = schedule(LOOK_AT, () => look(), { noOverlap: true, suppressMissedWarning: true });
  const unfollow = parts.followClock?.(() => void look(true));
  await look();
  return {
    isWell: () => state.isWell,
    async stop() {
      state.isStopping = true;
      deliveries?.stopBeginning();
      await everyMinute.destroy();
      unfollow?.();
      await inTurn(async () => undefined);
      const timer = setTimeout(() => cutOff.abort(), DRAIN_MS);
      await Promise.all([boss.stop({ timeout: DRAIN_MS + ROLL_BACK_MS }), sheets?.stop()]);
      clearTimeout(timer);
    },
  };
}

/** Everything that a look looks for, each apart from the others' failures. */
function lookers(boss: PgBoss, parts: JobParts, deliveries: DeliveryJobs | null, wasMoved: boolean) {
  const { regrade } = parts;
  return [
    ...(regrade === null ? [] : [() => sendDueRegrades(boss, parts, regrade)]),
    ...(deliveries === null ? [] : [() => deliveries.look(wasMoved)]),
  ];
}

async function work(boss: PgBoss, parts: JobParts, running: JobRunning): Promise<void> {
  const { db, clock } = parts;
  const options = { includeMetadata: true, ...pollingOf(parts) } as const;
  await boss.work(REGRADE_QUEUE, options, async (jobs: JobWithMetadata<unknown>[]) => {
    for (const job of jobs) {
      await runJob(running, job, REGRADE_JOB, (data) => regradeAtNight({ db, clock, ...running }, data));
    }
  });
  await boss.work(GIVEN_UP_QUEUE, options, async (jobs: JobWithMetadata<unknown>[]) => {
    for (const { sourceName, sourceRetryCount, sourceOutput } of jobs) {
      const queue = sourceName ?? GIVEN_UP_QUEUE;
      running.counts.jobEnded(queue, 'given-up');
      const attempts = (sourceRetryCount ?? 0) + 1;
      const lastError = sourceOutput !== null && 'message' in sourceOutput ? sourceOutput.message : undefined;
      running.log.error({ queue, attempts, lastError }, 'job given up');
    }
  });
}

function pollingOf({ pollingSeconds: seconds = POLLING_SECONDS }: JobParts) {
  return { pollingIntervalSeconds: seconds, notifyPollingIntervalSeconds: seconds };
}
