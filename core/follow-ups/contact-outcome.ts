/**
 * How a contact ended: the customer was reached; it agreed to a next step; it does not want to now; nobody was there. The
 * last is an attempt and no contact: the cadence goes on.
 */
export const CONTACT_OUTCOMES = ['reached', 'next-step', 'not-now', 'no-answer'] as const;

/** One of the {@link CONTACT_OUTCOMES}. */
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number];
