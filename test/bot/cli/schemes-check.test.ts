import { mkdtemp, rm, writeFile } from 'node:fs/promises';
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
