import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../core/text/language.ts';
import { cli, type KeptOpen, keepOpen } from '../../support/cli.ts';
import { byRank } from '../../support/example-schemes.ts';

let folder: string;
let env: Readonly<Record<string, string>>;
let kept: KeptOpen;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tierbook-cli-'));
  env = { TIERBOOK_DATA_DIR: join(folder, 'data') };
  kept = await keepOpen(join(folder, 'data'));
  const path = await file(
    'customers.csv',
    'Customer no,Customer,Sales,Profit,Orders,Purchase stability,Referrals\nK1,Ames,1200,300,50,95%,high\nK2,Brook,800,200,9,70%,medium\nK3,Cole,10,1,0,5%,low\nK4,Dunn,,,,,\n',
  );
  await cli(['import', path], { env });
});
afterAll(async () => {
  await kept.close();
  await rm(folder, { recursive: true });
});

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function schemes(...argv: string[]) {
  return cli(['schemes', ...argv], { env });
}

async function inUse(...argv: string[]) {
  return (await schemes('in-use', ...argv)).stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
}

describe('schemes use', () => {
  test('at first a workspace has the default schemes, and in-use says how steady they are', async () => {
    expect(await inUse()).toEqual([
      ['prospects', 'sales-pipeline', '1', 'Sales pipeline', 'falls count at once'],
      [
        'customers',
        'account-value',
        '1',
        'Account value',
        'a tier is kept within 10 % below its cut-off; a tier is kept while a complaint is open',
      ],
    ]);
  });

  test('a built-in scheme by its id grades everybody at once', async () => {
    const { exitCode, stdout } = await schemes('use', 'value-pyramid');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('“Value pyramid”, version 1, is now used for customers.');
    expect(stdout).toContain('4 customers graded by “Value pyramid”, version 1: Tier Important 1');
    expect((await inUse())[1]?.slice(0, 2)).toEqual(['customers', 'value-pyramid']);
  });

  test('segments say how many customers got each label, and are taken out of use again', async () => {
    const { stdout } = await schemes('use', 'loyalty');
    expect(stdout).toContain('“Loyalty”, version 1, is now used for segments.');
    expect(stdout).toContain('Loyalty: loyal 1, general 1, lost 1; 1 without a label.');
    expect((await inUse()).at(-1)).toEqual(['segments', 'loyalty', '1', 'Loyalty']);
    expect((await schemes('use', 'loyalty', '--remove')).stdout).toBe('“Loyalty” is no longer used for segments.\n');
    const again = await schemes('use', 'loyalty', '--remove');
    expect([again.exitCode, again.stdout, again.stderr]).toEqual([2, '', '“Loyalty” is not in use for segments.\n']);
  });

  test('a document of one’s own by its file, and later by its id', async () => {
    const path = await file('mine.json', JSON.stringify({ ...byRank, id: 'mine' }));
    expect((await schemes('use', path)).stdout).toContain('“By rank”, version 1, is now used for customers.');
    await schemes('use', 'medal');
    expect((await schemes('use', 'mine')).stdout).toContain('“By rank”, version 1, is now used for customers.');
    expect((await inUse())[1]?.[1]).toBe('mine');
  });

  test('a pipeline of one’s own is used for prospects unless something else is said', async () => {
    const { stdout } = await schemes('show', 'sales-pipeline');
    const path = await file('pipeline.json', stdout.replace('"sales-pipeline"', '"my-pipeline"'));
    expect((await schemes('use', path)).stdout).toContain('is now used for prospects.');
    expect((await inUse())[0]?.[1]).toBe('my-pipeline');
  });

  test('the stability is set without touching the document', async () => {
    const set = await schemes(
      'use',
      'account-value',
      '--buffer',
      '20%',
      '--downgrade-after',
      '3',
      '--no-hold-during-complaint',
    );
    expect(set.stdout).toContain(
      'Stability: a tier is kept within 20 % below its cut-off; a fall counts after 3 gradings in a row.',
    );
    expect((await inUse('--lang', 'zh-CN'))[1]?.[4]).toBe('低于分数线 20% 以内保持原等级；连续 3 次定级都偏低才降级');
    const off = await schemes('use', 'account-value', '--stability', 'off');
    expect(off.stdout).toContain('Stability: falls count at once.');
    const on = await schemes('use', 'account-value', '--stability', 'on', '--hold-during-complaint');
    expect(on.stdout).toContain('a tier is kept while a complaint is open.');
  });

  test('a buffer for a scheme without cut-offs is told to change nothing', async () => {
    const { stderr, exitCode } = await schemes('use', 'sales-pipeline', '--buffer', '0.1');
    expect(exitCode).toBe(0);
    expect(stderr).toBe('This scheme grades by rules or cells and has no cut-offs, so a buffer changes nothing.\n');
  });

  test.each(LANGUAGES)('what cannot be is refused in one line (%s)', async (language) => {
    const wrong: [string[], RegExp][] = [
      [['loyalty', '--for', 'customers'], /--for segments/],
      [['medal', '--for', 'segments'], /Medal|奖牌等级|獎牌等級/],
      [['nowhere'], /nowhere.*account-value/],
      [['medal', '--buffer', 'much'], /--buffer.*0\.9/],
      [['medal', '--buffer', '-0.1'], /--buffer.*0\.9/],
      [['medal', '--downgrade-after', '0'], /--downgrade-after.*24/],
      [['medal', '--stability', 'off', '--downgrade-after', '2'], /--stability off/],
      [['loyalty', '--buffer', '0.1'], /loyalty/],
      [['medal', '--remove'], /Medal|奖牌等级|獎牌等級/],
    ];
    const before = await inUse();
    for (const [argv, sentence] of wrong) {
      const { exitCode, stdout, stderr } = await schemes('use', ...argv, '--lang', language);
      expect([argv, exitCode, stdout]).toEqual([argv, 2, '']);
      expect(stderr).toMatch(sentence);
      expect(stderr.trim().split('\n')).toHaveLength(1);
      if (language !== 'en') expect(stderr).toMatch(/\p{Script=Han}/u);
    }
    expect(await inUse()).toEqual(before);
  });

  test('a changed document wants a new version', async () => {
    const path = await file('mine.json', JSON.stringify({ ...byRank, id: 'mine', titles: { en: 'Changed' } }));
    const { exitCode, stderr } = await schemes('use', path);
    expect([exitCode, stderr]).toEqual([2, 'mine 1 is on file with another content. Raise its version.\n']);
  });

  test('a document that takes the id of a built-in one is refused', async () => {
    const path = await file('medal.json', JSON.stringify({ ...byRank, id: 'medal' }));
    expect((await schemes('use', path)).stderr).toBe(
      'medal is the id of a built-in scheme. Give your own document another id.\n',
    );
  });
});
