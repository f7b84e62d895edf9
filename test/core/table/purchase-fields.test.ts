import { Converter } from 'opencc-js';
import { describe, expect, test } from 'vitest';
import type { Grid } from '../../../core/table/cell.ts';
import { headingKey } from '../../../core/table/heading.ts';
import { isCancelled, PURCHASE_FIELDS } from '../../../core/table/purchase-fields.ts';
import { readTable } from '../../../core/table/read-table.ts';
import { exactMatch, vocabulary } from '../../../core/table/vocabulary.ts';
import { fieldTitle } from '../../../core/text/field-titles.ts';
import { LANGUAGES } from '../../../core/text/language.ts';
import { AS_OF } from '../../support/arbitrary-scheme.ts';

const words = vocabulary([], PURCHASE_FIELDS);
const headings = PURCHASE_FIELDS.flatMap((field) => field.headings.map((heading) => [heading, field.id] as const));

describe('the headings of a table of purchases', () => {
  test('each name one field only, in simplified and in traditional characters', () => {
    const converters = (['t', 'tw', 'hk'] as const).map((to) => Converter({ from: 'cn', to }));
    const owner = new Map<string, string>();
    for (const [heading, id] of headings) {
      const key = headingKey(heading);
      expect(`${heading}: ${owner.get(key) ?? id}`).toBe(`${heading}: ${id}`);
      owner.set(key, id);
      for (const text of [heading.toUpperCase(), ...converters.map((convert) => convert(heading))]) {
        expect(`${text}: ${exactMatch(words, text)?.ids.join() ?? 'none'}`).toBe(`${text}: ${id}`);
      }
    }
  });

  test('the title of every field is one', () => {
    for (const { id } of PURCHASE_FIELDS) {
      for (const language of LANGUAGES) expect(exactMatch(words, fieldTitle(id, language))?.ids).toEqual([id]);
    }
  });
});

/** Headings of tables as shops and books export them, and the columns that are taken. */
const TABLES: readonly (readonly [
  what: string,
  headings: readonly string[],
  taken: Readonly<Record<string, string>>,
])[] = [
  [
    'an online shop',
    [
      '订单编号',
      '订单创建时间',
      '订单付款时间',
      '买家昵称',
      '宝贝标题',
      '应付金额',
      '实付金额',
      '订单状态',
      '店铺名称',
    ],
    {
      orderNumber: 'A',
      purchaseDate: 'B',
      name: 'D',
      product: 'E',
      purchaseAmount: 'G',
      orderStatus: 'H',
      channel: 'I',
    },
  ],
  [
    'a book of sales in Taiwan',
    [
      '銷貨單號',
      '銷貨日期',
      '客戶代號',
      '客戶名稱',
      '品名',
      '數量',
      '單價',
      '未稅金額',
      '價稅合計',
      '發票號碼',
      '通路',
    ],
    { orderNumber: 'A', purchaseDate: 'B', key: 'C', name: 'D', product: 'E', purchaseAmount: 'I', channel: 'K' },
  ],
  [
    'invoices',
    [
      'Invoice No.',
      'Invoice date',
      'Due date',
      'Customer no',
      'Customer',
      'Item',
      'Qty',
      'Unit price',
      'Net amount',
      'Total (EUR)',
    ],
    { orderNumber: 'A', purchaseDate: 'B', key: 'D', name: 'E', product: 'F', purchaseAmount: 'I' },
  ],
  [
    'orders with a running number',
    ['ID', 'Name', 'Date', 'Amount', 'Sales channel'],
    { name: 'B', purchaseDate: 'C', purchaseAmount: 'D', channel: 'E' },
  ],
];

test.each(TABLES)('of several columns the most fitting is taken: %s', (_, row, taken) => {
  const reading = readTable([row, row.map((heading) => (/日期|时间|時間|date/i.test(heading) ? '2026-03-01' : '7'))], {
    asOf: AS_OF,
    known: PURCHASE_FIELDS,
    mayRepeat: true,
  });
  const found = reading.columns.flatMap(({ field, letter }) => (field === null ? [] : [[field, letter]]));
  expect(Object.fromEntries(found)).toEqual(taken);
  expect(reading.problems.filter(({ severity }) => severity !== 'note')).toEqual([]);
});

test('two columns alike are asked about', () => {
  const grid: Grid = [
    ['客户名称', '下单日期', '金额', '金额'],
    ['甲', '2026-03-01', 1, 2],
  ];
  const { problems } = readTable(grid, { asOf: AS_OF, known: PURCHASE_FIELDS });
  expect(problems).toMatchObject([{ code: 'several-columns', field: 'purchaseAmount', columns: [2, 3] }]);
});

test('a customer that comes again is no problem in a table of purchases, and one in a table of customers', () => {
  const grid: Grid = [
    ['Customer', 'Order date', 'Amount'],
    ['Ames', '2026-03-01', 1],
    ['Ames', '2026-03-01', 1],
  ];
  expect(readTable(grid, { asOf: AS_OF, known: PURCHASE_FIELDS, mayRepeat: true }).problems).toEqual([]);
  expect(readTable(grid, { asOf: AS_OF }).problems).toMatchObject([{ code: 'duplicate-name' }]);
});

test.each<[string, boolean]>([
  ['Cancelled', true],
  ['canceled by customer', true],
  ['Order cancelled', true],
  ['已取消', true],
  ['交易关闭', true],
  ['交易關閉', true],
  ['已作廢', true],
  ['Completed', false],
  ['not cancelled', false],
  ['交易成功', false],
  ['已退款', false],
  ['', false],
])('an order that is “%s” came to nothing: %s', (status, expected) => {
  expect(isCancelled(status)).toBe(expected);
});
