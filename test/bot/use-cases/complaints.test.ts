import { expect, test } from 'vitest';
import { findComplaintsRunningLate } from '../../../bot/store/complaints.ts';
import { archiveCustomer } from '../../../bot/use-cases/archive-customer.ts';
import { answerComplaint, closeComplaint, listComplaints, openComplaint } from '../../../bot/use-cases/complaints.ts';
import { gradeCustomers } from '../../../bot/use-cases/grade-customers.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { mergeCustomers } from '../../../bot/use-cases/merge-customers.ts';
import { showCustomer } from '../../../bot/use-cases/show-customer.ts';
import { undoAction } from '../../../bot/use-cases/undo-action.ts';
import { undoMerge } from '../../../bot/use-cases/undo-merge.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { addMember, as } from '../../support/members.ts';
import { BUYERS, buyers, everything, followUp, keyed, standing } from '../../support/service-workspace.ts';
import type { TestContext } from '../../support/workspace.ts';

const LATE_DELIVERY = { channel: 'phone', cause: 'delivery', description: 'The pumps came a week late.' };

async function give(context: TestContext, id: string, ownerId: string): Promise<void> {
  await context.db.updateTable('customer').set({ owner_id: ownerId }).where('id', '=', id).execute();
}

describeOnBothDatabases('a complaint', (open) => {
  test('counts in the grading and holds the tier while it is open; closing lets the tier go', async () => {
    const context = await buyers(await open(), 'medal');
    const id = await keyed(context, '7');
    expect(await standing(context, id)).toEqual({ tier: 'gold', held: null });
    const opened = [];
    for (let count = 0; count < 4; count += 1)
      opened.push((await openComplaint(context, { customerId: id, ...LATE_DELIVERY })).complaint.id);
    expect(await standing(context, id)).toEqual({ tier: 'gold', held: 'complaint' });
    expect((await showCustomer(context, id))?.grading?.grade.tier).toBe('silver');
    for (const [at, complaintId] of opened.entries()) {
      const { grade } = await closeComplaint(context, { complaintId, resolution: 'Sent again' });
      const isLast = at === opened.length - 1;
      expect(grade).toEqual({ from: 'gold', to: isLast ? 'silver' : 'gold' });
    }
    expect(await standing(context, id)).toEqual({ tier: 'silver', held: null });
    await gradeCustomers(context);
    expect(await standing(context, id)).toEqual({ tier: 'silver', held: null });
  });

  test('adds to the complaints of the customer’s own table, and importing that again takes none away', async () => {
    const context = await buyers(await open(), 'medal');
    const id = await keyed(context, '7');
    await openComplaint(context, { customerId: id, ...LATE_DELIVERY });
    const points = async () =>
      (await showCustomer(context, id))?.grading?.grade.reasons.find(({ criterion }) => criterion === 'complaints');
    expect(await points()).toMatchObject({ value: 1 });
    await importTable(context, BUYERS);
    expect(await points()).toMatchObject({ value: 1 });
    context.clock.set('2027-03-06T09:00:00Z');
    await gradeCustomers(context);
    expect(await points()).toMatchObject({ value: 0 });
  });

  test('makes the customer due at once, until it is answered', async () => {
    const context = await buyers(await open());
    const id = await keyed(context, '7');
    const before = await followUp(context, id);
    const { complaint } = await openComplaint(context, { customerId: id, ...LATE_DELIVERY });
    const due = await followUp(context, id);
    expect(due?.complaintDueAt).toEqual(complaint.answerBy);
    expect((due?.dueOn ?? '') <= '2026-03-05').toBe(true);
    await answerComplaint(context, { complaintId: complaint.id });
    expect(await followUp(context, id)).toEqual(before);
  });

  test('is to be answered within the working hours of the tier, by the owner’s days and clocks', async () => {
    const context = await buyers(await open(), 'medal');
    const id = await keyed(context, '7');
    const answerBy = async () =>
      (await openComplaint(context, { customerId: id, ...LATE_DELIVERY })).complaint.answerBy.toISOString();
    // gold: four working hours; 09:00 to 17:00, without an owner in UTC
    expect(await answerBy()).toBe('2026-03-05T13:00:00.000Z');
    await give(context, id, await addMember(context, { timeZone: 'Asia/Shanghai' }));
    // Thursday 17:00 in Shanghai: Friday at 13:00 there
    expect(await answerBy()).toBe('2026-03-06T05:00:00.000Z');
    context.clock.set('2026-03-06T08:00:00Z');
    // Friday 16:00: one hour, and three on Monday
    expect(await answerBy()).toBe('2026-03-09T04:00:00.000Z');
  });

  test('is not put off by the owner’s absence', async () => {
    const context = await buyers(await open(), 'medal');
    const id = await keyed(context, '7');
    const ownerId = await addMember(context);
    await give(context, id, ownerId);
    const { db, actor } = context;
    const away = { from_on: '2026-03-01', to_on: '2026-03-31', created_at: context.clock.now(), member_id: ownerId };
    await db
      .insertInto('absence')
      .values({ ...away, workspace_id: actor.workspaceId, id: ownerId, cover_id: null, created_by: null })
      .execute();
    const { complaint } = await openComplaint(context, { customerId: id, ...LATE_DELIVERY });
    expect(complaint.answerBy.toISOString()).toBe('2026-03-05T13:00:00.000Z');
  });

  test('is listed by its time: late ones, those that soon will be, and all others', async () => {
    const context = await buyers(await open(), 'medal');
    const [gold, silver] = [await keyed(context, '0'), await keyed(context, '10')];
    await openComplaint(context, { customerId: silver, ...LATE_DELIVERY });
    context.clock.set('2026-03-05T10:00:00Z');
    await openComplaint(context, { customerId: gold, ...LATE_DELIVERY });
    const listed = async (...wanted: Parameters<typeof listComplaints> extends [unknown, ...infer R] ? R : never) =>
      (await listComplaints(context, ...wanted)).map(({ name, state }) => [name, state]);
    expect(await listed('open')).toEqual([
      ['Buyer 0', 'near'],
      ['Buyer 10', 'open'],
    ]);
    expect(await listed('near')).toEqual([['Buyer 0', 'near']]);
    expect(await listed('late')).toEqual([]);
    context.clock.set('2026-03-05T14:30:00Z');
    expect(await listed('late')).toEqual([['Buyer 0', 'late']]);
    const [late] = await listComplaints(context, 'late');
    await answerComplaint(context, { complaintId: late?.id ?? '' });
    expect(await listed('late')).toEqual([]);
    await closeComplaint(context, { complaintId: late?.id ?? '', resolution: 'Sent again' });
    expect(await listed('open')).toEqual([['Buyer 10', 'near']]);
    expect(await listed('all')).toEqual([
      ['Buyer 10', 'near'],
      ['Buyer 0', 'closed'],
    ]);
    expect(await listed('all', { customerId: gold })).toEqual([['Buyer 0', 'closed']]);
  });

  test('runs late from an hour before its time, unless it is answered or nobody works with the customer', async () => {
    const context = await buyers(await open(), 'medal');
    const managerId = await addMember(context, { role: 'manager' });
    const ownerId = await addMember(context, { managerId });
    const [id, other] = [await keyed(context, '0'), await keyed(context, '1')];
    await give(context, id, ownerId);
    const { complaint } = await openComplaint(context, { customerId: id, ...LATE_DELIVERY });
    await openComplaint(context, { customerId: other, ...LATE_DELIVERY });
    await archiveCustomer(context, { customerId: other, reason: 'gone for good' });
    const late = async (iso: string) =>
      (await findComplaintsRunningLate(context.db, context.actor.workspaceId, 'complaint-late', new Date(iso))).map(
        (each) => ({
          id: each.id,
          ownerId: each.ownerId,
          managerId: each.managerId,
        }),
      );
    expect(await late('2026-03-05T11:59:59Z')).toEqual([]);
    expect(await late('2026-03-05T12:00:00Z')).toEqual([{ id: complaint.id, ownerId, managerId }]);
    await answerComplaint(context, { complaintId: complaint.id });
    expect(await late('2026-03-05T12:00:00Z')).toEqual([]);
  });

  test.each([
    [{ channel: 'pigeon' }, 'complaint-channel'],
    [{ cause: 'weather' }, 'complaint-cause'],
    [{ cause: 'other', description: ' a ' }, 'complaint-text'],
    [{ description: 'x'.repeat(2001) }, 'complaint-text'],
    [{ customerId: 'nobody' }, 'no-such-customer'],
  ])('with %j is refused', async (part, code) => {
    const context = await buyers(await open());
    const id = await keyed(context, '7');
    const asked = openComplaint(context, { customerId: id, ...LATE_DELIVERY, ...part });
    await expect(asked).rejects.toMatchObject({ code });
  });

  test('of an archived customer is refused, and so is one by whom the customer is none of', async () => {
    const context = await buyers(await open());
    const id = await keyed(context, '7');
    const anna = as(context, await addMember(context));
    await expect(openComplaint(anna, { customerId: id, ...LATE_DELIVERY })).rejects.toMatchObject({
      code: 'not-yours',
    });
    const { complaint } = await openComplaint(context, { customerId: id, ...LATE_DELIVERY });
    await expect(answerComplaint(anna, { complaintId: complaint.id })).rejects.toMatchObject({ code: 'not-yours' });
    await archiveCustomer(context, { customerId: id, reason: 'gone for good' });
    const asked = openComplaint(context, { customerId: id, ...LATE_DELIVERY });
    await expect(asked).rejects.toMatchObject({ code: 'archived' });
  });

  test('may be opened and closed by the owner, the owner’s cover and the owner’s manager', async () => {
    const context = await buyers(await open());
    const id = await keyed(context, '7');
    const manager = await addMember(context);
    const owner = await addMember(context, { managerId: manager });
    const cover = await addMember(context);
    await give(context, id, owner);
    const { db, actor } = context;
    const away = { from_on: '2026-03-05', to_on: '2026-03-05', created_at: context.clock.now(), member_id: owner };
    await db
      .insertInto('absence')
      .values({ ...away, workspace_id: actor.workspaceId, id: owner, cover_id: cover, created_by: null })
      .execute();
    for (const who of [owner, cover, manager]) {
      const { complaint } = await openComplaint(as(context, who), { customerId: id, ...LATE_DELIVERY });
      await closeComplaint(as(context, who), { complaintId: complaint.id, resolution: 'Sent again' });
    }
    context.clock.set('2026-03-06T09:00:00Z');
    const tooLate = openComplaint(as(context, cover), { customerId: id, ...LATE_DELIVERY });
    await expect(tooLate).rejects.toMatchObject({ code: 'not-yours' });
  });

  test('that somebody else has answered is told with who it was, and answering twice does nothing', async () => {
    const context = await buyers(await open());
    const id = await keyed(context, '7');
    const lei = as(context, await addMember(context, { name: 'Lei' }), 'manager');
    const anna = as(context, await addMember(context, { name: 'Anna' }), 'manager');
    const { complaint } = await openComplaint(anna, { customerId: id, ...LATE_DELIVERY });
    const first = await answerComplaint(lei, { complaintId: complaint.id, requestId: 'press' });
    expect(await answerComplaint(lei, { complaintId: complaint.id, requestId: 'press' })).toEqual({
      ...first,
      isRepeat: true,
      grade: null,
    });
    await expect(answerComplaint(anna, { complaintId: complaint.id })).rejects.toMatchObject({
      code: 'already-done',
      acted: { by: 'Lei', kind: 'complaint-answered' },
    });
    await expect(answerComplaint(lei, { complaintId: complaint.id })).rejects.toMatchObject({
      code: 'complaint-answered',
    });
    await closeComplaint(anna, { complaintId: complaint.id, resolution: 'Sent again' });
    const again = closeComplaint(lei, { complaintId: complaint.id, resolution: 'Sent again' });
    await expect(again).rejects.toMatchObject({
      code: 'already-done',
      acted: { by: 'Anna', kind: 'complaint-closed' },
    });
  });

  test('opened, answered and closed, is taken back step by step, and all is as it was', async () => {
    const context = await buyers(await open(), 'medal');
    const id = await keyed(context, '7');
    const states = [await everything(context)];
    const opened = await openComplaint(context, { customerId: id, requestId: 'window', ...LATE_DELIVERY });
    const repeated = await openComplaint(context, { customerId: id, requestId: 'window', ...LATE_DELIVERY });
    expect(repeated).toEqual({ ...opened, isRepeat: true, grade: null });
    const complaintId = opened.complaint.id;
    states.push(await everything(context));
    context.clock.set('2026-03-05T09:01:00Z');
    const answered = await answerComplaint(context, { complaintId });
    states.push(await everything(context));
    context.clock.set('2026-03-05T09:02:00Z');
    const closed = await closeComplaint(context, { complaintId, resolution: 'Sent again' });
    expect(states[0]).not.toEqual(states[1]);
    for (const { actionId } of [closed, answered, opened]) {
      expect(await everything(context)).not.toEqual(states.at(-1));
      await undoAction(context, actionId);
      expect(await everything(context)).toEqual(states.pop());
    }
    expect(await listComplaints(context, 'all')).toEqual([]);
  });

  test('is not taken back from under what somebody did on top of it, nor after ten minutes', async () => {
    const context = await buyers(await open());
    const id = await keyed(context, '7');
    const opened = await openComplaint(context, { customerId: id, ...LATE_DELIVERY });
    context.clock.set('2026-03-05T09:01:00Z');
    await answerComplaint(context, { complaintId: opened.complaint.id });
    await expect(undoAction(context, opened.actionId)).rejects.toMatchObject({ code: 'acted-since' });
    context.clock.set('2026-03-05T09:20:00Z');
    await expect(undoAction(context, opened.actionId)).rejects.toMatchObject({ code: 'undo-too-late' });
  });

  test('goes with its customer through a merge, and back', async () => {
    const context = await buyers(await open(), 'medal');
    const [kept, gone] = [await keyed(context, '7'), await keyed(context, '19')];
    const before = await everything(context);
    await openComplaint(context, { customerId: gone, ...LATE_DELIVERY });
    const mergeId = await mergeCustomers(context, { keptId: kept, goneId: gone });
    expect((await showCustomer(context, kept))?.service.complaints).toHaveLength(1);
    expect((await listComplaints(context, 'open')).map(({ keptId, name }) => [keptId, name])).toEqual([
      [kept, 'Buyer 7'],
    ]);
    const { complaint } = await openComplaint(context, { customerId: gone, ...LATE_DELIVERY });
    expect(complaint.keptId).toBe(kept);
    expect((await everything(context))['service_measure']).toMatchObject([{ measures: { openComplaints: 2 } }]);
    await undoMerge(context, { id: mergeId });
    expect((await everything(context))['service_measure']).toMatchObject([
      { measures: { openComplaints: 1 } },
      { measures: { openComplaints: 1 } },
    ]);
    expect(before['service_measure']).toEqual([]);
  });
});
