import { expect, test } from 'vitest';
import { runEntryPoint } from '../../../../bot/local/workbook/run-script.ts';
import { ANN, BO, environmentOf } from '../../../support/script-environments.ts';

async function run(code: string, ...parameters: unknown[]) {
  return runEntryPoint(await environmentOf(code), 'main', parameters, { user: ANN });
}

/** The message with which it failed. */
async function failure(code: string, ...parameters: unknown[]): Promise<string> {
  const end = await run(code, ...parameters);
  return end.kind === 'done' ? `done: ${JSON.stringify(end.result)}` : end.message;
}

async function result(code: string, ...parameters: unknown[]): Promise<unknown> {
  const end = await run(code, ...parameters);
  if (end.kind !== 'done') throw new Error(end.message);
  return end.result;
}

test('a function gets its arguments and gives its result', async () => {
  expect(await result('function main(a, b) { return { sum: a.x + b[1] }; }', { x: 2 }, [1, 3])).toEqual({ sum: 5 });
});

test('nothing stays from one execution to the next', async () => {
  const environment = await environmentOf(
    'function main() { globalThis.runs = (globalThis.runs || 0) + 1; Array.prototype.seen = 1; main.count = (main.count || 0) + 1; return [runs, main.count]; }',
  );
  const ends = [1, 2].map(() => runEntryPoint(environment, 'main', [], { user: ANN }));
  expect(ends.map((end) => end.kind === 'done' && end.result)).toEqual([
    [1, 1],
    [1, 1],
  ]);
  expect('seen' in Array.prototype).toBe(false);
});

test('a function that is not there, one of a built-in name, and one that ends in an underscore cannot be run', async () => {
  const environment = await environmentOf('function secret_() {} const value = 1; var other = 2;');
  for (const name of ['missing', 'secret_', 'parseInt', 'SpreadsheetApp', 'value', 'other', 'runRequested', 'eval']) {
    expect(runEntryPoint(environment, name, [], { user: ANN })).toMatchObject({
      kind: 'failed',
      message: `Script function not found: ${name}`,
    });
  }
});

test('an error that the script throws comes back by its name, message and stack; whatever else it throws as text', async () => {
  expect(await run('function main() { throw new TypeError("no"); }')).toMatchObject({
    kind: 'failed',
    name: 'TypeError',
    message: 'no',
    stack: expect.stringContaining('Code.gs:1'),
  });
  expect(await failure('function main() { throw "plain"; }')).toBe('plain');
  expect(await failure('function main() { throw { toString() { throw 1; } }; }')).toBe('Unknown error');
  expect(await failure('function main() { throw new Proxy(new Error("x"), { get() { throw 1; } }); }')).toBe(
    'Unknown error',
  );
});

test.each([
  ['nothing', 'undefined', null],
  ['null', 'null', null],
  ['no number', 'NaN', null],
  ['undefined in a list', '[1, undefined]', [1, null]],
  ['a hole in a list', '[1, , 2]', [1, null, 2]],
  ['undefined in an object', '({ a: undefined, b: 1 })', { b: 1 }],
  ['one thing in two places', '(() => { const a = [1]; return [a, a]; })()', [[1], [1]]],
  ['an object without a prototype', 'Object.assign(Object.create(null), { a: 1 })', { a: 1 }],
])('%s passes as google.script.run passes it', async (_what, value, passed) => {
  expect(await result(`function main() { return ${value}; }`)).toEqual(passed);
});

test.each([
  ['a date', 'new Date(0)', 'the value is a Date'],
  ['a date far inside', '({ rows: [[1], [new Date(0)]] })', 'the value.rows[1][0] is a Date'],
  ['a function', '() => 1', 'the value is a function'],
  ['a function inside', '[main]', 'the value[0] is a function'],
  ['a symbol', 'Symbol("x")', 'the value is a symbol'],
  ['a large integer', '1n', 'the value is a bigint'],
  ['a map', 'new Map()', 'the value is a Map'],
  ['a promise', 'Promise.resolve(1)', 'the value is a Promise'],
  ['a circle', '(() => { const a = {}; a.a = a; return a; })()', 'the value.a is part of itself'],
])('%s cannot be returned', async (_what, value, problem) => {
  expect(await failure(`function main() { return ${value}; }`)).toContain(problem);
});

test.each([
  'URL',
  'TextEncoder',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'process',
  'require',
  'module',
  'Buffer',
  'structuredClone',
  'performance',
  'crypto',
  'WebAssembly',
  'SharedArrayBuffer',
  'window',
])('there is no %s', async (name) => {
  expect(await result(`function main() { return typeof ${name}; }`)).toBe('undefined');
});

test('Intl is there, and dates take the time from the given clock and are dates of the context', async () => {
  const code = `function main() {
    const now = new Date();
    class Own extends Date {}
    return [now.toISOString(), Date.now(), now instanceof Date, now.constructor === Date, new Date(2026, 0).getFullYear(),
      new Own() instanceof Date, typeof Date(), new Intl.DateTimeFormat('en', { timeZone: 'Asia/Taipei' }).format(now)];
  }`;
  const moment = '2026-03-05T12:00:00.000Z';
  expect(await result(code)).toEqual([moment, Date.parse(moment), true, true, 2026, true, 'string', '3/5/2026']);
});

test('an execution that does not end is stopped, promises that go on included', async () => {
  for (const code of [
    'function main() { for (;;) {} }',
    'for (;;) {} function main() {}',
    'function main() { try { for (;;) {} } finally { for (;;) {} } }',
    'function main() { const again = () => Promise.resolve().then(again); again(); }',
  ]) {
    const end = runEntryPoint(await environmentOf(code), 'main', [], { user: ANN, timeoutMs: 30 });
    expect(end).toMatchObject({ kind: 'stopped', why: 'time', message: 'Exceeded maximum execution time' });
  }
});

test('an execution within another that does not end is stopped alone', async () => {
  const environment = await environmentOf(
    'function main() { Utilities.getUuid(); return 1; } function loop() { for (;;) {} }',
  );
  const inner: unknown[] = [];
  const onCall = () => void inner.push(runEntryPoint(environment, 'loop', [], { user: BO, timeoutMs: 30 }).kind);
  expect(runEntryPoint(environment, 'main', [], { user: ANN, onCall })).toMatchObject({ kind: 'done', result: 1 });
  expect(inner).toEqual(['stopped']);
});

test('thirty executions of one user run at once and no more; another user has thirty of their own', async () => {
  const environment = await environmentOf('function main() { Utilities.getUuid(); }');
  const kinds: string[] = [];
  const within = (depth: number): void => {
    const { kind } = runEntryPoint(environment, 'main', [], {
      user: ANN,
      onCall: () => {
        if (depth < 31) within(depth + 1);
        else kinds.push(runEntryPoint(environment, 'main', [], { user: BO }).kind);
      },
    });
    kinds.push(kind);
  };
  within(1);
  expect(kinds).toEqual(['stopped', ...Array<string>(30).fill('done')]);
  expect(runEntryPoint(environment, 'main', [], { user: ANN }).kind).toBe('done');
});

test('a lock that one execution holds keeps another out until it is released, and falls with the execution', async () => {
  const code = `
    function hold() { LockService.getDocumentLock().waitLock(1); Utilities.getUuid(); throw new Error('fallen'); }
    function main() {
      const lock = LockService.getDocumentLock();
      const got = lock.tryLock(10);
      try { lock.waitLock(10); } catch (error) { return [got, lock.hasLock(), error.name, error.message]; }
      return [got, lock.hasLock(), LockService.getDocumentLock().hasLock(), LockService.getScriptLock().hasLock()];
    }`;
  const environment = await environmentOf(code);
  const during: unknown[] = [];
  const held = runEntryPoint(environment, 'hold', [], {
    user: ANN,
    onCall({ name }) {
      if (name !== 'Utilities.getUuid') return;
      const end = runEntryPoint(environment, 'main', [], { user: BO });
      during.push(end.kind === 'done' && end.result);
    },
  });
  expect(held).toMatchObject({ kind: 'failed', message: 'fallen' });
  const timeout = 'Lock timeout: another process was holding the lock for too long.';
  expect(during).toEqual([[false, false, 'Exception', timeout]]);
  expect(runEntryPoint(environment, 'main', [], { user: BO })).toMatchObject({ result: [true, true, true, false] });
});

test('an execution can be cut after any number of calls, and whatever it catches it does nothing more', async () => {
  const code = `function main() {
    const store = PropertiesService.getDocumentProperties();
    for (let n = 1; n < 5; n++) { try { store.setProperty('n', String(n)); } catch (error) {} }
    return 'finished';
  }`;
  const left: unknown[] = [];
  for (const stopAfterCalls of [0, 1, 2, 3, 4]) {
    const environment = await environmentOf(code);
    const end = runEntryPoint(environment, 'main', [], { user: ANN, stopAfterCalls });
    expect(end).toMatchObject({ kind: 'stopped', why: 'cut' });
    expect(end.calls).toHaveLength(stopAfterCalls);
    left.push(environment.lasting.properties.get('document')?.get('n'));
  }
  expect(left).toEqual([undefined, undefined, '1', '2', '3']);
  expect(runEntryPoint(await environmentOf(code), 'main', [], { user: ANN, stopAfterCalls: 5 }).kind).toBe('done');
});

test('promises settle within the execution', async () => {
  const environment = await environmentOf(
    `function main() {
      Promise.resolve().then(() => { PropertiesService.getScriptProperties().setProperty('late', 'in time'); });
      return 1;
    }`,
  );
  expect(runEntryPoint(environment, 'main', [], { user: ANN })).toMatchObject({ kind: 'done', result: 1 });
  expect(environment.lasting.properties.get('script')?.get('late')).toBe('in time');
});

test("what is logged is in the execution's log", async () => {
  const end = await run(
    'function main() { console.log("a", 1, { b: [2] }); console.warn("w"); console.error(new Error("e")); }',
  );
  expect(end.log).toEqual([
    { level: 'info', text: 'a 1 {"b":[2]}' },
    { level: 'warning', text: 'w' },
    { level: 'error', text: expect.stringContaining('Error: e') },
  ]);
});
