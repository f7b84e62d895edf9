import { describe, expect, test } from 'vitest';
import { checkMessage, checkView } from '../../../bot/local/block-kit-rules.ts';

const x = (length: number) => 'x'.repeat(length);
const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_each, index) => make(index));
const button = (extra: object = {}) => ({ type: 'button', text: plain('Go'), ...extra });
const option = (extra: object = {}) => ({ text: plain('One'), value: '1', ...extra });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const select = (extra: object) => actions({ type: 'static_select', ...extra });
const cell = (text: string) => ({ type: 'raw_text', text });
const chart = (extra: object) => ({ type: 'data_visualization', title: 'Tiers', chart: extra });
const points = (count: number, from = 0) => times(count, (index) => ({ label: `p${from + index}`, value: index }));
const card = (extra: object = {}) => ({ type: 'card', title: mrkdwn('ACME'), ...extra });
const container = (extra: object = {}) => ({
  type: 'container',
  title: plain('Book'),
  child_blocks: [{ type: 'divider' }],
  ...extra,
});
const input = (element: object) => ({ type: 'input', label: plain('Note'), element });

const message = (block: object) => ({ text: 't', blocks: [block] });
const sections = (count: number) => times(count, () => ({ type: 'section', text: mrkdwn(x(3000)) }));

/** What fits exactly, and the same one step too far: the block, and where Slack points when it refuses. */
const LIMITS: readonly [name: string, fits: object, tooFar: object, pointer: string][] = [
  [
    'section text 3,000',
    { type: 'section', text: mrkdwn(x(3000)) },
    { type: 'section', text: mrkdwn(x(3001)) },
    '/text/text',
  ],
  ['section text not empty', { type: 'section', text: plain('x') }, { type: 'section', text: plain('') }, '/text/text'],
  [
    'field 2,000',
    { type: 'section', fields: [plain(x(2000))] },
    { type: 'section', fields: [plain(x(2001))] },
    '/fields/0/text',
  ],
  [
    '10 fields',
    { type: 'section', fields: times(10, () => plain('x')) },
    { type: 'section', fields: times(11, () => plain('x')) },
    '/fields',
  ],
  ['text or fields', { type: 'section', fields: [plain('x')] }, { type: 'section' }, ''],
  ['header 150', { type: 'header', text: plain(x(150)) }, { type: 'header', text: plain(x(151)) }, '/text/text'],
  ['header plain', { type: 'header', text: plain('x') }, { type: 'header', text: mrkdwn('x') }, '/text/type'],
  [
    'context 10',
    { type: 'context', elements: times(10, () => mrkdwn('x')) },
    { type: 'context', elements: times(11, () => mrkdwn('x')) },
    '/elements',
  ],
  ['context not empty', { type: 'context', elements: [plain('x')] }, { type: 'context', elements: [] }, '/elements'],
  [
    'context holds no button',
    { type: 'context', elements: [plain('x')] },
    { type: 'context', elements: [button()] },
    '/elements/0/type',
  ],
  ['actions 25', actions(...times(25, () => button())), actions(...times(26, () => button())), '/elements'],
  [
    'button text 75',
    actions(button({ text: plain(x(75)) })),
    actions(button({ text: plain(x(76)) })),
    '/elements/0/text/text',
  ],
  ['button text plain', actions(button()), actions(button({ text: mrkdwn('x') })), '/elements/0/text/type'],
  ['button value 2,000', actions(button({ value: x(2000) })), actions(button({ value: x(2001) })), '/elements/0/value'],
  [
    'accessibility_label 75',
    actions(button({ accessibility_label: x(75) })),
    actions(button({ accessibility_label: x(76) })),
    '/elements/0/accessibility_label',
  ],
  [
    'url 3,000',
    actions(button({ url: `https://a.b/${x(2988)}` })),
    actions(button({ url: `https://a.b/${x(2989)}` })),
    '/elements/0/url',
  ],
  [
    'url absolute',
    actions(button({ url: 'https://a.b' })),
    actions(button({ url: 'javascript:alert(1)' })),
    '/elements/0/url',
  ],
  [
    'action_id 255',
    actions(button({ action_id: x(255) })),
    actions(button({ action_id: x(256) })),
    '/elements/0/action_id',
  ],
  ['style', actions(button({ style: 'danger' })), actions(button({ style: 'red' })), '/elements/0/style'],
  ['block_id 255', { type: 'divider', block_id: x(255) }, { type: 'divider', block_id: x(256) }, '/block_id'],
  [
    'confirm title 100',
    actions(button({ confirm: { title: plain(x(100)), text: plain('x') } })),
    actions(button({ confirm: { title: plain(x(101)), text: plain('x') } })),
    '/elements/0/confirm/title/text',
  ],
  [
    'confirm text 300',
    actions(button({ confirm: { text: plain(x(300)) } })),
    actions(button({ confirm: { text: plain(x(301)) } })),
    '/elements/0/confirm/text/text',
  ],
  [
    'confirm button 30',
    actions(button({ confirm: { text: plain('x'), deny: plain(x(30)) } })),
    actions(button({ confirm: { text: plain('x'), deny: plain(x(31)) } })),
    '/elements/0/confirm/deny/text',
  ],
  [
    '100 options',
    select({ options: times(100, (index) => option({ value: `${index}` })) }),
    select({ options: times(101, (index) => option({ value: `${index}` })) }),
    '/elements/0/options',
  ],
  [
    'option text 75',
    select({ options: [option({ text: plain(x(75)) })] }),
    select({ options: [option({ text: plain(x(76)) })] }),
    '/elements/0/options/0/text/text',
  ],
  [
    'option value 150',
    select({ options: [option({ value: x(150) })] }),
    select({ options: [option({ value: x(151) })] }),
    '/elements/0/options/0/value',
  ],
  [
    'option with a value',
    select({ options: [option()] }),
    select({ options: [{ text: plain('x') }] }),
    '/elements/0/options/0',
  ],
  ['options not empty', select({ options: [option()] }), select({ options: [] }), '/elements/0/options'],
  ['options or groups', select({ options: [option()] }), select({}), '/elements/0'],
  [
    'first choice among the options',
    select({ options: [option()], initial_option: option() }),
    select({ options: [option()], initial_option: option({ value: '2' }) }),
    '/elements/0',
  ],
  [
    'overflow 5',
    actions({ type: 'overflow', options: times(5, () => option()) }),
    actions({ type: 'overflow', options: times(6, () => option()) }),
    '/elements/0/options',
  ],
  [
    'radio buttons 10',
    actions({ type: 'radio_buttons', options: times(10, () => option()) }),
    actions({ type: 'radio_buttons', options: times(11, () => option()) }),
    '/elements/0/options',
  ],
  [
    'checkboxes 10',
    actions({ type: 'checkboxes', options: times(10, () => option()) }),
    actions({ type: 'checkboxes', options: times(11, () => option()) }),
    '/elements/0/options',
  ],
  [
    'alt_text',
    { type: 'image', alt_text: 'x', image_url: 'https://a.b/c.png' },
    { type: 'image', image_url: 'https://a.b/c.png' },
    '',
  ],
  [
    'table 100 rows',
    { type: 'table', rows: times(100, () => [cell('x')]) },
    { type: 'table', rows: times(101, () => [cell('x')]) },
    '/rows',
  ],
  [
    'table 20 columns',
    { type: 'table', rows: [times(20, () => cell('x'))] },
    { type: 'table', rows: [times(21, () => cell('x'))] },
    '/rows/0',
  ],
  [
    'table rows alike',
    { type: 'table', rows: [[cell('x')], [cell('y')]] },
    { type: 'table', rows: [[cell('x')], [cell('y'), cell('z')]] },
    '/rows',
  ],
  [
    'data_table 2 rows',
    { type: 'data_table', caption: 'c', rows: [[cell('x')], [cell('y')]] },
    { type: 'data_table', caption: 'c', rows: [[cell('x')]] },
    '/rows',
  ],
  [
    'data_table 101 rows',
    { type: 'data_table', caption: 'c', rows: times(101, () => [cell('x')]) },
    { type: 'data_table', caption: 'c', rows: times(102, () => [cell('x')]) },
    '/rows',
  ],
  [
    'data_table caption',
    { type: 'data_table', caption: 'c', rows: [[cell('x')], [cell('y')]] },
    { type: 'data_table', rows: [[cell('x')], [cell('y')]] },
    '',
  ],
  [
    'data_table 20,000 characters',
    { type: 'data_table', caption: 'c', rows: [[cell(x(10_000))], [cell(x(10_000))]] },
    { type: 'data_table', caption: 'c', rows: [[cell(x(10_000))], [cell(x(10_001))]] },
    '/rows',
  ],
  [
    'page_size 100',
    { type: 'data_table', caption: 'c', page_size: 100, rows: [[cell('x')], [cell('y')]] },
    { type: 'data_table', caption: 'c', page_size: 101, rows: [[cell('x')], [cell('y')]] },
    '/page_size',
  ],
  [
    'chart title 50',
    { ...chart({ type: 'pie', segments: [{ label: 'a', value: 1 }] }), title: x(50) },
    { ...chart({ type: 'pie', segments: [{ label: 'a', value: 1 }] }), title: x(51) },
    '/title',
  ],
  [
    'pie 6 segments',
    chart({ type: 'pie', segments: times(6, (index) => ({ label: `${index}`, value: 1 })) }),
    chart({ type: 'pie', segments: times(7, (index) => ({ label: `${index}`, value: 1 })) }),
    '/chart/segments',
  ],
  [
    'pie above zero',
    chart({ type: 'pie', segments: [{ label: 'a', value: 0.1 }] }),
    chart({ type: 'pie', segments: [{ label: 'a', value: 0 }] }),
    '/chart/segments/0/value',
  ],
  [
    '6 series',
    chart({ type: 'bar', series: times(6, (index) => ({ name: `${index}`, data: points(1) })) }),
    chart({ type: 'bar', series: times(7, (index) => ({ name: `${index}`, data: points(1) })) }),
    '/chart/series',
  ],
  [
    '20 points',
    chart({ type: 'line', series: [{ name: 'a', data: points(20) }] }),
    chart({ type: 'line', series: [{ name: 'a', data: points(21) }] }),
    '/chart/series/0/data',
  ],
  [
    'labels 20',
    chart({ type: 'area', series: [{ name: x(20), data: points(1) }] }),
    chart({ type: 'area', series: [{ name: x(21), data: points(1) }] }),
    '/chart/series/0/name',
  ],
  [
    'same labels',
    chart({
      type: 'bar',
      series: [
        { name: 'a', data: points(2) },
        { name: 'b', data: points(2) },
      ],
    }),
    chart({
      type: 'bar',
      series: [
        { name: 'a', data: points(2) },
        { name: 'b', data: points(2, 1) },
      ],
    }),
    '/chart/series',
  ],
  ['card title 150', card({ title: mrkdwn(x(150)) }), card({ title: mrkdwn(x(151)) }), '/title/text'],
  ['card subtitle 150', card({ subtitle: mrkdwn(x(150)) }), card({ subtitle: mrkdwn(x(151)) }), '/subtitle/text'],
  ['card body 200', card({ body: mrkdwn(x(200)) }), card({ body: mrkdwn(x(201)) }), '/body/text'],
  [
    'card 3 buttons',
    card({ actions: times(3, () => button()) }),
    card({ actions: times(4, () => button()) }),
    '/actions',
  ],
  [
    'carousel 10',
    { type: 'carousel', elements: times(10, () => card()) },
    { type: 'carousel', elements: times(11, () => card()) },
    '/elements',
  ],
  [
    'container 10',
    container({ child_blocks: times(10, () => ({ type: 'divider' })) }),
    container({ child_blocks: times(11, () => ({ type: 'divider' })) }),
    '/child_blocks',
  ],
  ['container title', container(), { type: 'container', child_blocks: [{ type: 'divider' }] }, ''],
  ['no container in a container', container(), container({ child_blocks: [container()] }), '/child_blocks/0/type'],
  ['markdown 12,000', { type: 'markdown', text: x(12_000) }, { type: 'markdown', text: x(12_001) }, '/text'],
  ['known blocks', { type: 'divider' }, { type: 'fancy' }, '/type'],
  ['no alert in messages', { type: 'divider' }, { type: 'alert', text: plain('x') }, '/type'],
  ['known properties', { type: 'divider' }, { type: 'divider', colour: 'red' }, ''],
  ['no prototype properties', { type: 'divider' }, JSON.parse('{"type":"divider","constructor":1}'), ''],
  ['an object', { type: 'divider' }, [1], ''],
  ['a type', { type: 'divider' }, {}, ''],
  [
    'rich text elements',
    { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '*x*' }] }] },
    { type: 'rich_text', elements: [{ type: 'text', text: 'x' }] },
    '/elements/0/type',
  ],
];

describe('a block of a message', () => {
  test.each(LIMITS)('%s', (_name, fits, tooFar, pointer) => {
    expect(checkMessage(message(fits))).toEqual([]);
    const problems = checkMessage(message(tooFar));
    expect(problems.some((each) => each.endsWith(`[json-pointer:/blocks/0${pointer}]`))).toBe(true);
  });
});

describe('a message', () => {
  const divider = { type: 'divider' };

  test('says what is wrong in the words of Slack', () => {
    expect(checkMessage({ text: 't', blocks: [{ type: 'header', text: plain(x(151)) }] })).toEqual([
      'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
    ]);
    expect(checkMessage({ text: 't', blocks: [{ type: 'header' }] })).toEqual([
      'missing required field: text [json-pointer:/blocks/0]',
    ]);
    expect(checkMessage({ text: 't', blocks: [{ type: 'x' }] })).toEqual([
      'unsupported type: x [json-pointer:/blocks/0/type]',
    ]);
  });

  test('has at most 50 blocks', () => {
    expect(checkMessage({ text: 't', blocks: times(50, () => divider) })).toEqual([]);
    expect(checkMessage({ text: 't', blocks: times(51, () => divider) })).toEqual([
      'no more than 50 items allowed [json-pointer:/blocks]',
    ]);
  });

  test('has a text for notifications and screen readers', () => {
    for (const text of [undefined, '', '  ']) {
      expect(checkMessage({ text, blocks: [divider] })).toEqual(['missing_text_in_message [json-pointer:/text]']);
    }
    expect(checkMessage({ text: x(40_001) })).toHaveLength(1);
    expect(checkMessage({ text: x(40_000) })).toEqual([]);
  });

  test('holds about 12,000 characters in its blocks', () => {
    expect(checkMessage({ text: 't', blocks: sections(4) })).toEqual([]);
    expect(checkMessage({ text: 't', blocks: [...sections(4), { type: 'header', text: plain('x') }] })).toEqual([
      'msg_blocks_too_long [json-pointer:/blocks]',
    ]);
  });

  test('has no block_id twice, nested blocks included, and no action_id twice in one block', () => {
    const twice = [
      { type: 'divider', block_id: 'a' },
      container({ child_blocks: [{ type: 'divider', block_id: 'a' }] }),
    ];
    expect(checkMessage({ text: 't', blocks: twice })).toEqual([
      '`block_id` already exists: a [json-pointer:/blocks/1/child_blocks/0/block_id]',
    ]);
    const why = button({ action_id: 'why' });
    expect(checkMessage({ text: 't', blocks: [actions(why), actions(why)] })).toEqual([]);
    expect(checkMessage({ text: 't', blocks: [actions(why, why)] })).toEqual([
      '`action_id` already exists: why [json-pointer:/blocks/0]',
    ]);
  });

  test('has at most two charts', () => {
    const pie = chart({ type: 'pie', segments: [{ label: 'a', value: 1 }] });
    expect(checkMessage({ text: 't', blocks: [pie, pie] })).toEqual([]);
    expect(checkMessage({ text: 't', blocks: [pie, pie, pie] })).toHaveLength(1);
  });

  test('whose blocks are no list is refused', () => {
    expect(checkMessage({ text: 't', blocks: {} })).toEqual(['must provide an array [json-pointer:/blocks]']);
  });
});

describe('a view', () => {
  const modal = (extra: object = {}) => ({ type: 'modal', title: plain('Why?'), blocks: [], ...extra });
  const text = { type: 'plain_text_input', action_id: 'a' };

  test.each([
    ['title 24', modal({ title: plain(x(24)) }), modal({ title: plain(x(25)) })],
    ['submit 24', modal({ submit: plain(x(24)) }), modal({ submit: plain(x(25)) })],
    ['close 24', modal({ close: plain(x(24)) }), modal({ close: plain(x(25)) })],
    ['private_metadata 3,000', modal({ private_metadata: x(3000) }), modal({ private_metadata: x(3001) })],
    ['callback_id 255', modal({ callback_id: x(255) }), modal({ callback_id: x(256) })],
    ['external_id 255', modal({ external_id: x(255) }), modal({ external_id: x(256) })],
    [
      '100 blocks',
      modal({ blocks: times(100, () => ({ type: 'divider' })) }),
      modal({ blocks: times(101, () => ({ type: 'divider' })) }),
    ],
    ['a title', modal(), { type: 'modal', blocks: [] }],
    ['a list of blocks', modal(), { type: 'modal', title: plain('x') }],
    [
      'submit where there is an input',
      modal({ submit: plain('OK'), blocks: [input(text)] }),
      modal({ blocks: [input(text)] }),
    ],
    [
      'alert 200',
      modal({ blocks: [{ type: 'alert', text: plain(x(200)) }] }),
      modal({ blocks: [{ type: 'alert', text: plain(x(201)) }] }),
    ],
    ['no table in a modal', modal(), modal({ blocks: [{ type: 'table', rows: [[cell('x')]] }] })],
    [
      'no alert on Home',
      { type: 'home', blocks: [card()] },
      { type: 'home', blocks: [{ type: 'alert', text: plain('x') }] },
    ],
    ['no title on Home', { type: 'home', blocks: [] }, { type: 'home', title: plain('x'), blocks: [] }],
    ['known type', modal(), { type: 'window', blocks: [] }],
    [
      'date form',
      modal({ submit: plain('OK'), blocks: [input({ type: 'datepicker', initial_date: '2026-03-02' })] }),
      modal({ submit: plain('OK'), blocks: [input({ type: 'datepicker', initial_date: '2/3/26' })] }),
    ],
    [
      'number_input says whether decimals fit',
      modal({ submit: plain('OK'), blocks: [input({ type: 'number_input', is_decimal_allowed: true })] }),
      modal({ submit: plain('OK'), blocks: [input({ type: 'number_input' })] }),
    ],
    ['no button as an input', modal(), modal({ submit: plain('OK'), blocks: [input(button())] })],
  ])('%s', (_name, fits, tooFar) => {
    expect(checkView(fits)).toEqual([]);
    expect(checkView(tooFar)).toHaveLength(1);
  });

  test('has at most 250 KB', () => {
    const big = modal({ blocks: times(100, () => ({ type: 'section', text: mrkdwn('客'.repeat(900)) })) });
    expect(checkView(big)).toEqual(['view_too_large [json-pointer:/view]']);
  });
});
