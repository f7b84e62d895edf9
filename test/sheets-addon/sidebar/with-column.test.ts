import { describe, expect, test } from 'vitest';
import { hasDecisions, withColumn } from '../../../sheets-addon/sidebar/with-column.ts';

const COLUMNS = ['Customer', 'Amount', 'Amount', 'Profit', 'Years'].map((heading) => ({ heading }));

describe('decisions about columns', () => {
  test.each([
    ['Profit', 3],
    ['Customer | Amount | Amount', 1],
  ])('one about %s takes the place of an earlier one that goes by its name', (column, at) => {
    const hints = { columns: [{ column, field: 'profit' }] };
    expect(withColumn(hints, at, null, COLUMNS).columns).toEqual([{ column: at, field: null }]);
    expect(withColumn(hints, 4, 'years', COLUMNS).columns).toEqual([
      { column, field: 'profit' },
      { column: 4, field: 'years' },
    ]);
  });

  test('the later decision about a column takes the place of the earlier one', () => {
    const once = withColumn({ decimal: ',' }, 2, 'profit', COLUMNS);
    expect(withColumn(once, 2, 'salesAmount', COLUMNS)).toEqual({
      decimal: ',',
      columns: [{ column: 2, field: 'salesAmount' }],
    });
  });

  test('a field that is given to another column is taken from the first', () => {
    const first = withColumn({}, 1, 'profit', COLUMNS);
    expect(withColumn(first, 4, 'profit', COLUMNS).columns).toEqual([{ column: 4, field: 'profit' }]);
  });

  test('several columns may be left unread', () => {
    const first = withColumn({}, 1, null, COLUMNS);
    expect(withColumn(first, 4, null, COLUMNS).columns).toEqual([
      { column: 1, field: null },
      { column: 4, field: null },
    ]);
  });

  test('none, and those that are left, are told apart', () => {
    expect(hasDecisions({})).toBe(false);
    expect(hasDecisions({ columns: [] })).toBe(false);
    expect(hasDecisions({ columns: [{ column: 1, field: null }] })).toBe(true);
    expect(hasDecisions({ dateOrder: 'dmy' })).toBe(true);
  });
});
