import type { App, BlockAction } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import { describe, expect } from 'vitest';
import { PAGE_FORM_TEXT } from '../../core/text/page-form-text.ts';
import { PAGE_TEXT } from '../../core/text/page-text.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { type PageAndBot, startPageAndBot } from '../support/page-and-bot.ts';
import { plain } from '../support/small-blocks.ts';
import { hasBrowser, workspaceTest } from '../support/workspace-test.ts';

const seen: unknown[] = [];

const botTest = workspaceTest.extend(
  'bot',
  { scope: 'file' },
  async ({ environment: _environment }, { onCleanup }): Promise<PageAndBot> => {
    const bot = await startPageAndBot(listen, [{ callbackId: 'log', type: 'message', name: 'Log to customer' }]);
    onCleanup(() => bot.stop());
    return bot;
  },
);

const option = (value: string) => ({ text: plain(value), value });
const button = (actionId: string, more: object = {}) => ({
  type: 'button' as const,
  action_id: actionId,
  text: plain(actionId),
  value: actionId,
  ...more,
});

/** The blocks that digests and lists will be made of; the newest are not in Slack's types yet. */
const NEWEST = [
  {
    type: 'card',
    block_id: 'card',
    title: { type: 'mrkdwn', text: '*Nordwind AB*' },
    subtitle: { type: 'mrkdwn', text: 'Tier A' },
    body: { type: 'mrkdwn', text: 'Two weeks overdue' },
    actions: [button('Log contact', { style: 'primary' })],
  },
  {
    type: 'container',
    block_id: 'container',
    title: plain('Overdue'),
    is_collapsible: true,
    child_blocks: [
      { type: 'section', block_id: 'inside', text: plain('Kestrel Bearings'), accessory: button('Open Kestrel') },
    ],
  },
  {
    type: 'data_table',
    block_id: 'people',
    caption: 'Customers by rep',
    page_size: 2,
    row_header_column_index: 0,
    rows: [
      [rawText('Rep'), rawText('Customers')],
      ...['Anna', 'Lei', 'Yijun'].map((name, at) => [
        rawText(name),
        { type: 'raw_number', value: 10 * (at + 1), text: `${10 * (at + 1)}` },
      ]),
    ],
  },
  {
    type: 'table',
    block_id: 'plain_table',
    rows: [
      [rawText('Tier'), rawText('Count')],
      [rawText('A'), rawText('3')],
    ],
  },
  {
    type: 'data_visualization',
    block_id: 'chart',
    title: 'Customers by tier',
    chart: {
      type: 'bar',
      series: [
        {
          name: 'Yesterday',
          data: [
            { label: 'A', value: 12 },
            { label: 'B', value: 40 },
          ],
        },
        {
          name: 'Today',
          data: [
            { label: 'A', value: 9 },
            { label: 'B', value: 43 },
          ],
        },
      ],
      axis_config: { categories: ['A', 'B'] },
    },
  },
] as unknown as KnownBlock[];

const FORM: ModalView = {
  type: 'modal',
  callback_id: 'form',
  title: plain('Log contact'),
  submit: plain('Save'),
  blocks: [
    input('note', { type: 'plain_text_input', action_id: 'note', multiline: true }),
    input('method', { type: 'static_select', action_id: 'method', options: ['call', 'visit'].map(option) }),
    input('day', { type: 'datepicker', action_id: 'day' }),
    input('score', { type: 'radio_buttons', action_id: 'score', options: ['good', 'bad'].map(option) }),
    input('topics', { type: 'checkboxes', action_id: 'topics', options: ['price', 'quality'].map(option) }),
    input('colleague', { type: 'users_select', action_id: 'colleague' }),
    {
      type: 'actions',
      block_id: 'more',
      elements: [{ type: 'external_select', action_id: 'customer', min_query_length: 1 }, button('Next')],
    },
  ],
};

describe.skipIf(!hasBrowser)('the page', () => {
  const form = PAGE_FORM_TEXT.en;

  botTest('draws the newest blocks, and what is pressed in them reaches the bot', async ({ bot, open }) => {
    await bot.app.client.chat.postMessage({ channel: 'C0SALES', text: 'Good morning', blocks: NEWEST });
    const page = await open(bot.address, { as: 'U0ANNA' });
    const message = page.getByRole('article').filter({ hasText: 'Nordwind AB' }).first();
    await message.waitFor();
    await message.getByRole('button', { name: 'Log contact' }).click();
    await expect.poll(() => seen.at(-1)).toEqual(['Log contact', 'Log contact']);

    const child = message.getByText('Kestrel Bearings');
    await message.getByText('Overdue', { exact: true }).click();
    await child.waitFor({ state: 'hidden' });
    await message.getByText('Overdue', { exact: true }).click();
    await message.getByRole('button', { name: 'Open Kestrel' }).click();
    await expect.poll(() => seen.at(-1)).toEqual(['Open Kestrel', 'Open Kestrel']);

    const table = message.getByRole('table', { name: 'Customers by rep' });
    expect(await table.getByRole('rowheader').allInnerTexts()).toEqual(['Anna', 'Lei']);
    await table.getByRole('button', { name: 'Customers' }).click();
    await table.getByRole('button', { name: 'Customers' }).click();
    expect(await table.getByRole('rowheader').allInnerTexts()).toEqual(['Yijun', 'Lei']);
    await message.getByText('Customers by tier').first().waitFor();
    await message.locator('svg rect, svg path').first().waitFor();
    await expectAccessible(page);
  });

  botTest(
    'fills every kind of field in a modal, three deep, and keeps it open when the bot refuses',
    async ({ bot, open }) => {
      await bot.app.client.chat.postMessage({
        channel: 'C0SALES',
        text: 'A form',
        blocks: [{ type: 'actions', elements: [button('Form')] }],
      });
      const page = await open(bot.address, { as: 'U0SAM', size: { width: 1280, height: 1400 } });
      await page.getByRole('button', { name: 'Form', exact: true }).click();
      const dialog = page.getByRole('dialog', { name: 'Log contact' });
      await dialog.waitFor();
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.getByText(form.required).first().waitFor();
      await expectAccessible(page);

      await dialog.getByRole('textbox', { name: 'note' }).fill('short');
      await choose('method', 'visit');
      await dialog.getByLabel('day').fill('2026-12-24');
      await dialog.getByRole('radio', { name: 'good' }).check();
      await dialog.getByRole('checkbox', { name: 'quality' }).check();
      await choose('colleague', '陈磊');
      const customer = dialog.getByRole('combobox').last();
      await customer.click();
      await customer.pressSequentially('ac');
      await dialog.getByRole('option', { name: 'Found ac' }).click();
      await expect.poll(() => seen.at(-1)).toEqual(['customer', 'found']);

      await dialog.getByRole('button', { name: 'Next' }).click();
      const second = page.getByRole('dialog', { name: 'Depth 2' });
      await second.getByRole('button', { name: 'Next' }).click();
      const third = page.getByRole('dialog', { name: 'Depth 3' });
      await third.waitFor();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await third.waitFor({ state: 'hidden' });
      await page.keyboard.press('Escape');
      await second.waitFor({ state: 'hidden' });
      expect(await dialog.getByRole('textbox', { name: 'note' }).inputValue()).toBe('short');

      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.getByText('Say a little more.').waitFor();
      await dialog.getByRole('textbox', { name: 'note' }).fill('They want a quote.');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.waitFor({ state: 'hidden' });
      expect(seen.at(-1)).toEqual({
        note: 'They want a quote.',
        method: 'visit',
        day: '2026-12-24',
        score: 'good',
        topics: ['quality'],
        colleague: 'U0LEI',
      });

      async function choose(label: string, name: string): Promise<void> {
        await dialog.getByRole('combobox', { name: label }).click();
        await dialog.getByRole('option', { name }).click();
      }
    },
  );

  botTest('marks a channel in which something new stands, until it is looked at', async ({ bot, open }) => {
    const page = await open(bot.address, { as: 'U0YIJUN', locale: 'zh-TW' });
    const general = page.getByRole('navigation').getByRole('button', { name: /general/ });
    await general.waitFor();
    expect(await general.innerText()).not.toMatch(/\d/);
    await bot.app.client.chat.postMessage({ channel: 'C0GENERAL', text: 'First' });
    await bot.app.client.chat.postMessage({ channel: 'C0GENERAL', text: 'Second' });
    await general.filter({ hasText: '2' }).waitFor();
    await general.click();
    await page.getByText(PAGE_TEXT['zh-TW'].newMessages).waitFor();
    await expect.poll(() => general.innerText()).not.toMatch(/\d/);
  });

  botTest('offers the app’s shortcuts in a menu on each message, by keyboard as well', async ({ bot, open }) => {
    await bot.app.client.chat.postMessage({ channel: 'C0SALES', text: 'ACME wants a quote' });
    await bot.app.client.chat.postEphemeral({ channel: 'C0SALES', user: 'U0SAM', text: 'For Sam alone' });
    const page = await open(bot.address, { as: 'U0SAM' });
    const message = page.getByRole('article').filter({ hasText: 'ACME wants a quote' });
    const more = message.getByRole('button', { name: form.more });
    await more.focus();
    await page.keyboard.press('Enter');
    const item = message.getByRole('menuitem', { name: 'Log to customer' });
    await item.waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await item.waitFor({ state: 'hidden' });
    expect(await more.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    await page.keyboard.press('ArrowDown');
    await item.waitFor();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Log to customer' });
    await dialog.getByText('ACME wants a quote').waitFor();
    await page.keyboard.press('Escape');
    const alone = page.getByRole('article').filter({ hasText: 'For Sam alone' });
    expect(await alone.getByRole('button', { name: form.more }).count()).toBe(0);
  });

  botTest('answers in a thread beside the channel', async ({ bot, open }) => {
    const { ts } = await bot.app.client.chat.postMessage({ channel: 'C0SALES', text: 'A question' });
    if (ts === undefined) throw new Error('There is no ts.');
    await bot.app.client.chat.postMessage({ channel: 'C0SALES', text: 'An answer', thread_ts: ts });
    const page = await open(bot.address, { as: 'U0LEI' });
    const text = PAGE_TEXT['zh-CN'];
    await page.getByRole('button', { name: text.replies(1) }).click();
    const thread = page.getByRole('complementary', { name: text.thread });
    await thread.getByText('An answer').waitFor();
    await thread.getByRole('combobox').fill('谢谢');
    await thread.getByRole('combobox').press('Enter');
    await thread.getByText('谢谢').waitFor();
    expect(bot.slack.workspace.messages.at(-1)).toMatchObject({ userId: 'U0LEI', text: '谢谢', threadTs: ts });
    await expectAccessible(page);
  });
});

function listen(app: App): void {
  app.action<BlockAction>(/^/, async ({ ack, action, body, client }) => {
    await ack();
    const value = 'value' in action ? action.value : 'selected_option' in action ? action.selected_option?.value : '';
    seen.push([action.action_id, value]);
    const { trigger_id } = body;
    if (action.action_id === 'Form') await client.views.open({ trigger_id, view: FORM });
    if (action.action_id !== 'Next') return;
    const depth = body.view?.previous_view_id ? 3 : 2;
    const blocks = [{ type: 'actions' as const, elements: [button('Next')] }];
    await client.views.push({ trigger_id, view: { type: 'modal', title: plain(`Depth ${depth}`), blocks } });
  });
  app.shortcut({ callback_id: 'log', type: 'message_action' }, async ({ ack, client, shortcut }) => {
    await ack();
    const blocks = [{ type: 'section' as const, text: plain(shortcut.message.text ?? '') }];
    const view = { type: 'modal' as const, title: plain('Log to customer'), blocks };
    await client.views.open({ trigger_id: shortcut.trigger_id, view });
  });
  app.options(/^/, async ({ ack, options }) => {
    await ack({ options: [{ text: plain(`Found ${options.value}`), value: 'found' }] });
  });
  app.view('form', async ({ ack, view }) => {
    const { values } = view.state;
    if (values['note']?.['note']?.value === 'short') {
      await ack({ response_action: 'errors', errors: { note: 'Say a little more.' } });
      return;
    }
    await ack();
    seen.push({
      note: values['note']?.['note']?.value,
      method: values['method']?.['method']?.selected_option?.value,
      day: values['day']?.['day']?.selected_date,
      score: values['score']?.['score']?.selected_option?.value,
      topics: values['topics']?.['topics']?.selected_options?.map((each) => each.value),
      colleague: values['colleague']?.['colleague']?.selected_user,
    });
  });
}

function input<T extends { readonly action_id: string }>(blockId: string, element: T) {
  return { type: 'input' as const, block_id: blockId, label: plain(blockId), element };
}

function rawText(text: string) {
  return { type: 'raw_text' as const, text };
}
