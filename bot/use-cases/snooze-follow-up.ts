import { addDays, type CalendarDate } from '../../core/calendar-date.ts';
import { type Acting, actOnCustomer, type FollowUpDone } from './act-on-customer.ts';
import type { ActionRequest } from './action-request.ts';
import type { UseCaseContext } from './context.ts';
import { UseCaseError } from './use-case-error.ts';

/** How far ahead a follow-up can be put off. */
const FARTHEST_DAYS = 366;

/** A follow-up that waits. */
export interface SnoozeRequest extends ActionRequest {
  /** The first day on which the customer is due again, if it is. */
  readonly until: CalendarDate;
}

/**
 * Lets nothing but complaints come up before a day. For the owner, who covers for the owner, and managers.
 *
 * Throws {@link UseCaseError} `until-day` for a day that is not after today or more than a year ahead, and as
 * {@link actOnCustomer}.
 */
export function snoozeFollowUp(context: UseCaseContext, request: SnoozeRequest): Promise<FollowUpDone> {
  return actOnCustomer(context, request, {
    kind: 'snooze',
    who: 'in-charge',
    work: async (acting) => ({ state: { ...acting.state, snoozedUntil: dayAhead(acting, request.until) } }),
  });
}

/** A day after today and at most a year ahead. Throws {@link UseCaseError} `until-day`. */
export function dayAhead({ today }: Acting, until: CalendarDate): CalendarDate {
  const latest = addDays(today, FARTHEST_DAYS);
  if (until <= today || until > latest) throw new UseCaseError('until-day', latest);
  return until;
}
