import { expect, test } from 'vitest';
import { type SpanningCell, spreadCells } from '../../../../../bot/local/page/sheet/spread-cells.ts';

const cell = (content: string, columns = 1, rows = 1): SpanningCell<string> => ({ content, columns, rows });

test('cells that cover several columns and rows keep their content in the upper left', () => {
  const rows = [
    [cell('Customer', 1, 2), cell('2026', 2)],
    [cell('Sales'), cell('Paid')],
    [cell('Acme'), cell('1'), cell('2')],
  ];
  expect(spreadCells(rows, '')).toEqual([
    ['Customer', '2026', ''],
    ['', 'Sales', 'Paid'],
    ['Acme', '1', '2'],
  ]);
});

test('short rows are filled, and a cell does not reach beyond the last row', () => {
  expect(spreadCells([[cell('a', 1, 9), cell('b')], [], [cell('c', 2)]], '-')).toEqual([
    ['a', 'b', '-'],
    ['-', '-', '-'],
    ['-', 'c', '-'],
  ]);
});

test('no rows are no cells', () => {
  expect(spreadCells([], '')).toEqual([]);
});
