import type { Facts, FactValue } from '../customer.ts';
import { countedCriteria, type FittedScheme, rankingCriterion } from './fit-scheme.ts';
import type { Grade } from './grade.ts';
import { criteriaWithDerived } from './scheme-inputs.ts';
import type { DecisionTable, Method } from './scheme-methods.ts';
import { conditionTest, tableInputs } from './table-input.ts';

/**
 * Criteria that other customers have, this one has not, and its tier may depend on, in the scheme's order: those that
 * count in a scorecard, what bands and quantiles go by, what rules still ask for that its other answers do not rule out,
 * and what knocks out.
 */
export function missingInputs(fitted: FittedScheme, facts: Facts, grade: Grade): string[] {
  const { scheme, known } = fitted;
  const missing = new Set<string>();
  const isMissing = (id: string): boolean => facts.values[id] === undefined && (known[id] ?? 0) > 0;
  const ask = (id: string): void => {
    const derived = scheme.derived?.find((candidate) => candidate.id === id);
    if (derived !== undefined) inputsThatCount(derived.method).forEach(ask);
    else if (isMissing(id)) missing.add(id);
  };
  const inputsThatCount = (method: Method): readonly string[] => {
    switch (method.kind) {
      case 'scorecard':
        return countedCriteria(method.criteria, known).map(({ criterion }) => criterion);
      case 'bands':
      case 'quantiles':
        return [rankingCriterion(method.by, known)];
      case 'matrix':
        return [method.rows, method.columns];
      case 'decision-table':
        return openInputs(fitted, method, valuesWithLabels(facts, grade));
      default:
        return method satisfies never;
    }
  };
  inputsThatCount(scheme.method).forEach(ask);
  for (const { criterion } of scheme.knockOuts ?? []) ask(criterion);
  return scheme.criteria.map(({ id }) => id).filter((id) => missing.has(id));
}

function valuesWithLabels(facts: Facts, grade: Grade): Facts['values'] {
  const values: Record<string, FactValue> = { ...facts.values };
  for (const { id, label } of grade.derived ?? []) {
    if (label === null) Reflect.deleteProperty(values, id);
    else values[id] = label;
  }
  return values;
}

/** What the rules ask that may still fit, up to the first that certainly does; and the statement, where it must choose. */
function openInputs(fitted: FittedScheme, table: DecisionTable, values: Facts['values']): string[] {
  const { scheme, asOf } = fitted;
  const extended = { ...scheme, criteria: criteriaWithDerived(scheme) };
  const fits = new Map(
    tableInputs(extended, table, asOf).map(({ criterion, cells, locate }) => {
      const cell = cells[locate(values[criterion.id])];
      return [criterion.id, cell] as const;
    }),
  );
  const asked = new Set<string>();
  const outcomes = new Set<string>();
  for (const { when, outcome } of table.rules) {
    const conditions = Object.entries(when);
    const isRuledOut = conditions.some(([id, condition]) => {
      const cell = fits.get(id);
      return cell !== undefined && !conditionTest(condition)(cell);
    });
    if (isRuledOut) continue;
    outcomes.add(outcome);
    for (const [id] of conditions) asked.add(id);
    const isCertain = conditions.every(([id]) => fits.get(id) !== undefined);
    if (isCertain && table.statedBy === undefined) break;
    if (isCertain && !scheme.tiers.some((tier) => tier.id === outcome)) break;
  }
  const stated = table.statedBy?.criteria ?? [];
  const mustChoose = outcomes.size > 1 && !stated.some((id) => values[id] !== undefined);
  return [...asked, ...(mustChoose ? stated : [])];
}
