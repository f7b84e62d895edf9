import { fileURLToPath } from 'node:url';
import { addDays, type CalendarDate, dayNumber, parseIsoDate } from '../../core/calendar-date.ts';
import { type FactValue, factDate } from '../../core/customer.ts';
import type { CustomerStage } from '../../core/customer-stage.ts';
import { lifecycle } from '../../core/schemes/lifecycle.ts';
import { readTable } from '../../core/table/read-table.ts';
import type { TableReading, TableRecord } from '../../core/table/reading.ts';
import { findCustomersById, updateCustomers } from '../store/customers.ts';
import { takeStatistics } from '../store/take-statistics.ts';
import { chooseScheme, lockWorkspace, saveHistoryFrom } from '../store/workspaces.ts';
import { readTableFile } from '../table-files/read-table-file.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import { afterGrading } from '../use-cases/grade-customers.ts';
import { gradeStage } from '../use-cases/grade-stage.ts';
import { importPurchases } from '../use-cases/import-purchases.ts';
import { importTable } from '../use-cases/import-table.ts';
import { setOverride } from '../use-cases/override-tier.ts';
import { refreshFollowUps } from '../use-cases/refresh-follow-ups.ts';
import { schemeInUse } from '../use-cases/schemes-in-use.ts';
import { keepSampleBook } from './sample-book.ts';
import { endProspects } from './sample-ends.ts';
import { addSampleHistory, type SampleCustomer } from './sample-history.ts';
import {
  CUSTOMERS_CAME,
  daysBefore,
  type Former,
  formerAnswers,
  formerFigures,
  GRADED,
  PROSPECTS_CAME,
  recordBefore,
  SAMPLE_OVERRIDE,
} from './sample-past.ts';
import { samplePurchases } from './sample-purchases.ts';

const TABLES: Readonly<Record<CustomerStage, string>> = {
  customer: 'sample-customers.csv',
  prospect: 'sample-prospects.csv',
};

/** The day on which the sample tables were written. */
const WRITTEN_ON = '2026-11-20';

/**
 * Takes the sample customers, their purchases and the sample prospects in through the real imports, as if their tables had
 * come some months ago and their figures had changed a few times since, last of all since yesterday; each time everybody is
 * graded. Puts the customers into the segments of the lifecycle, and gives all a history of contacts, complaints and surveys. In
 * the end each stands as the table says that was written today. The same every time, so many days before now.
 */
export async function importSamples(context: UseCaseContext, today: CalendarDate): Promise<void> {
  const { db, actor } = context;
  const { workspaceId } = actor;
  const now = context.clock.now();
  const ago = (days: number): UseCaseContext => {
    const moment = daysBefore(now, days);
    return { ...context, clock: { now: () => moment } };
  };
  const customers = await readSamples(today);
  const prospects = await readSamples(today, 'prospect');
  await saveHistoryFrom(db, workspaceId, daysBefore(now, CUSTOMERS_CAME));
  await chooseScheme(db, workspaceId, 'segments', [lifecycle.id]);
  const cameAs = await cameFormerly(ago(CUSTOMERS_CAME), customers, formerFigures, today);
  await takeStatistics(db, ['customer', 'customer_search', 'customer_term', 'follow_up']);
  const purchases = samplePurchases(customers.records, today);
  // graded once, with what they have bought
  await importPurchases(ago(CUSTOMERS_CAME), purchases, { source: 'sample', asOf: today });
  await takeStatistics(db, ['purchase', 'purchase_measure', 'grade', 'grade_change']);
  const prospectsAs = await cameFormerly(ago(PROSPECTS_CAME), prospects, formerAnswers, today);
  const all = [...cameAs, ...prospectsAs];
  for (const daysAgo of GRADED) {
    const then = all.filter(({ former }) => former?.until === daysAgo);
    await change(ago(daysAgo), then);
    const endedIds = await endProspects(ago(daysAgo), prospectsAs, daysAgo, today);
    await grade(ago(daysAgo), then, today);
    await refreshFollowUps(ago(daysAgo), { customerIds: endedIds });
    if (daysAgo === SAMPLE_OVERRIDE.daysAgo) await override(ago(daysAgo), all, today);
  }
  const interactions = await addSampleHistory(context, all, today);
  await afterGrading(context);
  await keepSampleBook(context, all, interactions);
}

/** A sample with what its table said before its figures changed last. */
interface Sample extends SampleCustomer {
  readonly record: TableRecord;
  readonly former: Former | undefined;
}

/** Takes a table in as it was before its figures changed. */
async function cameFormerly(
  context: UseCaseContext,
  reading: TableReading,
  formerOf: (record: TableRecord) => Former | undefined,
  today: CalendarDate,
): Promise<Sample[]> {
  const table = { ...reading, records: reading.records.map((record) => recordBefore(record, formerOf(record))) };
  // customers are graded with what they have bought
  const grades = formerOf === formerAnswers;
  const { rows } = await importTable(context, table, { source: 'sample', asOf: today, grades });
  const stage = grades ? 'prospect' : 'customer';
  const byRow = new Map(reading.records.map((record) => [record.row, record]));
  return rows.flatMap(({ name, outcome, row }) => {
    const record = byRow.get(row);
    const key = record?.facts.values['key'];
    if (outcome.kind !== 'new' || record === undefined || typeof key !== 'string') return [];
    const satisfaction = record.facts.values['satisfaction'] ?? null;
    return [{ id: outcome.customerId, key, name, stage, satisfaction, record, former: formerOf(record) }];
  });
}

/** Lets these come to what their table says. */
async function change(context: UseCaseContext, samples: readonly Sample[]): Promise<void> {
  const { workspaceId } = context.actor;
  await context.db.transaction().execute(async (db) => {
    await lockWorkspace(db, workspaceId);
    const stored = await findCustomersById(
      db,
      workspaceId,
      samples.map(({ id }) => id),
    );
    const changed = samples.flatMap(({ id, record, former }) => {
      const customer = stored.get(id);
      if (customer === undefined || former === undefined) return [];
      const values: Record<string, FactValue> = { ...customer.facts.values };
      for (const field of Object.keys(former.values)) {
        const value = record.facts.values[field];
        if (value === undefined) Reflect.deleteProperty(values, field);
        else values[field] = value;
      }
      return [{ ...customer, facts: { ...customer.facts, values } }];
    });
    await updateCustomers(db, workspaceId, changed, context.clock.now());
  });
}

/** Grades everybody of the stages that something happened to, and the customers in any case. */
async function grade(context: UseCaseContext, changed: readonly Sample[], asOf: CalendarDate): Promise<void> {
  const { workspaceId } = context.actor;
  await context.db.transaction().execute(async (db) => {
    await lockWorkspace(db, workspaceId);
    const changedIds = new Set(changed.map(({ id }) => id));
    const stages = new Set<CustomerStage>(['customer', ...changed.map(({ stage }) => stage)]);
    for (const stage of stages) {
      const scheme = await schemeInUse(db, workspaceId, stage);
      if (scheme === undefined) continue;
      await gradeStage({ ...context, db }, { stage, scheme, cause: 'import', asOf, changedIds });
    }
  });
}

async function override(context: UseCaseContext, samples: readonly Sample[], today: CalendarDate): Promise<void> {
  const customer = samples.find(({ key }) => key === SAMPLE_OVERRIDE.key);
  if (customer === undefined) return;
  const { tier, endsInDays } = SAMPLE_OVERRIDE;
  const request = { customerId: customer.id, tier, reason: 'New framework contract is about to be signed' };
  await setOverride(context, { ...request, expiresOn: addDays(today, endsInDays) });
}

/** The sample table of a stage, its days moved so that it stays as fresh as on the day it was written. */
export async function readSamples(today: CalendarDate, stage: CustomerStage = 'customer'): Promise<TableReading> {
  const { grid } = await readTableFile(fileURLToPath(new URL(`./${TABLES[stage]}`, import.meta.url)), TABLES[stage]);
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
