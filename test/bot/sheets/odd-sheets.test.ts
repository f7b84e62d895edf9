import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deleteLines, hideLines, insertLines } from '../../../bot/local/workbook/change-lines.ts';
import { enterValues } from '../../../bot/local/workbook/write-cells.ts';
import { type ConnectRequest, connectSheet, listConnectedSheets } from '../../../bot/use-cases/connect-sheet.ts';
import { pullSheet } from '../../../bot/use-cases/pull-sheet.ts';
import { pushSheet } from '../../../bot/use-cases/push-sheet.ts';
import { parseIsoDate } from '../../../core/calendar-date.ts';
import { pullReportLines } from '../../../core/text/connected-sheet-text.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { SPREADSHEET_ID } from '../../support/local-google.ts';
import { sentencesOf } from '../../support/shared-book.ts';
import { openSharedSheet, type SharedSheet } from '../../support/shared-sheet.ts';
import { contentsOf, newContext, type TestContext } from '../../support/workspace.ts';

const DAY = parseIsoDate('2026-03-05') ?? ('' as never);
const ROWS = [
  ['Customer no.', 'Customer', 'Sales', 'Payment collection'],
  ['C-1', 'ACME', 900_000, 0.99],
  ['C-2', 'Birch', 90_000, 0.8],
  ['C-3', 'Cedar', 900, 0.5],
] as const;
const OURS = 4;

describeOnBothDatabases('what people do to a connected sheet', (open) => {
  let context: TestContext;
  let shared: SharedSheet;

  beforeEach(async () => {
    context = await newContext(await open());
    shared = await openSharedSheet(context.db);
    shared.type(0, 0, ROWS);
  });
  afterEach(() => shared.close());

  const request = (tabId = shared.workbook.sheets[0]?.id ?? 0): ConnectRequest => ({
    address: `https://docs.google.com/spreadsheets/d/${SPREADSHEET_ID}/edit#gid=${tabId}`,
    language: 'en',
    asOf: DAY,
  });
  const connect = async (of = context, tabId?: number) =>
    (await connectSheet(of, shared.spreadsheets, request(tabId))).sheet.id;
  /** What a pull says to look at; nothing where nothing had changed. */
  const pull = async (sheetId: string) => {
    const pulled = await pullSheet(context, shared.spreadsheets, sheetId, { asOf: DAY });
    return pulled.kind === 'pulled' ? pullReportLines(pulled.report, 20, 'en') : [];
  };
  const push = async (sheetId: string) => (await pushSheet(context, shared.spreadsheets, sheetId)).report;
  const connectAndPush = async () => {
    const sheetId = await connect();
    await push(sheetId);
    return sheetId;
  };
  const customers = async () => {
    const { customer = [] } = await contentsOf(context, ['customer']);
    const all = customer as { key: string | null; name: string; facts: { values: Record<string, unknown> } }[];
    return all
      .map(({ key, name, facts }) => [key, name, facts.values['salesAmount']])
      .toSorted((one, other) => (String(one) < String(other) ? -1 : 1));
  };
  const BOOK = [
    ['C-1', 'ACME', 900_000],
    ['C-2', 'Birch', 90_000],
    ['C-3', 'Cedar', 900],
  ];
  const change = (...requests: object[]) =>
    shared.google.client().spreadsheets.batchUpdate({ spreadsheetId: SPREADSHEET_ID, requestBody: { requests } });

  test('two windows connect one tab at once: it is connected once, with each customer once', async () => {
    const ended = await Promise.allSettled([connect(), connect()]);
    for (const one of ended) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'sheet-busy' });
    expect(ended.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await listConnectedSheets(context)).toHaveLength(1);
    await connect();
    expect(await customers()).toEqual(BOOK);
  });

  test('another workspace connects the tab as well: it is told that both would write into the same columns', async () => {
    const sheetId = await connectAndPush();
    const other = await newContext(context.db);
    const error: unknown = await connect(other).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'sheet-elsewhere', detail: 'Sheet1' });
    expect(sentencesOf(error)[0]).toContain('Another Slack workspace');
    expect(await listConnectedSheets(other)).toEqual([]);
    expect(await push(sheetId)).toMatchObject({ cells: 0 });
  });

  test('the tab is renamed: nothing changes', async () => {
    const sheetId = await connectAndPush();
    await change({
      updateSheetProperties: {
        properties: { sheetId: shared.workbook.sheets[0]?.id, title: 'Kunden' },
        fields: 'title',
      },
    });
    shared.type(1, 2, [[5]]);
    expect(await pull(sheetId)).toEqual([]);
    expect((await customers())[0]).toEqual(['C-1', 'ACME', 5]);
    expect((await listConnectedSheets(context))[0]).toMatchObject({ tabTitle: 'Kunden' });
  });

  test('the tab is deleted and made anew: a sentence says so, and connecting again goes on with what was known', async () => {
    const sheetId = await connectAndPush();
    await change(
      { addSheet: { properties: { title: 'Other' } } },
      { deleteSheet: { sheetId: shared.workbook.sheets[0]?.id } },
    );
    const error: unknown = await pull(sheetId).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'sheet-tab-gone' });
    for (const sentence of sentencesOf(error)) expect(sentence).toContain('Sheet1');
    await change({ addSheet: { properties: { title: 'Sheet1' } } });
    const tab = shared.workbook.findSheetByTitle('Sheet1');
    if (tab === undefined) throw new Error('There is no such tab.');
    const whole = { sheetId: tab.id, startRow: 0, endRow: 3, startColumn: 0, endColumn: OURS };
    enterValues(
      shared.workbook,
      whole,
      ROWS.slice(0, 3).map((row) => [...row]),
    );
    expect(await connect(context, tab.id)).toBe(sheetId);
    expect(await customers()).toEqual(BOOK);
    const [sheet] = await listConnectedSheets(context);
    expect(sheet?.lastPull).toMatchObject({ added: 0, vanished: 1 });
  });

  describe('numbers', () => {
    test('swapped between two rows: the number counts, each row says so, and swapping back is no riddle', async () => {
      const sheetId = await connectAndPush();
      shared.type(1, 0, [['C-2'], ['C-1']]);
      expect(await pull(sheetId)).toEqual([
        'Row 2: C-2 was Birch until now and is called ACME here, like another customer. The number counts; if numbers were mixed up, swap them back.',
        'Row 3: C-1 was ACME until now and is called Birch here, like another customer. The number counts; if numbers were mixed up, swap them back.',
      ]);
      shared.type(1, 0, [['C-1'], ['C-2']]);
      expect(await pull(sheetId)).toEqual([]);
      expect(await customers()).toEqual(BOOK);
    });

    test('typed twice: neither row is read, and both are named', async () => {
      const sheetId = await connectAndPush();
      shared.type(2, 0, [['C-1']]);
      expect((await pull(sheetId))[0]).toBe(
        'Rows 2, 3 are all C-1 (ACME, Birch), with different values, so none of them was read. Keep one of them, or correct the others.',
      );
      shared.type(2, 0, [['C-2']]);
      expect(await pull(sheetId)).toEqual([]);
      expect(await customers()).toEqual(BOOK);
    });

    test('emptied half-way, and typed again: everybody stays who they are', async () => {
      const sheetId = await connectAndPush();
      shared.type(2, 0, [[''], ['']]);
      expect(await pull(sheetId)).toEqual([]);
      shared.type(2, 0, [['C-2'], ['C-3']]);
      expect(await pull(sheetId)).toEqual([]);
      expect(await customers()).toEqual(BOOK);
      expect(await push(sheetId)).toMatchObject({ cells: 0, unknown: [] });
    });

    test('in a column that is renamed or deleted: the names say who it is', async () => {
      const sheetId = await connectAndPush();
      shared.type(0, 0, [['Zzz']]);
      expect(await pull(sheetId)).toEqual([]);
      deleteLines(shared.workbook, 0, 'column', 0, 1);
      expect(await pull(sheetId)).toEqual([]);
      expect(await customers()).toEqual(BOOK);
      expect(await push(sheetId)).toMatchObject({ customers: 3, unknown: [] });
    });
  });

  test('a name is changed where there are no numbers: a new customer, and a line says whose cells those are', async () => {
    deleteLines(shared.workbook, 0, 'column', 0, 1);
    const sheetId = await connectAndPush();
    shared.type(1, 0, [['ACME Holding']]);
    expect(await pull(sheetId)).toEqual([
      'Row 2: ACME Holding is new, and its other cells are those of ACME, which is no longer in the sheet. If both are one customer, merge them in Tierbook.',
      'ACME is no longer in the sheet and stays in Tierbook.',
    ]);
    shared.type(1, 0, [['ACME Holding'], ['Dune'], ['Cedar']]);
    shared.type(2, 1, [[1]]);
    expect(await pull(sheetId)).toEqual([
      'ACME is no longer in the sheet and stays in Tierbook.',
      'Birch is no longer in the sheet and stays in Tierbook.',
    ]);
  });

  test('a customer’s cells are cleared: what Tierbook wrote beside them goes too, what a person typed there stays', async () => {
    const sheetId = await connectAndPush();
    shared.type(2, 0, [['', '', '', '']]);
    shared.type(3, 0, [['', '', '', '']]);
    shared.type(3, OURS, [['my own']]);
    await pull(sheetId);
    await push(sheetId);
    expect(shared.cells()[2]).toEqual([]);
    expect(shared.cells()[3]?.[OURS]).toBe('my own');
    expect(shared.cells()[1]?.[OURS]).not.toBe('');
    expect(await push(sheetId)).toMatchObject({ cells: 0 });
  });

  test('rows are put above the headings, some are hidden, and thousands of empty ones stand below: nothing changes', async () => {
    const sheetId = await connectAndPush();
    insertLines(shared.workbook, 0, 'row', 100, 10_000);
    insertLines(shared.workbook, 0, 'row', 0, 2);
    shared.type(0, 0, [['Our customers']]);
    hideLines(shared.workbook, 0, 'row', 4, 2, true);
    expect(await pull(sheetId)).toEqual([]);
    expect(await push(sheetId)).toMatchObject({ cells: 0, customers: 3 });
    expect(await customers()).toEqual(BOOK);
  });

  test('an empty column is put into the middle of the table, then two more: it stays one table', async () => {
    const sheetId = await connectAndPush();
    insertLines(shared.workbook, 0, 'column', 2, 1);
    expect(await pull(sheetId)).toEqual([]);
    expect(await push(sheetId)).toMatchObject({ cells: 0 });
    insertLines(shared.workbook, 0, 'column', 4, 2);
    shared.type(1, 3, [[5]]);
    expect(await pull(sheetId)).toEqual([]);
    expect(await customers()).toEqual([['C-1', 'ACME', 5], ...BOOK.slice(1)]);
    await push(sheetId);
    expect(await push(sheetId)).toMatchObject({ cells: 0 });
    expect(await connect()).toBe(sheetId);
  });

  test('all rows go, headings aside: it is told, nobody goes, and those who come later are taken', async () => {
    const sheetId = await connectAndPush();
    deleteLines(shared.workbook, 0, 'row', 1, 3);
    await expect(pull(sheetId)).rejects.toMatchObject({ code: 'sheet-unusable' });
    expect(await customers()).toEqual(BOOK);
    shared.type(1, 0, [ROWS[2]]);
    expect(await pull(sheetId)).toEqual([
      'ACME is no longer in the sheet and stays in Tierbook.',
      'Cedar is no longer in the sheet and stays in Tierbook.',
    ]);
  });

  test('formulas are read as what they come to, and never written over', async () => {
    shared.type(1, 2, [['=1000*2'], ['=C2+1'], ['=1/0']]);
    const sheetId = await connectAndPush();
    expect(await customers()).toEqual([
      ['C-1', 'ACME', 2000],
      ['C-2', 'Birch', 2001],
      ['C-3', 'Cedar', undefined],
    ]);
    const formulas = async () =>
      (
        await shared.google.client().spreadsheets.values.get({
          spreadsheetId: SPREADSHEET_ID,
          range: 'C2:C4',
          valueRenderOption: 'FORMULA',
        })
      ).data.values;
    expect(await formulas()).toEqual([['=1000*2'], ['=C2+1'], ['=1/0']]);
    expect((await push(sheetId)).cells).toBe(0);
  });

  test('days and amounts that are text are read as people write them', async () => {
    shared.type(0, 4, [['Last contact'], ["'31.12.2025"], ["'12/31/2025"], ["'2025年12月31日"]]);
    shared.type(1, 2, [["'12,5"], ["'1.234,56"], ["'1 234"]]);
    await connectAndPush();
    expect((await customers()).map(([, , sales]) => sales)).toEqual([12.5, 1234.56, 1234]);
    const { customer = [] } = await contentsOf(context, ['customer']);
    for (const one of customer) expect(one).toMatchObject({ last_contact_on: '2025-12-31' });
  });
});
