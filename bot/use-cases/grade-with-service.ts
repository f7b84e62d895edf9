import type { Customer } from '../store/customers.ts';
import { gradeAgain, type TierMove } from './change-customer.ts';
import type { UseCaseContext } from './context.ts';
import { refreshFollowUps } from './refresh-follow-ups.ts';
import { refreshMeasures } from './refresh-measures.ts';

/**
 * After a complaint or a survey of a customer came, changed or was taken back: finds anew what they say of it, grades it
 * by that, and brings its follow-up in line. Within the caller's transaction, which holds the workspace's lock. Null when
 * nothing that is graded changed.
 */
export async function gradeWithService(context: UseCaseContext, customer: Customer): Promise<TierMove | null> {
  const hasChanged = await refreshMeasures(context, [customer.id]);
  const move = hasChanged ? await gradeAgain(context, customer, 'facts') : null;
  await refreshFollowUps(context, { customerIds: [customer.id] });
  return move;
}
