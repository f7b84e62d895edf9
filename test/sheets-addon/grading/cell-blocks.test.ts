import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ColumnChanges, cellBlocks } from '../../../sheets-addon/grading/cell-blocks.ts';

/** A column of which these rows change, each to its own number. */
function column(at: number, rows: readonly number[]): ColumnChanges<number> {
  return { column: at, height: Math.max(-1, ...rows) + 1, valueAt: (row) => (rows.includes(row) ? row : undefined) };
}

/** Each rectangle as `row+rows column+columns`. */
function shapes(changes: readonly ColumnChanges<number>[], most: number): string[] {
  return cellBlocks(changes, most).map(
    ({ row, rows, column: left, columns }) => `${row}+${rows} ${left}+${columns.length}`,
  );
}

test('columns side by side are one rectangle, those that stand apart or do not change none of it', () => {
  expect(shapes([column(4, [0, 1]), column(5, [1, 2])], 3)).toEqual(['0+3 4+2']);
  expect(shapes([column(4, [0]), column(5, []), column(6, [0])], 3)).toEqual(['0+1 4+1', '0+1 6+1']);
  expect(shapes([column(4, [])], 3)).toEqual([]);
});

test('the smallest gaps are closed until few enough are left', () => {
  expect(shapes([column(1, [0, 2, 9, 20])], 4)).toEqual(['0+1 1+1', '2+1 1+1', '9+1 1+1', '20+1 1+1']);
  expect(shapes([column(1, [0, 2, 9, 20])], 2)).toEqual(['0+10 1+1', '20+1 1+1']);
});

test('every changed cell is in one rectangle', () => {
  const rows = fc.uniqueArray(fc.integer({ min: 0, max: 30 }));
  const columns = fc.array(rows, { maxLength: 6 });
  fc.assert(
    fc.property(columns, fc.integer({ min: 1, max: 4 }), (some, most) => {
      const changes = some.map((one, at) => column(at * (at % 2 === 0 ? 1 : 2), one)).filter((_, at) => at !== 2);
      const covered: string[] = [];
      for (const block of cellBlocks(changes, most))
        for (let row = block.row; row < block.row + block.rows; row += 1)
          for (const [across, valueAt] of block.columns.entries())
            if (valueAt(row) !== undefined) covered.push(`${row} ${block.column + across}`);
      const wanted = changes.flatMap(({ column: at, valueAt }) =>
        Array.from({ length: 31 }, (_, row) => (valueAt(row) === undefined ? '' : `${row} ${at}`)).filter(
          (cell) => cell !== '',
        ),
      );
      expect(covered.toSorted()).toEqual([...new Set(wanted)].toSorted());
    }),
  );
});
