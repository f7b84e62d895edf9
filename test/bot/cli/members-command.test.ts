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
  const path = join(folder, 'customers.csv');
  await writeFile(
    path,
    'Customer no,Customer,Owner,Sales\nK1,Ames,<@U0ANNA11|anna>,1200\nK2,Brook,U0ANNA11,800\nK3,Cole,Herr Lei,10\n',
  );
  await cli(['import', path], { env });
});
afterAll(async () => {
  await kept.close();
  await rm(folder, { recursive: true });
});

async function members(...argv: string[]) {
  return cli(['members', ...argv], { env });
}

async function refusal(...argv: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await members(...argv);
  expect({ exitCode, stdout, lines: stderr.trimEnd().split('\n').length }).toEqual({
    exitCode: 2,
    stdout: '',
    lines: 1,
  });
  return stderr.trimEnd();
}

describe('members', () => {
  test('set makes a manager of somebody who has not used Tierbook yet', async () => {
    const { exitCode, stdout, stderr } = await members(
      'set',
      'U0LEI111',
      '--role',
      'manager',
      '--time-zone',
      'Asia/Shanghai',
    );
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: 'U0LEI111: manager, Asia/Shanghai, 08:30.\n' });
    expect(stderr).toBe('U0LEI111 has not used Tierbook yet and is a member now.\n');
    const set = ['--manager', 'U0LEI111', '--country', 'de-by', '--list-at', '7:45', '--day-minutes', '240'];
    expect((await members('set', '<@U0ANNA11>', ...set, '--lang', 'zh-TW')).stdout).toBe(
      'U0ANNA11：客戶經理，U0LEI111，DE-BY，07:45，240 分鐘。\n',
    );
  });

  test('digest shows and sets where, when and of what a manager gets digests', async () => {
    expect((await members('digest', 'U0LEI111')).stdout).toBe(
      'U0LEI111 gets a digest at 08:30 (Asia/Shanghai), in a direct message; with every part; about the whole team.\n',
    );
    const set = ['--at', '9:00', '--channel', 'C0SALES1', '--part', 'tiers', 'moves', '--rep', 'U0ANNA11'];
    expect((await members('digest', 'U0LEI111', ...set)).stdout).toBe(
      'U0LEI111 gets a digest at 09:00 (Asia/Shanghai), in the channel C0SALES1; with: Customers by tier, Who moved, and why; about U0ANNA11.\n',
    );
    expect((await members('digest', 'U0LEI111', '--at', 'off', '--lang', 'zh-TW')).stdout).toBe(
      'U0LEI111不接收簡報。\n',
    );
    const usual = ['--at', '08:30', '--channel', 'dm', '--part', 'all', '--rep', 'all'];
    expect((await members('digest', 'U0LEI111', ...usual)).stdout).toContain('in a direct message; with every part');
    expect(await refusal('digest', 'U0LEI111', '--at', 'noon')).toContain('“noon” is no time of day');
    expect(await refusal('digest', 'U0ANNA11')).toContain('Digests are for managers and admins');
  });

  test('link gives the text’s customers to the member', async () => {
    expect((await members('link', 'Herr Lei', 'U0LEI111')).stdout).toBe(
      '“Herr Lei” is U0LEI111, from now on and in later imports; 1 customer went to U0LEI111.\n',
    );
    expect((await members('link', 'Lei', 'U0LEI111', '--lang', 'zh-CN')).stdout).toBe(
      '今后导入的表格中，“Lei”即U0LEI111。\n',
    );
  });

  test('away puts an absence down, lists and ends it', async () => {
    const days = ['--from', '2026-12-21', '--to', '2027-01-05'];
    expect((await members('away', 'U0ANNA11', ...days, '--cover', 'U0LEI111')).stdout).toBe(
      'U0ANNA11 is away 21 Dec 2026 – 5 Jan 2027, covered by U0LEI111.\n',
    );
    expect((await members('away')).stdout).toBe('U0ANNA11 is away 21 Dec 2026 – 5 Jan 2027, covered by U0LEI111.\n');
    const calendar = await cli(['calendar', 'show', '--member', 'U0ANNA11', '--month', '2026-12'], { env });
    expect(calendar.stdout).toContain('21 Dec 2026\tMonday\taway, covered by U0LEI111\n');
    expect((await members('away', 'U0ANNA11', '--end', '--lang', 'zh-TW')).stdout).toBe(
      'U0ANNA11的休假（2026年12月21日至2027年1月5日）已結束。\n',
    );
    expect((await members('away', '--lang', 'zh-CN')).stdout).toBe('没有正在进行或计划中的休假。\n');
  });

  test('list shows everybody, for people and for programs', async () => {
    const listed = JSON.parse((await members('list', '--format', 'json')).stdout) as { slackId: string }[];
    expect(listed.toSorted((a, b) => a.slackId.localeCompare(b.slackId))).toEqual([
      {
        slackId: 'U0ANNA11',
        name: 'U0ANNA11',
        role: 'rep',
        manager: 'U0LEI111',
        timeZone: null,
        locale: null,
        country: 'DE-BY',
        listAt: '07:45',
        dayMinutes: 240,
        leftAt: null,
        away: [],
        customers: 2,
      },
      {
        slackId: 'U0LEI111',
        name: 'U0LEI111',
        role: 'manager',
        manager: null,
        timeZone: 'Asia/Shanghai',
        locale: null,
        country: null,
        listAt: '08:30',
        dayMinutes: null,
        leftAt: null,
        away: [],
        customers: 1,
      },
    ]);
    const { stdout } = await members('list', '--lang', 'zh-CN');
    expect(stdout).toMatch(/U0ANNA11 +│ U0ANNA11 +│ 客户经理 +│ U0LEI111/);
  });

  test('what is wrong is said in one line', async () => {
    expect(await refusal('set', 'Nobody', '--role', 'rep')).toBe(
      'There is no member “Nobody”. “members list” shows everybody with their Slack ids.',
    );
    expect(await refusal('set', 'U0ANNA11', '--list-at', '25:00')).toContain('“25:00” is no time of day.');
    expect(await refusal('set', 'U0LEI111', '--manager', 'U0ANNA11', '--lang', 'zh-CN')).toBe(
      '不能设U0ANNA11为主管：U0ANNA11本身归该成员管理。',
    );
    expect(await refusal('set', 'U0ANNA11')).toContain('Say what to set, such as --role manager.');
    expect(await refusal('away', 'U0ANNA11', '--to', '2026-12-01')).toContain('--from and --to');
    expect(await refusal('away', 'U0ANNA11', '--from', '2026-11-01', '--lang', 'zh-TW')).toContain('今天是 2026-11-22');
  });
});

describe('calendar', () => {
  const calendar = (...argv: string[]) => cli(['calendar', ...argv], { env });

  test('without a country says once that everybody keeps their own', async () => {
    const { stdout } = await calendar('show', '--month', '2026-10');
    expect(stdout).toBe(
      'Weekend: Saturday, Sunday.\nNo country is set: everybody keeps the public holidays of their own time zone. ' +
        'Set one with “calendar country CODE”.\nOctober 2026: 22 working days.\n',
    );
  });

  test('country, days of the workspace’s own, and what they come to', async () => {
    expect((await calendar('country', 'cn', '--lang', 'zh-CN')).stdout).toBe(
      'CN 的公共假日为休息日。\n中国大陆的调休每年另行公布，请用 calendar off（放假）和 calendar working（上班）补充。\n',
    );
    expect((await calendar('off', '2026-10-04..2026-10-07', '国庆节')).stdout).toBe(
      '4 Oct 2026 – 7 Oct 2026 (4 days): off.\n',
    );
    expect((await calendar('working', '2026-10-10', '调休', '--lang', 'zh-CN')).stdout).toBe(
      '2026年10月10日：上班。\n',
    );
    expect((await calendar('show', '--month', '2026-10', '--lang', 'zh-CN')).stdout).toBe(
      [
        '周末：周六、周日。',
        '公共假日：CN。',
        '2026年10月：18 个工作日。',
        ...[1, 2, 3].map((day) => `2026年10月${day}日\t周${'四五六'[day - 1]}\t公共假日：国庆节`),
        ...[4, 5, 6, 7].map((day) => `2026年10月${day}日\t周${'日一二三'[day - 4]}\t休息日：国庆节`),
        '2026年10月10日\t周六\t上班：调休',
        '',
      ].join('\n'),
    );
    expect((await calendar('clear', '2026-10-01..2026-10-31', '--lang', 'zh-TW')).stdout).toBe(
      '2026年10月1日至2026年10月31日：恢復依星期與國定假日計算（5 天）。\n',
    );
  });

  test('weekend', async () => {
    expect((await calendar('weekend', '5,6')).stdout).toBe('Nobody works on Friday, Saturday.\n');
    expect((await calendar('weekend', 'none', '--lang', 'zh-TW')).stdout).toBe('沒有週末。\n');
  });

  test.each([
    [['country', 'XX'], 'No public holidays are known for “XX”.'],
    [['weekend', '1,2,3,4,5,6,7'], 'A weekend is a list of weekdays'],
    [['weekend', 'Sunday'], 'A weekend is a list of weekdays'],
    [['off', '2026-10-04..2026-10-01'], 'The last day (2026-10-01) is before the first.'],
    [['off', '2026-01-01..2026-12-31'], 'These are more than 62 days.'],
    [['off', 'tomorrow'], 'It wants a day'],
    [['show', '--month', '2026'], 'It wants a month such as 2026-11.'],
  ])('%j is refused', async (argv, sentence) => {
    const { exitCode, stdout, stderr } = await calendar(...argv);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(sentence);
  });
});
