import type { Customer } from '../store/customers.ts';
import type { UseCaseContext } from './context.ts';
import { UseCaseError } from './use-case-error.ts';

/**
 * Lets pass who may change a customer's file: managers and admins everybody's, a rep their own and those of whom they
 * cover for. Throws {@link UseCaseError} `not-yours` for everybody else.
 */
export async function mayChange({ actor }: UseCaseContext, customer: Customer): Promise<void> {
  if (actor.role !== 'rep') return;
  if (actor.memberId !== null && customer.ownerId === actor.memberId) return;
  throw new UseCaseError('not-yours', customer.name);
}
