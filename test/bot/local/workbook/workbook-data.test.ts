import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hideLines } from '../../../../bot/local/workbook/change-lines.ts';
import { workbookData, workbookFrom } from '../../../../bot/local/workbook/workbook-data.ts';
import {
  enterFormulas,
  enterValues,
  setFormats,
  setNotes,
  setValidations,
} from '../../../../bot/local/workbook/write-cells.ts';
import { americanBook, block } from '../../../support/sheet-scripts.ts';

const anEntry = fc.oneof(
  fc.constant(null),
  fc.string(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constantFrom('#N/A', '=A1', '5%', '2024-01-31'),
);

test('a workbook taken up from its JSON is the same, and the two then change apart', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(6), fc.nat(6), anEntry), { maxLength: 20 }), (entries) => {
      const book = americanBook();
      for (const [row, column, entry] of entries) enterValues(book, block(1, 1, row, column), [[entry]]);
      const json = JSON.stringify(workbookData(book));
      const again = workbookFrom(JSON.parse(json));
      expect(JSON.stringify(workbookData(again))).toBe(json);
      const all = block(8, 8);
      for (const layer of ['values', 'formulas', 'formats'] as const)
        expect(again.sheet(0).grid.read(layer, all)).toEqual(book.sheet(0).grid.read(layer, all));
      const kept = workbookData(book);
      enterValues(again, block(1, 1), [['changed']]);
      enterValues(book, block(1, 1), [['too']]);
      expect(JSON.stringify(kept)).toBe(json);
    }),
    { seed: 7, numRuns: 100 },
  );
});

test('everything about a sheet is kept', () => {
  const book = americanBook();
  const second = book.addSheet({ title: '客户', rowCount: 30, columnCount: 12 });
  const cell = block(1, 1, 3, 2, second.id);
  const range = { startRow: 0, endRow: 2, startColumn: 0, endColumn: 2 };
  enterFormulas(book, cell, [['=A1']]);
  setNotes(book, cell, [['a note']]);
  setFormats(book, cell, [[{ background: '#ff0000', wrap: 'clip' }]]);
  setValidations(book, cell, [[{ list: ['a', 'b'] }]]);
  hideLines(book, second.id, 'row', 4, 2, true);
  hideLines(book, second.id, 'column', 1, 1, true);
  Object.assign(second, { frozenRows: 1, frozenColumns: 2, merges: [range], columnWidths: [undefined, 40] });
  second.filter = { range, hidden: [{ column: 1, values: ['x'] }] };
  second.tables = [
    {
      name: 'T',
      range,
      columns: [
        { name: 'a', type: 'date' },
        { name: 'b', type: 'none' },
      ],
    },
  ];
  second.protections = [
    { id: 3, sheetId: second.id, range, unprotected: [], description: 'd', editors: ['e'], isWarningOnly: true },
  ];
  second.conditionalRules = [
    { ranges: [range], condition: { type: 'custom-formula', formula: '=A1' }, format: { bold: true } },
  ];
  second.charts = [
    {
      id: 1,
      type: 'PIE',
      ranges: [{ ...range, sheetId: 0 }],
      title: 't',
      headers: 1,
      position: { row: 1, column: 1, offsetX: 2, offsetY: 3 },
      options: { legend: 'none' },
    },
  ];
  book.metadata.add({
    key: 'k',
    value: 'v',
    visibility: 'project',
    place: { on: 'column', sheetId: second.id, index: 4 },
  });
  book.namedRanges = [{ name: 'n', range: cell }];
  book.setSheetHidden(second.id, true);

  const again = workbookFrom(JSON.parse(JSON.stringify(workbookData(book))));

  const { grid: _, ...told } = again.sheet(second.id);
  const { grid: __, ...expected } = second;
  expect(JSON.parse(JSON.stringify(told))).toEqual(JSON.parse(JSON.stringify(expected)));
  for (const layer of ['formulas', 'notes', 'formats', 'validations'] as const)
    expect(again.sheet(second.id).grid.get(layer, 3, 2)).toEqual(second.grid.get(layer, 3, 2));
  expect([again.metadata.all, again.namedRanges, again.selection]).toEqual([
    book.metadata.all,
    book.namedRanges,
    book.selection,
  ]);
  expect(again.metadata.add({ key: 'l', value: null, visibility: 'document', place: { on: 'spreadsheet' } })).toBe(2);
});
