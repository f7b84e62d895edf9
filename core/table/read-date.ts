import { type CalendarDate, calendarDate, dateOfDayNumber } from '../calendar-date.ts';
import { foldScript } from './fold-script.ts';
import type { DateOrder } from './reading.ts';

/** A date as text: a day, or, when it is of digits only and the year is not first, the days it may be by order. */
export type DateText = { readonly day: CalendarDate } | { readonly byOrder: ReadonlyMap<DateOrder, CalendarDate> };

/**
 * Reads a date in any of the forms people paste: 2026-03-05, 2026/3/5, 5-Mar-26, 2026年3月5日, 民國115年3月5日, 115/3/5 (three digits of year are
 * Taiwan's), 20260305, a spreadsheet's serial number, a month alone (its first day), with or without a time or weekday.
 * Years of two digits fall between 79 years before and 20 after `yearNow`. Undefined when it is no date of 1900 to 2199.
 */
export function readDateText(text: string, yearNow: number): DateText | undefined {
  if (text.length > LONGEST_DATE) return undefined;
  const iso = YEAR_FIRST.exec(text);
  if (iso !== null) return yearFirst(iso);
  const folded = NOT_ASCII.test(text) ? foldScript(text.normalize('NFKC')).toLowerCase() : text.toLowerCase();
  const plain = folded.replace(TIME, '').replace(WEEKDAY, '').trim();
  if (/^\d+(?:\.\d+)?$/.test(plain)) {
    const day = dayOfSerial(Number(plain));
    if (day !== undefined) return { day };
  }
  const year4 = YEAR_FIRST.exec(plain);
  if (year4 !== null) return yearFirst(year4);
  const taiwan = /^(?:民国\s?(\d{1,3})|(\d{3}))\s?[-/.年]\s?(\d{1,2})(?:\s?[-/.月]\s?(\d{1,2})\s?日?|月)$/.exec(plain);
  if (taiwan !== null) return known(1911 + Number(taiwan[1] ?? taiwan[2]), Number(taiwan[3]), Number(taiwan[4] ?? 1));
  const chinese = /^(\d{2})年(\d{1,2})月(?:(\d{1,2})[日号]?)?$/.exec(plain);
  if (chinese !== null)
    return known(fullYear(Number(chinese[1]), yearNow), Number(chinese[2]), Number(chinese[3] ?? 1));
  const digits = /^(\d{1,2})([-/.\s])(\d{1,2})\2(\d{4}|\d{1,2})$/.exec(plain);
  if (digits !== null) return byOrder(digits, yearNow);
  return withMonthName(plain, yearNow);
}

/**
 * The day of a spreadsheet's serial number (1954 to 2119), of YYYYMMDD, or of Taiwan's 1150305, as a number; undefined for
 * other numbers.
 */
export function dayOfSerial(serial: number): CalendarDate | undefined {
  if (serial >= FIRST_SERIAL && serial < LAST_SERIAL) return dateOfDayNumber(Math.floor(serial) - SERIAL_OF_1970);
  if (!Number.isInteger(serial)) return undefined;
  const year = Math.floor(serial / 10_000);
  const isTaiwan = year >= 100 && year <= 199;
  if (!isTaiwan && (year < 1900 || year > 2199)) return undefined;
  return calendarDate(isTaiwan ? 1911 + year : year, Math.floor(serial / 100) % 100, serial % 100);
}

const LONGEST_DATE = 60;
const YEAR_FIRST = /^(?:公元|西元)?(\d{4})[-/.年]\s?(\d{1,2})(?:[-/.月]\s?(\d{1,2})?[日号]?)?$/;
const NOT_ASCII = /[^\x20-\x7e]/;
const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 80_000;
const SERIAL_OF_1970 = 25_569;
const TIME =
  /[t\s]?(?:[上下]午|[ap]m)?\s?\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?\s?(?:[ap]\.?m\.?)?\s?(?:z|utc|gmt|[+-]\d{2}:?\d{2})?$/;
const WEEKDAY =
  /\(?(?:星期|周|礼拜)[一二三四五六日天]\)?|^(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|nesday|rsday|sday|urday)?[,.]?\s/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function yearFirst(match: RegExpExecArray): DateText | undefined {
  return known(Number(match[1]), Number(match[2]), match[3] === undefined ? 1 : Number(match[3]));
}

function known(year: number, month: number, dayOfMonth: number): DateText | undefined {
  const day = dayIn(year, month, dayOfMonth);
  return day === undefined ? undefined : { day };
}

function dayIn(year: number, month: number, day: number): CalendarDate | undefined {
  return year >= 1900 && year <= 2199 ? calendarDate(year, month, day) : undefined;
}

function fullYear(year: number, yearNow: number): number {
  if (year > 99) return year;
  const latest = yearNow + 20;
  const candidate = latest - (latest % 100) + year;
  return candidate > latest ? candidate - 100 : candidate;
}

function byOrder(match: RegExpExecArray, yearNow: number): DateText | undefined {
  const [, first = '', separator = '', second = '', third = ''] = match;
  const a = Number(first);
  const b = Number(second);
  const year = fullYear(Number(third), yearNow);
  const days = new Map<DateOrder, CalendarDate>();
  const put = (order: DateOrder, day: CalendarDate | undefined): void => {
    if (day !== undefined) days.set(order, day);
  };
  // A year of two digits keeps both of them: 26/3/5, not 6/3/5.
  if (third.length > 1) {
    put('dmy', dayIn(year, b, a));
    // Dots stand between day and month, never between month and day.
    if (separator !== '.') put('mdy', dayIn(year, a, b));
  }
  if (first.length === 2 && third.length < 3) put('ymd', dayIn(fullYear(a, yearNow), b, Number(third)));
  return days.size === 0 ? undefined : { byOrder: days };
}

/** 5-Mar-26, Mar 5, 2026, 5th March 2026, March 2026, Mar-26. */
function withMonthName(text: string, yearNow: number): DateText | undefined {
  const parts = text.split(/[\s,./-]+/).filter((part) => part !== '');
  if (parts.length < 2 || parts.length > 3) return undefined;
  const at = parts.findIndex((part) => /^[a-z]{3,9}$/.test(part));
  const month = MONTHS.findIndex((name) => isMonth(parts[at], name)) + 1;
  if (at > 1 || month === 0) return undefined;
  const numbers = parts.filter((_, index) => index !== at).map((part) => part.replace(/(?<=\d)(?:st|nd|rd|th)$/, ''));
  if (!numbers.every((part) => /^\d{1,4}$/.test(part))) return undefined;
  const [first = '', second] = numbers;
  if (second === undefined) {
    // 5-Mar names a day and no year
    const isYear = first.length === 4 || (first.length === 2 && at === 0);
    return isYear ? known(fullYear(Number(first), yearNow), month, 1) : undefined;
  }
  if (first.length === 4) return known(Number(first), month, Number(second));
  return known(fullYear(Number(second), yearNow), month, Number(first));
}

const MONTH_NAMES = 'january february march april may june july august september october november december'.split(' ');

function isMonth(word: string | undefined, short: string): boolean {
  if (word === undefined) return false;
  if (word === 'sept') return short === 'sep';
  return word === short || (word.startsWith(short) && MONTH_NAMES.includes(word));
}
