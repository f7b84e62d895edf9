import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { plainMessage } from '../../../bot/blocks/rich-text.ts';
import { dailyList } from '../../../bot/jobs/daily-list.ts';
import { deliver } from '../../../bot/jobs/deliver.ts';
import { saveMember } from '../../../bot/store/members.ts';
import { setMember } from '../../../bot/use-cases/set-member.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { type DeliveryWorld, deliveryWorld } from '../../support/delivery-world.ts';
import { giveCustomer } from '../../support/give-customer.ts';

const KIND = dailyList(async (_context, { localDate }) => ({ message: plainMessage(`list of ${localDate}`) }));

const open: DeliveryWorld[] = [];
afterEach(async () => {
  for (const world of open.splice(0)) await world.slack.stop();
});

describeOnBothDatabases('the daily list', (database) => {
  /** A workspace since Monday 2 March, and it is Wednesday midnight. */
  async function world() {
    const made = await deliveryWorld(await database(), [KIND], '2026-03-02T00:00:00Z');
    open.push(made);
    return made;
  }

  async function member({ clock, db, workspaceId }: DeliveryWorld, slackUserId: string, timeZone: string | null) {
    const { id } = await saveMember(db, workspaceId, { slackUserId, timeZone }, false, clock.now());
    await giveCustomer(db, workspaceId, id);
    return id;
  }

  /** Everything posted while the clock looks every half hour from one moment to another: who got what, and when. */
  async function posted(made: DeliveryWorld, fromIso: string, toIso: string): Promise<string[]> {
    const { clock, run } = made;
    const before = made.posted().length;
    for (let ms = Date.parse(fromIso); ms <= Date.parse(toIso); ms += 1_800_000) {
      clock.set(new Date(ms).toISOString());
      await run(1);
    }
    return made
      .posted()
      .slice(before)
      .map(({ channel, text, ts }) => `${new Date(Number(ts) * 1000).toISOString().slice(5, 16)} ${channel} ${text}`);
  }

  test('comes at each member’s hour in each member’s zone, on working days', async () => {
    const made = await world();
    await member(made, 'U0ANNA', 'Europe/Berlin');
    await member(made, 'U0LEI', 'Asia/Shanghai');
    const tom = await member(made, 'U0SAM', null);
    await made.db.updateTable('member').set({ list_at: '17:00' }).where('id', '=', tom).execute();
    expect(await posted(made, '2026-03-05T00:00:00Z', '2026-03-09T12:00:00Z')).toEqual([
      '03-05T00:30 D0LEI list of 2026-03-05',
      '03-05T07:30 D0ANNA list of 2026-03-05',
      '03-05T17:00 D0SAM list of 2026-03-05',
      '03-06T00:30 D0LEI list of 2026-03-06',
      '03-06T07:30 D0ANNA list of 2026-03-06',
      '03-06T17:00 D0SAM list of 2026-03-06',
      '03-09T00:30 D0LEI list of 2026-03-09',
      '03-09T07:30 D0ANNA list of 2026-03-09',
    ]);
  });

  test('was not missed on days on which it was turned off', async () => {
    const made = await world();
    const { clock, db, workspaceId } = made;
    const id = await member(made, 'U0ANNA', 'UTC');
    const context = { db, clock, actor: { workspaceId, memberId: null, role: 'admin' } } as const;
    expect(await posted(made, '2026-03-05T08:30:00Z', '2026-03-05T08:30:00Z')).toHaveLength(1);
    await setMember(context, id, { listAt: 'off' });
    clock.set('2026-03-10T15:00:00Z');
    await setMember(context, id, { listAt: '08:30' });
    expect(await posted(made, '2026-03-10T15:00:00Z', '2026-03-11T08:30:00Z')).toEqual([
      '03-11T08:30 D0ANNA list of 2026-03-11',
    ]);
    expect(JSON.stringify(made.posted().at(-1)?.blocks)).not.toContain('No list came');
  });

  test('is nothing for those who turned it off, left, or have no customers', async () => {
    const made = await world();
    const { clock, db, workspaceId } = made;
    const off = await member(made, 'U0ANNA', 'UTC');
    const gone = await member(made, 'U0LEI', 'UTC');
    await db.updateTable('member').set({ list_at: 'off' }).where('id', '=', off).execute();
    await db.updateTable('member').set({ deactivated_at: clock.now() }).where('id', '=', gone).execute();
    await saveMember(db, workspaceId, { slackUserId: 'U0SAM', timeZone: 'UTC' }, false, clock.now());
    expect(await posted(made, '2026-03-05T08:00:00Z', '2026-03-05T10:00:00Z')).toEqual([]);
  });

  test.each([
    ['left', { deactivated_at: new Date('2026-03-05T08:30:00Z') }],
    ['off', { list_at: 'off' }],
  ] as const)('is not posted any more to somebody for whom it was queued already: %s', async (problem, change) => {
    const made = await world();
    const anna = await member(made, 'U0ANNA', 'UTC');
    made.clock.set('2026-03-05T08:30:00Z');
    const queued = await made.look();
    expect(queued).toHaveLength(1);
    await made.db.updateTable('member').set(change).where('id', '=', anna).execute();
    for (const each of queued) await deliver(made.process(), each);
    expect(made.posted()).toEqual([]);
    expect(await made.db.selectFrom('delivery').selectAll().where('member_id', '=', anna).execute()).toMatchObject([
      { state: 'skipped', problem },
    ]);
  });

  test('begins with the next one for a member who is added after the hour', async () => {
    const made = await world();
    made.clock.set('2026-03-05T09:00:00Z');
    await member(made, 'U0ANNA', 'UTC');
    expect(await posted(made, '2026-03-05T09:00:00Z', '2026-03-06T09:00:00Z')).toEqual([
      '03-06T08:30 D0ANNA list of 2026-03-06',
    ]);
  });

  test('is caught up after a stop of up to four hours', async () => {
    const made = await world();
    await member(made, 'U0ANNA', 'UTC');
    expect(await posted(made, '2026-03-05T12:30:00Z', '2026-03-05T23:00:00Z')).toEqual([
      '03-05T12:30 D0ANNA list of 2026-03-05',
    ]);
  });

  test('is skipped after a longer stop, and the next one says for which working days none came', async () => {
    const made = await world();
    await member(made, 'U0ANNA', 'UTC');
    await posted(made, '2026-03-05T08:30:00Z', '2026-03-05T08:30:00Z');
    const after = await posted(made, '2026-03-10T13:00:00Z', '2026-03-12T09:00:00Z');
    expect(after).toEqual(['03-11T08:30 D0ANNA list of 2026-03-11', '03-12T08:30 D0ANNA list of 2026-03-12']);
    const [, told, next] = made.posted();
    const line = 'No list came on 6 Mar 2026, 9 Mar 2026, 10 Mar 2026: Tierbook or Slack was away at the time.';
    expect(JSON.stringify(told?.blocks)).toContain(line);
    expect(JSON.stringify(next?.blocks)).not.toContain('No list came');
  });

  test('is not told as missed by somebody who never had one', async () => {
    const made = await world();
    await member(made, 'U0ANNA', 'UTC');
    await posted(made, '2026-03-05T13:00:00Z', '2026-03-06T09:00:00Z');
    expect(made.posted()).toHaveLength(1);
    expect(JSON.stringify(made.posted())).not.toContain('No list came');
  });

  test.each([
    ['clocks go forward and leave the hour out', '2026-03-27', '02:30'],
    ['clocks go back and have the hour twice', '2026-10-23', '02:30'],
  ])('comes once a day when %s', async (_, from, listAt) => {
    const made = await world();
    const anna = await member(made, 'U0ANNA', 'Europe/Berlin');
    await made.db.updateTable('member').set({ list_at: listAt }).where('id', '=', anna).execute();
    await sql`update workspace set weekend = '{}' where id = ${made.workspaceId}`.execute(made.db);
    const start = Date.parse(`${from}T12:00:00Z`);
    const lists = await posted(made, new Date(start).toISOString(), new Date(start + 4 * 86_400_000).toISOString());
    expect(lists).toHaveLength(4);
    expect(new Set(lists.map((line) => line.slice(-10))).size).toBe(4);
  });

  test('comes by UTC for somebody in a zone that nobody knows', async () => {
    const made = await world();
    await member(made, 'U0ANNA', 'Mars/Olympus');
    expect(await posted(made, '2026-03-05T08:00:00Z', '2026-03-05T09:00:00Z')).toHaveLength(1);
  });
});
