import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cli, type KeptOpen, keepOpen } from '../../support/cli.ts';

let folder: string;
let env: Readonly<Record<string, string>>;
let kept: KeptOpen;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tierbook-explain-'));
  env = { TIERBOOK_DATA_DIR: join(folder, 'data') };
  kept = await keepOpen(join(folder, 'data'));
});
afterAll(async () => {
  await kept.close();
  await rm(folder, { recursive: true });
});

async function table(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const HOSTILE = 'Evil\u202e=cmd|\u0007 Ltd';
const ROWS = [
  'Customer no,Customer,Sales,Collection rate,Satisfaction',
  'K1,Ames Ltd,1200,99%,9',
  '7,Brook GmbH,800,91%,8',
  'K3,Brook & Sons,300,70%,4',
  `K4,"${HOSTILE}",200,60%,7`,
  'K5,12,100,50%,6',
];

describe('grade TABLE --explain', () => {
  const explain = async (customer: string, ...more: string[]) =>
    cli(['grade', await table('table.csv', ROWS.join('\n')), '--explain', customer, ...more]);

  test.each([
    ['2', 'Ames Ltd (No. K1)'],
    ['K1', 'Ames Ltd (No. K1)'],
    ['ames', 'Ames Ltd (No. K1)'],
    ['brook gmbh', 'Brook GmbH (No. 7)'],
    ['7', 'Brook GmbH (No. 7)'],
    ['12', '12 (No. K5)'],
    ['sons', 'Brook & Sons (No. K3)'],
  ])('finds %s by row, number, name or part of the name', async (customer, heading) => {
    const { exitCode, stdout } = await explain(customer);
    expect([exitCode, stdout.split('\n')[0]]).toEqual([0, heading]);
    expect(stdout).toMatch(/^Tier [A-D] · /m);
    expect(stdout).toMatch(/Account value, version 1; graded as of .* among 5 customers\n$/);
  });

  test('tells in each language what decided, what would lift it and what would lose the tier', async () => {
    for (const [language, words] of [
      ['en', ['What holds it back', 'Where the tiers begin', 'What would lift it']],
      ['zh-CN', ['失分项', '各等级的起点', '怎样升']],
      ['zh-TW', ['失分項目', '各等級的起點', '怎樣升']],
    ] as const) {
      const { stdout } = await explain('K3', '--lang', language);
      for (const word of words) expect(stdout).toContain(word);
    }
  });

  test('gives the same as JSON, cut points included', async () => {
    const { stdout } = await explain('K3', '--format', 'json');
    const { receipt, standing, name } = JSON.parse(stdout) as {
      name: string;
      standing: object;
      receipt: { scheme: object; cuts: object; sections: unknown[]; tier: string };
    };
    expect(name).toBe('Brook & Sons');
    expect(standing).toEqual({ status: 'graded', tier: receipt.tier, held: null });
    expect(receipt).toMatchObject({ scheme: { id: 'account-value', version: 1 }, population: 5 });
    expect(receipt.cuts).toHaveProperty('salesAmount');
    expect(receipt.sections.length).toBeGreaterThan(2);
  });

  test('lets no control character of a name reach the terminal', async () => {
    const { stdout } = await explain('K4');
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(stdout).toContain('Evil =cmd|');
  });

  test.each([
    [['roo'], 'give the row of the one you mean: 3 Brook GmbH, 4 Brook & Sons.'],
    [['nobody'], 'no customer “nobody”'],
    [['  '], 'no customer “”'],
    [['K1', '--format', 'csv'], 'text or JSON'],
  ])('%j ends with 2 and one sentence', async ([customer = '', ...more], sentence) => {
    const { exitCode, stdout, stderr } = await explain(customer, ...more);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('explain CUSTOMER', () => {
  test('tells the receipt, what holds the tier and the latest changes, and replays each of them', async () => {
    await cli(['import', await table('first.csv', ROWS.join('\n'))], { env });
    const first = await cli(['explain', 'Brook GmbH'], { env });
    expect(first.stdout).toContain('Brook GmbH (No. 7)');
    await cli(['override', '7', '--tier', 'A', '--reason', 'our reference'], { env });
    const today = await cli(['explain', '7'], { env });
    expect(today.stdout).toMatch(
      /\nTier A · .*\nSet by hand until .*our reference\nThe figures alone give: Tier [BCD]\n/,
    );
    expect(today.stdout).toMatch(/Latest changes\n {2}1\. .* · set by a person\n {2}2\. .* · first grading\n/);
    await cli(['import', await table('later.csv', ROWS.join('\n').replace('800,91%', '1,1%'))], { env });
    await cli(['schemes', 'use', 'medal'], { env });
    const again = await cli(['explain', '7', '--change', '3'], { env });
    expect(again.exitCode).toBe(0);
    const body = (text: string): string => text.slice(text.indexOf('\n\n'), text.indexOf('\n\nLatest changes'));
    expect(again.stdout).toContain('As it was graded then.');
    const parts = first.stdout.split('\n\n').filter((part) => !part.startsWith('Latest changes'));
    expect(again.stdout.split('\n\n').slice(1)).toEqual(parts.slice(1));
    expect(body(first.stdout)).not.toBe('');
  });

  test('gives JSON with the standing tier, the computed one and the changes', async () => {
    const { stdout } = await cli(['explain', '7', '--change', '2', '--format', 'json'], { env });
    expect(JSON.parse(stdout)).toMatchObject({
      standing: { tier: 'A', held: 'override' },
      override: { reason: 'our reference' },
      replayed: { cause: 'override', scheme: 'account-value' },
      receipt: { scheme: { id: 'account-value' } },
    });
  });

  test('of a day is the grade that stood at its end', async () => {
    const { stdout } = await cli(['explain', 'K1', '--on', '2026-11-22', '--lang', 'zh-TW'], { env });
    expect(stdout).toContain('當時的分級。');
  });

  test.each([
    [['explain', 'K1', '--on', '2020-01-01'], 'no such change (2020-01-01)'],
    [['explain', 'K1', '--change', '99'], 'no such change (99)'],
    [['explain', 'K1', '--change', '0'], 'It wants a number from 1'],
    [['explain', 'K1', '--on', '22.11.2026'], 'It wants a day such as'],
    [['explain', 'K1', '--on', '2026-11-22', '--change', '1'], 'cannot be used with'],
    [['explain', 'nobody'], 'no customer “nobody”'],
  ])('%j ends with 2 and one line', async (argv, sentence) => {
    const { exitCode, stdout, stderr } = await cli(argv, { env });
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
