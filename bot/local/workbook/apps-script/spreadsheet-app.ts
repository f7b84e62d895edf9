import { chartBuilderClass, chartClass, createCharts } from './charts.ts';
import { conditionalRuleBuilderClass, conditionalRuleClass, NEW_RULE } from './conditional-rules.ts';
import { type GuestHost, guestHost, type TextAt } from './guest-host.ts';
import type { GuestParts } from './guest-parts.ts';
import { metadataClass, metadataFinderClass } from './metadata.ts';
import { rangeClass } from './range.ts';
import { sheetClass } from './sheet.ts';
import {
  BOOLEAN_CRITERIA,
  COPY_PASTE_TYPES,
  METADATA_LOCATION_TYPES,
  METADATA_VISIBILITIES,
  PROTECTION_TYPES,
  WRAP_STRATEGIES,
} from './sheets-enums.ts';
import {
  dataValidationClass,
  filterClass,
  namedRangeClass,
  protectionClass,
  rangeListClass,
  selectionClass,
} from './small-classes.ts';
import { choiceMethods, spreadsheetClass } from './spreadsheet.ts';
import type { SpreadsheetHost } from './spreadsheet-host.ts';
import { type StrictClass, strictClass, takes } from './strict-service.ts';

/** What a script finds as globals. */
export interface SpreadsheetServices {
  readonly SpreadsheetApp: object;
  readonly Charts: object;
}

/**
 * The stand-in for `SpreadsheetApp` and `Charts` in front of a workbook. It runs in the script's own world and needs nothing
 * but `host`; a method or an argument that it does not know throws an Error that names it. `getUi` makes what
 * `SpreadsheetApp.getUi()` gives, in the script's world too.
 */
export function createSpreadsheetApp(
  host: SpreadsheetHost,
  getUi: () => unknown,
  textAt?: TextAt,
): SpreadsheetServices {
  const parts = createGuestParts(guestHost(host, textAt));
  return { SpreadsheetApp: appClass(parts, getUi).of(null), Charts: createCharts(parts.entered) };
}

/** The classes of the stand-in in front of a host. */
export function createGuestParts(host: GuestHost): GuestParts {
  const entered = (service: string, method: string) => {
    host.entered(service, method);
  };
  // Each class asks for the others only when a method is called.
  const parts = { host, entered } as { -readonly [Part in keyof GuestParts]: GuestParts[Part] };
  parts.spreadsheet = spreadsheetClass(parts);
  parts.sheet = sheetClass(parts);
  parts.range = rangeClass(parts);
  parts.rangeList = rangeListClass(parts);
  parts.selection = selectionClass(parts);
  parts.filter = filterClass(parts);
  parts.protection = protectionClass(parts);
  parts.namedRange = namedRangeClass(parts);
  parts.dataValidation = dataValidationClass(parts);
  parts.conditionalRule = conditionalRuleClass(parts);
  parts.conditionalRuleBuilder = conditionalRuleBuilderClass(parts);
  parts.metadata = metadataClass(parts);
  parts.metadataFinder = metadataFinderClass(parts);
  parts.chart = chartClass(parts);
  parts.chartBuilder = chartBuilderClass(parts);
  return parts;
}

/** The class of `SpreadsheetApp` itself. */
export function appClass(parts: GuestParts, getUi: () => unknown): StrictClass<null> {
  return strictClass<null>(
    'SpreadsheetApp',
    parts.entered,
    {
      getActive: [takes([], () => parts.spreadsheet.of(null))],
      getActiveSpreadsheet: [takes([], () => parts.spreadsheet.of(null))],
      ...choiceMethods(parts),
      getUi: [takes([], () => getUi())],
      flush: [takes([], () => parts.host.flush())],
      newConditionalFormatRule: [takes([], () => parts.conditionalRuleBuilder.of({ rule: NEW_RULE }))],
    },
    {
      BooleanCriteria: BOOLEAN_CRITERIA.values,
      CopyPasteType: COPY_PASTE_TYPES.values,
      DeveloperMetadataLocationType: METADATA_LOCATION_TYPES.values,
      DeveloperMetadataVisibility: METADATA_VISIBILITIES.values,
      ProtectionType: PROTECTION_TYPES.values,
      WrapStrategy: WRAP_STRATEGIES.values,
    },
  );
}
