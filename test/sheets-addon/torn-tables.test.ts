import { describe, expect, test } from 'vitest';
import { deleteLines, insertLines } from '../../bot/local/workbook/change-lines.ts';
import { duplicateSheet } from '../../bot/local/workbook/duplicate-sheet.ts';
import { type AddOnSheet, addOnSheet } from '../support/add-on-sheet.ts';
import { HEADINGS, OURS, TABLE } from '../support/graded-rows.ts';

const scheme = 'account-value';
/** Customers of another region under the same headings. */
const SOUTH = [
  HEADINGS,
  ['S1', '南一公司', 800000, '90%', 6, '0.5%', '90%', ''],
  ['S2', '南二公司', 20000, '50%', 1, '5%', '50%', ''],
];

/** A graded sheet into which empty columns were put behind these (0-based, from the right to the left). */
async function torn(...behind: readonly number[]): Promise<AddOnSheet> {
  const sheet = await addOnSheet(TABLE);
  sheet.grade({ scheme });
  for (const column of behind) insertLines(sheet.workbook, 0, 'column', column + 1, 1, 'after');
  sheet.select(0, 0);
  return sheet;
}

describe('an empty column that was put into a graded table', () => {
  test.each([0, 1, 2, 4, 6])('behind column %i leaves it one table, graded as before', async (behind) => {
    const sheet = await torn(behind);
    const before = sheet.texts();
    expect(sheet.view()).toMatchObject({ kind: 'table', table: { isGraded: true, customers: 4, others: [] } });
    expect(sheet.grade()).toMatchObject({ customers: 4, cellsWritten: 0, upgrades: 0, downgrades: 0 });
    expect(sheet.texts()).toEqual(before);
    sheet.enter(2, behind < 2 ? 3 : 2, [[5_000_000]]);
    expect(sheet.execute('gradeAgain')).toMatchObject({ kind: 'done', shown: [{ kind: 'toast' }] });
    expect(sheet.texts()[0]).toEqual([...HEADINGS.slice(0, behind + 1), '', ...HEADINGS.slice(behind + 1), ...OURS]);
    expect(sheet.undo()).toMatchObject({ kind: 'undone' });
  });

  test('several times, in a title row and with a note below it, leaves it one table', async () => {
    const sheet = await addOnSheet([['客户一览'], ...TABLE]);
    sheet.grade({ scheme });
    for (const column of [5, 3, 3]) insertLines(sheet.workbook, 0, 'column', column, 1, 'after');
    sheet.enter(9, 3, [['内部资料']]);
    sheet.select(1, 0);
    expect(sheet.grade()).toMatchObject({ customers: 4, cellsWritten: 0 });
  });

  test('of a copied sheet leaves that one table too', async () => {
    const sheet = await torn();
    const copy = duplicateSheet(sheet.workbook, 0, 'Copy', true);
    insertLines(sheet.workbook, copy.id, 'column', 3, 1, 'after');
    const place = { sheetId: copy.id, row: 1, column: 1, rows: 5, columns: 3 };
    expect(sheet.call('gradeTable', { place })).toMatchObject({ customers: 4, cellsWritten: 0 });
  });
});

test('a table of its own beside a graded one, with an empty column between, stays one of its own', async () => {
  const sheet = await addOnSheet(TABLE.map((row) => ['', '', '', '', ...row]));
  sheet.grade({ scheme });
  sheet.enter(0, 0, [
    ['客户名称', '销售额', '满意度'],
    ['戊公司', 100, '90%'],
    ['己公司', 200, '80%'],
  ]);
  sheet.select(1, 5);
  expect(sheet.view()).toMatchObject({ kind: 'table', table: { place: { column: 5, columns: 8 }, isGraded: true } });
  // neither is it taken for a part of one that has an empty column in it since
  insertLines(sheet.workbook, 0, 'column', 7, 1, 'after');
  sheet.select(1, 5);
  expect(sheet.view()).toMatchObject({ kind: 'table', table: { place: { column: 5, columns: 9 }, isGraded: true } });
});

describe('tables that were graded as one', () => {
  test.each<[string, (sheet: AddOnSheet) => void, number | undefined]>([
    ['an empty column is put into them', ({ workbook }) => insertLines(workbook, 0, 'column', 4, 1, 'after'), 0],
    [
      'a heading is changed in both',
      ({ enter }) => {
        for (const row of [0, 6]) enter(row, 7, [['最后联系']]);
      },
      undefined,
    ],
    [
      'a column is added to both',
      ({ workbook, enter }) => {
        insertLines(workbook, 0, 'column', 8, 1, 'before');
        for (const row of [0, 6]) enter(row, 8, [['备注'], ['甲']]);
      },
      undefined,
    ],
  ])('stay one when %s', async (_, change, cellsWritten) => {
    const sheet = await addOnSheet([...TABLE, [], ...SOUTH]);
    const all = { sheetId: 0, row: 1, column: 1, rows: 5, columns: 8 };
    expect(sheet.grade({ place: all, together: true, scheme }).customers).toBe(6);
    change(sheet);
    sheet.select(0, 0);
    expect(sheet.view()).toMatchObject({ kind: 'table', table: { customers: 6, others: [] } });
    expect(sheet.grade()).toMatchObject({ customers: 6, ...(cellsWritten === undefined ? {} : { cellsWritten }) });
  });
});

test.each([
  ['renamed', (sheet: AddOnSheet) => sheet.enter(0, 2, [['金额']])],
  ['taken out', ({ workbook }: AddOnSheet) => deleteLines(workbook, 0, 'column', 7, 1)],
])(
  'of two tables with the same headings side by side the graded one stays by itself with a column %s',
  async (_, change) => {
    const sheet = await addOnSheet(TABLE.map((row) => [...row, '', ...row]));
    sheet.grade({ scheme, place: { sheetId: 0, row: 1, column: 1, rows: 5, columns: 8 } });
    change(sheet);
    sheet.select(1, 1);
    expect(sheet.view()).toMatchObject({ kind: 'table', table: { customers: 4, isGraded: true, others: [{}] } });
  },
);
