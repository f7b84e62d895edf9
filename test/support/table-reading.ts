import type { Doubt, FactValue } from '../../core/customer.ts';
import type { ColumnReading, TableReading, TableRecord } from '../../core/table/reading.ts';

/** One customer's row: values by field, and what else a record may hold. */
export interface RowOfTest {
  readonly values: Readonly<Record<string, FactValue>>;
  readonly doubts?: Readonly<Record<string, Doubt>>;
  readonly extra?: Readonly<Record<string, string>>;
}

/** A table as the reader gives it back, its headings the fields' ids in row 1, its records from row 2. */
export function tableReading(rows: readonly RowOfTest[], currency: string | null = null): TableReading {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row.values)))];
  const columns = fields.map(
    (field, index): ColumnReading => ({
      index,
      letter: String.fromCharCode(65 + index),
      heading: field,
      field,
      match: 'exact',
      type: 'text',
      currency: field === 'salesAmount' ? currency : null,
    }),
  );
  const records = rows.map(
    ({ values, doubts, extra }, index): TableRecord => ({
      row: index + 2,
      facts: doubts === undefined ? { values } : { values, doubts },
      extra: extra ?? {},
      cells: fields.map((field) => values[field] ?? null),
    }),
  );
  return { columns, records, rowKinds: ['header', ...rows.map(() => 'record' as const)], problems: [] };
}

/** {@link tableReading} of rows that hold values only. */
export function tableOf(...rows: readonly Readonly<Record<string, FactValue>>[]): TableReading {
  return tableReading(rows.map((values) => ({ values })));
}
