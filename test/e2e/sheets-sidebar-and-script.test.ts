import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { runForPage } from '../../bot/local/workbook/google-script/run-for-page.ts';
import { enterValues } from '../../bot/local/workbook/write-cells.ts';
import { SHEETS_OUTCOME_TEXT } from '../../core/text/sheets-outcome-text.ts';
import { SHEETS_SCHEMES_TEXT } from '../../core/text/sheets-schemes-text.ts';
import { SHEETS_TABLE_TEXT } from '../../core/text/sheets-table-text.ts';
import { openedPage } from '../../sheets-addon/opened-page.ts';
import type { Opening } from '../../sheets-addon/protocol.ts';
import { type AddOnSheet, addOnSheet } from '../support/add-on-sheet.ts';
import { builtAddOnFiles } from '../support/built-add-on.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { ANN } from '../support/script-environments.ts';
import { showSidebar } from '../support/sidebar-frame.ts';
import { hasBrowser, workspaceTest } from '../support/workspace-test.ts';

const text = SHEETS_TABLE_TEXT.en;
const outcome = SHEETS_OUTCOME_TEXT.en;
const schemes = SHEETS_SCHEMES_TEXT.en;

/** A title, a slip in a heading, HTML and a formula among the names, what cannot be read, a totals row. */
const ROWS = [
  ['Customers of 2025'],
  ['Customer', 'Annual sales', 'Payment rate', 'Complaint ratee', 'Years of cooperation', 'Notes'],
  ['Acme <b>Ltd</b>', 1_200_000, '98%', '0.1%', 8, 'key'],
  ['\'=HYPERLINK("http://x")', 340_000, '80%', '1%', 3, ''],
  ['Globex', 90_000, 'ask Bob', '4%', 1, ''],
  ['Initech', 12_000, '40%', '4%', 1, 'small'],
  ['Total', 1_642_000],
];

const sidebarTest = workspaceTest
  .extend('page', async ({ browser }, { onCleanup }): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 300, height: 800 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(60_000);
    onCleanup(() => page.close());
    return page;
  })
  .extend('openSidebar', async ({ page }) => async (sheet: AddOnSheet, opening: Partial<Opening> = {}) => {
    const { 'sidebar.html': html } = await builtAddOnFiles();
    const { frame } = await showSidebar(
      page,
      openedPage(html, { screen: 'table', language: 'en', ...opening }),
      (name, given) => runForPage(sheet.environment, name, given, { user: ANN }).result,
    );
    return frame;
  });

describe.skipIf(!hasBrowser)('the built sidebar in front of the built script', () => {
  sidebarTest('grades a messy table in place, again without a change, and undoes it', async ({ openSidebar, page }) => {
    const sheet = await addOnSheet(ROWS);
    const before = sheet.texts();
    const sidebar = await openSidebar(sheet);
    await sidebar.getByRole('heading', { name: 'Sheet1, A1:F7' }).waitFor();
    const found = await sidebar.getByRole('main').innerText();
    expect(found).toContain('4 customers · Headings in row 2');
    expect(found).toContain('Row 5, column C (“Payment rate”): “ask Bob” cannot be read as a rate.');
    expect(found).toContain('Acme <b>Ltd</b>');
    expect(sheet.texts()).toEqual(before);
    await expectAccessible(page);
    await sidebar.getByRole('button', { name: text.goTo('C5') }).click();
    await sidebar.getByText(text.wentTo('C5')).waitFor({ state: 'attached' });
    expect(sheet.workbook.selection).toMatchObject({ startRow: 4, startColumn: 2 });
    await sidebar.getByRole('button', { name: text.grade(4) }).click();
    await sidebar.getByRole('heading', { name: outcome.graded(4) }).waitFor();
    expect(sheet.texts()[1]?.slice(6)).toEqual(['Tier', 'Score', 'Why', 'To next tier', 'Review', 'Next follow-up']);
    await sidebar.getByRole('button', { name: outcome.gradeAgain }).click();
    await sidebar.getByText(outcome.nothingChanged).waitFor();
    await expectAccessible(page);
    await sidebar.getByRole('button', { name: outcome.undo }).click();
    await sidebar.getByRole('heading', { name: outcome.undone }).waitFor();
    await sidebar.getByRole('button', { name: outcome.backToTable }).click();
    await sidebar.getByRole('button', { name: text.grade(4) }).waitFor();
    expect(sheet.texts().map((row) => row.slice(0, 6))).toEqual(before);
  });

  sidebarTest('a tier that was typed over is kept and named; undo asks before it is lost', async ({ openSidebar }) => {
    const sheet = await addOnSheet(ROWS);
    sheet.grade();
    const tier = sheet.texts()[1]?.indexOf('Tier') ?? -1;
    const computed = sheet.texts()[5]?.[tier] ?? '';
    const typed = computed === 'A' ? 'B' : 'A';
    sheet.enter(5, tier, [[typed]]);
    const sidebar = await openSidebar(sheet, { screen: 'grade' });
    await sidebar.getByText(outcome.overridden(1)).waitFor();
    expect(await sidebar.getByRole('main').innerText()).toContain(outcome.override(typed, computed));
    expect(sheet.texts()[5]?.[tier]).toBe(typed);
    const review = sheet.texts()[1]?.indexOf('Review') ?? -1;
    sheet.enter(5, review, [['I know them']]);
    await sidebar.getByRole('button', { name: outcome.undo }).click();
    await sidebar.getByRole('heading', { name: outcome.editedTitle }).waitFor();
    await sidebar.getByRole('button', { name: outcome.keep }).click();
    await sidebar.getByRole('button', { name: text.gradeAgain }).waitFor();
    expect(sheet.texts()[5]?.[review]).toBe('I know them');
  });

  sidebarTest(
    'of two tables the chosen one is graded and undone, wherever the selection goes',
    async ({ openSidebar }) => {
      const sheet = await addOnSheet([
        ['Customer', 'Sales', '', 'Customer', 'Sales'],
        ['Acme', 1200, '', 'Globex', 90],
        ['Initech', 12, '', 'Hooli', 900],
      ]);
      sheet.select(20, 20);
      const before = sheet.texts();
      const sidebar = await openSidebar(sheet);
      await sidebar.getByRole('heading', { name: text.several }).waitFor();
      await sidebar.getByRole('button', { name: 'Sheet1, D1:E3' }).click();
      await sidebar.getByRole('button', { name: text.grade(2) }).click();
      await sidebar.getByRole('heading', { name: outcome.graded(2) }).waitFor();
      expect(sheet.texts()[0]?.slice(0, 6)).toEqual(['Customer', 'Sales', '', 'Customer', 'Sales', 'Tier']);
      sheet.select(1, 0);
      await sidebar.getByRole('button', { name: outcome.gradeAgain }).click();
      await sidebar.getByText(outcome.nothingChanged).waitFor();
      await sidebar.getByRole('button', { name: outcome.undo }).click();
      await sidebar.getByRole('heading', { name: outcome.undone }).waitFor();
      expect(sheet.texts()).toEqual(before);
    },
  );

  sidebarTest('a correction holds for the grading and is remembered, until it is dropped', async ({ openSidebar }) => {
    const sheet = await addOnSheet(ROWS);
    const sidebar = await openSidebar(sheet);
    const years = sidebar.getByRole('combobox', { name: text.fieldOf('E', 'Years of cooperation') });
    await years.selectOption({ label: text.notRead });
    await sidebar.getByRole('button', { name: text.dropCorrections }).waitFor();
    await sidebar.getByRole('button', { name: text.grade(4) }).click();
    await sidebar.getByRole('heading', { name: outcome.graded(4) }).waitFor();
    expect(sheet.column('Why').join()).not.toContain('ooperation');
    await sidebar.getByRole('button', { name: outcome.backToTable }).click();
    await sidebar.getByRole('button', { name: text.dropCorrections }).click();
    await sidebar.getByRole('button', { name: text.dropCorrections }).waitFor({ state: 'detached' });
    await sidebar.getByRole('button', { name: text.gradeAgain }).click();
    await sidebar.getByRole('heading', { name: outcome.graded(4) }).waitFor();
    expect(sheet.column('Why').join()).toContain('ooperation');
  });

  sidebarTest('no headings that anybody knows: the row and the column are asked for', async ({ openSidebar }) => {
    const sheet = await addOnSheet([
      ['Auszug vom Montag', '', ''],
      ['Wer', 'Wieviel', 'Wann'],
      ['Acme', 1200, 3],
      ['Globex', 90, 4],
    ]);
    const sidebar = await openSidebar(sheet);
    await sidebar.getByRole('heading', { name: text.noHeaderTitle }).waitFor();
    await sidebar.getByRole('radio', { name: /^Row 2/ }).check();
    await sidebar.getByRole('combobox', { name: text.whichColumn }).selectOption({ label: 'A · Wer' });
    await sidebar.getByRole('button', { name: text.useRow }).click();
    await sidebar.getByText('2 customers · Headings in row 2').waitFor();
  });

  sidebarTest('a scheme is put into a sheet, edited, checked cell by cell, and graded by', async ({ openSidebar }) => {
    const sheet = await addOnSheet(ROWS);
    const sidebar = await openSidebar(sheet);
    await sidebar.getByRole('heading', { name: 'Sheet1, A1:F7' }).waitFor();
    await sidebar.getByRole('button', { name: text.schemesTab }).click();
    await sidebar.getByRole('button', { name: `${schemes.toSheet}: Spend level` }).click();
    await sidebar.getByText(schemes.put('Spend level (own)')).waitFor();
    const own = sheet.workbook.sheets.find(({ title }) => title === 'Tierbook schemes');
    if (own === undefined) throw new Error('There is no sheet of schemes.');
    const shown = (row: number, column: number) => own.grid.get('values', row, column);
    const row = Array.from({ length: own.used.endRow }, (_, index) => index).find(
      (index) => shown(index, 0) === 'high',
    );
    if (row === undefined) throw new Error('There is no tier high.');
    const write = (title: string) => {
      enterValues(sheet.workbook, { sheetId: own.id, startRow: row, endRow: row + 1, startColumn: 0, endColumn: 1 }, [
        [title],
      ]);
    };
    write('low');
    await sidebar.getByRole('button', { name: schemes.check, exact: true }).click();
    await sidebar.getByText(/problems? to mend in the sheet/).waitFor();
    await sidebar.getByRole('status').getByRole('button').first().click();
    await expect.poll(() => sheet.workbook.selection?.sheetId).toBe(own.id);
    write('high');
    await sidebar.getByRole('button', { name: schemes.check, exact: true }).click();
    await sidebar.getByText(schemes.sound(1)).waitFor();
    await sidebar.getByRole('button', { name: `${schemes.use}: Spend level (own)` }).click();
    await sidebar.getByRole('heading', { name: 'Sheet1, A1:F7' }).waitFor();
    await expect.poll(() => sidebar.getByRole('combobox', { name: text.scheme }).inputValue()).toBe('spend-level-own');
    await sidebar.getByRole('button', { name: text.grade(4) }).click();
    await sidebar.getByRole('heading', { name: outcome.graded(4) }).waitFor();
    expect(sheet.column('Tier')).toContain('High');
  });
});
