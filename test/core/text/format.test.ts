import { describe, expect, test } from 'vitest';
import { parseIsoDate } from '../../../core/calendar-date.ts';
import type { FactValue, ValueType } from '../../../core/customer.ts';
import { type FormatOptions, formatMoneyBriefly, formatValue } from '../../../core/text/format.ts';
import type { Language } from '../../../core/text/language.ts';

const AS_OF = parseIsoDate('2026-03-15');
const SINCE: FormatOptions = AS_OF === undefined ? {} : { asOf: AS_OF, unit: 'year' };

const CASES: readonly (readonly [FactValue, ValueType, Language, FormatOptions, string])[] = [
  [1_234_567, 'money', 'en', {}, '1,234,567'],
  [1_234_567, 'money', 'zh-CN', {}, '123.5万'],
  [1_234_567, 'money', 'zh-TW', {}, '123.5萬'],
  [123_456_789, 'money', 'zh-CN', {}, '1.23亿'],
  [9999, 'money', 'zh-CN', {}, '9,999'],
  [12.5, 'money', 'en', {}, '12.5'],
  [0, 'money', 'en', {}, '0'],
  [-1200, 'money', 'en', { currency: 'EUR' }, '-€1,200'],
  [1200, 'money', 'en', { currency: 'CHF' }, 'CHF 1,200'],
  [1_234_567, 'money', 'zh-CN', { currency: 'CNY' }, '¥123.5万'],
  [512_345.67, 'money', 'en', { rounding: 'up' }, '512,346'],
  [512_345.67, 'money', 'en', { rounding: 'down' }, '512,345'],
  [-0.004, 'money', 'en', {}, '0'],
  [0.07, 'percent', 'en', { rounding: 'up' }, '7 %'],
  [0.915, 'percent', 'en', {}, '91.5 %'],
  [0.91, 'percent', 'zh-CN', {}, '91%'],
  [0.0085, 'percent', 'en', {}, '0.85 %'],
  [1234.5678, 'number', 'en', {}, '1,234.57'],
  [1234, 'count', 'en', {}, '1,234'],
  [60, 'months', 'en', { unit: 'year' }, '5 years'],
  [12, 'months', 'en', { unit: 'year' }, '1 year'],
  [8, 'months', 'en', { unit: 'year' }, '8 months'],
  [1, 'months', 'en', {}, '1 month'],
  [18, 'months', 'zh-CN', { unit: 'year' }, '1.5 年'],
  [8, 'months', 'zh-TW', {}, '8 個月'],
  ['2021-03-15', 'months', 'en', SINCE, '5 years'],
  ['2021-03-15', 'months', 'en', {}, '15 Mar 2021'],
  ['2026-03-05', 'date', 'en', {}, '5 Mar 2026'],
  ['2026-03-05', 'date', 'zh-CN', {}, '2026年3月5日'],
  ['medium', 'percent', 'en', {}, 'medium'],
  ['none', 'level', 'zh-TW', {}, '無'],
  ['none', 'text', 'zh-TW', {}, 'none'],
  [true, 'yes-no', 'zh-CN', {}, '是'],
  [false, 'yes-no', 'en', {}, 'no'],
  ['2026-03-05', 'text', 'en', {}, '2026-03-05'],
  ['😀'.repeat(90), 'text', 'en', {}, `${'😀'.repeat(79)}…`],
  [Number.NaN, 'money', 'en', {}, 'NaN'],
];

describe('formatValue', () => {
  test.each(CASES)('%j as %s in %s with %j is %s', (value, type, language, options, expected) => {
    expect(formatValue(value, type, language, options)).toBe(expected);
  });
});

test.each<[number, Language, string]>([
  [999_999.4, 'en', '€999,999'],
  [1_200_000, 'en', '€1.2M'],
  [-3_250_000_000, 'en', '-€3.25B'],
  [420.5, 'en', '€420.5'],
  [1_200_000, 'zh-CN', '€120万'],
  [320_000_000, 'zh-TW', '€3.2億'],
])('the amount %d in passing is, in %s, %s', (amount, language, text) => {
  expect(formatMoneyBriefly(amount, language, { currency: 'EUR' })).toBe(text);
});
