import type { FactValue } from '../../core/customer.ts';
import type { Scheme } from '../../core/grading/scheme.ts';
import type { Condition, DecisionTable, Rule } from '../../core/grading/scheme-methods.ts';
import {
  type Context,
  type Doubtful,
  doubtful,
  doubtOf,
  folded,
  type Inputs,
  NUMBERS_ONLY,
  type Outcome,
  type Places,
} from './interpret-value.ts';

export function tableOutcome(context: Context, table: DecisionTable, inputs: Inputs): Outcome {
  const ids = [...new Set(table.rules.flatMap(({ when }) => Object.keys(when)))];
  const known: Record<string, FactValue> = {};
  const doubts: Doubtful[] = [];
  for (const id of ids) {
    const criterion = context.criterionOf(id);
    const { type } = criterion;
    const input = inputs.get(id);
    if (typeof input === 'object') doubts.push(input);
    else {
      const isNumeric = type !== 'level' && type !== 'yes-no' && type !== 'text';
      const places: Places = {
        numbers: isNumeric,
        levels: type === 'level',
        answers: type === 'yes-no',
        words: type === 'text' ? 'any' : 'none',
      };
      const reading = context.read(criterion, places, input);
      if (typeof reading === 'object') known[id] = reading.is;
      else if (reading !== 'missing') doubts.push(doubtOf(reading));
    }
  }
  for (const id of table.statedBy?.criteria ?? []) {
    const input = inputs.get(id);
    if (ids.includes(id)) continue;
    const reading = typeof input === 'object' ? input : context.read(context.criterionOf(id), NUMBERS_ONLY, input);
    if (typeof reading === 'object' && 'doubt' in reading) doubts.push(reading);
    else if (typeof reading === 'string' && reading !== 'missing') doubts.push(doubtOf(reading));
  }
  const fits = table.rules.filter(({ when }) => ruleFitsFolded(when, known));
  const perhaps = table.rules.filter(
    ({ when }) =>
      !fits.some((rule) => rule.when === when) &&
      ruleFitsFolded(Object.fromEntries(Object.entries(when).filter(([id]) => known[id] !== undefined)), known),
  );
  const order = (rules: readonly Rule[]): Rule[] => table.rules.filter((rule) => rules.includes(rule));
  const stated = table.statedBy === undefined ? undefined : statedOutcome(context, table.statedBy, inputs);
  const given = (rules: readonly Rule[]): string | null => chosenOutcome(context, table, order(rules), stated);
  // each rule that may fit could come to fit: it must make no difference
  const outcomes = new Set([given(fits), ...perhaps.map((rule) => given([...fits, rule]))]);
  const [outcome = null] = outcomes;
  if (outcomes.size === 1 && outcome !== null && outcome !== 'review') return { outcome };
  return { ...doubtful(doubts), isUnreadable: false };
}

/** What the rules that fit come to, in the table's order. */
function chosenOutcome(
  { scheme }: Context,
  table: DecisionTable,
  fits: readonly Rule[],
  stated: string | undefined,
): string | null {
  const [first] = fits;
  if (first === undefined) return table.otherwise ?? null;
  const ids = outcomesAround(scheme, table);
  const place = (outcome: string): number => ids.indexOf(outcome);
  if (stated === undefined || place(first.outcome) < 0) return first.outcome;
  const nearest = fits
    .filter(({ outcome }) => place(outcome) >= 0)
    .toSorted((a, b) => Math.abs(place(a.outcome) - place(stated)) - Math.abs(place(b.outcome) - place(stated)));
  return nearest[0]?.outcome ?? null;
}

/** The outcomes of whatever the table belongs to, best first. */
function outcomesAround(scheme: Scheme, table: DecisionTable): string[] {
  const derived = scheme.derived?.find(({ method }) => method === table);
  return (derived?.labels ?? scheme.tiers).map(({ id }) => id);
}

function statedOutcome(
  context: Context,
  statedBy: NonNullable<DecisionTable['statedBy']>,
  inputs: Inputs,
): string | undefined {
  for (const id of statedBy.criteria) {
    const input = inputs.get(id);
    const reading = typeof input === 'object' ? 'missing' : context.read(context.criterionOf(id), NUMBERS_ONLY, input);
    if (typeof reading !== 'object' || typeof reading.is !== 'number') continue;
    const months = reading.is;
    return statedBy.bands.find(
      ({ from, upTo }) => (from === undefined || months >= from) && (upTo === undefined || months <= upTo),
    )?.outcome;
  }
  return undefined;
}

/** Whether a rule fits a customer, read word for word; what is not known fits no condition. */
export function ruleFits(when: Rule['when'], values: Readonly<Record<string, FactValue>>): boolean {
  return Object.entries(when).every(([id, condition]) => {
    const value = values[id];
    return value !== undefined && isMet(condition, value);
  });
}

function ruleFitsFolded(when: Rule['when'], values: Readonly<Record<string, FactValue>>): boolean {
  return ruleFits(
    Object.fromEntries(
      Object.entries(when).map(([id, condition]) => [
        id,
        condition.is === undefined
          ? condition
          : { is: condition.is.map((word) => (typeof word === 'string' ? folded(word) : word)) },
      ]),
    ),
    Object.fromEntries(
      Object.entries(values).map(([id, value]) => [id, typeof value === 'string' ? folded(value) : value]),
    ),
  );
}

function isMet({ is, from, upTo, above, below }: Condition, value: FactValue): boolean {
  if (is !== undefined) return is.some((word) => word === value);
  const number = Number(value);
  if (from !== undefined && number < from) return false;
  if (upTo !== undefined && number > upTo) return false;
  if (above !== undefined && number <= above) return false;
  return below === undefined || number < below;
}
