import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtAddOnFiles } from '../support/built-add-on.ts';

const ADD_ON = fileURLToPath(new URL('../../sheets-addon/', import.meta.url));
const CLASP = fileURLToPath(new URL('../../node_modules/.bin/clasp', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tierbook-clasp-'));
  await copyFile(`${ADD_ON}.clasp.json.example`, join(folder, '.clasp.json'));
  // what else stands beside the built files must not be pushed
  for (const name of await readdir(ADD_ON))
    if (name.endsWith('.ts') || name.endsWith('.json')) await copyFile(ADD_ON + name, join(folder, name));
  await mkdir(join(folder, 'dist'));
  for (const [name, content] of Object.entries(await builtAddOnFiles()))
    await writeFile(join(folder, 'dist', name), content);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('what clasp would push', () => {
  test('is the script, the sidebar and the manifest, and nothing else', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [CLASP, 'show-file-status', '--json'], {
      cwd: folder,
      env: { ...process.env, HOME: folder },
    });
    const { filesToPush } = JSON.parse(stdout) as { filesToPush: string[] };
    expect(filesToPush.toSorted()).toEqual(['dist/Code.js', 'dist/appsscript.json', 'dist/sidebar.html']);
  });

  test('needs an id of a script, which is kept out of the repository', async () => {
    expect(JSON.parse(await readFile(join(folder, '.clasp.json'), 'utf8'))).toEqual({
      scriptId: expect.stringMatching(/^PUT-/),
      rootDir: 'dist',
    });
    const ignored = await readFile(fileURLToPath(new URL('../../.gitignore', import.meta.url)), 'utf8');
    expect(ignored.split('\n')).toEqual(expect.arrayContaining(['.clasp.json', '.clasprc.json', 'dist']));
  });
});
