import { type CalendarDate, dateParts } from '../../core/calendar-date.ts';
import { readDateText } from '../../core/table/read-date.ts';
import type { DateOrder, TableReading } from '../../core/table/reading.ts';
import type { OpenChoice } from './table-preview.ts';

/** What a table's values leave open, each question once, with the answers that would settle it. */
export function openChoices({ problems, columns }: TableReading, asOf: CalendarDate): OpenChoice[] {
  const choices: OpenChoice[] = [];
  if (problems.some(({ code }) => code === 'decimal-undecided')) {
    choices.push({ kind: 'decimal', options: ['.', ','] });
  }
  const isChinese = columns.some(({ heading }) => /\p{Script=Han}/u.test(heading));
  const orders = new Set<DateOrder>();
  for (const problem of problems) {
    if (problem.code !== 'date-order-undecided') continue;
    const read = readDateText(problem.text, dateParts(asOf).year);
    if (read === undefined || !('byOrder' in read)) continue;
    for (const order of read.byOrder.keys()) if (order !== 'ymd' || isChinese) orders.add(order);
  }
  const options = (['ymd', 'dmy', 'mdy'] as const).filter((order) => orders.has(order));
  if (options.length > 1) choices.push({ kind: 'date-order', options });
  return choices;
}
