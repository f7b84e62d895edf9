import { checkBandStarts, checkLastOpen, checkStart, checkStartOrder } from './check-band-starts.ts';
import { checkLabels } from './check-labels.ts';
import {
  type CheckedPart,
  checkOneDirection,
  checkOrder,
  checkOutcome,
  listedInputs,
  type PartInput,
} from './checked-part.ts';
import { pathTo } from './path-to.ts';
import { isNumeric } from './scheme-inputs.ts';
import type { BandsMethod, Quantiles } from './scheme-methods.ts';
import type { SchemeProblem } from './scheme-problem.ts';

/** What is wrong with a method of bands beyond its shape. */
export function checkBands(part: CheckedPart, method: BandsMethod): SchemeProblem[] {
  const { path } = part;
  const { found, problems } = listedInputs(part, method.by, `${path}.by`);
  const { bands, levels, answers, labels, missing } = method;
  const outcomes = (bands ?? []).map(({ outcome }) => outcome);
  const isLower = found.some(({ criterion }) => criterion.direction === 'lower-is-better');
  const byLevel = levels && [levels.high, levels.medium, levels.low, levels.none];
  const byAnswer = answers && [answers.yes, answers.no];
  const rising = isLower ? 'worst-first' : 'best-first';
  return [
    ...problems,
    ...checkOneDirection(found, `${path}.by`),
    ...found.flatMap((input) => checkPlaces(input, method, path)),
    ...(bands !== undefined && found.length > 0 && !found.some(({ criterion }) => isNumeric(criterion))
      ? [{ path: `${path}.bands`, code: 'bands-without-number' as const, detail: method.by.join(', ') }]
      : []),
    ...outcomes.flatMap((outcome, index) => checkOutcome(part, outcome, `${path}.bands[${index}].outcome`)),
    ...checkOrder(part, outcomes, `${path}.bands`),
    ...namedOutcomes(part, levels, `${path}.levels`),
    ...checkOrder(part, byLevel ?? [], `${path}.levels`, rising),
    ...namedOutcomes(part, answers, `${path}.answers`),
    ...checkOrder(part, byAnswer ?? [], `${path}.answers`, rising),
    ...namedOutcomes(part, labels, `${path}.labels`),
    ...checkOutcome(part, missing, `${path}.missing`),
  ];
}

/** What is wrong with quantiles beyond their shape. */
export function checkQuantiles(part: CheckedPart, method: Quantiles): SchemeProblem[] {
  const { path } = part;
  const { shares } = method;
  const { found, problems } = listedInputs(part, method.by, `${path}.by`);
  const outcomes = shares.map(({ outcome }) => outcome);
  const sum = shares.reduce((total, { share }) => total + share, 0);
  return [
    ...problems,
    ...found
      .filter(({ criterion }) => !isNumeric(criterion))
      .map(({ criterion }) => ({ path: `${path}.by`, code: 'not-numeric' as const, detail: criterion.id })),
    ...checkOneDirection(found, `${path}.by`),
    ...outcomes.flatMap((outcome, index) => checkOutcome(part, outcome, `${path}.shares[${index}].outcome`)),
    ...checkEachOnce(part, outcomes, `${path}.shares`),
    ...(Math.abs(sum - 1) > TOLERANCE
      ? [{ path: `${path}.shares`, code: 'shares-not-whole' as const, detail: String(Number(sum.toPrecision(9))) }]
      : []),
    ...found
      .filter(({ criterion }) => isNumeric(criterion))
      .flatMap((input) => checkShareBounds(input, method, `${path}.shares`)),
    ...checkOutcome(part, method.missing, `${path}.missing`),
  ];
}

/** What the type of an input needs: bands for numbers, levels, answers, or labels. */
function checkPlaces(input: PartInput, method: BandsMethod, path: string): SchemeProblem[] {
  const { criterion } = input;
  const { id: detail, type } = criterion;
  const problems = checkLabels(input, method, path);
  if (type === 'level' && method.levels === undefined) problems.push({ path, code: 'levels-missing', detail });
  if (type === 'yes-no' && method.answers === undefined) problems.push({ path, code: 'answers-missing', detail });
  if (!isNumeric(criterion)) return problems;
  if (method.bands === undefined) return [...problems, { path, code: 'bands-missing', detail }];
  return [...problems, ...checkBandStarts(criterion, method.bands, `${path}.bands`)];
}

function namedOutcomes(
  part: CheckedPart,
  outcomes: Readonly<Record<string, string>> | undefined,
  path: string,
): SchemeProblem[] {
  return Object.entries(outcomes ?? {}).flatMap(([word, outcome]) => checkOutcome(part, outcome, pathTo(path, word)));
}

function checkEachOnce(part: CheckedPart, outcomes: readonly string[], path: string): SchemeProblem[] {
  const places = outcomes.map((outcome) => part.outcomes.indexOf(outcome));
  if (places.includes(-1)) return [];
  const isOrdered = places.every((place, index) => place > (places[index - 1] ?? -1));
  return isOrdered ? [] : [{ path, code: 'outcomes-not-ordered' }];
}

function checkShareBounds({ criterion }: PartInput, { shares }: Quantiles, path: string): SchemeProblem[] {
  const bounds = shares.map(({ from, upTo }) => ({
    ...(from === undefined ? {} : { from }),
    ...(upTo === undefined ? {} : { upTo }),
  }));
  const problems = [
    ...checkLastOpen(bounds, path),
    ...bounds.flatMap((bound, index) => checkStart(criterion, bound, `${path}[${index}]`)),
  ];
  return problems.length > 0 ? problems : checkStartOrder(criterion, bounds, path, 'loosely');
}

/** Shares are written as decimal numbers, which add up to 1 only nearly. */
const TOLERANCE = 1e-6;
