import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { insertLines } from '../../../bot/local/workbook/change-lines.ts';
import { sortRange } from '../../../bot/local/workbook/rearrange-cells.ts';
import type { Workbook } from '../../../bot/local/workbook/workbook.ts';
import { pullSheet } from '../../../bot/use-cases/pull-sheet.ts';
import { pushSheet } from '../../../bot/use-cases/push-sheet.ts';
import type { RequestLimits } from '../../../bot/use-cases/sheet-changes.ts';
import { MEMORY_SHEET } from '../../../core/sheets/memory-sheet.ts';
import { openDatabase, type TestDatabase } from '../../support/databases.ts';
import { openSharedBook, type SharedBook, sentencesOf, typeBook } from '../../support/shared-book.ts';

/** Customers beside the book's own. */
const MORE = 40;
/** What stands in the table's rows, the headings aside. */
const ROWS = MORE + 4;
const WIDE = 2_000_000;

let database: TestDatabase;
let book: SharedBook;

beforeAll(async () => {
  database = await openDatabase('pglite');
});
afterAll(() => database.close());

/** What differs between a short sheet and one of 100,000 rows, in one of 44: its cells go in several requests. */
describe('a sheet whose cells go in several requests', () => {
  beforeEach(async () => {
    book = await openSharedBook(database.db, { isKnown: false });
    typeBook(book.shared, MORE);
    await pullSheet(book.context, book.shared.spreadsheets, book.sheetId);
  });
  afterEach(() => book.close());

  const push = async (limits?: RequestLimits) =>
    (await pushSheet(book.context, book.shared.spreadsheets, book.sheetId, limits)).report;
  const requests = () => book.shared.google.api.traffic.count('spreadsheets.batchUpdate');
  /** By customer number: what stands under our headings. */
  const standing = () => {
    const [headings = [], ...rows] = book.shared.cells() as string[][];
    const first = headings.indexOf('Tier');
    return new Map(
      rows.flatMap((row): [string, unknown[]][] => (row[0] ? [[row[0], row.slice(first, first + 5)]] : [])),
    );
  };

  test('holds what it holds when they go in one', async () => {
    await push();
    const atOnce = { cells: standing(), state: await book.state() };
    const other = await openSharedBook(database.db, { isKnown: false });
    typeBook(other.shared, MORE);
    await pullSheet(other.context, other.shared.spreadsheets, other.sheetId);
    await book.close();
    book = other;
    expect(await push({ rows: 7, bytes: WIDE })).toMatchObject({ customers: ROWS, columns: 7, isSettled: true });
    expect(requests()).toBe(1 + Math.ceil((ROWS + 1) / 7));
    expect({ cells: standing(), state: await book.state() }).toEqual(atOnce);
  });

  test('as few rows as their bytes allow, one at least', async () => {
    expect(await push({ rows: 20_000, bytes: 3_000 })).toMatchObject({ isSettled: true });
    expect(requests()).toBeGreaterThan(3);
    expect(requests()).toBeLessThan(ROWS);
    expect(await push({ rows: 20_000, bytes: 1 })).toMatchObject({ cells: 0, isSettled: true });
  });

  test('makes its columns and what is remembered first, in a request of their own', async () => {
    const { faults } = book.shared.google.api;
    faults.plan('spreadsheets.batchUpdate', { nth: 2, status: 503, times: 1_000 });
    await expect(push({ rows: 10, bytes: WIDE })).rejects.toMatchObject({ code: 'unreachable' });
    expect(book.shared.cells()[0]).toHaveLength(5);
    expect(book.shared.workbook.metadata.all.filter(({ key }) => key === 'tierbook.tier')).toHaveLength(1);
    expect(book.shared.workbook.findSheetByTitle(MEMORY_SHEET)).toBeDefined();
    faults.clear();
    expect(await push()).toMatchObject({ columns: 0, typed: [], isSettled: true });
    expect(standing().size).toBe(ROWS);
  });

  test.each([2, 3, 5])(
    'who stands where is read again before request %i: rows may be sorted or put in there',
    async (nth) => {
      await push();
      const right = standing();
      const [sheet] = book.shared.workbook.sheets;
      if (sheet === undefined) throw new Error('There is no sheet.');
      // everybody's sales change, so that every row is written
      book.shared.type(
        1,
        2,
        Array.from({ length: ROWS }, (_, at) => [(at * 7919) % 1_000_000]),
      );
      await pullSheet(book.context, book.shared.spreadsheets, book.sheetId);
      const move = (workbook: Workbook) => {
        const { columnCount, id: sheetId } = sheet;
        const range = { sheetId, startRow: 1, endRow: ROWS + 1, startColumn: 0, endColumn: columnCount };
        sortRange(workbook, range, [{ column: 1, isAscending: false }]);
        insertLines(workbook, sheetId, 'row', 9, 1);
      };
      book.shared.google.api.faults.plan('spreadsheets.batchUpdate', { nth: nth - 1, after: move });
      const report = await push({ rows: 9, bytes: WIDE });
      expect(report).toMatchObject({ customers: ROWS, typed: [], isSettled: true });
      const moved = standing();
      expect(moved).not.toEqual(right);
      expect(await push()).toMatchObject({ cells: 0 });
      const grades = Object.fromEntries(await book.grades());
      for (const [key, [tier, score]] of moved)
        expect([key, tier, score]).toEqual([key, grades[key]?.['tierbook.tier'], grades[key]?.['tierbook.score']]);
    },
  );

  test('and for which the spreadsheet has no room left says so, and stays as it is', async () => {
    const { shared } = book;
    const before = shared.cells();
    await shared.google.client().spreadsheets.batchUpdate({
      spreadsheetId: shared.workbook.id,
      requestBody: {
        requests: [
          { addSheet: { properties: { title: 'Full', gridProperties: { rowCount: 99_700, columnCount: 100 } } } },
        ],
      },
    });
    const error: unknown = await push({ rows: 10, bytes: WIDE }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'too-large' });
    expect(sentencesOf(error)).toEqual([
      expect.stringContaining('ten million cells'),
      expect.stringContaining('一千万个单元格'),
      expect.stringContaining('一千萬'),
    ]);
    expect(shared.cells()).toEqual(before);
    expect(shared.workbook.findSheetByTitle(MEMORY_SHEET)).toBeUndefined();
  });
});
