import { expect, test } from 'vitest';
import type { Workbook } from '../../bot/local/workbook/workbook.ts';
import { addOnSheet } from '../support/add-on-sheet.ts';
import { TABLE } from '../support/graded-rows.ts';
import { summarise } from '../support/summary-sheet.ts';

/** Brings the sheet of this title to the front, its first cell selected. */
function open(workbook: Workbook, title: string): void {
  const { id: sheetId } = workbook.sheets.find((one) => one.title === title) ?? { id: -1 };
  workbook.select({ sheetId, startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 });
}

async function workbookWithAll() {
  const sheet = await addOnSheet(TABLE);
  sheet.grade({ scheme: 'account-value', language: 'en' });
  const { sheet: summary } = summarise(sheet);
  sheet.call('writeSchemeSheet', {
    cells: [
      ['Customer', 'Sales'],
      ['Acme', 5],
    ],
  });
  return { sheet, summary };
}

test("Tierbook's own sheets are no tables of customers: it is said which sheet it is, and nothing is written", async () => {
  const { sheet, summary } = await workbookWithAll();
  const sheets = [
    ['Tierbook memory', 'memory', null],
    ['Tierbook schemes', 'schemes', null],
    [summary.title, 'summary', 'Sheet1'],
  ] as const;
  for (const [title, is, of] of sheets) {
    open(sheet.workbook, title);
    const view = sheet.view();
    expect(view).toMatchObject({ kind: 'own-sheet', sheetName: title, is });
    expect(view.kind === 'own-sheet' && (view.table?.sheetName ?? null)).toBe(of);
    const execution = sheet.execute('gradeTable', {});
    expect(execution).toMatchObject({ result: { kind: 'refused', code: 'unusable' } });
    expect(execution.counts.writes.values).toBe(0);
    expect(sheet.undo()).toMatchObject({ kind: 'refused', code: 'nothing-to-undo' });
  }
});

test('a summary is known by its mark, whatever it is called, and a sheet that is only called like one is not', async () => {
  const { sheet, summary } = await workbookWithAll();
  sheet.workbook.renameSheet(summary.id, 'Mine');
  open(sheet.workbook, 'Mine');
  expect(sheet.view()).toMatchObject({ kind: 'own-sheet', sheetName: 'Mine', is: 'summary' });
  const other = await addOnSheet(TABLE);
  other.workbook.renameSheet(0, 'Summary');
  expect(other.view().kind).toBe('table');
});

test.each(['constructor', 'toString', '__proto__'])('a sheet called %s is graded as any other', async (title) => {
  const sheet = await addOnSheet(TABLE);
  sheet.sheet.title = title;
  expect(sheet.view().kind).toBe('table');
  expect(sheet.grade().customers).toBe(TABLE.length - 1);
  expect(sheet.undo().kind).toBe('undone');
});
