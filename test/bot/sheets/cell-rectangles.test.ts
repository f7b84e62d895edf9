import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellRectangles } from '../../../bot/sheets/cell-rectangles.ts';
import type { SheetEntry } from '../../../bot/use-cases/spreadsheets.ts';
import type { CalendarDate } from '../../../core/calendar-date.ts';

const date = '2026-03-31' as CalendarDate;
const entry: fc.Arbitrary<SheetEntry | undefined> = fc.constantFrom(
  undefined,
  'A',
  '',
  7,
  true,
  { date, isShownAsDay: true },
  { date, isShownAsDay: false },
);

test('what is written, and nothing else, is in exactly one rectangle, each of one kind', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(entry, { maxLength: 6 }), { maxLength: 8 }),
      fc.nat(9),
      fc.nat(9),
      (rows, row, column) => {
        const written = new Map<string, SheetEntry>();
        for (const rectangle of cellRectangles({ row, column }, rows)) {
          for (const [down, entries] of rectangle.rows.entries()) {
            expect(entries).toHaveLength(rectangle.rows[0]?.length ?? 0);
            for (const [across, value] of entries.entries()) {
              const place = `${rectangle.row + down}:${rectangle.column + across}`;
              expect(written.has(place)).toBe(false);
              expect(typeof value === 'object' && !value.isShownAsDay).toBe(rectangle.isFormatted);
              written.set(place, value);
            }
          }
        }
        const asked = rows.flatMap((entries, down) =>
          entries.flatMap((value, across) =>
            value === undefined ? [] : [[`${row + down}:${column + across}`, value] as const],
          ),
        );
        expect(written).toEqual(new Map(asked));
      },
    ),
  );
});

test('a whole block is one rectangle, however many rows it has', () => {
  const rows = Array.from({ length: 1000 }, (_, at) => ['A', at, 'because']);
  expect(cellRectangles({ row: 1, column: 2 }, rows)).toEqual([{ row: 1, column: 2, rows, isFormatted: false }]);
});

test('scattered cells are as many rectangles as there are stretches', () => {
  const rows = [['A', undefined, 'B'], [], ['A', undefined, 'B'], ['C', undefined, 'D']];
  const shape = cellRectangles({ row: 0, column: 0 }, rows).map((one) => [one.row, one.column, one.rows.length]);
  expect(shape).toEqual([
    [0, 0, 1],
    [0, 2, 1],
    [2, 0, 2],
    [2, 2, 2],
  ]);
});
