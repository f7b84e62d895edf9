import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cli, type KeptOpen, keepOpen } from '../../support/cli.ts';

let folder: string;
let env: Readonly<Record<string, string>>;
let kept: KeptOpen;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tierbook-cli-'));
  env = { TIERBOOK_DATA_DIR: join(folder, 'data') };
  kept = await keepOpen(join(folder, 'data'));
  const path = join(folder, 'prospects.csv');
  const prospects = [
    ...Array.from({ length: 17 }, (_, index) => `Alpha ${index + 1},U0ANNA111,yes,yes,high,yes,yes,no`),
    ...Array.from({ length: 3 }, (_, index) => `Beta ${index + 1},U0LEI1111,yes,yes,medium,yes,no,no`),
  ];
  const headings = 'name,owner,objective need,subjective need,resolve,feasibility begun,selection begun,has system';
  await writeFile(path, [headings, ...prospects, ''].join('\n'));
  await cli(['import', path], { env });
  await cli(['members', 'set', 'U0BOSS11', '--role', 'admin'], { env });
});
afterAll(async () => {
  await kept.close();
  await rm(folder, { recursive: true });
});

function run(...argv: string[]) {
  return cli(argv, { env });
}

describe('capacity', () => {
  test('shows each book against S2, with the sums, and what would balance them', async () => {
    const { stdout } = await run('capacity', '--balance');
    const rows = stdout.split('\n').map((line) =>
      line
        .split('│')
        .map((cell) => cell.trim())
        .join('|'),
    );
    expect(rows).toContain('|U0ANNA111|Tier A, prospects|17|8|21.3|10|+9|');
    expect(rows).toContain('||Together|17||21.3|20|+1.3 days|');
    expect(rows).toContain('||Tier B, prospects|3|12|1|4|−9|');
    expect(stdout).toContain('Tier A, prospects: 8 customers × 6⅔ contacts × 90 min = 10 days a month\n');
    expect(stdout).toContain('A month: 10 + 4 + 4 + 2 = 20 days.\n');
    expect(stdout).toMatch(/\nMove 1 × Tier A, prospects from U0ANNA111 to U0LEI1111: Alpha \d+\.\nNo fewer moves/);
    expect((await run('capacity', '--rep', 'U0LEI1111', '--lang', 'zh-TW')).stdout).not.toContain('U0ANNA111');
  });

  test('moves them with --apply, after which there is nothing to do', async () => {
    const { stderr, exitCode } = await run('capacity', '--apply');
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--balance') });
    const done = await run('capacity', '--balance', '--apply', '--lang', 'zh-CN');
    expect(done.stdout).toMatch(/把 1 个等级 A（潜在客户）从U0ANNA111转给U0LEI1111：Alpha \d+。\n已转移 1 个客户。\n$/);
    const after = JSON.parse((await run('capacity', '--balance', '--format', 'json')).stdout) as {
      reps: { rep: string; days: number; ofDays: number }[];
    };
    expect(after).toMatchObject({ moves: [], isFewest: true, stillOver: [] });
    expect(after.reps.map(({ rep, days, ofDays }) => [rep, days, ofDays])).toEqual([
      ['U0ANNA111', 20, 20],
      ['U0LEI1111', 2.25, 20],
    ]);
    expect((await run('capacity', '--balance', '--lang', 'zh-TW')).stdout).toContain('沒有人超出負荷。\n');
  });
});

describe('members leave and back', () => {
  test('the book goes to the heirs, who are told apart by what they got', async () => {
    const refused = await run('members', 'leave', 'U0ANNA111');
    expect([refused.exitCode, refused.stderr]).toEqual([
      2,
      'The book has customers (16). Say who takes them over with --to.\n',
    ]);
    const { stdout } = await run('members', 'leave', 'U0ANNA111', '--to', 'U0LEI1111, U0BOSS11');
    expect(stdout).toBe(
      'U0ANNA111 has left.\n7 customers (8.8 days a month) to U0LEI1111.\n9 customers (11.3 days a month) to U0BOSS11.\n',
    );
    expect((await run('members', 'list')).stdout).toMatch(/U0ANNA111 .*has left/);
    expect((await run('members', 'set', 'U0ANNA111', '--list-at', 'off')).stderr).toBe(
      'U0ANNA111 has left. “members back” brings a member back.\n',
    );
    expect((await run('members', 'back', 'U0ANNA111', '--lang', 'zh-TW')).stdout).toBe(
      'U0ANNA111已恢復。已交接的客戶維持不變。\n',
    );
    expect((await run('members', 'leave', 'U0ANNA111', '--lang', 'zh-CN')).stdout).toBe(
      'U0ANNA111已离开。\n没有需要交接的客户。\n',
    );
  });
});
