import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { connect } from '../../../bot/store/connect.ts';
import { migrate } from '../../../bot/store/migrate.ts';
import { createPostgresDatabase, describeOnBothDatabases, openDatabase } from '../../support/databases.ts';

describeOnBothDatabases('migrate', (open) => {
  test('does nothing the second time', async () => {
    const db = await open();
    expect(await migrate(db)).toEqual([]);
  });

  test('puts workspace_id first in the primary key of every table', async () => {
    const db = await open();
    const { rows } = await sql<{ table: string; first: string }>`
      select c.relname as "table", a.attname as first
      from pg_class c
      join pg_index i on i.indrelid = c.oid and i.indisprimary
      join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where c.relnamespace = 'public'::regnamespace and c.relname not like 'kysely%'`.execute(db);
    expect(rows.length).toBeGreaterThanOrEqual(10);
    for (const { table, first } of rows) {
      // Google counts the requests of an account, whichever workspaces they are made for
      const other = { workspace: 'id', sheets_quota: 'account' }[table];
      expect(`${table}: ${first}`).toBe(`${table}: ${other ?? 'workspace_id'}`);
    }
  });
});

test('several processes may migrate one PostgreSQL database at once', async () => {
  const database = await createPostgresDatabase();
  const connections = await Promise.all([1, 2, 3, 4].map(() => connect({ databaseUrl: database.url, dataDir: '' })));
  const ran = await Promise.all(connections.map(({ db }) => migrate(db)));
  expect(ran.filter((names) => names.length > 0)).toHaveLength(1);
  await Promise.all(connections.map((connection) => connection.close()));
  await database.drop();
});

test('a database of a newer version is left alone', async () => {
  const { db, close } = await openDatabase('postgres');
  await sql`insert into kysely_migration (name, timestamp) values ('9999-from-the-future', '2099-01-01')`.execute(db);
  await expect(migrate(db)).rejects.toMatchObject({ code: 'newer-database', detail: '9999-from-the-future' });
  await close();
});
