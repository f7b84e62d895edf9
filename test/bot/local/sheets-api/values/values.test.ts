import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { enterValues, setFormats } from '../../../../../bot/local/workbook/write-cells.ts';
import { type LocalGoogle, SPREADSHEET_ID, startLocalGoogle } from '../../../../support/local-google.ts';

let google: LocalGoogle;

beforeEach(async () => {
  google = await startLocalGoogle();
});

afterEach(() => google.close());

const PATH = `/v4/spreadsheets/${SPREADSHEET_ID}/values`;

const get = async (range: string, options: Readonly<Record<string, string>> = {}) =>
  (await google.ask(`${PATH}/${encodeURIComponent(range)}?${new URLSearchParams(options).toString()}`)) as {
    status: number;
    body: { range?: string; values?: unknown; error?: { message: string } };
  };

const put = (range: string, values: unknown, valueInputOption = 'RAW', rest: object = {}) =>
  google.ask(`${PATH}/${encodeURIComponent(range)}?valueInputOption=${valueInputOption}`, {
    method: 'PUT',
    body: { values, ...rest },
  });

const UNFORMATTED = { valueRenderOption: 'UNFORMATTED_VALUE' };

const refused = (message: string) => ({
  status: 400,
  body: { error: { code: 400, status: 'INVALID_ARGUMENT', message } },
});

describe('reading', () => {
  beforeEach(() => {
    const range = { sheetId: 0, startRow: 0, endRow: 4, startColumn: 0, endColumn: 4 };
    enterValues(google.workbook, range, [
      ['Name', 'Paid', 'Since', ''],
      ['Acme', '94%', '2026-07-15', ''],
      ['', '', '', ''],
      ['Globex', '=1/0', '=TRUE()', '=""'],
    ]);
  });

  test('empty cells at the end of rows, and empty rows at the end, are left out', async () => {
    expect((await get('Sheet1')).body.values).toEqual([
      ['Name', 'Paid', 'Since'],
      ['Acme', '94%', '2026-07-15'],
      [],
      ['Globex', '#DIV/0!', 'TRUE'],
    ]);
    expect((await get('Sheet1!F1:H9')).body).toEqual({ range: 'Sheet1!F1:H9', majorDimension: 'ROWS' });
  });

  test('unformatted, a day is days since 1899-12-30, or its text where that is asked for', async () => {
    expect((await get('A2:C4', UNFORMATTED)).body.values).toEqual([
      ['Acme', 0.94, 46_218],
      [],
      ['Globex', '#DIV/0!', true],
    ]);
    const asText = { ...UNFORMATTED, dateTimeRenderOption: 'FORMATTED_STRING' };
    expect((await get('A2:C2', asText)).body.values).toEqual([['Acme', 0.94, '2026-07-15']]);
    expect((await get('B4:C4', { valueRenderOption: 'FORMULA' })).body.values).toEqual([['=1/0', '=TRUE()']]);
  });

  test('by columns, each is as long as it is full', async () => {
    expect((await get('A1:C4', { majorDimension: 'COLUMNS' })).body.values).toEqual([
      ['Name', 'Acme', '', 'Globex'],
      ['Paid', '94%', '', '#DIV/0!'],
      ['Since', '2026-07-15', '', 'TRUE'],
    ]);
  });

  test('a bare name is a named range first, a quoted one the sheet', async () => {
    google.workbook.namedRanges = [
      { name: 'Sheet1', range: { sheetId: 0, startRow: 1, endRow: 2, startColumn: 0, endColumn: 1 } },
    ];
    expect((await get('Sheet1')).body.values).toEqual([['Acme']]);
    expect((await get("'Sheet1'")).body.range).toBe('Sheet1!A1:Z1000');
  });

  test('titles that need it are quoted, in questions and answers', async () => {
    google.workbook.addSheet({ title: "It's 客户" });
    expect((await get("'It''s 客户'!A1:B2")).body.range).toBe("'It''s 客户'!A1:B2");
  });

  test.each([
    ["'Nowhere'!A1:B2", "Unable to parse range: 'Nowhere'!A1:B2"],
    ['Nowhere', 'Unable to parse range: Nowhere'],
    ['Sheet1!', 'Unable to parse range: Sheet1!'],
    ['Sheet1!A0', 'Unable to parse range: Sheet1!A0'],
    ['Sheet1!A1001:B1002', 'Range (Sheet1!A1001:B1002) exceeds grid limits. Max rows: 1000, max columns: 26'],
    ['AA1', 'Range (Sheet1!AA1) exceeds grid limits. Max rows: 1000, max columns: 26'],
  ])('%s is refused', async (range, message) => {
    expect(await get(range)).toEqual(refused(message));
  });

  test('what reaches over the edge is read up to it', async () => {
    expect((await get('Sheet1!A1:ZZ2000')).body.range).toBe('Sheet1!A1:Z1000');
  });
});

describe('writing', () => {
  test('RAW stores texts as they are, USER_ENTERED reads them as if typed', async () => {
    const row = ['=1+1', '1-2', '007', "'x", true, 5];
    await put('A1', [row]);
    await put('A2', [row], 'USER_ENTERED');
    expect((await get('A1:F1', UNFORMATTED)).body.values).toEqual([row]);
    const [typed] = (await get('A2:F2', UNFORMATTED)).body.values as unknown[][];
    expect(typed).toEqual([2, expect.any(Number), 7, 'x', true, 5]);
    expect((await get('B2')).body.values).toEqual([['1-2']]);
  });

  test('null skips a cell, an empty text empties it', async () => {
    await put('A1:C2', [
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ]);
    const { body } = await put('A1:C2', [[null, 'B', ''], ['D']]);
    expect(body).toMatchObject({ updatedRange: 'Sheet1!A1:C2', updatedRows: 2, updatedColumns: 3, updatedCells: 3 });
    expect((await get('A1:C2')).body.values).toEqual([
      ['a', 'B'],
      ['D', 'e', 'f'],
    ]);
  });

  test('by columns', async () => {
    await put('A1', [['a', 'b'], ['c']], 'RAW', { majorDimension: 'COLUMNS' });
    expect((await get('A1:B2')).body.values).toEqual([['a', 'c'], ['b']]);
  });

  test('more than the range or the sheet has room for is refused, and nothing is written', async () => {
    const rows = [
      ['a', 'b'],
      ['c', 'd'],
    ];
    expect(await put('A1:A2', rows)).toEqual(
      refused('Requested writing within range [Sheet1!A1:A2], but tried writing to column [B]'),
    );
    expect(await put('A1:B1', rows)).toEqual(
      refused('Requested writing within range [Sheet1!A1:B1], but tried writing to row [2]'),
    );
    expect(await put('A1000', rows)).toEqual(
      refused('Range (Sheet1!A1000:B1001) exceeds grid limits. Max rows: 1000, max columns: 26'),
    );
    expect(await put('A1:B1001', rows)).toEqual(
      refused('Range (A1:B1001) exceeds grid limits. Max rows: 1000, max columns: 26'),
    );
    expect(await put('A1', [['fine', 'x'.repeat(50_001)]])).toEqual(
      refused('Your input contains more than the maximum of 50000 characters in a single cell.'),
    );
    expect((await get('Sheet1')).body.values).toBeUndefined();
  });

  test.each([[[['a', { date: 1 }]]], [[[['a']]]], [['a']], ['a']])('%j are no values', async (values) => {
    expect(await put('A1', values)).toMatchObject({ status: 400 });
  });

  test('it must be said how values are to be taken', async () => {
    const { status, body } = await google.ask(`${PATH}/A1`, { method: 'PUT', body: { values: [['x']] } });
    expect([status, body]).toMatchObject([
      400,
      { error: { message: "'valueInputOption' is required but not specified" } },
    ]);
  });

  test('several ranges are written together or not at all', async () => {
    const batch = (...data: object[]) => google.ask(`${PATH}:batchUpdate`, { body: { valueInputOption: 'RAW', data } });
    const fine = { range: 'A1:B1', values: [['x', 'y']] };
    expect(await batch(fine, { range: 'Gone!A1', values: [['z']] })).toEqual(
      refused('Invalid data[1]: Unable to parse range: Gone!A1'),
    );
    expect((await get('A1:B2')).body.values).toBeUndefined();
    expect((await batch(fine, { range: 'A2', values: [['z']] })).body).toMatchObject({
      totalUpdatedRows: 2,
      totalUpdatedCells: 3,
      totalUpdatedSheets: 1,
    });
    expect((await get('A1:B2')).body.values).toEqual([['x', 'y'], ['z']]);
  });

  test('clearing takes values and formulas away, and leaves how cells look', async () => {
    await put('A1:B1', [['x', 'y']]);
    const cell = { sheetId: 0, startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 };
    setFormats(google.workbook, cell, [[{ fontWeight: 'bold' }]]);
    const { body } = await google.ask(`${PATH}/A1:clear`, { body: {} });
    expect(body).toEqual({ spreadsheetId: SPREADSHEET_ID, clearedRange: 'Sheet1!A1' });
    expect((await get('A1:B1')).body.values).toEqual([['', 'y']]);
    expect(google.workbook.sheet(0).grid.get('formats', 0, 0)).toEqual({ fontWeight: 'bold' });
  });
});
