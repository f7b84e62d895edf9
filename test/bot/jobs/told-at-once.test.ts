import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { bestTierComplaintMessage, fallMessage } from '../../../bot/blocks/best-tier-messages.ts';
import { bestTierComplaint } from '../../../bot/jobs/best-tier-complaint.ts';
import { fellFromBest } from '../../../bot/jobs/fell-from-best.ts';
import { checkMessage } from '../../../bot/local/block-kit-rules.ts';
import { insertAbsence } from '../../../bot/store/absences.ts';
import { newId } from '../../../bot/store/new-id.ts';
import { answerComplaint, openComplaint } from '../../../bot/use-cases/complaints.ts';
import type { UseCaseContext } from '../../../bot/use-cases/context.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { setOverride, withdrawOverride } from '../../../bot/use-cases/override-tier.ts';
import { useScheme } from '../../../bot/use-cases/use-scheme.ts';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import { medal } from '../../../core/schemes/medal.ts';
import { spendLevel } from '../../../core/schemes/spend-level.ts';
import { LANGUAGES } from '../../../core/text/language.ts';
import { HOSTILE_NAMES } from '../../support/cards.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { type DeliveryWorld, deliveryWorld } from '../../support/delivery-world.ts';
import { addMember, as } from '../../support/members.ts';
import { keyed } from '../../support/service-workspace.ts';
import { tableReading } from '../../support/table-reading.ts';

const open: DeliveryWorld[] = [];
afterEach(async () => {
  for (const world of open.splice(0)) await world.slack.stop();
});

describeOnBothDatabases('what is told at once', (database) => {
  /** Eighty customers of Anna’s, of whom the best are gold; Yijun is her manager, Sam an admin; all in UTC. It is 8:00. */
  async function world() {
    const made = await deliveryWorld(await database(), [fellFromBest, bestTierComplaint], '2026-03-05T07:00:00Z');
    open.push(made);
    const { clock, db, workspaceId } = made;
    const context: UseCaseContext = { db, clock, actor: { workspaceId, memberId: null, role: 'admin' } };
    const yijun = await addMember(context, { slackUserId: 'U0YIJUN', name: 'Yijun', role: 'manager' });
    const anna = await addMember(context, { slackUserId: 'U0ANNA', name: 'Anna', managerId: yijun });
    const lei = await addMember(context, { slackUserId: 'U0LEI', name: 'Lei', managerId: yijun });
    await addMember(context, { slackUserId: 'U0SAM', name: 'Sam', role: 'admin' });
    await importTable(context, table());
    clock.advance(60_000);
    await useScheme(context, medal, 'customers');
    clock.set('2026-03-05T08:00:00Z');
    const lower = async (key: string) =>
      setOverride(context, { customerId: await keyed(context, key), tier: 'silver', reason: 'pays late' });
    return { ...made, context, anna, lei, yijun, lower };
  }

  function table(worse: readonly number[] = []) {
    const rows = Array.from({ length: 80 }, (_, index) => ({
      values: {
        key: String(index),
        name: `Buyer ${index}`,
        owner: 'Anna',
        salesAmount: worse.includes(index) ? 1 : 100 * (90 - index),
        orders: worse.includes(index) ? 1 : 90 - index,
        complaints: 0,
        paymentCollection: 0.99,
        satisfaction: 0.9,
      },
    }));
    return tableReading(rows, 'EUR');
  }

  const told = (made: DeliveryWorld) =>
    made.posted().map(({ channel, text, ts }) => {
      const at = new Date(Number(ts) * 1000).toISOString().slice(8, 16);
      return `${at} ${channel} ${text}`;
    });

  /** Lets some hours pass, with a look every ten minutes. */
  const pass = (made: DeliveryWorld, hours: number) => made.run(6 * hours, { everyMs: 600_000 });

  test('is nothing while customers are graded for the first time or by another scheme', async () => {
    const made = await world();
    await pass(made, 2);
    await useScheme(made.context, spendLevel, 'customers');
    await pass(made, 2);
    expect(told(made)).toEqual([]);
  });

  test('is a fall out of the best tier: to the rep and the manager, once each', async () => {
    const made = await world();
    await made.lower('0');
    await pass(made, 24);
    expect(told(made).toSorted()).toEqual([
      '05T08:00 D0ANNA 1 customer fell out of Tier Gold.',
      '05T08:00 D0YIJUN 1 customer fell out of Tier Gold.',
    ]);
    const blocks = JSON.stringify(made.posted().find(({ channel }) => channel === 'D0YIJUN')?.blocks);
    expect(blocks).toContain('Anna');
  });

  test('is a fall in quiet hours told at eight in the reader’s zone, and nothing once the customer has risen again', async () => {
    const made = await world();
    const { clock, context, db } = made;
    await db.updateTable('member').set({ time_zone: 'Asia/Shanghai' }).where('id', '=', made.yijun).execute();
    clock.set('2026-03-05T13:00:00Z');
    await made.lower('0');
    await made.lower('1');
    await made.run(1);
    expect(told(made)).toEqual(['05T13:00 D0ANNA 2 customers fell out of Tier Gold.']);
    await withdrawOverride(context, await keyed(context, '1'));
    clock.set('2026-03-06T00:00:00Z');
    await pass(made, 10);
    const ofYijun = made.posted().filter(({ channel }) => channel === 'D0YIJUN');
    expect(ofYijun).toHaveLength(1);
    expect(JSON.stringify(ofYijun)).toContain('Buyer 0');
    expect(JSON.stringify(ofYijun)).not.toContain('Buyer 1');
  });

  test('is one message for all customers of a grading, with five names', async () => {
    const made = await world();
    await importTable(made.context, table([0, 1, 2, 3, 4, 5, 6, 7]));
    await pass(made, 4);
    const ofAnna = made.posted().filter(({ channel }) => channel === 'D0ANNA');
    expect(ofAnna.map(({ text }) => text)).toEqual(['8 customers fell out of Tier Gold.']);
    expect(JSON.stringify(ofAnna[0]?.blocks)).toContain('and 3 more');
  });

  test('goes to who covers for a rep who is away, and to nobody twice', async () => {
    const made = await world();
    const { clock, db, workspaceId } = made;
    const away = {
      id: newId(clock.now()),
      memberId: made.anna,
      fromOn: '2026-03-05' as CalendarDate,
      toOn: '2026-03-06' as CalendarDate,
    };
    await insertAbsence(db, workspaceId, { ...away, coverId: made.yijun }, { memberId: null, at: clock.now() });
    await made.lower('0');
    await pass(made, 4);
    expect(made.posted().map(({ channel }) => channel)).toEqual(['D0YIJUN']);
  });

  test('is in the next digest instead after a stop of more than four hours', async () => {
    const made = await world();
    await made.lower('0');
    made.clock.set('2026-03-05T12:30:00Z');
    await pass(made, 4);
    expect(told(made)).toEqual([]);
  });

  test('is nothing that was before the workspace began, as the past of samples is', async () => {
    const made = await world();
    await made.lower('0');
    await openComplaint(made.context, { customerId: await keyed(made.context, '1'), channel: 'phone', cause: 'price' });
    made.clock.advance(60_000);
    await sql`update workspace set created_at = ${made.clock.now()} where id = ${made.workspaceId}`.execute(made.db);
    await pass(made, 4);
    expect(told(made)).toEqual([]);
  });

  test('is a complaint of the best tier, to the manager and not to who logged it, and none that has an answer', async () => {
    const made = await world();
    const byAnna = as(made.context, made.anna);
    const channel = { channel: 'phone', cause: 'delivery' };
    await openComplaint(byAnna, { customerId: await keyed(byAnna, '0'), ...channel });
    await openComplaint(byAnna, { customerId: await keyed(byAnna, '60'), ...channel });
    const { complaint } = await openComplaint(made.context, { customerId: await keyed(byAnna, '1'), ...channel });
    await answerComplaint(made.context, { complaintId: complaint.id });
    await pass(made, 4);
    expect(told(made)).toEqual([
      '05T08:00 D0YIJUN Buyer 0 (Tier Gold) has complained. Anna looks after this customer.',
    ]);
  });
});

describe.each(LANGUAGES)('its messages (%s)', (language) => {
  test('are ones that Slack takes and ping nobody', () => {
    for (const name of HOSTILE_NAMES) {
      const about = { customerId: 'c', name, ownerId: null, owner: name, scheme: medal };
      const fallen = { ...about, stage: 'customer', fromTier: 'gold', toTier: null, toStatus: 'review' } as const;
      const complaint = {
        ...about,
        complaintId: 'x',
        openedBy: null,
        openedAt: new Date(0),
        answerBy: new Date(0),
        description: name.repeat(20),
        tier: 'gold',
      };
      for (const said of [
        fallMessage([fallen, ...Array.from({ length: 11 }, () => fallen)], language),
        bestTierComplaintMessage(complaint, language),
      ]) {
        expect(checkMessage(said)).toEqual([]);
        expect(said.text).not.toMatch(/[<>]/);
      }
    }
  });
});
