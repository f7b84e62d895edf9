import { describe, expect, test } from 'vitest';
import { digits, fingerprint, fingerprintOf, numberOf } from '../../../core/sheets/fingerprint.ts';

describe('fingerprints', () => {
  test('stay as they are, since sheets remember them', () => {
    expect(fingerprint('Acme 上海', 5)).toBe('w4AfZ');
    expect(fingerprint('Acme 上海', 9)).toBe('w4AfZ0paD');
    expect(fingerprintOf(['A', '77.3', 'Sales'], 5)).toBe('zBK22');
    expect(fingerprintOf(['A', '77.3Sales'], 5)).not.toBe('zBK22');
  });

  test.each([0, 1, 63, 64, 4095, 4096, 2 ** 30 - 1])('digits of %i are read back', (number) => {
    expect(numberOf(digits(number, 5))).toBe(number);
  });

  test('as many digits as asked for, from the last on', () => {
    expect(digits(65, 1)).toBe('B');
    expect(digits(4095, 2)).toBe('__');
    expect(digits(65, 5)).toBe('BBAAA');
  });
});
