import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { cli } from '../../support/cli.ts';

const LOYALTY = [
  '客户,购买次数,购买稳定性,口碑推荐度,投诉次数',
  '甲,50,95%,高,0',
  '乙,10,70%,中,1',
  '丙,0,5%,低,6',
  '丁,,,,',
  '合计,60,,,',
  '',
].join('\n');
const PLACES = 'Customer,Region,Industry\nAmes,local,Retail\nBrook,上海,Alchemy\nCole,,\n';
const BANK = '客户,资产规模,信用等级,存款,风险偏好\n甲,100,AA,50,低\n乙,50,,10,\n';

async function grade(table: string, ...options: string[]) {
  const { exitCode, stdout, stderr } = await cli(['grade', '-', ...options], { stdin: table });
  expect(exitCode).toBe(0);
  return { stdout, stderr };
}

describe('grade by a document of segments only', () => {
  test('--format csv keeps the sheet and appends reasons, review and a column a segment, nothing about tiers', async () => {
    const { stdout } = await grade(LOYALTY, '--scheme', 'loyalty', '--format', 'csv');
    const rows = parse(stdout);
    expect(rows.map((row) => row.slice(0, 5))).toEqual(parse(LOYALTY));
    expect(rows[0]?.slice(5)).toEqual(['Reasons', 'Review', 'Loyalty']);
    expect(rows.map((row) => row[7])).toEqual(['Loyalty', 'loyal', 'general', 'lost', '', '']);
    expect(rows[1]?.[5]).toContain('Purchase frequency 50');
    expect(rows[4]?.[6]).toBe('Loyalty: Nothing is known of this customer that could be graded');
    expect(rows[5]?.slice(5)).toEqual(['', '', '']);
  });

  test('--format json has no tier, and the label of each segment with its title', async () => {
    const { stdout } = await grade(LOYALTY, '--scheme', 'loyalty', '--format', 'json', '--lang', 'zh-CN');
    const rows = JSON.parse(stdout) as Record<string, unknown>[];
    expect(rows.map(({ status, tier, score, nextTier }) => [status, tier, score, nextTier])).toEqual([
      ['graded', null, null, null],
      ['graded', null, null, null],
      ['graded', null, null, null],
      ['review', null, null, null],
    ]);
    expect(rows[0]?.['segments']).toEqual([{ segment: 'loyalty', label: 'loyal', text: '忠诚' }]);
    expect(rows[3]?.['segments']).toMatchObject([{ segment: 'loyalty', label: null }]);
    expect(rows[3]?.['review']).toMatchObject([{ code: 'no-data' }]);
  });

  test('the overview has a column for each segment and none about tiers', async () => {
    const { stdout, stderr } = await grade(LOYALTY, '--scheme', 'loyalty');
    expect(stdout).toMatch(/│ Row │ Customer │ Loyalty │ Reasons +│ Review +│/);
    expect(stdout).toMatch(/│ 甲 +│ loyal +│/);
    expect(stderr).toContain('4 customers put into segments by “Loyalty”, version 1.');
    expect(stderr).toContain('Loyalty: loyal 1, general 1, lost 1; 1 without a label.');
    expect(stderr).toContain('1 row needs a person’s attention.');
  });

  test('a reason names the label alone, without the word for a tier', async () => {
    const { stdout } = await grade(PLACES, '--scheme', 'relation-and-place', '--format', 'csv');
    expect(stdout).toContain('Industry Retail: trade and retail');
    expect(stdout).not.toContain('Tier');
  });

  test('a segment that cannot be decided says why, and one whose columns are not there says so once', async () => {
    const csv = await grade(PLACES, '--scheme', 'relation-and-place', '--format', 'csv');
    const rows = parse(csv.stdout);
    expect(rows[0]?.slice(3)).toEqual(['Reasons', 'Review', 'Business relation', 'Place', 'Industry group', 'Area']);
    expect(rows[1]?.slice(5)).toEqual(['', 'local', 'trade and retail', '']);
    expect(rows[2]?.slice(5)).toEqual(['', '', '', 'East China']);
    expect(rows[2]?.[4]).toBe(
      'Place: Place as written: no rule of the scheme takes this answer; ' +
        'Industry group: Industry: not one of the words that the scheme knows',
    );
    expect(csv.stderr).toContain(
      'Business relation: nobody has a label, since no customer of this table has a value: Business relation.',
    );
    expect(csv.stderr).toContain('Place: local 1, other region 0, overseas 0; 2 without a label.');
    // Cole has nothing at all; Brook has one label and is no case for a person
    expect(csv.stderr).toContain('1 row needs a person’s attention.');
    const overview = await grade(PLACES, '--scheme', 'relation-and-place');
    expect(overview.stdout).not.toContain('Business relation');
  });
});

describe('grade by tiers with segments beside them', () => {
  test('--format csv has the five columns and the segment behind them', async () => {
    const { stdout, stderr } = await grade(BANK, '--scheme', 'bank-customer', '--format', 'csv');
    const rows = parse(stdout);
    expect(rows[0]?.slice(5)).toEqual(['Tier', 'Score', 'Reasons', 'Next tier', 'Review', 'Risk']);
    expect(rows[1]?.[10]).toBe('low risk');
    expect(rows[2]?.[10]).toBe('');
    expect(rows[2]?.[9]).toContain('Risk: Nothing is known of this customer');
    expect(stderr).toContain('Risk: low risk 1, medium risk 0, high risk 0; 1 without a label.');
  });

  test('--format json has the segments and otherwise the keys as ever', async () => {
    const { stdout } = await grade(BANK, '--scheme', 'bank-customer', '--format', 'json');
    const [first, second] = JSON.parse(stdout) as Record<string, unknown>[];
    const keys = ['row', 'name', 'status', 'tier', 'score', 'reasons', 'nextTier', 'review', 'warnings'];
    expect(Object.keys(first ?? {})).toEqual([...keys, 'segments']);
    expect(first).toMatchObject({ tier: 'vip', segments: [{ segment: 'risk', label: 'low-risk', text: 'low risk' }] });
    expect(second).toMatchObject({ status: 'graded', review: [], warnings: [], segments: [{ label: null }] });
  });

  test('the overview shows the segment beside the tier', async () => {
    const { stdout } = await grade(BANK, '--scheme', 'bank-customer');
    expect(stdout).toMatch(/│ Tier +│ Score │ Risk +│ Best/);
  });
});

describe('grade without --scheme', () => {
  test.each([
    [
      ['--lang', 'en'],
      'Graded by “Sales pipeline”, which fits these columns best, since they are those of prospects (6 of 6): Objective need, Has a system, Subjective need, Resolve, 2 more. Use --scheme to choose another.',
    ],
    [
      ['--lang', 'zh-CN'],
      '已按“销售漏斗”定级，它与表中各列最匹配，因为这些是潜在客户的列（6 列中用到 6 列）：客观必要性、是否已有系统、主观必要性、决心、另有 2 列。可用 --scheme 指定其他标准。',
    ],
    [
      ['--lang', 'zh-TW'],
      '已依「銷售漏斗」定級，它與表中各欄最相符，因為這些是潛在客戶的欄位（6 欄中用到 6 欄）：客觀必要性、是否已有系統、主觀必要性、決心、另有 2 欄。可用 --scheme 指定其他標準。',
    ],
  ])('says in one line which scheme was chosen and why %j', async (options, sentence) => {
    const table =
      '客户名称,是否已信息化,客观必要性,主观必要性,决心强烈度,是否展开可行性评估,是否展开选型工作\n甲,否,有,有,高,是,是\n';
    const { stdout, stderr } = await grade(table, '--format', 'json', ...options);
    expect(stderr.split('\n')).toContain(sentence);
    expect(JSON.parse(stdout)).toMatchObject([{ tier: 'A' }]);
  });

  test('reads the table with the headings of the scheme that was chosen', async () => {
    const table =
      'Customer,Industry standing,Contribution to results,Demonstration effect,Influence,Business size\nAmes,high,high,high,high,high\n';
    const { stdout, stderr } = await grade(table, '--format', 'json');
    expect(stderr).toContain('Graded by “Service grade”, which fits these columns best (5 of 5)');
    const [row] = JSON.parse(stdout) as { reasons: { criterion: string }[] }[];
    expect(row?.reasons.map(({ criterion }) => criterion)).toContain('demonstrationEffect');
  });

  test('a table that no scheme can grade is told which columns are missing', async () => {
    const { stderr, stdout } = await grade('Customer,Phone\nAmes,123\n', '--format', 'json');
    expect(stderr).toContain(
      'No column of this table can be graded by. “Account value” needs at least one of these: Sales amount or Profit, ',
    );
    expect(JSON.parse(stdout)).toMatchObject([{ status: 'review', tier: null }]);
  });

  test('with --scheme nothing is said of a choice', async () => {
    const { stderr } = await grade('Customer,Spend\nAmes,123\n', '--scheme', 'account-value');
    expect(stderr).not.toContain('--scheme');
  });
});
