import { type KyselyPlugin, sql } from 'kysely';
import { expect, test } from 'vitest';
import { findMembersWithoutList } from '../../../bot/store/due-lists.ts';
import { addWorkspace } from '../../../bot/store/workspaces.ts';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import { describeOnBothDatabases, newWorkspaceId } from '../../support/databases.ts';

const MEMBERS = 400;
const TODAY = '2026-03-06' as CalendarDate;
const LATEST = { listAt: '08:30', timeZone: 'UTC', on: TODAY, at: new Date('2026-03-06T08:30:00Z') };

/** Asks the database for the plan of a query, with what it really did, in place of the rows. */
const EXPLAINED: KyselyPlugin = {
  transformQuery({ node }) {
    if (node.kind !== 'RawNode') throw new Error(`A ${node.kind} cannot be explained.`);
    const [first = '', ...rest] = node.sqlFragments;
    return { ...node, sqlFragments: [`explain (analyze) ${first}`, ...rest] };
  },
  transformResult: async ({ result }) => result,
};

describeOnBothDatabases('whose list is due', (database) => {
  /** Every second member had the list of the day, and all of them that of the day before. */
  async function world() {
    const db = await database();
    const workspaceId = newWorkspaceId();
    const at = new Date('2026-03-01T00:00:00Z');
    await addWorkspace(db, workspaceId, at);
    await sql`
      insert into member (workspace_id, id, slack_user_id, time_zone, role, created_at, updated_at)
      select ${workspaceId}, gen_random_uuid(), 'U' || n, 'UTC', 'rep', ${at}::timestamptz, ${at}::timestamptz
      from generate_series(1, ${MEMBERS}::int) n`.execute(db);
    await sql`
      insert into customer (workspace_id, id, name, name_normal, name_short, stage, facts, extra, source, owner_id,
        created_at, updated_at)
      select workspace_id, gen_random_uuid(), 'A', 'a', 'a', 'customer', '{"values":{}}', '{}', 'import', id,
        created_at, created_at
      from member where workspace_id = ${workspaceId}`.execute(db);
    await sql`
      insert into follow_up (workspace_id, customer_id, owner_id, stage, since_on, due_on, changed_at)
      select workspace_id, id, owner_id, 'customer', '2026-03-02', '2026-03-02', created_at from customer
      where workspace_id = ${workspaceId}`.execute(db);
    // As a database is that has not counted its deliveries since there are some.
    await sql`analyze`.execute(db);
    await sql`
      insert into delivery (workspace_id, id, kind, target, local_date, member_id, due_at, state, key, created_at)
      select workspace_id, gen_random_uuid(), 'daily-list', slack_user_id, day, id, now(), 'sent', 'k', now()
      from member, (values ('2026-03-05'::date), (${TODAY}::date)) as days (day)
      where workspace_id = ${workspaceId} and (day < ${TODAY}::date or substr(slack_user_id, 2)::int % 2 = 0)`.execute(
      db,
    );
    return { db, workspaceId };
  }

  test('is found with the day of the list before', async () => {
    const { db, workspaceId } = await world();
    const without = await findMembersWithoutList(db, workspaceId, 'daily-list', [LATEST]);
    expect(without).toHaveLength(MEMBERS / 2);
    expect(new Set(without.map(({ lastOn }) => lastOn))).toEqual(new Set(['2026-03-05']));
    expect(without.every(({ slackUserId }) => Number(slackUserId.slice(1)) % 2 === 1)).toBe(true);
  });

  test('is found without comparing every member with every delivery', async () => {
    const { db, workspaceId } = await world();
    const plan = await findMembersWithoutList(db.withPlugin(EXPLAINED), workspaceId, 'daily-list', [LATEST]);
    const compared = [...JSON.stringify(plan).matchAll(/Rows Removed by Join Filter: (\d+)/g)].map(([, rows]) =>
      Number(rows),
    );
    expect(JSON.stringify(plan)).toContain('delivery_member');
    expect(Math.max(0, ...compared)).toBeLessThan(10 * MEMBERS);
  });
});
