import { expect, test } from 'vitest';
import { typedEntry } from '../../../../bot/local/workbook/typed-entry.ts';

const serialOf = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;

function entered(text: string, locale = 'en_US', numberFormat?: string) {
  return typedEntry(text, { locale, year: 2026, numberFormat });
}

test.each([
  ['Acme Ltd', 'Acme Ltd', undefined],
  ['2 Brothers Ltd', '2 Brothers Ltd', undefined],
  ['深圳市科技', '深圳市科技', undefined],
  ['', null, undefined],
  [' 12 ', 12, undefined],
  ['12', 12, undefined],
  ['-5', -5, undefined],
  ['+5', 5, undefined],
  ['007', 7, undefined],
  ['1,234', 1234, '#,##0'],
  ['$1,234.50', 1234.5, '$#,##0.00'],
  ['¥1,000', 1000, '¥#,##0'],
  ['10%', 0.1, '0%'],
  ['94%', 0.94, '0%'],
  ['12.5%', 0.125, '0.00%'],
  ['1e5', 100_000, '0.00E+00'],
  ['(5)', -5, undefined],
  ['TRUE', true, undefined],
  ['false', false, undefined],
  ['2024-01-31', serialOf(2024, 1, 31), 'yyyy-mm-dd'],
  ['2024/1/31', serialOf(2024, 1, 31), 'yyyy/m/d'],
  ['2024年1月31日', serialOf(2024, 1, 31), 'yyyy"年"m"月"d"日"'],
  ['1-2', serialOf(2026, 1, 2), 'm-d'],
  ['12:30', 0.520_833_333_333_333_4, 'hh:mm'],
  ['#N/A', { error: '#N/A' }, undefined],
  ['#REF!', { error: '#REF!' }, undefined],
  ['#hashtag', '#hashtag', undefined],
  ['-', '-', undefined],
  ['@someone', '@someone', undefined],
  ['13/45/2024', '13/45/2024', undefined],
])('%j becomes %j', (text, value, numberFormat) => {
  expect(entered(text)).toEqual({ value, formula: null, numberFormat });
});

test.each([
  ['=1+1', '=1+1'],
  ['=HYPERLINK("http://x")', '=HYPERLINK("http://x")'],
  ["+cmd|' /C calc'!A0", "=+cmd|' /C calc'!A0"],
  ['+86 138 0000 0000', '=+86 138 0000 0000'],
  ['-A1', '=-A1'],
  ['- no answer', '=- no answer'],
])('%j is a formula', (text, formula) => {
  expect(entered(text)).toEqual({ value: null, formula, numberFormat: undefined });
});

test.each([
  ["'007", '007'],
  ["'=1+1", '=1+1'],
  ["'", ''],
  ["'+cmd", '+cmd'],
])('after an apostrophe %j is the text %j', (text, value) => {
  expect(entered(text)).toEqual({ value, formula: null, numberFormat: undefined });
});

test.each(['=1+1', '007', 'TRUE', '1-2', '#N/A', '+cmd'])('%j stays text in a cell of the text format', (text) => {
  expect(entered(text, 'en_US', '@')).toEqual({ value: text, formula: null, numberFormat: undefined });
});

test('a day without a year is of this year, in the order of the locale', () => {
  expect(entered('1/2', 'en_US')).toMatchObject({ value: serialOf(2026, 1, 2), numberFormat: 'm/d' });
  expect(entered('1/2', 'en_GB')).toMatchObject({ value: serialOf(2026, 2, 1), numberFormat: 'd/m' });
  expect(entered('1/2', 'zh_CN')).toMatchObject({ value: serialOf(2026, 1, 2) });
});

test('the same text is another number where the comma is the decimal mark', () => {
  expect(entered('1,5', 'de_DE').value).toBe(1.5);
  expect(entered('1.234', 'de_DE').value).toBe(1234);
});

test('a text of fifty thousand characters is a text', () => {
  const long = '9'.repeat(50_000);
  expect(entered(long).value).toBe(long);
});

test.each([
  ['de_DE', '31.12.2026', serialOf(2026, 12, 31), 'dd.mm.yyyy'],
  ['de_DE', '1.3.2020', serialOf(2020, 3, 1), 'dd.mm.yyyy'],
  ['de_DE', '12.5', serialOf(2026, 5, 12), 'd.m'],
  ['de_DE', '31.02.2026', '31.02.2026', undefined],
  ['de_DE', '1.234.567,50 €', 1_234_567.5, '#,##0.00€'],
  ['de_DE', '98,5 %', 0.985, '0.00%'],
  ['de_DE', '1,234.5', '1,234.5', undefined],
  ['en_US', '31.12.2026', '31.12.2026', undefined],
  ['en_US', '1.234,5 €', '1.234,5 €', undefined],
  ['en_US', '12,5', '12,5', undefined],
  ['en_US', '-12,5', '-12,5', undefined],
  ['en_US', '98,5%', '98,5%', undefined],
  ['en_US', '1,23,456', '1,23,456', undefined],
  ['en_IN', '1,23,456', 123_456, '#,##0'],
  ['zh_CN', '12,5', '12,5', undefined],
  ['zh_CN', '1,234.5', 1234.5, '#,##0.00'],
  ['en_US', 'Jan 5, 2026', serialOf(2026, 1, 5), 'mmm d, yyyy'],
])('in %s “%s” is taken as its people write it, and what others write stays a text', (locale, text, value, format) => {
  expect(entered(text, locale)).toEqual({ value, formula: null, numberFormat: format });
});
