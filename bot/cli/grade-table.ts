import type { CalendarDate } from '../../core/calendar-date.ts';
import {
  type CompiledDocument,
  compileDocument,
  type DocumentGrade,
  gradeByDocument,
} from '../../core/grading/compile-document.ts';
import type { AnyScheme } from '../../core/grading/scheme-inputs.ts';
import type { TableReading, TableRecord } from '../../core/table/reading.ts';

/** A table whose customers can be graded one by one, so that a long one need not be held twice. */
export interface GradableTable {
  readonly compiled: CompiledDocument;
  /** @returns the records in the sheet's order, each with its grade */
  readonly graded: () => Iterable<GradedRecord>;
}

export interface GradedRecord extends DocumentGrade {
  readonly record: TableRecord;
}

/** Fits a document to all customers of the table and grades each when it is asked for. */
export function gradeTable(reading: TableReading, document: AnyScheme, asOf: CalendarDate): GradableTable {
  const currency = reading.columns.find((column) => column.currency !== null)?.currency ?? null;
  const facts = reading.records.map((record) => record.facts);
  const compiled = compileDocument(document, facts, { asOf, currency });
  return {
    compiled,
    graded: function* () {
      for (const record of reading.records) yield { record, ...gradeByDocument(compiled, record.facts) };
    },
  };
}
