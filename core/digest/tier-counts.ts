import type { CustomerStage } from '../customer-stage.ts';
import type { SchemesInUse } from '../follow-ups/service-levels.ts';
import type { GradeStatus } from '../grading/grade.ts';
import type { BookCount } from './book-count.ts';
import type { DigestPlace, TierCount } from './digest.ts';
import { grouped, sorted, sumOf } from './grouped.ts';

/**
 * How many customers stand where, now and before: prospects, then customers; each tier of the stage's scheme, best first, then
 * those of tiers that the scheme does not have (any more), then those without one. Tiers of the scheme are told though nobody
 * is in them where the stage has anybody; other places are not.
 *
 * @param hasBefore whether it is known what was before
 */
export function tierCounts(counts: readonly BookCount[], schemes: SchemesInUse, hasBefore: boolean): TierCount[] {
  const byPlace = grouped(counts, placeKey);
  return CUSTOMER_STAGES.flatMap((stage) => {
    const ofStage = counts.filter((count) => count.stage === stage && (count.customers > 0 || count.before > 0));
    if (ofStage.length === 0) return [];
    return placesOf(stage, ofStage, schemes).map((place): TierCount => {
      const here = byPlace.get(placeKey(place)) ?? [];
      return {
        ...place,
        customers: sumOf(here, (count) => count.customers),
        before: hasBefore ? sumOf(here, (count) => count.before) : null,
      };
    });
  });
}

/** What is the same for two places if they are one. */
export function placeKey({ stage, tier, status }: DigestPlace): string {
  return `${stage} ${status ?? ''} ${tier ?? ''}`;
}

/** Orders places: prospects first, then by tier of the stage's scheme, then by what they lack. */
export function comparePlaces(schemes: SchemesInUse): (one: DigestPlace, other: DigestPlace) => number {
  const rankOf = ({ stage, tier, status }: DigestPlace): number => {
    const tiers = schemeOf(schemes, stage)?.tiers ?? [];
    const place = tiers.findIndex(({ id }) => id === tier);
    const inStage = tier !== null ? (place === -1 ? 500 : place) : 900 + STATUSES.indexOf(status);
    return CUSTOMER_STAGES.indexOf(stage) * 1000 + inStage;
  };
  return (one, other) => rankOf(one) - rankOf(other) || (one.tier ?? '').localeCompare(other.tier ?? '', 'en');
}

/** The scheme of a stage. */
export function schemeOf(schemes: SchemesInUse, stage: CustomerStage): SchemesInUse['customers'] {
  return stage === 'prospect' ? schemes.prospects : schemes.customers;
}

function placesOf(stage: CustomerStage, counts: readonly BookCount[], schemes: SchemesInUse): DigestPlace[] {
  const places = new Map<string, DigestPlace>();
  const tiers = schemeOf(schemes, stage)?.tiers ?? [];
  const ofScheme = tiers.map(({ id }): DigestPlace => ({ stage, tier: id, status: 'graded' }));
  for (const { tier, status } of [...ofScheme, ...counts]) {
    const place = { stage, tier, status };
    places.set(placeKey(place), place);
  }
  return sorted([...places.values()], comparePlaces(schemes));
}

/** In the order in which they are told. */
const CUSTOMER_STAGES: readonly CustomerStage[] = ['prospect', 'customer'];
const STATUSES: readonly (GradeStatus | null)[] = ['graded', 'review', 'unreadable', null, 'out-of-market'];
