import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { connect, type Socket } from 'node:net';
import { Registry } from 'prom-client';
import { afterEach, describe, expect, test } from 'vitest';
import { type HttpRoutes, type HttpServer, startHttpServer } from '../../bot/http-server.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { StartError } from '../../bot/start-error.ts';

const open: HttpServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

const ROUTES: HttpRoutes = {
  readiness: async () => ({ database: true, slack: true }),
  metrics: new Registry(),
  slackRequests: () => null,
};

async function start(routes: Partial<HttpRoutes> = {}, host = '127.0.0.1', port = 0): Promise<string> {
  const server = await startHttpServer(host, port, { ...ROUTES, ...routes });
  open.push(server);
  return server.address;
}

async function connected(address: string): Promise<Socket> {
  const socket = connect(Number(new URL(address).port), '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}

test('tells that the process is alive, whatever it waits for', async () => {
  const address = await start({ readiness: async () => ({ database: false }) });
  const answer = await fetch(`${address}/healthz`);
  expect([answer.status, await answer.text()]).toEqual([200, 'ok\n']);
});

test.each([
  [{ database: true, slack: true }, 200, true],
  [{ database: true, slack: false }, 503, false],
])('with %j it is ready: %s', async (parts, status, ready) => {
  const answer = await fetch(`${await start({ readiness: async () => parts })}/readyz`);
  expect([answer.status, await answer.json()]).toEqual([status, { ready, ...parts }]);
});

test('shows how many requests came, by kind, how many are under way, and how jobs ended', async () => {
  const metrics = createMetrics(false);
  metrics.begin('/customer')();
  metrics.begin('action');
  metrics.duplicate('action');
  metrics.jobEnded('regrade', 'done');
  const text = await (await fetch(`${await start({ metrics: metrics.registry })}/metrics`)).text();
  expect(text).toContain('tierbook_slack_request_seconds_count{kind="/customer"} 1');
  expect(text).toContain('tierbook_slack_requests_under_way 1');
  expect(text).toContain('tierbook_slack_duplicates_total{kind="action"} 1');
  expect(text).toContain('tierbook_jobs_total{queue="regrade",outcome="done"} 1');
  expect(metrics.underWay()).toBe(1);
});

test('Slack is asked to come again while the app is not up, and everything else is not found', async () => {
  const address = await start();
  expect((await fetch(`${address}/slack/events`, { method: 'POST', body: '{}' })).status).toBe(503);
  expect((await fetch(`${address}/slack/events`)).status).toBe(404);
  expect((await fetch(`${address}/../etc/passwd`)).status).toBe(404);
  expect((await fetch(address, { method: 'DELETE' })).status).toBe(404);
});

test('the local workspace’s page is waited for while it starts, and then has everything but health and metrics', async () => {
  let page: RequestListener | null = null;
  const address = await start({ page: () => page });
  const early = await fetch(address);
  expect([early.status, await early.text()]).toEqual([503, expect.stringContaining('http-equiv="refresh"')]);
  page = (request, response) => response.end(`page ${request.url}`);
  expect(await (await fetch(`${address}/local/act`, { method: 'POST' })).text()).toBe('page /local/act');
  expect(await (await fetch(`${address}/healthz`)).text()).toBe('ok\n');
});

test('a check that fails is answered, not hung', async () => {
  const address = await start({ readiness: () => Promise.reject(new Error('broken')) });
  expect((await fetch(`${address}/readyz`)).status).toBe(500);
});

test('a port in use is one sentence that names it and what to do', async () => {
  const { port } = new URL(await start());
  const second = start({}, '127.0.0.1', Number(port));
  await expect(second).rejects.toThrow(StartError);
  await expect(second).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is in use: stop what runs there, or set PORT to another.`,
  );
});

test('a host that is not ours is one sentence too', async () => {
  await expect(start({}, '192.0.2.1')).rejects.toThrow(
    /^Cannot listen on 192\.0\.2\.1, port 0 \(EADDRNOTAVAIL\): check HOST and PORT\.$/,
  );
});

describe('closing', () => {
  test('does not wait for a connection that a browser opened ahead of time', async () => {
    const server = await startHttpServer('127.0.0.1', 0, ROUTES, 2 ** 30);
    const socket = await connected(server.address);
    await fetch(`${server.address}/healthz`);
    await server.close();
    await once(socket.resume(), 'close');
  });

  test('cuts off a request that does not come to its end', async () => {
    const { promise: begun, resolve } = Promise.withResolvers<void>();
    const server = await startHttpServer('127.0.0.1', 0, { ...ROUTES, page: () => () => resolve() }, 1);
    const socket = await connected(server.address);
    socket.write('POST /local/tables HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nCust');
    await begun;
    await server.close();
    await once(socket.resume(), 'close');
  });
});
