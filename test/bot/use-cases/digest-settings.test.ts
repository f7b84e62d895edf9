import { expect, test } from 'vitest';
import { USUAL_DIGEST } from '../../../bot/store/digest-settings.ts';
import {
  type DigestChange,
  findDigestSettings,
  findDigestTrouble,
  setDigest,
} from '../../../bot/use-cases/digest-settings.ts';
import { UseCaseError } from '../../../bot/use-cases/use-case-error.ts';
import { workspaceOverview } from '../../../bot/use-cases/workspace-overview.ts';
import { addDigestDelivery } from '../../support/add-digest-delivery.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { day } from '../../support/follow-up-rows.ts';
import { addMember, as } from '../../support/members.ts';
import { newContext } from '../../support/workspace.ts';

describeOnBothDatabases('the settings of digests', (database) => {
  /** Yijun manages Anna; Lei is nobody's; Sam is an admin. */
  async function world() {
    const context = await newContext(await database());
    const yijun = await addMember(context, { name: 'Yijun', role: 'manager' });
    const anna = await addMember(context, { name: 'Anna', managerId: yijun });
    const lei = await addMember(context, { name: 'Lei' });
    const sam = await addMember(context, { name: 'Sam', role: 'admin' });
    return { context, yijun, anna, lei, sam, byYijun: as(context, yijun, 'manager') };
  }

  test('are the usual ones until something is set, and what is not mentioned stays', async () => {
    const { anna, byYijun, yijun } = await world();
    expect(await findDigestSettings(byYijun, yijun)).toMatchObject({ ...USUAL_DIGEST, isSet: false, isOwn: true });
    await setDigest(byYijun, yijun, { at: '9:05', channel: 'C0SALES', parts: ['overdue', 'tiers'], repIds: [anna] });
    const set = { at: '09:05', channel: 'C0SALES', parts: ['tiers', 'overdue'], repIds: [anna], isSet: true };
    expect(await findDigestSettings(byYijun, yijun)).toMatchObject(set);
    await setDigest(byYijun, yijun, { at: 'off' });
    expect(await findDigestSettings(byYijun, yijun)).toMatchObject({ ...set, at: 'off' });
    await setDigest(byYijun, yijun, { channel: null, repIds: [] });
    expect(await findDigestSettings(byYijun, yijun)).toMatchObject({ channel: null, repIds: null, reps: null });
  });

  test('are one’s own, and an admin’s to set for anybody who gets digests', async () => {
    const { anna, byYijun, context, sam, yijun } = await world();
    const bySam = as(context, sam, 'admin');
    expect(await setDigest(bySam, yijun, { at: '07:00' })).toMatchObject({ at: '07:00', isOwn: false });
    await expect(setDigest(byYijun, sam, { at: '07:00' })).rejects.toThrow(new UseCaseError('own-digest', 'Sam'));
    await expect(findDigestSettings(byYijun, sam)).rejects.toThrow(new UseCaseError('own-digest', 'Sam'));
    await expect(setDigest(as(context, anna), yijun, {})).rejects.toThrow(new UseCaseError('own-digest', 'Yijun'));
    const readers = new UseCaseError('digest-readers', 'Anna');
    await expect(setDigest(as(context, anna), anna, {})).rejects.toThrow(readers);
    await expect(setDigest(bySam, anna, {})).rejects.toThrow(readers);
  });

  test.each([
    [{ at: 'noon' }, 'digest-hour', 'noon'],
    [{ at: '24:00' }, 'digest-hour', '24:00'],
    [{ channel: '#sales' }, 'digest-channel', '#sales'],
    [{ channel: 'U0ANNA' }, 'digest-channel', 'U0ANNA'],
    [{ parts: [] }, 'digest-parts', ''],
    [{ parts: ['tiers', 'weather'] }, 'digest-parts', 'weather'],
  ] as const)('refuse %j', async (change: DigestChange, code, detail) => {
    const { byYijun, yijun } = await world();
    await expect(setDigest(byYijun, yijun, change)).rejects.toThrow(new UseCaseError(code, detail));
    expect(await findDigestSettings(byYijun, yijun)).toMatchObject({ isSet: false });
  });

  test('take only members of the team, and forget those who are no more', async () => {
    const { anna, byYijun, context, lei, yijun } = await world();
    await expect(setDigest(byYijun, yijun, { repIds: [anna, lei] })).rejects.toThrow(
      new UseCaseError('digest-reps', 'Lei'),
    );
    await setDigest(byYijun, yijun, { repIds: [anna] });
    const { db } = context;
    await db.updateTable('member').set({ manager_id: null }).where('id', '=', anna).execute();
    await db.updateTable('member').set({ manager_id: yijun }).where('id', '=', lei).execute();
    expect(await findDigestSettings(byYijun, yijun)).toMatchObject({ repIds: [anna], reps: [] });
  });

  test('tell of a digest that did not arrive until one does, or it is to come elsewhere', async () => {
    const { anna, byYijun, context, sam, yijun } = await world();
    const bySam = as(context, sam, 'admin');
    const on = day('2026-03-05');
    const troubles = async () => (await workspaceOverview(bySam)).digestTroubles.map(({ memberId }) => memberId);
    const target = (await findDigestSettings(byYijun, yijun)).member.slackUserId ?? '';
    expect(await findDigestTrouble(byYijun)).toBeUndefined();
    await addDigestDelivery(context, { memberId: yijun, target, on: day('2026-03-04') });
    await addDigestDelivery(context, { memberId: yijun, target, on, problem: 'user_disabled' });
    expect(await findDigestTrouble(byYijun)).toEqual({ memberId: yijun, on, problem: 'user_disabled' });
    expect((await workspaceOverview(bySam)).digestTroubles).toMatchObject([
      { memberId: yijun, on, problem: 'user_disabled', member: { displayName: 'Yijun' } },
    ]);
    // nobody else's business
    expect(await findDigestTrouble(bySam)).toBeUndefined();
    expect(await findDigestTrouble(as(context, anna))).toBeUndefined();
    await setDigest(byYijun, yijun, { channel: 'C0SALES' });
    expect([await findDigestTrouble(byYijun), await troubles()]).toEqual([undefined, []]);
    await setDigest(byYijun, yijun, { channel: null });
    expect(await troubles()).toEqual([yijun]);
    await setDigest(byYijun, yijun, { at: 'off' });
    expect([await findDigestTrouble(byYijun), await troubles()]).toEqual([undefined, []]);
    await setDigest(byYijun, yijun, { at: '08:30' });
    await addDigestDelivery(context, { memberId: yijun, target, on: day('2026-03-06') });
    expect([await findDigestTrouble(byYijun), await troubles()]).toEqual([undefined, []]);
  });
});
