import { expect, test } from 'vitest';
import { cellText, sortedRows } from '../../../../../bot/local/page/blocks/table-rows.ts';

const text = (value: string) => ({ type: 'raw_text', text: value });
const number = (value: number) => ({ type: 'raw_number', value, text: `${value} EUR` });
const rich = (value: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: value }] }],
});
const rows = [
  [text('Customer 10'), number(9)],
  [text('Customer 2'), number(100)],
  [rich('Åcme'), number(-1)],
];
const names = (sorted: ReturnType<typeof sortedRows>) => sorted.map(([name]) => cellText(name ?? {}));

test('unsorted rows stay as they are', () => {
  expect(sortedRows(rows, null, 'en')).toBe(rows);
});

test('texts are sorted as people sort them, rich text by what it says', () => {
  const sorted = sortedRows(rows, { column: 0, isDescending: false }, 'en');
  expect(names(sorted)).toEqual(['Åcme', 'Customer 2', 'Customer 10']);
});

test('numbers are sorted by value, either way round', () => {
  expect(names(sortedRows(rows, { column: 1, isDescending: false }, 'en'))).toEqual([
    'Åcme',
    'Customer 10',
    'Customer 2',
  ]);
  expect(names(sortedRows(rows, { column: 1, isDescending: true }, 'en'))).toEqual([
    'Customer 2',
    'Customer 10',
    'Åcme',
  ]);
});
