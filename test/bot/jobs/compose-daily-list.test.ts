import { expect, test } from 'vitest';
import { composeDailyList } from '../../../bot/jobs/compose-daily-list.ts';
import { checkMessage } from '../../../bot/local/block-kit-rules.ts';
import { insertAbsence } from '../../../bot/store/absences.ts';
import type { Delivery } from '../../../bot/store/deliveries.ts';
import { newId } from '../../../bot/store/new-id.ts';
import type { UseCaseContext } from '../../../bot/use-cases/context.ts';
import { bookOf } from '../../support/books.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { day, logged } from '../../support/follow-up-rows.ts';
import { addMember } from '../../support/members.ts';
import { newContext } from '../../support/workspace.ts';

const ANNA = 'U0ANNABERG';

function deliveryFor({ actor, clock }: UseCaseContext, memberId: string | null, localDate: string): Delivery {
  return {
    id: newId(clock.now()),
    workspaceId: actor.workspaceId,
    kind: 'daily-list',
    target: ANNA,
    localDate: day(localDate),
    subject: '',
    memberId,
    dueAt: clock.now(),
    state: 'sending',
    key: 'k',
    channel: null,
    ts: null,
    attempts: 0,
    notBefore: null,
    sendingAt: null,
    problem: null,
    createdAt: clock.now(),
  };
}

describeOnBothDatabases('the daily list', (open) => {
  test('is the rep’s day in the rep’s language; nothing when nothing is due, on a day off, or while away', async () => {
    const context = await newContext(await open());
    const annaId = await addMember(context, { slackUserId: ANNA });
    const composed = (on: string) => composeDailyList(context, deliveryFor(context, annaId, on));
    expect(await composed('2026-03-05')).toEqual({ skip: 'nothing-to-do' });
    const ids = await bookOf(context, [{ key: 'a', tier: 'A', owner: ANNA, values: { lastContact: '2026-02-20' } }]);
    const list = await composed('2026-03-05');
    if ('skip' in list) throw new Error(list.skip);
    expect(checkMessage(list.message)).toEqual([]);
    expect(list.message.text).toBe('1 contact today, 1 h 30 min of 8 h');
    await context.db.updateTable('member').set({ locale: 'zh-TW' }).where('id', '=', annaId).execute();
    expect(await composed('2026-03-05')).toMatchObject({
      message: { text: expect.stringContaining('今天要聯絡 1 位客戶') },
    });

    await logged(context, ids.get('a') ?? '', { on: '2026-03-05' });
    expect(await composed('2026-03-05')).toEqual({ skip: 'nothing-to-do' });
    context.clock.set('2026-03-14T09:00:00Z');
    expect(await composed('2026-03-14')).toEqual({ skip: 'day-off' });
    await insertAbsence(
      context.db,
      context.actor.workspaceId,
      {
        id: newId(context.clock.now()),
        memberId: annaId,
        coverId: null,
        fromOn: day('2026-03-16'),
        toOn: day('2026-03-16'),
      },
      { memberId: null, at: context.clock.now() },
    );
    context.clock.set('2026-03-16T09:00:00Z');
    expect(await composed('2026-03-16')).toEqual({ skip: 'away' });
    expect(await composeDailyList(context, deliveryFor(context, null, '2026-03-16'))).toEqual({ skip: 'nobody' });
  });
});
