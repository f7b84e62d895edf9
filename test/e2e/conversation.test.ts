import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { CARD_TEXT } from '../../core/text/card-text.ts';
import { METHOD_TEXT, OUTCOME_TEXT } from '../../core/text/contact-text.ts';
import { CONVERSATION_TEXT } from '../../core/text/conversation-text.ts';
import { FOLLOW_UP_LIST_TEXT } from '../../core/text/follow-up-list-text.ts';
import { FOLLOW_UP_TEXT } from '../../core/text/follow-up-text.ts';
import type { Language } from '../../core/text/language.ts';
import { PAGE_GUIDE_TEXT } from '../../core/text/page-guide-text.ts';
import { PAGE_TEXT } from '../../core/text/page-text.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { composer } from '../support/workspace-page.ts';
import { hasBrowser, workspaceTest } from '../support/workspace-test.ts';

const card = CARD_TEXT.en;
const text = PAGE_TEXT.en;

describe.skipIf(!hasBrowser)('a conversation with the bot on the page', () => {
  workspaceTest(
    'questions are answered in the direct message, and a card’s thread logs to its customer',
    async ({ visit }) => {
      const page = await visit({ as: 'U0ANNA' });
      await openDirectMessage(page);
      const list = FOLLOW_UP_LIST_TEXT.en;
      await tell(page, 'who should I call today', new RegExp(`${list.log}|${list.nothingDue('today')}|day`));
      await tell(page, '今天该联系谁', new RegExp(`${list.log}|${list.nothingDue('today')}|day`));
      const why = await tell(page, 'why is ACME B', 'Acme Ltd');
      expect(await why.innerText()).toContain(card.tier('').trim());
      const shown = await tell(page, 'ACME', card.share);
      await expectAccessible(page);

      await shown.hover();
      await shown.getByRole('button', { name: text.replyInThread }).click();
      const thread = page.getByRole('complementary', { name: text.thread });
      const reply = thread.getByRole('combobox', { name: text.composer });
      await reply.fill('log called, wants a quote by Friday');
      await reply.press('Enter');
      const logged = FOLLOW_UP_TEXT.en.logged('Acme Ltd', METHOD_TEXT.en.phone, OUTCOME_TEXT.en['next-step']);
      await thread.getByText(logged).first().waitFor();
      await thread.getByRole('button', { name: FOLLOW_UP_TEXT.en.undoLabel('Acme Ltd') }).waitFor();
      await reply.fill('why');
      await reply.press('Enter');
      await thread.getByText('Acme Ltd').nth(2).waitFor();
      await expectAccessible(page);

      await tell(page, 'what is the meaning of tea and of everything else?', CONVERSATION_TEXT.en.notUnderstood);
    },
  );

  workspaceTest('a mention in a channel is answered to who wrote it alone', async ({ visit }) => {
    const page = await visit({ as: 'U0LEI', locale: 'zh-CN' });
    const answer = await tell(page, '@tierbook 今天该联系谁', /今天|休息/u, 'zh-CN');
    expect(await answer.innerText()).toContain(PAGE_TEXT['zh-CN'].onlyYou);
    const other = await visit({ as: 'U0ANNA' });
    await composer(other).waitFor();
    await other.getByText('今天该联系谁').waitFor();
    expect(await other.getByText(PAGE_TEXT.en.onlyYou).count()).toBe(0);
  });
});

async function openDirectMessage(page: Page): Promise<void> {
  await composer(page).waitFor();
  await page.getByRole('button', { name: PAGE_GUIDE_TEXT.en.closeGuide }).click();
  await page.getByRole('navigation').getByRole('button', { name: 'Tierbook' }).click();
  await page.getByRole('heading', { name: 'Tierbook' }).waitFor();
  await composer(page).waitFor();
}

/** Writes to the bot and gives its answer, which follows what was written. */
async function tell(page: Page, line: string, part: string | RegExp, language: Language = 'en'): Promise<Locator> {
  const messages = page.getByRole('main').getByRole('article');
  await composer(page, language).fill(line);
  const before = await messages.count();
  await composer(page, language).press('Escape');
  await composer(page, language).press('Enter');
  const answer = messages.nth(before + 1);
  await answer.filter({ hasText: part }).waitFor();
  return answer;
}
