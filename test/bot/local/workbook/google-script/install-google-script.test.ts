import { describe, expect } from 'vitest';
import type { RunResult } from '../../../../../bot/local/workbook/google-script/frame-messages.ts';
import { runForPage } from '../../../../../bot/local/workbook/google-script/run-for-page.ts';
import { withGoogleScript } from '../../../../../bot/local/workbook/google-script/with-google-script.ts';
import { ANN, environmentOf } from '../../../../support/script-environments.ts';
import { type AnswerRun, showSidebar } from '../../../../support/sidebar-frame.ts';
import { hasBrowser, workspaceTest } from '../../../../support/workspace-test.ts';

const EMPTY = '<!DOCTYPE html><html lang="en"><head><title>t</title></head><body></body></html>';

/** Within the page: what `google.script.run` hands to the handlers of one call. */
const CALL = `
  const called = (name, ...given) => new Promise((resolve) => {
    google.script.run.withSuccessHandler((value, user) => resolve({ value, user }))
      .withFailureHandler((error, user) => resolve({ name: error.name, message: error.message, isError: error instanceof Error, user }))
      .withUserObject('user')[name](...given);
  });`;

describe.skipIf(!hasBrowser)('google.script in the page of a sidebar', () => {
  const sidebarTest = workspaceTest.extend('shown', async ({ browser }, { onCleanup }) => {
    const page = await browser.newPage();
    onCleanup(() => page.close());
    return (answer: AnswerRun) => showSidebar(page, EMPTY, answer);
  });

  sidebarTest(
    'calls a function of the script, and hands its result or its error with the object of the caller',
    async ({ shown }) => {
      const environment = await environmentOf(`
      function join(a, list) { return { text: a + list.join(), none: undefined }; }
      function nothing() {}
      function fails() { throw new TypeError('no such sheet'); }
      function gives() { return new Date(0); }`);
      const { frame } = await shown((name, given) => runForPage(environment, name, given, { user: ANN }).result);
      const calls = (source: string) => frame.evaluate(`(async () => { ${CALL} return ${source}; })()`);
      expect(await calls(`called('join', 'a', [1, 2])`)).toEqual({ value: { text: 'a1,2' }, user: 'user' });
      expect(await calls(`called('nothing')`)).toEqual({ value: null, user: 'user' });
      const failed = { name: 'ScriptError', isError: true, user: 'user' };
      expect(await calls(`called('fails')`)).toEqual({ ...failed, message: 'TypeError: no such sheet' });
      expect(await calls(`called('missing')`)).toEqual({
        ...failed,
        message: 'Error: Script function not found: missing',
      });
      expect(await calls(`called('gives')`)).toMatchObject({ message: expect.stringContaining('the value is a Date') });
    },
  );

  sidebarTest('copies arguments as JSON and refuses at once what cannot pass', async ({ shown }) => {
    const given: unknown[] = [];
    const { frame } = await shown((_name, parameters) => {
      given.push(parameters);
      return { kind: 'returned', value: null };
    });
    const attempt = (source: string) =>
      frame.evaluate(
        `(async () => { ${CALL} try { await called('f', ${source}); return 'passed'; } catch (error) { return error.name; } })()`,
      );
    for (const source of [
      'new Date()',
      '() => 1',
      '{ a: [document.body] }',
      'new Map()',
      '(() => { const a = []; a.push(a); return a; })()',
    ])
      expect(await attempt(source), source).toBe('TypeError');
    expect(await attempt('{ a: undefined, b: [undefined] }, undefined')).toBe('passed');
    expect(given).toEqual([[{ b: [null] }, null]]);
  });

  sidebarTest(
    'has ten calls on the way at most, and each answer finds its call whatever the order',
    async ({ shown }) => {
      const begun: { name: string; end: (result: RunResult) => void }[] = [];
      const { frame } = await shown((name) => new Promise((end) => void begun.push({ name, end })));
      const all = frame.evaluate(`(async () => { ${CALL}
      return Promise.all(Array.from({ length: 13 }, (_, n) => called('f' + n))); })()`);
      await expect.poll(() => begun.length).toBe(10);
      const end = (index: number) => begun[index]?.end({ kind: 'returned', value: begun[index]?.name });
      end(9);
      await expect.poll(() => begun.length).toBe(11);
      for (const index of [10, 8, 7, 6, 5, 4, 3, 2, 1, 0]) end(index);
      await expect.poll(() => begun.length).toBe(13);
      end(12);
      end(11);
      expect(await all).toEqual(Array.from({ length: 13 }, (_, n) => ({ value: `f${n}`, user: 'user' })));
    },
  );

  sidebarTest('each handler belongs to its own call', async ({ shown }) => {
    const { frame } = await shown((name) => ({ kind: 'returned', value: name }));
    const seen = await frame.evaluate(`new Promise((resolve) => {
      const seen = [];
      const base = google.script.run.withUserObject(1);
      base.withSuccessHandler((value, user) => seen.push(['a', value, user])).first();
      base.withSuccessHandler((value, user) => { seen.push(['b', value, user]); resolve(seen); }).withUserObject(2).second();
      base.third();
    })`);
    expect(seen).toEqual([
      ['a', 'first', 1],
      ['b', 'second', 2],
    ]);
  });

  sidebarTest('can close itself and give the keyboard back', async ({ shown }) => {
    const { frame, asked } = await shown(() => ({ kind: 'returned', value: null }));
    await frame.evaluate(
      'google.script.host.setHeight(120); google.script.host.editor.focus(); google.script.host.close();',
    );
    await expect
      .poll(() => asked)
      .toEqual([{ kind: 'set-height', height: 120 }, { kind: 'focus-editor' }, { kind: 'close' }]);
  });

  sidebarTest('takes answers from the page around it alone', async ({ shown }) => {
    const begun: ((result: RunResult) => void)[] = [];
    const { frame } = await shown(() => new Promise((end) => void begun.push(end)));
    const answer = frame.evaluate(`(async () => { ${CALL} const answer = called('f');
      postMessage({ kind: 'ran', id: 1, result: { kind: 'returned', value: 'forged' } }, '*');
      await new Promise((resolve) => addEventListener('message', resolve, { once: true }));
      window.forgedCame = true;
      return answer; })()`);
    await frame.waitForFunction('window.forgedCame');
    await expect.poll(() => begun.length).toBe(1);
    begun[0]?.({ kind: 'returned', value: 'true' });
    expect(await answer).toMatchObject({ value: 'true' });
  });

  sidebarTest('is there before the first script of the page, wherever that stands', async ({ shown }) => {
    await shown(() => ({ kind: 'returned', value: null }));
    for (const page of [
      '<!DOCTYPE html><html><head lang="en"><script>first</script></head></html>',
      '<p>no head</p><script>first</script>',
    ]) {
      const ready = await withGoogleScript(page);
      expect(ready.indexOf('installGoogleScript')).toBeLessThan(ready.indexOf('>first<'));
      expect(ready.replace(/<script>\n[^]*?<\/script>/, '')).toBe(page);
    }
  });
});
