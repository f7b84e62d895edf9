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

/**
 * What a method moves, told by its name: `getValues` values, `setFontWeights` formats, and so on. What a finder found is there
 * with it, so that only `find` and changes count as metadata (assumed); objects that are merely described count as `other`.
 */
function kindOfCall(service: string, method: string): ServiceKind {
  if (service === 'SpreadsheetApp.DeveloperMetadataFinder') return method === 'find' ? 'metadata' : 'other';
  if (service === 'SpreadsheetApp.DeveloperMetadata') return method.startsWith('get') ? 'other' : 'metadata';
  if (method.endsWith('DeveloperMetadata')) return 'metadata';
  if (/^(Range|RangeList|Sheet)$/.test(service.slice('SpreadsheetApp.'.length)))
    for (const [kind, names] of MOVED_BY) if (names.test(method)) return kind;
  return 'other';
}

const MOVED_BY: readonly (readonly [ServiceKind, RegExp])[] = [
  ['notes', /Notes?$/],
  ['formats', /Background|Font|Alignment|Wrap|NumberFormat|clearFormat|ConditionalFormatRules$|DataValidation/],
  [
    'values',
    /^(?:get|set)(?:Sheet|Display)?Values?$|Formulas?$|^clear(?:Contents?)?$|^(?:isBlank|copyTo|appendRow|sort)$/,
  ],
];

function none(): Record<ServiceKind, number> {
  return { values: 0, formats: 0, notes: 0, metadata: 0, other: 0 };
}
