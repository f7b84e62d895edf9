/** What a call of a service moves. */
export type ServiceKind = 'values' | 'formats' | 'notes' | 'metadata' | 'other';

/** How many calls of each kind an execution has made. */
export interface ServiceCounts {
  readonly reads: Readonly<Record<ServiceKind, number>>;
  readonly writes: Readonly<Record<ServiceKind, number>>;
  /** By `SpreadsheetApp.Range.getValues` and the like. */
  readonly methods: Readonly<Record<string, number>>;
}

/** Counts the calls of an execution. */
export class ServiceCounter {
  readonly #reads = none();
  readonly #writes = none();
  readonly #methods: Record<string, number> = {};

  /** One more call of a method. */
  count(service: string, method: string): void {
    const name = `${service}.${method}`;
    this.#methods[name] = (this.#methods[name] ?? 0) + 1;
    const kind = kindOfCall(service, method);
    const side = /^(get|is|can|find|has)/.test(method) ? this.#reads : this.#writes;
    side[kind]++;
  }

  get counts(): ServiceCounts {
    return { reads: { ...this.#reads }, writes: { ...this.#writes }, methods: { ...this.#methods } };
  }
}

/** What a method moves, told by its name: `getValues` values, `setFontWeights` formats, and so on. */
function kindOfCall(service: string, method: string): ServiceKind {
  // what a finder is told and what a found piece says of itself moves nothing (assumed)
  if (service.includes('Metadata')) return /^(find|remove|set|moveTo)/.test(method) ? 'metadata' : 'other';
  if (method.endsWith('DeveloperMetadata')) return 'metadata';
  if (service !== 'SpreadsheetApp.Range' && service !== 'SpreadsheetApp.RangeList') {
    if (method.endsWith('ConditionalFormatRules')) return 'formats';
    return /^(getSheetValues|appendRow|clearContents?)$/.test(method) ? 'values' : 'other';
  }
  if (/Notes?$/.test(method)) return 'notes';
  if (/Values?$|Formulas?(R1C1)?$|^clear(Content)?$|^(copyTo|copyValuesToRange|moveTo|sort)$/.test(method))
    return 'values';
  if (/Background|Font|Alignment|Wrap|NumberFormat|clearFormat|Border|TextStyle|DataValidation/.test(method))
    return 'formats';
  return 'other';
}

function none(): Record<ServiceKind, number> {
  return { values: 0, formats: 0, notes: 0, metadata: 0, other: 0 };
}
