import { expect, test } from 'vitest';
import { findMembersById } from '../../../bot/store/members.ts';
import { setAbsence } from '../../../bot/use-cases/absences.ts';
import { leaveTeam } from '../../../bot/use-cases/hand-over-book.ts';
import { coverOf } from '../../../bot/use-cases/may-act-for.ts';
import { profileChanged } from '../../../bot/use-cases/profile-changed.ts';
import { setMember } from '../../../bot/use-cases/set-member.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { day } from '../../support/follow-up-rows.ts';
import { giveCustomer } from '../../support/give-customer.ts';
import { addMember } from '../../support/members.ts';
import { contentsOf, newContext, type TestContext } from '../../support/workspace.ts';

const ANNA = 'U0ANNA111';

function slackSays(context: TestContext, profile: object, isDeactivated = false) {
  return profileChanged(context, context.actor.workspaceId, { slackUserId: ANNA, ...profile }, isDeactivated);
}

async function member({ db, actor }: TestContext, id: string) {
  return (await findMembersById(db, actor.workspaceId, [id])).get(id);
}

describeOnBothDatabases('a profile that changed in Slack', (open) => {
  test('gives the member the new time zone, locale and name; what it does not say stays', async () => {
    const context = await newContext(await open());
    const id = await addMember(context, { slackUserId: ANNA, name: 'Anna', timeZone: 'Europe/Berlin' });
    await slackSays(context, { timeZone: 'Asia/Taipei', locale: 'zh-TW' });
    expect(await member(context, id)).toMatchObject({ timeZone: 'Asia/Taipei', locale: 'zh-TW', displayName: 'Anna' });
    await slackSays(context, { displayName: 'Anna W.' });
    expect(await member(context, id)).toMatchObject({
      timeZone: 'Asia/Taipei',
      locale: 'zh-TW',
      displayName: 'Anna W.',
    });
    await setMember(context, id, { timeZone: 'Europe/Paris' });
    await slackSays(context, { timeZone: 'Asia/Tokyo', locale: 'ja-JP' });
    expect(await member(context, id)).toMatchObject({ timeZone: 'Europe/Paris', locale: 'ja-JP' });
  });

  test('makes nobody a member', async () => {
    const context = await newContext(await open());
    await slackSays(context, { timeZone: 'Asia/Taipei' });
    expect((await contentsOf(context, ['member']))['member']).toEqual([]);
  });

  test('whoever is deactivated has left and keeps the book; activated again, they are back', async () => {
    const context = await newContext(await open());
    const id = await addMember(context, { slackUserId: ANNA, role: 'admin' });
    await giveCustomer(context.db, context.actor.workspaceId, id);
    await slackSays(context, {}, true);
    expect(await member(context, id)).toMatchObject({ deactivatedAt: new Date('2026-03-05T08:00:00Z') });
    context.clock.set('2026-03-06T08:00:00Z');
    await slackSays(context, {}, true);
    expect(await member(context, id)).toMatchObject({ deactivatedAt: new Date('2026-03-05T08:00:00Z') });
    const { customer, audit_event: events } = await contentsOf(context, ['customer', 'audit_event']);
    expect(customer).toMatchObject([{ owner_id: id }]);
    expect(events).toMatchObject([{ action: 'member-left', detail: { by: 'slack' } }]);
    await slackSays(context, {});
    expect(await member(context, id)).toMatchObject({ deactivatedAt: null });
  });

  test('whoever is deactivated covers for nobody any more', async () => {
    const context = await newContext(await open());
    const id = await addMember(context, { slackUserId: ANNA });
    const away = await addMember(context);
    await setAbsence(context, { memberId: away, fromOn: day('2026-03-05'), toOn: day('2026-03-06'), coverId: id });
    await slackSays(context, {}, true);
    expect(await coverOf(context.db, context.actor.workspaceId, away, day('2026-03-05'))).toBeNull();
  });

  test('whoever was let go by hand is not brought back by a change of their picture', async () => {
    const context = await newContext(await open());
    const id = await addMember(context, { slackUserId: ANNA });
    await slackSays(context, {}, true);
    await slackSays(context, {});
    context.clock.set('2026-03-07T08:00:00Z');
    await leaveTeam(context, id, []);
    await slackSays(context, {});
    expect((await member(context, id))?.deactivatedAt).toEqual(new Date('2026-03-07T08:00:00Z'));
  });
});
