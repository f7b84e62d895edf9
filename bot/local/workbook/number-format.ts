import { format, getFormatInfo } from 'numfmt';
import type { CellValue } from './cell.ts';
import { isCellError } from './cell.ts';

/** What a number is shown as under a pattern. */
export type NumberFormatKind = 'automatic' | 'text' | 'number' | 'date' | 'time' | 'datetime';

const kinds = new Map<string, NumberFormatKind>();

/** What kind of pattern it is; undefined is automatic. */
export function numberFormatKind(pattern: string | undefined): NumberFormatKind {
  if (pattern === undefined) return 'automatic';
  const known = kinds.get(pattern);
  if (known !== undefined) return known;
  const kind = kindOf(pattern);
  kinds.set(pattern, kind);
  return kind;
}

/** Whether a number under that pattern is a day or a time, which a script reads as a Date (documented). */
export function isDateFormat(pattern: string | undefined): boolean {
  if (pattern === undefined) return false;
  const kind = numberFormatKind(pattern);
  return kind === 'date' || kind === 'time' || kind === 'datetime';
}

/**
 * What a cell shows. Numbers without a pattern show up to ten digits after the point (observed); a pattern that cannot be
 * read shows the number as if there were none.
 */
export function displayedValue(value: CellValue, pattern: string | undefined, locale: string): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (isCellError(value)) return value.error;
  const usable = pattern === undefined || pattern === '@' ? 'General' : pattern;
  // Most numbers of a sheet are whole and without a pattern, and most days occur often.
  if (usable === 'General' && Number.isInteger(value) && Math.abs(value) < 1e10) return String(value);
  const key = `${locale} ${value} ${usable}`;
  let words = shown.get(key);
  if (words === undefined) {
    words = format(usable, value, { locale: languageTag(locale), throws: false });
    if (shown.size >= MOST_SHOWN) shown.clear();
    shown.set(key, words);
  }
  return words;
}

const shown = new Map<string, string>();
const MOST_SHOWN = 20_000;

const tags = new Map<string, string>();

/** `en_US` as `en-US`. */
export function languageTag(locale: string): string {
  let tag = tags.get(locale);
  if (tag === undefined) {
    tag = locale.replaceAll('_', '-');
    tags.set(locale, tag);
  }
  return tag;
}

/** What stands between whole and part in the locale's numbers, as people type them there. */
export function decimalMark(locale: string): ',' | '.' {
  return displayedValue(1.5, undefined, locale).includes(',') ? ',' : '.';
}

const datePatterns = new Map<string, string>();

/** How a day is shown that nobody gave a pattern: the locale's short form (assumed to be Intl's, with a four-digit year). */
export function defaultDatePattern(locale: string): string {
  const known = datePatterns.get(locale);
  if (known !== undefined) return known;
  const parts = new Intl.DateTimeFormat(languageTag(locale), {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const pattern = parts
    .formatToParts(Date.UTC(2024, 2, 4))
    .map(({ type, value }) => {
      if (type === 'year') return 'yyyy';
      if (type === 'month') return 'm'.repeat(value.length);
      if (type === 'day') return 'd'.repeat(value.length);
      return /^[-/. ]*$/.test(value) ? value : JSON.stringify(value);
    })
    .join('');
  datePatterns.set(locale, pattern);
  return pattern;
}

/** Whether the locale writes the day before the month. */
export function isDayFirst(locale: string): boolean {
  const pattern = defaultDatePattern(locale);
  return pattern.indexOf('d') < pattern.indexOf('m');
}

function kindOf(pattern: string): NumberFormatKind {
  const { type } = getFormatInfo(pattern);
  if (type === 'general') return 'automatic';
  return type === 'text' || type === 'date' || type === 'time' || type === 'datetime' ? type : 'number';
}
