import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { readConfig } from '../../bot/config.ts';
import { type SlackServer, startSlackServer } from '../../bot/local/slack-server.ts';
import { createLog } from '../../bot/log.ts';
import { type ServiceParts, startService } from '../../bot/service.ts';
import type { Connection } from '../../bot/store/connect.ts';
import { isAnswering } from '../../bot/store/is-answering.ts';
import { IDLE_USE_CASES } from '../support/idle-use-cases.ts';

const servers: SlackServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});

async function slackServer(): Promise<SlackServer> {
  const server = await startSlackServer();
  servers.push(server);
  return server;
}

function parts({ botToken, appToken, apiUrl }: SlackServer): ServiceParts {
  return {
    config: readConfig({ PORT: '0', TIERBOOK_DATA_DIR: 'memory://' }),
    clock: { now: () => new Date() },
    log: createLog('silent'),
    slack: async () => ({ mode: 'socket', botToken, appToken, apiUrl }),
    product: async () => IDLE_USE_CASES,
    say: () => undefined,
    signal: new AbortController().signal,
  };
}

test('is ready once database, Slack and queue are there, not while Slack is cut off, and closes everything on a stop', async () => {
  const server = await slackServer();
  const service = await startService(parts(server));
  const ready = async (): Promise<unknown> => (await fetch(`${service.address}/readyz`)).json();
  expect(await ready()).toEqual({ ready: false, database: true, slack: true, queue: false });
  service.startJobs();
  const all = { ready: true, database: true, slack: true, queue: true };
  while (!isDeepStrictEqual(await ready(), all));

  server.socketMode.cut();
  const cut = { ready: false, database: true, slack: false, queue: true };
  while (!isDeepStrictEqual(await ready(), cut));
  while (isDeepStrictEqual(await ready(), cut));
  expect(await ready()).toMatchObject({ ready: true });

  await service.stop();
  await expect(fetch(`${service.address}/healthz`)).rejects.toThrow('fetch failed');
  expect(server.socketMode.connections()).toBe(0);
});

test('a process that works through another one’s database leaves the jobs to that one, and is ready without', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'tierbook-service-'));
  const inFolder = async () => ({
    ...parts(await slackServer()),
    config: readConfig({ PORT: '0', TIERBOOK_DATA_DIR: dataDir }),
  });
  const owner = await startService(await inFolder());
  const guest = await startService(await inFolder());
  guest.startJobs();
  expect(await (await fetch(`${guest.address}/readyz`)).json()).toEqual({ ready: true, database: true, slack: true });
  await guest.stop();
  await owner.stop();
  await rm(dataDir, { recursive: true });
});

test('stops while the queue is still starting, and before it was to start', async () => {
  const starting = await startService(parts(await slackServer()));
  starting.startJobs();
  await starting.stop();
  const stopping = new AbortController();
  const never = await startService({ ...parts(await slackServer()), signal: stopping.signal });
  stopping.abort();
  never.startJobs();
  await never.stop();
});

test('closes what it opened when it is told to stop while it starts', async () => {
  const server = await slackServer();
  const stopping = new AbortController();
  let connection: Connection | undefined;
  const { slack, ...others } = parts(server);
  const started = startService({
    ...others,
    signal: stopping.signal,
    slack: async (opened) => {
      connection = opened;
      stopping.abort();
      return slack(opened);
    },
  });
  await expect(started).rejects.toMatchObject({ name: 'AbortError' });
  while (server.socketMode.connections() > 0) await nextTurn();
  expect(connection && (await isAnswering(connection.db))).toBe(false);
});

test('waits for a database that does not answer, alive meanwhile, until it is told to stop', async () => {
  const stopping = new AbortController();
  const said: string[] = [];
  const say = (sentence: string) => {
    said.push(sentence);
    stopping.abort();
  };
  const config = readConfig({ PORT: '0', DATABASE_URL: 'postgres://127.0.0.1:1/tierbook' });
  const started = startService({ ...parts(await slackServer()), config, say, signal: stopping.signal });
  await expect(started).rejects.toMatchObject({
    code: 'unreachable',
  });
  expect(said).toEqual([
    'The database does not answer (127.0.0.1:1/tierbook). Start it, or correct host and port in DATABASE_URL. Trying again in 1 s.',
  ]);
});
