import { describe, expect, test } from 'vitest';
import type { ColumnReading, TableProblem } from '../../../core/table/reading.ts';
import { problemsInSheet } from '../../../sheets-addon/sidebar/problems-in-sheet.ts';

const column = (index: number, letter: string, heading: string): ColumnReading => ({
  index,
  letter,
  heading,
  field: null,
  match: 'none',
  type: null,
  currency: null,
});

/** A table that begins in C3, with a column of ours, D, in its midst. */
const TABLE = {
  place: { sheetId: 5, row: 3, column: 3, rows: 9, columns: 4 },
  columns: [column(0, 'C', 'Customer'), column(1, 'E', 'Sales'), column(2, 'F', 'Profit')],
  headerRow: 4,
};

const unreadable = (row: number, at: number): TableProblem => ({
  severity: 'problem',
  code: 'unreadable',
  row,
  column: at,
  text: 'x',
  type: 'money',
});

describe('problems of a table', () => {
  test('columns are called as in the sheet, whatever the table begins with, and cells are where they stand', () => {
    const [section] = problemsInSheet([unreadable(7, 1)], TABLE, 'en');
    expect(section?.groups[0]?.problems[0]).toEqual({
      text: 'Row 7, column E (“Sales”): “x” cannot be read as an amount. Correct the cell or empty it.',
      cell: { sheetId: 5, row: 7, column: 5, rows: 1, columns: 1 },
    });
  });

  test('all columns that one problem names are', () => {
    const [section] = problemsInSheet(
      [{ severity: 'error', code: 'several-name-columns', columns: [0, 2] }],
      TABLE,
      'zh-CN',
    );
    expect(section?.groups[0]?.problems[0]?.text).toContain('C 列“Customer”、F 列“Profit”');
  });

  test('the gravest stand first, then the whole table, rows and columns in the order of the sheet', () => {
    const sections = problemsInSheet(
      [
        { severity: 'note', code: 'close-heading', column: 0, field: 'name' },
        unreadable(9, 2),
        { severity: 'problem', code: 'no-name', row: 8 },
        unreadable(5, 1),
        unreadable(6, 1),
      ],
      TABLE,
      'en',
    );
    expect(sections.map(({ severity, count }) => [severity, count])).toEqual([
      ['problem', 4],
      ['note', 1],
    ]);
    expect(sections[0]?.groups.map(({ about, problems }) => [about, problems.length])).toEqual([
      ['rows', 1],
      [{ column: 'Column E (“Sales”)' }, 2],
      [{ column: 'Column F (“Profit”)' }, 1],
    ]);
  });

  test('what concerns a column as such leads to its heading, what concerns the table leads nowhere', () => {
    const cells = problemsInSheet(
      [
        { severity: 'note', code: 'close-heading', column: 1, field: 'salesAmount' },
        { severity: 'error', code: 'empty-table' },
      ],
      TABLE,
      'en',
    ).map(({ groups }) => groups[0]?.problems[0]?.cell);
    expect(cells).toEqual([null, { sheetId: 5, row: 4, column: 5, rows: 1, columns: 1 }]);
  });

  test('none are lost', () => {
    const many = Array.from({ length: 200 }, (_, index) => unreadable(index + 5, index % 3));
    const [section] = problemsInSheet(many, TABLE, 'zh-TW');
    expect(section?.groups.flatMap(({ problems }) => problems)).toHaveLength(200);
  });
});
