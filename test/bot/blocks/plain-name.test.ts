import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cut, escapeMarkup, plainName } from '../../../bot/blocks/plain-name.ts';
import { HOSTILE_NAMES } from '../../support/cards.ts';

test.each([
  ['ACME', 'ACME'],
  [' a \n b\tc\u0000d ', 'a b c d'],
  ['<!channel> & <@U123> *x*', '<!channel> & <@U123> *x*'],
  ['\u202egnp.exe', 'gnp.exe'],
  ['\ud800x', '\ufffdx'],
  ['שלום', '\u2068שלום\u2069'],
  ['華東機械有限公司', '華東機械有限公司'],
])('%j is shown as %j', (text, shown) => {
  expect(plainName(text, 40)).toBe(shown);
});

test.each([
  ['abcdef', 4, 'abc…'],
  ['ab cdef', 4, 'ab…'],
  ['a🏭🏭', 3, 'a…'],
  ['🏭🏭🏭', 4, '🏭…'],
])('%j cut to %i is %j', (text, max, short) => {
  expect(cut(text, max)).toBe(short);
});

test('a shown name is one well-formed line within the limit', () => {
  const anyText = fc.oneof(fc.constantFrom(...HOSTILE_NAMES), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(anyText, fc.integer({ min: 4, max: 200 }), (text, max) => {
      const shown = plainName(text, max);
      expect(shown.length).toBeLessThanOrEqual(max);
      expect(shown.isWellFormed()).toBe(true);
      expect(shown).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e]/u);
    }),
  );
});

test('markup is escaped in the way Slack undoes', () => {
  expect(escapeMarkup('<!here> & &amp;')).toBe('&lt;!here&gt; &amp; &amp;amp;');
});
