import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deliverAt } from '../../bot/jobs/deliver-at.ts';
import { DELIVERY_KINDS } from '../../bot/jobs/delivery-kinds.ts';
import { slackPosting } from '../../bot/jobs/slack-posting.ts';
import type { Fault } from '../../bot/local/faults.ts';
import { type SlackServer, startSlackServer } from '../../bot/local/slack-server.ts';
import { createLog } from '../../bot/log.ts';
import { insertComplaint } from '../../bot/store/complaints.ts';
import { saveMember } from '../../bot/store/members.ts';
import { migrate } from '../../bot/store/migrate.ts';
import { newId } from '../../bot/store/new-id.ts';
import { addWorkspace } from '../../bot/store/workspaces.ts';
import { withDatabase } from '../support/copied-databases.ts';
import { giveCustomer } from '../support/give-customer.ts';
import { startMain } from '../support/main-process.ts';
import { virtualClock } from '../support/virtual-clock.ts';

const WORKSPACE = 'T0LOCAL';

let folder: string;
let slack: SlackServer;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tierbook-'));
  slack = await startSlackServer();
  // A warning that is due at whatever moment the process starts.
  await withDatabase(path.join(folder, '.tierbook'), async (db) => {
    await migrate(db);
    const openedAt = new Date(Date.now() - 3_600_000);
    await addWorkspace(db, WORKSPACE, openedAt);
    const anna = await saveMember(db, WORKSPACE, { slackUserId: 'U0ANNA' }, false, openedAt);
    await db.updateTable('member').set({ list_at: 'off' }).execute();
    const customerId = await giveCustomer(db, WORKSPACE, anna.id);
    const answerBy = new Date(Date.now() + 55 * 60_000);
    const nobody = { openedBy: null, answeredBy: null, answeredAt: null, closedBy: null, closedAt: null };
    const nothing = { channel: null, cause: null, description: null, resolution: null, undoneAt: null };
    await insertComplaint(db, WORKSPACE, {
      id: newId(openedAt),
      customerId,
      openedAt,
      answerBy,
      ...nobody,
      ...nothing,
    });
  });
});
afterEach(async () => {
  await slack.stop();
  await rm(folder, { recursive: true, force: true });
});

const posted = () => slack.workspace.messages.map(({ text }) => text);

const stateOf = () =>
  withDatabase(path.join(folder, '.tierbook'), async (db) => {
    const rows = await db.selectFrom('delivery').selectAll().execute();
    return rows.map(({ state }) => state);
  });

/** Starts the service, sends it SIGTERM when Slack has taken `chat.postMessage`, and returns its exit code. */
async function stopWhilePosting(fault?: Fault): Promise<unknown> {
  if (fault !== undefined) slack.failNext('chat.postMessage', fault);
  const { apiUrl: SLACK_API_URL, appToken: SLACK_APP_TOKEN, botToken: SLACK_BOT_TOKEN } = slack;
  const isPosting = slack.traffic.feed.next((entry) => entry.kind === 'call' && entry.method === 'chat.postMessage');
  const service = startMain(folder, {
    SLACK_API_URL,
    SLACK_APP_TOKEN,
    SLACK_BOT_TOKEN,
    TIERBOOK_REGRADE_AT: 'off',
    LOG_LEVEL: 'silent',
  });
  await isPosting;
  service.process.kill('SIGTERM');
  return service.ended;
}

test('a stop lets the message in flight come to its end', async () => {
  expect(await stopWhilePosting()).toBe(0);
  expect(await stateOf()).toEqual(['sent']);
  expect(posted()).toEqual(['The complaint of A customer still has no answer.']);
}, 120_000);

test.each([true, false])(
  'a stop cuts off a call that Slack does not answer, and the message is there once in the end (accepted: %s)',
  async (applied) => {
    expect(await stopWhilePosting({ hang: true, applied })).toBe(0);
    expect(await stateOf()).toEqual(['unknown']);
    const clock = virtualClock(new Date(Date.now() + 60_000).toISOString());
    const { apiUrl, appToken, botToken } = slack;
    const { signal } = new AbortController();
    const log = createLog('silent');
    const posting = slackPosting({ mode: 'socket', apiUrl, appToken, botToken }, log, signal);
    await withDatabase(path.join(folder, '.tierbook'), async (db) => {
      const parts = { db, workspaceId: WORKSPACE, clock, postingClock: clock, kinds: DELIVERY_KINDS, log };
      expect(await deliverAt({ ...parts, slack: posting }, signal)).toEqual(new Map([['sent', 1]]));
    });
    expect(await stateOf()).toEqual(['sent']);
    expect(posted()).toEqual(['The complaint of A customer still has no answer.']);
  },
  120_000,
);
