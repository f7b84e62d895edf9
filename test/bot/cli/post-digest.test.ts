import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../../bot/clock.ts';
import { deliver } from '../../../bot/jobs/deliver.ts';
import type { Delivering } from '../../../bot/jobs/delivering.ts';
import { DELIVERY_KINDS } from '../../../bot/jobs/delivery-kinds.ts';
import { postingClock } from '../../../bot/jobs/posting-clock.ts';
import { slackPosting } from '../../../bot/jobs/slack-posting.ts';
import { type SlackServer, startSlackServer } from '../../../bot/local/slack-server.ts';
import { createLog } from '../../../bot/log.ts';
import type { Database } from '../../../bot/store/database.ts';
import { findOpenDeliveries } from '../../../bot/store/deliveries.ts';
import { saveMember } from '../../../bot/store/members.ts';
import { migrate } from '../../../bot/store/migrate.ts';
import { addWorkspace } from '../../../bot/store/workspaces.ts';
import { cli } from '../../support/cli.ts';
import { connectTo, withDatabase } from '../../support/copied-databases.ts';
import { giveCustomer } from '../../support/give-customer.ts';

const WORKSPACE = 'T0LOCAL';
/** Commands run on Sunday, 2026-11-22, 09:00 UTC. */
const FRIDAY = '2026-11-20';

let folder: string;
let where: string;
let slack: SlackServer;
let tokens: Readonly<Record<string, string>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tierbook-post-digest-'));
  where = join(folder, 'data');
  slack = await startSlackServer();
  tokens = { SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl };
  await withDatabase(where, async (db) => {
    await migrate(db);
    const now = new Date('2026-11-02T08:00:00Z');
    await addWorkspace(db, WORKSPACE, now);
    const anna = await saveMember(db, WORKSPACE, { slackUserId: 'U0ANNA', timeZone: 'UTC' }, false, now);
    await saveMember(db, WORKSPACE, { slackUserId: 'U0LEI', timeZone: 'America/New_York' }, false, now);
    await saveMember(db, WORKSPACE, { slackUserId: 'U0YIJUN', displayName: 'Yijun' }, false, now);
    await db.updateTable('member').set({ role: 'manager' }).where('slack_user_id', '<>', 'U0YIJUN').execute();
    await giveCustomer(db, WORKSPACE, anna.id);
  });
});
afterAll(async () => {
  await slack.stop();
  await rm(folder, { recursive: true });
});

const post = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  cli(['digest', '--post', ...args], { env: { TIERBOOK_DATA_DIR: where, LOG_LEVEL: 'silent', ...env } });

test('posts a manager’s digest of a day where it goes, once', async () => {
  const first = await post(['--manager', 'U0ANNA', '--date', FRIDAY], tokens);
  expect(first).toEqual({ exitCode: 0, stdout: '1 message posted, 0 skipped.\n', stderr: '' });
  const [message, ...more] = slack.workspace.messages;
  expect(more).toEqual([]);
  expect(message).toMatchObject({ channel: 'D0ANNA', text: expect.stringContaining('Digest of 20 Nov 2026') });
  expect((await post(['--manager', 'U0ANNA', '--date', FRIDAY], tokens)).stdout).toBe(
    'The digest of that day was posted before.\n',
  );
  expect(slack.workspace.messages).toHaveLength(1);
});

/** How the process that is running delivers. */
function delivering(db: Database): Delivering {
  const log = createLog('silent');
  const { apiUrl, appToken, botToken } = slack;
  const { signal } = new AbortController();
  return {
    db,
    clock: systemClock,
    postingClock: postingClock(systemClock),
    kinds: DELIVERY_KINDS,
    slack: slackPosting({ mode: 'socket', apiUrl, appToken, botToken }, log, signal),
    log,
    counts: { deliveryCame: () => undefined },
    stopping: signal,
    hold: { untilMs: 0 },
  };
}

test('leaves it to the process that has the data folder open where there are no tokens', async () => {
  const running = await connectTo(where);
  const { stdout } = await post(['--manager', 'U0ANNA', '--date', '2026-11-19']);
  expect(stdout).toBe('1 message is written down: the Tierbook that is running posts within a minute.\n');
  const [due] = await findOpenDeliveries(running.db, WORKSPACE);
  expect(due).toMatchObject({ target: 'U0ANNA', state: 'pending' });
  // the day is long over, but the message was asked for now
  if (due !== undefined) await deliver(delivering(running.db), due);
  expect(slack.workspace.messages.at(-1)?.text).toContain('Digest of 19 Nov 2026');
  await running.close();
});

test('says in one sentence why there is nothing to post', async () => {
  const refused = async (...args: string[]) => {
    const { exitCode, stderr } = await post(args, tokens);
    expect(exitCode).toBe(2);
    return stderr;
  };
  expect(await refused()).toMatch(/^Name by --manager whose digest/);
  expect(await refused('--manager', 'U0YIJUN')).toBe(
    'Yijun gets no digests: only managers do, and admins who set theirs up.\n',
  );
  expect(await refused('--manager', 'U0LEI', '--lang', 'en')).toBe('The digest of that day comes at 08:30.\n');
  expect(await refused('--manager', 'U0ANNA', '--date', '2030-01-01')).toMatch(/^Please choose .+\n$/);
});
