import type { Customer } from '../store/customers.ts';
import type { UseCaseContext } from './context.ts';
import { mayActFor } from './may-act-for.ts';
import { UseCaseError } from './use-case-error.ts';

/**
 * Lets pass who may change a customer's file: managers, admins and the command line everybody's, a rep their own and those of whom they
 * cover for or manage. Asked within the transaction that changes it. Throws {@link UseCaseError} `not-yours`.
 */
export async function mayChange(context: UseCaseContext, customer: Pick<Customer, 'name' | 'ownerId'>): Promise<void> {
  if (!(await mayActFor(context, customer.ownerId))) throw new UseCaseError('not-yours', customer.name);
}
