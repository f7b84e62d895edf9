import { describe, expect, test } from 'vitest';
import { deleteLines, insertLines } from '../../bot/local/workbook/change-lines.ts';
import type { Entry } from '../../bot/local/workbook/write-cells.ts';
import { MEMORY_SHEET, memoryEntries } from '../../core/sheets/memory-sheet.ts';
import { type AddOnSheet, addOnSheet } from '../support/add-on-sheet.ts';

const scheme = 'account-value';
const FORMER = [10, 6_000_000, 20, 4_000_000];
const LATTER = [5_000_000, 11, 3_000_000, 21];
const YEARS = [8, 3, 1, 5];

/** Customers with two columns of amounts and one of years, under these headings. */
function rows(headings: readonly Entry[]): Entry[][] {
  return [
    [...headings],
    ...FORMER.map((former, at) => [`客户${'甲乙丙丁'[at]}`, former, LATTER[at] ?? 0, YEARS[at] ?? 0]),
  ];
}

/** The same, graded after a person chose the second amounts (column C) as the sales. */
async function chosen(headings: readonly Entry[]): Promise<AddOnSheet> {
  const sheet = await addOnSheet(rows(headings));
  sheet.grade({ scheme, hints: { columns: [{ column: 2, field: 'salesAmount' }] } });
  sheet.select(0, 0);
  return sheet;
}

/** The decision as the sheet remembers it, and as it is to be remembered instead. */
function remember(sheet: AddOnSheet, change: (text: string) => string): void {
  const memory = sheet.workbook.sheets.find(({ title }) => title === MEMORY_SHEET);
  const cells = [0, 1].map((column) => memory?.grid.get('values', 0, column));
  const [entry] = memoryEntries([cells.map((cell) => (typeof cell === 'string' ? cell : ''))]);
  memory?.grid.set('values', 0, 1, `~${change(entry?.text ?? '')}`);
}

const insert = (sheet: AddOnSheet, column: number): void => {
  insertLines(sheet.workbook, 0, 'column', column, 1, 'after');
};

describe('a column that a person chose and that is still told from others', () => {
  const headings: readonly [what: string, headings: readonly Entry[]][] = [
    ['a year', ['客户名称', 2024, 2025, '合作年限']],
    ['a day', ['客户名称', '2024-12-31', '2025-12-31', '合作年限']],
    ['a heading that another has too', ['客户名称', '金额', '金额', '合作年限']],
    ['nothing', ['客户名称', '备注', '', '合作年限']],
  ];

  test.each(headings)('is headed by %s: it is graded by wherever it has gone', async (_, given) => {
    const sheet = await chosen(given);
    const before = sheet.texts().map((cells) => cells.slice(4));
    insert(sheet, 1);
    sheet.enter(0, 1, [['地区'], ['东'], ['西'], ['东'], ['西']]);
    const again = sheet.execute('gradeAgain');
    expect(again).toMatchObject({ kind: 'done', shown: [{ kind: 'toast' }] });
    expect(sheet.texts().map((cells) => cells.slice(5))).toEqual(before);
    expect(sheet.view()).toMatchObject({
      table: { columns: { 3: { field: 'salesAmount', match: 'given' } }, gone: [] },
    });
  });

  test('a year that becomes a text is the same heading', async () => {
    const sheet = await chosen(['客户名称', 2024, 2025, '合作年限']);
    sheet.enter(0, 2, [["'2025"]]);
    insert(sheet, 1);
    sheet.enter(0, 1, [['地区']]);
    expect(sheet.grade()).toMatchObject({ cellsWritten: 0 });
  });

  test('amounts that were edited, sorted and added to change nothing about whose they are', async () => {
    const sheet = await chosen(['客户名称', '金额', '金额', '合作年限']);
    sheet.enter(1, 1, [[7, 4_000_000]]);
    sheet.enter(5, 0, [['客户戊', 5, 6_000_000, 2]]);
    expect(sheet.execute('gradeAgain')).toMatchObject({ kind: 'done', shown: [{ kind: 'toast' }] });
    expect(sheet.view()).toMatchObject({ table: { columns: { 2: { field: 'salesAmount' } }, gone: [] } });
  });
});

describe('a column that a person chose and that may be another by now', () => {
  const two = ['客户名称', '金额', '金额', '合作年限'];
  const years = ['客户名称', 2024, 2025, '合作年限'];

  test.each<[what: string, headings: readonly Entry[], change: (sheet: AddOnSheet) => void]>([
    [
      'a column was put in between two of its heading',
      two,
      (sheet) => {
        insert(sheet, 2);
        sheet.enter(0, 2, [['地区'], ['东'], ['西'], ['东'], ['西']]);
      },
    ],
    [
      'another one got its heading',
      years,
      (sheet) => {
        sheet.enter(0, 1, [[2025]]);
      },
    ],
    [
      'two of its heading changed places',
      two,
      (sheet) => {
        sheet.enter(
          1,
          1,
          FORMER.map((former, at) => [LATTER[at] ?? 0, former]),
        );
      },
    ],
    [
      'it was renamed',
      years,
      (sheet) => {
        sheet.enter(0, 2, [['备注']]);
      },
    ],
    [
      'it was deleted',
      years,
      (sheet) => {
        deleteLines(sheet.workbook, 0, 'column', 2, 1);
      },
    ],
    [
      'it was renamed, and the year stands among the values',
      years,
      (sheet) => {
        sheet.enter(0, 2, [['备注']]);
        sheet.enter(1, 1, [[2025]]);
      },
    ],
  ])('%s: nothing is graded before a person has seen it', async (_, headings, change) => {
    const sheet = await chosen(headings);
    change(sheet);
    const again = sheet.execute('gradeAgain');
    expect(again).toMatchObject({ kind: 'done', shown: [{ kind: 'sidebar' }] });
    expect(again.counts.writes.values).toBe(0);
    expect(sheet.call('gradeTable', {})).toMatchObject({ kind: 'refused', code: 'unusable' });
    const view = sheet.view();
    expect(view).toMatchObject({ kind: 'table', table: { gone: [{ field: 'salesAmount' }], hints: { columns: [] } } });
    const columns = view.kind === 'table' ? view.table.columns : [];
    expect(columns.some(({ match }) => match === 'given')).toBe(false);
    // the sidebar, which has shown it, grades without
    sheet.grade(view.kind === 'table' ? { hints: view.table.hints ?? {} } : {});
    expect(sheet.execute('gradeAgain')).toMatchObject({ shown: [{ kind: 'toast' }] });
  });

  test('the sidebar’s own decision holds while columns move, and is not taken for another’s either', async () => {
    const sheet = await addOnSheet(rows(two));
    const view = sheet.view({ scheme, hints: { columns: [{ column: 2, field: 'salesAmount' }] } });
    const hints = view.kind === 'table' ? (view.table.hints ?? {}) : {};
    expect(hints.columns).toMatchObject([{ column: '金额 | 金额 | 合作年限', field: 'salesAmount' }]);
    insert(sheet, 1);
    sheet.enter(0, 1, [['地区'], ['东'], ['西'], ['东'], ['西']]);
    expect(sheet.view({ scheme, hints })).toMatchObject({
      table: { columns: { 3: { field: 'salesAmount' } }, gone: [] },
    });
    deleteLines(sheet.workbook, 0, 'column', 2, 1);
    expect(sheet.call('gradeTable', { scheme, hints })).toMatchObject({ kind: 'refused', code: 'unusable' });
  });

  test('a table that cannot be read for it loses none of the other decisions', async () => {
    const sheet = await addOnSheet(rows(['谁', 2024, 2025, '合作年限']));
    const columns = [
      { column: 0, field: 'name' },
      { column: 2, field: 'salesAmount' },
    ];
    sheet.grade({ scheme, hints: { columns } });
    sheet.enter(0, 0, [['哪位']]);
    expect(sheet.view()).toMatchObject({
      kind: 'unusable',
      hints: {
        columns: [
          { column: '谁', field: 'name' },
          { column: '2025', field: 'salesAmount' },
        ],
      },
    });
  });
});

describe('what was remembered before columns had names', () => {
  test.each([
    ['a place', 'hints":{"columns":[{"column":2,'],
    ['a heading', 'hints":{"columns":[{"column":"2025",'],
  ])('%s is read as ever', async (_, before) => {
    const sheet = await chosen(['客户名称', 2024, 2025, '合作年限']);
    remember(sheet, (text) => text.replace(/hints":\{"columns":\[\{"column":[^,]*,/, before));
    expect(sheet.execute('gradeAgain')).toMatchObject({ kind: 'done', shown: [{ kind: 'toast' }] });
    expect(sheet.grade()).toMatchObject({ cellsWritten: 0 });
    expect(sheet.view()).toMatchObject({ table: { columns: { 2: { field: 'salesAmount' } } } });
  });
});
