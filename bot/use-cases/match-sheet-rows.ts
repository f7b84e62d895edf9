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
 * last read, since a customer may have got another name in Tierbook, then as a table finds customers. A row that had vanished is that of
 * whoever has its number or name by now. Who was removed from Tierbook stays away; a customer of that number or name who is on file by
 * now is the row's.
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

/** What was last read, by number and by name; of a number or name that rows have which are there, without those that have vanished. */
function rowsAsRead(base: readonly ConnectedSheetRow[]): {
  readonly byKey: ReadonlyMap<string, ConnectedSheetRow>;
  readonly byName: ReadonlyMap<string | null, readonly ConnectedSheetRow[]>;
} {
  const here = base.filter(({ vanishedAt }) => vanishedAt === null);
  const gone = base.filter(({ vanishedAt }) => vanishedAt !== null);
  return {
    byKey: new Map([...gone, ...here].flatMap((row) => (row.key === null ? [] : [[row.key, row]]))),
    byName: new Map([...Map.groupBy(gone, ({ name }) => name), ...Map.groupBy(here, ({ name }) => name)]),
  };
}

/** Which of the rows that were there when they were read last a row is by itself: whoever else is on file. */
function readFinder(base: readonly ConnectedSheetRow[]): (fields: RecordFields) => ConnectedSheetRow | undefined {
  const { byKey, byName } = rowsAsRead(base.filter(({ vanishedAt }) => vanishedAt === null));
  return ({ key, names }) => {
    const comparable = comparableKey(key ?? '');
    if (comparable !== '') return byKey.get(comparable);
    const [only, ...others] = byName.get(names.normal) ?? [];
    return others.length === 0 ? only : undefined;
  };
}

function rowFinder(
  book: CustomerBook<BookEntry>,
  base: readonly ConnectedSheetRow[],
): (record: TableRecord) => MatchedRow | undefined {
  const byId = new Map(base.map((row) => [row.customerId, row]));
  const { byKey, byName } = rowsAsRead(base);
  const known = (row: ConnectedSheetRow, by: 'key' | 'name', record: TableRecord): MatchedRow | undefined => {
    const named = book.entries.get(row.customerId)?.customer;
    if (named === undefined) return undefined;
    const customer = named.mergedInto === null ? named : book.entries.get(named.mergedInto)?.customer;
    if (customer === undefined) return undefined;
    const how = customer === named ? by : 'merged';
    return { record, fields: recordFields(record), customer, namedId: named.id, by: how, base: row };
  };
  const countingId = ({ id, mergedInto }: Customer): string => mergedInto ?? id;
  // while a row is away, others may get its number or name in Tierbook; what is there stays whose it was
  const isAnothersByNow = ({ customerId, vanishedAt }: ConnectedSheetRow, named: readonly BookEntry[]): boolean => {
    if (vanishedAt === null || named.length === 0) return false;
    const was = book.entries.get(customerId)?.customer;
    return was === undefined || named.every(({ customer }) => countingId(customer) !== countingId(was));
  };
  return (record) => {
    const fields = recordFields(record);
    if (refusal(fields) !== undefined) return undefined;
    const key = comparableKey(fields.key ?? '');
    const sameKey = key === '' ? undefined : byKey.get(key);
    const taken = key === '' ? undefined : book.byKey.get(key);
    if (sameKey !== undefined && !isAnothersByNow(sameKey, taken === undefined ? [] : [taken]))
      return known(sameKey, 'key', record);
    // A row that has a number by now is still the one that had none; one with another number is another customer's.
    const sameName = (fields.names.normal === '' ? [] : (byName.get(fields.names.normal) ?? [])).filter(
      (row) => key === '' || row.key === null,
    );
    const [only] = sameName;
    const named = (book.byNormal.get(fields.names.normal) ?? []).filter(
      ({ customer }) => key === '' || customer.key === null,
    );
    if (taken === undefined && only !== undefined && sameName.length === 1 && !isAnothersByNow(only, named))
      return known(only, key === '' ? 'name' : 'key', record);
    const found = book.find(fields);
    if (found?.kind !== 'one') return undefined;
    const { entry, by } = found;
    const isSure = by === 'name' && key !== '';
    return {
      record,
      fields,
      customer: entry.customer,
      namedId: found.named.customer.id,
      by: isSure ? 'key' : by,
      base: byId.get(found.named.customer.id),
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
