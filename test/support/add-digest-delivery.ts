import { newId } from '../../bot/store/new-id.ts';
import type { UseCaseContext } from '../../bot/use-cases/context.ts';
import type { CalendarDate } from '../../core/calendar-date.ts';

/** A digest that was sent or could not be. */
export interface DigestDelivered {
  readonly memberId: string;
  /** A Slack user or channel. */
  readonly target: string;
  readonly on: CalendarDate;
  /** Slack's word for why it did not arrive; undefined: it did. */
  readonly problem?: string;
}

/** Puts down what became of a digest, and gives the delivery's id. */
export async function addDigestDelivery(
  { actor, clock, db }: UseCaseContext,
  { memberId, on, problem, target }: DigestDelivered,
): Promise<string> {
  const now = clock.now();
  const id = newId(now);
  const row = {
    workspace_id: actor.workspaceId,
    id,
    kind: 'digest',
    target,
    local_date: on,
    subject: '',
    member_id: memberId,
    due_at: now,
    state: problem === undefined ? 'sent' : 'parked',
    key: id,
    channel: null,
    ts: null,
    attempts: 1,
    queued_at: now,
    not_before: null,
    sending_at: null,
    sent_at: problem === undefined ? now : null,
    problem: problem ?? null,
    created_at: now,
  } as const;
  await db.insertInto('delivery').values(row).execute();
  return id;
}
