import { afterEach, expect, test } from 'vitest';
import { readConfig } from '../../bot/config.ts';
import { type SlackServer, startSlackServer } from '../../bot/local/slack-server.ts';
import { createLog } from '../../bot/log.ts';
import { type Service, type ServiceParts, startService } from '../../bot/service.ts';
import { StartError } from '../../bot/start-error.ts';

const servers: SlackServer[] = [];
const services: Service[] = [];
afterEach(async () => {
  for (const service of services.splice(0)) await service.stop();
  for (const server of servers.splice(0)) await server.stop();
});

async function parts(over: Partial<ServiceParts> = {}): Promise<ServiceParts> {
  const server = await startSlackServer();
  servers.push(server);
  const { botToken, appToken, apiUrl } = server;
  return {
    config: readConfig({ PORT: '0', TIERBOOK_DATA_DIR: 'memory://' }),
    clock: { now: () => new Date() },
    log: createLog('silent'),
    slack: async () => ({ mode: 'socket', botToken, appToken, apiUrl }),
    useCases: () => ({
      findCustomers: async () => ({ exact: [], others: [] }),
      showCustomer: async () => undefined,
      recogniseMember: async (workspaceId) => ({ workspaceId, memberId: null, role: 'rep' }),
    }),
    say: () => undefined,
    signal: new AbortController().signal,
    ...over,
  };
}

async function start(given: ServiceParts): Promise<Service> {
  const service = await startService(given);
  services.push(service);
  return service;
}

test('is ready once database and Slack are there, and stops with everything closed', async () => {
  const given = await parts();
  const service = await start(given);
  const ready = await fetch(`${service.address}/readyz`);
  expect(await ready.json()).toEqual({ ready: true, database: true, slack: true });
  services.pop();
  await service.stop();
  await expect(fetch(`${service.address}/healthz`)).rejects.toThrow('fetch failed');
  expect(servers[0]?.socketMode.connections()).toBe(0);
});

test('when Slack cuts the connection it is not ready, and is again after reconnecting', async () => {
  const service = await start(await parts());
  servers[0]?.socketMode.cut();
  const states: number[] = [];
  while (states.at(-1) !== 200 || !states.includes(503)) states.push((await fetch(`${service.address}/readyz`)).status);
  expect(states.at(-1)).toBe(200);
});

test('a refused bot token is one sentence that names the variable', async () => {
  const given = await parts();
  const wrong: Partial<ServiceParts> = {
    slack: async () => ({
      mode: 'socket',
      botToken: 'xoxb-wrong',
      appToken: 'xapp-x',
      apiUrl: servers[0]?.apiUrl ?? '',
    }),
  };
  const started = startService({ ...given, ...wrong });
  await expect(started).rejects.toThrow(StartError);
  await expect(started).rejects.toThrow(/^SLACK_BOT_TOKEN is refused by Slack \(invalid_auth\)/);
});

test('a refused app token is one sentence that names the variable', async () => {
  const given = await parts();
  const wrong: Partial<ServiceParts> = {
    slack: async () => ({
      mode: 'socket',
      botToken: servers[0]?.botToken ?? '',
      appToken: 'xapp-x',
      apiUrl: servers[0]?.apiUrl ?? '',
    }),
  };
  await expect(startService({ ...given, ...wrong })).rejects.toThrow(
    /^SLACK_APP_TOKEN is refused by Slack \(invalid_auth\)/,
  );
});

test('waits for a database that does not answer, alive meanwhile, until it is told to stop', async () => {
  const stopping = new AbortController();
  const said: string[] = [];
  const say = (sentence: string) => {
    said.push(sentence);
    stopping.abort();
  };
  const config = readConfig({ PORT: '0', DATABASE_URL: 'postgres://127.0.0.1:1/tierbook' });
  await expect(startService(await parts({ config, say, signal: stopping.signal }))).rejects.toMatchObject({
    code: 'unreachable',
  });
  expect(said).toEqual(['The database does not answer. (127.0.0.1:1/tierbook) Trying again in 1 s.']);
});
