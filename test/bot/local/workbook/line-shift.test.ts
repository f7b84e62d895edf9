import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moved } from '../../../../bot/local/workbook/cell-grid.ts';
import { type LineChange, lineAfter, rangeAfter, spanAfter } from '../../../../bot/local/workbook/line-shift.ts';

const LINES = 12;

/** A change that is possible among twelve lines. */
const aChange: fc.Arbitrary<LineChange> = fc
  .tuple(fc.constantFrom('insert', 'delete', 'move'), fc.nat(LINES - 1), fc.integer({ min: 1, max: 4 }), fc.nat(LINES))
  .map(([change, at, wanted, before]): LineChange => {
    const count = Math.min(wanted, LINES - at);
    if (change === 'move' && (before < at || before > at + count)) return { change, kind: 'row', at, count, before };
    return { change: change === 'delete' ? 'delete' : 'insert', kind: 'row', at, count };
  });

/** The lines after the change, each by its former place; undefined: new. */
function linesAfter(change: LineChange): (number | undefined)[] {
  const lines = Array.from({ length: LINES }, (_, line) => line);
  switch (change.change) {
    case 'insert':
      return [
        ...lines.slice(0, change.at),
        ...Array.from({ length: change.count }, () => undefined),
        ...lines.slice(change.at),
      ];
    case 'delete':
      return lines.filter((line) => line < change.at || line >= change.at + change.count);
    case 'move':
      return moved(lines, change.at, change.count, change.before);
    default:
      return change satisfies never;
  }
}

test('a line is found again where a list of lines has it', () => {
  fc.assert(
    fc.property(aChange, fc.nat(LINES - 1), (change, line) => {
      const place = linesAfter(change).indexOf(line);
      expect(lineAfter(change, line)).toBe(place === -1 ? null : place);
    }),
    { seed: 7, numRuns: 500 },
  );
});

test('lines side by side that are not moved apart are found again from their first to their last', () => {
  fc.assert(
    fc.property(aChange, fc.nat(LINES - 1), fc.integer({ min: 1, max: 5 }), (change, start, length) => {
      const end = Math.min(LINES, start + length);
      const places = Array.from({ length: end - start }, (_, at) => lineAfter(change, start + at)).filter(
        (one) => one !== null,
      );
      const span = spanAfter(change, start, end);
      if (places.length === 0) expect(span).toBeNull();
      else if (change.change !== 'move') expect(span).toEqual([Math.min(...places), Math.max(...places) + 1]);
      else if (Math.max(...places) - Math.min(...places) === places.length - 1)
        expect(span?.[0]).toBeGreaterThanOrEqual(Math.min(...places));
    }),
    { seed: 7, numRuns: 500 },
  );
});

test('a block keeps to its other side', () => {
  const range = { startRow: 1, endRow: 3, startColumn: 4, endColumn: 6 };
  expect(rangeAfter({ change: 'insert', kind: 'row', at: 2, count: 2 }, range)).toEqual({ ...range, endRow: 5 });
  expect(rangeAfter({ change: 'insert', kind: 'row', at: 1, count: 2 }, range)).toEqual({
    ...range,
    startRow: 3,
    endRow: 5,
  });
  expect(rangeAfter({ change: 'insert', kind: 'row', at: 3, count: 2 }, range)).toEqual(range);
  expect(rangeAfter({ change: 'delete', kind: 'column', at: 3, count: 2 }, range)).toEqual({
    ...range,
    startColumn: 3,
    endColumn: 4,
  });
  expect(rangeAfter({ change: 'delete', kind: 'column', at: 4, count: 2 }, range)).toBeNull();
  expect(rangeAfter({ change: 'move', kind: 'column', at: 4, count: 2, before: 0 }, range)).toEqual({
    ...range,
    startColumn: 0,
    endColumn: 2,
  });
});
