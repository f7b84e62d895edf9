import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cli, type KeptOpen, keepOpen } from '../../support/cli.ts';

let folder: string;
let env: Readonly<Record<string, string>>;
let kept: KeptOpen;

const run = (...argv: string[]) => cli([...argv, '--lang', 'en'], { env });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tierbook-service-'));
  env = { TIERBOOK_DATA_DIR: join(folder, 'data') };
  kept = await keepOpen(join(folder, 'data'));
  const customers = join(folder, 'customers.csv');
  await writeFile(
    customers,
    'Customer no,Customer,Sales,Collection rate\nK1,Ames Ltd,1200,99%\nK2,Brook GmbH,800,91%\n',
  );
  const prospects = join(folder, 'prospects.csv');
  const row = 'yes,yes,no,medium,no,no,10';
  await writeFile(
    prospects,
    `Customer,Objective need,Subjective need,Has system,Resolve,Feasibility study,Vendor selection,Months to close\nNorth Works,${row}\nSouth Works,${row}\n`,
  );
  for (const path of [customers, prospects]) expect((await run('import', path)).exitCode).toBe(0);
});
afterAll(async () => {
  await kept.close();
  await rm(folder, { recursive: true });
});

describe('complaints on the command line', () => {
  test('are opened, answered and closed, and listed by where they stand', async () => {
    const opened = await run(
      'complaint',
      'open',
      'K1',
      '--channel',
      'phone',
      '--cause',
      'delivery',
      '--note',
      'Late again',
    );
    expect(opened.exitCode).toBe(0);
    expect(opened.stdout).toMatch(
      /^The complaint of Ames Ltd is logged: answer by 2\d Nov 2026 .+ Its id: [0-9a-f-]{36}\n$/,
    );
    const listed = await run('complaint', 'list');
    expect(listed.stdout.split('\t')).toEqual(expect.arrayContaining(['open', 'Ames Ltd', 'Delivery', 'Late again']));
    expect((await run('complaint', 'answer', 'Ames Ltd')).stdout).toBe(
      'The complaint of Ames Ltd is answered. Close it once the matter is settled.\n',
    );
    expect(await run('complaint', 'answer', 'Ames Ltd')).toMatchObject({
      exitCode: 2,
      stderr: 'Ames Ltd has no open complaint.\n',
    });
    expect((await run('complaint', 'close', 'K1', '--resolution', 'Sent again')).stdout).toBe(
      'The complaint of Ames Ltd is closed.\n',
    );
    expect((await run('complaint', 'list')).stdout).toBe('No complaints of this kind.\n');
    const all: unknown = JSON.parse((await run('complaint', 'list', '--state', 'all', '--format', 'json')).stdout);
    expect(all).toMatchObject([
      { customer: 'Ames Ltd', state: 'closed', channel: 'phone', cause: 'delivery', resolution: 'Sent again' },
    ]);
  });

  test('are named by their id where a customer has several', async () => {
    for (let time = 0; time < 2; time += 1)
      await run('complaint', 'open', 'K2', '--channel', 'email', '--cause', 'price');
    const asked = await run('complaint', 'close', 'K2', '--resolution', 'Explained');
    expect(asked.exitCode).toBe(2);
    const id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(asked.stderr)?.[0] ?? '';
    expect((await run('complaint', 'close', id, '--resolution', 'Explained')).exitCode).toBe(0);
    expect((await run('complaint', 'close', 'K2', '--resolution', 'Explained')).exitCode).toBe(0);
  });

  test.each([
    [['open', 'K1', '--channel', 'pigeon', '--cause', 'price'], 'Allowed choices are phone, email'],
    [['open', 'K1', '--channel', 'phone'], 'The option --cause <cause> is missing'],
    [['open', 'K1', '--channel', 'phone', '--cause', 'other'], 'Please say it in 3 to 2000 characters.'],
    [['open', 'Nobody', '--channel', 'phone', '--cause', 'price'], 'Nobody'],
    [['answer', '01890000-0000-7000-8000-000000000001'], 'This complaint is not on file any more.'],
    [['list', '--rep', 'U0NOBODY'], 'There is no member U0NOBODY.'],
  ])('%j is refused in a sentence', async (argv, sentence) => {
    const { exitCode, stderr } = await run('complaint', ...argv);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(sentence);
  });
});

describe('prospects on the command line', () => {
  test('are expected, won and lost', async () => {
    expect((await run('expect', 'North Works')).stdout).toBe(
      'North Works: expected amount and date are missing. Tier C.\n',
    );
    expect((await run('expect', 'North Works', '--amount', '30万', '--on', '2026-12-12')).stdout).toBe(
      'North Works: expected 300,000 on 12 Dec 2026. Tier C.\n',
    );
    expect((await run('expect', 'North Works', '--amount', '')).stdout).toContain('the amount is missing');
    const won = await run('won', 'North Works', '--amount', '1.2M', '--currency', 'EUR', '--on', '2026-11-20');
    expect(won.stdout).toMatch(/^North Works is won with €1,200,000, and is a customer now\. Tier [A-D]\.\n$/);
    expect(await run('won', 'North Works', '--amount', '5')).toMatchObject({
      exitCode: 2,
      stderr: 'North Works is a customer already, not a prospect.\n',
    });
    expect((await run('lost', 'South Works', '--reason', 'chose another vendor')).stdout).toContain(
      'South Works is lost: there are no more follow-ups.',
    );
  });

  test.each([
    [['won', 'South Works'], '--amount <amount>'],
    [['won', 'K1', '--amount', 'plenty'], 'Please give the amount as a number above zero'],
    [['lost', 'K1', '--reason', 'x'], 'Please say why in 3 to 500 characters.'],
    [['expect', 'K1', '--on', 'soon'], 'It wants a day such as 2026-03-31.'],
  ])('%j is refused in a sentence', async (argv, sentence) => {
    const { exitCode, stderr } = await run(...argv);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(sentence);
  });
});
