import type { CalendarDate } from '../../core/calendar-date.ts';
import type { ContactMethod } from '../../core/grading/scheme.ts';
import { findCustomer } from '../store/customers.ts';
import { actorsToday } from './acting-person.ts';
import type { UseCaseContext } from './context.ts';

/** What is likely to be said of a contact that is about to be logged. */
export interface ContactProposal {
  /** Ways to be in touch that suit the customer, the one proposed first. */
  readonly methods: readonly ContactMethod[];
  /** Whether it is time to ask how satisfied the customer is. */
  readonly asksSatisfaction: boolean;
  /** When the next contact is by the usual rhythm if there is one today. */
  readonly rhythmOn: CalendarDate | null;
  /** A day that was agreed and is still to come. */
  readonly promisedOn: CalendarDate | null;
}

/** What to propose for a contact with a customer; null for one that nobody follows up. */
export async function proposeContact(context: UseCaseContext, customerId: string): Promise<ContactProposal | null> {
  const customer = await findCustomer(context.db, context.actor.workspaceId, customerId);
  if (customer === undefined) return null;
  const today = await actorsToday(context);
  const { nextContactOn } = customer;
  const promisedOn = nextContactOn !== null && nextContactOn > today ? nextContactOn : null;
  return { methods: [], asksSatisfaction: false, rhythmOn: null, promisedOn };
}
