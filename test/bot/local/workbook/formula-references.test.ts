import { expect, test } from 'vitest';
import { formulaAfter, formulaElsewhere } from '../../../../bot/local/workbook/formula-references.ts';
import type { LineChange } from '../../../../bot/local/workbook/line-shift.ts';

const insertRow: LineChange = { change: 'insert', kind: 'row', at: 2, count: 1 };
const insertColumn: LineChange = { change: 'insert', kind: 'column', at: 1, count: 2 };
const deleteRows: LineChange = { change: 'delete', kind: 'row', at: 1, count: 2 };
const moveColumn: LineChange = { change: 'move', kind: 'column', at: 0, count: 1, before: 3 };

test.each([
  ['=A1+A3', insertRow, '=A1+A4'],
  ['=SUM(A1:A5)', insertRow, '=SUM(A1:A6)'],
  ['=SUM(A3:A5)', insertRow, '=SUM(A4:A6)'],
  ['=SUM(A$3:$A5)', insertRow, '=SUM(A$4:$A6)'],
  ['=SUM(A:C)', insertRow, '=SUM(A:C)'],
  ['=SUM(A2:A)', insertRow, '=SUM(A2:A)'],
  ['=SUM(A3:A)', insertRow, '=SUM(A4:A)'],
  ['=SUM(3:5)', insertRow, '=SUM(4:6)'],
  ['=A1&B1&C1', insertColumn, '=A1&D1&E1'],
  ['=SUM(A:C)', insertColumn, '=SUM(A:E)'],
  ['=LOG10(B3)+B3', insertRow, '=LOG10(B4)+B4'],
  ['="A3"&A3', insertRow, '="A3"&A4'],
  ['="say ""A3"""&A3', insertRow, '="say ""A3"""&A4'],
  ['=Data!A3+Other!A3', insertRow, '=Data!A4+Other!A3'],
  ["='data'!A3", insertRow, "='data'!A4"],
  ['=TIER_A3+A3_x', insertRow, '=TIER_A3+A3_x'],
  ['=A1+A2+A3+A4', deleteRows, '=A1+#REF!+#REF!+A2'],
  ['=SUM(A1:A4)', deleteRows, '=SUM(A1:A2)'],
  ['=SUM(A2:A3)', deleteRows, '=SUM(#REF!)'],
  ['=Data!B2', deleteRows, '=Data!#REF!'],
  ['=A1+B1+C1+D1', moveColumn, '=C1+A1+B1+D1'],
])('%s after %j is %s', (formula, change, after) => {
  expect(formulaAfter(formula, change, 'Data', true)).toBe(after);
});

test('references of another sheet without that sheet name stay', () => {
  expect(formulaAfter('=A3+Data!A3', insertRow, 'Data', false)).toBe('=A3+Data!A4');
});

test.each([
  ['=A1+$A1+A$1+$A$1', 2, 1, '=B3+$A3+B$1+$A$1'],
  ['=SUM(A1:B2)', 1, 0, '=SUM(A2:B3)'],
  ['=SUM(A:A)', 1, 1, '=SUM(B:B)'],
  ['=A1', -1, 0, '=#REF!'],
  ['=Data!A1', 0, 3, '=Data!D1'],
])('%s copied %i rows down and %i columns on is %s', (formula, rows, columns, after) => {
  expect(formulaElsewhere(formula, rows, columns)).toBe(after);
});
