import { expect, test } from 'vitest';
import { insertAbsence } from '../../../bot/store/absences.ts';
import { insertMemberAction } from '../../../bot/store/member-actions.ts';
import { newId } from '../../../bot/store/new-id.ts';
import type { UseCaseContext } from '../../../bot/use-cases/context.ts';
import { DAILY_LIST, postedLists } from '../../../bot/use-cases/posted-lists.ts';
import { bookOf } from '../../support/books.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { day } from '../../support/follow-up-rows.ts';
import { addMember } from '../../support/members.ts';
import { newContext } from '../../support/workspace.ts';

const ANNA = 'U0ANNABERG';
const LEI = 'U0LEICHEN0';

async function posted(
  { actor, clock, db }: UseCaseContext,
  memberId: string,
  localDate: string,
  given: { readonly state?: 'sent' | 'pending'; readonly kind?: string } = {},
): Promise<void> {
  const id = newId(clock.now());
  const { kind = DAILY_LIST, state = 'sent' } = given;
  const row = {
    workspace_id: actor.workspaceId,
    id,
    kind,
    target: memberId,
    local_date: localDate,
    subject: '',
    member_id: memberId,
    due_at: clock.now(),
    state,
    key: id,
    channel: `D-${memberId}`,
    ts: localDate,
    attempts: 0,
    created_at: clock.now(),
  };
  await db.insertInto('delivery').values(row).execute();
}

async function team(context: UseCaseContext) {
  const annaId = await addMember(context, { slackUserId: ANNA });
  const leiId = await addMember(context, { slackUserId: LEI });
  const ids = await bookOf(context, [
    { key: 'a', tier: 'A', owner: ANNA },
    { key: 'l', tier: 'A', owner: LEI },
  ]);
  return { annaId, leiId, annas: ids.get('a') ?? '', leis: ids.get('l') ?? '' };
}

describeOnBothDatabases('postedLists', (open) => {
  test('finds the lists of the present day of the customers’ owners, if they were posted', async () => {
    const context = await newContext(await open());
    const { annaId, annas, leiId, leis } = await team(context);
    await posted(context, annaId, '2026-03-05');
    await posted(context, annaId, '2026-03-03');
    await posted(context, annaId, '2026-03-05', { kind: 'digest' });
    await posted(context, leiId, '2026-03-05', { state: 'pending' });
    const lists = await postedLists(context, { customerIds: [annas, leis] });
    expect(lists).toEqual([{ memberId: annaId, localDate: '2026-03-05', channel: `D-${annaId}`, ts: '2026-03-05' }]);
    expect(await postedLists(context, { customerIds: [] })).toEqual([]);
    const other = await newContext(context.db);
    expect(await postedLists(other, { customerIds: [annas] })).toEqual([]);
  });

  test('finds the list of whoever covers for the owner that day', async () => {
    const context = await newContext(await open());
    const { annaId, annas, leiId } = await team(context);
    await posted(context, leiId, '2026-03-05');
    expect(await postedLists(context, { customerIds: [annas] })).toEqual([]);
    await insertAbsence(
      context.db,
      context.actor.workspaceId,
      {
        id: newId(context.clock.now()),
        memberId: annaId,
        coverId: leiId,
        fromOn: day('2026-03-05'),
        toOn: day('2026-03-06'),
      },
      { memberId: null, at: context.clock.now() },
    );
    expect(await postedLists(context, { customerIds: [annas] })).toMatchObject([{ memberId: leiId }]);
  });

  test('finds what was touched since a moment, undone things and the owner before among it', async () => {
    const context = await newContext(await open());
    const { annaId, annas, leiId, leis } = await team(context);
    await posted(context, annaId, '2026-03-05');
    await posted(context, leiId, '2026-03-05');
    const { actor, db } = context;
    const done = async (customerId: string, kind: string, detail: Record<string, unknown>, doneAt: string) => {
      const id = newId(context.clock.now());
      const at = new Date(doneAt);
      await insertMemberAction(db, actor.workspaceId, {
        id,
        memberId: annaId,
        customerId,
        kind,
        requestId: null,
        detail,
        doneAt: at,
      });
      return id;
    };
    const since = { touchedSince: new Date('2026-03-05T08:00:00Z') };
    const before = await done(leis, 'snooze', {}, '2026-03-05T07:59:00Z');
    expect(await postedLists(context, since)).toEqual([]);
    await db
      .updateTable('member_action')
      .set({ undone_at: new Date('2026-03-05T08:00:01Z') })
      .where('id', '=', before)
      .execute();
    expect(await postedLists(context, since)).toMatchObject([{ memberId: leiId }]);
    await done(annas, 'reassign', { from: { ownerId: leiId }, to: { ownerId: annaId } }, '2026-03-05T08:00:02Z');
    const lists = await postedLists(context, since);
    expect(new Set(lists.map(({ memberId }) => memberId))).toEqual(new Set([annaId, leiId]));
  });
});
