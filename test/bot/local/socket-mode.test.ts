import { SocketModeClient } from '@slack/socket-mode';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { countingIds } from '../../../bot/local/id-source.ts';
import { type SlackServer, startSlackServer } from '../../../bot/local/slack-server.ts';
import { SILENT, startSocketApp } from '../../support/bolt-apps.ts';
import { manualTime } from '../../support/manual-time.ts';

const open: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

async function slackServer(time = manualTime()): Promise<SlackServer> {
  const slack = await startSlackServer({ ids: countingIds(), time });
  open.push(() => slack.stop());
  return slack;
}

function client(slack: SlackServer, appToken = slack.appToken): SocketModeClient {
  const made = new SocketModeClient({
    appToken,
    logger: SILENT,
    clientPingTimeout: 400,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
  });
  open.push(() => made.disconnect());
  return made;
}

function connection(slack: SlackServer, event: 'opened' | 'closed' | 'refused') {
  return slack.traffic.feed.next((entry) => entry.kind === 'connection' && entry.event === event);
}

test.each(['warning', 'refresh_requested'] as const)(
  'the client comes again after a disconnect for %s',
  async (reason) => {
    const slack = await slackServer();
    const socket = client(slack);
    await socket.start();
    expect(slack.socketMode.connections()).toBe(1);
    const again = new Promise((resolve) => socket.once('connected', resolve));
    slack.socketMode.disconnect(reason);
    await again;
    expect(slack.socketMode.connections()).toBe(1);
  },
);

test('the Bolt app answers again after its connection was cut', async () => {
  const slack = await slackServer();
  const app = await startSocketApp(slack, (each) => each.command('/customer', ({ ack }) => ack('here')), 400);
  open.push(() => app.stop());
  const again = connection(slack, 'opened');
  slack.socketMode.cut();
  expect(await slack.person('anna').command('/customer')).toEqual({ kind: 'failed', error: 'dispatch_failed' });
  await again;
  expect(await slack.person('anna').command('/customer')).toEqual({ kind: 'done' });
});

test('what a lost connection left unacknowledged is delivered over the next, with the same envelope_id', async () => {
  const slack = await slackServer();
  const taken: string[] = [];
  const socket = client(slack);
  const first = new Promise((resolve) => socket.once('slash_commands', resolve));
  socket.on('slash_commands', ({ ack, envelope_id }) => {
    taken.push(envelope_id);
    if (taken.length === 2) void ack();
  });
  await socket.start();
  const outcome = slack.person('anna').command('/customer');
  await first;
  slack.socketMode.cut();
  expect(await outcome).toEqual({ kind: 'done' });
  expect(taken).toHaveLength(2);
  expect(new Set(taken).size).toBe(1);
});

test('an event that nobody acknowledges comes again at once, after a minute and after five', async () => {
  const time = manualTime();
  const slack = await slackServer(time);
  const attempts: [number | undefined, string | undefined][] = [];
  const socket = client(slack);
  socket.on('app_home_opened', ({ retry_num, retry_reason }) => attempts.push([retry_num, retry_reason]));
  await socket.start();
  const noAck = () => slack.traffic.feed.next((entry) => entry.kind === 'no-ack');
  const received = () => new Promise((resolve) => socket.once('app_home_opened', resolve));
  let next = received();
  const outcome = slack.person('anna').openHome();
  for (const waitMs of [0, 60_000, 300_000]) {
    await next;
    const missed = noAck();
    time.advance(3000);
    await missed;
    await Promise.resolve();
    next = received();
    time.advance(waitMs);
  }
  await next;
  expect(await outcome).toEqual({ kind: 'failed', error: 'operation_timeout' });
  expect(attempts).toEqual([
    [0, ''],
    [1, 'timeout'],
    [2, 'timeout'],
    [3, 'timeout'],
  ]);
});

test('a copy of an envelope carries the same envelope_id and trigger_id', async () => {
  const slack = await slackServer();
  const seen: string[] = [];
  const socket = client(slack);
  socket.on('slash_commands', ({ ack, envelope_id, body }) => {
    seen.push(`${envelope_id} ${body.trigger_id}`);
    void ack();
  });
  await socket.start();
  await slack.person('anna').command('/customer');
  expect(await slack.socketMode.repeatLast()).toMatchObject({ kind: 'acked' });
  expect(seen).toHaveLength(2);
  expect(new Set(seen).size).toBe(1);
});

test('of several connections one is chosen for each envelope', async () => {
  const slack = await slackServer();
  const taken: number[] = [];
  for (const number of [1, 2, 3]) {
    const socket = client(slack);
    socket.on('slash_commands', ({ ack }) => {
      taken.push(number);
      void ack();
    });
    await socket.start();
  }
  for (let turn = 0; turn < 6; turn += 1) await slack.person('anna').command('/customer');
  expect(taken.toSorted((a, b) => a - b)).toEqual([1, 1, 2, 2, 3, 3]);
});

/** The type of the first message over a connection; `refused` when it does not open. */
function opened(url: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url);
    socket.once('message', (data: Buffer) => resolve(JSON.parse(data.toString()).type));
    socket.once('error', () => resolve('refused'));
  });
}

test('the eleventh connection is refused, and a ticket opens only one', async () => {
  const slack = await slackServer();
  const address = () => slack.url.replace('http', 'ws') + slack.socketMode.issueTicket();
  const used = address();
  expect(await opened(used)).toBe('hello');
  expect(await opened(used)).toBe('refused');
  for (let count = 1; count < 10; count += 1) expect(await opened(address())).toBe('hello');
  expect(await opened(address())).toBe('disconnect');
  expect(slack.socketMode.connections()).toBe(10);
});

test('a connection that answers no ping is cut', async () => {
  const time = manualTime();
  const slack = await slackServer(time);
  const socket = new WebSocket(slack.url.replace('http', 'ws') + slack.socketMode.issueTicket(), { autoPong: false });
  await new Promise((resolve) => socket.once('message', resolve));
  const pinged = new Promise((resolve) => socket.once('ping', resolve));
  time.advance(10_000);
  await pinged;
  const closed = connection(slack, 'closed');
  time.advance(10_000);
  await closed;
  expect(slack.socketMode.connections()).toBe(0);
});

test.each(['xapp-wrong', 'bot token'])('a wrong app token (%s) opens no connection', async (token) => {
  const slack = await slackServer();
  const socket = client(slack, token === 'bot token' ? slack.botToken : token);
  const error = token === 'bot token' ? 'not_allowed_token_type' : 'invalid_auth';
  const answered = slack.traffic.feed.next((entry) => entry.kind === 'call');
  const started = socket.start();
  started.catch(() => {});
  expect(await answered).toMatchObject({ answer: { ok: false, error } });
  expect(slack.socketMode.connections()).toBe(0);
});
