import { chartBuilderClass, chartClass, createCharts } from './charts.ts';
import { conditionalRuleBuilderClass, conditionalRuleClass, NEW_RULE } from './conditional-rules.ts';
import { guestHost } from './guest-host.ts';
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
import { strictClass, takes } from './strict-service.ts';

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
export function createSpreadsheetApp(host: SpreadsheetHost, getUi: () => unknown): SpreadsheetServices {
  const guest = guestHost(host);
  const entered = (service: string, method: string) => {
    guest.entered(service, method);
  };
  // Each class asks for the others only when a method is called.
  const parts = { host: guest, entered } as { -readonly [Part in keyof GuestParts]: GuestParts[Part] };
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
  const app = strictClass<null>(
    'SpreadsheetApp',
    entered,
    {
      getActive: [takes([], () => parts.spreadsheet.of(null))],
      getActiveSpreadsheet: [takes([], () => parts.spreadsheet.of(null))],
      ...choiceMethods(parts),
      getUi: [takes([], () => getUi())],
      flush: [takes([], () => guest.flush())],
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
  return { SpreadsheetApp: app.of(null), Charts: createCharts(entered) };
}
