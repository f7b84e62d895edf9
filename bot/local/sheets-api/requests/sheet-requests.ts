import { deleteLines, insertLines } from '../../workbook/change-lines.ts';
import { requireEditableSheet } from '../../workbook/protected-cells.ts';
import type { Sheet } from '../../workbook/sheet.ts';
import { invalid, notHeld } from '../google-error.ts';
import { type FieldMask, inMask } from '../messages/field-mask.ts';
import type { Message } from '../messages/message.ts';
import { sheetProperties } from '../resources/range-resource.ts';
import { namedFields } from './named-fields.ts';
import type { Target } from './target.ts';

/** Adds a sheet: 1,000 rows and 26 columns unless others are asked for, after the others (documented). */
export function addSheet({ workbook }: Target, { properties = {} }: Message<'AddSheetRequest'>) {
  const { gridProperties = {}, hidden, index, sheetId, sheetType, title } = properties;
  if (sheetType !== undefined && sheetType !== 'GRID') throw notHeld(`sheets of the type ${sheetType}`);
  if (sheetId !== undefined && sheetId < 0) throw invalid(`Invalid sheet id: ${sheetId}`);
  if (sheetId !== undefined && workbook.findSheet(sheetId) !== undefined)
    throw invalid(`Sheet with id ${sheetId} already exists.`);
  if (index !== undefined && (index < 0 || index > workbook.sheets.length))
    throw invalid(`Invalid sheet index: ${index}`);
  const { columnCount, frozenColumnCount, frozenRowCount, rowCount } = gridProperties;
  for (const count of [columnCount, rowCount])
    if (count !== undefined && count < 1) throw invalid('A sheet has at least one row and one column.');
  const sheet = workbook.addSheet({
    ...(title === undefined ? {} : { title }),
    ...(index === undefined ? {} : { index }),
    ...(rowCount === undefined ? {} : { rowCount }),
    ...(columnCount === undefined ? {} : { columnCount }),
    ...(sheetId === undefined ? {} : { id: sheetId }),
  });
  if (frozenRowCount !== undefined) workbook.freeze(sheet, 'row', frozenRowCount);
  if (frozenColumnCount !== undefined) workbook.freeze(sheet, 'column', frozenColumnCount);
  if (hidden === true) workbook.setSheetHidden(sheet.id, true);
  return { properties: sheetProperties(sheet, workbook.sheets.indexOf(sheet)) };
}

/** Deletes a sheet and all that stands on it; at least one in sight must stay (observed). */
export function deleteSheet({ user, workbook }: Target, { sheetId = 0 }: Message<'DeleteSheetRequest'>): void {
  const sheet = workbook.findSheet(sheetId);
  if (sheet === undefined) throw invalid(`No sheet with id: ${sheetId}`);
  requireEditableSheet(workbook, user, sheet);
  workbook.deleteSheet(sheetId);
}

/** Changes what `fields` names of a sheet's properties; a field that is named and left out gets its default (documented). */
export function updateSheetProperties(
  { user, workbook }: Target,
  { fields, properties = {} }: Message<'UpdateSheetPropertiesRequest'>,
): void {
  const mask = namedFields(fields, 'SheetProperties');
  const sheet = workbook.findSheet(properties.sheetId ?? 0);
  if (sheet === undefined) throw invalid(`No sheet with id: ${properties.sheetId ?? 0}`);
  requireEditableSheet(workbook, user, sheet);
  const isMeant = (field: string) => inMask(mask, field) !== undefined;
  if (isMeant('title')) workbook.renameSheet(sheet.id, properties.title ?? '');
  const grid = inMask(mask, 'gridProperties');
  if (grid !== undefined) changeGrid({ user, workbook }, sheet, properties.gridProperties ?? {}, grid);
  if (isMeant('hidden')) workbook.setSheetHidden(sheet.id, properties.hidden ?? false);
  // `*` without an index leaves the tab where it is (assumed)
  if (isMeant('index') && (mask !== true || properties.index !== undefined)) {
    const from = workbook.sheets.indexOf(sheet);
    // documented: the place is counted before the sheet is moved
    const wanted = properties.index ?? 0;
    if (wanted < 0 || wanted > workbook.sheets.length) throw invalid(`Invalid sheet index: ${wanted}`);
    workbook.moveSheet(sheet.id, wanted > from ? wanted - 1 : wanted);
  }
}

/** Only the title can be changed in the local workbook. */
export function updateSpreadsheetProperties(
  { workbook }: Target,
  { fields, properties = {} }: Message<'UpdateSpreadsheetPropertiesRequest'>,
): void {
  const mask = namedFields(fields, 'SpreadsheetProperties');
  if (mask === true || [...mask.keys()].some((field) => field !== 'title'))
    throw notHeld('other properties of the spreadsheet to change than its title');
  if (properties.title === undefined || properties.title === '') throw invalid('A spreadsheet must have a title.');
  workbook.title = properties.title;
  workbook.touch();
}

function changeGrid({ workbook }: Target, sheet: Sheet, wanted: Message<'GridProperties'>, mask: FieldMask): void {
  const isMeant = (field: string) => inMask(mask, field) !== undefined;
  const resize = (kind: 'row' | 'column', count: number | undefined) => {
    const now = kind === 'row' ? sheet.rowCount : sheet.columnCount;
    if (count === undefined || count < 1) throw invalid('A sheet has at least one row and one column.');
    if (count > now) insertLines(workbook, sheet.id, kind, now, count - now);
    if (count < now) deleteLines(workbook, sheet.id, kind, count, now - count);
  };
  if (isMeant('rowCount')) resize('row', wanted.rowCount);
  if (isMeant('columnCount')) resize('column', wanted.columnCount);
  if (isMeant('frozenRowCount')) workbook.freeze(sheet, 'row', wanted.frozenRowCount ?? 0);
  if (isMeant('frozenColumnCount')) workbook.freeze(sheet, 'column', wanted.frozenColumnCount ?? 0);
}
