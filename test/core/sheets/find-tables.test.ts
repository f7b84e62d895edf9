import { describe, expect, test } from 'vitest';
import { findTables } from '../../../core/sheets/find-tables.ts';
import type { SheetValue } from '../../../core/sheets/sheet-value.ts';
import { vocabulary } from '../../../core/table/vocabulary.ts';

const HEADINGS = ['客户名称', '销售额', '回款率'];
const words = vocabulary([]);

function tablesIn(rows: readonly SheetValue[][], ours: readonly number[] = []): string[] {
  const width = Math.max(...rows.map((row) => row.length));
  const values = rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
  return findTables(values, (column) => !ours.includes(column), words).map(
    ({ top, left, bottom, right, hasHeader }) =>
      `${top},${left}:${bottom},${right}${hasHeader ? '' : ' without headings'}`,
  );
}

describe('tables of a sheet', () => {
  test('one table fills its block', () => {
    expect(tablesIn([HEADINGS, ['甲', 1, 2], ['乙', 3, 4]])).toEqual(['0,0:2,2']);
  });

  test('title and date above the headings belong to the table, blank row or not', () => {
    expect(tablesIn([['2026年客户表'], [], HEADINGS, ['甲', 1, 2]])).toEqual(['0,0:3,2']);
    expect(tablesIn([['Customers'], [new Date(0)], HEADINGS, ['甲', 1, 2]])).toEqual(['0,0:3,2']);
  });

  test('blank rows inside, a totals row and a footnote stay with the table above', () => {
    expect(tablesIn([HEADINGS, ['甲', 1, 2], [], ['乙', 3, ''], [], ['合计', 4, 2], [], ['注：内部资料']])).toEqual([
      '0,0:7,2',
    ]);
  });

  test('customers that are called as headings are stay with the table above, and are none themselves', () => {
    const rows = [HEADINGS, ['客户 1', 5000, 0.5], [], ['客户 2', 3000, '90%'], ['公司B', 5, 0.25]];
    expect(tablesIn(rows)).toEqual(['0,0:4,2']);
    expect(tablesIn(rows.slice(3))).toEqual(['0,0:1,2 without headings']);
    // years and months are headings
    expect(tablesIn([HEADINGS, ['甲', 1, 2], [], ['客户名称', 2024, 2025, '12'], ['乙', 3, 4, 5]])).toEqual([
      '0,0:1,2',
      '3,0:4,3',
    ]);
  });

  test('where the same headings stand again a table begins, blank row or not, with the title above it', () => {
    expect(tablesIn([HEADINGS, ['甲', 1, 2], [], HEADINGS, ['乙', 3, 4]])).toEqual(['0,0:1,2', '3,0:4,2']);
    expect(tablesIn([HEADINGS, ['甲', 1, 2], HEADINGS, ['乙', 3, 4], HEADINGS, ['丙', 5, 6]])).toEqual([
      '0,0:1,2',
      '2,0:3,2',
      '4,0:5,2',
    ]);
    expect(tablesIn([HEADINGS, ['甲', 1, 2], [], ['华东'], HEADINGS, ['乙', 3, 4]])).toEqual(['0,0:1,2', '3,0:5,2']);
    expect(tablesIn([HEADINGS, ['甲', 1, 2], [], ['华东'], [], HEADINGS, ['乙', 3, 4]])).toEqual([
      '0,0:1,2',
      '3,0:6,2',
    ]);
    expect(tablesIn([HEADINGS, ['甲', 1, 2], ['华东', '', ''], HEADINGS, ['乙', 3, 4]])).toEqual([
      '0,0:1,2',
      '2,0:4,2',
    ]);
    // a blank row inside does not hide it
    expect(tablesIn([HEADINGS, ['甲', 1, 2], [], ['乙', 3, 4], HEADINGS, ['丙', 5, 6]])).toEqual([
      '0,0:3,2',
      '4,0:5,2',
    ]);
  });

  test('customers right above other headings belong to the table above', () => {
    const other = ['Customer', 'Revenue'];
    expect(tablesIn([HEADINGS, ['甲', 1, 2], [], ['乙', 3, 4], other, ['Acme', 5]])).toEqual(['0,0:3,2', '4,0:5,2']);
    expect(tablesIn([HEADINGS, ['甲', 1, 2], [], ['Region', 'South'], other, ['Acme', 5]])).toEqual([
      '0,0:1,2',
      '3,0:5,1',
    ]);
  });

  test('so it does when the second one is narrower, wider or in another order', () => {
    const wider = [...HEADINGS, '满意度'];
    expect(tablesIn([HEADINGS, ['甲', 1, 2], wider, ['乙', 3, 4, 5]])).toEqual(['0,0:1,3', '2,0:3,3']);
    expect(tablesIn([wider, ['甲', 1, 2, 3], HEADINGS, ['乙', 3, 4]])).toEqual(['0,0:1,3', '2,0:3,3']);
    expect(tablesIn([HEADINGS, ['甲', 1, 2], [], wider, ['乙', 3, 4, 5]])).toEqual(['0,0:1,2', '3,0:4,3']);
    expect(tablesIn([HEADINGS, ['甲', 1, 2], HEADINGS.toReversed(), [1, 3, '乙']])).toEqual(['0,0:1,2', '2,0:3,2']);
  });

  test('a customer who is called like a heading begins no table', () => {
    expect(tablesIn([HEADINGS, ['甲', 1, 2], ['销售额', 3, 4], ['客户名称', '', ''], ['乙', 3, 4]])).toEqual([
      '0,0:4,2',
    ]);
  });

  test('headings of three printed pages are those of one table', () => {
    const page = (rows: number) => [HEADINGS, ...Array.from({ length: rows }, (_, at) => [`甲${at}`, at, 2])];
    expect(tablesIn([...page(39), ...page(39), ...page(5)])).toEqual(['0,0:85,2']);
    expect(tablesIn([...page(39), [], ...page(39), [], ...page(5)])).toEqual(['0,0:87,2']);
    expect(tablesIn([...page(39), ...page(5)])).toEqual(['0,0:39,2', '40,0:45,2']);
    expect(tablesIn([...page(39), ...page(30), ...page(39)])).toHaveLength(3);
    expect(tablesIn([...page(3), ...page(3), ...page(3)])).toHaveLength(3);
  });

  test('tables one below the other and side by side are told apart', () => {
    expect(tablesIn([HEADINGS, ['甲', 1, 2], [], ['Customer', 'Revenue'], ['Acme', 5]])).toEqual([
      '0,0:1,2',
      '3,0:4,1',
    ]);
    expect(
      tablesIn([
        [...HEADINGS, '', 'Customer', 'Revenue'],
        ['甲', 1, 2, '', 'Acme', 5],
        ['', '', '', '', 'Beta', 6],
      ]),
    ).toEqual(['0,0:1,2', '0,4:2,5']);
  });

  test('a list beside the table is not part of it', () => {
    expect(
      tablesIn([
        [...HEADINGS, '', 'To do'],
        ['甲', 1, 2, '', 'call'],
        ['乙', 3, 4],
      ]),
    ).toEqual(['0,0:2,2']);
  });

  test('our columns count as if they were not there, wherever they stand', () => {
    const rows = [
      ['客户名称', '等级', '销售额', '回款率', '得分'],
      ['甲', 'A', 1, 2, 80],
    ];
    expect(tablesIn(rows, [1, 4])).toEqual(['0,0:1,3']);
    expect(
      tablesIn(
        [
          ['Tier', ...HEADINGS],
          ['A', '甲', 1, 2],
        ],
        [0],
      ),
    ).toEqual(['0,1:1,3']);
  });

  test('without headings the largest block is what there is', () => {
    expect(tablesIn([['x'], [], ['Acme', 3, 4], ['Beta', 5, 6]])).toEqual(['2,0:3,2 without headings']);
    expect(tablesIn([['', '']])).toEqual([]);
  });

  test('a table whose every second row is blank is one table', () => {
    const rows = Array.from({ length: 3000 }, (_, index) => (index % 2 === 0 ? ['甲', index, 2] : []));
    expect(tablesIn([HEADINGS, ...rows])).toEqual(['0,0:2999,2']);
  });

  test('headings alone are a table of no customers', () => {
    expect(tablesIn([HEADINGS])).toEqual(['0,0:0,2']);
  });
});
