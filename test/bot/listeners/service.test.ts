import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { StoredMessage } from '../../../bot/local/workspace-state.ts';
import { openComplaint } from '../../../bot/use-cases/complaints.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { logContact } from '../../../bot/use-cases/log-contact.ts';
import { refreshFollowUps } from '../../../bot/use-cases/refresh-follow-ups.ts';
import { type FollowUpApp, startFollowUpApp, wordsOf } from '../../support/follow-up-app.ts';
import { PROSPECTS } from '../../support/service-workspace.ts';
import { tableOf } from '../../support/table-reading.ts';

/** A prospect in tier A. */
const READY = {
  key: 'East',
  name: 'East Works',
  hasSystem: false,
  objectiveNeed: true,
  subjectiveNeed: true,
  resolve: 'high',
  feasibilityBegun: true,
  selectionBegun: true,
};

describe('complaints, surveys and how prospects end, in Slack', () => {
  let app: FollowUpApp;
  beforeAll(async () => {
    app = await startFollowUpApp();
  });
  beforeEach(async () => {
    await app.reset();
    const { db } = app.context;
    for (const table of ['complaint', 'service_measure', 'prospect_end', 'purchase', 'purchase_measure'] as const)
      await db.deleteFrom(table).execute();
    await db.updateTable('customer').set({ status: 'active', status_at: null, status_reason: null }).execute();
    // stages as at the start
    await db
      .updateTable('customer')
      .set({ stage: 'prospect' })
      .where('key', 'in', ['East', 'North', 'South'])
      .execute();
    await importTable(app.context, PROSPECTS);
    await importTable(app.context, tableOf(READY));
    await refreshFollowUps(app.context, 'all');
    app.context.clock.set('2026-03-05T08:05:00Z');
  });
  afterAll(() => app.stop());

  const customer = async (name: string) => (await app.rows('customer')).find((row) => row['name'] === name);
  const idOf = async (name: string) => String((await customer(name))?.['id']);
  /** What the card says now that stands where it was asked for. */
  const cardNow = (name = 'anna'): StoredMessage => {
    const [card] = app.harness.slack.person(name).visibleMessages('C0SALES').slice(-1);
    return card ?? expect.fail();
  };
  const choose = (fields: Readonly<Record<string, string>>, name = 'anna') => app.submit(fields, name);

  async function complain(description = 'Came a week late'): Promise<void> {
    await openComplaint(app.context, {
      customerId: await idOf('ACME'),
      channel: 'phone',
      cause: 'delivery',
      description,
    });
  }

  test('a complaint is logged from More…, stands on the card with its time, and is answered and closed from there', async () => {
    await app.press(await app.ask('ACME'), 'customer_more');
    expect(wordsOf(app.window())).toContain('Service');
    expect(wordsOf(app.window())).not.toContain('Won');
    await app.press('modal', 'complaint_open');
    expect(app.harness.slack.person('anna').currentView()?.content['callback_id']).toBe('complaint');
    await choose({ channel: 'phone', cause: 'delivery', description: 'Came a *week* late <!channel>' });
    expect(wordsOf(app.window())).toContain('The complaint of ACME is logged. Answer by');
    expect(await app.rows('complaint')).toMatchObject([
      { channel: 'phone', cause: 'delivery', description: 'Came a *week* late <!channel>', answered_at: null },
    ]);
    const card = cardNow();
    expect(wordsOf(card)).toContain('Came a *week* late <!channel>');
    await app.harness.slack.person('anna').closeView();
    await app.press(card, 'complaint_answered_1');
    expect(await app.rows('complaint')).toMatchObject([{ answered_at: expect.any(String), closed_at: null }]);
    expect(wordsOf(cardNow())).toContain('not closed yet');
    expect(JSON.stringify(cardNow())).not.toContain('complaint_answered');
    await app.press(cardNow(), 'complaint_close_1');
    expect(wordsOf(app.window())).toContain('Came a *week* late');
    expect(await choose({ resolution: 'ok' })).toMatchObject({
      kind: 'invalid',
      errors: { resolution: expect.any(String) },
    });
    await choose({ resolution: 'Sent again' });
    expect(wordsOf(app.window())).toContain('The complaint of ACME is closed.');
    expect(wordsOf(cardNow())).not.toContain('Close complaint');
  });

  test('in the list of a day a complaint is answered in place, and the list goes on without it', async () => {
    await complain();
    await app.harness.slack.person('anna').command('/followups', '', { channel: 'C0SALES' });
    await app.harness.settled();
    const [shown] = app.harness.slack.person('anna').visibleMessages('C0SALES').slice(-1);
    expect(JSON.stringify(shown)).toContain('complaint_answered_1');
    await app.press(shown ?? expect.fail(), 'complaint_answered_1');
    expect(await app.rows('complaint')).toMatchObject([{ answered_at: expect.any(String), closed_at: null }]);
    expect(JSON.stringify(cardNow())).not.toContain('complaint_answered');
    expect(wordsOf(cardNow())).not.toContain('not closed yet');
  });

  test('Undo in the window takes the complaint back, from the card too', async () => {
    await app.press(await app.ask('ACME'), 'customer_more');
    await app.press('modal', 'complaint_open');
    await choose({ channel: 'email', cause: 'price' });
    expect(wordsOf(cardNow())).toContain('Close complaint');
    await app.press('modal', 'follow_up_undo');
    expect(await app.rows('complaint')).toMatchObject([{ undone_at: expect.any(String) }]);
    expect(wordsOf(cardNow())).not.toContain('Close complaint');
  });

  test('a complaint about something else wants words, and says so beside the field', async () => {
    await app.press(await app.ask('ACME'), 'customer_more');
    await app.press('modal', 'complaint_open');
    expect(await choose({ channel: 'chat', cause: 'other' })).toMatchObject({
      kind: 'invalid',
      errors: { description: 'Please say it in 3 to 2000 characters.' },
    });
    expect(await app.rows('complaint')).toEqual([]);
  });

  test('whoever is too late to answer or close is told who it was, and sees the card as it is', async () => {
    await complain();
    const seen = await app.ask('ACME', 'sam');
    await app.press(await app.ask('ACME'), 'complaint_answered_1');
    await app.press(seen, 'complaint_answered_1', 'sam');
    const answers = app.harness.seenBy('sam').map(wordsOf);
    expect(answers.some((words) => words.includes('anna answered the complaint of ACME just now.'))).toBe(true);
    await app.press(await app.ask('ACME'), 'complaint_close_1');
    await choose({ resolution: 'Sent again' });
    await app.press(seen, 'complaint_close_1', 'sam');
    expect(app.harness.seenBy('sam').map(wordsOf).join()).toContain('This complaint of ACME is closed already.');
  });

  test('may be logged by nobody but those in charge, whenever the button was drawn', async () => {
    const card = await app.ask('ACME', 'lei');
    await app.press(card, 'customer_more', 'lei');
    await app.press('modal', 'complaint_open', 'lei');
    await choose({ channel: 'phone', cause: 'delivery' }, 'lei');
    expect(wordsOf(app.window('lei'))).toContain('ACME由其他同事负责');
    expect(await app.rows('complaint')).toEqual([]);
  });

  test('satisfaction takes two taps when it is due: the button, and the score', async () => {
    // In the book for so long that it is time wherever its place among the others is.
    await sql`update customer set created_at = '2024-03-05' where name = 'ACME'`.execute(app.context.db);
    await logContact(app.context, {
      customerId: await idOf('ACME'),
      method: 'phone',
      outcome: 'reached',
      source: 'cli',
    });
    const card = await app.ask('ACME');
    expect(wordsOf(card)).toContain('It is time to ask');
    await app.press(card, 'survey_open');
    await app.press('modal', 'survey_rate_2');
    expect(await app.rows('survey_result')).toMatchObject([{ score: 2, surveyed_on: '2026-03-05', comment: null }]);
    const said = wordsOf(app.window());
    expect(said).toContain('Satisfaction of ACME: 2 of 5.');
    expect(said).toContain('a call is planned for Fri 6 Mar');
    expect(wordsOf(cardNow())).toContain('2 of 5 on 5 Mar 2026');
    expect(JSON.stringify(cardNow())).not.toContain('survey_open');
    await app.press('modal', 'follow_up_undo');
    expect(await app.rows('survey_result')).toMatchObject([{ undone_at: expect.any(String) }]);
    expect(wordsOf(cardNow())).toContain('It is time to ask');
  });

  test('satisfaction can be logged at any time, and two taps record one score', async () => {
    await app.press(await app.ask('ACME'), 'customer_more');
    await app.press('modal', 'survey_open');
    const anna = app.harness.slack.person('anna');
    await Promise.all([anna.clickButton('modal', 'survey_rate_4'), anna.clickButton('modal', 'survey_rate_5')]);
    await app.harness.settled();
    const [row, ...more] = await app.rows('survey_result');
    expect(more).toEqual([]);
    expect(wordsOf(app.window())).toContain(`Satisfaction of ACME: ${String(row?.['score'])} of 5.`);
  });

  test('a contact that is logged with a satisfaction records it, and undoing the contact takes it back', async () => {
    await app.press(await app.ask('ACME'), 'follow_up_log');
    await choose({ satisfaction: '1', note: 'very angry' });
    expect(await app.rows('survey_result')).toMatchObject([{ score: 1, comment: 'very angry' }]);
    const follow = (await app.rows('follow_up')).find((row) => row['promise'] !== null);
    expect(follow).toMatchObject({ promised_on: '2026-03-06', promise: 'low satisfaction: very angry' });
    await app.press('modal', 'follow_up_undo');
    expect(await app.rows('survey_result')).toMatchObject([{ undone_at: expect.any(String) }]);
    expect((await app.rows('follow_up')).filter((row) => row['promise'] !== null)).toEqual([]);
  });

  test('a prospect is won from More…: it is a customer, and the card says what it is now', async () => {
    await app.press(await app.ask('North Works', 'sam'), 'customer_more', 'sam');
    expect(wordsOf(app.window('sam'))).toContain('Prospect');
    await app.press('modal', 'prospect_won', 'sam');
    expect(await choose({ amount: 'lots' }, 'sam')).toMatchObject({
      kind: 'invalid',
      errors: { amount: expect.any(String) },
    });
    expect(await choose({ amount: '1.2M', currency: 'E1', day: '2026-03-05' }, 'sam')).toMatchObject({
      kind: 'invalid',
    });
    await choose({ amount: '1.2M', currency: 'EUR' }, 'sam');
    const said = wordsOf(app.window('sam'));
    expect(said).toContain('North Works is won with €1,200,000, and is a customer now.');
    expect(said).toContain('Tier C → Tier ');
    expect(await customer('North Works')).toMatchObject({ stage: 'customer' });
    expect(wordsOf(cardNow('sam'))).toContain('Account value');
    await app.press('modal', 'follow_up_undo', 'sam');
    expect(await customer('North Works')).toMatchObject({ stage: 'prospect' });
  });

  test('a prospect is lost with a reason, and the card offers nothing of a prospect any more', async () => {
    await app.press(await app.ask('North Works', 'sam'), 'customer_more', 'sam');
    await app.press('modal', 'prospect_lost', 'sam');
    await choose({ reason: 'chose another vendor' }, 'sam');
    expect(wordsOf(app.window('sam'))).toContain('North Works is lost');
    expect(await customer('North Works')).toMatchObject({ status: 'lost', status_reason: 'chose another vendor' });
    expect(JSON.stringify(cardNow('sam'))).not.toContain('prospect_');
  });

  test('amount and date are asked for in tier A, on the card, and stand there once they are known', async () => {
    const card = await app.ask('East Works', 'sam');
    expect(wordsOf(card)).toContain('Expected amount and date are missing');
    await app.press(card, 'prospect_expected', 'sam');
    expect(await choose({ amount: '300,000', day: '2026-03-04' }, 'sam')).toMatchObject({
      kind: 'invalid',
      errors: { day: expect.stringContaining('today or a later day') },
    });
    await choose({ amount: '300,000', day: '2026-05-12' }, 'sam');
    expect(wordsOf(app.window('sam'))).toContain('East Works: Expected: 300,000 on 12 May 2026.');
    expect(wordsOf(cardNow('sam'))).toContain('Expected: 300,000 on 12 May 2026');
    await app.press(cardNow('sam'), 'prospect_expected', 'sam');
    expect(JSON.stringify(app.window('sam').content)).toContain('"initial_value":"300,000"');
  });
});
