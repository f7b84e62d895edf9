import { createSign } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sheets } from 'googleapis/build/src/apis/sheets/index.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LOCAL_USERS, type LocalUser } from '../../../../bot/local/local-members.ts';
import { createSheetAccess, type SheetAccess } from '../../../../bot/local/sheet/sheet-access.ts';
import { SHEETS_SCOPE } from '../../../../bot/local/sheets-api/accounts/google-accounts.ts';
import { besidePage } from '../../../../bot/local/sheets-api/beside-page.ts';
import { localGoogleConfig } from '../../../../bot/local/sheets-api/local-google-config.ts';
import {
  LOCAL_GOOGLE_ACCOUNT,
  startWorkspaceGoogle,
  type WorkspaceGoogle,
} from '../../../../bot/local/sheets-api/workspace-google.ts';
import { openSpreadsheets } from '../../../../bot/sheets/open-spreadsheets.ts';
import { LOCAL_SPREADSHEET_ID } from '../../../../bot/use-cases/local-spreadsheet-id.ts';
import { readSpreadsheetAddress } from '../../../../bot/use-cases/spreadsheet-address.ts';
import { openDatabase } from '../../../support/databases.ts';

let folder: string;
let sheet: SheetAccess;
let google: WorkspaceGoogle;
let errors: unknown[];
const [anna, lei] = LOCAL_USERS as readonly [LocalUser, LocalUser];

beforeEach(async () => {
  errors = [];
  folder = await mkdtemp(path.join(tmpdir(), 'tierbook-google-'));
  await start();
});

afterEach(async () => {
  await google.close();
  await sheet.close();
  await rm(folder, { recursive: true });
  expect(errors).toEqual([]);
});

async function start() {
  const onError = (error: unknown) => errors.push(error);
  sheet = createSheetAccess({ folder, now: Date.now, onError });
  google = await startWorkspaceGoogle({ sheet, people: () => LOCAL_USERS, folder, onError });
  await google.ready;
}

/** Signs in as a server does that has the key file. */
async function accessToken(url = google.oauthUrl): Promise<string> {
  const key = JSON.parse(await readFile(google.keyFile, 'utf8')) as { client_email: string; private_key: string };
  const iat = Math.floor(Date.now() / 1000);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { iss: key.client_email, scope: SHEETS_SCOPE, aud: `${url}token`, iat, exp: iat + 3600 };
  const signed = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}`;
  const signature = createSign('RSA-SHA256').update(signed).sign(key.private_key, 'base64url');
  const response = await fetch(`${url}token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: `${signed}.${signature}`,
    }),
  });
  expect(response.status).toBe(200);
  return ((await response.json()) as { access_token: string }).access_token;
}

async function client(url = google.sheetsApiUrl) {
  const headers = { authorization: `Bearer ${await accessToken(url)}` };
  return sheets({ version: 'v4', rootUrl: url, headers }).spreadsheets;
}

const spreadsheetId = LOCAL_SPREADSHEET_ID;

test('what the bot writes over the API stands on the page at once, calculated, and is kept', async () => {
  const desk = await sheet.open(anna);
  const revisions: number[] = [];
  sheet.changes.listen((revision) => revisions.push(revision));
  const spreadsheets = await client();
  const { data } = await spreadsheets.values.batchGet({ spreadsheetId, ranges: ['A3:C4'] });
  expect(data.valueRanges?.[0]?.values?.[0]).toEqual(['Customer', 'Region', 'Sales (k€)']);
  await spreadsheets.values.update({
    spreadsheetId,
    range: 'J1:K1',
    valueInputOption: 'USER_ENTERED',
    requestBody: { values: [[20, '=J1*2']] },
  });
  const { rows } = desk.view(anna, null, { from: 0, to: 1 });
  expect(rows[0]?.[10]?.text).toBe('40');
  expect(revisions).toEqual([desk.revision()]);
  await google.close();
  await sheet.close();
  await start();
  const again = await (await client()).values.get({ spreadsheetId, range: 'J1:K1' });
  expect(again.data.values).toEqual([['20', '40']]);
});

test('a person cannot take back with their own edit what the bot has written since', async () => {
  const desk = await sheet.open(anna);
  const { sheetId } = desk.view(anna, null, { from: 0, to: 1 });
  desk.edit(anna, { kind: 'enter', sheetId, row: 0, column: 9, entries: [['mine']] });
  expect(desk.view(anna, null, { from: 0, to: 1 }).canUndo).toBe(true);
  await (await client()).batchUpdate({
    spreadsheetId,
    requestBody: {
      requests: [{ insertDimension: { range: { sheetId, dimension: 'ROWS', startIndex: 0, endIndex: 1 } } }],
    },
  });
  expect(desk.view(anna, null, { from: 0, to: 1 }).canUndo).toBe(false);
  desk.edit(lei, { kind: 'enter', sheetId, row: 0, column: 9, entries: [['hers']] });
  expect(desk.view(lei, null, { from: 0, to: 1 }).canUndo).toBe(true);
});

test("the key is the bot account's, only its owner may read it, and it opens the next process too", async () => {
  const before = await readFile(google.keyFile, 'utf8');
  expect(JSON.parse(before)).toMatchObject({ type: 'service_account', client_email: LOCAL_GOOGLE_ACCOUNT });
  expect((await stat(google.keyFile)).mode & 0o777).toBe(0o600);
  await google.close();
  await sheet.close();
  await start();
  const after = JSON.parse(await readFile(google.keyFile, 'utf8')) as object;
  expect(after).toEqual({ ...(JSON.parse(before) as object), token_uri: `${google.oauthUrl}token` });
  expect((await (await client()).get({ spreadsheetId })).data.spreadsheetId).toBe(spreadsheetId);
});

test('the same API answers on another port, as on that of the page', async () => {
  const other: Server = createServer(besidePage(google.handle, (_request, response) => response.end('the page')));
  await new Promise<void>((resolve) => {
    other.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
  expect((await (await client(url)).get({ spreadsheetId, fields: 'spreadsheetId' })).data).toEqual({ spreadsheetId });
  expect(await (await fetch(url)).text()).toBe('the page');
  const sheetPage = await fetch(`${url}spreadsheets/d/${spreadsheetId}/edit`, { redirect: 'manual' });
  expect([sheetPage.status, sheetPage.headers.get('location')]).toEqual([302, '/sheet']);
  other.closeAllConnections();
  other.close();
});

test('any process finds it by the folder of its data, and the bot’s own client signs in there', async () => {
  expect(await localGoogleConfig(path.join(folder, 'nothing'))).toBe(null);
  const config = await localGoogleConfig(folder);
  expect(config).toEqual({ sheetsApiUrl: google.sheetsApiUrl, oauthUrl: google.oauthUrl, keyFile: google.keyFile });
  if (config === null) throw new Error('There is no local Google.');
  const database = await openDatabase('pglite');
  const bot = await openSpreadsheets({ google: config, dataDir: folder, db: database.db });
  expect(bot.account).toBe(LOCAL_GOOGLE_ACCOUNT);
  expect(await bot.describe(spreadsheetId)).toMatchObject({ spreadsheetId, tabs: [{ isHidden: false }] });
  await database.close();
});

test('whoever has no token opens nothing, not even a new workbook', async () => {
  expect((await fetch(`${google.sheetsApiUrl}v4/spreadsheets/${spreadsheetId}`)).status).toBe(403);
  expect(sheet.revision()).toBe(0);
});

test('its address can be pasted like one of Google', () => {
  const address = `${google.sheetsApiUrl}spreadsheets/d/${spreadsheetId}/edit`;
  expect(readSpreadsheetAddress(address)).toMatchObject({ kind: 'spreadsheet', spreadsheetId });
});
