import { expect, test } from 'vitest';
import type { CellValue } from '../../../../bot/local/workbook/cell.ts';
import { defaultDatePattern, displayedValue, numberFormatKind } from '../../../../bot/local/workbook/number-format.ts';

test.each<[CellValue, string | undefined, string]>([
  [null, undefined, ''],
  ['Acme', undefined, 'Acme'],
  ['Acme', '@', 'Acme'],
  [true, undefined, 'TRUE'],
  [{ error: '#N/A' }, undefined, '#N/A'],
  [0.1 + 0.2, undefined, '0.3'],
  [1234, undefined, '1234'],
  [-7, undefined, '-7'],
  [0.125, '0.0%', '12.5%'],
  [1234.5, '#,##0.00', '1,234.50'],
  [-1234.5, '#,##0.00;(#,##0.00)', '(1,234.50)'],
  [45_322, 'yyyy-mm-dd', '2024-01-31'],
  [45_322.75, 'yyyy-mm-dd hh:mm', '2024-01-31 18:00'],
  [45_322, 'yyyy"年"m"月"d"日"', '2024年1月31日'],
  [45_322, undefined, '45322'],
  [7, '@', '7'],
])('%j under %j shows %j', (value, pattern, words) => {
  expect(displayedValue(value, pattern, 'en_US')).toBe(words);
});

test.each([
  [undefined, 'automatic'],
  ['General', 'automatic'],
  ['@', 'text'],
  ['0.00', 'number'],
  ['0%', 'number'],
  ['$#,##0', 'number'],
  ['yyyy-mm-dd', 'date'],
  ['h:mm', 'time'],
  ['[h]:mm', 'time'],
  ['m/d/yyyy h:mm:ss', 'datetime'],
  ['"due" 0', 'number'],
])('the pattern %j is %s', (pattern, kind) => {
  expect(numberFormatKind(pattern)).toBe(kind);
});

test.each([
  ['en_US', 'm/d/yyyy'],
  ['en_GB', 'dd/mm/yyyy'],
  ['zh_CN', 'yyyy/m/d'],
  ['zh_TW', 'yyyy/m/d'],
  ['de_DE', 'd.m.yyyy'],
])('a day of %s shows as %s', (locale, pattern) => {
  expect(defaultDatePattern(locale)).toBe(pattern);
});
