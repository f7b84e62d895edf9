import type { Scheme } from '../../core/grading/scheme.ts';
import type { Scorecard } from '../../core/grading/scheme-methods.ts';
import { isInBand } from './interpret-bands.ts';
import {
  type Context,
  type Doubtful,
  doubtful,
  doubtOf,
  type Inputs,
  type Outcome,
  type Places,
  type Reading,
} from './interpret-value.ts';

export function scoreOutcome(context: Context, scorecard: Scorecard, inputs: Inputs): Outcome {
  const counted = scorecard.criteria.filter(({ insteadOf }) => insteadOf?.some(context.isKnown) !== true);
  const doubts: Doubtful[] = [];
  const judged = new Set<string>();
  let mustReview = false;
  let total = 0;
  let weight = 0;
  let knownWeight = 0;
  let available = 0;
  for (const scored of counted) {
    const { criterion: id, bands, levels, answers, labels, missing } = scored;
    const criterion = context.criterionOf(id);
    const input = inputs.get(id);
    const isInPopulation = context.isKnown(id);
    if (isInPopulation) available += scored.weight;
    const places: Places = {
      numbers: bands !== undefined,
      levels: levels !== undefined,
      answers: answers !== undefined,
      words: labels === undefined ? 'none' : Object.keys(labels),
    };
    if (input !== undefined) judged.add(id);
    let reading: Reading | Doubtful = typeof input === 'object' ? input : context.read(criterion, places, input);
    const isNumber = typeof reading === 'object' && 'is' in reading && typeof reading.is === 'number';
    if (isNumber && bands?.some(({ top }) => top !== undefined) === true && context.numbersOf(criterion).length === 0)
      reading = 'nothing-to-compare';
    if (typeof reading === 'object' && 'is' in reading) {
      const { is } = reading;
      const points =
        typeof is === 'number'
          ? bands?.find((band) => isInBand(context, criterion, band, is))?.points
          : typeof is === 'boolean'
            ? answers?.[is ? 'yes' : 'no']
            : { ...labels, ...levels }[is];
      total += scored.weight * (points ?? Number.NaN);
      weight += scored.weight;
      knownWeight += scored.weight;
      continue;
    }
    const doubt = typeof reading === 'object' ? reading : reading === 'missing' ? undefined : doubtOf(reading);
    if (doubt !== undefined) doubts.push(doubt);
    if (doubt?.doubt === 'to-be-reviewed' || missing?.do === 'review') mustReview = true;
    if (missing?.do === 'points' && isInPopulation) {
      total += scored.weight * missing.points;
      weight += scored.weight;
    }
  }
  const isEnough = knownWeight > 0 && knownWeight >= available * (scorecard.leastKnown ?? 0.5) - 1e-9;
  if (mustReview || !isEnough) {
    const isEmpty = !mustReview && knownWeight === 0;
    const isUnreadable = isEmpty && doubts.some(({ doubt, isReadable }) => doubt === 'not-to-be-read' && !isReadable);
    return { ...doubtful(doubts), isUnreadable, judged, isEmpty };
  }
  const score = Math.floor((total / weight) * 10 + 0.5 + 1e-9) / 10;
  const outcomes = outcomesOf(context.scheme, scorecard);
  const outcome = scorecard.cutOffs.find(({ from }) => score >= from)?.outcome ?? outcomes[outcomes.length - 1] ?? null;
  return { outcome, judged };
}

function outcomesOf(scheme: Scheme, scorecard: Scorecard): string[] {
  const derived = scheme.derived?.find(({ method }) => method === scorecard);
  return (derived?.labels ?? scheme.tiers).map(({ id }) => id);
}
