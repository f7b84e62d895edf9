import type { Locator } from 'playwright-core';
import { describe, expect } from 'vitest';
import { addDays } from '../../core/calendar-date.ts';
import { METHOD_TEXT, OUTCOME_TEXT } from '../../core/text/contact-text.ts';
import { FOLLOW_UP_LIST_TEXT } from '../../core/text/follow-up-list-text.ts';
import { FOLLOW_UP_TEXT } from '../../core/text/follow-up-text.ts';
import { PAGE_FORM_TEXT } from '../../core/text/page-form-text.ts';
import { PAGE_GUIDE_TEXT } from '../../core/text/page-guide-text.ts';
import { shortDay } from '../../core/text/short-day.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { goToWednesday } from '../support/go-to-wednesday.ts';
import { takePicture } from '../support/take-picture.ts';
import { composer, say } from '../support/workspace-page.ts';
import { hasBrowser, workspaceTest } from '../support/workspace-test.ts';

const list = FOLLOW_UP_LIST_TEXT.en;
const text = FOLLOW_UP_TEXT.en;

describe.skipIf(!hasBrowser)('the daily work on the page', () => {
  workspaceTest('a rep logs the first contact of the day in two taps, and takes it back', async ({ visit }) => {
    const page = await visit({ as: 'U0ANNA' });
    await goToWednesday(page, 'U0ANNA');
    await page.getByRole('button', { name: PAGE_GUIDE_TEXT.en.closeGuide }).click();
    const day = await say(page, '/followups', list.log);
    const [first, named] = await firstButton(day, list.logLabel(''));
    await takePicture(page, 'follow-ups');
    await expectAccessible(page);

    await first.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: text.save, exact: true }).click();
    await dialog.getByText(text.logged(named, '', '').split(':')[0] ?? '').waitFor();
    const own = day.getByRole('button', { name: list.logLabel(named) });
    await expect.poll(() => own.count()).toBe(0);
    expect(await day.innerText()).toContain(named);
    await expectAccessible(page);

    await dialog.getByRole('button', { name: text.undoLabel(named) }).click();
    await dialog.getByText(text.undone(named)).waitFor();
    await expect.poll(() => own.count()).toBe(1);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  workspaceTest('a contact is snoozed out of the day', async ({ visit }) => {
    const page = await visit({ as: 'U0ANNA' });
    await goToWednesday(page, 'U0ANNA');
    const day = await say(page, '/followups', list.log);
    const [first, named] = await firstButton(day, list.snoozeLabel(''));
    await first.click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await expectAccessible(page);
    await dialog.locator('button[type=submit]').click();
    await dialog.getByText(text.snoozed(named, '').trim().replace(/\.$/, '')).waitFor();
    await expect.poll(() => day.getByRole('button', { name: list.snoozeLabel(named) }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  workspaceTest('a typed contact is understood and taken back; where it is unsure it asks', async ({ visit }) => {
    const page = await visit({ as: 'U0ANNA' });
    const friday = addDays(await goToWednesday(page, 'U0ANNA'), 2);
    const typed = await say(page, '/customer C1001 log called, wants a quote by Friday', METHOD_TEXT.en.phone);
    const said = await typed.innerText();
    expect(said).toContain(text.logged('Acme Ltd', METHOD_TEXT.en.phone, OUTCOME_TEXT.en['next-step']));
    expect(said).toContain(text.next(shortDay(friday, addDays(friday, -2), 'en')));
    expect(said).toContain(text.noteLine('called, wants a quote by Friday'));
    await expectAccessible(page);
    await typed.getByRole('button', { name: text.undoLabel('Acme Ltd') }).click();
    await typed.filter({ hasText: text.undone('Acme Ltd') }).waitFor();

    await composer(page).fill('/customer C1001 log visit Monday');
    await composer(page).press('Enter');
    const dialog = page.getByRole('dialog', { name: text.log });
    await dialog.getByText(text.questions).waitFor();
    expect(await dialog.getByRole('textbox', { name: text.note }).inputValue()).toBe('visit Monday');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  workspaceTest('a message is logged to a customer by its menu', async ({ visit }) => {
    const page = await visit({ as: 'U0ANNA' });
    const message = await say(page, 'Acme wants ten more samples', 'ten more samples');
    await message.hover();
    await message.getByRole('button', { name: PAGE_FORM_TEXT.en.more }).click();
    const item = message.getByRole('menuitem', { name: 'Log to customer' });
    await item.waitFor();
    const [menu, field] = await Promise.all([message.getByRole('menu').boundingBox(), composer(page).boundingBox()]);
    expect((menu?.y ?? 0) + (menu?.height ?? Number.NaN)).toBeLessThan(field?.y ?? 0);
    await item.click();
    const dialog = page.getByRole('dialog', { name: text.log });
    const customer = dialog.getByRole('combobox', { name: text.customer, exact: true });
    await customer.click();
    await customer.pressSequentially('C1001');
    await dialog.getByRole('option', { name: /Acme Ltd/ }).click();
    expect(await dialog.getByRole('textbox', { name: text.note }).inputValue()).toContain('ten more samples');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: text.save, exact: true }).click();
    await dialog.getByText(text.logged('Acme Ltd', METHOD_TEXT.en.chat, OUTCOME_TEXT.en.reached)).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  workspaceTest('the same in Chinese', async ({ visit }) => {
    const [zhList, zh] = [FOLLOW_UP_LIST_TEXT['zh-CN'], FOLLOW_UP_TEXT['zh-CN']];
    const page = await visit({ as: 'U0LEI', locale: 'zh-CN' });
    const friday = addDays(await goToWednesday(page, 'U0LEI', 'zh-CN'), 2);
    const day = await say(page, '/followups', zhList.log, 'zh-CN');
    expect(await day.innerText()).toContain('今天要联系');
    await expectAccessible(page);
    await day.getByRole('button', { name: zhList.log, exact: false }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: zh.save, exact: true }).click();
    await dialog.getByRole('button', { name: zh.undo }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });

    const typed = await say(page, '/customer C1001 log 打电话 周五前要报价', METHOD_TEXT['zh-CN'].phone, 'zh-CN');
    expect(await typed.innerText()).toContain(zh.next(shortDay(friday, addDays(friday, -2), 'zh-CN')));
  });
});

/** The button of that label for the first contact of a list that no complaint keeps there, and the customer's name. */
async function firstButton(message: Locator, label: string) {
  const [, ...items] = (await message.innerText()).split(/^\d+\. /m);
  const index = items.findIndex((item) => !item.includes('complaint'));
  const button = message.getByRole('button', { name: label }).nth(index);
  const name = (await button.getAttribute('aria-label')) ?? '';
  return [message.getByRole('button', { name, exact: true }), name.slice(label.length)] as const;
}
