import { statSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { test } from 'vitest';
import { findBrowser } from './find-browser.ts';
import { type RunningWorkspace, startWorkspace } from './local-workspace.ts';
import { watchPage } from './watch-page.ts';

/** How a person comes to the local workspace. */
export interface Visit {
  /** The Slack id to act as; default whom the page takes by itself. */
  readonly as?: string;
  /** Which of its pages; default `/`. */
  readonly path?: string;
  /** Of the window, in CSS pixels; default 1280 × 800. */
  readonly size?: { readonly width: number; readonly height: number };
  /** The browser's language, which the page may go by; default en-GB. */
  readonly locale?: string;
  /** Errors that this visit is meant to meet, such as those of a connection that is cut. */
  readonly tolerates?: readonly RegExp[];
}

const EXECUTABLE = findBrowser({
  platform: process.platform,
  env: process.env,
  isFile: (file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true,
});

/** Whether there is a browser to test with: suites without one count as skipped, not as passed. */
export const hasBrowser: boolean = EXECUTABLE !== undefined;

if (!hasBrowser) {
  process.stderr.write('No Chromium was found: browser tests are skipped. CHROMIUM_PATH can say where one is.\n');
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Nothing but this machine can be reached, whatever a page tries.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/**
 * A test with the running product and a browser, one of each for a file and only if it takes them. `environment` is what the
 * product is started with beyond a data folder and a port. `visit` opens its page with a fresh profile, `open` that of
 * another address; the test fails if any of its pages threw or logged an error, or asked another server for anything.
 */
export const workspaceTest = test
  .extend('environment', { scope: 'file' }, {} as Readonly<Record<string, string>>)
  .extend('workspace', { scope: 'file' }, async ({ environment }, { onCleanup }): Promise<RunningWorkspace> => {
    const workspace = await startWorkspace(environment);
    onCleanup(() => workspace.stop());
    return workspace;
  })
  .extend('executable', { scope: 'file' }, EXECUTABLE ?? '')
  .extend('browser', { scope: 'file' }, async ({ executable }, { onCleanup }): Promise<Browser> => {
    const browser = await chromium.launch({ executablePath: executable, headless: true, args: FLAGS });
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('open', async ({ browser }, { onCleanup }) => {
    const ends: (() => Promise<string[]>)[] = [];
    onCleanup(async () => {
      const faults = (await Promise.all(ends.map((end) => end()))).flat();
      if (faults.length > 0) throw new Error(`The page had errors:\n${faults.join('\n')}`);
    });
    return async (address: string, how: Visit = {}): Promise<Page> => {
      const context = await browser.newContext({
        viewport: how.size ?? { width: 1280, height: 800 },
        locale: how.locale ?? 'en-GB',
        timezoneId: 'Europe/Berlin',
        deviceScaleFactor: 1,
        reducedMotion: 'reduce',
        colorScheme: 'light',
      });
      // Three times Playwright's own: on a busy machine a page takes that long, and a test's limit is yet longer.
      context.setDefaultTimeout(90_000);
      const page = await context.newPage();
      const faults = watchPage(page, address, how.tolerates ?? []);
      ends.push(async () => {
        await context.close();
        return faults();
      });
      const path = how.path ?? '/';
      await page.goto(how.as === undefined ? address + path : `${address}${path}?as=${how.as}`);
      return page;
    };
  })
  .extend(
    'visit',
    async ({ open, workspace }) =>
      (how?: Visit) =>
        open(workspace.address, how),
  );
