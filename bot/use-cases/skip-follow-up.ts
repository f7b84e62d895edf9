import { actOnCustomer, type FollowUpDone } from './act-on-customer.ts';
import type { ActionRequest } from './action-request.ts';
import type { UseCaseContext } from './context.ts';
import { UseCaseError } from './use-case-error.ts';

const SHORTEST_REASON = 3;
/** The most characters of a reason. */
export const LONGEST_SKIP_REASON = 500;

/** A contact that is left out on purpose. */
export interface SkipRequest extends ActionRequest {
  readonly reason: string;
}

/**
 * Leaves out the contact that is due: the cadence counts from today, and what made the customer due (a promise whose day
 * has come, a snooze) is done with. For the owner, who covers for the owner, and managers.
 *
 * Throws {@link UseCaseError} `skip-reason`, and as {@link actOnCustomer}.
 */
export function skipFollowUp(context: UseCaseContext, request: SkipRequest): Promise<FollowUpDone> {
  return actOnCustomer(context, request, {
    kind: 'skip',
    who: 'in-charge',
    work: async ({ state, today }) => {
      const reason = request.reason.replaceAll(/\s+/g, ' ').trim();
      const { length } = Array.from(reason);
      if (length < SHORTEST_REASON || length > LONGEST_SKIP_REASON)
        throw new UseCaseError('skip-reason', String(LONGEST_SKIP_REASON));
      const isPromiseDue = state.nextContactOn !== null && state.nextContactOn <= today;
      const skipped = { ...state, skippedOn: today, snoozedUntil: null };
      return { state: isPromiseDue ? { ...skipped, nextContactOn: null, promise: null } : skipped, detail: { reason } };
    },
  });
}
