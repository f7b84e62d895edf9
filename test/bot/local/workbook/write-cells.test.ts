import { expect, test } from 'vitest';
import type { Sheet } from '../../../../bot/local/workbook/sheet.ts';
import type { Workbook } from '../../../../bot/local/workbook/workbook.ts';
import {
  clearCells,
  enterFormulas,
  enterValues,
  setFormats,
  setNotes,
  setValidations,
} from '../../../../bot/local/workbook/write-cells.ts';
import { americanBook, block } from '../../../support/sheet-scripts.ts';

function bookAndSheet(): { book: Workbook; sheet: Sheet } {
  const book = americanBook();
  return { book, sheet: book.sheet(0) };
}

test('what is typed is read, and what is entered raw stays as it is', () => {
  const { book, sheet } = bookAndSheet();
  enterValues(book, block(1, 3), [['10%', '=A1', '007']]);
  enterValues(book, block(1, 3, 1), [['10%', '=A1', '007']], 'raw');
  expect(sheet.grid.read('values', block(2, 3))).toEqual([
    [0.1, null, 7],
    ['10%', '=A1', '007'],
  ]);
  expect(sheet.grid.read('formulas', block(2, 3))).toEqual([
    [null, '=A1', null],
    [null, null, null],
  ]);
});

test('a value takes the place of a formula, and a formula that of a value', () => {
  const { book, sheet } = bookAndSheet();
  enterFormulas(book, block(1, 2), [['A1', '=B1']]);
  expect(sheet.grid.read('formulas', block(1, 2))).toEqual([['=A1', '=B1']]);
  enterValues(book, block(1, 2), [[1, null]]);
  expect(sheet.grid.read('formulas', block(1, 2))).toEqual([[null, null]]);
  enterFormulas(book, block(1, 2), [['=A2', '']]);
  expect(sheet.grid.read('values', block(1, 2))).toEqual([[null, null]]);
});

test('a day shows as the locale shows days, unless the cell has a pattern for days; a number keeps the pattern', () => {
  const { book, sheet } = bookAndSheet();
  setFormats(book, block(1, 1, 0, 1), [[{ numberFormat: 'yyyy-mm-dd' }]]);
  // Midnight and noon in New York.
  enterValues(book, block(1, 3), [
    [{ dateMs: Date.UTC(2026, 0, 2, 5) }, { dateMs: Date.UTC(2026, 0, 2, 5) }, { dateMs: Date.UTC(2026, 0, 2, 17) }],
  ]);
  expect(sheet.grid.read('values', block(1, 3))).toEqual([[46_024, 46_024, 46_024.5]]);
  const patterns = () => sheet.grid.read('formats', block(1, 3))[0]?.map(({ numberFormat }) => numberFormat);
  expect(patterns()).toEqual(['m/d/yyyy', 'yyyy-mm-dd', 'm/d/yyyy h:mm:ss']);
  enterValues(book, block(1, 3), [[1, '$2', 'x']]);
  expect(patterns()).toEqual(['m/d/yyyy', 'yyyy-mm-dd', 'm/d/yyyy h:mm:ss']);
});

test('notes, formats and validation stay when values change, and clearing takes only what it is told', () => {
  const { book, sheet } = bookAndSheet();
  const cell = block(1, 1);
  setNotes(book, cell, [['note']]);
  setFormats(book, cell, [[{ background: '#ff0000', fontWeight: 'bold' }]]);
  setValidations(book, cell, [[{ list: ['a'] }]]);
  enterValues(book, cell, [['x']]);
  const all = () =>
    ['values', 'notes', 'formats', 'validations'].map((layer) => sheet.grid.get(layer as 'values', 0, 0));
  expect(all()).toEqual(['x', 'note', { background: '#ff0000', fontWeight: 'bold' }, { list: ['a'] }]);
  setFormats(book, cell, [[{ background: undefined }]]);
  expect(all()[2]).toEqual({ fontWeight: 'bold' });
  clearCells(book, cell, ['contents']);
  expect(all()).toEqual([null, 'note', { fontWeight: 'bold' }, { list: ['a'] }]);
  clearCells(book, cell, ['notes', 'formats', 'validations']);
  expect(all()).toEqual([null, '', {}, null]);
});

test('cells that a merged cell covers take nothing', () => {
  const { book, sheet } = bookAndSheet();
  sheet.merges = [{ startRow: 0, endRow: 1, startColumn: 0, endColumn: 2 }];
  enterValues(book, block(2, 2), [
    ['a', 'b'],
    ['c', 'd'],
  ]);
  expect(sheet.grid.read('values', block(2, 2))).toEqual([
    ['a', null],
    ['c', 'd'],
  ]);
});

test('a typed column of a table takes values and refuses formats and validation, its heading takes all', () => {
  const { book, sheet } = bookAndSheet();
  const range = { startRow: 0, endRow: 5, startColumn: 0, endColumn: 2 };
  sheet.tables = [
    {
      name: 'T',
      range,
      columns: [
        { name: 'a', type: 'number' },
        { name: 'b', type: 'none' },
      ],
    },
  ];
  enterValues(book, block(1, 1, 1), [['x']]);
  const refused = expect.objectContaining({ code: 'typed-column', detail: 'a' });
  expect(() => setFormats(book, block(1, 2, 1), [[{}, {}]])).toThrow(refused);
  expect(() => setValidations(book, block(1, 1, 1), [[1]])).toThrow(refused);
  expect(() => clearCells(book, block(9, 1), ['formats'])).toThrow(refused);
  setFormats(book, block(1, 1), [[{ fontWeight: 'bold' }]]);
  setFormats(book, block(2, 1, 1, 1), [[{}], [{}]]);
  clearCells(book, block(9, 1), ['contents', 'notes']);
});

test.each<[string, string, (book: Workbook) => void]>([
  ['too few rows', 'wrong-size', (book) => enterValues(book, block(2, 1), [['x']])],
  ['a ragged row', 'wrong-size', (book) => enterValues(book, block(2, 2), [['x', 'y'], ['z']])],
  ['50,001 characters', 'cell-too-long', (book) => enterValues(book, block(1, 2), [['x', 'y'.repeat(50_001)]])],
  ['a note of 50,001 characters', 'cell-too-long', (book) => setNotes(book, block(1, 2), [['x', 'y'.repeat(50_001)]])],
  [
    'a formula of 50,001 characters',
    'cell-too-long',
    (book) => enterFormulas(book, block(1, 2), [['=1', '='.repeat(50_001)]]),
  ],
  ['a cell beyond the last column', 'out-of-bounds', (book) => enterValues(book, block(1, 2, 0, 25), [['x', 'y']])],
  ['a block of no rows', 'out-of-bounds', (book) => enterValues(book, block(0, 1), [])],
  ['a sheet that is not there', 'no-such-sheet', (book) => enterValues(book, { ...block(1, 1), sheetId: 5 }, [['x']])],
])('%s is refused, and nothing is written', (_, code, write) => {
  const { book, sheet } = bookAndSheet();
  const before = book.changeCount;
  expect(() => write(book)).toThrow(expect.objectContaining({ code }));
  expect(book.changeCount).toBe(before);
  expect(sheet.used).toMatchObject({ endRow: 0, endColumn: 0 });
});

test('50,000 characters are taken', () => {
  const { book, sheet } = bookAndSheet();
  enterValues(book, block(1, 1), [['y'.repeat(50_000)]]);
  expect(sheet.grid.get('values', 0, 0)).toHaveLength(50_000);
});
