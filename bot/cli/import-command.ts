import { basename, dirname, extname, join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import type { CalendarDate } from '../../core/calendar-date.ts';
import { accountValue } from '../../core/schemes/account-value.ts';
import { cliText } from '../../core/text/cli-text.ts';
import { importReportText } from '../../core/text/import-text.ts';
import type { Language } from '../../core/text/language.ts';
import type { ImportReport } from '../use-cases/import-report.ts';
import { importTable } from '../use-cases/import-table.ts';
import { type CliIo, print, tell } from './cli-io.ts';
import { cellText } from './grade-output.ts';
import { inWorkspace } from './in-workspace.ts';
import { startProgress } from './progress.ts';
import { readCustomerTable, tellProblems } from './read-customer-table.ts';
import { schemeNamed } from './scheme-named.ts';

/** What `import` is told. */
export interface ImportCommandOptions {
  readonly workspace: string | undefined;
  /** A built-in scheme's id or a file; undefined grades with the scheme in use. */
  readonly scheme: string | undefined;
  readonly dryRun: boolean;
  /** End with 1 when a row needs a person's attention. */
  readonly strict: boolean;
  /** Where rows that were not imported go; undefined puts them beside the table. */
  readonly rejects: string | undefined;
  readonly asOf: CalendarDate;
  readonly language: Language;
}
