import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cli, type KeptOpen, keepOpen } from '../../support/cli.ts';
import { customerTableCsv } from '../../support/customer-table-csv.ts';

let folder: string;
let env: Readonly<Record<string, string>>;
let kept: KeptOpen;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tierbook-simulate-'));
  env = { TIERBOOK_DATA_DIR: join(folder, 'data') };
  kept = await keepOpen(join(folder, 'data'));
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

const HOSTILE = '=cmd|calc\u202e Ltd';
const ROWS = [
  'List of customers,,,',
  'Customer,Sales,Collection rate,Owner',
  `"${HOSTILE}",9000,10%,Mia`,
  'Brook GmbH,800,91%,Mia',
  'Cole AG,300,95%,',
  'Dunn SA,200,100%,Jo',
  'Total,10300,,',
].join('\n');

interface Simulated {
  readonly customers: number;
  readonly matrix: { readonly rows: object[]; readonly columns: object[]; readonly counts: number[][] };
  readonly movers: {
    readonly name: string;
    readonly row?: number;
    readonly reason: { readonly text: string } | null;
  }[];
  readonly hours: {
    readonly owner: string | null;
    readonly before: number;
    readonly after: number;
    readonly difference: number;
  }[];
}

describe('schemes simulate on a table', () => {
  const simulate = async (...argv: string[]) => cli(['schemes', 'simulate', await file('table.csv', ROWS), ...argv]);

  test('tells matrix, movers with reasons, and hours of each owner', async () => {
    const { exitCode, stdout, stderr } = await simulate('--scheme', 'value-pyramid');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^4 customers by “Value pyramid” \(version 1\) instead of “Account value” \(version 1\): /);
    expect(stdout).toContain('Before \\ After');
    expect(stdout).toContain('Who would move, the largest first by Sales amount');
    expect(stdout).toMatch(/Sales amount 9,000: Tier Important/);
    for (const owner of ['Mia', 'Jo', 'nobody yet', 'All']) expect(stdout).toContain(`│ ${owner} `);
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(stderr).toContain('Compared with “Account value” (version 1); --against names another.');
    expect(stderr).toContain('Nothing was written.');
  });

  test('gives all movers and numbers that add up as JSON', async () => {
    const { stdout } = await simulate('--scheme', 'value-pyramid', '--against', 'account-value', '--format', 'json');
    const result = JSON.parse(stdout) as Simulated;
    expect(result.customers).toBe(4);
    expect(result.matrix.counts.flat().reduce((sum, count) => sum + count, 0)).toBe(4);
    expect(result.hours.map(({ owner }) => owner)).toEqual(['Mia', 'Jo', null]);
    for (const { before, after, difference } of result.hours) expect(difference).toBeCloseTo(after - before);
    for (const { reason, row } of result.movers)
      expect([typeof reason?.text, typeof row]).toEqual(['string', 'number']);
  });

  test('gives every mover a line as CSV, in which no name runs as a formula', async () => {
    const { stdout } = await simulate('--scheme', 'value-pyramid', '--format', 'csv');
    const [head, ...rows] = parse(stdout);
    expect(head).toEqual(['Row', 'No.', 'Customer', 'Before', 'After', 'Move', 'Sales amount', 'Why']);
    expect(rows.length).toBeGreaterThan(0);
    expect(stdout).not.toMatch(/(^|,)"?[=+@]/m);
    expect(rows[0]?.[2]).toBe(`'${HOSTILE}`);
  });

  test('shows twenty movers of many, and counts the rest', async () => {
    const path = await file('many.csv', customerTableCsv(300, 3));
    const { stdout } = await cli(['schemes', 'simulate', path, '--scheme', 'value-pyramid']);
    const shown = stdout.split('\n').filter((line) => /^│ +\d+ +│ .*│ Tier .*│ (Tier|needs)/.test(line));
    expect(shown).toHaveLength(20);
    const moved = JSON.parse(
      (await cli(['schemes', 'simulate', path, '--scheme', 'value-pyramid', '--format', 'json'])).stdout,
    ) as Simulated;
    expect(stdout).toContain(`and ${moved.movers.length - 20} more`);
  });

  test('of a scheme against itself is the identity', async () => {
    const { stdout } = await simulate('--scheme', 'medal', '--against', 'medal', '--format', 'json');
    const { matrix, movers } = JSON.parse(stdout) as Simulated;
    expect(movers).toEqual([]);
    for (const [row, own] of matrix.counts.entries())
      for (const [column, count] of own.entries()) if (row !== column) expect(count).toBe(0);
  });

  test('of one’s own file against the built-in scheme of that name tells the two apart', async () => {
    const { stdout: shown } = await cli(['schemes', 'show', 'account-value']);
    const path = await file('mine.json', shown.replace('"from": 62', '"from": 50'));
    const { stdout } = await simulate('--scheme', path);
    expect(stdout).toContain('(version 1, mine.json)');
  });

  test('of a table of nobody says so', async () => {
    const path = await file('nobody.csv', 'Customer,Sales\n');
    const { exitCode, stdout, stderr } = await cli(['schemes', 'simulate', path, '--scheme', 'medal']);
    expect(`${stdout}${stderr}`).toMatch(/no customers|no rows|empty/i);
    expect([0, 2]).toContain(exitCode);
  });

  test.each([
    ['zh-CN', '改用“价值金字塔', '按维护策略计算的每月工时'],
    ['zh-TW', '改用「客戶價值金字塔」', '依維護策略計算的每月工時'],
  ])('speaks %s', async (language, headline, hours) => {
    const { stdout } = await simulate('--scheme', 'value-pyramid', '--lang', language);
    expect(stdout).toContain(hours);
    expect(stdout.slice(0, 40)).toContain(headline.slice(0, 3));
  });

  test.each([
    [['--scheme', 'no-such'], 'no scheme “no-such”'],
    [[], 'The option --scheme <id or file> is missing'],
  ])('%j ends with 2 and a sentence', async (argv, sentence) => {
    const { exitCode, stdout, stderr } = await simulate(...argv);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(sentence);
  });
});

describe('schemes simulate on the database', () => {
  test('compares with the scheme in use, the workspace’s own included', async () => {
    await cli(['import', await file('table.csv', ROWS)], { env });
    const { stdout: shown } = await cli(['schemes', 'show', 'account-value']);
    const own = { ...(JSON.parse(shown) as object), id: 'ours', titles: { en: 'Ours' } };
    await cli(['schemes', 'use', await file('ours.json', JSON.stringify(own))], { env });
    const { exitCode, stdout, stderr } = await cli(['schemes', 'simulate', '--scheme', 'value-pyramid'], { env });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^4 customers by “Value pyramid” \(version 1\) instead of “Ours” \(version 1\): /);
    expect(stderr).toContain('Nothing was written.');
    const back = await cli(['schemes', 'simulate', '--scheme', 'ours', '--against', 'ours'], { env });
    expect(back.stdout).toContain('0 would rise, 0 fall, 4 stay.');
  });

  test('of prospects, of whom there are none, says so', async () => {
    const { stdout } = await cli(['schemes', 'simulate', '--scheme', 'sales-pipeline'], { env });
    expect(stdout).toBe('There are no customers to grade.\n');
  });
});

describe('schemes compare', () => {
  const compare = async (...argv: string[]) => cli(['schemes', 'compare', await file('table.csv', ROWS), ...argv]);
  const BOTH = ['--scheme', 'account-value', '--scheme', 'value-pyramid'];

  test('tells how often schemes agree and on whom they differ, with each one’s reason', async () => {
    const { exitCode, stdout } = await compare(...BOTH);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Account value and Value pyramid agree on \d of 4 customers\.\n/);
    expect(stdout).toContain('Where they differ most');
    expect(stdout).toMatch(/Tier Important +│\n.*Sales amount 9,000: Tier Important/);
  });

  test('keeps every column and row as CSV and appends a column a scheme', async () => {
    const { stdout, stderr } = await compare(...BOTH, '--scheme', 'relationship-value', '--format', 'csv');
    const before = parse(ROWS);
    const after = parse(stdout);
    expect(after.map((row) => row.slice(0, 4))).toEqual(before);
    expect(after[1]?.slice(4)).toEqual(['Account value', 'Value pyramid', 'Relationship value']);
    for (const index of [0, 6]) expect(after[index]?.slice(4)).toEqual(['', '', '']);
    for (const index of [2, 3, 4, 5]) expect(after[index]?.[5]).toMatch(/Important|Secondary|Ordinary|Small/);
    expect(after[2]?.[6]).toBe('(needs review)');
    expect(stderr).toContain('agree on');
  });

  test('lists all disagreements as JSON, the widest first', async () => {
    const { stdout } = await compare(...BOTH, '--format', 'json');
    const { agreements, disagreements, customers } = JSON.parse(stdout) as {
      customers: number;
      agreements: { agree: number; differ: number }[];
      disagreements: { spread: number; grades: { scheme: string; reason: string }[] }[];
    };
    expect(customers).toBe(4);
    expect(agreements.map(({ agree, differ }) => agree + differ)).toEqual([4]);
    const spreads = disagreements.map(({ spread }) => spread);
    expect(spreads).toEqual(spreads.toSorted((a, b) => b - a));
    for (const { grades } of disagreements) expect(grades.every(({ reason }) => reason !== '')).toBe(true);
  });

  test('tells two versions of one scheme apart', async () => {
    const { stdout: shown } = await cli(['schemes', 'show', 'account-value']);
    const path = await file('two.json', shown.replace('"version": 1', '"version": 2'));
    const { stdout } = await compare('--scheme', 'account-value', '--scheme', path);
    expect(stdout).toContain('“Account value” (version 1) and “Account value” (version 2) agree on 4 of 4 customers.');
    expect(stdout).toContain('There is nobody on whom they differ.');
  });

  test('of a single scheme asks for another', async () => {
    const { exitCode, stdout, stderr } = await compare('--scheme', 'medal');
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('at least two schemes');
  });

  test('without a scheme takes those that the columns fit best, and says which', async () => {
    const { exitCode, stdout, stderr } = await compare();
    expect(exitCode).toBe(0);
    expect(stderr).toContain('fit best: Account value, ');
    expect(stdout).toContain('Account value and ');
  });
});
