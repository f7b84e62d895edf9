import { type Command, InvalidArgumentError, Option } from 'commander';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { GivenColumn } from '../../core/table/match-columns.ts';
import type { TableHints } from '../../core/table/read-table.ts';
import type { DateOrder } from '../../core/table/reading.ts';
import type { Language } from '../../core/text/language.ts';

/** The options of {@link addTableOptions} as commander hands them over. */
export interface TableArguments {
  readonly column?: readonly GivenColumn[];
  readonly decimal?: '.' | ',';
  readonly dateOrder?: DateOrder;
  readonly sheet?: string;
}

/** What a command that takes a table over is told. */
export interface TableImportOptions {
  readonly workspace: string | undefined;
  readonly dryRun: boolean;
  readonly hints: TableHints;
  /** The sheet of a workbook; undefined for the first that has headings we know. */
  readonly sheet: string | undefined;
  /** End with 1 when a row, or a table that was left out, needs a person's attention. */
  readonly strict: boolean;
  readonly asOf: CalendarDate;
  readonly language: Language;
}

/** Lets a command be told what reading a table may have to ask. */
export function addTableOptions(command: Command): Command {
  return command
    .option('--sheet <name>', 'sheet of a workbook (default: the first that has headings we know)')
    .option(
      '--column <column=field>',
      'what a column holds, such as C=salesAmount or "Turnover net=salesAmount"; C= leaves it out (repeatable)',
      givenColumn,
    )
    .addOption(new Option('--decimal <mark>', 'decimal separator of numbers such as 1.234').choices(['.', ',']))
    .addOption(new Option('--date-order <order>', 'order of dates such as 3/4/26').choices(['dmy', 'mdy', 'ymd']));
}

/** The hints for `readTable`. */
export function tableHints({ column, decimal, dateOrder }: TableArguments): TableHints {
  return {
    ...(column === undefined ? {} : { columns: column }),
    ...(decimal === undefined ? {} : { decimal }),
    ...(dateOrder === undefined ? {} : { dateOrder }),
  };
}

function givenColumn(text: string, before: readonly GivenColumn[] = []): readonly GivenColumn[] {
  const at = text.lastIndexOf('=');
  if (at < 1) throw new InvalidArgumentError('It wants a column and a field, such as C=salesAmount.');
  const field = text.slice(at + 1).trim();
  return [...before, { column: text.slice(0, at).trim(), field: field === '' ? null : field }];
}
