import { expect, test } from 'vitest';
import { type BorderedColumn, borderedTable } from '../../../bot/cli/bordered-table.ts';

const COLUMNS: readonly BorderedColumn[] = [
  { head: 'Row', align: 'right' },
  { head: 'Customer', align: 'left' },
];

const drawn = (rows: readonly (readonly string[])[]): string => [...borderedTable(COLUMNS, rows)].join('');

test('columns are as wide as their widest cell, wide characters counted twice, numbers to the right', () => {
  expect(
    drawn([
      ['2', '华为技术有限公司'],
      ['10002', 'Café'],
    ]),
  ).toBe(
    [
      '┌───────┬──────────────────┐',
      '│   Row │ Customer         │',
      '├───────┼──────────────────┤',
      '│     2 │ 华为技术有限公司 │',
      '│ 10002 │ Café             │',
      '└───────┴──────────────────┘',
      '',
    ].join('\n'),
  );
});

test('more rows than a call takes arguments are drawn, each on its line', () => {
  const rows = Array.from({ length: 125_000 }, (_, row) => [String(row + 2), `C${row}`]);
  const lines = drawn(rows).split('\n');
  expect(lines).toHaveLength(rows.length + 5);
  expect(lines[3]).toBe('│      2 │ C0       │');
  expect(lines.at(-3)).toBe('│ 125001 │ C124999  │');
});
