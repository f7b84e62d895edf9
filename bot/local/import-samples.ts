import { fileURLToPath } from 'node:url';
import { addDays, type CalendarDate, dayNumber, parseIsoDate } from '../../core/calendar-date.ts';
import { type FactValue, factDate } from '../../core/customer.ts';
import { lifecycle } from '../../core/schemes/lifecycle.ts';
import { readTable } from '../../core/table/read-table.ts';
import type { TableReading, TableRecord } from '../../core/table/reading.ts';
import { chooseScheme } from '../store/workspaces.ts';
import { readTableFile } from '../table-files/read-table-file.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import { importPurchases } from '../use-cases/import-purchases.ts';
import { importTable } from '../use-cases/import-table.ts';
import { addSampleHistory } from './sample-history.ts';
import { samplePurchases } from './sample-purchases.ts';

const SAMPLES = fileURLToPath(new URL('./sample-customers.csv', import.meta.url));

/** The day on which the sample table was written. */
const WRITTEN_ON = '2026-11-20';

/**
 * Takes the sample customers and their purchases in through the real imports, as if their tables had been written today,
 * puts them into the segments of the lifecycle, and gives them a history of contacts.
 */
export async function importSamples(context: UseCaseContext, today: CalendarDate): Promise<void> {
  const { db, actor } = context;
  const customers = await readSamples(today);
  await chooseScheme(db, actor.workspaceId, 'segments', [lifecycle.id]);
  // graded once, with what they have bought
  const { rows } = await importTable(context, customers, { source: 'sample', asOf: today, grades: false });
  await importPurchases(context, samplePurchases(customers.records, today), { source: 'sample', asOf: today });
  const keys = new Map(customers.records.map(({ facts, row }) => [row, facts.values['key']]));
  const added = rows.flatMap(({ name, outcome, row }) => {
    const key = keys.get(row);
    return outcome.kind === 'new' && typeof key === 'string' ? [{ id: outcome.customerId, key, name }] : [];
  });
  await addSampleHistory(context, added, today);
}

/** The sample table, its days moved so that it stays as fresh as on the day it was written. */
export async function readSamples(today: CalendarDate): Promise<TableReading> {
  const { grid } = await readTableFile(SAMPLES, 'sample-customers.csv');
  const reading = readTable(grid, { asOf: today });
  const writtenOn = parseIsoDate(WRITTEN_ON);
  const ageDays = writtenOn === undefined ? 0 : dayNumber(today) - dayNumber(writtenOn);
  return { ...reading, records: reading.records.map((record) => movedBy(record, ageDays)) };
}

function movedBy(record: TableRecord, days: number): TableRecord {
  const values: Record<string, FactValue> = {};
  for (const [field, value] of Object.entries(record.facts.values)) {
    const date = factDate(value);
    values[field] = date === undefined ? value : addDays(date, days);
  }
  return { ...record, facts: { ...record.facts, values } };
}
