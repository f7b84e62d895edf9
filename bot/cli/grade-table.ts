import type { CalendarDate } from '../../core/calendar-date.ts';
import { type CompiledScheme, compileScheme } from '../../core/grading/compile-scheme.ts';
import { fitScheme } from '../../core/grading/fit-scheme.ts';
import type { Grade } from '../../core/grading/grade.ts';
import type { Scheme } from '../../core/grading/scheme.ts';
import type { TableReading, TableRecord } from '../../core/table/reading.ts';

/** A table whose customers can be graded one by one, so that a long one need not be held twice. */
export interface GradableTable {
  readonly compiled: CompiledScheme;
  /** @returns the records in the sheet's order, each with its grade */
  readonly graded: () => Iterable<GradedRecord>;
}

export interface GradedRecord {
  readonly record: TableRecord;
  readonly grade: Grade;
}

/** Fits `scheme` to all customers of the table and grades each when it is asked for. */
export function gradeTable(reading: TableReading, scheme: Scheme, asOf: CalendarDate): GradableTable {
  const currency = reading.columns.find((column) => column.currency !== null)?.currency ?? null;
  const compiled = compileScheme(
    fitScheme(
      scheme,
      reading.records.map((record) => record.facts),
      { asOf, currency },
    ),
  );
  return {
    compiled,
    graded: function* () {
      for (const record of reading.records) yield { record, grade: compiled.grade(record.facts) };
    },
  };
}
