import { describe, expect } from 'vitest';
import { builtInScheme } from '../../core/schemes/built-in-schemes.ts';
import { LANGUAGES } from '../../core/text/language.ts';
import { SHEETS_OUTCOME_TEXT } from '../../core/text/sheets-outcome-text.ts';
import { SHEETS_SCHEMES_TEXT } from '../../core/text/sheets-schemes-text.ts';
import { SHEETS_SUMMARY_TEXT } from '../../core/text/sheets-summary-text.ts';
import { SHEETS_TABLE_TEXT } from '../../core/text/sheets-table-text.ts';
import type {
  FoundPlace,
  GradeOutcome,
  Place,
  SchemeSheet,
  SheetView,
  TableRequest,
} from '../../sheets-addon/protocol.ts';
import { schemeToCells } from '../../sheets-addon/schemes/scheme-to-cells.ts';
import { planSummary } from '../../sheets-addon/summary/plan-summary.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { graded, ROWS, SCHEME_OPTIONS, SUMMARY_BASIS, sheetView, tableView } from '../support/sheet-views.ts';
import { sidebarTest } from '../support/sidebar-test.ts';
import { takePicture } from '../support/take-picture.ts';
import { hasBrowser } from '../support/workspace-test.ts';

const text = SHEETS_TABLE_TEXT.en;
const outcome = SHEETS_OUTCOME_TEXT.en;
const schemes = SHEETS_SCHEMES_TEXT.en;

/** Something that a test lets happen when it wants to. */
function held<Value>(): { readonly answer: Promise<Value>; readonly give: (value: Value) => void } {
  let give: (value: Value) => void = () => undefined;
  const answer = new Promise<Value>((resolve) => {
    give = resolve;
  });
  return { answer, give };
}

function asTable(place: Place): FoundPlace {
  return { place, headings: ['客户名称', '销售额'] };
}

/** A sheet whose only table has nothing below its headings that could be graded. */
const UNUSABLE: SheetView = {
  kind: 'unusable',
  language: 'en',
  sheetName: 'Odd',
  place: { sheetId: 7, row: 1, column: 1, rows: 1, columns: 1 },
  problem: { code: 'no-records', severity: 'error', row: 1 },
  columns: [],
  examples: [],
  firstRows: [],
};

/** A sheet with nothing in it. */
const EMPTY: SheetView = { ...UNUSABLE, place: null, problem: { code: 'empty-table', severity: 'error' } };

describe.skipIf(!hasBrowser)('the sidebar of the Sheets add-on', () => {
  sidebarTest('shows the table as it was read, and grades it with one click', async ({ openSidebar }) => {
    const { page, calls } = await openSidebar({
      viewTable: () => sheetView(),
      gradeTable: () => graded(),
      readProgress: () => null,
    });
    await page.getByRole('heading', { name: 'Customers, C3:G7' }).waitFor();
    const shown = await page.getByRole('main').innerText();
    expect(shown).toContain('4 customers · Headings in row 3');
    expect(shown).toContain(text.chosen.best);
    // a heading in HTML is text, and so is a name that would be a formula
    expect(shown).toContain('Acme <b>Ltd</b> & Sons');
    expect(shown).toContain('=HYPERLINK("http://x")');
    expect(shown).toContain('Row 5, column E (“Payment rate”): “ask Bob” cannot be read as a rate.');
    expect(await page.locator(':focus').innerText()).toBe('Customers, C3:G7');
    await takePicture(page, 'sheets-sidebar');
    expect(shown).not.toContain('98 % or more');
    await page.getByText(text.fullPoints).click();
    expect(await page.locator('details[open] dl').innerText()).toMatch(/Payment collection\s+98 % or more$/);
    await expectAccessible(page);
    const button = page.getByRole('button', { name: 'Grade 4 customers' });
    // in view although the table's description is longer than the window
    const box = await button.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(600);
    await button.click();
    await page.getByRole('heading', { name: outcome.graded(4) }).waitFor();
    const result = await page.getByRole('main').innerText();
    expect(result).toContain('24 cells were written.');
    expect(result).toContain('1 up');
    expect(result).toMatch(/Acme <b>Ltd<\/b> & Sons B → A/);
    expect(result).toContain(outcome.override('C', 'D'));
    expect(result).toContain(outcome.skipped.colours);
    expect(result).toContain(text.fullPoints);
    await expectAccessible(page);
    expect(calls.map(({ name }) => name)).toEqual(['viewTable', 'gradeTable']);
    expect(calls[1]?.given).toEqual([{ place: tableView().place }]);
  });

  sidebarTest('grades no table without customers, unless it was graded when it had some', async ({ openSidebar }) => {
    let isGraded = false;
    const { page } = await openSidebar({
      viewTable: () => sheetView(tableView({ isGraded, chosen: 'nothing' }, ROWS.slice(0, 1))),
    });
    await page.getByText('0 customers').first().waitFor();
    // the columns are not to blame
    expect(await page.getByText(text.chosen.nothing).count()).toBe(0);
    expect(await page.getByRole('button', { name: text.grade(0) }).isDisabled()).toBe(true);
    isGraded = true;
    await page.getByRole('button', { name: text.readAgain }).click();
    await page.getByRole('button', { name: text.gradeAgain }).waitFor();
    expect(await page.getByRole('button', { name: text.gradeAgain }).isDisabled()).toBe(false);
    await expectAccessible(page);
  });

  sidebarTest('says how sure each column is, and sends a correction with everything else', async ({ openSidebar }) => {
    const asked: TableRequest[] = [];
    const { page } = await openSidebar({
      viewTable: (request) => {
        asked.push(request);
        return sheetView(tableView({}, ROWS, request.hints));
      },
    });
    const list = page.locator('.column');
    await list.first().waitFor();
    await page.getByText('1 other column').waitFor();
    const door = page.getByRole('combobox', { name: text.fieldOf('G', 'Colour of the door') });
    await page.getByText('1 other column').click();
    expect(await door.inputValue()).toBe('');
    const near = page.locator('.column', { hasText: 'Complaint ratee' });
    expect(await near.innerText()).toContain(text.matches.close);
    await door.focus();
    await door.selectOption({ label: 'Satisfaction' });
    await expect.poll(() => asked.length).toBe(2);
    expect(asked[1]?.hints).toEqual({ columns: [{ column: 4, field: 'satisfaction' }] });
    await page.locator('.column', { hasText: text.matches.given }).waitFor();
    // it now stands among the columns that are used, and has the focus still
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe(text.fieldOf('G', 'Colour of the door'));
    await page.getByRole('combobox', { name: text.scheme }).selectOption('medal');
    await expect.poll(() => asked.length).toBe(3);
    expect(asked[2]).toEqual({ ...asked[1], scheme: 'medal' });
    await page.getByRole('button', { name: text.dropCorrections }).click();
    await expect.poll(() => asked.length).toBe(4);
    expect(asked[3]).toEqual({ ...asked[2], hints: {} });
  });

  sidebarTest('says which decisions about columns no longer hold', async ({ openSidebar }) => {
    const gone = [
      { column: '2025', field: 'salesAmount' },
      { column: 2, field: null },
    ];
    const { page } = await openSidebar({ viewTable: () => sheetView(tableView({ gone })) });
    const told = await page.getByText('no longer holds').innerText();
    expect(told).toContain(`“2025” (Sales amount), “C” (${text.notRead})`);
    await expectAccessible(page);
  });

  sidebarTest('jumps to the cell of a problem and says where it went', async ({ openSidebar }) => {
    const { page, calls } = await openSidebar({ viewTable: () => sheetView(), jumpTo: () => undefined });
    await page.getByRole('button', { name: text.goTo('E5') }).click();
    await page.getByText(text.wentTo('E5')).waitFor({ state: 'attached' });
    expect(calls.at(-1)).toEqual({
      name: 'jumpTo',
      given: [{ sheetId: 7, row: 5, column: 5, rows: 1, columns: 1 }],
    });
  });

  sidebarTest('shows how far a long grading has come, and does not begin it twice', async ({ openSidebar }) => {
    const answer = held<GradeOutcome>();
    let done = 0;
    const { page, calls } = await openSidebar({
      viewTable: () => sheetView(),
      gradeTable: () => answer.answer,
      readProgress: () => {
        done = Math.min(0.9, done + 0.3);
        return { step: 'writing', done };
      },
    });
    await page.getByRole('button', { name: 'Grade 4 customers' }).waitFor();
    // faster than any hand: both before the button is taken away
    await page.evaluate(
      `(() => { const button = document.querySelector('.bar-below .primary'); button.click(); button.click(); })()`,
    );
    const bar = page.getByRole('progressbar', { name: outcome.progress });
    await expect.poll(() => bar.getAttribute('aria-valuenow')).toBe('90');
    expect(await page.getByRole('main').innerText()).toContain(outcome.steps.writing);
    await page.getByText(outcome.announced(outcome.steps.writing, '75 %')).waitFor({ state: 'attached' });
    await expectAccessible(page);
    answer.give(graded());
    await page.getByRole('heading', { name: outcome.graded(4) }).waitFor();
    expect(calls.filter(({ name }) => name === 'gradeTable')).toHaveLength(1);
  });

  sidebarTest('a failure is a sentence with Try again, and what was chosen is kept', async ({ openSidebar }) => {
    const asked: TableRequest[] = [];
    const answers: (() => GradeOutcome)[] = [
      () => {
        throw new Error('Service Spreadsheets failed');
      },
      () => {
        throw new Error('network: HTTP 0');
      },
      () => ({ kind: 'refused', code: 'busy', text: 'Somebody else is grading this spreadsheet just now.' }),
      () => graded(),
    ];
    const { page } = await openSidebar({
      viewTable: ({ scheme }) => sheetView(tableView(scheme === undefined ? {} : { chosen: 'given' })),
      gradeTable: (request) => {
        asked.push(request);
        return answers[asked.length - 1]?.() ?? graded();
      },
      readProgress: () => null,
    });
    await page.getByRole('combobox', { name: text.scheme }).selectOption('medal');
    await page.getByText(text.chosen.given).waitFor();
    await page.getByRole('button', { name: 'Grade 4 customers' }).click();
    const alert = page.getByRole('alert');
    await alert.getByText(outcome.failures.threw).waitFor();
    await expectAccessible(page);
    expect(await page.getByRole('combobox', { name: text.scheme }).inputValue()).toBe('medal');
    const again = alert.getByRole('button', { name: outcome.tryAgain });
    await again.click();
    await alert.getByText(outcome.failures.offline).waitFor();
    await again.click();
    await alert.getByText('Somebody else is grading this spreadsheet just now.').waitFor();
    await again.click();
    await page.getByRole('heading', { name: outcome.graded(4) }).waitFor();
    expect(new Set(asked.map((request) => JSON.stringify(request))).size).toBe(1);
    expect(asked[0]?.scheme).toBe('medal');
  });

  sidebarTest(
    'a table that can no longer be graded when Grade is pressed: shows why, not that the sidebar says why',
    async ({ openSidebar }) => {
      let looks = 0;
      const { page } = await openSidebar({
        viewTable: () => {
          looks += 1;
          return looks === 1 ? sheetView() : UNUSABLE;
        },
        gradeTable: () => ({ kind: 'refused', code: 'unusable', text: 'The sidebar says why.' }),
        readProgress: () => null,
      });
      await page.getByRole('button', { name: 'Grade 4 customers' }).click();
      await page.getByRole('heading', { name: text.unusable }).waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
    },
  );

  sidebarTest(
    'an empty sheet is said to be empty, and is read again once something stands there',
    async ({ openSidebar }) => {
      let looks = 0;
      const { page } = await openSidebar({
        viewTable: () => {
          looks += 1;
          return looks === 1 ? EMPTY : sheetView();
        },
      });
      await page.getByRole('heading', { name: text.emptySheet }).waitFor();
      await page.getByText(text.emptySheetHint).waitFor();
      await expectAccessible(page);
      await page.getByRole('button', { name: text.readAgain }).click();
      await page.getByRole('heading', { name: 'Customers, C3:G7' }).waitFor();
    },
  );

  sidebarTest('a table whose scheme was edited since it was checked: leads to the schemes', async ({ openSidebar }) => {
    const { page } = await openSidebar({
      viewTable: () => ({ kind: 'refused', code: 'scheme-changed', text: 'Press Check first.' }),
      readSchemeSheet: () => ({ sheetId: null, cells: null, checked: [] }),
    });
    const alert = page.getByRole('alert');
    await alert.getByText('Press Check first.').waitFor();
    await alert.getByRole('button', { name: text.schemesTab }).click();
    await page.getByRole('heading', { name: schemes.builtIn }).waitFor();
  });

  sidebarTest('an answer about an earlier choice does not undo the later one', async ({ openSidebar }) => {
    const late = held<SheetView>();
    const named = (sheetName: string) => sheetView(tableView({ sheetName, chosen: 'given' }));
    const { page, calls } = await openSidebar({
      viewTable: ({ scheme }) =>
        scheme === 'medal' ? late.answer : scheme === undefined ? sheetView() : named('The later one'),
      jumpTo: () => undefined,
    });
    const select = page.getByRole('combobox', { name: text.scheme });
    await select.selectOption('medal');
    await select.selectOption('loyalty');
    await page.getByRole('heading', { name: /^The later one/ }).waitFor();
    late.give(named('The earlier one'));
    // whatever the late answer does has been done when the next call is answered
    await page.getByRole('button', { name: text.goTo('E5') }).click();
    await page.getByText(text.wentTo('E5')).waitFor({ state: 'attached' });
    expect(await page.getByRole('heading', { level: 2 }).innerText()).toMatch(/^The later one/);
    expect(await select.inputValue()).toBe('loyalty');
    expect(calls.filter(({ name }) => name === 'viewTable')).toHaveLength(3);
  });

  sidebarTest('several tables: asks which', async ({ openSidebar }) => {
    const places = [1, 8].map((column) => ({ sheetId: 7, row: 1, column, rows: 4, columns: 3 }));
    const { page } = await openSidebar({
      viewTable: ({ place }): SheetView =>
        place === undefined
          ? {
              kind: 'several',
              language: 'en',
              sheetName: 'Both',
              tables: places.map((one) => ({ place: one, headings: ['Customer', 'Sales'] })),
            }
          : sheetView(tableView({ place })),
    });
    await page.getByRole('heading', { name: text.several }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Both, H1:J4' }).click();
    await page.getByRole('heading', { name: 'Customers, H1:J4' }).waitFor();
  });

  sidebarTest(
    'tables with the same headings can be graded as one, and the others are named',
    async ({ openSidebar }) => {
      const places = [1, 20].map((row) => ({ sheetId: 7, row, column: 3, rows: 5, columns: 5 }));
      const headings = tableView().columns.map(({ heading }) => heading);
      const tables = places.map((place) => ({ place, headings }));
      const asked: TableRequest[] = [];
      const { page } = await openSidebar({
        viewTable: (request): SheetView => {
          asked.push(request);
          const { place, together } = request;
          if (place === undefined) return { kind: 'several', language: 'en', sheetName: 'Both', tables };
          return sheetView(tableView({ place, others: together === true ? [] : tables.slice(1) }));
        },
      });
      await page.getByRole('button', { name: 'Both, C1:G5' }).click();
      await page.getByText(text.otherTables(1)).waitFor();
      await expectAccessible(page);
      await page.getByRole('button', { name: text.together }).click();
      await page.getByText(text.otherTables(1)).waitFor({ state: 'detached' });
      await page.getByRole('button', { name: text.readAgain }).click();
      await page.getByText(text.readingAgain).first().waitFor({ state: 'detached' });
      expect(asked.slice(1).map(({ place, together }) => [place?.row, together ?? false])).toEqual([
        [1, false],
        [1, true],
        [1, true],
      ]);
      await page.getByRole('button', { name: text.readSelected }).click();
      await page.getByRole('heading', { name: text.several }).waitFor();
      await page.getByRole('button', { name: `${text.together} C1:G5, C20:G24` }).click();
      await page.getByRole('heading', { name: 'Customers, C1:G5' }).waitFor();
      expect(asked.at(-1)).toMatchObject({ together: true });
    },
  );

  sidebarTest("a sheet of Tierbook's own: says which it is and where to go", async ({ openSidebar }) => {
    const place = { sheetId: 7, row: 1, column: 1, rows: 1, columns: 1 };
    let isElsewhere = false;
    const { page, calls } = await openSidebar({
      viewTable: (): SheetView =>
        isElsewhere
          ? sheetView()
          : {
              kind: 'own-sheet',
              language: 'en',
              sheetName: 'Summary',
              is: 'summary',
              table: { sheetName: 'Customers', place },
            },
      jumpTo: () => {
        isElsewhere = true;
      },
    });
    await page.getByRole('heading', { name: text.ownSheet }).waitFor();
    await page.getByText(text.ownSheetIs.summary('Summary')).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Customers, Go to A1' }).click();
    await page.getByText(text.wentTo('A1')).waitFor({ state: 'attached' });
    expect(calls.at(-1)).toMatchObject({ name: 'jumpTo', given: [place] });
    await page.getByRole('button', { name: text.readSelected }).click();
    await page.getByRole('heading', { name: 'Customers, C3:G7' }).waitFor();
  });

  sidebarTest(
    'says what grading would overwrite and has overwritten, and which tiers the scheme does not know',
    async ({ openSidebar }) => {
      const cells = Array.from({ length: 10 }, (_, at) => `K${at + 3}`);
      const edited = { count: 12, cells };
      const unknown = { tier: 'Platinum', colour: null, customers: 1, isUnknown: true } as const;
      const counts = tableView().counts.toSpliced(4, 0, unknown);
      const { page } = await openSidebar({
        viewTable: () => sheetView(tableView({ edited, counts, isGraded: true })),
        gradeTable: () => graded({ edited: { count: 1, cells: ['K3'] }, counts }),
        readProgress: () => null,
      });
      await page.getByText(text.willOverwrite('K3, K4, K5, K6, K7, K8, K9, K10', 4)).waitFor();
      await page.getByText(text.unknownTiers('“Platinum”')).waitFor();
      await expectAccessible(page);
      await page.getByRole('button', { name: text.gradeAgain }).click();
      await page.getByText(outcome.overwritten('K3', 0)).waitFor();
      await page.getByText(text.unknownTiers('“Platinum”')).waitFor();
      await expectAccessible(page);
    },
  );

  sidebarTest('no headings: asks which row holds them and which column the customer', async ({ openSidebar }) => {
    const asked: TableRequest[] = [];
    const place = { sheetId: 7, row: 2, column: 2, rows: 6, columns: 3 };
    const { page } = await openSidebar({
      viewTable: (request): SheetView => {
        asked.push(request);
        if (request.hints !== undefined) return sheetView();
        return {
          kind: 'unusable',
          language: 'en',
          sheetName: 'Odd',
          place,
          problem: { code: 'no-header', severity: 'error', seen: ['Export', 'Wer'] },
          columns: [],
          examples: [],
          firstRows: [
            { row: 2, texts: ['Export of <today>', '', ''] },
            { row: 4, texts: ['Wer', 'Wieviel', 'Wann'] },
            { row: 5, texts: ['Acme', '12', '3.4.2026'] },
          ],
        };
      },
    });
    await page.getByRole('heading', { name: text.noHeaderTitle }).waitFor();
    await expectAccessible(page);
    // the first row is only a title
    expect(await page.getByRole('radio', { name: /Row 4/ }).isChecked()).toBe(true);
    await page.getByRole('button', { name: text.useRow }).click();
    await page.getByText(text.chooseBoth).waitFor();
    await page.getByRole('combobox', { name: text.whichColumn }).selectOption({ label: 'B · Wer' });
    await page.getByRole('button', { name: text.useRow }).click();
    await page.getByRole('heading', { name: 'Customers, C3:G7' }).waitFor();
    expect(asked[1]).toEqual({
      place: { ...place, row: 4, rows: 4 },
      hints: { columns: [{ column: 0, field: 'name' }] },
    });
  });

  sidebarTest('an unusable table: says why and what to do, and its columns can be told', async ({ openSidebar }) => {
    const asked: TableRequest[] = [];
    const { page } = await openSidebar({
      viewTable: (request): SheetView => {
        asked.push(request);
        return {
          kind: 'unusable',
          language: 'en',
          sheetName: 'Odd',
          place: { sheetId: 7, row: 1, column: 2, rows: 3, columns: 2 },
          problem: { code: 'no-name-column', severity: 'error', row: 1 },
          columns: [
            { index: 0, letter: 'B', heading: 'Wer', field: null, match: 'none', type: null, currency: null },
            {
              index: 1,
              letter: 'C',
              heading: 'Sales',
              field: 'salesAmount',
              match: 'exact',
              type: 'money',
              currency: null,
            },
          ],
          examples: ['Acme', '12'],
          firstRows: [],
        };
      },
    });
    await page.getByRole('heading', { name: text.unusable }).waitFor();
    expect(await page.getByRole('main').innerText()).toContain('Name one column Customer or Customer ID.');
    await page.getByRole('combobox', { name: text.fieldOf('B', 'Wer') }).selectOption({ label: 'Customer' });
    await expect.poll(() => asked[1]?.hints).toEqual({ columns: [{ column: 0, field: 'name' }] });
    await expectAccessible(page);
  });

  sidebarTest('undo says what it would overwrite, and overwrites only when told', async ({ openSidebar }) => {
    const { page, calls } = await openSidebar(
      {
        undoGrading: ({ overwrite }) =>
          overwrite
            ? { kind: 'undone', cells: 12, gone: ['Why'] }
            : {
                kind: 'edited',
                count: 3,
                cells: [
                  { a1: 'H4', now: 'A <i>', former: '' },
                  { a1: 'H5', now: '', former: 'C' },
                ],
              },
        viewTable: () => sheetView(),
      },
      { screen: 'undo' },
    );
    await page.getByRole('heading', { name: outcome.editedTitle }).waitFor();
    const shown = await page.getByRole('main').innerText();
    expect(shown).toContain(outcome.editedHint(3));
    expect(shown).toContain(`H4 ${outcome.editedCell('A <i>', '')}`);
    expect(shown).toContain(text.more(1));
    await expectAccessible(page);
    await page.getByRole('button', { name: outcome.overwrite }).click();
    await page.getByRole('heading', { name: outcome.undone }).waitFor();
    expect(await page.getByRole('main').innerText()).toContain(outcome.stayGone('Why'));
    expect(calls.map(({ given }) => given)).toEqual([
      [{ overwrite: false, language: 'en' }],
      [{ overwrite: true, language: 'en' }],
    ]);
    await page.getByRole('button', { name: outcome.backToTable }).click();
    await page.getByRole('heading', { name: 'Customers, C3:G7' }).waitFor();
  });

  sidebarTest('the menu grades again and makes the summary without another click', async ({ openSidebar }) => {
    const again = await openSidebar({ gradeTable: () => graded({ cellsWritten: 0 }) }, { screen: 'grade' });
    await again.page.getByText(outcome.nothingChanged).waitFor();
    const summary = await openSidebar(
      { readSummaryBasis: () => SUMMARY_BASIS, writeSummary: () => ({ kind: 'done', sheetName: 'Summary' }) },
      { screen: 'summary' },
    );
    await summary.page.getByText(outcome.summaryDone('Summary')).waitFor();
    expect(summary.calls.map(({ name }) => name)).toEqual(['readSummaryBasis', 'writeSummary']);
    expect(summary.calls[1]?.given).toEqual([JSON.parse(JSON.stringify(planSummary(SUMMARY_BASIS)))]);
  });

  sidebarTest('no summary is made of a table that is not graded', async ({ openSidebar }) => {
    const { page } = await openSidebar({ readSummaryBasis: () => ({ kind: 'not-graded' }) }, { screen: 'summary' });
    await page.getByText(SHEETS_SUMMARY_TEXT.en.notGraded).waitFor();
  });

  sidebarTest('60 columns and 200 problems are readable, folded by column', async ({ openSidebar }) => {
    const heads = ['Customer', ...Array.from({ length: 59 }, (_, index) => `Something ${index + 1}`)];
    heads[1] = 'Payment rate';
    heads[2] = 'Annual sales';
    const rows = [
      heads,
      ...Array.from({ length: 150 }, (_, row) =>
        heads.map((_head, column) => (column === 0 ? `C${row}` : column < 3 ? (row % 3 === 0 ? '85%' : 'ask') : 'x')),
      ),
    ];
    const table = tableView({}, rows);
    const problems = table.problems.slice(0, 200);
    const { page } = await openSidebar({
      viewTable: () => sheetView({ ...table, problems, problemCount: 250 }),
      jumpTo: () => undefined,
    });
    await page.getByText('57 other columns').click();
    expect(await page.getByRole('combobox', { name: /Meaning of column/ }).count()).toBe(60);
    expect(await page.getByText(text.more(250 - problems.length)).count()).toBe(1);
    // nothing is wider than the sidebar
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(300);
    await expectAccessible(page);
    await page.getByText(/^Column D \(“Payment rate”\): \d+$/).click();
    await page.getByRole('button', { name: text.goTo('D6'), exact: true }).click();
    await page.getByText(text.wentTo('D6')).waitFor({ state: 'attached' });
  });

  sidebarTest('the keyboard alone is enough to grade', async ({ openSidebar }) => {
    const { page } = await openSidebar({
      viewTable: () => sheetView(),
      gradeTable: () => graded(),
      readProgress: () => null,
    });
    await page.getByRole('heading', { name: 'Customers, C3:G7' }).waitFor();
    const focus = page.locator(':focus, body:not(:has(:focus))');
    for (let press = 0; press < 60; press++) {
      await page.keyboard.press('Tab');
      if ((await focus.innerText()) === 'Grade 4 customers') break;
    }
    await page.keyboard.press('Enter');
    const title = page.getByRole('heading', { name: outcome.graded(4) });
    await title.waitFor();
    expect(await focus.innerText()).toBe(outcome.graded(4));
  });

  sidebarTest('a scheme of the workbook is checked before it is graded by', async ({ openSidebar }) => {
    const order: string[] = [];
    const own = { id: 'ours', title: 'Ours', from: 'sheet', purpose: 'customers' } as const;
    const medal = builtInScheme('medal');
    if (medal === undefined) throw new Error('There is no medal.');
    let cells = schemeToCells({ ...medal, id: 'ours' }, 'en').map((row) => [...row]);
    const { page } = await openSidebar({
      viewTable: () => ({ ...sheetView(tableView({ scheme: own })), schemes: [...SCHEME_OPTIONS, own] }),
      readSchemeSheet: () => ({ sheetId: 9, cells, checked: [] }),
      saveCheckedSchemes: (checked) => {
        order.push(`saved ${checked.map(({ document }) => document.id).join()}`);
      },
      gradeTable: () => {
        order.push('graded');
        return graded();
      },
      readProgress: () => null,
      jumpTo: () => undefined,
    });
    const sound = cells;
    cells = cells.map((row) => (row[0] === 'gold' ? ['silver', ...row.slice(1)] : row));
    await page.getByRole('button', { name: 'Grade 4 customers' }).click();
    await page.getByText(outcome.schemeUnsound('Ours')).waitFor();
    expect(order).not.toContain('graded');
    await page.getByRole('alert').getByRole('button', { name: text.schemesTab }).click();
    await page.getByText(/to mend in the sheet “Tierbook schemes”$/).waitFor();
    await expectAccessible(page);
    cells = sound;
    await page.getByRole('button', { name: text.tableTab }).click();
    await page.getByRole('alert').getByRole('button', { name: outcome.tryAgain }).click();
    await page.getByRole('heading', { name: outcome.graded(4) }).waitFor();
    expect(order.slice(-2)).toEqual(['saved ours', 'graded']);
  });

  sidebarTest('schemes: lists, uses, exports, imports with a sentence for each problem', async ({ openSidebar }) => {
    let sheet: SchemeSheet = { sheetId: null, cells: null, checked: [] };
    const saved: string[] = [];
    const { page, calls } = await openSidebar(
      {
        readSchemeSheet: () => sheet,
        writeSchemeSheet: ({ cells }) => {
          sheet = { sheetId: 9, cells, checked: [] };
          return sheet;
        },
        saveCheckedSchemes: (checked) => {
          saved.push(...checked.map(({ document }) => document.id));
        },
        viewTable: ({ scheme }) =>
          sheetView(
            tableView({
              chosen: 'given',
              scheme: SCHEME_OPTIONS.find(({ id }) => id === scheme) ?? tableView().scheme,
            }),
          ),
        jumpTo: () => undefined,
      },
      { screen: 'schemes' },
    );
    await page.getByRole('button', { name: `${schemes.use}: Medal` }).waitFor();
    await page.getByText(schemes.noneOwn).waitFor();
    await expectAccessible(page);
    // export
    await page.getByRole('button', { name: `${schemes.exportJson}: Medal` }).click();
    const json = await page.getByRole('textbox', { name: schemes.exported }).inputValue();
    expect((JSON.parse(json) as { id: string }).id).toBe('medal');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: schemes.download }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('medal.json');
    await page.getByRole('button', { name: schemes.close }).click();
    // import: what is no JSON, then an unsound scheme, then a sound one
    const field = page.getByRole('textbox', { name: schemes.importText });
    const go = page.getByRole('button', { name: schemes.import, exact: true });
    for (const [name, content, told] of [
      ['nothing.json', ' ', schemes.emptyFile('nothing.json')],
      ['table.csv', 'Customer,Sales\nA,1', schemes.notAScheme],
    ] as const) {
      const file = { name, mimeType: 'text/plain', buffer: Buffer.from(content) };
      await page.locator('input[type="file"]').setInputFiles(file);
      await page.getByText(told).waitFor();
      expect(await field.inputValue()).toBe('');
    }
    await field.fill('{"id": ');
    await go.click();
    await page.getByText(/^This is not JSON: /).waitFor();
    await field.fill('{"id": "mine", "version": 1, "criteria": []}');
    await go.click();
    await page.getByText(/^Nothing was imported: \d+ problems to mend first$/).waitFor();
    expect(await field.inputValue()).toBe('{"id": "mine", "version": 1, "criteria": []}');
    expect(calls.some(({ name }) => name === 'writeSchemeSheet')).toBe(false);
    await field.fill(json);
    await go.click();
    await page.getByText(schemes.importedAs('Medal (own)', 'medal-own')).waitFor();
    expect(saved).toEqual(['medal-own']);
    expect(await field.inputValue()).toBe('');
    // the same again would replace it
    await field.fill(json.replace('"medal"', '"medal-own"'));
    await go.click();
    await page.getByText(schemes.exists('medal-own')).waitFor();
    await page.getByRole('button', { name: schemes.keep }).click();
    expect(await page.locator(':focus').innerText()).toBe(schemes.title);
    // a built-in one, to be edited
    await page.getByRole('button', { name: `${schemes.toSheet}: Medal`, exact: true }).click();
    await page.getByText(schemes.put('Medal (own)')).waitFor();
    expect(saved.at(-1)).toBe('medal-own-2');
    await expectAccessible(page);
    await page.getByRole('button', { name: `${schemes.use}: Spend level` }).click();
    await page.getByRole('heading', { name: 'Customers, C3:G7' }).waitFor();
    expect(calls.at(-1)).toEqual({ name: 'viewTable', given: [{ scheme: 'spend-level' }] });
  });

  sidebarTest.for(LANGUAGES)('is for everybody on each of its screens: in %s', async (language, { openSidebar }) => {
    const words = SHEETS_OUTCOME_TEXT[language];
    const { place } = tableView();
    const views: readonly SheetView[] = [
      { ...sheetView(), language },
      { ...UNUSABLE, language },
      { ...EMPTY, language },
      {
        ...UNUSABLE,
        language,
        place,
        problem: { code: 'no-header', severity: 'error', seen: ['A'] },
        firstRows: [{ row: 1, texts: ['A'] }],
      },
      {
        kind: 'several',
        language,
        sheetName: '客户',
        tables: [0, 9].map((more) => asTable({ ...place, row: 1 + more })),
      },
      { kind: 'own-sheet', language, sheetName: '汇总', is: 'summary', table: null },
    ];
    for (const view of views) {
      const { page } = await openSidebar({ viewTable: () => view }, { language });
      await page.getByRole('heading', { level: 2 }).waitFor();
      expect(await page.evaluate('document.documentElement.lang')).toBe(language);
      await expectAccessible(page);
      await page.close();
    }
    const { page } = await openSidebar(
      {
        viewTable: () => ({ ...sheetView(), language }),
        gradeTable: () => graded(),
        readProgress: () => null,
        undoGrading: ({ overwrite }) =>
          overwrite
            ? { kind: 'refused', code: 'busy', text: words.failedTitle }
            : { kind: 'edited', count: 1, cells: [{ a1: 'I3', now: 'C', former: '' }] },
        readSchemeSheet: () => ({ sheetId: null, cells: null, checked: [] }),
      },
      { screen: 'grade', language },
    );
    await page.getByRole('button', { name: words.undo, exact: true }).click();
    await page.getByRole('heading', { name: words.editedTitle }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: words.overwrite }).click();
    await page.getByRole('alert').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: SHEETS_TABLE_TEXT[language].schemesTab, exact: true }).click();
    await page.getByRole('heading', { name: SHEETS_SCHEMES_TEXT[language].builtIn }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: SHEETS_TABLE_TEXT[language].helpTab, exact: true }).click();
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await expectAccessible(page);
  });

  sidebarTest('speaks each language, and takes names as text', async ({ openSidebar }) => {
    for (const language of LANGUAGES) {
      const { page } = await openSidebar({ viewTable: () => ({ ...sheetView(), language }) }, { language });
      await page.getByRole('heading', { level: 2 }).waitFor();
      expect(await page.evaluate('document.documentElement.lang')).toBe(language);
      expect(await page.getByRole('main').innerText()).toContain(SHEETS_TABLE_TEXT[language].chosen.best);
      await page.getByRole('button', { name: SHEETS_TABLE_TEXT[language].helpTab }).click();
      await page.getByRole('heading', { level: 2 }).waitFor();
      await expectAccessible(page);
    }
  });
});
