import type { PgBoss } from 'pg-boss';
import { z } from 'zod';
import { parseIsoDate } from '../../core/calendar-date.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { Database } from '../store/database.ts';
import { findDueRegrades } from '../store/due-regrades.ts';
import { forgetOldAnswers } from '../use-cases/claim-answer.ts';
import { forgetOldCards } from '../use-cases/conversation.ts';
import { gradeCustomersIfDue } from '../use-cases/grade-customers.ts';
import type { GradingSummary } from '../use-cases/grade-stage.ts';
import { jobId } from './job-id.ts';
import { lastDue } from './last-due.ts';
import { REGRADE_QUEUE } from './queues.ts';
import type { JobOutcome } from './run-job.ts';

/** When everybody is graded again: a time of day (HH:MM) in an IANA time zone. */
export interface RegradeTime {
  readonly time: string;
  readonly timeZone: string;
}

/** What a job of the queue holds. */
export const REGRADE_JOB = z.object({
  workspaceId: z.string(),
  /** The moment by which everybody was to be graded again. */
  dueAt: z.iso.datetime().transform((text) => new Date(text)),
  dueOn: z.string().transform((text, context) => {
    const day = parseIsoDate(text);
    if (day !== undefined) return day;
    context.addIssue('must be a day such as 2026-03-05');
    return z.NEVER;
  }),
});

/**
 * Sends a job for each workspace whose customers were not graded since the last time that they were to be. What is due
 * comes from the database, and a night's job has one id: after a stop of any length, or however often and wherever this
 * is asked, one job is sent for the latest night and none for those before it.
 */
export async function sendDueRegrades(
  boss: Pick<PgBoss, 'send'>,
  { db, clock }: { readonly db: Database; readonly clock: Clock },
  { time, timeZone }: RegradeTime,
): Promise<void> {
  const now = clock.now();
  const due = lastDue(now, time, timeZone);
  for (const workspaceId of await findDueRegrades(db, due, now)) {
    const data = { workspaceId, dueAt: due.at.toISOString(), dueOn: due.on };
    await boss.send(REGRADE_QUEUE, data, { id: jobId(REGRADE_QUEUE, workspaceId, data.dueAt) });
  }
}

/**
 * Grades a workspace's customers again, as the system and in one transaction, unless that has been done meanwhile. What threads
 * were about long ago is forgotten too, and what was answered.
 */
export async function regradeAtNight(
  context: { readonly db: Database; readonly clock: Clock; readonly log: Logger; readonly signal: AbortSignal },
  { workspaceId, dueAt, dueOn }: z.infer<typeof REGRADE_JOB>,
): Promise<JobOutcome> {
  const { clock, log, signal } = context;
  const actor = { workspaceId, memberId: null, role: 'admin' } as const;
  const due = { at: dueAt, on: dueOn };
  await forgetOldCards({ db: context.db, clock, actor });
  await forgetOldAnswers({ db: context.db, clock, actor });
  const summaries = await gradeCustomersIfDue({ db: context.db, clock, actor }, due, signal);
  if (summaries === undefined) return 'not-needed';
  for (const summary of summaries) log.info({ workspaceId, ...countsOf(summary) }, 'graded everybody again');
  return 'done';
}

function countsOf({ stage, counts, changed, causes, expired }: GradingSummary) {
  return { stage, customers: counts.statuses, changed, causes, expiredOverrides: expired.length };
}
