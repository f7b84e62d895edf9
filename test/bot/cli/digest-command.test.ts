import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digestNumberNamed, NAMED_NUMBERS } from '../../../bot/cli/digest-number-named.ts';
import { digestOutput } from '../../../bot/cli/digest-output.ts';
import { digestText } from '../../../core/text/digest-text.ts';
import { LANGUAGES } from '../../../core/text/language.ts';
import { cli } from '../../support/cli.ts';
import { FULL_DIGEST, WEEKLY_DIGEST } from '../../support/digests.ts';

const TABLE = [
  'Customer no,Customer,Annual sales,Payment collection,Owner,Last contact',
  ...Array.from(
    { length: 8 },
    (_, index) => `C${index},Customer ${index},${1000 * (index + 1)},90%,U0ANNABERG,2026-01-0${index + 1}`,
  ),
  'C9,华东机械,500,60%,U0LEICHEN1,2026-10-01',
].join('\n');

describe('tierbook digest', () => {
  let folder: string;
  let env: Readonly<Record<string, string>>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tierbook-digest-'));
    env = { TIERBOOK_DATA_DIR: join(folder, 'data'), LANG: 'en_GB.UTF-8' };
    const path = join(folder, 'book.csv');
    await writeFile(path, TABLE);
    expect((await cli(['import', path], { env })).exitCode).toBe(0);
  });
  afterAll(() => rm(folder, { recursive: true }));

  const digest = (...options: string[]) => cli(['digest', ...options], { env });

  test('prints what matters most, a chart with the numbers beside its bars, and every section', async () => {
    const { exitCode, stderr, stdout } = await digest();
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Customers by tier\nTier A +█/m);
    expect(stdout).toContain('•');
  });

  test('without UTF-8 the bars are of signs that every terminal has', async () => {
    const { stdout } = await cli(['digest'], { env: { ...env, LANG: 'C' } });
    expect(stdout).toMatch(/^Tier A +#+ \d/m);
    expect(stdout).not.toMatch(/[█▏•]/);
  });

  test('as JSON has the numbers of one rep, and no scheme’s document', async () => {
    const all = JSON.parse((await digest('--format', 'json')).stdout);
    const own = JSON.parse((await digest('--format', 'json', '--rep', 'U0LEICHEN1', '--part', 'tiers')).stdout);
    expect(all.customers).toBe(9);
    expect(own.customers).toBe(1);
    expect(own.schemes.customers).toEqual({ id: 'account-value', version: expect.any(Number) });
    expect(own.overdue).toBeUndefined();
  });

  test('prints the list behind a number, whose length is the number', async () => {
    const told = JSON.parse((await digest('--format', 'json')).stdout);
    const best = told.tiers.find((count: { customers: number }) => count.customers > 0);
    const { stdout } = await digest('--list', `tiers:${best.stage}:${best.tier}`, '--format', 'tsv');
    const [head, ...rows] = stdout.trimEnd().split('\n');
    expect(head).toBe('customer id\tcustomer\ttext');
    expect(rows.length).toBe(best.customers);
    expect(rows[0]).toMatch(/^[0-9a-f-]{36}\t/);
  });

  test('says in one sentence what is wrong', async () => {
    expect(await digest('--date', '2030-01-01')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/^Please choose .+\n$/),
    });
    expect(await digest('--list', 'salaries')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('no number salaries'),
    });
    expect(await digest('--rep', 'Nobody')).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/^.+\n$/) });
    expect(await digest('--rep', 'U0LEICHEN1', '--manager', 'U0ANNABERG')).toMatchObject({ exitCode: 2 });
  });
});

describe('a digest in a terminal', () => {
  test.each(LANGUAGES)('says the same sentences as in Slack (%s)', (language) => {
    const printed = digestOutput(FULL_DIGEST, 'text', language, false);
    const { headline, sections } = digestText(FULL_DIGEST, language);
    expect(printed.startsWith(`${headline}\n`)).toBe(true);
    for (const { lines, title } of sections) {
      expect(printed).toContain(title);
      for (const { lead, text } of lines) expect(printed).toContain(`${lead}${text}`.trimEnd());
    }
  });

  test('the weekly edition has the migration matrix', () => {
    expect(digestOutput(WEEKLY_DIGEST, 'text', 'en', true)).toMatch(/^Tier A +40 +1 +2 +3 +46$/m);
  });

  test('nothing that a customer is called moves the cursor or starts a formula', () => {
    const hostile = structuredClone({ ...FULL_DIGEST, schemes: { prospects: undefined, customers: undefined } });
    const [entry] = hostile.moves?.down.first ?? [];
    Object.assign(entry ?? {}, { name: '=cmd|\u001b[2J\tx' });
    expect(digestOutput(hostile, 'text', 'en', false)).not.toContain('\u001b');
    const tsv = digestOutput(hostile, 'tsv', 'en', false);
    for (const line of tsv.trimEnd().split('\n')) expect(line.split('\t').length).toBe(3);
    expect(tsv).not.toMatch(/\t=/);
  });
});

test('every word that --list offers names a number', () => {
  const repId = '01890000-0000-7000-8000-00000000000a';
  for (const word of NAMED_NUMBERS.split(', ')) expect(digestNumberNamed(word, repId)).toMatchObject({ repId });
  for (const word of [
    '',
    'tiers',
    'tiers:A',
    'moves',
    'capacity',
    'data:x',
    'signings:May',
    'overdue:A',
    'complaints:x',
  ])
    expect(digestNumberNamed(word)).toBeUndefined();
});
