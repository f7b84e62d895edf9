import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeLeftovers, replaceFolder } from '../../../bot/local/replace-folder.ts';

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'tierbook-replace-'));
});
afterEach(async () => {
  await rm(parent, { recursive: true, force: true });
});

async function folder(name: string): Promise<string> {
  const made = path.join(parent, name);
  await mkdir(made);
  await writeFile(path.join(made, 'index.html'), name);
  return made;
}

test('a folder takes the place of none and of another, and nothing is left beside it', async () => {
  const place = path.join(parent, 'dist');
  for (const name of ['dist-one', 'dist-two']) {
    expect(await replaceFolder(await folder(name), place)).toBe(true);
    expect(await readFile(path.join(place, 'index.html'), 'utf8')).toBe(name);
  }
  expect(await readdir(parent)).toEqual(['dist']);
});

test('of many that come at once one is in place in the end, whole, and none fails', async () => {
  const place = await folder('dist');
  const all = await Promise.all(Array.from({ length: 8 }, (_, at) => folder(`dist-${at}`)));
  const placed = await Promise.all(all.map((next) => replaceFolder(next, place)));
  expect(placed).toContain(true);
  expect(await readFile(path.join(place, 'index.html'), 'utf8')).toMatch(/^dist-\d$/);
});

test('what killed builds left is removed, not what is being built or called otherwise', async () => {
  for (const name of ['dist', 'dist-killed', 'dist-building', 'distant']) {
    await utimes(await folder(name), 100, name === 'dist-building' ? 201 : 100);
  }
  await removeLeftovers(path.join(parent, 'dist'), 200_000);
  expect((await readdir(parent)).toSorted()).toEqual(['dist', 'dist-building', 'distant']);
});
