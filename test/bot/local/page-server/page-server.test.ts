import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { App } from '@slack/bolt';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createMovableClock, type MovableClock } from '../../../../bot/local/movable-clock.ts';
import type { TablePreview } from '../../../../bot/local/page-protocol.ts';
import type { TableImporter } from '../../../../bot/local/page-server/page-requests.ts';
import {
  createPageServer,
  type PageServer,
  type PageServerParts,
} from '../../../../bot/local/page-server/page-server.ts';
import type { Roles } from '../../../../bot/local/page-server/screen.ts';
import { createSheetAccess } from '../../../../bot/local/sheet/sheet-access.ts';
import { type SlackServer, startSlackServer } from '../../../../bot/local/slack-server.ts';
import { UnusableTableError } from '../../../../bot/use-cases/unusable-table-error.ts';
import { startSocketApp } from '../../../support/bolt-apps.ts';
import { type OpenPage, type PageClient, pageClient } from '../../../support/page-client.ts';

const SHORTCUTS = [
  { callbackId: 'log', type: 'message', name: 'Log to customer' },
  { callbackId: 'new', type: 'global', name: 'New customer' },
] as const;
const COMMANDS = [{ command: '/customer', description: 'Look up a customer', usageHint: 'NAME' }];

const PREVIEW: TablePreview = {
  fileName: 'customers.csv',
  sheet: null,
  stopped: null,
  columns: [],
  fields: [],
  open: [],
  remarks: [],
  moreRemarks: 0,
  changes: null,
};
const CHANGES = {
  counts: { new: 1, changed: 0, unchanged: 0, rejected: 0 },
  summary: 'Imported: 1 new.',
  lines: [],
  moreLines: 0,
  tiers: [],
  names: ['ACME'],
};

let folder: string;
let slack: SlackServer;
let app: App;
let clock: MovableClock;
let page: PageServer;
let http: Server;
let address: string;
let client: PageClient;
const errors: unknown[] = [];
const imported: unknown[] = [];
const pages: OpenPage[] = [];

const tables: TableImporter = {
  preview: async (user, file, choices) => {
    if (file.name === 'empty.csv') throw new UnusableTableError('The file is empty.');
    if (file.name === 'broken.csv') throw new Error('The database is away.');
    return { preview: { ...PREVIEW, fileName: `${user.name} ${file.name} ${JSON.stringify(choices)}` }, samples: 297 };
  },
  undo: async (user, importId) => ({ isUndone: true, lines: [`${user.name} undid ${importId}`] }),
  import: async (user, file, choices) => {
    imported.push([user.id, file.name, Buffer.from(file.bytes).toString('utf8'), choices]);
    return { fileName: file.name, changes: CHANGES, rejectedCsv: null, undoId: null };
  },
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tierbook-page-'));
  await writeFile(path.join(folder, 'index.html'), '<!doctype html><title>Tierbook</title>');
  await mkdir(path.join(folder, 'assets'));
  await writeFile(path.join(folder, 'assets', 'main-1.js'), 'export {};');
  slack = await startSlackServer({ commands: COMMANDS, shortcuts: SHORTCUTS });
  app = await startSocketApp(slack, listen);
  clock = createMovableClock();
  page = newPage({
    roles: async () => new Map([['U0YIJUN', 'manager']]),
    onError: (error) => errors.push(error),
  });
  http = createServer(page.handle);
  address = await listening(http);
  client = pageClient(address);
});
afterEach(async () => {
  for (const each of pages.splice(0)) await each.close();
});
afterAll(async () => {
  page.close();
  http.closeAllConnections();
  http.close();
  await app.stop();
  await slack.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A server of the page, with what a test wants otherwise. */
function newPage(wanted: Partial<PageServerParts> = {}): PageServer {
  return createPageServer({
    slack,
    clock,
    commands: COMMANDS,
    shortcuts: SHORTCUTS,
    folder,
    tables,
    roles: async () => new Map(),
    takesFiles: false,
    sheet: createSheetAccess({ folder: null, now: Date.now, onError: () => undefined }),
    onError: () => undefined,
    ...wanted,
  });
}

/** A bot that answers with a button, which opens a modal with a field. */
function listen(bot: App): void {
  bot.command('/customer', async ({ ack, command, respond }) => {
    await ack();
    const button = {
      type: 'button',
      action_id: 'why',
      text: { type: 'plain_text', text: 'Why?' },
      value: '1',
    } as const;
    await respond({
      text: `Tier B: ${command.text}`,
      blocks: [{ type: 'actions', block_id: 'a', elements: [button] }],
    });
  });
  bot.action('why', async ({ ack, body, client: web }) => {
    await ack();
    if (!('trigger_id' in body)) return;
    await web.views.open({
      trigger_id: body.trigger_id,
      view: {
        type: 'modal',
        callback_id: 'log',
        private_metadata: 'not for the page',
        title: { type: 'plain_text', text: 'Log' },
        submit: { type: 'plain_text', text: 'Save' },
        blocks: [
          {
            type: 'input',
            block_id: 'note',
            label: { type: 'plain_text', text: 'Note' },
            element: { type: 'plain_text_input', action_id: 'text' },
          },
          {
            type: 'actions',
            block_id: 'find',
            elements: [{ type: 'external_select', action_id: 'customer', min_query_length: 1 }],
          },
        ],
      },
    });
  });
  bot.shortcut({ callback_id: 'log', type: 'message_action' }, async ({ ack, client: web, shortcut }) => {
    await ack();
    const title = { type: 'plain_text', text: shortcut.message.text ?? '' } as const;
    await web.views.open({ trigger_id: shortcut.trigger_id, view: { type: 'modal', title, blocks: [] } });
  });
  bot.action('customer', async ({ ack }) => ack());
  bot.options('customer', async ({ ack, options }) => {
    await ack({ options: [{ text: { type: 'plain_text', text: `Found ${options.value}` }, value: 'found' }] });
  });
  bot.view('log', async ({ ack, view }) => {
    if (view.state.values['note']?.['text']?.value === 'short')
      await ack({ response_action: 'errors', errors: { note: 'Write more.' } });
    else await ack();
  });
}

async function open(as?: string): Promise<OpenPage> {
  const opened = await client.open(as);
  pages.push(opened);
  return opened;
}

describe('the page', () => {
  test('is served with a policy that lets nothing else in, and with assets that may be kept', async () => {
    const index = await fetch(`${address}/`);
    expect([index.status, await index.text()]).toEqual([200, '<!doctype html><title>Tierbook</title>']);
    expect(index.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(index.headers.get('cache-control')).toBe('no-cache');
    const asset = await fetch(`${address}/assets/main-1.js`);
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  test.each(['/assets/none.js', '/%2e%2e/%2e%2e/etc/passwd', '/..%2f..%2fpackage.json'])(
    '%s is not there',
    async (url) => {
      expect((await get(url)).status).toBe(404);
    },
  );

  test('that could not be built says what to do', async () => {
    const { handle } = newPage({ folder: null });
    const server = createServer(handle);
    const answer = await fetch(`${await listening(server)}/`);
    server.close();
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('npm ci')]);
  });
});

describe('refused', () => {
  test.each([
    ['a host of somebody else', { host: 'tierbook.example' }],
    ['another port', { host: '127.0.0.1:1' }],
    ['another page’s origin', { origin: 'http://127.0.0.1:1' }],
    ['no page at all', { origin: 'null' }],
  ])('is %s', async (_what, headers) => {
    for (const url of ['/', '/local/events', '/assets/main-1.js']) {
      expect((await get(url, headers)).status).toBe(403);
    }
  });

  test('is a request that a browser sends for another site, except to show the page itself', async () => {
    expect((await get('/local/events', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await get('/local/events', { 'sec-fetch-site': 'same-site' })).status).toBe(403);
    expect((await get('/', { 'sec-fetch-site': 'cross-site' })).status).toBe(200);
  });

  test('is an act without an origin', async () => {
    const answer = await fetch(`${address}/local/act?as=U0ANNA`, { method: 'POST', body: '{"kind":"open-home"}' });
    expect([answer.status, await answer.json()]).toEqual([403, { kind: 'refused', reason: 'bad-request' }]);
  });

  test.each([
    ['/local/act?as=U0ANNA', 'not json', 400, 'bad-request'],
    ['/local/act?as=U0ANNA', '{"kind":"fly"}', 400, 'bad-request'],
    ['/local/act?as=U0ANNA', `{"kind":"say","text":"${'x'.repeat(1_000_001)}"}`, 413, 'too-large'],
    ['/local/act?as=U0NOBODY', '{"kind":"open-home"}', 404, 'not-there'],
    ['/local/act?as=U0TIERBOOK', '{"kind":"open-home"}', 404, 'not-there'],
    ['/local/act?as=U0ANNA', '{"kind":"close","which":"top"}', 409, 'not-there'],
    ['/local/act?as=U0ANNA', '{"kind":"read","channel":"D0LEI","more":1}', 400, 'bad-request'],
    ['/local/clock?as=U0ANNA', '{"kind":"set","day":"2026-02-30","time":"08:30"}', 400, 'bad-request'],
    ['/local/clock?as=U0ANNA', '{"kind":"set","day":"2026-02-03","time":"24:00"}', 400, 'bad-request'],
    ['/local/clock?as=U0ANNA', '{"kind":"set","day":"0001-01-01","time":"08:30"}', 400, 'bad-request'],
    ['/local/clock?as=U0ANNA', '{"kind":"set","day":"9999-12-31","time":"08:30"}', 400, 'bad-request'],
    ['/local/tables/none/import?as=U0ANNA', '{}', 410, 'table-gone'],
    ['/local/elsewhere', '{}', 404, 'bad-request'],
  ])('is %s with %.40s', async (url, body, status, reason) => {
    const answer = await client.post(url, body);
    expect([answer.status, await answer.json()]).toEqual([status, { kind: 'refused', reason }]);
  });
});

test.each(['//', '//[', '/local//'])('an address like %s is answered and breaks nothing', async (url) => {
  expect((await get(url)).status).toBeGreaterThanOrEqual(400);
  expect((await get('/')).status).toBe(200);
});

test('an upload that ends in the middle is no mistake of the server', async () => {
  const cut = request(`${address}/local/tables?as=U0LEI&name=cut.csv`, {
    method: 'POST',
    headers: { origin: address, 'content-length': 1000 },
    agent: false,
  }).on('error', () => undefined);
  const arrived = once(http, 'request');
  cut.write('Name');
  const [incoming] = (await arrived) as [IncomingMessage];
  cut.destroy();
  await new Promise((resolve) => incoming.once('close', resolve));
  expect((await get('/')).status).toBe(200);
  expect(errors).toEqual([]);
});

describe('a person’s screen', () => {
  test('begins with what that person sees, the first person’s when nobody is named', async () => {
    const { screen } = await open();
    expect(screen.meId).toBe('U0ANNA');
    expect(screen.commands).toEqual(COMMANDS);
    expect(screen.channels.map(({ id }) => id)).toEqual([
      'C0GENERAL',
      'C0SALES',
      'G0LEADS',
      'C0RANDOM',
      'C0OLD',
      'D0ANNA',
    ]);
    expect(screen.people.map(({ name, role }) => [name, role])).toEqual([
      ['anna', 'rep'],
      ['lei', 'rep'],
      ['yijun', 'manager'],
      ['sam', 'admin'],
      ['tierbook', 'rep'],
    ]);
  });

  test('shows an answer to the one who asked, and to nobody else', async () => {
    const [anna, lei] = [await open('U0ANNA'), await open('U0LEI')];
    const command = { kind: 'command', channel: 'C0SALES', command: '/customer', text: 'ACME' } as const;
    expect(await client.act('U0ANNA', command)).toEqual({ kind: 'done' });
    const { message } = await anna.next('message');
    expect(message).toMatchObject({ text: 'Tier B: ACME', isEphemeral: true, userId: 'U0TIERBOOK' });

    await client.act('U0ANNA', { kind: 'say', channel: 'C0SALES', text: 'Hello <b>', threadTs: null });
    expect((await lei.next('message')).message).toMatchObject({ text: 'Hello &lt;b&gt;', userId: 'U0ANNA' });
    expect((await open('U0LEI')).screen.messages.filter(({ isEphemeral }) => isEphemeral)).toEqual([]);
  });

  test('counts what has not been seen, until it is', async () => {
    for (const channel of ['C0GENERAL', 'C0SALES']) await client.act('U0SAM', { kind: 'read', channel });
    const lei = await open('U0LEI');
    await client.act('U0SAM', { kind: 'say', channel: 'C0GENERAL', text: 'Good morning', threadTs: null });
    const told = await lei.next('people');
    expect(told.channels.find(({ id }) => id === 'C0GENERAL')?.unread).toBe(1);
    expect(told.people.find(({ id }) => id === 'U0SAM')?.unread).toBe(0);
    await client.act('U0LEI', { kind: 'read', channel: 'C0GENERAL' });
    expect((await lei.next('people')).channels.find(({ id }) => id === 'C0GENERAL')?.unread).toBe(0);
  });

  test('presses a button, fills a modal that refuses, then closes it', async () => {
    const sam = await open('U0SAM');
    await client.act('U0SAM', { kind: 'command', channel: 'C0SALES', command: '/customer', text: 'Sam' });
    const { message } = await sam.next('message');
    const place = { channel: message.channel, ts: message.ts };
    await client.act('U0SAM', { kind: 'press', place, blockId: 'a', actionId: 'why', value: null });
    const [modal] = (await sam.next('modals', ({ modals }) => modals.length === 1)).modals;
    expect(modal?.content).toMatchObject({ title: { text: 'Log' } });
    expect(modal?.content).not.toHaveProperty('private_metadata');

    const find = { place: 'modal', blockId: 'find', actionId: 'customer' } as const;
    expect(await client.act('U0SAM', { kind: 'suggest', ...find, query: 'ac' })).toEqual({
      kind: 'options',
      options: [{ text: { type: 'plain_text', text: 'Found ac' }, value: 'found' }],
    });
    expect(await client.act('U0SAM', { kind: 'choose', ...find, input: 'found' })).toEqual({ kind: 'done' });
    const submit = (input: string) =>
      client.act('U0SAM', { kind: 'submit', inputs: [{ blockId: 'note', actionId: 'text', input }] });
    expect(await submit('short')).toEqual({ kind: 'invalid', errors: { note: 'Write more.' } });
    expect(await submit('long enough')).toEqual({ kind: 'done' });
    expect((await sam.next('modals', ({ modals }) => modals.length === 0)).modals).toEqual([]);
  });

  test('offers the shortcuts of messages, which open a modal; others are refused', async () => {
    const sam = await open('U0SAM');
    expect(sam.screen.shortcuts).toEqual([{ callbackId: 'log', name: 'Log to customer' }]);
    const { channel, ts } = await slack.person('sam').say('C0SALES', 'ACME called');
    const shortcut = { kind: 'shortcut', channel, ts, callbackId: 'log' } as const;
    expect(await client.act('U0SAM', shortcut)).toEqual({ kind: 'done' });
    const { modals } = await sam.next('modals', ({ modals: shown }) => shown.length === 1);
    expect(modals[0]?.content).toMatchObject({ title: { text: 'ACME called' } });
    await client.act('U0SAM', { kind: 'close', which: 'all' });
    for (const other of [{ callbackId: 'new' }, { ts: '1.000000' }]) {
      expect(await client.act('U0SAM', { ...shortcut, ...other })).toEqual({ kind: 'refused', reason: 'not-there' });
    }
  });

  test('says which command is unknown, and when a message is gone', async () => {
    const command = { kind: 'command', channel: 'C0SALES', command: '/nope', text: '' } as const;
    expect(await client.act('U0ANNA', command)).toEqual({ kind: 'refused', reason: 'unknown-command' });
    const place = { channel: 'C0SALES', ts: '1.000000' };
    const press = { kind: 'press', place, blockId: 'a', actionId: 'why', value: null } as const;
    expect(await client.act('U0ANNA', press)).toEqual({ kind: 'refused', reason: 'not-there' });
  });

  test('follows the person’s own language', async () => {
    const sam = await open('U0SAM');
    await client.act('U0SAM', { kind: 'language', locale: 'zh-CN' });
    expect((await sam.next('people')).people.find(({ id }) => id === 'U0SAM')?.locale).toBe('zh-CN');
    await client.act('U0SAM', { kind: 'language', locale: 'en-US' });
  });

  test('shows the traffic: envelope, acknowledgement, calls, and no token', async () => {
    const anna = await open('U0ANNA');
    await client.act('U0ANNA', { kind: 'command', channel: 'C0SALES', command: '/customer', text: 'traffic' });
    const seen = [];
    while (seen.length < 3) seen.push(...(await anna.next('traffic')).entries);
    const [envelope, ack, call] = seen;
    expect(envelope).toMatchObject({ kind: 'envelope', name: '/customer', detail: { payload: { text: 'traffic' } } });
    expect(ack).toMatchObject({ kind: 'ack', envelopeId: envelope?.envelopeId, ms: expect.any(Number) });
    expect(call).toMatchObject({ kind: 'call', name: 'response_url', error: null });
    expect(JSON.stringify(anna.screen.traffic) + JSON.stringify(seen)).not.toMatch(/xoxb-|xapp-/);
  });

  test('follows the clock, which is moved in the person’s own time zone', async () => {
    const lei = await open('U0LEI');
    const answer = await client.post('/local/clock?as=U0LEI', '{"kind":"set","day":"2027-03-01","time":"08:30"}');
    expect(await answer.json()).toMatchObject({ nowMs: Date.parse('2027-03-01T00:30:00Z'), isReal: false });
    expect((await lei.next('clock')).clock.nowMs).toBe(Date.parse('2027-03-01T00:30:00Z'));
    await client.post('/local/clock?as=U0ANNA', '{"kind":"jump","to":"next-monday"}');
    expect((await lei.next('clock')).clock.nowMs).toBe(Date.parse('2027-03-08T07:30:00Z'));
    await client.post('/local/clock?as=U0ANNA', '{"kind":"play"}');
    expect((await lei.next('clock')).clock.speed).toBe(10_080);
    await client.post('/local/clock?as=U0ANNA', '{"kind":"reset"}');
    expect((await lei.next('clock')).clock.isReal).toBe(true);
  });
});

describe('a table of one’s own', () => {
  test('is read, read again as the person decides, and imported by that person', async () => {
    const upload = await client.post('/local/tables?as=U0LEI&name=my%20%E8%A1%A8.csv', 'Name\nACME\n');
    const { id, preview, samples } = (await upload.json()) as { id: string; preview: TablePreview; samples: number };
    expect([preview.fileName, samples]).toEqual(['lei my 表.csv {"removeSamples":true}', 297]);

    const choices = JSON.stringify({ decimal: ',', columns: [{ column: 'A', field: null }] });
    const again = (await (
      await client.post(`/local/tables/${id}/preview?as=U0LEI`, choices)
    ).json()) as typeof upload & {
      preview: TablePreview;
    };
    expect(again.preview.fileName).toContain('"decimal":","');

    const done = await client.post(`/local/tables/${id}/import?as=U0LEI`, '{"removeSamples":true}');
    expect(await done.json()).toEqual({ fileName: 'my 表.csv', changes: CHANGES, rejectedCsv: null, undoId: null });
    expect(imported).toEqual([['U0LEI', 'my 表.csv', 'Name\nACME\n', { removeSamples: true }]]);
  });

  test('that cannot be used is not imported', async () => {
    const answer = await client.post('/local/tables?as=U0LEI&name=empty.csv', 'x');
    expect([answer.status, await answer.json()]).toEqual([409, { kind: 'refused', reason: 'bad-request' }]);
  });

  test('that makes the server stumble is answered, and the error is heard', async () => {
    const answer = await client.post('/local/tables?as=U0LEI&name=broken.csv', 'x');
    expect([answer.status, await answer.json()]).toEqual([500, { kind: 'refused', reason: 'broken' }]);
    expect(errors).toEqual([expect.objectContaining({ message: 'The database is away.' })]);
  });
});

test('ends the streams of open pages when it is closed, and takes no new ones', async () => {
  const own = newPage();
  const server = createServer(own.handle);
  const opened = await pageClient(await listening(server)).open();
  own.close();
  await expect(opened.next('message')).rejects.toThrow('The stream has ended.');
  await expect(pageClient(`http://127.0.0.1:${portOf(server)}`).open()).rejects.toThrow('HTTP 503');
  await new Promise((resolve) => server.close(resolve));
});

test('ends a stream too that is only being opened while it is closed', async () => {
  const { promise: roles, resolve: answer } = Promise.withResolvers<Roles>();
  const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
  const own = newPage({
    roles: () => {
      ask();
      return roles;
    },
  });
  const server = createServer(own.handle);
  const opening = pageClient(await listening(server)).open();
  const ended = expect(opening).rejects.toThrow('The stream has ended.');
  await asked;
  own.close();
  answer(new Map());
  await ended;
  await new Promise((resolve) => server.close(resolve));
});

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${portOf(server)}`;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** A request with any headers, which `fetch` would not send. */
function get(url: string, headers: IncomingHttpHeaders = {}): Promise<{ readonly status: number }> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: portOf(http), path: url, headers, agent: false }, (response) => {
      resolve({ status: response.statusCode ?? 0 });
      response.destroy();
    })
      .on('error', reject)
      .end();
  });
}
