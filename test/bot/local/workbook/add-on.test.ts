import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { addOnOf, loadAddOn } from '../../../../bot/local/workbook/add-on.ts';

const MANIFEST = '{"timeZone": "Asia/Taipei", "oauthScopes": ["a", "b"]}';

test('a built add-on is its script, its manifest and its pages', async ({ onTestFinished }) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'add-on-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await expect(loadAddOn(folder)).rejects.toThrow(/ENOENT/);
  await writeFile(path.join(folder, 'Code.js'), 'function onOpen() {}');
  await writeFile(path.join(folder, 'appsscript.json'), MANIFEST);
  await writeFile(path.join(folder, 'sidebar.html'), '<p>Hello</p>');
  const addOn = await loadAddOn(folder);
  expect(addOn).toMatchObject({ scopes: ['a', 'b'], timeZone: 'Asia/Taipei', customFunctions: [] });
  expect([...addOn.pages]).toEqual([['sidebar', '<p>Hello</p>']]);
});

test('custom functions are those whose own comment says so', async () => {
  const code = `
    /**
     * One.
     * @param {A1} cell A cell.
     * @customfunction
     */
    function ONE(cell) {}
    /** Not @customfunctional. */
    function two() {}
    /** @customfunction */ function THREE() {}
    // @customfunction
    function four() {}
    /** @customfunction */
    const five = 1;
    function six() {}`;
  expect((await addOnOf(code, MANIFEST, new Map())).customFunctions).toEqual(['ONE', 'THREE']);
});

test('a script that does not parse and a manifest that is none are refused', async () => {
  await expect(addOnOf('function (', MANIFEST, new Map())).rejects.toThrow(SyntaxError);
  await expect(addOnOf('', 'scopes', new Map())).rejects.toThrow(SyntaxError);
});
