import type { CalendarDate } from '../../core/calendar-date.ts';
import { extraHeading } from '../../core/sheets/merge-row.ts';
import { columnLetter } from '../../core/table/column-letter.ts';
import type { ColumnReading, TableReading } from '../../core/table/reading.ts';
import { fieldTitle } from '../../core/text/field-titles.ts';
import type { Language } from '../../core/text/language.ts';
import { localDay } from '../clock.ts';
import { knownZone } from '../known-zone.ts';
import type { SheetDifference } from '../store/connected-sheets.ts';
import type { Customer } from '../store/customers.ts';
import type { ImportReport } from './import-report.ts';
import type { RemovedRecord } from './match-sheet-rows.ts';
import type { FieldDifference } from './merge-sheet-row.ts';
import { recordFields } from './record-fields.ts';
import type { SpreadsheetDescription } from './spreadsheets.ts';

/** What a pull did, or would do. */
export interface SheetPullReport {
  /** What was taken over of rows that say anything new; the others are counted as unchanged. */
  readonly import: ImportReport;
  /** Cells that both sides have changed: the sheet's value stands now, and Tierbook's is here. */
  readonly conflicts: readonly SheetDifference[];
  /** Cells that only Tierbook has changed: its value stays. */
  readonly kept: readonly SheetDifference[];
  /** Customers whose row the sheet no longer has; they stay. */
  readonly vanished: readonly VanishedCustomer[];
  /** Rows whose customer was removed from Tierbook: not taken over again. */
  readonly removed: readonly RemovedCustomer[];
  /** Rows of one customer that differ: none of them is read. */
  readonly repeated: readonly RepeatedRows[];
  /** What is wrong with cells and rows, as sentences with their places. */
  readonly problems: readonly string[];
}

/** A customer whose row the sheet no longer has. */
export interface VanishedCustomer {
  readonly customerId: string;
  readonly name: string;
  /** Whether it was there at the last pull. */
  readonly isNew: boolean;
}

/** A row whose customer was removed from Tierbook, by hand or by undoing an import. */
export interface RemovedCustomer {
  /** From 1. */
  readonly row: number;
  readonly name: string;
  /** The day in the spreadsheet's time zone. */
  readonly removedOn: CalendarDate;
}

/** Rows of one customer that differ. */
export interface RepeatedRows {
  /** From 1. */
  readonly rows: readonly number[];
  /** As the first of them has it; where they have several, their number with all of them. */
  readonly name: string;
}

/** Finds the column of a field of a difference; undefined when the sheet has none. */
export function columnFinder({ columns }: TableReading): (field: string) => ColumnReading | undefined {
  const byField = new Map<string, ColumnReading>();
  const byHeading = new Map<string, ColumnReading>();
  for (const column of columns) {
    if (column.field !== null) byField.set(column.field, column);
    else
      for (const name of [`${column.heading} (${column.letter})`, column.letter, column.heading])
        if (name !== '' && !byHeading.has(name)) byHeading.set(name, column);
  }
  return (field) => {
    const heading = extraHeading(field);
    return heading === undefined ? byField.get(field) : byHeading.get(heading);
  };
}

/** Differences as a person finds them in the sheet. */
export function placedDifferences(
  differences: readonly FieldDifference[],
  customer: Pick<Customer, 'id' | 'name'>,
  row: number,
  columnOf: (field: string) => ColumnReading | undefined,
  language: Language,
): SheetDifference[] {
  return differences.map(({ field, sheet, tierbook }) => {
    const column = columnOf(field);
    const heading = column?.heading ?? '';
    return {
      customerId: customer.id,
      name: customer.name,
      cell: column === undefined ? '' : `${columnLetter(column.index)}${row}`,
      heading: heading === '' ? (extraHeading(field) ?? fieldTitle(field, language)) : heading,
      type: column?.type ?? 'text',
      sheet,
      tierbook,
    };
  });
}

/** A row whose customer was removed, as a person finds it in the sheet. */
export function removedCustomer(
  { record, removedAt }: RemovedRecord,
  { timeZone }: Pick<SpreadsheetDescription, 'timeZone'>,
): RemovedCustomer {
  const { name, key } = recordFields(record);
  return { row: record.row, name: name ?? key ?? '', removedOn: localDay(removedAt, knownZone(timeZone)) };
}
