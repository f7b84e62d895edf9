import { plainMessage } from '../../bot/blocks/rich-text.ts';
import { CATCH_UP_MS, type DeliveryKind } from '../../bot/jobs/delivery-kind.ts';
import type { CalendarDate } from '../../core/calendar-date.ts';

/** A message of the kind `test`. */
export interface TestMessage {
  readonly target: string;
  readonly subject: string;
  /** When it is due (ISO). */
  readonly at: string;
}

/** Messages of a kind of their own: each is due once at its time, and says its subject. */
export function testKind(messages: readonly TestMessage[]): DeliveryKind {
  return {
    id: 'test',
    catchUpMs: CATCH_UP_MS,
    findDue: async (_db, workspaceId, now) =>
      messages
        .map(({ at, subject, target }) => ({
          workspaceId,
          kind: 'test',
          target,
          localDate: at.slice(0, 10) as CalendarDate,
          subject,
          memberId: null,
          dueAt: new Date(at),
        }))
        .filter(({ dueAt }) => dueAt <= now),
    compose: async (_context, { subject }) => ({ message: plainMessage(`message ${subject}`) }),
  };
}
