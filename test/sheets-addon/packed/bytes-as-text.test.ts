import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesAsText, textAsBytes } from '../../../sheets-addon/packed/bytes-as-text.ts';

test('any bytes come back as they were, from characters that can stand in a script', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = bytesAsText(bytes);
      expect(textAsBytes(text)).toEqual(bytes);
      expect(text).toMatch(/^[#-;=-~]*$/);
    }),
  );
});

test('it is a fifth longer than the bytes are, not a third', () => {
  expect(bytesAsText(new Uint8Array(1300).fill(255))).toHaveLength(1600);
});
