import { describe, expect, test } from 'vitest';
import { hasDecisions, withColumn } from '../../../sheets-addon/sidebar/with-column.ts';

describe('decisions about columns', () => {
  test('the later decision about a column takes the place of the earlier one', () => {
    const once = withColumn({ decimal: ',' }, 2, 'profit');
    expect(withColumn(once, 2, 'salesAmount')).toEqual({
      decimal: ',',
      columns: [{ column: 2, field: 'salesAmount' }],
    });
  });

  test('a field that is given to another column is taken from the first', () => {
    const first = withColumn({}, 1, 'profit');
    expect(withColumn(first, 4, 'profit').columns).toEqual([{ column: 4, field: 'profit' }]);
  });

  test('several columns may be left unread', () => {
    const first = withColumn({}, 1, null);
    expect(withColumn(first, 4, null).columns).toEqual([
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
