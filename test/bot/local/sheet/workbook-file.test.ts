import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keepFile, readKept } from '../../../../bot/local/sheet/workbook-file.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kept-'));
  file = path.join(folder, 'data', 'workbook.json');
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

const same = (content: unknown): unknown => content;
const failed = (error: unknown): never => {
  throw error;
};

describe('a kept file', () => {
  test('holds what there was when it is closed, however often it changed', async () => {
    let content = 0;
    let written = 0;
    const kept = keepFile(
      file,
      () => {
        written += 1;
        return { content };
      },
      failed,
    );
    for (content = 1; content < 10; content += 1) kept.changed();
    await kept.close();
    expect(await readKept(file, 0, same)).toEqual({ kept: { content: 10 }, aside: null });
    expect(written).toBe(1);
    expect(await readdir(path.dirname(file))).toEqual(['workbook.json']);
  });

  test('is not written when nothing changed', async () => {
    await keepFile(file, () => 1, failed).close();
    expect(await readKept(file, 0, same)).toEqual({ kept: null, aside: null });
  });

  test('is written a while after a change, without being closed', async () => {
    const kept = keepFile(file, () => ({ rows: 3 }), failed);
    kept.changed();
    await expect.poll(async () => (await readKept(file, 0, same)).kept).toEqual({ rows: 3 });
  });

  test.each([
    ['no JSON', '{"sheets": ['],
    ['not what is taken', '{"sheets": 1}'],
  ])('is set aside when it is %s, and nothing is lost', async (_what, text) => {
    const damaged = path.join(folder, 'workbook.json');
    await writeFile(damaged, text);
    const { kept, aside } = await readKept(damaged, 7, () => {
      throw new Error('It is none.');
    });
    expect(kept).toBeNull();
    expect(path.basename(aside ?? '')).toBe('workbook-damaged-7.json');
    expect(await readFile(aside ?? '', 'utf8')).toBe(text);
    expect(await readdir(folder)).toEqual(['workbook-damaged-7.json']);
  });

  test('tells when it cannot be written', async () => {
    await writeFile(path.join(folder, 'data'), 'a file where the folder should be');
    const errors: unknown[] = [];
    const kept = keepFile(
      file,
      () => 1,
      (error) => errors.push(error),
    );
    kept.changed();
    await kept.close();
    expect(errors).toHaveLength(1);
  });
});
