import type { Facts } from '../customer.ts';
import type { CompiledScheme } from './compile-scheme.ts';
import { forAndAgainst } from './for-and-against.ts';
import type { Grade, GradeRemark, Reason } from './grade.ts';
import type { Direction } from './migration-matrix.ts';
import type { HeldBy } from './stabilise.ts';

/** What did most to bring a customer where it is; by the scheme that put it there. */
export type MoveReason =
  | { readonly kind: 'reason'; readonly reason: Reason }
  /** Why a person must decide. */
  | { readonly kind: 'remark'; readonly remark: GradeRemark }
  /** The points are the same: the tiers begin elsewhere. `from`: where the tier begins; null for the last one. */
  | { readonly kind: 'score'; readonly score: number; readonly tier: string; readonly from: number | null }
  /** Not the values: something holds it there. `computed`: the tier that the values give. */
  | { readonly kind: 'held'; readonly by: HeldBy | 'override'; readonly computed: string | null };

/** From where a customer came to its place. */
export interface MovedFrom {
  readonly direction: Direction;
  /** The grade by another version of the same scheme, whose points can be compared; undefined for another scheme's. */
  readonly before?: Grade | undefined;
}

/**
 * The strongest reason for a customer's place under a scheme. With the grade before it is what made the difference: a knock-out
 * that is new, else the criterion that won (for a fall: lost) most against before, else where the tiers begin. Without, or where
 * points cannot be compared: what must be checked, what knocks out, what decides, or the most points won; for a fall, the most
 * lost.
 */
export function strongestReason(
  compiled: CompiledScheme,
  facts: Facts,
  grade: Grade,
  { direction, before }: MovedFrom = { direction: 'aside' },
): MoveReason | null {
  const [remark] = grade.review;
  if (remark !== undefined) return { kind: 'remark', remark };
  const knockOut = grade.reasons.find((reason) => reason.knockOut !== undefined);
  const wasKnockedOut = before?.reasons.some((reason) => reason.knockOut !== undefined) ?? false;
  if (knockOut !== undefined && !wasKnockedOut) return { kind: 'reason', reason: knockOut };
  const { method } = compiled.fitted.scheme;
  if (before !== undefined && method.kind === 'scorecard' && before.score !== null && grade.score !== null) {
    const difference = greatestDifference(before, grade, direction);
    if (difference !== undefined) return { kind: 'reason', reason: difference };
    if (grade.tier !== null && sameCriteria(before, grade)) {
      const start = method.cutOffs.find(({ outcome }) => outcome === grade.tier)?.from ?? null;
      return { kind: 'score', score: grade.score, tier: grade.tier, from: start };
    }
  }
  const { deciding, favour, against } = forAndAgainst(grade.reasons, 1);
  const scored = direction === 'down' ? (against[0] ?? favour[0]) : (favour[0] ?? against[0]);
  const reason = decisive(compiled, facts, grade, direction, deciding) ?? scored ?? grade.reasons[0];
  return reason === undefined ? null : { kind: 'reason', reason };
}

/** Of what decided without points: that whose change would move the customer back most easily, else what came first. */
function decisive(
  compiled: CompiledScheme,
  facts: Facts,
  grade: Grade,
  direction: Direction,
  deciding: readonly Reason[],
): Reason | undefined {
  if (deciding.length < 2) return deciding[0];
  const change = direction === 'down' ? compiled.nextTier(facts) : compiled.drop(facts);
  const own = deciding.find(({ criterion }) => criterion === change?.criterion);
  // a label says less than the value that it was given for
  const value = deciding.find(({ of, band }) => of !== undefined && band !== null);
  return own ?? value ?? grade.reasons[0];
}

function greatestDifference(before: Grade, after: Grade, direction: Direction): Reason | undefined {
  const sign = direction === 'down' ? -1 : 1;
  const points = new Map(before.reasons.map(({ criterion, points: won }) => [criterion, won]));
  let best: Reason | undefined;
  let most = 0.05;
  for (const reason of after.reasons) {
    const gain = sign * (reason.points - (points.get(reason.criterion) ?? 0));
    if (gain > most) {
      most = gain;
      best = reason;
    }
  }
  return best;
}

function sameCriteria(before: Grade, after: Grade): boolean {
  const own = new Set(before.reasons.map(({ criterion }) => criterion));
  return after.reasons.length === own.size && after.reasons.every(({ criterion }) => own.has(criterion));
}
