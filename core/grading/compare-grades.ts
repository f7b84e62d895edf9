import type { Standing } from './migration-matrix.ts';
import type { Scheme } from './scheme.ts';
import { arePlacesClose, relativePlace } from './tier-order.ts';

/** How far several schemes differ on one customer. */
export interface Disagreement {
  /** 0 to 1: between the best and the worst place that the schemes give, each from best (0) to worst (1). */
  readonly spread: number;
  /** Schemes that give no tier while others do. */
  readonly withoutTier: number;
}

/** How often two schemes agree. */
export interface Agreement {
  /** Places of the schemes in the list. */
  readonly pair: readonly [number, number];
  readonly agree: number;
}

/** Compares the grades that several schemes give the same customers. */
export interface GradeComparison {
  /** `standings`: one for each scheme, in their order. */
  readonly add: (standings: readonly Standing[]) => Disagreement;
  readonly finish: () => { readonly customers: number; readonly agreements: readonly Agreement[] };
}

/**
 * A comparison of schemes whose tiers may differ in name and number. Two grades agree when their places, from best to worst, are
 * no further apart than half a tier of the scheme with more of them: A of four is gold of three, and silver is B as well as C. Of
 * two grades without a tier those of the same status agree.
 */
export function gradeComparison(schemes: readonly Scheme[]): GradeComparison {
  const pairs = schemes.flatMap((_, one) =>
    schemes.slice(one + 1).map((__, index) => ({ pair: [one, one + 1 + index] as const, agree: 0 })),
  );
  const tierCounts = pairs.map(({ pair }) => Math.max(...pair.map((index) => schemes[index]?.tiers.length ?? 0)));
  let customers = 0;
  return {
    add(standings) {
      customers += 1;
      const places = standings.map(({ tier }, index) => {
        const scheme = schemes[index];
        return tier === null || scheme === undefined ? undefined : relativePlace(scheme, tier);
      });
      for (const [index, entry] of pairs.entries()) {
        const [one, other] = entry.pair;
        const [a, b] = [places[one], places[other]];
        const isSame =
          a === undefined || b === undefined
            ? a === b && standings[one]?.status === standings[other]?.status
            : arePlacesClose(a, b, tierCounts[index] ?? 0);
        if (isSame) entry.agree += 1;
      }
      const known = places.filter((place) => place !== undefined);
      const isPartly = known.length > 0 && known.length < places.length;
      return {
        spread: known.length === 0 ? 0 : Math.max(...known) - Math.min(...known),
        withoutTier: isPartly ? places.length - known.length : 0,
      };
    },
    finish: () => ({ customers, agreements: pairs.map(({ pair, agree }) => ({ pair, agree })) }),
  };
}
