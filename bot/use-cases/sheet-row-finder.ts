import { comparableKey } from '../../core/contact-details.ts';
import type { TableRecord } from '../../core/table/reading.ts';
import type { RemovedRow } from '../store/connected-sheet-removed.ts';
import type { SheetRowName } from '../store/connected-sheet-rows.ts';
import { type NamedCustomer } from '../store/customer-names.ts';
import { type CustomerBook, type NamedEntry, refusal } from './customer-book.ts';
import type { MatchedRow } from './match-sheet-rows.ts';
import { type RecordNames, recordNames } from './record-fields.ts';

/** What was last read, by number and by name; of a number or name that rows have which are there, without those that have vanished. */
export interface RowsAsRead<R extends SheetRowName> {
  readonly byKey: ReadonlyMap<string, R>;
  readonly byName: ReadonlyMap<string, readonly R[]>;
}

/** Sorts what was last read by number and by name. */
export function rowsAsRead<R extends SheetRowName>(base: readonly R[]): RowsAsRead<R> {
  const byKey = new Map<string, R>();
  const byName = new Map<string, R[]>();
  const isGone = ({ vanishedAt }: R): boolean => vanishedAt !== null;
  for (const row of base) {
    const { key, name } = row;
    // those that are there go before those that have vanished; of equals the last
    const sameKey = key === null ? undefined : byKey.get(key);
    if (key !== null && (sameKey === undefined || !isGone(row) || isGone(sameKey))) byKey.set(key, row);
    if (name === null) continue;
    const sameName = byName.get(name);
    const [first] = sameName ?? [];
    if (sameName === undefined || first === undefined || (isGone(first) && !isGone(row))) byName.set(name, [row]);
    else if (isGone(first) === isGone(row)) sameName.push(row);
  }
  return { byKey, byName };
}

/** The row that was there when they were read last which a row is by itself, whoever else is on file; undefined: none. */
export function rowAsRead<R extends SheetRowName>(
  { key, names }: RecordNames,
  { byKey, byName }: RowsAsRead<R>,
): R | undefined {
  const comparable = comparableKey(key ?? '');
  const [only, ...others] = comparable === '' ? (byName.get(names.normal) ?? []) : [];
  const row = comparable === '' ? (others.length === 0 ? only : undefined) : byKey.get(comparable);
  return row?.vanishedAt === null ? row : undefined;
}

/** Finds the customer of a row; undefined where it is none, or that is not clear. */
export interface RowFinder<C extends NamedCustomer, R extends SheetRowName> {
  /** The customer of a row that was there when they were read last; undefined where others must be asked for. */
  readonly asRead: (record: TableRecord) => MatchedRow<C, R> | undefined;
  /** The customer of a row, whoever is on file. */
  readonly inBook: (book: CustomerBook<NamedEntry<C>>, record: TableRecord) => MatchedRow<C, R> | undefined;
}

/** Finds customers among these, by what was read last and by what is on file. */
export function rowFinder<C extends NamedCustomer, R extends SheetRowName>(
  customers: ReadonlyMap<string, C>,
  base: readonly R[],
  lastRead: RowsAsRead<R>,
): RowFinder<C, R> {
  const { byKey, byName } = lastRead;
  const byId = new Map(base.map((row) => [row.customerId, row]));
  const known = (row: R, by: 'key' | 'name', record: TableRecord): MatchedRow<C, R> | undefined => {
    const named = customers.get(row.customerId);
    if (named === undefined) return undefined;
    const customer = named.mergedInto === null ? named : customers.get(named.mergedInto);
    if (customer === undefined) return undefined;
    const how = customer === named ? by : 'merged';
    return { record, customer, namedId: named.id, by: how, base: row };
  };
  const countingId = ({ id, mergedInto }: NamedCustomer): string => mergedInto ?? id;
  // while a row is away, others may get its number or name in Tierbook; what is there stays whose it was
  const isAnothersByNow = ({ customerId, vanishedAt }: SheetRowName, named: readonly NamedEntry<C>[]): boolean => {
    if (vanishedAt === null || named.length === 0) return false;
    const was = customers.get(customerId);
    return was === undefined || named.every(({ customer }) => countingId(customer) !== countingId(was));
  };
  return {
    asRead(record) {
      const fields = recordNames(record);
      if (refusal(fields) !== undefined) return undefined;
      const row = rowAsRead(fields, lastRead);
      return row && known(row, comparableKey(fields.key ?? '') === '' ? 'name' : 'key', record);
    },
    inBook(book, record) {
      const fields = recordNames(record);
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
        customer: entry.customer,
        namedId: found.named.customer.id,
        by: isSure ? 'key' : by,
        base: byId.get(found.named.customer.id),
      };
    },
  };
}

/** Finds who a row stood for, of those who were removed; undefined where somebody on file could be meant by now. */
export function removedFinder(
  book: CustomerBook<NamedEntry<NamedCustomer>>,
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
    const fields = recordNames(record);
    if (refusal(fields) !== undefined || book.find(fields) !== undefined) return undefined;
    const key = comparableKey(fields.key ?? '');
    const sameName = byName.get(fields.names.normal);
    const isSame = sameName !== undefined && (key === '' || sameName.key === null);
    return byKey.get(key) ?? (isSame ? sameName : undefined);
  };
}
