import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The PostgreSQL server of this test run, with a user that may create databases. */
    postgresUrl: string;
  }
}

const PROCESS = fileURLToPath(new URL('./postgres-process.ts', import.meta.url));

/** Starts one PostgreSQL for the whole test run and stops it afterwards; vitest's global setup. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = spawn(process.execPath, [PROCESS], { stdio: ['pipe', 'pipe', 'pipe'] });
  const closed = once(server, 'close');
  let messages = '';
  server.stderr.on('data', (chunk: Buffer) => {
    messages += chunk.toString();
  });
  const url = await Promise.race([
    once(server.stdout, 'data').then(([chunk]) => String(chunk).trim()),
    closed.then(() => undefined),
  ]);
  if (url === undefined) throw new Error(`The test run's PostgreSQL did not start:\n${messages}`);
  project.provide('postgresUrl', url);
  return async () => {
    server.stdin.end();
    await closed;
  };
}
