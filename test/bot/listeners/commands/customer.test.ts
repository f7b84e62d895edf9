import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { importTable } from '../../../../bot/use-cases/import-table.ts';
import { type FollowUpApp, startFollowUpApp, wordsOf } from '../../../support/follow-up-app.ts';
import { tableOf } from '../../../support/table-reading.ts';

describe('/customer with a question', () => {
  let app: FollowUpApp;
  beforeAll(async () => {
    app = await startFollowUpApp();
  });
  beforeEach(() => app.reset());
  afterAll(() => app.stop());

  test.each([
    'ACME why',
    'acme why?',
    'why ACME',
    'why is ACME a B?',
    'ACME 为什么',
    'ACME為什麼？',
    'ACME 原因',
    '为什么 ACME',
    '为什么ACME？',
    '原因 ACME',
  ])('%j tells the reasons of ACME', async (text) => {
    const answer = await app.ask(text);
    expect(wordsOf(answer)).toMatch(/^ACME: Tier A\n/);
    expect(wordsOf(answer)).toContain('Where the tiers begin');
    expect(JSON.stringify(answer.blocks)).not.toContain('file_add');
  });

  test('the reasons of a customer with a Chinese name are told in Chinese', async () => {
    expect(wordsOf(await app.ask('春晖电子为什么', 'lei'))).toContain('各等级的起点');
    expect(wordsOf(await app.ask('为什么春晖电子？', 'lei'))).toContain('春晖电子：等级 C');
  });

  test('what-if without a name asks for the name', async () => {
    for (const text of ['what if sales were 5m', 'what if payment=95%', 'if payment=95%'])
      expect(wordsOf(await app.ask(text))).toContain(`Put the name first: “ACME ${text}”.`);
    expect(wordsOf(await app.ask('ACME what if sales were 5m'))).toContain('Sales amount 900 → 5,000,000');
  });

  test('the reasons of nobody are told to be of nobody', async () => {
    expect(wordsOf(await app.ask('Zzyzx why'))).toContain('No customer is called “Zzyzx”.');
    expect(wordsOf(await app.ask('Why Not Ltd'))).toContain('No customer is called “Why Not Ltd”.');
  });

  test('a customer of whose name the word is a part is shown by its card', async () => {
    await importTable(app.context, tableOf({ key: 'W-1', name: 'ACME Why' }));
    expect(JSON.stringify((await app.ask('acme why')).blocks)).toContain('customer_card_buttons');
  });
});
