import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const FOLDER = new URL('../../sheets-addon/', import.meta.url);
const SERVICES =
  /\b(?:SpreadsheetApp|LockService|PropertiesService|CacheService|Session|HtmlService|Utilities|ScriptApp|Charts|GoogleAppsScript)\b/;

test("the add-on's script knows Google's services in spreadsheet.ts alone", async () => {
  const names = (await readdir(FOLDER, { recursive: true })).filter(
    (name) => /\.tsx?$/.test(name) && !/^(build|dist|sidebar)/.test(name),
  );
  const knowing: string[] = [];
  for (const name of names) {
    const code = (await readFile(new URL(name, FOLDER), 'utf8')).replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, '');
    if (SERVICES.test(code)) knowing.push(name);
  }
  expect(knowing).toEqual(['spreadsheet.ts']);
});
