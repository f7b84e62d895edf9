import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { NotOffered } from '../../../bot/local/person.ts';
import { startSlackServer } from '../../../bot/local/slack-server.ts';
import { manualTime } from '../../support/manual-time.ts';
import { MODES, nextMessage, slackAndBot, slackServer } from '../../support/slack-and-bot.ts';
import { buttonBlock } from '../../support/small-blocks.ts';

describe.each(MODES)('a command over %s', (mode) => {
  test('is answered to the asker only, and the answer is replaced when its button is pressed', async () => {
    const slack = await slackAndBot(mode, (app) => {
      app.command('/customer', async ({ ack, respond, command }) => {
        await ack();
        await respond({ text: `Card of ${command.text}`, blocks: [buttonBlock('why', 'k1')] });
      });
      app.action('why', async ({ ack, respond, action }) => {
        await ack();
        await respond({ text: `Because of ${'value' in action ? action.value : '?'}` });
      });
    });
    const anna = slack.person('anna');
    const posted = nextMessage(slack, 'message-posted');
    expect(await anna.command('/customer', 'ACME', { channel: 'C0SALES' })).toEqual({ kind: 'done' });
    const card = await posted;
    expect(card).toMatchObject({ text: 'Card of ACME', visibleTo: 'U0ANNA', channel: 'C0SALES' });
    expect(slack.person('lei').visibleMessages('C0SALES')).toEqual([]);
    expect(() => slack.person('lei').clickButton(card, 'why')).toThrow(NotOffered);
    expect(() => anna.clickButton(card, 'share')).toThrow(NotOffered);

    const updated = nextMessage(slack, 'message-updated');
    await anna.clickButton(card, 'why');
    await updated;
    expect(anna.visibleMessages('C0SALES').map((each) => each.text)).toEqual(['Because of k1']);
  });

  test('brings its text as Slack escapes it, and 4,000 characters of it whole', async () => {
    const texts: string[] = [];
    const slack = await slackAndBot(mode, (app) => {
      app.command('/customer', async ({ ack, command }) => {
        texts.push(command.text);
        await ack();
      });
    });
    const long = '客'.repeat(4000);
    for (const text of ['R&D <b> "x" @anna #sales a@anna', long, '  ', 'NUL \0 🎉 ‮RTL']) {
      await slack.person('anna').command('/customer', text);
    }
    expect(texts).toEqual(['R&amp;D &lt;b&gt; "x" <@U0ANNA|anna> <#C0SALES|sales> a@anna', long, '', 'NUL \0 🎉 ‮RTL']);
  });

  test('can be answered by the acknowledgement itself', async () => {
    const slack = await slackAndBot(mode, (app) => {
      app.command('/customer', ({ ack, command }) =>
        command.text === 'all' ? ack({ response_type: 'in_channel', text: 'for all' }) : ack('for one'),
      );
    });
    const seenBy = (name: string) => slack.person(name).visibleMessages('C0SALES');
    const anna = slack.person('anna');
    await anna.command('/customer', '', { channel: 'C0SALES' });
    await anna.command('/customer', 'all', { channel: 'C0SALES' });
    expect(seenBy('anna').map((each) => each.text)).toEqual(['for one', 'for all']);
    expect(seenBy('lei').map((each) => each.text)).toEqual(['for all']);
  });

  test('whose acknowledgement brings blocks that Slack refuses shows the person dispatch_failed', async () => {
    const slack = await slackAndBot(mode, (app) => {
      const tooLong = { type: 'header' as const, text: { type: 'plain_text' as const, text: 'x'.repeat(151) } };
      app.command('/customer', ({ ack }) => ack({ text: 'x', blocks: [tooLong] }));
    });
    const anna = slack.person('anna');
    expect(await anna.command('/customer')).toEqual({ kind: 'failed', error: 'dispatch_failed' });
    expect(anna.visibleMessages('D0ANNA').map((each) => each.text)).toEqual([
      '/customer failed with the error "dispatch_failed"',
    ]);
  });

  test('that nobody acknowledges shows the person operation_timeout', async () => {
    const time = manualTime(Date.now());
    const slack = await slackAndBot(mode, () => {}, { time });
    const anna = slack.person('anna');
    const sent = slack.traffic.feed.next((entry) => entry.kind === 'envelope');
    const outcome = anna.command('/unknown');
    await sent;
    time.advance(3000);
    expect(await outcome).toEqual({ kind: 'failed', error: 'operation_timeout' });
    expect(anna.visibleMessages('D0ANNA').map((each) => each.text)).toEqual([
      '/unknown failed with the error "operation_timeout"',
    ]);
    expect(slack.traffic.entries.at(-1)).toMatchObject({ kind: 'no-ack', reason: 'operation_timeout' });
  });

  test('that is acknowledged after three seconds has failed, and what the late answer says is lost', async () => {
    const time = manualTime(Date.now());
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    const { promise: heard, resolve: hear } = Promise.withResolvers<void>();
    const listen: Parameters<typeof slackAndBot>[1] = (app) =>
      app.command('/customer', async ({ ack, command }) => {
        if (command.text === 'late') {
          hear();
          await held;
        }
        await ack(command.text);
      });
    const slack = await slackAndBot(mode, listen, { time });
    const anna = slack.person('anna');
    const late = anna.command('/customer', 'late');
    await heard;
    time.advance(3000);
    expect(await late).toEqual({ kind: 'failed', error: 'operation_timeout' });
    release();
    expect(await anna.command('/customer', 'in time')).toEqual({ kind: 'done' });
    expect(anna.visibleMessages('D0ANNA').map((each) => each.text)).toEqual([
      '/customer failed with the error "operation_timeout"',
      'in time',
    ]);
  });
});

test('a workspace that knows its commands offers no other', async () => {
  const slack = await slackServer({ commands: [{ command: '/customer', shouldEscape: false }] });
  await expect(slack.person('anna').command('/custmer')).rejects.toThrow(NotOffered);
  await expect(slack.person('anna').command('/customer', '', { channel: 'C0OLD' })).rejects.toThrow(NotOffered);
  expect(() => slack.person('nobody')).toThrow(NotOffered);
  expect(() => slack.person('tierbook')).toThrow(NotOffered);
});

test('a command finds no bot that is not connected', async () => {
  const slack = await slackServer();
  expect(await slack.person('anna').command('/customer', 'ACME')).toEqual({ kind: 'failed', error: 'dispatch_failed' });
});

test('only requests meant for this address are answered', async () => {
  const slack = await slackServer({ otherRequests: (_request, response) => response.end('page') });
  const port = new URL(slack.url).port;
  const status = (headers: Record<string, string>, path = '/') =>
    new Promise((resolve, reject) => {
      request({ port, host: '127.0.0.1', path, headers }, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end();
    });
  expect(await status({ host: `127.0.0.1:${port}` })).toBe(200);
  expect(await status({ host: `localhost:${port}`, origin: `http://localhost:${port}` })).toBe(200);
  expect(await status({ host: 'evil.example' })).toBe(403);
  expect(await status({ host: `evil.example:${port}` })).toBe(403);
  expect(await status({ host: `127.0.0.1:${port}`, origin: 'https://evil.example' })).toBe(403);
  expect(await status({ host: `127.0.0.1:${port}` }, '//')).toBe(200);

  const opens = (headers: Record<string, string>) =>
    new Promise((resolve) => {
      const socket = new WebSocket(slack.url.replace('http', 'ws') + slack.socketMode.issueTicket(), { headers });
      socket.once('open', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
  expect(await opens({})).toBe(true);
  expect(await opens({ host: 'evil.example' })).toBe(false);
  expect(await opens({ origin: 'https://evil.example' })).toBe(false);
});

test('a port that is taken is refused', async () => {
  const slack = await slackServer();
  await expect(startSlackServer({ port: Number(new URL(slack.url).port) })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});
