import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const PROCESS = fileURLToPath(new URL('../support/postgres-process.ts', import.meta.url));

/** Runs something with a PostgreSQL of its own, with memory as a small server has it, and stops it afterwards. */
export async function withPostgres<T>(use: (url: string) => Promise<T>): Promise<T> {
  const server = spawn(process.execPath, [PROCESS, 'shared_buffers=512MB', 'max_wal_size=8GB'], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const closed = once(server, 'close');
  let messages = '';
  server.stderr.on('data', (chunk: Buffer) => {
    messages += chunk.toString();
  });
  try {
    const url = await Promise.race([
      once(server.stdout, 'data').then(([chunk]) => String(chunk).trim()),
      closed.then(() => undefined),
    ]);
    if (url === undefined) throw new Error(`PostgreSQL did not start:\n${messages}`);
    return await use(url);
  } finally {
    server.stdin.end();
    await closed;
  }
}
