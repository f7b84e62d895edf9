import type { OverdueCount } from './digest.ts';
import { grouped, sorted, sumOf } from './grouped.ts';
import { compareIds } from './overdue-counts.ts';

/** What one rep owes. */
export interface ServiceDebt {
  /** Null: customers without an owner. */
  readonly ownerId: string | null;
  readonly customers: number;
  readonly owed: number;
  /** Contacts made in the last 30 days with customers of those tiers in which anything is overdue. */
  readonly made: number;
  /** By place, the best tier first. */
  readonly places: readonly OverdueCount[];
}

/** Overdue follow-ups by rep: who owes most comes first. */
export function serviceDebt(overdue: readonly OverdueCount[]): ServiceDebt[] {
  const debts = [...grouped(overdue, ({ ownerId }) => ownerId ?? '').values()].map(
    (places): ServiceDebt => ({
      ownerId: places[0]?.ownerId ?? null,
      customers: sumOf(places, ({ customers }) => customers),
      owed: sumOf(places, ({ owed }) => owed),
      made: sumOf(places, ({ made }) => made),
      places,
    }),
  );
  return sorted(
    debts,
    (one, other) => other.owed - one.owed || other.customers - one.customers || compareIds(one.ownerId, other.ownerId),
  );
}
