import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { saveContacts } from '../../../bot/store/contact-state.ts';
import { findInteractions } from '../../../bot/store/interactions.ts';
import { changeContact } from '../../../bot/use-cases/change-contact.ts';
import { type ContactRequest, logContact } from '../../../bot/use-cases/log-contact.ts';
import { pauseFollowUp, resumeFollowUp } from '../../../bot/use-cases/pause-follow-up.ts';
import { reassignCustomer } from '../../../bot/use-cases/reassign-customer.ts';
import { skipFollowUp } from '../../../bot/use-cases/skip-follow-up.ts';
import { snoozeFollowUp } from '../../../bot/use-cases/snooze-follow-up.ts';
import { latestAction, undoAction } from '../../../bot/use-cases/undo-action.ts';
import { addDays, type CalendarDate } from '../../../core/calendar-date.ts';
import { CONTACT_OUTCOMES } from '../../../core/follow-ups/contact-outcome.ts';
import { CONTACT_METHODS } from '../../../core/grading/contact-methods.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { followUpBook, followUpContents } from '../../support/follow-up-book.ts';

const CALL = { method: 'phone', outcome: 'reached', source: 'slack' } as const;
const TODAY = '2026-03-05' as CalendarDate;

const within = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((days) => addDays(TODAY, days));

const step = fc.oneof(
  fc.record(
    {
      kind: fc.constant('contact' as const),
      method: fc.constantFrom(...CONTACT_METHODS),
      outcome: fc.constantFrom(...CONTACT_OUTCOMES),
      note: fc.string(),
      happenedOn: within(-10, 0),
      nextOn: within(1, 40),
      satisfaction: fc.integer({ min: 1, max: 5 }),
    },
    { requiredKeys: ['kind', 'method', 'outcome'] },
  ),
  fc.record({ kind: fc.constant('snooze' as const), until: within(1, 30) }),
  fc.record({ kind: fc.constant('skip' as const), reason: fc.constant('on holiday') }),
  fc.record({ kind: fc.constant('pause' as const), until: fc.option(within(1, 30), { nil: undefined }) }),
  fc.record({ kind: fc.constant('resume' as const) }),
  fc.record({ kind: fc.constant('reassign' as const) }),
);

describeOnBothDatabases('undoing', (open) => {
  test('an action leaves everything as it was before, whatever was done before it', async () => {
    const { acme, anna, boss, context } = await followUpBook(await open());
    let minutes = 0;
    const act = async (does: typeof step extends fc.Arbitrary<infer T> ? T : never) => {
      minutes += 1;
      context.clock.set(new Date(Date.parse('2026-03-05T08:00:00Z') + minutes * 100).toISOString());
      switch (does.kind) {
        case 'contact':
          return logContact(boss, { customerId: acme, source: 'slack', ...does });
        case 'snooze':
          return snoozeFollowUp(boss, { customerId: acme, until: does.until });
        case 'skip':
          return skipFollowUp(boss, { customerId: acme, reason: does.reason });
        case 'pause':
          return pauseFollowUp(boss, { customerId: acme, until: does.until });
        case 'resume':
          return resumeFollowUp(boss, { customerId: acme }).catch(() => undefined);
        case 'reassign':
          return reassignCustomer(boss, { customerId: acme, toMemberId: anna.actor.memberId ?? '' }).catch(
            () => undefined,
          );
        default:
          return does satisfies never;
      }
    };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        const before: [string, unknown][] = [];
        for (const each of steps) {
          const contents = await followUpContents(context);
          const done = await act(each);
          if (done !== undefined) before.push([done.actionId, contents]);
        }
        // half of them stay, so that later runs begin elsewhere
        for (const [actionId, contents] of before.toReversed().slice(0, Math.ceil(before.length / 2))) {
          expect(await undoAction(boss, actionId)).toMatchObject({ isRepeat: false, customerName: 'ACME' });
          expect(await followUpContents(context)).toEqual(contents);
        }
      }),
      { numRuns: 30, seed: 5 },
    );
  });

  test('takes the contact out of the history', async () => {
    const { acme, context, lei } = await followUpBook(await open());
    const { actionId } = await logContact(lei, { customerId: acme, ...CALL });
    expect(await undoAction(lei, actionId)).toMatchObject({ kind: 'contact', isRepeat: false });
    expect(await findInteractions(context.db, context.actor.workspaceId, acme, 5)).toEqual([]);
    expect(await undoAction(lei, actionId)).toMatchObject({ isRepeat: true });
  });

  test('is refused when somebody has done something since, and says who', async () => {
    const { acme, anna, boss, context, lei } = await followUpBook(await open());
    const { actionId } = await logContact(lei, { customerId: acme, ...CALL });
    context.clock.set('2026-03-05T08:01:00Z');
    const later = await logContact(anna, { customerId: acme, ...CALL });
    context.clock.set('2026-03-05T08:02:00Z');
    const contents = await followUpContents(context);
    const refusal = { code: 'acted-since', acted: { by: 'Anna', kind: 'contact', customerName: 'ACME' } };
    await expect(undoAction(lei, actionId)).rejects.toMatchObject(refusal);
    expect(await followUpContents(context)).toEqual(contents);
    await undoAction(boss, later.actionId);
    expect(await undoAction(lei, actionId)).toMatchObject({ isRepeat: false });
  });

  test('is refused when the customer was changed in another way', async () => {
    const { acme, context, lei } = await followUpBook(await open());
    const { actionId } = await logContact(lei, { customerId: acme, ...CALL, nextOn: addDays(TODAY, 3) });
    const { db, actor } = context;
    const state = { lastContactOn: TODAY, nextContactOn: addDays(TODAY, 4), promise: null, snoozedUntil: null };
    const others = { skippedOn: null, isPaused: false, pausedUntil: null };
    await saveContacts(db, actor.workspaceId, acme, { ...state, ...others }, context.clock.now());
    await expect(undoAction(lei, actionId)).rejects.toMatchObject({ code: 'changed-since', detail: 'ACME' });
  });

  test('is for who did it and for managers, within ten minutes', async () => {
    const { acme, anna, beta, boss, context, lei } = await followUpBook(await open());
    const { actionId } = await logContact(lei, { customerId: acme, ...CALL });
    const other = await logContact(lei, { customerId: beta, ...CALL });
    await expect(undoAction(anna, actionId)).rejects.toMatchObject({ code: 'undo-not-yours' });
    context.clock.set('2026-03-05T08:10:00.000Z');
    expect(await undoAction(boss, other.actionId)).toMatchObject({ isRepeat: false });
    context.clock.set('2026-03-05T08:10:00.001Z');
    await expect(undoAction(lei, actionId)).rejects.toMatchObject({ code: 'undo-too-late', detail: '10' });
  });

  test('knows only what was done in the workspace', async () => {
    const { acme, lei } = await followUpBook(await open());
    const elsewhere = await followUpBook(await open());
    const { actionId } = await logContact(lei, { customerId: acme, ...CALL });
    for (const id of [actionId, 'x', acme])
      await expect(undoAction(elsewhere.boss, id)).rejects.toMatchObject({ code: 'no-such-action' });
  });

  test('two who undo at once undo it once', async () => {
    const { acme, boss, lei } = await followUpBook(await open());
    const { actionId } = await logContact(lei, { customerId: acme, ...CALL });
    const undone = await Promise.all([
      undoAction(lei, actionId),
      undoAction(boss, actionId),
      undoAction(lei, actionId),
    ]);
    expect(undone.filter(({ isRepeat }) => !isRepeat)).toHaveLength(1);
  });

  test('finds the latest action of the person who asks', async () => {
    const { acme, beta, context, lei, anna } = await followUpBook(await open());
    await logContact(lei, { customerId: acme, ...CALL });
    context.clock.set('2026-03-05T08:01:00Z');
    const { actionId } = await logContact(lei, { customerId: beta, ...CALL });
    await logContact(context, { customerId: acme, ...CALL, source: 'cli' });
    expect((await latestAction(lei))?.id).toBe(actionId);
    expect((await latestAction(context))?.customerId).toBe(acme);
    expect(await latestAction(anna)).toBeUndefined();
    context.clock.set('2026-03-05T08:11:00.001Z');
    expect(await latestAction(lei)).toBeUndefined();
  });

  test('changing a contact puts another in its place, once', async () => {
    const { acme, context, lei } = await followUpBook(await open());
    const { actionId } = await logContact(lei, { customerId: acme, ...CALL, nextOn: addDays(TODAY, 3) });
    context.clock.set('2026-03-05T08:01:00Z');
    const request: ContactRequest = { customerId: acme, ...CALL, method: 'visit', requestId: 'V1' };
    const changed = await changeContact(lei, actionId, request);
    const again = await changeContact(lei, actionId, request);
    expect(again).toEqual({ ...changed, isRepeat: true });
    const [only, ...others] = await findInteractions(context.db, context.actor.workspaceId, acme, 5);
    expect(only).toMatchObject({ method: 'visit', nextOn: null });
    expect(others).toEqual([]);
  });
});
