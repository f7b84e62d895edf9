import { type CalendarDate, dateParts, parseIsoDate } from '../calendar-date.ts';
import { type FactValue, isLevel, type Level, type ValueType } from '../customer.ts';
import { monthsAway } from '../grading/scale-number.ts';
import type { ByLanguage, Language } from './language.ts';

/** How a value is put. */
export interface FormatOptions {
  /** ISO 4217 code of amounts; default none, and amounts stand bare. */
  readonly currency?: string | null;
  /** How months are counted; default months. */
  readonly unit?: 'month' | 'year' | undefined;
  /** Whether `months` that are given as a day count until then; default since then. */
  readonly isAhead?: boolean | undefined;
  /** The day from which `months` that are given as a day count; without it the day itself is shown. */
  readonly asOf?: CalendarDate;
  /** Which way digits that are not shown are rounded; default to the nearest. */
  readonly rounding?: Rounding;
  /** Decimals beyond the usual ones, to tell close values apart; default 0. */
  readonly extraDigits?: number;
}

/** `up` for a least that must be reached, `down` for a most that must not be passed. */
export type Rounding = 'near' | 'up' | 'down';

/**
 * A value as a person reads it: 1,234,567 or 123.5万, 91 %, 5 years, 5 Mar 2026, medium, yes.
 *
 * Levels, answers and days are recognised by themselves, since a column of numbers may hold words. Text is cut at 80
 * characters; it is not escaped for where it is shown.
 */
export function formatValue(
  value: FactValue,
  type: ValueType,
  language: Language,
  options: FormatOptions = {},
): string {
  if (typeof value === 'boolean') return (value ? YES : NO)[language];
  if (typeof value === 'number') return formatNumber(value, type, language, options);
  if (isLevel(value) && type !== 'text') return LEVELS[value][language];
  const date = type === 'text' ? undefined : parseIsoDate(value);
  if (date === undefined) return clipped(value);
  if (type === 'months' && options.asOf !== undefined) {
    const months = monthsAway(options.asOf, date, options.isAhead ?? false);
    if (months !== undefined && months >= 0) return formatMonths(months, language, { rounding: 'down', ...options });
  }
  return formatDate(date, language);
}

/** An amount: 1,234,567 or $1,234,567; from ten thousand on in Chinese 123.5万 and 1.23亿. Cents below a thousand only. */
export function formatMoney(amount: number, language: Language, options: FormatOptions = {}): string {
  const { rounding = 'near', extraDigits = 0 } = options;
  const size = Math.abs(amount);
  const away: Rounding = amount < 0 ? OPPOSITE[rounding] : rounding;
  let text: string;
  if (language !== 'en' && size >= 1e8)
    text = `${decimal(size / 1e8, 2 + extraDigits, away)}${HUNDRED_MILLION[language]}`;
  else if (language !== 'en' && size >= 1e4)
    text = `${decimal(size / 1e4, 1 + extraDigits, away)}${TEN_THOUSAND[language]}`;
  else text = decimal(size, (size >= 1000 || Number.isInteger(size) ? 0 : 2) + extraDigits, away);
  const sign = amount < 0 && text !== '0' ? '-' : '';
  return `${sign}${currencyMark(options.currency)}${text}`;
}

/** An amount as it is told in passing: ¥420,000, ¥1.2M, ¥3.25B; in Chinese as {@link formatMoney} has it. */
export function formatMoneyBriefly(amount: number, language: Language, options: FormatOptions = {}): string {
  const size = Math.abs(amount);
  if (language !== 'en' || size < 1e6) return formatMoney(size < 1000 ? amount : Math.round(amount), language, options);
  const [unit, sign] = [size < 1e9 ? { of: 1e6, letter: 'M' } : { of: 1e9, letter: 'B' }, amount < 0 ? '-' : ''];
  return `${sign}${currencyMark(options.currency)}${decimal(size / unit.of, 2, 'near')}${unit.letter}`;
}

/** A share as a percentage with at most one decimal, two below 1 %: 91 %, 0.85 %. */
export function formatPercent(share: number, language: Language, options: FormatOptions = {}): string {
  const { rounding = 'near', extraDigits = 0 } = options;
  const percent = share * 100;
  const text = decimal(percent, (Math.abs(percent) < 1 ? 2 : 1) + extraDigits, rounding);
  return language === 'en' ? `${text} %` : `${text}%`;
}

/** A day: 5 Mar 2026, 2026年3月5日. */
export function formatDate(date: CalendarDate, language: Language): string {
  const { year, month, day } = dateParts(date);
  return language === 'en' ? `${day} ${shortMonth(month)} ${year}` : `${year}年${month}月${day}日`;
}

/** A month of a year: Mar 2026, 2026年3月. */
export function formatMonth(year: number, month: number, language: Language): string {
  return language === 'en' ? `${shortMonth(month)} ${year}` : `${year}年${month}月`;
}

/** An English month, from 1 on, in three letters: Sep. */
export function shortMonth(month: number): string {
  return MONTHS[month - 1] ?? '';
}

/** A number with at most `digits` decimals, none of them a trailing zero, and thousands set apart: 1,234.5. */
export function formatDecimal(value: number, digits: number): string {
  return decimal(value, digits, 'near');
}

function formatNumber(value: number, type: ValueType, language: Language, options: FormatOptions): string {
  if (!Number.isFinite(value)) return String(value);
  switch (type) {
    case 'money':
      return formatMoney(value, language, options);
    case 'percent':
      return formatPercent(value, language, options);
    case 'months':
    case 'date':
      return formatMonths(value, language, options);
    case 'count':
    case 'number':
    case 'level':
    case 'yes-no':
    case 'text':
      return decimal(value, 2 + (options.extraDigits ?? 0), options.rounding ?? 'near');
    default:
      return type satisfies never;
  }
}

function formatMonths(months: number, language: Language, options: FormatOptions): string {
  const { rounding = 'near', extraDigits = 0 } = options;
  const inYears = options.unit === 'year' && Math.abs(months) >= 12;
  const text = decimal(inYears ? months / 12 : months, 1 + extraDigits, rounding);
  if (language !== 'en') return `${text} ${(inYears ? YEAR : MONTH)[language]}`;
  return `${text} ${(inYears ? YEAR : MONTH).en}${text === '1' ? '' : 's'}`;
}

/** Large tables are put into words with this, hence no `toFixed` or `toPrecision`, which take ten times as long. */
function decimal(value: number, digits: number, rounding: Rounding): string {
  const factor = 10 ** digits;
  const rounded = roundedTo(value * factor, rounding);
  const size = Math.abs(rounded);
  if (size > Number.MAX_SAFE_INTEGER) return String(rounded / factor);
  const whole = Math.floor(size / factor);
  const rest = size - whole * factor;
  const text = inGroups(whole);
  const sign = rounded < 0 ? '-' : '';
  return rest === 0 ? sign + text : `${sign}${text}.${String(rest).padStart(digits, '0').replace(/0+$/, '')}`;
}

/** A whole number of 0 or more with its thousands set apart. */
function inGroups(whole: number): string {
  if (whole < 1000) return String(whole);
  const rest = whole % 1000;
  return inGroups((whole - rest) / 1000) + (GROUPS[rest] ?? '');
}

/** ",000" to ",999": a table has far more amounts than there are groups of three digits, and writing a number is dear. */
const GROUPS = Array.from({ length: 1000 }, (_, rest) => `,${String(rest).padStart(3, '0')}`);

/** The whole number near `scaled`; what lies within 1e-14 of one is it, so that 0.07 × 100 does not round up to 8. */
function roundedTo(scaled: number, rounding: Rounding): number {
  const nearest = Math.round(scaled);
  if (rounding === 'near' || Math.abs(scaled - nearest) <= Math.abs(scaled) * 1e-14) return nearest;
  return rounding === 'up' ? Math.ceil(scaled) : Math.floor(scaled);
}

function currencyMark(currency: string | null | undefined): string {
  if (currency === null || currency === undefined || currency === '') return '';
  return CURRENCY_MARKS[currency] ?? `${currency} `;
}

function clipped(text: string): string {
  const characters = Array.from(text);
  return characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : text;
}

const OPPOSITE: Readonly<Record<Rounding, Rounding>> = { near: 'near', up: 'down', down: 'up' };
const CURRENCY_MARKS: Readonly<Record<string, string>> = {
  CNY: '¥',
  EUR: '€',
  GBP: '£',
  HKD: 'HK$',
  JPY: 'JP¥',
  KRW: '₩',
  TWD: 'NT$',
  USD: '$',
};
const ENGLISH_MONTH = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' });
/** Asked for once, since a table has more dates than a page. */
const MONTHS = Array.from({ length: 12 }, (_, month) => ENGLISH_MONTH.format(Date.UTC(2026, month)));
const YES: ByLanguage = { en: 'yes', 'zh-CN': '是', 'zh-TW': '是' };
const NO: ByLanguage = { en: 'no', 'zh-CN': '否', 'zh-TW': '否' };
const YEAR: ByLanguage = { en: 'year', 'zh-CN': '年', 'zh-TW': '年' };
const MONTH: ByLanguage = { en: 'month', 'zh-CN': '个月', 'zh-TW': '個月' };
const TEN_THOUSAND: ByLanguage = { en: '', 'zh-CN': '万', 'zh-TW': '萬' };
const HUNDRED_MILLION: ByLanguage = { en: '', 'zh-CN': '亿', 'zh-TW': '億' };
const LEVELS: Readonly<Record<Level, ByLanguage>> = {
  high: { en: 'high', 'zh-CN': '高', 'zh-TW': '高' },
  medium: { en: 'medium', 'zh-CN': '中', 'zh-TW': '中' },
  low: { en: 'low', 'zh-CN': '低', 'zh-TW': '低' },
  none: { en: 'none', 'zh-CN': '无', 'zh-TW': '無' },
};
