import type { SchemesInUse } from '../follow-ups/service-levels.ts';
import type { BookCount } from './book-count.ts';
import type { DigestPlace, OverdueCount } from './digest.ts';
import { grouped, sorted, sumOf } from './grouped.ts';
import { comparePlaces, placeKey } from './tier-counts.ts';

/**
 * Service debt by place and rep: where anybody's contact is overdue, how many are owed and how many were made. By place, then
 * by who has most overdue, then by id; a digest of parts has the same.
 */
export function overdueCounts(counts: readonly BookCount[], schemes: SchemesInUse): OverdueCount[] {
  const overdue = [...grouped(counts, keyOf)].flatMap(([, some]): OverdueCount[] => {
    const [first] = some;
    const customers = sumOf(some, ({ overdue: each }) => each);
    if (first === undefined || customers === 0) return [];
    const { stage, tier, status, ownerId } = first;
    const owed = sumOf(some, (count) => count.owed);
    return [{ stage, tier, status, ownerId, customers, owed, made: sumOf(some, ({ made }) => made) }];
  });
  const byPlace = comparePlaces(schemes);
  return sorted(
    overdue,
    (one, other) => byPlace(one, other) || other.customers - one.customers || compareIds(one.ownerId, other.ownerId),
  );
}

function keyOf({ ownerId, ...place }: DigestPlace & { readonly ownerId: string | null }): string {
  return `${placeKey(place)} ${ownerId ?? ''}`;
}

/** Orders ids of owners; nobody comes last. */
export function compareIds(one: string | null, other: string | null): number {
  if (one === other) return 0;
  if (one === null) return 1;
  if (other === null) return -1;
  return one < other ? -1 : 1;
}
