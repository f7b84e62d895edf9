import type { Page } from 'playwright-core';

/**
 * Notes what must not happen on a page: errors, in code or on the console, and requests to any other server than `address`.
 * The returned function gives what was noted so far, without what one of `tolerated` matches.
 */
export function watchPage(page: Page, address: string, tolerated: readonly RegExp[]): () => string[] {
  const noted: string[] = [];
  page.on('pageerror', (error) => noted.push(`It threw ${error.stack ?? error.message}`));
  page.on('crash', () => noted.push('It crashed.'));
  page.on('console', (message) => {
    if (message.type() === 'error') noted.push(`It logged ${message.text()} (${message.location().url})`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${address}/`) && !/^(data|blob|about):/.test(url)) noted.push(`It asked for ${url}`);
  });
  page.on('dialog', (dialog) => {
    noted.push(`It showed a dialogue: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return () => noted.filter((fault) => !tolerated.some((pattern) => pattern.test(fault)));
}
