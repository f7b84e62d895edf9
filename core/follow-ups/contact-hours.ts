import type { Scheme, Tier } from '../grading/scheme.ts';

/** A working day of eight hours. */
export const MINUTES_A_DAY = 480;
/** The month of S2 has 20 working days: four weeks, so that a weekly contact comes four times. */
const DAYS_A_MONTH = 28;

/**
 * What looking after one customer takes in a month of 20 working days, in hours; null when the playbook does not say.
 *
 * Where the tier has a capacity it is that: days a month ÷ customers, which is what all contacts of a month cost together,
 * however many there are (S2, a rep's month: one costs days a month ÷ customers ÷ contacts a month). Otherwise it is the minutes of
 * a contact × contacts a month, which are 28 ÷ `everyDays`.
 */
export function contactHours(playbook: Tier['playbook']): number | null {
  const { capacity, contactMinutes, everyDays } = playbook ?? {};
  if (capacity !== undefined) return ((capacity.daysAMonth / capacity.customers) * MINUTES_A_DAY) / 60;
  if (contactMinutes === undefined || everyDays === undefined) return null;
  return (contactMinutes * (DAYS_A_MONTH / everyDays)) / 60;
}

/** {@link contactHours} by tier; a tier whose playbook does not say is not in there. */
export function hoursByTier({ tiers }: Pick<Scheme, 'tiers'>): ReadonlyMap<string, number> {
  return new Map(
    tiers.flatMap(({ id, playbook }) => {
      const hours = contactHours(playbook);
      return hours === null ? [] : [[id, hours] as const];
    }),
  );
}
