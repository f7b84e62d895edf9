import { afterEach, expect, test } from 'vitest';
import { complaintWarning } from '../../../bot/blocks/complaint-warning.ts';
import { complaintLate } from '../../../bot/jobs/complaint-late.ts';
import { checkMessage } from '../../../bot/local/block-kit-rules.ts';
import { type Complaint, insertComplaint, saveComplaint } from '../../../bot/store/complaints.ts';
import { saveMember } from '../../../bot/store/members.ts';
import { newId } from '../../../bot/store/new-id.ts';
import { findCardCustomer } from '../../../bot/store/posted-cards.ts';
import { LANGUAGES } from '../../../core/text/language.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { type DeliveryWorld, deliveryWorld } from '../../support/delivery-world.ts';
import { giveCustomer } from '../../support/give-customer.ts';

const TEN_MINUTES = { everyMs: 600_000 };

const open: DeliveryWorld[] = [];
afterEach(async () => {
  for (const world of open.splice(0)) await world.slack.stop();
});

describeOnBothDatabases('a complaint that is about to run late', (database) => {
  /** Anna has a customer with a complaint to be answered by 12:00; Yijun is her manager, Sam an admin. It is 8:00. */
  async function world() {
    const made = await deliveryWorld(await database(), [complaintLate], '2026-03-05T08:00:00Z');
    open.push(made);
    const { clock, db, workspaceId } = made;
    const save = (slackUserId: string, isAdmin = false) =>
      saveMember(db, workspaceId, { slackUserId, displayName: slackUserId, locale: 'en-US' }, isAdmin, clock.now());
    const anna = await save('U0ANNA');
    const yijun = await save('U0YIJUN');
    await save('U0SAM', true);
    await db.updateTable('member').set({ manager_id: yijun.id }).where('id', '=', anna.id).execute();
    const customerId = await giveCustomer(db, workspaceId, anna.id);
    const complaint: Complaint = {
      id: newId(clock.now()),
      customerId,
      channel: null,
      cause: null,
      description: null,
      openedBy: null,
      openedAt: clock.now(),
      answerBy: new Date('2026-03-05T12:00:00Z'),
      answeredBy: null,
      answeredAt: null,
      closedBy: null,
      closedAt: null,
      resolution: null,
      undoneAt: null,
    };
    await insertComplaint(db, workspaceId, complaint);
    return { ...made, anna, complaint };
  }

  const told = (made: DeliveryWorld) =>
    made.posted().map(({ channel, ts }) => `${new Date(Number(ts) * 1000).toISOString().slice(11, 16)} ${channel}`);

  test('is told the owner, then the manager, once each', async () => {
    const made = await world();
    await made.run(60, TEN_MINUTES);
    expect(told(made)).toEqual(['11:00 D0ANNA', '11:30 D0YIJUN']);
    expect(made.posted().map(({ text }) => text)).toEqual([
      'The complaint of A customer still has no answer.',
      'The complaint of A customer still has no answer. U0ANNA looks after this customer.',
    ]);
  });

  test('keeps the threads of what it says to the customer', async () => {
    const made = await world();
    await made.run(60, TEN_MINUTES);
    const { complaint, db, workspaceId } = made;
    for (const { channel, ts } of made.posted())
      expect(await findCardCustomer(db, workspaceId, { channel, ts })).toMatchObject({ id: complaint.customerId });
    expect(made.posted()).toHaveLength(2);
  });

  test('is told nobody anew who moves to another zone meanwhile, and needs no more looking at', async () => {
    const made = await world();
    const { clock, db, workspaceId } = made;
    await made.run(24, TEN_MINUTES);
    await db
      .updateTable('member')
      .set({ time_zone: 'Pacific/Auckland' })
      .where('workspace_id', '=', workspaceId)
      .execute();
    expect(await complaintLate.findDue(db, workspaceId, clock.now())).toEqual([]);
    await made.run(24, TEN_MINUTES);
    expect(told(made)).toEqual(['11:00 D0ANNA', '11:30 D0YIJUN']);
  });

  test('is told the manager no more once it has an answer', async () => {
    const made = await world();
    await made.run(20, TEN_MINUTES);
    await saveComplaint(made.db, made.workspaceId, made.complaint.id, {
      ...made.complaint,
      answeredAt: made.clock.now(),
      answeredBy: made.anna.id,
    });
    await made.run(40, TEN_MINUTES);
    expect(told(made)).toEqual(['11:00 D0ANNA']);
  });

  test('is told an admin where there is no manager, and nobody else where the owner has left', async () => {
    const made = await world();
    const { clock, db, workspaceId } = made;
    await db.updateTable('member').set({ manager_id: null }).where('workspace_id', '=', workspaceId).execute();
    await db.updateTable('member').set({ deactivated_at: clock.now() }).where('id', '=', made.anna.id).execute();
    await made.run(60, TEN_MINUTES);
    expect(told(made)).toEqual(['11:30 D0SAM']);
  });
});

test.each(LANGUAGES)('its message is one that Slack takes and pings nobody (%s)', (language) => {
  for (const [told, owner] of [
    ['owner', null],
    ['manager', null],
    ['manager', '<!channel> & Co'],
  ] as const) {
    const name = '<!channel> '.repeat(20);
    const said = complaintWarning({ customerId: 'c', name, answerBy: new Date(0), told, owner }, language);
    expect(checkMessage(said)).toEqual([]);
    expect(said.text).not.toMatch(/[<>]/);
  }
});
