import { expect, test } from 'vitest';
import { quotedTitle } from '../../../../bot/local/workbook/a1-notation.ts';
import { createCalculator } from '../../../../bot/local/workbook/calculate.ts';
import {
  type CustomFunctions,
  customFunctionsOf,
} from '../../../../bot/local/workbook/calculation/custom-functions.ts';
import type { CellValue } from '../../../../bot/local/workbook/cell.ts';
import { insertLines } from '../../../../bot/local/workbook/change-lines.ts';
import type { Sheet } from '../../../../bot/local/workbook/sheet.ts';
import { Workbook } from '../../../../bot/local/workbook/workbook.ts';
import { enterValues } from '../../../../bot/local/workbook/write-cells.ts';
import { ANN, environmentOf } from '../../../support/script-environments.ts';

/** Functions that say with what they were called. */
function spied(answer: (name: string, parameters: readonly unknown[]) => ReturnType<CustomFunctions['call']>) {
  const calls: unknown[][] = [];
  const functions: CustomFunctions = {
    names: ['TIER', 'TIER_WHY'],
    call(name, parameters) {
      calls.push([name, ...parameters]);
      return answer(name, parameters);
    },
  };
  return { calls, functions };
}

const NONE = spied(() => ({ kind: 'cells', cells: [['A']] })).functions;

/** A workbook whose first sheet holds these cells from A1 on; text that begins with `=` is a formula. */
function workbookOf(
  rows: readonly (readonly CellValue[])[],
  { locale = 'en_US', functions = NONE }: { locale?: string; functions?: CustomFunctions } = {},
) {
  const now = () => Date.parse('2026-03-05T20:00:00Z');
  const workbook = new Workbook({ id: 'wb', title: 'Book', locale, timeZone: 'Asia/Taipei', owner: ANN.email, now });
  workbook.calculateWith(createCalculator(functions));
  const sheet = workbook.sheet(0);
  rows.forEach((row, at) => row.forEach((value, column) => put(sheet, at, column, value)));
  workbook.touch();
  const read = (rowCount: number, columnCount: number, from: Sheet = sheet): unknown[][] => {
    workbook.calculate();
    const block = { startRow: 0, endRow: rowCount, startColumn: 0, endColumn: columnCount };
    return from.grid.read('values', block).map((row) => row.map(shown));
  };
  const change = (row: number, column: number, value: CellValue): void => {
    put(sheet, row, column, value);
    workbook.touch();
  };
  return { workbook, sheet, read, change };
}

function put({ grid }: Sheet, row: number, column: number, value: CellValue): void {
  const isFormula = typeof value === 'string' && value.startsWith('=');
  grid.set('formulas', row, column, isFormula ? value : null);
  grid.set('values', row, column, isFormula ? null : value);
}

function shown(value: CellValue): unknown {
  return typeof value === 'object' ? (value?.error ?? null) : value;
}

/** What one formula comes to, beside a small table in A1:C5. */
const TABLE: readonly (readonly CellValue[])[] = [
  ['Name', 'Tier', 'Sales'],
  ['Acme', 'A', 100],
  ['Beta', 'B', 50],
  ['Core', 'A', 25],
  [null, null, null],
];

test.each<[formula: string, value: CellValue]>([
  ['=COUNTIFS(B2:B4,"A")', 2],
  ['=COUNTIF(B:B,"A")', 2],
  ['=SUMIFS(C2:C,B2:B,"A")', 125],
  ["=SUM('Sheet1'!C2:C4)", 175],
  ['=SUM(sheet1!C2:C4)', 175],
  ['=SUMPRODUCT((B2:B4="A")*(C2:C4))', 125],
  ['=IFERROR(C2/0,"none")', 'none'],
  ['=C2/0', '#DIV/0!'],
  ['=XLOOKUP("Beta",A:A,C:C)', 50],
  ['=INDEX(C2:C4,MATCH("Core",A2:A4,0))', 25],
  ['=LET(x,C2,x+1)', 101],
  ['=A2&"; "&B2', 'Acme; A'],
  ['=IF(C2>60,TRUE,FALSE)', true],
  ['=A5', null],
  ['=Missing!A1', '#REF!'],
  ['=NO_SUCH(1)', '#NAME?'],
  ['=INDIRECT("C"&3)', 50],
  ['=TEXT(TODAY(),"yyyy-mm-dd")', '2026-03-06'],
  ['=ROUND(AVERAGE(C2:C4),1)', 58.3],
])('%s is %o', (formula, value) => {
  const { read, change } = workbookOf(TABLE);
  change(0, 4, formula);
  expect(read(1, 5)[0]?.[4]).toEqual(value);
});

test('formulas that read each other are calculated in whatever order they stand, across sheets', () => {
  const { workbook, sheet, read, change } = workbookOf([['=A2*2', '=Other!A1'], ['=A3+1'], ['=B3'], []]);
  const other = workbook.addSheet({ title: 'Other' });
  put(other, 0, 0, '=SUM(Sheet1!A1:A3)');
  change(2, 1, 5);
  expect(read(3, 2)).toEqual([
    [12, 23],
    [6, null],
    [5, 5],
  ]);
  change(2, 1, 1);
  expect(read(3, 2, sheet)[0]).toEqual([4, 7]);
  put(other, 0, 1, '=SEQUENCE(2)');
  put(other, 2, 1, '=SHEET("Other")');
  workbook.touch();
  expect(read(3, 2, other).map(([, second]) => second)).toEqual([1, 2, 2]);
});

test('only formulas whose cells have changed are calculated again', () => {
  const { calls, functions } = spied((_, [one]) => ({ kind: 'cells', cells: [[`${String(one)}!`]] }));
  const { read, change } = workbookOf(
    [
      ['a', '=TIER(A1)', '=TIER_WHY(B1)'],
      ['b', '=TIER(A2)'],
    ],
    { functions },
  );
  expect(read(2, 3)).toEqual([
    ['a', 'a!', 'a!!'],
    ['b', 'b!', null],
  ]);
  expect(calls.map(String).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['TIER,a', 'TIER,b', 'TIER_WHY,a!']);
  calls.length = 0;
  change(5, 5, 'elsewhere');
  read(2, 3);
  expect(calls).toEqual([]);
  change(0, 0, 'c');
  expect(read(2, 3)[0]).toEqual(['c', 'c!', 'c!!']);
  expect(calls).toEqual([
    ['TIER', 'c'],
    ['TIER_WHY', 'c!'],
  ]);
});

test('a circle is an error that tells so, and is mended by breaking it', () => {
  const { sheet, read, change } = workbookOf([['=B1', '=C1+1', '=A1', '=A1+1', 7]]);
  expect(read(1, 5)).toEqual([['#REF!', '#REF!', '#REF!', '#REF!', 7]]);
  expect(sheet.grid.get('values', 0, 0)).toEqual({ error: '#REF!', message: 'Circular dependency detected.' });
  change(0, 2, 1);
  expect(read(1, 5)).toEqual([[2, 2, 1, 3, 7]]);
});

test('an array goes to the cells beside and below, follows what it reads, and others may read it', () => {
  const { read, change } = workbookOf([
    ['A', '=UNIQUE(A1:A4)', '=COUNTA(B1:B4)'],
    ['B', null, '=B2&"!"'],
    ['A'],
    ['C'],
  ]);
  expect(read(4, 3)).toEqual([
    ['A', 'A', 3],
    ['B', 'B', 'B!'],
    ['A', 'C', null],
    ['C', null, null],
  ]);
  change(1, 0, 'C');
  expect(read(4, 3)).toEqual([
    ['A', 'A', 2],
    ['C', 'C', 'C!'],
    ['A', null, null],
    ['C', null, null],
  ]);
  change(0, 1, 'no formula any more');
  expect(read(4, 3).map(([, second]) => second)).toEqual(['no formula any more', null, null, null]);
});

test("an array that finds a cell taken says which, and leaves the person's cell as it is", () => {
  const { sheet, read, change } = workbookOf([['=SEQUENCE(3)'], [null], ['mine']]);
  expect(read(3, 1)).toEqual([['#REF!'], [null], ['mine']]);
  expect(sheet.grid.get('values', 0, 0)).toMatchObject({
    message: 'Array result was not expanded because it would overwrite data in A3.',
  });
  change(2, 0, null);
  expect(read(3, 1)).toEqual([[1], [2], [3]]);
  change(1, 0, 'typed over');
  expect(read(3, 1)).toEqual([['#REF!'], ['typed over'], [null]]);
  change(1, 0, null);
  expect(read(3, 1)).toEqual([[1], [2], [3]]);
});

test('an array that would leave the sheet says how many rows are missing', () => {
  const { functions } = spied(() => ({ kind: 'cells', cells: Array.from({ length: 1003 }, () => ['A']) }));
  const { sheet, read } = workbookOf([['=TIER()']], { functions });
  expect(read(2, 1)).toEqual([['#REF!'], [null]]);
  expect(sheet.grid.get('values', 0, 0)).toMatchObject({
    message: 'Result was not automatically expanded, please insert more rows (3).',
  });
});

test('an array moves with its rows and columns', () => {
  const { sheet, workbook, read } = workbookOf([['=SEQUENCE(2)', 'x']]);
  read(2, 2);
  sheet.grid.insertRows(0, 1);
  sheet.grid.insertColumns(0, 1);
  workbook.touch();
  expect(read(3, 3)).toEqual([
    [null, null, null],
    [null, 1, 'x'],
    [null, 2, null],
  ]);
});

test.each([
  ['en_US', '=SUM(1.5,{1,2;3,4})', 11.5],
  ['en_US', '=SUM(1.5;{1,2;3,4})', 11.5],
  ['de_DE', '=SUM(1,5;{1\\2;3\\4})', 11.5],
  ['de_DE', '=IF(A1="a;b,1";"x;1,5";2,5)', 'x;1,5'],
  ['de_DE', '=ROUND(1,25;1)+AVERAGE(1;2)', 2.8],
  ['zh_TW', '=IF(A1="a;b,1","x;1,5",2.5)', 'x;1,5'],
  // functions are known by their English names, which Google Sheets takes everywhere
  ['de_DE', '=SUMME(1;2)', '#NAME?'],
])('in %s %s is %o', (locale, formula, value) => {
  const { read } = workbookOf([['a;b,1', formula]], { locale });
  expect(read(1, 2)[0]?.[1]).toBe(value);
});

test('named ranges stand for their cells, whatever the capitals, but not within text', () => {
  const { workbook, read, change } = workbookOf([[1, '=SUM(sales)&" sales"'], [2]]);
  workbook.namedRanges = [
    { name: 'Sales', range: { sheetId: 0, startRow: 0, endRow: 2, startColumn: 0, endColumn: 1 } },
  ];
  workbook.touch();
  expect(read(1, 2)[0]?.[1]).toBe('3 sales');
  change(1, 0, 5);
  expect(read(1, 2)[0]?.[1]).toBe('6 sales');
});

test('a custom function gets a range as rows, a cell as a value, days as moments, errors as text, and an open range to the end', () => {
  const { calls, functions } = spied(() => ({ kind: 'cells', cells: [['A']] }));
  const { sheet, workbook, read } = workbookOf(
    [
      ['Name', 46000.5, '=1/0'],
      [null, true, '=TIER(A1:C1; "s"; A1; 1+1)', '=TIER(A1:B)'],
    ],
    { functions },
  );
  sheet.grid.set('formats', 0, 1, { numberFormat: 'yyyy-mm-dd hh:mm' });
  workbook.touch();
  read(2, 3);
  const moment = { date: Date.parse('2025-12-09T04:00:00Z') };
  expect(calls).toContainEqual(['TIER', [['Name', moment, '#DIV/0!']], 's', 'Name', 2]);
  const open = calls.find(([, range]) => (range as unknown[]).length === 1000) as [string, unknown[]];
  expect(open[1].slice(0, 3)).toEqual([
    ['Name', moment],
    ['', true],
    ['', ''],
  ]);
});

test('a custom function fills a column as high as its range, beside a table', () => {
  const { functions } = spied((_, [range]) => ({
    kind: 'cells',
    cells: (range as string[][]).map(([name], at) => [at === 0 ? 'Tier' : name === '' ? '' : `${name}-A`]),
  }));
  const { read, change } = workbookOf([['Name', '=TIER(A1:A4; "x")'], ['Acme'], [null], ['Beta']], { functions });
  expect(read(5, 2)).toEqual([
    ['Name', 'Tier'],
    ['Acme', 'Acme-A'],
    [null, null],
    ['Beta', 'Beta-A'],
    [null, null],
  ]);
  change(2, 0, 'New');
  expect(read(3, 2)[2]).toEqual(['New', 'New-A']);
});

test('a custom function that fails shows its sentence, unless the formula catches it', () => {
  const { functions } = spied(() => ({ kind: 'error', message: 'There is no such scheme.' }));
  const { sheet, read } = workbookOf([['=TIER(B1)', 1, '=IFERROR(TIER(B1),"caught")']], { functions });
  expect(read(1, 3)).toEqual([['#ERROR!', 1, 'caught']]);
  expect(sheet.grid.get('values', 0, 0)).toEqual({ error: '#ERROR!', message: 'There is no such scheme.' });
});

test('the functions of an add-on run as such, and may read the workbook while it is calculated', async () => {
  const environment = await environmentOf(`
    /**
     * @customfunction
     */
    function DOUBLE(rows) {
      const now = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Sheet1').getRange(1, 1).getValues()[0][0];
      return rows.map((row) => row.map((cell) => cell instanceof Date ? new Date(cell.getTime() + 86400000) : cell * now));
    }
    function other() {}`);
  const { workbook } = environment;
  const sheet = workbook.sheet(0);
  put(sheet, 0, 0, 3);
  put(sheet, 1, 0, 46000);
  sheet.grid.set('formats', 1, 0, { numberFormat: 'yyyy-mm-dd' });
  put(sheet, 0, 1, '=double(A1:A2)');
  put(sheet, 0, 2, '=OTHER()');
  workbook.calculateWith(createCalculator(customFunctionsOf(environment, ANN)));
  workbook.calculate();
  const values = sheet.grid.read('values', { startRow: 0, endRow: 2, startColumn: 1, endColumn: 3 });
  expect(values).toEqual([
    [9, { error: '#NAME?' }],
    [46001, null],
  ]);
});

test('a sheet that goes leaves #REF!, and a new one in its place is read anew', () => {
  const { workbook, read } = workbookOf([['=SUM(Other!A1:A2)']]);
  const withOther = () => {
    const other = workbook.addSheet({ title: 'Other' });
    put(other, 0, 0, 3);
    workbook.touch();
    return other.id;
  };
  const id = withOther();
  expect(read(1, 1)).toEqual([[3]]);
  workbook.deleteSheet(id);
  expect(read(1, 1)).toEqual([['#REF!']]);
  withOther();
  expect(read(1, 1)).toEqual([[3]]);
});

test('the same formula on two sheets and in two workbooks reads the cells of its own', () => {
  const one = workbookOf([[1, '=A1+1']]);
  const second = one.workbook.addSheet({ title: 'Second' });
  put(second, 0, 0, 10);
  put(second, 0, 1, '=A1+1');
  const other = workbookOf([[100, '=A1+1']]);
  expect([one.read(1, 2), one.read(1, 2, second), other.read(1, 2)]).toEqual([[[1, 2]], [[10, 11]], [[100, 101]]]);
  one.change(0, 0, 5);
  expect([one.read(1, 2), one.read(1, 2, second), other.read(1, 2)]).toEqual([[[5, 6]], [[10, 11]], [[100, 101]]]);
});

test('what a formula shows as a day is shown as one', () => {
  const { sheet, read } = workbookOf([['=TODAY()', '=A1+1', 46000]]);
  expect(read(1, 2)).toEqual([[46087, 46088]]);
  expect(sheet.grid.get('formats', 0, 0)).toEqual({ numberFormat: 'yyyy-mm-dd' });
});

test.each([
  'Q1!2026',
  "Anna's",
  "a'!b",
  '客户 表',
  '=1+1',
  '<b>x</b>',
  'R1C1',
  'A1',
  '2026',
  '"quoted"',
  'a,b;c',
  '[x]',
  '#REF!',
  '{1}',
])('a formula reads a sheet whose title is %s, and follows its rows', (title) => {
  const { workbook, read } = workbookOf([]);
  const other = workbook.addSheet({ title });
  const block = { sheetId: other.id, startRow: 0, endRow: 3, startColumn: 0, endColumn: 1 };
  enterValues(workbook, block, [['A'], ['B'], ['A']]);
  const named = quotedTitle(title);
  put(workbook.sheet(0), 0, 0, `=COUNTIFS(${named}!$A$1:$A$3,"A")`);
  put(workbook.sheet(0), 0, 1, `=${named}!A2`);
  workbook.touch();
  expect(read(1, 2)).toEqual([[2, 'B']]);
  insertLines(workbook, other.id, 'row', 0, 1);
  enterValues(workbook, { ...block, endRow: 1 }, [['not counted']]);
  expect(read(1, 2)).toEqual([[2, 'B']]);
});

test('formulas follow a sheet that is renamed, also those of other sheets, and texts that only look alike do not', () => {
  const { workbook, read, sheet } = workbookOf([[7, '=Sheet1!A1', "='sheet1'!$A$1*2", '="Sheet1!A1"']]);
  const other = workbook.addSheet();
  put(other, 0, 0, '=SUM(Sheet1!A1:A)');
  workbook.renameSheet(sheet.id, "Anna's 2026!");
  expect(read(1, 4)).toEqual([[7, 7, 14, 'Sheet1!A1']]);
  expect(read(1, 1, other)).toEqual([[7]]);
  expect(other.grid.get('formulas', 0, 0)).toBe("=SUM('Anna''s 2026!'!A1:A)");
});

test('formulas of rows that a sheet takes as they were kept are found, in a sheet that had none', () => {
  const { sheet } = workbookOf([[1], [2], ['=SUM(A1:A2)']]);
  const bare = workbookOf([]);
  bare.workbook.calculate();
  expect(bare.sheet.grid.mayHold('formulas')).toBe(false);
  bare.sheet.grid.load(sheet.grid.rows());
  bare.workbook.touch();
  expect(bare.read(3, 1)).toEqual([[1], [2], [3]]);
});
