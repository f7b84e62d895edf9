import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountValue } from '../../../core/schemes/account-value.ts';
import { cli } from '../../support/cli.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tierbook-cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function checked(bytes: Buffer) {
  const path = join(folder, 'mine.json');
  await writeFile(path, bytes);
  return cli(['schemes', 'check', path]);
}

const JSON_TEXT = JSON.stringify({ ...accountValue, id: 'mine' });

const ASCII_DOCUMENT = {
  id: 'mine',
  version: 1,
  titles: { en: '@' },
  tiers: ['A', 'B'].map((id) => ({ id, titles: { en: id } })),
  criteria: [{ id: 'salesAmount', type: 'money', titles: { en: 'Sales' } }],
  method: { kind: 'bands', by: ['salesAmount'], bands: [{ from: 5, outcome: 'A' }, { outcome: 'B' }] },
};

test.each([
  ['UTF-8 with a mark', Buffer.from(`\ufeff${JSON_TEXT}`)],
  ['UTF-16 LE with a mark', Buffer.from(`\ufeff${JSON_TEXT}`, 'utf16le')],
  ['UTF-16 BE with a mark', Buffer.from(`\ufeff${JSON_TEXT}`, 'utf16le').swap16()],
])('a scheme saved as %s is read', async (_, bytes) => {
  expect(await checked(bytes)).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining('mine, version 1 is fine.'),
  });
});

test('a scheme saved as GBK keeps its titles', async () => {
  // 客户价值分级标准 in GBK
  const title = Buffer.from('bfcdbba7bcdbd6b5b7d6bcb6b1ead7bc', 'hex');
  const [before = '', after = ''] = JSON.stringify(ASCII_DOCUMENT).split('"@"');
  const path = join(folder, 'gbk.json');
  await writeFile(path, Buffer.concat([Buffer.from(`${before}"`), title, Buffer.from(`"${after}`)]));
  expect((await cli(['schemes', 'show', path])).stdout).toContain('"客户价值分级标准"');
});

test('what is no text is no JSON', async () => {
  expect(await checked(Buffer.from([1, 2, 3, 4, 5, 6]))).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('is not JSON'),
  });
});

test.each(['medal', 'lifecycle'])('check takes the built-in scheme %s', async (id) => {
  expect(await cli(['schemes', 'check', id])).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining(`${id}, v`),
  });
});

test('a folder is no scheme, and is not said to be missing', async () => {
  const { exitCode, stderr } = await cli(['schemes', 'check', folder]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('cannot be opened. Check that it is a file');
});
