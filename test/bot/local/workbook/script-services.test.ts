import { expect, test } from 'vitest';
import { type RunOptions, runCustomFunction, runEntryPoint } from '../../../../bot/local/workbook/run-script.ts';
import type { ScriptUser } from '../../../../bot/local/workbook/script-environment.ts';
import { ANN, BO, environmentOf } from '../../../support/script-environments.ts';

/** Runs an expression after an expression in one environment; an error is its message. */
async function session(now: () => Date = () => new Date(0)) {
  const environment = await environmentOf('function main() {}', { now });
  return async (source: string, user: ScriptUser = ANN, options: Partial<RunOptions> = {}): Promise<unknown> => {
    const { addOn } = await environmentOf(`function main() { ${source} }`, { now });
    const end = runEntryPoint({ ...environment, addOn }, 'main', [], { user, ...options });
    return end.kind === 'done' ? end.result : end.message;
  };
}

test("properties outlast an execution: the document's are everybody's, a user's are the user's", async () => {
  const run = await session();
  await run(`PropertiesService.getDocumentProperties().setProperties({ a: '1', b: '2' }).deleteProperty('b');
    PropertiesService.getUserProperties().setProperty('mine', 'Ann');`);
  const read = `return [PropertiesService.getDocumentProperties().getProperties(), PropertiesService.getUserProperties().getKeys(),
    PropertiesService.getScriptProperties().getProperty('a')];`;
  expect(await run(read)).toEqual([{ a: '1' }, ['mine'], null]);
  expect(await run(read, BO)).toEqual([{ a: '1' }, [], null]);
  await run(`PropertiesService.getDocumentProperties().setProperties({ c: '3' }, true)`);
  expect(await run(`return PropertiesService.getDocumentProperties().getKeys()`)).toEqual(['c']);
});

test('a property may have 9 KB, counted in bytes, and a store 500 KB; what is refused changes nothing', async () => {
  const run = await session();
  const set = (key: string, value: string) =>
    run(`PropertiesService.getDocumentProperties().setProperty('${key}', ${value})`);
  expect(await set('a', `'x'.repeat(9216)`)).toBe(null);
  expect(await set('a', `'x'.repeat(9217)`)).toBe('Argument too large: value');
  expect(await set('b', `'客'.repeat(3073)`)).toBe('Argument too large: value');
  const fill = `const store = PropertiesService.getDocumentProperties();
    for (let n = 0; n < 60; n++) store.setProperty('n' + n, 'y'.repeat(9000));`;
  expect(await run(fill)).toContain('exceeded the property storage quota');
  const bytes = `const all = PropertiesService.getDocumentProperties().getProperties();
    return Object.entries(all).reduce((sum, [key, value]) => sum + key.length + value.length, 0);`;
  const left = (await run(bytes)) as number;
  expect(left).toBeLessThanOrEqual(500 * 1024);
  expect(left).toBeGreaterThan(490 * 1024);
});

test('a cached text is gone when its time is over, by the given clock', async () => {
  let nowMs = 0;
  const run = await session(() => new Date(nowMs));
  await run(`const cache = CacheService.getUserCache();
    cache.put('usual', 'a'); cache.put('short', 'b', 5); cache.putAll({ long: 'c' }, 100000);`);
  const read = `return CacheService.getUserCache().getAll(['usual', 'short', 'long', 'none'])`;
  expect(await run(read)).toEqual({ usual: 'a', short: 'b', long: 'c' });
  expect(await run(read, BO)).toEqual({});
  nowMs = 5000;
  expect(await run(read)).toEqual({ usual: 'a', long: 'c' });
  nowMs = 600_000;
  expect(await run(read)).toEqual({ long: 'c' });
  nowMs = 6 * 3_600_000;
  expect(await run(read)).toEqual({});
});

test('a cached text may have 100 KB and a key 250 characters; of more than a thousand those that end soonest go', async () => {
  const run = await session();
  const put = (source: string) => run(`CacheService.getScriptCache().put(${source})`);
  expect(await put(`'a', 'x'.repeat(102400)`)).toBe(null);
  expect(await put(`'a', 'x'.repeat(102401)`)).toBe('Argument too large: value');
  expect(await put(`'k'.repeat(251), 'x'`)).toBe('Argument too large: key');
  await run(`const cache = CacheService.getDocumentCache(); cache.put('soon', 'x', 10);
    for (let n = 0; n < 1000; n++) cache.put('n' + n, 'x', 100);`);
  expect(await run(`return CacheService.getDocumentCache().get('soon')`)).toBe(null);
  expect(await run(`return CacheService.getDocumentCache().get('n0')`)).toBe('x');
});

test('an alert waits for its answer; left alone it is closed', async () => {
  const run = await session();
  const code = `const ui = SpreadsheetApp.getUi();
    const answer = ui.alert('Undo', 'Really?', ui.ButtonSet.YES_NO);
    return [answer === ui.Button.YES, String(answer)];`;
  const asked: unknown[] = [];
  const answerAlert: RunOptions['answerAlert'] = (request) => {
    asked.push(request);
    return 'YES';
  };
  expect(await run(code, ANN, { answerAlert })).toEqual([true, 'YES']);
  expect(asked).toEqual([{ title: 'Undo', prompt: 'Really?', buttons: 'YES_NO' }]);
  expect(await run(code)).toEqual([false, 'CLOSE']);
});

test('a sidebar and a dialog show their pages', async () => {
  const environment = await environmentOf(`function main() {
    const page = HtmlService.createHtmlOutputFromFile('sidebar').setTitle('T').setWidth(500).setHeight(90).append('!');
    SpreadsheetApp.getUi().showSidebar(page);
    SpreadsheetApp.getUi().showModalDialog(page.setContent(page.getContent() + '?'), 'D');
  }`);
  expect(runEntryPoint(environment, 'main', [], { user: ANN }).shown).toEqual([
    { kind: 'sidebar', title: 'T', html: '<p>Hello</p>!' },
    { kind: 'modal', title: 'D', html: '<p>Hello</p>!?', width: 500, height: 90 },
  ]);
});

test.each([
  ['an unknown service method', 'LockService.getNothing()'],
  ['an unknown method of an object', 'CacheService.getScriptCache().keep()'],
  ['a missing parameter', 'LockService.getScriptLock().tryLock()'],
  ['a parameter too many', 'Session.getActiveUserLocale(1)'],
  ['text for a number', 'LockService.getScriptLock().waitLock("1")'],
  ['a number for text', 'PropertiesService.getUserProperties().setProperty("a", 1)'],
  ['an object that is no page', 'SpreadsheetApp.getUi().showSidebar({})'],
  ['an object that is no set of buttons', 'SpreadsheetApp.getUi().alert("a", "b", "OK")'],
  ['a file that is not there', 'HtmlService.createHtmlOutputFromFile("nothing")'],
])('%s is refused', async (_what, source) => {
  const run = await session();
  expect(await run(`${source}; return 'not refused'`)).toMatch(
    /stand-in knows|don't match the method signature|No HTML file/,
  );
});

test("the user's language and key are the user's, the time zone is the manifest's", async () => {
  const run = await session();
  const code = `return [Session.getActiveUserLocale(), Session.getScriptTimeZone(), Session.getTemporaryActiveUserKey()]`;
  const [ann, bo] = [await run(code), await run(code, BO)] as [string[], string[]];
  expect([ann[0], bo[0], ann[1]]).toEqual(['en', 'zh_TW', 'Etc/UTC']);
  expect(ann[2]).not.toBe(bo[2]);
});

test.each([
  ['a value', '"A"', [['A']]],
  ['nothing', 'undefined', [['']]],
  ['a row', '[1, true, null]', [[1, true, '']]],
  ['a column', '[[1], [2]]', [[1], [2]]],
  ['a day', 'new Date(86400000)', [[{ date: 86_400_000 }]]],
  ['no number', '[NaN]', [['#NUM!']]],
  ['an empty list', '[]', [['']]],
])('a custom function can give %s', async (_what, value, cells) => {
  const environment = await environmentOf(`function F() { return ${value}; }`);
  expect(runCustomFunction(environment, 'F', [], { user: ANN })).toMatchObject({ kind: 'cells', cells });
});

test('a custom function that throws, gives what no cell holds or never ends is an error in the cell', async () => {
  const environment = await environmentOf(`
    function THROWS() { throw new Error('Choose a scheme.'); }
    function ODD() { return () => 1; }
    function LONG() { for (;;) {} }`);
  const message = (name: string) => runCustomFunction(environment, name, [], { user: ANN, timeoutMs: 30 });
  expect(message('THROWS')).toMatchObject({ kind: 'error', message: 'Choose a scheme.' });
  expect(message('ODD')).toMatchObject({ kind: 'error', message: 'A cell cannot hold a function.' });
  expect(message('LONG')).toMatchObject({ kind: 'error', message: 'Exceeded maximum execution time' });
});
