import { checkBandStarts, checkWithin, rangeText } from './check-band-starts.ts';
import { LEVELS } from './check-labels.ts';
import {
  type CheckedPart,
  checkOneDirection,
  checkOrder,
  checkOutcome,
  listedInputs,
  type PartInput,
} from './checked-part.ts';
import { pathTo } from './path-to.ts';
import { isNumeric, rangeOf } from './scheme-inputs.ts';
import type { Condition, DecisionTable } from './scheme-methods.ts';
import type { SchemeProblem } from './scheme-problem.ts';

/** What is wrong with each rule of a decision table by itself; how they fit together is for `checkRules`. */
export function checkDecisionTable(part: CheckedPart, table: DecisionTable): SchemeProblem[] {
  const { path } = part;
  return [
    ...table.rules.flatMap(({ when, outcome }, index) => [
      ...Object.entries(when).flatMap(([id, condition]) =>
        checkCondition(part, id, condition, pathTo(`${path}.rules[${index}].when`, id)),
      ),
      ...checkOutcome(part, outcome, `${path}.rules[${index}].outcome`, 'may-withhold'),
    ]),
    ...checkOutcome(part, table.otherwise, `${path}.otherwise`, 'may-withhold'),
    ...checkStatedBy(part, table, `${path}.statedBy`),
  ];
}

function checkCondition(part: CheckedPart, id: string, condition: Condition, path: string): SchemeProblem[] {
  const input = part.inputs.get(id);
  if (input === undefined) return [{ path, code: 'unknown-criterion', detail: id }];
  const { is, from, upTo, above, below } = condition;
  const hasBounds = [from, upTo, above, below].some((bound) => bound !== undefined);
  if (is === undefined && !hasBounds) return [{ path, code: 'condition-empty' }];
  if (is !== undefined && hasBounds) return [{ path, code: 'condition-mixed' }];
  if (isNumeric(input.criterion)) {
    return is === undefined
      ? checkBounds(input, condition, path)
      : [{ path, code: 'condition-wants-bounds', detail: id }];
  }
  if (is === undefined) return [{ path, code: 'condition-wants-words', detail: id, other: allowedText(input) }];
  return is.flatMap((word, index) => checkWord(input, word, `${path}.is[${index}]`));
}

function checkBounds({ criterion }: PartInput, condition: Condition, path: string): SchemeProblem[] {
  const { from, upTo, above, below } = condition;
  if ((from !== undefined && above !== undefined) || (upTo !== undefined && below !== undefined)) {
    return [{ path, code: 'condition-range-empty' }];
  }
  const low = from ?? above ?? -Number.MAX_VALUE;
  const high = upTo ?? below ?? Number.MAX_VALUE;
  const isClosed = above === undefined && below === undefined;
  if (low > high || (low === high && !isClosed)) return [{ path, code: 'condition-range-empty' }];
  const problems = [
    ...checkWithin(criterion, from ?? above, path, 'condition-never-holds'),
    ...checkWithin(criterion, upTo ?? below, path, 'condition-never-holds'),
  ];
  const { least, most } = rangeOf(criterion);
  // a bound on the edge of the range that leaves nothing beyond it
  const isNever = (above !== undefined && above >= most) || (below !== undefined && below <= least);
  if (problems.length > 0 || !isNever) return problems;
  return [{ path, code: 'condition-never-holds', detail: rangeText(criterion) }];
}

function checkWord(input: PartInput, word: string | boolean, path: string): SchemeProblem[] {
  const allowed = allowedWords(input);
  const isFitting = allowed === undefined ? typeof word === 'string' : allowed.includes(word);
  return isFitting ? [] : [{ path, code: 'unknown-label', detail: String(word), other: allowedText(input) }];
}

/** What an input may be; undefined for a text, which may be any. */
function allowedWords({ criterion, labels }: PartInput): readonly (string | boolean)[] | undefined {
  if (labels !== undefined) return labels;
  if (criterion.type === 'level') return LEVELS;
  return criterion.type === 'yes-no' ? [true, false] : undefined;
}

function allowedText(input: PartInput): string {
  return (allowedWords(input) ?? ['"…"']).join(', ');
}

function checkStatedBy(part: CheckedPart, { statedBy }: DecisionTable, path: string): SchemeProblem[] {
  if (statedBy === undefined) return [];
  const { bands } = statedBy;
  const { found, problems } = listedInputs(part, statedBy.criteria, `${path}.criteria`);
  const outcomes = bands.map(({ outcome }) => outcome);
  const numeric = found.filter(({ criterion }) => isNumeric(criterion));
  return [
    ...problems,
    ...found
      .filter(({ criterion }) => !isNumeric(criterion))
      .map(({ criterion }) => ({ path: `${path}.criteria`, code: 'not-numeric' as const, detail: criterion.id })),
    ...checkOneDirection(found, `${path}.criteria`),
    ...(bands.some(({ top }) => top !== undefined)
      ? [{ path: `${path}.bands`, code: 'stated-by-share' as const }]
      : numeric.flatMap(({ criterion }) => checkBandStarts(criterion, bands, `${path}.bands`))),
    ...outcomes.flatMap((outcome, index) => checkOutcome(part, outcome, `${path}.bands[${index}].outcome`)),
    ...checkOrder(part, outcomes, `${path}.bands`),
  ];
}
