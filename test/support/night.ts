import type { z } from 'zod';
import { REGRADE_JOB, regradeAtNight, sendDueRegrades } from '../../bot/jobs/nightly-regrade.ts';
import type { JobOutcome } from '../../bot/jobs/run-job.ts';
import { createLog } from '../../bot/log.ts';
import type { Database } from '../../bot/store/database.ts';
import type { UseCaseContext } from '../../bot/use-cases/context.ts';
import { importTable } from '../../bot/use-cases/import-table.ts';
import { tableOf } from './table-reading.ts';
import { contentsOf, newContext, type TestContext } from './workspace.ts';

/** By which nights are counted in these tests; the machine's time zone should be the same. */
export const NIGHT = { time: '03:00', timeZone: 'Europe/Berlin' } as const;

/** 20 customers who differ in what they buy. */
export const TWENTY_CUSTOMERS = tableOf(
  ...Array.from({ length: 20 }, (_, index) => ({
    key: String(index),
    name: `Customer ${index}`,
    salesAmount: 100 * (index + 1),
    paymentCollection: 0.9,
  })),
);

/** A workspace of its own, into which {@link TWENTY_CUSTOMERS} were imported on 5 March 2026. */
export async function twentyCustomers(db: Database): Promise<TestContext> {
  const context = await newContext(db);
  await importTable(context, TWENTY_CUSTOMERS);
  return context;
}

/** A grading of everybody as the audit trail has it. */
export interface RegradedEvent {
  readonly action: string;
  readonly at: string;
  readonly member_id: string | null;
  readonly detail: { readonly startedBy: string; readonly asOf: string; readonly stages: readonly object[] };
}

/** Every grading of everybody in the workspace, oldest first. */
export async function regrades(context: UseCaseContext): Promise<RegradedEvent[]> {
  const { audit_event: events = [] } = await contentsOf(context, ['audit_event']);
  const regraded = (events as RegradedEvent[]).filter(({ action }) => action === 'regraded');
  return regraded.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** The days as of which everybody was graded again. */
export async function regradedDays(context: UseCaseContext): Promise<string[]> {
  return (await regrades(context)).map(({ detail }) => detail.asOf);
}

/** A job that would be sent. */
export interface SentJob {
  readonly id: string;
  readonly data: z.infer<typeof REGRADE_JOB>;
}

/** The jobs that looking now would send for the workspace. */
export async function dueNow(context: UseCaseContext, time: { time: string; timeZone: string } = NIGHT) {
  const sent: SentJob[] = [];
  const send = async (_queue: unknown, data?: object | null, options?: { readonly id?: string } | null) => {
    sent.push({ id: options?.id ?? '', data: REGRADE_JOB.parse(data) });
    return '';
  };
  await sendDueRegrades({ send }, context, time);
  return sent.filter(({ data }) => data.workspaceId === context.actor.workspaceId);
}

/** Does such a job's work. */
export function doNow(
  { db, clock }: UseCaseContext,
  data: SentJob['data'],
  signal = new AbortController().signal,
): Promise<JobOutcome> {
  return regradeAtNight({ db, clock, log: createLog('silent'), signal }, data);
}
