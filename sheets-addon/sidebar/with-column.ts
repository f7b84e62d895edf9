import { columnNames } from '../../core/table/column-names.ts';
import type { TableHints } from '../../core/table/read-table.ts';
import type { ColumnReading } from '../../core/table/reading.ts';

/**
 * What a person decided about columns, with one decision more: what the column (0-based in the table) holds, null for
 * nothing. Another column that was given the same field before loses it, since a field has one column.
 *
 * @param columns the table's, by whose names earlier decisions are known
 */
export function withColumn(
  hints: TableHints,
  column: number,
  field: string | null,
  columns: readonly Pick<ColumnReading, 'heading'>[],
): TableHints {
  const name = columnNames(columns.map(({ heading }) => heading))[column];
  const others = (hints.columns ?? []).filter(
    (one) => one.column !== column && one.column !== name && (field === null || one.field !== field),
  );
  return { ...hints, columns: [...others, { column, field }] };
}

/** Whether anything was decided. */
export function hasDecisions({ columns, dateOrder, decimal }: TableHints): boolean {
  return (columns ?? []).length > 0 || decimal !== undefined || dateOrder !== undefined;
}
