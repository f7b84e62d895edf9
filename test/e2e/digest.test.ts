import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { DIGEST_MESSAGE_TEXT } from '../../core/text/digest-message-text.ts';
import { FOLLOW_UP_LIST_TEXT } from '../../core/text/follow-up-list-text.ts';
import { FOLLOW_UP_TEXT } from '../../core/text/follow-up-text.ts';
import type { Language } from '../../core/text/language.ts';
import { PAGE_GUIDE_TEXT } from '../../core/text/page-guide-text.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { takePicture } from '../support/take-picture.ts';
import { composer, say } from '../support/workspace-page.ts';
import { hasBrowser, workspaceTest } from '../support/workspace-test.ts';

const text = DIGEST_MESSAGE_TEXT.en;

describe.skipIf(!hasBrowser)('a manager’s digest on the page', () => {
  workspaceTest(
    'is asked for, drawn as a chart, and leads from a number to its list and a customer’s card',
    async ({ visit }) => {
      const page = await visit({ as: 'U0SAM', size: { width: 1280, height: 1500 } });
      await composer(page).waitFor();
      await page.getByRole('button', { name: PAGE_GUIDE_TEXT.en.closeGuide }).click();
      const digest = await askedFor(page, '/tiers', 'en');
      await expectAccessible(page);
      await takePicture(page, 'digest');
      await openFirstList(page, digest, 'en');
    },
  );

  workspaceTest(
    'whom nobody called in time is logged from the list, which is there again afterwards',
    async ({ visit }) => {
      const page = await visit({ as: 'U0SAM' });
      const digest = await askedFor(page, '/tiers', 'en');
      await digest.getByRole('button', { name: text.allLabel('Overdue') }).click();
      const list = page.getByRole('dialog', { name: text.listTitle });
      const log = list.getByRole('button', { name: FOLLOW_UP_LIST_TEXT.en.logLabel('') }).first();
      await log.click();
      const window = page.getByRole('dialog', { name: FOLLOW_UP_TEXT.en.log });
      await window.getByRole('button', { name: FOLLOW_UP_TEXT.en.save, exact: true }).click();
      await window.getByRole('button', { name: FOLLOW_UP_TEXT.en.undo }).waitFor();
      await page.keyboard.press('Escape');
      await window.waitFor({ state: 'hidden' });
      await log.waitFor();
      await page.keyboard.press('Escape');
      await list.waitFor({ state: 'hidden' });
      const before = overdueIn(await digest.innerText());
      const after = overdueIn(await (await askedFor(page, '/tiers', 'en')).innerText());
      expect(after).toBe(before - 1);
    },
  );

  workspaceTest('in Chinese, on a phone', async ({ visit }) => {
    const page = await visit({ as: 'U0LEI', locale: 'zh-CN', size: { width: 390, height: 844 } });
    const digest = await askedFor(page, '/tiers', 'zh-CN');
    // nothing is wider than the phone
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await expectAccessible(page);
    await takePicture(page, 'digest-in-chinese');
    await openFirstList(page, digest, 'zh-CN');
  });
});

/** How many follow-ups a digest says are overdue. */
function overdueIn(words: string): number {
  return Number(/Overdue follow-ups: (\d+)/.exec(words)?.[1]);
}

async function askedFor(page: Page, line: string, language: Language): Promise<Locator> {
  const digest = await say(page, line, DIGEST_MESSAGE_TEXT[language].settings, language);
  await digest.locator('svg rect, svg path').first().waitFor();
  return digest;
}

/** Opens the list behind a section's number, and in it the first customer's card. */
async function openFirstList(page: Page, digest: Locator, language: Language): Promise<void> {
  const words = DIGEST_MESSAGE_TEXT[language];
  await digest.getByRole('button', { name: words.all }).first().click();
  const list = page.getByRole('dialog', { name: words.listTitle });
  const card = list.getByRole('button', { name: words.card, exact: false }).first();
  await card.waitFor();
  await expectAccessible(page);
  const name = ((await card.getAttribute('aria-label')) ?? '').replace(words.cardLabel(''), '');
  expect(name).not.toBe('');
  await card.click();
  const opened = page.getByRole('dialog', { name: words.cardTitle });
  await opened.getByText(name).first().waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await opened.waitFor({ state: 'hidden' });
  await card.waitFor();
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'hidden' });
}
