import type { Scheme } from './scheme.ts';

/** How the tiers of two schemes can be told to be better or worse than each other. */
export interface TierOrder {
  /**
   * `same-ids`: the tiers are called the same, or one scheme has some of the other's, in the same order. `by-position`: they are
   * called otherwise, and are compared by their place from best to worst.
   */
  readonly kind: 'same-ids' | 'by-position';
  /** Tiers risen from the one scheme's tier to the other's, negative for a fall; 0 for a tier that its scheme does not have. */
  readonly steps: (before: string, after: string) => number;
}

/** The order of the tiers of two schemes against each other. */
export function tierOrder(before: Pick<Scheme, 'tiers'>, after: Pick<Scheme, 'tiers'>): TierOrder {
  const [one = [], other = []] = [before, after].map(({ tiers }) => tiers.map(({ id }) => id));
  const [longer, shorter] = one.length >= other.length ? [one, other] : [other, one];
  if (isPartInOrder(shorter, longer)) {
    return { kind: 'same-ids', steps: (from, to) => longer.indexOf(from) - longer.indexOf(to) };
  }
  const most = longer.length - 1;
  return {
    kind: 'by-position',
    steps(from, to) {
      const [a, b] = [relativePlace(before, from), relativePlace(after, to)];
      if (arePlacesClose(a, b, longer.length)) return 0;
      return Math.sign(a - b) * Math.max(1, Math.round(Math.abs(a - b) * most));
    },
  };
}

/** Where a tier stands in its scheme, from 0 (best) to 1 (worst), to compare schemes of any number of tiers. */
export function relativePlace({ tiers }: Pick<Scheme, 'tiers'>, tier: string): number {
  const place = tiers.findIndex(({ id }) => id === tier);
  return place / Math.max(1, tiers.length - 1);
}

/** Whether two relative places are no further apart than half a tier of the scheme with more of them, which has `tierCount`. */
export function arePlacesClose(one: number, other: number, tierCount: number): boolean {
  return Math.abs(one - other) <= 0.5 / Math.max(1, tierCount - 1) + 1e-9;
}

function isPartInOrder(part: readonly string[], whole: readonly string[]): boolean {
  const places = part.map((id) => whole.indexOf(id));
  return places.every((place, index) => place >= 0 && (index === 0 || place > (places[index - 1] ?? -1)));
}
