import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createMovableClock } from '../../../../bot/local/movable-clock.ts';
import type { TableImporter } from '../../../../bot/local/page-server/page-requests.ts';
import { createPageServer, type PageServer } from '../../../../bot/local/page-server/page-server.ts';
import { createSheetAccess, type SheetAccess } from '../../../../bot/local/sheet/sheet-access.ts';
import type { AddonMenu, ScriptEnd, SheetEdit, SheetEdited, SheetView } from '../../../../bot/local/sheet-protocol.ts';
import { type SlackServer, startSlackServer } from '../../../../bot/local/slack-server.ts';
import { SHEET_REFUSAL_TEXT } from '../../../../core/text/sheet-refusal-text.ts';
import { pageClient } from '../../../support/page-client.ts';

const refusals = SHEET_REFUSAL_TEXT.en;
const REFUSED = { kind: 'refused', reason: 'bad-request' };
const noTables: TableImporter = {
  preview: () => Promise.reject(new Error('Nobody uploads a table here.')),
  import: () => Promise.reject(new Error('Nobody imports a table here.')),
  undo: () => Promise.reject(new Error('Nobody imports a table here.')),
};

let slack: SlackServer;
let access: SheetAccess;
let page: PageServer;
let http: Server;
let address: string;
const errors: unknown[] = [];

beforeAll(async () => {
  slack = await startSlackServer({ commands: [], shortcuts: [] });
  access = createSheetAccess({ folder: null, now: Date.now, onError: (error) => errors.push(error) });
  page = createPageServer({
    slack,
    clock: createMovableClock(),
    commands: [],
    shortcuts: [],
    folder: null,
    tables: noTables,
    roles: async () => new Map(),
    takesFiles: false,
    sheet: access,
    onError: (error) => errors.push(error),
  });
  http = createServer(page.handle);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${portOf(http)}`;
});
beforeEach(() => {
  errors.length = 0;
});
afterAll(async () => {
  page.close();
  http.closeAllConnections();
  http.close();
  await access.close();
  await slack.stop();
});

describe('a request of the sheet is refused', () => {
  const VIEW = '/local/sheet/view?as=U0ANNA&from=0&to=10';

  test.each([
    ['a host of somebody else', { host: 'tierbook.example' }],
    ['another port', { host: '127.0.0.1:1' }],
    ['another page’s origin', { origin: 'http://127.0.0.1:1' }],
    ['the add-on’s own page, which has no origin', { origin: 'null' }],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['a page of another port', { 'sec-fetch-site': 'same-site' }],
  ])('from %s', async (_whom, headers) => {
    for (const [method, path] of [
      ['GET', VIEW],
      ['GET', '/local/sheet/menu?as=U0ANNA'],
      ['POST', '/local/sheet/edit?as=U0ANNA'],
      ['POST', '/local/sheet/run?as=U0ANNA'],
    ] as const) {
      expect(await ask(method, path, { origin: address, ...headers }, '{"kind":"add-sheet"}')).toBe(403);
    }
    expect((await view()).tabs).toHaveLength(1);
  });

  test('that changes something and does not say where it comes from', async () => {
    for (const path of ['edit', 'run'])
      expect(await ask('POST', `/local/sheet/${path}?as=U0ANNA`, {}, '{"kind":"add-sheet"}')).toBe(403);
    expect((await view()).tabs).toHaveLength(1);
  });

  test.each([
    ['GET', '/local/sheet/edit?as=U0ANNA', 404],
    ['GET', '/local/sheet/run?as=U0ANNA', 404],
    ['POST', VIEW, 404],
    ['POST', '/local/sheet/menu?as=U0ANNA', 404],
    ['POST', '/local/sheet/dialog/none?as=U0ANNA', 404],
    ['PUT', '/local/sheet/edit?as=U0ANNA', 403],
    ['DELETE', VIEW, 403],
    ['OPTIONS', '/local/sheet/run?as=U0ANNA', 403],
    ['GET', '/local/sheet/', 404],
    ['GET', '/local/sheet/view/more?as=U0ANNA&from=0&to=10', 404],
    ['GET', '/local/sheet/dialog/none?as=U0ANNA', 404],
    ['GET', '/local/sheet/dialog/..%2f..%2fworkbook.json?as=U0ANNA', 404],
    ['GET', '/local/sheet/view?as=U0NOBODY&from=0&to=10', 404],
    ['GET', '/local/sheet/view?as=U0TIERBOOK&from=0&to=10', 404],
  ])('as %s %s', async (method, path, status) => {
    expect(await ask(method, path, { origin: address }, method === 'POST' ? '{"kind":"undo"}' : '')).toBe(status);
  });

  test.each(['', 'from=0', 'from=0&to=x', 'from=-1&to=2', 'from=0&to=1e9', 'from=0&to=60001', 'from=0&to=9&sheet=x'])(
    'for the rows of “%s”',
    async (query) => {
      const answer = await fetch(`${address}/local/sheet/view?as=U0ANNA&${query}`);
      expect([answer.status, await answer.json()]).toEqual([400, REFUSED]);
    },
  );

  test.each([
    'not json',
    '',
    'null',
    '[]',
    '{}',
    '{"kind":"fly"}',
    '{"kind":"undo","more":1}',
    '{"kind":"enter","sheetId":0,"row":-1,"column":0,"entries":[["x"]]}',
    '{"kind":"enter","sheetId":0,"row":0.5,"column":0,"entries":[["x"]]}',
    '{"kind":"enter","sheetId":"0","row":0,"column":0,"entries":[["x"]]}',
    '{"kind":"enter","sheetId":0,"row":0,"column":0,"entries":"x"}',
    '{"kind":"enter","sheetId":0,"row":0,"column":0,"entries":[[null]]}',
    '{"kind":"enter","sheetId":0,"row":0,"column":0,"entries":[[{"value":1e999}]]}',
    '{"kind":"clear","sheetId":0,"area":{"row":0,"column":0,"rows":0,"columns":1}}',
    '{"kind":"width","sheetId":0,"column":0,"pixels":100000}',
    '{"kind":"insert","sheetId":0,"what":"sheets","first":0,"count":1}',
  ])('with %s as an edit', async (body) => {
    const answer = await pageClient(address).post('/local/sheet/edit?as=U0ANNA', body);
    expect([answer.status, await answer.json()]).toEqual([400, REFUSED]);
  });

  test.each([
    'not json',
    '{"from":"menu"}',
    '{"from":"elsewhere","functionName":"onOpen","arguments":[],"answers":[],"sheetId":0,"selection":{"row":0,"column":0,"rows":1,"columns":1}}',
    '{"from":"menu","functionName":"onOpen","arguments":[],"answers":["MAYBE"],"sheetId":0,"selection":{"row":0,"column":0,"rows":1,"columns":1}}',
  ])('with %.40s as a run', async (body) => {
    const answer = await pageClient(address).post('/local/sheet/run?as=U0ANNA', body);
    expect([answer.status, await answer.json()]).toEqual([400, REFUSED]);
  });

  test.each(['edit', 'run'])('with more than 32 MB for %s', async (path) => {
    const answer = await pageClient(address).post(`/local/sheet/${path}?as=U0ANNA`, new Uint8Array(32_000_001));
    expect([answer.status, await answer.json()]).toEqual([413, { kind: 'refused', reason: 'too-large' }]);
  });
});

describe('an edit that the workbook does not take is answered with a sentence and changes nothing', () => {
  const most = Number.MAX_SAFE_INTEGER;
  const long = 'x'.repeat(50_001);
  const area = { row: 0, column: 0, rows: 1, columns: 1 };
  const enter = { kind: 'enter', row: 0, column: 0 } as const;

  test.each<[string, (sheetId: number) => SheetEdit, string]>([
    ['of a sheet that is gone', () => ({ ...enter, sheetId: 1, entries: [['x']] }), refusals['no-such-sheet']('')],
    ['far below', (sheetId) => ({ ...enter, sheetId, row: most, entries: [['x']] }), refusals['too-many-cells']('')],
    [
      'far to the right',
      (sheetId) => ({ ...enter, sheetId, column: 20_000, entries: [['x']] }),
      refusals['too-many-cells'](''),
    ],
    [
      'below and too long',
      (sheetId) => ({ ...enter, sheetId, row: 1500, entries: [['x'], [long]] }),
      refusals['cell-too-long'](''),
    ],
    [
      'with a pattern and too long',
      (sheetId) => ({ ...enter, sheetId, entries: [[{ value: long, format: '@' }]] }),
      refusals['cell-too-long'](''),
    ],
    [
      'clearing more than there is',
      (sheetId) => ({ kind: 'clear', sheetId, area: { ...area, rows: 1001 } }),
      refusals['out-of-bounds'](''),
    ],
    [
      'sorting by a column outside',
      (sheetId) => ({ kind: 'sort', sheetId, area, column: 3, isDescending: false }),
      refusals['out-of-bounds'](''),
    ],
    [
      'making a column wider that is not there',
      (sheetId) => ({ kind: 'width', sheetId, column: 4_000_000_000, pixels: 99 }),
      refusals['out-of-bounds'](''),
    ],
    [
      'deleting all rows',
      (sheetId) => ({ kind: 'delete', sheetId, what: 'rows', first: 0, count: 1000 }),
      refusals['last-row-or-column'](''),
    ],
    [
      'inserting millions of rows',
      (sheetId) => ({ kind: 'insert', sheetId, what: 'rows', first: 0, count: most }),
      refusals['too-many-cells'](''),
    ],
    ['giving a sheet no name', (sheetId) => ({ kind: 'rename-sheet', sheetId, name: '' }), refusals['sheet-title']('')],
    ['doing again what nobody took back', () => ({ kind: 'redo' }), refusals['nothing-to-redo']('')],
  ])('%s', async (_what, make, refusal) => {
    const before = await view();
    expect((await edited(make(before.sheetId))).refusal).toBe(refusal);
    const after = await view();
    expect({ ...after, revision: 0 }).toEqual({ ...before, revision: 0 });
    expect(errors).toEqual([]);
  });

  test('but a text of as many characters as a cell holds is taken, as it is', async () => {
    const { sheetId } = await edited({ kind: 'add-sheet' });
    const longest = 'x'.repeat(50_000);
    const entries = [[{ value: longest, format: '@' }]];
    expect((await edited({ kind: 'enter', sheetId: sheetId ?? -1, row: 0, column: 0, entries })).refusal).toBeNull();
    expect((await view(sheetId)).rows[0]?.[0]?.text).toBe(longest);
  });
});

describe('requests at once', () => {
  test('are each carried out whole, one after the other, and everybody hears of the last', async () => {
    const { sheetId } = await edited({ kind: 'add-sheet' });
    const opened = await pageClient(address).open('U0LEI');
    const edits = Array.from({ length: 40 }, (_, row) =>
      edited(
        { kind: 'enter', sheetId: sheetId ?? -1, row, column: 0, entries: [[`${row}`, '=ROW()']] },
        row % 2 === 0 ? 'U0ANNA' : 'U0LEI',
      ),
    );
    const answers = await Promise.all(edits);
    const revisions = answers.map(({ revision }) => revision);
    expect(new Set(revisions).size).toBe(40);
    const { revision, rows } = await view(sheetId);
    expect(revision).toBe(Math.max(...revisions));
    expect(rows.slice(0, 40).map((row) => row[0]?.text)).toEqual(Array.from({ length: 40 }, (_, row) => `${row}`));
    await opened.next('sheet', (event) => event.revision === revision);
    await opened.close();
  });

  test('one of which grades while the other edits: the edit waits and is not lost', async () => {
    const { selection, sheetId } = await edited({ kind: 'sample' });
    if (sheetId === null || selection === null) throw new Error('There is no sample.');
    const menu = (await (await fetch(`${address}/local/sheet/menu?as=U0ANNA`)).json()) as AddonMenu;
    expect(menu.problem).toBeNull();
    const run = async (as: string) => {
      const gradeTable = {
        from: 'sidebar',
        functionName: 'gradeTable',
        arguments: [{}],
        answers: [],
        sheetId,
        selection,
      };
      const answer = await pageClient(address).post(`/local/sheet/run?as=${as}`, JSON.stringify(gradeTable));
      return (await answer.json()) as ScriptEnd;
    };
    const note = { kind: 'enter', sheetId, row: 60, column: 0, entries: [['mine']] } as const;
    const [first, , second] = await Promise.all([run('U0ANNA'), edited(note, 'U0LEI'), run('U0LEI')]);
    const graded = { kind: 'returned', value: expect.objectContaining({ kind: 'graded' }) };
    expect([first.result, second.result]).toEqual([graded, graded]);
    const { rows } = await view(sheetId);
    expect(rows[60]?.[0]?.text).toBe('mine');
    const headings = Object.values(rows[2] ?? {}).map(({ text }) => text);
    expect(headings.filter((text) => text === 'Tier')).toHaveLength(1);
    expect(errors).toEqual([]);
  });

  test('a table as a page pasted it is given in pieces, and rows beyond the last are none', async () => {
    const { sheetId } = await edited({ kind: 'add-sheet' });
    const entries = Array.from({ length: 3000 }, (_, row) => [`Customer ${row}`]);
    await edited({ kind: 'enter', sheetId: sheetId ?? -1, row: 0, column: 0, entries });
    const piece = await view(sheetId, 2990, 4000);
    expect([piece.rowCount, piece.from, piece.rows.length]).toEqual([3000, 2990, 10]);
    expect((await view(sheetId, 5000, 6000)).rows).toEqual([]);
    expect((await view(12_345, 0, 1)).sheetId).toBe((await view()).sheetId);
  });
});

async function view(sheetId: number | null = null, from = 0, to = 100): Promise<SheetView> {
  const query = new URLSearchParams({ as: 'U0ANNA', from: String(from), to: String(to) });
  if (sheetId !== null) query.set('sheet', String(sheetId));
  return (await (await fetch(`${address}/local/sheet/view?${query.toString()}`)).json()) as SheetView;
}

async function edited(edit: SheetEdit, as = 'U0ANNA'): Promise<SheetEdited> {
  const answer = await pageClient(address).post(`/local/sheet/edit?as=${as}`, JSON.stringify(edit));
  return (await answer.json()) as SheetEdited;
}

/** The status of a request with any headers, which `fetch` would not send. */
function ask(method: string, path: string, headers: IncomingHttpHeaders, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: portOf(http), method, path, headers, agent: false }, (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    })
      .on('error', reject)
      .end(body);
  });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
