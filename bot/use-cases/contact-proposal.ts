import { type CalendarDate, dayNumber } from '../../core/calendar-date.ts';
import { chooseMethod } from '../../core/follow-ups/choose-method.ts';
import { EVERY_DAY } from '../../core/follow-ups/due-calendar.ts';
import { asksSatisfaction, contactedOn } from '../../core/follow-ups/plan-day.ts';
import type { ContactMethod } from '../../core/grading/contact-methods.ts';
import { actorsToday } from './acting-person.ts';
import type { UseCaseContext } from './context.ts';
import { nextContact } from './next-contact.ts';

/** What is likely to be said of a contact that is about to be logged. */
export interface ContactProposal {
  /** Ways to be in touch that suit the customer, the one proposed first. */
  readonly methods: readonly ContactMethod[];
  /** Whether it is time to ask how satisfied the customer is. */
  readonly asksSatisfaction: boolean;
  /** When the next contact is by the usual rhythm if there is one today. */
  readonly rhythmOn: CalendarDate | null;
  /** A day that was promised or planned and is still to come. */
  readonly agreedOn: CalendarDate | null;
}

/** What to propose for a contact with a customer; null for one that nobody follows up. */
export async function proposeContact(context: UseCaseContext, customerId: string): Promise<ContactProposal | null> {
  const today = await actorsToday(context);
  const contact = await nextContact(context, customerId, today);
  if (contact === undefined) return null;
  const { followUp, next, nextOf } = contact;
  const { level, reasons } = next;
  const agreedOn = followUp.promisedOn ?? followUp.plannedOn;
  const proposed = chooseMethod(level, reasons[0], followUp.lastMethods);
  return {
    methods: [...new Set([proposed, ...level.methods])],
    asksSatisfaction: asksSatisfaction(followUp, level, dayNumber(today), EVERY_DAY),
    rhythmOn: nextOf(contactedOn(followUp, today)).dueOn,
    agreedOn: agreedOn !== null && agreedOn > today ? agreedOn : null,
  };
}
