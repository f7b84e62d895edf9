import type { Facts } from '../customer.ts';
import type { CompiledScheme } from './compile-scheme.ts';
import { type FittedScheme, rankingCriterion } from './fit-scheme.ts';
import type { Drop, Grade, NextTier } from './grade.ts';
import { inputsOf, partsOf } from './scheme-inputs.ts';

/** All that explains one grade: what the command line, the card and the sheet show. */
export interface Receipt {
  readonly fitted: FittedScheme;
  readonly grade: Grade;
  readonly nextTier: NextTier | null;
  readonly drop: Drop | null;
  /** Criteria that other customers have and this one has not, in the scheme's order. */
  readonly missing: readonly string[];
  /** Where each tier but the last begins, best first; empty where rules or cells decide. */
  readonly cutPoints: readonly CutPoint[];
}

/** Where a tier begins. */
export interface CutPoint {
  readonly tier: string;
  /** The criterion whose value it is; null for a score. */
  readonly criterion: string | null;
  readonly from: number;
}

/** The receipt of one customer's grade. */
export function receiptOf(compiled: CompiledScheme, facts: Facts): Receipt {
  const { fitted } = compiled;
  return {
    fitted,
    grade: compiled.grade(facts),
    nextTier: compiled.nextTier(facts),
    drop: compiled.drop(facts),
    missing: missingCriteria(fitted, facts),
    cutPoints: cutPointsOf(fitted),
  };
}

function missingCriteria({ scheme, known }: FittedScheme, facts: Facts): string[] {
  const { segments: _, ...tiered } = scheme;
  const read = new Set([
    ...partsOf(tiered).flatMap(({ method }) => inputsOf(method)),
    ...(scheme.knockOuts ?? []).map(({ criterion }) => criterion),
  ]);
  return scheme.criteria
    .map(({ id }) => id)
    .filter((id) => read.has(id) && facts.values[id] === undefined && (known[id] ?? 0) > 0);
}

/** Where the tiers of a fitted scheme begin. */
export function cutPointsOf({ scheme, known, cuts }: FittedScheme): CutPoint[] {
  const { method } = scheme;
  if (method.kind === 'scorecard') {
    return method.cutOffs.map(({ outcome, from }) => ({ tier: outcome, criterion: null, from }));
  }
  if (method.kind !== 'bands' && method.kind !== 'quantiles') return [];
  const criterion = rankingCriterion(method.by, known);
  const outcomes = method.kind === 'quantiles' ? method.shares : (method.bands ?? []);
  return (cuts[criterion] ?? []).flatMap((from, index) => {
    const tier = outcomes[index]?.outcome;
    return tier === undefined || Math.abs(from) >= Number.MAX_VALUE ? [] : [{ tier, criterion, from }];
  });
}
