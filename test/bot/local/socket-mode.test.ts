import { SocketModeClient } from '@slack/socket-mode';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import type { SlackServer } from '../../../bot/local/slack-server.ts';
import { SILENT, startSocketApp } from '../../support/bolt-apps.ts';
import { manualTime } from '../../support/manual-time.ts';
import { slackServer } from '../../support/slack-and-bot.ts';

function client(slack: SlackServer, appToken = slack.appToken): SocketModeClient {
  const made = new SocketModeClient({
    appToken,
    logger: SILENT,
    clientPingTimeout: 400,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
  });
  onTestFinished(() => made.disconnect());
  return made;
}

function connection(slack: SlackServer, event: 'opened' | 'closed' | 'refused') {
  return slack.traffic.feed.next((entry) => entry.kind === 'connection' && entry.event === event);
}

test.each(['warning', 'refresh_requested'] as const)(
  'the client comes again after a disconnect for %s',
  async (reason) => {
    const slack = await slackServer({ time: manualTime() });
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
  const slack = await slackServer({ time: manualTime() });
  const app = await startSocketApp(slack, (each) => each.command('/customer', ({ ack }) => ack('here')), 400);
  onTestFinished(async () => void (await app.stop()));
  const again = connection(slack, 'opened');
  slack.socketMode.cut();
  expect(await slack.person('anna').command('/customer')).toEqual({ kind: 'failed', error: 'dispatch_failed' });
  await again;
  expect(await slack.person('anna').command('/customer')).toEqual({ kind: 'done' });
});

test('what a lost connection left unacknowledged is delivered over the next, with the same envelope_id', async () => {
  const slack = await slackServer({ time: manualTime() });
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

test('what the lost one of two connections left unacknowledged is delivered over the other at once', async () => {
  const slack = await slackServer({ time: manualTime() });
  const taken: string[] = [];
  const { promise: first, resolve } = Promise.withResolvers<SocketModeClient>();
  for (const _turn of [1, 2]) {
    const socket = client(slack);
    socket.on('slash_commands', ({ ack, envelope_id }) => {
      taken.push(envelope_id);
      if (taken.length === 2) void ack();
      else resolve(socket);
    });
    await socket.start();
  }
  const outcome = slack.person('anna').command('/customer');
  await (await first).disconnect();
  expect(await outcome).toEqual({ kind: 'done' });
  expect(taken).toHaveLength(2);
  expect(new Set(taken).size).toBe(1);
});

test('what is under way when Slack asks the client to come again is not lost', async () => {
  const slack = await slackServer({ time: manualTime() });
  const socket = client(slack);
  const { promise: first, resolve } = Promise.withResolvers<() => Promise<void>>();
  let deliveries = 0;
  socket.on('slash_commands', ({ ack }) => {
    deliveries += 1;
    if (deliveries === 1) resolve(ack);
    else void ack();
  });
  await socket.start();
  const outcome = slack.person('anna').command('/customer');
  const ack = await first;
  slack.socketMode.disconnect('refresh_requested');
  await new Promise((told) => socket.once('connected', told));
  // The client answers over its new connection, where the envelope has come a second time.
  await ack();
  expect(await outcome).toEqual({ kind: 'done' });
});

test('what a client sends that is no acknowledgement of anything is passed over', async () => {
  const slack = await slackServer({ time: manualTime() });
  const socket = new WebSocket(slack.url.replace('http', 'ws') + slack.socketMode.issueTicket());
  const envelope = new Promise<{ envelope_id: string }>((resolve) => {
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString());
      if (message.type === 'slash_commands') resolve(message);
    });
  });
  await new Promise((resolve) => socket.once('message', resolve));
  const outcome = slack.person('anna').command('/customer');
  const { envelope_id } = await envelope;
  for (const nonsense of ['', '{', '[]', 'null', '{"envelope_id":7}', '{"envelope_id":"another"}'])
    socket.send(nonsense);
  socket.send(Buffer.from(JSON.stringify({ envelope_id })), { binary: true });
  socket.send(JSON.stringify({ envelope_id, payload: { text: 'the answer' } }));
  expect(await outcome).toEqual({ kind: 'done' });
  expect(
    slack
      .person('anna')
      .visibleMessages('D0ANNA')
      .map((each) => each.text),
  ).toEqual(['the answer']);
});

test('an envelope says whether its acknowledgement may carry an answer', async () => {
  const slack = await slackServer({ time: manualTime() });
  const accepts: unknown[] = [];
  const socket = client(slack);
  socket.on('slack_event', ({ ack, type, body, accepts_response_payload }) => {
    accepts.push([body.type ?? type, accepts_response_payload]);
    void ack();
  });
  await socket.start();
  const anna = slack.person('anna');
  await anna.command('/customer');
  await anna.shortcut('any');
  await anna.openHome();
  expect(accepts).toEqual([
    ['slash_commands', true],
    ['shortcut', false],
    ['event_callback', false],
  ]);
});

test('a copy of an envelope carries the same envelope_id and trigger_id', async () => {
  const slack = await slackServer({ time: manualTime() });
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
  const slack = await slackServer({ time: manualTime() });
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

test('a ticket opens one connection, within 30 seconds, and the eleventh connection is refused', async () => {
  const time = manualTime();
  const slack = await slackServer({ time });
  const address = () => slack.url.replace('http', 'ws') + slack.socketMode.issueTicket();
  const late = address();
  time.advance(30_001);
  expect(await opened(late)).toBe('refused');
  expect(await opened(late.replace(/ticket=[^&]*/, 'ticket=made-up'))).toBe('refused');
  const used = address();
  expect(await opened(used)).toBe('hello');
  expect(await opened(used)).toBe('refused');
  for (let count = 1; count < 10; count += 1) expect(await opened(address())).toBe('hello');
  expect(await opened(address())).toBe('disconnect');
  expect(slack.socketMode.connections()).toBe(10);
});

test('a connection that answers no ping is cut', async () => {
  const time = manualTime();
  const slack = await slackServer({ time });
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
  const slack = await slackServer({ time: manualTime() });
  const socket = client(slack, token === 'bot token' ? slack.botToken : token);
  const error = token === 'bot token' ? 'not_allowed_token_type' : 'invalid_auth';
  const answered = slack.traffic.feed.next((entry) => entry.kind === 'call');
  const started = socket.start();
  started.catch(() => {});
  expect(await answered).toMatchObject({ answer: { ok: false, error } });
  expect(slack.socketMode.connections()).toBe(0);
});
