import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cli } from '../../support/cli.ts';

let folder: string;
let workbook: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tierbook-cli-'));
  workbook = await saved('customers.xlsx', {
    Cover: [['Report'], ['made by us']],
    North: [
      ['Customer', 'Annual sales'],
      ['Ames Ltd', 1200],
      ['Brook GmbH', 800],
    ],
    South: [
      ['Customer', 'Annual sales'],
      ['Cole AG', 300],
      ['Dunn SA', 500],
    ],
  });
});
afterAll(() => rm(folder, { recursive: true }));

async function saved(name: string, sheets: Readonly<Record<string, (string | number)[][]>>): Promise<string> {
  const book = new ExcelJS.Workbook();
  for (const [title, rows] of Object.entries(sheets)) book.addWorksheet(title).addRows(rows);
  const path = join(folder, name);
  await book.xlsx.writeFile(path);
  return path;
}

const namesIn = (json: string): string[] => (JSON.parse(json) as { name: string }[]).map(({ name }) => name);

test.each([
  ['en', 'Only the sheet “North” was read. Left out, though there are tables too: “South”. Use --sheet NAME'],
  ['zh-CN', '只读取了工作表“North”。以下工作表也有表格，没有读取：“South”。可用 --sheet 名称 指定。'],
  ['zh-TW', '只讀取了工作表「North」。以下工作表也有表格，沒有讀取：「South」。可用 --sheet 名稱 指定。'],
])('a second table of a workbook is told of, and needs attention (%s)', async (language, sentence) => {
  const argv = ['grade', workbook, '--format', 'json', '--lang', language];
  const { exitCode, stdout, stderr } = await cli(argv);
  expect(exitCode).toBe(0);
  expect(namesIn(stdout)).toEqual(['Ames Ltd', 'Brook GmbH']);
  expect(stderr).toContain(sentence);
  expect((await cli([...argv, '--strict'])).exitCode).toBe(1);
});

test('--sheet chooses one, and then nothing is left to tell', async () => {
  const argv = ['grade', workbook, '--sheet', 'south', '--format', 'json', '--strict'];
  const { exitCode, stdout, stderr } = await cli(argv);
  expect(exitCode).toBe(0);
  expect(namesIn(stdout)).toEqual(['Cole AG', 'Dunn SA']);
  expect(stderr).not.toContain('North');
});

test('a sheet without a table is named, and needs nobody', async () => {
  const path = await saved('covered.xlsx', {
    Cover: [['Report'], ['made by us']],
    Data: [
      ['Customer', 'Annual sales'],
      ['Ames Ltd', 1200],
    ],
  });
  const { exitCode, stderr } = await cli(['grade', path, '--strict']);
  expect(exitCode).toBe(0);
  expect(stderr).toContain('The sheet “Data” was read. Left out: “Cover”.');
});

test('where the sheet that was read cannot be used, the others are named all the same', async () => {
  const path = await saved('two-covers.xlsx', { Cover: [['Report']], Notes: [['made by us']] });
  const { exitCode, stderr } = await cli(['grade', path]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('The sheet “Cover” was read. Left out: “Notes”.');
});

test('a sheet that there is not is wrong use, and those that there are get named', async () => {
  const { exitCode, stderr } = await cli(['import', workbook, '--sheet', 'East', '--dry-run']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('customers.xlsx has no visible sheet “East”. It has these: Cover, North, South.');
});
