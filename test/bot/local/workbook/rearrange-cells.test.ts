import { expect, test } from 'vitest';
import { copyCells, mergeCells, sortRange, unmergeCells } from '../../../../bot/local/workbook/rearrange-cells.ts';
import { enterFormulas, enterValues, setFormats, setNotes } from '../../../../bot/local/workbook/write-cells.ts';
import { americanBook, block } from '../../../support/sheet-scripts.ts';

test('sorting puts numbers, texts, yes and no, errors, and empty cells last either way', () => {
  const book = americanBook();
  const column = block(8, 1);
  enterValues(book, column, [['b'], [null], ['#N/A'], [10], [true], ['A'], [-2], [false]]);
  const values = () => book.sheet(0).grid.read('values', column).flat();
  sortRange(book, column, [{ column: 0, isAscending: true }]);
  expect(values()).toEqual([-2, 10, 'A', 'b', false, true, { error: '#N/A' }, null]);
  sortRange(book, column, [{ column: 0, isAscending: false }]);
  expect(values()).toEqual([{ error: '#N/A' }, true, false, 'b', 'A', 10, -2, null]);
});

test('rows that are equal keep their order, and a second column decides', () => {
  const book = americanBook();
  enterValues(book, block(4, 3), [
    ['x', 2, 'first'],
    ['y', 1, 'second'],
    ['x', 1, 'third'],
    ['x', 2, 'fourth'],
  ]);
  sortRange(book, block(4, 3), [
    { column: 0, isAscending: true },
    { column: 1, isAscending: true },
  ]);
  expect(
    book
      .sheet(0)
      .grid.read('values', block(4, 1, 0, 2))
      .flat(),
  ).toEqual(['third', 'first', 'fourth', 'second']);
});

test('a block that does not hold all of its rows leaves their metadata where it is', () => {
  const book = americanBook();
  enterValues(book, block(2, 2), [
    [2, 'a'],
    [1, 'b'],
  ]);
  book.metadata.add({ key: 'k', value: null, visibility: 'document', place: { on: 'row', sheetId: 0, index: 0 } });
  sortRange(book, block(2, 1), [{ column: 0, isAscending: true }]);
  expect(book.metadata.all).toMatchObject([{ place: { index: 0 } }]);
  sortRange(book, block(2, 2), [{ column: 1, isAscending: false }]);
  expect(book.metadata.all).toMatchObject([{ place: { index: 1 } }]);
});

test('a block narrower than its rows sorts alone, with its notes and looks', () => {
  const book = americanBook();
  enterValues(book, block(3, 3), [
    [3, 'c', 'x'],
    [1, 'a', 'y'],
    [2, 'b', 'z'],
  ]);
  setNotes(book, block(1, 2), [['of c', 'of x']]);
  setFormats(book, block(1, 1, 0, 1), [[{ fontWeight: 'bold' }]]);
  sortRange(book, block(3, 2), [{ column: 0, isAscending: true }]);
  const { grid } = book.sheet(0);
  expect(grid.read('values', block(3, 3))).toEqual([
    [1, 'a', 'x'],
    [2, 'b', 'y'],
    [3, 'c', 'z'],
  ]);
  expect(grid.read('notes', block(3, 2)).flat()).toEqual(['', '', '', '', 'of c', 'of x']);
  expect(grid.read('formats', block(3, 1, 0, 1)).flat()).toEqual([{}, {}, { fontWeight: 'bold' }]);
});

test('merged cells in it and a column outside of it are refused', () => {
  const book = americanBook();
  mergeCells(book, block(1, 2, 3));
  expect(() => sortRange(book, block(5, 2), [{ column: 0, isAscending: true }])).toThrow(
    expect.objectContaining({ code: 'cuts-a-block' }),
  );
  expect(() => sortRange(book, block(2, 2), [{ column: 2, isAscending: true }])).toThrow(
    expect.objectContaining({ code: 'out-of-bounds' }),
  );
});

test('a copy takes everything along, relative references too, and fills a block that is a multiple', () => {
  const book = americanBook();
  enterFormulas(book, block(1, 1), [['=B1+$B$1']]);
  setNotes(book, block(1, 1), [['note']]);
  setFormats(book, block(1, 1), [[{ fontWeight: 'bold' }]]);
  copyCells(book, block(1, 1), block(2, 2, 2, 1), 'all');
  const { grid } = book.sheet(0);
  expect(grid.read('formulas', block(2, 2, 2, 1))).toEqual([
    ['=C3+$B$1', '=D3+$B$1'],
    ['=C4+$B$1', '=D4+$B$1'],
  ]);
  expect(grid.read('notes', block(2, 2, 2, 1)).flat()).toEqual(['note', 'note', 'note', 'note']);
  expect(grid.get('formats', 3, 2)).toEqual({ fontWeight: 'bold' });
});

test('a copy of values leaves formulas and looks behind, one of formats only brings looks', () => {
  const book = americanBook();
  enterValues(book, block(1, 2), [['$5', 'x']]);
  enterFormulas(book, block(1, 1, 4), [['=A1']]);
  copyCells(book, block(1, 1), block(1, 1, 4), 'values');
  copyCells(book, block(1, 1), block(1, 1, 5), 'formats');
  const { grid } = book.sheet(0);
  expect([grid.get('values', 4, 0), grid.get('formulas', 4, 0), grid.get('formats', 4, 0)]).toEqual([5, null, {}]);
  expect([grid.get('values', 5, 0), grid.get('formats', 5, 0)]).toEqual([null, { numberFormat: '$#,##0' }]);
});

test('merging keeps the first value, takes smaller merges in, and refuses to cut one', () => {
  const book = americanBook();
  const sheet = book.sheet(0);
  enterValues(book, block(2, 2), [
    ['a', 'b'],
    ['c', 'd'],
  ]);
  mergeCells(book, block(1, 2));
  expect(sheet.grid.read('values', block(1, 2))).toEqual([['a', null]]);
  expect(() => mergeCells(book, block(2, 1))).toThrow(expect.objectContaining({ code: 'cuts-a-block' }));
  mergeCells(book, block(2, 2));
  expect(sheet.merges).toEqual([{ startRow: 0, endRow: 2, startColumn: 0, endColumn: 2 }]);
  unmergeCells(book, block(1, 1, 1, 1));
  expect(sheet.merges).toEqual([]);
});
