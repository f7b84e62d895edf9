import { LogLevel, WebClient, WebClientEvent } from '@slack/web-api';
import { afterEach, describe, expect, test } from 'vitest';
import { countingIds } from '../../../bot/local/id-source.ts';
import { type SlackServer, startSlackServer } from '../../../bot/local/slack-server.ts';
import { SILENT } from '../../support/bolt-apps.ts';
import { manualTime } from '../../support/manual-time.ts';

const open: SlackServer[] = [];

afterEach(async () => {
  for (const slack of open.splice(0)) await slack.stop();
});

async function slackServer(scopes?: readonly string[]): Promise<SlackServer> {
  const slack = await startSlackServer({ ids: countingIds(), time: manualTime(), ...(scopes ? { scopes } : {}) });
  open.push(slack);
  return slack;
}

function clientOf(slack: SlackServer, token: string | undefined = slack.botToken, options = {}): WebClient {
  return new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    logger: SILENT,
    logLevel: LogLevel.ERROR,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    ...options,
  });
}

/** The `data` of a refusal. */
async function refusal(call: Promise<unknown>): Promise<Record<string, unknown>> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Error && 'data' in error && typeof error.data === 'object') return { ...error.data };
    throw error;
  }
  throw new Error('The call was not refused.');
}

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });

describe('a call', () => {
  test('needs a token that is right and of the right kind', async () => {
    const slack = await slackServer();
    expect(await refusal(clientOf(slack, '').auth.test())).toMatchObject({ error: 'not_authed' });
    expect(await refusal(clientOf(slack, 'xoxb-wrong').auth.test())).toMatchObject({ error: 'invalid_auth' });
    expect(await refusal(clientOf(slack, slack.appToken).auth.test())).toMatchObject({
      error: 'not_allowed_token_type',
    });
    expect(await refusal(clientOf(slack).apps.connections.open())).toMatchObject({ error: 'not_allowed_token_type' });
    expect(await clientOf(slack).auth.test()).toMatchObject({
      ok: true,
      team_id: 'T0LOCAL',
      user_id: 'U0TIERBOOK',
      bot_id: 'B0TIERBOOK',
    });
    expect(JSON.stringify(slack.traffic.entries)).not.toContain(slack.botToken);
  });

  test('needs its scope, and is told which', async () => {
    const slack = await slackServer(['commands', 'channels:read']);
    const client = clientOf(slack);
    const missing = { error: 'missing_scope', needed: 'chat:write', provided: 'commands,channels:read' };
    expect(await refusal(client.chat.postMessage({ channel: 'C0SALES', text: 'x' }))).toMatchObject(missing);
    expect(await refusal(client.conversations.info({ channel: 'D0ANNA' }))).toMatchObject({ needed: 'im:read' });
    expect(await refusal(client.conversations.history({ channel: 'C0SALES' }))).toMatchObject({
      needed: 'channels:history',
    });
    expect(await refusal(client.users.lookupByEmail({ email: 'anna@example.com' }))).toMatchObject({
      needed: 'users:read.email',
    });
    expect(await client.conversations.info({ channel: 'C0SALES' })).toMatchObject({
      channel: { name: 'sales', is_member: true },
    });
  });

  test('of a method that this Slack does not know is refused', async () => {
    const slack = await slackServer();
    for (const method of ['chat.shout', 'toString', '__proto__', 'files.upload']) {
      expect(await refusal(clientOf(slack).apiCall(method))).toMatchObject({ error: 'unknown_method' });
    }
  });

  test('that lacks an argument is told which', async () => {
    const slack = await slackServer();
    expect(await refusal(clientOf(slack).apiCall('chat.postEphemeral', { text: 'x' }))).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: {
        messages: ['[ERROR] missing required field: channel', '[ERROR] missing required field: user'],
      },
    });
  });

  test('may carry JSON or a form, and nothing else', async () => {
    const slack = await slackServer();
    const post = async (type: string, body: string) => {
      const headers = { authorization: `Bearer ${slack.botToken}`, 'content-type': type };
      return (await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST', headers, body })).json();
    };
    const json = JSON.stringify({ channel: 'C0SALES', blocks: [section('x')], text: 'x' });
    expect(await post('application/json; charset=utf-8', json)).toMatchObject({ ok: true });
    expect(await post('application/json', json)).toMatchObject({ ok: true, warning: 'missing_charset' });
    expect(await post('application/json', '{')).toMatchObject({ ok: false, error: 'invalid_json' });
    expect(await post('application/json', '[]')).toMatchObject({ ok: false, error: 'json_not_object' });
    expect(await post('text/xml', '<x/>')).toMatchObject({ ok: false, error: 'invalid_post_type' });
  });
});

test('api.test gives back what it was given, or the error that was asked for', async () => {
  const client = clientOf(await slackServer(), '');
  expect(await client.apiCall('api.test', { foo: 'bar' })).toMatchObject({ ok: true, args: { foo: 'bar' } });
  expect(await refusal(client.api.test({ error: 'my_error' }))).toMatchObject({ error: 'my_error' });
});

test('a permalink leads to a message that is there', async () => {
  const slack = await slackServer();
  const client = clientOf(slack);
  const { ts = '' } = await client.chat.postMessage({ channel: 'C0SALES', text: 'x' });
  const { permalink } = await client.chat.getPermalink({ channel: 'C0SALES', message_ts: ts });
  expect(permalink).toBe(`${slack.url}/archives/C0SALES/p${ts.replace('.', '')}`);
  const missing = client.chat.getPermalink({ channel: 'C0SALES', message_ts: '1.000001' });
  expect(await refusal(missing)).toMatchObject({ error: 'message_not_found' });
});

describe('a message', () => {
  test.each([
    ['C0NONE', 'channel_not_found'],
    ['G0LEADS', 'channel_not_found'],
    ['C0RANDOM', 'not_in_channel'],
    ['C0OLD', 'is_archived'],
  ])('to %s is refused with %s', async (channel, error) => {
    const slack = await slackServer();
    expect(await refusal(clientOf(slack).chat.postMessage({ channel, text: 'x' }))).toMatchObject({ error });
  });

  test.each([
    ['without content', { text: '' }, 'no_text'],
    ['with blocks that are no JSON', { text: 'x', blocks: '[' }, 'invalid_blocks_format'],
    [
      'with too much in its blocks',
      { text: 'x', blocks: Array.from({ length: 5 }, () => section('x'.repeat(3000))) },
      'msg_blocks_too_long',
    ],
    ['with metadata of no type', { text: 'x', metadata: { event_payload: {} } }, 'invalid_metadata_schema'],
    ['to a thread that is not there', { text: 'x', thread_ts: '1.000001' }, 'thread_not_found'],
  ])('%s is refused', async (_what, args, error) => {
    const slack = await slackServer();
    expect(await refusal(clientOf(slack).apiCall('chat.postMessage', { channel: 'C0SALES', ...args }))).toMatchObject({
      error,
    });
    expect(slack.workspace.messages).toEqual([]);
  });

  test('with an over-long block is refused in the words of Slack', async () => {
    const slack = await slackServer();
    const call = clientOf(slack).chat.postMessage({
      channel: 'C0SALES',
      text: 'x',
      blocks: [section('x'.repeat(3001))],
    });
    const problem = 'must be less than 3001 characters [json-pointer:/blocks/0/text/text]';
    expect(await refusal(call)).toMatchObject({
      error: 'invalid_blocks',
      errors: [problem],
      response_metadata: { messages: [`[ERROR] ${problem}`] },
    });
  });

  test('of blocks without a text is taken with a warning', async () => {
    const slack = await slackServer();
    const answer = await clientOf(slack).apiCall('chat.postMessage', { channel: 'C0SALES', blocks: [section('x')] });
    expect(answer).toMatchObject({ ok: true, warning: 'missing_text_in_message' });
  });

  test('can be found again by its metadata, changed and deleted by the bot alone', async () => {
    const slack = await slackServer();
    const client = clientOf(slack);
    const metadata = { event_type: 'digest', event_payload: { key: 'k1' } };
    const { ts = '' } = await client.chat.postMessage({ channel: '#sales', text: 'x'.repeat(40_001), metadata });
    const history = await client.conversations.history({
      channel: 'C0SALES',
      include_all_metadata: true,
      oldest: ts,
      inclusive: true,
    });
    expect(history.messages).toMatchObject([{ ts, metadata }]);
    expect(history.messages?.[0]?.text).toHaveLength(40_000);
    expect((await client.conversations.history({ channel: 'C0SALES' })).messages?.[0]).not.toHaveProperty('metadata');

    await client.chat.update({ channel: 'C0SALES', ts, text: 'new' });
    expect(slack.workspace.messages).toMatchObject([{ ts, text: 'new', metadata }]);
    const tooLong = client.chat.update({ channel: 'C0SALES', ts, text: 'x'.repeat(40_001) });
    expect(await refusal(tooLong)).toMatchObject({ error: 'msg_too_long' });
    const said = await slack.person('anna').say('C0SALES', 'mine');
    const others = { channel: 'C0SALES', ts: said.ts };
    expect(await refusal(client.chat.update({ ...others, text: 'x' }))).toMatchObject({ error: 'cant_update_message' });
    expect(await refusal(client.chat.delete(others))).toMatchObject({ error: 'cant_delete_message' });
    await client.chat.delete({ channel: 'C0SALES', ts });
    expect(await refusal(client.chat.delete({ channel: 'C0SALES', ts }))).toMatchObject({ error: 'message_not_found' });
  });

  test('to one person is in no history, cannot be changed, and is only for members', async () => {
    const slack = await slackServer();
    const client = clientOf(slack);
    await client.chat.postEphemeral({ channel: 'C0SALES', user: 'U0ANNA', text: 'psst' });
    expect((await client.conversations.history({ channel: 'C0SALES' })).messages).toEqual([]);
    expect(slack.person('anna').visibleMessages('C0SALES')).toHaveLength(1);
    expect(slack.person('lei').visibleMessages('C0SALES')).toEqual([]);
    const [psst] = slack.workspace.messages;
    const change = client.chat.update({ channel: 'C0SALES', ts: psst?.ts ?? '', text: 'x' });
    expect(await refusal(change)).toMatchObject({ error: 'message_not_found' });
    const stranger = client.chat.postEphemeral({ channel: 'D0ANNA', user: 'U0LEI', text: 'x' });
    expect(await refusal(stranger)).toMatchObject({ error: 'user_not_in_channel' });
  });

  test('in a thread is found there', async () => {
    const slack = await slackServer();
    const client = clientOf(slack);
    const { ts = '' } = await client.chat.postMessage({ channel: 'C0SALES', text: 'root' });
    await client.chat.postMessage({ channel: 'C0SALES', text: 'reply', thread_ts: ts });
    const replies = await client.conversations.replies({ channel: 'C0SALES', ts });
    expect(replies.messages?.map((each) => each.text)).toEqual(['root', 'reply']);
    const history = await client.conversations.history({ channel: 'C0SALES' });
    expect(history.messages?.map((each) => each.text)).toEqual(['root']);
  });
});

describe('people and channels', () => {
  test('have locale, time zone and offset', async () => {
    const client = clientOf(await slackServer());
    const { user } = await client.users.info({ user: 'U0YIJUN', include_locale: true });
    expect(user).toMatchObject({
      locale: 'zh-TW',
      tz: 'Asia/Taipei',
      tz_offset: 28_800,
      real_name: '林怡君',
      is_admin: false,
    });
    expect((await client.users.info({ user: 'U0SAM' })).user).toMatchObject({ is_admin: true, tz_offset: -18_000 });
    expect((await client.users.info({ user: 'U0SAM' })).user).not.toHaveProperty('locale');
    expect(await refusal(client.users.info({ user: 'U0NOBODY' }))).toMatchObject({ error: 'user_not_found' });
  });

  test('come in pages, each of them once', async () => {
    const client = clientOf(await slackServer());
    const ids: (string | undefined)[] = [];
    for await (const page of client.paginate('users.list', { limit: 2 })) {
      if ('members' in page && Array.isArray(page.members)) ids.push(...page.members.map((each) => each.id));
    }
    expect(ids).toEqual(['U0ANNA', 'U0LEI', 'U0YIJUN', 'U0SAM', 'U0TIERBOOK']);
    expect(await refusal(client.users.list({ cursor: 'nonsense' }))).toMatchObject({ error: 'invalid_cursor' });
    const { channels } = await client.conversations.list({ exclude_archived: true });
    expect(channels?.map((each) => each.name)).toEqual(['general', 'sales', 'random']);
    expect((await client.conversations.members({ channel: 'C0RANDOM' })).members).toHaveLength(4);
    expect((await client.conversations.open({ users: 'U0LEI' })).channel?.id).toBe('D0LEI');
  });
});

describe('a Home view', () => {
  test('is published, replaced, and guarded by its hash', async () => {
    const slack = await slackServer();
    const client = clientOf(slack);
    const view = { type: 'home' as const, blocks: [{ type: 'divider' }] };
    const first = await client.views.publish({ user_id: 'U0ANNA', view });
    const hash = first.view?.hash ?? '';
    expect((await client.views.publish({ user_id: 'U0ANNA', view, hash })).view?.id).toBe(first.view?.id);
    expect(await refusal(client.views.publish({ user_id: 'U0ANNA', view, hash }))).toMatchObject({
      error: 'hash_conflict',
    });
    expect(await refusal(client.views.publish({ user_id: 'U0TIERBOOK', view }))).toMatchObject({
      error: 'invalid_arguments',
    });
    expect(await refusal(client.views.update({ view_id: 'V0', view }))).toMatchObject({ error: 'not_found' });
    const wrong = client.apiCall('views.publish', {
      user_id: 'U0LEI',
      view: { type: 'home', blocks: [{ type: 'x' }] },
    });
    expect(await refusal(wrong)).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] unsupported type: x [json-pointer:/view/blocks/0/type]'] },
    });
  });
});

describe('a call that is to fail', () => {
  const message = { channel: 'C0SALES', text: 'x' };

  test('fails as often as asked, in the way that was asked for', async () => {
    const slack = await slackServer();
    const client = clientOf(slack);
    slack.failNext('chat.postMessage', { error: 'account_inactive', times: 2 });
    slack.failNext('chat.postMessage', { status: 429, retryAfter: 7 });
    slack.failNext('chat.postMessage', { status: 503 });
    expect(await refusal(client.chat.postMessage(message))).toMatchObject({ error: 'account_inactive' });
    expect(await refusal(client.chat.postMessage(message))).toMatchObject({ error: 'account_inactive' });
    await expect(client.chat.postMessage(message)).rejects.toMatchObject({ retryAfter: 7 });
    await expect(client.chat.postMessage(message)).rejects.toMatchObject({ statusCode: 503 });
    expect(slack.workspace.messages).toEqual([]);
    expect(await client.chat.postMessage(message)).toMatchObject({ ok: true });
  });

  test('for calling too often holds back a client in its usual mode, which posts once and later', async () => {
    const slack = await slackServer();
    slack.failNext('chat.postMessage', { status: 429, retryAfter: 0, times: 2 });
    const client = clientOf(slack, slack.botToken, {
      retryConfig: { retries: 2, minTimeout: 1 },
      rejectRateLimitedCalls: false,
    });
    const waitsSeconds: number[] = [];
    client.on(WebClientEvent.RATE_LIMITED, (seconds) => waitsSeconds.push(seconds));
    expect(await client.chat.postMessage(message)).toMatchObject({ ok: true });
    expect(waitsSeconds).toEqual([0, 0]);
    expect(slack.workspace.messages).toHaveLength(1);
  });

  test('can take effect before its answer is lost, so that a client that tries again posts twice', async () => {
    const slack = await slackServer();
    slack.failNext('chat.postMessage', { reset: true, applied: true });
    const client = clientOf(slack, slack.botToken, { retryConfig: { retries: 1, minTimeout: 1 } });
    await client.chat.postMessage(message);
    expect(slack.workspace.messages).toHaveLength(2);
    expect(slack.traffic.entries).toMatchObject([
      { method: 'chat.postMessage', answer: undefined },
      { answer: { ok: true } },
    ]);
  });

  test('can be left without an answer', async () => {
    const slack = await slackServer();
    slack.failNext('chat.postMessage', { hang: true });
    const control = new AbortController();
    const client = clientOf(slack, slack.botToken, {
      fetch: (url: string, init: object) => fetch(url, { ...init, signal: control.signal }),
    });
    const taken = slack.traffic.feed.next((entry) => entry.kind === 'call');
    const call = client.chat.postMessage(message);
    await taken;
    control.abort();
    await expect(call).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
    expect(slack.workspace.messages).toEqual([]);
  });
});
