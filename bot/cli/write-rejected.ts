import { writeFile } from 'node:fs/promises';
import { parse } from 'node:path';
import { cliText } from '../../core/text/cli-text.ts';
import type { Language } from '../../core/text/language.ts';
import { type CliIo, tell } from './cli-io.ts';

/** Writes the rows that an import rejected, with what is wrong, beside the table: a file that can be imported. Nothing where none was. */
export async function writeRejected(
  io: CliIo,
  table: string,
  rejected: { readonly rows: number; readonly csv: string },
  language: Language,
): Promise<void> {
  if (rejected.rows === 0) return;
  const path = rejectedPath(table);
  await writeFile(path, rejected.csv);
  tell(io, cliText[language].rejectedWritten(rejected.rows, path));
}

function rejectedPath(table: string): string {
  if (table === '-') return 'rejected.csv';
  const { dir, name } = parse(table);
  return `${dir === '' ? '' : `${dir}/`}${name}.rejected.csv`;
}
