import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { Database } from '../store/database.ts';
import { addDeliveries, type DeliveryId, type DueDelivery, takeUnqueued } from '../store/deliveries.ts';
import { inChunks } from '../store/in-chunks.ts';
import type { DeliveryKind } from './delivery-kind.ts';

/** What finding out what is due needs. */
export interface QueueingDeliveries {
  readonly db: Database;
  /** Slack's team id: whose messages this process can post. */
  readonly workspaceId: string;
  /** Says what is due. */
  readonly clock: Clock;
  /** By which attempts are timed. */
  readonly postingClock: Clock;
  readonly kinds: readonly DeliveryKind[];
  readonly log: Logger;
}

/** Makes the jobs for these deliveries within the transaction `trx`. */
export type MakeJobs = (trx: Database, deliveries: readonly DeliveryId[]) => Promise<void>;

/** So many deliveries get their rows and jobs in one transaction. */
const TOGETHER = 500;

/**
 * Writes down what has come due since the last look, and makes a job for every delivery that is open and has none: new
 * ones, and those whose time to be tried again has come. What is too late to be posted is written as skipped. However often,
 * late or wherever this is asked, each message has one row.
 */
export async function queueDeliveries(parts: QueueingDeliveries, makeJobs: MakeJobs): Promise<void> {
  const { clock, db, log } = parts;
  const now = clock.now();
  const { due, late } = await findAllDue(parts);
  for (const chunk of inChunks(due, TOGETHER)) {
    await db.transaction().execute(async (trx) => {
      await addDeliveries(trx, chunk, now);
      await queueOpen(trx, parts, makeJobs);
    });
  }
  const skipped = await addDeliveries(db, late, now, 'late');
  if (skipped.length > 0) log.warn({ count: skipped.length }, 'messages came too late to be posted: skipped');
  const queueMore = () => db.transaction().execute((trx) => queueOpen(trx, parts, makeJobs));
  while ((await queueMore()) === TOGETHER);
}

/** What is due at the moment that the clock shows and has no delivery yet, and what is too late to be posted; writes nothing. */
export async function findAllDue({
  clock,
  db,
  kinds,
  workspaceId,
}: Pick<QueueingDeliveries, 'clock' | 'db' | 'kinds' | 'workspaceId'>): Promise<{
  readonly due: readonly DueDelivery[];
  readonly late: readonly DueDelivery[];
}> {
  const now = clock.now();
  const due: DueDelivery[] = [];
  const late: DueDelivery[] = [];
  for (const kind of kinds) {
    for (const each of await kind.findDue(db, workspaceId, now)) {
      const isLate = kind.catchUpMs !== null && now.getTime() - each.dueAt.getTime() > kind.catchUpMs;
      (isLate ? late : due).push(each);
    }
  }
  return { due, late };
}

/** What is of a kind that this version does not know is left to one that does. */
async function queueOpen(
  trx: Database,
  { kinds, postingClock, workspaceId }: QueueingDeliveries,
  makeJobs: MakeJobs,
): Promise<number> {
  const known = kinds.map(({ id }) => id);
  const deliveries = await takeUnqueued(trx, workspaceId, known, postingClock.now(), TOGETHER);
  if (deliveries.length > 0) await makeJobs(trx, deliveries);
  return deliveries.length;
}
