import type { AddChart, SheetChange, WriteCells } from '../use-cases/spreadsheets.ts';
import { gridRange } from './grid-range.ts';
import type { sheets_v4 } from './load-google.ts';

type Request = sheets_v4.Schema$Request;
type Format = Extract<SheetChange, { readonly kind: 'format' }>;

/**
 * Takes a mark away from just one column. Made anew right after it with the same id, which must be free (documented), it holds the
 * batch: where the mark stands elsewhere nothing was taken away, the id is taken, and Google does nothing of the batch.
 */
function deleteMarkAt({ id, tabId, column }: Extract<SheetChange, { readonly kind: 'keep-mark' }>): Request {
  const developerMetadataLookup = {
    metadataId: id,
    locationType: 'COLUMN',
    metadataLocation: { dimensionRange: columnsOf({ tabId, column, count: 1 }) },
    locationMatchingStrategy: 'EXACT_LOCATION',
  };
  return { deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup } } };
}

/** A change as requests of a `spreadsheets.batchUpdate`, in their order. */
export function requestsOf(change: Exclude<SheetChange, WriteCells>): Request[] {
  switch (change.kind) {
    case 'add-tab': {
      const { tabId: sheetId, title, isHidden: hidden, index, rows: rowCount, columns: columnCount } = change;
      const properties = { sheetId, title, hidden, gridProperties: { rowCount, columnCount } };
      return [{ addSheet: { properties: index === null ? properties : { ...properties, index } } }];
    }
    case 'delete-tab':
      return [{ deleteSheet: { sheetId: change.tabId } }];
    case 'show-tab':
      return [{ updateSheetProperties: { properties: { sheetId: change.tabId, hidden: false }, fields: 'hidden' } }];
    case 'add-rows':
    case 'add-columns': {
      const dimension = change.kind === 'add-rows' ? 'ROWS' : 'COLUMNS';
      return [{ appendDimension: { sheetId: change.tabId, dimension, length: change.count } }];
    }
    case 'insert-columns': {
      const { tabId: sheetId, column, count } = change;
      const range = { sheetId, startColumnIndex: column, endColumnIndex: column + count };
      return [
        { insertDimension: { range: columnsOf(change), inheritFromBefore: false } },
        // else they would take the looks and the rules of the column behind them
        { repeatCell: { range, cell: {}, fields: 'userEnteredFormat,dataValidation' } },
      ];
    }
    case 'delete-columns':
      return [{ deleteDimension: { range: columnsOf(change) } }];
    case 'keep-mark':
      return [deleteMarkAt(change), ...requestsOf({ ...change, kind: 'mark' })];
    case 'mark': {
      const { id: metadataId, key: metadataKey, value: metadataValue, tabId, column } = change;
      const location =
        column === null ? { sheetId: tabId } : { dimensionRange: columnsOf({ tabId, column, count: 1 }) };
      const developerMetadata = { metadataId, metadataKey, metadataValue, location, visibility: 'DOCUMENT' };
      return [{ createDeveloperMetadata: { developerMetadata } }];
    }
    case 'change-mark':
      return [
        {
          updateDeveloperMetadata: {
            dataFilters: [{ developerMetadataLookup: { metadataId: change.id } }],
            developerMetadata: { metadataValue: change.value },
            fields: 'metadataValue',
          },
        },
      ];
    case 'unmark':
      return [{ deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataId: change.id } } } }];
    case 'format':
      return [formatRequest(change)];
    case 'column-width':
      return [
        {
          updateDimensionProperties: {
            range: columnsOf(change),
            properties: { pixelSize: change.pixels },
            fields: 'pixelSize',
          },
        },
      ];
    case 'freeze': {
      const gridProperties = { frozenRowCount: change.rows };
      const properties = { sheetId: change.tabId, gridProperties };
      return [{ updateSheetProperties: { properties, fields: 'gridProperties.frozenRowCount' } }];
    }
    case 'add-chart':
      return [chartRequest(change)];
    case 'delete-chart':
      return [{ deleteEmbeddedObject: { objectId: change.chartId } }];
    default:
      throw change satisfies never;
  }
}

function columnsOf({
  tabId,
  column,
  count,
}: {
  readonly tabId: number;
  readonly column: number;
  readonly count: number;
}): sheets_v4.Schema$DimensionRange {
  return { sheetId: tabId, dimension: 'COLUMNS', startIndex: column, endIndex: column + count };
}

function formatRequest({ tabId, place, isBold, numberFormat, background, textColour, wraps }: Format): Request {
  const format: sheets_v4.Schema$CellFormat = {};
  const fields: string[] = [];
  if (isBold !== undefined || textColour !== undefined) format.textFormat = {};
  if (isBold !== undefined) {
    format.textFormat = { ...format.textFormat, bold: isBold };
    fields.push('textFormat.bold');
  }
  if (textColour !== undefined) {
    format.textFormat = { ...format.textFormat, foregroundColorStyle: { rgbColor: rgb(textColour) } };
    fields.push('textFormat.foregroundColorStyle');
  }
  if (numberFormat !== undefined) {
    if (numberFormat !== null) format.numberFormat = { ...numberFormat };
    fields.push('numberFormat');
  }
  if (background !== undefined) {
    format.backgroundColorStyle = { rgbColor: rgb(background) };
    fields.push('backgroundColorStyle');
  }
  if (wraps !== undefined) {
    format.wrapStrategy = wraps ? 'WRAP' : 'OVERFLOW_CELL';
    fields.push('wrapStrategy');
  }
  return {
    repeatCell: {
      range: gridRange(tabId, place),
      cell: { userEnteredFormat: format },
      fields: fields.map((field) => `userEnteredFormat.${field}`).join(','),
    },
  };
}

const SHAPES = {
  columns: { chartType: 'COLUMN' },
  'stacked-columns': { chartType: 'COLUMN', stackedType: 'STACKED' },
  bars: { chartType: 'BAR' },
  lines: { chartType: 'LINE' },
} as const;

function chartRequest({ chartId, title, shape, labels, series, at, width, height }: AddChart): Request {
  const source = ({ tabId, place }: AddChart['labels']): sheets_v4.Schema$ChartData => ({
    sourceRange: { sources: [gridRange(tabId, place)] },
  });
  // the values of bars lie along the lower edge
  const targetAxis = shape === 'bars' ? 'BOTTOM_AXIS' : 'LEFT_AXIS';
  const basicChart: sheets_v4.Schema$BasicChartSpec = {
    ...SHAPES[shape],
    legendPosition: series.length > 1 ? 'BOTTOM_LEGEND' : 'NO_LEGEND',
    headerCount: 1,
    domains: [{ domain: source(labels) }],
    series: series.map((one) => ({
      series: source(one),
      targetAxis,
      ...(one.colour === undefined ? {} : { colorStyle: { rgbColor: rgb(one.colour) } }),
    })),
  };
  const overlayPosition = {
    anchorCell: { sheetId: at.tabId, rowIndex: at.row, columnIndex: at.column },
    widthPixels: width,
    heightPixels: height,
  };
  return { addChart: { chart: { chartId, spec: { title, basicChart }, position: { overlayPosition } } } };
}

/** `#rrggbb` as Google's shares from 0 to 1. */
function rgb(colour: string): sheets_v4.Schema$Color {
  const share = (at: number) => Number.parseInt(colour.slice(at, at + 2), 16) / 255;
  return { red: share(1), green: share(3), blue: share(5) };
}
