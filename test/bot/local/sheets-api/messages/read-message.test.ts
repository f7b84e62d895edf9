import { describe, expect, test } from 'vitest';
import { GoogleError } from '../../../../../bot/local/sheets-api/google-error.ts';
import { readMessage } from '../../../../../bot/local/sheets-api/messages/read-message.ts';

const NAME = 'BatchUpdateSpreadsheetRequest';

function refusal(json: unknown): unknown {
  try {
    readMessage(NAME, json);
    return 'taken';
  } catch (error) {
    if (!(error instanceof GoogleError)) throw error;
    return [error.status, error.message];
  }
}

const bad = (message: string) => ['INVALID_ARGUMENT', message];

describe('what does not fit a message is refused by its name and place', () => {
  test.each<[string, unknown, unknown]>([
    [
      'an unknown kind of request',
      { requests: [{ writeCells: {} }] },
      bad(`Invalid JSON payload received. Unknown name "writeCells" at 'requests[0]': Cannot find field.`),
    ],
    [
      'an unknown field deep inside',
      { requests: [{}, { updateCells: { rows: [{ values: [{ userEnteredValue: { text: 'x' } }] }] } }] },
      bad(
        `Invalid JSON payload received. Unknown name "text" at 'requests[1].update_cells.rows[0].values[0].user_entered_value': Cannot find field.`,
      ),
    ],
    [
      'an unknown field at the top',
      { request: [] },
      bad('Invalid JSON payload received. Unknown name "request": Cannot find field.'),
    ],
    [
      'a text for a number',
      { requests: [{ deleteSheet: { sheetId: 'first' } }] },
      bad(`Invalid value at 'requests[0].delete_sheet.sheet_id' (TYPE_INT32), "first"`),
    ],
    [
      'a broken whole number',
      { requests: [{ deleteSheet: { sheetId: 1.5 } }] },
      bad(`Invalid value at 'requests[0].delete_sheet.sheet_id' (TYPE_INT32), 1.5`),
    ],
    [
      'a number too large',
      { requests: [{ deleteSheet: { sheetId: 2 ** 31 } }] },
      bad(`Invalid value at 'requests[0].delete_sheet.sheet_id' (TYPE_INT32), 2147483648`),
    ],
    [
      'a word that is none of those',
      { requests: [{ deleteDimension: { range: { dimension: 'LINES' } } }] },
      bad(`Invalid value at 'requests[0].delete_dimension.range.dimension' (TYPE_ENUM), "LINES"`),
    ],
    ['an object for a list', { requests: {} }, bad(`Invalid value at 'requests' (TYPE_LIST), Starting an object`)],
    [
      'what an object has by birth',
      { requests: [{ constructor: {} }] },
      bad(`Invalid JSON payload received. Unknown name "constructor" at 'requests[0]': Cannot find field.`),
    ],
    [
      'what Google has and the local workbook has not',
      { requests: [{ addSlicer: {} }] },
      ['UNIMPLEMENTED', 'The local workbook has no place for requests[0].add_slicer.'],
    ],
  ])('%s', (_title, json, expected) => {
    expect(refusal(json)).toEqual(expected);
  });

  test.each([null, [], 'x', 1])('%j is no message', (json) => {
    expect(refusal(json)).toMatchObject(['INVALID_ARGUMENT', expect.any(String)]);
  });
});

test('null is as if it were not there, and numbers may be written as texts', () => {
  expect(
    readMessage(NAME, { requests: [{ deleteSheet: { sheetId: '12' } }], includeSpreadsheetInResponse: null }),
  ).toEqual({ requests: [{ deleteSheet: { sheetId: 12 } }] });
});
