import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { plainMessage } from '../../../bot/blocks/rich-text.ts';
import { dailyList } from '../../../bot/jobs/daily-list.ts';
import { deliver } from '../../../bot/jobs/deliver.ts';
import { managerDigest } from '../../../bot/jobs/manager-digest.ts';
import { checkMessage } from '../../../bot/local/block-kit-rules.ts';
import { insertAbsence } from '../../../bot/store/absences.ts';
import { findDelivery } from '../../../bot/store/deliveries.ts';
import {
  type DigestSetting,
  findDigestProblem,
  saveDigestSetting,
  USUAL_DIGEST,
} from '../../../bot/store/digest-settings.ts';
import { newId } from '../../../bot/store/new-id.ts';
import { saveWorkWeek } from '../../../bot/store/work-days.ts';
import type { UseCaseContext } from '../../../bot/use-cases/context.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { setOverride } from '../../../bot/use-cases/override-tier.ts';
import { useScheme } from '../../../bot/use-cases/use-scheme.ts';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import { medal } from '../../../core/schemes/medal.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { type DeliveryWorld, deliveryWorld } from '../../support/delivery-world.ts';
import { giveCustomer } from '../../support/give-customer.ts';
import { addMember, type MemberGiven } from '../../support/members.ts';
import { keyed } from '../../support/service-workspace.ts';
import { tableReading } from '../../support/table-reading.ts';

const LIST = dailyList(async () => ({ message: plainMessage('list') }));

const open: DeliveryWorld[] = [];
afterEach(async () => {
  for (const world of open.splice(0)) await world.slack.stop();
});

describeOnBothDatabases('a manager’s digest', (database) => {
  /** A workspace since 2 March 2026, 00:00 UTC. */
  async function world(kinds = [managerDigest]) {
    const made = await deliveryWorld(await database(), kinds, '2026-03-02T00:00:00Z');
    open.push(made);
    return made;
  }

  const contextOf = ({ clock, db, workspaceId }: DeliveryWorld): UseCaseContext => ({
    db,
    clock,
    actor: { workspaceId, memberId: null, role: 'admin' },
  });

  const member = (made: DeliveryWorld, given: MemberGiven) => addMember(contextOf(made), given);
  const manager = (made: DeliveryWorld, slackUserId: string, timeZone: string, more: MemberGiven = {}) =>
    member(made, { slackUserId, name: slackUserId, timeZone, role: 'manager', ...more });
  const set = ({ clock, db, workspaceId }: DeliveryWorld, memberId: string, change: Partial<DigestSetting>) =>
    saveDigestSetting(db, workspaceId, memberId, { ...USUAL_DIGEST, ...change }, clock.now());

  /** Everything posted while the clock looks every half hour from one moment to another: who got which edition, and when. */
  async function posted(made: DeliveryWorld, fromIso: string, toIso: string): Promise<string[]> {
    const before = made.posted().length;
    for (let ms = Date.parse(fromIso); ms <= Date.parse(toIso); ms += 1_800_000) {
      made.clock.set(new Date(ms).toISOString());
      await made.run(1);
    }
    return made
      .posted()
      .slice(before)
      .map(({ channel, text, ts }) => {
        const edition = /weekly/i.test(text) ? 'weekly' : /monthly/i.test(text) ? 'monthly' : 'daily';
        return `${new Date(Number(ts) * 1000).toISOString().slice(5, 16)} ${channel} ${edition}`;
      });
  }

  /** Ten customers of Anna's, of whom the first falls from gold at the first moment. */
  async function fill(made: DeliveryWorld, fallsAt: string) {
    const context = contextOf(made);
    const values = Array.from({ length: 10 }, (_, index) => ({
      values: {
        key: String(index),
        name: `Buyer ${index}`,
        owner: 'Anna',
        salesAmount: 100 * (20 - index),
        orders: 20 - index,
        complaints: 0,
        paymentCollection: 0.99,
        satisfaction: 0.9,
        lastContact: '2026-03-01',
      },
    }));
    await importTable(context, tableReading(values, 'EUR'));
    made.clock.advance(60_000);
    await useScheme(context, medal, 'customers');
    made.clock.set(fallsAt);
    await setOverride(context, { customerId: await keyed(context, '0'), tier: 'silver', reason: 'pays late' });
  }

  test('comes at half past eight in each manager’s zone, across a change of clocks', async () => {
    const made = await world();
    await manager(made, 'U0ANNA', 'Europe/Berlin');
    await manager(made, 'U0LEI', 'Asia/Shanghai');
    // clocks went forward on Sunday, 29 March
    expect(await posted(made, '2026-03-27T00:00:00Z', '2026-03-31T12:00:00Z')).toEqual([
      '03-27T00:30 D0LEI daily',
      '03-27T07:30 D0ANNA daily',
      '03-30T00:30 D0LEI weekly',
      '03-30T06:30 D0ANNA weekly',
      '03-31T00:30 D0LEI daily',
      '03-31T06:30 D0ANNA daily',
    ]);
  });

  test('is the weekly one after the weekend, a holiday or an absence, and the monthly one as a month begins', async () => {
    const made = await world();
    const anna = await manager(made, 'U0ANNA', 'UTC', { country: 'DE' });
    await insertAbsence(
      made.db,
      made.workspaceId,
      {
        id: newId(made.clock.now()),
        memberId: anna,
        fromOn: '2026-04-13' as CalendarDate,
        toOn: '2026-04-14' as CalendarDate,
        coverId: null,
      },
      { memberId: null, at: made.clock.now() },
    );
    // Good Friday and Easter Monday
    expect(await posted(made, '2026-03-31T08:30:00Z', '2026-04-15T09:00:00Z')).toEqual([
      '03-31T08:30 D0ANNA daily',
      '04-01T08:30 D0ANNA monthly',
      '04-02T08:30 D0ANNA daily',
      '04-07T08:30 D0ANNA weekly',
      '04-08T08:30 D0ANNA daily',
      '04-09T08:30 D0ANNA daily',
      '04-10T08:30 D0ANNA daily',
      '04-15T08:30 D0ANNA weekly',
    ]);
  });

  test('comes from Sunday to Thursday where Friday and Saturday are off', async () => {
    const made = await world();
    await saveWorkWeek(made.db, made.workspaceId, { country: null, weekend: [5, 6] });
    await manager(made, 'U0ANNA', 'UTC');
    expect(await posted(made, '2026-03-12T08:30:00Z', '2026-03-16T09:00:00Z')).toEqual([
      '03-12T08:30 D0ANNA daily',
      '03-15T08:30 D0ANNA weekly',
      '03-16T08:30 D0ANNA daily',
    ]);
  });

  test('is for managers who did not turn it off and admins who set it up, at their hours', async () => {
    const made = await world();
    const off = await manager(made, 'U0ANNA', 'UTC');
    await set(made, off, { at: 'off' });
    const admin = await member(made, { slackUserId: 'U0SAM', role: 'admin' });
    await member(made, { slackUserId: 'U0YIJUN', role: 'admin' });
    const rep = await member(made, { slackUserId: 'U0LEI' });
    await set(made, rep, { at: '08:30' });
    await set(made, admin, { at: '10:00' });
    expect(await posted(made, '2026-03-05T08:00:00Z', '2026-03-05T11:00:00Z')).toEqual(['03-05T10:00 D0SAM daily']);
  });

  test('is caught up within four hours; a later one is skipped, and the next says so', async () => {
    const made = await world();
    await manager(made, 'U0ANNA', 'UTC');
    expect(await posted(made, '2026-03-05T12:00:00Z', '2026-03-05T13:00:00Z')).toEqual(['03-05T12:00 D0ANNA daily']);
    expect(await posted(made, '2026-03-06T13:00:00Z', '2026-03-06T20:00:00Z')).toEqual([]);
    expect(await posted(made, '2026-03-09T09:00:00Z', '2026-03-09T09:30:00Z')).toEqual(['03-09T09:00 D0ANNA weekly']);
    expect(JSON.stringify(made.posted().at(-1)?.blocks)).toContain('No digest came on 6 Mar 2026');
    await posted(made, '2026-03-10T08:30:00Z', '2026-03-10T08:30:00Z');
    expect(JSON.stringify(made.posted().at(-1)?.blocks)).not.toContain('No digest came');
  });

  test('says on a quiet day in one line that there is nothing', async () => {
    const made = await world();
    await manager(made, 'U0ANNA', 'UTC');
    await posted(made, '2026-03-05T08:30:00Z', '2026-03-05T08:30:00Z');
    const [message] = made.posted();
    expect(message?.text.split('\n')).toHaveLength(2);
    expect(message?.blocks?.filter(({ type }) => type === 'rich_text')).toHaveLength(1);
  });

  test('says how things stood when it was due, however late it is composed', async () => {
    const made = await world();
    await member(made, { name: 'Anna', slackUserId: 'U0ANNA' });
    await manager(made, 'U0YIJUN', 'UTC');
    await fill(made, '2026-03-05T07:00:00Z');
    made.clock.set('2026-03-05T08:30:00Z');
    const [due] = await made.look();
    const delivery = due && (await findDelivery(made.db, due));
    if (delivery === undefined) throw new Error('It is due.');
    const context = contextOf(made);
    const first = await managerDigest.compose(context, delivery);
    expect(JSON.stringify(first)).toContain('Buyer 0');
    made.clock.set('2026-03-05T12:00:00Z');
    await setOverride(context, { customerId: await keyed(context, '1'), tier: 'silver', reason: 'pays late' });
    expect(await managerDigest.compose(context, delivery)).toEqual(first);
    await deliver(made.process(), delivery);
    const posts = made.posted();
    if ('skip' in first) throw new Error('It is composed.');
    expect(posts.map(({ text }) => text)).toEqual([first.message.text]);
    // in the next one, and not repeated
    await posted(made, '2026-03-06T08:30:00Z', '2026-03-06T08:30:00Z');
    const next = JSON.stringify(made.posted().at(-1));
    expect(next).toContain('Buyer 1');
    expect(next).not.toContain('Buyer 0');
  });

  test('is posted in classic blocks where Slack refuses the newest', async () => {
    const made = await world();
    await member(made, { name: 'Anna', slackUserId: 'U0ANNA' });
    await manager(made, 'U0YIJUN', 'UTC');
    await fill(made, '2026-03-05T07:00:00Z');
    made.slack.failNext('chat.postMessage', { error: 'invalid_blocks' });
    expect(await posted(made, '2026-03-05T08:30:00Z', '2026-03-05T09:00:00Z')).toHaveLength(1);
    const [message] = made.posted();
    expect(message?.blocks?.map(({ type }) => String(type))).not.toContain('data_visualization');
    expect(checkMessage({ text: message?.text, blocks: message?.blocks })).toEqual([]);
  });

  test('is posted once by two processes, and by one that comes after another was stopped in between', async () => {
    const made = await world();
    await manager(made, 'U0ANNA', 'UTC');
    await manager(made, 'U0YIJUN', 'UTC');
    made.clock.set('2026-03-05T08:30:00Z');
    const both = (await Promise.all([made.look(), made.look()])).flat();
    expect(both).toHaveLength(2);
    made.slack.failNext('chat.postMessage', { reset: true, applied: true });
    await Promise.all([0, 1].flatMap(() => both.map((each) => deliver(made.process(), each))));
    await made.run(60);
    expect(
      made
        .posted()
        .map(({ channel }) => channel)
        .toSorted(),
    ).toEqual(['D0ANNA', 'D0YIJUN']);
  });

  test('comes to a channel in the workspace’s language and the zone of who set it, and says whose team it is about', async () => {
    const made = await world();
    const anna = await manager(made, 'U0ANNA', 'Asia/Taipei');
    await member(made, { slackUserId: 'U0LEI', managerId: anna });
    await sql`update workspace set locale = 'zh-TW' where id = ${made.workspaceId}`.execute(made.db);
    await set(made, anna, { channel: 'C0SALES', at: '09:00' });
    expect(await posted(made, '2026-03-05T00:00:00Z', '2026-03-05T03:00:00Z')).toEqual(['03-05T01:00 C0SALES daily']);
    const [message] = made.posted();
    expect(message?.text).toContain('簡報');
    expect(JSON.stringify(message?.blocks)).toContain('統計範圍：U0ANNA 團隊的客戶。');
  });

  test('comes once to a channel for several who chose the same of the same reps, and for each who chose another', async () => {
    const made = await world();
    const first = await manager(made, 'U0ANNA', 'UTC');
    const second = await manager(made, 'U0YIJUN', 'UTC');
    const third = await manager(made, 'U0LEI', 'UTC');
    await member(made, { slackUserId: 'U0SAM', managerId: third });
    for (const each of [first, second, third]) await set(made, each, { channel: 'C0SALES' });
    expect(await posted(made, '2026-03-05T08:00:00Z', '2026-03-05T13:00:00Z')).toHaveLength(2);
    // the first is away: the second one's comes
    await insertAbsence(
      made.db,
      made.workspaceId,
      {
        id: newId(made.clock.now()),
        memberId: first,
        fromOn: '2026-03-06' as CalendarDate,
        toOn: '2026-03-06' as CalendarDate,
        coverId: null,
      },
      { memberId: null, at: made.clock.now() },
    );
    expect(await posted(made, '2026-03-06T08:00:00Z', '2026-03-06T13:00:00Z')).toHaveLength(2);
    expect(await posted(made, '2026-03-09T08:00:00Z', '2026-03-09T13:00:00Z')).toHaveLength(2);
  });

  test('is parked where Tierbook is not in the channel: an admin and the manager can see why, and it comes elsewhere at once', async () => {
    const made = await world();
    const anna = await manager(made, 'U0ANNA', 'UTC');
    await member(made, { slackUserId: 'U0SAM', role: 'admin' });
    await set(made, anna, { channel: 'C0RANDOM' });
    expect(await posted(made, '2026-03-05T08:30:00Z', '2026-03-05T10:00:00Z')).toEqual(['03-05T09:00 D0SAM daily']);
    expect(await findDigestProblem(made.db, made.workspaceId, anna, 'C0RANDOM')).toBe('not_in_channel');
    await set(made, anna, { channel: null });
    expect(await posted(made, '2026-03-05T10:30:00Z', '2026-03-05T12:00:00Z')).toEqual(['03-05T10:30 D0ANNA daily']);
    expect(await findDigestProblem(made.db, made.workspaceId, anna, 'U0ANNA')).toBeUndefined();
  });

  test.each([
    ['left', (id: string) => sql`update member set deactivated_at = now() where id = ${id}`],
    ['off', (id: string) => sql`update member set role = 'rep' where id = ${id}`],
  ] as const)('is not posted any more to somebody for whom it was queued already: %s', async (problem, change) => {
    const made = await world();
    const anna = await manager(made, 'U0ANNA', 'UTC');
    made.clock.set('2026-03-05T08:30:00Z');
    const [due] = await made.look();
    await change(anna).execute(made.db);
    if (due !== undefined) await deliver(made.process(), due);
    expect(made.posted()).toEqual([]);
    expect(due && (await findDelivery(made.db, due))).toMatchObject({ state: 'skipped', problem });
  });

  test('lets the lists go first that are due at the same moment', async () => {
    const made = await world([LIST, managerDigest]);
    for (let index = 0; index < 20; index += 1) {
      await manager(made, `U1M${index}`, 'UTC');
      await giveCustomer(made.db, made.workspaceId, await member(made, { slackUserId: `U1R${index}` }));
    }
    made.clock.set('2026-03-05T08:30:00Z');
    const found = await made.look();
    const kinds: (string | undefined)[] = [];
    for (const each of found) kinds.push((await findDelivery(made.db, each))?.kind);
    expect(kinds).toEqual([...Array(20).fill('daily-list'), ...Array(20).fill('digest')]);
  });
});
