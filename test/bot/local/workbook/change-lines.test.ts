import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deleteLines, hideLines, insertLines, moveLines } from '../../../../bot/local/workbook/change-lines.ts';
import { sortRange } from '../../../../bot/local/workbook/rearrange-cells.ts';
import type { Workbook } from '../../../../bot/local/workbook/workbook.ts';
import { enterFormulas, enterValues, setFormats, setNotes } from '../../../../bot/local/workbook/write-cells.ts';
import { americanBook, block } from '../../../support/sheet-scripts.ts';

const ROWS = 8;

/** What may happen to the rows of a sheet; numbers are taken modulo what there is. */
const anAct = fc.record({
  act: fc.constantFrom('insert', 'delete', 'move', 'sort'),
  at: fc.nat(40),
  count: fc.integer({ min: 1, max: 3 }),
  before: fc.nat(40),
  isAscending: fc.boolean(),
});

type Act = typeof anAct extends fc.Arbitrary<infer One> ? One : never;

function perform(book: Workbook, kind: 'row' | 'column', { act, at, count, before, isAscending }: Act): void {
  const [sheet] = book.sheets;
  if (sheet === undefined) return;
  const lines = kind === 'row' ? sheet.rowCount : sheet.columnCount;
  const first = at % lines;
  const many = Math.min(count, lines - first);
  const to = before % (lines + 1);
  if (act === 'insert') insertLines(book, 0, kind, first, count);
  else if (act === 'delete' && lines > many) deleteLines(book, 0, kind, first, many);
  else if (act === 'move' && (to < first || to > first + many)) moveLines(book, 0, kind, first, many, to);
  else if (act === 'sort' && kind === 'row') sortRange(book, sheet.all, [{ column: 1, isAscending }]);
}

test('whatever is done to rows, values, formulas, notes, formats and metadata stay together', () => {
  fc.assert(
    fc.property(
      fc.array(anAct, { maxLength: 12 }),
      fc.array(fc.nat(5), { minLength: ROWS, maxLength: ROWS }),
      (acts, keys) => {
        const book = americanBook();
        const [sheet] = book.sheets;
        if (sheet === undefined) return;
        deleteLines(book, 0, 'row', ROWS, sheet.rowCount - ROWS);
        enterValues(
          book,
          block(ROWS, 2),
          keys.map((key, row) => [`row ${row}`, key]),
        );
        enterFormulas(
          book,
          block(ROWS, 1, 0, 2),
          keys.map((_, row) => [`=A${row + 1}`]),
        );
        setNotes(
          book,
          block(ROWS, 1),
          keys.map((_, row) => [`row ${row}`]),
        );
        setFormats(
          book,
          block(ROWS, 1),
          keys.map((_, row) => [{ numberFormat: `"row ${row}"` }]),
        );
        for (let row = 0; row < ROWS; row++)
          book.metadata.add({
            key: `row ${row}`,
            value: null,
            visibility: 'document',
            place: { on: 'row', sheetId: 0, index: row },
          });

        for (const act of acts) perform(book, 'row', act);

        const left: string[] = [];
        sheet.grid.forEach('values', (value, row, column) => {
          if (column !== 0 || typeof value !== 'string') return;
          left.push(value);
          expect(sheet.grid.get('notes', row, 0)).toBe(value);
          expect(sheet.grid.get('formats', row, 0).numberFormat).toBe(`"${value}"`);
          expect(sheet.grid.get('formulas', row, 2)).toBe(`=A${row + 1}`);
          expect(sheet.grid.get('values', row, 1)).toBe(keys[Number(value.slice(4))]);
          expect(book.metadata.all.filter(({ place }) => place.on === 'row' && place.index === row)).toMatchObject([
            { key: value },
          ]);
        });
        expect(book.metadata.all.map(({ key }) => key).toSorted()).toEqual(left.toSorted());
      },
    ),
    { seed: 7, numRuns: 300 },
  );
});

test('whatever is done to columns, headings, notes, widths, formulas and metadata stay together', () => {
  const COLUMNS = 6;
  fc.assert(
    fc.property(fc.array(anAct, { maxLength: 12 }), (acts) => {
      const book = americanBook();
      const [sheet] = book.sheets;
      if (sheet === undefined) return;
      deleteLines(book, 0, 'column', COLUMNS, sheet.columnCount - COLUMNS);
      const names = Array.from({ length: COLUMNS }, (_, column) => `column ${column}`);
      enterValues(book, block(1, COLUMNS), [names]);
      setNotes(book, block(1, COLUMNS, 1), [names]);
      sheet.columnWidths = names.map((_, column) => 50 + column);
      enterFormulas(book, block(1, COLUMNS, 2), [names.map((_, column) => `=${'ABCDEF'[column]}1`)]);
      names.forEach((key, index) =>
        book.metadata.add({ key, value: null, visibility: 'document', place: { on: 'column', sheetId: 0, index } }),
      );

      for (const act of acts) perform(book, 'column', act);

      const left: string[] = [];
      sheet.grid.forEach('values', (value, row, column) => {
        if (row !== 0 || typeof value !== 'string') return;
        left.push(value);
        expect(sheet.grid.get('notes', 1, column)).toBe(value);
        expect(sheet.columnWidths[column]).toBe(50 + Number(value.slice(7)));
        expect(sheet.grid.get('formulas', 2, column)).toMatch(new RegExp(`^=[A-Z]+1$`));
        expect(book.metadata.all.filter(({ place }) => place.on === 'column' && place.index === column)).toMatchObject([
          { key: value },
        ]);
      });
      expect(book.metadata.all.map(({ key }) => key).toSorted()).toEqual(left.toSorted());
    }),
    { seed: 7, numRuns: 200 },
  );
});

test('merges, rules, protections, filter, tables, charts and named ranges follow an inserted column', () => {
  const book = americanBook();
  const [sheet] = book.sheets;
  if (sheet === undefined) throw new Error('no sheet');
  const range = { startRow: 0, endRow: 5, startColumn: 2, endColumn: 4 };
  const moved = { ...range, startColumn: 3, endColumn: 5 };
  sheet.merges = [range];
  sheet.filter = { range, hidden: [{ column: 3, values: ['x'] }] };
  sheet.protections = [
    { id: 1, sheetId: 0, range, unprotected: [], description: '', editors: [], isWarningOnly: false },
  ];
  sheet.conditionalRules = [
    { ranges: [range], condition: { type: 'custom-formula', formula: '=$C1="A"' }, format: {} },
  ];
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
  sheet.charts = [
    {
      id: 1,
      type: 'PIE',
      ranges: [{ ...range, sheetId: 0 }],
      title: '',
      headers: 0,
      position: { row: 6, column: 2, offsetX: 0, offsetY: 0 },
      options: {},
    },
  ];
  book.namedRanges = [{ name: 'ours', range: { ...range, sheetId: 0 } }];
  sheet.frozenColumns = 1;
  hideLines(book, 0, 'column', 3, 1, true);
  book.select({ ...range, sheetId: 0 });

  insertLines(book, 0, 'column', 1, 1);

  expect(sheet.merges).toEqual([moved]);
  expect(sheet.filter).toEqual({ range: moved, hidden: [{ column: 4, values: ['x'] }] });
  expect(sheet.protections).toMatchObject([{ range: moved }]);
  expect(sheet.conditionalRules).toMatchObject([{ ranges: [moved], condition: { formula: '=$D1="A"' } }]);
  expect(sheet.tables).toMatchObject([{ range: moved, columns: [{ name: 'a' }, { name: 'b' }] }]);
  expect(sheet.charts).toMatchObject([{ ranges: [moved], position: { row: 6, column: 3 } }]);
  expect(book.namedRanges).toMatchObject([{ range: moved }]);
  expect(sheet.frozenColumns).toBe(1);
  expect(sheet.hiddenColumns.indexOf(true)).toBe(4);
  expect(book.selection).toMatchObject(moved);
  deleteLines(book, 0, 'column', 3, 2);
  expect([
    sheet.merges,
    sheet.filter,
    sheet.protections,
    sheet.conditionalRules,
    sheet.tables,
    book.namedRanges,
  ]).toEqual([[], null, [], [], [], []]);
  expect(sheet.charts).toMatchObject([{ ranges: [] }]);
});

test('inserted lines look like the line before or after, and hold nothing', () => {
  const book = americanBook();
  const [sheet] = book.sheets;
  enterValues(book, block(1, 2), [['$5', 'x']]);
  insertLines(book, 0, 'column', 1, 1, 'before');
  expect(sheet?.grid.read('values', block(1, 3))).toEqual([[5, null, 'x']]);
  expect(sheet?.grid.get('formats', 0, 1)).toEqual({ numberFormat: '$#,##0' });
  insertLines(book, 0, 'column', 0, 1, 'after');
  expect(sheet?.grid.get('formats', 0, 0)).toEqual({ numberFormat: '$#,##0' });
  insertLines(book, 0, 'row', 0, 1);
  expect(sheet?.grid.read('values', block(2, 1, 0, 1))).toEqual([[null], [5]]);
  expect(sheet?.grid.get('formats', 0, 1)).toEqual({});
});

test('lines among the frozen ones count as frozen', () => {
  const book = americanBook();
  const [sheet] = book.sheets;
  if (sheet === undefined) throw new Error('no sheet');
  book.freeze(sheet, 'row', 2);
  insertLines(book, 0, 'row', 1, 3);
  expect(sheet.frozenRows).toBe(5);
  deleteLines(book, 0, 'row', 3, 4);
  expect(sheet.frozenRows).toBe(3);
});

test.each<[string, string, (book: Workbook) => void]>([
  ['more lines than there are', 'out-of-bounds', (book) => deleteLines(book, 0, 'row', 999, 2)],
  ['no lines at all', 'out-of-bounds', (book) => insertLines(book, 0, 'row', 0, 0)],
  ['half a line', 'out-of-bounds', (book) => insertLines(book, 0, 'row', 0.5, 1)],
  ['every line', 'last-row-or-column', (book) => deleteLines(book, 0, 'column', 0, 26)],
  ['a move to the same place', 'out-of-bounds', (book) => moveLines(book, 0, 'row', 3, 2, 4)],
  ['more cells than ten million', 'too-many-cells', (book) => insertLines(book, 0, 'row', 0, 400_000)],
  ['more columns than 18,278', 'too-many-cells', (book) => insertLines(book, 0, 'column', 0, 18_270)],
])('%s are refused', (_, code, act) => {
  const book = americanBook();
  const before = book.changeCount;
  expect(() => act(book)).toThrow(expect.objectContaining({ code }));
  expect(book.changeCount).toBe(before);
  expect(book.sheets[0]).toMatchObject({ rowCount: 1000, columnCount: 26 });
});

test('a move that would tear a merged block is refused', () => {
  const book = americanBook();
  const [sheet] = book.sheets;
  if (sheet !== undefined) sheet.merges = [{ startRow: 2, endRow: 4, startColumn: 0, endColumn: 1 }];
  for (const [at, count, before] of [
    [2, 1, 8],
    [8, 1, 3],
  ] as const)
    expect(() => moveLines(book, 0, 'row', at, count, before)).toThrow(
      expect.objectContaining({ code: 'cuts-a-block' }),
    );
  moveLines(book, 0, 'row', 2, 2, 0);
  expect(sheet?.merges).toEqual([{ startRow: 0, endRow: 2, startColumn: 0, endColumn: 1 }]);
});
