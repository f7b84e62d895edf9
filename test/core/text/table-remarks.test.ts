import { expect, test } from 'vitest';
import type { ColumnReading, TableProblem, TableReading } from '../../../core/table/reading.ts';
import { LANGUAGES } from '../../../core/text/language.ts';
import { columnsNotReadText, tableRemarks } from '../../../core/text/table-remarks.ts';

const column = (index: number, heading: string, field: string | null): ColumnReading => ({
  index,
  letter: String.fromCharCode(65 + index),
  heading,
  field,
  match: field === null ? 'none' : 'exact',
  type: null,
  currency: null,
});

function reading(columns: readonly ColumnReading[], problems: readonly TableProblem[] = []): TableReading {
  return { columns, problems, records: [], rowKinds: [] };
}

test('remarks come the gravest first, otherwise as they were found, and are cut', () => {
  const problems: TableProblem[] = [
    { code: 'totals-row', severity: 'note', row: 9 },
    { code: 'no-name', severity: 'problem', row: 5 },
    { code: 'no-name', severity: 'problem', row: 3 },
    { code: 'empty-table', severity: 'error' },
  ];
  const { remarks, more } = tableRemarks(reading([], problems), 3, 'en');
  expect(remarks.map(({ severity }) => severity)).toEqual(['error', 'problem', 'problem']);
  expect(remarks[1]?.text).toContain('5');
  expect(more).toBe(1);
});

test.each(LANGUAGES)('headings that nobody recognised are named, unless a problem names them (%s)', (language) => {
  const columns = [column(0, 'Customer', 'name'), column(1, 'Hue', null), column(2, '', null), column(3, 'Sum', null)];
  const told: TableProblem = { code: 'several-fields', severity: 'problem', column: 3, fields: ['a', 'b'] };
  const sentence = columnsNotReadText(reading(columns, [told]), language);
  expect(sentence).toContain('Hue');
  expect(sentence).not.toContain('Sum');
  expect(columnsNotReadText(reading(columns.slice(0, 1)), language)).toBeNull();
});

test('of many such headings the first are named and the others counted', () => {
  const columns = Array.from({ length: 12 }, (_, at) => column(at, `Heading ${at}`, null));
  expect(columnsNotReadText(reading(columns), 'en')).toMatch(/“Heading 7”\) and 4 more\.$/);
});

test('a column that names the unit of amounts is no heading that nobody recognised', () => {
  const columns = [column(0, 'Customer', 'name'), column(1, 'Sales', 'salesAmount'), column(2, 'Cur', null)];
  const told: TableProblem = { code: 'unit-from-column', severity: 'note', column: 1, units: 2 };
  expect(columnsNotReadText(reading(columns, [told]), 'en')).toBeNull();
  expect(columnsNotReadText(reading(columns), 'en')).toContain('Cur');
});
