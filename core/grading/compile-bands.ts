import type { Facts } from '../customer.ts';
import { type FittedScheme, rankingCriterion } from './fit-scheme.ts';
import type { Reason } from './grade.ts';
import type { Grader } from './grader.ts';
import { type CriterionPlan, locate, MISSING, planCriterion } from './plan-criterion.ts';
import type { Criterion } from './scheme.ts';
import type { BandsMethod, Quantiles, ScoredCriterion } from './scheme-methods.ts';
import { UncheckedSchemeError } from './unchecked-scheme.ts';
import { valueRemark } from './value-remark.ts';

/** The grader of bands or quantiles: one criterion's value decides. A customer without one is a case for review. */
export function compileBands(fitted: FittedScheme, method: BandsMethod | Quantiles): Grader {
  const { scheme } = fitted;
  const id = rankingCriterion(method.by, fitted.known);
  const criterion = scheme.criteria.find((candidate) => candidate.id === id);
  if (criterion === undefined) throw new UncheckedSchemeError(`There is no criterion ${id}`);
  const plan = planCriterion(fitted, criterion, asScored(criterion, method));
  const outcomes = plan.bandIds.map((band, code) => outcomeOf(method, band, code));
  const codeOf = (facts: Facts): number => locate(plan, facts.values[id]);
  const outcome = (code: number): string | null =>
    code >= 0 ? (outcomes[code] ?? null) : code === MISSING ? (method.missing ?? null) : null;
  return {
    counted: [id],
    grade(facts) {
      const code = codeOf(facts);
      const tier = outcome(code);
      const value = facts.values[id] ?? null;
      const isDoubtful = code === MISSING && facts.doubts?.[id] !== undefined;
      const reason: Reason = { criterion: id, value, band: outcomes[code] ?? null, points: 0, max: 0, decides: true };
      const reasons = [reason];
      if (tier === null || isDoubtful) {
        const review = [valueRemark(criterion, code, facts)];
        const status = review[0]?.code === 'unreadable' ? 'unreadable' : 'review';
        return { status, tier: null, score: null, reasons, review, warnings: [] };
      }
      return { status: 'graded', tier, score: null, reasons, review: [], warnings: [] };
    },
    code(facts) {
      const code = codeOf(facts);
      const isDoubtful = code === MISSING && facts.doubts?.[id] !== undefined;
      const tier = isDoubtful ? null : outcome(code);
      if (tier !== null) return { status: 'graded', tier, score: null, bands: [bandOf(plan, code)] };
      const status = valueRemark(criterion, code, facts).code === 'unreadable' ? 'unreadable' : 'review';
      return { status, tier, score: null, bands: [null] };
    },
  };
}

function bandOf(plan: CriterionPlan, code: number): string | null {
  return code >= 0 ? (plan.bandIds[code] ?? null) : null;
}

/** The same places as a scorecard would have, so that values are located in one way only. */
function asScored(criterion: Criterion, method: BandsMethod | Quantiles): ScoredCriterion {
  if (method.kind === 'quantiles') {
    return { criterion: criterion.id, weight: 1, bands: method.shares.map(() => ({ points: 0 })) };
  }
  const { bands, levels, answers, labels } = method;
  return {
    criterion: criterion.id,
    weight: 1,
    ...(bands && { bands: bands.map(() => ({ points: 0 })) }),
    ...(levels && { levels: { high: 0, medium: 0, low: 0, none: 0 } }),
    ...(answers && { answers: { yes: 0, no: 0 } }),
    ...(labels && { labels: Object.fromEntries(Object.keys(labels).map((label) => [label, 0])) }),
  };
}

function outcomeOf(method: BandsMethod | Quantiles, band: string, code: number): string {
  if (method.kind === 'quantiles') return method.shares[code]?.outcome ?? '';
  // bands come before all words, of which one may be called as a band is (stars from 1 to 5)
  const inBands = method.bands?.[code]?.outcome;
  const words: Readonly<Record<string, string>> = { ...method.labels, ...method.answers, ...method.levels };
  return inBands ?? words[band] ?? '';
}
