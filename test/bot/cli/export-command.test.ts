import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SHEETS_SCOPE } from '../../../bot/local/sheets-api/accounts/google-accounts.ts';
import { saveSignIn } from '../../../bot/sheets/token-file.ts';
import { cli, type KeptOpen, keepOpen } from '../../support/cli.ts';
import {
  type LocalGoogle,
  READER,
  SPREADSHEET_ID,
  STRANGER,
  startLocalGoogle,
  WRITER,
} from '../../support/local-google.ts';

let dataDir: string;
let google: LocalGoogle;
let kept: KeptOpen;

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'tierbook-export-'));
  google = await startLocalGoogle();
  kept = await keepOpen(dataDir);
  const table = path.join(dataDir, 'customers.csv');
  await writeFile(table, 'Customer ID,Customer,Sales\nC1,Acme Ltd,1000\nC2,Bolt AG,2000\n');
  expect(await tierbook('import', table)).toMatchObject({ exitCode: 0 });
});

afterEach(async () => {
  await kept.close();
  await google.close();
  await rm(dataDir, { recursive: true });
});

async function signIn(email: string) {
  const { accounts } = google.api;
  const refreshToken = accounts.giveRefreshToken({ email, scopes: [SHEETS_SCOPE] });
  const signedIn = { account: email, ...accounts.client, refreshToken, accessToken: null, expiresAtMs: null };
  await saveSignIn(dataDir, signedIn);
}

function tierbook(...argv: string[]) {
  const env = {
    TIERBOOK_DATA_DIR: dataDir,
    GOOGLE_SHEETS_API_URL: google.api.url,
    GOOGLE_OAUTH_URL: google.api.url,
  };
  return cli([...argv, '--lang', 'en'], { env });
}

const ADDRESS = `https://docs.google.com/spreadsheets/d/${SPREADSHEET_ID}/edit`;

test('the book is written into a new tab of a spreadsheet, and where is said', async () => {
  await signIn(WRITER);
  const exported = await tierbook('export', ADDRESS, '--tab', 'Board');
  const tab = google.workbook.sheets.find(({ title }) => title === 'Board');
  expect(exported).toMatchObject({
    exitCode: 0,
    stderr: '',
    stdout:
      'Wrote the digest and 2 customers into the new tab “Board” of “Book”.\n' +
      `https://docs.google.com/spreadsheets/d/${SPREADSHEET_ID}/edit#gid=${tab?.id}\n`,
  });
  expect(await tierbook('export', ADDRESS, '--tab', 'Board')).toMatchObject({
    exitCode: 2,
    stdout: '',
    stderr:
      'The spreadsheet has a tab “Board” already, and nothing was written. Choose another name, or leave out --tab.\n',
  });
}, 30_000);

test('without an address and a connected sheet it asks where to', async () => {
  await signIn(WRITER);
  expect(await tierbook('export')).toMatchObject({
    exitCode: 2,
    stderr: expect.stringMatching(/^No Google sheet is connected, so say where to: export ADDRESS/) as string,
  });
}, 30_000);

test('who may not write is told so in a sentence, and nothing is written', async () => {
  await signIn(READER);
  expect(await tierbook('export', ADDRESS)).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining(`${READER} may only read this spreadsheet.`) as string,
  });
  await signIn(STRANGER);
  expect(await tierbook('export', ADDRESS)).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining(`is not shared with ${STRANGER}`) as string,
  });
  expect(google.workbook.sheets).toHaveLength(1);
}, 30_000);

test('a tab that was exported is not taken for a table of customers', async () => {
  await signIn(WRITER);
  await tierbook('export', ADDRESS, '--tab', 'Board');
  expect(await tierbook('sheets', 'connect', ADDRESS, '--tab', 'Board')).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('was made by Tierbook') as string,
  });
}, 30_000);
