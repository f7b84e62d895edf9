import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { downloadFromSlack } from '../../../bot/listeners/slack-download.ts';

const LIMITS = { mostBytes: 1000, timeMs: 30_000 };
const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** A server on this machine; gives its address and the requests that reached it. */
async function serving(answer: RequestListener): Promise<{ url: string; requests: IncomingMessage[] }> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, requests };
}

function download(url: string, apiUrl: string, limits = LIMITS) {
  return downloadFromSlack(url, { token: 'xoxb-secret', slackApiUrl: `${apiUrl}/api/` }, limits);
}

describe('fetching a file', () => {
  test('presents the token and gives the bytes', async () => {
    const { url, requests } = await serving((_, response) => response.end('Customer\nAmes\n'));
    const { kind, ...rest } = await download(`${url}/x.csv`, url);
    expect(kind).toBe('bytes');
    expect('bytes' in rest && Buffer.from(rest.bytes).toString()).toBe('Customer\nAmes\n');
    expect(requests[0]?.headers.authorization).toBe('Bearer xoxb-secret');
  });

  test('does not follow a redirect to another address', async () => {
    const elsewhere = await serving((_, response) => response.end('stolen'));
    const { url } = await serving((_, response) => response.writeHead(302, { location: `${elsewhere.url}/x` }).end());
    expect(await download(`${url}/x.csv`, url)).toEqual({ kind: 'foreign' });
    expect(elsewhere.requests).toEqual([]);
  });

  test('follows a redirect within Slack, to the sign-in page if it must be, but not for ever', async () => {
    const { url, requests } = await serving(({ url: path }, response) => {
      if (path === '/page') response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('Sign in');
      else response.writeHead(302, { location: path === '/x.csv' ? '/page' : '/again' }).end();
    });
    expect(await download(`${url}/x.csv`, url)).toEqual({ kind: 'no-right' });
    expect(await download(`${url}/loop`, url)).toMatchObject({ kind: 'failed' });
    expect(requests).toHaveLength(6);
  });

  test('stops at the size limit, whatever length was announced', async () => {
    const { url } = await serving((_, response) => {
      response.flushHeaders();
      const send = (): void => {
        if (!response.destroyed && response.write('x'.repeat(500))) setImmediate(send);
      };
      response.on('drain', send);
      send();
    });
    expect(await download(`${url}/x.csv`, url)).toEqual({ kind: 'too-large' });
  });

  test('gives up when no answer comes in time, and says so', async () => {
    const { url } = await serving(() => undefined);
    expect(await download(`${url}/x.csv`, url, { ...LIMITS, timeMs: 20 })).toMatchObject({
      kind: 'failed',
      cause: { name: 'TimeoutError' },
    });
  });
});
