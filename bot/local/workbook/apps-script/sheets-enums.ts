import { serviceEnum } from './service-enum.ts';

export const METADATA_VISIBILITIES = serviceEnum('SpreadsheetApp.DeveloperMetadataVisibility', ['DOCUMENT', 'PROJECT']);

export const METADATA_LOCATION_TYPES = serviceEnum('SpreadsheetApp.DeveloperMetadataLocationType', [
  'SPREADSHEET',
  'SHEET',
  'ROW',
  'COLUMN',
]);

export const PROTECTION_TYPES = serviceEnum('SpreadsheetApp.ProtectionType', ['RANGE', 'SHEET']);

export const WRAP_STRATEGIES = serviceEnum('SpreadsheetApp.WrapStrategy', ['WRAP', 'OVERFLOW', 'CLIP']);

export const BOOLEAN_CRITERIA = serviceEnum('SpreadsheetApp.BooleanCriteria', [
  'CELL_EMPTY',
  'CELL_NOT_EMPTY',
  'DATE_AFTER',
  'DATE_BEFORE',
  'DATE_EQUAL_TO',
  'DATE_AFTER_RELATIVE',
  'DATE_BEFORE_RELATIVE',
  'DATE_EQUAL_TO_RELATIVE',
  'NUMBER_BETWEEN',
  'NUMBER_EQUAL_TO',
  'NUMBER_GREATER_THAN',
  'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  'NUMBER_LESS_THAN',
  'NUMBER_LESS_THAN_OR_EQUAL_TO',
  'NUMBER_NOT_BETWEEN',
  'NUMBER_NOT_EQUAL_TO',
  'TEXT_CONTAINS',
  'TEXT_DOES_NOT_CONTAIN',
  'TEXT_EQUAL_TO',
  'TEXT_STARTS_WITH',
  'TEXT_ENDS_WITH',
  'CUSTOM_FORMULA',
]);

export const COPY_PASTE_TYPES = serviceEnum('SpreadsheetApp.CopyPasteType', [
  'PASTE_NORMAL',
  'PASTE_FORMAT',
  'PASTE_VALUES',
]);

export const CHART_TYPES = serviceEnum('Charts.ChartType', [
  'AREA',
  'BAR',
  'COLUMN',
  'COMBO',
  'HISTOGRAM',
  'LINE',
  'PIE',
  'SCATTER',
  'STEPPED_AREA',
  'TABLE',
]);

export const CHART_MERGE_STRATEGIES = serviceEnum('Charts.ChartMergeStrategy', ['MERGE_COLUMNS', 'MERGE_ROWS']);

export const CHART_HIDDEN_DIMENSIONS = serviceEnum('Charts.ChartHiddenDimensionStrategy', [
  'IGNORE_BOTH',
  'IGNORE_COLUMNS',
  'IGNORE_ROWS',
  'SHOW_BOTH',
]);
