import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSpreadsheets } from '../../../bot/sheets/open-spreadsheets.ts';
import { saveSignIn } from '../../../bot/sheets/token-file.ts';
import type { SheetChange, Spreadsheets, WriteCells } from '../../../bot/use-cases/spreadsheets.ts';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import { openDatabase, type TestDatabase } from '../../support/databases.ts';
import { googleError, MIA, type ScriptedGoogle, scriptedGoogle } from '../../support/scripted-google.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { virtualClock } from '../../support/virtual-clock.ts';

const ID = '1aZ_b-9QWErtyuiopASDFghjklZXCVbnm0123456789x';
const TAB = { id: 7, title: "Mia's 客户", columnCount: 6 };
const CELLS: WriteCells = { kind: 'write-cells', tabId: 7, row: 1, column: 3, rows: [['A']] };
const NEW_TAB: SheetChange = {
  kind: 'add-tab',
  tabId: 8,
  title: 'Report',
  rows: 10,
  columns: 4,
  isHidden: false,
  index: null,
};

let database: TestDatabase;
let accounts = 0;

beforeAll(async () => {
  database = await openDatabase('pglite');
});
afterAll(() => database.close());

interface World {
  readonly google: ScriptedGoogle;
  readonly sheets: Spreadsheets;
  readonly dataDir: string;
  /** The virtual time that has gone by, in ms. */
  readonly elapsedMs: () => number;
}

async function signedIn({ timeoutMs = 5_000 } = {}): Promise<World> {
  const google = await scriptedGoogle();
  const dataDir = await temporaryFolder('sheets');
  accounts += 1;
  await saveSignIn(dataDir, {
    account: `mia${accounts}@example.com`,
    ...google.accounts.client,
    refreshToken: google.agree(),
    accessToken: null,
    expiresAtMs: null,
  });
  const clock = virtualClock('2026-03-02T08:00:00Z');
  const sheets = await openSpreadsheets({
    google: { sheetsApiUrl: google.url, oauthUrl: google.url, keyFile: null },
    dataDir,
    db: database.db,
    clock,
    random: () => 0.5,
    timeoutMs,
  });
  return { google, sheets, dataDir, elapsedMs: () => clock.now().getTime() - Date.parse('2026-03-02T08:00:00Z') };
}

describe('a spreadsheet is described', () => {
  test('with its tabs, what is protected in them, and the marks of Tierbook', async () => {
    const { google, sheets } = await signedIn();
    google.answer({
      body: {
        spreadsheetId: ID,
        properties: { title: 'Customers', locale: 'zh_CN', timeZone: 'Asia/Shanghai' },
        developerMetadata: [
          { metadataId: 1, metadataKey: 'tierbook.book', metadataValue: 'x', visibility: 'DOCUMENT' },
        ],
        sheets: [
          {
            properties: {
              sheetId: 7,
              title: '客户',
              sheetType: 'GRID',
              gridProperties: { rowCount: 9, columnCount: 4 },
            },
            protectedRanges: [
              {
                range: { sheetId: 7, startRowIndex: 1, endRowIndex: 4, startColumnIndex: 1, endColumnIndex: 3 },
                description: 'Finance',
              },
              { range: { sheetId: 7 }, warningOnly: true },
              {
                range: { sheetId: 7 },
                requestingUserCanEdit: true,
                unprotectedRanges: [{ sheetId: 7, startRowIndex: 2 }],
              },
            ],
            charts: [{ chartId: 5 }],
            developerMetadata: [{ metadataId: 2, metadataKey: 'tierbook.summary', visibility: 'DOCUMENT' }],
            data: [
              {
                columnMetadata: [
                  {},
                  {
                    developerMetadata: [
                      { metadataId: 3, metadataKey: 'tierbook.tier', metadataValue: 't1', visibility: 'DOCUMENT' },
                      { metadataId: 4, metadataKey: 'tierbook.mine', metadataValue: '', visibility: 'PROJECT' },
                      { metadataId: 5, metadataKey: 'other.tier', metadataValue: '', visibility: 'DOCUMENT' },
                    ],
                  },
                ],
              },
            ],
          },
          { properties: { sheetId: 8, title: 'Chart', sheetType: 'OBJECT' } },
        ],
      },
    });
    expect(await sheets.describe(ID)).toEqual({
      spreadsheetId: ID,
      title: 'Customers',
      locale: 'zh_CN',
      timeZone: 'Asia/Shanghai',
      tabs: [
        {
          id: 7,
          title: '客户',
          rowCount: 9,
          columnCount: 4,
          isHidden: false,
          protectedRanges: [
            {
              place: { row: 1, column: 1, rows: 3, columns: 2 },
              a1: 'B2:C4',
              description: 'Finance',
              mayEdit: false,
              open: [],
            },
            {
              place: { row: 0, column: 0, rows: 9, columns: 4 },
              a1: '',
              description: '',
              mayEdit: true,
              open: [{ row: 2, column: 0, rows: 7, columns: 4 }],
            },
          ],
          charts: [5],
        },
      ],
      marks: [
        { id: 1, key: 'tierbook.book', value: 'x', tabId: null, column: null },
        { id: 2, key: 'tierbook.summary', value: '', tabId: 7, column: null },
        { id: 3, key: 'tierbook.tier', value: 't1', tabId: 7, column: 1 },
      ],
    });
    expect(google.requests).toHaveLength(1);
  });
});

describe('cells are read', () => {
  test('as a rectangle of what they hold, with quoted titles, in one request', async () => {
    const { google, sheets } = await signedIn();
    google.answer({
      body: { valueRanges: [{ values: [['Name', 'Revenue'], ['ACME'], [], ['', '', true], ['']] }, {}] },
    });
    const place = { row: 1, column: 1, rows: 2, columns: 1 };
    const read = await sheets.read(
      ID,
      [
        { tab: TAB, place: null },
        { tab: TAB, place },
      ],
      { days: true },
    );
    expect(read).toEqual([
      {
        tabId: 7,
        row: 0,
        column: 0,
        rows: [
          ['Name', 'Revenue', ''],
          ['ACME', '', ''],
          ['', '', ''],
          ['', '', true],
        ],
      },
      { tabId: 7, row: 1, column: 1, rows: [] },
    ]);
    expect(google.requests).toHaveLength(1);
    const [request] = google.requests;
    expect(request?.query.getAll('ranges')).toEqual(["'Mia''s 客户'!A1:F", "'Mia''s 客户'!B2:B3"]);
    expect(request?.query.get('valueRenderOption')).toBe('UNFORMATTED_VALUE');
    expect(request?.query.get('dateTimeRenderOption')).toBe('SERIAL_NUMBER');
  });

  test('with days where they are shown as days, which takes one more request for columns of numbers', async () => {
    const { google, sheets } = await signedIn();
    google.answer(
      {
        body: {
          valueRanges: [
            {
              values: [
                ['Name', 'Since', '', 'Spend'],
                ['ACME', 46_112.75, '', 46_112],
                ['B', -1, '', 'x'],
              ],
            },
          ],
        },
      },
      {
        body: {
          valueRanges: [
            { values: [['Since'], ['3/31/2026'], ['12/29/1899']] },
            { values: [['Spend'], [46_112], ['x']] },
          ],
        },
      },
    );
    const [cells] = await sheets.read(ID, [{ tab: TAB, place: null }], { days: true });
    expect(cells?.rows).toEqual([
      ['Name', 'Since', '', 'Spend'],
      ['ACME', { date: '2026-03-31' }, '', 46_112],
      ['B', { date: '1899-12-29' }, '', 'x'],
    ]);
    expect(google.requests[1]?.query.getAll('ranges')).toEqual(["'Mia''s 客户'!B1:B3", "'Mia''s 客户'!D1:D3"]);
  });

  test('again when the sheet changed between values and days', async () => {
    const { google, sheets } = await signedIn();
    const values = (number: number) => ({ body: { valueRanges: [{ values: [['x'], [number]] }] } });
    google.answer(values(1), values(2), values(2), values(2));
    const [cells] = await sheets.read(ID, [{ tab: TAB, place: null }], { days: true });
    expect(cells?.rows).toEqual([['x'], [2]]);
    expect(google.requests).toHaveLength(4);
  });

  test('or refused when it never stops changing', async () => {
    const { google, sheets } = await signedIn();
    const values = (number: number) => ({ body: { valueRanges: [{ values: [[number]] }] } });
    google.answer(...Array.from({ length: 20 }, (_, at) => values(at)));
    await expect(sheets.read(ID, [{ tab: TAB, place: null }], { days: true })).rejects.toMatchObject({ code: 'busy' });
    expect(google.requests).toHaveLength(8);
  });
});

describe('changes', () => {
  test('are one request, in their order, and nothing that is written is a formula', async () => {
    const { google, sheets } = await signedIn();
    google.answer({ body: { spreadsheetId: ID } });
    const date = '2026-03-31' as CalendarDate;
    await sheets.change(ID, [
      NEW_TAB,
      {
        kind: 'write-cells',
        tabId: 8,
        row: 2,
        column: 1,
        rows: [
          ['=1+1', 12, undefined, ''],
          ['-', 0, undefined, { date, isShownAsDay: true }],
          [{ date, isShownAsDay: false }],
        ],
      },
    ]);
    expect(google.requests).toHaveLength(1);
    const [request] = google.requests;
    expect(request?.path).toBe(`/v4/spreadsheets/${ID}:batchUpdate`);
    const start = (rowIndex: number, columnIndex: number) => ({ sheetId: 8, rowIndex, columnIndex });
    expect(JSON.parse(request?.body ?? '')).toEqual({
      requests: [
        {
          addSheet: {
            properties: {
              sheetId: 8,
              title: 'Report',
              hidden: false,
              gridProperties: { rowCount: 10, columnCount: 4 },
            },
          },
        },
        {
          updateCells: {
            start: start(2, 1),
            rows: [
              { values: [{ userEnteredValue: { stringValue: '=1+1' } }, { userEnteredValue: { numberValue: 12 } }] },
              { values: [{ userEnteredValue: { stringValue: '-' } }, { userEnteredValue: { numberValue: 0 } }] },
            ],
            fields: 'userEnteredValue',
          },
        },
        {
          updateCells: {
            start: start(2, 4),
            rows: [{ values: [{}] }, { values: [{ userEnteredValue: { numberValue: 46_112 } }] }],
            fields: 'userEnteredValue',
          },
        },
        {
          updateCells: {
            start: start(4, 1),
            rows: [{ values: [{ userEnteredValue: { numberValue: 46_112 } }] }],
            fields: 'userEnteredValue',
          },
        },
        {
          repeatCell: {
            range: { sheetId: 8, startRowIndex: 4, endRowIndex: 5, startColumnIndex: 1, endColumnIndex: 2 },
            cell: { userEnteredFormat: { numberFormat: { type: 'DATE' } } },
            fields: 'userEnteredFormat.numberFormat',
          },
        },
      ],
    });
  });

  test('that are none ask nothing', async () => {
    const { google, sheets } = await signedIn();
    await sheets.change(ID, []);
    await sheets.change(ID, [{ ...CELLS, rows: [[undefined]] }]);
    expect(google.requests).toEqual([]);
  });
});

describe('a failure', () => {
  const invalid = (message: string) => googleError(400, 'INVALID_ARGUMENT', message);
  const info = (reason: string) => [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason }];
  const denied = (details?: readonly object[]) =>
    googleError(403, 'PERMISSION_DENIED', 'The caller does not have permission', details);

  test.each([
    ['read', denied(), { code: 'not-shared', parts: { spreadsheetId: ID } }],
    ['write', denied(), { code: 'read-only' }],
    ['read', denied(info('SERVICE_DISABLED')), { code: 'api-off' }],
    ['read', denied(info('ACCESS_TOKEN_SCOPE_INSUFFICIENT')), { code: 'signed-out' }],
    ['read', googleError(404, 'NOT_FOUND', 'Requested entity was not found.'), { code: 'no-such-spreadsheet' }],
    [
      'read',
      googleError(400, 'FAILED_PRECONDITION', 'This operation is not supported for this document'),
      { code: 'not-a-sheet' },
    ],
    [
      'read',
      invalid("Unable to parse range: 'Mia''s 客户'!A1:F"),
      { code: 'no-such-tab', parts: { tab: "Mia's 客户" } },
    ],
    [
      'write',
      invalid('Invalid requests[0].updateCells: No grid with id: 7'),
      { code: 'no-such-tab', parts: { tab: '' } },
    ],
    ['read', invalid("Range ('x'!A9:B) exceeds grid limits. Max rows: 5, max columns: 5"), { code: 'busy' }],
    [
      'write',
      invalid('Invalid requests[0].updateCells: GridCoordinate.rowIndex[5] is after last row in grid[5]'),
      { code: 'busy' },
    ],
    [
      'write',
      invalid(
        'Invalid requests[0].updateCells: Your input contains more than the maximum of 50000 characters in a single cell.',
      ),
      { code: 'too-large' },
    ],
    [
      'write',
      invalid('This action would increase the number of cells in the workbook above the limit of 10000000 cells.'),
      { code: 'too-large' },
    ],
    ['write', { status: 413, body: '<html>too large</html>' }, { code: 'too-large' }],
    [
      'write',
      invalid('A sheet with the name "X" already exists.\nPlease enter another name.'),
      { code: 'refused', parts: { detail: 'A sheet with the name "X" already exists. Please enter another name.' } },
    ],
  ] as const)('of a %s answered by %j is %j', async (kind, answer, expected) => {
    const { google, sheets } = await signedIn();
    google.answer(answer);
    const asked =
      kind === 'read' ? sheets.read(ID, [{ tab: TAB, place: null }], { days: false }) : sheets.change(ID, [CELLS]);
    await expect(asked).rejects.toMatchObject({ name: 'SheetsError', ...expected });
    expect(google.requests).toHaveLength(1);
  });

  test.each(['{"valueRanges":[{"values":[["Acme",1', '', 'null', '<html>away</html>'])(
    'of a read that comes as %j in place of the whole answer is asked again',
    async (body) => {
      const { google, sheets } = await signedIn();
      google.answer({ body }, { body: { valueRanges: [{ values: [['Acme', 'Bolt']] }] } });
      const [read] = await sheets.read(ID, [{ tab: TAB, place: null }], { days: false });
      expect(read?.rows).toEqual([['Acme', 'Bolt']]);
      expect(google.requests).toHaveLength(2);
    },
  );

  test.each(['hang', 'cut'] as const)(
    'of a read whose answer breaks off (%s) after some of it has been read is asked again',
    async (ending) => {
      const { google, sheets } = await signedIn({ timeoutMs: 1500 });
      const values = Array.from({ length: 40_000 }, (_, row) => [
        `C-${row}`,
        `Customer ${row}, who is read in pieces`,
        row,
      ]);
      const whole = JSON.stringify({ valueRanges: [{ values }] });
      google.answer({ part: whole.slice(0, -3), ending }, { body: whole });
      const [read] = await sheets.read(ID, [{ tab: TAB, place: null }], { days: false });
      expect(read?.rows).toEqual(values);
      expect(google.requests).not.toHaveLength(1);
    },
  );

  test('by a protected range names it and its tab', async () => {
    const { google, sheets } = await signedIn();
    const locked = (startRowIndex: number, description: string) => ({
      range: { sheetId: 7, startRowIndex, endRowIndex: startRowIndex + 1, startColumnIndex: 0, endColumnIndex: 6 },
      description,
    });
    google.answer(
      invalid(
        'Invalid requests[0].updateCells: You are trying to edit a protected cell or object. Please contact the owner.',
      ),
      {
        body: {
          spreadsheetId: ID,
          sheets: [
            {
              properties: { sheetId: 7, title: '客户', gridProperties: { rowCount: 9, columnCount: 6 } },
              protectedRanges: [
                { ...locked(1, 'mine'), requestingUserCanEdit: true },
                locked(5, 'far'),
                locked(1, 'Finance'),
              ],
            },
          ],
        },
      },
    );
    await expect(sheets.change(ID, [CELLS])).rejects.toMatchObject({
      code: 'protected',
      parts: { tab: '客户', range: 'A2:F2', description: 'Finance' },
    });
  });

  test('holds neither tokens nor cells, wherever one looks', async () => {
    const { google, sheets, dataDir } = await signedIn();
    google.answer(invalid('No.'));
    const error = await sheets.change(ID, [{ ...CELLS, rows: [['confidential']] }]).catch((thrown: unknown) => thrown);
    const { inspect } = await import('node:util');
    const seen = inspect(error, { depth: 20, showHidden: true });
    const kept = JSON.parse(await readFile(path.join(dataDir, 'google-token.json'), 'utf8')) as Record<string, string>;
    for (const secret of ['confidential', 'ya29.', kept['refreshToken'] ?? '', google.accounts.client.clientSecret]) {
      expect(secret).not.toBe('');
      expect(seen).not.toContain(secret);
    }
  });
});

describe('what Google does not take at once', () => {
  const full = googleError(429, 'RESOURCE_EXHAUSTED', 'Quota exceeded');
  const away = googleError(503, 'UNAVAILABLE', 'The service is currently unavailable.');
  const broken = googleError(500, 'INTERNAL', 'Internal error encountered.');
  const done = { body: { spreadsheetId: ID } };

  test.each([
    ['429', full],
    ['503', away],
  ])('is asked again on %s, a read as well as a change of any kind', async (_, answer) => {
    const { google, sheets, elapsedMs } = await signedIn();
    google.answer(answer, answer, answer, done);
    await sheets.describe(ID);
    // 1.5 + 2.5 + 4.5 seconds
    expect(elapsedMs()).toBe(8_500);
    google.answer(answer, answer, done);
    await sheets.change(ID, [NEW_TAB]);
    expect(google.requests).toHaveLength(7);
    expect(elapsedMs()).toBe(12_500);
  });

  test('is asked again when Google says so, and not before', async () => {
    const { google, sheets, elapsedMs } = await signedIn();
    google.answer({ status: 429, headers: { 'Retry-After': '90' }, body: '' }, done);
    await sheets.describe(ID);
    expect(elapsedMs()).toBe(90_000);
  });

  test('is given up after five minutes, with what it was', async () => {
    const { google, sheets, elapsedMs } = await signedIn();
    google.answer(full);
    await expect(sheets.describe(ID)).rejects.toMatchObject({ code: 'quota' });
    expect(elapsedMs()).toBeGreaterThan(240_000);
    expect(elapsedMs()).toBeLessThanOrEqual(300_000);
    google.answer(away);
    await expect(sheets.change(ID, [NEW_TAB])).rejects.toMatchObject({ code: 'unreachable' });
  });

  test.each([
    ['an answer of 500', broken],
    ['a broken connection', 'cut'],
    ['no answer in time', 'hang'],
  ] as const)(
    'may have been done, after %s: cells are written again, a new tab is not made again',
    async (_, answer) => {
      const { google, sheets } = await signedIn(answer === 'hang' ? { timeoutMs: 1000 } : {});
      google.answer(answer, done);
      await sheets.change(ID, [CELLS]);
      expect(google.requests).toHaveLength(2);
      google.answer(answer, done);
      await expect(sheets.change(ID, [CELLS, NEW_TAB])).rejects.toMatchObject({ code: 'timed-out' });
      expect(google.requests).toHaveLength(3);
      google.answer(answer, done);
      await sheets.describe(ID);
      expect(google.requests).toHaveLength(5);
    },
  );

  test('and has perhaps been done is not called undone', async () => {
    const { google, sheets } = await signedIn();
    google.answer(broken, full);
    await expect(sheets.change(ID, [CELLS])).rejects.toMatchObject({ code: 'timed-out' });
  });

  test('is not sent at all when nobody listens', async () => {
    const { google, sheets } = await signedIn();
    google.faults.plan('token', { status: 503, times: 20 });
    await expect(sheets.change(ID, [NEW_TAB])).rejects.toMatchObject({ code: 'unreachable' });
    expect(google.requests).toEqual([]);
  });
});

describe('every request', () => {
  test('carries a token, which is kept and used again', async () => {
    const { google, sheets, dataDir } = await signedIn();
    google.answer({ body: { spreadsheetId: ID } });
    await sheets.describe(ID);
    await sheets.read(ID, [{ tab: TAB, place: null }], { days: true });
    await sheets.change(ID, [CELLS]);
    expect(google.requests.map(({ authorization }) => authorization?.slice(0, 12))).toEqual(
      Array.from({ length: 3 }, () => 'Bearer ya29.'),
    );
    expect(google.traffic.count('token')).toBe(1);
    await expect
      .poll(async () => JSON.parse(await readFile(path.join(dataDir, 'google-token.json'), 'utf8')))
      .toMatchObject({ accessToken: expect.stringMatching(/^ya29\./) });
  });

  test('gets another token when Google no longer takes the one there is', async () => {
    const { google, sheets } = await signedIn();
    google.answer({ body: { spreadsheetId: ID } });
    await sheets.describe(ID);
    google.advance(3_600_000);
    await sheets.change(ID, [NEW_TAB]);
    expect(google.traffic.count('token')).toBe(2);
    expect(google.requests).toHaveLength(3);
  });

  test('is refused as signed out when the person has taken back their consent', async () => {
    const { google, sheets } = await signedIn();
    google.answer({ body: { spreadsheetId: ID } });
    await sheets.describe(ID);
    google.accounts.revokeAll(MIA);
    await expect(sheets.describe(ID)).rejects.toMatchObject({ code: 'signed-out' });
  });

  test('waits for its turn: 60 of a kind a minute', async () => {
    const { google, sheets, elapsedMs } = await signedIn();
    google.answer({ body: { spreadsheetId: ID } });
    for (let at = 0; at < 60; at += 1) await sheets.change(ID, [CELLS]);
    expect(elapsedMs()).toBe(0);
    await sheets.describe(ID);
    expect(elapsedMs()).toBe(0);
    await sheets.change(ID, [CELLS]);
    expect(elapsedMs()).toBe(61_000);
  });
});
