import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { TELLING_OF_GOOGLE } from '../../support/telling-of-google.ts';

const MODULE = fileURLToPath(new URL('../../../bot/sheets/load-google.ts', import.meta.url));

/** What a process that runs this line tells of Google's modules; that `npm start` loads none is held by main.test.ts. */
async function loadedBy(code: string): Promise<string> {
  const argv = ['--input-type=module', '-e', code];
  return (await promisify(execFile)(process.execPath, argv, { env: { NODE_OPTIONS: TELLING_OF_GOOGLE } })).stderr;
}

test('Google’s client is loaded when it is asked for, and only its part for Sheets', async () => {
  const imported = `const { loadGoogle } = await import(${JSON.stringify(MODULE)});`;
  expect(await loadedBy(imported)).not.toContain('loads');
  const loaded = await loadedBy(`${imported} await loadGoogle();`);
  expect(loaded).toContain('googleapis/build/src/apis/sheets/index.js');
  expect(loaded).not.toMatch(/googleapis\/build\/src\/(?:index|googleapis)\.js|build\/src\/apis\/(?!sheets\/)/);
});
