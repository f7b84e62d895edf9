import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const PICTURES = fileURLToPath(new URL('../e2e/pictures/', import.meta.url));

/**
 * Takes the picture `NAME.png` of what a page shows, still and without a caret. It is kept, for the documentation, only
 * by `npm run pictures`; otherwise it is thrown away, so that a test run leaves the project as it was.
 */
export async function takePicture(page: Page, name: string): Promise<void> {
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  const isKept = process.env['TIERBOOK_PICTURES'] === '1';
  await page.screenshot({
    animations: 'disabled',
    caret: 'hide',
    scale: 'css',
    ...(isKept ? { path: `${PICTURES}${name}.png` } : {}),
  });
}
