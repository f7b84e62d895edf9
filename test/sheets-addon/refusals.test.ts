import { describe, expect, test } from 'vitest';
import { deleteLines, hideLines } from '../../bot/local/workbook/change-lines.ts';
import { mergeCells, sortRange } from '../../bot/local/workbook/rearrange-cells.ts';
import { workbookData } from '../../bot/local/workbook/workbook-data.ts';
import { setFormats } from '../../bot/local/workbook/write-cells.ts';
import type { GradeOutcome, SheetView } from '../../sheets-addon/protocol.ts';
import { addOnSheet } from '../support/add-on-sheet.ts';
import { CUSTOMERS, HEADINGS, OURS, TABLE } from '../support/graded-rows.ts';
import { BO } from '../support/script-environments.ts';

describe('tables of a sheet', () => {
  test('with title, date, a group row of merged headings, blank rows and totals, the customers are graded and nothing else', async () => {
    const sheet = await addOnSheet([
      ['2026 年客户表'],
      ['2026-03-01'],
      ['客户', '', '经营', '', '', '', '服务', ''],
      HEADINGS,
      ...CUSTOMERS.slice(0, 2),
      [],
      ...CUSTOMERS.slice(2),
      ['合计', '', 1790000],
    ]);
    mergeCells(sheet.workbook, { sheetId: 0, startRow: 2, endRow: 3, startColumn: 2, endColumn: 6 });
    hideLines(sheet.workbook, 0, 'row', 5, 1, true);
    expect(sheet.grade({ scheme: 'account-value' }).customers).toBe(4);
    expect(sheet.texts().map((row) => row[8])).toEqual(['', '', '', 'Tier', 'A', 'B', '', 'D', 'D', '']);
  });

  test('a remark far below is no customer and nothing is written beside it; a company there is one', async () => {
    const remarked = await addOnSheet([...TABLE, [], [], ['', '* 数据截至3月'], ['资料来源：CRM']]);
    expect(remarked.grade({ scheme: 'account-value' }).customers).toBe(4);
    const cells = remarked.texts().slice(TABLE.length);
    expect(cells.map((row) => row.slice(2).join(''))).toEqual(['', '', '', '']);
    const company = await addOnSheet([...TABLE, [], ['', '来源科技有限公司']]);
    expect(company.grade({ scheme: 'account-value' }).customers).toBe(5);
  });

  test('of two tables the selection says which; elsewhere it is asked', async () => {
    const sheet = await addOnSheet([
      ...TABLE,
      [],
      [],
      ['Customer', 'Annual sales', 'Satisfaction'],
      ['Acme', 10, '80%'],
    ]);
    sheet.select(20, 20);
    const view = sheet.view();
    expect(view.kind === 'several' && view.tables.map(({ headings }) => headings[0])).toEqual(['客户编号', 'Customer']);
    expect(sheet.call('gradeTable', {})).toMatchObject({ kind: 'refused', code: 'unusable' });
    sheet.select(8, 0);
    expect(sheet.grade().customers).toBe(1);
    sheet.select(2, 0);
    expect(sheet.grade().customers).toBe(4);
    expect(sheet.grade().cellsWritten).toBe(0);
    sheet.select(8, 0);
    expect(sheet.grade()).toMatchObject({ customers: 1, cellsWritten: 0 });
  });

  test('without headings it is asked which row has them and which column names the customer; the answer holds', async () => {
    const sheet = await addOnSheet([['liste'], ['wer', 'was', 'wann'], ['Acme', 10, 3], ['Beta', 20, 4]]);
    const view = sheet.view() as Extract<SheetView, { kind: 'unusable' }>;
    expect(view).toMatchObject({ kind: 'unusable', problem: { code: 'no-header' } });
    expect(view.firstRows.map(({ row }) => row)).toEqual([1, 2, 3, 4]);
    const place = { sheetId: 0, row: 2, column: 1, rows: 3, columns: 3 };
    const hints = {
      columns: [
        { column: 0, field: 'name' },
        { column: 1, field: 'salesAmount' },
      ],
    };
    expect(sheet.view({ place, hints }).kind).toBe('table');
    expect(sheet.grade({ place, hints, scheme: 'spend-level' }).customers).toBe(2);
    expect(sheet.texts()[1]?.slice(3)).toEqual(OURS);
    expect(sheet.grade()).toMatchObject({ customers: 2, cellsWritten: 0 });
  });

  test('an empty sheet is said to be empty', async () => {
    const sheet = await addOnSheet([]);
    expect(sheet.view()).toMatchObject({ kind: 'unusable', place: null, problem: { code: 'empty-table' } });
  });
});

describe('what stands in the way', () => {
  test.each([
    ['a range', { startRow: 0, endRow: 3, startColumn: 6, endColumn: 10 }, 'G1:J3'],
    ['the sheet', null, 'Sheet1'],
  ])('%s that the person may not edit is named, and nothing is written', async (_, range, named) => {
    const sheet = await addOnSheet(TABLE);
    sheet.sheet.protections.push({
      id: 1,
      sheetId: 0,
      range,
      unprotected: [],
      description: 'Payroll',
      editors: [],
      isWarningOnly: false,
    });
    const before = sheet.texts();
    const execution = sheet.execute('gradeTable', {}, { user: { ...BO, locale: 'en' } });
    expect(execution).toMatchObject({ kind: 'done', result: { kind: 'refused', code: 'protected' } });
    const { text } = (execution as unknown as { result: { text: string } }).result;
    expect(text).toContain('Payroll');
    if (range !== null) expect(text).toContain(named);
    expect(sheet.texts()).toEqual(before);
    expect(sheet.workbook.sheets).toHaveLength(1);
    expect(sheet.workbook.metadata.all).toEqual([]);
    expect(sheet.grade().customers).toBe(4);
  });

  test.each([
    ['with a name', 'Payroll', 'H2:I4 (“Payroll”) is protected'],
    ['without one', '', 'H2:I4 is protected'],
  ])(
    'a protected range %s is named by its cells in every language, also by undo and grading again',
    async (_, description, named) => {
      const sheet = await addOnSheet(TABLE);
      sheet.grade({ scheme: 'account-value' });
      sheet.sheet.protections.push({
        id: 1,
        sheetId: 0,
        range: { startRow: 1, endRow: 4, startColumn: 7, endColumn: 9 },
        unprotected: [],
        description,
        editors: [],
        isWarningOnly: false,
      });
      sheet.enter(1, 2, [[1]]);
      const before = sheet.texts();
      const told = (name: string, request: unknown): string => {
        const execution = sheet.execute(name, request, { user: { ...BO, locale: 'en' } });
        expect(execution).toMatchObject({ kind: 'done', result: { kind: 'refused', code: 'protected' } });
        return (execution as unknown as { result: { text: string } }).result.text;
      };
      expect(told('gradeTable', {})).toContain(named);
      expect(told('undoGrading', { overwrite: true })).toContain(named);
      for (const language of ['zh-CN', 'zh-TW']) {
        const text = told('gradeTable', { language });
        expect(text).toContain('H2:I4');
        expect(text.includes('Payroll')).toBe(description !== '');
        expect(text).not.toMatch(/[{}]|（[“「]?[”」]?）/);
      }
      expect(sheet.texts()).toEqual(before);
    },
  );

  test('the hidden sheet, where somebody has protected it: nothing is written, not even a column put in or taken away', async () => {
    const sheet = await addOnSheet(TABLE);
    sheet.grade({ scheme: 'account-value' });
    const memory = sheet.workbook.sheets[1];
    memory?.protections.push({
      id: 1,
      sheetId: memory.id,
      range: null,
      unprotected: [],
      description: '',
      editors: [],
      isWarningOnly: false,
    });
    const before = structuredClone(workbookData(sheet.workbook));
    const requests = [
      ['undoGrading', { overwrite: true }],
      ['gradeTable', { scheme: 'sales-pipeline' }],
    ] as const;
    for (const [name, request] of requests) {
      const execution = sheet.execute(name, request, { user: { ...BO, locale: 'en' } });
      const text = 'Tierbook memory is protected and you may not edit it, so nothing was written.';
      expect(execution).toMatchObject({
        result: { kind: 'refused', code: 'protected', text: expect.stringContaining(text) },
      });
      expect(workbookData(sheet.workbook)).toEqual(before);
    }
  });

  test('while somebody grades, another is told so and the first is not disturbed', async () => {
    const sheet = await addOnSheet(TABLE);
    let other: GradeOutcome | undefined;
    const execution = sheet.execute(
      'gradeTable',
      { scheme: 'account-value' },
      {
        onCall: ({ name }) => {
          if (name !== 'SpreadsheetApp.Range.setValues' || other !== undefined) return;
          const second = sheet.execute('gradeTable', {}, { user: BO });
          if (second.kind === 'done') other = second.result as GradeOutcome;
        },
      },
    );
    expect(execution.kind).toBe('done');
    expect(other).toMatchObject({ kind: 'refused', code: 'busy' });
    expect(sheet.grade().cellsWritten).toBe(0);
  });

  test('typed columns of a Sheets table take the values', async () => {
    const sheet = await addOnSheet(TABLE);
    sheet.sheet.tables.push({
      name: 'Customers',
      range: { startRow: 0, endRow: 5, startColumn: 0, endColumn: 8 },
      columns: HEADINGS.map((name) => ({ name, type: 'text' as const })),
    });
    expect(sheet.grade({ scheme: 'account-value' }).skipped).toEqual([]);
    sheet.sheet.tables = sheet.sheet.tables.map((table) => ({
      ...table,
      range: { ...table.range, endColumn: 14 },
      columns: [...table.columns, ...OURS.map((name) => ({ name, type: 'text' as const }))],
    }));
    deleteLines(sheet.workbook, 0, 'column', 10, 1);
    sheet.grade();
    expect(sheet.texts()[0]).toEqual([...HEADINGS, ...OURS]);
    expect(sheet.column('Tier')).toEqual(['A', 'B', 'D', 'D']);
    expect(sheet.column('Why').every((why) => why !== '')).toBe(true);
  });
});

describe('styling that the sheet refuses', () => {
  test('is told, and the rest is done: a note on a cell of a range that the person may not edit', async () => {
    const sheet = await addOnSheet(TABLE);
    sheet.sheet.protections.push({
      id: 1,
      sheetId: 0,
      range: { startRow: 0, endRow: 5, startColumn: 0, endColumn: 8 },
      unprotected: [],
      description: 'Data',
      editors: [],
      isWarningOnly: false,
    });
    const outcome = sheet.call('gradeTable', { scheme: 'account-value' }, { user: { ...BO, locale: 'en' } });
    expect(outcome).toMatchObject({ kind: 'graded', customers: 4, skipped: ['notes'] });
    expect(sheet.column('Tier')).toEqual(['A', 'B', 'D', 'D']);
  });

  test('is told, and the values are written: the look of new columns that a Sheets table has made typed ones of its own', async () => {
    const sheet = await addOnSheet(TABLE.map((row, at) => [...row, at === 0 ? '备注' : '好', '', 'x']));
    const grown = (): void => {
      const columns = (sheet.texts()[0] ?? []).map((name) => ({ name, type: 'text' as const }));
      sheet.sheet.tables = [
        { name: 'Customers', range: { startRow: 0, endRow: 5, startColumn: 0, endColumn: columns.length }, columns },
      ];
    };
    const execution = sheet.execute(
      'gradeTable',
      { scheme: 'account-value' },
      {
        onCall: ({ name }) => {
          if (name === 'SpreadsheetApp.Range.clear') grown();
        },
      },
    );
    expect(execution).toMatchObject({ result: { kind: 'graded', customers: 4, skipped: ['formats'] } });
    expect(sheet.texts()[0]).toEqual([...HEADINGS, '备注', ...OURS, '', 'x']);
    expect(sheet.column('Tier')).toEqual(['A', 'B', 'D', 'D']);
    expect(sheet.column('Why').every((why) => why !== '')).toBe(true);
    expect(sheet.sheet.conditionalRules.length).toBeGreaterThan(0);
    expect(sheet.grade()).toMatchObject({ cellsWritten: 0, skipped: [] });
    expect(sheet.undo()).toMatchObject({ kind: 'undone' });
    expect(sheet.texts()[0]).toEqual([...HEADINGS, '备注', '', 'x']);
  });
});

describe('days of ours that cells do not show as days', () => {
  const noWork = { cellsWritten: 0, edited: { count: 0 } };

  test('in typed columns of a Sheets table are not written again, and are undone', async () => {
    const sheet = await addOnSheet(TABLE.map((row, at) => [...row, at === 0 ? '备注' : '好', '', 'x']));
    sheet.execute(
      'gradeTable',
      { scheme: 'account-value' },
      {
        onCall: ({ name }) => {
          if (name !== 'SpreadsheetApp.Range.clear') return;
          const columns = [...HEADINGS, '备注', ...OURS].map((one) => ({ name: one, type: 'number' as const }));
          const range = { startRow: 0, endRow: 5, startColumn: 0, endColumn: columns.length };
          sheet.sheet.tables = [{ name: 'Customers', range, columns }];
        },
      },
    );
    expect(sheet.sheet.grid.get('formats', 1, 14).numberFormat).toBeUndefined();
    expect(sheet.grade()).toMatchObject(noWork);
    sheet.enter(1, 7, [['2026-02-11']]);
    const [before] = sheet.column('Next follow-up');
    expect(sheet.grade().cellsWritten).toBeGreaterThan(0);
    expect(Number(sheet.column('Next follow-up')[0]) - Number(before)).toBe(10);
    expect(sheet.grade()).toMatchObject(noWork);
    expect(sheet.undo()).toMatchObject({ kind: 'undone' });
    expect(sheet.column('Next follow-up')[0]).toBe(before);
  });

  test('are no edit where somebody has only given them the look of numbers', async () => {
    const sheet = await addOnSheet(TABLE);
    sheet.grade({ scheme: 'account-value' });
    const days = { sheetId: 0, startRow: 1, endRow: 5, startColumn: 13, endColumn: 14 };
    setFormats(
      sheet.workbook,
      days,
      [1, 2, 3, 4].map(() => [{ numberFormat: '#,##0.00' }]),
    );
    expect(sheet.grade()).toMatchObject(noWork);
    // a number that is no day is one
    sheet.enter(1, 13, [[7]]);
    expect(sheet.view()).toMatchObject({ table: { edited: { count: 1, cells: ['N2'] } } });
  });
});

describe('undo', () => {
  test('after the rows were sorted, every customer has what it had', async () => {
    const sheet = await addOnSheet(TABLE);
    sheet.grade({ scheme: 'account-value' });
    const before = new Map(sheet.texts().map((row) => [row[0], row.slice(8)]));
    sheet.enter(2, 2, [[1]]);
    expect(sheet.grade().cellsWritten).toBeGreaterThan(0);
    const all = { sheetId: 0, startRow: 1, endRow: 5, startColumn: 0, endColumn: 14 };
    sortRange(sheet.workbook, all, [{ column: 0, isAscending: false }]);
    expect(sheet.undo()).toMatchObject({ kind: 'undone' });
    expect(new Map(sheet.texts().map((row) => [row[0], row.slice(8)]))).toEqual(before);
    expect(sheet.undo()).toMatchObject({ kind: 'refused', code: 'nothing-to-undo' });
  });

  test('says what of an edit it would lose, and loses it only when told to', async () => {
    const sheet = await addOnSheet(TABLE);
    sheet.grade({ scheme: 'account-value' });
    sheet.enter(2, 8, [['C']]);
    expect(sheet.undo()).toEqual({ kind: 'edited', count: 1, cells: [{ a1: 'I3', now: 'C', former: '' }] });
    expect(sheet.column('Tier')[1]).toBe('C');
    expect(sheet.undo(true)).toMatchObject({ kind: 'undone' });
    expect(sheet.texts().map((row) => row.length)).toEqual([8, 8, 8, 8, 8]);
    expect(sheet.workbook.metadata.all).toEqual([]);
    expect(sheet.sheet.conditionalRules).toEqual([]);
    expect(sheet.sheet.grid.get('notes', 4, 2)).toBe('');
  });
});
