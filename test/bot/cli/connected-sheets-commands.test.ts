import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SHEETS_SCOPE } from '../../../bot/local/sheets-api/accounts/google-accounts.ts';
import { enterValues } from '../../../bot/local/workbook/write-cells.ts';
import { saveSignIn } from '../../../bot/sheets/token-file.ts';
import { cli, type KeptOpen, keepOpen } from '../../support/cli.ts';
import { type LocalGoogle, SPREADSHEET_ID, STRANGER, startLocalGoogle, WRITER } from '../../support/local-google.ts';

let dataDir: string;
let google: LocalGoogle;
let kept: KeptOpen;

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'tierbook-sheets-'));
  google = await startLocalGoogle();
  kept = await keepOpen(dataDir);
  type([
    ['Customer ID', 'Customer', 'Sales', 'Last contact'],
    ['C1', 'Acme Ltd', '1000', '2026-02-01'],
    ['C2', 'Bolt AG', '2000', ''],
  ]);
});

afterEach(async () => {
  await kept.close();
  await google.close();
  await rm(dataDir, { recursive: true });
});

async function signIn(email: string) {
  const { accounts } = google.api;
  const refreshToken = accounts.giveRefreshToken({ email, scopes: [SHEETS_SCOPE] });
  await saveSignIn(dataDir, {
    account: email,
    ...accounts.client,
    refreshToken,
    accessToken: null,
    expiresAtMs: null,
  });
}

function type(rows: string[][], row = 0) {
  const [first] = google.workbook.sheets;
  if (first === undefined) throw new Error('The workbook has no sheet.');
  const width = Math.max(...rows.map(({ length }) => length));
  const range = { sheetId: first.id, startRow: row, endRow: row + rows.length, startColumn: 0, endColumn: width };
  enterValues(google.workbook, range, rows);
}

function sheets(...argv: string[]) {
  const env = {
    TIERBOOK_DATA_DIR: dataDir,
    GOOGLE_SHEETS_API_URL: google.api.url,
    GOOGLE_OAUTH_URL: google.api.url,
  };
  return cli(['sheets', ...argv, '--lang', 'en'], { env });
}

const ADDRESS = `https://docs.google.com/spreadsheets/d/${SPREADSHEET_ID}/edit`;

test('a sheet is connected, pulled, listed and disconnected', async () => {
  await signIn(WRITER);
  expect(await sheets('list')).toMatchObject({
    exitCode: 0,
    stdout: 'No Google sheet is connected. Connect one with: sheets connect ADDRESS\n',
  });

  const tried = await sheets('connect', ADDRESS, '--dry-run');
  expect(tried.stdout).toBe(
    'Nothing written yet. The sheet would bring: 2 new, 0 changed, 0 unchanged, 0 not read.\n' +
      'Nothing is connected yet. This would connect “Book – Sheet1”.\n',
  );
  expect(tried.stderr).toContain('D  Last contact → Last contact');

  const connected = await sheets('connect', ADDRESS);
  expect(connected.stdout).toBe(
    'Read the sheet: 2 new, 0 changed, 0 unchanged, 0 not read.\n' +
      'Connected “Book – Sheet1”. From now on Tierbook reads it every few minutes.\n',
  );
  expect((await sheets('pull')).stdout).toBe('Nothing has changed in “Book – Sheet1” since it was last read.\n');

  type([['C1', 'Acme Ltd', 'a lot', '2026-02-01']], 1);
  const pulled = await sheets('pull', 'Sheet1', '--strict');
  expect(pulled).toMatchObject({
    exitCode: 1,
    stdout: 'Read the sheet: 0 new, 1 changed, 1 unchanged, 0 not read.\n',
    stderr: 'Row 2, column C (“Sales”): “a lot” cannot be read as an amount. Correct the cell or empty it.\n',
  });

  const listed = await sheets('list');
  expect(listed.stdout).toMatch(
    /^Book – Sheet1 {2}https:\/\/docs\.google\.com\/spreadsheets\/d\/1LocalSpreadsheet\/edit#gid=0\n {2}read \d{4}-\d\d-\d\d \d\d:\d\d, customers: 2\n$/,
  );
  expect((await sheets('disconnect', ADDRESS)).stdout).toMatch(/^Disconnected “Book – Sheet1”/);
  expect(await sheets('disconnect', ADDRESS)).toMatchObject({
    exitCode: 2,
    stderr: 'This sheet is not connected, or no longer. Choose one that is.\n',
  });
}, 30_000);

test('what keeps a sheet from being connected is said in a sentence', async () => {
  await signIn(STRANGER);
  expect(await sheets('connect', ADDRESS)).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining(`is not shared with ${STRANGER}`) as string,
  });
  expect(await sheets('connect', 'Customers')).toMatchObject({
    exitCode: 2,
    stderr: expect.stringMatching(/^This is no address of a Google spreadsheet\..*\n$/) as string,
  });
}, 30_000);

test('a tab that is not there is named together with those that are', async () => {
  await signIn(WRITER);
  expect(await sheets('connect', ADDRESS, '--tab', 'Kunden')).toMatchObject({
    exitCode: 2,
    stderr: 'The spreadsheet has no such tab. It has “Sheet1”.\n',
  });
}, 30_000);

test('pushing writes Tierbook’s columns, then says that they are up to date, then which typed tier it replaced', async () => {
  await signIn(WRITER);
  await sheets('connect', ADDRESS);
  const pushed = await sheets('push');
  expect(pushed).toMatchObject({ exitCode: 0, stderr: '' });
  expect(pushed.stdout).toMatch(/^Wrote \d+ cells of “Book – Sheet1”, which has 2 customers of Tierbook\.\n$/);
  const again = await sheets('push', 'Sheet1', '--strict');
  expect(again).toMatchObject({
    exitCode: 0,
    stdout: 'Tierbook’s columns in “Book – Sheet1” are up to date (2 customers).\n',
  });
  const [first] = google.workbook.sheets;
  const range = { sheetId: first?.id ?? 0, startRow: 2, endRow: 3, startColumn: 4, endColumn: 5 };
  enterValues(google.workbook, range, [['Platinum']]);
  const replaced = await sheets('push', '--strict');
  expect(replaced.exitCode).toBe(1);
  expect(replaced.stderr).toContain('Row 3, Bolt AG: the tier “Platinum” was typed there, and Tierbook');
});

test('an import that was undone does not come back with the sheet, unless it is asked for', async () => {
  await signIn(WRITER);
  const connected = await sheets('connect', ADDRESS);
  const undo = /import (--undo \S+)/.exec(connected.stderr)?.[1]?.split(' ') ?? [];
  const undone = await cli(['import', ...undo, '--lang', 'en'], { env: { TIERBOOK_DATA_DIR: dataDir } });
  expect(undone.stdout).toBe(
    'The import is undone: 2 added customers removed, 0 put back as before.\n' +
      'The Google sheet still has 2 of them: they stay away until you connect it again.\n',
  );
  const pulled = await sheets('pull', '--strict');
  expect(pulled).toMatchObject({
    exitCode: 1,
    stdout: 'Read the sheet: 0 new, 0 changed, 0 unchanged, 2 not read.\n',
  });
  expect(pulled.stderr).toContain('Row 2, Acme Ltd: removed from Tierbook on ');
  expect(await sheets('pull', '--again', '--strict')).toMatchObject({
    exitCode: 0,
    stdout: 'Read the sheet: 2 new, 0 changed, 0 unchanged, 0 not read.\n',
    stderr: '',
  });
}, 30_000);
