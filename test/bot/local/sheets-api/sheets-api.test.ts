import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LocalGoogle, SPREADSHEET_ID, startLocalGoogle, WRITER } from '../../../support/local-google.ts';

let google: LocalGoogle;

beforeEach(async () => {
  google = await startLocalGoogle();
});

afterEach(() => google.close());

const PATH = `/v4/spreadsheets/${SPREADSHEET_ID}`;

/** What a web page that got here by a trick, or any other program, would send. */
function sent(headers: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    request(google.api.url + PATH, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

describe('what is unknown is refused', () => {
  test.each<[string, string, string, unknown, number]>([
    ['a parameter', 'GET', `${PATH}?includeGrid=true`, undefined, 400],
    ['a value of a parameter', 'GET', `${PATH}?includeGridData=yes`, undefined, 400],
    ['a field of the answer', 'GET', `${PATH}?fields=titel`, undefined, 400],
    ['another form of answers', 'GET', `${PATH}?alt=media`, undefined, 400],
    ['a way of showing values', 'GET', `${PATH}/values/A1?valueRenderOption=PRETTY`, undefined, 400],
    ['a path', 'GET', `${PATH}/cells`, undefined, 404],
    ['a verb', 'POST', `${PATH}:update`, {}, 404],
    ['a method', 'DELETE', PATH, undefined, 404],
    ['broken JSON', 'POST', `${PATH}:batchUpdate`, '{"requests":[', 400],
    ['no JSON', 'POST', `${PATH}:batchUpdate`, 'requests=1', 400],
    ['a broken path', 'GET', '/v4/spreadsheets/%E0%A4%A', undefined, 404],
    ['what Google has and the local server has not', 'POST', `${PATH}/values/A1:append?valueInputOption=RAW`, {}, 501],
    ['a new spreadsheet', 'POST', '/v4/spreadsheets', {}, 501],
  ])('%s', async (_title, method, path, body, status) => {
    const answer = await google.ask(path, { method, ...(body === undefined ? {} : { body }) });
    expect(answer).toMatchObject({ status, body: { error: { code: status, message: expect.any(String) as string } } });
  });

  test('the refusal of a parameter and of a field say which', async () => {
    expect((await google.ask(`${PATH}?includeGrid=true`)).body).toEqual({
      error: {
        code: 400,
        status: 'INVALID_ARGUMENT',
        message: `Invalid JSON payload received. Unknown name "includeGrid": Cannot bind query parameter. Field 'includeGrid' could not be found in request message.`,
        details: [
          {
            '@type': 'type.googleapis.com/google.rpc.BadRequest',
            fieldViolations: [
              {
                description: `Invalid JSON payload received. Unknown name "includeGrid": Cannot bind query parameter. Field 'includeGrid' could not be found in request message.`,
              },
            ],
          },
        ],
      },
    });
    expect((await google.ask(`${PATH}?fields=sheets.titel`)).body).toMatchObject({
      error: {
        message: 'Request contains an invalid argument.',
        details: [{ fieldViolations: [{ field: 'sheets.titel' }] }],
      },
    });
  });
});

test('a body over the limit is refused, though all of it was sent', async () => {
  await google.close();
  google = await startLocalGoogle({ mostBodyBytes: 1000 });
  const values = [['x'.repeat(1000)]];
  const { body, status } = await google.ask(`${PATH}/values:batchUpdate`, {
    body: { valueInputOption: 'RAW', data: [{ range: 'A1', values }] },
  });
  expect(status).toBe(400);
  expect(body).toMatchObject({ error: { message: 'Request payload size exceeds the limit: 1000 bytes.' } });
});

test('pages of other servers, and names of theirs that lead here, are refused', async () => {
  const { host } = new URL(google.api.url);
  const authorization = `Bearer ${google.api.accounts.giveAccessToken({
    email: WRITER,
    scopes: ['https://www.googleapis.com/auth/spreadsheets'],
  })}`;
  expect(await sent({ host, authorization })).toBe(200);
  expect(await sent({ host: 'evil.example.com', authorization })).toBe(403);
  expect(await sent({ host, authorization, origin: 'https://evil.example.com' })).toBe(403);
});

test('the traffic tells what was asked, and nothing of what was said', async () => {
  await google.ask(`${PATH}/values/A1?valueInputOption=RAW`, { method: 'PUT', body: { values: [['confidential']] } });
  await google.ask(`${PATH}?fields=spreadsheetId`);
  expect(google.api.traffic.entries).toEqual([
    { operation: 'values.update', path: `${PATH}/values/A1`, status: 200 },
    { operation: 'spreadsheets.get', path: PATH, status: 200 },
  ]);
  expect([google.api.traffic.count(), google.api.traffic.count('values.update')]).toEqual([2, 1]);
});

describe('a spreadsheet', () => {
  test('with cells: what was entered, what it comes to, what it shows, how it looks', async () => {
    const entered = [['Name', '=1/4'], ['2026-07-15']];
    await google.ask(`${PATH}/values/B2?valueInputOption=USER_ENTERED`, { method: 'PUT', body: { values: entered } });
    const { body } = await google.ask(
      `${PATH}?ranges=Sheet1!B2:D9&fields=${encodeURIComponent(
        'sheets.data(startRow,startColumn,rowData.values(userEnteredValue,effectiveValue,formattedValue,userEnteredFormat.numberFormat))',
      )}`,
    );
    expect(body).toEqual({
      sheets: [
        {
          data: [
            {
              startRow: 1,
              startColumn: 1,
              rowData: [
                {
                  values: [
                    {
                      userEnteredValue: { stringValue: 'Name' },
                      effectiveValue: { stringValue: 'Name' },
                      formattedValue: 'Name',
                    },
                    {
                      userEnteredValue: { formulaValue: '=1/4' },
                      effectiveValue: { numberValue: 0.25 },
                      formattedValue: '0.25',
                    },
                  ],
                },
                {
                  values: [
                    {
                      userEnteredValue: { numberValue: 46_218 },
                      effectiveValue: { numberValue: 46_218 },
                      formattedValue: '2026-07-15',
                      userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } },
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
  });

  test('without a mask: cells only where they are wanted, and only sheets that a range meets', async () => {
    google.workbook.addSheet({ title: 'Other' });
    type Book = {
      readonly sheets: readonly { readonly properties: { readonly title: string }; readonly data?: unknown }[];
    };
    const told = async (query: string) =>
      ((await google.ask(PATH + query)).body as Book).sheets.map(({ data, properties }) => [
        properties.title,
        data !== undefined,
      ]);
    expect(await told('')).toEqual([
      ['Sheet1', false],
      ['Other', false],
    ]);
    expect(await told('?ranges=Other!A1')).toEqual([['Other', false]]);
    expect(await told('?ranges=Other!A1&includeGridData=true')).toEqual([['Other', true]]);
  });

  test('metadata is found by its id, its key and its place', async () => {
    const add = (developerMetadata: object) => ({
      createDeveloperMetadata: { developerMetadata: { visibility: 'DOCUMENT', ...developerMetadata } },
    });
    const column = (startIndex: number) => ({
      dimensionRange: { sheetId: 0, dimension: 'COLUMNS', startIndex, endIndex: startIndex + 1 },
    });
    await google.ask(`${PATH}:batchUpdate`, {
      body: {
        requests: [
          add({ metadataKey: 'a', metadataValue: '1', location: column(2) }),
          add({ metadataKey: 'a', location: { sheetId: 0 } }),
          add({ metadataKey: 'b', metadataId: 40, location: { spreadsheet: true } }),
        ],
      },
    });
    google.workbook.metadata.add({
      key: 'a',
      value: 'of a script',
      visibility: 'project',
      place: { on: 'spreadsheet' },
    });
    const found = async (developerMetadataLookup: object) => {
      const { body } = await google.ask(`${PATH}/developerMetadata:search`, {
        body: { dataFilters: [{ developerMetadataLookup }] },
      });
      const { matchedDeveloperMetadata = [] } = body as {
        readonly matchedDeveloperMetadata?: readonly { readonly developerMetadata: { readonly metadataId: number } }[];
      };
      return matchedDeveloperMetadata.map(({ developerMetadata }) => developerMetadata.metadataId);
    };
    expect(await found({ metadataKey: 'a' })).toEqual([1, 2]);
    expect(await found({ metadataKey: 'a', locationType: 'COLUMN' })).toEqual([1]);
    expect(await found({ metadataId: 40 })).toEqual([40]);
    expect(await found({ metadataLocation: column(2) })).toEqual([1, 2, 40]);
    expect(await found({ metadataLocation: column(2), locationMatchingStrategy: 'EXACT_LOCATION' })).toEqual([1]);
    expect(await found({ metadataKey: 'c' })).toEqual([]);
  });
});
