import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valuesReader } from '../../../bot/sheets/given-values.ts';

/** What cells may hold that looks like the signs between rows and ranges. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc
    .array(fc.constantFrom('],[', ']},{"values":[[', '"', '\\', '"],["', 'é', '客户', ']]}]}'), { maxLength: 5 })
    .map((parts) => parts.join('')),
);
const cell = fc.oneof(text, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean());
const rows = fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 8 });
const ranges = fc.array(fc.option(rows, { nil: undefined }), { maxLength: 4 });

/** An answer in parts as they arrive. */
function partsOf(answer: string, bytes: number): Buffer[] {
  const whole = Buffer.from(answer);
  return Array.from({ length: Math.ceil(whole.length / bytes) }, (_, at) =>
    whole.subarray(at * bytes, (at + 1) * bytes),
  );
}

function read(answer: string, { part, piece }: { readonly part: number; readonly piece: number }) {
  const reader = valuesReader(piece);
  const pauses = partsOf(answer, part).filter((one) => reader.take(one)).length;
  return { given: reader.end(), pauses };
}

const sizes = fc.record({ part: fc.integer({ min: 1, max: 40 }), piece: fc.integer({ min: 1, max: 60 }) });

describe('an answer that comes in parts', () => {
  test('is read as it is at once, wherever it is cut and whatever its cells hold', () => {
    fc.assert(
      fc.property(ranges, sizes, fc.boolean(), (wanted, size, isIndented) => {
        const answer = { valueRanges: wanted.map((values) => (values === undefined ? {} : { values })) };
        const parsed = JSON.parse(JSON.stringify(wanted.map((values) => values ?? []))) as unknown;
        expect(read(JSON.stringify(answer, null, isIndented ? 2 : 0), size).given).toEqual(parsed);
      }),
    );
  });

  test('is none when it was cut on the way', () => {
    fc.assert(
      fc.property(ranges, sizes, fc.double({ min: 0, max: 1, noNaN: true }), (wanted, size, share) => {
        const whole = JSON.stringify({ valueRanges: wanted.map((values) => ({ values: values ?? [] })) });
        const cut = whole.slice(0, Math.floor(share * whole.length));
        fc.pre(cut.length < whole.length);
        expect(read(cut, size).given).toBeNull();
      }),
    );
  });

  test('is read in pieces while it comes', () => {
    const values = Array.from({ length: 1000 }, (_, row) => [`row ${row}`, row]);
    const { given, pauses } = read(JSON.stringify({ valueRanges: [{ values }] }), { part: 100, piece: 2000 });
    expect(given).toEqual([values]);
    expect(pauses).toBeGreaterThan(5);
  });

  test('has no ranges when nothing was found', () => {
    expect(read('{}', { part: 10, piece: 10 }).given).toEqual([]);
    expect(read('null', { part: 10, piece: 10 }).given).toBeNull();
    expect(read('', { part: 10, piece: 10 }).given).toBeNull();
  });
});
