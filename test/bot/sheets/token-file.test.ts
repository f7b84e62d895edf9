import { chmod, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { forgetSignIn, readSignIn, saveSignIn, tokenFile } from '../../../bot/sheets/token-file.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const SIGN_IN = {
  account: 'mia@example.com',
  clientId: 'id',
  clientSecret: 'secret',
  refreshToken: '1//token',
  accessToken: null,
  expiresAtMs: null,
};

const folder = () => temporaryFolder('token');
const modeOf = async (file: string) => ((await stat(file)).mode & 0o777).toString(8);

test('a sign-in is kept for this user of the machine alone, in a folder that is made for it', async () => {
  const dataDir = path.join(await folder(), 'new');
  await saveSignIn(dataDir, SIGN_IN);
  expect(await readSignIn(dataDir)).toEqual(SIGN_IN);
  expect(await modeOf(tokenFile(dataDir))).toBe('600');
  expect(await modeOf(dataDir)).toBe('700');
});

test('a later one takes its place, and nothing is left beside it', async () => {
  const dataDir = await folder();
  await saveSignIn(dataDir, SIGN_IN);
  await Promise.all(['a', 'b', 'c'].map((refreshToken) => saveSignIn(dataDir, { ...SIGN_IN, refreshToken })));
  expect(['a', 'b', 'c']).toContain((await readSignIn(dataDir))?.refreshToken);
  expect(await readdir(dataDir)).toEqual(['google-token.json']);
});

test('a file that others may read is closed to them', async () => {
  const dataDir = await folder();
  await saveSignIn(dataDir, SIGN_IN);
  await chmod(tokenFile(dataDir), 0o644);
  expect(await readSignIn(dataDir)).toEqual(SIGN_IN);
  expect(await modeOf(tokenFile(dataDir))).toBe('600');
});

test.each([
  ['no file', undefined],
  ['a file cut short', '{"account":"mia@'],
  ['something else', '{"access_token":"x"}'],
])('%s is no sign-in', async (_, content) => {
  const dataDir = await folder();
  if (content !== undefined) await writeFile(tokenFile(dataDir), content);
  expect(await readSignIn(dataDir)).toBeUndefined();
});

test('it is forgotten, and forgetting nothing is no mistake', async () => {
  const dataDir = await folder();
  await saveSignIn(dataDir, SIGN_IN);
  await forgetSignIn(dataDir);
  await forgetSignIn(dataDir);
  expect(await readdir(dataDir)).toEqual([]);
});
