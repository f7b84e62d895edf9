import type { FactValue } from './customer.ts';

/** What complaints and surveys that were logged say of a customer; what they say nothing of is left out. */
export interface ServiceMeasures {
  /** Complaints of the last 12 months, at least 1. */
  readonly complaints?: number;
  /** Complaints that are not closed, at least 1. */
  readonly openComplaints?: number;
  /** The latest survey as a share of its scale: 4 of 1–5 is 0.8, as in a table's column. */
  readonly satisfaction?: number;
  /** What the customer's own table stated when that survey was recorded. */
  readonly satisfactionStated?: FactValue;
}

/** The facts that {@link serviceFact} decides. */
export const SERVICE_FACTS = ['complaints', 'openComplaints', 'satisfaction'] as const;

/** One of the {@link SERVICE_FACTS}. */
export type ServiceFact = (typeof SERVICE_FACTS)[number];

/**
 * A fact of a customer from what its own table states and what was logged; undefined when neither knows it.
 *
 * - Complaints add up: those that were logged are in nobody's table. Words that a table states in place of a number
 *   (yes, high) cannot be added to and stay, unless they say that there is none. Where the table says nothing they do not
 *   count: one complaint is better than most customers have, and would lift a customer of whom nothing is known.
 * - Of complaints that are open no table knows more than what was logged: they only hold a tier.
 * - Of satisfaction the newer counts: a survey, until the table states something else than it did when the survey was
 *   recorded. Importing the same table again changes nothing.
 */
export function serviceFact(
  fact: ServiceFact,
  stated: FactValue | undefined,
  said: ServiceMeasures,
): FactValue | undefined {
  if (fact === 'satisfaction') {
    if (said.satisfaction === undefined) return stated;
    return stated === undefined || stated === said.satisfactionStated ? said.satisfaction : stated;
  }
  const logged = said[fact];
  if (logged === undefined) return stated;
  if (typeof stated === 'number') return stated + logged;
  if (stated === undefined) return fact === 'openComplaints' ? logged : undefined;
  return stated === false || stated === 'none' ? logged : stated;
}
