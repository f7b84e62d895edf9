import { type ReadCustomersOptions, readCustomers } from '../core/grading/read-customers.ts';
import { readTableFile } from './table-files/read-table-file.ts';
import type { SourceReading } from './use-cases/table-source.ts';

/** A file as a person handed it over. */
export interface TableUpload {
  /** As the person sees it; says nothing about the content. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Reads a file's table in this thread. Throws TableFileError when it is none. */
export async function readUpload({ name, bytes }: TableUpload, options: ReadCustomersOptions): Promise<SourceReading> {
  const { grid, sheet, otherTables: tables, otherSheets: others } = await readTableFile(bytes, name);
  const sheetsLeftOut = sheet === null ? null : { read: sheet, tables, others };
  return { ...readCustomers(grid, options), sheet, sheetsLeftOut };
}
