import { expect, test } from 'vitest';
import { applyBalance, capacityOf, proposeBalance } from '../../../bot/use-cases/capacity.ts';
import { setMember } from '../../../bot/use-cases/set-member.ts';
import { bookOf, type ProspectGiven } from '../../support/books.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { complained } from '../../support/follow-up-rows.ts';
import { addMember, as } from '../../support/members.ts';
import { contentsOf, newContext, type TestContext } from '../../support/workspace.ts';

const ANNA = 'U0ANNA111';
const LEI = 'U0LEI1111';

function prospects(
  tier: ProspectGiven['tier'],
  count: number,
  owner = ANNA,
  values: ProspectGiven['values'] = {},
): ProspectGiven[] {
  return Array.from({ length: count }, (_, index) => ({ key: `${tier}${owner}${index}`, tier, owner, values }));
}

async function team(context: TestContext) {
  const anna = await addMember(context, { slackUserId: ANNA, name: 'Anna' });
  const lei = await addMember(context, { slackUserId: LEI, name: 'Lei' });
  return { anna, lei };
}

async function loads(context: TestContext) {
  const reps = await capacityOf(context);
  return reps.map(({ member, load }) => [member.displayName, Math.round(load.days * 100) / 100, load.ofDays]);
}

describeOnBothDatabases('capacity', (open) => {
  test('a whole S2 book takes just a month, level by level', async () => {
    const context = await newContext(await open());
    await team(context);
    await bookOf(context, [...prospects('A', 8), ...prospects('B', 12), ...prospects('C', 24), ...prospects(null, 40)]);
    const [{ load } = { load: undefined }] = await capacityOf(context);
    expect(load).toMatchObject({ ofDays: 20, days: expect.closeTo(20), overDays: expect.closeTo(0) });
    const told = load?.levels.filter(({ customers }) => customers > 0);
    expect(told?.map(({ level, customers, most, days }) => [level.tier, customers, most, days])).toEqual([
      ['A', 8, 8, expect.closeTo(10)],
      ['B', 12, 12, expect.closeTo(4)],
      ['C', 24, 24, expect.closeTo(4)],
      [null, 40, 40, expect.closeTo(2)],
    ]);
    expect(await loads(context)).toEqual([
      ['Anna', 20, 20],
      ['Lei', 0, 20],
    ]);
    expect((await proposeBalance(context)).moves).toEqual([]);
  });

  test('half days make a book twice as heavy, and balancing knows it', async () => {
    const context = await newContext(await open());
    const { lei } = await team(context);
    await setMember(context, lei, { dayMinutes: 240 });
    await bookOf(context, [...prospects('A', 9, LEI)]);
    expect(await loads(context)).toEqual([
      ['Anna', 0, 20],
      ['Lei', 22.5, 20],
    ]);
    // Ten days of eight hours are hers; 9 × 1¼ come to 11¼.
    const { moves, isFewest } = await proposeBalance(context);
    expect(moves.map(({ from, to, level }) => [from.displayName, to.displayName, level.tier])).toEqual([
      ['Lei', 'Anna', 'A'],
    ]);
    expect(isFewest).toBe(true);
  });

  test('moves the fewest, none with a promise within a week or an open complaint, and does it in one go', async () => {
    const context = await newContext(await open());
    const { anna, lei } = await team(context);
    const calm = await bookOf(context, [
      { key: 'later', tier: 'A', owner: ANNA, values: { nextContact: '2026-04-12' } },
      { key: 'free', tier: 'A', owner: ANNA },
      ...prospects('B', 48, ANNA),
    ]);
    // Those that came last would go first.
    context.clock.set('2026-03-05T09:00:00Z');
    const busy = await bookOf(context, [
      ...prospects('A', 1, ANNA, { nextContact: '2026-03-12' }),
      { key: 'open', tier: 'A', owner: ANNA },
    ]);
    await complained(context, busy.get('open') ?? '', '2026-03-06T12:00:00Z');
    expect(await loads(context)).toEqual([
      ['Anna', 21, 20],
      ['Lei', 0, 20],
    ]);
    const { moves, isFewest, stillOver } = await proposeBalance(context);
    expect({ isFewest, stillOver, count: moves.length }).toEqual({ isFewest: true, stillOver: [], count: 1 });
    expect([calm.get('later'), calm.get('free')]).toContain(moves[0]?.customerId);
    expect(await loads(context)).toContainEqual(['Anna', 21, 20]);

    expect(await applyBalance(context)).toMatchObject({ moves: [{ customerId: moves[0]?.customerId }] });
    expect(await loads(context)).toEqual([
      ['Anna', 19.75, 20],
      ['Lei', 1.25, 20],
    ]);
    const { follow_up, grade } = await contentsOf(context, ['follow_up', 'grade']);
    for (const rows of [follow_up, grade] as { owner_id: string }[][]) {
      expect(Map.groupBy(rows, ({ owner_id }) => owner_id).get(lei)).toHaveLength(1);
      expect(Map.groupBy(rows, ({ owner_id }) => owner_id).get(anna)).toHaveLength(51);
    }
    expect((await applyBalance(context)).moves).toEqual([]);
  });

  test('nobody who has left takes anything, and their book is told apart', async () => {
    const context = await newContext(await open());
    const { anna, lei } = await team(context);
    await bookOf(context, [...prospects('A', 20), ...prospects('B', 1, LEI)]);
    await context.db.updateTable('member').set({ deactivated_at: new Date() }).where('id', '=', lei).execute();
    const { moves, stillOver } = await proposeBalance(context);
    expect({ moves, over: stillOver.map(({ member, days }) => [member.id, days]) }).toEqual({
      moves: [],
      over: [[anna, 5]],
    });
    expect((await capacityOf(context)).map(({ member }) => member.deactivatedAt !== null)).toEqual([false, true]);
  });

  test('a rep sees their own; the rest is for managers', async () => {
    const context = await newContext(await open());
    const { anna, lei } = await team(context);
    expect(await capacityOf(as(context, anna), { memberId: anna })).toHaveLength(1);
    const refused = (asked: Promise<unknown>) => expect(asked).rejects.toMatchObject({ code: 'not-allowed' });
    await refused(capacityOf(as(context, anna), { memberId: lei }));
    await refused(capacityOf(as(context, anna)));
    await refused(proposeBalance(as(context, anna)));
    await refused(applyBalance(as(context, anna)));
    expect(await capacityOf(as(context, anna, 'manager'))).toHaveLength(2);
  });
});
