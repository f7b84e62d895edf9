import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCalculator } from '../../../../../bot/local/workbook/calculate.ts';
import type { CellValue } from '../../../../../bot/local/workbook/cell.ts';
import type { Workbook } from '../../../../../bot/local/workbook/workbook.ts';
import { workbookData, workbookFrom } from '../../../../../bot/local/workbook/workbook-data.ts';
import { emptyWorkbook } from '../../../../support/script-environments.ts';

const SIZE = 5;

interface Edit {
  readonly row: number;
  readonly column: number;
  readonly entry: string | number | null;
}

const place = fc.nat(SIZE - 1);
const cell = fc.tuple(place, place).map(([row, column]) => `${'ABCDE'[column] ?? 'A'}${row + 1}`);
const entry: fc.Arbitrary<Edit['entry']> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -9, max: 9 }) },
  { weight: 1, arbitrary: fc.constantFrom(null, 'text') },
  { weight: 3, arbitrary: fc.tuple(cell, cell).map(([one, other]) => `=${one}+N(${other})`) },
  { weight: 2, arbitrary: fc.tuple(cell, cell).map(([one, other]) => `=SUM(${one}:${other})`) },
  { weight: 1, arbitrary: cell.map((one) => `=COUNT(${one.slice(0, 1)}:${one.slice(0, 1)})`) },
  { weight: 1, arbitrary: fc.integer({ min: 2, max: 3 }).map((rows) => `=SEQUENCE(${rows})`) },
);
const edit: fc.Arbitrary<Edit> = fc.record({ row: place, column: place, entry });

function carryOut(workbook: Workbook, { row, column, entry: what }: Edit): void {
  const { grid } = workbook.sheet(0);
  const isFormula = typeof what === 'string' && what.startsWith('=');
  grid.set('formulas', row, column, isFormula ? what : null);
  grid.set('values', row, column, isFormula ? null : what);
  workbook.touch();
}

function values(workbook: Workbook): unknown[][] {
  workbook.calculate();
  const block = { startRow: 0, endRow: SIZE + 3, startColumn: 0, endColumn: SIZE };
  return workbook
    .sheet(0)
    .grid.read('values', block)
    .map((row) => row.map((value: CellValue) => (typeof value === 'object' ? (value?.error ?? null) : value)));
}

test('calculating after each edit comes to the same as calculating everything at the end', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 25 }), (edits) => {
      const workbook = emptyWorkbook();
      workbook.calculateWith(createCalculator());
      let after: unknown[][] = [];
      for (const one of edits) {
        carryOut(workbook, one);
        after = values(workbook);
      }
      const anew = workbookFrom(workbookData(workbook));
      anew.calculateWith(createCalculator());
      expect(after).toEqual(values(anew));
      expect(after).toEqual(values(workbook));
    }),
    { numRuns: 60 },
  );
});
