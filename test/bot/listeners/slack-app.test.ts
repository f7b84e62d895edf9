import { createHmac } from 'node:crypto';
import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { UseCases } from '../../../bot/listeners/services.ts';
import { checkMessage, checkView } from '../../../bot/local/block-kit-rules.ts';
import type { StoredMessage } from '../../../bot/local/workspace-state.ts';
import { StartError } from '../../../bot/start-error.ts';
import type { CustomerCard, CustomerMatch, CustomerSearch } from '../../../bot/use-cases/customer-card.ts';
import { addDays, dateOfDayNumber } from '../../../core/calendar-date.ts';
import type { Facts } from '../../../core/customer.ts';
import { compileScheme } from '../../../core/grading/compile-scheme.ts';
import { withValue } from '../../../core/grading/find-change.ts';
import { receiptOf } from '../../../core/grading/receipt.ts';
import { readWhatIf } from '../../../core/grading/what-if.ts';
import { gradingOf, mentions } from '../../support/cards.ts';
import { IDLE_USE_CASES } from '../../support/idle-use-cases.ts';
import { type SlackAppHarness, startSlackApp } from '../../support/slack-app-harness.ts';

/** 2026-03-05 */
const AS_OF = dateOfDayNumber(20_517);

const GRADING = gradingOf(
  [
    { values: { salesAmount: 500_000, paymentCollection: 0.99, complaintRate: 0.2, satisfaction: 0.4 } },
    { values: { salesAmount: 90_000, paymentCollection: 0.7, complaintRate: 0.01, satisfaction: 0.9 } },
  ],
  AS_OF,
);

const ACME: CustomerCard = {
  id: '01890000-0000-7000-8000-000000000001',
  key: 'K-1001',
  name: 'ACME Industrial Ltd',
  industry: 'Manufacturing',
  region: 'Shanghai',
  owner: { text: 'Lei', slackUserId: 'U0LEI' },
  lastContactOn: addDays(AS_OF, -4),
  nextContactOn: null,
  contacts: { next: null, latest: [], may: { decide: true, reassign: true } },
  givenTier: null,
  override: null,
  changes: [],
  segments: [],
  service: { complaints: [], survey: null, asksSatisfaction: false, signing: null },
  closed: null,
  grading: GRADING,
};

const HOSTILE = {
  ...ACME,
  id: '01890000-0000-7000-8000-000000000002',
  name: '<!channel> & <@U0SAM> *x*',
  owner: { text: '<!here>', slackUserId: null },
};

function match(card: CustomerCard, how: CustomerMatch['how']): CustomerMatch {
  return { id: card.id, key: card.key, name: card.name, tier: 'A', owner: card.owner, how, status: 'active' };
}

const NOTHING: CustomerSearch = { exact: [], others: [] };

function searches(query: string): CustomerSearch {
  if (query === 'ACME') return { exact: [match(ACME, 'exact')], others: [match(HOSTILE, 'substring')] };
  if (query === HOSTILE.name) return { exact: [match(HOSTILE, 'exact')], others: [] };
  if (query === 'both') return { exact: [], others: [match(ACME, 'prefix'), match(HOSTILE, 'prefix')] };
  if (query === 'acne') return { exact: [], others: [match(ACME, 'close')] };
  if (query === 'only') return { exact: [], others: [match(ACME, 'substring'), match(HOSTILE, 'close')] };
  return NOTHING;
}

/** The first of the graded customers, with other values. */
const SUPPOSED: UseCases['suppose'] = async (_, _id, text) => {
  const compiled = compileScheme(GRADING.fitted);
  const facts: Facts = {
    values: { salesAmount: 90_000, paymentCollection: 0.7, complaintRate: 0.01, satisfaction: 0.9 },
  };
  const { suppositions, problems } = readWhatIf(text, GRADING.fitted.scheme, AS_OF);
  const after = suppositions.reduce((so, { criterion, value }) => withValue(so, criterion, value), facts);
  return {
    before: receiptOf(compiled, facts),
    after: receiptOf(compiled, after),
    suppositions,
    problems,
    values: facts.values,
  };
};

const USE_CASES: UseCases = {
  ...IDLE_USE_CASES,
  findCustomers: async (_, query) => searches(query),
  suppose: SUPPOSED,
  showCustomer: async (_, id) => [ACME, HOSTILE].find((card) => card.id === id),
};

describe.each(['socket', 'http'] as const)('the bot over %s', (mode) => {
  let harness: SlackAppHarness;
  beforeAll(async () => {
    harness = await startSlackApp(mode, USE_CASES);
  });
  afterAll(() => harness.stop());
  beforeEach(() => {
    Object.assign(harness.useCases, USE_CASES);
    for (const name of ['anna', 'lei', 'yijun', 'sam']) harness.seenBy(name);
  });

  /** Types a command in #sales and gives the one answer, which Slack must accept and only the asker may see. */
  async function ask(text: string, name = 'anna', command = '/customer'): Promise<StoredMessage> {
    expect(await harness.slack.person(name).command(command, text, { channel: 'C0SALES' })).toEqual({ kind: 'done' });
    await harness.settled();
    const [answer, ...more] = harness.seenBy(name);
    expect(more).toEqual([]);
    if (answer === undefined) throw new Error('No answer.');
    expect(checkMessage(answer)).toEqual([]);
    expect(answer.visibleTo).toBe(harness.slack.person(name).id);
    return answer;
  }

  async function press(message: StoredMessage, action: string, name = 'anna'): Promise<void> {
    expect(await harness.slack.person(name).clickButton(message, action)).toEqual({ kind: 'done' });
    await harness.settled();
  }

  test('one exact match is answered with its card, the others in a menu below', async () => {
    const card = await ask('ACME');
    const words = textOf(card);
    for (const part of [
      'ACME Industrial Ltd',
      'Tier ',
      'points',
      'In its favour',
      'What holds it back',
      'Last contact',
      'not planned',
      'Graded on 5 Mar 2026',
      'Account value, version 1',
      'K-1001',
      'Other matches',
    ]) {
      expect(words).toContain(part);
    }
    expect(mentions(card)).toEqual(['U0LEI']);
    expect(card.text).toMatch(/^ACME Industrial Ltd: Tier [A-D]$/);
    await harness.slack.person('anna').selectOption(card, 'customer_choose', HOSTILE.id);
    await harness.settled();
    expect(textOf(visible(harness, card))).toContain(HOSTILE.name);
  });

  test('several matches are a menu, and the choice becomes the card', async () => {
    const menu = await ask('both');
    expect(textOf(menu)).toContain('Several customers match “both”');
    await harness.slack.person('anna').selectOption(menu, 'customer_choose', ACME.id);
    await harness.settled();
    expect(textOf(visible(harness, menu))).toContain('In its favour');
  });

  test('the only name that fits without a typing error is answered with its card', async () => {
    const card = await ask('only');
    expect(textOf(card)).toContain('The only match for “only”');
    expect(textOf(card)).toContain('In its favour');
  });

  test('a name that nobody has is answered with the nearest names as buttons', async () => {
    const answer = await ask('acne');
    expect(textOf(answer)).toContain('No customer is called “acne”.');
    await press(answer, 'customer_show_1');
    expect(textOf(visible(harness, answer))).toContain('In its favour');
  });

  test.each(['', 'help', '帮助'])('%j explains the command with an example', async (text) => {
    expect(textOf(await ask(text))).toContain('/customer ACME');
  });

  test.each([
    ['with a NUL', 'a\u0000b', 'No customer is called “a b”.'],
    ['of emoji', '🦄🦄', 'No customer is called “🦄🦄”.'],
    ['from right to left', 'שלום', 'No customer is called “\u2068שלום\u2069”.'],
    ['with a quote', '"; drop table customer; --', 'No customer is called'],
    ['that is markup', '<!channel>', 'No customer is called “<!channel>”.'],
  ])('a query %s gets a short, polite answer', async (_, text, part) => {
    const answer = await ask(text);
    expect(textOf(answer)).toContain(part);
    expect(textOf(answer).length).toBeLessThan(400);
    expect(answer.text).not.toMatch(/[<>]/);
  });

  test('a query of 4,000 characters is refused in a sentence, and given back to be copied', async () => {
    const answer = await ask('x'.repeat(4000));
    expect(textOf(answer)).toContain('too long');
    expect(answer.text.length).toBeLessThan(400);
    expect(textOf(answer).match(/x/g)?.length).toBeGreaterThanOrEqual(4000);
  });

  test('a hostile name pings nobody and reads literally, on the card and when shared', async () => {
    const card = await ask(HOSTILE.name);
    expect(textOf(card)).toContain(HOSTILE.name);
    expect(mentions(card)).toEqual([]);
    expect(card.text).not.toMatch(/[<>]/);
    await press(card, 'customer_share');
    const [shared] = harness.seenBy('sam');
    expect(textOf(shared)).toContain(HOSTILE.name);
    expect(mentions(shared ?? {})).toEqual(['U0ANNA']);
    expect(shared?.text).not.toMatch(/[<>]/);
  });

  test('Share to channel shows tier and owner to everybody, and no more', async () => {
    await press(await ask('ACME'), 'customer_share');
    const [shared] = harness.seenBy('sam');
    expect(shared?.visibleTo).toBeUndefined();
    expect(checkMessage(shared ?? {})).toEqual([]);
    expect(textOf(shared)).toMatch(/^ACME Industrial Ltd · Tier [A-D]\s+Owner: @U0LEI\s+Shared by: @U0ANNA$/);
  });

  test('what is shared is in the language of channels, else in that of whoever shares it', async () => {
    const card = await ask('ACME', 'lei');
    await press(card, 'customer_share', 'lei');
    expect(textOf(harness.seenBy('sam')[0])).toContain('客户经理：');
    harness.useCases.channelLanguage = async () => 'zh-TW';
    await press(card, 'customer_share', 'lei');
    expect(textOf(harness.seenBy('sam')[0])).toContain('客戶經理：');
  });

  test.each([
    [{ error: 'not_in_channel' }, 'Invite me with /invite'],
    [{ error: 'is_archived' }, 'archived'],
    [{ error: 'restricted_action' }, 'not allowed'],
    [{ status: 429, retryAfter: 30 }, 'busy'],
    [{ reset: true, applied: true }, 'may or may not have been posted'],
    [{ error: 'fatal_error' }, 'give this number'],
  ])('when sharing meets %j the person is told what to do', async (fault, part) => {
    const card = await ask('ACME');
    harness.slack.failNext('chat.postMessage', fault);
    await press(card, 'customer_share');
    const answer = harness.seenBy('anna').findLast((message) => message.visibleTo !== undefined);
    expect(textOf(answer)).toContain(part);
  });

  test('Why? opens a modal with all reasons', async () => {
    await press(await ask('ACME'), 'customer_why');
    const view = harness.slack.person('anna').currentView();
    expect(checkView(view?.content ?? {})).toEqual([]);
    expect(textOf(view?.content)).toContain('What holds it back');
    await harness.slack.person('anna').closeView();
  });

  test('what if: the tier that the customer would have, and what was not understood', async () => {
    const answer = await ask('ACME what if payment=95%, phone=3');
    const words = textOf(answer);
    for (const part of [
      'ACME Industrial Ltd',
      'Payment collection 70 % → 95 %',
      'points instead of',
      'no “phone”',
      'nothing was changed',
    ]) {
      expect(words).toContain(part);
    }
    expect(textOf(await ask('ACME what if'))).toContain('payment collection=95%');
    Object.assign(harness.useCases, { suppose: async () => undefined });
    expect(textOf(await ask('ACME what if payment=95%'))).toContain('has not been graded yet');
  });

  test('what if reads and answers in Chinese', async () => {
    const words = textOf(await ask('ACME 如果回款率=95%，满意度=100%', 'yijun'));
    for (const part of ['回款率 70% → 95%', '客戶滿意度 90% → 100%', '資料沒有更動']) expect(words).toContain(part);
  });

  test('Why? pressed too late says so', async () => {
    const card = await ask('ACME');
    harness.slack.failNext('views.open', { error: 'expired_trigger_id' });
    await press(card, 'customer_why');
    expect(textOf(harness.seenBy('anna')[0])).toContain('press the button again');
  });

  test('a customer that is gone is said to be gone', async () => {
    const card = await ask('ACME');
    harness.useCases.showCustomer = async () => undefined;
    await press(card, 'customer_share');
    expect(textOf(harness.seenBy('anna')[0])).toContain('no longer on file');
  });

  test('a listener that fails tells the person an id that the log has', async () => {
    harness.useCases.findCustomers = () => Promise.reject(new Error('boom'));
    const id = /: (\w{8})$/.exec(textOf(await ask('ACME')))?.[1];
    expect(id).toBeDefined();
    expect(harness.log).toContainEqual(
      expect.objectContaining({ level: 'error', id, err: expect.objectContaining({ message: 'boom' }) }),
    );
  });

  test('a database that is away is called that', async () => {
    harness.useCases.findCustomers = () => Promise.reject(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }));
    expect(textOf(await ask('ACME'))).toContain('cannot reach the customer data');
  });

  test('an unknown command is answered with a sentence', async () => {
    expect(textOf(await ask('x', 'anna', '/other'))).toContain('I do not know /other.');
  });

  test('a button that no version knows any more is answered with a sentence', async () => {
    const client = new WebClient(harness.slack.botToken, { slackApiUrl: harness.slack.apiUrl });
    const button = { type: 'button', action_id: 'gone', text: { type: 'plain_text', text: 'Old' } } as const;
    await client.apiCall('chat.postMessage', {
      channel: 'C0SALES',
      text: 'old',
      blocks: [{ type: 'actions', elements: [button] }],
    });
    const [old] = harness.seenBy('anna');
    await press(old ?? expect.fail(), 'gone');
    expect(textOf(harness.seenBy('anna')[0])).toContain('out of date');
  });

  test('a shortcut that nothing listens to is acknowledged', async () => {
    expect(await harness.slack.person('anna').shortcut('unknown')).toEqual({ kind: 'done' });
  });

  test('each asker is answered in the language of their Slack', async () => {
    expect(textOf(await ask('ACME', 'lei'))).toContain('加分项');
    expect(textOf(await ask('ACME', 'yijun'))).toContain('加分項目');
  });

  test('a changed language counts from the next answer', async () => {
    expect(textOf(await ask('', 'sam'))).toContain('Look up a customer');
    await harness.slack.changeUser('U0SAM', { locale: 'zh-TW' });
    await harness.settled();
    expect(textOf(await ask('', 'sam'))).toContain('查詢客戶');
    await harness.slack.changeUser('U0SAM', { locale: 'en-US' });
    await harness.settled();
  });

  test('when Slack does not tell the language the answer comes in English', async () => {
    await harness.slack.changeUser('U0LEI', {});
    await harness.settled();
    harness.slack.failNext('users.info', { error: 'fatal_error' });
    expect(textOf(await ask('ACME', 'lei'))).toContain('In its favour');
  });

  test('a changed profile reaches the members, with whoever was deactivated', async () => {
    const told: unknown[] = [];
    harness.useCases.profileChanged = async (...change) => void told.push(change);
    await harness.slack.changeUser('U0LEI', { timeZone: 'Asia/Taipei', locale: 'zh-TW' });
    await harness.slack.changeUser('U0LEI', { isDeleted: true });
    await harness.settled();
    const profile = { slackUserId: 'U0LEI', timeZone: 'Asia/Taipei', locale: 'zh-TW' };
    expect(told).toEqual([
      ['T0LOCAL', expect.objectContaining(profile), false],
      ['T0LOCAL', expect.objectContaining(profile), true],
    ]);
    await harness.slack.changeUser('U0LEI', { timeZone: 'Asia/Shanghai', locale: 'zh-CN', isDeleted: false });
    await harness.settled();
  });
});

test('a command that Slack delivers twice is answered once, though the workspace’s clock is moved in between', async () => {
  let now = new Date('2026-11-22T08:00:00Z');
  const harness = await startSlackApp('socket', USE_CASES, { clock: { now: () => now } });
  await harness.slack.person('anna').command('/customer', 'ACME', { channel: 'C0SALES' });
  await harness.settled();
  now = new Date('2027-11-22T08:00:00Z');
  expect(await harness.slack.socketMode.repeatLast()).toMatchObject({ kind: 'acked' });
  await harness.settled();
  expect(harness.seenBy('anna')).toHaveLength(1);
  await harness.stop();
});

test('Why? opens with "one moment" when the reasons take long, and is filled when they come', async () => {
  const harness = await startSlackApp('socket', USE_CASES, { loadingAfterMs: 0 });
  await harness.slack.person('anna').command('/customer', 'ACME', { channel: 'C0SALES' });
  await harness.settled();
  const [card] = harness.seenBy('anna');
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  harness.useCases.showCustomer = async () => {
    await held;
    return ACME;
  };
  const titles: string[] = [];
  harness.slack.workspace.changes.listen((change) => {
    if (!('view' in change)) return;
    titles.push(textOf(change.view.content));
    release();
  });
  await harness.slack.person('anna').clickButton(card ?? expect.fail(), 'customer_why');
  await harness.settled();
  expect(titles[0]).toContain('Fetching the reasons…');
  expect(titles.at(-1)).toContain('In its favour');
  await harness.stop();
});

test('a window that its reader closes before it is filled is no failure', async () => {
  const harness = await startSlackApp('socket', USE_CASES, { loadingAfterMs: 0 });
  const anna = harness.slack.person('anna');
  await anna.command('/customer', 'ACME', { channel: 'C0SALES' });
  await harness.settled();
  const [card] = harness.seenBy('anna');
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  harness.useCases.showCustomer = async () => {
    await held;
    return ACME;
  };
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  harness.slack.workspace.changes.listen((change) => {
    if ('view' in change) open();
  });
  await anna.clickButton(card ?? expect.fail(), 'customer_why');
  await opened;
  await anna.closeView();
  release();
  await harness.settled();
  expect(anna.currentView()).toBeUndefined();
  expect(harness.seenBy('anna').map(textOf).join()).not.toContain('give this number');
  await harness.stop();
});

test('Why? says so in its window when the reasons cannot be fetched after all', async () => {
  const harness = await startSlackApp('socket', USE_CASES, { loadingAfterMs: 0 });
  await harness.slack.person('anna').command('/customer', 'ACME', { channel: 'C0SALES' });
  await harness.settled();
  const [card] = harness.seenBy('anna');
  harness.useCases.showCustomer = () => Promise.reject(new Error('boom'));
  await harness.slack.person('anna').clickButton(card ?? expect.fail(), 'customer_why');
  await harness.settled();
  expect(textOf(harness.slack.person('anna').currentView()?.content)).toContain('could not be fetched');
  expect(textOf(harness.seenBy('anna')[0])).toContain('give this number');
  await harness.stop();
});

test('over HTTP a request that is signed for the future, or not by Slack, is refused', async () => {
  const harness = await startSlackApp('http', USE_CASES);
  const now = Math.floor(Date.now() / 1000);
  const send = (seconds: number, secret = harness.slack.signingSecret) => {
    const body = 'command=%2Fcustomer&text=ACME';
    const signature = `v0=${createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex')}`;
    const headers = {
      'Content-Type': 'application/x-www-form-urlencoded',
      'X-Slack-Request-Timestamp': String(seconds),
      'X-Slack-Signature': signature,
    };
    return fetch(harness.requestUrl ?? '', { method: 'POST', headers, body });
  };
  expect((await send(now + 86_400)).status).toBe(401);
  expect((await send(now - 600)).status).toBe(401);
  expect((await send(now, 'another secret')).status).toBe(401);
  await harness.stop();
});

test('a refused app token is one sentence that names the variable', async () => {
  const started = startSlackApp('socket', USE_CASES, { appToken: 'xapp-wrong' });
  await expect(started).rejects.toThrow(StartError);
  await expect(started).rejects.toThrow(/^SLACK_APP_TOKEN is refused by Slack \(invalid_auth\)/);
});

test('a refused bot token is one sentence that names the variable', async () => {
  const started = startSlackApp('http', USE_CASES, { botToken: 'xoxb-wrong' });
  await expect(started).rejects.toThrow(StartError);
  await expect(started).rejects.toThrow(/^SLACK_BOT_TOKEN is refused by Slack \(invalid_auth\)/);
});

/** The message as it is now, after answers in its place. */
function visible(harness: SlackAppHarness, message: StoredMessage): StoredMessage | undefined {
  const messages = harness.slack.person('anna').visibleMessages(message.channel);
  return messages.find((each) => each.ts === message.ts) ?? messages.at(-1);
}

/** All that a person reads of it, top to bottom. */
function textOf(content: object | undefined): string {
  const parts: string[] = [];
  const blocks = content !== undefined && 'blocks' in content ? content.blocks : [];
  JSON.stringify(blocks, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    if ('user_id' in value) parts.push(`@${String(value.user_id)}`);
    if ('text' in value && typeof value.text === 'string') parts.push(value.text);
    return value;
  });
  return parts.join('');
}
