import { afterEach, expect, test } from 'vitest';
import { bookLeft } from '../../../bot/jobs/book-left.ts';
import { checkMessage } from '../../../bot/local/block-kit-rules.ts';
import { saveMember } from '../../../bot/store/members.ts';
import { newId } from '../../../bot/store/new-id.ts';
import { leaveTeam } from '../../../bot/use-cases/hand-over-book.ts';
import { profileChanged } from '../../../bot/use-cases/profile-changed.ts';
import { LANGUAGES } from '../../../core/text/language.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { type DeliveryWorld, deliveryWorld } from '../../support/delivery-world.ts';
import { giveCustomer } from '../../support/give-customer.ts';

const open: DeliveryWorld[] = [];
afterEach(async () => {
  for (const world of open.splice(0)) await world.slack.stop();
});

describeOnBothDatabases('a book whose owner Slack has deactivated', (database) => {
  /** Anna has a customer, Yijun is a manager, Sam an admin; the one who is Anna's manager, if any. */
  async function world(managerOfAnna?: 'U0YIJUN' | 'U0SAM') {
    const made = await deliveryWorld(await database(), [bookLeft], '2026-03-05T08:00:00Z');
    open.push(made);
    const { clock, db, workspaceId } = made;
    const save = (slackUserId: string, isAdmin = false) =>
      saveMember(db, workspaceId, { slackUserId, displayName: slackUserId, locale: 'en-US' }, isAdmin, clock.now());
    const [anna, yijun, sam] = [await save('U0ANNA'), await save('U0YIJUN'), await save('U0SAM', true)];
    await db.updateTable('member').set({ role: 'manager' }).where('id', '=', yijun.id).execute();
    const manager = { U0YIJUN: yijun.id, U0SAM: sam.id };
    const managerId = managerOfAnna === undefined ? null : manager[managerOfAnna];
    await db.updateTable('member').set({ manager_id: managerId }).where('id', '=', anna.id).execute();
    await giveCustomer(db, workspaceId, anna.id);
    const deactivate = () => profileChanged(made, workspaceId, { slackUserId: 'U0ANNA' }, true);
    return { ...made, anna, yijun, deactivate };
  }

  const told = ({ posted }: DeliveryWorld) => posted().map(({ channel, text }) => `${channel}: ${text}`);

  test('is told the manager once, and nobody before', async () => {
    const made = await world('U0SAM');
    await made.run(3);
    expect(told(made)).toEqual([]);
    await made.deactivate();
    await made.run(5);
    expect(told(made)).toEqual([
      'D0SAM: U0ANNA is no longer in Slack and still has 1 customer. ' +
        'To hand the book over in balance, on the command line: members leave U0ANNA --to … ' +
        'Until then managers see what is due with /followups @U0ANNA.',
    ]);
  });

  test('is told the first manager where the owner had none', async () => {
    const made = await world();
    await made.deactivate();
    await made.run(2);
    expect(told(made).map((each) => each.split(':')[0])).toEqual(['D0YIJUN']);
  });

  test('is told once, whoever is the manager and wherever the manager is afterwards; and again after another leaving', async () => {
    const made = await world('U0SAM');
    const { anna, clock, db, workspaceId, yijun } = made;
    await made.deactivate();
    await made.run(2);
    const move = db.updateTable('member').where('workspace_id', '=', workspaceId);
    await move.set({ time_zone: 'Pacific/Auckland' }).execute();
    await move.set({ manager_id: yijun.id }).where('id', '=', anna.id).execute();
    clock.advance(12 * 3_600_000);
    expect(await bookLeft.findDue(db, workspaceId, clock.now())).toEqual([]);
    await profileChanged(made, workspaceId, { slackUserId: 'U0ANNA' }, false);
    await made.run(2);
    await made.deactivate();
    await made.run(2);
    expect(told(made).map((each) => each.split(':')[0])).toEqual(['D0SAM', 'D0YIJUN']);
  });

  test('is told nobody once it is handed over, or empty', async () => {
    const made = await world();
    await made.deactivate();
    const actor = { workspaceId: made.workspaceId, memberId: null, role: 'admin' } as const;
    const queued = await made.look();
    expect(queued).toHaveLength(1);
    await leaveTeam({ ...made, actor }, made.anna.id, [made.yijun.id]);
    await made.run(3);
    expect(told(made)).toEqual([]);
  });

  test.each(LANGUAGES)('is a message that Slack takes, whatever the name is (%s)', async (language) => {
    const made = await world();
    const { clock, db, workspaceId } = made;
    await made.deactivate();
    await db.updateTable('member').set({ locale: language }).where('id', '=', made.yijun.id).execute();
    const hostile = '<!channel> *x*'.repeat(40);
    await db.updateTable('member').set({ display_name: hostile }).where('id', '=', made.anna.id).execute();
    const [due] = await bookLeft.findDue(db, workspaceId, clock.now());
    if (due === undefined) throw new Error('Nothing is due.');
    const delivery = { ...due, id: newId(clock.now()), state: 'sending', key: 'k', channel: 'D1', ts: null } as const;
    const rest = { attempts: 1, notBefore: null, sendingAt: null, problem: null, createdAt: clock.now() } as const;
    const actor = { workspaceId, memberId: null, role: 'admin' } as const;
    const composed = await bookLeft.compose({ db, clock, actor }, { ...delivery, ...rest });
    if (!('message' in composed)) throw new Error(composed.skip);
    expect(checkMessage(composed.message)).toEqual([]);
    expect(composed.message.text).not.toContain('<!channel>');
  });
});
