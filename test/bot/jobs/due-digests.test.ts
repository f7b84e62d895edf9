import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { deliver } from '../../../bot/jobs/deliver.ts';
import { managerDigest } from '../../../bot/jobs/manager-digest.ts';
import { addDeliveries, findDelivery } from '../../../bot/store/deliveries.ts';
import { type DigestSetting, saveDigestSetting, USUAL_DIGEST } from '../../../bot/store/digest-settings.ts';
import { findParkedMessages } from '../../../bot/store/parked-deliveries.ts';
import type { UseCaseContext } from '../../../bot/use-cases/context.ts';
import { profileChanged } from '../../../bot/use-cases/profile-changed.ts';
import { setMember } from '../../../bot/use-cases/set-member.ts';
import { tryDeliveryAgain } from '../../../bot/use-cases/workspace-overview.ts';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { type DeliveryWorld, deliveryWorld } from '../../support/delivery-world.ts';
import { addMember, type MemberGiven } from '../../support/members.ts';

const open: DeliveryWorld[] = [];
afterEach(async () => {
  for (const world of open.splice(0)) await world.slack.stop();
});

describeOnBothDatabases('digests that something comes between', (database) => {
  /** A workspace since 2 March 2026, 00:00 UTC. */
  async function world() {
    const made = await deliveryWorld(await database(), [managerDigest], '2026-03-02T00:00:00Z');
    open.push(made);
    return made;
  }

  const contextOf = ({ clock, db, workspaceId }: DeliveryWorld): UseCaseContext => ({
    db,
    clock,
    actor: { workspaceId, memberId: null, role: 'admin' },
  });

  const manager = (made: DeliveryWorld, slackUserId: string, more: MemberGiven = {}) =>
    addMember(contextOf(made), { slackUserId, name: slackUserId, role: 'manager', ...more });

  const set = ({ clock, db, workspaceId }: DeliveryWorld, memberId: string, change: Partial<DigestSetting>) =>
    saveDigestSetting(db, workspaceId, memberId, { ...USUAL_DIGEST, ...change }, clock.now());

  /** Looks and delivers at each of these moments; when and where something was posted. */
  async function posted(made: DeliveryWorld, ...moments: readonly string[]): Promise<string[]> {
    const before = made.posted().length;
    for (const moment of moments) {
      made.clock.set(moment);
      await made.run(1);
    }
    return made
      .posted()
      .slice(before)
      .map(({ channel, ts }) => `${new Date(Number(ts) * 1000).toISOString().slice(5, 16)} ${channel}`);
  }

  /** What is due at the moment, then what happens, then it is delivered. */
  async function whileQueued(made: DeliveryWorld, moment: string, happens: () => Promise<unknown>) {
    made.clock.set(moment);
    const [due] = await made.look();
    if (due === undefined) throw new Error('Nothing is due.');
    await happens();
    await deliver(made.process(), due);
    return findDelivery(made.db, due);
  }

  const lineOfMissed = (made: DeliveryWorld) =>
    /No digest came on [^"]*/.exec(JSON.stringify(made.posted().at(-1)?.blocks))?.[0];

  test('are posted though their manager’s zone changed, so that their day is still to come there', async () => {
    const made = await world();
    const anna = await manager(made, 'U0ANNA', { timeZone: 'Asia/Shanghai' });
    const delivery = await whileQueued(made, '2026-03-05T00:30:00Z', () =>
      setMember(contextOf(made), anna, { timeZone: 'America/New_York' }),
    );
    expect(delivery).toMatchObject({ state: 'sent', localDate: '2026-03-05' });
    // the day has had its one
    expect(await posted(made, '2026-03-05T13:30:00Z', '2026-03-06T13:30:00Z')).toEqual(['03-06T13:30 D0ANNA']);
  });

  test('come on every day also after the clock was a year ahead for a minute', async () => {
    const made = await world();
    await manager(made, 'U0ANNA');
    expect(await posted(made, '2027-03-04T08:30:00Z')).toHaveLength(1);
    expect(await posted(made, '2026-03-05T08:30:00Z', '2026-03-05T09:00:00Z', '2026-03-06T08:30:00Z')).toEqual([
      '03-05T08:30 D0ANNA',
      '03-06T08:30 D0ANNA',
    ]);
  });

  test('come once though the clock goes back by an hour or a day', async () => {
    const made = await world();
    await manager(made, 'U0ANNA');
    expect(await posted(made, '2026-03-05T08:30:00Z', '2026-03-06T08:30:00Z')).toHaveLength(2);
    expect(await posted(made, '2026-03-06T07:30:00Z', '2026-03-06T08:30:00Z', '2026-03-05T08:30:00Z')).toEqual([]);
  });

  test.each([
    ['left', (id: string) => sql`update member set deactivated_at = now() where id = ${id}`],
    ['is a rep', (id: string) => sql`update member set role = 'rep' where id = ${id}`],
    ['gets them elsewhere', (id: string) => sql`update digest_setting set channel = null where member_id = ${id}`],
  ] as const)(
    'come to a channel for the others who share it where the first of them %s meanwhile',
    async (_, change) => {
      const made = await world();
      const ids = [await manager(made, 'U0ANNA'), await manager(made, 'U0YIJUN')];
      for (const id of ids) await set(made, id, { channel: 'C0SALES' });
      made.clock.set('2026-03-05T08:30:00Z');
      const [due] = await made.look();
      const delivery = due && (await findDelivery(made.db, due));
      if (delivery === undefined) throw new Error('Nothing is due.');
      await change(delivery.memberId ?? '').execute(made.db);
      await deliver(made.process(), delivery);
      expect(made.posted().map(({ channel }) => channel)).toEqual(['C0SALES']);
    },
  );

  test('come to the new place on the day on which it was chosen while one was queued for the old', async () => {
    const made = await world();
    const anna = await manager(made, 'U0ANNA');
    await set(made, anna, { channel: 'C0SALES' });
    const delivery = await whileQueued(made, '2026-03-05T08:30:00Z', () => set(made, anna, { channel: 'C0GENERAL' }));
    expect(delivery).toMatchObject({ state: 'skipped', problem: 'moved' });
    expect(await posted(made, '2026-03-05T08:31:00Z', '2026-03-05T08:32:00Z')).toEqual(['03-05T08:31 C0GENERAL']);
  });

  test('were not missed on days on which somebody was no manager', async () => {
    const made = await world();
    const anna = await manager(made, 'U0ANNA');
    const context = contextOf(made);
    expect(await posted(made, '2026-03-05T08:30:00Z')).toHaveLength(1);
    await setMember(context, anna, { role: 'rep' });
    made.clock.set('2026-03-09T15:00:00Z');
    await setMember(context, anna, { role: 'manager' });
    expect(await posted(made, '2026-03-09T15:00:00Z', '2026-03-10T08:30:00Z')).toEqual(['03-10T08:30 D0ANNA']);
    expect(lineOfMissed(made)).toBeUndefined();
  });

  test('were not missed on days on which somebody was away from Slack for good', async () => {
    const made = await world();
    await manager(made, 'U0ANNA');
    const context = contextOf(made);
    expect(await posted(made, '2026-03-05T08:30:00Z')).toHaveLength(1);
    const profile = { slackUserId: 'U0ANNA', displayName: 'U0ANNA', timeZone: 'UTC' };
    await profileChanged(context, made.workspaceId, profile, true);
    made.clock.set('2026-03-09T15:00:00Z');
    await profileChanged(context, made.workspaceId, profile, false);
    expect(await posted(made, '2026-03-10T08:30:00Z')).toEqual(['03-10T08:30 D0ANNA']);
    expect(lineOfMissed(made)).toBeUndefined();
  });

  test('are missed in a stop of three days, and the next says so to each who should have had them', async () => {
    const made = await world();
    const ids = [await manager(made, 'U0ANNA'), await manager(made, 'U0YIJUN')];
    for (const id of ids) await set(made, id, { channel: 'C0SALES' });
    expect(await posted(made, '2026-03-09T08:30:00Z')).toHaveLength(1);
    expect(await posted(made, '2026-03-12T13:00:00Z', '2026-03-13T08:30:00Z')).toEqual(['03-13T08:30 C0SALES']);
    expect(lineOfMissed(made)).toContain('10 Mar 2026, 11 Mar 2026, 12 Mar 2026');
  });

  test('are posted though they are of long ago where somebody asked for them, for four hours', async () => {
    const made = await world();
    const memberId = await manager(made, 'U0ANNA');
    const [first, second] = ['2026-03-04', '2026-03-05'].map((day) => ({
      workspaceId: made.workspaceId,
      kind: 'digest',
      target: 'U0ANNA',
      localDate: day as CalendarDate,
      subject: '',
      memberId,
      dueAt: new Date(`${day}T08:30:00Z`),
    }));
    if (first === undefined || second === undefined) throw new Error('There are two.');
    made.clock.set('2026-03-09T16:00:00Z');
    await addDeliveries(made.db, [first], made.clock.now());
    expect(await posted(made, '2026-03-09T19:00:00Z')).toEqual(['03-09T19:00 D0ANNA']);
    await addDeliveries(made.db, [second], made.clock.now());
    expect(await posted(made, '2026-03-09T23:30:00Z')).toEqual([]);
  });

  test('are posted late where an admin has one tried again that did not get through', async () => {
    const made = await world();
    const anna = await manager(made, 'U0ANNA');
    await set(made, anna, { channel: 'C0OLD' });
    await posted(made, '2026-03-05T08:30:00Z');
    const { latest } = await findParkedMessages(made.db, made.workspaceId, 1);
    expect(latest).toMatchObject([{ target: 'C0OLD', problem: 'is_archived' }]);
    const { channels } = made.slack.workspace;
    const old = channels.get('C0OLD');
    if (old !== undefined) channels.set('C0OLD', { ...old, isArchived: false });
    made.clock.set('2026-03-05T16:00:00Z');
    await tryDeliveryAgain(contextOf(made), latest[0]?.id ?? '');
    expect(await posted(made, '2026-03-05T16:01:00Z')).toEqual(['03-05T16:01 C0OLD']);
  });

  test.each([
    // clocks go from 02:00 to 03:00, and from 03:00 (New York: 02:00) back by an hour
    ['Europe/Berlin', '2026-03-29', ['03-28T01:30', '03-29T01:30', '03-30T00:30']],
    ['Europe/Berlin', '2026-10-25', ['10-24T00:30', '10-25T00:30', '10-26T01:30']],
    ['America/New_York', '2026-03-08', ['03-07T07:30', '03-08T07:30', '03-09T06:30']],
    ['America/New_York', '2026-11-01', ['10-31T06:30', '11-01T07:30', '11-02T07:30']],
  ])('come once a day at half past two in %s around %s', async (timeZone, day, expected) => {
    const made = await world();
    await sql`update workspace set weekend = '{}' where id = ${made.workspaceId}`.execute(made.db);
    made.clock.set(`${day}T12:00:00Z`);
    made.clock.advance(-2 * 86_400_000);
    const anna = await manager(made, 'U0ANNA', { timeZone });
    await set(made, anna, { at: '02:30' });
    const moments = Array.from({ length: 3 * 48 }, (_, index) =>
      new Date(Date.parse(`${day}T16:00:00Z`) - 2 * 86_400_000 + index * 1_800_000).toISOString(),
    );
    expect(await posted(made, ...moments)).toEqual(expected.map((at) => `${at} D0ANNA`));
  });
});
