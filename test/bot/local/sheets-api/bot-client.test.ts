import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SHEETS_SCOPE } from '../../../../bot/local/sheets-api/accounts/google-accounts.ts';
import { openSpreadsheets } from '../../../../bot/sheets/open-spreadsheets.ts';
import { saveSignIn } from '../../../../bot/sheets/token-file.ts';
import type { SheetChange, Spreadsheets } from '../../../../bot/use-cases/spreadsheets.ts';
import type { CalendarDate } from '../../../../core/calendar-date.ts';
import { openDatabase, type TestDatabase } from '../../../support/databases.ts';
import {
  type LocalGoogle,
  READER,
  SPREADSHEET_ID,
  STRANGER,
  startLocalGoogle,
  WRITER,
} from '../../../support/local-google.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { virtualClock } from '../../../support/virtual-clock.ts';

let database: TestDatabase;
let google: LocalGoogle;

beforeAll(async () => {
  database = await openDatabase('pglite');
});
afterAll(() => database.close());
beforeEach(async () => {
  google = await startLocalGoogle();
});
afterEach(async () => {
  await google.close();
});

/** The bot's own client, signed in as an account; its time is virtual, and moves the server's along. */
async function signIn(account = WRITER): Promise<Spreadsheets> {
  const { accounts } = google.api;
  const dataDir = await temporaryFolder('sheets');
  await saveSignIn(dataDir, {
    account,
    ...accounts.client,
    refreshToken: accounts.giveRefreshToken({ email: account, scopes: [SHEETS_SCOPE] }),
    accessToken: null,
    expiresAtMs: null,
  });
  const clock = virtualClock('2026-03-02T08:00:00Z');
  return openSpreadsheets({
    google: { sheetsApiUrl: `${google.api.url}/`, oauthUrl: `${google.api.url}/`, keyFile: null },
    dataDir,
    db: database.db,
    clock: {
      now: () => clock.now(),
      async wait(ms, signal) {
        await clock.wait(ms, signal);
        google.advance(ms);
      },
    },
    random: () => 0.5,
    timeoutMs: 500,
  });
}

const TAB = 77;
const ADD: SheetChange = {
  kind: 'add-tab',
  tabId: TAB,
  title: '客户',
  rows: 20,
  columns: 4,
  isHidden: false,
  index: 0,
};

describe('the bot at the local Sheets API', () => {
  test('every kind of change is taken, and read back as it was meant', async () => {
    const sheets = await signIn();
    await sheets.change(SPREADSHEET_ID, [
      ADD,
      {
        kind: 'write-cells',
        tabId: TAB,
        row: 0,
        column: 0,
        rows: [
          ['Customer', 'Sales', 'Since', 'Key'],
          ['=Acme', 12.5, { date: '2024-02-29' as CalendarDate, isShownAsDay: false }, true],
          ['007', undefined, '', '1-2'],
        ],
      },
      { kind: 'add-rows', tabId: TAB, count: 5 },
      { kind: 'add-columns', tabId: TAB, count: 1 },
      { kind: 'insert-columns', tabId: TAB, column: 1, count: 2 },
      { kind: 'delete-columns', tabId: TAB, column: 2, count: 1 },
      { kind: 'mark', id: 5, key: 'tierbook.tier', value: '1', tabId: TAB, column: 1 },
      { kind: 'mark', id: 6, key: 'tierbook.sheet', value: '2', tabId: TAB, column: null },
      { kind: 'mark', id: 8, key: 'tierbook.gone', value: '', tabId: TAB, column: 3 },
      { kind: 'change-mark', id: 5, value: '9' },
      { kind: 'unmark', id: 8 },
      {
        kind: 'format',
        tabId: TAB,
        place: { row: 0, column: 0, rows: 1, columns: 5 },
        isBold: true,
        numberFormat: null,
        background: '#ff8000',
        textColour: '#000000',
        wraps: true,
      },
      { kind: 'column-width', tabId: TAB, column: 0, count: 1, pixels: 240 },
      { kind: 'freeze', tabId: TAB, rows: 1 },
      {
        kind: 'add-chart',
        chartId: 4,
        title: 'Sales',
        shape: 'stacked-columns',
        labels: { tabId: TAB, place: { row: 0, column: 0, rows: 3, columns: 1 } },
        series: [{ tabId: TAB, place: { row: 0, column: 2, rows: 3, columns: 1 }, colour: '#112233' }],
        at: { tabId: TAB, row: 6, column: 0 },
        width: 300,
        height: 200,
      },
      { kind: 'delete-chart', chartId: 4 },
      { kind: 'delete-tab', tabId: 0 },
    ]);
    const described = await sheets.describe(SPREADSHEET_ID);
    expect(described).toMatchObject({
      title: 'Book',
      timeZone: 'Europe/Berlin',
      tabs: [
        { id: TAB, title: '客户', rowCount: 25, columnCount: 6, isHidden: false, protectedRanges: [], charts: [] },
      ],
      marks: [
        { id: 6, key: 'tierbook.sheet', value: '2', tabId: TAB, column: null },
        { id: 5, key: 'tierbook.tier', value: '9', tabId: TAB, column: 1 },
      ],
    });
    const tab = described.tabs[0] ?? { id: 0, title: '', columnCount: 0 };
    const [cells] = await sheets.read(SPREADSHEET_ID, [{ tab, place: null }], { days: true });
    expect(cells?.rows).toEqual([
      ['Customer', '', 'Sales', 'Since', 'Key'],
      ['=Acme', '', 12.5, { date: '2024-02-29' }, true],
      ['007', '', '', '', '1-2'],
    ]);
    expect(google.workbook.sheet(TAB).grid.get('formats', 0, 2)).toEqual({
      background: '#ff8000',
      fontColor: '#000000',
      fontWeight: 'bold',
      wrap: 'wrap',
    });
    expect(google.workbook.sheet(TAB)).toMatchObject({ frozenRows: 1, columnWidths: [240] });
  });

  test('what Google refuses has its code', async () => {
    const sheets = await signIn();
    const tab = { id: 9, title: 'Nowhere', columnCount: 3 };
    await expect(sheets.read(SPREADSHEET_ID, [{ tab, place: null }], { days: false })).rejects.toMatchObject({
      code: 'no-such-tab',
      parts: { tab: 'Nowhere' },
    });
    await expect(sheets.describe('1Nothing')).rejects.toMatchObject({ code: 'no-such-spreadsheet' });
    const write: SheetChange = { kind: 'write-cells', tabId: 0, row: 1, column: 1, rows: [['x']] };
    google.workbook.sheet(0).protections = [
      {
        id: 1,
        sheetId: 0,
        range: { startRow: 0, endRow: 3, startColumn: 0, endColumn: 3 },
        unprotected: [],
        description: 'Prices',
        editors: [],
        isWarningOnly: false,
      },
    ];
    await expect(sheets.change(SPREADSHEET_ID, [write])).rejects.toMatchObject({
      code: 'protected',
      parts: { tab: 'Sheet1', range: 'A1:C3', description: 'Prices' },
    });
    await expect((await signIn(STRANGER)).describe(SPREADSHEET_ID)).rejects.toMatchObject({ code: 'not-shared' });
    await expect((await signIn(READER)).change(SPREADSHEET_ID, [write])).rejects.toMatchObject({ code: 'read-only' });
    google.api.accounts.revokeAll(WRITER);
    await expect(sheets.describe(SPREADSHEET_ID)).rejects.toMatchObject({ code: 'signed-out' });
  });

  test('a hundred changes wait for their turn, and none meets the quota', async () => {
    const sheets = await signIn();
    for (let row = 0; row < 100; row += 1)
      await sheets.change(SPREADSHEET_ID, [{ kind: 'write-cells', tabId: 0, row, column: 0, rows: [[row]] }]);
    expect(google.api.traffic.count('spreadsheets.batchUpdate')).toBe(100);
    expect(google.api.traffic.entries.filter(({ status }) => status === 429)).toEqual([]);
  });

  test('a write that took effect and was not answered is made once', async () => {
    const sheets = await signIn();
    google.api.faults.plan('spreadsheets.batchUpdate', { hang: true, applied: true });
    await expect(sheets.change(SPREADSHEET_ID, [ADD])).rejects.toMatchObject({ code: 'timed-out' });
    expect(google.workbook.findSheet(TAB)?.title).toBe('客户');
    google.api.faults.plan('spreadsheets.batchUpdate', { cut: true, applied: true });
    await sheets.change(SPREADSHEET_ID, [{ kind: 'write-cells', tabId: TAB, row: 0, column: 0, rows: [['x']] }]);
    expect(google.api.traffic.count('spreadsheets.batchUpdate')).toBe(3);
  });
});
