import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ACTION } from '../../../../bot/blocks/action-ids.ts';
import { checkView } from '../../../../bot/local/block-kit-rules.ts';
import { findMemberBySlackId } from '../../../../bot/store/members.ts';
import { type FollowUpApp, startFollowUpApp, wordsOf } from '../../../support/follow-up-app.ts';
import { addMember } from '../../../support/members.ts';

describe('members on the Home tab', () => {
  let app: FollowUpApp;
  beforeAll(async () => {
    app = await startFollowUpApp();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    await app.reset();
    const { db } = app.context;
    await db.deleteFrom('absence').execute();
    await db.updateTable('member').set({ deactivated_at: null, manager_id: null, locale: null }).execute();
    await app.harness.slack.person('sam').openHome();
    await app.harness.settled();
    await press(`${ACTION.homePage}_members`);
  });

  function home(): string {
    const { content } = app.harness.slack.person('sam').home() ?? {};
    if (content === undefined) return '';
    expect(checkView(content)).toEqual([]);
    return wordsOf(content);
  }

  async function press(action: string, which?: { readonly value: string }): Promise<void> {
    await app.harness.slack.person('sam').clickButton('home', action, which);
    await app.harness.settled();
  }

  async function idOf(slackUserId: string): Promise<string> {
    const { db, actor } = app.context;
    return (await findMemberBySlackId(db, actor.workspaceId, slackUserId))?.id ?? expect.fail(slackUserId);
  }

  async function openMember(slackUserId: string): Promise<string> {
    const value = JSON.stringify({ kind: 'member', id: await idOf(slackUserId) });
    await press(ACTION.homePage, { value });
    return home();
  }

  const saved = () => wordsOf(app.window('sam'));

  async function rowOf(slackUserId: string) {
    const rows = await app.rows('member');
    return rows.find((row) => row['slack_user_id'] === slackUserId) ?? expect.fail(slackUserId);
  }

  test('are listed with role and customers, and each has a page', async () => {
    expect(home()).toContain('Anna · Rep · 3 customers');
    expect(await openMember('U0LEI')).toContain('Rep · 1 customer');
  });

  test('are edited: role, manager, language, minutes; what is left as it was stays Slack’s', async () => {
    await openMember('U0ANNA');
    await press(ACTION.editMember);
    await app.submit({ role: 'manager', manager: 'U0SAM', language: 'zh-TW', minutes: '240' }, 'sam');
    expect(saved()).toContain('is saved');
    expect(await rowOf('U0ANNA')).toMatchObject({
      role: 'manager',
      manager_id: await idOf('U0SAM'),
      locale: 'zh-TW',
      day_minutes: 240,
      set_by_hand: ['locale'],
    });
    expect(home()).toContain('Language: 繁體中文');
  });

  test('keep a manager whom Slack does not know, unless another or none is chosen', async () => {
    const { db, actor } = app.context;
    const bossId = await addMember(app.context, { slackUserId: null, name: 'Bo Boss' });
    const annaId = await idOf('U0ANNA');
    const edit = async (inputs: Record<string, string>) => {
      await db.updateTable('member').set({ manager_id: bossId }).where('id', '=', annaId).execute();
      await press(`${ACTION.homePage}_members`);
      await openMember('U0ANNA');
      await press(ACTION.editMember);
      expect(saved()).toContain('Bo Boss');
      await app.submit(inputs, 'sam');
      await app.harness.slack.person('sam').closeView();
      return (await rowOf('U0ANNA'))['manager_id'];
    };
    expect(await edit({ list_at: '09:10' })).toBe(bossId);
    expect((await rowOf('U0ANNA'))['list_at']).toBe('09:10');
    expect(await edit({ manager: 'U0LEI' })).toBe(await idOf('U0LEI'));
    expect(await edit({ manager_now: 'nobody', manager: '' })).toBeNull();
    await db.updateTable('member').set({ manager_id: null, list_at: '08:30' }).execute();
    await db.deleteFrom('member').where('workspace_id', '=', actor.workspaceId).where('id', '=', bossId).execute();
  });

  test('a Slack admin who is made a rep here stays one, whatever is done next', async () => {
    const { db } = app.context;
    const roleOfSam = async () => (await rowOf('U0SAM'))['role'];
    expect(await roleOfSam()).toBe('admin');
    await db.updateTable('member').set({ role: 'admin' }).where('slack_user_id', '=', 'U0LEI').execute();
    const lei = app.harness.slack.person('lei');
    await lei.openHome();
    await app.harness.settled();
    await lei.clickButton('home', `${ACTION.homePage}_members`);
    await app.harness.settled();
    const value = JSON.stringify({ kind: 'member', id: await idOf('U0SAM') });
    await lei.clickButton('home', ACTION.homePage, { value });
    await app.harness.settled();
    await lei.clickButton('home', ACTION.editMember);
    await app.harness.settled();
    await app.submit({ role: 'rep' }, 'lei');
    expect(await roleOfSam()).toBe('rep');
    await app.ask('ACME', 'sam');
    await app.harness.slack.person('sam').openHome();
    await app.harness.settled();
    expect(await roleOfSam()).toBe('rep');
    expect(home()).not.toContain('Schemes');
    await db.deleteFrom('audit_event').where('action', '=', 'member-changed').execute();
    await app.ask('ACME', 'sam');
    expect(await roleOfSam()).toBe('admin');
  });

  test('say beside a field what is wrong with it', async () => {
    await openMember('U0ANNA');
    await press(ACTION.editMember);
    const sent = async (inputs: Record<string, string>) => JSON.stringify(await app.submit(inputs, 'sam'));
    expect(await sent({ minutes: '5' })).toContain('A day has 30 to 960 minutes');
    expect(await sent({ minutes: '', list_at: 'noon' })).toContain('is no time of day');
    expect(await sent({ list_at: '08:30', time_zone: 'Mars/Base' })).toContain('is no time zone');
  });

  test('are away with a cover, and back', async () => {
    await openMember('U0ANNA');
    await press(ACTION.memberAway);
    await app.submit({ from: '2026-03-09', to: '2026-03-13', cover: 'U0LEI' }, 'sam');
    await app.harness.slack.person('sam').closeView();
    expect(home()).toMatch(/away 9 Mar 2026 – 13 Mar 2026, covered by/);
    await press(ACTION.endAbsence);
    expect(home()).not.toContain('away 9 Mar');
  });

  test('leave after a proposal for their customers, and come back', async () => {
    await openMember('U0ANNA');
    await press(ACTION.memberLeave);
    expect(saved()).toContain('3 customers to hand over');
    expect(JSON.stringify(await app.submit({}, 'sam'))).toContain('Choose who takes them over');
    await app.harness.slack.person('sam').submitView({ heirs: ['U0LEI', 'U0SAM'] });
    await app.harness.settled();
    expect(saved()).toMatch(/customers? \(.* days a month\) to /);
    expect(await owners()).toContain(await idOf('U0ANNA'));
    await app.press('modal', ACTION.handOver, 'sam');
    expect(saved()).toContain('has left.');
    expect(await owners()).not.toContain(await idOf('U0ANNA'));
    await app.harness.slack.person('sam').closeView();
    expect(home()).toContain('has left');
    await press(ACTION.bringBackMember);
    expect((await rowOf('U0ANNA'))['deactivated_at']).toBeNull();
  });

  test('are linked with what tables call them', async () => {
    const { db } = app.context;
    await db.updateTable('customer').set({ owner_id: null, owner_text: 'A. Weber' }).where('key', '=', 'C-1').execute();
    await press(`${ACTION.homePage}_members`);
    expect(home()).toContain('Unknown owners (1)');
    await press(`${ACTION.homePage}_owners`);
    expect(home()).toContain('A. Weber · 1 customer');
    await press(`${ACTION.linkOwner}_1`);
    await app.submit({ who: 'U0LEI' }, 'sam');
    expect(saved()).toContain('“A. Weber” is');
    expect(home()).toContain('Every owner named in a table is known.');
    const lei = await idOf('U0LEI');
    expect((await owners()).filter((owner) => owner === lei)).toHaveLength(2);
  });

  test('whose books are over are told what to move', async () => {
    await press(ACTION.balanceBooks);
    expect(saved()).toContain('No book is over its days.');
  });

  test('fit on pages, two hundred of them with long names too', async () => {
    for (let count = 0; count < 200; count += 1)
      await addMember(app.context, { name: `${'Bartholomäus '.repeat(8)}${count}`, managerId: await idOf('U0SAM') });
    await press(`${ACTION.homePage}_members`);
    expect(home()).toContain('Page 1 of 11');
    await press(`${ACTION.homePage}_next`);
    expect(home()).toContain('Page 2 of 11');
    const { db } = app.context;
    await db.deleteFrom('member').where('slack_user_id', 'like', 'U0TEST%').execute();
    await app.harness.slack.person('sam').openHome();
    await app.harness.settled();
    expect(home()).not.toContain('Page 2');
  });

  async function owners(): Promise<unknown[]> {
    return (await app.rows('customer')).map((row) => row['owner_id']);
  }
});
