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

/** The headings of the table around the selection; none when it is not told which is meant. */
function headingsOf(sheet: AddOnSheet): string[] {
  const view = sheet.view();
  return view.kind === 'table' ? view.table.columns.flatMap(({ heading }) => (heading === '' ? [] : [heading])) : [];
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

describe('a heading that was renamed, and an empty column that was put in', () => {
  test.each<[renamed: number, behind: number]>([
    [0, 4],
    [2, 2],
    [2, 6],
    [3, 1],
    [5, 3],
    [7, 5],
    // the first and the last of a part
    [4, 3],
    [4, 4],
  ])('heading %i, behind column %i: it stays one table, and ours are not made anew', async (renamed, behind) => {
    const sheet = await addOnSheet(TABLE);
    sheet.grade({ scheme });
    const headings = HEADINGS.map((heading, at) => (at === renamed ? '我的列' : heading));
    sheet.enter(0, renamed, [['我的列']]);
    insertLines(sheet.workbook, 0, 'column', behind + 1, 1, 'after');
    for (const row of [0, 2]) {
      sheet.select(row, 9);
      expect(sheet.view()).toMatchObject({ kind: 'table', table: { isGraded: true, customers: 4 } });
      expect(headingsOf(sheet)).toEqual(headings);
    }
    expect(sheet.grade()).toMatchObject({ customers: 4 });
    expect(sheet.texts()[0]).toEqual([...headings.slice(0, behind + 1), '', ...headings.slice(behind + 1), ...OURS]);
  });

  test('it stays one with several of them, also when the renamed one stands by itself between two', async () => {
    const sheet = await torn(4, 3, 0);
    sheet.enter(0, 6, [['我的列']]);
    expect(headingsOf(sheet)).toEqual(HEADINGS.map((heading, at) => (at === 4 ? '我的列' : heading)));
  });

  test.each<[what: string, change: (sheet: AddOnSheet) => void]>([
    [
      'two headings have been renamed',
      ({ enter }) => {
        enter(0, 2, [['甲列']]);
        enter(0, 6, [['乙列']]);
      },
    ],
    [
      'the renamed one stands by itself at the edge, where it could be a list of its own',
      ({ workbook, enter }) => {
        insertLines(workbook, 0, 'column', 1, 1, 'after');
        enter(0, 0, [['我的列']]);
      },
    ],
    [
      'the columns stand in another order too',
      ({ enter }) => {
        enter(0, 2, [['我的列', '投诉率', '合作年限', '回款率']]);
      },
    ],
  ])('it stays torn, as far as is known, when %s', async (_, change) => {
    const sheet = await addOnSheet(TABLE);
    sheet.grade({ scheme });
    change(sheet);
    insertLines(sheet.workbook, 0, 'column', 5, 1, 'after');
    sheet.select(0, 0);
    expect(headingsOf(sheet).length).toBeLessThan(HEADINGS.length);
  });

  test.each([
    ['first', 0, -1],
    ['last', 7, 7],
  ])("somebody's own list where the %s column was deleted is no part of it", async (_, deleted, behind) => {
    const sheet = await addOnSheet(TABLE.map((row) => ['', '', ...row]));
    sheet.grade({ scheme });
    deleteLines(sheet.workbook, 0, 'column', 2 + deleted, 1);
    const list = behind < 0 ? 0 : 2 + behind;
    if (behind >= 0) insertLines(sheet.workbook, 0, 'column', list, 2, 'before');
    sheet.enter(0, behind < 0 ? list : list + 1, [['备忘'], ['打电话'], ['寄样品'], ['回访'], ['开票']]);
    sheet.select(1, 4);
    expect(headingsOf(sheet)).toEqual(HEADINGS.filter((_heading, at) => at !== deleted));
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
