import { describe, expect, test } from 'vitest';
import { conditionOf } from '../../../../bot/local/sheet/conditional-formula.ts';
import type { CellValue } from '../../../../bot/local/workbook/cell.ts';

const CELLS: readonly (readonly CellValue[])[] = [
  ['A', 5, null, true],
  ['b', 0, { error: '#N/A' }, false],
];
const read = (row: number, column: number) => CELLS[row]?.[column] ?? null;

describe('the condition of a conditional format', () => {
  test.each<[formula: string, holds: boolean]>([
    ['=$A1="A"', true],
    ['=A1="a"', true],
    ['=($A1="A")*(N("mark")=0)', true],
    ['=AND(B1>4, NOT(D2))', true],
    ['=OR(B2, A2="x")', false],
    ['=B1+1=6', true],
    ['=-B1<0', true],
    ['=C1=""', true],
    ['=C1=0', true],
    ['=ISBLANK(C1)', true],
    ['=LEN(A1)>1', false],
    ['=B1<>5', false],
    ['="a ""b"""="a ""b"""', true],
    ['=C2=1', false],
    ['=A1', false],
    ['=TRUE', true],
  ])('%s holds: %s', (formula, holds) => {
    expect(conditionOf(formula)?.(read, 0, 0)).toBe(holds);
  });

  test('references without $ go along with the cell', () => {
    expect(conditionOf('=A1="b"')?.(read, 1, 0)).toBe(true);
    expect(conditionOf('=A$1="b"')?.(read, 1, 0)).toBe(false);
    expect(conditionOf('=$A1="A"')?.(read, 0, 3)).toBe(true);
  });

  test.each(['=VLOOKUP(A1,B:C,2)', '=A1&"x"', '=Sheet2!A1', '=(A1', '=SUM(A1:A2)', '=NOT(', ''])(
    '%s is not understood',
    (formula) => {
      expect(conditionOf(formula)).toBeUndefined();
    },
  );
});
