import type { CalendarDate } from '../../core/calendar-date.ts';
import { comparableKey } from '../../core/contact-details.ts';
import { factDate } from '../../core/customer.ts';
import { isCancelled } from '../../core/table/purchase-fields.ts';
import type { TableReading, TableRecord } from '../../core/table/reading.ts';
import { foldAnswer } from '../../core/table/words.ts';
import type { PurchaseRejection } from '../../core/text/purchase-text.ts';
import type { Customer } from '../store/customers.ts';
import type { PurchaseLine } from '../store/purchases.ts';
import { type BookEntry, CustomerBook, refusal } from './customer-book.ts';
import { MAX_NAME_LENGTH } from './import-report.ts';
import { type RecordFields, recordFields } from './record-fields.ts';

/** What became of one row of a table of purchases, whatever is on file already. */
export interface PurchaseRow {
  /** 1-based row of the sheet. */
  readonly row: number;
  /** The customer as the row names it; empty when it does not. */
  readonly name: string;
  readonly outcome:
    | {
        readonly kind: 'purchase';
        readonly line: PurchaseLine;
        /** The customer for whom it counts: the one that the named one was merged into, if it was. */
        readonly countsFor: string;
      }
    | { readonly kind: 'cancelled' }
    | { readonly kind: 'rejected'; readonly reason: PurchaseRejection };
}

/**
 * Reads each record of a table of purchases as one. `customers` holds every customer that a row may stand for, and those
 * that they were merged into; a day after `today` is refused.
 */
export function planPurchases(
  { records, columns }: Pick<TableReading, 'records' | 'columns'>,
  customers: readonly Customer[],
  today: CalendarDate,
): PurchaseRow[] {
  // a purchase makes no customer, so that Acme in one row and ACME Ltd in another are not two
  const book = new CustomerBook<BookEntry>([]);
  for (const customer of customers) book.add({ customer });
  const placeOf = (field: string): number => columns.findIndex((column) => column.field === field);
  const places = { date: placeOf('purchaseDate'), amount: placeOf('purchaseAmount') };
  return records.map((record): PurchaseRow => {
    const fields = recordFields(record);
    const name = fields.name ?? fields.key ?? '';
    return { row: record.row, name, outcome: outcomeOf(record, fields, book, places, today) };
  });
}

/**
 * The lines of a table that are not on file yet. A line is known by its order number, else by its customer, and by day,
 * amount, product and channel; lines that stand several times in the table are that many purchases.
 */
export function linesNotOnFile<T extends { readonly line: PurchaseLine }>(
  rows: readonly T[],
  onFile: readonly PurchaseLine[],
): T[] {
  const content = contentWriter();
  const known = new Map<string, number>();
  for (const line of onFile) {
    const key = content(line);
    known.set(key, (known.get(key) ?? 0) + 1);
  }
  return rows.filter(({ line }) => {
    const key = content(line);
    const left = known.get(key) ?? 0;
    if (left > 0) known.set(key, left - 1);
    return left === 0;
  });
}

interface Places {
  readonly date: number;
  readonly amount: number;
}

function outcomeOf(
  { facts }: TableRecord,
  fields: RecordFields,
  book: CustomerBook<BookEntry>,
  places: Places,
  today: CalendarDate,
): PurchaseRow['outcome'] {
  const text = (field: string): string | null => {
    const value = fields.values[field];
    return value === undefined || value === '' ? null : String(value);
  };
  if (isCancelled(text('orderStatus') ?? '')) return { kind: 'cancelled' };
  const orderNumber = text('orderNumber');
  const found = tooLong(orderNumber) ?? refusal(fields) ?? book.find(fields);
  if (found === undefined) {
    const customer = [fields.key, fields.name].filter(Boolean).join(' ');
    return { kind: 'rejected', reason: { code: 'unknown-customer', customer } };
  }
  if (found.kind === 'rejected') {
    const { reason } = found;
    // what only a table of customers can be told
    if (reason.code === 'unknown-key' || reason.code === 'repeated') throw new Error(`No purchase is ${reason.code}.`);
    return { kind: 'rejected', reason };
  }
  const boughtOn = factDate(facts.values['purchaseDate']);
  const amount = facts.values['purchaseAmount'];
  if (boughtOn === undefined) return { kind: 'rejected', reason: dateReason(facts, places.date) };
  if (boughtOn > today) {
    return { kind: 'rejected', reason: { code: 'future-date', date: boughtOn, column: places.date } };
  }
  if (typeof amount !== 'number') return { kind: 'rejected', reason: amountReason(facts, places.amount) };
  const line: PurchaseLine = {
    customerId: found.named.customer.id,
    boughtOn,
    amount,
    product: text('product'),
    channel: text('channel'),
    orderNumber,
  };
  return { kind: 'purchase', line, countsFor: found.entry.customer.id };
}

/** Order numbers are looked up in an index, which holds no novels. */
function tooLong(orderNumber: string | null) {
  const isLong = orderNumber !== null && comparableKey(orderNumber).length > MAX_NAME_LENGTH;
  return isLong ? { kind: 'rejected' as const, reason: { code: 'long-order' as const } } : undefined;
}

function dateReason({ doubts }: TableRecord['facts'], column: number): PurchaseRejection {
  const doubt = doubts?.['purchaseDate'];
  if (doubt === undefined || !('text' in doubt)) return { code: 'no-date', column };
  return { code: doubt.code === 'ambiguous' ? 'date-two-ways' : 'bad-date', text: doubt.text, column };
}

function amountReason({ doubts }: TableRecord['facts'], column: number): PurchaseRejection {
  const doubt = doubts?.['purchaseAmount'];
  if (doubt === undefined) return { code: 'no-amount', column };
  if (doubt.code === 'other-currency') return { code: 'other-currency', currency: doubt.currency, column };
  return { code: doubt.code === 'ambiguous' ? 'amount-two-ways' : 'bad-amount', text: doubt.text, column };
}

/** What makes two lines the same, as text; products and channels repeat, so each is folded once. */
function contentWriter(): (line: PurchaseLine) => string {
  const folded = new Map<string | null, string>([[null, '']]);
  const fold = (text: string | null): string => {
    const known = folded.get(text);
    if (known !== undefined) return known;
    const plain = foldAnswer(text ?? '');
    folded.set(text, plain);
    return plain;
  };
  return ({ customerId, boughtOn, amount, product, channel, orderNumber }) => {
    const whose = orderNumber === null ? `customer ${customerId}` : `order ${comparableKey(orderNumber)}`;
    return [whose, boughtOn, String(amount), fold(product), fold(channel)].join('\n');
  };
}
