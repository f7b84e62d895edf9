import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anchorOf,
  type Direction,
  only,
  type Selection,
  type SheetShape,
  type Step,
  selectedArea,
  stepped,
} from '../../../../../bot/local/page/sheet/selection.ts';

/** Ten rows and six columns; rows 2–4 of column 1 and all of row 0 are filled; row 5 and column 3 are hidden. */
const SHAPE: SheetShape = {
  rowCount: 10,
  columnCount: 6,
  merges: [{ row: 6, column: 1, rows: 2, columns: 2 }],
  isRowHidden: (row) => row === 5,
  isColumnHidden: (column) => column === 3,
  isFilled: (row, column) => row === 0 || (column === 1 && row >= 2 && row <= 4),
};

const at = (row: number, column: number) => only({ row, column });

describe('a step', () => {
  test.each<[what: string, from: Selection, direction: Direction, step: Step, row: number, column: number]>([
    ['goes to the next cell', at(1, 1), 'down', 'cell', 2, 1],
    ['stays at the edge of the sheet', at(0, 0), 'up', 'cell', 0, 0],
    ['passes hidden rows', at(4, 0), 'down', 'cell', 6, 0],
    ['passes hidden columns', at(0, 4), 'left', 'cell', 0, 2],
    ['enters merged cells at their upper left', at(7, 0), 'right', 'cell', 6, 1],
    ['leaves merged cells behind their last row', at(6, 1), 'down', 'cell', 8, 1],
    ['leaves merged cells behind their last column', at(6, 1), 'right', 'cell', 6, 4],
    ['to the edge goes to the end of what is filled', at(2, 1), 'down', 'edge', 4, 1],
    ['to the edge goes over a gap', at(0, 1), 'down', 'edge', 2, 1],
    ['to the edge goes to the end when nothing follows', at(4, 1), 'down', 'edge', 9, 1],
    ['to the edge goes along a filled row', at(0, 0), 'right', 'edge', 0, 5],
    ['to the end goes there', at(0, 0), 'right', 'end', 0, 5],
    ['of a page counts the rows in sight', at(2, 0), 'down', 4, 7, 0],
    ['of a page ends at the edge', at(8, 0), 'down', 4, 9, 0],
  ])('%s', (_what, from, direction, step, row, column) => {
    expect(stepped(from, direction, step, false, SHAPE)).toEqual(at(row, column));
  });

  test('with Shift keeps the cell one is in', () => {
    const selection = stepped(stepped(at(1, 1), 'down', 'cell', true, SHAPE), 'left', 'cell', true, SHAPE);
    expect(selection).toEqual({ active: { row: 1, column: 1 }, end: { row: 2, column: 0 } });
    expect(selectedArea(selection, [])).toEqual({ row: 1, column: 0, rows: 2, columns: 2 });
  });

  test('never leaves the sheet nor ends in what is hidden', () => {
    const step = fc.constantFrom<Step>('cell', 'edge', 'end', 3);
    const direction = fc.constantFrom<Direction>('up', 'down', 'left', 'right');
    fc.assert(
      fc.property(fc.array(fc.tuple(direction, step, fc.boolean()), { maxLength: 30 }), (steps) => {
        let selection = at(0, 0);
        for (const [way, size, extend] of steps) selection = stepped(selection, way, size, extend, SHAPE);
        for (const { column, row } of [selection.active, selection.end]) {
          expect(row >= 0 && row < 10 && row !== 5).toBe(true);
          expect(column >= 0 && column < 6 && column !== 3).toBe(true);
        }
      }),
    );
  });
});

test('merged cells are selected whole, and those that they bring in as well', () => {
  const merges = [
    { row: 0, column: 0, rows: 2, columns: 2 },
    { row: 1, column: 2, rows: 3, columns: 1 },
  ];
  const selection = { active: { row: 1, column: 1 }, end: { row: 1, column: 2 } };
  expect(selectedArea(selection, merges)).toEqual({ row: 0, column: 0, rows: 4, columns: 3 });
  expect(anchorOf({ row: 3, column: 2 }, merges)).toEqual({ row: 1, column: 2 });
});
