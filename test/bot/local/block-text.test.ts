import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocksAsText, messageAsText, viewAsText } from '../../../bot/local/block-text.ts';
import { mrkdwnAsText, unescapeText } from '../../../bot/local/mrkdwn-text.ts';
import { terminalSafe } from '../../../bot/local/terminal-safe.ts';
import { textWidth } from '../../../core/text/text-width.ts';

const NAMES = {
  userName: (id: string) => (id === 'U1' ? 'anna' : undefined),
  channelName: (id: string) => (id === 'C1' ? 'sales' : undefined),
};

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });

const cell = (text: string) => ({ type: 'raw_text', text });
const list = (style: string) => ({
  type: 'rich_text_list',
  style,
  elements: [
    { type: 'rich_text_section', elements: [{ type: 'user', user_id: 'U1' }] },
    { type: 'rich_text_section', elements: [{ type: 'emoji', name: 'tada' }] },
  ],
});
const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

describe('mrkdwn reads as', () => {
  test.each([
    ['*Tier A* and _why_ ~not~', 'Tier A and why not'],
    ['*bold* *again*', 'bold again'],
    ['2*3*4 and snake_case_name', '2*3*4 and snake_case_name'],
    ['`code`', 'code'],
    ['R&amp;D &lt;b&gt;', 'R&D <b>'],
    ['&amp;lt;', '&lt;'],
    ['&lt;!channel&gt;', '<!channel>'],
    ['<@U1> <@U2|lei> <@U3> <#C1> <#C2|old>', '@anna @lei @U3 #sales #old'],
    ['<!channel> <!here> <!subteam^S1|@team>', '@channel @here @team'],
    [
      '<https://a.b/?x=1&amp;y=2|Site> <https://a.b> <mailto:a@b.c|a@b.c>',
      'Site (https://a.b/?x=1&y=2) https://a.b a@b.c',
    ],
    ['<!date^1700000000^{date_short}|14 Nov 2023>', '14 Nov 2023'],
    ['1 < 2 > 0', '1 < 2 > 0'],
    ['<<<', '<<<'],
    ['', ''],
  ])('%j: %j', (source, text) => {
    expect(mrkdwnAsText(source, NAMES)).toBe(text);
  });

  test('escaping and unescaping gives any text back', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => unescapeText(escapeText(text)) === text));
  });
});

describe('a terminal', () => {
  test('shows no escape sequence, backspace, carriage return or turned-around text of a hostile name', () => {
    expect(terminalSafe('\u001b[2J\u001b]0;x\u0007a\bb\u0000\u009bc')).toBe(
      '\ufffd[2J\ufffd]0;x\ufffda\ufffdb\ufffd\ufffdc',
    );
    expect(terminalSafe('a\rb\r\nc\u2028d\te')).toBe('a\nb\nc\nd e');
    expect(terminalSafe('\u202eevil\u202c \u2066x\u2069 \u200fשלום\ud800')).toBe('evil x שלום\ufffd');
  });

  test('never gets a control character, whatever stands in a message', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const blocks = [
          { type: 'section', text: plain(a), fields: [mrkdwn(b)] },
          { type: 'actions', elements: [{ type: 'button', text: plain(a) }] },
          {
            type: 'table',
            rows: [
              [
                { type: 'raw_text', text: b },
                { type: 'raw_text', text: a },
              ],
            ],
          },
        ];
        const shown =
          messageAsText({ text: a, blocks }, NAMES).text + messageAsText({ text: b, blocks: [] }, NAMES).text;
        return !/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u.test(shown);
      }),
    );
  });

  test('has two columns for a wide character', () => {
    expect([
      textWidth('abc'),
      textWidth('客户'),
      textWidth('é'),
      textWidth('e\u0301'),
      textWidth('😀'),
      textWidth('Ａ'),
    ]).toEqual([3, 4, 1, 1, 2, 2]);
  });
});

describe('blocks as text', () => {
  test('number their buttons and options in reading order', () => {
    const menu = {
      type: 'static_select',
      action_id: 'pick',
      placeholder: plain('Which?'),
      option_groups: [{ label: plain('G'), options: [{ text: plain('ACME GmbH'), value: 'c1' }] }],
    };
    const shown = blocksAsText(
      [
        { type: 'header', block_id: 'h', text: plain('客户 ACME') },
        {
          type: 'section',
          block_id: 's',
          text: mrkdwn('*Tier A*'),
          accessory: { type: 'button', action_id: 'more', text: plain('More') },
        },
        { type: 'divider' },
        { type: 'context', elements: [mrkdwn('R&amp;D'), { type: 'image', alt_text: 'logo' }] },
        {
          type: 'actions',
          block_id: 'a',
          elements: [
            { type: 'button', action_id: 'why', text: plain('Why?') },
            { type: 'button', action_id: 'share', text: plain('Share') },
          ],
        },
        { type: 'actions', block_id: 'm', elements: [menu, { type: 'external_select', action_id: 'e' }] },
        {
          type: 'carousel',
          elements: [
            {
              type: 'card',
              block_id: 'c',
              title: mrkdwn('Card'),
              actions: [{ type: 'button', action_id: 'call', text: plain('Call') }],
            },
          ],
        },
      ],
      NAMES,
    );
    expect(shown.text.split('\n')).toEqual([
      '客户 ACME',
      '═════════',
      'Tier A',
      '[1] More',
      '────────────────────────',
      'R&D · [logo]',
      '[2] Why?  [3] Share',
      '‹…›',
      'Which?',
      '  [4] ACME GmbH',
      'Card',
      '[5] Call',
    ]);
    expect(shown.controls).toEqual([
      { actionId: 'more', blockId: 's', label: 'More', option: undefined },
      { actionId: 'why', blockId: 'a', label: 'Why?', option: undefined },
      { actionId: 'share', blockId: 'a', label: 'Share', option: undefined },
      { actionId: 'pick', blockId: 'm', label: 'ACME GmbH', option: 'c1' },
      { actionId: 'call', blockId: 'c', label: 'Call', option: undefined },
    ]);
  });

  test('show names literally in plain and rich text', () => {
    const name = '<!channel> & <@U123> *x* &amp;';
    const rich = {
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: name }] }],
    };
    expect(blocksAsText([{ type: 'section', text: plain(name) }, rich], NAMES).text).toBe(`${name}\n${name}`);
  });

  test('show fields, lists, quotes, tables, charts, containers and inputs', () => {
    const shown = blocksAsText(
      [
        { type: 'section', fields: [mrkdwn('*Owner*\nAnna'), mrkdwn('*Score:*\n87')] },
        {
          type: 'rich_text',
          elements: [
            list('bullet'),
            list('ordered'),
            { type: 'rich_text_quote', elements: [{ type: 'link', url: 'https://a.b', text: 'a' }] },
          ],
        },
        {
          type: 'table',
          rows: [
            [cell('客户'), cell('T')],
            [cell('A'), cell('B')],
          ],
        },
        { type: 'data_visualization', title: 'Tiers', chart: { type: 'pie', segments: [{ label: 'A', value: 3 }] } },
        { type: 'container', title: plain('Book'), child_blocks: [{ type: 'section', text: plain('inside') }] },
        {
          type: 'input',
          label: plain('Note'),
          element: { type: 'plain_text_input', placeholder: plain('What was said') },
        },
      ],
      NAMES,
    );
    expect(shown.text.split('\n')).toEqual([
      'Owner: Anna',
      'Score: 87',
      '• @anna',
      '• :tada:',
      '1. @anna',
      '2. :tada:',
      '│ a (https://a.b)',
      '客户  T',
      'A     B',
      'Tiers',
      `A  ${'█'.repeat(24)} 3`,
      'Book',
      '════',
      'inside',
      'Note',
      '‹What was said›',
    ]);
  });

  test('of a modal come under its title; a message without blocks is its text', () => {
    expect(
      viewAsText({ type: 'modal', title: plain('Why?'), blocks: [{ type: 'section', text: plain('x') }] }, NAMES).text,
    ).toBe('Why?\n════\nx');
    expect(messageAsText({ text: 'R&amp;D', blocks: [] }, NAMES)).toEqual({ text: 'R&D', controls: [] });
  });
});
