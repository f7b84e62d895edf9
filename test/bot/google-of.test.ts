import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from '../../bot/config.ts';
import { googleOf } from '../../bot/google-of.ts';
import { LOCAL_KEY_FILE } from '../../bot/local/sheets-api/local-google-config.ts';
import { saveSignIn } from '../../bot/sheets/token-file.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tierbook-google-'));
});

afterEach(() => rm(folder, { recursive: true }));

const found = (environment: Readonly<Record<string, string>> = {}) =>
  googleOf(readConfig({ TIERBOOK_DATA_DIR: folder, ...environment }));

const startedHere = () =>
  writeFile(path.join(folder, LOCAL_KEY_FILE), JSON.stringify({ token_uri: 'http://127.0.0.1:4321/token' }));

const GOOGLE = { sheetsApiUrl: 'https://sheets.googleapis.com/', oauthUrl: null, keyFile: null };

test('the local workspace has its own Google', async () => {
  await startedHere();
  const url = 'http://127.0.0.1:4321/';
  expect(await found()).toEqual({ sheetsApiUrl: url, oauthUrl: url, keyFile: path.join(folder, LOCAL_KEY_FILE) });
});

test('it is Google itself with Slack, once somebody has signed in, and before a local workspace was started', async () => {
  expect(await found()).toEqual(GOOGLE);
  await startedHere();
  expect(await found({ SLACK_BOT_TOKEN: 'xoxb-1-abcdefgh', SLACK_APP_TOKEN: 'xapp-1-abcdefgh' })).toEqual(GOOGLE);
  await saveSignIn(folder, {
    account: 'mia@example.com',
    clientId: 'c',
    clientSecret: 's',
    refreshToken: 'r',
    accessToken: null,
    expiresAtMs: null,
  });
  expect(await found()).toEqual(GOOGLE);
});

test('what the settings say goes first', async () => {
  await startedHere();
  const keyFile = path.join(folder, 'key.json');
  expect(await found({ GOOGLE_APPLICATION_CREDENTIALS: keyFile })).toEqual({ ...GOOGLE, keyFile });
});
