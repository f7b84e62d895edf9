import { expect, test } from 'vitest';
import { counted, pluralOf } from '../../../core/text/counted.ts';

test.each([
  [0, '0 days'],
  [1, '1 day'],
  [1.5, '1.5 days'],
  [2, '2 days'],
  [21, '21 days'],
  [1234, '1,234 days'],
])('%d is told as %j', (count, told) => {
  expect(counted(count, 'day', 'days')).toBe(told);
  expect(told.endsWith(` ${pluralOf(count, 'day', 'days')}`)).toBe(true);
});
