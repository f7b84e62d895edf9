import type { Facts } from '../customer.ts';
import { type CompiledScheme, compileScheme } from './compile-scheme.ts';
import type { FittedScheme } from './fit-scheme.ts';
import type { Criterion, Scheme } from './scheme.ts';

/** Why a customer keeps a tier that its values no longer give. */
export type HeldBy = 'buffer' | 'downgrade-waits' | 'complaint';

/** Where a customer stood after the last grading by the same scheme. */
export interface Standing {
  readonly tier: string | null;
  /** Gradings in a row that gave a worse tier than the customer kept. */
  readonly worseRuns: number;
}

/** What a grading comes to once the scheme's stability has had its say. */
export interface Settled extends Standing {
  /** Null when the tier is what the values give. */
  readonly held: HeldBy | null;
}

/** Settles the tiers of one grading run. */
export interface Stabiliser {
  /** `computed` is the tier that the values give; `before` undefined for a customer's first grading by the scheme. */
  readonly settle: (facts: Facts, computed: string | null, before: Standing | undefined) => Settled;
}

/** The field that says how many complaints of a customer are open (a count, or yes and no). */
export const OPEN_COMPLAINTS = 'openComplaints';

/**
 * What a scheme's `stability` does: an upgrade counts at once; a downgrade waits while a complaint is open, while the
 * customer is within the buffer below the cut-off, and until enough gradings in a row say so, in this order. Knock-outs
 * wait for nothing. A customer without a tier, before or now, has nothing to hold.
 *
 * The buffer moves the cut-offs of scorecards, bands and quantiles; rules and matrices have none.
 */
export function stabiliser(compiled: CompiledScheme): Stabiliser {
  const { fitted } = compiled;
  const { stability, tiers } = fitted.scheme;
  const { buffer = 0, downgradeAfter = 1, holdDuringComplaint = false } = stability ?? {};
  const relaxed = buffer > 0 ? compileScheme(relaxedFit(fitted, buffer)) : undefined;
  const rank = (tier: string | null): number => (tier === null ? -1 : tiers.findIndex(({ id }) => id === tier));
  return {
    settle(facts, computed, before) {
      const kept = before?.tier ?? null;
      const now: Settled = { tier: computed, held: null, worseRuns: 0 };
      if (before === undefined || kept === null || computed === null || rank(kept) < 0 || rank(computed) <= rank(kept))
        return now;
      const knockedTo = compiled.grade(facts).reasons.map(({ knockOut }) => rank(knockOut ?? null));
      // what a knock-out takes away is gone at once; it may leave more than the values give
      const most = Math.max(rank(kept), ...knockedTo);
      const tier = tiers[most]?.id ?? kept;
      if (rank(computed) <= most) return now;
      if (holdDuringComplaint && hasOpenComplaint(facts))
        return { tier, held: 'complaint', worseRuns: before.worseRuns };
      const within = relaxed === undefined ? -1 : rank(relaxed.code(facts).tier);
      if (within >= 0 && within <= most) return { tier, held: 'buffer', worseRuns: 0 };
      const worseRuns = before.worseRuns + 1;
      return worseRuns < downgradeAfter ? { tier, held: 'downgrade-waits', worseRuns } : now;
    },
  };
}

/** Ids of the values that grading by the scheme reads of a customer. */
export function valuesRead(scheme: Scheme): string[] {
  const ids = scheme.criteria.map(({ id }: Criterion) => id);
  const isHeld = scheme.stability?.holdDuringComplaint === true && !ids.includes(OPEN_COMPLAINTS);
  return isHeld ? [...ids, OPEN_COMPLAINTS] : ids;
}

function hasOpenComplaint({ values }: Facts): boolean {
  const open = values[OPEN_COMPLAINTS];
  return typeof open === 'number' ? open > 0 : open === true;
}

/** The scheme with the cut-offs of its tiers lowered by the buffer. */
function relaxedFit(fitted: FittedScheme, buffer: number): FittedScheme {
  const { scheme } = fitted;
  const { method } = scheme;
  if (method.kind === 'scorecard') {
    const cutOffs = method.cutOffs.map((cutOff) => ({ ...cutOff, from: lowered(cutOff.from, buffer) }));
    return { ...fitted, scheme: { ...scheme, method: { ...method, cutOffs } } };
  }
  if (method.kind !== 'bands' && method.kind !== 'quantiles') return fitted;
  const cuts: Record<string, readonly number[]> = { ...fitted.cuts };
  for (const id of method.by) {
    const isLower = scheme.criteria.find((criterion) => criterion.id === id)?.direction === 'lower-is-better';
    const own = cuts[id];
    if (own !== undefined) cuts[id] = own.map((cut) => (isLower ? -lowered(-cut, buffer) : lowered(cut, buffer)));
  }
  return { ...fitted, cuts };
}

/** The end of the buffer belongs to it, so that 62 less a tenth must not come out a hair above 55.8. */
function lowered(cut: number, buffer: number): number {
  return cut - (buffer + 1e-12) * Math.abs(cut);
}
