import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cli } from '../../support/cli.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tierbook-cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const TABLE = [
  'Customers of 2026,,,',
  'Customer,Annual sales,Collection rate,Remarks',
  '"Ames, Ltd",1200,99%,"says ""hi"""',
  ',,,',
  'Brook GmbH,800,91%,',
  'Cole AG,oops,70%,',
  'Dunn SA,,,',
  'Total,2000,,',
].join('\n');

describe('grade --format csv', () => {
  test('keeps every row and column as it came and appends five columns', async () => {
    const { exitCode, stdout } = await cli(['grade', await file('table.csv', TABLE), '--format', 'csv']);
    const before = parse(TABLE);
    const after = parse(stdout);
    expect(exitCode).toBe(0);
    expect(after.map((row) => row.slice(0, 4))).toEqual(before);
    expect(after[1]?.slice(4)).toEqual(['Tier', 'Score', 'Reasons', 'Next tier', 'Review']);
    for (const index of [0, 3, 7]) expect(after[index]?.slice(4)).toEqual(['', '', '', '', '']);
    expect(after[2]?.[4]).toMatch(/^[A-D]$/);
  });

  test('keeps a remark far below ungraded, as it keeps totals', async () => {
    const remarked = await file('remarked.csv', `${TABLE}\n,,,\n* as of March,,,\nUpdated 2026-03-01,,,`);
    const { stdout } = await cli(['grade', remarked, '--format', 'csv']);
    const after = parse(stdout);
    expect(after.at(-2)).toEqual(['* as of March', '', '', '', '', '', '', '', '']);
    expect(after.at(-1)).toEqual(['Updated 2026-03-01', '', '', '', '', '', '', '', '']);
    const json = JSON.parse((await cli(['grade', remarked, '--format', 'json'])).stdout) as { row: number }[];
    expect(json.map(({ row }) => row)).toEqual([3, 5, 6, 7]);
    const table = await cli(['grade', remarked]);
    expect(table.stdout + table.stderr).toContain('Row 10 is a remark and was left out.');
  });

  test('says in the language asked for what was left out', async () => {
    const { stdout } = await cli(['grade', await file('table.csv', TABLE), '--format', 'csv', '--lang', 'zh-CN']);
    const rows = parse(stdout);
    expect(rows[1]?.slice(4)).toEqual(['等级', '得分', '原因', '升级条件', '复核']);
  });

  test('a reason can be no formula in a spreadsheet', async () => {
    const { stdout } = await cli(['schemes', 'show', 'account-value']);
    const scheme = JSON.parse(stdout) as { criteria: { id: string; titles: { en: string } }[] };
    for (const criterion of scheme.criteria) criterion.titles.en = `=cmd|' /C calc'!A0 ${criterion.id}`;
    const path = await file('hostile.json', JSON.stringify(scheme));
    const graded = await cli(['grade', await file('table.csv', TABLE), '--format', 'csv', '--scheme', path]);
    const reasons = parse(graded.stdout).map((row) => row[6]);
    expect(reasons.filter((text) => text?.startsWith('='))).toEqual([]);
    expect(reasons[2]).toMatch(/^'=cmd/);
  });
});

describe('grade --format json', () => {
  test('has one object a customer, in the sheet’s order, with the sheet’s rows', async () => {
    const { stdout } = await cli(['grade', await file('table.csv', TABLE), '--format', 'json']);
    const found = JSON.parse(stdout) as Record<string, unknown>[];
    expect(found.map(({ row, name }) => [row, name])).toEqual([
      [3, 'Ames, Ltd'],
      [5, 'Brook GmbH'],
      [6, 'Cole AG'],
      [7, 'Dunn SA'],
    ]);
    for (const each of found) {
      expect(Object.keys(each)).toEqual([
        'row',
        'name',
        'status',
        'tier',
        'score',
        'reasons',
        'nextTier',
        'review',
        'warnings',
      ]);
      expect(each['tier'] === null).toBe(each['status'] !== 'graded');
    }
  });

  test('a customer of whom nothing is known is for review, never in the worst tier', async () => {
    const { stdout } = await cli(['grade', await file('table.csv', TABLE), '--format', 'json']);
    const dunn = (JSON.parse(stdout) as { name: string; status: string; tier: null; review: unknown[] }[]).at(-1);
    expect(dunn).toMatchObject({ name: 'Dunn SA', status: 'review', tier: null });
    expect(dunn?.review).not.toEqual([]);
  });
});

describe('grade', () => {
  test('prints an overview by default, and the count of each tier on stderr', async () => {
    const { exitCode, stdout, stderr } = await cli(['grade', await file('table.csv', TABLE)]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Brook GmbH');
    expect(stderr).toMatch(/4 customers graded by “Account value”, version 1: Tier A \d/);
  });

  test('takes a table from standard input', async () => {
    const { stdout } = await cli(['grade', '-', '--format', 'json'], { stdin: TABLE });
    expect(JSON.parse(stdout)).toHaveLength(4);
  });

  test('--strict ends with 1 when a row needs a person, and with 0 when none does', async () => {
    const fine = 'Customer,Sales\nAmes,100\nBrook,50\n';
    expect((await cli(['grade', '-', '--strict'], { stdin: fine })).exitCode).toBe(0);
    expect((await cli(['grade', '-', '--strict'], { stdin: TABLE })).exitCode).toBe(1);
    expect((await cli(['grade', '-'], { stdin: TABLE })).exitCode).toBe(0);
  });

  test('names the cell that cannot be read', async () => {
    const { stderr } = await cli(['grade', '-'], { stdin: TABLE });
    expect(stderr).toMatch(/row 6.*column B.*oops/i);
  });

  test('a hostile name does not reach the terminal as control characters', async () => {
    const { stdout } = await cli(['grade', '-'], { stdin: 'Customer,Sales\n\u001b[31mred\u0007\u202e,5\nAmes,3\n' });
    for (const character of ['\u001b', '\u0007', '\u202e']) expect(stdout).not.toContain(character);
  });

  test.each([
    [['grade', 'no-such-file.csv'], /no file no-such-file\.csv/],
    [['grade', '-'], /empty/i],
    [['grade', '-', '--scheme', 'no-such-scheme'], /no scheme “no-such-scheme”.*account-value/],
    [['grade', '-', '--as-of', 'yesterday'], /as-of/],
    [['grade', '-', '--format', 'pdf'], /Allowed choices are table, csv, json/],
    [['grade'], /The argument <table> is missing\. Write: tierbook grade \[options\] <table>$/m],
    [['grade', '--lang', 'zh-CN'], /^缺少参数 <table>，正确写法：tierbook grade \[options\] <table>$/m],
    [['schemes', 'simulate', '-', '--lang', 'zh-CN'], /^缺少选项 --scheme <id or file>，请加上。$/m],
    [['import', '--lang', 'zh-TW'], /^請寫明要匯入的表格/m],
    [['grade', '-', '--scheme'], /The value of an option is missing\. Write: --scheme <id or file>$/m],
    [['grade', '-', '--lang', 'zh-TW', '--scheme'], /^選項後面缺少內容，正確寫法：--scheme <id or file>$/m],
    [['grade', '-', '--scheme', 'account-value', '--scheme', 'rfm'], /^The option --scheme may stand only once\./m],
    [['grade', '-', '--lang', 'zh-CN', '--as-of=2026-01-01', '--as-of', '2026-01-02'], /^选项 --as-of 只能写一次/m],
    [['nonsense'], /unknown command/],
  ])('%j is wrong use: one line that says so, exit code 2', async (argv, sentence) => {
    const { exitCode, stdout, stderr } = await cli(argv);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

test('--column may be repeated, and a mark that stands twice says nothing new', async () => {
  const argv = ['grade', '-', '--column', 'B=salesAmount', '--column', 'C=notes', '--strict', '--strict'];
  expect(await cli(argv, { stdin: 'Customer,X,Y\nAmes,3,5\n' })).toMatchObject({
    stderr: expect.not.stringMatching(/once/),
  });
});

describe('what the grades rest on', () => {
  const misspelt = 'Customer,Slaes,Collection rate\nAmes,1,90%\nBrook,2,80%\n';

  test('a heading that is not recognised is named, and so are the criteria that nobody has', async () => {
    const { stderr } = await cli(['grade', '-'], { stdin: misspelt });
    expect(stderr).toContain('Headings not recognised, so not graded: column B (“Slaes”).');
    expect(stderr).toMatch(/Not counted, since no customer of this table has a value: Sales amount, Order stability/);
  });

  test('in Chinese too', async () => {
    const { stderr } = await cli(['grade', '-', '--lang', 'zh-TW'], { stdin: misspelt });
    expect(stderr).toContain('無法辨識的標題（不列入評分）：B 欄「Slaes」。');
  });
});

describe('schemes', () => {
  test('json-schema prints a schema that describes scheme documents', async () => {
    const { exitCode, stdout } = await cli(['schemes', 'json-schema']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      title: 'Tierbook scheme',
      anyOf: [{ type: 'object' }, { type: 'object' }],
    });
  });

  test.each([
    ['{"id": "my scheme"}', 'id: is not written as it must be: a letter from A to Z first'],
    ['[]', 'The document: must be an object: { … }.'],
  ])('check says of %s in plain words what is wrong', async (content, sentence) => {
    const { exitCode, stderr } = await cli(['schemes', 'check', await file('broken.json', content)]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(sentence);
  });

  test('an error comes in the language that was asked for', async () => {
    const { stderr } = await cli(['grade', 'x.csv', '--scheme', 'nope', '--lang=zh-CN']);
    expect(stderr).toMatch(/^没有名为“nope”的分级标准/);
  });
});

describe('what a table leaves open', () => {
  const grade = async (table: string, ...options: string[]) => {
    const { stdout, stderr, exitCode } = await cli(['grade', '-', '--format', 'json', ...options], { stdin: table });
    const found = exitCode === 0 ? (JSON.parse(stdout) as { reasons: { value: unknown }[] }[]) : [];
    return { values: found.map(({ reasons }) => reasons[0]?.value ?? null), stderr, exitCode };
  };

  test('a decimal separator that nothing decides is asked for, and --decimal answers', async () => {
    const table = 'Customer,Sales\nAmes,1.234\nBrook,5.678\n';
    const open = await grade(table);
    expect(open.values).toEqual([null, null]);
    expect(open.stderr).toContain('--decimal');
    expect((await grade(table, '--decimal', ',')).values).toEqual([1234, 5678]);
    expect((await grade(table, '--decimal', '.')).values).toEqual([1.234, 5.678]);
  });

  test('a date order that nothing decides is asked for, and --date-order answers', async () => {
    const table = 'Customer,Last order\nAmes,3/4/26\nBrook,5/6/26\n';
    const open = await grade(table);
    expect(open.values).toEqual([null, null]);
    expect(open.stderr).toContain('--date-order');
    expect((await grade(table, '--date-order', 'dmy')).values).toEqual(['2026-04-03', '2026-06-05']);
    expect((await grade(table, '--date-order', 'mdy')).values).toEqual(['2026-03-04', '2026-05-06']);
  });

  test('two columns for one field are asked about, and --column answers', async () => {
    const table = 'Customer,Sales,Revenue\nAmes,1,30\nBrook,2,20\n';
    const open = await grade(table);
    expect(open.values).toEqual([null, null]);
    expect(open.stderr).toContain('--column');
    expect((await grade(table, '--column', 'C=salesAmount', '--column', 'B=')).values).toEqual([30, 20]);
    expect((await grade(table, '--column', 'Sales=salesAmount', '--column', 'Revenue=')).values).toEqual([1, 2]);
  });

  test.each([
    ['C', /wants a column and a field/],
    ['B=nonsense', /^There is no field “nonsense”\. There are these: name, key, .*salesAmount, /],
    ['B=sales', /^There is no field “sales”\. This may be meant: salesAmount \(Sales\)\.\n/],
    ['B=SalesAmount', /This may be meant: salesAmount \(Sales\)\./],
    ['B=saleAmuont', /This may be meant: salesAmount \(Sales\)\./],
    ['B=逾期金额', /This may be meant: overdueAmount \(Overdue amount\)\./],
    ['B=Last contact', /This may be meant: lastContact \(Last contact\)\./],
    ['ZZ=salesAmount', /ZZ/],
  ])('--column %s is wrong use', async (column, sentence) => {
    const { exitCode, stderr } = await grade('Customer,Sales\nAmes,1\n', '--column', column);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(sentence);
  });

  test('a field that there is not is told in the language of the command, by its id and its title there', async () => {
    const { stderr } = await grade('Customer,Sales\nAmes,1\n', '--lang', 'zh-CN', '--column', 'B=回款');
    expect(stderr).toBe('没有名为“回款”的字段，可能是指：paymentCollection（回款率）。\n');
  });
});
