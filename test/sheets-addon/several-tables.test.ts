import { describe, expect, test } from 'vitest';
import { insertLines } from '../../bot/local/workbook/change-lines.ts';
import type { Entry } from '../../bot/local/workbook/write-cells.ts';
import type { SheetView } from '../../sheets-addon/protocol.ts';
import { type AddOnSheet, addOnSheet } from '../support/add-on-sheet.ts';
import { HEADINGS, OURS, TABLE } from '../support/graded-rows.ts';

/** Customers of another region under the same headings. */
const SOUTH = [
  HEADINGS,
  ['S1', '南一公司', 800000, '90%', 6, '0.5%', '90%', ''],
  ['S2', '南二公司', 20000, '50%', 1, '5%', '50%', ''],
];
const scheme = 'account-value';

function viewOf(sheet: AddOnSheet, request = {}): Extract<SheetView, { kind: 'table' }>['table'] {
  const view = sheet.view(request);
  if (view.kind !== 'table') throw new Error(view.kind);
  return view.table;
}

function rangesOf(view: SheetView): string[] {
  return view.kind === 'several' ? view.tables.map(({ place }) => `${place.row}+${place.rows}`) : [view.kind];
}

/** The column Tier of each set of our columns, by rows. */
function tiers(sheet: AddOnSheet): string[] {
  const texts = sheet.texts();
  const places = (texts[0] ?? []).map((_, column) => column);
  const ours = places.filter((column) => texts.some((row) => row[column] === 'Tier'));
  return texts.map((row) => ours.map((column) => row[column] ?? '').join('|'));
}

describe('two tables with the same headings, one below the other', () => {
  for (const [name, between, second] of [
    ['with nothing between them', [], 6],
    ['with a blank row between them', [[]], 7],
    ['with a title between them', [['华南']], 6],
    ['with a title between blank rows', [[], ['华南'], []], 7],
  ] as const) {
    test(`${name} are two: it is asked which, and each is graded by itself`, async () => {
      const sheet = await addOnSheet([...TABLE, ...between.map((row): Entry[] => [...row]), ...SOUTH]);
      expect(rangesOf(sheet.view())).toEqual(['1+5', `${second}+${between.length + 3 - (second - 6)}`]);
      expect(sheet.call('gradeTable', { scheme })).toMatchObject({ kind: 'refused', code: 'unusable' });
      sheet.select(3, 1);
      expect(viewOf(sheet)).toMatchObject({ customers: 4, others: [{ place: { row: second }, headings: HEADINGS }] });
      expect(sheet.grade({ scheme }).customers).toBe(4);
      sheet.select(sheet.texts().length - 1, 1);
      expect(viewOf(sheet).customers).toBe(2);
      expect(sheet.grade({ scheme }).customers).toBe(2);
      expect(sheet.grade().cellsWritten).toBe(0);
      sheet.select(2, 1);
      expect(sheet.grade()).toMatchObject({ customers: 4, cellsWritten: 0 });
      const told = tiers(sheet).filter((row) => row !== '|');
      expect(told).toEqual(['Tier|', 'A|', 'B|', 'D|', 'D|', '|Tier', '|A', '|D']);
    });
  }

  test('a selection in both asks, and one in A1 too, where the cursor stands of itself', async () => {
    const sheet = await addOnSheet([...TABLE, [], ...SOUTH]);
    const all = { sheetId: 0, startRow: 0, endRow: 9, startColumn: 0, endColumn: 8 };
    sheet.workbook.select(all);
    expect(sheet.view().kind).toBe('several');
    sheet.select(0, 0);
    expect(sheet.view().kind).toBe('several');
    sheet.workbook.select({ ...all, endRow: 5 });
    expect(viewOf(sheet).customers).toBe(4);
  });

  test('are one population where a person says so, and stay one', async () => {
    const sheet = await addOnSheet([...TABLE, [], ...SOUTH]);
    const view = sheet.view();
    if (view.kind !== 'several') throw new Error(view.kind);
    const request = { place: view.tables[1]?.place ?? fail(), together: true, scheme };
    expect(viewOf(sheet, request)).toMatchObject({ customers: 6, others: [], place: { row: 1, rows: 9 } });
    expect(sheet.grade(request).customers).toBe(6);
    expect(tiers(sheet)[6]).toBe('');
    sheet.select(0, 0);
    expect(sheet.grade()).toMatchObject({ customers: 6, cellsWritten: 0 });
    sheet.enter(1, 2, [[1]]);
    sheet.select(8, 0);
    expect(sheet.grade().customers).toBe(6);
    expect(sheet.undo()).toMatchObject({ kind: 'undone' });
    expect(sheet.grade().customers).toBe(6);
  });

  test('a remark that somebody writes below our columns joins nothing', async () => {
    const sheet = await addOnSheet([...TABLE, [], ...SOUTH]);
    sheet.select(2, 0);
    sheet.grade({ scheme });
    sheet.enter(7, 9, [['later']]);
    sheet.select(2, 0);
    expect(sheet.grade().customers).toBe(4);
  });
});

describe('tables of other shapes on one sheet', () => {
  const WIDE = [...HEADINGS, '联系人', '地区'];
  const wide = [WIDE, ['W1', '宽公司', 600000, '90%', 5, '1%', '90%', '', '王', '华东']];

  test('our columns tear no wider table apart, whichever is graded first', async () => {
    for (const order of [
      [2, 8],
      [8, 2],
    ]) {
      const sheet = await addOnSheet([...TABLE, [], ...wide]);
      for (const row of order) {
        sheet.select(row - 1, 1);
        sheet.grade({ scheme });
      }
      const texts = sheet.texts();
      expect(texts[6]?.slice(0, 10)).toEqual(WIDE);
      expect(texts[7]?.slice(0, 10)).toEqual(
        wide[1]?.map((cell) => String(cell === '90%' ? 0.9 : cell === '1%' ? 0.01 : cell)),
      );
      expect(texts[0]?.slice(10).filter((text) => text !== '')).toEqual(OURS);
      expect(texts[6]?.slice(10).filter((text) => text !== '')).toEqual(OURS);
      sheet.select(1, 1);
      expect(sheet.grade()).toMatchObject({ customers: 4, cellsWritten: 0 });
      sheet.select(7, 1);
      expect(sheet.grade()).toMatchObject({ customers: 1, cellsWritten: 0 });
    }
  });

  test('side by side each has its own columns beside it', async () => {
    const rows = Array.from({ length: 5 }, (_, at): Entry[] => [...(TABLE[at] ?? []), '', ...(SOUTH[at] ?? [])]);
    const sheet = await addOnSheet(rows);
    expect(rangesOf(sheet.view())).toEqual(['1+5', '1+3']);
    sheet.select(1, 12);
    expect(sheet.grade({ scheme }).customers).toBe(2);
    sheet.select(1, 1);
    expect(sheet.grade({ scheme }).customers).toBe(4);
    expect(sheet.texts()[0]).toEqual([...HEADINGS, ...OURS, '', ...HEADINGS, ...OURS]);
    sheet.select(1, 10);
    expect(sheet.grade()).toMatchObject({ customers: 4, cellsWritten: 0 });
    sheet.select(1, 25);
    expect(sheet.grade()).toMatchObject({ customers: 2, cellsWritten: 0 });
  });

  test('a row put between the tables leaves each its columns', async () => {
    const sheet = await addOnSheet([...TABLE, [], ...SOUTH]);
    for (const row of [2, 8]) {
      sheet.select(row, 1);
      sheet.grade({ scheme });
    }
    insertLines(sheet.workbook, 0, 'row', 2, 6, 'after');
    sheet.select(12, 1);
    expect(sheet.grade()).toMatchObject({ customers: 2 });
    expect(sheet.grade()).toMatchObject({ customers: 2, cellsWritten: 0 });
  });

  test('headings of printed pages are no customers', async () => {
    const page = (from: number): Entry[][] =>
      Array.from({ length: 24 }, (_, at) => [
        `P${from + at}`,
        `客户${from + at}`,
        1000 * (from + at),
        '90%',
        2,
        '1%',
        '80%',
        '',
      ]);
    const sheet = await addOnSheet([HEADINGS, ...page(0), HEADINGS, ...page(24), HEADINGS, ...page(48)]);
    expect(sheet.grade({ scheme }).customers).toBe(72);
    expect(sheet.texts()[25]?.slice(8).join('')).toBe('');
  });
});

function fail(): never {
  throw new Error('No such table.');
}
