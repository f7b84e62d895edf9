import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SlackServer, startSlackServer } from '../../../bot/local/slack-server.ts';
import { insertComplaint } from '../../../bot/store/complaints.ts';
import { findOpenDeliveries } from '../../../bot/store/deliveries.ts';
import { saveMember } from '../../../bot/store/members.ts';
import { migrate } from '../../../bot/store/migrate.ts';
import { newId } from '../../../bot/store/new-id.ts';
import { addWorkspace } from '../../../bot/store/workspaces.ts';
import { cli } from '../../support/cli.ts';
import { connectTo, withDatabase } from '../../support/copied-databases.ts';
import { giveCustomer } from '../../support/give-customer.ts';

const WORKSPACE = 'T0LOCAL';
/** Complaints without an answer: to be answered by noon, each on its day. */
const DAYS = ['2026-03-05', '2026-03-06', '2026-03-09'];

let folder: string;
let where: string;
let slack: SlackServer;
let tokens: Readonly<Record<string, string>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tierbook-deliver-'));
  where = join(folder, 'data');
  slack = await startSlackServer();
  tokens = { SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl };
  await withDatabase(where, async (db) => {
    await migrate(db);
    const now = new Date('2026-03-02T08:00:00Z');
    await addWorkspace(db, WORKSPACE, now);
    const anna = await saveMember(db, WORKSPACE, { slackUserId: 'U0ANNA' }, false, now);
    await db.updateTable('member').set({ list_at: 'off' }).execute();
    const customerId = await giveCustomer(db, WORKSPACE, anna.id);
    for (const day of DAYS) {
      const nobody = { openedBy: null, answeredBy: null, answeredAt: null, closedBy: null, closedAt: null };
      const nothing = { channel: null, cause: null, description: null, resolution: null, undoneAt: null };
      const answerBy = new Date(`${day}T12:00:00Z`);
      await insertComplaint(db, WORKSPACE, {
        id: newId(now),
        customerId,
        openedAt: now,
        answerBy,
        ...nobody,
        ...nothing,
      });
    }
  });
});
afterAll(async () => {
  await slack.stop();
  await rm(folder, { recursive: true });
});

const deliver = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  cli(['deliver', ...args], { env: { TIERBOOK_DATA_DIR: where, LOG_LEVEL: 'silent', ...env } });

const posted = () => slack.workspace.messages.map(({ channel, text }) => `${channel} ${text}`);

test('says what is due by --dry-run, with or without Slack, and writes nothing', async () => {
  for (const env of [{}, tokens]) {
    const { exitCode, stdout } = await deliver(['--now', '2026-03-05T12:00:00+01:00', '--dry-run'], env);
    expect(exitCode).toBe(0);
    expect(stdout).toBe('1 message is due:\n2026-03-05T11:00Z  complaint-late  U0ANNA\n');
  }
  expect(await withDatabase(where, (db) => findOpenDeliveries(db, WORKSPACE))).toEqual([]);
});

test('posts what was due at that moment, and nothing the second time', async () => {
  const first = await deliver(['--now', '2026-03-05T11:10:00Z'], tokens);
  expect(first).toEqual({ exitCode: 0, stdout: '1 message posted, 0 skipped.\n', stderr: '' });
  expect(posted()).toEqual(['D0ANNA The complaint of A customer still has no answer.']);
  expect((await deliver(['--now', '2026-03-05T11:20:00Z'], tokens)).stdout).toBe('Nothing is due.\n');
  expect(posted()).toHaveLength(1);
});

test('waits for a rate limit and goes on', async () => {
  slack.failNext('chat.postMessage', { status: 429, retryAfter: 1 });
  expect((await deliver(['--now', '2026-03-06T11:10:00Z'], tokens)).stdout).toBe('1 message posted, 0 skipped.\n');
  expect(posted()).toHaveLength(2);
});

test('leaves it to the process that has the data folder open where there are no tokens', async () => {
  const running = await connectTo(where);
  const { exitCode, stdout } = await deliver(['--now', '2026-03-09T11:10:00Z']);
  expect(exitCode).toBe(0);
  expect(stdout).toBe('1 message is written down: the Tierbook that is running posts within a minute.\n');
  expect(await findOpenDeliveries(running.db, WORKSPACE)).toMatchObject([{ target: 'U0ANNA', state: 'pending' }]);
  await running.close();
});

test('refuses in one sentence without Slack, and a moment that is none', async () => {
  const alone = await deliver([]);
  expect(alone.exitCode).toBe(2);
  expect(alone.stderr).toMatch(/^There is no Slack to post to: .*--dry-run\.\n$/);
  const wrong = await deliver(['--now', 'tomorrow']);
  expect(wrong.exitCode).toBe(2);
  expect(wrong.stderr).toContain('It wants a moment such as 2026-03-31T08:30:00+02:00.');
});

test('posts nothing of a workspace that the token is not of', async () => {
  const other = 'T0OTHER';
  await withDatabase(where, async (db) => {
    const now = new Date('2026-03-02T08:00:00Z');
    await addWorkspace(db, other, now);
    await saveMember(db, other, { slackUserId: 'U0ELSE' }, true, now);
  });
  const before = posted();
  const named = await deliver(['--now', '2026-03-09T11:20:00Z', '--workspace', other], tokens);
  expect(named).toEqual({
    exitCode: 2,
    stdout: '',
    stderr:
      'SLACK_BOT_TOKEN belongs to T0LOCAL and cannot post in T0OTHER: set the token of T0OTHER, or leave --workspace out.\n',
  });
  const own = await deliver(['--now', '2026-03-09T11:20:00Z', '--workspace', WORKSPACE], tokens);
  expect(own.stdout).toBe('1 message posted, 0 skipped.\n');
  expect(posted()).toHaveLength(before.length + 1);
});
