import type { Facts, FactValue } from '../customer.ts';
import type { CompiledScheme } from './compile-scheme.ts';
import { type FittedScheme, rankingCriterion } from './fit-scheme.ts';
import type { Drop, Grade, NextTier } from './grade.ts';
import { missingInputs } from './missing-inputs.ts';
import type { KnockOut } from './scheme.ts';
import type { Method } from './scheme-methods.ts';

/** All that explains one grade: what the command line, the card and the sheet show. */
export interface Receipt {
  readonly fitted: FittedScheme;
  readonly grade: Grade;
  readonly nextTier: NextTier | null;
  readonly drop: Drop | null;
  /** Criteria that other customers have, this one has not, and that could matter, in the scheme's order. */
  readonly missing: readonly string[];
  /** Knock-outs that did not apply, in the scheme's order; those that did are among the reasons. */
  readonly sparedBy: readonly SparedKnockOut[];
  /** Where each tier but the last begins, best first, then the same for the labels of derived results; none for rules and cells. */
  readonly cutPoints: readonly CutPoint[];
}

/** A knock-out that did not apply. */
export interface SparedKnockOut {
  readonly knockOut: KnockOut;
  /** Null when it is not known. */
  readonly value: FactValue | null;
}

/** Where a tier, or a derived result's label, begins. */
export interface CutPoint {
  /** Of a derived result: its label. */
  readonly tier: string;
  /** The criterion whose value it is; null for a score. */
  readonly criterion: string | null;
  readonly from: number;
  /** The derived result's id; absent for the tiers. */
  readonly of?: string;
}

/** The receipt of one customer's grade. */
export function receiptOf(compiled: CompiledScheme, facts: Facts): Receipt {
  const { fitted } = compiled;
  const grade = compiled.grade(facts);
  return {
    fitted,
    grade,
    nextTier: compiled.nextTier(facts),
    drop: compiled.drop(facts),
    missing: missingInputs(fitted, facts, grade),
    sparedBy: sparedBy(fitted, facts, grade),
    cutPoints: cutPointsOf(fitted),
  };
}

/** Where the tiers and labels of a fitted scheme begin. */
export function cutPointsOf(fitted: FittedScheme): CutPoint[] {
  const { scheme } = fitted;
  const derived = (scheme.derived ?? []).flatMap(({ id, method }) =>
    starts(fitted, method, `${id}.`).map((start): CutPoint => ({ ...start, of: id })),
  );
  return [...starts(fitted, scheme.method, ''), ...derived];
}

/** @param prefix under which the method's cut points are kept */
function starts({ known, cuts }: FittedScheme, method: Method, prefix: string): CutPoint[] {
  if (method.kind === 'scorecard') {
    return method.cutOffs.map(({ outcome, from }) => ({ tier: outcome, criterion: null, from }));
  }
  if (method.kind !== 'bands' && method.kind !== 'quantiles') return [];
  const criterion = rankingCriterion(method.by, known);
  const outcomes = method.kind === 'quantiles' ? method.shares : (method.bands ?? []);
  return (cuts[`${prefix}${criterion}`] ?? []).flatMap((from, index) => {
    const tier = outcomes[index]?.outcome;
    return tier === undefined || Math.abs(from) >= Number.MAX_VALUE ? [] : [{ tier, criterion, from }];
  });
}

function sparedBy({ scheme, known }: FittedScheme, { values }: Facts, { reasons }: Grade): SparedKnockOut[] {
  const applying = new Set(reasons.flatMap(({ criterion, knockOut }) => (knockOut === undefined ? [] : criterion)));
  return (scheme.knockOuts ?? [])
    .filter(({ criterion }) => !applying.has(criterion) && (known[criterion] ?? 0) > 0)
    .map((knockOut) => ({ knockOut, value: values[knockOut.criterion] ?? null }));
}
