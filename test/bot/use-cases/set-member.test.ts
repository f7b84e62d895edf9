import { expect, test } from 'vitest';
import { findMembersById, saveMember } from '../../../bot/store/members.ts';
import { type MemberChange, setMember } from '../../../bot/use-cases/set-member.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { addMember, as } from '../../support/members.ts';
import { newContext, type TestContext } from '../../support/workspace.ts';

async function member({ db, actor }: TestContext, id: string) {
  return (await findMembersById(db, actor.workspaceId, [id])).get(id);
}

describeOnBothDatabases('what is set of a member', (open) => {
  test('is kept as it is compared, and null takes it back', async () => {
    const context = await newContext(await open());
    const [id, lead] = [await addMember(context), await addMember(context)];
    const change = {
      role: 'manager',
      managerId: lead,
      timeZone: 'Asia/Taipei',
      locale: 'zh_tw',
      country: 'de-by',
    } as const;
    expect(await setMember(context, id, { ...change, listAt: '８:15', dayMinutes: 240 })).toMatchObject({
      role: 'manager',
      managerId: lead,
      timeZone: 'Asia/Taipei',
      locale: 'zh-TW',
      country: 'DE-BY',
      listAt: '08:15',
      dayMinutes: 240,
    });
    const none = { managerId: null, timeZone: null, locale: null, country: null, dayMinutes: null };
    expect(await setMember(context, id, { ...none, listAt: 'off' })).toMatchObject({
      role: 'manager',
      managerId: null,
      country: null,
      listAt: 'off',
      dayMinutes: null,
    });
  });

  test('a time zone and a locale set by hand outlive Slack’s, until Slack’s are wanted again', async () => {
    const context = await newContext(await open());
    const id = await addMember(context, { slackUserId: 'U0ANNA11', timeZone: 'Europe/Berlin' });
    const slackSays = (timeZone: string, locale: string) =>
      saveMember(
        context.db,
        context.actor.workspaceId,
        { slackUserId: 'U0ANNA11', timeZone, locale },
        false,
        new Date(),
      );
    await setMember(context, id, { timeZone: 'Asia/Shanghai' });
    await slackSays('Europe/Paris', 'fr-FR');
    expect(await member(context, id)).toMatchObject({ timeZone: 'Asia/Shanghai', locale: 'fr-FR' });
    await setMember(context, id, { locale: 'en-GB' });
    await slackSays('Europe/Paris', 'fr-FR');
    expect(await member(context, id)).toMatchObject({ timeZone: 'Asia/Shanghai', locale: 'en-GB' });
    await setMember(context, id, { timeZone: null });
    await slackSays('Europe/Paris', 'fr-FR');
    expect(await member(context, id)).toMatchObject({ timeZone: 'Europe/Paris', locale: 'en-GB' });
  });

  const WRONG: [MemberChange, string][] = [
    [{ timeZone: 'Mars/Base' }, 'unknown-time-zone'],
    [{ locale: 'chinese!' }, 'unknown-locale'],
    [{ locale: 'qqx' }, 'unknown-locale'],
    [{ country: 'Atlantis' }, 'unknown-country'],
    [{ country: 'DE-ZZ' }, 'unknown-country'],
    [{ listAt: '24:00' }, 'list-time'],
    [{ listAt: 'half past eight' }, 'list-time'],
    [{ dayMinutes: 20 }, 'day-minutes'],
    [{ dayMinutes: Number.NaN }, 'day-minutes'],
    [{ managerId: '01890000-0000-7000-8000-000000000001' }, 'no-such-member'],
  ];
  test.each(WRONG)('refuses %j', async (wrong, code) => {
    const context = await newContext(await open());
    const id = await addMember(context);
    const before = await member(context, id);
    await expect(setMember(context, id, { role: 'manager', ...wrong })).rejects.toMatchObject({ code });
    expect(await member(context, id)).toEqual(before);
  });

  test('the last admin stays one', async () => {
    const context = await newContext(await open());
    const a = await addMember(context, { role: 'admin', name: 'Anna' });
    await expect(setMember(context, a, { role: 'rep' })).rejects.toMatchObject({ code: 'last-admin', detail: 'Anna' });
    await setMember(context, a, { role: 'admin' });
    await setMember(context, await addMember(context), { role: 'admin' });
    expect(await setMember(context, a, { role: 'rep' })).toMatchObject({ role: 'rep' });
  });

  test('nobody manages themselves, not even through others', async () => {
    const context = await newContext(await open());
    const [a, b, c] = [
      await addMember(context, { name: 'Anna' }),
      await addMember(context),
      await addMember(context, { name: 'Cy' }),
    ];
    await expect(setMember(context, a, { managerId: a })).rejects.toMatchObject({ code: 'own-manager' });
    await setMember(context, b, { managerId: a });
    await setMember(context, c, { managerId: b });
    await expect(setMember(context, a, { managerId: c })).rejects.toMatchObject({
      code: 'manager-circle',
      detail: 'Cy',
    });
    await setMember(context, c, { managerId: null });
    await setMember(context, a, { managerId: c });
  });

  test('roles are the admins’, a rep’s own are zone, language, country and hour', async () => {
    const context = await newContext(await open());
    const [rep, other] = [await addMember(context), await addMember(context)];
    const refused = (who: TestContext, id: string, change: MemberChange, code: string) =>
      expect(setMember(who, id, change)).rejects.toMatchObject({ code });
    await setMember(as(context, rep), rep, {
      listAt: '09:00',
      timeZone: 'Asia/Taipei',
      locale: 'zh-TW',
      country: 'TW',
    });
    await refused(as(context, rep), rep, { dayMinutes: 60 }, 'not-allowed');
    await refused(as(context, rep), rep, { managerId: null }, 'not-allowed');
    await refused(as(context, rep), rep, { role: 'admin' }, 'admins-only');
    await refused(as(context, rep), other, { listAt: 'off' }, 'not-allowed');
    await setMember(as(context, other, 'manager'), rep, { dayMinutes: 60 });
    await refused(as(context, other, 'manager'), rep, { role: 'manager' }, 'admins-only');
    await setMember(as(context, other, 'admin'), rep, { role: 'manager' });
  });
});
