import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cli, type KeptOpen, keepOpen } from '../../support/cli.ts';

/** Commands run on Sunday, 2026-11-22. */
const MONDAY = '2026-11-23';
const TABLE = [
  'Customer no,Customer,Stage,Objective need,Subjective need,Has system,Dissatisfaction,Resolve,Vendor selection,Owner,Last contact',
  ...Array.from(
    { length: 7 },
    (_, index) => `P${index},Prospect ${index},prospect,yes,yes,yes,high,high,yes,U0ANNABERG,2026-11-0${index + 1}`,
  ),
  'P9,华东机械,prospect,yes,yes,yes,low,medium,no,U0ANNABERG,2026-10-01',
].join('\n');

describe('tierbook plan', () => {
  let folder: string;
  let env: Readonly<Record<string, string>>;
  let kept: KeptOpen;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tierbook-plan-'));
    env = { TIERBOOK_DATA_DIR: join(folder, 'data') };
    kept = await keepOpen(join(folder, 'data'));
    const path = join(folder, 'book.csv');
    await writeFile(path, TABLE);
    expect((await cli(['import', path], { env })).exitCode).toBe(0);
  });
  afterAll(async () => {
    await kept.close();
    await rm(folder, { recursive: true });
  });

  const plan = (...options: string[]) => cli(['plan', '--rep', 'U0ANNABERG', ...options], { env });

  test('prints the day in order with tier, way, reason and effort, and what is carried over', async () => {
    const { exitCode, stderr, stdout } = await plan('--date', MONDAY);
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    const lines = stdout.split('\n');
    expect(lines[1]).toBe('6 contacts tomorrow, 8 h of 8 h');
    expect(lines[3]).toMatch(/^\s+customer\s+tier\s+how\s+why\s+effort$/);
    expect(lines[4]).toMatch(/^1\s+Prospect 0\s+A\s+Personal visit\s+overdue by 15 days\s+1 h 30 min$/);
    expect(stdout).toMatch(/华东机械\s+C\s+Phone call\s+overdue by 23 days\s+30 min\n/);
    expect(stdout).toMatch(/Carried over, since the day is full \(2\)\n\s+Prospect 5\s+A\s+comes on Tue 24 Nov/);
    expect(stdout).toContain('Book: 8 customers · 8.9 of 20 days a month, 11.1 free');
  });

  test('says that a day is none to work on', async () => {
    const { stdout } = await plan();
    expect(stdout).toContain('Today is not a working day.');
    expect((await plan('--lang', 'zh-CN')).stdout).toContain('今天不是工作日。');
  });

  test('as JSON is one object with the same figures', async () => {
    const day = JSON.parse((await plan('--date', MONDAY, '--format', 'json')).stdout);
    expect(day).toMatchObject({
      rep: 'U0ANNABERG',
      date: MONDAY,
      isWorkingDay: true,
      budgetMinutes: 480,
      plannedMinutes: 480,
    });
    expect(day.today[0]).toEqual({
      customerId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: 'Prospect 0',
      stage: 'prospect',
      tier: 'A',
      method: 'visit',
      minutes: 90,
      dueOn: '2026-11-08',
      reasons: [{ code: 'overdue', days: 15 }],
      asksSatisfaction: false,
      coveredFor: null,
    });
    expect(day.carriedOver).toMatchObject([{ comesOn: '2026-11-24' }, { comesOn: '2026-11-24' }]);
    const minutes = day.today.reduce((sum: number, contact: { minutes: number }) => sum + contact.minutes, 0);
    expect(minutes).toBe(day.plannedMinutes);
  });

  test('says of a day into which nothing more fits how many wait', async () => {
    const daySet = (minutes: string) => cli(['members', 'set', 'U0ANNABERG', '--day-minutes', minutes], { env });
    expect((await daySet('30')).exitCode).toBe(0);
    expect((await plan('--date', '2026-11-24')).stdout).toContain(
      'Nothing more fits into the 30 min of Tue 24 Nov: 7 contacts wait.\n',
    );
    expect((await daySet('default')).exitCode).toBe(0);
  });

  test('says in one sentence what is wrong', async () => {
    const nobody = await cli(['plan', '--rep', 'U0NOBODY1', '--lang', 'en'], { env });
    expect(nobody).toMatchObject({ exitCode: 2, stdout: '' });
    expect(nobody.stderr).toBe(
      'No member is called U0NOBODY1 or has that Slack id. “tierbook members list” shows who there is.\n',
    );
    const badDay = await plan('--date', '2026-02-30');
    expect(badDay.exitCode).toBe(2);
    expect(badDay.stderr).toContain('It wants a day such as 2026-03-31.');
    expect((await cli(['plan'], { env })).exitCode).toBe(2);
  });
});
