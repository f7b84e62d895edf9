import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSlackServer } from '../../bot/local/slack-server.ts';
import { startMain } from '../support/main-process.ts';
import { pageClient } from '../support/page-client.ts';
import { TELLING_OF_GOOGLE } from '../support/telling-of-google.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tierbook-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (environment: Record<string, string>) => startMain(folder, environment);

test.each(['--help', '-h'])('%s is answered with a few lines, and nothing starts', async (argument) => {
  const started = startMain(folder, {}, [argument]);
  expect(await started.ended).toBe(0);
  expect(started.stdout()).toMatch(/^npm start runs Tierbook [^\n]+\n[^\n]+\.env[^\n]+\n[^\n]+--help\n$/);
  expect(started.stderr()).toBe('');
});

test('an unknown argument is named in one line, in the terminal’s language, and nothing starts', async () => {
  const started = startMain(folder, { LANG: 'zh_CN.UTF-8' }, ['--port=80', 'x']);
  expect(await started.ended).toBe(2);
  expect([started.stdout(), started.stderr()]).toEqual([
    '',
    expect.stringMatching(/^服务不接受参数“--port=80”[^\n]+\n$/),
  ]);
});

test('a wrong setting is one line that names it, and exit code 2', async () => {
  const started = run({ SLACK_BOT_TOKEN: 'xapp-1-secret' });
  expect(await started.ended).toBe(2);
  expect(started.stdout()).toBe('');
  expect(started.stderr()).toMatch(/^SLACK_BOT_TOKEN [^\n]+\n$/);
  expect(started.stderr()).not.toContain('secret');
});

test('without Slack it prints three lines, shows a sample customer, has the nights and daily lists of the days that pass, and stops cleanly when asked', async () => {
  // and since no sheet is connected, it loads nothing of Google's, of which it would tell on stderr
  const started = run({ NODE_OPTIONS: TELLING_OF_GOOGLE });
  await started.shows('/customer ACME');
  expect(started.stdout().trimEnd().split('\n')).toHaveLength(3);
  expect(started.stdout()).toContain(process.version);
  started.process.stdin?.write('/customer help\n');
  await started.shows('Look up a customer');
  started.process.stdin?.write('/customer C1001\n');
  await started.shows('Graded on');
  expect(started.stdout()).toMatch(/Acme Ltd\n[═ ]+\nTier [A-D] · [\d.]+ of 100 points\nOwner: @anna\n/);
  const address = /http:\/\/[\d.:]+/.exec(started.stdout())?.[0] ?? '';
  await pageClient(address).post('/local/clock?as=U0ANNA', '{"kind":"jump","to":"next-monday"}');
  const metrics = async () => (await fetch(`${address}/metrics`)).text();
  while (!(await metrics()).includes('tierbook_jobs_total{queue="regrade",outcome="done"} 1'));
  while (!(await metrics()).includes('tierbook_deliveries_total{kind="daily-list",state="sent"}'));
  expect(await (await fetch(`${address}/readyz`)).json()).toMatchObject({ ready: true, queue: true });
  started.process.kill('SIGTERM');
  expect(await started.ended).toBe(0);
  expect(started.stderr()).toBe('');
}, 120_000);

test('with Slack’s tokens there is no local workspace: no page, no sample customers', async () => {
  const slack = await startSlackServer();
  const { apiUrl: SLACK_API_URL, appToken: SLACK_APP_TOKEN, botToken: SLACK_BOT_TOKEN } = slack;
  const started = run({ SLACK_API_URL, SLACK_APP_TOKEN, SLACK_BOT_TOKEN, TIERBOOK_DATA_DIR: 'memory://' });
  await started.shows('Slack over Socket Mode');
  const address = /http:\/\/[\d.:]+/.exec(started.stdout())?.[0] ?? '';
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
  for (const page of ['/', '/local/events', '/index.html']) expect((await fetch(address + page)).status).toBe(404);
  await slack.person('anna').command('/customer', 'Acme');
  const seen = () => slack.person('anna').visibleMessages('D0ANNA');
  while (seen().length === 0) await slack.workspace.changes.next(() => true);
  expect(seen().map(({ text }) => text)).toEqual([expect.stringContaining('Acme')]);
  expect(seen()[0]?.text).not.toContain('Tier');
  started.process.kill('SIGTERM');
  expect(await started.ended).toBe(0);
  await slack.stop();
}, 120_000);

test('the local workspace does not listen beyond this machine', async () => {
  const started = run({ HOST: '0.0.0.0' });
  expect(await started.ended).toBe(2);
  expect(started.stderr()).toMatch(/^HOST must be 127\.0\.0\.1 [^\n]+\n$/);
});
