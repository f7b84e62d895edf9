import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { workbookData } from '../../../../../bot/local/workbook/workbook-data.ts';
import { enterValues } from '../../../../../bot/local/workbook/write-cells.ts';
import { type LocalGoogle, SPREADSHEET_ID, startLocalGoogle } from '../../../../support/local-google.ts';

let google: LocalGoogle;

beforeEach(async () => {
  google = await startLocalGoogle({ quota: { perUser: 1e6, perProject: 1e6 } });
  enterValues(google.workbook, { sheetId: 0, startRow: 0, endRow: 3, startColumn: 0, endColumn: 3 }, [
    ['Customer', 'Sales', 'Twice'],
    ['Acme', 12, '=B2*2'],
    ['Globex', 30, '=B3*2'],
  ]);
  google.workbook.addSheet({ id: 5, title: 'Other', rowCount: 10, columnCount: 4 });
});

afterEach(() => google.close());

/** Everything in the workbook, with what its formulas come to. */
const kept = () => {
  google.workbook.calculate();
  return JSON.stringify(workbookData(google.workbook));
};

const batch = (...requests: unknown[]) =>
  google.ask(`/v4/spreadsheets/${SPREADSHEET_ID}:batchUpdate`, { body: { requests } });

const refused = (message: string) => ({
  status: 400,
  body: { error: { code: 400, status: 'INVALID_ARGUMENT', message } },
});

const text = (stringValue: string) => ({ values: [{ userEnteredValue: { stringValue } }] });

/** Requests that succeed on their own, of every kind that changes something. */
const CHANGES: readonly object[] = [
  { addSheet: { properties: { title: 'New', hidden: true, gridProperties: { frozenRowCount: 1 } } } },
  { deleteSheet: { sheetId: 5 } },
  {
    updateSheetProperties: {
      properties: { sheetId: 5, title: 'Renamed', index: 0, gridProperties: { rowCount: 4, columnCount: 9 } },
      fields: 'title,index,gridProperties(rowCount,columnCount)',
    },
  },
  { updateSpreadsheetProperties: { properties: { title: 'Otherwise' }, fields: 'title' } },
  { insertDimension: { range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 3 } } },
  {
    insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 }, inheritFromBefore: true },
  },
  { deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 } } },
  { appendDimension: { sheetId: 0, dimension: 'ROWS', length: 3 } },
  {
    updateDimensionProperties: {
      range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 2 },
      properties: { pixelSize: 44, hiddenByUser: true },
      fields: 'pixelSize,hiddenByUser',
    },
  },
  { autoResizeDimensions: { dimensions: { sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 } } },
  { updateCells: { start: { sheetId: 0, rowIndex: 1 }, rows: [text('x'), text('y')], fields: 'userEnteredValue' } },
  { updateCells: { range: { sheetId: 0, endRowIndex: 2 }, fields: '*' } },
  {
    repeatCell: {
      range: { sheetId: 0, endRowIndex: 3 },
      cell: { userEnteredFormat: { textFormat: { bold: true } }, note: 'n' },
      fields: 'userEnteredFormat.textFormat.bold,note',
    },
  },
  {
    createDeveloperMetadata: {
      developerMetadata: { metadataKey: 'k', visibility: 'DOCUMENT', location: { sheetId: 0 } },
    },
  },
  {
    addConditionalFormatRule: {
      rule: {
        ranges: [{ sheetId: 0, endRowIndex: 2 }],
        booleanRule: {
          condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=$A1="x"' }] },
          format: { backgroundColor: { red: 1 } },
        },
      },
    },
  },
  {
    setBasicFilter: { filter: { range: { sheetId: 0, endRowIndex: 3 }, criteria: { 0: { hiddenValues: ['Acme'] } } } },
  },
  { addProtectedRange: { protectedRange: { range: { sheetId: 0 }, description: 'mine' } } },
  { addNamedRange: { namedRange: { name: 'sales', range: { sheetId: 0, startColumnIndex: 1, endColumnIndex: 2 } } } },
];

describe('a batch', () => {
  test('every change of the list can be made, and changes something', async () => {
    for (const change of CHANGES) {
      const before = kept();
      expect([change, await batch(change)]).toMatchObject([change, { status: 200 }]);
      expect([change, kept()]).not.toEqual([change, before]);
      await google.close();
      google = await startLocalGoogle();
      google.workbook.addSheet({ id: 5, title: 'Other', rowCount: 10, columnCount: 4 });
      enterValues(google.workbook, { sheetId: 0, startRow: 0, endRow: 2, startColumn: 0, endColumn: 1 }, [
        ['A'],
        ['B'],
      ]);
    }
  });

  test('of which one request fails has changed nothing, whatever went before it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...CHANGES), { minLength: 1, maxLength: 5 }),
        fc.constantFrom<object>(
          { deleteSheet: { sheetId: 99 } },
          { updateCells: { start: { sheetId: 0 }, rows: [text('x'.repeat(50_001))], fields: 'userEnteredValue' } },
          {
            updateSheetProperties: {
              properties: { sheetId: 0, title: 'T', gridProperties: {} },
              fields: 'title,gridProperties.rowCount',
            },
          },
          { addSheet: { properties: { title: 'F', gridProperties: { rowCount: 2, frozenRowCount: 2 } } } },
        ),
        async (changes, failing) => {
          const before = kept();
          const { status } = await batch(...changes, failing);
          expect(status).toBe(400);
          expect(kept()).toBe(before);
        },
      ),
    );
  });

  test('a request that fails alone has changed nothing', async () => {
    const before = kept();
    const tooLong = { values: [{ userEnteredValue: { stringValue: 'fine' }, note: 'x'.repeat(50_001) }] };
    for (const failing of [
      {
        updateSheetProperties: {
          properties: { title: 'T', gridProperties: {} },
          fields: 'title,gridProperties.rowCount',
        },
      },
      { updateCells: { start: { sheetId: 0 }, rows: [text('fine'), tooLong], fields: 'userEnteredValue,note' } },
      { addSheet: { properties: { gridProperties: { rowCount: 2, frozenRowCount: 2 } } } },
    ])
      expect(await batch(failing)).toMatchObject({ status: 400 });
    expect(kept()).toBe(before);
  });

  test('says which request failed, and why', async () => {
    const fine = { appendDimension: { sheetId: 0, dimension: 'ROWS', length: 1 } };
    expect(await batch(fine, { addSheet: { properties: { title: 'sheet1' } } })).toEqual(
      refused(
        'Invalid requests[1].addSheet: A sheet with the name "sheet1" already exists. Please enter another name.',
      ),
    );
    expect(
      await batch({ updateCells: { start: { sheetId: 8 }, rows: [text('x')], fields: 'userEnteredValue' } }),
    ).toEqual(refused('Invalid requests[0].updateCells: No grid with id: 8'));
    expect(await batch({ updateCells: { start: { sheetId: 0 }, rows: [text('x')] } })).toEqual(
      refused(
        "Invalid requests[0].updateCells: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
      ),
    );
    expect(
      await batch({ updateCells: { start: { sheetId: 5, rowIndex: 9 }, rows: [text('x'), text('y')], fields: '*' } }),
    ).toEqual(
      refused('Invalid requests[0].updateCells: Attempting to write row: 10, beyond the last requested row of: 9'),
    );
    expect(await batch()).toEqual(refused('Must specify at least one request.'));
    expect(await batch({})).toEqual(refused('Invalid requests[0]: Exactly one kind of request must be set.'));
    expect(await batch({ ...fine, deleteSheet: { sheetId: 5 } })).toMatchObject({ status: 400 });
  });
});

describe('cells', () => {
  const values = async (range: string) => {
    const answer = await google.ask(
      `/v4/spreadsheets/${SPREADSHEET_ID}/values/${encodeURIComponent(range)}?valueRenderOption=UNFORMATTED_VALUE`,
    );
    return (answer.body as { values?: unknown }).values;
  };

  test('a stringValue stays a text whatever it looks like; formulas, numbers and booleans are what they are', async () => {
    await batch({
      updateCells: {
        start: { sheetId: 5 },
        rows: [
          {
            values: [
              { userEnteredValue: { stringValue: '=1+1' } },
              { userEnteredValue: { stringValue: '1-2' } },
              { userEnteredValue: { formulaValue: '=1+1' } },
              { userEnteredValue: { numberValue: 0 } },
            ],
          },
          { values: [{ userEnteredValue: { boolValue: false } }, { userEnteredValue: { stringValue: '' } }, {}] },
        ],
        fields: 'userEnteredValue',
      },
    });
    expect(await values('Other')).toEqual([['=1+1', '1-2', 2, 0], [false]]);
    expect(google.workbook.sheet(5).grid.get('formulas', 0, 2)).toBe('=1+1');
  });

  test('only what fields names is written: a format stays, and so does a formula beside', async () => {
    await batch({
      repeatCell: {
        range: { sheetId: 0, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 1, endColumnIndex: 2 },
        cell: { userEnteredFormat: { numberFormat: { type: 'PERCENT', pattern: '0%' } } },
        fields: 'userEnteredFormat.numberFormat',
      },
    });
    await batch({
      updateCells: {
        start: { sheetId: 0, rowIndex: 1, columnIndex: 1 },
        rows: [{ values: [{ userEnteredValue: { numberValue: 7 }, userEnteredFormat: {} }] }],
        fields: 'userEnteredValue',
      },
    });
    expect(await values('Sheet1!A2:C2')).toEqual([['Acme', 7, 14]]);
    expect(google.workbook.sheet(0).grid.get('formats', 1, 1)).toEqual({ numberFormat: '0%' });
  });

  test('into a range what is not given is emptied, from a start it stays', async () => {
    const rows = [text('only')];
    await batch({ updateCells: { start: { sheetId: 0, rowIndex: 1 }, rows, fields: 'userEnteredValue' } });
    expect(await values('Sheet1!A2:B3')).toEqual([
      ['only', 12],
      ['Globex', 30],
    ]);
    await batch({
      updateCells: {
        range: { sheetId: 0, startRowIndex: 1, endRowIndex: 3, endColumnIndex: 2 },
        rows,
        fields: 'userEnteredValue',
      },
    });
    expect(await values('Sheet1!A1:B3')).toEqual([['Customer', 'Sales'], ['only']]);
  });

  test('protected cells are refused to whoever may not edit them', async () => {
    google.workbook.sheet(0).protections = [
      {
        id: 1,
        sheetId: 0,
        range: { startRow: 0, endRow: 1, startColumn: 0, endColumn: 9 },
        unprotected: [],
        description: '',
        editors: [],
        isWarningOnly: false,
      },
    ];
    const words =
      'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';
    expect(
      await batch({ updateCells: { start: { sheetId: 0 }, rows: [text('x')], fields: 'userEnteredValue' } }),
    ).toEqual(refused(`Invalid requests[0].updateCells: ${words}`));
    expect(
      await google.ask(`/v4/spreadsheets/${SPREADSHEET_ID}/values/A1?valueInputOption=RAW`, {
        method: 'PUT',
        body: { values: [['x']] },
      }),
    ).toEqual(refused(words));
  });
});

describe('what belongs to a sheet beside its cells', () => {
  const described = async (fields: string) =>
    (await google.ask(`/v4/spreadsheets/${SPREADSHEET_ID}?fields=${fields}`)).body as {
      readonly sheets: readonly unknown[];
    };

  test('is told as it was written', async () => {
    for (const change of CHANGES.slice(-4)) await batch(change);
    const whole = { sheetId: 0, startRowIndex: 0, startColumnIndex: 0, endColumnIndex: 26 };
    const { sheets } = await described('sheets(conditionalFormats,basicFilter,protectedRanges)');
    expect(sheets[0]).toEqual({
      conditionalFormats: [
        {
          ranges: [{ ...whole, endRowIndex: 2 }],
          booleanRule: {
            condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=$A1="x"' }] },
            format: { backgroundColor: { red: 1 } },
          },
        },
      ],
      basicFilter: { range: { ...whole, endRowIndex: 3 }, criteria: { 0: { hiddenValues: ['Acme'] } } },
      protectedRanges: [
        {
          protectedRangeId: 1,
          range: { sheetId: 0 },
          description: 'mine',
          requestingUserCanEdit: true,
          editors: { users: ['owner@example.com', 'writer@example.com'] },
        },
      ],
    });
  });

  test('a chart is told with the ranges at which its columns stand by now', async () => {
    const source = (column: number) => ({
      sourceRange: {
        sources: [
          { sheetId: 0, startRowIndex: 0, endRowIndex: 3, startColumnIndex: column, endColumnIndex: column + 1 },
        ],
      },
    });
    const basicChart = {
      chartType: 'COLUMN',
      stackedType: 'STACKED',
      legendPosition: 'NO_LEGEND',
      headerCount: 1,
      domains: [{ domain: source(0) }],
      series: [{ series: source(1), targetAxis: 'LEFT_AXIS', colorStyle: { rgbColor: { blue: 1 } } }],
    };
    const position = {
      overlayPosition: { anchorCell: { sheetId: 0, rowIndex: 5, columnIndex: 1 }, widthPixels: 300, heightPixels: 200 },
    };
    const { body } = await batch({
      addChart: { chart: { chartId: 9, spec: { title: 'Sales', basicChart }, position } },
    });
    expect(body).toMatchObject({
      replies: [{ addChart: { chart: { chartId: 9, spec: { title: 'Sales', basicChart }, position } } }],
    });
    await batch({ insertDimension: { range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 } } });
    const { sheets } = await described('sheets.charts.spec.basicChart');
    expect(sheets[0]).toEqual({
      charts: [{ spec: { basicChart: { ...basicChart, series: [{ ...basicChart.series[0], series: source(2) }] } } }],
    });
    expect(await batch({ deleteEmbeddedObject: { objectId: 9 } })).toMatchObject({ status: 200 });
    expect(google.workbook.sheet(0).charts).toEqual([]);
  });

  test('a chart whose columns are not equally long, or whose axis is another, is refused', async () => {
    const source = (endRowIndex: number) => ({
      sourceRange: { sources: [{ sheetId: 0, endRowIndex, startColumnIndex: 0, endColumnIndex: 1 }] },
    });
    const position = { overlayPosition: { anchorCell: {} } };
    const chart = (chartType: string, rows: number, targetAxis: string) => ({
      addChart: {
        chart: {
          position,
          spec: {
            basicChart: { chartType, domains: [{ domain: source(3) }], series: [{ series: source(rows), targetAxis }] },
          },
        },
      },
    });
    expect(await batch(chart('COLUMN', 4, 'LEFT_AXIS'))).toMatchObject({ status: 400 });
    expect(await batch(chart('BAR', 3, 'LEFT_AXIS'))).toMatchObject({ status: 400 });
    expect(await batch(chart('BAR', 3, 'BOTTOM_AXIS'))).toMatchObject({ status: 200 });
  });
});
