import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnNames } from '../../../core/table/column-names.ts';

describe('names of columns', () => {
  test.each<[what: string, headings: string[], names: string[]]>([
    ['headings of their own', ['Customer', '2024', '2025'], ['Customer', '2024', '2025']],
    ['a repeated heading', ['A', 'Sum', 'B', 'Sum'], ['A', 'A | Sum | B', 'B', 'B | Sum | ']],
    ['no heading', ['', 'A', ''], [' |  | A', 'A', 'A |  | ']],
    ['neighbours alike', ['S', 'S', 'S', 'S'], [' | S | S', 'S | S | S (1/2)', 'S | S | S (2/2)', 'S | S | ']],
  ])('%s', (_, headings, names) => {
    expect(columnNames(headings)).toEqual(names);
  });

  test('no two columns have the same', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('', 'A', 'B', 'C'), { maxLength: 12 }), (headings) => {
        expect(new Set(columnNames(headings)).size).toBe(headings.length);
      }),
    );
  });
});
