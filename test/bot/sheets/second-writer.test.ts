import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FaultKind } from '../../../bot/local/sheets-api/planned-faults.ts';
import { deleteLines, hideLines, insertLines, moveLines } from '../../../bot/local/workbook/change-lines.ts';
import { sortRange } from '../../../bot/local/workbook/rearrange-cells.ts';
import type { Workbook } from '../../../bot/local/workbook/workbook.ts';
import { enterValues } from '../../../bot/local/workbook/write-cells.ts';
import { pullSheet } from '../../../bot/use-cases/pull-sheet.ts';
import { pushSheet } from '../../../bot/use-cases/push-sheet.ts';
import type { Spreadsheets } from '../../../bot/use-cases/spreadsheets.ts';
import { OWN_PREFIX } from '../../../core/sheets/own-columns.ts';
import { openDatabase, type TestDatabase } from '../../support/databases.ts';
import { BOOK_HEADINGS, openSharedBook, type SharedBook, sentencesOf } from '../../support/shared-book.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await openDatabase('pglite');
});
afterAll(() => database.close());

/** What somebody does; numbers choose a row, a column of ours or a place, whatever there is then. */
type Edit =
  | { readonly kind: 'sort'; readonly column: number; readonly isAscending: boolean }
  | { readonly kind: 'insert-row' | 'delete-row' | 'type' | 'type-tier'; readonly row: number }
  | { readonly kind: 'insert-column'; readonly place: 'left' | 'beside' | 'right' }
  | { readonly kind: 'move-own'; readonly own: number; readonly to: number }
  | { readonly kind: 'rename-own' | 'hide-own' | 'delete-own'; readonly own: number }
  | { readonly kind: 'rename-tab' };

const row = fc.nat(10);
const own = fc.nat(10);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('sort' as const), column: fc.nat(4), isAscending: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('insert-row' as const, 'delete-row', 'type', 'type-tier'), row }),
  fc.record({
    kind: fc.constant('insert-column' as const),
    place: fc.constantFrom('left' as const, 'beside', 'right'),
  }),
  fc.record({ kind: fc.constant('move-own' as const), own, to: fc.nat(20) }),
  fc.record({ kind: fc.constantFrom('rename-own' as const, 'hide-own', 'delete-own'), own }),
  fc.constant({ kind: 'rename-tab' as const }),
);

/** Of a run at most so many requests are disturbed, each by one edit. */
const edits = fc.uniqueArray(fc.record({ nth: fc.integer({ min: 1, max: 20 }), edit }), {
  minLength: 1,
  maxLength: 4,
  selector: ({ nth }) => nth,
});

/** As for long sheets, whose cells go in several requests, or all at once. */
const rowsARequest = fc.constantFrom(1, 2, 20_000);

/** A person at the sheet, who knows what must stand in it: by customer number, what stands under each heading. */
class Person {
  readonly wanted = new Map<string, Map<string, unknown>>();
  #typed = 0;

  constructor(rows: readonly (readonly unknown[])[]) {
    for (const cells of rows)
      this.wanted.set(
        String(cells[0]),
        new Map(BOOK_HEADINGS.map((heading, column) => [heading, cells[column] ?? ''])),
      );
  }

  do(workbook: Workbook, step: Edit): void {
    const sheet = workbook.sheet(0);
    const table = look(workbook);
    const at = (index: number) => table.rows[index % Math.max(1, table.rows.length)];
    const type = (line: number, column: number, text: string) =>
      enterValues(
        workbook,
        { sheetId: 0, startRow: line, endRow: line + 1, startColumn: column, endColumn: column + 1 },
        [[text]],
      );
    const ours = (index: number) => table.own[index % Math.max(1, table.own.length)]?.column;
    switch (step.kind) {
      case 'sort': {
        const rows = table.rows.map(({ line }) => line);
        const column = table.headings.get(BOOK_HEADINGS[step.column] ?? '') ?? 0;
        sortRange(
          workbook,
          {
            sheetId: 0,
            startRow: Math.min(...rows),
            endRow: Math.max(...rows) + 1,
            startColumn: 0,
            endColumn: sheet.columnCount,
          },
          [{ column, isAscending: step.isAscending }],
        );
        return;
      }
      case 'insert-row':
        insertLines(workbook, 0, 'row', at(step.row)?.line ?? 1, 1);
        return;
      case 'delete-row': {
        const found = at(step.row);
        if (found === undefined || table.rows.length < 3) return;
        deleteLines(workbook, 0, 'row', found.line, 1);
        this.wanted.delete(found.key);
        return;
      }
      case 'type': {
        const found = at(step.row);
        const column = table.headings.get('Wishes');
        if (found === undefined || column === undefined) return;
        this.#typed += 1;
        type(found.line, column, `wish ${this.#typed}`);
        this.wanted.get(found.key)?.set('Wishes', `wish ${this.#typed}`);
        return;
      }
      case 'type-tier': {
        const found = at(step.row);
        const column = table.own.find(({ key }) => key === 'tierbook.tier')?.column;
        if (found !== undefined && column !== undefined) type(found.line, column, 'Z');
        return;
      }
      case 'insert-column': {
        const columns = table.own.map((one) => one.column);
        if (step.place === 'left' || columns.length === 0) {
          insertLines(workbook, 0, 'column', 0, 1);
          return;
        }
        const column = step.place === 'beside' ? Math.min(...columns) : Math.max(...columns) + 1;
        insertLines(workbook, 0, 'column', column, 1);
        this.#typed += 1;
        const heading = `Note ${this.#typed}`;
        type(table.line, column, heading);
        for (const { line, key } of table.rows) {
          type(line, column, `of ${key}`);
          this.wanted.get(key)?.set(heading, `of ${key}`);
        }
        return;
      }
      case 'move-own': {
        const column = ours(step.own);
        const to = step.to % sheet.columnCount;
        if (column !== undefined && (to < column || to > column + 1)) moveLines(workbook, 0, 'column', column, 1, to);
        return;
      }
      case 'rename-own': {
        const column = ours(step.own);
        if (column !== undefined) type(table.line, column, 'My heading');
        return;
      }
      case 'hide-own': {
        const column = ours(step.own);
        if (column !== undefined) hideLines(workbook, 0, 'column', column, 1, true);
        return;
      }
      case 'delete-own': {
        const column = ours(step.own);
        if (column !== undefined) deleteLines(workbook, 0, 'column', column, 1);
        return;
      }
      case 'rename-tab':
        workbook.renameSheet(0, `Tab ${workbook.changeCount}`);
        return;
      default:
        step satisfies never;
    }
  }
}

/** What a person sees: the headings, the customers' rows, and which columns are Tierbook's. */
function look(workbook: Workbook) {
  const sheet = workbook.sheet(0);
  const cells = sheet.grid.read('values', {
    startRow: 0,
    endRow: sheet.rowCount,
    startColumn: 0,
    endColumn: sheet.columnCount,
  });
  const line = cells.findIndex((one) => one.includes('Customer no.'));
  const headings = new Map((cells[line] ?? []).map((cell, column) => [textOf(cell), column]));
  const keyColumn = headings.get('Customer no.') ?? 0;
  const rows = cells.flatMap((cellsOfRow, at) => {
    const key = textOf(cellsOfRow[keyColumn]);
    return key.startsWith('C-') ? [{ line: at, key }] : [];
  });
  const marked = workbook.metadata.all.flatMap(({ key, place }) =>
    key.startsWith(OWN_PREFIX) && place.on === 'column' ? [{ key, column: place.index }] : [],
  );
  return { cells, line, headings, rows, own: marked };
}

function textOf(cell: unknown): string {
  return typeof cell === 'string' ? cell : '';
}

/** What stands beside each customer in our columns, by the columns' keys. */
function told(workbook: Workbook, keys: readonly string[]): Record<string, Record<string, unknown>> {
  const { cells, rows, own: columns } = look(workbook);
  return Object.fromEntries(
    rows.map(({ line, key }) => [
      key,
      Object.fromEntries(
        columns.flatMap(({ key: what, column }) => (keys.includes(what) ? [[what, cells[line]?.[column] ?? '']] : [])),
      ),
    ]),
  );
}

function personsCells(workbook: Workbook, { wanted }: Person): Record<string, Record<string, unknown>> {
  const { cells, headings, rows } = look(workbook);
  return Object.fromEntries(
    rows.map(({ line, key }) => [
      key,
      Object.fromEntries(
        [...(wanted.get(key)?.keys() ?? [])].map((heading) => [
          heading,
          cells[line]?.[headings.get(heading) ?? Number.NaN] ?? '',
        ]),
      ),
    ]),
  );
}

const SAID = ['tierbook.tier', 'tierbook.score', 'tierbook.why'];

async function disturbed(
  book: SharedBook,
  steps: readonly { nth: number; edit: Edit }[],
  kindOf: (edit: Edit) => FaultKind = () => 'any',
): Promise<void> {
  const { google, workbook } = book.shared;
  const person = new Person(look(workbook).rows.map(({ line }) => look(workbook).cells[line] ?? []));
  for (const { nth, edit: step } of steps)
    google.api.faults.plan(kindOf(step), { nth, before: (of) => person.do(of, step) });
  for (const sentence of (await book.sync()).flatMap(sentencesOf)) expect(sentence).not.toBe('');
  google.api.faults.clear();
  expect(await book.sync()).toEqual([]);
  expect(personsCells(workbook, person)).toEqual(
    Object.fromEntries([...person.wanted].map(([key, cells]) => [key, Object.fromEntries(cells)])),
  );
  const { rows, own: columns } = look(workbook);
  expect(rows.map(({ key }) => key).toSorted()).toEqual([...person.wanted.keys()].toSorted());
  expect(columns.map(({ key }) => key).toSorted()).toEqual([...new Set(columns.map(({ key }) => key))].toSorted());
  const grades = (await book.grades()).filter(([key]) => person.wanted.has(key));
  const stands = told(workbook, SAID);
  expect(Object.keys(stands).toSorted()).toEqual(grades.map(([key]) => key));
  for (const [key, said] of grades) expect(stands[key], key).toEqual(said);
}

const AT_THE_LAST_MOMENT: readonly Edit[] = [
  { kind: 'sort', column: 1, isAscending: false },
  { kind: 'insert-row', row: 0 },
  { kind: 'delete-row', row: 0 },
  { kind: 'type', row: 1 },
  { kind: 'type-tier', row: 1 },
  { kind: 'move-own', own: 2, to: 20 },
  { kind: 'rename-own', own: 0 },
  { kind: 'hide-own', own: 0 },
  { kind: 'delete-own', own: 0 },
  { kind: 'delete-own', own: 3 },
  { kind: 'rename-tab' },
  { kind: 'insert-column', place: 'left' },
  { kind: 'insert-column', place: 'beside' },
  { kind: 'insert-column', place: 'right' },
  { kind: 'move-own', own: 0, to: 0 },
  { kind: 'move-own', own: 0, to: 4 },
];

describe('a second writer', () => {
  test.each(AT_THE_LAST_MOMENT)('%o between the last look at the sheet and the write', async (step) => {
    for (const isKnown of [true, false]) {
      const book = await openSharedBook(database.db, { isKnown });
      try {
        await disturbed(book, [{ nth: 1, edit: step }], () => 'spreadsheets.batchUpdate');
      } finally {
        await book.close();
      }
    }
  });

  test('between any two requests costs nobody a cell and gives nobody another’s tier', async () => {
    await fc.assert(
      fc.asyncProperty(fc.boolean(), rowsARequest, edits, async (isKnown, rows, steps) => {
        const book = await openSharedBook(database.db, { isKnown, limits: { rows, bytes: 2_000_000 } });
        try {
          await disturbed(book, steps, () => 'any');
        } finally {
          await book.close();
        }
      }),
      { numRuns: 40 },
    );
  });

  test('who takes the numbers away, or calls their column otherwise, makes nobody new', async () => {
    for (const spoil of [
      (workbook: Workbook) => deleteLines(workbook, 0, 'column', 0, 1),
      (workbook: Workbook) => enterValues(workbook, CORNER, [['Zzz']]),
      (workbook: Workbook) => deleteLines(workbook, 0, 'column', 0, 2),
    ]) {
      const book = await openSharedBook(database.db, { isKnown: true });
      expect(await book.sync()).toEqual([]);
      const before = await book.grades();
      spoil(book.shared.workbook);
      for (const sentence of (await book.sync()).flatMap(sentencesOf)) expect(sentence).not.toBe('');
      expect(await book.grades()).toEqual(before);
      await book.close();
    }
  });

  test('a push that dies between two of its requests is ended by the next', async () => {
    const book = await openSharedBook(database.db, { isKnown: true });
    const { context, shared, sheetId } = book;
    const lines = Array.from({ length: LONG }, (_, at) => [`C-${at + 100}`, `Customer ${at}`, at, 0.5, `wish ${at}`]);
    insertLines(shared.workbook, 0, 'row', 6, LONG);
    shared.type(6, 0, lines);
    await pullSheet(context, shared.spreadsheets, sheetId);
    let left = 2;
    const dying: Spreadsheets = {
      account: shared.spreadsheets.account,
      describe: (id) => shared.spreadsheets.describe(id),
      read: (id, ranges, options) => shared.spreadsheets.read(id, ranges, options),
      readChanged: (id, ranges, known) => shared.spreadsheets.readChanged(id, ranges, known),
      prepare: (changes) => shared.spreadsheets.prepare(changes),
      change(id, changes) {
        left -= 1;
        return left < 0 ? Promise.reject(new Error('killed')) : shared.spreadsheets.change(id, changes);
      },
    };
    await expect(pushSheet(context, dying, sheetId, LIMITS)).rejects.toThrow('killed');
    expect(left).toBe(-1);
    const cells = look(shared.workbook).rows.length;
    const { report } = await pushSheet(context, shared.spreadsheets, sheetId, LIMITS);
    expect(report).toMatchObject({ customers: cells, columns: 0, typed: [], isSettled: true });
    const stands = told(shared.workbook, SAID);
    expect(stands).toEqual(Object.fromEntries(await book.grades()));
    const { changeCount } = shared.workbook;
    await pushSheet(context, shared.spreadsheets, sheetId);
    expect(shared.workbook.changeCount).toBe(changeCount);
    await book.close();
  });
});

/** Enough for several requests of one push. */
const LONG = 60;
const LIMITS = { rows: 20, bytes: 2_000_000 };

const CORNER = { sheetId: 0, startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 };
