import { access, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountValue } from '../../../core/schemes/account-value.ts';
import { cli } from '../../support/cli.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tierbook-cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, document: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof document === 'string' ? document : JSON.stringify(document));
  return path;
}

const SEGMENTS = {
  id: 'mine',
  version: 2,
  titles: { en: 'Mine' },
  criteria: [{ id: 'age', type: 'number', titles: { en: 'Age' } }],
  segments: [
    {
      id: 'group',
      titles: { en: 'Group' },
      labels: ['old', 'young'].map((id) => ({ id, titles: { en: id } })),
      method: { kind: 'bands', by: ['age'], bands: [{ from: 40, outcome: 'old' }, { outcome: 'young' }] },
    },
  ],
};

/** Two rules that fit the same customers, although no two may. */
const OVERLAPPING = {
  id: 'mine',
  version: 1,
  titles: { en: 'Mine' },
  tiers: ['A', 'B'].map((id) => ({ id, titles: { en: id } })),
  criteria: [{ id: 'salesAmount', type: 'money', titles: { en: 'Sales' } }],
  method: {
    kind: 'decision-table',
    hitPolicy: 'unique',
    rules: [
      { when: { salesAmount: { from: 5 } }, outcome: 'A' },
      { when: { salesAmount: { upTo: 9 } }, outcome: 'B' },
    ],
  },
};

describe('a document that is wrong', () => {
  const dataDir = (): string => join(folder, 'data');

  test.each([
    ['grade', (table: string, scheme: string) => ['grade', table, '--scheme', scheme]],
    ['import', (table: string, scheme: string) => ['import', table, '--scheme', scheme]],
    ['schemes use', (_: string, scheme: string) => ['schemes', 'use', scheme]],
    ['schemes show', (_: string, scheme: string) => ['schemes', 'show', scheme]],
  ])('is refused by %s as by schemes check, before anything happens', async (_, args) => {
    const table = await file('sales.csv', 'Customer,Sales\nAmes,50\n');
    const scheme = await file('overlapping.json', OVERLAPPING);
    const run = await cli(args(table, scheme), { env: { TIERBOOK_DATA_DIR: dataDir() } });
    expect(run).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        'method.rules[1]: Rule 2 overlaps with rule 1: both fit a customer with salesAmount: 5. With the hit policy unique no two rules may; use first, or narrow one of them.\n',
    });
    await expect(access(dataDir())).rejects.toThrow('ENOENT');
  });
});

describe('schemes check', () => {
  test('prints what is worth knowing, then that the document is fine', async () => {
    const { exitCode, stdout, stderr } = await cli(['schemes', 'check', await file('segments.json', SEGMENTS)]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/^criteria\[0\]: Grading by a personal attribute \(age\).*\nmine, version 2 is fine\.\n$/);
  });

  test('prints a line for each problem and ends with 2', async () => {
    const broken = { ...accountValue, version: 0, tiers: [], knockouts: [] };
    const { exitCode, stdout, stderr } = await cli(['schemes', 'check', await file('broken.json', broken)]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr.trim().split('\n')).toHaveLength(3);
  });

  test('a document of segments cannot grade what is imported, and it is said why', async () => {
    const table = await file('table.csv', 'Customer,Age\nAmes,50\n');
    const scheme = await file('segments.json', SEGMENTS);
    const { exitCode, stderr } = await cli(['import', table, '--scheme', scheme]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('only says into which segments customers fall');
  });
});
