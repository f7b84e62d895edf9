import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { findDueFollowUps, findFollowUpsAhead, type OwnedTier } from '../../../bot/store/due-follow-ups.ts';
import { bookOf } from '../../support/books.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { day } from '../../support/follow-up-rows.ts';
import { addMember } from '../../support/members.ts';
import { newContext } from '../../support/workspace.ts';

const OWNER = 'U0ANNABERG';

/** What each row of the book says, beside being due on 2026-03-07 as a tier A prospect. */
const ROWS: Readonly<Record<string, string>> = {
  due: "due_on = '2026-03-05'",
  cadence: 'skipped_on = null',
  planned: "planned_on = '2026-03-07'",
  promised: "promised_on = '2026-03-07'",
  rose: "rose_on = '2026-03-04'",
  signing: "expected_on = '2026-03-14'",
  complaint: "complaint_due_at = '2026-03-10T00:00:00Z'",
  birthday: "birthday_on = '2026-03-07'",
  otherTier: "tier = 'B'",
  tierless: 'tier = null, status = null',
  out: "status = 'out-of-market'",
  later: "due_on = '2026-03-11'",
};

describeOnBothDatabases('the follow-ups of a book that may be due', (open) => {
  test('by a day, and soon after it, but for those of tiers left out that have nothing but their cadence', async () => {
    const context = await newContext(await open());
    const { db, actor } = context;
    const { workspaceId } = actor;
    const ownerId = await addMember(context, { slackUserId: OWNER });
    await bookOf(
      context,
      Object.keys(ROWS).map((key) => ({ key, tier: 'A', owner: OWNER, values: {} })),
    );
    for (const [key, set] of Object.entries(ROWS)) {
      await sql`
        update follow_up f set due_on = '2026-03-07' from customer c
        where c.workspace_id = f.workspace_id and c.id = f.customer_id and c.key = ${key}`.execute(db);
      await sql`
        update follow_up f set ${sql.raw(set)} from customer c
        where c.workspace_id = f.workspace_id and c.id = f.customer_id and c.key = ${key}`.execute(db);
    }
    const { rows: customers } = await sql<{ id: string; key: string }>`select id, key from customer`.execute(db);
    const keys = new Map(customers.map(({ id, key }) => [id, key]));
    const keysOf = (rows: readonly { readonly customerId: string }[]) =>
      rows.map(({ customerId }) => keys.get(customerId) ?? '').toSorted();
    const ahead = async (but: readonly OwnedTier[]) =>
      keysOf(
        await findFollowUpsAhead(db, workspaceId, [ownerId], { after: day('2026-03-05'), to: day('2026-03-10'), but }),
      );
    const { due: _, later: __, ...soon } = ROWS;
    const all = Object.keys(soon).toSorted();
    const but = (...left: readonly string[]) => all.filter((key) => !left.includes(key));
    const stage = 'prospect';

    expect(keysOf(await findDueFollowUps(db, workspaceId, [ownerId], day('2026-03-05')))).toEqual(['due']);
    expect(await ahead([])).toEqual(all);
    expect(await ahead([{ ownerId, stage, tier: 'A' }])).toEqual(but('cadence', 'planned'));
    expect(await ahead([{ ownerId, stage, tier: null }])).toEqual(but('tierless'));
    expect(
      await ahead([
        { ownerId, stage: 'customer', tier: 'A' },
        { ownerId: '01890000-0000-7000-8000-000000000000', stage, tier: 'A' },
      ]),
    ).toEqual(all);
    expect(await findDueFollowUps(db, 'TOTHER', [ownerId], day('2026-03-05'))).toEqual([]);
  });
});
