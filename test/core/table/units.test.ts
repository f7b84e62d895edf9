import { describe, expect, test } from 'vitest';
import { parseHeadingUnit, parseUnit } from '../../../core/table/units.ts';

describe('a multiplier that a heading writes as a number', () => {
  test.each([
    ['10k RMB', 10_000, 'CNY'],
    ['RMB 10k', 10_000, 'CNY'],
    ['10,000 RMB', 10_000, 'CNY'],
    ['10000元', 10_000, '元'],
    ['ten thousand yuan', 10_000, 'CNY'],
    ['EUR 1,000', 1000, 'EUR'],
    ['100 thousand USD', 100_000, 'USD'],
    ['1,000,000 USD', 1_000_000, 'USD'],
    ['in 10K', 10_000, undefined],
  ])('%s', (text, factor, currency) => {
    expect(parseHeadingUnit(text)).toEqual({ factor, ...(currency === undefined ? {} : { currency }) });
  });

  test.each(['1000', '10,000', '10k 10k', '10km', '2026', '21,000 RMB', '1,000%', '1,0000 RMB', 'k 1000 RMB'])(
    '%s is none',
    (text) => {
      expect(parseHeadingUnit(text)?.factor).toBeUndefined();
    },
  );

  test('says nothing in a cell, where such a number is the amount', () => {
    expect(parseUnit('10,000 RMB')).toBeUndefined();
  });
});
