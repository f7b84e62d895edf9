import { SocketModeClient } from '@slack/socket-mode';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { SlackServer } from '../../../bot/local/slack-server.ts';
import { SILENT, startHttpApp } from '../../support/bolt-apps.ts';
import { type ManualTime, manualTime } from '../../support/manual-time.ts';
import { MODES, slackAndBot, slackServer } from '../../support/slack-and-bot.ts';

describe.each(MODES)('over %s', (mode) => {
  test('the bot hears of a Home that is opened, of direct messages, mentions and changed people', async () => {
    const heard: string[] = [];
    const slack = await slackAndBot(mode, (app) => {
      app.event('app_home_opened', async () => void heard.push('home'));
      app.message(async ({ message: said }) => void heard.push('text' in said ? (said.text ?? '') : ''));
      app.event('app_mention', async ({ event }) => void heard.push(event.text));
      app.event('user_change', async ({ event }) => void heard.push(event.user.locale ?? ''));
    });
    const anna = slack.person('anna');
    await anna.openHome();
    await anna.say('D0ANNA', 'ACME & Co');
    await anna.say('C0SALES', '@tierbook ACME');
    await slack.changeUser('U0ANNA', { locale: 'zh-TW' });
    expect(heard).toEqual(['home', 'ACME &amp; Co', '<@U0TIERBOOK> ACME', 'zh-TW']);
  });

  test('what it hears says where it was said, by whom, and in whose thread', async () => {
    const slack = await slackAndBot(mode, (app) => {
      app.message(async () => undefined);
      app.event('app_mention', async () => undefined);
    });
    const anna = slack.person('anna');
    const lei = slack.person('lei');
    const said = await anna.say('D0ANNA', 'ACME');
    const root = await anna.say('C0SALES', '@tierbook ACME');
    const reply = await lei.say('C0SALES', '@tierbook why?', root.ts);
    const told = slack.traffic.entries.flatMap((entry) => (entry.kind === 'envelope' ? [entry.payload] : []));
    const common = {
      client_msg_id: expect.stringMatching(/^[\da-z]{8}(-[\da-z]{4}){3}-[\da-z]{12}$/),
      team: 'T0LOCAL',
    };
    expect(told).toMatchObject([
      {
        event_id: expect.stringMatching(/^Ev/),
        event: { ...common, type: 'message', channel: 'D0ANNA', channel_type: 'im', user: 'U0ANNA', ts: said.ts },
      },
      { event: { ...common, type: 'app_mention', channel: 'C0SALES', user: 'U0ANNA', ts: root.ts, event_ts: root.ts } },
      { event: { type: 'app_mention', user: 'U0LEI', ts: reply.ts, thread_ts: root.ts, parent_user_id: 'U0ANNA' } },
    ]);
    const events = told.map((payload) => payload['event'] as Record<string, unknown>);
    expect(events.map((event) => 'bot_id' in event || 'subtype' in event)).toEqual([false, false, false]);
    expect(events.slice(0, 2).map((event) => 'thread_ts' in event)).toEqual([false, false]);
    expect(new Set(told.map((payload) => payload['event_id'])).size).toBe(3);
  });

  test('nobody writes in the thread of a reply, or of what one person alone sees', async () => {
    const slack = await slackAndBot(mode, (app) => {
      app.event('app_mention', async ({ client, event }) => {
        await client.chat.postEphemeral({ channel: event.channel, user: event.user ?? '', text: 'for you' });
      });
    });
    const anna = slack.person('anna');
    const answered = slack.workspace.changes.next((each) => 'message' in each && each.message.text === 'for you');
    const root = await anna.say('C0SALES', '@tierbook ACME');
    await answered;
    const alone = anna.visibleMessages('C0SALES').at(-1)?.ts;
    await expect(anna.say('C0SALES', 'why?', alone)).rejects.toThrow('There is no such thread.');
    const reply = await anna.say('C0SALES', 'aha', root.ts);
    await expect(anna.say('C0SALES', 'why?', reply.ts)).rejects.toThrow('There is no such thread.');
  });

  test('it does not hear what is said in a channel without a mention, or where it was not invited', async () => {
    const heard: string[] = [];
    const slack = await slackAndBot(mode, (app) => {
      app.event('app_mention', async ({ event }) => void heard.push(`mention in ${event.channel}`));
      app.message(async ({ message: said }) => void heard.push(`message in ${said.channel}`));
    });
    const anna = slack.person('anna');
    await anna.say('C0SALES', 'nothing for the bot');
    await anna.say('C0RANDOM', '@tierbook ACME');
    await anna.say('G0LEADS', '@tierbook ACME');
    await anna.say('D0ANNA', '@tierbook ACME');
    expect(heard).toEqual(['message in D0ANNA']);
  });

  test('it answers a mention in its thread', async () => {
    const slack = await slackAndBot(mode, (app) => {
      app.event('app_mention', async ({ event, say }) => {
        await say({ text: `You said: ${event.text}`, thread_ts: event.thread_ts ?? event.ts });
      });
    });
    const anna = slack.person('anna');
    const { ts } = await anna.say('C0SALES', 'about ACME');
    const answered = slack.workspace.changes.next((each) => 'message' in each && each.message.userId === 'U0TIERBOOK');
    await anna.say('C0SALES', '@tierbook why?', ts);
    await answered;
    expect(anna.visibleMessages('C0SALES').map((each) => [each.text, each.threadTs])).toEqual([
      ['about ACME', undefined],
      ['<@U0TIERBOOK> why?', ts],
      ['You said: <@U0TIERBOOK> why?', ts],
    ]);
  });

  test('its own direct messages come back to it, and Bolt keeps only those that were posted from its listeners', async () => {
    const heard: unknown[] = [];
    const { promise: end, resolve: finish } = Promise.withResolvers<void>();
    const slack = await slackAndBot(mode, (app) => {
      app.message(async ({ message: said, client }) => {
        heard.push(said.subtype ?? 'posted');
        if (said.subtype === 'message_deleted') finish();
        if (said.subtype !== undefined) return;
        const { ts = '' } = await client.chat.postMessage({ channel: said.channel, text: 'looking' });
        await client.chat.update({ channel: said.channel, ts, text: 'found' });
        await client.chat.delete({ channel: said.channel, ts });
      });
    });
    await slack.person('anna').say('D0ANNA', 'ACME');
    await end;
    expect(heard).toEqual(['posted', 'message_changed', 'message_deleted']);
    const told = slack.traffic.entries.flatMap((entry) => (entry.kind === 'envelope' ? [entry.payload['event']] : []));
    expect(told).toMatchObject([
      { text: 'ACME' },
      { text: 'looking', bot_id: 'B0TIERBOOK', channel_type: 'im' },
      { message: { text: 'found' }, previous_message: { text: 'looking' } },
      { previous_message: { text: 'found' } },
    ]);
  });
});

/** How an attempt at an event reached the bot. */
interface Attempt {
  readonly eventId: unknown;
  readonly number: unknown;
  readonly reason: unknown;
}

/** A bot that takes every event and acknowledges none; gives what came so far and the next. */
async function silentBot(mode: (typeof MODES)[number], slack: SlackServer) {
  const attempts: Attempt[] = [];
  let arrive = () => {};
  const take = (eventId: unknown, number: unknown, reason: unknown) => {
    attempts.push({ eventId, number, reason });
    arrive();
  };
  if (mode === 'Socket Mode') {
    const client = new SocketModeClient({
      appToken: slack.appToken,
      logger: SILENT,
      // Also its wait before it comes again: minutes pass so fast that Slack may miss an answer to a ping.
      clientPingTimeout: 400,
      clientOptions: { slackApiUrl: slack.apiUrl },
    });
    client.on('app_home_opened', ({ body, retry_num, retry_reason }) => take(body.event_id, retry_num, retry_reason));
    await client.start();
    onTestFinished(() => client.disconnect());
  } else {
    const { promise: never, resolve: release } = Promise.withResolvers<void>();
    const listen: Parameters<typeof startHttpApp>[1] = (app) =>
      app.event('app_home_opened', async ({ body, context }) => {
        take(body.event_id, context.retryNum ?? 0, context.retryReason ?? '');
        await never;
      });
    const bot = await startHttpApp(slack, listen, { answersLast: true });
    onTestFinished(() => bot.stop());
    onTestFinished(() => release());
    await slack.useRequestUrl(bot.requestUrl);
  }
  const next = () =>
    new Promise<void>((resolve) => {
      arrive = resolve;
    });
  return { attempts, next };
}

/** Lets time pass as soon as an attempt has failed, so that the next one comes. */
async function passTime(slack: SlackServer, time: ManualTime, ms: number, fail: () => void): Promise<void> {
  const missed = slack.traffic.feed.next((entry) => entry.kind === 'no-ack');
  fail();
  await missed;
  await Promise.resolve();
  time.advance(ms);
}

test.each([
  ['Socket Mode', 'timeout'],
  ['signed HTTP', 'http_timeout'],
] as const)(
  'an event over %s that nobody acknowledges comes again at once, after a minute and after five',
  async (mode, reason) => {
    const time = manualTime(Date.now());
    const slack = await slackServer({ time });
    const bot = await silentBot(mode, slack);
    let arrived = bot.next();
    const outcome = slack.person('anna').openHome();
    for (const waitMs of [0, 60_000, 300_000]) {
      await arrived;
      arrived = bot.next();
      await passTime(slack, time, waitMs, () => time.advance(3000));
    }
    await arrived;
    expect(await outcome).toEqual({ kind: 'failed', error: 'operation_timeout' });
    const [{ eventId } = expect.fail()] = bot.attempts;
    expect(eventId).toEqual(expect.any(String));
    expect(bot.attempts.map((each) => ({ ...each, number: Number(each.number) }))).toEqual([
      { eventId, number: 0, reason: '' },
      { eventId, number: 1, reason },
      { eventId, number: 2, reason },
      { eventId, number: 3, reason },
    ]);
  },
);

test('an event over signed HTTP comes again with the reason: a listener that threw, a bot that was away', async () => {
  const time = manualTime(Date.now());
  const slack = await slackServer({ time });
  const reasons: unknown[] = [];
  let heard = () => {};
  const start = async (port?: number) => {
    const listen: Parameters<typeof startHttpApp>[1] = (app) =>
      app.event('app_home_opened', async ({ context }) => {
        reasons.push(context.retryReason);
        heard();
        if (reasons.length === 1) throw new Error('boom');
      });
    return startHttpApp(slack, listen, { answersLast: true, ...(port === undefined ? {} : { port }) });
  };
  const first = await start();
  expect(await slack.useRequestUrl(first.requestUrl)).toBe(true);
  await passTime(slack, time, 0, () => void slack.person('anna').openHome());
  await slack.traffic.feed.next((entry) => entry.kind === 'ack');
  expect(reasons.splice(0)).toEqual([undefined, 'http_error']);

  reasons.push('no more errors');
  await first.stop();
  expect(await slack.person('anna').command('/customer')).toEqual({ kind: 'failed', error: 'dispatch_failed' });
  await passTime(slack, time, 0, () => void slack.person('anna').openHome());
  await slack.traffic.feed.next((entry) => entry.kind === 'no-ack');
  const again = await start(Number(new URL(first.requestUrl).port));
  onTestFinished(() => again.stop());
  const { promise: back, resolve } = Promise.withResolvers<void>();
  heard = resolve;
  time.advance(60_000);
  await back;
  expect(reasons).toEqual(['no more errors', 'connection_failed']);
});
