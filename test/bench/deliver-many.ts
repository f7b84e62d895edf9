/**
 * A process that posts many messages to a fake Slack, on a virtual clock: through the queue with a row each (`queue`), or by
 * bare calls of the same client (`bare`). Its one argument is JSON, see {@link DeliverMany}; it prints one line of JSON, see
 * {@link DeliveredMany}.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { plainMessage } from '../../bot/blocks/rich-text.ts';
import { slackPosting } from '../../bot/jobs/slack-posting.ts';
import { startJobs } from '../../bot/jobs/start-jobs.ts';
import { createLog } from '../../bot/log.ts';
import { migrate } from '../../bot/store/migrate.ts';
import { addWorkspace } from '../../bot/store/workspaces.ts';
import { takeTurns } from '../../bot/take-turns.ts';
import { connectTo } from '../support/copied-databases.ts';
import { testKind } from '../support/test-kind.ts';
import { virtualClock } from '../support/virtual-clock.ts';

/** What the process is told. */
export interface DeliverMany {
  readonly how: 'queue' | 'bare';
  /** A PostgreSQL's address or a data folder. */
  readonly where: string;
  /** How many messages, each to a person of their own. */
  readonly count: number;
  readonly connection: { readonly apiUrl: string; readonly botToken: string; readonly appToken: string };
}

/** What it says in the end. */
export interface DeliveredMany {
  readonly ms: number;
  /** How long it took by the virtual clock. */
  readonly virtualMs: number;
}

const AT = '2026-03-06T08:30:00Z';
const SIDE_BY_SIDE = 4;

/** The Slack id of the person with that number. */
const personOf = (number: number): string => `U${String(number).padStart(6, '0')}`;

const given: DeliverMany = JSON.parse(process.argv[2] ?? '');
const targets = Array.from({ length: given.count }, (_, number) => personOf(number));
const connection = { mode: 'socket', ...given.connection } as const;
const took = given.how === 'queue' ? await throughQueue() : await bare();
process.stdout.write(`${JSON.stringify(took)}\n`);

async function throughQueue(): Promise<DeliveredMany> {
  await loadService();
  const opened = await connectTo(given.where);
  const { db, queue } = opened;
  if (queue === null) throw new Error('Another process has the data folder.');
  await migrate(db);
  await addWorkspace(db, 'TBENCH', new Date('2026-03-01T00:00:00Z'));
  const clock = virtualClock(AT);
  const messages = targets.map((target) => ({ target, subject: '', at: AT }));
  let sent = 0;
  const startedAt = performance.now();
  const jobs = await startJobs({
    db,
    access: queue,
    clock,
    log: createLog('error'),
    counts: {
      jobEnded: () => undefined,
      deliveryCame(_kind, state) {
        if (state === 'sent') sent += 1;
      },
    },
    regrade: null,
    deliveries: { workspaceId: 'TBENCH', connection, kinds: [testKind(messages)], postingClock: clock },
  });
  while (sent < messages.length) await delay(20);
  const ms = performance.now() - startedAt;
  await jobs.stop();
  await opened.close();
  return { ms, virtualMs: clock.now().getTime() - Date.parse(AT) };
}

/** The process that `npm start` starts has all of this in memory as well. */
async function loadService(): Promise<void> {
  await import('../../bot/run-service.ts');
  await import('../../bot/connect-slack.ts');
  await import('../../bot/jobs/delivery-kinds.ts');
}

async function bare(): Promise<DeliveredMany> {
  const slack = slackPosting(connection, createLog('silent'), new AbortController().signal);
  const inTurn = takeTurns(SIDE_BY_SIDE);
  const startedAt = performance.now();
  await Promise.all(
    targets.map((target, index) =>
      inTurn(async () => slack.post(await slack.channelOf(target), plainMessage('message '), String(index))),
    ),
  );
  return { ms: performance.now() - startedAt, virtualMs: 0 };
}
