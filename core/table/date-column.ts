import type { CalendarDate } from '../calendar-date.ts';
import type { Cell } from './cell.ts';
import {
  ambiguous,
  type CellReading,
  type ColumnReader,
  type ColumnSource,
  type Conventions,
  plainReader,
  unreadable,
} from './column-reader.ts';
import { dayOfSerial, readDateText } from './read-date.ts';
import type { DateOrder, TableProblem } from './reading.ts';
import { remember } from './remember.ts';
import { isMissing } from './words.ts';

/** What a column's dates of digits show about their order. */
export interface DateEvidence {
  /** The orders in which every one of them is a day; empty when there is none such date or no order fits all. */
  readonly orders: readonly DateOrder[];
  /** How many of them are different days in different orders, and the first one. */
  readonly unclear: number;
  readonly first: { readonly row: number; readonly text: string } | undefined;
}

/** Goes through a column once and finds the orders that fit all of its dates. Year first with two digits only counts where nothing else fits, or in a Chinese table. */
export function dateEvidence(source: ColumnSource, yearNow: number, isChinese: boolean): DateEvidence {
  const fitting = new Map<DateOrder, number>();
  let texts = 0;
  let unclear = 0;
  let first: DateEvidence['first'];
  for (let at = 0; at < source.rows.length; at++) {
    const cell = source.rows[at]?.[source.index];
    if (typeof cell !== 'string' || !MAY_BE_UNCLEAR.test(cell)) continue;
    const read = readDateText(cell.trim(), yearNow);
    if (read === undefined || !('byOrder' in read)) continue;
    texts++;
    for (const order of read.byOrder.keys()) fitting.set(order, (fitting.get(order) ?? 0) + 1);
    if (new Set(read.byOrder.values()).size > 1) {
      unclear++;
      first ??= { row: source.rowNumbers[at] ?? 0, text: cell.trim() };
    }
  }
  const orders = [...fitting].filter(([, count]) => count === texts).map(([order]) => order);
  const withoutYearFirst = orders.filter((order) => order !== 'ymd');
  return { orders: isChinese || withoutYearFirst.length === 0 ? orders : withoutYearFirst, unclear, first };
}

/** A reader for a column of days. */
export function dateColumn(source: ColumnSource, evidence: DateEvidence, conventions: Conventions): ColumnReader {
  const order = decideOrder(evidence, conventions);
  const readText = (text: string): CellReading => {
    if (isMissing(text, 'other')) return null;
    const trimmed = text.trim();
    if (EMPTY_DATE.test(trimmed)) return null;
    const read = readDateText(trimmed, conventions.yearNow);
    if (read === undefined) return unreadable(text);
    if ('day' in read) return read.day;
    const days = new Set(read.byOrder.values());
    const [only] = days;
    if (days.size === 1 && only !== undefined) return only;
    return (
      (order === undefined ? undefined : read.byOrder.get(order)) ??
      onlyPlausible(read.byOrder, conventions) ??
      ambiguous(text)
    );
  };
  const read = remember((cell: Cell): CellReading => {
    if (cell === null) return null;
    if (typeof cell === 'string') return readText(cell);
    if (typeof cell === 'object') return cell.date >= '1900-01-02' && cell.date < '2200' ? cell.date : unreadable(cell);
    return typeof cell === 'number' ? (cell === 0 ? null : (dayOfSerial(cell) ?? unreadable(cell))) : unreadable(cell);
  });
  return plainReader('date', read, dateProblems(source, evidence, order));
}

/** What a blank date becomes in databases and spreadsheets. */
const EMPTY_DATE = /^(?:0000[-/]00?[-/]00?|1900[-/]0?1[-/]0?0|0)(?:\s+00?:00(?::00)?)?$/;
const MAY_BE_UNCLEAR = /^\s*[\d０-９]{1,2}\s?[-/.．／－\s]\s?[\d０-９]/;

/** The order in which the column's dates of digits are read; undefined when nothing decides it. */
export function decideOrder(evidence: DateEvidence, conventions: Conventions): DateOrder | undefined {
  const { orders } = evidence;
  if (orders.length === 1) return orders[0];
  if (orders.length === 0) return undefined;
  const hints = [conventions.dateOrderHint, conventions.dateOrderSeen];
  return hints.find((hint) => hint !== undefined && orders.includes(hint));
}

/** Outside Chinese tables a year of two digits does not stand first, so that day or month first alone decides. */
function onlyPlausible(
  byOrder: ReadonlyMap<DateOrder, CalendarDate>,
  conventions: Conventions,
): CalendarDate | undefined {
  if (conventions.isChinese) return undefined;
  const days = new Set([...byOrder].filter(([order]) => order !== 'ymd').map(([, day]) => day));
  const [only] = days;
  return days.size === 1 ? only : undefined;
}

/** What a person should know of the order of a column's dates: that it was decided, or that it could not be. */
export function dateProblems(
  source: ColumnSource,
  evidence: DateEvidence,
  order: DateOrder | undefined,
): TableProblem[] {
  const { first, unclear } = evidence;
  if (first === undefined) return [];
  if (order !== undefined) return [{ code: 'date-order', severity: 'note', column: source.index, order }];
  return [
    {
      code: 'date-order-undecided',
      severity: 'problem',
      column: source.index,
      row: first.row,
      text: first.text,
      cells: unclear,
    },
  ];
}
