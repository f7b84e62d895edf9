import { addDays, type CalendarDate, dayNumber } from '../../core/calendar-date.ts';
import { factDate } from '../../core/customer.ts';
import type { Cell } from '../../core/table/cell.ts';
import { PURCHASE_FIELDS } from '../../core/table/purchase-fields.ts';
import { readTable } from '../../core/table/read-table.ts';
import type { TableReading, TableRecord } from '../../core/table/reading.ts';
import { seeded } from './seeded.ts';

const PRODUCTS = ['Standard package', 'Spare parts', 'Service contract', 'Upgrade', 'Training'];
const PRODUCTS_ZH = ['标准套装', '备件', '服务合同', '升级', '培训'];
const CHANNELS = ['Sales rep', 'Web shop', 'Dealer', 'Phone'];
const CHANNELS_ZH = ['业务员', '网店', '经销商', '电话'];
/** What a customer without sales in its table buys in a year. */
const USUAL_SALES = 200_000;
const YEAR_DAYS = 365;

/**
 * Purchases for most of the sample customers, as a table of them would be read on that day: what each bought in its last
 * year adds up to about the sales in its own table. The same ones every time, so many days before `today`.
 */
export function samplePurchases(customers: readonly TableRecord[], today: CalendarDate): TableReading {
  const rows: Cell[][] = [['Customer ID', 'Order number', 'Order date', 'Product', 'Channel', 'Amount (CNY)']];
  for (const { facts } of customers) {
    const { key, name, salesAmount, yearsOfCooperation } = facts.values;
    if (typeof key !== 'string') continue;
    const random = seeded(key);
    const since = factDate(yearsOfCooperation);
    const sales = typeof salesAmount === 'number' ? salesAmount : USUAL_SALES;
    const days = daysAgo(random, sales, since === undefined ? 3650 : dayNumber(today) - dayNumber(since));
    const isChinese = /\p{Script=Han}/u.test(String(name));
    for (const day of days) {
      const orderNumber = `S${rows.length}`;
      const product = pick(random, isChinese ? PRODUCTS_ZH : PRODUCTS);
      const channel = pick(random, isChinese ? CHANNELS_ZH : CHANNELS);
      const amount = Math.round((sales / days.length) * (0.6 + 0.8 * random()));
      rows.push([key, orderNumber, { date: addDays(today, -day) }, product, channel, amount]);
      // now and then something comes back
      if (random() < 0.02) {
        const refund = -Math.round(amount / 4);
        rows.push([key, orderNumber, { date: addDays(today, -Math.max(0, day - 5)) }, product, channel, refund]);
      }
    }
  }
  return readTable(rows, { asOf: today, known: PURCHASE_FIELDS, mayRepeat: true });
}

/** How many days ago the customer bought, since it came `oldest` days ago; none for those of whom no purchases are on file. */
function daysAgo(random: () => number, sales: number, oldest: number): number[] {
  const kind = random();
  if (kind < 0.12) return [];
  if (oldest < 90) return spread(random, 1 + Math.floor(random() * 2), 2, Math.max(3, oldest));
  // small customers fall asleep more easily, and the smallest get lost
  const isSmall = sales < 400_000;
  if (isSmall && kind < 0.25 && oldest > 850) return spread(random, 1 + Math.floor(random() * 3), 560, 800);
  if (kind < (isSmall ? 0.4 : 0.2) && oldest > 360) return spread(random, 1 + Math.floor(random() * 4), 190, 350);
  const orders = 1 + Math.floor(Math.log10(1 + sales / 50_000) * (0.6 + 3.4 * random()));
  return spread(random, orders, 1 + Math.floor(random() * random() * 150), Math.min(YEAR_DAYS - 5, oldest));
}

/** So many days, evenly between two with some play, the latest first. */
function spread(random: () => number, count: number, from: number, upTo: number): number[] {
  const step = Math.max(1, upTo - from) / count;
  return Array.from({ length: count }, (_, place) => Math.floor(from + step * (place + 0.6 * random())));
}

function pick(random: () => number, list: readonly string[]): string {
  // most buy one thing in one way, and something else now and then
  return list[Math.floor(random() * random() * list.length)] ?? '';
}
