import { bounded, type GuestParts, objectOf, stateIn } from './guest-parts.ts';
import { metadataAdders } from './metadata.ts';
import { rangeByText } from './range-lookup.ts';
import { activeCell, activeRange } from './sheet.ts';
import { PROTECTION_TYPES } from './sheets-enums.ts';
import {
  type Argument,
  listOf,
  real,
  type Signature,
  type StrictClass,
  strictClass,
  takes,
  text,
  whole,
  yesNo,
} from './strict-service.ts';

type Methods = { readonly [method: string]: readonly Signature<null>[] };

/** The class Spreadsheet of the stand-in: the one to which the script is bound. */
export function spreadsheetClass(parts: GuestParts): StrictClass<null> {
  return strictClass<null>('SpreadsheetApp.Spreadsheet', parts.entered, {
    ...factMethods(parts),
    ...sheetMethods(parts),
    ...choiceMethods(parts),
    ...rangeMethods(parts),
    ...metadataMethods(parts),
  });
}

/** What Spreadsheet and SpreadsheetApp both say of what is in front and chosen. */
export function choiceMethods(parts: GuestParts): Methods {
  const { host } = parts;
  const front = () => host.selection().sheetId;
  const aRange = objectOf(parts, 'range');
  const aSheet = objectOf(parts, 'sheet');
  const show = (sheet: object) => {
    const sheetId = stateIn(parts.sheet, sheet);
    // assumed: a hidden sheet can be in front, and stays hidden
    host.select({ sheetId, row: 1, column: 1, rows: 1, columns: 1 });
    return sheet;
  };
  const select = (range: object) => {
    host.select(stateIn(parts.range, range));
    return range;
  };
  return {
    getActiveSheet: [takes([], () => parts.sheet.of(front()))],
    getActiveRange: [takes([], () => activeRange(parts, front()))],
    getCurrentCell: [takes([], () => activeCell(parts, front()))],
    getSelection: [takes([], () => parts.selection.of(null))],
    setActiveSheet: [takes([aSheet], (_, sheet) => show(sheet)), takes([aSheet, yesNo], (_, sheet) => show(sheet))],
    setActiveRange: [takes([aRange], (_, range) => select(range))],
    setCurrentCell: [takes([aRange], (_, range) => select(range))],
  };
}

function factMethods(parts: GuestParts): Methods {
  const { host } = parts;
  const realOrNull: Argument<number | null> = {
    name: 'number',
    fits: (value): value is number | null => value === null || real.fits(value),
  };
  return {
    getId: [takes([], () => host.spreadsheet().id)],
    getName: [takes([], () => host.spreadsheet().name)],
    getUrl: [takes([], () => host.spreadsheet().url)],
    getSpreadsheetLocale: [takes([], () => host.spreadsheet().locale)],
    getSpreadsheetTimeZone: [takes([], () => host.spreadsheet().timeZone)],
    rename: [takes([text], (_, name) => host.rename(name))],
    toast: [
      takes([text], (_, message) => host.toast(message, null, null)),
      takes([text, text], (_, message, title) => host.toast(message, title, null)),
      takes([text, text, realOrNull], (_, message, title, seconds) => host.toast(message, title, seconds)),
    ],
  };
}

function sheetMethods(parts: GuestParts): Methods {
  const { host } = parts;
  const sheetOrNull = (id: number | null) => (id === null ? null : parts.sheet.of(id));
  const insert = (name: string | null, index: number | null) => parts.sheet.of(host.insertSheet(name, index));
  const front = () => host.selection().sheetId;
  return {
    getSheets: [takes([], () => host.sheetIds().map((id) => parts.sheet.of(id)))],
    getNumSheets: [takes([], () => host.sheetIds().length)],
    getSheetByName: [takes([text], (_, name) => sheetOrNull(host.sheetIdByName(name)))],
    getSheetById: [takes([whole], (_, id) => sheetOrNull(host.sheetIds().includes(id) ? id : null))],
    // documented: the index counts from 0, and the new sheet comes to the front
    insertSheet: [
      takes([], () => insert(null, null)),
      takes([whole], (_, index) => insert(null, index)),
      takes([text], (_, name) => insert(name, null)),
      takes([text, whole], (_, name, index) => insert(name, index)),
    ],
    deleteSheet: [takes([objectOf(parts, 'sheet')], (_, sheet) => host.deleteSheet(stateIn(parts.sheet, sheet)))],
    deleteActiveSheet: [
      takes([], () => {
        host.deleteSheet(front());
        return parts.sheet.of(front());
      }),
    ],
    duplicateActiveSheet: [takes([], () => parts.sheet.of(host.duplicateSheet(front(), null)))],
    renameActiveSheet: [takes([text], (_, name) => host.setSheet(front(), { name }))],
    moveActiveSheet: [takes([whole], (_, index) => host.setSheet(front(), { index }))],
    getProtections: [
      takes([PROTECTION_TYPES.argument], (_, type) =>
        host
          .protections(null, type.name())
          .map(({ id, box }) => parts.protection.of({ sheetId: box.sheetId, type: type.name(), id })),
      ),
    ],
  };
}

function rangeMethods(parts: GuestParts): Methods {
  const { host } = parts;
  // documented: of a reference without a sheet, the active one's
  const byText = (a1: string) => rangeByText(parts, host.selection().sheetId, a1);
  return {
    getRange: [takes([text], (_, a1) => parts.range.of(byText(a1)))],
    getRangeList: [takes([listOf(text)], (_, all) => parts.rangeList.of(all.map(byText)))],
    getRangeByName: [
      takes([text], (_, name) => {
        const named = host.namedRanges().find((one) => one.name.toLowerCase() === name.toLowerCase());
        return named === undefined ? null : parts.range.of(bounded(named.box));
      }),
    ],
    getNamedRanges: [takes([], () => host.namedRanges().map(({ name }) => parts.namedRange.of(name)))],
    setNamedRange: [
      takes([text, objectOf(parts, 'range')], (_, name, range) =>
        host.setNamedRange(name, stateIn(parts.range, range)),
      ),
    ],
    removeNamedRange: [takes([text], (_, name) => host.removeNamedRange(name))],
  };
}

function metadataMethods(parts: GuestParts): Methods {
  const any = { id: null, key: null, value: null, visibility: null, locationType: null };
  return {
    ...metadataAdders<null>(parts, () => ({ type: 'SPREADSHEET' })),
    // documented: what stands on the spreadsheet itself; the finder finds everything
    getDeveloperMetadata: [
      takes([], () =>
        parts.host
          .metadata({ ...any, scope: { kind: 'at', location: { type: 'SPREADSHEET' } } })
          .map(({ id }) => parts.metadata.of(id)),
      ),
    ],
    createDeveloperMetadataFinder: [
      takes([], () => parts.metadataFinder.of({ ...any, scope: { kind: 'within-spreadsheet' } })),
    ],
  };
}
