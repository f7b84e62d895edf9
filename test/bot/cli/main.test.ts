import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unpackDatabase } from '../../../bot/store/unpack-database.ts';

const MAIN = fileURLToPath(new URL('../../../bot/cli/main.ts', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tierbook-main-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(argv: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [MAIN, ...argv], {
    env: { PATH: process.env['PATH'], ...env },
    timeout: 60_000,
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { exitCode, stdout, stderr };
}

test('a command whose database cannot be opened says so and ends', async () => {
  const data = join(folder, 'broken');
  await mkdir(data);
  await unpackDatabase(join(data, 'database'));
  // PGlite gives up at this late enough to leave a timer behind
  await rm(join(data, 'database', 'base'), { recursive: true });
  const { exitCode, stderr } = await run(['members', 'list'], { TIERBOOK_DATA_DIR: data });
  expect(exitCode).toBe(2);
  expect(stderr).toContain('The data folder cannot be used');
}, 120_000);

test('a long result reaches its reader whole before the process ends', async () => {
  const table = join(folder, 'long.csv');
  const rows = 3_000;
  await writeFile(table, `Customer,Sales\n${Array.from({ length: rows }, (_, row) => `C${row},${row}\n`).join('')}`);
  const { exitCode, stdout } = await run(['grade', table, '--format', 'json']);
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toHaveLength(rows);
}, 120_000);
