import { requireEditable } from '../workbook/protected-cells.ts';
import type { Workbook } from '../workbook/workbook.ts';
import { clearCells } from '../workbook/write-cells.ts';
import { googleErrorOf, invalid, prefixed } from './google-error.ts';
import type { FieldMask } from './messages/field-mask.ts';
import type { Message, MessageName } from './messages/message.ts';
import { rangeName, readRange } from './read-range.ts';
import { batchUpdate } from './requests/batch-update.ts';
import { searchDeveloperMetadata } from './requests/metadata-requests.ts';
import { spreadsheetResource } from './resources/spreadsheet-resource.ts';
import { renderValues } from './values/render-values.ts';
import { type PlannedValues, planValues } from './values/write-values.ts';

/** A call that may be carried out: who it is and what they may do has been looked at. */
export interface Call {
  readonly workbook: Workbook;
  /** E-mail address. */
  readonly user: string;
  /** What the path says besides the spreadsheet: a range, or the id of metadata; '' where it says nothing. */
  readonly rest: string;
  /** Read as the operation's query message. */
  readonly query: unknown;
  /** Read as the operation's request message. */
  readonly body: unknown;
  /** What is wanted of the answer; null: everything. */
  readonly mask: FieldMask | null;
}

/** Something that can be done with a spreadsheet over the API. */
export interface Operation {
  /** What the quota and the account's role are asked for. */
  readonly kind: 'read' | 'write';
  readonly query: MessageName;
  /** Null: no body. */
  readonly request: MessageName | null;
  readonly answer: MessageName;
  /** Throws a `GoogleError`; nothing has changed then. */
  readonly carryOut: (call: Call) => object;
}

/** Every operation of the Sheets API that the local server knows, by its name in Google's reference. */
export const OPERATIONS = {
  'spreadsheets.get': {
    kind: 'read',
    query: 'GetSpreadsheetQuery',
    request: null,
    answer: 'Spreadsheet',
    carryOut({ mask, query, user, workbook }) {
      const { includeGridData = false, ranges = [] } = query as Message<'GetSpreadsheetQuery'>;
      return spreadsheetResource(workbook, user, { ranges, includeGridData, mask });
    },
  },
  'spreadsheets.batchUpdate': {
    kind: 'write',
    query: 'NoQuery',
    request: 'BatchUpdateSpreadsheetRequest',
    answer: 'BatchUpdateSpreadsheetResponse',
    carryOut({ body, user, workbook }) {
      const {
        includeSpreadsheetInResponse,
        requests = [],
        responseIncludeGridData,
        responseRanges,
      } = body as Message<'BatchUpdateSpreadsheetRequest'>;
      const replies = batchUpdate(workbook, user, requests);
      const wish = { ranges: responseRanges ?? [], includeGridData: responseIncludeGridData ?? false, mask: null };
      return {
        spreadsheetId: workbook.id,
        replies,
        ...(includeSpreadsheetInResponse === true
          ? { updatedSpreadsheet: spreadsheetResource(workbook, user, wish) }
          : {}),
      };
    },
  },
  'values.get': {
    kind: 'read',
    query: 'GetValuesQuery',
    request: null,
    answer: 'ValueRange',
    carryOut({ query, rest, workbook }) {
      workbook.calculate();
      return renderValues(workbook, readRange(workbook, rest), query as Message<'GetValuesQuery'>);
    },
  },
  'values.batchGet': {
    kind: 'read',
    query: 'BatchGetValuesQuery',
    request: null,
    answer: 'BatchGetValuesResponse',
    carryOut({ query, workbook }) {
      const { ranges = [], ...options } = query as Message<'BatchGetValuesQuery'>;
      const blocks = ranges.map((range) => readRange(workbook, range));
      workbook.calculate();
      const valueRanges = blocks.map((block) => renderValues(workbook, block, options));
      return { spreadsheetId: workbook.id, ...(valueRanges.length === 0 ? {} : { valueRanges }) };
    },
  },
  'values.update': {
    kind: 'write',
    query: 'UpdateValuesQuery',
    request: 'ValueRange',
    answer: 'UpdateValuesResponse',
    carryOut({ body, query, rest, user, workbook }) {
      const given = body as Message<'ValueRange'>;
      const options = query as Message<'UpdateValuesQuery'>;
      if (given.range !== undefined && given.range !== rest)
        throw invalid(`Requested writing within range [${rest}], but the values are for [${given.range}].`);
      const planned = planValues(workbook, user, { ...given, range: rest }, inputOf(options));
      planned.write();
      return written(workbook, planned, options);
    },
  },
  'values.batchUpdate': {
    kind: 'write',
    query: 'NoQuery',
    request: 'BatchUpdateValuesRequest',
    answer: 'BatchUpdateValuesResponse',
    carryOut({ body, user, workbook }) {
      const { data = [], ...options } = body as Message<'BatchUpdateValuesRequest'>;
      const input = inputOf(options);
      const all = data.map((values, at) => {
        try {
          return planValues(workbook, user, values, input);
        } catch (error) {
          throw prefixed(googleErrorOf(error), `Invalid data[${at}]: `);
        }
      });
      for (const planned of all) planned.write();
      return {
        spreadsheetId: workbook.id,
        totalUpdatedRows: sum(all.map(({ rows }) => rows)),
        totalUpdatedColumns: sum(all.map(({ columns }) => columns)),
        totalUpdatedCells: sum(all.map(({ cells }) => cells)),
        totalUpdatedSheets: new Set(all.map(({ block }) => block.sheet)).size,
        responses: all.map((planned) => written(workbook, planned, options)),
      };
    },
  },
  'values.clear': {
    kind: 'write',
    query: 'NoQuery',
    request: 'ClearValuesRequest',
    answer: 'ClearValuesResponse',
    carryOut: ({ rest, user, workbook }) => ({
      spreadsheetId: workbook.id,
      clearedRange: cleared(workbook, user, [rest])[0],
    }),
  },
  'values.batchClear': {
    kind: 'write',
    query: 'NoQuery',
    request: 'BatchClearValuesRequest',
    answer: 'BatchClearValuesResponse',
    carryOut({ body, user, workbook }) {
      const { ranges = [] } = body as Message<'BatchClearValuesRequest'>;
      return { spreadsheetId: workbook.id, clearedRanges: cleared(workbook, user, ranges) };
    },
  },
  'developerMetadata.search': {
    kind: 'read',
    query: 'NoQuery',
    request: 'SearchDeveloperMetadataRequest',
    answer: 'SearchDeveloperMetadataResponse',
    carryOut: ({ body, workbook }) =>
      searchDeveloperMetadata(workbook, body as Message<'SearchDeveloperMetadataRequest'>),
  },
} as const satisfies { readonly [name: string]: Operation };

export type OperationName = keyof typeof OPERATIONS;

/** Documented: it must be said how values are to be taken. */
function inputOf({ valueInputOption }: Message<'UpdateValuesQuery'>): 'RAW' | 'USER_ENTERED' {
  if (valueInputOption === undefined) throw invalid("'valueInputOption' is required but not specified");
  return valueInputOption;
}

function written(
  workbook: Workbook,
  { block, cells, columns, rows }: PlannedValues,
  options: Omit<Message<'UpdateValuesQuery'>, 'valueInputOption'>,
): Message<'UpdateValuesResponse'> {
  const { includeValuesInResponse, responseDateTimeRenderOption: dates, responseValueRenderOption: values } = options;
  if (includeValuesInResponse === true) workbook.calculate();
  return {
    spreadsheetId: workbook.id,
    updatedRange: rangeName(block.sheet, block.range),
    updatedRows: rows,
    updatedColumns: columns,
    updatedCells: cells,
    ...(includeValuesInResponse === true
      ? {
          updatedData: renderValues(workbook, block, {
            ...(values === undefined ? {} : { valueRenderOption: values }),
            ...(dates === undefined ? {} : { dateTimeRenderOption: dates }),
          }),
        }
      : {}),
  };
}

function cleared(workbook: Workbook, user: string, ranges: readonly string[]): string[] {
  const blocks = ranges.map((range) => readRange(workbook, range));
  for (const { range, sheet } of blocks) requireEditable(workbook, user, sheet, range);
  for (const { range } of blocks) clearCells(workbook, range, ['contents']);
  return blocks.map(({ range, sheet }) => rangeName(sheet, range));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
