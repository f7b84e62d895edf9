import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { managerDigest } from '../../../bot/jobs/manager-digest.ts';
import { type SlackServer, startSlackServer } from '../../../bot/local/slack-server.ts';
import type { StoredMessage } from '../../../bot/local/workspace-state.ts';
import type { Database } from '../../../bot/store/database.ts';
import { saveMember, saveRole } from '../../../bot/store/members.ts';
import { migrate } from '../../../bot/store/migrate.ts';
import { addWorkspace } from '../../../bot/store/workspaces.ts';
import { type CopiedDatabase, connectTo, newDatabase, withDatabase } from '../../support/copied-databases.ts';
import type { DeliverProcess, FreezePoint } from '../../support/deliver-process.ts';
import { runJobs } from '../../support/running-jobs.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { testKind } from '../../support/test-kind.ts';
import { virtualClock } from '../../support/virtual-clock.ts';
import { type WatchedProcess, watchProcess } from '../../support/watched-process.ts';

/** How many processes are killed on each database; `npm run test:kills` makes it a hundred. */
const KILLS = Number(process.env['TIERBOOK_KILLS'] ?? 10);
const SEED = 20_260_307;
const AT = '2026-03-06T08:30:00Z';
/** When the next process comes: whatever the first one began is stale then, and nothing is too late. */
const NEXT_AT = '2026-03-06T09:15:00Z';
const WORKSPACE = 'TKILLED';
const MESSAGES = [
  { target: 'U0ANNA', subject: 'first', at: AT },
  { target: 'U0LEI', subject: 'second', at: AT },
  { target: 'U0ANNA', subject: 'third', at: AT },
  { target: 'C0SALES', subject: 'fourth', at: AT },
];
/** Beside these comes the digest of a manager. */
const ALL = MESSAGES.length + 1;
const PATIENCE_MS = 300_000;

/** How far a message had come when its process was killed. */
type Step = 'not written down' | 'not claimed' | 'claimed' | 'accepted by Slack' | 'recorded';
const STEPS: readonly Step[] = ['not written down', 'not claimed', 'claimed', 'accepted by Slack', 'recorded'];

/** The statement before which each step stands. */
const STEP_STATEMENTS: readonly FreezePoint[] = [
  { text: 'insert into delivery', time: 1 },
  { text: "set state = 'sending'", time: 1 },
  { text: "set state = 'sent'", time: 1 },
];

/** Where to kill: at a step; as soon as one message is recorded; before a statement; some turns of the event loop after one; or while Slack has not answered. */
type Point =
  | { readonly kind: 'step'; readonly before: FreezePoint }
  | { readonly kind: 'recorded' }
  | { readonly kind: 'before'; readonly percent: number }
  | { readonly kind: 'after'; readonly percent: number; readonly turns: number }
  | { readonly kind: 'unanswered'; readonly call: string; readonly number: number; readonly applied: boolean };

const random = seededRandom(SEED);
const upTo = (count: number) => Math.floor(random() * count);
const CALLS = ['chat.postMessage', 'chat.postMessage', 'chat.postMessage', 'conversations.open'] as const;
const POINTS = Array.from({ length: KILLS }, (_, number): { readonly number: number; readonly point: Point } => {
  // From the first statement to the last.
  const percent = Math.round((99 * number) / Math.max(KILLS - 1, 1));
  const before = STEP_STATEMENTS[number];
  if (before !== undefined) return { number, point: { kind: 'step', before } };
  if (number === STEP_STATEMENTS.length) return { number, point: { kind: 'recorded' } };
  // after Slack was asked and before it has answered
  if (number === STEP_STATEMENTS.length + 1) {
    return { number, point: { kind: 'unanswered', call: 'chat.postMessage', number: 2, applied: false } };
  }
  if (number % 3 === 0) return { number, point: { kind: 'before', percent } };
  if (number % 3 === 1) return { number, point: { kind: 'after', percent, turns: upTo(60) } };
  const call = CALLS[upTo(CALLS.length)] ?? 'chat.postMessage';
  return { number, point: { kind: 'unanswered', call, number: 1 + upTo(3), applied: number % 2 === 0 } };
});

describe.each(['pglite', 'postgres'] as const)('messages whose process is killed (%s)', (kind) => {
  let template: CopiedDatabase;
  let statements: number;
  const seen = new Set<Step>();

  beforeAll(async () => {
    template = await newDatabase(kind);
    await withDatabase(template.where, async (db) => {
      await migrate(db);
      const since = new Date('2026-03-01T00:00:00Z');
      await addWorkspace(db, WORKSPACE, since);
      await saveMember(db, WORKSPACE, { slackUserId: 'U0YIJUN', timeZone: 'UTC' }, false, since);
      await saveRole(db, WORKSPACE, 'U0YIJUN', 'manager', since);
    });
    // Sets the queue up, and finds nothing due yet.
    const slack = await startSlackServer();
    const before = start(template, slack, '2026-03-06T08:00:00Z', null);
    before.tell('go');
    await before.reached((line) => line === 'started');
    await stop(before);
    const undisturbed = await template.copy();
    const whole = start(undisturbed, slack, AT, null);
    whole.tell('go');
    await whole.reached(() => allSent(whole));
    statements = whole.lines.filter((line) => line.startsWith('statement ')).length;
    await stop(whole);
    expectAllOnce(slack);
    await undisturbed.drop();
    await slack.stop();
  }, PATIENCE_MS);
  afterAll(() => template.drop());

  test.each(POINTS)(
    'arrive once each: kill $number, $point',
    async ({ point }) => {
      const database = await template.copy();
      const time = virtualClock(AT);
      const slack = await startSlackServer({ time: time.slackTime });
      const statement = 'percent' in point ? 1 + Math.floor((point.percent / 100) * statements) : 0;
      const freezeAt = point.kind === 'step' ? point.before : point.kind === 'before' ? statement : null;
      if (point.kind === 'unanswered') {
        for (let call = 1; call < point.number; call += 1) slack.failNext(point.call, { status: 429, retryAfter: 1 });
        slack.failNext(point.call, { hang: true, applied: point.applied });
      }
      const victim = start(database, slack, AT, freezeAt);
      victim.tell('go');
      if (point.kind === 'unanswered') {
        await hasHung(slack, victim);
      } else if (point.kind === 'step') {
        await victim.reached((line) => line === 'frozen');
      } else if (point.kind === 'recorded') {
        await victim.reached((line) => line === 'test sent');
      } else {
        await victim.reached((line) => line === `statement ${statement}` || allSent(victim));
        for (let turn = 0; point.kind === 'after' && turn < point.turns; turn += 1) await nextTurn();
      }
      victim.kill();
      expect(await victim.ended).toBeNull();
      await withDatabase(database.where, async (db) => {
        for (const step of await stepsOf(db, slack)) seen.add(step);
      });
      time.set(NEXT_AT);
      await goOn(database, slack);
      expectAllOnce(slack);
      await withDatabase(database.where, async (db) => expect(await recorded(db)).toEqual(inSlack(slack)));
      await slack.stop();
      await database.drop();
    },
    PATIENCE_MS,
  );

  test('were met at every step of the way', () => {
    expect([...seen].toSorted()).toEqual(STEPS.toSorted());
  });
});

/** Lets the next process deliver what is left. */
async function goOn({ where }: CopiedDatabase, slack: SlackServer): Promise<void> {
  const connection = await connectTo(where);
  const clock = virtualClock(NEXT_AT);
  const { apiUrl, appToken, botToken } = slack;
  let look: () => void = () => undefined;
  const jobs = await runJobs(connection, {
    clock,
    regrade: null,
    deliveries: {
      workspaceId: WORKSPACE,
      connection: { mode: 'socket', apiUrl, appToken, botToken },
      kinds: [testKind(MESSAGES), managerDigest],
      postingClock: clock,
    },
    followClock(told) {
      look = told;
      return () => undefined;
    },
  });
  await expect
    .poll(
      async () => {
        clock.advance(60_000);
        look();
        return (await recorded(connection.db)).length;
      },
      { timeout: PATIENCE_MS },
    )
    .toBe(ALL);
  await jobs.stop();
  await connection.close();
}

function start(
  database: CopiedDatabase,
  slack: SlackServer,
  now: string,
  freezeAt: FreezePoint | null,
): WatchedProcess {
  const { apiUrl, appToken, botToken } = slack;
  const given: DeliverProcess = {
    where: database.where,
    now,
    workspaceId: WORKSPACE,
    apiUrl,
    appToken,
    botToken,
    messages: MESSAGES,
    freezeAt,
  };
  return watchProcess('deliver-process.ts', [JSON.stringify(given)]);
}

async function stop(running: WatchedProcess): Promise<void> {
  running.endInput();
  expect(await running.ended).toBe(0);
}

const allSent = ({ lines }: WatchedProcess) =>
  lines.filter((line) => line === 'test sent' || line === 'digest sent').length === ALL;

/** Resolves once a call hangs, or when all messages were sent without one that did. */
async function hasHung({ traffic }: SlackServer, victim: WatchedProcess): Promise<void> {
  const hangs = () => traffic.entries.some((entry) => entry.kind === 'call' && entry.answer === undefined);
  await expect.poll(() => hangs() || allSent(victim), { timeout: PATIENCE_MS, interval: 5 }).toBe(true);
}

function posted({ workspace }: SlackServer): StoredMessage[] {
  return workspace.messages.filter(({ metadata }) => metadata !== undefined);
}

function expectAllOnce(slack: SlackServer): void {
  const told = posted(slack).map(subjectOf);
  expect(told.toSorted()).toEqual(['digest', ...MESSAGES.map(({ subject }) => subject)].toSorted());
}

/** Which message it is; whatever is not of the test is the digest. */
function subjectOf({ text }: StoredMessage): string {
  return text.startsWith('message ') ? text.replace('message ', '') : 'digest';
}

function inSlack(slack: SlackServer): string[] {
  return posted(slack)
    .map((message) => `${subjectOf(message)} ${message.channel} ${message.ts}`)
    .toSorted();
}

/** What the database says was sent, and where. */
async function recorded(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('delivery').selectAll().where('workspace_id', '=', WORKSPACE).execute();
  return rows
    .filter(({ state }) => state === 'sent')
    .map(({ channel, kind, subject, ts }) => `${kind === 'digest' ? kind : subject} ${channel} ${ts}`)
    .toSorted();
}

/** How far each message had come. */
async function stepsOf(db: Database, slack: SlackServer): Promise<Step[]> {
  const rows = await db.selectFrom('delivery').selectAll().where('workspace_id', '=', WORKSPACE).execute();
  const keys = new Set(posted(slack).map(({ metadata }) => JSON.stringify(metadata?.['event_payload'])));
  return MESSAGES.map(({ subject }): Step => {
    const row = rows.find((each) => each.subject === subject);
    if (row === undefined) return 'not written down';
    if (row.state === 'sent') return 'recorded';
    if (row.state === 'pending') return 'not claimed';
    return keys.has(JSON.stringify({ key: row.key })) ? 'accepted by Slack' : 'claimed';
  });
}
