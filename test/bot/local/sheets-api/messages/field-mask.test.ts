import { describe, expect, test } from 'vitest';
import { FieldMaskError, picked, readMask } from '../../../../../bot/local/sheets-api/messages/field-mask.ts';

const BOOK = {
  spreadsheetId: 'x',
  properties: { title: 'Book', locale: 'en_US' },
  sheets: [
    { properties: { sheetId: 1, title: 'A' }, data: [{ rowData: [{ values: [{ note: 'n' }] }] }] },
    { properties: { sheetId: 2, title: 'B' } },
  ],
};

describe('a mask', () => {
  test.each([
    ['spreadsheetId', { spreadsheetId: 'x' }],
    ['sheets.properties.title', { sheets: [{ properties: { title: 'A' } }, { properties: { title: 'B' } }] }],
    ['sheets/properties/sheetId', { sheets: [{ properties: { sheetId: 1 } }, { properties: { sheetId: 2 } }] }],
    [
      'properties(title),sheets(properties.sheetId,data.rowData)',
      {
        properties: { title: 'Book' },
        sheets: [
          { properties: { sheetId: 1 }, data: [{ rowData: [{ values: [{ note: 'n' }] }] }] },
          { properties: { sheetId: 2 } },
        ],
      },
    ],
    ['properties.title,properties', { properties: BOOK.properties }],
    ['sheets(slicers.position)', { sheets: [{}, {}] }],
    ['*', BOOK],
  ])('%s', (mask, expected) => {
    expect(picked(BOOK, readMask(mask, 'Spreadsheet'))).toEqual(expected);
  });

  test.each(['titel', 'sheets.titel', 'sheets(properties', 'sheets(', 'sheets,', 'sheets)', '', 'properties.title.x'])(
    '%j is none',
    (mask) => {
      expect(() => readMask(mask, 'Spreadsheet')).toThrow(FieldMaskError);
    },
  );
});
