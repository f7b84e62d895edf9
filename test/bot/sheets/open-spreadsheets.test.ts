import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { GoogleConfig } from '../../../bot/config.ts';
import { SHEETS_SCOPE } from '../../../bot/sheets/open-account.ts';
import { openSpreadsheets } from '../../../bot/sheets/open-spreadsheets.ts';
import { saveSignIn } from '../../../bot/sheets/token-file.ts';
import { newSheetsId, type SheetChange, type Spreadsheets } from '../../../bot/use-cases/spreadsheets.ts';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import { openDatabase, type TestDatabase } from '../../support/databases.ts';
import {
  type LocalGoogle,
  READER,
  SPREADSHEET_ID,
  STRANGER,
  startLocalGoogle,
  WRITER,
} from '../../support/local-google.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { type VirtualClock, virtualClock } from '../../support/virtual-clock.ts';

const ID = SPREADSHEET_ID;
const day = (text: string) => text as CalendarDate;

let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase('pglite');
});
afterAll(() => database.close());

interface World {
  readonly google: LocalGoogle;
  readonly clock: VirtualClock;
  readonly config: GoogleConfig;
  readonly dataDir: string;
}

async function world(): Promise<World> {
  const clock = virtualClock('2026-03-02T08:00:00Z');
  const google = await startLocalGoogle({ now: () => clock.now().getTime() });
  onTestFinished(() => google.close());
  // nobody's requests of another test count
  await database.db.deleteFrom('sheets_quota').execute();
  const url = `${google.api.url}/`;
  const dataDir = await temporaryFolder('sheets');
  return { google, clock, dataDir, config: { sheetsApiUrl: url, oauthUrl: url, keyFile: null } };
}

/** `timeoutMs` is the machine's time: short only for what is to run out, since everything takes long where much else runs. */
async function asPerson(
  { google, clock, config, dataDir }: World,
  { email = WRITER, timeoutMs }: { readonly email?: string; readonly timeoutMs?: number } = {},
): Promise<Spreadsheets> {
  const refreshToken = google.api.accounts.giveRefreshToken({ email, scopes: [SHEETS_SCOPE] });
  const kept = { accessToken: null, expiresAtMs: null };
  await saveSignIn(dataDir, { account: email, ...google.api.accounts.client, refreshToken, ...kept });
  const patience = timeoutMs === undefined ? {} : { timeoutMs };
  return openSpreadsheets({ google: config, dataDir, db: database.db, clock, random: () => 0, ...patience });
}

/** As a person types it into the first tab, from A1 on. */
async function typed(google: LocalGoogle, values: readonly (readonly unknown[])[]): Promise<void> {
  await google.client().spreadsheets.values.update({
    spreadsheetId: ID,
    range: 'Sheet1!A1',
    valueInputOption: 'USER_ENTERED',
    requestBody: { values: values as unknown[][] },
  });
}

const firstTab = async (sheets: Spreadsheets) => {
  const [tab] = (await sheets.describe(ID)).tabs;
  if (tab === undefined) throw new Error('There is no tab.');
  return tab;
};

describe('a sheet is read as it stands', () => {
  test('days and times as days, numbers as numbers, formulas as what they come to', async () => {
    const here = await world();
    const sheets = await asPerson(here);
    await typed(here.google, [
      ['Name', 'Since', 'Spend', 'Share', 'Next'],
      ["'007", '2026-03-31', '46112', '10%', '=B2+1'],
      ['=1/0', '2026-03-31 18:30', '1,234.50', 'TRUE', ''],
    ]);
    const tab = await firstTab(sheets);
    const [cells] = await sheets.read(ID, [{ tab, place: null }], { days: true });
    expect(cells).toMatchObject({ tabId: tab.id, row: 0, column: 0 });
    expect(cells?.rows[0]).toEqual(['Name', 'Since', 'Spend', 'Share', 'Next']);
    expect(cells?.rows[1]?.slice(0, 4)).toEqual(['007', { date: '2026-03-31' }, 46_112, 0.1]);
    expect(cells?.rows[2]).toEqual(['#DIV/0!', { date: '2026-03-31' }, 1234.5, true, '']);
    const [plain] = await sheets.read(ID, [{ tab, place: { row: 1, column: 1, rows: 2, columns: 1 } }], {
      days: false,
    });
    expect(plain).toMatchObject({ row: 1, column: 1, rows: [[46_112], [46_112 + 18.5 / 24]] });
  });
});

describe('what is written', () => {
  test('stays the text that it is, and days are days', async () => {
    const here = await world();
    const sheets = await asPerson(here);
    const tab = await firstTab(sheets);
    const text = ['=1+1', '+49 30 1', '-', '@x', '1-2', '007', "'quoted", 'TRUE', '2026-03-31', '10%'];
    await sheets.change(ID, [
      { kind: 'write-cells', tabId: tab.id, row: 0, column: 0, rows: [text] },
      {
        kind: 'write-cells',
        tabId: tab.id,
        row: 1,
        column: 0,
        rows: [[{ date: day('2026-03-31'), isShownAsDay: false }, 12.5, false]],
      },
    ]);
    const [cells] = await sheets.read(ID, [{ tab, place: null }], { days: true });
    expect(cells?.rows).toEqual([text, [{ date: '2026-03-31' }, 12.5, false, ...Array(7).fill('')]]);
    await sheets.change(ID, [
      {
        kind: 'write-cells',
        tabId: tab.id,
        row: 1,
        column: 0,
        rows: [[{ date: day('2026-04-01'), isShownAsDay: true }, '']],
      },
    ]);
    const [changed] = await sheets.read(ID, [{ tab, place: null }], { days: true });
    expect(changed?.rows[1]?.slice(0, 3)).toEqual([{ date: '2026-04-01' }, '', false]);
  });

  test('leaves what stands between alone, formulas too', async () => {
    const here = await world();
    const sheets = await asPerson(here);
    await typed(here.google, [['a', '=1+1', 'c']]);
    const tab = await firstTab(sheets);
    await sheets.change(ID, [{ kind: 'write-cells', tabId: tab.id, row: 0, column: 0, rows: [['A', undefined, 'C']] }]);
    const { data } = await here.google.client().spreadsheets.values.get({
      spreadsheetId: ID,
      range: 'Sheet1!A1:C1',
      valueRenderOption: 'FORMULA',
    });
    expect(data.values).toEqual([['A', '=1+1', 'C']]);
  });

  test('may be a whole new tab with columns, looks and a chart, all at once', async () => {
    const here = await world();
    const sheets = await asPerson(here);
    const before = await sheets.describe(ID);
    const tabId = newSheetsId(new Set(before.tabs.map(({ id }) => id)), () => 0.3);
    const place = (column: number) => ({ row: 0, column, rows: 3, columns: 1 });
    await sheets.change(ID, [
      { kind: 'add-tab', tabId, title: 'Report', rows: 20, columns: 4, isHidden: false, index: 0 },
      {
        kind: 'write-cells',
        tabId,
        row: 0,
        column: 0,
        rows: [
          ['Tier', 'Share'],
          ['A', 0.2],
          ['B', 0.8],
        ],
      },
      { kind: 'format', tabId, place: { row: 0, column: 0, rows: 1, columns: 2 }, isBold: true, background: '#ddeeff' },
      {
        kind: 'format',
        tabId,
        place: { row: 1, column: 1, rows: 2, columns: 1 },
        numberFormat: { type: 'PERCENT', pattern: '0%' },
        textColour: '#112233',
        wraps: true,
      },
      { kind: 'column-width', tabId, column: 0, count: 1, pixels: 180 },
      { kind: 'freeze', tabId, rows: 1 },
      {
        kind: 'add-chart',
        chartId: 77,
        title: 'Tiers',
        shape: 'bars',
        labels: { tabId, place: place(0) },
        series: [{ tabId, place: place(1), colour: '#336699' }],
        at: { tabId, row: 5, column: 0 },
        width: 500,
        height: 300,
      },
      { kind: 'add-rows', tabId, count: 5 },
      { kind: 'add-columns', tabId, count: 1 },
    ]);
    const after = await sheets.describe(ID);
    expect(after.tabs[0]).toMatchObject({ id: tabId, title: 'Report', rowCount: 25, columnCount: 5, charts: [77] });
    const sheet = here.google.workbook.sheet(tabId);
    expect(sheet.frozenRows).toBe(1);
    expect(sheet.columnWidths[0]).toBe(180);
    const { data } = await here.google.client().spreadsheets.values.get({ spreadsheetId: ID, range: 'Report!A1:B3' });
    expect(data.values).toEqual([
      ['Tier', 'Share'],
      ['A', '20%'],
      ['B', '80%'],
    ]);
    await sheets.change(ID, [
      { kind: 'delete-chart', chartId: 77 },
      { kind: 'delete-tab', tabId },
    ]);
    expect((await sheets.describe(ID)).tabs).toEqual(before.tabs);
  });

  test('marks columns, which are found again wherever they are moved', async () => {
    const here = await world();
    const sheets = await asPerson(here);
    await typed(here.google, [['a', 'b', 'c']]);
    const tab = await firstTab(sheets);
    await sheets.change(ID, [
      { kind: 'insert-columns', tabId: tab.id, column: 1, count: 2 },
      { kind: 'mark', id: 501, key: 'tierbook.tier', value: 't1', tabId: tab.id, column: 1 },
      { kind: 'mark', id: 502, key: 'tierbook.score', value: 't1', tabId: tab.id, column: 2 },
      { kind: 'mark', id: 503, key: 'tierbook.summary', value: 'x', tabId: tab.id, column: null },
    ]);
    await sheets.change(ID, [{ kind: 'insert-columns', tabId: tab.id, column: 0, count: 1 }]);
    await sheets.change(ID, [
      { kind: 'change-mark', id: 501, value: 't2' },
      { kind: 'unmark', id: 503 },
    ]);
    const { marks } = await sheets.describe(ID);
    expect(marks).toEqual([
      { id: 501, key: 'tierbook.tier', value: 't2', tabId: tab.id, column: 2 },
      { id: 502, key: 'tierbook.score', value: 't1', tabId: tab.id, column: 3 },
    ]);
    await sheets.change(ID, [{ kind: 'delete-columns', tabId: tab.id, column: 2, count: 1 }]);
    expect((await sheets.describe(ID)).marks).toMatchObject([{ id: 502, column: 2 }]);
    const [cells] = await sheets.read(ID, [{ tab, place: null }], { days: true });
    expect(cells?.rows).toEqual([['', 'a', '', 'b', 'c']]);
  });

  test('is all or nothing', async () => {
    const here = await world();
    const sheets = await asPerson(here);
    const tab = await firstTab(sheets);
    const cells: SheetChange = { kind: 'write-cells', tabId: tab.id, row: 0, column: 0, rows: [['A']] };
    await expect(sheets.change(ID, [cells, { ...cells, tabId: 4711 }])).rejects.toMatchObject({ code: 'no-such-tab' });
    expect((await sheets.read(ID, [{ tab, place: null }], { days: true }))[0]?.rows).toEqual([]);
  });
});

describe('who may not', () => {
  test('is told what is missing', async () => {
    const here = await world();
    const stranger = await asPerson(here, { email: STRANGER });
    await expect(stranger.describe(ID)).rejects.toMatchObject({ code: 'not-shared', parts: { account: STRANGER } });
    const reader = await asPerson(here, { email: READER });
    const tab = await firstTab(reader);
    const cells: SheetChange = { kind: 'write-cells', tabId: tab.id, row: 0, column: 0, rows: [['A']] };
    await expect(reader.change(ID, [cells])).rejects.toMatchObject({ code: 'read-only' });
    await expect(reader.describe(`${ID}2`)).rejects.toMatchObject({ code: 'no-such-spreadsheet' });
  });

  test('is told which range is protected', async () => {
    const here = await world();
    const sheets = await asPerson(here);
    const tab = await firstTab(sheets);
    here.google.workbook.sheet(tab.id).protections.push({
      id: 9,
      sheetId: tab.id,
      range: { startRow: 1, endRow: 3, startColumn: 1, endColumn: 3 },
      unprotected: [],
      description: 'Finance only',
      editors: [],
      isWarningOnly: false,
    });
    const cells: SheetChange = { kind: 'write-cells', tabId: tab.id, row: 2, column: 0, rows: [['A', 'B']] };
    await expect(sheets.change(ID, [cells])).rejects.toMatchObject({
      code: 'protected',
      parts: { tab: tab.title, range: 'B2:C3', description: 'Finance only' },
    });
    await sheets.change(ID, [{ ...cells, rows: [['A']] }]);
  });

  test('is told that a tab has been renamed or deleted', async () => {
    const here = await world();
    const sheets = await asPerson(here);
    const tab = { ...(await firstTab(sheets)), title: 'Old name' };
    const asked = sheets.read(ID, [{ tab, place: null }], { days: true });
    await expect(asked).rejects.toMatchObject({ code: 'no-such-tab', parts: { tab: 'Old name' } });
  });
});

describe('when the answer is lost though it was done', () => {
  test('cells are written once more, and a tab is there once', async () => {
    const here = await world();
    const sheets = await asPerson(here);
    const tab = await firstTab(sheets);
    const { faults, traffic } = here.google.api;
    faults.plan('spreadsheets.batchUpdate', { cut: true, applied: true });
    await sheets.change(ID, [{ kind: 'write-cells', tabId: tab.id, row: 0, column: 0, rows: [['A']] }]);
    expect(traffic.count('spreadsheets.batchUpdate')).toBe(2);
    faults.plan('spreadsheets.batchUpdate', { hang: true, applied: true });
    const add: SheetChange = {
      kind: 'add-tab',
      tabId: 88,
      title: 'Report',
      rows: 5,
      columns: 5,
      isHidden: true,
      index: null,
    };
    const hurried = await asPerson(here, { timeoutMs: 400 });
    await expect(hurried.change(ID, [add])).rejects.toMatchObject({ code: 'timed-out' });
    expect(traffic.count('spreadsheets.batchUpdate')).toBe(3);
    expect((await sheets.describe(ID)).tabs).toMatchObject([{ id: tab.id }, { id: 88, isHidden: true }]);
  });
});

describe('the quota', () => {
  test('is kept across those who share an account, so that Google never has to refuse', async () => {
    const here = await world();
    const [one, other] = [await asPerson(here), await asPerson(here)];
    const tab = await firstTab(one);
    const cells: SheetChange = { kind: 'write-cells', tabId: tab.id, row: 0, column: 0, rows: [['A']] };
    for (let turn = 0; turn < 70; turn += 1) {
      await one.change(ID, [cells]);
      await other.change(ID, [cells]);
    }
    expect(here.google.api.traffic.entries.filter(({ status }) => status === 429)).toEqual([]);
    expect(here.google.api.traffic.count('spreadsheets.batchUpdate')).toBe(140);
    expect(here.clock.now().getTime() - Date.parse('2026-03-02T08:00:00Z')).toBe(122_000);
  });
});

describe('a service account', () => {
  const asService = async (here: World, content: unknown) => {
    // it signs by the machine's clock
    here.clock.set(new Date().toISOString());
    const keyFile = path.join(here.dataDir, 'key.json');
    await writeFile(keyFile, JSON.stringify(content));
    const google = { ...here.config, keyFile };
    return openSpreadsheets({ google, dataDir: here.dataDir, db: database.db, clock: here.clock, random: () => 0 });
  };

  test('acts by its key file alone, with a token on every request', async () => {
    const here = await world();
    const key = await here.google.api.services.createKey(WRITER);
    const sheets = await asService(here, key);
    expect(sheets.account).toBe(WRITER);
    expect((await sheets.describe(ID)).title).toBe('Book');
    await sheets.describe(ID);
    expect(here.google.api.traffic.count('token')).toBe(1);
  });

  test('whose key Google does not know is signed out', async () => {
    const here = await world();
    const other = await startLocalGoogle();
    onTestFinished(() => other.close());
    const sheets = await asService(here, await other.api.services.createKey(WRITER));
    await expect(sheets.describe(ID)).rejects.toMatchObject({ code: 'signed-out' });
  });

  test.each([
    ['another kind of file', { type: 'authorized_user', client_id: 'x' }],
    ['a key that is none', { type: 'service_account', client_email: WRITER, private_key: 'secret words' }],
  ])('wants its key file, not %s', async (_, content) => {
    const opened = asService(await world(), content);
    await expect(opened).rejects.toMatchObject({ name: 'ConfigError', variable: 'GOOGLE_APPLICATION_CREDENTIALS' });
    await expect(opened).rejects.not.toThrow('secret words');
  });
});

test('nobody who is not signed in gets as far as Google', async () => {
  const here = await world();
  const opened = openSpreadsheets({ google: here.config, dataDir: here.dataDir, db: database.db });
  await expect(opened).rejects.toMatchObject({ name: 'SheetsError', code: 'signed-out' });
  expect(here.google.api.traffic.count()).toBe(0);
});
