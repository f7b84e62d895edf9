import { type Facts, type FactValue, isLevel, type Level } from '../customer.ts';
import { foldAnswer } from '../table/words.ts';
import type { FittedScheme } from './fit-scheme.ts';
import type { NextTier } from './grade.ts';
import { earliestWithin, latestBefore } from './months-before.ts';
import { scaleNumber } from './scale-number.ts';
import type { Criterion } from './scheme.ts';
import { acceptedValues, boundsOf, cutUses, partsOf, rangeOf } from './scheme-inputs.ts';

/** Where a criterion's values make a difference to any method of a scheme. */
export interface ChangePoints {
  readonly criterion: Criterion;
  readonly isInPopulation: boolean;
  /** Ascending, each once. */
  readonly numbers: readonly number[];
  readonly levels: boolean;
  readonly answers: boolean;
  /** As the scheme writes them, in its order. */
  readonly words: readonly string[];
}

/** The change points of every criterion that a fitted scheme's tier depends on, in the scheme's order. */
export function changePoints(fitted: FittedScheme): ChangePoints[] {
  const { scheme } = fitted;
  const uses = cutUses(scheme);
  // without segments: they do not move the tier
  const { segments: _, ...tiered } = scheme;
  return scheme.criteria.flatMap((criterion): ChangePoints[] => {
    const { id } = criterion;
    const own = (scheme.knockOuts ?? []).filter((knockOut) => knockOut.criterion === id);
    const accepted = acceptedValues(tiered, criterion);
    if (accepted === undefined && own.length === 0) return [];
    const numbers = new Set<number>();
    const words = new Set<string>();
    let answers = accepted?.answers ?? false;
    let levels = accepted?.levels ?? false;
    for (const use of uses) if (use.criterion === id) for (const cut of fitted.cuts[use.place] ?? []) numbers.add(cut);
    for (const { when } of own) {
      for (const bound of boundsOf({ above: when.above, below: when.below })) numbers.add(bound);
      for (const word of when.is ?? []) {
        answers ||= typeof word === 'boolean';
        levels ||= isLevel(word);
        if (typeof word === 'string' && !isLevel(word)) words.add(word);
      }
    }
    for (const { method } of partsOf(tiered)) {
      if (method.kind === 'scorecard') {
        for (const scored of method.criteria)
          if (scored.criterion === id) for (const word of Object.keys(scored.labels ?? {})) words.add(word);
      } else if (method.kind === 'bands' && method.by.includes(id)) {
        for (const word of Object.keys(method.labels ?? {})) words.add(word);
      } else if (method.kind === 'decision-table') {
        for (const { when } of method.rules) {
          const condition = when[id];
          if (condition === undefined) continue;
          for (const bound of boundsOf(condition)) numbers.add(bound);
          for (const word of condition.is ?? []) if (typeof word === 'string' && !isLevel(word)) words.add(word);
        }
        if (method.statedBy?.criteria.includes(id) === true) {
          for (const { from, upTo } of method.statedBy.bands)
            for (const bound of [from, upTo]) if (bound !== undefined) numbers.add(bound);
        }
      }
    }
    const ascending = [...numbers].filter((number) => Math.abs(number) < Number.MAX_VALUE);
    ascending.sort((a, b) => a - b);
    const isInPopulation = (fitted.known[id] ?? 0) > 0;
    return [{ criterion, isInPopulation, numbers: ascending, levels, answers, words: [...words] }];
  });
}

/** Which way, from where, and how a tier is found for changed facts (-1 for none). */
export interface Search {
  readonly way: 'better' | 'worse';
  readonly tierIndex: (facts: Facts) => number;
}

/**
 * The smallest change of one criterion that moves a graded customer into a better (worse) tier, all else equal: fewest
 * change points first, then the relative size of the change, then the scheme's order of criteria. Null when none does or
 * the customer has no tier. Serves every method, since it only asks what the changed customer would get.
 */
export function findChange(
  fitted: FittedScheme,
  points: readonly ChangePoints[],
  facts: Facts,
  { way, tierIndex }: Search,
): NextTier | null {
  const now = tierIndex(facts);
  if (now < 0 || (way === 'better' && now === 0)) return null;
  const isWanted = (index: number): boolean => (way === 'better' ? index >= 0 && index < now : index > now);
  let best: (Candidate & { readonly criterion: string; readonly tier: number; readonly size: number }) | undefined;
  for (const point of points) {
    const { id } = point.criterion;
    const from = facts.values[id];
    // what nobody has told us cannot change, unless others' tables show that it can be known
    if (from === undefined && (way === 'worse' || !point.isInPopulation)) continue;
    for (const candidate of candidates(fitted, point, from)) {
      if (best !== undefined && candidate.steps > best.steps) break;
      const tier = tierIndex(withValue(facts, id, appliedValue(candidate)));
      if (!isWanted(tier)) continue;
      const size = relativeSize(point.criterion, fitted, from, candidate.to);
      if (best === undefined || candidate.steps < best.steps || size < best.size)
        best = { ...candidate, criterion: id, tier, size };
      // farther values of the criterion need more steps, except on its other side
      if (best.criterion === id && best.steps < candidate.steps) break;
    }
  }
  const tier = fitted.scheme.tiers[best?.tier ?? -1]?.id;
  if (best === undefined || tier === undefined) return null;
  const { criterion, to, beyond } = best;
  return { tier, criterion, from: facts.values[criterion] ?? null, to, ...(beyond === undefined ? {} : { beyond }) };
}

/** The value that a change comes to: `to`, or the nearest number beyond it. */
export function appliedValue({ to, beyond }: Pick<NextTier, 'to' | 'beyond'>): FactValue {
  if (beyond === undefined || typeof to !== 'number') return to;
  const step = Math.max(Math.abs(to) * 2 ** -50, 2 ** -40);
  return beyond === 'above' ? to + step : to - step;
}

/** The facts with one value changed, and no doubt left about it. */
export function withValue(facts: Facts, criterion: string, value: FactValue): Facts {
  const values = { ...facts.values, [criterion]: value };
  if (facts.doubts?.[criterion] === undefined) return { ...facts, values };
  const doubts = Object.fromEntries(Object.entries(facts.doubts).filter(([id]) => id !== criterion));
  return Object.keys(doubts).length === 0 ? { values } : { values, doubts };
}

interface Candidate {
  readonly to: FactValue;
  readonly beyond?: 'above' | 'below';
  /** How many change points lie between; at least 1. */
  readonly steps: number;
}

/** Other values worth trying, by the number of steps; of equal steps the improving direction first. */
function candidates(fitted: FittedScheme, point: ChangePoints, from: FactValue | undefined): Candidate[] {
  const { criterion, words } = point;
  const { type } = criterion;
  const isWordless = from === undefined;
  if (typeof from === 'boolean' || (isWordless && type === 'yes-no')) {
    const isLower = criterion.direction === 'lower-is-better';
    return from === undefined ? [{ to: !isLower, steps: 1 }] : [{ to: !from, steps: 1 }];
  }
  if ((isLevel(from) && point.levels) || (isWordless && type === 'level')) {
    const isLower = criterion.direction === 'lower-is-better';
    const now = from === undefined ? (isLower ? LEVELS.length : -1) : LEVELS.findIndex((level) => level === from);
    return sorted(LEVELS.flatMap((to, index) => (index === now ? [] : [{ to, steps: Math.abs(index - now) }])));
  }
  const number = isWordless ? undefined : scaleNumber(criterion, from, fitted.asOf);
  if (number !== undefined || (isWordless && type !== 'text')) return numberCandidates(fitted, point, number);
  const folded = typeof from === 'string' ? foldAnswer(from) : undefined;
  const now = words.findIndex((word) => foldAnswer(word) === folded);
  return sorted(
    words.flatMap((to, index) =>
      index === now ? [] : [{ to, steps: now < 0 ? words.length - index : Math.abs(index - now) }],
    ),
  );
}

function numberCandidates(fitted: FittedScheme, point: ChangePoints, now: number | undefined): Candidate[] {
  const { criterion, numbers } = point;
  const { least, most } = rangeOf(criterion);
  const isLower = criterion.direction === 'lower-is-better';
  const up: Candidate[] = [];
  const down: Candidate[] = [];
  // from nothing known, the worst comes first
  const start = now ?? (isLower ? Number.MAX_VALUE : -Number.MAX_VALUE);
  let steps = 0;
  for (const bound of numbers) {
    if (bound < start) continue;
    steps += 1;
    if (bound > start && bound >= least && bound <= most) up.push({ to: bound, steps });
    if (bound >= least && bound < most) up.push({ to: bound, beyond: 'above', steps });
  }
  steps = 0;
  for (let index = numbers.length - 1; index >= 0; index -= 1) {
    const bound = numbers[index] ?? 0;
    if (bound > start) continue;
    steps += 1;
    if (bound < start && bound >= least && bound <= most) down.push({ to: bound, steps });
    if (bound > least && bound <= most) down.push({ to: bound, beyond: 'below', steps });
  }
  const all = sorted(isLower ? [...down, ...up] : [...up, ...down]);
  return criterion.type === 'date' ? all.flatMap((candidate) => asDay(fitted, criterion, candidate, now)) : all;
}

/** A number of months as the day that is meant: the nearest one that fulfils it. */
function asDay(fitted: FittedScheme, criterion: Criterion, candidate: Candidate, now: number | undefined): Candidate[] {
  const { asOf } = fitted;
  const { to, beyond, steps } = candidate;
  // looking ahead, months to come: no scheme's nearest change is found by days there
  if (typeof to !== 'number' || criterion.isAhead === true) return [];
  const isRecenter = now === undefined || to < now || (to === now && beyond === 'below');
  const months = appliedValue(candidate);
  if (typeof months !== 'number' || months < 0) return [];
  return [{ to: isRecenter ? earliestWithin(asOf, months) : latestBefore(asOf, months), steps }];
}

function sorted(all: Candidate[]): Candidate[] {
  const bySteps = [...all];
  bySteps.sort((a, b) => a.steps - b.steps);
  return bySteps;
}

/** 0 to 2: the difference beside the larger of the two; 1 where there is nothing to compare. */
function relativeSize(criterion: Criterion, fitted: FittedScheme, from: FactValue | undefined, to: FactValue): number {
  if (isLevel(from) && isLevel(to)) return Math.abs(LEVELS.indexOf(from) - LEVELS.indexOf(to)) / LEVELS.length;
  const a = from === undefined ? undefined : scaleNumber(criterion, from, fitted.asOf);
  const b = scaleNumber(criterion, to, fitted.asOf);
  if (a === undefined || b === undefined) return 1;
  return Math.abs(a - b) / (Math.max(Math.abs(a), Math.abs(b)) || 1);
}

const LEVELS: readonly Level[] = ['none', 'low', 'medium', 'high'];
