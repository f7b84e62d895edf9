import type { GuestHost } from './guest-host.ts';
import type { Box, ChartFacts, ConditionalRuleFacts, MetadataScope } from './spreadsheet-host.ts';
import { type Argument, type Entered, exception, type StrictClass } from './strict-service.ts';

/** What a Range holds: its block, and of which lines it is the whole, as `A:A` or `1:1` say. */
export interface RangeState extends Box {
  readonly whole: 'rows' | 'columns' | null;
}

/**
 * What the classes of the SpreadsheetApp stand-in have in common: the host and each other. A class asks for another's
 * objects here, since sheets make ranges and ranges know their sheet.
 */
export interface GuestParts {
  readonly host: GuestHost;
  readonly entered: Entered;
  /** Only the active spreadsheet: scripts with the scope `spreadsheets.currentonly` have no other. */
  readonly spreadsheet: StrictClass<null>;
  /** By id. */
  readonly sheet: StrictClass<number>;
  readonly range: StrictClass<RangeState>;
  readonly rangeList: StrictClass<readonly RangeState[]>;
  readonly selection: StrictClass<null>;
  /** By the sheet's id. */
  readonly filter: StrictClass<number>;
  readonly protection: StrictClass<ProtectionState>;
  readonly namedRange: StrictClass<string>;
  /** The rule's JSON. */
  readonly dataValidation: StrictClass<string>;
  readonly conditionalRule: StrictClass<ConditionalRuleFacts>;
  readonly conditionalRuleBuilder: StrictClass<{ rule: ConditionalRuleFacts }>;
  /** By id. */
  readonly metadata: StrictClass<number>;
  readonly metadataFinder: StrictClass<FinderState>;
  readonly chart: StrictClass<ChartState>;
  readonly chartBuilder: StrictClass<{ chart: ChartState }>;
}

/** A protection is found again by its sheet, its type and its id. */
export interface ProtectionState {
  readonly sheetId: number;
  readonly type: 'RANGE' | 'SHEET';
  readonly id: number;
}

/** What a finder of metadata looks for; null: whatever it is. */
export interface FinderState {
  scope: MetadataScope;
  id: number | null;
  key: string | null;
  value: string | null;
  visibility: 'DOCUMENT' | 'PROJECT' | null;
  locationType: 'SPREADSHEET' | 'SHEET' | 'ROW' | 'COLUMN' | null;
}

/** A chart, and the sheet whose it is or is to be. */
export interface ChartState extends ChartFacts {
  readonly sheetId: number;
}

/** Objects of one of the classes as an argument; the class may be made later than the method. */
export function objectOf(parts: GuestParts, which: Exclude<keyof GuestParts, 'host' | 'entered'>): Argument<object> {
  return { name: which, fits: (value): value is object => parts[which].argument.fits(value) };
}

/** What an object holds that an argument of its class has let through. */
export function stateIn<State>(of: StrictClass<State>, object: object): State {
  const state = of.stateOf(object);
  if (state === undefined) throw exception('That object is of another class.');
  return state;
}

/** A range of its own block alone. */
export function bounded(box: Box): RangeState {
  return { ...box, whole: null };
}
