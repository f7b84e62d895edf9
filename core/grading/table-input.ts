import type { CalendarDate } from '../calendar-date.ts';
import type { FactValue } from '../customer.ts';
import { foldAnswer } from '../table/words.ts';
import { FUTURE, MISSING, OUT_OF_RANGE, UNUSABLE } from './plan-criterion.ts';
import { monthsAway } from './scale-number.ts';
import type { Criterion, Scheme } from './scheme.ts';
import { boundsOf, isNumeric, rangeOf } from './scheme-inputs.ts';
import type { Condition, DecisionTable } from './scheme-methods.ts';
import { UncheckedSchemeError } from './unchecked-scheme.ts';

/**
 * One input of a decision table, its values divided into cells that no rule tells apart: each level, answer or label, all
 * other words, and for numbers each bound and each range between two bounds.
 */
export interface TableInput {
  readonly criterion: Criterion;
  readonly cells: readonly TableCell[];
  /** The cell of a value, or one of the negative codes. */
  readonly locate: (value: FactValue | undefined) => number;
}

/** A cell: one value, or, for numbers, all between two bounds. */
export type TableCell =
  /** `folded`: the value as words are compared. */
  | { readonly kind: 'value'; readonly value: FactValue; readonly folded: FactValue }
  | { readonly kind: 'other-words' }
  /** Without the bounds themselves; null is no bound. */
  | { readonly kind: 'between'; readonly low: number | null; readonly high: number | null };

/** The inputs of a table in the order in which its rules first name them. */
export function tableInputs(scheme: Scheme, table: DecisionTable, asOf: CalendarDate): TableInput[] {
  const conditions = new Map<string, Condition[]>();
  for (const { when } of table.rules) {
    for (const [id, condition] of Object.entries(when)) {
      const others = conditions.get(id);
      if (others === undefined) conditions.set(id, [condition]);
      else others.push(condition);
    }
  }
  return [...conditions].map(([id, own]) => {
    const criterion = scheme.criteria.find((candidate) => candidate.id === id);
    if (criterion === undefined) throw new UncheckedSchemeError(`There is no criterion ${id}`);
    return isNumeric(criterion) ? numberInput(criterion, own, asOf) : wordInput(criterion, own, scheme);
  });
}

/** Tells whether a condition holds for every value of a cell; a cell lies wholly within a condition or wholly outside. */
export function conditionTest(condition: Condition): (cell: TableCell) => boolean {
  const { is, from, upTo, above, below } = condition;
  if (is !== undefined) {
    const words = new Set<FactValue>(is.map((word) => (isText(word) ? foldAnswer(word) : word)));
    return (cell) => cell.kind === 'value' && words.has(cell.folded);
  }
  const least = Math.max(from ?? -Number.MAX_VALUE, above ?? -Number.MAX_VALUE);
  const most = Math.min(upTo ?? Number.MAX_VALUE, below ?? Number.MAX_VALUE);
  return (cell) => {
    if (cell.kind === 'other-words') return false;
    if (cell.kind === 'between')
      return (cell.low ?? -Number.MAX_VALUE) >= least && (cell.high ?? Number.MAX_VALUE) <= most;
    const number = Number(cell.value);
    const isHighEnough = (from === undefined || number >= from) && (above === undefined || number > above);
    return isHighEnough && (upTo === undefined || number <= upTo) && (below === undefined || number < below);
  };
}

function isText(value: FactValue): value is string {
  return typeof value === 'string';
}

function numberInput(criterion: Criterion, conditions: readonly Condition[], asOf: CalendarDate): TableInput {
  const { least, most } = rangeOf(criterion);
  const bounds = Float64Array.from(new Set(conditions.flatMap(boundsOf)));
  bounds.sort();
  const cells: TableCell[] = [];
  for (let index = 0; index <= bounds.length; index += 1) {
    cells.push({ kind: 'between', low: bounds[index - 1] ?? null, high: bounds[index] ?? null });
    const bound = bounds[index];
    if (bound !== undefined) cells.push({ kind: 'value', value: bound, folded: bound });
  }
  const locateNumber = (value: number): number => {
    if (!(value >= least && value <= most)) return OUT_OF_RANGE;
    let code = 0;
    for (const bound of bounds) code += Number(value >= bound) + Number(value > bound);
    return code;
  };
  const acceptsDays = criterion.type === 'date' || criterion.type === 'months';
  const isAhead = criterion.isAhead ?? false;
  return {
    criterion,
    cells,
    locate(value) {
      if (typeof value === 'number') return criterion.type === 'date' ? UNUSABLE : locateNumber(value);
      if (value === undefined) return MISSING;
      const months = acceptsDays && typeof value === 'string' ? monthsAway(asOf, value, isAhead) : undefined;
      if (months === undefined) return UNUSABLE;
      return months < 0 ? FUTURE : locateNumber(months);
    },
  };
}

function wordInput(criterion: Criterion, conditions: readonly Condition[], scheme: Scheme): TableInput {
  const values = wordsOf(criterion, conditions, scheme);
  const cells: TableCell[] = values.map((value) => ({
    kind: 'value',
    value,
    folded: isText(value) ? foldAnswer(value) : value,
  }));
  const isOpen = criterion.type === 'text' && !isDerived(criterion, scheme);
  if (isOpen) cells.push({ kind: 'other-words' });
  const codes = new Map<FactValue, number>(values.map((value, index) => [value, index]));
  const folded = new Map(values.map((value, index) => [isText(value) ? foldAnswer(value) : value, index]));
  const others = isOpen ? values.length : UNUSABLE;
  return {
    criterion,
    cells,
    locate(value) {
      if (value === undefined) return MISSING;
      const code = codes.get(value);
      if (code !== undefined) return code;
      const isWord = typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
      if (criterion.type === 'text' && isWord) return folded.get(foldAnswer(String(value))) ?? others;
      return UNUSABLE;
    },
  };
}

function wordsOf(criterion: Criterion, conditions: readonly Condition[], scheme: Scheme): FactValue[] {
  if (criterion.type === 'level') return ['high', 'medium', 'low', 'none'];
  if (criterion.type === 'yes-no') return [true, false];
  const derived = scheme.derived?.find(({ id }) => id === criterion.id);
  if (derived !== undefined) return derived.labels.map(({ id }) => id);
  const words = conditions.flatMap(({ is }) => is ?? []);
  return [...new Map(words.map((word) => [isText(word) ? foldAnswer(word) : word, word])).values()];
}

function isDerived(criterion: Criterion, scheme: Scheme): boolean {
  return scheme.derived?.some(({ id }) => id === criterion.id) ?? false;
}
