import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { findAbsences } from '../../../bot/store/absences.ts';
import { findMembersById } from '../../../bot/store/members.ts';
import { setAbsence } from '../../../bot/use-cases/absences.ts';
import { bringBack, leaveTeam, proposeHandOver } from '../../../bot/use-cases/hand-over-book.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { refreshFollowUps } from '../../../bot/use-cases/refresh-follow-ups.ts';
import { setMember } from '../../../bot/use-cases/set-member.ts';
import { bookOf, type ProspectGiven } from '../../support/books.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { complained, day } from '../../support/follow-up-rows.ts';
import { addMember, as } from '../../support/members.ts';
import { tableOf } from '../../support/table-reading.ts';
import { contentsOf, newContext, type TestContext } from '../../support/workspace.ts';

const ANNA = 'U0ANNA111';

function prospects(tier: ProspectGiven['tier'], count: number, owner = ANNA): ProspectGiven[] {
  return Array.from({ length: count }, (_, index) => ({ key: `${tier}${owner}${index}`, tier, owner }));
}

/** A workspace of Anna, Lei and Mia, with a manager above Anna. */
async function team(context: TestContext) {
  const boss = await addMember(context, { name: 'Boss', role: 'manager' });
  const anna = await addMember(context, { slackUserId: ANNA, name: 'Anna', managerId: boss });
  const lei = await addMember(context, { slackUserId: 'U0LEI1111', name: 'Lei' });
  const mia = await addMember(context, { slackUserId: 'U0MIA1111', name: 'Mia' });
  return { boss, anna, lei, mia };
}

/** Owner by customer in each of the tables that have one; they must agree. */
async function ownersOf(context: TestContext): Promise<Map<string, string | null>> {
  const { customer = [], grade = [], follow_up = [] } = await contentsOf(context, ['customer', 'grade', 'follow_up']);
  const owners = new Map(
    (customer as { id: string; owner_id: string | null }[]).map(({ id, owner_id }) => [id, owner_id]),
  );
  for (const { customer_id, owner_id } of [...grade, ...follow_up] as {
    customer_id: string;
    owner_id: string | null;
  }[])
    expect(owner_id).toBe(owners.get(customer_id));
  return owners;
}

describeOnBothDatabases('a member who leaves', (open) => {
  test('hands the book over in balance: heirs’ books, tiers and follow-ups follow, and nobody is lost', async () => {
    const context = await newContext(await open());
    const { anna, lei, mia } = await team(context);
    // Mia has 2.5 days of work already: two more of tier A for Lei at first.
    const ids = await bookOf(context, [...prospects('A', 6), ...prospects('C', 6), ...prospects('A', 2, 'U0MIA1111')]);
    const proposed = await proposeHandOver(context, anna, [lei, mia]);
    expect(proposed.customers).toBe(12);
    expect((await proposeHandOver(context, anna, [])).shares).toEqual([]);
    expect([...(await ownersOf(context)).values()].filter((owner) => owner === anna)).toHaveLength(12);
    const { shares } = await leaveTeam(context, anna, [lei, mia]);
    expect(shares).toEqual(proposed.shares);
    expect(shares.map(({ heir, customers, days }) => [heir.id, customers, days])).toEqual([
      [lei, 7, expect.closeTo(5.5)],
      [mia, 5, expect.closeTo(3)],
    ]);
    const owners = await ownersOf(context);
    expect(owners.size).toBe(14);
    expect(new Set(owners.values())).toEqual(new Set([lei, mia]));
    expect([...ids.values()].every((id) => owners.get(id) !== anna)).toBe(true);
    const { customer } = await contentsOf(context, ['customer']);
    expect(new Set((customer as { owner_text: string }[]).map(({ owner_text }) => owner_text))).toEqual(
      new Set(['Lei', 'Mia', 'U0MIA1111']),
    );
  });

  test('promises, snoozes, complaints and pauses go along', async () => {
    const context = await newContext(await open());
    const { anna, lei } = await team(context);
    const ids = await bookOf(context, [
      { key: 'promised', tier: 'B', owner: ANNA, values: { nextContact: '2026-03-20' } },
      { key: 'paused', tier: 'C', owner: ANNA },
    ]);
    await complained(context, ids.get('promised') ?? '', '2026-03-06T12:00:00Z');
    const { db } = context;
    await sql`
      update follow_up set promise = 'the quote', snoozed_until = '2026-03-10'
      where customer_id = ${ids.get('promised')}::uuid`.execute(db);
    await sql`
      update follow_up set is_paused = true, paused_until = '2026-04-01'
      where customer_id = ${ids.get('paused')}::uuid`.execute(db);
    await refreshFollowUps(context, { customerIds: [...ids.values()] });
    const before = await contentsOf(context, ['follow_up', 'complaint']);
    await leaveTeam(context, anna, [lei]);
    const after = await contentsOf(context, ['follow_up', 'complaint']);
    expect(after['follow_up']).toEqual((before['follow_up'] as object[]).map((row) => ({ ...row, owner_id: lei })));
  });

  test('archived and merged customers go along', async () => {
    const context = await newContext(await open());
    const { anna, lei } = await team(context);
    const ids = await bookOf(context, prospects('B', 3));
    const [archived, gone, kept] = [...ids.values()];
    await sql`update customer set status = 'archived' where id = ${archived}::uuid`.execute(context.db);
    await sql`update customer set merged_into = ${kept}::uuid where id = ${gone}::uuid`.execute(context.db);
    expect((await leaveTeam(context, anna, [lei])).shares.map(({ customers }) => customers)).toEqual([2]);
    const { customer } = await contentsOf(context, ['customer']);
    expect((customer as { owner_id: string }[]).map(({ owner_id }) => owner_id)).toEqual([lei, lei, lei]);
  });

  test('a table that still names the one who left takes nothing back, and new customers wait for an owner', async () => {
    const context = await newContext(await open());
    const { anna, lei } = await team(context);
    const [book] = prospects('B', 1);
    if (book === undefined) throw new Error('Nobody.');
    const [id = ''] = (await bookOf(context, [book])).values();
    await leaveTeam(context, anna, [lei]);
    const row = { key: book.key, name: `Prospect ${book.key}`, owner: 'Anna', stage: 'prospect' };
    const report = await importTable(context, tableOf(row, { ...row, key: 'new', name: 'New one' }));
    expect(report.unknownOwners.map((each) => JSON.stringify(each)).join()).toContain('Anna');
    const owners = await ownersOf(context);
    expect(owners.get(id)).toBe(lei);
    expect(new Set(owners.values())).toEqual(new Set([lei, null]));
    await importTable(context, tableOf({ ...row, owner: 'Mia' }));
    expect((await ownersOf(context)).get(id)).not.toBe(lei);
  });

  test('absences to come fall away, those whom the member covers are told, and reports get the manager’s manager', async () => {
    const context = await newContext(await open());
    const { anna, boss, lei, mia } = await team(context);
    await setMember(context, lei, { managerId: anna });
    const absence = (memberId: string, from: string, coverId: string | null) =>
      setAbsence(context, { memberId, fromOn: day(from), toOn: day(from), coverId });
    await absence(anna, '2026-03-20', null);
    await absence(mia, '2026-03-12', anna);
    const { reports, uncovered, shares } = await leaveTeam(context, anna, []);
    expect({ count: reports.count, manager: reports.manager?.id, uncovered, shares }).toEqual({
      count: 1,
      manager: boss,
      uncovered: 1,
      shares: [],
    });
    const left = await findAbsences(context.db, context.actor.workspaceId, { from: day('2026-03-01') });
    expect(left.map(({ memberId, coverId }) => [memberId, coverId])).toEqual([[mia, null]]);
    const members = await findMembersById(context.db, context.actor.workspaceId, [anna, lei]);
    expect(members.get(lei)?.managerId).toBe(boss);
    expect(members.get(anna)?.deactivatedAt).toEqual(new Date('2026-03-05T08:00:00Z'));
    await expect(leaveTeam(context, anna, [lei])).rejects.toMatchObject({ code: 'member-left' });
    await bringBack(context, anna);
    await expect(bringBack(context, anna)).rejects.toMatchObject({ code: 'member-here' });
  });

  test('is refused without heirs, to oneself, to somebody who has left, for the last admin, and for reps', async () => {
    const context = await newContext(await open());
    const { anna, lei, mia, boss } = await team(context);
    await bookOf(context, prospects('A', 2));
    const refused = (who: TestContext, heirs: string[], code: string, id = anna) =>
      expect(leaveTeam(who, id, heirs)).rejects.toMatchObject({ code });
    await refused(context, [], 'heirs-wanted');
    await refused(context, [anna], 'own-heir');
    await leaveTeam(context, mia, []);
    await refused(context, [mia], 'member-left');
    await refused(as(context, lei), [lei], 'not-allowed');
    const admin = await addMember(context, { role: 'admin' });
    await refused(context, [lei], 'last-admin', admin);
    await refused(as(context, boss, 'manager'), [lei], 'admins-only', admin);
    expect([...(await ownersOf(context)).values()]).toEqual([anna, anna]);
    await leaveTeam(as(context, boss, 'manager'), anna, [lei]);
  });
});
