import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Sheet } from '../../../bot/local/workbook/sheet.ts';
import { saveConnectedSheet } from '../../../bot/store/connected-sheets.ts';
import { newId } from '../../../bot/store/new-id.ts';
import { type ExportRequest, exportSheet } from '../../../bot/use-cases/export-sheet.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import { SHEETS_SCRIPT_TEXT } from '../../../core/text/sheets-script-text.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { SPREADSHEET_ID } from '../../support/local-google.ts';
import { openSharedSheet, type SharedSheet } from '../../support/shared-sheet.ts';
import { tableOf } from '../../support/table-reading.ts';
import { newContext, type TestContext } from '../../support/workspace.ts';

const BOOK = [
  { key: '001', name: 'ACME', owner: 'Zhao', salesAmount: 900_000, paymentCollection: 0.99 },
  { key: 'C-2', name: '=IMPORTDATA("https://example.com")', owner: '+49', salesAmount: 90_000, paymentCollection: 0.8 },
  { key: 'C-3', name: '2026-01-02', salesAmount: 900, paymentCollection: 0.5 },
];

const HEADINGS =
  'Customer ID|Customer|Owner|Stage|Tier|Score|Why|To next tier|Review|Next follow-up|Last contact|Sales'.split('|');

const ASKED: ExportRequest = {
  spreadsheet: undefined,
  tab: undefined,
  date: undefined,
  edition: 'weekly',
  language: 'en',
};

describeOnBothDatabases('exporting the book into a new tab', (open) => {
  let context: TestContext;
  let shared: SharedSheet;

  beforeEach(async () => {
    context = await newContext(await open());
    shared = await openSharedSheet(context.db);
    shared.type(0, 0, [['Customer'], ['ACME']]);
    await shared.connect(context);
  });
  afterEach(() => shared.close());

  const fill = () => importTable(context, tableOf(...BOOK));
  const exported = (asked: Partial<ExportRequest> = {}) =>
    exportSheet(context, shared.spreadsheets, { ...ASKED, ...asked });
  const titles = () => shared.workbook.sheets.map(({ title }) => title);

  function sheetNamed(title: string): Sheet {
    const sheet = shared.workbook.sheets.find((one) => one.title === title);
    if (sheet === undefined) throw new Error(`There is no tab ${title}.`);
    return sheet;
  }

  const cell = ({ grid }: Sheet, row: number, column: number) => grid.get('values', row, column);
  const rowOf = (sheet: Sheet, row: number) =>
    Array.from({ length: sheet.columnCount }, (_, column) => cell(sheet, row, column) ?? '');
  const firstColumn = (sheet: Sheet) =>
    Array.from({ length: sheet.rowCount }, (_, row) => cell(sheet, row, 0) ?? '').filter((one) => one !== '');
  /** The book, its headings first. */
  function bookOf(sheet: Sheet, headings = HEADINGS) {
    const from = rowOf(sheet, 3).indexOf(headings[0] ?? '');
    return Array.from({ length: sheet.rowCount - 3 }, (_, at) => rowOf(sheet, 3 + at).slice(from)).filter(
      (row) => row[1] !== '',
    );
  }

  test('writes digest, charts and book, the best first', async () => {
    await fill();
    expect(await exported()).toMatchObject({ tabTitle: 'Tierbook 2026-03-05', customers: 3, spreadsheetTitle: 'Book' });
    const sheet = sheetNamed('Tierbook 2026-03-05');
    expect(cell(sheet, 0, 0)).toBe('Weekly digest of 5 Mar 2026');
    expect(firstColumn(sheet)).toContain('Customers by tier');
    const [headings, first, ...others] = bookOf(sheet);
    expect(headings).toEqual(HEADINGS);
    expect(first?.slice(0, 5)).toEqual(['001', 'ACME', 'Zhao', 'Customer', 'A']);
    expect(first?.[6]).toContain('Sales');
    expect(first?.[11]).toBe(900_000);
    expect(others).toHaveLength(2);
    expect(sheet.frozenRows).toBe(4);
  });

  test('counts and sums tiers in columns of the chart, each in its colour', async () => {
    await fill();
    await exported();
    const sheet = sheetNamed('Tierbook 2026-03-05');
    const at = Array.from({ length: sheet.rowCount }, (_, row) => row).find((row) => cell(sheet, row, 0) === 'Tier');
    const [headings, counts, sums] = [0, 1, 2].map((below) => rowOf(sheet, (at ?? 0) + below));
    const best = headings?.indexOf('Tier A') ?? -1;
    expect(best).toBe(1);
    expect(counts?.slice(0, best + 1)).toEqual(['5 Mar 2026', 1]);
    expect(sums?.[best]).toBe(900_000);
    expect(sums?.[headings?.indexOf('Total') ?? -1]).toBe(990_900);
    const { data } = await shared.google.client().spreadsheets.get({ spreadsheetId: shared.workbook.id });
    const charts = data.sheets?.find((one) => one.properties?.title === sheet.title)?.charts ?? [];
    expect(charts).toHaveLength(1);
    const series = charts[0]?.spec?.basicChart?.series ?? [];
    expect(series.length).toBe((headings?.indexOf('Total') ?? 0) - 1);
    expect(series.every(({ colorStyle }) => colorStyle?.rgbColor !== undefined)).toBe(true);
  });

  test('text stays the text that it is', async () => {
    await fill();
    await exported();
    const sheet = sheetNamed('Tierbook 2026-03-05');
    const names = bookOf(sheet).map(([key, name, owner]) => [key, name, owner]);
    expect(names).toContainEqual(['C-2', '=IMPORTDATA("https://example.com")', '+49']);
    expect(names).toContainEqual(['C-3', '2026-01-02', '']);
    expect(names[1]?.[0]).toBe('001');
  });

  test('shows days as days and scores with a decimal, under headings in bold that stay in sight', async () => {
    await importTable(context, tableOf({ key: 'D', name: 'Day Ltd', salesAmount: 5, lastContact: '2026-02-27' }));
    await exported();
    const { tabs } = await shared.spreadsheets.describe(shared.workbook.id);
    const tab = tabs.at(-1);
    if (tab === undefined) throw new Error('There is no tab.');
    const [cells] = await shared.spreadsheets.read(shared.workbook.id, [{ tab, place: null }], { days: true });
    const at = cells?.rows[3]?.indexOf('Last contact') ?? -1;
    expect(cells?.rows[4]?.[at]).toEqual({ date: '2026-02-27' });
    const sheet = sheetNamed(tab.title);
    const { data } = await shared.google.client().spreadsheets.get({
      spreadsheetId: shared.workbook.id,
      ranges: [`'${tab.title}'!A1:Z6`],
      includeGridData: true,
    });
    const rows = data.sheets?.[0]?.data?.[0]?.rowData ?? [];
    const formatOf = (row: number, column: number) => rows[row]?.values?.[column]?.userEnteredFormat;
    const score = rowOf(sheet, 3).indexOf('Score');
    expect(formatOf(4, score)?.numberFormat).toEqual({ type: 'NUMBER', pattern: '0.0' });
    expect(
      [formatOf(0, 0), formatOf(3, score), formatOf(4, score)].map((one) => one?.textFormat?.bold ?? false),
    ).toEqual([true, true, false]);
  });

  test('speaks the person’s language', async () => {
    await fill();
    await exported({ language: 'zh-CN', tab: '三月例会' });
    const sheet = sheetNamed('三月例会');
    expect(cell(sheet, 0, 0)).toContain('2026年3月5日');
    expect(rowOf(sheet, 3)).toContain(SHEETS_SCRIPT_TEXT['zh-CN'].headings.why);
  });

  test('gives its own name the next free number, and refuses a given one that is taken', async () => {
    await fill();
    await exported();
    expect((await exported()).tabTitle).toBe('Tierbook 2026-03-05 (2)');
    expect((await exported()).tabTitle).toBe('Tierbook 2026-03-05 (3)');
    const before = titles();
    await expect(exported({ tab: ' sheet1 ' })).rejects.toMatchObject({ code: 'export-tab-taken', detail: 'Sheet1' });
    await expect(exported({ tab: ' ' })).rejects.toMatchObject({ code: 'export-tab-name' });
    await expect(exported({ tab: 'x'.repeat(101) })).rejects.toMatchObject({ code: 'export-tab-name' });
    expect(titles()).toEqual(before);
  });

  test('of an empty workspace nothing is written', async () => {
    await expect(exported()).rejects.toMatchObject({ code: 'export-nobody' });
    expect(titles()).toEqual(['Sheet1']);
  });

  test('a large book fills a hidden tab that comes in sight when it is whole', async () => {
    await importTable(context, LARGE);
    const seen: boolean[] = [];
    shared.google.api.faults.plan('spreadsheets.batchUpdate', {
      nth: 2,
      before: ({ sheets }) => seen.push(sheets.at(-1)?.isHidden ?? false),
    });
    const { tabTitle } = await exported();
    const sheet = sheetNamed(tabTitle);
    expect(seen).toEqual([true]);
    expect(sheet.isHidden).toBe(false);
    const names = bookOf(sheet)
      .slice(1)
      .map(([, name]) => name);
    expect(new Set(names).size).toBe(LARGE_SIZE);
  });

  test('what fails in the middle leaves no tab', async () => {
    await importTable(context, LARGE);
    shared.google.api.faults.plan('spreadsheets.batchUpdate', { nth: 3, status: 400 });
    await expect(exported()).rejects.toMatchObject({ code: 'refused' });
    expect(titles()).toEqual(['Sheet1']);
  });

  test('what could not be taken away stays hidden, and a later export takes it away', async () => {
    await importTable(context, LARGE);
    shared.google.api.faults.plan('spreadsheets.batchUpdate', { nth: 3, times: 2, status: 400 });
    await expect(exported()).rejects.toMatchObject({ code: 'refused' });
    expect(shared.workbook.sheets.map(({ isHidden }) => isHidden)).toEqual([false, true]);
    await exported({ tab: 'Soon after' });
    expect(titles()).toEqual(['Sheet1', 'Tierbook 2026-03-05', 'Soon after']);
    context.clock.set('2026-03-05T10:00:01Z');
    await exported({ tab: 'Later' });
    expect(titles()).toEqual(['Sheet1', 'Soon after', 'Later']);
  });

  test('an answer that is lost after the tab was made makes no second one', async () => {
    await fill();
    shared.google.api.faults.plan('spreadsheets.batchUpdate', { applied: true, cut: true });
    await exported();
    expect(titles()).toEqual(['Sheet1', 'Tierbook 2026-03-05']);
  });

  test('a digest of a day before stands beside the book of now, without sums that were others then', async () => {
    await fill();
    context.clock.set('2026-03-09T08:00:00Z');
    expect(await exported({ date: '2026-03-06' as CalendarDate })).toMatchObject({ tabTitle: 'Tierbook 2026-03-06' });
    const sheet = sheetNamed('Tierbook 2026-03-06');
    expect(cell(sheet, 0, 0)).toBe('Weekly digest of 6 Mar 2026');
    expect(firstColumn(sheet)).toContain('Customers by tier');
    expect(firstColumn(sheet)).not.toContain('Sales');
    expect(bookOf(sheet)).toHaveLength(4);
  });

  test('several connected spreadsheets want a choice, which a name makes; tabs of one want none', async () => {
    await fill();
    const { db, actor, clock } = context;
    const connect = (spreadsheetId: string, title: string, tabId: number) =>
      saveConnectedSheet(db, actor.workspaceId, {
        id: newId(clock.now()),
        spreadsheetId,
        tabId,
        spreadsheetTitle: title,
        tabTitle: 'North',
        language: 'en',
        hints: {},
        connectedBy: null,
        connectedAt: clock.now(),
      });
    await connect(SPREADSHEET_ID, 'Book', 7);
    await exported({ tab: 'One' });
    await connect('1OtherSpreadsheet', 'Other', 7);
    await expect(exported()).rejects.toMatchObject({ code: 'which-sheet' });
    await exported({ spreadsheet: 'Book', tab: 'Two' });
    expect(titles()).toEqual(['Sheet1', 'One', 'Two']);
  });

  test('a rep exports nothing', async () => {
    await fill();
    const rep = { ...context, actor: { ...context.actor, role: 'rep' } } as const;
    await expect(exportSheet(rep, shared.spreadsheets, ASKED)).rejects.toMatchObject({ code: 'not-allowed' });
    expect(titles()).toEqual(['Sheet1']);
  });

  test('without a connected sheet it asks where to, and refuses what is no address', async () => {
    const other = await newContext(context.db);
    await expect(exportSheet(other, shared.spreadsheets, ASKED)).rejects.toMatchObject({ code: 'export-where' });
    await expect(exported({ spreadsheet: 'Somewhere' })).rejects.toMatchObject({ code: 'sheet-address' });
  });
});

/** More than Google takes at once. */
const LARGE_SIZE = 2_500;
const LARGE = tableOf(
  ...Array.from({ length: LARGE_SIZE }, (_, index) => ({
    key: `K-${index}`,
    name: `Customer ${index} ${'长名字'.repeat(20)}`,
    owner: '王芳'.repeat(20),
    salesAmount: index * 1000,
    paymentCollection: 0.9,
  })),
);
