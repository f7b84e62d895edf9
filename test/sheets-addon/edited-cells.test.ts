import { describe, expect, test } from 'vitest';
import { createCalculator } from '../../bot/local/workbook/calculate.ts';
import { deleteLines, moveLines } from '../../bot/local/workbook/change-lines.ts';
import { sortRange } from '../../bot/local/workbook/rearrange-cells.ts';
import { enterFormulas } from '../../bot/local/workbook/write-cells.ts';
import type { TableView } from '../../sheets-addon/protocol.ts';
import { type AddOnSheet, addOnSheet } from '../support/add-on-sheet.ts';
import { HEADINGS, OURS, TABLE } from '../support/graded-rows.ts';

const scheme = 'account-value';
const NONE = { count: 0, cells: [] };
/** Columns of ours: Tier in I, Score J, Why K, To next tier L, Review M, Next follow-up N. */
const WHY = 10;
const REVIEW = 12;

async function graded(): Promise<AddOnSheet> {
  const sheet = await addOnSheet(TABLE);
  sheet.grade({ scheme });
  return sheet;
}

function preview(sheet: AddOnSheet, request = {}): TableView {
  const view = sheet.view(request);
  if (view.kind !== 'table') throw new Error(view.kind);
  return view.table;
}

describe('what somebody typed into our columns', () => {
  test('is named before it is overwritten and afterwards, and undo brings it back', async () => {
    const sheet = await graded();
    expect(preview(sheet).edited).toEqual(NONE);
    sheet.enter(2, WHY, [['we know them']]);
    sheet.enter(4, REVIEW, [['ask Bob']]);
    const before = sheet.texts();
    expect(preview(sheet).edited).toEqual({ count: 2, cells: ['K3', 'M5'] });
    expect(sheet.grade().edited).toEqual({ count: 2, cells: ['K3', 'M5'] });
    expect(sheet.column('Why')[1]).not.toBe('we know them');
    expect(sheet.undo()).toMatchObject({ kind: 'undone', gone: [] });
    expect(sheet.texts()).toEqual(before);
    expect(sheet.grade().edited.count).toBe(2);
    expect(sheet.grade().edited).toEqual(NONE);
  });

  test('comes back as the formula that it was', async () => {
    const sheet = await graded();
    enterFormulas(sheet.workbook, { sheetId: 0, startRow: 3, endRow: 4, startColumn: WHY, endColumn: WHY + 1 }, [
      ['=B4&"!"'],
    ]);
    sheet.workbook.calculateWith(createCalculator());
    expect(sheet.grade().edited).toEqual({ count: 1, cells: ['K4'] });
    expect(sheet.sheet.grid.get('formulas', 3, WHY)).toBeNull();
    expect(sheet.undo()).toMatchObject({ kind: 'undone' });
    expect(sheet.sheet.grid.get('formulas', 3, WHY)).toBe('=B4&"!"');
    expect(sheet.column('Why')[2]).toBe('丙公司!');
  });

  test('is the only thing named of its row, whatever else was typed or emptied there', async () => {
    const sheet = await graded();
    sheet.enter(2, 8, [['C']]);
    sheet.enter(2, WHY, [['', 'by hand']]);
    expect(preview(sheet).edited).toEqual({ count: 1, cells: ['L3'] });
  });

  test('is named where the customer has changed too, and in a row that is new', async () => {
    const sheet = await graded();
    sheet.enter(3, 2, [[2_000_000]]);
    sheet.enter(3, REVIEW, [['call first']]);
    sheet.enter(5, 0, [['K5', '戊公司', 500000, '80%', 3, '1%', '80%', '']]);
    sheet.enter(5, WHY, [['new one']]);
    const { cells } = preview(sheet).edited;
    expect(cells).toContain('M4');
    expect(cells).toContain('K6');
    expect(cells.every((cell) => /[4-6]$/.test(cell))).toBe(true);
  });

  test('is nothing where only the customers changed, or were sorted without our columns, or a column was deleted', async () => {
    const sheet = await graded();
    sheet.enter(1, 2, [[1], [900000]]);
    expect(preview(sheet).edited).toEqual(NONE);
    expect(preview(sheet, { language: 'zh-CN' }).edited).toEqual(NONE);
    expect(preview(sheet, { scheme: 'lifecycle' }).edited).toEqual(NONE);
    sheet.grade();
    sortRange(sheet.workbook, { sheetId: 0, startRow: 1, endRow: 5, startColumn: 0, endColumn: 8 }, [
      { column: 0, isAscending: false },
    ]);
    expect(preview(sheet).edited).toEqual(NONE);
    sheet.grade();
    deleteLines(sheet.workbook, 0, 'column', WHY, 1);
    expect(preview(sheet).edited).toEqual(NONE);
  });

  test('stops the menu, which opens the sidebar in place of overwriting it', async () => {
    const sheet = await graded();
    sheet.enter(2, WHY, [['we know them']]);
    const execution = sheet.execute('gradeAgain');
    expect(execution.kind).toBe('done');
    expect(JSON.stringify(execution)).toContain('sidebar');
    expect(sheet.column('Why')[1]).toBe('we know them');
  });
});

describe('undo', () => {
  test.each([
    [2, 'I3: A → B)'],
    [1, 'I3: A)'],
  ])(
    'from the menu asks by an example, of a column that goes (%i. grading) by what is there now',
    async (grading, told) => {
      const sheet = await addOnSheet(TABLE);
      sheet.grade({ scheme: 'account-value', language: 'en' });
      if (grading === 2) {
        sheet.enter(2, 2, [[1]]);
        sheet.grade();
      }
      sheet.enter(2, 8, [['A']]);
      const asked: string[] = [];
      sheet.execute('undoGradingNow', undefined, {
        answerAlert: ({ prompt }) => {
          asked.push(prompt);
          return 'NO';
        },
      });
      expect(asked).toEqual([expect.stringContaining(told)]);
    },
  );

  test('of a first grading names the cells that somebody edited, not their rows', async () => {
    const sheet = await graded();
    sheet.enter(2, REVIEW, [['ask Bob']]);
    sheet.enter(3, 8, [['A']]);
    expect(sheet.undo()).toEqual({
      kind: 'edited',
      count: 2,
      cells: [
        { a1: 'I4', now: 'A', former: '' },
        { a1: 'M3', now: 'ask Bob', former: '' },
      ],
    });
  });

  test('of a first grading takes a deleted column of ours for no edit', async () => {
    const sheet = await graded();
    deleteLines(sheet.workbook, 0, 'column', WHY, 1);
    expect(sheet.undo()).toMatchObject({ kind: 'undone', gone: [] });
    expect(sheet.texts()[0]).toEqual(HEADINGS);
    expect(sheet.workbook.metadata.all).toEqual([]);
  });

  test('of a later grading says which deleted column stays away, and the rest is as it was', async () => {
    const sheet = await graded();
    const before = sheet.texts();
    sheet.enter(1, 2, [[1]]);
    sheet.grade();
    deleteLines(sheet.workbook, 0, 'column', WHY, 1);
    expect(sheet.undo()).toMatchObject({ kind: 'undone', gone: ['Why'] });
    const ours = (rows: string[][]): string[][] => rows.map((row) => row.slice(8));
    expect(ours(sheet.texts())).toEqual(ours(before).map((row) => row.toSpliced(2, 1)));
    sheet.enter(1, 2, [[1_200_000]]);
    expect(sheet.grade().edited).toEqual(NONE);
    expect(sheet.texts()).toEqual(before);
  });

  test('after a change of scheme puts our columns back among those of others in the order that they had', async () => {
    const sheet = await graded();
    // a remark of somebody's between Score and Why, and one behind all
    moveLines(sheet.workbook, 0, 'column', 20, 1, 10);
    sheet.enter(0, 10, [['Mine'], ['x'], ['y']]);
    sheet.enter(0, 15, [['Theirs'], ['z']]);
    const before = sheet.texts();
    for (const other of ['lifecycle', 'loyalty']) {
      sheet.grade({ scheme: other });
      expect(sheet.undo()).toMatchObject({ kind: 'undone' });
      expect(sheet.texts()).toEqual(before);
    }
    expect(sheet.grade().cellsWritten).toBe(0);
  });

  test('after a change of scheme does so when Tier stood first of all', async () => {
    const sheet = await graded();
    moveLines(sheet.workbook, 0, 'column', 8, 1, 0);
    const before = sheet.texts();
    sheet.grade({ scheme: 'lifecycle' });
    expect(sheet.texts()[0]?.[0]).toBe(HEADINGS[0]);
    sheet.undo();
    expect(sheet.texts()).toEqual(before);
    expect(sheet.texts()[0]?.toSorted()).toEqual([...HEADINGS, ...OURS].toSorted());
  });

  test('of a later grading brings our notes back, and leaves those of others', async () => {
    const sheet = await graded();
    const note = (row: number, column = 2): string => sheet.sheet.grid.get('notes', row, column) ?? '';
    const former = note(4);
    expect(former).toContain('Tierbook');
    sheet.enter(4, 2, [[70_000]]);
    sheet.enter(2, 2, [['xyz']]);
    sheet.grade();
    expect([note(2), note(4)]).toEqual([expect.stringContaining('xyz'), '']);
    sheet.sheet.grid.set('notes', 1, 2, 'mine');
    sortRange(sheet.workbook, { sheetId: 0, startRow: 1, endRow: 5, startColumn: 0, endColumn: 14 }, [
      { column: 0, isAscending: false },
    ]);
    const place = (key: string): number => sheet.texts().findIndex((row) => row[0] === key);
    expect(sheet.undo()).toMatchObject({ kind: 'undone' });
    expect([note(place('K2')), note(place('K4'))]).toEqual(['', former]);
    expect(note(place('K1'))).toBe('mine');
    sheet.grade();
    expect([note(place('K2')), note(place('K4'))]).toEqual([expect.stringContaining('xyz'), '']);
  });
});

describe('a typed tier that the scheme does not know', () => {
  test('is a tier of its own in preview and result, and nobody is for review because of it', async () => {
    const sheet = await graded();
    const counts = preview(sheet).counts.map(({ tier, customers }) => [tier, customers]);
    sheet.enter(1, 8, [['Platinum']]);
    const unknown = { tier: 'Platinum', colour: null, customers: 1, isUnknown: true };
    const expected = [['A', 0], ...counts.slice(1, -1), ['Platinum', 1], ...counts.slice(-1)];
    expect(preview(sheet).counts.map(({ tier, customers }) => [tier, customers])).toEqual(expected);
    expect(preview(sheet).counts).toContainEqual(unknown);
    const outcome = sheet.grade();
    expect(outcome.counts).toContainEqual(unknown);
    expect(outcome.counts.map(({ tier, customers }) => [tier, customers])).toEqual(expected);
    expect(outcome.overridden).toEqual([{ row: 2, name: '甲公司', from: 'A', to: 'Platinum' }]);
  });
});
