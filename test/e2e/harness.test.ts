import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { expectAccessible } from '../support/expect-accessible.ts';
import { watchPage } from '../support/watch-page.ts';
import { hasBrowser, workspaceTest } from '../support/workspace-test.ts';

describe.skipIf(!hasBrowser)('a page', () => {
  const emptyPage = workspaceTest.extend('page', async ({ browser }, { onCleanup }): Promise<Page> => {
    const page = await browser.newPage();
    onCleanup(() => page.close());
    return page;
  });

  emptyPage('that throws, logs an error, shows a dialogue or turns to another server is told of', async ({ page }) => {
    const faults = watchPage(page, 'http://127.0.0.1:9', [/meant to be/]);
    await page.evaluate("alert('hello')");
    await page.evaluate("fetch('http://other.example/x').catch(() => undefined)");
    await page.evaluate("console.error('logged'); console.error('meant to be'); console.warn('a warning')");
    const thrown = page.waitForEvent('pageerror');
    await page.evaluate("setTimeout(() => { throw new Error('thrown'); })");
    await thrown;
    const words = ['hello', 'http://other.example/x', 'logged', 'thrown'];
    const told = faults().filter((fault) => !fault.includes('ERR_'));
    expect(told.map((fault) => words.find((word) => fault.includes(word)))).toEqual(words);
  });

  emptyPage('that not everybody can use fails with what to mend', async ({ page }) => {
    await page.setContent('<html lang="en"><title>t</title><main><h1>Sales</h1><button>Save</button></main>');
    await expectAccessible(page);
    await page.setContent('<html lang="en"><title>t</title><main><h1>Sales</h1><button></button></main>');
    await expect(expectAccessible(page)).rejects.toThrow(/button-name \(critical\)[^]*<button><\/button>/);
  });
});
