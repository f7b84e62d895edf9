import { fileURLToPath } from 'node:url';
import { addDays, type CalendarDate, dayNumber, parseIsoDate } from '../../core/calendar-date.ts';
import { type FactValue, factDate } from '../../core/customer.ts';
import { readTable } from '../../core/table/read-table.ts';
import type { TableReading, TableRecord } from '../../core/table/reading.ts';
import { readTableFile } from '../table-files/read-table-file.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import { importTable } from '../use-cases/import-table.ts';

const SAMPLES = fileURLToPath(new URL('./sample-customers.csv', import.meta.url));

/** The day on which the sample table was written. */
const WRITTEN_ON = '2026-11-20';

/** Takes the sample customers in through the real import, as if their table had been written today. */
export async function importSamples(context: UseCaseContext, today: CalendarDate): Promise<void> {
  await importTable(context, await readSamples(today), { source: 'sample', asOf: today });
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
