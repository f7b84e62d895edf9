import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { Grid } from '../../core/table/cell.ts';
import { decodeText } from './decode-text.ts';
import { readDelimited } from './read-delimited.ts';
import { sniffFormat } from './sniff-format.ts';
import { TableFileError } from './table-file-error.ts';

/** A table as it stood in a file, and how the file was read. */
export interface TableFile {
  readonly grid: Grid;
  readonly format: 'delimited' | 'xlsx';
  /** The sheet that was read, and all visible ones; null and empty for text. */
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  /** The other visible sheets that are not empty: those that have headings we know, and the rest; empty for text. */
  readonly otherTables: readonly string[];
  readonly otherSheets: readonly string[];
  /** WHATWG name of the text's encoding and the column separator; null for a workbook. */
  readonly encoding: string | null;
  readonly delimiter: string | null;
}

/** The largest file that is read; a table of 100,000 customers has about a tenth of it. */
export const MOST_FILE_MEGABYTES = 50;

/**
 * Reads a CSV, TSV or XLSX file into a grid. What it is follows from its content, never from `name`, which only stands in
 * messages. Throws {@link TableFileError} for everything that is no such table or is larger than {@link MOST_FILE_MEGABYTES}.
 *
 * @param source a path, the bytes, or a stream (standard input)
 * @param sheet the visible sheet of a workbook to read; default: the first that has headings we know
 */
export async function readTableFile(
  source: string | Uint8Array | Readable,
  name: string,
  sheet?: string,
): Promise<TableFile> {
  const bytes = await bytesOf(source, name);
  if (bytes.length === 0) throw new TableFileError({ code: 'empty-file', file: name });
  const format = sniffFormat(bytes);
  if (format === 'old-excel' || format === 'protected' || format === 'damaged-workbook')
    throw new TableFileError({ code: format, file: name });
  if (format === 'xlsx') {
    // loaded when needed only: it takes longer to load than everything else that reads tables
    const { readWorkbook } = await import('./read-workbook.ts');
    return { format, encoding: null, delimiter: null, ...(await readWorkbook(bytes, name, { sheet })) };
  }
  if (format !== 'text') throw new TableFileError({ code: 'other-format', file: name, kind: format.kind });
  const { text, encoding } = decodeText(bytes, name);
  if (text.trim() === '') throw new TableFileError({ code: 'empty-file', file: name });
  if (sheet !== undefined) throw new TableFileError({ code: 'text-has-no-sheets', file: name });
  const noSheets = { sheet: null, sheets: [], otherTables: [], otherSheets: [] };
  return { format: 'delimited', ...noSheets, encoding, ...readDelimited(text, name) };
}

const MOST_BYTES = MOST_FILE_MEGABYTES * 1024 * 1024;

async function bytesOf(source: string | Uint8Array | Readable, name: string): Promise<Buffer> {
  if (typeof source === 'string') return bytesOfPath(source, name);
  if (source instanceof Uint8Array) {
    if (source.length > MOST_BYTES) throw tooLarge(name);
    return Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of source) {
    const part: Buffer = typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk);
    length += part.length;
    if (length > MOST_BYTES) throw tooLarge(name);
    chunks.push(part);
  }
  return Buffer.concat(chunks, length);
}

async function bytesOfPath(path: string, name: string): Promise<Buffer> {
  try {
    await using file = await open(path, 'r');
    const { size } = await file.stat();
    if (size > MOST_BYTES) throw tooLarge(name);
    return await file.readFile();
  } catch (cause) {
    if (cause instanceof TableFileError) throw cause;
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw new TableFileError({ code: isMissing ? 'not-found' : 'not-readable', file: name }, { cause });
  }
}

function tooLarge(name: string): TableFileError {
  return new TableFileError({ code: 'too-large', file: name, mostMegabytes: MOST_FILE_MEGABYTES });
}
