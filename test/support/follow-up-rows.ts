import { sql } from 'kysely';
import { newId } from '../../bot/store/new-id.ts';
import type { UseCaseContext } from '../../bot/use-cases/context.ts';
import { refreshFollowUps } from '../../bot/use-cases/refresh-follow-ups.ts';
import { type CalendarDate, parseIsoDate } from '../../core/calendar-date.ts';
import type { ContactOutcome } from '../../core/follow-ups/contact-outcome.ts';
import type { ContactMethod } from '../../core/grading/contact-methods.ts';

/** A contact of a test. */
export interface ContactGiven {
  readonly on: string;
  readonly method?: ContactMethod;
  readonly outcome?: ContactOutcome;
  readonly memberId?: string | null;
  readonly note?: string;
  readonly satisfaction?: number;
}

/** The day, of which the test is sure. */
export function day(text: string): CalendarDate {
  const date = parseIsoDate(text);
  if (date === undefined) throw new Error(`${text} is no day.`);
  return date;
}

/** Puts a contact on file now, as whoever logs one does, and returns its id. */
export async function logged(context: UseCaseContext, customerId: string, given: ContactGiven): Promise<string> {
  const { actor, clock, db } = context;
  const { method = 'phone', outcome = 'reached', memberId = null, note = null, satisfaction = null } = given;
  const id = newId(clock.now());
  await db.transaction().execute(async (within) => {
    const row = {
      workspace_id: actor.workspaceId,
      id,
      customer_id: customerId,
      member_id: memberId,
      happened_on: given.on,
      method,
      outcome,
      note,
      satisfaction,
      source: 'cli' as const,
      logged_at: clock.now(),
    };
    await within.insertInto('interaction').values(row).execute();
    if (outcome !== 'no-answer') {
      await sql`
        update customer set last_contact_on = greatest(last_contact_on, ${given.on}::date), next_contact_on = null
        where workspace_id = ${actor.workspaceId} and id = ${customerId}`.execute(within);
    }
    await refreshFollowUps({ ...context, db: within }, { customerIds: [customerId] });
  });
  return id;
}

/** A complaint that is to be answered by a moment. */
export async function complained(context: UseCaseContext, customerId: string, answerBy: string): Promise<void> {
  const { actor, clock, db } = context;
  const row = {
    workspace_id: actor.workspaceId,
    id: newId(clock.now()),
    customer_id: customerId,
    opened_at: clock.now(),
    answer_by: new Date(answerBy),
  };
  await db.insertInto('complaint').values(row).execute();
  await refreshFollowUps(context, { customerIds: [customerId] });
}
