import { describe, expect, test } from 'vitest';
import {
  questionsSoFar,
  rejectedFileName,
  withField,
} from '../../../../../bot/local/page/table-dialog/table-choices.ts';
import type { TablePreview } from '../../../../../bot/local/page-protocol.ts';

const column = (letter: string, field: string | null) => ({
  letter,
  heading: letter,
  field,
  title: field,
  match: 'exact' as const,
  example: '',
});
const preview: TablePreview = {
  fileName: 'customers.xlsx',
  sheet: null,
  stopped: null,
  columns: [column('A', 'customer'), column('B', 'sales'), column('C', null)],
  fields: [],
  open: [],
  remarks: [],
  moreRemarks: 0,
  changes: null,
};

describe('giving a column a field', () => {
  test('keeps the other choices, and the last choice for a column counts', () => {
    const once = withField({ decimal: ',', removeSamples: true }, preview, 'C', 'region');
    expect(once).toEqual({ decimal: ',', removeSamples: true, columns: [{ column: 'C', field: 'region' }] });
    expect(withField(once, preview, 'C', null).columns).toEqual([{ column: 'C', field: null }]);
  });

  test('takes the field from the column that had it', () => {
    expect(withField({}, preview, 'C', 'sales').columns).toEqual([
      { column: 'B', field: null },
      { column: 'C', field: 'sales' },
    ]);
  });

  test('no field is taken from nobody, and a field that the column has stays its own', () => {
    expect(withField({}, preview, 'A', null).columns).toEqual([{ column: 'A', field: null }]);
    expect(withField({}, preview, 'B', 'sales').columns).toEqual([{ column: 'B', field: 'sales' }]);
  });
});

test('a question that was answered stays, and is not asked twice', () => {
  const decimal = { kind: 'decimal', options: ['.', ','] } as const;
  const dates = { kind: 'date-order', options: ['dmy', 'mdy'] } as const;
  expect(questionsSoFar([decimal], [])).toEqual([decimal]);
  expect(questionsSoFar([decimal], [decimal, dates])).toEqual([decimal, dates]);
});

test('rejected rows are saved beside the table, as CSV', () => {
  expect(rejectedFileName('my.customers.xlsx')).toBe('my.customers-rejected.csv');
  expect(rejectedFileName('客户')).toBe('客户-rejected.csv');
});
