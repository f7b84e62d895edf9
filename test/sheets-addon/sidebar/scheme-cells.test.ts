import { expect, test } from 'vitest';
import { accountValue } from '../../../core/schemes/account-value.ts';
import { medal } from '../../../core/schemes/medal.ts';
import { schemeBlocks } from '../../../sheets-addon/schemes/scheme-blocks.ts';
import type { SchemeCell } from '../../../sheets-addon/schemes/scheme-cells.ts';
import { cellsWithScheme, schemesInCells } from '../../../sheets-addon/sidebar/scheme-cells.ts';

const first = { ...accountValue, id: 'first' };
const second = { ...medal, id: 'second' };

test('a scheme is added behind the others, with an empty row between', () => {
  const cells = cellsWithScheme(cellsWithScheme(null, first, 'en'), second, 'zh-CN');
  const { schemes, problems } = schemesInCells(cells, 'en');
  expect(problems).toEqual([]);
  expect(schemes.map(({ document }) => document)).toEqual([
    JSON.parse(JSON.stringify(first)),
    JSON.parse(JSON.stringify(second)),
  ]);
  const [, block] = schemeBlocks(cells);
  expect(cells[(block?.firstRow ?? 0) - 1]?.every((cell) => cell === '')).toBe(true);
});

test('a scheme that is there already is replaced where it stands, and the others stay as they are', () => {
  const both = cellsWithScheme(cellsWithScheme(null, first, 'en'), second, 'en');
  const newer = { ...first, version: 7 };
  const cells = cellsWithScheme(both, newer, 'en');
  expect(schemesInCells(cells, 'en').schemes.map(({ document: { id, version } }) => [id, version])).toEqual([
    ['first', 7],
    ['second', second.version],
  ]);
  expect(cellsWithScheme(cells, newer, 'en')).toEqual(cells);
});

test('what cannot be read is told with its cell, counted from 1, and the other schemes can be used', () => {
  const cells = cellsWithScheme(cellsWithScheme(null, first, 'en'), second, 'en').map((row) => [...row]);
  const row = cells.findIndex(([id, weight]) => id === 'salesAmount' && weight === 30);
  (cells[row] ?? [])[1] = 'much';
  const { schemes, ids, problems } = schemesInCells(cells, 'en');
  expect(schemes.map(({ document }) => document.id)).toEqual(['second']);
  // the name is taken all the same
  expect(ids).toEqual(['first', 'second']);
  expect(problems).toEqual([
    {
      scheme: 'Account value',
      row: row + 1,
      column: 2,
      text: '“Weight” of “Sales amount” is “much”: write a number of more than 0, such as 20.',
    },
  ]);
});

test('what the check finds is told with its cell', () => {
  const cells = cellsWithScheme(null, first, 'en').map((row) => [...row]);
  const row = cells.findIndex(([id, weight]) => id === 'salesAmount' && weight === 30);
  (cells[row] ?? [])[1] = -5;
  expect(schemesInCells(cells, 'en').problems).toContainEqual({
    scheme: 'Account value',
    row: row + 1,
    column: 2,
    text: '“Weight” of “Sales amount” is -5: write a number of more than 0, such as 20.',
  });
});

test('mistakes of different kinds are told together, each once', () => {
  const cells = cellsWithScheme(null, first, 'en').map((row) => [...row]);
  const put = (find: (row: readonly SchemeCell[]) => boolean, column: number, to: SchemeCell): number => {
    const row = cells.findIndex(find);
    (cells[row] ?? [])[column] = to;
    return row + 1;
  };
  const rows = [
    put(([id, , from]) => id === 'A' && from === 80, 5, 'weekly'),
    put(([id, , type]) => id === 'salesAmount' && type === 'money', 2, 'monney'),
    put(([id, weight]) => id === 'salesAmount' && weight === 30, 1, 'heavy'),
    put(([id, , , top]) => id === 'salesAmount' && top === '20%', 3, '120%'),
    put(([id, , , , word]) => id === 'salesAmount' && word === 'high', 4, 'hihg'),
  ];
  const { problems } = schemesInCells(cells, 'en');
  expect(problems.map(({ row }) => row)).toEqual(rows);
});
