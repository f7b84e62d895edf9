import type { FrameLocator, Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { sampleTable } from '../../bot/local/sheet/sample-table.ts';
import type { Language } from '../../core/text/language.ts';
import { PAGE_SHEET_TEXT } from '../../core/text/page-sheet-text.ts';
import { SHEET_SAMPLE_TEXT } from '../../core/text/sheet-sample-text.ts';
import { SHEETS_OUTCOME_TEXT } from '../../core/text/sheets-outcome-text.ts';
import { SHEETS_SCRIPT_TEXT } from '../../core/text/sheets-script-text.ts';
import { SHEETS_SUMMARY_TEXT } from '../../core/text/sheets-summary-text.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { takePicture } from '../support/take-picture.ts';
import { hasBrowser, type Visit, workspaceTest } from '../support/workspace-test.ts';

const text = PAGE_SHEET_TEXT.en;
const sample = SHEET_SAMPLE_TEXT.en;
const script = SHEETS_SCRIPT_TEXT.en;
const outcome = SHEETS_OUTCOME_TEXT.en;
const summary = SHEETS_SUMMARY_TEXT.en;

const sheetTest = workspaceTest.extend('sheet', async ({ visit }) => async (how: Visit = {}): Promise<Page> => {
  const page = await visit({ as: 'U0ANNA', path: '/sheet', ...how });
  await page.getByRole('grid').waitFor();
  return page;
});

describe.skipIf(!hasBrowser)('the sheet', () => {
  sheetTest('is the second page of the workspace, with an address of its own', async ({ visit }) => {
    const page = await visit({ as: 'U0ANNA' });
    await page.getByRole('link', { name: text.sheetPage }).click();
    await page.getByRole('grid').waitFor();
    expect(new URL(page.url()).pathname).toBe('/sheet');
    expect(await page.title()).toBe(`${text.sheetPage} · Tierbook`);
    await cell(page, sample.names[0] ?? '').waitFor();
    await expectAccessible(page);
    await page.goBack();
    await page.getByRole('log').waitFor();
    await page.goForward();
    await page.getByRole('grid').waitFor();
  });

  sheetTest('is edited with the keyboard as a spreadsheet is, and takes back what one did', async ({ sheet }) => {
    const page = await sheet();
    const { keyboard } = page;
    await addSheet(page);
    await keyboard.type('Acme');
    await keyboard.press('Tab');
    await keyboard.type('1,250.5');
    await keyboard.press('Enter');
    await keyboard.type('85%');
    await keyboard.press('ArrowUp');
    await cell(page, 'Acme').waitFor();
    expect(await selected(page)).toBe('B1');
    // What was typed is shown until the sheet has taken it.
    await at(page, 'B1', '1,250.50').waitFor({ state: 'attached' });
    expect(await page.getByRole('textbox', { name: text.formulaBar }).inputValue()).toBe('1250.5');

    await keyboard.press('F2');
    await keyboard.press('End');
    await keyboard.type('9');
    await keyboard.press('Escape');
    await at(page, 'B1', '1,250.50').waitFor({ state: 'attached' });
    await keyboard.press('Shift+ArrowDown');
    expect(await selected(page)).toBe('B1:B2');
    await keyboard.press('Delete');
    await at(page, 'B1', text.emptyCell).waitFor({ state: 'attached' });
    await keyboard.press('Control+z');
    await at(page, 'B1', '1,250.50').waitFor({ state: 'attached' });
    await keyboard.press('Control+y');
    await at(page, 'B1', text.emptyCell).waitFor({ state: 'attached' });
    await page.getByRole('button', { name: text.undo }).click();
    await at(page, 'B1', '1,250.50').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: text.redo }).click();
    await at(page, 'B1', text.emptyCell).waitFor({ state: 'attached' });
    await goTo(page, 'B1');
    await keyboard.press('Control+z');
    await at(page, 'B1', '1,250.50').waitFor({ state: 'attached' });
    await keyboard.press('Control+Shift+z');
    await at(page, 'B1', text.emptyCell).waitFor({ state: 'attached' });
    await keyboard.press('Control+z');
    await at(page, 'B1', '1,250.50').waitFor({ state: 'attached' });
    await keyboard.press('Control+End');
    expect(await selected(page)).toBe('B2');
    await keyboard.press('Control+Home');
    expect(await selected(page)).toBe('A1');
    await keyboard.press('Escape');
    await keyboard.press('Tab');
    expect(await page.getByRole('grid').locator(':focus').count()).toBe(0);
  });

  sheetTest('takes what is pasted from a text, typed as a spreadsheet would', async ({ sheet }) => {
    const page = await sheet();
    await addSheet(page);
    await paste(page, {
      'text/plain': 'Name\tSales\tSince\n"Two\nlines"\t(1,200)\t2026-03-05\n=1+1\t007\t2026-02-30\n',
    });
    await page
      .getByRole('status')
      .filter({ hasText: text.pasted(3, 3) })
      .waitFor();
    expect(await selected(page)).toBe('A1:C3');
    await cell(page, '-1,200').or(cell(page, '(1,200)')).waitFor();
    expect(await contents(page, ['A2', 'C2', 'B3', 'C3'])).toEqual(['Two\nlines', '2026-03-05', '7', '2026-02-30']);
  });

  sheetTest.for([
    [
      'Google Sheets',
      `<google-sheets-html-origin><table><tbody>
       <tr><td data-sheets-value='{"1":2,"2":"007"}'>007</td><td rowspan="2" data-sheets-value='{"1":2,"2":"=both"}'>=both</td></tr>
       <tr><td data-sheets-value='{"1":3,"3":0.8512}' data-sheets-numberformat='{"1":3,"2":"0%","3":1}'>85%</td></tr>
       </tbody></table></google-sheets-html-origin>`,
      ["'007", "'=both", '85.12%', ''],
    ],
    [
      'Excel',
      `<html><head><style>.xl65 {mso-number-format:"\\@";}</style></head><body><table>
       <tr><td class=xl65>007</td><td colspan=2 align=right>1,250.5</td></tr>
       <tr><td>Two<br>
  lines &amp; more</td><td>TRUE</td><td><script>throw 1</script></td></tr></table></body></html>`,
      ["'007", '1250.5', 'Two\nlines & more', 'TRUE'],
    ],
    [
      'LibreOffice',
      `<table><tr><td sdval="45000" sdnum="1033;0;YYYY-MM-DD">2023-03-15</td><td sdval="0.5">0.5</td></tr>
       <tr><td><b>bold</b></td><td></td></tr></table>`,
      ['2023-03-15', '0.5', 'bold', ''],
    ],
  ] as const)('takes the table that %s puts on the clipboard', async ([, html, expected], { sheet }) => {
    const page = await sheet();
    await addSheet(page);
    await paste(page, { 'text/html': html, 'text/plain': 'not this' });
    await expect.poll(() => contents(page, ['A1', 'B1', 'A2', 'B2'])).toEqual(expected);
  });

  sheetTest('copies what other spreadsheets take, and pastes it again as it was', async ({ sheet }) => {
    const page = await sheet();
    await addSheet(page);
    await paste(page, { 'text/plain': '1234.5678\t85%\t\'007\n"a\nb"\t\tx' });
    await page
      .getByRole('status')
      .filter({ hasText: text.pasted(2, 3) })
      .waitFor();
    await expect.poll(() => contents(page, ['C2'])).toEqual(['x']);
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+a');
    const copied = await copy(page);
    expect(copied['text/plain']).toBe('1234.5678\t85%\t007\n"a\nb"\t\tx');
    await addSheet(page);
    await paste(page, copied);
    await expect
      .poll(() => contents(page, ['A1', 'B1', 'C1', 'A2', 'C2']))
      .toEqual(['1234.5678', '85%', "'007", 'a\nb', 'x']);
  });

  sheetTest('stays quick with thousands of rows, of which only those in sight are drawn', async ({ sheet }) => {
    const page = await sheet();
    await addSheet(page);
    const rows = Array.from({ length: 5000 }, (_, row) => `Customer ${row + 1}\t${row}\t${row % 100}%`);
    await paste(page, { 'text/plain': rows.join('\n') });
    await page
      .getByRole('status')
      .filter({ hasText: text.pasted(5000, 3) })
      .waitFor();
    await page.locator('[role="grid"][aria-rowcount="5001"]').waitFor();
    await page.keyboard.press('Control+End');
    await cell(page, 'Customer 5000').waitFor();
    expect(await page.getByRole('row').count()).toBeLessThan(80);
    await page.keyboard.press('Control+z');
    await cell(page, 'Customer 5000').waitFor({ state: 'hidden' });
  });

  sheetTest('inserts, hides and sorts rows from the menu of the cells', async ({ sheet }) => {
    const page = await sheet();
    await addSheet(page);
    await paste(page, { 'text/plain': 'Name\tSales\nb\t2\na\t3\nc\t1' });
    await expect.poll(() => contents(page, ['A4'])).toEqual(['c']);
    await page.getByRole('rowheader', { name: '1', exact: true }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: text.freeze(1) }).click();
    await goTo(page, 'B2');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: text.sortDown('B') }).click();
    await expect.poll(() => contents(page, ['A1', 'A2', 'A3', 'A4'])).toEqual(['Name', 'a', 'b', 'c']);
    await page.getByRole('rowheader', { name: '3', exact: true }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: text.insertAbove(1) }).click();
    await expect.poll(() => contents(page, ['A3', 'A4'])).toEqual(['', 'b']);
    await page.getByRole('rowheader', { name: '3', exact: true }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: text.hideRows(1) }).click();
    await page.getByRole('rowheader', { name: '3', exact: true }).waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: text.undo }).click();
    await page.getByRole('rowheader', { name: '3', exact: true }).waitFor();
  });

  sheetTest('adds, renames, duplicates and deletes sheets', async ({ sheet }) => {
    const page = await sheet();
    await addSheet(page);
    const tabs = page.getByRole('navigation', { name: text.sheets });
    await tabs.locator('[aria-current]').dblclick();
    await page.getByRole('textbox', { name: text.newName }).fill('Ours');
    await page.getByRole('button', { name: text.save }).click();
    await tabs.getByRole('button', { name: 'Ours', exact: true }).waitFor();
    await tabs.getByRole('button', { name: text.sheetMenu('Ours') }).click();
    await page.getByRole('menuitem', { name: text.duplicate }).click();
    const copied = tabs.getByRole('button', { name: 'Copy of Ours', exact: true });
    await copied.waitFor();
    await tabs.getByRole('button', { name: text.sheetMenu('Copy of Ours') }).click();
    await page.getByRole('menuitem', { name: text.deleteSheet }).click();
    await copied.waitFor({ state: 'hidden' });
  });

  sheetTest(
    'is pasted into and typed into at once where one has added a sheet or pressed its tab',
    async ({ sheet }) => {
      const page = await sheet();
      const tabs = page.getByRole('navigation', { name: text.sheets }).getByRole('listitem');
      await page.getByRole('button', { name: text.addSheet }).click();
      await tabs.last().and(page.locator('.is-open')).waitFor();
      await expect.poll(() => focused(page)).toBe('cell-input');
      await paste(page, { 'text/plain': 'Name\tSales\nAcme\t5' });
      await cell(page, 'Acme').waitFor();
      await tabs.first().getByRole('button').first().click();
      await cell(page, sample.names[0] ?? '').waitFor();
      await expect.poll(() => focused(page)).toBe('cell-input');
      const last = tabs.last().getByRole('button').first();
      await last.press('Enter');
      await cell(page, 'Acme').waitFor();
      expect(await isFocused(last)).toBe(true);
    },
  );

  sheetTest('shows everybody what one of them changes', async ({ sheet }) => {
    const [anna, sam] = [await sheet(), await sheet({ as: 'U0SAM' })];
    await goTo(anna, 'B4');
    await anna.keyboard.type('Sam Carter II');
    await anna.keyboard.press('Enter');
    await cell(sam, 'Sam Carter II').waitFor();
    await anna.keyboard.press('Control+z');
    await cell(sam, 'Sam Carter II').waitFor({ state: 'hidden' });
  });

  sheetTest(
    'grades a pasted table in two clicks; tiers follow their rows, and a tier that one types stays',
    async ({ sheet }) => {
      const page = await sheet({ size: { width: 1440, height: 900 } });
      await addSheet(page);
      await paste(page, { 'text/plain': tableOf(sampleTable('en').rows) });
      await expect.poll(() => contents(page, ['A4'])).toEqual([sample.names[0]]);
      const addon = await gradeIt(page, 'en');
      await cell(page, script.headings.why).waitFor();
      const before = await tiers(page);
      expect(before.size).toBeGreaterThan(20);
      expect(new Set(before.values())).toEqual(new Set(['A', 'B', 'C', 'D', '']));
      await expectAccessible(page);

      await page.getByRole('rowheader', { name: '4', exact: true }).click();
      await page.getByRole('rowheader', { name: '20', exact: true }).click({ modifiers: ['Shift'] });
      await page.getByRole('rowheader', { name: '10', exact: true }).click({ button: 'right' });
      await page.getByRole('menuitem', { name: text.sortUp('A') }).click();
      await expect.poll(() => contents(page, ['A4'])).not.toEqual([sample.names[0]]);
      expect(await tiers(page)).toEqual(before);
      await addon.getByRole('button', { name: outcome.gradeAgain }).click();
      await page.getByRole('status').filter({ hasText: text.running }).waitFor({ state: 'hidden' });
      expect(await tiers(page)).toEqual(before);

      await goTo(page, 'I5');
      const computed = await page.getByRole('textbox', { name: text.formulaBar }).inputValue();
      const typed = computed === 'A' ? 'D' : 'A';
      await page.keyboard.type(typed);
      await page.keyboard.press('Enter');
      await menu(page, script.menu.again);
      const review = script.sentences.overridden.replace('{tier}', computed);
      await page.getByRole('gridcell', { name: review }).first().waitFor();
      await expect.poll(() => contents(page, ['I5'])).toEqual([typed]);
    },
  );

  sheetTest('grades with the keyboard alone; the focus stays where one is, and is never lost', async ({ sheet }) => {
    const page = await sheet({ size: { width: 1440, height: 900 } });
    const { keyboard } = page;
    await page.getByRole('button', { name: text.closeHint }).press('Enter');
    expect(await focused(page)).toBe('cell-input');
    await addSheet(page);
    await paste(page, { 'text/plain': tableOf(sampleTable('en').rows) });
    await expect.poll(() => contents(page, ['A4'])).toEqual([sample.names[0]]);
    await keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: text.copy }).waitFor();
    await keyboard.press('Escape');
    expect(await focused(page)).toBe('cell-input');

    await keyboard.press('Escape');
    const tierbook = page.getByRole('button', { name: 'Tierbook', exact: true });
    for (let tabs = 0; tabs < 6 && !(await isFocused(tierbook)); tabs += 1) await keyboard.press('Shift+Tab');
    await keyboard.press('Enter');
    await expect.poll(() => isFocused(page.getByRole('menuitem', { name: script.menu.grade }))).toBe(true);
    await keyboard.press('Enter');
    const addon = page.frameLocator('.addon-frame');
    const grade = addon.locator('button.primary.wide');
    await grade.waitFor();
    for (let tabs = 0; tabs < 60 && !(await isFocused(grade)); tabs += 1) await keyboard.press('Tab');
    await keyboard.press('Enter');
    await addon.getByRole('button', { name: outcome.gradeAgain }).waitFor();
    await cell(page, script.headings.why).waitFor();
    // The script has chosen the first of its columns: one reads the result nevertheless.
    expect(await selected(page)).toBe('I3');
    expect(await focused(page)).toBe('addon-frame');
    expect(await isFocused(addon.locator('.screen-heading'))).toBe(true);

    await page.getByRole('complementary').getByRole('button', { name: text.close }).press('Enter');
    expect(await focused(page)).toBe('cell-input');
    await keyboard.press('ArrowDown');
    expect(await selected(page)).toBe('I4');
  });

  sheetTest.for([
    ['zh-CN', 'U0LEI'],
    ['zh-TW', 'U0YIJUN'],
  ] as const)(
    'grades the sample in %s, shows the tiers in their colours, and undoes it',
    async ([language, as], { sheet }) => {
      const zh = {
        script: SHEETS_SCRIPT_TEXT[language],
        sheet: PAGE_SHEET_TEXT[language],
        sample: SHEET_SAMPLE_TEXT[language],
      };
      const page = await sheet({ as, size: { width: 1440, height: 900 } });
      await page.getByRole('button', { name: zh.sheet.edit, exact: true }).click();
      await page.getByRole('menuitem', { name: zh.sheet.sample }).click();
      await cell(page, zh.sample.names[0] ?? '').waitFor();
      await gradeIt(page, language);
      const tier = page.getByRole('gridcell', { name: 'A', exact: true }).first();
      await tier.waitFor();
      await expect
        .poll(() => tier.evaluate('(cell) => getComputedStyle(cell).backgroundColor'))
        .not.toBe('rgb(255, 255, 255)');
      await expectAccessible(page);
      await menu(page, zh.script.menu.undo);
      await cell(page, zh.script.headings.why).waitFor({ state: 'hidden' });
      expect(await cell(page, zh.sample.names[0] ?? '').count()).toBe(1);
    },
  );

  sheetTest('grades the sample with which a newcomer begins', async ({ sheet }) => {
    const page = await sheet({ size: { width: 1440, height: 900 } });
    await page.getByRole('button', { name: text.edit, exact: true }).click();
    await page.getByRole('menuitem', { name: text.sample }).click();
    await cell(page, sample.names[0] ?? '').waitFor();
    await gradeIt(page, 'en');
    await cell(page, script.headings.why).waitFor();
    await page.locator('.sheet-status .spinner').waitFor({ state: 'hidden' });
    await takePicture(page, 'sheet');
    await expectAccessible(page);
  });

  sheetTest('draws the chart of a summary, and draws it anew when a tier is typed over', async ({ sheet }) => {
    const page = await sheet({ size: { width: 1440, height: 900 } });
    const tabs = page.getByRole('navigation', { name: text.sheets });
    await addSheet(page);
    await paste(page, { 'text/plain': tableOf(sampleTable('en').rows) });
    await expect.poll(() => contents(page, ['A4'])).toEqual([sample.names[0]]);
    const graded = (await tabs.locator('[aria-current]').textContent()) ?? '';
    await gradeIt(page, 'en');
    await cell(page, script.headings.why).waitFor();
    await menu(page, script.menu.summary);
    const figure = page.getByRole('figure');
    const chart = figure.getByRole('img', { name: summary.chart });
    await chart.waitFor();
    const numbers = async () => new Map(Object.entries(await barsOf(chart)));
    const before = await numbers();
    expect([...before.keys()].slice(0, 4)).toEqual(['A', 'B', 'C', 'D']);
    // the same numbers are seen: labels below the bars, numbers above them
    expect(await chart.locator('.chart-label').allTextContents()).toEqual([...before.keys()]);
    expect(await chart.locator('.chart-number').allTextContents()).toEqual([...before.values()]);

    await page.getByRole('complementary').getByRole('button', { name: text.close }).click();
    const sight = page.locator('.grid-scroller');
    const left = (await figure.boundingBox())?.x ?? 0;
    await sight.evaluate((grid) => {
      grid.scrollLeft = 300;
    });
    await expect.poll(async () => (await figure.boundingBox())?.x).toBe(left - 300);
    // a click on it leaves the selection and the focus where they are
    const beside = `${await columnBefore(page, left - 300)}3`;
    await goTo(page, beside);
    await chart.click({ position: { x: 20, y: 60 } });
    expect(await selected(page)).toBe(beside);
    expect(await focused(page)).toBe('cell-input');
    await expectAccessible(page);
    // one comes to the cells under it with the keyboard, and sees where one is
    for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    const active = page.locator('.cell.is-active');
    await expect.poll(async () => ((await active.boundingBox())?.x ?? 0) > left - 300).toBe(true);
    expect(await isUppermost(active)).toBe(true);

    await tabs.getByRole('button', { name: graded, exact: true }).click();
    await figure.waitFor({ state: 'detached' });
    await goTo(page, 'I5');
    const computed = await page.getByRole('textbox', { name: text.formulaBar }).inputValue();
    const typed = computed === 'A' ? 'D' : 'A';
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
    await tabs.getByRole('button', { name: summary.sheetTitle }).first().click();
    await chart.waitFor();
    const more = (tier: string, by: number) => String(Number(before.get(tier)) + by);
    const after = new Map(before).set(computed, more(computed, -1)).set(typed, more(typed, 1));
    await expect.poll(numbers).toEqual(after);
  });

  sheetTest('lets a long text go on over empty cells, and ends it at the next content', async ({ sheet }) => {
    const page = await sheet();
    await addSheet(page);
    const title = 'Customers of the northern region in the last quarter';
    await paste(page, { 'text/plain': tableOf([[title], [title, '', 'end'], [title, 'end']]) });
    await cell(page, title).waitFor();
    const shown = page.getByRole('gridcell', { name: title, exact: true }).locator('span');
    await expect.poll(() => shown.count()).toBe(3);
    const boxes = await Promise.all([0, 1, 2].map((place) => shown.nth(place).boundingBox()));
    const [whole = 0, untilEnd = 0, own = 0] = boxes.map((box) => box?.width ?? 0);
    expect(await shown.first().evaluate((span) => span.scrollWidth <= span.clientWidth)).toBe(true);
    expect(whole).toBeGreaterThan(untilEnd);
    expect(untilEnd).toBeGreaterThan(own);
    // what is beside it is still what one points at
    await goTo(page, 'B1');
    await expectAccessible(page);
  });

  sheetTest('shows a long text whole where one is, and in the formula bar', async ({ sheet }) => {
    const page = await sheet();
    await addSheet(page);
    const why = 'Sales amount €862,500: 25.5 of 30; '.repeat(8).trim();
    await paste(page, {
      'text/plain': tableOf([
        ['', ''],
        ['Acme', why, 'x'],
        ['Birch', 'short', 'y'],
      ]),
    });
    await cell(page, 'Birch').waitFor();
    const shown = page.getByRole('gridcell', { name: why }).locator('span');
    const isWhole = () => shown.evaluate((span) => span.scrollWidth <= span.clientWidth && span.clientHeight > 40);
    await goTo(page, 'A1');
    expect(await isWhole()).toBe(false);
    await goTo(page, 'B2');
    expect(await isWhole()).toBe(true);
    // of the formula bar one line is seen, and nothing of the next
    const lines = "getComputedStyle(document.querySelector('.formula-field')).lineHeight";
    const height = "document.querySelector('.formula-field').clientHeight + 'px'";
    expect(await page.evaluate(lines)).toBe(await page.evaluate(height));
    // what is below is not in the way of the pointer
    await goTo(page, 'C3');
    expect(await isWhole()).toBe(false);
    await goTo(page, 'B2');
    const bar = page.getByRole('textbox', { name: text.formulaBar });
    await bar.click();
    expect(await bar.evaluate((field) => field.scrollHeight <= field.clientHeight + 1)).toBe(true);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(isWhole).toBe(false);
  });

  sheetTest(
    'shows a long text whole at the edges of the window too, while it is read and while it is typed',
    async ({ sheet }) => {
      const page = await sheet();
      await addSheet(page);
      const why = 'Sales amount €862,500: 25.5 of 30; '.repeat(8).trim();
      const grid = page.locator('.grid-scroller');
      const isInSight = async (of: Locator): Promise<boolean> => {
        const [box, sight] = [await of.boundingBox(), await grid.boundingBox()];
        if (box === null || sight === null) return false;
        return box.x + box.width <= sight.x + sight.width && box.y + box.height <= sight.y + sight.height;
      };
      const active = page.locator('.cell.is-active > span');
      for (const name of ['K2', 'B18', 'K18']) {
        await goTo(page, name);
        await paste(page, { 'text/plain': why });
        await cell(page, why).first().waitFor();
        await expect.poll(() => active.evaluate((span) => span.clientHeight > 40)).toBe(true);
        expect(await isInSight(active), name).toBe(true);
        await page.keyboard.press('F2');
        expect(await isInSight(page.locator('.cell-input.is-editing')), name).toBe(true);
        await page.keyboard.press('Escape');
        await page.keyboard.press('Delete');
        await at(page, name, text.emptyCell).waitFor({ state: 'attached' });
      }
      // a short one does not leave its cell
      await page.keyboard.type('x');
      await page.keyboard.press('Control+Enter');
      await page.keyboard.press('Escape');
      await goTo(page, 'J17');
      const [before, after] = [
        await page.locator('.cell.is-active').boundingBox(),
        await page.locator('.cell-input').boundingBox(),
      ];
      expect(after?.x).toBe(before?.x);
    },
  );

  sheetTest(
    'leaves a long text at the edge in its cell when more is selected, and shows it whole where one scrolls to',
    async ({ sheet }) => {
      const page = await sheet();
      await addSheet(page);
      await goTo(page, 'K18');
      const why = 'Sales amount €862,500: 25.5 of 30; '.repeat(8).trim();
      await paste(page, { 'text/plain': why });
      await cell(page, why).first().waitFor();
      const active = page.locator('.cell.is-active');
      const shift = async (): Promise<number[]> => {
        const [span, whole] = [await active.locator('> span').boundingBox(), await active.boundingBox()];
        return [Math.round((span?.x ?? 0) - (whole?.x ?? 0)), Math.round((span?.y ?? 0) - (whole?.y ?? 0))];
      };
      await expect.poll(async () => (await shift()).every((one) => one < 0)).toBe(true);
      await page.keyboard.press('Shift+ArrowUp');
      await expect.poll(shift).toEqual([0, 0]);
      await page.keyboard.press('Shift+ArrowDown');
      await expect.poll(async () => (await shift()).every((one) => one < 0)).toBe(true);
      await page.locator('.grid-scroller').evaluate((grid) => {
        grid.scrollBy(600, 300);
      });
      await expect.poll(shift).toEqual([0, 0]);
    },
  );

  sheetTest('works on a phone', async ({ sheet }) => {
    const page = await sheet({ size: { width: 390, height: 844 } });
    await page.getByRole('gridcell').first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await expectAccessible(page);
    await menu(page, script.menu.help);
    const panel = page.getByRole('complementary', { name: text.addonPanel });
    await panel.waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await panel.getByRole('button', { name: text.close }).click();
    await panel.waitFor({ state: 'hidden' });
  });
});

/** The first class of what has the focus on the page, a frame itself whatever is focused in it. */
async function focused(page: Page): Promise<string> {
  return page.evaluate<string>('document.activeElement.classList[0] ?? document.activeElement.tagName');
}

async function isFocused(of: Locator): Promise<boolean> {
  return of.evaluate((element) => element === element.ownerDocument.activeElement);
}

/** What a chart says to those who hear it: the number of each label. */
async function barsOf(chart: Locator): Promise<Record<string, string>> {
  const [, points = ''] = ((await chart.getAttribute('aria-label')) ?? '').split('”. ');
  return Object.fromEntries(points.split('; ').map((point) => point.split(': ')));
}

/** The letters of the last column that begins to the left of a place in the window. */
async function columnBefore(page: Page, x: number): Promise<string> {
  let found = '';
  for (const header of await page.locator('[data-column-header]').all()) {
    if (((await header.boundingBox())?.x ?? x) < x) found = await header.innerText();
  }
  return found;
}

/** Whether something is what one sees in its middle. */
async function isUppermost(of: Locator): Promise<boolean> {
  return of.evaluate((element) => {
    const { height, left, top, width } = element.getBoundingClientRect();
    const seen = element.ownerDocument.elementFromPoint(left + width / 2, top + height / 2);
    return element.contains(seen);
  });
}

/** Opens the sidebar from the menu and grades the table in it: two clicks beside opening the menu. */
async function gradeIt(page: Page, language: Language): Promise<FrameLocator> {
  await menu(page, SHEETS_SCRIPT_TEXT[language].menu.grade);
  const addon = page.frameLocator('.addon-frame');
  await addon.locator('button.primary.wide').first().click();
  await addon.getByRole('button', { name: SHEETS_OUTCOME_TEXT[language].gradeAgain }).waitFor();
  return addon;
}

/** Chooses something from the add-on's menu. */
async function menu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Tierbook', exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

/** The tier beside each customer in sight, by the customer's name. */
async function tiers(page: Page): Promise<ReadonlyMap<string, string>> {
  const rows = await page.getByRole('row').all();
  const found = new Map<string, string>();
  for (const row of rows) {
    const name = await row.locator('[role="gridcell"][aria-colindex="2"]').allInnerTexts();
    const tier = await row.locator('[role="gridcell"][aria-colindex="10"]').allInnerTexts();
    if (sample.names.includes(name[0] ?? '')) found.set(name[0] ?? '', tier[0] ?? '');
  }
  return found;
}

/** Rows as another spreadsheet puts them on the clipboard. */
function tableOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.join('\t')).join('\n');
}

/** The cell one is in, by its name and what it shows, as a screen reader has it. */
function at(page: Page, name: string, shown: string): Locator {
  return page.getByRole('grid').getByRole('textbox', { name: text.cell(name, shown) });
}

function cell(page: Page, shown: string): Locator {
  return page.getByRole('gridcell', { name: shown, exact: true }).first();
}

async function selected(page: Page): Promise<string> {
  return page.getByLabel(text.selectedCells).innerText();
}

/** Adds a sheet and stands in its first cell. */
async function addSheet(page: Page): Promise<void> {
  const tabs = page.getByRole('navigation', { name: text.sheets });
  const before = await tabs.getByRole('listitem').count();
  await page.getByRole('button', { name: text.addSheet }).click();
  await expect.poll(() => tabs.getByRole('listitem').count()).toBe(before + 1);
  await tabs.getByRole('listitem').last().and(page.locator('.is-open')).waitFor();
  await goTo(page, 'A1');
}

/** Goes to a cell that is in sight. */
async function goTo(page: Page, name: string): Promise<void> {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(name) ?? [];
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: digits, exact: true }) });
  const header = await page.getByRole('columnheader', { name: letters, exact: true }).boundingBox();
  const box = await row.boundingBox();
  if (header === null || box === null) throw new Error(`${name} is not in sight.`);
  await page.mouse.click(header.x + header.width / 2, box.y + box.height / 2);
  await expect.poll(() => selected(page)).toBe(name);
}

/** What one would edit in these cells, one after the other. */
async function contents(page: Page, names: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of names) {
    await goTo(page, name);
    found.push(await page.getByRole('textbox', { name: text.formulaBar }).inputValue());
  }
  return found;
}

/** Pastes into the cell one is in, as the browser does. */
async function paste(page: Page, data: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate(`((data) => {
    const clipboardData = new DataTransfer();
    for (const [type, value] of Object.entries(data)) clipboardData.setData(type, value);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(event);
  })(${JSON.stringify(data)})`);
}

async function copy(page: Page): Promise<Record<string, string>> {
  return page.evaluate(`(() => {
    const clipboardData = new DataTransfer();
    document.activeElement.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
    return Object.fromEntries(clipboardData.types.map((type) => [type, clipboardData.getData(type)]));
  })()`);
}
