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
  const rows = ['K1,Ames Ltd,1200,99%,U0MIA1234', 'K2,Brook GmbH,800,91%,U0MIA1234', 'K3,春晖电子,300,70%,U0JOE1234'];
  await writeFile(path, ['Customer no,Customer,Sales,Collection rate,Owner', ...rows, ''].join('\n'));
  expect(await cli(['import', path], { env })).toMatchObject({ exitCode: 0 });
  for (const id of ['U0MIA1234', 'U0JOE1234']) await cli(['members', 'set', id, '--role', 'rep'], { env });
});
afterAll(async () => {
  await kept.close();
  await rm(folder, { recursive: true });
});

const run = (...argv: string[]) => cli(argv, { env });

/** The id that the answer offers to undo. */
const undoIn = (stdout: string) => /undo (\S+)\n$/.exec(stdout)?.[1] ?? expect.fail(stdout);

describe('follow-ups on the command line', () => {
  test('log reads a text, says what it understood and how to undo it', async () => {
    const { exitCode, stderr, stdout } = await run('log', 'Ames Ltd', 'called,', 'wants a quote by 27 Nov');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(
      /^Logged for Ames Ltd: Phone call · Agreed on a next step\.\nNext contact: Fri 27 Nov\.\nTo undo within ten minutes: undo \S+\n$/,
    );
    expect(await run('undo', undoIn(stdout))).toMatchObject({ stdout: 'Undone: Ames Ltd is as it was before.\n' });
    expect(await run('undo', undoIn(stdout))).toMatchObject({ exitCode: 0, stdout: 'This was undone before.\n' });
  });

  test('log speaks Chinese', async () => {
    const { stdout } = await run('log', 'K3', '打电话 周五前要报价', '--lang', 'zh-CN');
    expect(stdout).toContain('已记录与春晖电子的联系：电话 · 约定了下一步。');
  });

  test('options go before what the text says, and settle what it leaves open', async () => {
    const open = await run('log', 'K2', 'spoke to Bob, next week');
    expect(open).toMatchObject({ exitCode: 2, stdout: '' });
    expect(open.stderr).toMatch(/^How were you in touch\? Which day .+ Say it with --method, --next\.\n$/);
    const { stdout } = await run('log', 'K2', 'spoke to Bob, next week', '--method', 'visit', '--next', '2026-12-01');
    expect(stdout).toContain('Logged for Brook GmbH: Personal visit · Reached.\nNext contact: Tue 1 Dec.');
  });

  test('snooze, skip, pause, resume and reassign each say what they did', async () => {
    expect((await run('snooze', 'K1', '--until', '2026-12-24')).stdout).toContain(
      'Ames Ltd is snoozed until Thu 24 Dec.',
    );
    expect((await run('skip', 'K1', '--reason', 'on holiday')).stdout).toContain(
      'The contact with Ames Ltd is skipped.',
    );
    expect((await run('pause', 'K1', '--until', '2027-01-04')).stdout).toContain(
      'Ames Ltd is paused until Mon 4 Jan 2027.',
    );
    expect((await run('resume', 'K1')).stdout).toContain('Ames Ltd is followed up again.');
    expect((await run('reassign', 'K1', '--to', 'U0JOE1234')).stdout).toContain(
      'U0JOE1234 looks after Ames Ltd from now on.',
    );
    // the latest of the command line
    expect((await run('undo')).stdout).toBe('Undone: Ames Ltd is as it was before.\n');
    expect((await run('reassign', 'K1', '--to', 'U0MIA1234')).stderr).toContain(
      'is looked after by this person already',
    );
  });

  test('--as acts as a member, with no more rights than that', async () => {
    expect((await run('snooze', 'K3', '--until', '2026-12-24', '--as', 'U0MIA1234')).stderr).toContain('somebody else');
    expect((await run('reassign', 'K3', '--to', 'U0MIA1234', '--as', 'U0JOE1234')).stderr).toContain(
      'Only managers and admins',
    );
    const { stdout } = await run('log', 'K3', '--method', 'email', '--as', 'U0JOE1234');
    expect((await run('undo', undoIn(stdout), '--as', 'U0MIA1234')).stderr).toContain('Only the person who did this');
    await run('log', 'K3', '--method', 'gift', '--as', 'U0MIA1234');
    expect((await run('undo', undoIn(stdout), '--as', 'U0JOE1234')).stderr).toMatch(
      /^U0MIA1234 logged a contact with 春晖电子 just now\. So this can no longer be undone\.\n$/,
    );
    expect((await run('undo', '--as', 'U0MIA1234')).stdout).toContain('Undone');
  });

  test.each([
    [['log', 'K1'], 'Say what happened'],
    [['log', 'nobody', 'called'], 'There is no customer “nobody”'],
    [['log', 'K1', 'called', '--on', '2026-12-24'], 'for today or before'],
    [['log', 'K1', 'called', '--next', '2026-01-01'], 'is today or later'],
    [['log', 'K1', 'called', '--satisfaction', '6'], 'a number from 1 to 5'],
    [['log', 'K1', 'called', '--method', 'fax'], 'Allowed choices are'],
    [['log', 'K1', 'called', '--as', 'U0NOBODY'], 'There is no member'],
    [['log', 'K1', 'x'.repeat(3001), '--method', 'phone'], 'at most 3000'],
    [['snooze', 'K1', '--until', '2026-01-01'], 'after today'],
    [['snooze', 'K1'], '--until'],
    [['skip', 'K1', '--reason', 'no'], '3 to 500'],
    [['resume', 'K1'], 'Ames Ltd is not paused'],
    [['reassign', 'K1', '--to', 'U0NOBODY'], 'There is no member'],
    [['undo', 'nothing'], 'nothing here that can be undone'],
  ])('%j ends with 2 and one line', async (argv, part) => {
    const { exitCode, stderr, stdout } = await run(...argv);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(part);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
