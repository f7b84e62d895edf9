import type { CustomerStage } from '../../core/customer-stage.ts';
import type { TableReading } from '../../core/table/reading.ts';
import { countCustomers } from '../store/count-customers.ts';
import { findGradingRun } from '../store/grades.ts';
import type { UseCaseContext } from './context.ts';

/** A table whose amounts are in another currency than those on file (ISO 4217 codes). */
export interface CurrencyClash {
  readonly onFile: string;
  readonly table: string;
}

/** The one currency of a table's amounts; undefined when it names none or several. */
export function tableCurrency({ columns }: TableReading): string | undefined {
  const currencies = new Set(columns.map(({ currency }) => currency).filter((currency) => currency !== null));
  return currencies.size === 1 ? [...currencies][0] : undefined;
}

/** Whether a table's amounts would be compared with amounts in another currency: those of the stage's latest grading. */
export async function findCurrencyClash(
  { db, actor }: UseCaseContext,
  reading: TableReading,
  stage: CustomerStage,
): Promise<CurrencyClash | null> {
  const table = tableCurrency(reading);
  if (table === undefined) return null;
  const last = await findGradingRun(db, actor.workspaceId, { latestOf: stage });
  const onFile = last?.fitted.currency ?? table;
  return onFile === table ? null : { onFile, table };
}

/**
 * The currency in which customers are graded once a table is imported; undefined for that on file, which stays while there are customers
 * whom the table does not name: their amounts have not changed.
 *
 * @param touched how many customers the table names
 */
export async function currencyOnceImported(
  { db, actor }: UseCaseContext,
  reading: TableReading,
  { clash, touched }: { readonly clash: CurrencyClash | null; readonly touched: number },
): Promise<string | undefined> {
  if (clash !== null && (await countCustomers(db, actor.workspaceId)) > touched) return undefined;
  return tableCurrency(reading);
}
