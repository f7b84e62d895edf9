import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ACTION } from '../../../../bot/blocks/action-ids.ts';
import { checkView } from '../../../../bot/local/block-kit-rules.ts';
import { type FollowUpApp, startFollowUpApp, wordsOf } from '../../../support/follow-up-app.ts';

const TO_SCHEMES = `${ACTION.homePage}_schemes`;
const PUBLISH_CUSTOMERS = `${ACTION.publishScheme}_1`;

describe('schemes on the Home tab', () => {
  let app: FollowUpApp;
  beforeAll(async () => {
    app = await startFollowUpApp();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    await app.reset();
    const { db } = app.context;
    await db.deleteFrom('audit_event').execute();
    await db.updateTable('workspace').set({ customer_scheme: null, segment_schemes: [] }).execute();
    await db.updateTable('member').set({ role: 'admin' }).where('slack_user_id', '=', 'U0SAM').execute();
  });

  function home(name = 'sam'): string {
    const { content } = app.harness.slack.person(name).home() ?? {};
    if (content === undefined) return '';
    expect(checkView(content)).toEqual([]);
    return wordsOf(content);
  }

  async function openSchemes(name = 'sam'): Promise<string> {
    await app.harness.slack.person(name).openHome();
    await app.harness.settled();
    await press(TO_SCHEMES, name);
    return home(name);
  }

  async function press(action: string, name = 'sam'): Promise<void> {
    await app.harness.slack.person(name).clickButton('home', action);
    await app.harness.settled();
  }

  async function choose(scheme: string, how = 'as-is'): Promise<string> {
    await press(PUBLISH_CUSTOMERS);
    await app.submit({ scheme, how }, 'sam');
    return wordsOf(app.window('sam'));
  }

  test('a window that takes long says so, and shows what it is for when that is known', async () => {
    await openSchemes();
    const { schemesToChoose } = app.harness.useCases;
    const slow = Promise.withResolvers<Awaited<ReturnType<typeof schemesToChoose>>>();
    app.harness.useCases.schemesToChoose = () => slow.promise;
    const pressed = press(PUBLISH_CUSTOMERS);
    await expect
      .poll(() => app.harness.slack.person('sam').currentView() && wordsOf(app.window('sam')))
      .toContain('One moment');
    slow.resolve(await schemesToChoose(app.context));
    await pressed;
    expect(app.window('sam').content['callback_id']).toBe('home_publish_choose');
  });

  test('say what is in use, how steadily, and who is in which tier', async () => {
    const words = await openSchemes();
    expect(words).toContain('“Account value”, version');
    expect(words).toContain('On file: ');
    expect(words).not.toContain('Roll back');
  });

  test('are published after a simulation, which the page and the cards follow', async () => {
    await openSchemes();
    const simulation = await choose('medal');
    expect(simulation).toContain('4 customers by “');
    expect(simulation).toContain('Hours a month by the playbooks');
    expect(simulation).toContain('Nothing was written.');
    expect(await inUse()).toBeNull();
    await app.press('modal', ACTION.publishSimulated, 'sam');
    expect(wordsOf(app.window('sam'))).toContain('is now used for customers.');
    expect(await inUse()).toBe('medal');
    expect(home()).toContain('Roll back to “Account value”');
  });

  test('are rolled back after a simulation', async () => {
    await openSchemes();
    await choose('medal');
    await app.press('modal', ACTION.publishSimulated, 'sam');
    await app.harness.slack.person('sam').closeView();
    await press(`${ACTION.rollBackScheme}_1`);
    expect(wordsOf(app.window('sam'))).toContain('rolls back to the scheme that was in use before');
    await app.press('modal', ACTION.publishSimulated, 'sam');
    expect(await inUse()).toBe('account-value');
  });

  test('can be adjusted as JSON, under an id and a version of one’s own', async () => {
    await openSchemes();
    await choose('value-pyramid', 'adjust');
    expect(app.window('sam').content['callback_id']).toBe('home_publish_document');
    await app.submit({}, 'sam');
    expect(wordsOf(app.window('sam'))).toContain('version 1');
    await app.press('modal', ACTION.publishSimulated, 'sam');
    expect(await inUse()).toBe('own-value-pyramid');
    await app.harness.slack.person('sam').closeView();
    await press(PUBLISH_CUSTOMERS);
    expect(wordsOf(app.window('sam'))).toContain('own-value-pyramid 1');
  });

  test('say beside the document what is wrong with it, and simulate nothing', async () => {
    await openSchemes();
    await choose('value-pyramid', 'adjust');
    const sent = (part: string) => app.submit({ part_0: part, part_1: '' }, 'sam');
    expect(JSON.stringify(await sent('{ "id": '))).toContain('This is not JSON');
    expect(JSON.stringify(await sent('{ "id": "mine", "version": 1 }'))).toMatch(/errors.*titles/);
    expect(app.window('sam').content['callback_id']).toBe('home_publish_document');
  });

  test('are not published when much was changed since the simulation, unless somebody insists', async () => {
    await openSchemes();
    await choose('medal');
    app.context.clock.set('2026-03-05T08:10:00Z');
    const { db, clock } = app.context;
    await db.updateTable('customer').set({ updated_at: clock.now() }).where('key', '=', 'A-1').execute();
    await app.press('modal', ACTION.publishSimulated, 'sam');
    expect(wordsOf(app.window('sam'))).toContain('1 of 4 customers were added or changed since the simulation');
    expect(await inUse()).toBeNull();
    await app.press('modal', ACTION.simulateAgain, 'sam');
    expect(wordsOf(app.window('sam'))).toContain('Hours a month');
    await db
      .updateTable('customer')
      .set({ updated_at: new Date(clock.now().getTime() + 1000) })
      .where('key', '=', 'A-1')
      .execute();
    await app.press('modal', ACTION.publishSimulated, 'sam');
    await app.press('modal', ACTION.publishAnyway, 'sam');
    expect(await inUse()).toBe('medal');
  });

  test('of segments say who would get which label, and are taken out of use again', async () => {
    await openSchemes();
    await press(`${ACTION.publishScheme}_3`);
    await app.submit({ scheme: 'loyalty', how: 'as-is' }, 'sam');
    await app.press('modal', ACTION.publishSimulated, 'sam');
    await app.harness.slack.person('sam').closeView();
    expect(home()).toContain('Stop using');
    await press(`${ACTION.stopSegments}_1`);
    expect(wordsOf(app.window('sam'))).toContain('no longer used for segments');
    expect(JSON.stringify(app.window('sam').content['title'])).toContain('Stop using');
    expect(home()).not.toContain('Stop using');
  });

  test('are kept as steadily as an admin wants, and everybody is graded again at once', async () => {
    await openSchemes();
    await press(`${ACTION.schemeStability}_1`);
    const sent = async (inputs: Record<string, string>) => JSON.stringify(await app.submit(inputs, 'sam'));
    expect(await sent({ buffer: '95' })).toContain('from 0 to 90 percent');
    expect(await sent({ buffer: '15', after: '1.5' })).toContain('from 1 to 24');
    await app.submit({ buffer: '１５％', after: '3', complaint: 'fall' }, 'sam');
    expect(wordsOf(app.window('sam'))).toContain('graded again');
    expect(home()).toContain('within 15 % below its cut-off; a fall counts after 3 gradings in a row.');
    expect(home()).not.toContain('Roll back');
    await app.harness.slack.person('sam').closeView();
    await press(ACTION.gradeNow);
    expect(wordsOf(app.window('sam'))).toContain('Everybody was graded again.');
    expect(JSON.stringify(app.window('sam').content['title'])).toContain('Grade everybody now');
  });

  test('are for admins: nothing opens for who is none any more', async () => {
    await openSchemes();
    await choose('medal');
    await app.context.db.updateTable('member').set({ role: 'rep' }).where('slack_user_id', '=', 'U0SAM').execute();
    await app.press('modal', ACTION.publishSimulated, 'sam');
    // Slack itself says that Sam is an admin, which is believed again whenever Sam does something
    expect(await inUse()).toBe('medal');
    await app.harness.slack.person('anna').openHome();
    await app.harness.settled();
    expect(home('anna')).not.toContain('Schemes');
  });

  test('too large a document is told before it is shown', async () => {
    await openSchemes();
    await press(`${ACTION.publishScheme}_3`);
    const outcome = await app.submit({ scheme: 'relation-and-place', how: 'adjust' }, 'sam');
    expect(JSON.stringify(outcome)).toContain('too large for this window');
  });

  async function inUse(): Promise<unknown> {
    const { db, actor } = app.context;
    const row = await db
      .selectFrom('workspace')
      .select('customer_scheme')
      .where('id', '=', actor.workspaceId)
      .executeTakeFirst();
    return row?.customer_scheme ?? null;
  }
});
