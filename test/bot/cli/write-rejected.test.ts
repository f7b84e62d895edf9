import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cli } from '../../support/cli.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tierbook-cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('an import whose rejected rows cannot be saved is done, and says which rows they are', async () => {
  const table = join(folder, 'customers.csv');
  await writeFile(table, 'Customer,Sales\nAmes Ltd,1200\n,5\nBrook GmbH,800\n,7\n');
  // A folder of that name: unlike a read-only one it stops whoever has all rights too.
  await mkdir(join(folder, 'customers.rejected.csv'));
  const env = { TIERBOOK_DATA_DIR: 'memory://' };
  const { exitCode, stdout, stderr } = await cli(['import', table], { env });
  expect(exitCode).toBe(0);
  expect(stdout).toContain('2 new, 0 changed, 0 unchanged, 2 rejected');
  expect(stderr).toContain('The import is done.');
  expect(stderr).toContain('customers.rejected.csv, since nothing can be written there: rows 3, 5.');
  expect((await cli(['import', table, '--strict', '--lang', 'zh-CN'], { env })).stderr).toContain(
    'customers.rejected.csv（该位置无法写入）：第 3、5 行。',
  );
});
