import type { ProtectedRange, SheetMark, SheetTab, SpreadsheetDescription } from '../use-cases/spreadsheets.ts';
import { placeOf } from './grid-range.ts';
import type { sheets_v4 } from './load-google.ts';
import { placeText } from './range-text.ts';

/** With which the keys of marks begin that are Tierbook's, be they the add-on's or the bot's. */
const OWN_PREFIX = 'tierbook.';

const MARK = 'developerMetadata(metadataId,metadataKey,metadataValue,visibility)';

/** What of a spreadsheet is asked for: everything but its cells. Columns' marks are given with the columns. */
export const DESCRIPTION_FIELDS = [
  'spreadsheetId',
  'properties(title,locale,timeZone)',
  MARK,
  `sheets(${[
    'properties(sheetId,title,sheetType,hidden,gridProperties(rowCount,columnCount))',
    'protectedRanges(range,description,warningOnly,requestingUserCanEdit,unprotectedRanges)',
    'charts(chartId)',
    MARK,
    `data(startColumn,columnMetadata(${MARK}))`,
  ].join(',')})`,
].join(',');

/** Google's answer to {@link DESCRIPTION_FIELDS} as plain data. */
export function describeSpreadsheet(answer: sheets_v4.Schema$Spreadsheet): SpreadsheetDescription {
  const sheets = (answer.sheets ?? []).filter(
    ({ properties }) => (properties?.sheetType ?? 'GRID') === 'GRID' && (properties?.gridProperties ?? null) !== null,
  );
  return {
    spreadsheetId: answer.spreadsheetId ?? '',
    title: answer.properties?.title ?? '',
    locale: answer.properties?.locale ?? '',
    timeZone: answer.properties?.timeZone ?? 'Etc/GMT',
    tabs: sheets.map(tabOf),
    marks: [...marksOf(answer.developerMetadata, null, null), ...sheets.flatMap(marksOfTab)],
  };
}

function tabOf({ properties, protectedRanges, charts }: sheets_v4.Schema$Sheet): SheetTab {
  const size = {
    rowCount: properties?.gridProperties?.rowCount ?? 0,
    columnCount: properties?.gridProperties?.columnCount ?? 0,
  };
  return {
    id: properties?.sheetId ?? 0,
    title: properties?.title ?? '',
    ...size,
    isHidden: properties?.hidden ?? false,
    protectedRanges: (protectedRanges ?? [])
      .filter(({ warningOnly }) => warningOnly !== true)
      .map((range) => protectedRangeOf(range, size)),
    charts: (charts ?? []).flatMap(({ chartId }) => (typeof chartId === 'number' ? [chartId] : [])),
  };
}

function protectedRangeOf(
  { range, description, requestingUserCanEdit, unprotectedRanges }: sheets_v4.Schema$ProtectedRange,
  size: Pick<SheetTab, 'rowCount' | 'columnCount'>,
): ProtectedRange {
  const place = placeOf(range ?? {}, size);
  const isWhole = place.rows === size.rowCount && place.columns === size.columnCount;
  return {
    place,
    a1: isWhole ? '' : placeText(place),
    description: description ?? '',
    mayEdit: requestingUserCanEdit ?? false,
    open: (unprotectedRanges ?? []).map((open) => placeOf(open, size)),
  };
}

function marksOfTab({ properties, developerMetadata, data }: sheets_v4.Schema$Sheet): SheetMark[] {
  const tabId = properties?.sheetId ?? 0;
  const ofColumns = (data ?? []).flatMap(({ startColumn, columnMetadata }) =>
    (columnMetadata ?? []).flatMap((column, at) => marksOf(column.developerMetadata, tabId, (startColumn ?? 0) + at)),
  );
  return [...marksOf(developerMetadata, tabId, null), ...ofColumns];
}

function marksOf(
  metadata: readonly sheets_v4.Schema$DeveloperMetadata[] | undefined,
  tabId: number | null,
  column: number | null,
): SheetMark[] {
  return (metadata ?? []).flatMap(({ metadataId, metadataKey, metadataValue, visibility }) =>
    visibility === 'DOCUMENT' && metadataKey?.startsWith(OWN_PREFIX)
      ? [{ id: metadataId ?? 0, key: metadataKey, value: metadataValue ?? '', tabId, column }]
      : [],
  );
}
