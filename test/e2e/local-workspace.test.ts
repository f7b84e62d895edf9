import { request } from 'node:http';
import { describe, expect } from 'vitest';
import { expectAccessible } from '../support/expect-accessible.ts';
import { takePicture } from '../support/take-picture.ts';
import { hasBrowser, workspaceTest } from '../support/workspace-test.ts';

workspaceTest.for([
  ['GET', '/'],
  ['GET', '/local/events?as=U0ANNA'],
  ['POST', '/local/clock?as=U0ANNA'],
] as const)(
  '%s %s is refused when it was meant for another host or comes from another page',
  async ([method, path], { workspace: { address } }) => {
    const { host, hostname, port } = new URL(address);
    const status = (headers: Record<string, string>) =>
      new Promise((resolve, reject) => {
        request({ hostname, port, method, path, headers }, (response) => resolve(response.resume().statusCode))
          .on('error', reject)
          .end(method === 'POST' ? '{"kind":"stop"}' : undefined);
      });
    const own = { host, ...(method === 'POST' ? { origin: address } : {}) };
    expect(await status(own)).toBe(200);
    expect(await status({ ...own, host: 'tierbook.example' })).toBe(403);
    expect(await status({ ...own, host: `tierbook.example:${port}` })).toBe(403);
    expect(await status({ ...own, origin: 'https://tierbook.example' })).toBe(403);
    expect(await status({ ...own, origin: 'null' })).toBe(403);
  },
);

describe.skipIf(!hasBrowser)('the page', () => {
  workspaceTest('opens without an error, for everybody', async ({ visit }) => {
    const page = await visit();
    await page.getByRole('main').waitFor();
    expect(await page.title()).toBe('Tierbook');
    await takePicture(page, 'local-workspace');
    await expectAccessible(page);
  });
});
