import { bounded, type GuestParts, type ProtectionState, type RangeState } from './guest-parts.ts';
import { activeCell, activeRange } from './sheet.ts';
import { PROTECTION_TYPES } from './sheets-enums.ts';
import type { ProtectionFacts } from './spreadsheet-host.ts';
import { exception, type StrictClass, strictClass, takes } from './strict-service.ts';

/** The class Selection. */
export function selectionClass(parts: GuestParts): StrictClass<null> {
  const front = () => parts.host.selection().sheetId;
  return strictClass<null>('SpreadsheetApp.Selection', parts.entered, {
    getActiveRange: [takes([], () => activeRange(parts, front()))],
    getActiveSheet: [takes([], () => parts.sheet.of(front()))],
    getCurrentCell: [takes([], () => activeCell(parts, front()))],
  });
}

/** The class RangeList: only what it consists of. */
export function rangeListClass(parts: GuestParts): StrictClass<readonly RangeState[]> {
  return strictClass<readonly RangeState[]>('SpreadsheetApp.RangeList', parts.entered, {
    getRanges: [takes([], ({ state }) => state.map((range) => parts.range.of(range)))],
    clearContent: [
      takes([], ({ state, self }) => {
        for (const box of state) parts.host.clear(box, ['contents']);
        return self;
      }),
    ],
    clearNote: [
      takes([], ({ state, self }) => {
        for (const box of state) parts.host.clear(box, ['notes']);
        return self;
      }),
    ],
  });
}

/** The class Filter: where it is. */
export function filterClass(parts: GuestParts): StrictClass<number> {
  return strictClass<number>('SpreadsheetApp.Filter', parts.entered, {
    getRange: [
      takes([], ({ state }) => {
        const box = parts.host.filter(state);
        if (box === null) throw exception('The filter no longer exists.');
        return parts.range.of(bounded(box));
      }),
    ],
  });
}

/** The class Protection, to be read only. */
export function protectionClass(parts: GuestParts): StrictClass<ProtectionState> {
  const facts = ({ sheetId, type, id }: ProtectionState): ProtectionFacts => {
    const found = parts.host.protections(sheetId, type).find((one) => one.id === id);
    if (found === undefined) throw exception('The protection no longer exists.');
    return found;
  };
  return strictClass<ProtectionState>('SpreadsheetApp.Protection', parts.entered, {
    canEdit: [takes([], ({ state }) => facts(state).canEdit)],
    getDescription: [takes([], ({ state }) => facts(state).description)],
    getProtectionType: [takes([], ({ state }) => PROTECTION_TYPES.of(state.type))],
    // documented: of a protected sheet, the whole of it
    getRange: [takes([], ({ state }) => parts.range.of(bounded(facts(state).box)))],
    getUnprotectedRanges: [
      takes([], ({ state }) => facts(state).unprotected.map((box) => parts.range.of(bounded(box)))),
    ],
    isWarningOnly: [takes([], ({ state }) => facts(state).isWarningOnly)],
  });
}

/** The class NamedRange. */
export function namedRangeClass(parts: GuestParts): StrictClass<string> {
  return strictClass<string>('SpreadsheetApp.NamedRange', parts.entered, {
    getName: [takes([], ({ state }) => state)],
    getRange: [
      takes([], ({ state }) => {
        const named = parts.host.namedRanges().find(({ name }) => name === state);
        if (named === undefined) throw exception('The named range no longer exists.');
        return parts.range.of(bounded(named.box));
      }),
    ],
    remove: [takes([], ({ state }) => parts.host.removeNamedRange(state))],
  });
}

/** The class DataValidation: a rule that can be carried from one range to another and not looked into. */
export function dataValidationClass(parts: GuestParts): StrictClass<string> {
  return strictClass<string>('SpreadsheetApp.DataValidation', parts.entered, {});
}
