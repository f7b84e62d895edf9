/**
 * A process that does the night's work on a database of its test's, as if it were the moment it is told: opens the
 * database, begins at the first line of its input, and goes on until it is killed or its input ends. Prints `open`, the
 * number of each statement that is about to be made, `started`, and how each job ended. Its arguments are a PostgreSQL's address or a data folder, the moment, and `freeze` to stand
 * still for good between a job's commit and the queue's being told.
 */
import { once } from 'node:events';
import type { KyselyPlugin } from 'kysely';
import { startJobs } from '../../bot/jobs/start-jobs.ts';
import { createLog } from '../../bot/log.ts';
import { connect } from '../../bot/store/connect.ts';

const [where = '', now = '', freeze] = process.argv.slice(2);
const print = (line: string) => void process.stdout.write(`${line}\n`);
const connection = await connect(
  where.startsWith('postgres:') ? { databaseUrl: where, dataDir: '' } : { dataDir: where },
);
if (connection.queue === null) throw new Error('Another process has the data folder.');
print('open');
await once(process.stdin, 'data');
let statements = 0;
const counting: KyselyPlugin = {
  transformQuery({ node }) {
    statements += 1;
    print(`statement ${statements}`);
    return node;
  },
  transformResult: async ({ result }) => result,
};
const jobs = await startJobs({
  db: connection.db.withPlugin(counting),
  access: connection.queue,
  clock: { now: () => new Date(now) },
  log: createLog('error'),
  counts: {
    deliveryCame: () => undefined,
    jobEnded(queue, outcome) {
      print(`${queue} ${outcome}`);
      if (freeze === 'freeze') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    },
  },
  deliveries: null,
  regrade: { time: '03:00', timeZone: 'Europe/Berlin' },
  pollingSeconds: 0.5,
});
print('started');
process.stdin.on('end', () => void jobs.stop().then(() => connection.close()));
process.stdin.resume();
