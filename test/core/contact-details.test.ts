import { describe, expect, test } from 'vitest';
import { comparableEmail, comparableKey, comparablePhone } from '../../core/contact-details.ts';

describe('comparablePhone', () => {
  test.each([
    ['+86 138 0013 8000', '13800138000'],
    ['0086-138-0013-8000', '13800138000'],
    ['(010) 6655-4433', '86 10 6655 4433'],
    ['+1 (415) 555-0100 ext 5', '415.555.0100'],
    ['１３８００１３８０００', '13800138000'],
    ['13800138000/13900139000', '13800138000'],
  ])('%s is %s', (one, other) => {
    expect(comparablePhone(one)).toBe(comparablePhone(other));
    expect(comparablePhone(one)).not.toBe('');
  });

  test.each(['', '-', 'N/A', '110', 'abc'])('%j is no number', (text) => {
    expect(comparablePhone(text)).toBe('');
  });
});

describe('comparableEmail', () => {
  test.each([' Ann@Example.COM ', 'mailto:ann@example.com', 'ａｎｎ@example.com'])('%s is ann@example.com', (text) => {
    expect(comparableEmail(text)).toBe('ann@example.com');
  });

  test.each(['', 'ann', 'a@b', 'a@b.c, d@e.f', `${'a'.repeat(250)}@example.com`])('%s is no address', (text) => {
    expect(comparableEmail(text)).toBe('');
  });
});

test('keys are compared without case, width and spaces, and leading zeros count', () => {
  expect(comparableKey(' ｃ-00 1')).toBe(comparableKey('C-001'));
  expect(comparableKey('001')).not.toBe(comparableKey('1'));
});
