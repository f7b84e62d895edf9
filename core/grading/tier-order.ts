import type { Scheme } from './scheme.ts';

/** How the tiers of two schemes can be told to be better or worse than each other. */
export interface TierOrder {
  /**
   * `same-ids`: the tiers are called the same, or one scheme has some of the other's, in the same order. `by-position`: as many
   * tiers with other ids, the best against the best. `none`: neither, and nobody can be said to rise or fall; a tier of the same id
   * in both is still the same.
   */
  readonly kind: 'same-ids' | 'by-position' | 'none';
  /** Tiers risen from the one scheme's tier to the other's, negative for a fall; undefined where that cannot be said. */
  readonly steps: (before: string, after: string) => number | undefined;
}

/** The order of the tiers of two schemes against each other. */
export function tierOrder(before: Pick<Scheme, 'tiers'>, after: Pick<Scheme, 'tiers'>): TierOrder {
  const [one, other] = [before, after].map(({ tiers }) => tiers.map(({ id }) => id));
  if (one === undefined || other === undefined) return UNORDERED;
  const longer = one.length >= other.length ? one : other;
  const shorter = longer === one ? other : one;
  if (isPartInOrder(shorter, longer)) {
    return { kind: 'same-ids', steps: (from, to) => difference(longer.indexOf(from), longer.indexOf(to)) };
  }
  if (one.length !== other.length) return UNORDERED;
  return { kind: 'by-position', steps: (from, to) => difference(one.indexOf(from), other.indexOf(to)) };
}

/** Where a tier stands in its scheme, from 0 (best) to 1 (worst), to compare schemes of any number of tiers. */
export function relativePlace({ tiers }: Pick<Scheme, 'tiers'>, tier: string): number {
  const place = tiers.findIndex(({ id }) => id === tier);
  return place / Math.max(1, tiers.length - 1);
}

const UNORDERED: TierOrder = { kind: 'none', steps: (before, after) => (before === after ? 0 : undefined) };

function difference(from: number, to: number): number | undefined {
  return from < 0 || to < 0 ? undefined : from - to;
}

function isPartInOrder(part: readonly string[], whole: readonly string[]): boolean {
  const places = part.map((id) => whole.indexOf(id));
  return places.every((place, index) => place >= 0 && (index === 0 || place > (places[index - 1] ?? -1)));
}
