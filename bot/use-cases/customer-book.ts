import { comparableKey } from '../../core/contact-details.ts';
import type { TableRecord } from '../../core/table/reading.ts';
import { findNamesById, findNamesLike, type NamedCustomer } from '../store/customer-names.ts';
import { type Customer, comparableNames, findCustomersById, findCustomersLike } from '../store/customers.ts';
import type { Database } from '../store/database.ts';
import { MAX_NAME_LENGTH, type RejectReason } from './import-report.ts';
import { type RecordNames, recordNames } from './record-fields.ts';
import type { FoundBy } from './updated-customer.ts';

/** A customer in a {@link CustomerBook}, with whatever its user keeps beside it. */
export type BookEntry = NamedEntry<NamedCustomer>;

/** The same with as much of the customer as was read. */
export interface NamedEntry<C extends NamedCustomer> {
  readonly customer: C;
}

/** The customer that a row stands for, or why it stands for none. */
export type Found<E extends BookEntry> =
  | {
      readonly kind: 'one';
      readonly entry: E;
      readonly by: FoundBy;
      /** The customer that the row names, when that was merged into the entry's. */
      readonly named: E;
    }
  | { readonly kind: 'rejected'; readonly reason: RejectReason };

/** Why a row can stand for nobody, whoever is on file; undefined when it can. */
export function refusal(
  fields: RecordNames,
):
  | { readonly kind: 'rejected'; readonly reason: RejectReason & { readonly code: 'nameless' | 'too-long' } }
  | undefined {
  const { name, key, names } = fields;
  if (name === undefined && key === undefined) return { kind: 'rejected', reason: { code: 'nameless' } };
  // The comparable forms can be longer: one ligature may stand for eighteen letters.
  const lengths = [name, key, names.normal, comparableKey(key ?? '')].map((text) => text?.length ?? 0);
  return Math.max(...lengths) > MAX_NAME_LENGTH ? { kind: 'rejected', reason: { code: 'too-long' } } : undefined;
}

/** Every customer that one of the records may stand for, and those that gone ones among them were merged into. */
export function knownCustomers(
  db: Database,
  workspaceId: string,
  records: readonly TableRecord[],
): Promise<Customer[]> {
  return customersKnown(wholeCustomers(db, workspaceId), records);
}

/** How much of customers is read, and from where. */
export interface CustomerReader<C extends NamedCustomer> {
  /** As `findCustomersById` does. */
  readonly byId: (ids: readonly string[]) => Promise<Map<string, C>>;
  /** As `findCustomersLike` does. */
  readonly like: (wanted: Parameters<typeof findCustomersLike>[2]) => Promise<C[]>;
}

/** Reads all of customers. */
export function wholeCustomers(db: Database, workspaceId: string): CustomerReader<Customer> {
  return {
    byId: (ids) => findCustomersById(db, workspaceId, ids),
    like: (wanted) => findCustomersLike(db, workspaceId, wanted),
  };
}

/** Reads of customers by what they are known, and no more. */
export function customerNames(db: Database, workspaceId: string): CustomerReader<NamedCustomer> {
  return {
    byId: (ids) => findNamesById(db, workspaceId, ids),
    like: (wanted) => findNamesLike(db, workspaceId, wanted),
  };
}

/** {@link knownCustomers}, as much of them as the reader reads. */
export async function customersKnown<C extends NamedCustomer>(
  read: CustomerReader<C>,
  records: readonly TableRecord[],
): Promise<C[]> {
  const keys = new Set<string>();
  const shortNames = new Set<string>();
  for (const record of records) {
    const { key, names } = recordNames(record);
    if (key !== undefined) keys.add(comparableKey(key));
    if (names.short !== '') shortNames.add(names.short);
  }
  const found = await read.like({ keys: [...keys], shortNames: [...shortNames] });
  const known = new Set(found.map((customer) => customer.id));
  const missing = new Set(
    found.flatMap(({ mergedInto }) => (mergedInto === null || known.has(mergedInto) ? [] : mergedInto)),
  );
  return [...found, ...(await read.byId([...missing])).values()];
}

/** The customers that matter to a table, found by key and by name as rows come and go. */
export class CustomerBook<E extends BookEntry> {
  readonly entries = new Map<string, E>();
  readonly byKey = new Map<string, E>();
  readonly byNormal = new Map<string, E[]>();
  readonly byShort = new Map<string, E[]>();
  readonly severalShort: ReadonlySet<string>;

  /** @param names those of the table's rows: two full names with one short form are two customers */
  constructor(names: readonly RecordNames['names'][]) {
    this.severalShort = shortNamesOfSeveral(names);
  }

  add(entry: E): void {
    this.entries.set(entry.customer.id, entry);
    if (entry.customer.key !== null) this.byKey.set(comparableKey(entry.customer.key), entry);
    const { normal, short } = comparableNames(entry.customer.name);
    pushTo(this.byNormal, normal, entry);
    pushTo(this.byShort, short, entry);
  }

  /** The customer is no longer found by this name. */
  forgetName(entry: E, name: string): void {
    const { normal, short } = comparableNames(name);
    removeFrom(this.byNormal, normal, entry);
    removeFrom(this.byShort, short, entry);
  }

  /** The customer a row stands for; undefined when it is none of these. */
  find({ key, name, names: { normal, short } }: RecordNames): Found<E> | undefined {
    const byKey = key === undefined ? undefined : this.byKey.get(comparableKey(key));
    if (byKey !== undefined) return this.kept(byKey, 'key');
    if (name === undefined) return undefined;
    // A customer with another key is another customer, whatever its name.
    const couldBe = (entry: E): boolean => key === undefined || entry.customer.key === null;
    const sameName = (this.byNormal.get(normal) ?? []).filter(couldBe);
    const sameShort = this.severalShort.has(short) ? [] : (this.byShort.get(short) ?? []).filter(couldBe);
    return this.only(sameName) ?? this.only(sameShort);
  }

  /** The one customer among those found, a gone one standing for the one it was merged into. */
  private only(found: readonly E[]): Found<E> | undefined {
    const live = found.filter((entry) => entry.customer.mergedInto === null);
    const [first] = live.length > 0 ? live : found;
    if (first === undefined) return undefined;
    const one = this.kept(first, 'name');
    const others = (live.length > 0 ? live : found).filter((entry) => this.kept(entry, 'name').entry !== one.entry);
    if (others.length === 0) return one;
    const candidates = [first, ...others].map(({ customer }) => customer.key ?? customer.name);
    return { kind: 'rejected', reason: { code: 'several-match', candidates } };
  }

  private kept(named: E, by: FoundBy): Found<E> & { readonly kind: 'one' } {
    const into = named.customer.mergedInto;
    if (into === null) return { kind: 'one', entry: named, by, named };
    const entry = this.entries.get(into);
    if (entry === undefined)
      throw new Error(`Customer ${into}, which ${named.customer.id} was merged into, is missing.`);
    return { kind: 'one', entry, by: 'merged', named };
  }
}

/** Short names that stand for several full names in the table. */
function shortNamesOfSeveral(names: readonly RecordNames['names'][]): Set<string> {
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

function pushTo<E>(index: Map<string, E[]>, term: string, entry: E): void {
  const entries = index.get(term);
  if (entries === undefined) index.set(term, [entry]);
  else entries.push(entry);
}

function removeFrom<E>(index: Map<string, E[]>, term: string, entry: E): void {
  const others = (index.get(term) ?? []).filter((other) => other !== entry);
  index.set(term, others);
}
