import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { StoredMessage } from '../../../bot/local/workspace-state.ts';
import { type FollowUpApp, startFollowUpApp, wordsOf } from '../../support/follow-up-app.ts';

describe('a contact that is typed after /customer', () => {
  let app: FollowUpApp;
  beforeAll(async () => {
    app = await startFollowUpApp();
  });
  beforeEach(() => app.reset());
  afterAll(() => app.stop());

  /** Types what is answered with a window. */
  async function type(text: string, name = 'anna'): Promise<void> {
    await app.harness.slack.person(name).command('/customer', text, { channel: 'C0SALES' });
    await app.harness.settled();
  }

  test('is logged, and the answer says what was understood', async () => {
    const answer = await app.ask('ACME log called, wants a quote by Friday');
    expect(await app.rows('interaction')).toMatchObject([
      { method: 'phone', outcome: 'next-step', next_on: '2026-03-06', note: 'called, wants a quote by Friday' },
    ]);
    const words = wordsOf(answer);
    expect(words).toContain('Logged for ACME: Phone call · Agreed on a next step.');
    expect(words).toContain('Next contact: Fri 6 Mar.');
    expect(words).toContain('Note: called, wants a quote by Friday');
  });

  test('in Chinese too', async () => {
    const words = wordsOf(await app.ask('春晖电子 记录 打电话 周五前要报价', 'lei'));
    expect(words).toContain('已记录与春晖电子的联系：电话 · 约定了下一步。');
    expect(words).toContain('下次联系：3月6日（周五）。');
    expect(wordsOf(await app.ask('春晖登記昨天打電話，滿意度5分', 'yijun'))).toContain('已記錄與春晖电子的聯絡：電話');
    expect(await app.rows('interaction')).toContainEqual(
      expect.objectContaining({ method: 'phone', happened_on: '2026-03-04', satisfaction: 5 }),
    );
  });

  test('customers whose name has the word are found as before', async () => {
    expect(wordsOf(await app.ask('Prolog Ltd'))).toContain('Graded on');
    expect(wordsOf(await app.ask('Log Cabin Homes'))).toContain('Graded on');
    expect(wordsOf(await app.ask('Log Cabin Homes log called'))).toContain('Logged for Log Cabin Homes: Phone call');
    expect(wordsOf(await app.ask('prolog log called'))).toContain('Logged for Prolog Ltd: Phone call');
  });

  test('Undo takes it back where the answer stood', async () => {
    const answer = await app.ask('ACME log called');
    await app.press(answer, 'follow_up_undo');
    expect(await app.rows('interaction')).toMatchObject([{ undone_at: expect.any(String) }]);
    const [updated] = app.harness.slack.person('anna').visibleMessages('C0SALES').slice(-1);
    expect(updated?.ts).toBe(answer.ts);
    expect(wordsOf(updated ?? {})).toContain('Undone: ACME is as it was before.');
    expect(JSON.stringify(updated)).not.toContain('follow_up_undo');
  });

  test('Change opens the window with it, and what is saved takes its place', async () => {
    await app.press(await app.ask('ACME log called, wants a quote by Friday'), 'follow_up_change');
    const shown = JSON.stringify(app.window().content);
    expect(shown).toContain('wants a quote by Friday');
    expect(shown).toContain('"initial_date":"2026-03-06"');
    await app.submit({ method: 'visit', next_on: '2026-03-09' });
    const standing = (await app.rows('interaction')).filter((row) => row['undone_at'] === null);
    expect(standing).toMatchObject([{ method: 'visit', next_on: '2026-03-09', outcome: 'next-step' }]);
    expect(wordsOf(app.window())).toContain('Next contact: Mon 9 Mar.');
  });

  test('a note that tells of a complaint is a contact, and a button offers to log the complaint', async () => {
    const answer = await app.ask('ACME log called, they complained about late delivery');
    expect(await app.rows('interaction')).toHaveLength(1);
    expect(await app.rows('complaint')).toEqual([]);
    expect(wordsOf(answer)).toContain('Is that a complaint? Press “Complaint” to log it as one');
    await app.press(answer, 'complaint_open');
    await app.submit({ channel: 'phone', cause: 'delivery' });
    expect(await app.rows('complaint')).toMatchObject([{ cause: 'delivery' }]);
    expect(wordsOf(answer)).toContain('Logged for ACME');
    await app.harness.slack.person('anna').closeView('all');
    const again = await app.ask('ACME log called, they complained again');
    expect(JSON.stringify(again)).not.toContain('complaint_open');
    await app.context.db.deleteFrom('complaint').execute();
    await app.context.db.deleteFrom('service_measure').execute();
  });

  test('a complaint is offered in Chinese and in the window, but to nobody who may not log it', async () => {
    const offered = await app.ask('Log Cabin Homes 记录 打电话，客户投诉交货太慢', 'lei');
    expect(wordsOf(offered)).toContain('这是投诉吗？按“投诉”登记，以便按时答复。');
    expect(JSON.stringify(await app.ask('ACME log called, complained', 'lei'))).not.toContain('complaint_open');
    expect(JSON.stringify(await app.ask('ACME log called, no complaints'))).not.toContain('complaint_open');
    await app.press(await app.ask('Prolog Ltd'), 'follow_up_log');
    await app.submit({ note: 'complained about the invoice' });
    expect(wordsOf(app.window())).toContain('Is that a complaint?');
    await app.press('modal', 'complaint_open');
    expect(wordsOf(app.window())).toContain('New complaint');
    expect(await app.rows('complaint')).toEqual([]);
  });

  test('what does not fit is refused with the limit, and all that was typed is given back', async () => {
    const note = `called, ${'they told a long story. '.repeat(150)}the end`;
    const answer = await app.ask(`ACME log ${note}`);
    expect(wordsOf(answer)).toContain(
      `the note has ${note.length.toLocaleString('en')} characters, and at most 3,000 fit.`,
    );
    expect(typedIn(answer)).toBe(`ACME log ${note}`);
    expect(await app.rows('interaction')).toEqual([]);
    await app.ask(`ACME log ${note.slice(0, 3000)}`);
    expect(await app.rows('interaction')).toMatchObject([{ note: note.slice(0, 3000) }]);
    const unsaid = `ACME called, ${'打'.repeat(4000)}`;
    expect(typedIn(await app.ask(unsaid, 'lei'))).toBe(unsaid);
  });

  test('what was typed is given back where nobody has the name, nothing can be logged, or the window comes too late', async () => {
    expect(typedIn(await app.ask('Zzyzx log called, wants a quote'))).toBe('Zzyzx log called, wants a quote');
    const answer = await app.ask('ACME log called on 2 January 2020, wants a quote');
    expect(wordsOf(answer)).toContain('A contact is logged for today or before');
    expect(typedIn(answer)).toBe('called on 2 January 2020, wants a quote');
    app.harness.slack.failNext('views.open', { error: 'expired_trigger_id' });
    expect(typedIn(await app.ask('ACME log spoke to Bob, wants samples'))).toBe('spoke to Bob, wants samples');
  });

  test('what is left open is asked for in a window with all that was understood', async () => {
    await type('ACME log spoke to Bob, wants samples');
    expect(await app.rows('interaction')).toEqual([]);
    expect(wordsOf(app.window())).toContain('How were you in touch?');
    expect(JSON.stringify(app.window().content)).toContain('spoke to Bob, wants samples');
    await app.submit({ method: 'visit' });
    expect(await app.rows('interaction')).toMatchObject([{ method: 'visit', outcome: 'next-step' }]);
  });

  test('nothing said opens the empty window', async () => {
    await type('ACME log');
    expect(wordsOf(app.window())).not.toContain('Please check');
    await app.submit();
    expect(await app.rows('interaction')).toMatchObject([{ outcome: 'reached', note: null }]);
  });

  test('a name that several customers have is asked for in the window', async () => {
    await type('o log called');
    expect(JSON.stringify(app.window().content)).toContain('external_select');
    expect(JSON.stringify(app.window().content)).toContain('"initial_value":"called"');
  });

  test('without the word that logs it nothing is logged, but one press does', async () => {
    const answer = await app.ask('A-1 called, wants a quote by Friday');
    expect(wordsOf(answer)).toContain('Did you mean to log a contact with ACME?');
    expect(await app.rows('interaction')).toEqual([]);
    await app.press(answer, 'log_typed');
    expect(await app.rows('interaction')).toMatchObject([
      { method: 'phone', next_on: '2026-03-06', note: 'called, wants a quote by Friday' },
    ]);
    const [updated] = app.harness.slack.person('anna').visibleMessages('C0SALES').slice(-1);
    expect(wordsOf(updated ?? {})).toContain('Logged for ACME: Phone call · Agreed on a next step.');
    expect(wordsOf(await app.ask('春晖电子 打电话 周五前要报价', 'lei'))).toContain('您是想记录与春晖电子的联系吗？');
  });

  test('a longer name that nobody has is no contact', async () => {
    expect(wordsOf(await app.ask('ACME Garden Tools'))).not.toContain('log a contact');
    expect(wordsOf(await app.ask('Zzyzx called'))).not.toContain('log a contact');
  });

  test('a name that nobody has is said to be unknown', async () => {
    expect(wordsOf(await app.ask('Zzyzx log called'))).toContain('No customer is called “Zzyzx”.');
    expect(await app.rows('interaction')).toEqual([]);
  });
});

/** What an answer gives back to be copied. */
function typedIn({ blocks }: StoredMessage): string | undefined {
  const elements = (blocks ?? []).flatMap((block) => ('elements' in block ? [block.elements].flat() : []));
  const typed = elements.find((element) => (element as { type?: string }).type === 'rich_text_preformatted');
  return (typed as { elements: { text: string }[] } | undefined)?.elements.map(({ text }) => text).join('');
}
