import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { expect, inject, test } from 'vitest';
import { connect } from '../../../bot/store/connect.ts';
import { createPostgresDatabase, describeOnBothDatabases } from '../../support/databases.ts';

describeOnBothDatabases('connect', (open) => {
  test('reads days as text, counts and sums as numbers, moments as dates, JSON as values', async () => {
    const db = await open();
    const { rows } = await sql`
      select date '2026-03-05' as day, count(*) as count, sum(1.5) as sum, timestamptz '2026-03-05T01:02:03Z' as moment,
        '{"a":[1,"二"]}'::jsonb as json, array['一','b'] as list, null::date as nothing from (values (1), (2)) as t
      `.execute(db);
    expect(rows).toEqual([
      {
        day: '2026-03-05',
        count: 2,
        sum: 3,
        moment: new Date('2026-03-05T01:02:03Z'),
        json: { a: [1, '二'] },
        list: ['一', 'b'],
        nothing: null,
      },
    ]);
  });
});

test('a server that is not there is worth trying again', async () => {
  const opening = connect({ databaseUrl: 'postgres://someone:secret@127.0.0.1:1/tierbook', dataDir: '' });
  await expect(opening).rejects.toMatchObject({ code: 'unreachable', detail: '127.0.0.1:1/tierbook' });
  await expect(opening).rejects.not.toMatchObject({ message: expect.stringContaining('secret') });
});

test('a wrong password, a missing database and a text that is no URL need a person', async () => {
  const wrongPassword = new URL(inject('postgresUrl'));
  wrongPassword.password = 'wrong';
  const missing = new URL(inject('postgresUrl'));
  missing.pathname = '/nothing-here';
  for (const [databaseUrl, code] of [
    [wrongPassword.href, 'refused'],
    [missing.href, 'no-such-database'],
    ['postgres://[', 'refused'],
  ] as const) {
    await expect(connect({ databaseUrl, dataDir: '' })).rejects.toMatchObject({ code });
  }
});

test('a database that cannot hold every character is refused at start', async () => {
  const database = await createPostgresDatabase("template template0 encoding 'LATIN1' locale_provider libc locale 'C'");
  await expect(connect({ databaseUrl: database.url, dataDir: '' })).rejects.toMatchObject({
    code: 'wrong-encoding',
    detail: 'LATIN1',
  });
  await database.drop();
});

test('a data folder that is a file is a clear error', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'tierbook-connect-'));
  const file = path.join(folder, 'file');
  await writeFile(file, 'not a folder');
  await expect(connect({ dataDir: file })).rejects.toMatchObject({ code: 'folder-unusable', detail: file });
  await rm(folder, { recursive: true });
});
