import { isDeepStrictEqual } from 'node:util';
import { comparableKey } from '../../core/contact-details.ts';
import { atOnce, ROWS_A_STEP, type Steps } from '../../core/steps.ts';
import type { TableRecord } from '../../core/table/reading.ts';
import type { Customer } from '../store/customers.ts';
import { type BookEntry, CustomerBook, type Found, refusal } from './customer-book.ts';
import type { ImportedRow } from './import-report.ts';
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
 *
 * @param known rows whose customer the caller knows already, by row: of a connected sheet, in which a customer may have another name
 * than in Tierbook. They go before all others, and none of them comes twice.
 */
export function planImport(...given: Parameters<typeof planImportInSteps>): ImportPlan {
  return atOnce(planImportInSteps(...given));
}

/** {@link planImport} for whoever has others waiting. */
export function* planImportInSteps(
  records: readonly TableRecord[],
  existing: readonly Customer[],
  rules: ImportRules,
  newId: () => string,
  known: ReadonlyMap<number, KnownRow> = new Map(),
): Steps<ImportPlan> {
  const rows = records.map((record) => ({ record, fields: recordFields(record) }));
  const book = new PlanBook(rows.map(({ fields }) => fields.names));
  for (const [index, customer] of existing.entries()) {
    if (index % ROWS_A_STEP === 0) yield;
    book.add({ before: customer, customer, claim: undefined });
  }
  const outcomes = new Map<number, ImportedRow['outcome']>();
  const merged: typeof rows = [];
  const rowOfKey = new Map<string, (typeof rows)[number]>();
  for (const [index, { record, fields }] of rows.entries()) {
    if (index % ROWS_A_STEP === 0) yield;
    const customer = known.get(record.row);
    if (customer === undefined) continue;
    const found = book.given(customer);
    outcomes.set(record.row, decideRow(book, record.row, fields, found, rules, newId));
  }
  for (const [index, entry] of bySureness(rows.filter(({ record }) => !known.has(record.row))).entries()) {
    if (index % ROWS_A_STEP === 0) yield;
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
  return { rows: imported, ...(yield* book.result()) };
}

/** A row whose customer is known. */
export interface KnownRow {
  readonly customerId: string;
  /** What of the customer the row may change. */
  readonly by: FoundBy;
}

/** The surest rows first, so that the outcome is the same when the table comes again. */
function bySureness<T extends { readonly fields: RecordFields }>(rows: readonly T[]): T[] {
  const rank = ({ fields: { key, name } }: T): number => (key === undefined ? 2 : name === undefined ? 1 : 0);
  return rows.toSorted((one, other) => rank(one) - rank(other));
}

/** One customer while the plan is made. */
interface Entry extends BookEntry {
  readonly before: Customer | undefined;
  customer: Customer;
  claim: { readonly row: number; readonly fields: RecordFields } | undefined;
}

function decideRow(
  book: PlanBook,
  row: number,
  fields: RecordFields,
  found: Found<Entry> | undefined,
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

/** The customers that matter to a table, with what the plan makes of them. */
class PlanBook extends CustomerBook<Entry> {
  /** The customer that a caller knows a row to stand for. */
  given({ customerId, by }: KnownRow): Found<Entry> {
    const entry = this.entries.get(customerId);
    if (entry === undefined) throw new Error(`Customer ${customerId}, whom a row stands for, is missing.`);
    return { kind: 'one', entry, by, named: entry };
  }

  /** Finds an updated customer by its new key and name, and no longer by its old name, as the next import will. */
  reindex(entry: Entry, before: Customer): void {
    if (before.name === entry.customer.name && before.key === entry.customer.key) return;
    this.forgetName(entry, before.name);
    this.add(entry);
  }

  *result(): Steps<Omit<ImportPlan, 'rows'>> {
    const added: Customer[] = [];
    const updated: Customer[] = [];
    const changedIds = new Set<string>();
    const touched: { customer: Customer; row: number; fields: RecordFields }[] = [];
    let seen = 0;
    for (const { before, customer, claim } of this.entries.values()) {
      if (seen % ROWS_A_STEP === 0) yield;
      seen += 1;
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
