import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cli, type KeptOpen, keepOpen } from '../../support/cli.ts';

let folder: string;
let env: Readonly<Record<string, string>>;
let kept: KeptOpen;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tierbook-purchases-'));
  env = { TIERBOOK_DATA_DIR: join(folder, 'data') };
  kept = await keepOpen(join(folder, 'data'));
  const customers = await table('customers.csv', [
    'Customer no,Customer,Collection rate',
    'K1,上海一家有限公司,99%',
    'K2,Brook GmbH,91%',
    'K3,Cole AG,70%',
  ]);
  await cli(['import', customers], { env });
});
afterAll(async () => {
  await kept.close();
  await rm(folder, { recursive: true });
});

async function table(name: string, lines: readonly string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `${lines.join('\n')}\n`);
  return path;
}

/** A table as a shop exports it, with most of what can go wrong. */
const MESSY = [
  '销售订单明细,,,,,,',
  '订单编号,下单时间,客户名称,商品名称,实付金额（元）,订单来源,订单状态',
  'A1,2026-10-01 12:22:03,上海一家,泵,"￥1,200.50",官网,已完成',
  'A1,2026-10-01 12:22:03,上海一家,阀,300,官网,已完成',
  'A2,2026/11/2,BROOK GMBH,阀,８８,门店,已完成',
  'A2,2026/11/3,Brook,阀,-88,门店,已退款',
  'A3,2026/11/4,=cmd()|evil,阀,88,门店,已完成',
  'A4,2027/11/4,Cole AG,阀,88,门店,已完成',
  'A5,昨天,Cole AG,阀,88,门店,已完成',
  'A6,2026-11-05,Cole AG,阀,-,门店,已完成',
  'A7,2026-11-05,Cole AG,阀,80,门店,已取消',
  ',,,,,,',
  '合计,,,,1680.5,,',
];

test('a dry run tells what would come and writes nothing', async () => {
  const path = await table('messy.csv', MESSY);
  for (let time = 0; time < 2; time += 1) {
    const { exitCode, stdout } = await cli(['purchases', 'import', path, '--dry-run'], { env });
    expect(stdout).toBe(
      'Nothing written yet. This import would bring: 4 new, 0 already there, 4 rejected. 1 cancelled order was left out.\n',
    );
    expect(exitCode).toBe(0);
  }
  expect(existsSync(join(folder, 'messy.rejected.csv'))).toBe(false);
});

test('a messy table is taken in once, and what is wrong is told by row and column', async () => {
  const path = await table('messy.csv', MESSY);
  const first = await cli(['purchases', 'import', path], { env });
  expect(first.stdout).toMatch(
    /^Purchases imported: 4 new, 0 already there, 4 rejected\. 1 cancelled order was left out\.\n.* tier/,
  );
  expect(first.stderr).toContain(
    'Row 7, =cmd()|evil: There is no customer “=cmd()|evil” on file: import the customer first, or correct the row.\n',
  );
  expect(first.stderr).toContain(
    'Row 8, Cole AG: 4 Nov 2027 in column B (“下单时间”) is still to come: correct the date, or import the row when it is over.\n',
  );
  expect(first.stderr).toContain(
    'Row 9, Cole AG: “昨天” in column B (“下单时间”) is no date: write it as 2026-03-31.\n',
  );
  expect(first.stderr).toContain('Row 10, Cole AG: There is no amount in column E (“实付金额（元）”): fill it in.\n');
  expect(first.stderr).toContain('schemes use lifecycle');
  const again = await cli(['purchases', 'import', path, '--strict', '--lang', 'zh-CN'], { env });
  expect(again.stdout).toBe('购买记录导入完成：新增 0 条，已有 4 条，未接收 4 行。已取消的订单 1 条未计入。\n');
  expect(again.exitCode).toBe(1);
});

test('rejected rows stand in a file that runs nothing and can be mended and imported', async () => {
  const path = join(folder, 'messy.rejected.csv');
  const text = await readFile(path, 'utf8');
  const rows = parse(text, { bom: true });
  expect(rows).toHaveLength(5);
  expect(rows[1]).toEqual([
    'A3',
    '2026/11/4',
    "'=cmd()|evil",
    '阀',
    '88',
    '门店',
    '已完成',
    '系统里没有客户“=cmd()|evil”，请先导入该客户，或更正这一行。',
  ]);
  const mended = await table('mended.csv', [text.replace("'=cmd()|evil", 'Cole AG').trimEnd()]);
  const { stdout } = await cli(['purchases', 'import', mended], { env });
  expect(stdout).toContain('1 new, 0 already there, 3 rejected.');
});

test('a table from standard input says what it lacks, and --column tells', async () => {
  const lines = ['Customer,When,How much', 'Brook GmbH,2026-11-01,12', 'Brook GmbH,2026-11-01,12'].join('\n');
  const lost = await cli(['purchases', 'import', '-'], { env, stdin: lines });
  expect(lost.exitCode).toBe(2);
  expect(lost.stderr).toMatch(/--column C=purchaseDate\n$/);
  const half = await cli(['purchases', 'import', '-', '--column', 'B=purchaseDate'], { env, stdin: lines });
  expect(half.stderr).toMatch(/no column for this: amount\. .*--column C=purchaseAmount\n$/);
  const columns = ['--column', 'B=purchaseDate', '--column', 'C=purchaseAmount'];
  const told = await cli(['purchases', 'import', '-', ...columns], { env, stdin: lines });
  expect(told).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('2 new, 0 already there, 0 rejected.') });
});

test.each([
  ['', 'is empty.'],
  ['Order date,Amount\n2026-11-01,12\n', 'name no column for the customer'],
  ['Customer,Amount,Amount,Order date\nBrook GmbH,1,2,2026-11-01\n', 'all read as Amount'],
  ['Customer,Order date,Amount\n', 'No customers stand below'],
])('a table that cannot be used is refused in one sentence: %j', async (stdin, sentence) => {
  const { exitCode, stderr, stdout } = await cli(['purchases', 'import', '-'], { env, stdin });
  expect(exitCode).toBe(2);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toContain(sentence);
  expect(stdout).toBe('');
});

test('dates and amounts that read two ways are asked about, and the options decide', async () => {
  const stdin = 'Customer,Order date,Amount\nBrook GmbH,3/4/26,1.234\n';
  const asked = await cli(['purchases', 'import', '-', '--dry-run'], { env, stdin });
  expect(asked.stdout).toContain('0 new, 0 already there, 1 rejected');
  expect(asked.stderr).toContain('--date-order');
  const decided = ['--dry-run', '--date-order', 'dmy', '--decimal', '.'];
  const told = await cli(['purchases', 'import', '-', ...decided], { env, stdin });
  expect(told.stdout).toContain('1 new, 0 already there, 0 rejected');
});
