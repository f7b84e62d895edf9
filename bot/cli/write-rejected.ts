import { writeFile } from 'node:fs/promises';
import { parse } from 'node:path';
import { cliText } from '../../core/text/cli-text.ts';
import type { Language } from '../../core/text/language.ts';
import { isDiskFull } from '../store/is-disk-full.ts';
import { type CliIo, tell } from './cli-io.ts';

/** Rows whose numbers are told where they cannot be saved; the rest is counted. */
const MOST_ROWS = 20;

/**
 * Writes the rows that an import rejected, with what is wrong, beside the table: a file that can be imported. Nothing where none was.
 * Where no file can be written, says that the import is done all the same, and which rows they are.
 */
export async function writeRejected(
  io: CliIo,
  table: string,
  rejected: { readonly rows: readonly { readonly row: number }[]; readonly csv: string },
  language: Language,
): Promise<void> {
  const { rows, csv } = rejected;
  if (rows.length === 0) return;
  const text = cliText[language];
  const path = rejectedPath(table);
  try {
    await writeFile(path, csv);
  } catch (error) {
    const told = rows.slice(0, MOST_ROWS).map(({ row }) => row);
    tell(io, text.rejectedNotWritten(path, whyNotSaved(error, language), told, rows.length - told.length));
    return;
  }
  tell(io, text.rejectedWritten(rows.length, path));
}

const READ_ONLY: ReadonlySet<unknown> = new Set(['EROFS', 'EACCES', 'EPERM', 'EISDIR']);

function whyNotSaved(error: unknown, language: Language): string {
  const { notSaved } = cliText[language];
  if (isDiskFull(error)) return notSaved.full;
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && READ_ONLY.has(error.code) ? notSaved.readOnly : error.message;
}

function rejectedPath(table: string): string {
  if (table === '-') return 'rejected.csv';
  const { dir, name } = parse(table);
  return `${dir === '' ? '' : `${dir}/`}${name}.rejected.csv`;
}
