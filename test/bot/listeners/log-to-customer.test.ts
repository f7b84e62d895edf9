import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type FollowUpApp, startFollowUpApp, wordsOf } from '../../support/follow-up-app.ts';

describe('Log to customer on a message', () => {
  let app: FollowUpApp;
  beforeAll(async () => {
    app = await startFollowUpApp();
  });
  beforeEach(() => app.reset());
  afterAll(() => app.stop());

  async function onMessage(text: string) {
    const anna = app.harness.slack.person('anna');
    const message = await anna.say('C0SALES', text);
    expect(await anna.shortcut('log_to_customer', message)).toEqual({ kind: 'done' });
    await app.harness.settled();
    return { anna, message };
  }

  test('logs the message’s words for the customer that is found by its name, with a link to the message', async () => {
    const { anna, message } = await onMessage('ACME wants <!channel> & a *quote*');
    const shown = JSON.stringify(app.window().content);
    expect(shown).toContain('"initial_value":"ACME wants <!channel> & a *quote*"');
    const options = await anna.suggestions('modal', 'find_customer', 'ac');
    expect(wordsOf(options)).toContain('ACME');
    const acme = options.find((option) => wordsOf(option).includes('ACME'));
    await app.submit({ find_customer: String(acme?.['value']) });
    expect(await app.rows('interaction')).toMatchObject([
      {
        customer_id: acme?.['value'],
        method: 'chat',
        outcome: 'reached',
        note: 'ACME wants <!channel> & a *quote*',
        link: `https://local.slack.com/archives/C0SALES/p${message.ts.replace('.', '')}`,
      },
    ]);
    expect(wordsOf(app.window())).toContain('Logged for ACME: Online chat · Reached.');
  });

  test('asks for the customer', async () => {
    await onMessage('hello');
    expect(await app.submit()).toMatchObject({ kind: 'invalid', errors: { find_customer: expect.any(String) } });
    expect(await app.rows('interaction')).toEqual([]);
  });

  test('takes a message of any length, and none', async () => {
    await onMessage('x'.repeat(4000));
    expect(wordsOf(app.window())).toContain('Log contact');
    expect(wordsOf(app.window())).toContain('only its first 3,000 characters fit here');
    await app.harness.slack.person('anna').closeView();
    await onMessage('&');
    expect(JSON.stringify(app.window().content)).toContain('"initial_value":"&"');
  });

  test('pressed too late says so', async () => {
    app.harness.slack.failNext('views.open', { error: 'expired_trigger_id' });
    const { anna } = await onMessage('hello');
    const [answer] = anna.visibleMessages('C0SALES').slice(-1);
    expect(wordsOf(answer ?? {})).toContain('message’s menu again');
  });

  test('suggests nobody when customers cannot be read', async () => {
    const { anna } = await onMessage('hello');
    app.harness.useCases.findCustomers = () => Promise.reject(new Error('boom'));
    expect(await anna.suggestions('modal', 'find_customer', 'ac')).toEqual([]);
    expect(app.harness.log).toContainEqual(expect.objectContaining({ level: 'error' }));
  });
});
