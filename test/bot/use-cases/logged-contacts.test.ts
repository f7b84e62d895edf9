import { expect, test } from 'vitest';
import { insertInteraction } from '../../../bot/store/interactions.ts';
import { newId } from '../../../bot/store/new-id.ts';
import { loggedContacts } from '../../../bot/use-cases/logged-contacts.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { day } from '../../support/follow-up-rows.ts';
import { giveCustomer } from '../../support/give-customer.ts';
import { addMember, as } from '../../support/members.ts';
import { newContext } from '../../support/workspace.ts';

describeOnBothDatabases('what somebody has logged', (open) => {
  test('is of the days that are meant where the person is, and neither others’ nor what was taken back', async () => {
    const context = await newContext(await open());
    const { actor, clock, db } = context;
    // Friday, 6 March, in Taipei
    clock.set('2026-03-05T17:00:00Z');
    const anna = await addMember(context, { timeZone: 'Asia/Taipei' });
    const lei = await addMember(context);
    const customerId = await giveCustomer(db, actor.workspaceId, anna);
    const log = async (memberId: string, happenedOn: string, loggedAt: string, note: string): Promise<string> => {
      const at = new Date(loggedAt);
      const id = newId(at);
      await insertInteraction(db, actor.workspaceId, {
        id,
        customerId,
        memberId,
        happenedOn: day(happenedOn),
        method: 'phone',
        outcome: 'reached',
        note,
        nextOn: null,
        satisfaction: null,
        source: 'slack',
        link: null,
        loggedAt: at,
      });
      return id;
    };
    await log(anna, '2026-03-06', '2026-03-05T16:30:00Z', 'today');
    await log(anna, '2026-03-03', '2026-03-05T16:20:00Z', 'told today');
    await log(anna, '2026-03-05', '2026-03-05T15:30:00Z', 'yesterday');
    await log(anna, '2026-02-27', '2026-02-27T09:00:00Z', 'a week ago');
    await log(lei, '2026-03-06', '2026-03-05T16:40:00Z', 'by Lei');
    const gone = await log(anna, '2026-03-06', '2026-03-05T16:50:00Z', 'taken back');
    await db.updateTable('interaction').set({ undone_at: clock.now() }).where('id', '=', gone).execute();
    const notes = async (since: 'today' | 'yesterday' | 'week') =>
      (await loggedContacts(as(context, anna), since))?.latest.map(({ note }) => note);
    expect(await notes('today')).toEqual(['today', 'told today']);
    expect(await notes('yesterday')).toEqual(['yesterday']);
    expect(await notes('week')).toEqual(['today', 'told today', 'yesterday']);
    expect(await loggedContacts(as(context, lei), 'today')).toMatchObject({ count: 1, on: '2026-03-05' });
    expect(await loggedContacts({ ...context, actor: { ...actor, memberId: null } }, 'today')).toBeUndefined();
  });
});
