import type { ContactMethod } from '../grading/contact-methods.ts';
import type { DueReason } from './day-plan.ts';
import type { ServiceLevel } from './service-levels.ts';

/** A complaint is answered by solving its problem, in person or by telephone (default). */
const FOR_COMPLAINTS: readonly ContactMethod[] = ['problem-solving', 'phone', 'visit'];
/** What was promised is kept from person to person (default). */
const FOR_PROMISES: readonly ContactMethod[] = ['phone', 'visit', 'problem-solving'];
/** Wishes are for one person: a method by which many get the same is none (default). */
const FOR_BIRTHDAYS: ReadonlySet<ContactMethod> = new Set([
  'visit',
  'phone',
  'gift',
  'seasonal-card',
  'chat',
  'email',
  'sms',
]);

/**
 * How to be in touch: the level's first method that was not used the last two times (default). Complaints and
 * promises have methods of their own, birthdays those of the level's that suit one person. Where all of the level's were
 * used, the one before the last comes again.
 *
 * @param reason the strongest of why the customer is due
 * @param lastMethods latest first
 */
export function chooseMethod(
  { methods }: Pick<ServiceLevel, 'methods'>,
  reason: DueReason | undefined,
  lastMethods: readonly ContactMethod[],
): ContactMethod {
  const recent = lastMethods.slice(0, 2);
  const fitting = methodsFor(reason, methods);
  const fresh = [...fitting, ...methods].find((method) => !recent.includes(method));
  return fresh ?? methods.find((method) => method !== recent[0]) ?? methods[0] ?? 'phone';
}

function methodsFor(reason: DueReason | undefined, methods: readonly ContactMethod[]): readonly ContactMethod[] {
  switch (reason?.code) {
    case 'complaint':
      return FOR_COMPLAINTS;
    case 'promised':
      return FOR_PROMISES;
    case 'birthday':
      return methods.filter((method) => FOR_BIRTHDAYS.has(method));
    case 'rose':
    case 'expected-signing':
    case 'first-contact':
    case 'overdue':
    case 'due':
    case undefined:
      return methods;
    default:
      return reason satisfies never;
  }
}
