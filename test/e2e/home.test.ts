import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { DIGEST_MESSAGE_TEXT } from '../../core/text/digest-message-text.ts';
import { FOLLOW_UP_LIST_TEXT } from '../../core/text/follow-up-list-text.ts';
import { FOLLOW_UP_TEXT } from '../../core/text/follow-up-text.ts';
import { HOME_BOOK_TEXT } from '../../core/text/home-book-text.ts';
import { HOME_TEAM_TEXT } from '../../core/text/home-team-text.ts';
import { HOME_TEXT } from '../../core/text/home-text.ts';
import type { Language } from '../../core/text/language.ts';
import { PAGE_GUIDE_TEXT } from '../../core/text/page-guide-text.ts';
import { PAGE_TEXT } from '../../core/text/page-text.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { goToWednesday } from '../support/go-to-wednesday.ts';
import { takePicture } from '../support/take-picture.ts';
import { hasBrowser, workspaceTest } from '../support/workspace-test.ts';

const list = FOLLOW_UP_LIST_TEXT.en;
const PHONE = { width: 390, height: 844 };

describe.skipIf(!hasBrowser)('what reps and managers do on the Home tab', () => {
  workspaceTest('a rep logs a contact and sees how far the day is, then looks at the book', async ({ visit }) => {
    const page = await visit({ as: 'U0ANNA' });
    await goToWednesday(page, 'U0ANNA');
    await page.getByRole('button', { name: PAGE_GUIDE_TEXT.en.closeGuide }).click();
    await openHome(page);
    const first = await firstContact(page, list.logLabel(''));
    await takePicture(page, 'home-day');
    await expectAccessible(page);
    await first.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: FOLLOW_UP_TEXT.en.save, exact: true }).click();
    await dialog.getByRole('button', { name: FOLLOW_UP_TEXT.en.undo }).waitFor();
    await close(page, dialog);
    await main(page)
      .getByText(/^1 of \d+ done, /)
      .waitFor();
    await expectAccessible(page);

    await goTo(page, 'book');
    await main(page).getByText(HOME_BOOK_TEXT.en.title, { exact: true }).last().waitFor();
    await expectAccessible(page);
    await main(page)
      .getByRole('button', { name: /^Tier .+Show the customers of Tier/ })
      .first()
      .click();
    await dialog.getByRole('button', { name: DIGEST_MESSAGE_TEXT.en.card }).first().click();
    await dialog.getByText(DIGEST_MESSAGE_TEXT.en.cardTitle, { exact: true }).waitFor();
    await expectAccessible(page);
  });

  workspaceTest('a manager opens the team, a rep, and the list behind a number', async ({ visit }) => {
    const language = 'zh-TW';
    const text = HOME_TEAM_TEXT[language];
    const page = await visit({ as: 'U0YIJUN', locale: 'zh-TW' });
    await goToWednesday(page, 'U0YIJUN', language);
    await page.getByRole('button', { name: PAGE_GUIDE_TEXT[language].closeGuide }).click();
    await openHome(page, language);
    await goTo(page, 'team', language);
    await main(page).getByText(text.signings, { exact: true }).waitFor();
    await takePicture(page, 'home-team');
    await expectAccessible(page);
    await main(page)
      .getByRole('button', { name: /^逾期：/ })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: DIGEST_MESSAGE_TEXT[language].card }).first().waitFor();
    await expectAccessible(page);
    await close(page, dialog);
    await main(page)
      .getByRole('button', { name: text.openLabel('anna') })
      .click();
    await main(page).getByText(HOME_BOOK_TEXT[language].titleOf('anna'), { exact: true }).waitFor();
    await expectAccessible(page);
    await main(page)
      .getByRole('button', { name: text.digestOf('anna') })
      .click();
    await main(page).getByRole('button', { name: DIGEST_MESSAGE_TEXT[language].settings }).waitFor();
    await expectAccessible(page);
  });

  workspaceTest('on a phone in Chinese nothing is cut off', async ({ visit }) => {
    const page = await visit({ as: 'U0LEI', locale: 'zh-CN' });
    await page.getByRole('button', { name: PAGE_GUIDE_TEXT['zh-CN'].closeGuide }).click();
    await openHome(page, 'zh-CN');
    await goTo(page, 'book', 'zh-CN');
    await main(page).getByText(HOME_BOOK_TEXT['zh-CN'].title, { exact: true }).last().waitFor();
    await page.setViewportSize(PHONE);
    await expectAccessible(page);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
  });
});

function main(page: Page): Locator {
  return page.getByRole('main');
}

async function close(page: Page, dialog: Locator): Promise<void> {
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
}

/** Opens the bot's Home tab. */
async function openHome(page: Page, language: Language = 'en'): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Tierbook' }).click();
  await main(page).getByRole('tab', { name: PAGE_TEXT[language].homeTab }).click();
  await main(page).getByRole('button', { name: HOME_TEXT[language].tabs.day }).waitFor();
}

/** Presses the button of a page and waits until it is the one that is shown. */
async function goTo(page: Page, tab: keyof (typeof HOME_TEXT)['en']['tabs'], language: Language = 'en') {
  const { isHere, tabs } = HOME_TEXT[language];
  await main(page).getByRole('button', { name: tabs[tab], exact: true }).click();
  await main(page)
    .getByRole('button', { name: isHere(tabs[tab]) })
    .waitFor();
}

/** The button of that label for the first contact of the day that no complaint keeps there. */
async function firstContact(page: Page, label: string): Promise<Locator> {
  await main(page).getByRole('button', { name: label }).first().waitFor();
  const [, ...items] = (await main(page).innerText()).split(/^\d+\. /m);
  const index = items.findIndex((item) => !item.includes('complaint'));
  return main(page).getByRole('button', { name: label }).nth(index);
}
