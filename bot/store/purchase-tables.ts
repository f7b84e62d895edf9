import type { ColumnType } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { Facts } from '../../core/customer.ts';
import type { PurchaseSource } from './customer-tables.ts';
import type { JsonColumn } from './json-column.ts';

/** A purchase, or one line of an order; refunds have negative amounts. */
export interface PurchaseTable {
  workspace_id: ColumnType<string, string, never>;
  /** UUIDv7. */
  id: ColumnType<string, string, never>;
  /** The customer that its table named, which may have been merged into another since. */
  customer_id: string;
  bought_on: ColumnType<CalendarDate, string, string>;
  /** Whole currency units with decimals. */
  amount: number;
  /** ISO 4217; null when its table did not say. */
  currency: string | null;
  product: string | null;
  channel: string | null;
  /** The order's or invoice's number as written; several lines of an order have the same. */
  order_number: string | null;
  /** The number in the form in which it is compared. */
  order_normal: string | null;
  source: PurchaseSource;
  created_at: ColumnType<Date, Date, never>;
}

/** What the purchases of a customer say of it, as facts by field id, on the day of its last grading. */
export interface PurchaseMeasureTable {
  workspace_id: ColumnType<string, string, never>;
  customer_id: ColumnType<string, string, never>;
  measures: JsonColumn<Facts['values']>;
}
