import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { assignRole } from '../../../bot/use-cases/members.ts';
import { refreshFollowUps } from '../../../bot/use-cases/refresh-follow-ups.ts';
import { type FollowUpApp, startFollowUpApp, wordsOf } from '../../support/follow-up-app.ts';

describe('acting on follow-ups in Slack', () => {
  let app: FollowUpApp;
  beforeAll(async () => {
    app = await startFollowUpApp();
  });
  beforeEach(() => app.reset());
  afterAll(() => app.stop());

  const clock = (time: string) => app.context.clock.set(`2026-03-05T${time}:00Z`);
  const customer = async (name: string) => (await app.rows('customer')).find((row) => row['name'] === name);
  const followUp = async (name: string) => {
    const id = (await customer(name))?.['id'];
    return (await app.rows('follow_up')).find((row) => row['customer_id'] === id);
  };

  test('two taps log a contact, the window says what comes next, and the card follows', async () => {
    const card = await app.ask('ACME');
    expect(wordsOf(card)).toContain('none on record');
    await app.press(card, 'follow_up_log');
    expect(wordsOf(app.window())).toContain('How were you in touch?');
    expect(await app.submit()).toMatchObject({ kind: 'done' });
    expect(await app.rows('interaction')).toMatchObject([
      { method: expect.any(String), outcome: 'reached', happened_on: '2026-03-05', source: 'slack', note: null },
    ]);
    const said = wordsOf(app.window());
    expect(said).toMatch(/Logged for ACME: .+ · Reached\./);
    expect(said).toMatch(/Next contact: \w{3} \d+ \w+\./);
    const [updated] = app.harness.slack.person('anna').visibleMessages('C0SALES').slice(-1);
    expect(updated?.ts).toBe(card.ts);
    expect(wordsOf(updated ?? {})).toContain('5 Mar 2026 · today');
  });

  test('everything that is filled in is logged, and what is wrong is said beside its field', async () => {
    await app.press(await app.ask('ACME'), 'follow_up_log');
    expect(await app.submit({ next_on: '2026-03-04' })).toMatchObject({
      kind: 'invalid',
      errors: { next_on: expect.stringContaining('today or later') },
    });
    expect(await app.submit({ happened_on: '2026-03-06', next_on: '2026-03-13' })).toMatchObject({
      kind: 'invalid',
      errors: { happened_on: expect.stringContaining('today or before') },
    });
    const filled = { method: 'visit', outcome: 'next-step', note: 'wants a *quote*', satisfaction: '4' };
    await app.submit({ ...filled, happened_on: '2026-03-04' });
    expect(await app.rows('interaction')).toMatchObject([
      { ...filled, satisfaction: 4, happened_on: '2026-03-04', next_on: '2026-03-13' },
    ]);
    expect(await followUp('ACME')).toMatchObject({ promised_on: '2026-03-13', promise: 'wants a *quote*' });
    expect(wordsOf(app.window())).toContain('Next contact: Fri 13 Mar.');
    // the day that was agreed is proposed the next time
    await app.harness.slack.person('anna').closeView();
    await app.press(await app.ask('ACME'), 'follow_up_log');
    expect(JSON.stringify(app.window().content)).toContain('"initial_date":"2026-03-13"');
  });

  test('Undo in the window puts everything back, the card too', async () => {
    const before = await followUp('ACME');
    const card = await app.ask('ACME');
    await app.press(card, 'follow_up_log');
    await app.submit();
    await app.press('modal', 'follow_up_undo');
    expect(wordsOf(app.window())).toContain('Undone: ACME is as it was before.');
    expect(await followUp('ACME')).toEqual(before);
    const [updated] = app.harness.slack.person('anna').visibleMessages('C0SALES').slice(-1);
    expect(wordsOf(updated ?? {})).toContain('none on record');
  });

  test('a day that was asked for is put anew when something is done by its buttons, and when it is undone', async () => {
    const anna = app.harness.slack.person('anna');
    const shown = () => anna.visibleMessages('C0SALES').slice(-1)[0] ?? expect.fail();
    await app.context.db.updateTable('customer').set({ next_contact_on: '2026-03-05' }).execute();
    await refreshFollowUps(app.context, 'all');
    await anna.command('/followups', '', { channel: 'C0SALES' });
    await app.harness.settled();
    const list = shown();
    expect(wordsOf(list)).toContain('3 contacts today');
    for (const action of ['follow_up_log_1', 'follow_up_snooze_1', 'follow_up_skip_1']) {
      await app.press(shown(), action);
      await app.submit(action.includes('skip') ? { reason: 'closed' } : {});
      expect(shown().ts).toBe(list.ts);
      expect(wordsOf(shown())).toContain('2 contacts today');
      await app.press('modal', 'follow_up_undo');
      expect(wordsOf(shown())).toContain('3 contacts today');
      await anna.closeView('all');
    }
  });

  test('Snooze proposes days on which the owner works, each once', async () => {
    const proposed = async () => {
      await app.press(await app.ask('ACME'), 'customer_more');
      await app.press('modal', 'follow_up_snooze');
      // the one that is chosen stands there twice
      const days = new Set(wordsOf(app.window()).match(/.+ · \w{3} \d+ Mar/g));
      await app.harness.slack.person('anna').closeView('all');
      return [...days];
    };
    expect(await proposed()).toEqual(['Tomorrow · Fri 6 Mar', 'Next week · Mon 9 Mar', 'In a week · Thu 12 Mar']);
    app.context.clock.set('2026-03-06T08:00:00Z');
    expect(await proposed()).toEqual(['Next working day · Mon 9 Mar', 'In a week · Fri 13 Mar']);
    app.context.clock.set('2026-03-09T08:00:00Z');
    const fromMonday = ['Tomorrow · Tue 10 Mar', 'In 3 days · Thu 12 Mar', 'Next week · Mon 16 Mar'];
    expect(await proposed()).toEqual(fromMonday);
  });

  test('Undo too late is refused with a sentence', async () => {
    await app.press(await app.ask('ACME'), 'follow_up_log');
    await app.submit();
    clock('08:11');
    await app.press('modal', 'follow_up_undo');
    expect(wordsOf(app.window())).toContain('can only be undone for 10 minutes');
    expect(await app.rows('interaction')).toMatchObject([{ undone_at: null }]);
  });

  test('who was quicker is told when the window opens, and the contact can be logged all the same', async () => {
    const seen = await app.ask('ACME', 'sam');
    clock('08:05');
    await app.press(await app.ask('ACME'), 'follow_up_log');
    await app.submit();
    clock('08:07');
    await app.press(seen, 'follow_up_log', 'sam');
    expect(wordsOf(app.window('sam'))).toContain('anna logged a contact with ACME 2 minutes ago.');
    expect(wordsOf(app.window('sam'))).toContain('Log anyway');
    await app.submit({}, 'sam');
    expect(await app.rows('interaction')).toHaveLength(2);
  });

  test('who was quicker while the window was open is told when it is sent, and nothing that was typed is lost', async () => {
    await app.press(await app.ask('ACME', 'sam'), 'follow_up_log', 'sam');
    const card = await app.ask('ACME');
    clock('08:05');
    await app.press(card, 'follow_up_log');
    await app.submit();
    await app.submit({ note: 'saw them at the fair', method: 'event' }, 'sam');
    expect(await app.rows('interaction')).toHaveLength(1);
    expect(wordsOf(app.window('sam'))).toContain('anna logged a contact with ACME just now.');
    expect(JSON.stringify(app.window('sam').content)).toContain('saw them at the fair');
    await app.submit({}, 'sam');
    expect((await app.rows('interaction')).map((row) => row['method'])).toContain('event');
  });

  test('for a snooze there is nothing to do any more once somebody was quicker', async () => {
    const seen = await app.ask('ACME', 'sam');
    clock('08:05');
    await app.press(await app.ask('ACME'), 'follow_up_log');
    await app.submit();
    await app.press(seen, 'customer_more', 'sam');
    await app.press('modal', 'follow_up_snooze', 'sam');
    expect(wordsOf(app.window('sam'))).toContain('anna logged a contact with ACME just now.');
    expect(app.window('sam').content['submit']).toBeUndefined();
  });

  test('buttons and windows that Slack delivers twice do one thing', async () => {
    const { slack } = app.harness;
    /** How often the app asked Slack for something. */
    const calls = () => slack.traffic.entries.filter(({ kind }) => kind === 'call').length;
    const deliveredAgain = async () => {
      const before = calls();
      expect(await slack.socketMode.repeatLast()).toMatchObject({ kind: 'acked' });
      await app.harness.settled();
      expect(calls()).toBe(before);
    };
    await app.press(await app.ask('ACME'), 'follow_up_log');
    await deliveredAgain();
    await app.submit();
    await deliveredAgain();
    expect(await app.rows('interaction')).toHaveLength(1);
    expect(await app.rows('member_action')).toMatchObject([{ undone_at: null }]);
    await app.press('modal', 'follow_up_undo');
    await deliveredAgain();
    expect(await app.rows('member_action')).toMatchObject([{ undone_at: expect.any(String) }]);
    expect(wordsOf(app.window())).toContain('Undone: ACME is as it was before.');
  });

  test('a window that is sent twice logs once', async () => {
    await app.press(await app.ask('ACME'), 'follow_up_log');
    const window = app.window();
    await app.submit();
    const interactive = { ...window, id: window.id };
    await app.harness.useCases.logContact(app.context, {
      customerId: String((await customer('ACME'))?.['id']),
      method: 'phone',
      outcome: 'reached',
      source: 'slack',
      requestId: `view:${interactive.id}`,
    });
    expect(await app.rows('interaction')).toHaveLength(1);
  });

  test('Snooze, Skip, Pause and Resume from the More window', async () => {
    const open = async (action: string) => {
      await app.press(await app.ask('ACME'), 'customer_more');
      await app.press('modal', action);
      return app.window();
    };
    expect(wordsOf(await open('follow_up_snooze'))).toContain('Tomorrow · Fri 6 Mar');
    await app.submit();
    expect(wordsOf(app.window())).toContain('ACME is snoozed until Fri 6 Mar.');
    expect(await followUp('ACME')).toMatchObject({ snoozed_until: '2026-03-06' });
    await open('follow_up_snooze');
    expect(await app.submit({ day: '2026-03-05' })).toMatchObject({
      errors: { day: expect.stringContaining('after today') },
    });
    await app.submit({ day: '2026-03-25' });
    expect(await followUp('ACME')).toMatchObject({ snoozed_until: '2026-03-25' });
    await open('follow_up_skip');
    expect(await app.submit({ reason: 'no' })).toMatchObject({
      errors: { reason: expect.stringContaining('3 to 500') },
    });
    await app.submit({ reason: 'on holiday' });
    expect(await followUp('ACME')).toMatchObject({ skipped_on: '2026-03-05', snoozed_until: null });
    await open('follow_up_pause');
    await app.submit();
    expect(wordsOf(app.window())).toContain('ACME is paused.');
    expect(wordsOf(await open('follow_up_resume'))).toContain('ACME is followed up again.');
    await app.press('modal', 'follow_up_undo');
    expect(await followUp('ACME')).toMatchObject({ is_paused: true });
  });

  test('each action is authorised when it happens', async () => {
    const role = (of: 'manager' | 'rep') => assignRole(app.context, app.context.actor.workspaceId, 'U0ANNA', of);
    // Log Cabin Homes is Lei's.
    await app.press(await app.ask('Log Cabin Homes'), 'customer_more');
    expect(JSON.stringify(app.window())).not.toMatch(/follow_up_(snooze|skip|pause|resume|reassign)/);
    await app.harness.slack.person('anna').closeView();
    await role('manager');
    const card = await app.ask('Log Cabin Homes');
    await app.press(card, 'customer_more');
    await app.press('modal', 'follow_up_skip');
    await role('rep');
    await app.submit({ reason: 'on holiday' });
    expect(wordsOf(app.window())).toContain('looked after by somebody else');
    await app.harness.slack.person('anna').closeView();
    await role('manager');
    await app.press(card, 'customer_more');
    await app.press('modal', 'follow_up_reassign');
    await role('rep');
    const anna = (await app.rows('member')).find((row) => row['slack_user_id'] === 'U0ANNA')?.['id'];
    await app.submit({ owner: String(anna) });
    expect(wordsOf(app.window())).toContain('Only managers and admins can give Log Cabin Homes to somebody else.');
    await app.harness.slack.person('anna').closeView();
    await role('manager');
    await app.press(card, 'customer_more');
    await app.press('modal', 'follow_up_reassign');
    await app.submit({ owner: String(anna) });
    expect(wordsOf(app.window())).toContain('anna looks after Log Cabin Homes from now on.');
    expect(await followUp('Log Cabin Homes')).toMatchObject({ owner_id: anna });
  });

  test('a customer that is gone is said to be gone', async () => {
    const card = await app.ask('ACME');
    app.harness.useCases.showCustomer = async () => undefined;
    await app.press(card, 'follow_up_log');
    const [answer] = app.harness.slack.person('anna').visibleMessages('C0SALES').slice(-1);
    expect(wordsOf(answer ?? {})).toContain('no longer on file');
  });

  test('a failure that nobody foresaw is told in the window', async () => {
    await app.press(await app.ask('ACME'), 'follow_up_log');
    app.harness.useCases.logContact = () => Promise.reject(new Error('boom'));
    await app.submit();
    expect(wordsOf(app.window())).toContain('That did not work');
  });
});
