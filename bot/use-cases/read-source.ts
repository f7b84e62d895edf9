import type { CalendarDate } from '../../core/calendar-date.ts';
import type { ReadCustomersOptions } from '../../core/grading/read-customers.ts';
import type { Scheme } from '../../core/grading/scheme.ts';
import { columnIndex } from '../../core/table/column-letter.ts';
import type { TableHints } from '../../core/table/read-table.ts';
import type { Language } from '../../core/text/language.ts';
import type { UseCaseContext } from './context.ts';
import { schemeInUse } from './schemes-in-use.ts';
import type { TableDecisions } from './table-preview.ts';
import type { SourceReading, TableSource } from './table-source.ts';

/** How a file's table is previewed and imported. */
export interface TableFileOptions {
  /** The day from which months count and around which years of two digits lie. */
  readonly asOf: CalendarDate;
  /** The reader's language. */
  readonly language: Language;
  readonly hints: TableDecisions;
  /** Takes the sample customers away first, so that one's own are ranked among themselves. */
  readonly removeSamples: boolean;
}

/** A file's table as it was understood, with the scheme that grades its customers; undefined when none does. */
export interface ReadSource extends SourceReading {
  readonly scheme: Scheme | undefined;
}

/** Reads a file's table by the schemes in use. */
export async function readSource(
  { db, actor }: UseCaseContext,
  source: TableSource,
  { asOf, hints }: TableFileOptions,
): Promise<ReadSource> {
  const customer = await schemeInUse(db, actor.workspaceId, 'customer');
  const prospect = await schemeInUse(db, actor.workspaceId, 'prospect');
  const schemes: ReadCustomersOptions['schemes'] = { ...(customer && { customer }), ...(prospect && { prospect }) };
  const read = await source.read({ asOf, schemes, hints: byPlace(hints) });
  return { ...read, scheme: schemes[read.stage] };
}

/** A letter is the column's place: a heading may be called B and stand in column A. */
function byPlace({ columns, ...others }: TableDecisions): TableHints {
  if (columns === undefined) return others;
  return {
    ...others,
    columns: columns.map(({ column, field }) => ({ column: columnIndex(column) ?? column, field })),
  };
}
