import type { Facts } from '../customer.ts';
import { contradictionIn, firstToFindOut } from './explain-table-review.ts';
import type { FittedScheme } from './fit-scheme.ts';
import { OUT_OF_MARKET, REVIEW } from './fixed-outcomes.ts';
import type { Grade, GradeRemark, Reason } from './grade.ts';
import type { GradeCode, Grader } from './grader.ts';
import { MISSING } from './plan-criterion.ts';
import { rememberAnswers } from './remember-answers.ts';
import { type RuleMasks, ruleMasks, rulesIn } from './rule-masks.ts';
import type { DecisionTable } from './scheme-methods.ts';
import { type Statement, statementOf } from './stated-outcome.ts';
import { type TableInput, tableInputs } from './table-input.ts';
import { valueRemark } from './value-remark.ts';

/**
 * The grader of a decision table.
 *
 * What is not known is not guessed: a rule that asks nothing of the missing answers holds where no rule before it could
 * decide otherwise; in all other cases the customer is a case for review, which names the answer that decides most, even
 * where rules for every possible answer would come to the same. Answers that no rule has together are a contradiction,
 * unless the table says what happens `otherwise`.
 */
export function compileDecisionTable(fitted: FittedScheme, table: DecisionTable): Grader {
  const { scheme, asOf } = fitted;
  const inputs = tableInputs(scheme, table, asOf);
  const masks = ruleMasks(table, inputs);
  const plan: TablePlan = {
    table,
    inputs,
    masks,
    rank: (outcome) => scheme.tiers.findIndex(({ id }) => id === outcome),
    statement: statementOf(fitted, table),
  };
  const codes = new Int32Array(inputs.length);
  const certain = new Int32Array(masks.words);
  const possible = new Int32Array(masks.words);
  const fits = (facts: Facts): void => {
    certain.set(masks.all);
    possible.set(masks.all);
    for (let index = 0; index < inputs.length; index += 1) {
      const input = inputs[index];
      if (input === undefined) continue;
      const code = input.locate(facts.values[input.criterion.id]);
      codes[index] = code;
      const byCell = masks.byCell[index] ?? masks.all;
      const indifferent = masks.indifferent[index] ?? masks.all;
      for (let word = 0; word < masks.words; word += 1) {
        if (code < 0) certain[word] = (certain[word] ?? 0) & (indifferent[word] ?? 0);
        else {
          const bits = byCell[code * masks.words + word] ?? 0;
          certain[word] = (certain[word] ?? 0) & bits;
          possible[word] = (possible[word] ?? 0) & bits;
        }
      }
    }
  };
  const decide = (facts: Facts): Decision => decided(plan, { facts, certain, possible });
  const codeOf = (decision: Decision): GradeCode => {
    const bands = [decision.rule < 0 ? null : String(decision.rule + 1)];
    return { ...standing(decision.outcome), score: null, bands };
  };
  return {
    counted: ['rule'],
    grade(facts) {
      fits(facts);
      return gradeOf(plan, facts, codes, decide(facts));
    },
    code: rememberAnswers(inputs, (facts) => {
      fits(facts);
      const decision = decide(facts);
      return { code: codeOf(decision), isSameForSameAnswers: !decision.isByStatement };
    }),
  };
}

/** A table laid out for deciding. */
export interface TablePlan {
  readonly table: DecisionTable;
  readonly inputs: readonly TableInput[];
  readonly masks: RuleMasks;
  /** The place of an outcome among the tiers, best first. */
  readonly rank: (outcome: string) => number;
  readonly statement: Statement | undefined;
}

interface Decision {
  /** Null where nothing is decided. */
  readonly outcome: string | null;
  /** The rule that decided; -1 where none did. */
  readonly rule: number;
  /** Other rules with other outcomes that fit too. */
  readonly others: readonly number[];
  /** What was stated, where the table asks for it and it is known. */
  readonly stated: string | undefined;
  /** Whether what is stated could have made a difference, which is no answer. */
  readonly isByStatement: boolean;
}

const UNDECIDED: Decision = { outcome: null, rule: -1, others: [], stated: undefined, isByStatement: false };

function decided(
  plan: TablePlan,
  state: { readonly facts: Facts; readonly certain: Int32Array; readonly possible: Int32Array },
): Decision {
  const { table } = plan;
  const fitting = rulesIn(state.certain);
  const perhaps = state.certain.every((word, index) => word === state.possible[index])
    ? fitting
    : rulesIn(state.possible);
  const outcomeOf = (rule: number): string => table.rules[rule]?.outcome ?? REVIEW;
  const first = fitting[0];
  if (plan.statement === undefined) {
    // what comes before the first rule that certainly fits may decide instead of it
    const rivals = perhaps.filter((rule) => first === undefined || rule <= first);
    const outcomes = new Set(rivals.map(outcomeOf));
    if (first === undefined) outcomes.add(table.otherwise ?? REVIEW);
    const [outcome = null] = outcomes;
    return outcomes.size === 1 ? { ...UNDECIDED, outcome, rule: first ?? -1 } : UNDECIDED;
  }
  const stated = plan.statement.outcome(state.facts);
  const rule = chosen(plan, fitting, stated);
  const outcome = rule < 0 ? (table.otherwise ?? null) : outcomeOf(rule);
  // each rule that may fit could come to fit, before the others or nearer to what is stated: it must make no difference
  const isOpen = perhaps.some((other) => {
    if (fitting.includes(other)) return false;
    const all = [...fitting, other];
    all.sort((a, b) => a - b);
    return outcomeOf(chosen(plan, all, stated)) !== outcome;
  });
  const isByStatement = new Set(perhaps.map(outcomeOf)).size > 1;
  if (isOpen) return { ...UNDECIDED, stated, isByStatement };
  const others = fitting.filter((other) => outcomeOf(other) !== outcome);
  return { outcome, rule, others, stated, isByStatement };
}

/**
 * The rule that decides among those that fit; -1 where none does. One that withholds the tier is far from every tier: it
 * decides where it comes first, and is no choice elsewhere.
 */
function chosen(plan: TablePlan, fitting: readonly number[], stated: string | undefined): number {
  const [first = -1] = fitting;
  const isWithheld = plan.rank(plan.table.rules[first]?.outcome ?? '') < 0;
  return stated === undefined || isWithheld ? first : nearest(plan, fitting, stated);
}

/** The rule whose outcome lies nearest to what is stated; the first of equally near ones. */
function nearest(plan: TablePlan, rules: readonly number[], stated: string): number {
  const goal = plan.rank(stated);
  let best = rules[0] ?? -1;
  let least = Number.POSITIVE_INFINITY;
  for (const rule of rules) {
    const place = plan.rank(plan.table.rules[rule]?.outcome ?? '');
    const distance = Math.abs(place - goal);
    if (place >= 0 && distance < least) {
      least = distance;
      best = rule;
    }
  }
  return best;
}

function standing(outcome: string | null): Pick<GradeCode, 'status' | 'tier'> {
  if (outcome === null || outcome === REVIEW) return { status: 'review', tier: null };
  return outcome === OUT_OF_MARKET ? { status: 'out-of-market', tier: null } : { status: 'graded', tier: outcome };
}

function gradeOf(plan: TablePlan, facts: Facts, codes: Int32Array, decision: Decision): Grade {
  const { outcome, rule } = decision;
  const { status, tier } = standing(outcome);
  const review = status === 'review' ? reviewOf(plan, facts, codes, decision) : [];
  return {
    status,
    tier,
    score: null,
    reasons: reasonsOf(plan, facts, codes, decision),
    review,
    warnings: [
      ...unusable(plan, facts, codes).filter((remark) => !review.some((one) => one.criterion === remark.criterion)),
      ...statementDoubts(plan, facts),
      ...(rule < 0 || tier === null ? [] : statementRemarks(plan, facts, decision)),
    ],
  };
}

/** Conditions of the rule that decided; where none did, all answers there are. */
function reasonsOf(plan: TablePlan, facts: Facts, codes: Int32Array, { rule, stated, others }: Decision): Reason[] {
  const when = plan.table.rules[rule]?.when;
  const reasons: Reason[] = [];
  for (const [index, { criterion }] of plan.inputs.entries()) {
    const isTold = when === undefined ? (codes[index] ?? MISSING) !== MISSING : when[criterion.id] !== undefined;
    if (!isTold) continue;
    const value = facts.values[criterion.id] ?? null;
    reasons.push({ criterion: criterion.id, value, band: null, points: 0, max: 0, decides: true, rule: rule + 1 });
  }
  if (plan.statement === undefined || stated === undefined || others.length === 0) return reasons;
  const criterion = plan.statement.criterion(facts);
  const value = facts.values[criterion] ?? null;
  return [...reasons, { criterion, value, band: stated, points: 0, max: 0, decides: true }];
}

function reviewOf(plan: TablePlan, facts: Facts, codes: Int32Array, { outcome, rule }: Decision): GradeRemark[] {
  if (outcome === REVIEW && rule >= 0) return [{ code: 'rule-wants-review', outcome: String(rule + 1) }];
  const contradiction = contradictionIn(plan, codes);
  const [only] = contradiction;
  if (only !== undefined && contradiction.length === 1) return [{ code: 'no-rule-takes', criterion: only }];
  if (contradiction.length > 0) return [{ code: 'contradiction', criteria: contradiction }];
  const first = firstToFindOut(plan, codes);
  const doubts = unusable(plan, facts, codes);
  if (first === undefined) return doubts.length > 0 ? doubts : [{ code: 'no-rule-fits' }];
  return [...doubts, { code: 'find-out-first', criterion: first }];
}

/** Values that stand there and cannot be used. */
function unusable(plan: TablePlan, facts: Facts, codes: Int32Array): GradeRemark[] {
  return plan.inputs.flatMap(({ criterion }, index) => {
    const code = codes[index] ?? MISSING;
    const isDoubtful = code < MISSING || (code === MISSING && facts.doubts?.[criterion.id] !== undefined);
    return isDoubtful ? [valueRemark(criterion, code, facts)] : [];
  });
}

/** Statements that cannot be used, those aside that are answers too. */
function statementDoubts({ statement, inputs }: TablePlan, facts: Facts): GradeRemark[] {
  const doubts = statement?.doubts(facts) ?? [];
  return doubts.filter((remark) => !inputs.some(({ criterion }) => criterion.id === remark.criterion));
}

function statementRemarks(plan: TablePlan, facts: Facts, { outcome, others, stated }: Decision): GradeRemark[] {
  if (plan.statement === undefined) return [];
  if (stated === undefined) {
    const lower = plan.table.rules[others[0] ?? -1]?.outcome;
    return lower === undefined ? [] : [{ code: 'fits-too', outcome: lower }];
  }
  if (stated === outcome) return [];
  return [{ code: 'stated-otherwise', criterion: plan.statement.criterion(facts), outcome: stated }];
}
