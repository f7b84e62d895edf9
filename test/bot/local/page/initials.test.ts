import { expect, test } from 'vitest';
import { initialsOf } from '../../../../bot/local/page/initials.ts';

test.each([
  ['Anna Berg', 'AB'],
  ['anna maria von berg', 'AB'],
  ['Cher', 'C'],
  ['陈磊', '磊'],
  ['𠮷𠮷', '𠮷'],
  ['', ''],
])('%s is %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
