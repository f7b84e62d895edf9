import { writeFile } from 'node:fs/promises';
import { parse } from 'node:path';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { FactValue } from '../../core/customer.ts';
import { accountValue } from '../../core/schemes/account-value.ts';
import { FIELDS } from '../../core/table/fields.ts';
import { cliText } from '../../core/text/cli-text.ts';
import { fieldTitle } from '../../core/text/field-titles.ts';
import { formatValue } from '../../core/text/format.ts';
import {
  currencyClashText,
  duplicateText,
  EMPTY_CELLS_TEXT,
  importSummary,
  rejectionText,
  unknownOwnersText,
  unknownOwnerText,
} from '../../core/text/import-text.ts';
import type { Language } from '../../core/text/language.ts';
import type { FieldChange, ImportedRow, ImportReport } from '../use-cases/import-report.ts';
import { importTable } from '../use-cases/import-table.ts';
import { type CliIo, print, tell } from './cli-io.ts';
import { csvLine } from './csv-line.ts';
import { cellText } from './grade-output.ts';
import { inWorkspace } from './in-workspace.ts';
import { startProgress } from './progress.ts';
import { readCustomerTable, tellProblems } from './read-customer-table.ts';
import { schemeNamed } from './scheme-named.ts';
import type { TableHints } from './table-options.ts';

/** What `import` is told. */
export interface ImportCommandOptions {
  readonly workspace: string | undefined;
  /** A built-in scheme's id or a file; undefined grades with the scheme in use. */
  readonly scheme: string | undefined;
  readonly dryRun: boolean;
  readonly hints: TableHints;
  /** End with 1 when a row needs a person's attention. */
  readonly strict: boolean;
  readonly asOf: CalendarDate;
  readonly language: Language;
}

/** Rows, duplicates and owners that are spelt out; the rest is counted. */
const MOST_LINES = 20;
/** Unknown owners that are told one by one. */
const MOST_OWNERS = 3;

/** `import TABLE`: takes a table's customers over and grades them; says first what is new, changed and rejected. */
export async function importCommand(io: CliIo, table: string, options: ImportCommandOptions): Promise<number> {
  const { asOf, dryRun, hints, language } = options;
  const scheme = options.scheme === undefined ? undefined : await schemeNamed(options.scheme, language);
  const { reading } = await readCustomerTable(io, table, {
    scheme: scheme ?? accountValue,
    asOf,
    hints,
    language,
  });
  const report = await inWorkspace(io, options.workspace, (context) => {
    const progress = startProgress(io, cliText[language].importing, reading.records.length);
    return importTable(context, reading, {
      dryRun,
      asOf,
      onProgress: progress.update,
      ...(scheme === undefined ? {} : { scheme }),
    }).finally(progress.stop);
  });
  // The report says of every rejected row why it was, the nameless ones among them.
  const problems = reading.problems.filter(({ code }) => code !== 'no-name');
  tellProblems(io, { ...reading, problems }, language);
  tellReport(io, report, language);
  await print(io, `${importSummary(report.counts, dryRun, language)}\n`);
  if (report.rejected.rows.length > 0 && !dryRun) await writeRejected(io, table, report, language);
  const needsAttention = report.counts.rejected > 0 || reading.problems.some(({ severity }) => severity === 'problem');
  return options.strict && needsAttention ? 1 : 0;
}

function tellReport(io: CliIo, report: ImportReport, language: Language): void {
  const text = cliText[language];
  const { currencyClash } = report;
  const lines = [
    ...(currencyClash === null ? [] : [currencyClashText(currencyClash.onFile, currencyClash.table, language)]),
    ...report.rows.flatMap((row) => rowLine(row, report.dryRun, language)),
    ...report.duplicates.map(({ by, customers }) =>
      duplicateText(
        by,
        customers.map(({ key, name }) => (key === null ? name : `${name} (${key})`)),
        language,
      ),
    ),
    ...unknownOwnerLines(report.unknownOwners, language),
  ];
  for (const line of lines.slice(0, MOST_LINES)) tell(io, line);
  if (lines.length > MOST_LINES) tell(io, text.more(lines.length - MOST_LINES));
  if (report.dryRun) tell(io, EMPTY_CELLS_TEXT[language]);
}

/** Rejected rows always; changed ones in a preview, where a person decides on them. */
function rowLine({ row, name, outcome }: ImportedRow, isDryRun: boolean, language: Language): string[] {
  const text = cliText[language];
  if (outcome.kind === 'rejected') return [text.row(row, name, rejectionText(outcome.reason, language))];
  if (outcome.kind !== 'changed' || !isDryRun) return [];
  const changes = outcome.changes.map((change) => changeText(change, language));
  return [text.row(row, name, changes.join(text.comma))];
}

/** A few owners stand on lines of their own; a whole list that is not known yet takes one. */
function unknownOwnerLines(owners: ImportReport['unknownOwners'], language: Language): string[] {
  if (owners.length <= MOST_OWNERS) {
    return owners.map(({ text, rows }) => unknownOwnerText(text, rows.length, language));
  }
  const named = owners.slice(0, MOST_OWNERS).map(({ text }) => text);
  const rows = owners.reduce((sum, owner) => sum + owner.rows.length, 0);
  return [unknownOwnersText(named, owners.length, rows, language)];
}

/** Writes the rejected rows with their heading and what is wrong beside the table, as a file that can be imported. */
async function writeRejected(io: CliIo, table: string, report: ImportReport, language: Language): Promise<void> {
  const { headings, rows } = report.rejected;
  const text = cliText[language];
  const path = rejectedPath(table);
  const lines = [
    csvLine([...headings, text.problem]),
    ...rows.map(({ cells, reason }) =>
      csvLine([...headings.map((_, index) => cellText(cells[index])), rejectionText(reason, language)]),
    ),
  ];
  await writeFile(path, `\uFEFF${lines.join('')}`);
  tell(io, text.rejectedWritten(rows.length, path));
}

function rejectedPath(table: string): string {
  if (table === '-') return 'rejected.csv';
  const { dir, name } = parse(table);
  return `${dir === '' ? '' : `${dir}/`}${name}.rejected.csv`;
}

function changeText({ field, from, to }: FieldChange, language: Language): string {
  const type = FIELDS.find(({ id }) => id === field)?.type ?? 'text';
  const value = (of: FactValue | null) => (of === null ? '–' : formatValue(of, type, language));
  return `${fieldTitle(field, language)} ${value(from)} → ${value(to)}`;
}
