import { fromKysely, type JobWithMetadata, type PgBoss } from 'pg-boss';
import { z } from 'zod';
import type { SlackConnection } from '../listeners/slack-app.ts';
import type { Database } from '../store/database.ts';
import { forgetLater, forgetQueued } from '../store/deliveries.ts';
import type { QueueAccess } from '../store/queue-access.ts';
import { takeTurns } from '../take-turns.ts';
import { deliver } from './deliver.ts';
import type { Delivering } from './delivering.ts';
import type { DeliveryKind } from './delivery-kind.ts';
import type { PostingClock } from './posting-clock.ts';
import { queueDeliveries } from './queue-deliveries.ts';
import { DELIVERY_QUEUE, deliveryQueue } from './queues.ts';
import { type JobRunning, runJob } from './run-job.ts';
import { slackPosting } from './slack-posting.ts';

/** What messages are delivered for and with. */
export interface DeliveryParts {
  /** Slack's team id, which the connection's token belongs to. */
  readonly workspaceId: string;
  readonly connection: SlackConnection;
  readonly kinds: readonly DeliveryKind[];
  readonly postingClock: PostingClock;
}

/** Messages of a process, once their queue is worked on. */
export interface DeliveryJobs {
  /** Writes down and queues what is due now. `wasMoved`: the clock was, so that what lies ahead of it is made anew. */
  look(wasMoved: boolean): Promise<void>;
  /** Begins no more messages; what is being posted goes on to its end. */
  stopBeginning(): void;
}

/** Jobs fetched at once, and how many of them are under way side by side: Slack's answers take a while. */
const BATCH = 20;
const SIDE_BY_SIDE = 4;
/** How far the clocks of processes that share a database may be apart. */
const CLOCK_SKEW_MS = 600_000;

const DELIVERY_JOB = z.object({ workspaceId: z.string(), id: z.string() });

/** Works on the queue of one workspace's messages: a process has one token, which posts in one workspace. */
export async function startDelivering(
  boss: PgBoss,
  { access, ...parts }: Pick<Delivering, 'db' | 'clock' | 'counts'> & { readonly access: QueueAccess },
  deliveries: DeliveryParts,
  running: JobRunning,
  polling: { readonly pollingIntervalSeconds: number; readonly notifyPollingIntervalSeconds: number },
): Promise<DeliveryJobs> {
  const { db, clock } = parts;
  const { connection, kinds, postingClock, workspaceId } = deliveries;
  const queue = await makeQueue(boss, access, workspaceId);
  // Nobody else can have made jobs or be working on them: the deliveries say what there is to do.
  if (access.kind === 'pglite') {
    await boss.deleteAllJobs(queue);
    await forgetQueued(db, workspaceId);
  }
  const stopping = new AbortController();
  const delivering: Delivering = {
    ...parts,
    kinds,
    postingClock,
    slack: slackPosting(connection, running.log, running.signal),
    log: running.log,
    stopping: stopping.signal,
    hold: { untilMs: 0 },
  };
  const options = { includeMetadata: true, batchSize: BATCH, burstWhenBatchFull: true, ...polling } as const;
  await boss.work(queue, options, async (jobs: JobWithMetadata<unknown>[]) => {
    const inTurn = takeTurns(SIDE_BY_SIDE);
    const ends = jobs.map((job) =>
      inTurn(() => runJob(running, job, DELIVERY_JOB, (data) => deliver(delivering, data))),
    );
    // All of them come to an end before any failure is told of; those that are done then have nothing more to do.
    const failed = (await Promise.allSettled(ends)).find((end) => end.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  });
  const makeJobs = async (trx: Database, which: readonly { readonly workspaceId: string; readonly id: string }[]) => {
    await boss.insert(
      queue,
      which.map((data) => ({ data, singletonKey: data.id })),
      { db: fromKysely(trx) },
    );
  };
  return {
    async look(wasMoved) {
      if (wasMoved) await forgetLater(db, workspaceId, new Date(clock.now().getTime() + CLOCK_SKEW_MS));
      await queueDeliveries({ db, workspaceId, clock, kinds, log: running.log, postingClock }, makeJobs);
    },
    stopBeginning: () => stopping.abort(),
  };
}

async function makeQueue(boss: PgBoss, access: QueueAccess, workspaceId: string): Promise<string> {
  const { forPostgres, ...common } = DELIVERY_QUEUE;
  const settings = { ...common, ...(access.kind === 'postgres' && forPostgres) };
  const queue = deliveryQueue(workspaceId);
  // Of a delivery at most one job waits, however long the queue stands still and however often it is looked for.
  await boss.createQueue(queue, { ...settings, policy: 'short' });
  await boss.updateQueue(queue, settings);
  return queue;
}
