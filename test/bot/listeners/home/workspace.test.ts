import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ACTION } from '../../../../bot/blocks/action-ids.ts';
import { checkView } from '../../../../bot/local/block-kit-rules.ts';
import { type FollowUpApp, startFollowUpApp, wordsOf } from '../../../support/follow-up-app.ts';

describe('the pages of the Home tab about calendar and workspace', () => {
  let app: FollowUpApp;
  beforeAll(async () => {
    app = await startFollowUpApp();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    await app.reset();
    await app.harness.slack.person('sam').openHome();
    await app.harness.settled();
  });

  function home(): string {
    const { content } = app.harness.slack.person('sam').home() ?? {};
    if (content === undefined) return '';
    expect(checkView(content)).toEqual([]);
    return wordsOf(content);
  }

  async function press(action: string): Promise<void> {
    await app.harness.slack.person('sam').clickButton('home', action);
    await app.harness.settled();
  }

  const said = () => wordsOf(app.window('sam'));

  test('the calendar: country, weekend and minutes are set, and wrong ones told beside their fields', async () => {
    await press(`${ACTION.homePage}_calendar`);
    expect(home()).toContain('everybody keeps the public holidays of their own time zone');
    await press(ACTION.editCalendar);
    expect(JSON.stringify(await app.submit({ country: 'XX' }, 'sam'))).toContain('No public holidays are known');
    await app.harness.slack.person('sam').submitView({ country: 'de', weekend: ['7'], minutes: '400' });
    await app.harness.settled();
    expect(said()).toContain('is saved');
    expect(home()).toContain('Weekend: Sunday.');
    expect(home()).toContain('Karfreitag');
    expect(home()).toContain('Time for contacts: 6 h 40 min a day');
  });

  test('the calendar: days off are put down and taken back', async () => {
    await press(`${ACTION.homePage}_calendar`);
    await press(ACTION.calendarDays);
    await app.submit({ from: '2026-03-09', to: '2026-03-10', kind: 'off', reason: 'Fair' }, 'sam');
    await app.harness.slack.person('sam').closeView();
    expect(home()).toContain('day off · Fair');
    await press(ACTION.calendarDays);
    await app.submit({ from: '2026-03-09', to: '2026-03-10', kind: 'usual' }, 'sam');
    expect(home()).not.toContain('Fair');
  });

  test('the workspace: health and version are told, and its language is set', async () => {
    await press(`${ACTION.homePage}_workspace`);
    expect(home()).toContain('Database: works');
    expect(home()).toContain('Slack connection: works');
    expect(home()).toContain('Tierbook 1.2.3');
    await press(ACTION.workspaceLanguage);
    await app.submit({ language: 'zh-CN' }, 'sam');
    expect(said()).toContain('简体中文');
    expect(home()).toContain('Messages to channels are in 简体中文');
  });

  test('the workspace: what did not get through is tried again', async () => {
    const { db, actor, clock } = app.context;
    const { id } = await db
      .insertInto('delivery')
      .values({
        workspace_id: actor.workspaceId,
        id: '01890000-0000-7000-8000-0000000000de',
        kind: 'daily-list',
        target: 'U0ANNA',
        local_date: '2026-03-05',
        subject: '',
        member_id: null,
        due_at: clock.now(),
        state: 'parked',
        key: 'k',
        channel: null,
        ts: null,
        attempts: 1,
        queued_at: null,
        not_before: null,
        sending_at: null,
        sent_at: null,
        problem: 'user_disabled',
        created_at: clock.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await press(`${ACTION.homePage}_workspace`);
    expect(home()).toContain('1 message did not get through');
    await press(`${ACTION.tryDeliveryAgain}_1`);
    expect(said()).toContain('being sent again');
    expect(home()).toContain('All messages got through.');
    expect((await app.rows('delivery')).find((row) => row['id'] === id)).toMatchObject({ state: 'pending' });
  });

  test('the workspace: samples are removed, and the latest import is undone', async () => {
    const { db } = app.context;
    await db.updateTable('customer').set({ source: 'sample' }).where('key', '=', 'L-1').execute();
    await press(`${ACTION.homePage}_workspace`);
    expect(home()).toContain('1 sample customer is on file.');
    await press(ACTION.removeSamples);
    expect(said()).toContain('1 sample customer removed.');
    expect(home()).toContain('No sample customers are on file.');
    await app.harness.slack.person('sam').closeView();
    await press(ACTION.undoLastImport);
    expect(said()).toContain('The import is undone');
    expect(home()).toContain('There is no import');
  });
});
