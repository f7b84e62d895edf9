import { expect, test } from 'vitest';
import { addOnOf } from '../../../../bot/local/workbook/add-on.ts';
import { runCustomFunction, runEntryPoint } from '../../../../bot/local/workbook/run-script.ts';
import { ANN, environmentOf } from '../../../support/script-environments.ts';

/**
 * Walks over everything that can be reached from `roots` and says what does not belong to the context: whose chain of
 * prototypes ends in another Object.prototype, or whose functions are made by another Function.
 */
const STRANGERS = `
function strangers(roots) {
  const seen = new Set(), found = [];
  const queue = Object.entries(roots);
  while (queue.length > 0) {
    const [path, value] = queue.pop();
    if (value === null || (typeof value !== 'object' && typeof value !== 'function') || seen.has(value)) continue;
    seen.add(value);
    let top = value;
    for (let up = Object.getPrototypeOf(top); up !== null; up = Object.getPrototypeOf(up)) top = up;
    if (top !== Object.prototype && !(top === value && Object.getPrototypeOf(value) === null)) found.push(path);
    if (typeof value === 'function' && value !== Function.prototype && !(value instanceof Function)) found.push(path + ' (function)');
    for (const key of Reflect.ownKeys(value)) {
      const property = Object.getOwnPropertyDescriptor(value, key);
      if (property === undefined) continue;
      const name = path + '.' + String(key);
      for (const part of ['value', 'get', 'set']) queue.push([name, property[part]]);
    }
    queue.push([path + '.__proto__', Object.getPrototypeOf(value)]);
  }
  return { found, seen: seen.size };
}`;

async function found(code: string, ...parameters: unknown[]): Promise<unknown> {
  const environment = await environmentOf(`${STRANGERS}\n${code}`);
  const end = runEntryPoint(environment, 'main', parameters, { user: ANN });
  if (end.kind !== 'done') throw new Error(end.message);
  const { found: strange, seen } = end.result as { found: string[]; seen: number };
  expect(seen).toBeGreaterThan(1);
  return strange;
}

test('nothing in the context is of another world', async () => {
  expect(await found('function main() { return strangers({ globalThis, this: this }); }')).toEqual([]);
});

test('neither are arguments, services, what they give, and what they throw', async () => {
  const code = `function main(a, list) {
    const caught = {};
    const attempt = (name, act) => { try { caught[name] = act(); } catch (error) { caught[name] = error; } };
    const ui = SpreadsheetApp.getUi();
    attempt('ui', () => ui);
    attempt('alert', () => ui.alert('x'));
    attempt('menu', () => ui.createAddonMenu().addItem('a', 'b'));
    attempt('no such method', () => ui.nothing());
    attempt('no such parameters', () => ui.alert());
    attempt('lock', () => LockService.getDocumentLock());
    attempt('lock method', () => LockService.getDocumentLock().tryLock);
    attempt('properties', () => { const all = PropertiesService.getUserProperties(); all.setProperty('a', 'b'); return all.getProperties(); });
    attempt('too large', () => PropertiesService.getUserProperties().setProperty('a', 'b'.repeat(10000)));
    attempt('cache', () => CacheService.getScriptCache().getAll(['a']));
    attempt('page', () => HtmlService.createHtmlOutputFromFile('sidebar'));
    attempt('no page', () => HtmlService.createHtmlOutputFromFile('none'));
    attempt('flush', () => SpreadsheetApp.flush());
    attempt('log', () => console.log({ get a() { throw new Error('getter'); } }));
    return strangers({ a, list, caught, arguments });
  }`;
  expect(await found(code, { deep: [{ er: 1 }] }, [1, [2]])).toEqual([]);
});

test('cells that a custom function gets are of the context: arrays and dates', async () => {
  const code = `${STRANGERS}
  function main(table, day) {
    const { found } = strangers({ table, day });
    return [[found.join(), table instanceof Array, table[0] instanceof Array, table[0][1] instanceof Date, day instanceof Date,
      day.getTime(), typeof table[0][0], table[0][2] === '']];
  }`;
  const table = [['a', { date: 5 }, '']];
  const end = runCustomFunction(await environmentOf(code), 'main', [table, { date: 7 }], { user: ANN });
  expect(end).toMatchObject({ kind: 'cells', cells: [['', true, true, true, true, 7, 'string', true]] });
});

test.each([
  ['a constructor', 'globalThis.constructor.constructor("return process")()'],
  ['the constructor of an argument', 'arguments[0].constructor.constructor("return process")()'],
  ['the constructor of a service', 'LockService.getScriptLock().hasLock.constructor("return process")()'],
  [
    'an error of a service',
    'try { LockService.getNothing(); } catch (e) { return typeof e.constructor.constructor("return process")(); }',
  ],
  ['eval', 'eval("1")'],
  ['Function', 'new Function("return 1")()'],
  ['a generator function', '(function* () {}).constructor("yield 1")().next()'],
])('text never becomes code: %s', async (_what, code) => {
  const environment = await environmentOf(
    `function main() { return typeof ${code.startsWith('try') ? `(() => { ${code} })()` : code}; }`,
  );
  expect(runEntryPoint(environment, 'main', [{}], { user: ANN })).toMatchObject({
    kind: 'failed',
    name: 'EvalError',
    message: 'Code generation from strings disallowed for this context',
  });
});

test('the frames of a stack show neither functions nor objects of the outside', async () => {
  const code = `function main() {
    Error.prepareStackTrace = (_, frames) => frames;
    const frames = new Error('x').stack;
    return strangers({ frames, parts: frames.map((frame) => [frame.getFunction(), frame.getThis()]).filter(([f]) => f !== main) });
  }`;
  expect(await found(code)).toEqual([]);
});

test('when the stack is full in the middle of a service, what is thrown is of the context', async () => {
  const code = `function main() {
    const thrown = [];
    const lock = LockService.getScriptLock();
    let left = 400;
    const down = () => {
      try { down(); } catch (error) { thrown.push(error); }
      if (left-- > 0) { try { lock.hasLock(); } catch (error) { thrown.push(error); } }
    };
    down();
    if (thrown.length === 0) throw new Error('the stack was never full');
    return strangers({ thrown });
  }`;
  expect(await found(code)).toEqual([]);
});

test('a result and an error with getters are read inside', async () => {
  const environment = await environmentOf(`
    function main() { return { get a() { return typeof process + typeof require; } }; }
    function thrower() { throw { get name() { throw 1; }, get message() { throw 2; }, toString() { return typeof process; } }; }`);
  expect(runEntryPoint(environment, 'main', [], { user: ANN })).toMatchObject({ result: { a: 'undefinedundefined' } });
  expect(runEntryPoint(environment, 'thrower', [], { user: ANN })).toMatchObject({ message: 'undefined' });
});

test('a script that loads modules is refused: the error it would get is of another world', async () => {
  await expect(addOnOf('function main() { return import ("fs"); }', '{}', new Map())).rejects.toThrow(
    'Apps Script has no modules: import() cannot be used.',
  );
});

test('parameters that look like prototypes stay data', async () => {
  const environment = await environmentOf(
    'function main(a) { return [Object.keys(a), a.isAdmin === undefined, ({}).isAdmin === undefined]; }',
  );
  const end = runEntryPoint(environment, 'main', [JSON.parse('{"__proto__": {"isAdmin": true}}')], { user: ANN });
  expect(end).toMatchObject({ result: [['__proto__'], true, true] });
});
