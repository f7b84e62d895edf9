import { expect, test } from 'vitest';
import { duplicateSheet } from '../../../../bot/local/workbook/duplicate-sheet.ts';
import type { Workbook } from '../../../../bot/local/workbook/workbook.ts';
import { enterFormulas, enterValues } from '../../../../bot/local/workbook/write-cells.ts';
import { americanBook, block } from '../../../support/sheet-scripts.ts';

const titles = (book: Workbook) => book.sheets.map(({ title }) => title);

test('sheets are added, moved, renamed and deleted by their ids', () => {
  const book = americanBook();
  const added = book.addSheet();
  const first = book.addSheet({ title: 'First', index: 0 });
  expect(titles(book)).toEqual(['First', 'Sheet1', 'Sheet2']);
  book.moveSheet(first.id, 2);
  book.renameSheet(added.id, 'Second');
  expect(titles(book)).toEqual(['Sheet1', 'Second', 'First']);
  book.deleteSheet(0);
  expect(titles(book)).toEqual(['Second', 'First']);
  expect(book.selection.sheetId).toBe(added.id);
  expect(new Set(book.sheets.map(({ id }) => id)).size).toBe(2);
  expect(book.findSheetByTitle('First')).toBe(first);
});

test('what stands on a deleted sheet is gone with it', () => {
  const book = americanBook();
  const { id } = book.addSheet();
  book.metadata.add({ key: 'k', value: null, visibility: 'document', place: { on: 'sheet', sheetId: id } });
  book.metadata.add({ key: 'k', value: null, visibility: 'document', place: { on: 'column', sheetId: id, index: 2 } });
  book.namedRanges = [{ name: 'n', range: block(1, 1, 0, 0, id) }];
  book.deleteSheet(id);
  expect([book.metadata.all, book.namedRanges]).toEqual([[], []]);
});

test('a new sheet has 1,000 rows and 26 columns; what it uses ends with its last value', () => {
  const book = americanBook();
  const sheet = book.sheet(0);
  expect(sheet.all).toEqual(block(1000, 26));
  expect(sheet.used).toEqual(block(0, 0));
  enterValues(book, block(1, 2, 4, 3), [['x', null]]);
  expect(sheet.used).toEqual(block(5, 4));
});

test.each<[string, string, (book: Workbook) => void]>([
  ['a title that is there, whatever its capitals', 'sheet-title', (book) => book.addSheet({ title: 'SHEET1' })],
  ['an empty title', 'sheet-title', (book) => book.renameSheet(0, '')],
  ['more than ten million cells', 'too-many-cells', (book) => book.addSheet({ rowCount: 400_000, columnCount: 26 })],
  ['deleting the last sheet', 'last-sheet', (book) => book.deleteSheet(0)],
  ['hiding the last sheet', 'last-sheet', (book) => book.setSheetHidden(0, true)],
  ['a sheet that is not there', 'no-such-sheet', (book) => book.sheet(99)],
  ['a place beyond the tabs', 'out-of-bounds', (book) => book.moveSheet(0, 1)],
  ['cells beyond the sheet', 'out-of-bounds', (book) => book.select(block(1, 1, 1000))],
  ['freezing every row', 'out-of-bounds', (book) => book.freeze(book.sheet(0), 'row', 1000)],
])('%s is refused', (_, code, act) => {
  const book = americanBook();
  expect(() => act(book)).toThrow(expect.objectContaining({ code }));
  expect(titles(book)).toEqual(['Sheet1']);
});

test('a time zone or a locale that is none is refused', () => {
  const refused = expect.objectContaining({ code: 'not-understood' });
  expect(() => americanBook({ timeZone: 'Mars/Base' })).toThrow(refused);
  expect(() => americanBook({ locale: '?' })).toThrow(refused);
});

test('hiding the sheet in front brings another to the front', () => {
  const book = americanBook();
  const { id } = book.addSheet();
  book.select(block(1, 1, 0, 0, id));
  book.setSheetHidden(id, true);
  expect(book.selection.sheetId).toBe(0);
  expect(() => book.deleteSheet(0)).toThrow(expect.objectContaining({ code: 'last-sheet' }));
});

test('formulas are calculated once after a change, before they are read', () => {
  const book = americanBook();
  let runs = 0;
  book.calculateWith(({ sheets }) => {
    runs++;
    for (const { grid } of sheets)
      grid.forEach('formulas', (_, row, column) => {
        grid.set('values', row, column, `run ${runs}`);
        // A custom function that reads the workbook does not begin another calculation.
        book.calculate();
      });
  });
  enterFormulas(book, block(1, 1), [['=1+1']]);
  book.calculate();
  book.calculate();
  expect(book.sheet(0).grid.get('values', 0, 0)).toBe('run 1');
  enterValues(book, block(1, 1, 1), [['x']]);
  book.calculate();
  expect(book.sheet(0).grid.get('values', 0, 0)).toBe('run 2');
});

test('a copy of a sheet is its own', () => {
  const book = americanBook();
  enterValues(book, block(1, 2), [['x', '5%']]);
  const sheet = book.sheet(0);
  sheet.merges = [{ startRow: 3, endRow: 4, startColumn: 0, endColumn: 2 }];
  sheet.frozenRows = 1;
  const copy = duplicateSheet(book, 0);
  expect(titles(book)).toEqual(['Sheet1', 'Copy of Sheet1']);
  expect(copy.grid.read('values', block(1, 2))).toEqual([['x', 0.05]]);
  expect(copy).toMatchObject({ merges: sheet.merges, frozenRows: 1 });
  enterValues(book, block(1, 1, 0, 0, copy.id), [['y']]);
  expect(sheet.grid.get('values', 0, 0)).toBe('x');
  expect(duplicateSheet(book, 0).title).toBe('Copy of Sheet1 2');
});
