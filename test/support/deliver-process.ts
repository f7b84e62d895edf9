/**
 * A process that delivers messages of the kind `test` and digests on a database of its test's, as if it were the moment it is told:
 * opens the database, begins at the first line of its input, and goes on until it is killed or its input ends. Prints
 * `open`, the number of each statement that is about to be made, `frozen`, `started`, and how each job ended. Its one
 * argument is JSON: see {@link DeliverProcess}.
 */
import { once } from 'node:events';
import type { KyselyPlugin, RootOperationNode } from 'kysely';
import { managerDigest } from '../../bot/jobs/manager-digest.ts';
import { startJobs } from '../../bot/jobs/start-jobs.ts';
import { createLog } from '../../bot/log.ts';
import { connect } from '../../bot/store/connect.ts';
import { type TestMessage, testKind } from './test-kind.ts';
import { virtualClock } from './virtual-clock.ts';

/** A statement by its number among all, or the n-th that has a text in it; both from 1. */
export type FreezePoint = number | { readonly text: string; readonly time: number };

/** What the process is told. */
export interface DeliverProcess {
  /** A PostgreSQL's address or a data folder. */
  readonly where: string;
  readonly now: string;
  readonly workspaceId: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly apiUrl: string;
  readonly messages: readonly TestMessage[];
  /** The statement before which it stands still for good; null: none. */
  readonly freezeAt: FreezePoint | null;
}

const given: DeliverProcess = JSON.parse(process.argv[2] ?? '');
const { freezeAt, messages, now, where, workspaceId, ...tokens } = given;
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
    if (isFreezePoint(node)) {
      print('frozen');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    }
    return node;
  },
  transformResult: async ({ result }) => result,
};
let times = 0;

function isFreezePoint(node: RootOperationNode): boolean {
  if (typeof freezeAt === 'number' || freezeAt === null) return statements === freezeAt;
  if (textOf(node).includes(freezeAt.text)) times += 1;
  return times === freezeAt.time;
}

function textOf(node: RootOperationNode): string {
  if (node.kind === 'RawNode') return node.sqlFragments.join(' ');
  return node.kind === 'InsertQueryNode' ? `insert into ${node.into?.table.identifier.name}` : '';
}

const clock = virtualClock(now);
const jobs = await startJobs({
  db: connection.db.withPlugin(counting),
  access: connection.queue,
  clock,
  log: createLog('silent'),
  counts: {
    jobEnded: (queue, outcome) => print(`${queue} ${outcome}`),
    deliveryCame: (kind, state) => print(`${kind} ${state}`),
  },
  regrade: null,
  deliveries: {
    workspaceId,
    connection: { mode: 'socket', ...tokens },
    kinds: [testKind(messages), managerDigest],
    postingClock: clock,
  },
  pollingSeconds: 0.5,
});
print('started');
process.stdin.on('end', () => void jobs.stop().then(() => connection.close()));
process.stdin.resume();
