import type { CalendarDate } from '../../core/calendar-date.ts';
import type { Facts, FactValue } from '../../core/customer.ts';
import type { GradeStatus } from '../../core/grading/grade.ts';
import type { Criterion, Scheme } from '../../core/grading/scheme.ts';
import type { Method } from '../../core/grading/scheme-methods.ts';
import { bandOutcome, bandPlaces, isRelative, wordOutcome } from './interpret-bands.ts';
import { scoreOutcome } from './interpret-scorecard.ts';
import { tableOutcome } from './interpret-table.ts';
import {
  type Context,
  type Doubtful,
  doubtful,
  doubtOf,
  folded,
  type Inputs,
  inputsOf,
  NUMBERS_ONLY,
  type Outcome,
  type Places,
  placesOf,
  type Reading,
  readValue,
} from './interpret-value.ts';

/** What a customer comes to. */
export interface Verdict {
  readonly status: GradeStatus;
  readonly tier: string | null;
}

/**
 * The tier of one customer by reading the document word for word, with the population at hand and without any fitting: the
 * yardstick for every method, derived results and knock-outs included. Shares no code with what it is held against, but for
 * the calendar.
 */
export function interpretFullScheme(
  scheme: Scheme,
  population: readonly Facts[],
  asOf: CalendarDate,
): (facts: Facts) => Verdict {
  const parts = new Map<string, Method>((scheme.derived ?? []).map(({ id, method }) => [id, method]));
  const criterionOf = (id: string): Criterion =>
    scheme.criteria.find((criterion) => criterion.id === id) ?? { id, type: 'text', titles: {} };

  /** How far the population knows an input of a method that is read in that way. */
  const isKnown = (id: string): boolean => {
    const part = parts.get(id);
    if (part !== undefined) return inputsOf(part).some(isKnown);
    const places = placesOf([scheme.method, ...parts.values()], criterionOf(id));
    return population.some(({ values }) => typeof read(criterionOf(id), places, values[id]) === 'object');
  };
  const read = (criterion: Criterion, places: Places, value: FactValue | undefined): Reading =>
    readValue(criterion, places, value, asOf);
  const numbersOf = (criterion: Criterion): number[] =>
    population.flatMap(({ values }) => {
      const reading = read(criterion, NUMBERS_ONLY, values[criterion.id]);
      return typeof reading === 'object' && typeof reading.is === 'number' ? [reading.is] : [];
    });
  const context: Context = { scheme, criterionOf, isKnown, read, numbersOf, parts };

  return (facts) => {
    const inputs = new Map<string, Doubtful | FactValue>();
    for (const { id } of scheme.criteria) {
      const value = facts.values[id];
      const doubt = facts.doubts?.[id]?.code;
      if (value !== undefined) inputs.set(id, value);
      else if (doubt !== undefined)
        inputs.set(id, {
          doubt: doubt === 'unreadable' ? 'not-to-be-read' : 'to-be-reviewed',
          isReadable: doubt !== 'unreadable',
        });
    }
    // as many rounds as there are results: by then each has been found after those that it reads
    for (const _ of parts) {
      for (const [id, method] of parts) {
        const { outcome, doubt } = outcomeOf(context, method, inputs);
        inputs.delete(id);
        if (outcome !== null) inputs.set(id, outcome);
        else if (doubt !== undefined) inputs.set(id, { doubt, isReadable: doubt === 'to-be-reviewed' });
      }
    }
    return underKnockOuts(context, outcomeOf(context, scheme.method, inputs), inputs);
  };
}

function outcomeOf(context: Context, method: Method, inputs: Inputs): Outcome {
  switch (method.kind) {
    case 'bands':
    case 'quantiles': {
      const id = method.by.find(context.isKnown) ?? method.by[0] ?? '';
      const criterion = context.criterionOf(id);
      const input = inputs.get(id);
      if (typeof input === 'object') return doubtful([input]);
      const reading = context.read(criterion, bandPlaces(method), input);
      if (reading === 'missing') return { outcome: method.missing ?? null };
      if (typeof reading !== 'object') return { ...doubtful([doubtOf(reading)]), isUnreadable: reading === 'unusable' };
      const { is } = reading;
      if (typeof is !== 'number') return { outcome: wordOutcome(method, is) };
      if (isRelative(method) && context.numbersOf(criterion).length === 0) {
        return { outcome: null, doubt: 'not-to-be-read' };
      }
      return { outcome: bandOutcome(context, criterion, method, is) };
    }
    case 'matrix': {
      const labels = [Object.keys(method.cells), Object.keys(Object.values(method.cells)[0] ?? {})];
      const axes = [method.rows, method.columns].map((id, axis) => {
        const input = inputs.get(id);
        if (typeof input === 'object') return { doubt: input };
        const word = typeof input === 'boolean' ? (input ? 'yes' : 'no') : String(input);
        const label = labels[axis]?.find((one) => folded(one) === folded(word));
        return { label, doubt: label === undefined && input !== undefined ? doubtOf('unusable') : undefined };
      });
      const [row, column] = axes;
      const possible = (labels[0] ?? [])
        .filter((label) => row?.label === undefined || row.label === label)
        .flatMap((label) =>
          (labels[1] ?? [])
            .filter((other) => column?.label === undefined || column.label === other)
            .map((other) => method.cells[label]?.[other]),
        );
      const isCertain = new Set(possible).size === 1;
      if (isCertain) return { outcome: possible[0] ?? null };
      return { ...doubtful(axes.flatMap(({ doubt }) => doubt ?? [])), isUnreadable: false };
    }
    case 'decision-table':
      return tableOutcome(context, method, inputs);
    case 'scorecard':
      return scoreOutcome(context, method, inputs);
    default:
      return method satisfies never;
  }
}

/** The tier under the knock-outs; a knock-out that cannot be judged is a case for review where it could matter. */
function underKnockOuts(context: Context, found: Outcome, inputs: Inputs): Verdict {
  const { scheme } = context;
  if (found.outcome === 'out-of-market') return { status: 'out-of-market', tier: null };
  const ids = scheme.tiers.map(({ id }) => id);
  const last = ids.length - 1;
  let bound = 0;
  let isDoubtful = false;
  let isUnreadable = found.isUnreadable === true;
  for (const { criterion: id, when, tier } of scheme.knockOuts ?? []) {
    const criterion = context.criterionOf(id);
    const input = inputs.get(id);
    if (typeof input === 'object') {
      if (input.doubt === 'to-be-reviewed') isDoubtful = true;
      else isUnreadable ||= found.isEmpty === true;
      continue;
    }
    if (input === undefined) continue;
    const word = criterion.type === 'text' ? folded(String(input)) : input;
    const isNamed = when.is?.some((one) => (criterion.type === 'text' ? folded(String(one)) : one) === word) === true;
    const reading = context.read(criterion, NUMBERS_ONLY, input);
    const number = typeof reading === 'object' && typeof reading.is === 'number' ? reading.is : undefined;
    const isBeyond =
      number !== undefined &&
      ((when.above !== undefined && number > when.above) || (when.below !== undefined && number < when.below));
    if (isNamed || isBeyond) bound = Math.max(bound, ids.indexOf(tier));
    const isBounded = when.above !== undefined || when.below !== undefined;
    // a word beside those that knock out says that all is well
    const isOtherWord =
      when.is !== undefined && typeof input !== 'number' && reading !== 'wrong-side' && reading !== 'out-of-range';
    const isJudged = isNamed || number !== undefined || !isBounded || isOtherWord;
    if (isJudged || found.judged?.has(id) === true) continue;
    if (typeof input === 'number') isDoubtful = true;
    else isUnreadable ||= found.isEmpty === true;
  }
  if (scheme.method.kind === 'scorecard' && isDoubtful && bound !== last) return { status: 'review', tier: null };
  const own = found.outcome === null ? -1 : ids.indexOf(found.outcome);
  const index = own < 0 ? (bound === last ? last : -1) : Math.max(own, bound);
  if (index < 0) return { status: isUnreadable ? 'unreadable' : 'review', tier: null };
  if (isDoubtful && index !== last) return { status: 'review', tier: null };
  return { status: 'graded', tier: ids[index] ?? null };
}
