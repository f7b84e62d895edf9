import { describe, expect, test } from 'vitest';
import { logContact } from '../../../bot/use-cases/log-contact.ts';
import { pauseFollowUp, resumeFollowUp } from '../../../bot/use-cases/pause-follow-up.ts';
import { reassignCustomer } from '../../../bot/use-cases/reassign-customer.ts';
import { skipFollowUp } from '../../../bot/use-cases/skip-follow-up.ts';
import { snoozeFollowUp } from '../../../bot/use-cases/snooze-follow-up.ts';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { type FollowUpBook, followUpBook } from '../../support/follow-up-book.ts';
import { contentsOf, type TestContext } from '../../support/workspace.ts';

const CALL = { method: 'phone', outcome: 'reached', source: 'slack' } as const;
const day = (text: string) => text as CalendarDate;

const ACTIONS = {
  snooze: (context: TestContext, { acme }: FollowUpBook) =>
    snoozeFollowUp(context, { customerId: acme, until: day('2026-03-09') }),
  skip: (context: TestContext, { acme }: FollowUpBook) =>
    skipFollowUp(context, { customerId: acme, reason: 'on holiday' }),
  pause: (context: TestContext, { acme }: FollowUpBook) => pauseFollowUp(context, { customerId: acme }),
  reassign: (context: TestContext, { acme, anna }: FollowUpBook) =>
    reassignCustomer(context, { customerId: acme, toMemberId: anna.actor.memberId ?? '' }),
} as const;

async function stateOf(context: TestContext, customerId: string) {
  const { follow_up: rows = [], customer = [] } = await contentsOf(context, ['follow_up', 'customer']);
  const isIt = (row: Record<string, unknown>) => row['customer_id'] === customerId || row['id'] === customerId;
  return { ...(customer as Record<string, unknown>[]).find(isIt), ...(rows as Record<string, unknown>[]).find(isIt) };
}

/** What was done to customers; the import of the book is no such thing. */
async function actionsOf(context: TestContext) {
  const { member_action: actions = [] } = await contentsOf(context, ['member_action']);
  return (actions as Record<string, unknown>[]).filter(({ kind }) => kind !== 'import');
}

describeOnBothDatabases('acting on a follow-up', (open) => {
  test('snoozing, skipping, pausing and resuming say so in the follow-up', async () => {
    const book = await followUpBook(await open());
    const { acme, context, lei } = book;
    await logContact(lei, { customerId: acme, ...CALL, nextOn: day('2026-03-06') });
    context.clock.set('2026-03-06T08:00:00Z');
    await ACTIONS.snooze(lei, book);
    expect(await stateOf(context, acme)).toMatchObject({ snoozed_until: '2026-03-09', promised_on: '2026-03-06' });
    context.clock.set('2026-03-06T09:00:00Z');
    await ACTIONS.skip(lei, book);
    expect(await stateOf(context, acme)).toMatchObject({
      snoozed_until: null,
      skipped_on: '2026-03-06',
      promised_on: null,
      next_contact_on: null,
    });
    expect(await ACTIONS.pause(lei, book)).toMatchObject({ nextOn: null });
    expect(await stateOf(context, acme)).toMatchObject({ is_paused: true, paused_until: null });
    expect(await pauseFollowUp(lei, { customerId: acme, until: day('2026-04-01') })).toMatchObject({
      nextOn: '2026-04-01',
    });
    await resumeFollowUp(lei, { customerId: acme });
    expect(await stateOf(context, acme)).toMatchObject({ is_paused: false, paused_until: null });
    await expect(resumeFollowUp(lei, { customerId: acme })).rejects.toMatchObject({
      code: 'not-paused',
      detail: 'ACME',
    });
  });

  test('a customer is given to another member with all that is due, and grades follow', async () => {
    const book = await followUpBook(await open());
    const { acme, anna, boss, context } = book;
    await ACTIONS.snooze(boss, book);
    const to = anna.actor.memberId ?? '';
    expect(await ACTIONS.reassign(boss, book)).toMatchObject({ ownerName: 'Anna', customerName: 'ACME' });
    expect(await stateOf(context, acme)).toMatchObject({
      owner_id: to,
      owner_text: 'Anna',
      snoozed_until: '2026-03-09',
    });
    const { grade = [] } = await contentsOf(context, ['grade']);
    expect((grade as Record<string, unknown>[]).find((row) => row['customer_id'] === acme)).toMatchObject({
      owner_id: to,
    });
    await expect(ACTIONS.reassign(boss, book)).rejects.toMatchObject({ code: 'same-owner', detail: 'ACME' });
    await context.db.updateTable('member').set({ deactivated_at: context.clock.now() }).where('id', '=', to).execute();
    await expect(ACTIONS.reassign(boss, book)).rejects.toMatchObject({ code: 'member-gone', detail: 'Anna' });
  });

  test('refuses days and reasons that make no sense', async () => {
    const { acme, lei } = await followUpBook(await open());
    for (const until of ['2026-03-05', '2027-03-07']) {
      const refusal = { code: 'until-day', detail: '2027-03-06' };
      await expect(snoozeFollowUp(lei, { customerId: acme, until: day(until) })).rejects.toMatchObject(refusal);
      await expect(pauseFollowUp(lei, { customerId: acme, until: day(until) })).rejects.toMatchObject(refusal);
    }
    for (const reason of [' no ', 'x'.repeat(501)])
      await expect(skipFollowUp(lei, { customerId: acme, reason })).rejects.toMatchObject({ code: 'skip-reason' });
  });

  describe('who may', () => {
    test.each(['snooze', 'skip', 'pause'] as const)('%s is for who is in charge, when it happens', async (kind) => {
      const book = await followUpBook(await open());
      const { acme, anna, boss, context, lei } = book;
      const { db, actor } = context;
      await expect(ACTIONS[kind](anna, book)).rejects.toMatchObject({ code: 'not-yours', detail: 'ACME' });
      expect(await actionsOf(context)).toEqual([]);
      for (const who of [lei, boss, context]) await ACTIONS[kind](who, book);
      // Anna becomes Lei's manager.
      const isLei = { id: lei.actor.memberId ?? '', workspace_id: actor.workspaceId };
      const setManager = (id: string | null) =>
        db.updateTable('member').set({ manager_id: id }).where('id', '=', isLei.id).execute();
      await setManager(anna.actor.memberId);
      await ACTIONS[kind](anna, book);
      await setManager(null);
      await expect(ACTIONS[kind](anna, book)).rejects.toMatchObject({ code: 'not-yours' });
      // Anna covers for Lei.
      await db
        .insertInto('absence')
        .values({
          workspace_id: actor.workspaceId,
          id: acme,
          member_id: isLei.id,
          cover_id: anna.actor.memberId,
          from_on: '2026-03-05',
          to_on: '2026-03-05',
          created_by: null,
          created_at: context.clock.now(),
        })
        .execute();
      await ACTIONS[kind](anna, book);
      context.clock.set('2026-03-06T08:00:00Z');
      await expect(ACTIONS[kind](anna, book)).rejects.toMatchObject({ code: 'not-yours' });
    });

    test('giving a customer away is for managers alone, logging a contact for everybody', async () => {
      const book = await followUpBook(await open());
      await expect(ACTIONS.reassign(book.lei, book)).rejects.toMatchObject({ code: 'managers-only', detail: 'ACME' });
      await logContact(book.anna, { customerId: book.acme, ...CALL });
      await ACTIONS.reassign(book.boss, book);
    });
  });

  test('only a contact is logged for an archived customer; it is not followed up', async () => {
    const book = await followUpBook(await open());
    const { acme, context, lei } = book;
    await context.db.updateTable('customer').set({ status: 'archived' }).where('id', '=', acme).execute();
    await context.db.deleteFrom('follow_up').where('customer_id', '=', acme).execute();
    await expect(ACTIONS.snooze(lei, book)).rejects.toMatchObject({ code: 'not-followed-up', detail: 'ACME' });
    expect(await logContact(lei, { customerId: acme, ...CALL })).toMatchObject({ nextOn: null });
    expect(await stateOf(context, acme)).toMatchObject({ last_contact_on: '2026-03-05' });
  });

  test('the same request is done once, even when it comes again later', async () => {
    const { acme, context, lei } = await followUpBook(await open());
    const request = { customerId: acme, ...CALL, requestId: 'V1' };
    const first = await logContact(lei, request);
    context.clock.set('2026-03-05T08:10:00Z');
    expect(await logContact(lei, request)).toEqual({ ...first, isRepeat: true });
    expect(await actionsOf(context)).toHaveLength(1);
    expect((await contentsOf(context, ['interaction']))['interaction']).toHaveLength(1);
  });

  test('the same request at once is done once', async () => {
    const { acme, context, lei } = await followUpBook(await open());
    const request = { customerId: acme, ...CALL, requestId: 'V1' };
    const done = await Promise.all(Array.from({ length: 5 }, () => logContact(lei, request)));
    expect(new Set(done.map(({ actionId }) => actionId)).size).toBe(1);
    expect(done.filter(({ isRepeat }) => !isRepeat)).toHaveLength(1);
    expect(await actionsOf(context)).toHaveLength(1);
  });

  test('of two at once one acts, and the other is told who did', async () => {
    const { acme, anna, context, lei } = await followUpBook(await open());
    const seenAt = context.clock.now();
    context.clock.set('2026-03-05T08:00:05Z');
    const outcomes = await Promise.allSettled([
      logContact(lei, { customerId: acme, ...CALL, seenAt }),
      logContact(anna, { customerId: acme, ...CALL, seenAt }),
    ]);
    const refused = outcomes.find(({ status }) => status === 'rejected');
    const winner = outcomes[0]?.status === 'fulfilled' ? 'Lei' : 'Anna';
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(refused).toMatchObject({
      reason: {
        code: 'already-done',
        acted: { by: winner, kind: 'contact', customerName: 'ACME', at: context.clock.now() },
      },
    });
    expect(await actionsOf(context)).toHaveLength(1);
  });

  test('who has seen what the other did, or did it, is not stopped', async () => {
    const { acme, anna, context, lei } = await followUpBook(await open());
    const before = context.clock.now();
    context.clock.set('2026-03-05T08:01:00Z');
    await logContact(lei, { customerId: acme, ...CALL, seenAt: before });
    context.clock.set('2026-03-05T08:02:00Z');
    await logContact(lei, { customerId: acme, ...CALL, seenAt: before });
    await expect(logContact(anna, { customerId: acme, ...CALL, seenAt: before })).rejects.toMatchObject({
      acted: { by: 'Lei' },
    });
    await logContact(anna, { customerId: acme, ...CALL, seenAt: context.clock.now() });
    expect(await actionsOf(context)).toHaveLength(3);
  });
});
