import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { header, message, plainMessage } from '../../../bot/blocks/rich-text.ts';
import { deliver } from '../../../bot/jobs/deliver.ts';
import type { DeliveryKind } from '../../../bot/jobs/delivery-kind.ts';
import { slackPosting } from '../../../bot/jobs/slack-posting.ts';
import type { Fault } from '../../../bot/local/faults.ts';
import { createLog } from '../../../bot/log.ts';
import { countOpenDeliveries, findDelivery } from '../../../bot/store/deliveries.ts';
import { saveMember } from '../../../bot/store/members.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { type DeliveryWorld, deliveryWorld } from '../../support/delivery-world.ts';
import { testKind } from '../../support/test-kind.ts';

const AT = '2026-03-05T08:30:00Z';
const ANNA = { target: 'U0ANNA', subject: 'one', at: AT };

const open: DeliveryWorld[] = [];
afterEach(async () => {
  for (const world of open.splice(0)) await world.slack.stop();
});

/** Where each message is and what it says, in the order of posting. */
const texts = ({ posted }: DeliveryWorld) => posted().map(({ channel, text }) => `${channel} ${text}`);

/** How often a method was called. */
const calls = ({ slack }: DeliveryWorld, method: string) =>
  slack.traffic.entries.filter((entry) => entry.kind === 'call' && entry.method === method).length;

describeOnBothDatabases('a delivery', (database) => {
  async function world(due = [ANNA], kinds: readonly DeliveryKind[] = [testKind(due)]) {
    const made = await deliveryWorld(await database(), kinds, AT);
    open.push(made);
    return made;
  }

  async function onlyDelivery(made: DeliveryWorld) {
    const rows = await made.db
      .selectFrom('delivery')
      .selectAll()
      .where('workspace_id', '=', made.workspaceId)
      .execute();
    expect(rows).toHaveLength(1);
    return rows[0];
  }

  test('is posted once to the direct message of a person, and recorded', async () => {
    const made = await world();
    const [id] = await made.look();
    if (id === undefined) throw new Error('Nothing was due.');
    expect(await deliver(made.process(), id)).toBe('done');
    expect(await deliver(made.process(), id)).toBe('not-needed');
    const [posted] = made.posted();
    expect(posted).toMatchObject({ channel: 'D0ANNA', text: 'message one' });
    const delivery = await findDelivery(made.db, id);
    expect(delivery).toMatchObject({ state: 'sent', channel: 'D0ANNA', ts: posted?.ts, attempts: 1 });
    made.clock.advance(60_000);
    expect(await made.look()).toEqual([]);
  });

  test('carries a key that says nothing', async () => {
    const made = await world();
    await made.run(1);
    const metadata = made.posted()[0]?.metadata;
    expect(metadata?.['event_type']).toBe('tierbook_delivery');
    expect(metadata?.['event_payload']).toEqual({ key: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    const { id, key } = (await onlyDelivery(made)) ?? {};
    expect(key).not.toBe(id);
  });

  const FAULTS: readonly (readonly [string, Fault])[] = [
    ['a 500 after it was accepted', { status: 500, applied: true }],
    ['a 500 before', { status: 500 }],
    ['a reset after it was accepted', { reset: true, applied: true }],
    ['a reset before', { reset: true }],
    ['a time-out after it was accepted', { hang: true, applied: true }],
    ['a time-out before', { hang: true }],
    ['an internal error after it was accepted', { error: 'internal_error', applied: true }],
    ['an internal error before', { error: 'internal_error' }],
    ['a rate limit', { status: 429, retryAfter: 7 }],
    ['a long rate limit', { status: 429, retryAfter: 700 }],
    ['a rate limit that does not say for how long', { status: 429, retryAfter: null }],
    ['a rate limit as an answer', { error: 'ratelimited' }],
    ['five 500 in a row after each was accepted', { status: 500, applied: true, times: 5 }],
  ];

  test.each(FAULTS)('is posted exactly once all the same: %s', async (_, fault) => {
    const made = await world();
    const { apiUrl, appToken, botToken } = made.slack;
    const connection = { mode: 'socket', apiUrl, appToken, botToken } as const;
    const impatient = slackPosting(connection, createLog('silent'), new AbortController().signal, 100);
    made.slack.failNext('chat.postMessage', fault);
    await made.run(60, { delivering: made.process({ slack: impatient }) });
    expect(texts(made)).toEqual(['D0ANNA message one']);
    expect(await onlyDelivery(made)).toMatchObject({ state: 'sent', ts: made.posted()[0]?.ts });
  });

  test('is posted exactly once when looking it up fails as well', async () => {
    const made = await world();
    made.slack.failNext('chat.postMessage', { status: 500, applied: true });
    made.slack.failNext('conversations.history', { status: 500 });
    made.slack.failNext('conversations.history', { status: 429, retryAfter: null });
    made.slack.failNext('conversations.history', { reset: true });
    await made.run();
    expect(texts(made)).toEqual(['D0ANNA message one']);
    expect(calls(made, 'conversations.history')).toBe(4);
  });

  test('is found again behind pages of other messages', async () => {
    const made = await world();
    made.slack.failNext('chat.postMessage', { status: 500, applied: true });
    await made.run(1);
    for (let other = 0; other < 450; other += 1) {
      made.slack.workspace.messages.push({
        channel: 'D0ANNA',
        ts: made.slack.workspace.nextTs(),
        userId: 'U0ANNA',
        text: `chat ${other}`,
        blocks: [],
      });
    }
    await made.run();
    expect(texts(made)).toEqual(['D0ANNA message one']);
    expect(calls(made, 'conversations.history')).toBe(3);
  });

  test('keeps away from Slack for as long as a rate limit says, with every message', async () => {
    const made = await world([ANNA, { target: 'U0LEI', subject: 'two', at: AT }]);
    made.slack.failNext('chat.postMessage', { status: 429, retryAfter: 40 });
    const startedMs = made.clock.now().getTime();
    await made.run(1);
    const waited = made.posted().map(({ ts }) => Number(ts) * 1000 - startedMs);
    expect(Math.min(...waited)).toBeGreaterThanOrEqual(40_000);
    expect(made.posted()).toHaveLength(2);
  });

  test('says what holds when it is posted, and is not posted too late, where a rate limit held it up', async () => {
    const due = ['one', 'two'].map((subject) => ({ ...ANNA, subject }));
    const kind: DeliveryKind = {
      ...testKind(due),
      compose: async ({ clock }) => ({ message: plainMessage(`it is ${clock.now().toISOString().slice(11, 16)}`) }),
    };
    const made = await world([], [kind]);
    const ids = await made.look();
    const limited = (hours: number) =>
      made.process({ hold: { untilMs: made.clock.now().getTime() + hours * 3_600_000 } });
    for (const [index, id] of ids.entries()) await deliver(limited(3 * (index + 1)), id);
    expect(texts(made)).toEqual(['D0ANNA it is 11:30']);
  });

  test('keeps a second between messages to one channel, and less between others', async () => {
    const toAnna = Array.from({ length: 5 }, (_, index) => ({ ...ANNA, subject: `anna ${index}` }));
    const toOthers = ['U0LEI', 'U0SAM', 'U0YIJUN', 'C0SALES'].map((target) => ({ target, subject: target, at: AT }));
    const made = await world([...toAnna, ...toOthers]);
    const process = made.process();
    await Promise.all((await made.look()).map((each) => deliver(process, each)));
    expect(made.posted()).toHaveLength(9);
    const { rows } = await sql<{ channel: string; ms: number }>`
      select channel, (extract(epoch from sending_at) * 1000)::float8 as ms from delivery
      where workspace_id = ${made.workspaceId} order by sending_at`.execute(made.db);
    const gaps = (moments: readonly number[]) => moments.slice(1).map((ms, at) => ms - (moments[at] ?? 0));
    expect(Math.min(...gaps(rows.map(({ ms }) => ms)))).toBeGreaterThanOrEqual(250);
    const anna = rows.filter(({ channel }) => channel === 'D0ANNA').map(({ ms }) => ms);
    expect(Math.min(...gaps(anna))).toBeGreaterThanOrEqual(1000);
    expect(calls(made, 'conversations.open')).toBeLessThanOrEqual(8);
  });

  test('goes to the direct message that was found before without asking for it again', async () => {
    const made = await world([ANNA, { ...ANNA, subject: 'two', at: '2026-03-05T09:30:00Z' }]);
    await made.run(90);
    expect(texts(made)).toEqual(['D0ANNA message one', 'D0ANNA message two']);
    expect(calls(made, 'conversations.open')).toBe(1);
  });

  test('is skipped when the composer has nothing to say, and when it has become too late', async () => {
    const silent: DeliveryKind = { ...testKind([ANNA]), compose: async () => ({ skip: 'nothing-to-do' }) };
    const made = await world([], [silent]);
    await made.run(2);
    expect(await onlyDelivery(made)).toMatchObject({ state: 'skipped', problem: 'nothing-to-do' });
    const late = await world();
    late.slack.failNext('conversations.open', { status: 500, times: 1000 });
    await late.run(300);
    expect(await onlyDelivery(late)).toMatchObject({ state: 'skipped', problem: 'late' });
    expect(calls(late, 'conversations.open')).toBeLessThan(60);
    expect([...made.posted(), ...late.posted()]).toEqual([]);
  });

  test('is posted once more in classic blocks where Slack refuses the newest', async () => {
    const unknown = JSON.parse('{"type": "hologram"}');
    const compose = async () => ({
      message: message('new', [unknown]),
      fallback: message('classic', [header('classic')]),
    });
    const made = await world([], [{ ...testKind([ANNA]), compose }]);
    await made.run(2);
    expect(texts(made)).toEqual(['D0ANNA classic']);
  });

  test('is given back untouched when the process stops', async () => {
    const made = await world();
    const stopping = new AbortController();
    stopping.abort();
    for (const each of await made.look()) {
      expect(await deliver(made.process({ stopping: stopping.signal }), each)).toBe('stopped');
    }
    expect(made.posted()).toEqual([]);
    expect(await made.look()).toHaveLength(1);
  });

  test('is left to be looked up by a process that slept between its claim and posting', async () => {
    const made = await world();
    const [id] = await made.look();
    if (id === undefined) throw new Error('Nothing was due.');
    const asleep = { ...made.clock, wait: async () => made.clock.advance(600_000) };
    await deliver(made.process({ postingClock: asleep }), id);
    expect(made.posted()).toEqual([]);
    await made.run();
    expect(texts(made)).toEqual(['D0ANNA message one']);
  });

  test('is posted once by many processes at once', async () => {
    const due = Array.from({ length: 12 }, (_, index) => ({ ...ANNA, subject: `m ${index}` }));
    const made = await world(due);
    const ids = await made.look();
    const processes = [made.process(), made.process(), made.process()];
    await Promise.all(processes.flatMap((process) => ids.map((id) => deliver(process, id))));
    await made.run(5);
    expect(texts(made).toSorted()).toEqual(due.map(({ subject }) => `D0ANNA message ${subject}`).toSorted());
  });

  test('is counted while it is open', async () => {
    const made = await world([ANNA, { ...ANNA, subject: 'two' }]);
    made.slack.failNext('chat.postMessage', { status: 500 });
    const [id] = await made.look();
    if (id === undefined) throw new Error('Nothing was due.');
    await deliver(made.process(), id);
    expect(await countOpenDeliveries(made.db, made.workspaceId)).toEqual(
      new Map([
        ['unknown', 1],
        ['pending', 1],
      ]),
    );
  });

  describe('that cannot reach its target', () => {
    async function withAdmins(made: DeliveryWorld, ...slackUserIds: readonly string[]) {
      const { clock, db, workspaceId } = made;
      for (const slackUserId of slackUserIds) {
        await saveMember(db, workspaceId, { slackUserId, displayName: slackUserId }, true, clock.now());
        clock.advance(1);
      }
    }

    const toOld = ['one', 'two', 'three'].map((subject) => ({ target: 'C0OLD', subject, at: AT }));

    test('is parked, and an admin is told once in a sentence', async () => {
      const made = await world(toOld);
      await withAdmins(made, 'U0SAM', 'U0YIJUN');
      await made.run(3);
      const [notice, ...more] = made.posted();
      expect(more).toEqual([]);
      expect(notice?.channel).toBe('D0SAM');
      expect(notice?.text).toBe(
        'Tierbook cannot post to C0OLD: Slack answers “is_archived”. Bring the channel back from the archive, or choose another. The message was not posted. The next one will be tried again.',
      );
      const { rows } = await sql<{ state: string; count: number }>`
        select state, count(*)::int as count from delivery where workspace_id = ${made.workspaceId}
        group by state order by state`.execute(made.db);
      expect(rows).toEqual([
        { state: 'parked', count: 3 },
        { state: 'sent', count: 1 },
      ]);
    });

    test('is told the next admin when the first cannot be reached either', async () => {
      const made = await world(toOld);
      await withAdmins(made, 'U0GONE', 'U0YIJUN');
      await made.run(3);
      expect(made.posted().map(({ channel }) => channel)).toEqual(['D0YIJUN']);
    });

    test('is told anew on another day once a message got through in between', async () => {
      const made = await world([
        { target: 'C0OLD', subject: 'one', at: AT },
        { target: 'C0OLD', subject: 'two', at: '2026-03-05T10:30:00Z' },
        { target: 'C0OLD', subject: 'three', at: '2026-03-06T08:30:00Z' },
      ]);
      await withAdmins(made, 'U0SAM');
      const channel = made.slack.workspace.channels.get('C0OLD');
      if (channel === undefined) throw new Error('The fake has no archived channel.');
      await made.run(60);
      made.slack.workspace.channels.set('C0OLD', { ...channel, isArchived: false });
      await made.run(120);
      made.slack.workspace.channels.set('C0OLD', channel);
      made.clock.set('2026-03-06T08:30:00Z');
      await made.run(3);
      expect(made.posted().map((each) => each.channel)).toEqual(['D0SAM', 'C0OLD', 'D0SAM']);
    });

    test('is parked without a notice where there is no admin', async () => {
      const made = await world(toOld);
      await made.run(3);
      expect(made.posted()).toEqual([]);
    });

    test.each(['not_in_channel', 'account_inactive', 'channel_not_found', 'user_disabled'])('on %s', async (error) => {
      const made = await world();
      made.slack.failNext('chat.postMessage', { error });
      await made.run(3);
      expect(await onlyDelivery(made)).toMatchObject({ state: 'parked', problem: error });
    });

    test('is not parked but waits when the token is refused, which a person mends outside', async () => {
      const made = await world();
      made.slack.failNext('chat.postMessage', { error: 'token_revoked', times: 3 });
      await made.run(60);
      expect(texts(made)).toEqual(['D0ANNA message one']);
    });
  });

  test('is left alone by a version that does not know its kind, which makes no jobs for it either', async () => {
    const made = await world();
    const [id] = await made.look();
    if (id === undefined) throw new Error('Nothing was due.');
    const older = made.process({
      kinds: [{ ...testKind([]), id: 'other', compose: async () => ({ message: plainMessage('no') }) }],
    });
    expect(await deliver(older, id)).toBe('not-needed');
    expect(await made.look([])).toEqual([]);
    expect(await deliver(made.process(), id)).toBe('done');
  });
});
