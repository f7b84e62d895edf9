import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkView } from '../../../bot/local/block-kit-rules.ts';
import { findMemberBySlackId } from '../../../bot/store/members.ts';
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
});
