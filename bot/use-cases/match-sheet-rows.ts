import { setImmediate as nextTurn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { comparableKey } from '../../core/contact-details.ts';
import type { TableRecord } from '../../core/table/reading.ts';
import type { RemovedRow } from '../store/connected-sheet-removed.ts';
import type { ConnectedSheetRow, SheetRowName } from '../store/connected-sheet-rows.ts';
import { type NamedCustomer } from '../store/customer-names.ts';
import { type Customer } from '../store/customers.ts';
import { CustomerBook, type CustomerReader, customersKnown, type NamedEntry } from './customer-book.ts';
import { eachInTurns } from './in-turns.ts';
import { recordFields, recordNames } from './record-fields.ts';
import { type RowsAsRead, removedFinder, rowAsRead, rowFinder, rowsAsRead } from './sheet-row-finder.ts';
import type { FoundBy } from './updated-customer.ts';

/** A row that stands for a customer on file. */
export interface MatchedRow<C extends NamedCustomer = Customer, R extends SheetRowName = ConnectedSheetRow> {
  readonly record: TableRecord;
  /** The customer that counts: what it was merged into, if it was. */
  readonly customer: C;
  /** The customer that the row names; another than `customer` only when that was merged into it. */
  readonly namedId: string;
  /** What of the customer the row may change. */
  readonly by: FoundBy;
  /** What was last read of it; undefined: it was never read. */
  readonly base: R | undefined;
}

/** A row whose customer was removed from Tierbook while the row stood in the sheet. */
export interface RemovedRecord {
  readonly record: TableRecord;
  /** Whom nobody has on file any more. */
  readonly customerId: string;
  readonly removedAt: Date;
}

/** Which row of a connected sheet is whose. Every record is in exactly one of these. */
export interface MatchedRows<C extends NamedCustomer = Customer, R extends SheetRowName = ConnectedSheetRow> {
  /** One row a customer. */
  readonly matched: readonly MatchedRow<C, R>[];
  /** Rows of nobody on file, or of whom that is not clear: an import says what becomes of each. */
  readonly open: readonly TableRecord[];
  /** Rows that say the same as another one of their customer, or whose customer was merged into that of another row. */
  readonly spare: readonly TableRecord[];
  /** Rows of one customer that differ, so that none of them counts; by customer. */
  readonly repeated: readonly (readonly TableRecord[])[];
  /** Rows of customers who were removed from Tierbook since. */
  readonly removed: readonly RemovedRecord[];
  /** What was last read of customers whom no row names any more. */
  readonly vanished: readonly { readonly row: R; readonly customer: C }[];
}

/**
 * Finds the customer of each row of a connected sheet, wherever the row stands: by the number or else the name that it had when it was
 * last read, since a customer may have got another name in Tierbook, then as a table finds customers. A row that had vanished is that of
 * whoever has its number or name by now. Who was removed from Tierbook stays away; a customer of that number or name who is on file by
 * now is the row's.
 *
 * @param read what of the customers is read
 * @param gone who was removed
 */
export async function matchSheetRows<C extends NamedCustomer, R extends SheetRowName>(
  read: CustomerReader<C>,
  records: readonly TableRecord[],
  base: readonly R[],
  gone: readonly RemovedRow[],
): Promise<MatchedRows<C, R>> {
  // names are put into the form in which they are compared here for the first time
  await eachInTurns(records, recordNames);
  const asRead = rowsAsRead(base);
  await nextTurn();
  const customers = await customersOf(read, records, base, asRead);
  await nextTurn();
  const find = rowFinder(customers, base, asRead);
  const rows: (MatchedRow<C, R> | undefined)[] = [];
  const unclear: number[] = [];
  await eachInTurns(records, (record, index) => {
    const row = find.asRead(record);
    rows.push(row);
    if (row === undefined) unclear.push(index);
  });
  const open: TableRecord[] = [];
  const removed: RemovedRecord[] = [];
  if (unclear.length > 0) {
    const book = await bookOf(records, customers.values());
    const findGone = removedFinder(book, gone);
    await eachInTurns(unclear, (index) => {
      const record = records[index];
      if (record === undefined) return;
      rows[index] = find.inBook(book, record);
      if (rows[index] !== undefined) return;
      const was = findGone(record);
      if (was === undefined) open.push(record);
      else removed.push({ record, customerId: was.customerId, removedAt: was.removedAt });
    });
  }
  const found = rows.filter((row) => row !== undefined);
  const matched: MatchedRow<C, R>[] = [];
  const spare: TableRecord[] = [];
  const repeated: TableRecord[][] = [];
  const rowsOf = new Map<string, MatchedRow<C, R> | MatchedRow<C, R>[]>();
  await eachInTurns(found, (row) => {
    const others = rowsOf.get(row.customer.id);
    if (Array.isArray(others)) others.push(row);
    else rowsOf.set(row.customer.id, others === undefined ? row : [others, row]);
  });
  await nextTurn();
  for (const one of rowsOf.values()) {
    // nearly every customer has one row
    if (!Array.isArray(one)) {
      matched.push(one);
      continue;
    }
    const own = one.filter(({ by }) => by !== 'merged');
    const [first, ...others] = own.length > 0 ? own : one;
    if (first === undefined) continue;
    if (own.length > 0) spare.push(...one.filter(({ by }) => by === 'merged').map(({ record }) => record));
    if (others.every((row) => isDeepStrictEqual(recordFields(row.record), recordFields(first.record)))) {
      matched.push(first);
      spare.push(...others.map(({ record }) => record));
    } else repeated.push([first, ...others].map(({ record }) => record));
  }
  const differing = differingNewcomers(open);
  const seen = new Set(found.map(({ namedId }) => namedId));
  const isDiffering = new Set(differing.flat());
  const vanished: { row: R; customer: C }[] = [];
  await eachInTurns(base, (row) => {
    const customer = seen.has(row.customerId) ? undefined : customers.get(row.customerId);
    if (customer !== undefined) vanished.push({ row, customer });
  });
  return {
    matched,
    open: open.filter((record) => !isDiffering.has(record)),
    spare,
    repeated: [...repeated, ...differing],
    removed,
    vanished,
  };
}

async function bookOf<C extends NamedCustomer>(
  records: readonly TableRecord[],
  customers: Iterable<C>,
): Promise<CustomerBook<NamedEntry<C>>> {
  const book = new CustomerBook<NamedEntry<C>>(records.map((record) => recordNames(record).names));
  await eachInTurns(customers, (customer) => {
    book.add({ customer });
  });
  return book;
}

/** All customers that a row may stand for: those that were read last by their ids, and those whom a row may mean that was not. */
async function customersOf<C extends NamedCustomer>(
  read: CustomerReader<C>,
  records: readonly TableRecord[],
  base: readonly SheetRowName[],
  asRead: RowsAsRead<SheetRowName>,
): Promise<ReadonlyMap<string, C>> {
  const found = await read.byId(base.map(({ customerId }) => customerId));
  const others: TableRecord[] = [];
  await eachInTurns(records, (record) => {
    if (rowAsRead(recordNames(record), asRead) === undefined) others.push(record);
  });
  for (const customer of await customersKnown(read, others)) found.set(customer.id, customer);
  const into = [...found.values()].flatMap(({ mergedInto }) =>
    mergedInto === null || found.has(mergedInto) ? [] : mergedInto,
  );
  for (const [id, customer] of await read.byId([...new Set(into)])) found.set(id, customer);
  return found;
}

/** Rows of customers that are not on file yet, several of one customer, which do not say the same. */
function differingNewcomers(open: readonly TableRecord[]): (readonly TableRecord[])[] {
  const groups = new Map<string, TableRecord[]>();
  const keyOfName = new Map<string, string>();
  const named = open.map((record) => {
    const { key = '', names } = recordNames(record);
    return { record, key: comparableKey(key), name: names.normal };
  });
  for (const { key, name } of named) if (key !== '' && name !== '') keyOfName.set(name, key);
  for (const { record, key, name } of named) {
    if (key === '' && name === '') continue;
    const who = key === '' ? (keyOfName.get(name) ?? `name ${name}`) : key;
    const group = groups.get(who);
    if (group === undefined) groups.set(who, [record]);
    else group.push(record);
  }
  return [...groups.values()].filter(([first, ...others]) => {
    if (first === undefined) return false;
    return others.some((record) => !isDeepStrictEqual(recordFields(record), recordFields(first)));
  });
}
