import { parse } from 'csv-parse/sync';
import type { CalendarDate } from '../../core/calendar-date.ts';
import { readTable } from '../../core/table/read-table.ts';

const ROWS = 100_000;

/**
 * Prints how long reading a table of 100,000 customers takes beside csv-parse alone on the same bytes, in one run. The whole
 * command (parse, read, grade, write) may take five times csv-parse.
 */
export function benchReadTable(): void {
  const bytes = Buffer.from(customerCsv(ROWS));
  const parseMs: number[] = [];
  const readMs: number[] = [];
  for (let run = 0; run < 3; run++) {
    const start = performance.now();
    const grid: string[][] = parse(bytes);
    const parsed = performance.now();
    const { records } = readTable(grid, { asOf: '2026-11-22' as CalendarDate });
    if (records.length !== ROWS) throw new Error(`Read ${records.length} of ${ROWS} rows.`);
    parseMs.push(parsed - start);
    readMs.push(performance.now() - parsed);
  }
  const parseBest = Math.min(...parseMs);
  const readBest = Math.min(...readMs);
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `read table, ${ROWS} rows × 12 columns: csv-parse ${parseBest.toFixed(0)} ms, readTable ${readBest.toFixed(0)} ms, ` +
      `together ${((parseBest + readBest) / parseBest).toFixed(2)} × csv-parse; peak memory ${megabytes} MB`,
  );
}

/** A messy but believable table: amounts with signs and groups, rates, dates, levels. */
function customerCsv(rows: number): string {
  const lines = ['编号,客户名称,业务员,地区,销售额,回款率,订单稳定度,合作起始,最近购买,投诉率,满意度,备注'];
  for (let row = 0; row < rows; row++) {
    const amount = (row * 137.37).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',');
    lines.push(
      `C${row},第${row}号客户有限公司,业务员${row % 50},华东,"￥${amount}",${row % 101}%,${'高中低'.charAt(row % 3)},2019-0${(row % 9) + 1}-05,` +
        `2026/${(row % 12) + 1}/${(row % 28) + 1},0.${row % 10}%,${(row % 40) / 10 + 1},备注${row % 1000}`,
    );
  }
  return lines.join('\n');
}
