import type { CalendarDate } from '../../core/calendar-date.ts';
import { actOnCustomer, type FollowUpDone } from './act-on-customer.ts';
import type { ActionRequest } from './action-request.ts';
import type { UseCaseContext } from './context.ts';
import { dayAhead } from './snooze-follow-up.ts';
import { UseCaseError } from './use-case-error.ts';

/** A customer that nobody is to be reminded of. */
export interface PauseRequest extends ActionRequest {
  /** The first day on which it is followed up again; undefined: until somebody resumes. */
  readonly until?: CalendarDate | undefined;
}

/**
 * Stops following a customer up. For the owner, who covers for the owner, and managers.
 *
 * Throws {@link UseCaseError} `until-day`, and as {@link actOnCustomer}.
 */
export function pauseFollowUp(context: UseCaseContext, request: PauseRequest): Promise<FollowUpDone> {
  return actOnCustomer(context, request, {
    kind: 'pause',
    who: 'in-charge',
    work: async (acting) => {
      const pausedUntil = request.until === undefined ? null : dayAhead(acting, request.until);
      return { state: { ...acting.state, isPaused: true, pausedUntil } };
    },
  });
}

/** Follows a paused customer up again. Throws {@link UseCaseError} `not-paused`, and as {@link actOnCustomer}. */
export function resumeFollowUp(context: UseCaseContext, request: ActionRequest): Promise<FollowUpDone> {
  return actOnCustomer(context, request, {
    kind: 'resume',
    who: 'in-charge',
    work: async ({ customer, state }) => {
      if (!state.isPaused) throw new UseCaseError('not-paused', customer.name);
      return { state: { ...state, isPaused: false, pausedUntil: null } };
    },
  });
}
