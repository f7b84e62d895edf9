import { setImmediate as nextTurn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { comparableKey } from '../../core/contact-details.ts';
import type { TableRecord } from '../../core/table/reading.ts';
import type { RemovedRow } from '../store/connected-sheet-removed.ts';
import type { ConnectedSheetRow } from '../store/connected-sheet-rows.ts';
import { type Customer, findCustomersById } from '../store/customers.ts';
import type { Database } from '../store/database.ts';
import { type BookEntry, CustomerBook, knownCustomers, refusal } from './customer-book.ts';
import { type RecordFields, recordFields } from './record-fields.ts';
import type { FoundBy } from './updated-customer.ts';

/** A row that stands for a customer on file. */
export interface MatchedRow {
  readonly record: TableRecord;
  readonly fields: RecordFields;
  /** The customer that counts: what it was merged into, if it was. */
  readonly customer: Customer;
  /** The customer that the row names; another than `customer` only when that was merged into it. */
  readonly namedId: string;
  /** What of the customer the row may change. */
  readonly by: FoundBy;
  /** What was last read of it; undefined: it was never read. */
  readonly base: ConnectedSheetRow | undefined;
}

/** A row whose customer was removed from Tierbook while the row stood in the sheet. */
export interface RemovedRecord {
  readonly record: TableRecord;
  /** Whom nobody has on file any more. */
  readonly customerId: string;
  readonly removedAt: Date;
}

/** Which row of a connected sheet is whose. Every record is in exactly one of these. */
export interface MatchedRows {
  /** One row a customer. */
  readonly matched: readonly MatchedRow[];
  /** Rows of nobody on file, or of whom that is not clear: an import says what becomes of each. */
  readonly open: readonly TableRecord[];
  /** Rows that say the same as another one of their customer, or whose customer was merged into that of another row. */
  readonly spare: readonly TableRecord[];
  /** Rows of one customer that differ, so that none of them counts; by customer. */
  readonly repeated: readonly (readonly TableRecord[])[];
  /** Rows of customers who were removed from Tierbook since. */
  readonly removed: readonly RemovedRecord[];
  /** What was last read of customers whom no row names any more. */
  readonly vanished: readonly { readonly row: ConnectedSheetRow; readonly customer: Customer }[];
}

/** Others get their turn in between: a bot that brings a long sheet up to date answers people all the same. */
const ROWS_A_TURN = 2_000;

/**
 * Finds the customer of each row of a connected sheet, wherever the row stands: by the number or else the name that it had when it was
 * last read, since a customer may have got another name in Tierbook, then as a table finds customers. Who was removed from Tierbook
 * stays away; a customer of that number or name who is on file by now is the row's.
 *
 * @param gone who was removed
 */
export async function matchSheetRows(
  db: Database,
  workspaceId: string,
  records: readonly TableRecord[],
  base: readonly ConnectedSheetRow[],
  gone: readonly RemovedRow[],
): Promise<MatchedRows> {
  for (const [index, record] of records.entries()) {
    // each record is sorted into fields here for the first time
    if (index % ROWS_A_TURN === 0) await nextTurn();
    recordFields(record);
  }
  const customers = await customersOf(db, workspaceId, records, base);
  const book = new CustomerBook<BookEntry>(records.map((record) => recordFields(record).names));
  for (const [index, customer] of customers.entries()) {
    if (index % ROWS_A_TURN === 0) await nextTurn();
    book.add({ customer });
  }
  const find = rowFinder(book, base);
  const found: MatchedRow[] = [];
  const open: TableRecord[] = [];
  const removed: RemovedRecord[] = [];
  const findGone = removedFinder(book, gone);
  for (const [index, record] of records.entries()) {
    if (index % ROWS_A_TURN === 0) await nextTurn();
    const row = find(record);
    if (row !== undefined) {
      found.push(row);
      continue;
    }
    const was = findGone(record);
    if (was === undefined) open.push(record);
    else removed.push({ record, customerId: was.customerId, removedAt: was.removedAt });
  }
  const matched: MatchedRow[] = [];
  const spare: TableRecord[] = [];
  const repeated: TableRecord[][] = [];
  for (const rows of Map.groupBy(found, ({ customer }) => customer.id).values()) {
    const own = rows.filter(({ by }) => by !== 'merged');
    const [first, ...others] = own.length > 0 ? own : rows;
    if (first === undefined) continue;
    if (own.length > 0) spare.push(...rows.filter(({ by }) => by === 'merged').map(({ record }) => record));
    if (others.every((row) => isDeepStrictEqual(row.fields, first.fields))) {
      matched.push(first);
      spare.push(...others.map(({ record }) => record));
    } else repeated.push([first, ...others].map(({ record }) => record));
  }
  const differing = differingNewcomers(open);
  const seen = new Set(found.map(({ namedId }) => namedId));
  const isDiffering = new Set(differing.flat());
  return {
    matched,
    open: open.filter((record) => !isDiffering.has(record)),
    spare,
    repeated: [...repeated, ...differing],
    removed,
    vanished: base.flatMap((row) => {
      const customer = seen.has(row.customerId) ? undefined : book.entries.get(row.customerId)?.customer;
      return customer === undefined ? [] : [{ row, customer }];
    }),
  };
}

/** All customers that a row may stand for: those that were read last by their ids, and those whom a row may mean that was not. */
async function customersOf(
  db: Database,
  workspaceId: string,
  records: readonly TableRecord[],
  base: readonly ConnectedSheetRow[],
): Promise<Customer[]> {
  const findRead = readFinder(base);
  const found = await findCustomersById(
    db,
    workspaceId,
    base.map(({ customerId }) => customerId),
  );
  const others = records.filter((record) => findRead(recordFields(record)) === undefined);
  for (const customer of await knownCustomers(db, workspaceId, others)) found.set(customer.id, customer);
  const into = [...found.values()].flatMap(({ mergedInto }) =>
    mergedInto === null || found.has(mergedInto) ? [] : mergedInto,
  );
  for (const [id, customer] of await findCustomersById(db, workspaceId, [...new Set(into)])) found.set(id, customer);
  return [...found.values()];
}

/** Which of the rows that were read last a row is by itself: whoever else is on file. */
function readFinder(base: readonly ConnectedSheetRow[]): (fields: RecordFields) => ConnectedSheetRow | undefined {
  const byKey = new Map<string, ConnectedSheetRow>();
  const byName = new Map<string, ConnectedSheetRow | null>();
  for (const row of base) {
    if (row.key !== null) byKey.set(row.key, row);
    if (row.name !== null) byName.set(row.name, byName.has(row.name) ? null : row);
  }
  return ({ key, names }) => {
    const comparable = comparableKey(key ?? '');
    return comparable === '' ? (byName.get(names.normal) ?? undefined) : byKey.get(comparable);
  };
}

function rowFinder(
  book: CustomerBook<BookEntry>,
  base: readonly ConnectedSheetRow[],
): (record: TableRecord) => MatchedRow | undefined {
  const byId = new Map(base.map((row) => [row.customerId, row]));
  const byKey = new Map<string, ConnectedSheetRow>();
  const byName = Map.groupBy(base, ({ name }) => name);
  for (const row of base) if (row.key !== null) byKey.set(row.key, row);
  const known = (row: ConnectedSheetRow, by: 'key' | 'name', record: TableRecord): MatchedRow | undefined => {
    const named = book.entries.get(row.customerId)?.customer;
    if (named === undefined) return undefined;
    const customer = named.mergedInto === null ? named : book.entries.get(named.mergedInto)?.customer;
    if (customer === undefined) return undefined;
    const how = customer === named ? by : 'merged';
    return { record, fields: recordFields(record), customer, namedId: named.id, by: how, base: row };
  };
  return (record) => {
    const fields = recordFields(record);
    if (refusal(fields) !== undefined) return undefined;
    const key = comparableKey(fields.key ?? '');
    const sameKey = key === '' ? undefined : byKey.get(key);
    if (sameKey !== undefined) return known(sameKey, 'key', record);
    const isTaken = key !== '' && book.byKey.has(key);
    // A row that has a number by now is still the one that had none; one with another number is another customer's.
    const sameName = (fields.names.normal === '' ? [] : (byName.get(fields.names.normal) ?? [])).filter(
      (row) => key === '' || row.key === null,
    );
    const [only] = sameName;
    if (!isTaken && only !== undefined && sameName.length === 1)
      return known(only, key === '' ? 'name' : 'key', record);
    const found = book.find(fields);
    if (found?.kind !== 'one') return undefined;
    const { entry, named, by } = found;
    const isSure = by === 'name' && key !== '';
    return {
      record,
      fields,
      customer: entry.customer,
      namedId: named.customer.id,
      by: isSure ? 'key' : by,
      base: byId.get(named.customer.id),
    };
  };
}

/** Finds who a row stood for, of those who were removed; undefined where somebody on file could be meant by now. */
function removedFinder(
  book: CustomerBook<BookEntry>,
  gone: readonly RemovedRow[],
): (record: TableRecord) => RemovedRow | undefined {
  const byKey = new Map<string, RemovedRow>();
  const byName = new Map<string, RemovedRow>();
  for (const row of gone) {
    if (row.key !== null) byKey.set(row.key, row);
    if (row.name !== null) byName.set(row.name, row);
  }
  return (record) => {
    if (gone.length === 0) return undefined;
    const fields = recordFields(record);
    if (refusal(fields) !== undefined || book.find(fields) !== undefined) return undefined;
    const key = comparableKey(fields.key ?? '');
    const sameName = byName.get(fields.names.normal);
    const isSame = sameName !== undefined && (key === '' || sameName.key === null);
    return byKey.get(key) ?? (isSame ? sameName : undefined);
  };
}

/** Rows of customers that are not on file yet, several of one customer, which do not say the same. */
function differingNewcomers(open: readonly TableRecord[]): (readonly TableRecord[])[] {
  const groups = new Map<string, TableRecord[]>();
  const keyOfName = new Map<string, string>();
  const named = open.map((record) => {
    const { key = '', names } = recordFields(record);
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
