import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cli } from '../../support/cli.ts';

let folder: string;
let env: Readonly<Record<string, string>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tierbook-cli-'));
  env = { TIERBOOK_DATA_DIR: join(folder, 'data') };
});
afterAll(() => rm(folder, { recursive: true }));

const TABLE = [
  'Customer no,Customer,Sales,Collection rate,Owner',
  'K1,Ames Ltd,1200,99%,Mia',
  'K2,Brook GmbH,800,91%,Mia',
  ',,5,70%,Jo',
  'K3,Cole AG,300,70%,Jo',
  '',
].join('\n');

async function table(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('a database folder of one’s own', () => {
  test('migrate says what it did, and then that there is nothing left to do', async () => {
    expect((await cli(['migrate'], { env })).stdout).toMatch(/^\d+ migrations applied\.\n$/);
    expect((await cli(['migrate'], { env })).stdout).toBe('The database is up to date.\n');
  });

  test('import --dry-run says what would happen and writes nothing', async () => {
    const path = await table('customers.csv', TABLE);
    for (let time = 0; time < 2; time += 1) {
      const { exitCode, stdout } = await cli(['import', path, '--dry-run'], { env });
      expect(exitCode).toBe(0);
      expect(stdout).toContain('3 new, 0 changed, 0 unchanged, 1 rejected');
    }
    expect(existsSync(join(folder, 'customers.rejected.csv'))).toBe(false);
  });

  test('import takes the customers in; a second time nothing changes', async () => {
    const path = await table('customers.csv', TABLE);
    const first = await cli(['import', path], { env });
    expect(first.stdout).toContain('3 new, 0 changed, 0 unchanged, 1 rejected');
    expect(first.stderr).toMatch(/Row 4/);
    const second = await cli(['import', path, '--strict'], { env });
    expect(second.stdout).toContain('0 new, 0 changed, 3 unchanged, 1 rejected');
    expect(second.exitCode).toBe(1);
  });

  test('rejected rows stand in a file that can be mended and imported', async () => {
    const path = join(folder, 'customers.rejected.csv');
    const rejected = await readFile(path, 'utf8');
    const rows = parse(rejected, { bom: true });
    expect(rows[0]).toEqual(['Customer no', 'Customer', 'Sales', 'Collection rate', 'Owner', 'Problem']);
    expect(rows[1]?.slice(0, 5)).toEqual(['', '', '5', '70%', 'Jo']);
    await writeFile(path, rejected.replace('\n,,', '\nK4,Dunn SA,'));
    expect((await cli(['import', path], { env })).stdout).toContain('1 new, 0 changed, 0 unchanged, 0 rejected');
  });

  test('owners whom nobody knows are told one by one, many of them in one sentence', async () => {
    const owned = (...owners: string[]) =>
      `Customer,Owner\n${owners.map((owner, at) => `C${at},${owner}`).join('\n')}\n`;
    const few = await cli(['import', await table('few.csv', owned('Mia', 'Jo')), '--dry-run'], { env });
    expect(few.stderr.match(/No member found for owner/g)).toHaveLength(2);
    const many = await cli(['import', await table('many.csv', owned('A', 'B', 'C', 'D')), '--dry-run'], { env });
    expect(many.stderr).toContain('No members found for 4 owners (“A”, “B”, “C”, …; 4 rows)');
  });

  test('a preview says in words what would change, and that currencies differ', async () => {
    const yuan = await table('yuan.csv', 'Customer,Sales,Collection rate\nEve Ltd,¥100,90%\n');
    await cli(['import', yuan], { env });
    const dollars = await table('dollars.csv', 'Customer,Sales,Collection rate\nEve Ltd,"$1,200",95%\n');
    const { stderr } = await cli(['import', dollars, '--dry-run'], { env });
    expect(stderr).toContain('Eve Ltd: Sales 100 → 1,200, Payment collection 90 % → 95 %');
    expect(stderr).toContain('this table are in USD, those on file in CNY');
    expect((await cli(['import', yuan, '--dry-run'], { env })).stderr).not.toContain('on file');
  });

  test('merge joins two customers by key or name, and --undo takes them apart', async () => {
    const merged = await cli(['merge', 'K1', 'brook'], { env });
    expect(merged.stdout).toMatch(/^Brook GmbH is now part of Ames Ltd\./);
    const again = await cli(['merge', 'K1', 'K2'], { env });
    expect(again.exitCode).toBe(2);
    const id = /--undo (\S+)/.exec(merged.stdout)?.[1] ?? '';
    expect((await cli(['merge', '--undo', id], { env })).exitCode).toBe(0);
    expect((await cli(['merge', '--undo', id], { env })).exitCode).toBe(2);
    expect((await cli(['merge', 'K2', 'K1'], { env })).exitCode).toBe(0);
  });

  test('sample remove has nothing to remove where there are no samples', async () => {
    expect((await cli(['sample', 'remove'], { env })).stdout).toBe('There are no sample customers.\n');
  });

  test.each([
    [['merge', 'K1'], /Say what to merge: two customers/],
    [['merge', 'K1', 'nobody'], /no customer “nobody”/],
    [['merge', '--undo', 'nonsense'], /no merge nonsense/],
    [['import', 'no-such.csv'], /no file/],
    [['migrate', '--workspace', 'T1'], /unknown option/],
    [['sample', 'remove', '--workspace', 'TNOWHERE'], /TNOWHERE|workspace/i],
  ])('%j ends with 2 and one line', async (argv, sentence) => {
    const { exitCode, stderr, stdout } = await cli(argv, { env });
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('a wrong setting and an unreachable database are one line each', async () => {
    const wrong = await cli(['migrate'], { env: { DATABASE_URL: 'mysql://x' } });
    expect([wrong.exitCode, wrong.stderr.trim().split('\n').length]).toEqual([2, 1]);
    expect(wrong.stderr).toContain('DATABASE_URL');
    const silent = await cli(['migrate'], { env: { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' } });
    expect([silent.exitCode, silent.stderr.trim().split('\n').length]).toEqual([2, 1]);
    expect(silent.stderr).toContain('does not answer');
  });

  test.each([
    ['en', 'The database does not answer (127.0.0.1:1/none). Start it, or correct host and port in DATABASE_URL.\n'],
    ['zh-CN', '数据库没有响应（127.0.0.1:1/none）。请启动数据库，或更正 DATABASE_URL 中的主机和端口。\n'],
    ['zh-TW', '資料庫沒有回應（127.0.0.1:1/none）。請啟動資料庫，或更正 DATABASE_URL 中的主機和連接埠。\n'],
  ])('a database that does not answer is told in %s, with what to do', async (language, sentence) => {
    const url = { DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none' };
    expect((await cli(['migrate', '--lang', language], { env: url })).stderr).toBe(sentence);
    const LANG = `${language.replace('-', '_')}.UTF-8`;
    expect((await cli(['migrate'], { env: { ...url, LANG } })).stderr).toBe(sentence);
  });
});
