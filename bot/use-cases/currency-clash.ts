import type { CustomerStage } from '../../core/customer-stage.ts';
import type { TableReading } from '../../core/table/reading.ts';
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
