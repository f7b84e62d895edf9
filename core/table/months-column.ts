import { type CalendarDate, calendarDate } from '../calendar-date.ts';
import type { Doubt } from '../customer.ts';
import { splitAmount } from './amount.ts';
import type { Cell } from './cell.ts';
import {
  ambiguous,
  type CellReading,
  type ColumnReader,
  type ColumnSource,
  type Conventions,
  isNoFiniteNumber,
  outOfRange,
  plainReader,
  times,
  unreadable,
} from './column-reader.ts';
import { type DateEvidence, dateProblems, decideOrder } from './date-column.ts';
import { numberUnder } from './number-column.ts';
import { dayOfSerial, readDateText } from './read-date.ts';
import type { DateOrder } from './reading.ts';
import { remember } from './remember.ts';
import { foldAnswer, isMissing } from './words.ts';

/**
 * A reader for lengths of time in months: 5 (years or months by field and heading), 5年, 3年2个月, 18 months, 一年半; for the
 * length of a relationship also the day or year from which it counts, which is kept as that day. A range of months to go counts to its end.
 */
export function monthsColumn(
  source: ColumnSource,
  conventions: Conventions,
  dates: DateEvidence | undefined,
): ColumnReader {
  const order = dates === undefined ? undefined : decideOrder(dates, conventions);
  const countsFromDay = source.field.bareUnit === 'years';
  const bareMonths = bareUnitOf(source);
  const readNumber = (value: number): CellReading => {
    if (countsFromDay && value >= FIRST_YEAR) {
      const day =
        value <= conventions.yearNow + 1 && Number.isInteger(value) ? calendarDate(value, 1, 1) : dayOfSerial(value);
      return day ?? unreadable(value);
    }
    const months = times(value, bareMonths);
    if (countsFromDay && bareMonths === 12 && value > LONGEST_YEARS)
      return taiwanYear(value, conventions) ?? unreadable(value);
    return months >= 0 && months <= MOST_MONTHS ? months : outOfRange(value);
  };
  const readText = (text: string): CellReading => {
    if (isMissing(text, 'other')) return null;
    if (countsFromDay && ISO.test(text)) return dayIn(text, order, conventions) ?? unreadable(text);
    if (isNoFiniteNumber(text)) return outOfRange(text);
    const amount = splitAmount(text);
    const { currency, factor, percent, negative, counting } = amount?.unit ?? {};
    const number =
      amount === undefined || (currency ?? factor ?? percent ?? negative ?? counting) !== undefined
        ? undefined
        : numberUnder('decimal', amount);
    if (
      number !== undefined &&
      amount !== undefined &&
      !(countsFromDay && number >= FIRST_YEAR && !Number.isInteger(number))
    ) {
      const unit = amount.unit.months;
      const isYear = countsFromDay && (number >= FIRST_YEAR || (unit === 12 && number > LONGEST_YEARS));
      const reading = unit === undefined || isYear ? readNumber(number) : times(number, unit);
      return typeof reading === 'number' && reading > MOST_MONTHS
        ? unreadable(text)
        : typeof reading === 'object'
          ? unreadable(text)
          : reading;
    }
    return (
      lengthInWords(text, bareMonths, !countsFromDay) ??
      (countsFromDay ? dayIn(text, order, conventions) : undefined) ??
      unreadable(text)
    );
  };
  const read = remember((cell: Cell): CellReading => {
    if (cell === null) return null;
    if (typeof cell === 'number') return readNumber(cell);
    if (typeof cell === 'string') return readText(cell);
    return typeof cell === 'object' && countsFromDay ? cell.date : unreadable(cell);
  });
  return plainReader('months', read, dates === undefined ? [] : dateProblems(source, dates, order));
}

const ISO = /^\d{4}-\d/;
const FIRST_YEAR = 1900;
const MOST_MONTHS = 3000;
/** No customer stays longer; 108年 under 合作起始 is a year of Taiwan's calendar. */
const LONGEST_YEARS = 70;
const DIGITS = '零一二三四五六七八九十';

function taiwanYear(value: number, conventions: Conventions): CalendarDate | undefined {
  return conventions.isChinese && value + 1911 <= conventions.yearNow + 1
    ? calendarDate(1911 + value, 1, 1)
    : undefined;
}

function bareUnitOf(source: ColumnSource): number {
  const { heading, field } = source;
  if (heading?.unit.months !== undefined) return heading.unit.months;
  if (heading !== null && (/months?\b|月/.test(heading.text) || heading.unit.factor === 1e6)) return 1;
  if (heading !== null && /years?\b|yrs?\b|年/.test(heading.text)) return 12;
  return field.bareUnit === 'years' ? 12 : 1;
}

/** 3年2个月, 2 years 3 months, 一年半, 半年, 十二个月, 3个月内, 4-6个月. */
function lengthInWords(text: string, bareMonths: number, mayBeRange: boolean): number | undefined {
  if (text.length > 40) return undefined;
  const folded = foldAnswer(text).replace(/\s+/g, '').replace(/两/g, '二');
  const plain = folded
    .replace(/十([一二三四五六七八九])/g, (_, digit: string) => `1${DIGITS.indexOf(digit)}`)
    .replace(/[零一二三四五六七八九十]/g, (digit) => String(DIGITS.indexOf(digit)));
  const both = /^(\d{1,3})(?:年|years?|yrs?|y)(半|零?(\d{1,2})(?:个?月|months?|mos?|mths?|m))?$/.exec(plain);
  if (both !== null) return Number(both[1]) * 12 + (both[2] === '半' ? 6 : Number(both[3] ?? 0));
  if (plain === '半年') return 6;
  if (plain === '半个月') return 0.5;
  const months = /^(\d{1,3})个?月$/.exec(plain);
  if (months !== null) return Number(months[1]);
  if (!mayBeRange) return undefined;
  const upTo = /^(?:within|in|<=?|≤)?(?:(\d{1,3})[-–~至到])?(\d{1,3})(个?月|months?|年|years?)?(?:以内|之内|内)?$/.exec(
    plain,
  );
  if (upTo === null || Number(upTo[1] ?? 0) > Number(upTo[2])) return undefined;
  return Number(upTo[2]) * (upTo[3] === undefined ? bareMonths : /^[年y]/.test(upTo[3]) ? 12 : 1);
}

function dayIn(text: string, order: DateOrder | undefined, conventions: Conventions): CalendarDate | Doubt | undefined {
  const read = readDateText(
    text
      .trim()
      .replace(/(?:起|至今|开始|以来|from|since)/giu, '')
      .trim(),
    conventions.yearNow,
  );
  if (read === undefined) return undefined;
  if ('day' in read) return read.day;
  const days = new Set(read.byOrder.values());
  const [only] = days;
  return days.size === 1 ? only : ((order === undefined ? undefined : read.byOrder.get(order)) ?? ambiguous(text));
}
