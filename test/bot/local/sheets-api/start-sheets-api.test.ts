import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LocalGoogle, READER, SPREADSHEET_ID, STRANGER, startLocalGoogle } from '../../../support/local-google.ts';

let google: LocalGoogle;

beforeEach(async () => {
  google = await startLocalGoogle();
});

afterEach(() => google.close());

const PATH = `/v4/spreadsheets/${SPREADSHEET_ID}`;

describe("Google's own client at the local Sheets API", () => {
  test('writes values and reads them back', async () => {
    const { spreadsheets } = google.client();
    const written = await spreadsheets.values.batchUpdate({
      spreadsheetId: SPREADSHEET_ID,
      requestBody: {
        valueInputOption: 'RAW',
        data: [
          {
            range: 'Sheet1!A1',
            values: [
              ['Customer', 'Sales'],
              ['=Acme', 7],
            ],
          },
        ],
      },
    });
    expect(written.data).toMatchObject({ totalUpdatedCells: 4, responses: [{ updatedRange: 'Sheet1!A1:B2' }] });
    const read = await spreadsheets.values.batchGet({
      spreadsheetId: SPREADSHEET_ID,
      ranges: ["'Sheet1'!A1:F", 'Sheet1!B2'],
      valueRenderOption: 'UNFORMATTED_VALUE',
      dateTimeRenderOption: 'SERIAL_NUMBER',
    });
    expect(read.data).toEqual({
      spreadsheetId: SPREADSHEET_ID,
      valueRanges: [
        {
          range: 'Sheet1!A1:F1000',
          majorDimension: 'ROWS',
          values: [
            ['Customer', 'Sales'],
            ['=Acme', 7],
          ],
        },
        { range: 'Sheet1!B2', majorDimension: 'ROWS', values: [[7]] },
      ],
    });
  });

  test('changes the spreadsheet in one batch and sees it in its description', async () => {
    const { spreadsheets } = google.client();
    const { data } = await spreadsheets.batchUpdate({
      spreadsheetId: SPREADSHEET_ID,
      requestBody: {
        requests: [
          { addSheet: { properties: { sheetId: 7, title: '客户', hidden: true } } },
          {
            updateCells: {
              start: { sheetId: 7 },
              rows: [{ values: [{ userEnteredValue: { stringValue: '=1' } }] }],
              fields: 'userEnteredValue',
            },
          },
          {
            createDeveloperMetadata: {
              developerMetadata: {
                metadataKey: 'tierbook.tier',
                metadataValue: '1',
                visibility: 'DOCUMENT',
                location: { dimensionRange: { sheetId: 7, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 } },
              },
            },
          },
        ],
      },
    });
    expect(data.replies?.map((reply) => Object.keys(reply))).toEqual([['addSheet'], [], ['createDeveloperMetadata']]);
    const described = await spreadsheets.get({
      spreadsheetId: SPREADSHEET_ID,
      ranges: ["'客户'!A1:B2"],
      fields:
        'properties.title,sheets(properties(title,hidden),data(rowData.values.userEnteredValue,columnMetadata.developerMetadata.metadataKey))',
    });
    expect(described.data).toEqual({
      properties: { title: 'Book' },
      sheets: [
        {
          properties: { title: '客户', hidden: true },
          data: [
            {
              rowData: [{ values: [{ userEnteredValue: { stringValue: '=1' } }] }],
              columnMetadata: [{ developerMetadata: [{ metadataKey: 'tierbook.tier' }] }, {}],
            },
          ],
        },
      ],
    });
  });
});

describe('who may do what', () => {
  test('a request that does not say who it is, and one with a token that is none', async () => {
    expect(await google.ask(PATH, { token: null })).toMatchObject({
      status: 403,
      body: { error: { code: 403, status: 'PERMISSION_DENIED' } },
    });
    expect(await google.ask(PATH, { token: 'nonsense' })).toMatchObject({
      status: 401,
      body: { error: { code: 401, status: 'UNAUTHENTICATED' } },
    });
  });

  test('an account that the file is not shared with, a reader who writes, a file that is none', async () => {
    const denied = { code: 403, message: 'The caller does not have permission', status: 'PERMISSION_DENIED' };
    await expect(google.client(STRANGER).spreadsheets.get({ spreadsheetId: SPREADSHEET_ID })).rejects.toMatchObject({
      status: 403,
      response: { data: { error: denied } },
    });
    const { spreadsheets } = google.client(READER);
    expect((await spreadsheets.get({ spreadsheetId: SPREADSHEET_ID })).data.properties?.title).toBe('Book');
    await expect(
      spreadsheets.values.update({
        spreadsheetId: SPREADSHEET_ID,
        range: 'A1',
        valueInputOption: 'RAW',
        requestBody: { values: [['x']] },
      }),
    ).rejects.toMatchObject({ status: 403 });
    await expect(google.client().spreadsheets.get({ spreadsheetId: 'nowhere' })).rejects.toMatchObject({
      status: 404,
      response: { data: { error: { code: 404, message: 'Requested entity was not found.', status: 'NOT_FOUND' } } },
    });
  });
});
