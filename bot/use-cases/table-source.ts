import type { CustomersReading, ReadCustomersOptions } from '../../core/grading/read-customers.ts';
import type { SheetsLeftOut } from '../../core/text/other-sheets-text.ts';

/** A table that came as a file. How its bytes become a reading, and in which thread, is the caller's affair. */
export interface TableSource {
  readonly name: string;
  /** Reads the table; rejects when the file is no table at all. */
  readonly read: (options: ReadCustomersOptions) => Promise<SourceReading>;
}

/** What came of reading a file's table. */
export interface SourceReading extends CustomersReading {
  /** The sheet of a workbook that was read; null for text. */
  readonly sheet: string | null;
  /** The workbook's other sheets; null for what has none. */
  readonly sheetsLeftOut: SheetsLeftOut | null;
}
