import { parseIsoDate } from '../../core/calendar-date.ts';
import type { Cell } from '../../core/table/cell.ts';
import { PURCHASE_FIELDS } from '../../core/table/purchase-fields.ts';
import { readTable } from '../../core/table/read-table.ts';
import type { TableReading } from '../../core/table/reading.ts';

/** A row of a table of purchases: customer, day, amount, and where it matters product, channel and order number. */
export type PurchaseCells = readonly [
  customer: Cell,
  day: Cell,
  amount: Cell,
  product?: Cell,
  channel?: Cell,
  order?: Cell,
];

/** A table of purchases as it is read on 5 March 2026; its records begin in row 2. */
export function purchasesOf(...rows: readonly PurchaseCells[]): TableReading {
  const headings = ['Customer', 'Date', 'Amount', 'Product', 'Channel', 'Order no'];
  const asOf = parseIsoDate('2026-03-05');
  if (asOf === undefined) throw new Error('There is such a day.');
  return readTable([headings, ...rows.map((row) => row.map((cell) => cell ?? null))], {
    asOf,
    known: PURCHASE_FIELDS,
    mayRepeat: true,
  });
}
