import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LocalUser } from '../../bot/local/local-members.ts';
import { startSlackServer } from '../../bot/local/slack-server.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { withPostgres } from './bench-postgres.ts';
import type { DeliveredMany, DeliverMany } from './deliver-many.ts';

const COUNT = 10_000;
/** PGlite's queries run in the same process, which is for trying Tierbook out and for small teams. */
const COUNT_ON_PGLITE = 1000;
const PROMISED_MB = 300;
/** What `npm start` gives Node. */
const AS_STARTED = packageJson.scripts.start.split(' ').filter((word) => word.startsWith('--'));

/**
 * Queues 10,000 messages to 10,000 people and posts them to the fake Slack at the rate limits of a virtual clock, from a process
 * of its own, beside the same calls without database and queue.
 */
export async function benchDeliveries(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tierbook-bench-'));
  try {
    const cache = join(folder, 'cache');
    const dataDir = join(folder, 'data');
    console.log(
      `${COUNT.toLocaleString('en')} messages to as many people; on PGlite ${COUNT_ON_PGLITE.toLocaleString('en')}`,
    );
    await run('bare', '', 0, cache);
    const bare = await run('bare', '', COUNT, cache);
    console.log(`bare calls    ${shown(bare)}`);
    await withPostgres(async (url) => {
      const idle = await run('queue', url, 0, cache);
      tell('PostgreSQL', await run('queue', url, COUNT, cache), idle, bare);
    });
    // The first start unpacks the database.
    await run('queue', dataDir, 0, cache);
    const idle = await run('queue', dataDir, 0, cache);
    const some = await run('bare', '', COUNT_ON_PGLITE, cache);
    tell('PGlite', await run('queue', dataDir, COUNT_ON_PGLITE, cache), idle, some);
  } finally {
    await rm(folder, { recursive: true });
  }
}

type Measured = DeliveredMany & { readonly peakMB: number };

function tell(database: string, queue: Measured, idle: Measured, bare: Measured): void {
  const minutes = (queue.virtualMs / 60_000).toFixed(0);
  const promised = database === 'PostgreSQL' ? ` (promised: under ${PROMISED_MB})` : '';
  console.log(`${database.padEnd(13)} ${shown(queue)}${promised}; without a message ${idle.peakMB.toFixed(0)} MB`);
  console.log(
    `              ${(queue.ms / bare.ms).toFixed(1)} × the bare calls; ${minutes} minutes by the virtual clock`,
  );
}

function shown({ ms, peakMB }: Measured): string {
  return `${(ms / 1000).toFixed(1)} s, peak ${peakMB.toFixed(0)} MB`;
}

async function run(how: DeliverMany['how'], where: string, count: number, cache: string): Promise<Measured> {
  const slack = await startSlackServer({
    users: Array.from({ length: COUNT }, (_, number) => person(number)),
    events: [],
  });
  try {
    const { apiUrl, appToken, botToken } = slack;
    const measured = await runProcess({ how, where, count, connection: { apiUrl, appToken, botToken } }, cache);
    const channels = new Set(slack.workspace.messages.map(({ channel }) => channel));
    const posted = slack.workspace.messages.length;
    if (posted !== count || channels.size !== count)
      throw new Error(`${posted} messages in ${channels.size} channels.`);
    return measured;
  } finally {
    await slack.stop();
  }
}

function person(number: number): LocalUser {
  const name = String(number).padStart(6, '0');
  const nobody = { locale: 'en-US', timeZone: 'UTC', isAdmin: false, isBot: false, isDeleted: false };
  return { id: `U${name}`, name, realName: name, email: '', ...nobody };
}

async function runProcess(given: DeliverMany, cache: string): Promise<Measured> {
  const peakMemory = new URL('./peak-memory.ts', import.meta.url).href;
  const script = fileURLToPath(new URL('./deliver-many.ts', import.meta.url));
  const child = spawn(process.execPath, [...AS_STARTED, '--import', peakMemory, script, JSON.stringify(given)], {
    // As the service itself does: its code is stripped of types and compiled once.
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
  const [output, peak] = await Promise.all([textOf(child.stdout), textOf(child.stdio[3])]);
  const measured: DeliveredMany = JSON.parse(output);
  return { ...measured, peakMB: (Number(peak) * 1024) / 1e6 };
}

async function textOf(stream: unknown): Promise<string> {
  let text = '';
  for await (const chunk of stream as AsyncIterable<Buffer>) text += chunk.toString();
  return text;
}
