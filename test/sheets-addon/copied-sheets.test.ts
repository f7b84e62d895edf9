import { describe, expect, test } from 'vitest';
import { createCalculator } from '../../bot/local/workbook/calculate.ts';
import { duplicateSheet } from '../../bot/local/workbook/duplicate-sheet.ts';
import { enterFormulas, enterValues, setFormats } from '../../bot/local/workbook/write-cells.ts';
import { columnLetter } from '../../core/table/column-letter.ts';
import type { UndoOutcome } from '../../sheets-addon/protocol.ts';
import { type AddOnSheet, addOnSheet, type Graded } from '../support/add-on-sheet.ts';
import { HEADINGS, OURS, TABLE } from '../support/graded-rows.ts';

const scheme = 'account-value';
const MORE = [
  ...TABLE,
  ['K5', '戊公司', 700000, '91%', 5, '0.4%', '90%', ''],
  ['K6', '己公司', 30000, '70%', 2, '2%', '75%', ''],
];

/** A graded sheet in which somebody typed a tier, and what one does with a copy of it. */
async function copied(isMetadataCopied: boolean) {
  const original = await addOnSheet(TABLE);
  original.grade({ scheme });
  original.enter(2, 8, [['C']]);
  original.grade();
  const copy = duplicateSheet(original.workbook, 0, 'Copy', isMetadataCopied);
  const place = { sheetId: copy.id, row: 1, column: 1, rows: 5, columns: 8 };
  const texts = (): string[][] =>
    original.texts().map((row, at) =>
      Array.from({ length: Math.max(row.length, copy.used.endColumn) }, (_, column) => {
        const value = copy.grid.get('values', at, column);
        return value === null ? '' : typeof value === 'object' ? value.error : String(value);
      }),
    );
  return {
    original,
    copy,
    place,
    texts,
    grade: (request = {}): Graded => original.call('gradeTable', { place, ...request }) as Graded,
    undo: (): UndoOutcome => original.call('undoGrading', { place, overwrite: false }) as UndoOutcome,
    enter: (row: number, column: number, value: string | number): void => {
      const range = { sheetId: copy.id, startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 };
      enterValues(original.workbook, range, [[value]]);
    },
  };
}

/** What is remembered of the original. */
function memoryOf({ workbook }: AddOnSheet): unknown {
  const { grid } = workbook.sheets.find(({ title }) => title === 'Tierbook memory') ?? { grid: undefined };
  return grid === undefined ? null : [0, 1, 2].map((column) => grid.get('values', 0, column));
}

describe.each([
  ['with the marks of its columns', true],
  ['without the marks of its columns', false],
])('a sheet that was copied %s', (_, isMetadataCopied) => {
  test('has our columns again, not a second set beside them, and the typed tier is still one', async () => {
    const { original, copy, grade, texts, place } = await copied(isMetadataCopied);
    const before = texts();
    const view = original.view({ place });
    expect(view).toMatchObject({ kind: 'table', table: { isGraded: true, overrides: 1, edited: { count: 0 } } });
    expect(grade()).toMatchObject({ kind: 'graded', overrides: 1, cellsWritten: 0, upgrades: 0, downgrades: 0 });
    expect(texts()).toEqual(before);
    expect(texts()[0]).toEqual([...HEADINGS, ...OURS]);
    const keys = original.workbook.metadata.all.flatMap(({ key, place: on }) =>
      on.on === 'column' && on.sheetId === copy.id ? [key] : [],
    );
    expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted());
    expect(keys).toHaveLength(OURS.length);
    expect(grade()).toMatchObject({ overrides: 1, cellsWritten: 0 });
  });

  test('is graded and undone by itself, and so is the original', async () => {
    const { original, grade, undo, texts, enter } = await copied(isMetadataCopied);
    const former = texts();
    const memory = memoryOf(original);
    // what the original was graded last is not undone in the copy
    expect(undo()).toMatchObject({ kind: 'refused', code: 'nothing-to-undo' });
    enter(1, 2, 1);
    expect(grade().cellsWritten).toBeGreaterThan(0);
    expect(memoryOf(original)).toEqual(memory);
    expect(original.column('Tier')).toEqual(['A', 'C', 'D', 'D']);
    original.enter(3, 2, [[5_000_000]]);
    const beforeOriginal = original.texts();
    original.select(0, 0);
    original.grade();
    const middle = texts();
    expect(original.undo()).toMatchObject({ kind: 'undone' });
    expect(original.texts()).toEqual(beforeOriginal);
    expect(texts()).toEqual(middle);
    expect(undo()).toMatchObject({ kind: 'undone' });
    const ours = (rows: string[][]): string[][] => rows.map((row) => row.slice(8));
    expect(ours(texts())).toEqual(ours(former));
    expect(original.texts()).toEqual(beforeOriginal);
    expect(grade().overrides).toBe(1);
  });

  test('keeps what is typed into the copy alone, also when the original has been graded since', async () => {
    const { original, grade, texts, enter } = await copied(isMetadataCopied);
    enter(4, 8, 'B');
    original.enter(1, 2, [[1]]);
    original.select(0, 0);
    original.grade();
    expect(grade()).toMatchObject({ overrides: 2 });
    expect(texts().map((row) => row[8])).toEqual(['Tier', 'A', 'C', 'D', 'B']);
    expect(original.column('Tier')[3]).toBe('D');
    expect(texts()[0]).toEqual([...HEADINGS, ...OURS]);
  });

  test('of a copy too', async () => {
    const { original, copy, grade } = await copied(isMetadataCopied);
    grade();
    const second = duplicateSheet(original.workbook, copy.id, 'Second', isMetadataCopied);
    const place = { sheetId: second.id, row: 1, column: 1, rows: 5, columns: 8 };
    expect(original.call('gradeTable', { place })).toMatchObject({ overrides: 1, cellsWritten: 0 });
    expect(second.used.endColumn).toBe(14);
  });
});

test.each([
  ['one heading', [2]],
  ['all headings', [0, 1, 2, 3, 4, 5]],
])(
  'a copy without marks in which somebody has changed %s keeps its columns, and their headings',
  async (_, renamed) => {
    const { original, copy, grade, texts, enter, place } = await copied(false);
    for (const at of renamed) enter(0, 8 + at, `我的${at}`);
    const before = texts();
    expect(original.view({ place })).toMatchObject({ kind: 'table', table: { isGraded: true, overrides: 1 } });
    expect(grade()).toMatchObject({ kind: 'graded', overrides: 1, cellsWritten: 0 });
    expect(texts()).toEqual(before);
    expect(copy.used.endColumn).toBe(14);
  },
);

describe('a copy without marks in which our columns were headed otherwise and put among others', () => {
  const own = ['我的等级', '我的分数', '我的原因', '我的下一步', '我的核查', '我的日期'];
  /** The graded cells of the copy with our columns (8 to 13) between others, these among them. */
  const ORDER = [10, 0, 8, 1, 13, 2, 3, 14, 4, 11, 5, 9, 6, 12, 7];

  async function scattered(change: (rows: (string | number | { dateMs: number })[][]) => void = () => {}) {
    const original = await addOnSheet(MORE);
    original.grade({ scheme });
    const cells = original.sheet.grid.read('values', original.sheet.used);
    const rows = cells.map((row, at) =>
      [...row, at === 0 ? '备注' : `第${at}`].map((value, column) => {
        if (at === 0 && column >= 8 && column < 14) return own[column - 8] ?? '';
        if (value === null || typeof value === 'object' || typeof value === 'boolean') return '';
        return column === 13 ? { dateMs: original.workbook.clock.momentOf(Number(value)) } : value;
      }),
    );
    change(rows);
    const copy = original.workbook.addSheet({ title: 'Copy' });
    const range = { sheetId: copy.id, startRow: 0, endRow: rows.length, startColumn: 0, endColumn: 15 };
    enterValues(
      original.workbook,
      range,
      rows.map((row) => ORDER.map((column) => row[column] ?? '')),
    );
    const place = { sheetId: copy.id, row: 1, column: 1, rows: rows.length, columns: 15 };
    return { original, copy, place };
  }

  test('they are known by what stands in them, and graded where they are', async () => {
    const { original, copy, place } = await scattered();
    const before = copy.grid.read('values', copy.used);
    expect(original.view({ place })).toMatchObject({ kind: 'table', table: { isGraded: true, overrides: 0 } });
    expect(original.call('gradeTable', { place })).toMatchObject({ kind: 'graded', cellsWritten: 0, overrides: 0 });
    expect(copy.grid.read('values', copy.used)).toEqual(before);
  });

  test('what is graded there is undone there, and the original stays as it was', async () => {
    const { original, copy, place } = await scattered();
    const cells = () => copy.grid.read('values', copy.used);
    const [texts, before] = [original.texts(), cells()];
    const sales = ORDER.indexOf(2);
    enterValues(
      original.workbook,
      { sheetId: copy.id, startRow: 1, endRow: 2, startColumn: sales, endColumn: sales + 1 },
      [[1000]],
    );
    const graded = original.call('gradeTable', { place });
    expect(graded).toMatchObject({ kind: 'graded', downgrades: 1, overrides: 0 });
    expect(cells()[1]?.[ORDER.indexOf(8)]).not.toBe('A');
    expect(original.call('undoGrading', { place, overwrite: false })).toMatchObject({ kind: 'undone' });
    expect(cells().map((row) => row.toSpliced(sales, 1))).toEqual(before.map((row) => row.toSpliced(sales, 1)));
    expect(original.call('gradeTable', { place })).toMatchObject({ cellsWritten: (graded as Graded).cellsWritten });
    expect(copy.used.endColumn).toBe(15);
    expect(original.texts()).toEqual(texts);
  });

  test('a tier that was typed and other cells that were edited leave them known', async () => {
    const { original, copy, place } = await scattered((rows) => {
      for (const [row, column, text] of [
        [1, 8, 'D'],
        [2, 10, '另有原因'],
        [5, 9, 12],
      ] as const)
        rows[row]?.splice(column, 1, text);
    });
    expect(original.call('gradeTable', { place })).toMatchObject({ kind: 'graded', overrides: 1 });
    expect(copy.used.endColumn).toBe(15);
  });

  test.each<[what: string, change: (rows: (string | number | { dateMs: number })[][]) => void]>([
    ['most rows are somebody’s own', (rows) => rows.slice(3).forEach((row) => row.splice(10, 1, '我写的'))],
    [
      'our tiers were put aside before one was typed over',
      (rows) => {
        for (const [at, row] of rows.entries()) row.splice(14, 1, at === 0 ? '原等级' : (row[8] ?? ''));
        rows[1]?.splice(8, 1, 'D');
      },
    ],
    [
      'another column has the very same tiers',
      (rows) => {
        for (const [at, row] of rows.entries()) row.splice(14, 1, at === 0 ? '评级' : (row[8] ?? ''));
      },
    ],
  ])('they stay whose they are where %s', async (_, change) => {
    const { original, copy, place } = await scattered(change);
    expect(original.view({ place })).toMatchObject({ kind: 'table', table: { isGraded: false } });
    const before = copy.grid.read('values', copy.used);
    original.call('gradeTable', { place, scheme });
    expect(copy.grid.read('values', copy.used).map((row) => row.slice(0, 15))).toEqual(before);
  });
});

describe("a report of a person's own that fetches our cells by formulas", () => {
  const SCATTERED = [10, 0, 8, 1, 13, 2, 3, 4, 11, 5, 9, 6, 12, 7];

  test.each<[how: string, order: readonly number[]]>([
    ['column by column, in our order', [...SCATTERED.keys()]],
    ['column by column, in an order of its own', SCATTERED],
    ['by one for all', []],
  ])('keeps them, %s', async (_, order) => {
    const { workbook, ...original } = await addOnSheet(MORE);
    original.grade({ scheme });
    const report = workbook.addSheet({ title: 'Report' });
    const range = { sheetId: report.id, startRow: 0, endRow: MORE.length, startColumn: 0, endColumn: 14 };
    const cells = order.map((column) => `Sheet1!${columnLetter(column)}`);
    if (order.length === 0) enterFormulas(workbook, { ...range, endRow: 1, endColumn: 1 }, [['=Sheet1!A1:N7']]);
    else {
      const headings = order.map((column) => HEADINGS[column] ?? `我的${column}`);
      enterValues(workbook, { ...range, endRow: 1 }, [headings]);
      const rows = MORE.slice(1).map((_row, at) => cells.map((cell) => `=IF(${cell}${at + 2}="","",${cell}${at + 2})`));
      enterFormulas(workbook, { ...range, startRow: 1 }, rows);
    }
    const days = order.length === 0 ? 13 : order.indexOf(13);
    setFormats(
      workbook,
      { ...range, startRow: 1, startColumn: days, endColumn: days + 1 },
      MORE.slice(1).map(() => [{ numberFormat: 'yyyy-mm-dd' }]),
    );
    workbook.calculateWith(createCalculator());
    workbook.calculate();
    const formulas = () => report.grid.read('formulas', range);
    const before = formulas();
    const place = { sheetId: report.id, row: 1, column: 1, rows: MORE.length, columns: 14 };
    expect(original.view({ place })).toMatchObject({ kind: 'table', table: { isGraded: false } });
    original.call('gradeTable', { place, scheme });
    expect(formulas()).toEqual(before);
    expect(report.used.endColumn).toBe(20);
  });
});

test("columns of a person's own that are only headed like ours are not taken for ours", async () => {
  const { original } = await copied(false);
  const other = original.workbook.addSheet({ title: 'Other' });
  const range = { sheetId: other.id, startRow: 0, endRow: 2, startColumn: 0, endColumn: 14 };
  enterValues(original.workbook, range, [
    [...HEADINGS, ...OURS],
    ['K1', '甲公司', 1200000, '98%', 8, '0.1%', '95%', '', 'A', 90, 'mine', 'mine', 'mine', ''],
  ]);
  const place = { sheetId: other.id, row: 1, column: 1, rows: 2, columns: 14 };
  expect(original.view({ place })).toMatchObject({ kind: 'table', table: { isGraded: false } });
  original.call('gradeTable', { place, scheme });
  expect(other.grid.get('values', 1, 10)).toBe('mine');
  expect(other.used.endColumn).toBe(20);
});

test("columns of a person's own into which they have put what we said of one customer stay theirs", async () => {
  const { original } = await copied(false);
  const other = original.workbook.addSheet({ title: 'Other' });
  const said = original.sheet.grid.read('values', { ...original.sheet.used, startRow: 1, endRow: 2 })[0] ?? [];
  const rows = [
    [...HEADINGS, '等级', '分数', '原因', '下一步', '核查', '日期'],
    said.map((value, at) => {
      if (typeof value === 'object') return '';
      return at === 13 ? { dateMs: original.workbook.clock.momentOf(Number(value)) } : value;
    }),
    ...[2, 3, 4].map((row) => [...(TABLE[row] ?? []), 'B', 70, '我写的', '打电话', '否', '']),
  ];
  const range = { sheetId: other.id, startRow: 0, endRow: rows.length, startColumn: 0, endColumn: 14 };
  enterValues(original.workbook, range, rows);
  const place = { sheetId: other.id, row: 1, column: 1, rows: 5, columns: 14 };
  expect(original.view({ place })).toMatchObject({ kind: 'table', table: { isGraded: false } });
  original.call('gradeTable', { place, scheme });
  expect(other.grid.get('values', 2, 10)).toBe('我写的');
});
