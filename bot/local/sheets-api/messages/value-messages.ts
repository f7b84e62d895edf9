const RENDER = { words: ['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA'] } as const;
const RENDER_DATES = { words: ['SERIAL_NUMBER', 'FORMATTED_STRING'] } as const;
const INPUT = { words: ['RAW', 'USER_ENTERED'] } as const;
const DIMENSION = { words: ['ROWS', 'COLUMNS'] } as const;

/** The requests and answers of `spreadsheets.values`, and of the whole spreadsheet. Those of GET are their query. */
export const VALUE_MESSAGES = {
  ValueRange: { range: 'string', majorDimension: DIMENSION, values: 'any' },
  GetValuesQuery: { majorDimension: DIMENSION, valueRenderOption: RENDER, dateTimeRenderOption: RENDER_DATES },
  BatchGetValuesQuery: {
    ranges: ['string'],
    majorDimension: DIMENSION,
    valueRenderOption: RENDER,
    dateTimeRenderOption: RENDER_DATES,
  },
  UpdateValuesQuery: {
    valueInputOption: INPUT,
    includeValuesInResponse: 'bool',
    responseValueRenderOption: RENDER,
    responseDateTimeRenderOption: RENDER_DATES,
  },
  BatchUpdateValuesRequest: {
    valueInputOption: INPUT,
    data: ['ValueRange'],
    includeValuesInResponse: 'bool',
    responseValueRenderOption: RENDER,
    responseDateTimeRenderOption: RENDER_DATES,
  },
  BatchClearValuesRequest: { ranges: ['string'] },
  ClearValuesRequest: {},
  BatchGetValuesResponse: { spreadsheetId: 'string', valueRanges: ['ValueRange'] },
  UpdateValuesResponse: {
    spreadsheetId: 'string',
    updatedRange: 'string',
    updatedRows: 'int',
    updatedColumns: 'int',
    updatedCells: 'int',
    updatedData: 'ValueRange',
  },
  BatchUpdateValuesResponse: {
    spreadsheetId: 'string',
    totalUpdatedRows: 'int',
    totalUpdatedColumns: 'int',
    totalUpdatedCells: 'int',
    totalUpdatedSheets: 'int',
    responses: ['UpdateValuesResponse'],
  },
  ClearValuesResponse: { spreadsheetId: 'string', clearedRange: 'string' },
  BatchClearValuesResponse: { spreadsheetId: 'string', clearedRanges: ['string'] },
  GetSpreadsheetQuery: {
    ranges: ['string'],
    includeGridData: 'bool',
    excludeTablesInBandedRanges: 'bool',
    commentsViewMode: 'unheld',
  },
  NoQuery: {},
} as const;
