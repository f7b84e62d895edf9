import type { CustomerStage } from '../customer-stage.ts';
import type { SchemesInUse } from '../follow-ups/service-levels.ts';
import type { GradeStatus } from '../grading/grade.ts';
import { type MigrationMatrix, moveCounter } from '../grading/migration-matrix.ts';
import type { Scheme } from '../grading/scheme.ts';
import { relativePlace, tierOrder } from '../grading/tier-order.ts';
import type { BookCount } from './book-count.ts';
import type { DigestPlace } from './digest.ts';
import { grouped, sumOf } from './grouped.ts';
import { placeKey, schemeOf } from './tier-counts.ts';

/**
 * How many customers whose book has changed since the digest before went from where to where, those that stayed in their place
 * included; without those who were not in the book.
 */
export interface Transition extends DigestPlace {
  readonly from: DigestPlace;
  readonly customers: number;
}

/** One way from place to place that is a move, up or down. */
export interface MoveKind {
  readonly stage: CustomerStage;
  readonly from: { readonly tier: string | null; readonly status: GradeStatus };
  readonly to: { readonly tier: string | null; readonly status: GradeStatus };
  readonly direction: 'up' | 'down';
  /** Out of the best tier, or into it. */
  readonly isBest: boolean;
  /** The relative place of the better of the two tiers, from 0 (best) to 1. */
  readonly weight: number;
  readonly customers: number;
}

/**
 * The moves among transitions: between two tiers of one stage, or from and to no tier. What changed its stage has not moved, nor
 * has what was not graded before, or is not any more.
 */
export function moveKinds(
  transitions: readonly Transition[],
  schemes: SchemesInUse,
  schemesBefore: SchemesInUse,
): MoveKind[] {
  return transitions.flatMap(({ stage, from, status, tier, customers }): MoveKind[] => {
    const [before, after] = [schemeOf(schemesBefore, stage), schemeOf(schemes, stage)];
    if (from.stage !== stage || from.status === null || status === null) return [];
    if (before === undefined || after === undefined || from.tier === tier) return [];
    const direction = directionOf(before, after, from.tier, tier);
    if (direction === undefined) return [];
    const isBest = direction === 'down' ? isBestTier(before, from.tier) : isBestTier(after, tier);
    const weight = Math.min(weightOf(before, from.tier), weightOf(after, tier));
    return [
      {
        stage,
        from: { tier: from.tier, status: from.status },
        to: { tier, status },
        direction,
        isBest,
        weight,
        customers,
      },
    ];
  });
}

/** Whether a tier is the best of its scheme. */
export function isBestTier(scheme: Scheme | undefined, tier: string | null): boolean {
  return tier !== null && scheme?.tiers[0]?.id === tier;
}

/**
 * From where to where customers of each stage went, those who stayed included: of all who were in the book and in that stage
 * both times. A stage without any is left out.
 */
export function migrationMatrices(
  counts: readonly BookCount[],
  transitions: readonly Transition[],
  arrivals: readonly (DigestPlace & { readonly customers: number })[],
  schemes: SchemesInUse,
  schemesBefore: SchemesInUse,
): { readonly stage: CustomerStage; readonly matrix: MigrationMatrix }[] {
  return STAGES.flatMap((stage) => {
    const [before, after] = [schemeOf(schemesBefore, stage), schemeOf(schemes, stage)];
    if (before === undefined || after === undefined) return [];
    const counter = moveCounter(before, after);
    const isKnown = (scheme: Scheme, { tier }: Pick<DigestPlace, 'tier'>): boolean =>
      tier === null || scheme.tiers.some(({ id }) => id === tier);
    let told = 0;
    const add = (from: DigestPlace, to: DigestPlace, customers: number): void => {
      if (from.status === null || to.status === null || !isKnown(before, from) || !isKnown(after, to)) return;
      if (customers === 0) return;
      counter.add({ status: from.status, tier: from.tier }, { status: to.status, tier: to.tier }, customers);
      told += customers;
    };
    const ofStage = transitions.filter((each) => each.stage === stage);
    for (const each of ofStage) if (each.from.stage === stage) add(each.from, each, each.customers);
    const changed = grouped<DigestPlace & { readonly customers: number }>([...ofStage, ...arrivals], placeKey);
    for (const [key, here] of grouped(counts, placeKey)) {
      const [place] = here;
      if (place?.stage !== stage) continue;
      const untouched =
        sumOf(here, (count) => count.customers) - sumOf(changed.get(key) ?? [], (each) => each.customers);
      add(place, place, untouched);
    }
    return told === 0 ? [] : [{ stage, matrix: counter.finish() }];
  });
}

function directionOf(before: Scheme, after: Scheme, from: string | null, to: string | null): 'up' | 'down' | undefined {
  if (from === null) return 'up';
  if (to === null) return 'down';
  const steps = tierOrder(before, after).steps(from, to);
  return steps === 0 ? undefined : steps > 0 ? 'up' : 'down';
}

function weightOf(scheme: Scheme, tier: string | null): number {
  const isOfScheme = tier !== null && scheme.tiers.some(({ id }) => id === tier);
  return isOfScheme ? relativePlace(scheme, tier) : 1;
}

const STAGES: readonly CustomerStage[] = ['prospect', 'customer'];
