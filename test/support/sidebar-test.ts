import type { Page } from 'playwright-core';
import { builtSidebar } from '../../sheets-addon/build.ts';
import { openedPage } from '../../sheets-addon/opened-page.ts';
import type { Opening, Script } from '../../sheets-addon/protocol.ts';
import { watchPage } from './watch-page.ts';
import { workspaceTest } from './workspace-test.ts';

/** The script's functions as a test has them answer: at once, later, or by throwing. */
export type ScriptedFunctions = {
  readonly [Name in keyof Script]?: (
    ...given: Parameters<Script[Name]>
  ) => ReturnType<Script[Name]> | Promise<ReturnType<Script[Name]>>;
};

/** The built sidebar in a browser, with what it has asked its script. */
export interface OpenSidebar {
  readonly page: Page;
  /** Every call so far: the function's name and what it was given. */
  readonly calls: readonly { readonly name: keyof Script; readonly given: readonly unknown[] }[];
}

/** What the sidebar opens with beside its script. */
export interface OpeningSidebar extends Partial<Opening> {
  /** CSS pixels; default 600. */
  readonly height?: number;
}

const ADDRESS = 'http://localhost/sidebar';

/**
 * A test with the built sidebar at its 300 pixels in front of a `google.script.run` like Google's: JSON only, ten calls at
 * once. The test fails if the page threw, logged an error or asked for anything.
 */
export const sidebarTest = workspaceTest
  .extend('sidebarHtml', { scope: 'file' }, () => builtSidebar())
  .extend('openSidebar', async ({ browser, sidebarHtml }, { onCleanup }) => {
    const ends: (() => Promise<string[]>)[] = [];
    onCleanup(async () => {
      const faults = (await Promise.all(ends.map((end) => end()))).flat();
      if (faults.length > 0) throw new Error(`The sidebar had errors:\n${faults.join('\n')}`);
    });
    return async (functions: ScriptedFunctions, how: OpeningSidebar = {}): Promise<OpenSidebar> => {
      const context = await browser.newContext({
        viewport: { width: 300, height: how.height ?? 600 },
        deviceScaleFactor: 1,
        reducedMotion: 'reduce',
        acceptDownloads: true,
      });
      context.setDefaultTimeout(60_000);
      const page = await context.newPage();
      const faults = watchPage(page, 'http://localhost', []);
      ends.push(async () => {
        await context.close();
        return faults();
      });
      const calls: { name: keyof Script; given: readonly unknown[] }[] = [];
      await page.exposeFunction('callScript', async (name: keyof Script, json: string): Promise<string> => {
        const given = JSON.parse(json) as unknown[];
        calls.push({ name, given });
        const answering = functions[name] as ((...each: unknown[]) => unknown) | undefined;
        if (answering === undefined) throw new Error(`The test has no ${name}.`);
        return JSON.stringify({ answer: await answering(...given) });
      });
      await page.addInitScript({ content: GOOGLE_SCRIPT_RUN });
      const opening: Opening = { screen: how.screen ?? 'table', language: how.language ?? 'en' };
      await page.route(ADDRESS, (route) =>
        route.fulfill({ contentType: 'text/html; charset=utf-8', body: openedPage(sidebarHtml, opening) }),
      );
      await page.goto(ADDRESS);
      return { page, calls };
    };
  });

/** Google's client as the sidebar sees it. What is no JSON is refused, and so are an eleventh call at once and one without handlers. */
const GOOGLE_SCRIPT_RUN = `{
  let running = 0;
  const refuse = (value) => {
    if (typeof value === 'function' || typeof value === 'bigint' || value instanceof Date) throw new TypeError('No JSON');
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(refuse);
  };
  const runner = (onSuccess, onFailure) => new Proxy({}, {
    get: (_, name) => {
      if (name === 'withSuccessHandler') return (handler) => runner(handler, onFailure);
      if (name === 'withFailureHandler') return (handler) => runner(onSuccess, handler);
      return (...given) => {
        refuse(given);
        if (running >= 10) throw new Error('More than ten calls at once.');
        running += 1;
        globalThis.callScript(name, JSON.stringify(given)).then(
          (json) => { running -= 1; onSuccess(JSON.parse(json).answer); },
          (error) => {
            running -= 1;
            const said = new Error(error.message);
            if (/network/.test(error.message)) said.name = 'NetworkError';
            onFailure(said);
          },
        );
      };
    },
  });
  globalThis.google = { script: { get run() { return runner(() => {}, (error) => { throw error; }); } } };
}`;
