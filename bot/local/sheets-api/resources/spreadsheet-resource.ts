import type { Sheet } from '../../workbook/sheet.ts';
import type { Workbook } from '../../workbook/workbook.ts';
import { type FieldMask, inMask, picked } from '../messages/field-mask.ts';
import type { Message } from '../messages/message.ts';
import { readRange } from '../read-range.ts';
import { chartResource } from './chart-resource.ts';
import { effectiveFormat } from './format-resource.ts';
import { gridResource } from './grid-resource.ts';
import { metadataInSight, metadataResource } from './metadata-resource.ts';
import { rangeResource, sheetProperties } from './range-resource.ts';
import {
  filterResource,
  namedRangeResource,
  protectedRangeResource,
  ruleResource,
  tableResource,
} from './sheet-parts.ts';

/** What is asked of a spreadsheet. */
export interface SpreadsheetWish {
  /** None: all of every sheet. Only sheets that a range meets are told of (observed). */
  readonly ranges: readonly string[];
  /** Whether cells are told too; a mask that the request gave decides instead (documented). */
  readonly includeGridData: boolean;
  /** Null: everything but, unless wanted, the cells. */
  readonly mask: FieldMask | null;
}

/** A spreadsheet as an account sees it. What has nothing in it is left out (observed). Throws as `readRange`. */
export function spreadsheetResource(
  workbook: Workbook,
  user: string,
  { includeGridData, mask, ranges }: SpreadsheetWish,
): Message<'Spreadsheet'> {
  const blocks = ranges.map((text) => readRange(workbook, text));
  const meant = mask ?? true;
  const sheetMask = inMask(meant, 'sheets');
  const dataMask = sheetMask === undefined ? undefined : inMask(sheetMask, 'data');
  const cellsMask = mask === null ? (includeGridData ? true : undefined) : dataMask;
  if (cellsMask !== undefined) workbook.calculate();
  const sheets = workbook.sheets.flatMap((sheet, index) => {
    const own = blocks.filter((block) => block.sheet === sheet).map(({ range }) => range);
    if (blocks.length > 0 && own.length === 0) return [];
    const wanted = own.length > 0 ? own : [sheet.all];
    const data =
      cellsMask === undefined ? undefined : wanted.map((range) => gridResource(workbook, sheet, range, cellsMask));
    return [{ ...sheetResource(workbook, user, sheet, index), ...(data === undefined ? {} : { data }) }];
  });
  const notes = metadataInSight(workbook).filter(({ place }) => place.on === 'spreadsheet');
  const whole: Message<'Spreadsheet'> = {
    spreadsheetId: workbook.id,
    properties: {
      title: workbook.title,
      locale: workbook.locale,
      autoRecalc: 'ON_CHANGE',
      timeZone: workbook.timeZone,
      defaultFormat: effectiveFormat(undefined),
    },
    sheets,
    ...(workbook.namedRanges.length === 0 ? {} : { namedRanges: workbook.namedRanges.map(namedRangeResource) }),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${workbook.id}/edit`,
    ...(notes.length === 0 ? {} : { developerMetadata: notes.map(metadataResource) }),
  };
  return mask === null ? whole : (picked(whole, withDataDone(mask)) as Message<'Spreadsheet'>);
}

/** The cells have been picked already. */
function withDataDone(mask: FieldMask): FieldMask {
  if (mask === true) return mask;
  const sheets = mask.get('sheets');
  if (sheets === undefined || sheets === true || !sheets.has('data')) return mask;
  return new Map([...mask, ['sheets', new Map([...sheets, ['data', true as const]])]]);
}

function sheetResource(workbook: Workbook, user: string, sheet: Sheet, index: number): Message<'Sheet'> {
  const { charts, conditionalRules, id, merges, protections, tables } = sheet;
  const notes = metadataInSight(workbook).filter(({ place }) => place.on === 'sheet' && place.sheetId === id);
  const filter = filterResource(sheet);
  return {
    properties: sheetProperties(sheet, index),
    ...(merges.length === 0 ? {} : { merges: merges.map((merge) => rangeResource(id, merge)) }),
    ...(conditionalRules.length === 0
      ? {}
      : { conditionalFormats: conditionalRules.map((rule) => ruleResource(id, rule)) }),
    ...(protections.length === 0
      ? {}
      : { protectedRanges: protections.map((one) => protectedRangeResource(workbook, user, one)) }),
    ...(filter === undefined ? {} : { basicFilter: filter }),
    ...(charts.length === 0 ? {} : { charts: charts.map((chart) => chartResource(id, chart)) }),
    ...(notes.length === 0 ? {} : { developerMetadata: notes.map(metadataResource) }),
    ...(tables.length === 0 ? {} : { tables: tables.map((table) => tableResource(id, table)) }),
  };
}
