import type { CalendarDate } from '../calendar-date.ts';
import type { TableReading, TableRecord } from '../table/reading.ts';
import { type CompiledDocument, compileDocument, type DocumentGrade, gradeByDocument } from './compile-document.ts';
import { type CompiledScheme, compileScheme } from './compile-scheme.ts';
import { fitScheme } from './fit-scheme.ts';
import type { Scheme } from './scheme.ts';
import type { AnyScheme } from './scheme-inputs.ts';

/** A table whose customers can be graded one by one, so that a long one need not be held twice. */
export interface GradableTable {
  readonly compiled: CompiledDocument;
  /** @returns the records in the sheet's order, each with its grade */
  readonly graded: () => Iterable<GradedRecord>;
  /** One of the records with its grade. */
  readonly gradeOf: (record: TableRecord) => GradedRecord;
}

export interface GradedRecord extends DocumentGrade {
  readonly record: TableRecord;
}

/** Fits a scheme of tiers to all customers of the table. */
export function compileForTable(reading: TableReading, scheme: Scheme, asOf: CalendarDate): CompiledScheme {
  const facts = reading.records.map((record) => record.facts);
  return compileScheme(fitScheme(scheme, facts, { asOf, currency: currencyOf(reading) }));
}

function currencyOf({ columns }: TableReading): string | null {
  return columns.find((column) => column.currency !== null)?.currency ?? null;
}

/** Fits a document to all customers of the table and grades each when it is asked for. */
export function gradeTable(reading: TableReading, document: AnyScheme, asOf: CalendarDate): GradableTable {
  const facts = reading.records.map((record) => record.facts);
  const compiled = compileDocument(document, facts, { asOf, currency: currencyOf(reading) });
  const gradeOf = (record: TableRecord): GradedRecord => {
    // named one by one, since spreading takes longer than grading
    const { grade, segments } = gradeByDocument(compiled, record.facts);
    return { record, grade, segments };
  };
  return {
    compiled,
    gradeOf,
    graded: function* () {
      for (const record of reading.records) yield gradeOf(record);
    },
  };
}
