import { expect, test } from 'vitest';
import { proposeBalance } from '../../../bot/use-cases/capacity.ts';
import { logContact } from '../../../bot/use-cases/log-contact.ts';
import { setOverride } from '../../../bot/use-cases/override-tier.ts';
import { repBook } from '../../../bot/use-cases/rep-book.ts';
import { type TeamBoard, teamBoard } from '../../../bot/use-cases/team-board.ts';
import { bookOf, type ProspectGiven } from '../../support/books.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { complained, day } from '../../support/follow-up-rows.ts';
import { addMember, as } from '../../support/members.ts';
import { newContext, type TestContext } from '../../support/workspace.ts';

const [ANNA, LEI, ZOE] = ['U0ANNA111', 'U0LEI1111', 'U0ZOE1111'];

/** Bo's team is Anna and Lei; Zoe is nobody's. It is Thursday, 5 March 2026, 08:00 UTC. */
async function team(context: TestContext) {
  const bo = await addMember(context, { name: 'Bo', role: 'manager' });
  const anna = await addMember(context, { slackUserId: ANNA, name: 'Anna', managerId: bo });
  const lei = await addMember(context, { slackUserId: LEI, name: 'Lei', managerId: bo });
  const zoe = await addMember(context, { slackUserId: ZOE, name: 'Zoe' });
  return { bo: as(context, bo, 'manager'), anna, lei, zoe };
}

function some(tier: ProspectGiven['tier'], count: number, owner: string, values = {}): ProspectGiven[] {
  return Array.from({ length: count }, (_, index) => ({ key: `${tier}${owner}${index}`, tier, owner, values }));
}

function told({ reps }: TeamBoard) {
  return reps.map(({ complaints, debt, load, name, places }) => ({
    name,
    tiers: places.filter(({ customers }) => customers > 0).map(({ customers, tier }) => [tier, customers]),
    late: complaints.late,
    owed: debt.owed,
    made: debt.made,
    over: load === null ? null : Math.round(load.overDays),
  }));
}

describeOnBothDatabases('a team at one glance', (open) => {
  test('has every rep of the team and nobody else, by what needs attention', async () => {
    const context = await newContext(await open());
    const { bo } = await team(context);
    const ids = await bookOf(context, [
      ...some('A', 9, ANNA),
      ...some('B', 2, LEI, { lastContact: '2026-01-05' }),
      ...some('A', 3, ZOE),
    ]);
    const [first = ''] = [...ids.values()].slice(-5);
    expect(told(await teamBoard(bo))).toEqual([
      { name: 'Lei', tiers: [['B', 2]], late: 0, owed: 4, made: 0, over: -19 },
      { name: 'Anna', tiers: [['A', 9]], late: 0, owed: 0, made: 0, over: -9 },
    ]);
    await logContact(context, {
      customerId: first,
      method: 'phone',
      outcome: 'reached',
      requestId: 'r1',
      source: 'slack',
    });
    await complained(context, ids.get(`B${LEI}1`) ?? '', '2026-03-05T07:00:00Z');
    const [lei] = told(await teamBoard(bo));
    expect(lei).toMatchObject({ name: 'Lei', late: 1, made: 1 });
    const admin = as(context, await addMember(context, { name: 'Ida', role: 'admin' }), 'admin');
    expect(told(await teamBoard(admin)).map(({ name }) => name)).toEqual(['Lei', 'Anna', 'Zoe']);
  });

  test('has the tiers set by hand that end within 14 days or have ended', async () => {
    const context = await newContext(await open());
    const { bo } = await team(context);
    const ids = await bookOf(context, [...some('A', 3, ANNA), ...some('A', 1, ZOE)]);
    const set = async (key: string, expiresOn: string) =>
      setOverride(context, {
        customerId: ids.get(key) ?? '',
        tier: 'B',
        reason: 'known well',
        expiresOn: day(expiresOn),
      });
    await set(`A${ANNA}0`, '2026-03-19');
    await set(`A${ANNA}1`, '2026-03-20');
    await set(`A${ANNA}2`, '2026-03-07');
    await set(`A${ZOE}0`, '2026-03-07');
    const { overrides } = await teamBoard(bo);
    expect(overrides.map(({ expiresOn, hasExpired, name, tier }) => [name, tier, expiresOn, hasExpired])).toEqual([
      [`Prospect A${ANNA}2`, 'B', '2026-03-07', false],
      [`Prospect A${ANNA}0`, 'B', '2026-03-19', false],
    ]);
  });

  test('is for managers and admins, and a rep sees no other rep’s book', async () => {
    const context = await newContext(await open());
    const { anna, bo, lei, zoe } = await team(context);
    await bookOf(context, [...some('A', 1, ANNA), ...some('B', 1, LEI), ...some('B', 1, ZOE)]);
    await expect(teamBoard(as(context, anna))).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await repBook(as(context, anna), anna)).toMatchObject({ name: 'Anna', customers: 1 });
    await expect(repBook(as(context, anna), lei)).rejects.toMatchObject({ code: 'others-digest', detail: 'Lei' });
    expect(await repBook(bo, lei)).toMatchObject({ name: 'Lei' });
    await expect(repBook(bo, zoe)).rejects.toMatchObject({ code: 'others-digest', detail: 'Zoe' });
  });

  test('moves customers within the team alone', async () => {
    const context = await newContext(await open());
    const { bo, lei } = await team(context);
    await bookOf(context, [...some('A', 20, ANNA), ...some('A', 20, ZOE)]);
    const { moves } = await proposeBalance(bo);
    expect(moves.length).toBeGreaterThan(0);
    expect(new Set(moves.flatMap(({ from, to }) => [from.displayName, to.id]))).toEqual(new Set(['Anna', lei]));
  });
});

describeOnBothDatabases('a rep’s book', (open) => {
  test('says what it takes, and whose grade has changed since when and why', async () => {
    const context = await newContext(await open());
    const { anna, bo } = await team(context);
    await bookOf(context, [...some('A', 9, ANNA), ...some('B', 1, ANNA)]);
    context.clock.set('2026-03-06T08:00:00Z');
    await bookOf(context, [{ key: `A${ANNA}0`, tier: 'B', owner: ANNA }]);
    context.clock.set('2026-03-10T08:00:00Z');
    const book = await repBook(bo, anna);
    expect(
      book.load.levels
        .filter(({ customers }) => customers > 0)
        .map(({ customers, level, over }) => [level.tier, customers, over]),
    ).toEqual([
      ['A', 8, 0],
      ['B', 2, -10],
    ]);
    expect(book.moves?.up.count).toBe(0);
    expect(book.moves?.down).toMatchObject({
      count: 1,
      first: [{ name: `Prospect A${ANNA}0`, why: { cause: 'facts' } }],
    });
    context.clock.set('2026-03-25T08:00:00Z');
    expect((await repBook(bo, anna)).moves?.down.count).toBe(0);
  });

  test('takes as many queries for one customer as for many', async () => {
    const context = await newContext(await open());
    const { anna, bo, lei } = await team(context);
    await bookOf(context, [...some('A', 1, LEI), ...some('A', 30, ANNA), ...some('B', 30, ANNA)]);
    const counted = async (run: (counted: TestContext) => Promise<unknown>): Promise<number> => {
      let count = 0;
      const db = context.db.withPlugin({
        transformQuery({ node }) {
          count += 1;
          return node;
        },
        transformResult: async ({ result }) => result,
      });
      await run({ ...bo, db });
      return count;
    };
    expect(await counted(async (on) => repBook(on, lei))).toBe(await counted(async (on) => repBook(on, anna)));
    const before = await counted(teamBoard);
    for (let index = 0; index < 5; index += 1)
      await addMember(context, { name: `Rep ${index}`, managerId: bo.actor.memberId ?? '' });
    expect(await counted(teamBoard)).toBe(before);
  });
});
