import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CellGrid } from '../../../../bot/local/workbook/cell-grid.ts';

const ROWS = 4;
const COLUMNS = 5;

test('rows that are formatted alike share one list, and changing one of them leaves the others', () => {
  const grid = new CellGrid();
  const [bold, red] = [grid.format({ fontWeight: 'bold' }), grid.format({ background: '#ff0000' })];
  for (let row = 0; row < ROWS; row += 1)
    for (const column of [1, 3]) grid.set('formats', row, column, column === 1 ? bold : red);
  expect(grid.row(3)?.formats).toBe(grid.row(0)?.formats);

  grid.set('formats', 1, 3, bold);
  grid.set('formats', 2, 1, grid.format({}));
  expect(grid.read('formats', { startRow: 0, endRow: ROWS, startColumn: 1, endColumn: 4 })).toEqual([
    [bold, {}, red],
    [bold, {}, bold],
    [{}, {}, red],
    [bold, {}, red],
  ]);
});

test('formats stay with their cells, whatever is set, moved, put in and taken away', () => {
  const row = fc.nat(ROWS - 1);
  const column = fc.nat(COLUMNS - 1);
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('set' as const), row, column, size: fc.nat(2) }) },
    fc.record({ kind: fc.constant('insert' as const), column }),
    fc.record({ kind: fc.constant('delete' as const), column }),
    fc.record({ kind: fc.constant('move' as const), column, before: column }),
    fc.record({ kind: fc.constant('swap' as const), row, other: row }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const grid = new CellGrid();
      const looks = ['', '#ff0000', '#00ff00'];
      let wanted = Array.from({ length: ROWS }, () => Array.from({ length: COLUMNS }, () => ''));
      for (const one of steps) {
        if (one.kind === 'set') {
          const look = looks[one.size] ?? '';
          grid.set('formats', one.row, one.column, grid.format(look === '' ? {} : { background: look }));
          wanted[one.row]?.splice(one.column, 1, look);
        } else if (one.kind === 'insert') {
          grid.insertColumns(one.column, 1);
          wanted = wanted.map((line) => line.toSpliced(one.column, 0, '').slice(0, COLUMNS));
          grid.deleteColumns(COLUMNS, 1);
        } else if (one.kind === 'delete') {
          grid.deleteColumns(one.column, 1);
          wanted = wanted.map((line) => [...line.toSpliced(one.column, 1), '']);
        } else if (one.kind === 'move') {
          grid.moveColumns(one.column, 1, one.before);
          wanted = wanted.map((line) => {
            const rest = line.toSpliced(one.column, 1);
            return rest.toSpliced(one.before > one.column ? one.before - 1 : one.before, 0, line[one.column] ?? '');
          });
        } else {
          const order = [...wanted.keys()];
          [order[one.row], order[one.other]] = [one.other, one.row];
          grid.reorder({ startRow: 0, endRow: ROWS, startColumn: 0, endColumn: COLUMNS }, order);
          wanted = order.map((from) => [...(wanted[from] ?? [])]);
        }
      }
      const block = { startRow: 0, endRow: ROWS, startColumn: 0, endColumn: COLUMNS };
      const shown = grid.read('formats', block).map((line) => line.map(({ background = '' }) => background));
      expect(shown).toEqual(wanted);
    }),
    { numRuns: 1000 },
  );
});
