import { isDeepStrictEqual } from 'node:util';
import { comparableKey } from '../../core/contact-details.ts';
import type { TableRecord } from '../../core/table/reading.ts';
import { type Customer, comparableNames } from '../store/customers.ts';
import { type ImportedRow, MAX_NAME_LENGTH, type RejectReason } from './import-report.ts';
import { type RecordFields, recordFields } from './record-fields.ts';
import { changesBetween, type FoundBy, type ImportRules, newCustomer, updatedCustomer } from './updated-customer.ts';

/** What an import would do, before anything is written. */
export interface ImportPlan {
  /** One for each record, in the table's order. */
  readonly rows: readonly ImportedRow[];
  readonly added: readonly Customer[];
  /** Customers whose row in the database is written again. */
  readonly updated: readonly Customer[];
  /** Ids of updated customers whose own data changed, not just where they came from. */
  readonly changedIds: ReadonlySet<string>;
  /** Each customer that a row stands for, with the row and what it says. */
  readonly touched: readonly { readonly customer: Customer; readonly row: number; readonly fields: RecordFields }[];
}

/**
 * Decides for each record whether it is new, changed, unchanged or rejected.
 *
 * One row of a customer counts: rows with key and name come first, then those with a key, then those with a name, each
 * in the table's order. Another row that says the same is unchanged, one that says something else is rejected. Two full names that differ only in the legal suffix are two customers when both stand in the table, and
 * one when only the database has the other. Rows of a merged customer come last, so that the row of the customer it
 * was merged into counts.
 *
 * `existing` holds every customer of the workspace that has one of the table's keys or short names, and those that
 * they were merged into.
 */
export function planImport(
  records: readonly TableRecord[],
  existing: readonly Customer[],
  rules: ImportRules,
  newId: () => string,
): ImportPlan {
  const rows = records.map((record) => ({ record, fields: recordFields(record) }));
  const book = new Book(existing, shortNamesOfSeveral(rows.map(({ fields }) => fields.names)));
  const outcomes = new Map<number, ImportedRow['outcome']>();
  const merged: typeof rows = [];
  const rowOfKey = new Map<string, (typeof rows)[number]>();
  for (const entry of bySureness(rows)) {
    const { record, fields } = entry;
    const key = comparableKey(fields.key ?? '');
    const sameKey = rowOfKey.get(key);
    if (key !== '' && sameKey === undefined) rowOfKey.set(key, entry);
    // Two rows with one key are one customer's even if the first of them was rejected.
    if (sameKey !== undefined && outcomes.get(sameKey.record.row)?.kind === 'rejected') {
      const reason = { code: 'repeated', otherRow: sameKey.record.row } as const;
      outcomes.set(record.row, { kind: 'rejected', reason });
      continue;
    }
    const found = refusal(fields) ?? book.find(fields);
    if (found?.kind === 'one' && found.by === 'merged') merged.push(entry);
    else outcomes.set(record.row, decideRow(book, record.row, fields, found, rules, newId));
  }
  for (const { record, fields } of merged) {
    outcomes.set(record.row, decideRow(book, record.row, fields, book.find(fields), rules, newId));
  }
  const imported = rows.map(({ record, fields }): ImportedRow => {
    const outcome = outcomes.get(record.row);
    if (outcome === undefined) throw new Error(`Row ${record.row} was not decided.`);
    return { row: record.row, name: fields.name ?? '', outcome };
  });
  return { rows: imported, ...book.result() };
}

/** The surest rows first, so that the outcome is the same when the table comes again. */
function bySureness<T extends { readonly fields: RecordFields }>(rows: readonly T[]): T[] {
  const rank = ({ fields: { key, name } }: T): number => (key === undefined ? 2 : name === undefined ? 1 : 0);
  return rows.toSorted((one, other) => rank(one) - rank(other));
}

type Found =
  | { readonly kind: 'one'; readonly entry: Entry; readonly by: FoundBy }
  | { readonly kind: 'rejected'; readonly reason: RejectReason };

/** One customer while the plan is made. */
interface Entry {
  readonly before: Customer | undefined;
  customer: Customer;
  claim: { readonly row: number; readonly fields: RecordFields } | undefined;
}

function refusal(fields: RecordFields): Found | undefined {
  const { name, key, names } = fields;
  if (name === undefined && key === undefined) return { kind: 'rejected', reason: { code: 'nameless' } };
  // The comparable forms can be longer: one ligature may stand for eighteen letters.
  const lengths = [name, key, names.normal, comparableKey(key ?? '')].map((text) => text?.length ?? 0);
  return Math.max(...lengths) > MAX_NAME_LENGTH ? { kind: 'rejected', reason: { code: 'too-long' } } : undefined;
}

function decideRow(
  book: Book,
  row: number,
  fields: RecordFields,
  found: Found | undefined,
  rules: ImportRules,
  newId: () => string,
): ImportedRow['outcome'] {
  if (found?.kind === 'rejected') return found;
  if (found === undefined) {
    if (fields.name === undefined) return { kind: 'rejected', reason: { code: 'unknown-key' } };
    const customer = newCustomer(newId(), fields.name, fields, rules);
    book.add({ before: undefined, customer, claim: { row, fields } });
    return { kind: 'new', customerId: customer.id };
  }
  const { entry, by } = found;
  const customerId = entry.customer.id;
  if (entry.claim !== undefined) {
    if (by === 'merged') return { kind: 'unchanged', customerId, because: 'merged' };
    if (isDeepStrictEqual(entry.claim.fields, fields)) return { kind: 'unchanged', customerId, because: 'repeated' };
    return { kind: 'rejected', reason: { code: 'repeated', otherRow: entry.claim.row } };
  }
  entry.claim = { row, fields };
  // Sample data never writes over what is the workspace's own.
  if (rules.source === 'sample' && entry.customer.source !== 'sample') return { kind: 'unchanged', customerId };
  const before = entry.customer;
  // A key that comes with the name makes it as sure as if it had been known, now and when the table comes again.
  const isSure = by === 'name' && fields.key !== undefined;
  entry.customer = updatedCustomer(before, fields, isSure ? 'key' : by, rules);
  book.reindex(entry, before);
  const changes = changesBetween(before, entry.customer);
  return changes.length === 0 ? { kind: 'unchanged', customerId } : { kind: 'changed', customerId, changes };
}

/** Short names that stand for several full names in the table. */
function shortNamesOfSeveral(names: readonly RecordFields['names'][]): Set<string> {
  const fullNames = new Map<string, string>();
  const several = new Set<string>();
  for (const { normal, short } of names) {
    if (normal === '') continue;
    const known = fullNames.get(short);
    if (known !== undefined && known !== normal) several.add(short);
    fullNames.set(short, normal);
  }
  return several;
}

/** The customers that matter to a table, found by key and by name as rows come and go. */
class Book {
  readonly entries = new Map<string, Entry>();
  readonly byKey = new Map<string, Entry>();
  readonly byNormal = new Map<string, Entry[]>();
  readonly byShort = new Map<string, Entry[]>();
  readonly severalShort: ReadonlySet<string>;

  constructor(existing: readonly Customer[], severalShort: ReadonlySet<string>) {
    this.severalShort = severalShort;
    for (const customer of existing) this.add({ before: customer, customer, claim: undefined });
  }

  add(entry: Entry): void {
    this.entries.set(entry.customer.id, entry);
    if (entry.customer.key !== null) this.byKey.set(comparableKey(entry.customer.key), entry);
    const { normal, short } = comparableNames(entry.customer.name);
    pushTo(this.byNormal, normal, entry);
    pushTo(this.byShort, short, entry);
  }

  /** Finds an updated customer by its new key and name, and no longer by its old name, as the next import will. */
  reindex(entry: Entry, before: Customer): void {
    if (before.name === entry.customer.name && before.key === entry.customer.key) return;
    const { normal, short } = comparableNames(before.name);
    removeFrom(this.byNormal, normal, entry);
    removeFrom(this.byShort, short, entry);
    this.add(entry);
  }

  /** The customer a row stands for; undefined when it is a new one. */
  find({ key, name, names: { normal, short } }: RecordFields): Found | undefined {
    const byKey = key === undefined ? undefined : this.byKey.get(comparableKey(key));
    if (byKey !== undefined) return this.kept(byKey, 'key');
    if (name === undefined) return undefined;
    // A customer with another key is another customer, whatever its name.
    const couldBe = (entry: Entry): boolean => key === undefined || entry.customer.key === null;
    const sameName = (this.byNormal.get(normal) ?? []).filter(couldBe);
    const sameShort = this.severalShort.has(short) ? [] : (this.byShort.get(short) ?? []).filter(couldBe);
    return this.only(sameName) ?? this.only(sameShort);
  }

  /** The one customer among those found, a gone one standing for the one it was merged into. */
  only(found: readonly Entry[]): Found | undefined {
    const live = found.filter((entry) => entry.customer.mergedInto === null);
    const [first] = live.length > 0 ? live : found;
    if (first === undefined) return undefined;
    const one = this.kept(first, 'name');
    const others = (live.length > 0 ? live : found).filter((entry) => this.kept(entry, 'name').entry !== one.entry);
    if (others.length === 0) return one;
    const candidates = [first, ...others].map(({ customer }) => customer.key ?? customer.name);
    return { kind: 'rejected', reason: { code: 'several-match', candidates } };
  }

  kept(entry: Entry, by: FoundBy): Found & { readonly kind: 'one' } {
    const into = entry.customer.mergedInto;
    if (into === null) return { kind: 'one', entry, by };
    const kept = this.entries.get(into);
    if (kept === undefined)
      throw new Error(`Customer ${into}, which ${entry.customer.id} was merged into, is missing.`);
    return { kind: 'one', entry: kept, by: 'merged' };
  }

  result(): Omit<ImportPlan, 'rows'> {
    const added: Customer[] = [];
    const updated: Customer[] = [];
    const changedIds = new Set<string>();
    const touched: { customer: Customer; row: number; fields: RecordFields }[] = [];
    for (const { before, customer, claim } of this.entries.values()) {
      if (claim === undefined) continue;
      touched.push({ customer, ...claim });
      if (before === undefined) added.push(customer);
      else if (!isDeepStrictEqual(before, customer)) {
        updated.push(customer);
        if (changesBetween(before, customer).length > 0) changedIds.add(customer.id);
      }
    }
    return { added, updated, changedIds, touched };
  }
}

function pushTo(index: Map<string, Entry[]>, term: string, entry: Entry): void {
  const entries = index.get(term);
  if (entries === undefined) index.set(term, [entry]);
  else entries.push(entry);
}

function removeFrom(index: Map<string, Entry[]>, term: string, entry: Entry): void {
  const others = (index.get(term) ?? []).filter((other) => other !== entry);
  index.set(term, others);
}
