import { request } from 'node:http';
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { UploadedTable } from '../../bot/local/page-protocol.ts';
import { BOT_TEXT } from '../../core/text/bot-text.ts';
import { CARD_TEXT } from '../../core/text/card-text.ts';
import { fieldTitle } from '../../core/text/field-titles.ts';
import { importSummary } from '../../core/text/import-text.ts';
import { OVERRIDE_TEXT } from '../../core/text/override-text.ts';
import { PAGE_GUIDE_TEXT } from '../../core/text/page-guide-text.ts';
import { PAGE_TABLE_TEXT } from '../../core/text/page-table-text.ts';
import { PAGE_TEXT } from '../../core/text/page-text.ts';
import { PAGE_TRAFFIC_TEXT } from '../../core/text/page-traffic-text.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { pageClient } from '../support/page-client.ts';
import { takePicture } from '../support/take-picture.ts';
import { composer, say } from '../support/workspace-page.ts';
import { hasBrowser, workspaceTest } from '../support/workspace-test.ts';

const HOSTILE = '<img src=x onerror=alert(1)> & *x* <!channel>';

workspaceTest.for([
  ['GET', '/'],
  ['GET', '/local/events?as=U0ANNA'],
  ['POST', '/local/clock?as=U0ANNA'],
] as const)(
  '%s %s is refused when it was meant for another host or comes from another page',
  async ([method, path], { workspace: { address } }) => {
    const { host, hostname, port } = new URL(address);
    const status = (headers: Record<string, string>) =>
      new Promise((resolve, reject) => {
        request({ hostname, port, method, path, headers }, (response) => resolve(response.resume().statusCode))
          .on('error', reject)
          .end(method === 'POST' ? '{"kind":"stop"}' : undefined);
      });
    const own = { host, ...(method === 'POST' ? { origin: address } : {}) };
    expect(await status(own)).toBe(200);
    expect(await status({ ...own, host: 'tierbook.example' })).toBe(403);
    expect(await status({ ...own, host: `tierbook.example:${port}` })).toBe(403);
    expect(await status({ ...own, origin: 'https://tierbook.example' })).toBe(403);
    expect(await status({ ...own, origin: 'null' })).toBe(403);
  },
);

describe.skipIf(!hasBrowser)('the page', () => {
  const card = CARD_TEXT.en;
  const text = PAGE_TEXT.en;

  workspaceTest(
    'answers /customer with a card, and Why? with all reasons in a window that closes',
    async ({ visit }) => {
      const page = await visit({ as: 'U0ANNA' });
      await composer(page).waitFor();
      await expectAccessible(page);
      const answer = await say(page, '/customer C1001', card.favour);
      expect(await answer.innerText()).toContain(text.onlyYou);
      expect(await composer(page).inputValue()).toBe('');
      await takePicture(page, 'card');
      await expectAccessible(page);

      await answer.getByRole('button', { name: card.whyLabel('Acme Ltd') }).click();
      const why = page.getByRole('dialog', { name: card.whyTitle });
      await why.getByText(card.against).waitFor();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await why.waitFor({ state: 'hidden' });

      await answer.getByRole('button', { name: card.whyLabel('Acme Ltd') }).click();
      await why.getByRole('button', { name: card.close, exact: true }).last().click();
      await why.waitFor({ state: 'hidden' });
    },
  );

  workspaceTest(
    'asks which of several customers is meant and puts the card in place of the question',
    async ({ visit }) => {
      const page = await visit({ as: 'U0ANNA' });
      const question = await say(page, '/customer springs', BOT_TEXT.en.found('springs'));
      const before = await page.getByRole('article').count();
      await question.getByRole('combobox').click();
      const option = question.getByRole('option').nth(1);
      const name = (await option.innerText()).split(' · ')[0] ?? '';
      await option.click();
      await question.filter({ hasText: card.favour }).waitFor();
      expect(await question.getByRole('heading').first().innerText()).toBe(name);
      expect(await page.getByRole('article').count()).toBe(before);
    },
  );

  workspaceTest('shows a hostile name as it is written, and runs nothing of it', async ({ visit, workspace }) => {
    const client = pageClient(workspace.address);
    const table = `Customer,Sales amount,Payment collection\n"${HOSTILE}",90000,0.9\n`;
    const uploaded = await client.post('/local/tables?as=U0ANNA&name=hostile.csv', table);
    const { id } = (await uploaded.json()) as UploadedTable;
    await client.post(`/local/tables/${id}/import?as=U0ANNA`, '{}');
    const page = await visit({ as: 'U0ANNA' });
    const answer = await say(page, `/customer ${HOSTILE}`, HOSTILE);
    expect(await answer.getByRole('heading').first().innerText()).toBe(HOSTILE);
    await answer.getByRole('button', { name: card.share }).click();
    const shared = page.getByRole('article').last().filter({ hasText: card.sharedBy });
    await shared.waitFor();
    expect(await shared.innerText()).toContain(HOSTILE);
    expect(await page.locator('main img[src="x"]').count()).toBe(0);
  });

  workspaceTest('shows a person what that person would see in Slack, and nothing else', async ({ visit }) => {
    const page = await visit({ as: 'U0ANNA' });
    const answer = await say(page, '/customer C1002', card.favour);
    const [name = ''] = (await answer.getByRole('heading').first().innerText()).split('\n');
    await actAs(page, 'Sam Carter');
    await composer(page).waitFor();
    expect(await page.getByRole('log').innerText()).not.toContain(name);

    await actAs(page, 'Anna Berg');
    await page.getByRole('button', { name: card.shareLabel(name) }).click();
    await page.getByRole('article').filter({ hasText: card.sharedBy }).last().waitFor();
    await actAs(page, 'Sam Carter');
    await page.getByRole('article').filter({ hasText: card.sharedBy }).last().waitFor();
    expect(await page.getByRole('log').innerText()).not.toContain(card.favour);
  });

  workspaceTest('speaks the language of the person, in the page, on the card and in the window', async ({ visit }) => {
    const zh = CARD_TEXT['zh-CN'];
    const page = await visit({ as: 'U0LEI' });
    const answer = await say(page, '/customer C1001', zh.favour, 'zh-CN');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(await page.getByRole('navigation').innerText()).toContain(PAGE_TEXT['zh-CN'].directMessages);
    await answer.getByRole('button', { name: zh.whyLabel('Acme Ltd') }).click();
    await page.getByRole('dialog', { name: zh.whyTitle }).getByText(zh.against).waitFor();
    await takePicture(page, 'why-in-chinese');
    await expectAccessible(page);
  });

  workspaceTest('works on a phone, with the channels in a drawer', async ({ visit }) => {
    const page = await visit({ as: 'U0ANNA', size: { width: 390, height: 844 } });
    await say(page, '/customer C1001', card.favour);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await expectAccessible(page);
    await page.getByRole('button', { name: text.openSidebar }).click();
    await page.getByRole('navigation').getByRole('button', { name: 'general' }).click();
    await page.getByRole('heading', { name: 'general' }).waitFor();
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
  });

  workspaceTest('can be used with the keyboard alone', async ({ visit }) => {
    const page = await visit({ as: 'U0ANNA' });
    await composer(page).focus();
    await page.keyboard.type('/cus');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Tab');
    expect(await composer(page).inputValue()).toBe('/customer ');
    await page.keyboard.type('C1001');
    const answers = page.getByRole('article');
    const before = await answers.count();
    await page.keyboard.press('Enter');
    const why = answers.nth(before).getByRole('button', { name: card.whyLabel('Acme Ltd') });
    await why.waitFor();
    await press(page, 'Shift+Tab', why);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: card.whyTitle });
    await dialog.waitFor();
    expect(await dialog.locator(':focus').count()).toBe(1);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await expect.poll(() => hasFocus(page, why)).toBe(true);
  });

  workspaceTest('says that a command does not exist, and keeps what was typed', async ({ visit }) => {
    const page = await visit({ as: 'U0ANNA', tolerates: [/409/] });
    await composer(page).fill('/custmer ACME');
    await composer(page).press('Enter');
    await page.getByText(text.noCommand('/custmer')).waitFor();
    expect(await composer(page).inputValue()).toBe('/custmer ACME');
  });

  workspaceTest(
    'moves the time for everybody, shows that it is not the real one, and comes back',
    async ({ visit }) => {
      const guide = PAGE_GUIDE_TEXT.en;
      const [page, lei] = [await visit({ as: 'U0ANNA' }), await visit({ as: 'U0LEI' })];
      const clock = page.getByRole('banner').getByRole('button', { name: guide.time('').trim() });
      await clock.click();
      await expectAccessible(page);
      await page.getByRole('button', { name: guide.nextMonday }).click();
      await clock.filter({ hasText: '08:30' }).waitFor();
      expect(await clock.innerText()).toContain('Mon');
      expect(await clock.innerText()).toContain(guide.notReal);
      await page.keyboard.press('Escape');
      const answer = await say(page, '/customer C1001', card.favour);
      expect(await answer.locator('time').first().innerText()).toContain('08:30');
      const zh = PAGE_GUIDE_TEXT['zh-CN'];
      await lei.getByRole('banner').getByText(zh.notReal).waitFor();

      await page.getByRole('button', { name: guide.backToNow }).first().click();
      await lei.getByRole('banner').getByText(zh.notReal).waitFor({ state: 'hidden' });
      expect(await clock.innerText()).not.toContain(guide.notReal);
    },
  );

  workspaceTest(
    'lists what goes between Slack and the bot, each envelope with its acknowledgement',
    async ({ visit }) => {
      const traffic = PAGE_TRAFFIC_TEXT.en;
      const page = await visit({ as: 'U0ANNA' });
      await page.getByRole('button', { name: traffic.open }).click();
      await say(page, '/customer C1001', card.favour);
      const line = page
        .getByRole('listitem')
        .filter({ hasText: '/customer' })
        .filter({ hasText: traffic.acknowledged })
        .first();
      await line.waitFor();
      expect(await line.innerText()).toMatch(/\d+ ms/);
      await page.getByRole('listitem').filter({ hasText: 'response_url' }).first().waitFor();
      await line.getByRole('button').click();
      expect(await line.locator('pre').first().innerText()).toContain('"text": "C1001"');
      await takePicture(page, 'traffic');
      await expectAccessible(page);
    },
  );

  workspaceTest('ticks a first step off when it is done, and not before', async ({ visit }) => {
    const page = await visit({ as: 'U0SAM' });
    const guide = page.getByRole('region', { name: PAGE_GUIDE_TEXT.en.guide });
    const done = guide.getByText(PAGE_GUIDE_TEXT.en.done, { exact: true });
    const answer = await say(page, '/customer C1001', card.favour);
    await expect.poll(() => done.count()).toBe(1);
    await answer.getByRole('button', { name: OVERRIDE_TEXT.en.setTierLabel('Acme Ltd') }).click();
    const other = page.getByRole('dialog', { name: OVERRIDE_TEXT.en.title });
    await other.waitFor();
    await page.keyboard.press('Escape');
    await other.waitFor({ state: 'hidden' });
    expect(await done.count()).toBe(1);
    await answer.getByRole('button', { name: card.whyLabel('Acme Ltd') }).click();
    await expect.poll(() => done.count()).toBe(2);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await guide.getByRole('button', { name: PAGE_GUIDE_TEXT.en.dayButton }).click();
    await expect.poll(() => composer(page).inputValue()).toBe('/followups');
    await composer(page).press('Enter');
    await expect.poll(() => done.count()).toBe(3);
  });

  // The last, since the sample customers are gone after it.
  workspaceTest(
    'reads a messy table that is dropped on it, lets its reading be mended, imports it and finds its customers',
    async ({ visit }) => {
      const table = PAGE_TABLE_TEXT.en;
      const page = await visit({ as: 'U0ANNA' });
      await composer(page).waitFor();
      await drop(page, 'customers 2026.csv', MESSY_TABLE);
      const dialog = page.getByRole('dialog', { name: table.title });
      const preview = importSummary({ new: 5, changed: 0, unchanged: 0, rejected: 1 }, true, 'en');
      await dialog.getByText(preview).waitFor();
      await dialog.getByRole('checkbox', { name: table.removeSamples(322) }).waitFor();
      const meaning = (letter: string, heading: string) =>
        dialog.getByRole('combobox', { name: table.fieldOf(letter, heading) });
      expect(await meaning('B', 'Customer').inputValue()).toBe('name');
      const turnover = meaning('C', 'Turnover last year (10k RMB)');
      expect(await turnover.inputValue()).toBe('');
      await turnover.selectOption({ label: fieldTitle('salesAmount', 'en') });
      await dialog.getByText(table.matches.given).waitFor();
      await takePicture(page, 'table');
      await expectAccessible(page);

      await dialog.getByRole('button', { name: table.import, exact: true }).click();
      await dialog.getByText(importSummary({ new: 5, changed: 0, unchanged: 0, rejected: 1 }, false, 'en')).waitFor();
      await dialog.getByRole('link', { name: table.downloadRejected(1) }).waitFor();
      await expectAccessible(page);
      await dialog.getByRole('button', { name: '/customer Müller & Söhne GmbH' }).click();
      await expect.poll(() => composer(page).inputValue()).toBe('/customer Müller & Söhne GmbH');
      const messages = page.getByRole('main').getByRole('article');
      const answer = messages.nth(await messages.count());
      await composer(page).press('Enter');
      await answer.filter({ hasText: 'Müller & Söhne GmbH' }).waitFor();
      expect(await answer.innerText()).toContain('¥8,625,000');
      await say(page, '/customer 华东', '华东机械有限公司');
      await say(page, '/customer C1001', BOT_TEXT.en.nothingFound('C1001'));
    },
  );

  workspaceTest('says in one sentence why a file is no table, and takes another', async ({ visit }) => {
    const table = PAGE_TABLE_TEXT.en;
    const page = await visit({ as: 'U0ANNA' });
    await composer(page).waitFor();
    await drop(page, 'photo.png', '\u0089PNG\r\n\u001a\n');
    const dialog = page.getByRole('dialog', { name: table.title });
    await dialog.getByText(table.cannotUse).waitFor();
    expect(await dialog.getByRole('alert').first().innerText()).toMatch(/photo\.png/);
    expect(await dialog.getByRole('button', { name: table.import, exact: true }).count()).toBe(0);
    await dialog.getByRole('button', { name: table.chooseOther }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });
});

/** As a clerk keeps it: titles above, units in a heading, a sum below, a value that is none, a row without a name. */
const MESSY_TABLE = [
  'Key accounts 2026 (confidential),,,,,,',
  ',,,,,,',
  'No.,Customer,Turnover last year (10k RMB),Payment collection,Complaint rate,Satisfaction,Mood',
  '1,Müller & Söhne GmbH,￥862.5,97%,0.2%,4.8,sunny',
  '2,华东机械有限公司,120,８５％,1.5%,4.1,',
  '3,Nordwind AB,"1,040",91%,n/a?,4.9,cloudy',
  '4,"O\'Brien, Sons & Co",55,60%,9%,2.2,',
  '5,Kestrel Bearings Ltd,310,99%,0.4%,4.4,fair',
  ',,75,80%,1%,3,',
  'Total,,"2,462.5",,,,',
  '',
].join('\n');

/** Drops a file on the page, as from the desktop. */
async function drop(page: Page, name: string, content: string): Promise<void> {
  const carried = JSON.stringify({ name, content });
  const transfer = await page.evaluateHandle(`(({ name, content }) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], name));
    return transfer;
  })(${carried})`);
  for (const type of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('body', type, { dataTransfer: transfer });
}

/** Becomes someone else on the page. */
async function actAs(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button').first().click();
  await page.getByRole('menuitemradio', { name: new RegExp(name) }).click();
  await page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(name) })
    .waitFor();
}

/** Presses a key until an element has the focus, at most 40 times. */
async function press(page: Page, key: string, target: Locator): Promise<void> {
  for (let times = 0; times < 40 && !(await hasFocus(page, target)); times += 1) await page.keyboard.press(key);
  expect(await hasFocus(page, target)).toBe(true);
}

async function hasFocus(page: Page, target: Locator): Promise<boolean> {
  return (await target.and(page.locator(':focus')).count()) === 1;
}
