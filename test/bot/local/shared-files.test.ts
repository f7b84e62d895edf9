import { LogLevel, WebClient } from '@slack/web-api';
import { afterEach, describe, expect, test } from 'vitest';
import { countingIds } from '../../../bot/local/id-source.ts';
import { isJsonObject, type JsonObject } from '../../../bot/local/json-object.ts';
import { NotOffered } from '../../../bot/local/person.ts';
import { type SlackServer, type SlackServerOptions, startSlackServer } from '../../../bot/local/slack-server.ts';
import type { StoredMessage } from '../../../bot/local/workspace-state.ts';
import { SILENT, startSocketApp } from '../../support/bolt-apps.ts';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

const TABLE = { name: '客户 & <co>.csv', bytes: Buffer.from('Customer\nAmes\n') };

/** A workspace with an app that takes everything, and what it is told. */
async function slackAndBot(options: SlackServerOptions = {}): Promise<{ slack: SlackServer; told: JsonObject[] }> {
  const slack = await startSlackServer({ ids: countingIds(), ...options });
  open.push(() => slack.stop());
  const app = await startSocketApp(slack, () => undefined);
  open.push(() => app.stop());
  const told: JsonObject[] = [];
  slack.traffic.feed.listen((entry) => {
    if (entry.kind === 'envelope' && isJsonObject(entry.payload['event'])) told.push(entry.payload['event']);
  });
  return { slack, told };
}

const SCOPES = ['chat:write', 'commands', 'users:read'];

function clientOf(slack: SlackServer, token = slack.botToken): WebClient {
  const retryConfig = { retries: 0 };
  return new WebClient(token, { slackApiUrl: slack.apiUrl, logger: SILENT, logLevel: LogLevel.ERROR, retryConfig });
}

function fileIdOf(message: StoredMessage): string {
  return message.files?.[0]?.id ?? expect.fail('The message has no file.');
}

async function infoOf(slack: SlackServer, file: string): Promise<JsonObject> {
  const answer: unknown = await clientOf(slack).files.info({ file });
  return isJsonObject(answer) && isJsonObject(answer['file']) ? answer['file'] : expect.fail('no file');
}

/** How a request for a file's bytes ends; redirects are not followed. */
async function download(slack: SlackServer, file: string, token = slack.botToken) {
  const url = String((await infoOf(slack, file))['url_private_download']);
  return fetch(url, { redirect: 'manual', headers: { authorization: `Bearer ${token}` } });
}

const error = (code: string) => ({ data: { ok: false, error: code } });

describe('a file shared with the bot', () => {
  test('stands in a message that only the two see, and can be read back byte by byte', async () => {
    const { slack } = await slackAndBot({ scopes: [...SCOPES, 'files:read'] });
    const message = await slack.person('anna').shareFile('D0ANNA', TABLE);
    expect(message).toMatchObject({ userId: 'U0ANNA', files: [{ name: TABLE.name, bytes: TABLE.bytes.length }] });
    expect(slack.person('anna').visibleMessages('D0ANNA')).toEqual([message]);
    expect(() => slack.person('lei').visibleMessages('D0ANNA')).toThrow(NotOffered);
    const info = await infoOf(slack, fileIdOf(message));
    expect(info).toMatchObject({
      name: TABLE.name,
      filetype: 'csv',
      user: 'U0ANNA',
      ims: ['D0ANNA'],
      is_external: false,
    });
    expect(info['size']).toBe(TABLE.bytes.length);
    const answer = await download(slack, fileIdOf(message));
    expect(answer.headers.get('content-type')).toBe('text/csv');
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(TABLE.bytes);
  });

  test('is told to an app that may read files, and with im:history the message as well', async () => {
    const { slack, told } = await slackAndBot({ scopes: [...SCOPES, 'files:read', 'im:history'] });
    const message = await slack.person('anna').shareFile('D0ANNA', TABLE);
    const id = fileIdOf(message);
    expect(told).toEqual([
      expect.objectContaining({ type: 'file_shared', file_id: id, channel_id: 'D0ANNA', user_id: 'U0ANNA' }),
      expect.objectContaining({ type: 'message', subtype: 'file_share', channel_type: 'im', ts: message.ts }),
    ]);
    expect(told[1]?.['files']).toEqual([expect.objectContaining({ id, name: TABLE.name })]);
  });

  test('is not told to an app without the scopes, nor in a channel without the bot', async () => {
    const { slack, told } = await slackAndBot({ scopes: SCOPES });
    await slack.person('anna').shareFile('D0ANNA', TABLE);
    const other = await slackAndBot({ scopes: [...SCOPES, 'files:read', 'im:history'] });
    const hidden = await other.slack.person('anna').shareFile('G0LEADS', TABLE);
    expect([...told, ...other.told]).toEqual([]);
    await expect(infoOf(other.slack, fileIdOf(hidden))).rejects.toMatchObject(error('file_not_found'));
    await expect(other.slack.person('anna').shareFile('C0OLD', TABLE)).rejects.toThrow(NotOffered);
  });

  test('that its owner deletes is a tombstone, and nobody else may delete it', async () => {
    const { slack } = await slackAndBot();
    const id = fileIdOf(await slack.person('anna').shareFile('D0ANNA', TABLE));
    const url = String((await infoOf(slack, id))['url_private_download']);
    expect(() => slack.person('lei').deleteFile(id)).toThrow(NotOffered);
    slack.person('anna').deleteFile(id);
    await expect(infoOf(slack, id)).rejects.toMatchObject(error('file_deleted'));
    expect((await fetch(url, { headers: { authorization: `Bearer ${slack.botToken}` } })).status).toBe(404);
    const { messages } = await clientOf(slack).conversations.history({ channel: 'D0ANNA' });
    expect(messages?.[0]?.files).toEqual([{ id, mode: 'tombstone' }]);
  });

  test('may be an unusual one, as Slack would describe it', async () => {
    const { slack } = await slackAndBot();
    const details = { mode: 'external', is_external: true, url_private_download: undefined };
    const id = fileIdOf(await slack.person('anna').shareFile('D0ANNA', { ...TABLE, details }));
    const info = await infoOf(slack, id);
    expect(info['mode']).toBe('external');
    expect(info).not.toHaveProperty('url_private_download');
  });
});

describe('files.info', () => {
  test('wants its scope and a file that is there', async () => {
    const { slack } = await slackAndBot({ scopes: SCOPES });
    await expect(infoOf(slack, 'F1')).rejects.toMatchObject({ data: { error: 'missing_scope', needed: 'files:read' } });
    await expect(infoOf((await slackAndBot()).slack, 'F1')).rejects.toMatchObject(error('file_not_found'));
  });
});

describe('a download', () => {
  test('without a right token leads to the sign-in page', async () => {
    const { slack } = await slackAndBot();
    const id = fileIdOf(await slack.person('anna').shareFile('D0ANNA', TABLE));
    const answer = await download(slack, id, 'xoxb-wrong');
    expect([answer.status, answer.headers.get('location')]).toEqual([302, expect.stringContaining('/signin?redir=')]);
    const page = await fetch(answer.headers.get('location') ?? '');
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });

  test('without the scope is the sign-in page itself, with status 200', async () => {
    const { slack } = await slackAndBot({ scopes: SCOPES });
    const id = fileIdOf(await slack.person('anna').shareFile('D0ANNA', TABLE));
    const path = `/files-pri/T0LOCAL-${id}/download/${encodeURIComponent(TABLE.name)}`;
    const answer = await fetch(slack.url + path, { headers: { authorization: `Bearer ${slack.botToken}` } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });

  test('fails as a test asks for', async () => {
    const { slack } = await slackAndBot();
    const id = fileIdOf(await slack.person('anna').shareFile('D0ANNA', TABLE));
    slack.failNext('files.download', { status: 500 });
    expect((await download(slack, id)).status).toBe(500);
    expect((await download(slack, id)).status).toBe(200);
  });
});

test('only events that the app subscribed to reach it', async () => {
  const { slack, told } = await slackAndBot({ events: ['file_shared', 'message.channels'] });
  await slack.person('anna').shareFile('D0ANNA', TABLE);
  await slack.person('anna').say('D0ANNA', 'hello');
  await slack.changeUser('U0ANNA', { locale: 'fr-FR' });
  await slack.person('anna').openHome();
  expect(told.map(({ type }) => type)).toEqual(['file_shared']);
  const direct = await slackAndBot({ events: ['message.im'] });
  await direct.slack.person('anna').say('D0ANNA', 'hello');
  expect(direct.told.map(({ type }) => type)).toEqual(['message']);
});
