import { normaliseName, withoutLegalSuffix } from '../../core/customer-name.ts';
import type { TableReading, TableRecord } from '../../core/table/reading.ts';
import { EXPLAIN_TEXT } from '../../core/text/explain-text.ts';
import type { Language } from '../../core/text/language.ts';
import { CliError } from './cli-io.ts';

/** Customers that are named where several fit. */
const MOST_NAMED = 5;

/**
 * The customer of a table by its row (as the sheet counts), its number, its whole name (case, width and legal suffix aside) or
 * a part of the name that no other has. A number alone is the row where that row holds a customer, since the overview shows rows.
 *
 * Throws {@link CliError} when none or several fit.
 */
export function recordNamed({ records }: TableReading, text: string, language: Language): TableRecord {
  const asked = text.trim();
  const row = /^\d+$/.test(asked) ? records.find((record) => record.row === Number(asked)) : undefined;
  if (row !== undefined) return row;
  const wanted = normaliseName(asked);
  const bare = withoutLegalSuffix(wanted);
  const ways: readonly ((record: TableRecord) => boolean)[] = [
    (record) => normaliseName(textOf(record, 'key')) === wanted,
    (record) => normaliseName(textOf(record, 'name')) === wanted,
    (record) => withoutLegalSuffix(normaliseName(textOf(record, 'name'))) === bare,
    (record) => normaliseName(textOf(record, 'name')).includes(wanted),
  ];
  for (const fits of wanted === '' ? [] : ways) {
    const found = records.filter(fits);
    const [first, ...others] = found;
    if (first === undefined) continue;
    if (others.length === 0) return first;
    const named = found.slice(0, MOST_NAMED).map((record) => `${record.row} ${nameOfRecord(record)}`);
    throw new CliError(EXPLAIN_TEXT[language].several(asked, named, found.length - named.length));
  }
  throw new CliError(EXPLAIN_TEXT[language].none(asked));
}

/** What a customer of a table is called: its name, else its number, else nothing. */
export function nameOfRecord(record: TableRecord): string {
  return textOf(record, 'name') || textOf(record, 'key');
}

function textOf({ facts }: TableRecord, field: string): string {
  return String(facts.values[field] ?? '');
}
