import { expect, test } from 'vitest';
import { cardContacts } from '../../../bot/use-cases/card-contacts.ts';
import { bookOf } from '../../support/books.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { followUpBook } from '../../support/follow-up-book.ts';
import { logged } from '../../support/follow-up-rows.ts';
import { addMember } from '../../support/members.ts';
import { newContext } from '../../support/workspace.ts';

describeOnBothDatabases('cardContacts', (open) => {
  test('has the next contact by the follow-up and the last three contacts with who made them', async () => {
    const context = await newContext(await open());
    const memberId = await addMember(context, { slackUserId: 'U0ANNABERG', name: 'Anna' });
    const ids = await bookOf(context, [
      { key: 'a', tier: 'A', owner: 'U0ANNABERG', values: { nextContact: '2026-03-20' } },
      { key: 'b', tier: 'B', values: { lastContact: '2026-02-01' } },
    ]);
    const [annas = '', nobodys = ''] = [...ids.values()];
    expect(await cardContacts(context, { id: annas, ownerId: memberId })).toMatchObject({
      next: { dueOn: '2026-03-20', reasons: [], pause: null },
      latest: [],
    });
    for (const on of ['2026-02-01', '2026-02-10', '2026-02-20', '2026-03-04']) {
      await logged(context, annas, { on, memberId, method: 'visit' });
    }
    expect(await cardContacts(context, { id: annas, ownerId: memberId })).toEqual({
      next: { dueOn: '2026-03-11', reasons: [], method: 'phone', pause: null },
      latest: ['2026-03-04', '2026-02-20', '2026-02-10'].map((on) => {
        return { on, method: 'visit', outcome: 'reached', note: null, by: 'Anna' };
      }),
      may: { decide: true, reassign: true },
    });
    expect(await cardContacts(context, { id: nobodys, ownerId: null })).toMatchObject({
      next: { dueOn: '2026-02-15', reasons: [{ code: 'overdue', days: 18 }] },
    });
  });

  test('says what who looks at it may do: a rep decides on their own, managers on all', async () => {
    const { acme, anna, boss, lei } = await followUpBook(await open());
    const mayOf = async (who: typeof lei) => {
      const { may } = await cardContacts(who, { id: acme, ownerId: lei.actor.memberId });
      return may;
    };
    expect(await mayOf(lei)).toEqual({ decide: true, reassign: false });
    expect(await mayOf(anna)).toEqual({ decide: false, reassign: false });
    expect(await mayOf(boss)).toEqual({ decide: true, reassign: true });
  });
});
