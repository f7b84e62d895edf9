import type { CalendarDate } from '../calendar-date.ts';
import type { CustomerStage } from '../customer-stage.ts';
import { atOnce, type Steps } from '../steps.ts';
import type { Grid } from '../table/cell.ts';
import { readTableInSteps, type TableHints } from '../table/read-table.ts';
import type { TableReading } from '../table/reading.ts';
import { stageOfTable } from '../table/stage-of-table.ts';
import { cellText } from '../table/word-columns.ts';
import { criterionFields } from './criterion-fields.ts';
import type { Scheme } from './scheme.ts';

/** What reading customers goes by beside the table itself. */
export interface ReadCustomersOptions {
  readonly asOf: CalendarDate;
  /** The scheme that grades each stage; their criteria are fields of the table. */
  readonly schemes: Readonly<Partial<Record<CustomerStage, Scheme>>>;
  readonly hints: TableHints;
}

/** A table of customers as it was understood. */
export interface CustomersReading {
  readonly reading: TableReading;
  readonly stage: CustomerStage;
  /** By column: the first value, as it stands; empty when it has none. Covers tables that cannot be used, too. */
  readonly examples: readonly string[];
}

/** Reads a table with the criteria of the scheme that grades its customers, who are prospects when its columns say so. */
export function readCustomers(grid: Grid, options: ReadCustomersOptions): CustomersReading {
  return atOnce(readCustomersInSteps(grid, options));
}

/** {@link readCustomers} for whoever has others waiting. */
export function* readCustomersInSteps(
  grid: Grid,
  { asOf, schemes, hints }: ReadCustomersOptions,
): Steps<CustomersReading> {
  const readBy = (scheme: Scheme | undefined): Steps<TableReading> =>
    readTableInSteps(grid, { asOf, fields: scheme === undefined ? [] : criterionFields(scheme), ...hints });
  const asCustomers = yield* readBy(schemes.customer);
  const stage = stageOfTable(asCustomers);
  const isOther = stage === 'prospect' && schemes.prospect !== undefined;
  const reading = isOther ? yield* readBy(schemes.prospect) : asCustomers;
  return { reading, stage, examples: firstValues(grid, reading) };
}

function firstValues(grid: Grid, { columns, rowKinds }: TableReading): string[] {
  const width = Math.max(
    columns.length,
    grid.reduce((widest, row) => Math.max(widest, row.length), 0),
  );
  const examples: string[] = [];
  let missing = width;
  for (const [index, row] of grid.entries()) {
    if (missing === 0) break;
    if (columns.length > 0 && rowKinds[index] !== 'record') continue;
    for (const [column, cell] of row.entries()) {
      if (examples[column] !== undefined) continue;
      const text = cellText(cell);
      if (text === '') continue;
      examples[column] = text;
      missing -= 1;
    }
  }
  return Array.from({ length: width }, (_, column) => examples[column] ?? '');
}
