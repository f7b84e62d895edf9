import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ACTION } from '../../../bot/blocks/action-ids.ts';
import { digestTroubleBlock } from '../../../bot/blocks/home/digest-trouble.ts';
import { checkView } from '../../../bot/local/block-kit-rules.ts';
import { findMemberBySlackId } from '../../../bot/store/members.ts';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import type { Language } from '../../../core/text/language.ts';
import { addDigestDelivery } from '../../support/add-digest-delivery.ts';
import { type FollowUpApp, startFollowUpApp, wordsOf } from '../../support/follow-up-app.ts';

describe('the window of a digest’s settings', () => {
  let app: FollowUpApp;
  beforeAll(async () => {
    app = await startFollowUpApp();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    await app.reset();
    const { db } = app.context;
    await db.deleteFrom('digest_setting').execute();
    await db
      .updateTable('member')
      .set({ role: 'manager', locale: null })
      .where('slack_user_id', '=', 'U0ANNA')
      .execute();
  });

  async function open(name: string, text = 'settings') {
    await app.harness.slack.person(name).command('/tiers', text, { channel: 'C0SALES' });
    await app.harness.settled();
    const view = app.window(name);
    expect(checkView(view.content ?? view)).toEqual([]);
    return view;
  }

  const settings = () => app.rows('digest_setting');

  test('is opened by /tiers settings, with what is set, and saves what is changed', async () => {
    expect(wordsOf(await open('anna'))).toContain('Digest settings');
    await app.submit({ where: 'C0SALES', when: '09:15' });
    expect(wordsOf(app.window())).toContain('Saved. The next digest comes like this.');
    expect(await settings()).toMatchObject([{ at: '09:15', channel: 'C0SALES', rep_ids: null }]);
    await app.harness.slack.person('anna').closeView('all');
    await open('anna', '設定');
    await app.submit({ when: '' });
    expect(wordsOf(app.window())).toContain('Saved. No digest comes.');
    expect(await settings()).toMatchObject([{ at: 'off', channel: 'C0SALES' }]);
  });

  test('says at once where Tierbook is not in the channel', async () => {
    await open('anna');
    await app.submit({ where: 'C0RANDOM' });
    expect(wordsOf(app.window())).toContain('Tierbook is not in that channel: invite it there with /invite');
  });

  test('says beside the field who is not of the team', async () => {
    const { actor, db } = app.context;
    const anna = await findMemberBySlackId(db, actor.workspaceId, 'U0ANNA');
    await db
      .updateTable('member')
      .set({ manager_id: anna?.id ?? null })
      .where('slack_user_id', '=', 'U0LEI')
      .execute();
    await open('anna');
    const person = app.harness.slack.person('anna');
    const refused = JSON.stringify(await person.submitView({ reps: ['U0SAM'] }));
    expect(refused).toContain('is not in this manager’s team');
    expect(await settings()).toEqual([]);
    await person.submitView({ reps: ['U0LEI'] });
    await app.harness.settled();
    expect(await settings()).toHaveLength(1);
  });

  test('is for managers and admins, who also open a colleague’s', async () => {
    await open('lei');
    expect(wordsOf(app.window('lei'))).toContain('简报只发给主管和管理员');
    await open('sam', 'settings @anna');
    expect(wordsOf(app.window('sam'))).toContain('The digest of anna.');
    await app.submit({ when: '10:00' }, 'sam');
    expect(await settings()).toMatchObject([{ at: '10:00' }]);
  });

  test('is a press away on Home when a digest did not arrive, for its reader and for admins', async () => {
    const { actor, db } = app.context;
    const anna = (await findMemberBySlackId(db, actor.workspaceId, 'U0ANNA'))?.id ?? '';
    const on = '2026-03-05' as CalendarDate;
    await addDigestDelivery(app.context, { memberId: anna, target: 'U0ANNA', on, problem: 'is_archived' });
    const home = async (name: string, page?: string) => {
      const person = app.harness.slack.person(name);
      await person.openHome();
      await app.harness.settled();
      if (page !== undefined) await person.clickButton('home', `${ACTION.homePage}_${page}`);
      await app.harness.settled();
      const { content } = person.home() ?? expect.fail('No Home tab.');
      expect(checkView(content)).toEqual([]);
      return wordsOf(content);
    };
    const said = 'Your digest of Thu 5 Mar did not arrive: Slack answered “is_archived”.';
    const remedy =
      'Bring the channel back from the archive, or choose another. Where it goes is set in the digest settings.';
    for (const page of ['day', 'team', 'digest']) expect(await home('anna', page)).toContain(`${said} ${remedy}`);
    expect(await home('anna', 'book')).not.toContain(said);
    await home('anna', 'day');
    await app.harness.slack.person('anna').clickButton('home', ACTION.digestSettings);
    await app.harness.settled();
    expect(wordsOf(app.window())).toContain('Digest settings');
    await app.harness.slack.person('anna').closeView('all');
    expect(await home('sam', 'workspace')).toContain(
      `anna’s digest of Thu 5 Mar did not arrive: Slack answered “is_archived”. ${remedy}`,
    );
    await app.harness.slack.person('sam').clickButton('home', `${ACTION.digestSettings}_1`);
    await app.harness.settled();
    expect(wordsOf(app.window('sam'))).toContain('The digest of anna.');
    expect(await home('sam', 'day')).not.toContain('did not arrive');
    await db.deleteFrom('delivery').execute();
  });

  test.each([
    ['zh-CN', '您3月5日（周四）的简报没有送达：Slack 返回“not_in_channel”。请用 /invite 把 Tierbook 邀请进该频道。'],
    ['zh-TW', '您3月5日（週四）的簡報沒有送達：Slack 傳回「not_in_channel」。請用 /invite 邀請 Tierbook 加入該頻道。'],
  ])('says so in %s', (language, said) => {
    const today = '2026-03-06' as CalendarDate;
    const viewer = {
      language: language as Language,
      now: new Date(0),
      today,
      dayOf: () => today,
      timeOf: () => '12:00',
    };
    const trouble = { memberId: 'x', on: '2026-03-05' as CalendarDate, problem: 'not_in_channel' };
    expect(wordsOf(digestTroubleBlock(trouble, 'own', viewer))).toContain(said);
  });
});
