import type { GuestHost } from './guest-host.ts';
import type { Box, ChartFacts, ConditionalRuleFacts } from './spreadsheet-host.ts';
import type { Argument, Entered, StrictClass } from './strict-service.ts';

/**
 * What the classes of the SpreadsheetApp stand-in have in common: the host and each other. A class asks for another's
 * objects here, since sheets make ranges and ranges know their sheet.
 */
export interface GuestParts {
  readonly host: GuestHost;
  readonly entered: Entered;
  readonly spreadsheet: StrictClass<null>;
  readonly sheet: StrictClass<number>;
  readonly range: StrictClass<Box>;
  readonly rangeList: StrictClass<readonly Box[]>;
  readonly conditionalRule: StrictClass<ConditionalRuleFacts>;
  readonly chart: StrictClass<ChartFacts>;
  /** Classes of which no other needs more than to make an object of what it holds. */
  readonly make: {
    readonly selection: () => object;
    readonly filter: (sheetId: number) => object;
    readonly protection: (id: number, sheetId: number) => object;
    readonly metadata: (id: number) => object;
    readonly metadataFinder: (place: { readonly sheetId: number | null; readonly box: Box | null }) => object;
    readonly chartBuilder: (chart: ChartFacts) => object;
    readonly namedRange: (name: string) => object;
    readonly dataValidation: (json: string) => object;
  };
}

/** Objects of a class as an argument, by the class that is made later. */
export function objectOf(name: string, find: () => StrictClass<unknown>): Argument<object> {
  return { name, fits: (value): value is object => find().argument.fits(value) };
}
