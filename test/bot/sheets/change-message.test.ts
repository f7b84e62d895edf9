import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeMessage } from '../../../bot/sheets/change-message.ts';
import type { SheetEntry, WriteCells } from '../../../bot/use-cases/spreadsheets.ts';
import { type CalendarDate, dateOfDayNumber } from '../../../core/calendar-date.ts';
import { daySerial } from '../../../core/sheets/day-serial.ts';
import { atOnce } from '../../../core/steps.ts';

interface Request {
  readonly updateCells?: {
    readonly start: { readonly sheetId: number; readonly rowIndex: number; readonly columnIndex: number };
    readonly fields: string;
    readonly rows: readonly { readonly values: readonly Cell[] }[];
  };
  readonly repeatCell?: {
    readonly range: Readonly<Record<string, number>>;
    readonly cell: unknown;
    readonly fields: string;
  };
}

interface Cell {
  readonly userEnteredValue?: { readonly [kind: string]: unknown };
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('"', '\\', '\n', '\u0000', '\u001f', '\u2028', '😀', '\ud83d', '客', '=', 'a') }),
);
const day = fc.record({
  date: fc.integer({ min: -20_000, max: 80_000 }).map((days): CalendarDate => dateOfDayNumber(days)),
  isShownAsDay: fc.boolean(),
});
const entry = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), day);
const rows = fc.array(fc.array(fc.option(entry, { nil: undefined }), { maxLength: 5 }), { maxLength: 12 });

function written(write: WriteCells): Request[] {
  const message = atOnce(changeMessage([write]));
  return message === null ? [] : (JSON.parse(message) as { readonly requests: Request[] }).requests;
}

/** What is to be read in a cell's data. */
function dataOf(value: SheetEntry): Cell {
  if (value === '') return {};
  if (typeof value === 'string') return { userEnteredValue: { stringValue: value } };
  if (typeof value === 'boolean') return { userEnteredValue: { boolValue: value } };
  const numberValue = typeof value === 'object' ? daySerial(value.date) : value === 0 ? 0 : value;
  return { userEnteredValue: { numberValue } };
}

describe('a message that writes cells', () => {
  test('says each of them once, at its place and as it is, and nothing of the others', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const cells: Record<string, Cell> = {};
        for (const { updateCells } of written({ kind: 'write-cells', tabId: 7, row: 3, column: 2, rows: given }))
          for (const [down, { values }] of updateCells?.rows.entries() ?? [])
            for (const [across, cell] of values.entries()) {
              const { start } = updateCells ?? { start: { sheetId: 0, rowIndex: 0, columnIndex: 0 } };
              const place = `${start.sheetId} ${start.rowIndex + down} ${start.columnIndex + across}`;
              expect(cells).not.toHaveProperty(place);
              cells[place] = cell;
            }
        const wanted: Record<string, Cell> = {};
        for (const [down, line] of given.entries())
          for (const [across, value] of line.entries())
            if (value !== undefined) wanted[`7 ${3 + down} ${2 + across}`] = dataOf(value);
        expect(cells).toEqual(wanted);
      }),
    );
  });

  test('gives the look of days to those cells alone that do not have it', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const formatted = new Set<string>();
        for (const { repeatCell } of written({ kind: 'write-cells', tabId: 7, row: 3, column: 2, rows: given })) {
          if (repeatCell === undefined) continue;
          expect(repeatCell).toMatchObject({
            cell: { userEnteredFormat: { numberFormat: { type: 'DATE' } } },
            fields: 'userEnteredFormat.numberFormat',
          });
          const { startRowIndex = 0, endRowIndex = 0, startColumnIndex = 0, endColumnIndex = 0 } = repeatCell.range;
          for (let row = startRowIndex; row < endRowIndex; row += 1)
            for (let column = startColumnIndex; column < endColumnIndex; column += 1) formatted.add(`${row} ${column}`);
        }
        const wanted = given.flatMap((line, down) =>
          line.flatMap((value, across) =>
            typeof value === 'object' && !value.isShownAsDay ? [`${3 + down} ${2 + across}`] : [],
          ),
        );
        expect([...formatted].toSorted()).toEqual(wanted.toSorted());
      }),
    );
  });

  test('is not written for a number that is none', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => written({ kind: 'write-cells', tabId: 7, row: 0, column: 0, rows: [[value]] })).toThrow(RangeError);
  });

  test('lets others have their turn while it is long', () => {
    const long = Array.from({ length: 20_000 }, (_, row) => [`row ${row}`]);
    const steps = changeMessage([{ kind: 'write-cells', tabId: 7, row: 0, column: 0, rows: long }]);
    let turns = 0;
    while (steps.next().done !== true) turns += 1;
    expect(turns).toBeGreaterThan(2);
  });
});
