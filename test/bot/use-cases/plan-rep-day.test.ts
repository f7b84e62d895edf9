import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { insertAbsence } from '../../../bot/store/absences.ts';
import type { Database } from '../../../bot/store/database.ts';
import { insertMemberAction } from '../../../bot/store/member-actions.ts';
import { newId } from '../../../bot/store/new-id.ts';
import type { UseCaseContext } from '../../../bot/use-cases/context.ts';
import { logContact } from '../../../bot/use-cases/log-contact.ts';
import { planRepDay, planRepDays } from '../../../bot/use-cases/plan-rep-day.ts';
import { snoozeFollowUp } from '../../../bot/use-cases/snooze-follow-up.ts';
import { bookOf, type ProspectGiven } from '../../support/books.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { complained, day, logged } from '../../support/follow-up-rows.ts';
import { addMember, as } from '../../support/members.ts';
import { contentsOf, newContext, type TestContext } from '../../support/workspace.ts';

const ANNA = 'U0ANNABERG';
const LEI = 'U0LEICHEN0';
const VISIT = { method: 'visit', outcome: 'reached', source: 'slack' } as const;

/** Thursday, 2026-03-05, 08:00 UTC; a rep called Anna who works in UTC. */
async function withAnna(db: Database): Promise<{ context: TestContext; annaId: string }> {
  const context = await newContext(db);
  return { context, annaId: await addMember(context, { slackUserId: ANNA, name: 'Anna' }) };
}

function prospects(tier: ProspectGiven['tier'], count: number, lastContact: string, owner = ANNA): ProspectGiven[] {
  return Array.from({ length: count }, (_, index) => ({
    key: `${tier}${owner.slice(2, 4)}${index}`,
    tier,
    owner,
    values: { lastContact },
  }));
}

async function done(
  context: UseCaseContext,
  customerId: string,
  kind: string,
  memberId: string | null,
): Promise<string> {
  const id = newId(context.clock.now());
  await insertMemberAction(context.db, context.actor.workspaceId, {
    id,
    memberId,
    customerId,
    kind,
    requestId: null,
    detail: {},
    doneAt: context.clock.now(),
  });
  return id;
}

/** A database that counts its queries. */
function counting(db: Database): { db: Database; count: () => number } {
  let count = 0;
  return {
    db: db.withPlugin({
      transformQuery({ node }) {
        count += 1;
        return node;
      },
      transformResult: async ({ result }) => result,
    }),
    count: () => count,
  };
}

describeOnBothDatabases('planRepDay', (open) => {
  test('plans what is due within the day and says when the rest comes', async () => {
    const { context, annaId } = await withAnna(await open());
    await bookOf(context, [...prospects('A', 8, '2026-02-20'), ...prospects('C', 2, '2026-03-01')]);
    const plan = await planRepDay(context, { memberId: annaId });
    expect(plan).toMatchObject({
      name: 'Anna',
      date: '2026-03-05',
      isWorkingDay: true,
      isAway: false,
      budgetMinutes: 480,
    });
    expect(plan.today).toHaveLength(5);
    expect(plan.plannedMinutes).toBe(450);
    expect(plan.today[0]).toMatchObject({ tier: 'A', stage: 'prospect', coveredFor: null, minutes: 90 });
    expect(plan.today[0]?.name).toMatch(/^Prospect AAN\d$/);
    expect(plan.carriedOver.map(({ comesOn }) => comesOn)).toEqual(['2026-03-06', '2026-03-06', '2026-03-06']);
    expect(plan.carriedOverCount).toBe(3);
    expect(plan).toMatchObject({ customers: 10, paused: 0 });
    expect(plan.loadDays).toBeCloseTo(10 + (2 * 4) / 24);
  });

  test('tells no more of what is carried over than was asked for, and how many there are', async () => {
    const { context, annaId } = await withAnna(await open());
    await bookOf(context, prospects('A', 8, '2026-02-20'));
    const plan = await planRepDay(context, { memberId: annaId, mostCarriedOver: 1 });
    expect(plan.carriedOver).toHaveLength(1);
    expect(plan.carriedOverCount).toBe(3);
  });

  test('another workspace’s and another rep’s customers are not in it', async () => {
    const { context, annaId } = await withAnna(await open());
    await addMember(context, { slackUserId: LEI });
    await bookOf(context, prospects('A', 1, '2026-02-20', LEI));
    const other = await withAnna(context.db);
    await bookOf(other.context, prospects('A', 1, '2026-02-20'));
    expect(await planRepDay(context, { memberId: annaId })).toMatchObject({ today: [], carriedOver: [], customers: 0 });
    await expect(planRepDay(context, { memberId: other.annaId })).rejects.toThrow(RangeError);
  });

  test('on a day off nothing is planned, and what is due comes on the next working day', async () => {
    const { context, annaId } = await withAnna(await open());
    await bookOf(context, prospects('A', 1, '2026-02-20'));
    const plan = await planRepDay(context, { memberId: annaId, on: day('2026-03-07') });
    expect(plan).toMatchObject({ isWorkingDay: false, today: [] });
    context.clock.set('2026-03-07T08:00:00Z');
    const saturday = await planRepDay(context, { memberId: annaId });
    expect(saturday).toMatchObject({ isWorkingDay: false, today: [], carriedOver: [{ comesOn: '2026-03-09' }] });
  });

  test('a day ahead has what is left when all that is planned before got done, and what falls due by then', async () => {
    const { context, annaId } = await withAnna(await open());
    await bookOf(context, [...prospects('A', 8, '2026-02-20'), ...prospects('C', 1, '2026-02-04')]);
    const today = await planRepDay(context, { memberId: annaId });
    const tomorrow = await planRepDay(context, { memberId: annaId, on: day('2026-03-06') });
    const coming = today.carriedOver
      .filter(({ comesOn }) => comesOn === '2026-03-06')
      .map(({ customerId }) => customerId);
    expect(tomorrow.today.map(({ customerId }) => customerId)).toEqual(expect.arrayContaining(coming));
    expect(tomorrow.today.filter(({ tier }) => tier === 'A')).toHaveLength(3);
    const planned = new Set(today.today.map(({ customerId }) => customerId));
    expect(tomorrow.today.some(({ customerId }) => planned.has(customerId))).toBe(false);
    expect(tomorrow.today.filter(({ tier }) => tier === 'C')).toHaveLength(1);
    expect(tomorrow.done).toEqual([]);
  });

  test('the list of tomorrow has what today’s says comes tomorrow, once something was done today', async () => {
    const { context, annaId } = await withAnna(await open());
    const anna = as(context, annaId);
    await bookOf(context, prospects('A', 9, '2026-02-20'));
    const others = [...(await bookOf(context, prospects('B', 6, '2026-03-01'))).values()];
    for (const customerId of others) await logContact(anna, { customerId, ...VISIT });
    const today = await planRepDay(anna, { memberId: annaId });
    const tomorrow = await planRepDay(anna, { memberId: annaId, on: day('2026-03-06') });
    const idsOf = (contacts: readonly { readonly customerId: string }[]) =>
      contacts.map(({ customerId }) => customerId).toSorted();
    expect(today.today).toHaveLength(1);
    expect(idsOf(tomorrow.today)).toEqual(idsOf(today.carriedOver.filter(({ comesOn }) => comesOn === '2026-03-06')));
    expect(idsOf(tomorrow.carriedOver)).toEqual(
      idsOf(today.carriedOver.filter(({ comesOn }) => comesOn !== '2026-03-06')),
    );
    // of tomorrow nothing is done yet, and nothing is spent
    expect(tomorrow).toMatchObject({ done: [], plannedMinutes: 450 });
  });

  test('the day is the rep’s own, and has ended where the rep is', async () => {
    const context = await newContext(await open());
    const memberId = await addMember(context, { slackUserId: ANNA, timeZone: 'Asia/Tokyo' });
    context.clock.set('2026-03-05T15:30:00Z');
    expect(await planRepDay(context, { memberId })).toMatchObject({ date: '2026-03-06' });
  });

  test('the customers of a rep who is away are in the day of who covers, marked, and not in the rep’s own', async () => {
    const { context, annaId } = await withAnna(await open());
    const leiId = await addMember(context, { slackUserId: LEI, name: 'Lei' });
    await bookOf(context, [...prospects('A', 1, '2026-02-20'), ...prospects('B', 1, '2026-02-01', LEI)]);
    const absence = { id: newId(context.clock.now()), memberId: annaId, coverId: leiId };
    await insertAbsence(
      context.db,
      context.actor.workspaceId,
      { ...absence, fromOn: day('2026-03-05'), toOn: day('2026-03-06') },
      { memberId: null, at: context.clock.now() },
    );
    const lei = await planRepDay(context, { memberId: leiId });
    expect(lei.today.map(({ tier, coveredFor }) => [tier, coveredFor])).toEqual([
      ['A', 'Anna'],
      ['B', null],
    ]);
    expect(lei.customers).toBe(1);
    expect(await planRepDay(context, { memberId: annaId })).toMatchObject({
      isAway: true,
      isWorkingDay: false,
      today: [],
      carriedOver: [],
      customers: 1,
    });
    context.clock.set('2026-03-09T08:00:00Z');
    expect((await planRepDay(context, { memberId: leiId })).today).toHaveLength(1);
    expect((await planRepDay(context, { memberId: annaId })).today).toHaveLength(1);
  });

  test('of a rep who is away with nobody to cover all is carried over to the return', async () => {
    const { context, annaId } = await withAnna(await open());
    await bookOf(context, prospects('A', 1, '2026-02-20'));
    await insertAbsence(
      context.db,
      context.actor.workspaceId,
      {
        id: newId(context.clock.now()),
        memberId: annaId,
        coverId: null,
        fromOn: day('2026-03-02'),
        toOn: day('2026-03-06'),
      },
      { memberId: null, at: context.clock.now() },
    );
    expect(await planRepDay(context, { memberId: annaId })).toMatchObject({
      isAway: true,
      today: [],
      carriedOver: [{ comesOn: '2026-03-09' }],
    });
  });

  test('what was done today stays listed as done, the last of a customer, and takes its time from the day', async () => {
    const { context, annaId } = await withAnna(await open());
    const leiId = await addMember(context, { slackUserId: LEI, name: 'Lei' });
    const ids = await bookOf(context, prospects('A', 8, '2026-02-20'));
    const [first = '', second = '', third = ''] = [...ids.values()];
    await logged(context, first, { on: '2026-03-05', memberId: annaId });
    const contactId = await done(context, first, 'contact', annaId);
    context.clock.set('2026-03-05T08:30:00Z');
    await done(context, second, 'contact', leiId);
    context.clock.set('2026-03-05T09:00:00Z');
    const skipId = await done(context, second, 'skip', leiId);
    await done(context, third, 'owner-called', annaId);
    const plan = await planRepDay(context, { memberId: annaId });
    expect(plan.done).toEqual([
      expect.objectContaining({ customerId: second, kind: 'skip', actionId: skipId, by: LEI, coveredFor: null }),
      expect.objectContaining({ customerId: first, kind: 'contact', actionId: contactId, by: ANNA, tier: 'A' }),
    ]);
    // 8 hours: one contact done, four more fit
    expect(plan.today).toHaveLength(4);
    expect(plan.today.map(({ customerId }) => customerId)).not.toContain(first);
    await sql`update member_action set undone_at = now() where id = ${skipId}`.execute(context.db);
    expect((await planRepDay(context, { memberId: annaId })).done[0]).toMatchObject({
      customerId: second,
      kind: 'contact',
    });
    context.clock.set('2026-03-06T08:00:00Z');
    expect((await planRepDay(context, { memberId: annaId })).done).toEqual([]);
  });

  test('a contact of yesterday that is logged today takes nothing from today and is not done today', async () => {
    const { context, annaId } = await withAnna(await open());
    const anna = as(context, annaId);
    await bookOf(context, prospects('A', 8, '2026-02-20'));
    const others = [...(await bookOf(context, prospects('B', 4, '2026-03-01'))).values()];
    const before = await planRepDay(anna, { memberId: annaId });
    for (const customerId of others) await logContact(anna, { customerId, ...VISIT, happenedOn: day('2026-03-04') });
    expect(await planRepDay(anna, { memberId: annaId })).toEqual(before);
    await logContact(anna, { customerId: others[0] ?? '', ...VISIT });
    const after = await planRepDay(anna, { memberId: annaId });
    expect(after.today).toHaveLength(before.today.length - 1);
    expect(after.done.map(({ customerId }) => customerId)).toEqual([others[0]]);
  });

  test('a contact of today keeps its time and its place among the done, whatever is told of the customer after it', async () => {
    const { context, annaId } = await withAnna(await open());
    const anna = as(context, annaId);
    const [first = '', second = ''] = (await bookOf(context, prospects('A', 8, '2026-02-20'))).values();
    await logContact(anna, { customerId: first, ...VISIT });
    await logContact(anna, { customerId: second, ...VISIT });
    const { done: before, today } = await planRepDay(anna, { memberId: annaId });
    context.clock.set('2026-03-05T08:30:00Z');
    await logContact(anna, { customerId: first, ...VISIT, happenedOn: day('2026-03-04') });
    await snoozeFollowUp(anna, { customerId: second, until: day('2026-03-20') });
    const after = await planRepDay(anna, { memberId: annaId });
    expect(after.today).toEqual(today);
    expect(after.done.map(({ customerId, kind }) => [customerId, kind])).toEqual([
      [second, 'snooze'],
      [first, 'contact'],
    ]);
    expect(after.done[1]).toEqual(before.find(({ customerId }) => customerId === first));
  });

  test('a complaint of the day stands in the list of a day that is used up, and has its button', async () => {
    const { context, annaId } = await withAnna(await open());
    const anna = as(context, annaId);
    const [first = '', ...others] = (await bookOf(context, prospects('A', 12, '2026-02-20'))).values();
    for (const customerId of others.slice(0, 6)) await logContact(anna, { customerId, ...VISIT });
    await complained(context, first, '2026-03-05T15:00:00Z');
    expect(await planRepDay(anna, { memberId: annaId, mostCarriedOver: 0 })).toMatchObject({
      today: [
        {
          customerId: first,
          reasons: [{ code: 'complaint', answerAt: new Date('2026-03-05T15:00:00Z') }, {}],
          complaintId: expect.any(String),
        },
      ],
      carriedOverCount: 5,
    });
  });

  test('a rep sees the own list, a manager everybody’s', async () => {
    const { context, annaId } = await withAnna(await open());
    const leiId = await addMember(context, { slackUserId: LEI, name: 'Lei' });
    const bossId = await addMember(context, { role: 'manager' });
    await expect(planRepDay(as(context, annaId), { memberId: annaId })).resolves.toMatchObject({ memberId: annaId });
    await expect(planRepDay(as(context, annaId), { memberId: leiId })).rejects.toMatchObject({
      code: 'others-list',
      detail: 'Lei',
    });
    await expect(planRepDay(as(context, bossId, 'manager'), { memberId: leiId })).resolves.toBeDefined();
    const ownBoss = await addMember(context, { slackUserId: 'U0TEAMLEAD' });
    await sql`update member set manager_id = ${ownBoss} where id = ${leiId}`.execute(context.db);
    await expect(planRepDay(as(context, ownBoss), { memberId: leiId })).resolves.toBeDefined();
  });

  test('takes as many queries whatever the book’s size, and writes nothing', async () => {
    const { context, annaId } = await withAnna(await open());
    const counts: number[] = [];
    const tables = ['follow_up', 'customer', 'grade', 'member_action', 'delivery'];
    for (const size of [12, 90]) {
      await bookOf(context, [...prospects('A', size, '2026-02-01'), ...prospects('D', 2 * size, '2025-10-01')]);
      const before = await contentsOf(context, tables);
      const counted = counting(context.db);
      const plan = await planRepDay({ ...context, db: counted.db }, { memberId: annaId });
      expect(plan.today.length + plan.carriedOverCount).toBeGreaterThan(size);
      counts.push(counted.count());
      expect(await contentsOf(context, tables)).toEqual(before);
    }
    expect(counts[0]).toBe(counts[1]);
    expect(counts[0]).toBeLessThanOrEqual(25);
  });

  test('who falls due soon takes the turn of who is carried over where a promise has it come first, and nobody’s where all before wait', async () => {
    const { context, annaId } = await withAnna(await open());
    await bookOf(context, [
      ...prospects('A', 20, '2026-02-20'),
      ...['Promised', 'Soon1', 'Soon2'].map((key) => ({
        key,
        tier: 'A' as const,
        owner: ANNA,
        values: { lastContact: '2026-03-04' },
      })),
    ]);
    await sql`
      update follow_up f set promised_on = '2026-03-06', due_on = '2026-03-06' from customer c
      where c.id = f.customer_id and c.key = 'Promised'`.execute(context.db);
    await sql`
      update follow_up f set last_contact_on = '2026-02-27', due_on = '2026-03-06' from customer c
      where c.id = f.customer_id and c.key like 'Soon%'`.execute(context.db);
    const days = async (mostCarriedOver?: number) => {
      const { carriedOver } = await planRepDay(context, { memberId: annaId, mostCarriedOver });
      return carriedOver.map(({ comesOn, customerId }) => ({ comesOn, customerId }));
    };
    const few = await days(5);
    expect(few.map(({ comesOn }) => comesOn)).toEqual([...Array(4).fill('2026-03-06'), '2026-03-09']);
    expect((await days()).slice(0, 5)).toEqual(few);
  });

  test('all reps at once have the days that each has alone, at a constant number of queries', async () => {
    const { context, annaId } = await withAnna(await open());
    const ids = [annaId];
    for (let index = 0; index < 12; index += 1) {
      const owner = `U0REPNUM${index}`;
      ids.push(await addMember(context, { slackUserId: owner, timeZone: index % 2 === 0 ? 'Asia/Tokyo' : null }));
      await bookOf(
        context,
        prospects('A', index, '2026-02-20', owner).map((each) => ({ ...each, key: `${owner}${each.key}` })),
      );
    }
    const counted = counting(context.db);
    const together = [];
    for await (const each of planRepDays({ ...context, db: counted.db }, { memberIds: ids })) together.push(each);
    const alone = [];
    for (const memberId of ids) alone.push(await planRepDay(context, { memberId }));
    expect(together).toEqual(alone);
    expect(counted.count()).toBeLessThan(ids.length * 5);
  });

  test('a book from before there were follow-ups is planned at once', async () => {
    const { context, annaId } = await withAnna(await open());
    await bookOf(context, prospects('A', 2, '2026-02-20'));
    const plan = await planRepDay(context, { memberId: annaId });
    const { workspaceId } = context.actor;
    await sql`delete from follow_up where workspace_id = ${workspaceId}`.execute(context.db);
    await sql`update workspace set follow_ups_stale_at = created_at where id = ${workspaceId}`.execute(context.db);
    expect(await planRepDay(context, { memberId: annaId })).toEqual(plan);
  });
});
