import { fromPglite, PgBoss } from 'pg-boss';
import type { Logger } from '../log.ts';
import type { QueueAccess } from '../store/queue-access.ts';
import { QUEUES } from './queues.ts';

/** pg-boss keeps its tables apart from ours. */
const SCHEMA = 'pgboss';

/** Beside the pool that everything else uses, so that a heartbeat never waits behind a grading. */
const POSTGRES_CONNECTIONS = 3;

/**
 * Starts pg-boss on the database, which makes or updates its tables, and sees to it that the queues are there. Jobs that
 * a process left behind when it ended are handed out again: on PGlite at once, since nobody else can have them; on
 * PostgreSQL when their heartbeat has stopped.
 */
export async function openBoss(access: QueueAccess, log: Logger): Promise<PgBoss> {
  const boss = new PgBoss({ schema: SCHEMA, schedule: false, useListenNotify: true, ...(await optionsFor(access)) });
  boss.on('error', (error) => log.error({ err: asError(error) }, 'the job queue met an error'));
  boss.on('warning', ({ message }) => log.warn({ warning: message }, 'the job queue warns'));
  try {
    await boss.start();
    for (const [name, { forPostgres, ...common }] of Object.entries(QUEUES)) {
      const settings = { ...common, ...(access.kind === 'postgres' && forPostgres) };
      // Made the first time; afterwards brought to what this version wants.
      await boss.createQueue(name, settings);
      await boss.updateQueue(name, settings);
    }
    if (access.kind === 'pglite') await takeOver(boss);
    else await boss.supervise();
    return boss;
  } catch (error) {
    await boss.stop({ graceful: false });
    throw error;
  }
}

async function optionsFor(access: QueueAccess) {
  if (access.kind === 'postgres') {
    const { connectionString } = access;
    const createSchema = !(await access.hasSchema(SCHEMA));
    const pool = { connectionString, createSchema, max: POSTGRES_CONNECTIONS, application_name: 'tierbook jobs' };
    return { ...pool, notifyHeartbeatIntervalMs: 60_000, flowIntervalSeconds: 3600 };
  }
  // Every statement runs on this process's own event loop, and there is nobody to watch over.
  const seldom = { superviseIntervalSeconds: 600, monitorIntervalSeconds: 600, queueCacheIntervalSeconds: 3600 };
  const never = { flowIntervalSeconds: 3600, bamIntervalSeconds: 3600, reindex: false, monitorVacuum: false };
  return { db: fromPglite(access.pglite), backend: 'pglite', ...seldom, ...never } as const;
}

/** Gives back what the folder's last process had under way or was to try again later: a new process is a reason to. */
async function takeOver(boss: PgBoss): Promise<void> {
  for (const queue of Object.keys(QUEUES)) {
    const jobs = await boss.findJobs(queue);
    const active = jobs.filter(({ state }) => state === 'active').map(({ id }) => id);
    if (active.length > 0) await boss.fail(queue, active, { message: 'the process ended' });
    const waiting = jobs.filter(({ state }) => state === 'retry').map(({ id }) => id);
    for (const id of [...active, ...waiting]) await boss.update(queue, undefined, { id, startAfter: 0 });
  }
}

/** pg-boss reports some errors as plain objects. */
function asError(error: unknown): Error {
  if (error instanceof Error) return error;
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  return new Error(String(message));
}
