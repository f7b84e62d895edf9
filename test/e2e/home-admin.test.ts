import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { HOME_MEMBER_TEXT } from '../../core/text/home-member-text.ts';
import { HOME_SCHEME_TEXT } from '../../core/text/home-scheme-text.ts';
import { HOME_TEXT } from '../../core/text/home-text.ts';
import type { Language } from '../../core/text/language.ts';
import { LANGUAGE_NAMES } from '../../core/text/language-names.ts';
import { PAGE_GUIDE_TEXT } from '../../core/text/page-guide-text.ts';
import { PAGE_TEXT } from '../../core/text/page-text.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { takePicture } from '../support/take-picture.ts';
import { say } from '../support/workspace-page.ts';
import { hasBrowser, workspaceTest } from '../support/workspace-test.ts';

const text = HOME_SCHEME_TEXT.en;
/** The Slack id of the sample workspace's admin. */
const SAM = 'U0SAM';

describe.skipIf(!hasBrowser)('what admins do on the Home tab', () => {
  workspaceTest('a scheme is published after a simulation, changes a card, and is rolled back', async ({ visit }) => {
    const page = await visit({ as: SAM });
    await page.getByRole('button', { name: PAGE_GUIDE_TEXT.en.closeGuide }).click();
    await openHome(page);
    await goTo(page, 'schemes');
    await main(page).getByText('“Account value”').waitFor();
    await expectAccessible(page);

    await main(page)
      .getByRole('button', { name: `${text.publish} ${text.heading.customers}` })
      .click();
    const dialog = page.getByRole('dialog');
    await choose(dialog, `${text.scheme} · ${text.heading.customers}`, 'Medal');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: text.simulate, exact: true }).click();
    await dialog.getByText('customers by “').waitFor();
    await dialog.getByText('Hours a month by the playbooks').waitFor();
    await takePicture(page, 'home-simulation');
    await expectAccessible(page);
    await publish(page, dialog);
    await main(page).getByText('“Medal”').waitFor();
    await openChannel(page);
    expect(await tierOnCard(page)).toMatch(/^(Gold|Silver|Bronze)$/);

    await openHome(page);
    await main(page)
      .getByRole('button', { name: /^Roll back to “Account value”/ })
      .click();
    await dialog.getByText(text.rollBackHeading).waitFor();
    await publish(page, dialog);
    await main(page).getByText('“Account value”', { exact: false }).first().waitFor();
    await openChannel(page);
    expect(await tierOnCard(page)).toMatch(/^[A-D]$/);
  });

  workspaceTest('an admin reads the pages in the language that was chosen', async ({ visit }) => {
    const page = await visit({ as: SAM });
    await openHome(page);
    await goTo(page, 'members');
    await main(page)
      .getByRole('button', { name: HOME_MEMBER_TEXT.en.openLabel('sam') })
      .click();
    await main(page)
      .getByRole('button', { name: `${HOME_MEMBER_TEXT.en.edit} sam` })
      .click();
    const dialog = page.getByRole('dialog');
    await choose(dialog, HOME_MEMBER_TEXT.en.fieldLanguage, LANGUAGE_NAMES['zh-CN']);
    await expectAccessible(page);
    await dialog.getByRole('button', { name: HOME_MEMBER_TEXT.en.save, exact: true }).click();
    await dialog.getByText(HOME_MEMBER_TEXT.en.saved('sam')).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    for (const [tab, words] of [
      ['schemes', '客户价值'],
      ['members', '位成员'],
      ['calendar', '周末'],
      ['workspace', '运行状况'],
    ] as const) {
      await goTo(page, tab, 'zh-CN');
      await main(page).getByText(words).first().waitFor();
      await expectAccessible(page);
    }
  });
});

function main(page: Page): Locator {
  return page.getByRole('main');
}

/** Opens the bot's Home tab. */
async function openHome(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Tierbook' }).click();
  await main(page).getByRole('tab', { name: PAGE_TEXT.en.homeTab }).click();
  await main(page).getByRole('button', { name: HOME_TEXT.en.tabs.day }).waitFor();
}

async function openChannel(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: /sales/ }).click();
}

/** The tier that Acme's card names first. */
async function tierOnCard(page: Page): Promise<string> {
  const card = await (await say(page, '/customer C1001', 'Acme Ltd')).innerText();
  return /Tier (\w+)/.exec(card)?.[1] ?? '';
}

/** Presses the button of a page and waits until it is the one that is shown. */
async function goTo(page: Page, tab: keyof (typeof HOME_TEXT)['en']['tabs'], language: Language = 'en') {
  const { isHere, tabs } = HOME_TEXT[language];
  await main(page).getByRole('button', { name: tabs[tab], exact: true }).click();
  await main(page)
    .getByRole('button', { name: isHere(tabs[tab]) })
    .waitFor();
}

/** Publishes what is simulated, and closes the window. */
async function publish(page: Page, dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: text.publishNow, exact: true }).click();
  await page
    .getByRole('dialog', { name: /^Publish “/ })
    .getByRole('button', { name: text.publishNow, exact: true })
    .click();
  await dialog.getByText('is now used for customers.').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
}

/** Chooses in a menu of a window. */
async function choose(dialog: Locator, label: string, option: string): Promise<void> {
  const menu = dialog.getByRole('combobox', { name: label });
  await menu.click();
  await menu.fill(option);
  await dialog
    .getByRole('option', { name: new RegExp(option) })
    .first()
    .click();
}
