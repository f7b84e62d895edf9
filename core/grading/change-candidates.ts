import type { CalendarDate } from '../calendar-date.ts';
import { type FactValue, isLevel, type Level } from '../customer.ts';
import { foldAnswer } from '../table/words.ts';
import type { ChangePoints, Edge } from './change-points.ts';
import { dayAcross } from './day-across.ts';
import type { NextTier } from './grade.ts';
import { scaleNumber } from './scale-number.ts';

/** Another value worth trying. */
export interface Candidate extends Pick<NextTier, 'to' | 'beyond'> {
  /** How many change points lie between; at least 1. From a value that is not known, counted from the worst there is. */
  readonly steps: number;
}

/** Which candidates are of use. */
export interface Wanted {
  /** The better ones only, or both sides. */
  readonly which: 'better' | 'both';
  /** Those that need more steps may be left out. */
  readonly mostSteps: number;
}

/**
 * Other values of one criterion that may make a difference, the nearest in each place, by the number of steps; of equal
 * steps the better one first. Of the kind that the customer's own value is of: a yes becomes a no and not a number.
 * A text has no better side.
 */
export function candidates(
  asOf: CalendarDate,
  point: ChangePoints,
  from: FactValue | undefined,
  wanted: Wanted,
): Candidate[] {
  const { which } = wanted;
  const { criterion } = point;
  const { type } = criterion;
  if (type === 'text') return wordCandidates(point, from);
  if (typeof from === 'boolean' || (from === undefined && type === 'yes-no'))
    return answerCandidates(point, from, which);
  if ((isLevel(from) && point.levels) || (from === undefined && type === 'level')) {
    return levelCandidates(point, from, which);
  }
  const number = from === undefined ? undefined : usableNumber(point, asOf, from);
  const isWord = typeof from === 'string' && number === undefined && point.words.length > 0;
  return isWord ? wordCandidates(point, from) : numberCandidates(asOf, point, number, wanted);
}

/** The value on the criterion's scale; undefined where it is none there or one that the criterion cannot have. */
export function usableNumber(
  { criterion, least, most }: ChangePoints,
  asOf: CalendarDate,
  value: FactValue,
): number | undefined {
  const number = scaleNumber(criterion, value, asOf);
  return number !== undefined && number >= least && number <= most ? number : undefined;
}

/** The value that a change comes to: `to`, the nearest number beyond it, or some word that nobody has thought of. */
export function appliedValue({ to, beyond }: Pick<NextTier, 'to' | 'beyond'>): FactValue {
  if (beyond === 'other') return OTHER_WORD;
  if (beyond === undefined || typeof to !== 'number') return to;
  return nextNumber(to, beyond);
}

/** The number next to another: two bounds may lie closer together than any step that was chosen for all. */
function nextNumber(number: number, side: 'above' | 'below'): number {
  if (number === 0) return side === 'above' ? Number.MIN_VALUE : -Number.MIN_VALUE;
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setFloat64(0, number);
  // the bits of numbers of one sign go up as the numbers go away from 0
  const isAway = number > 0 === (side === 'above');
  bytes.setBigInt64(0, bytes.getBigInt64(0) + (isAway ? 1n : -1n));
  return bytes.getFloat64(0);
}

/** 0 to 2: the difference beside the larger of the two; 1 where there is nothing to compare. */
export function relativeSize(
  point: ChangePoints,
  asOf: CalendarDate,
  from: FactValue | undefined,
  to: FactValue,
): number {
  if (isLevel(from) && isLevel(to)) return Math.abs(LEVELS.indexOf(from) - LEVELS.indexOf(to)) / LEVELS.length;
  const a = from === undefined ? undefined : usableNumber(point, asOf, from);
  const b = usableNumber(point, asOf, to);
  if (a === undefined || b === undefined) return 1;
  return Math.abs(a - b) / (Math.max(Math.abs(a), Math.abs(b)) || 1);
}

function isLowerBetter({ criterion }: ChangePoints): boolean {
  return criterion.direction === 'lower-is-better';
}

function answerCandidates(point: ChangePoints, from: boolean | undefined, which: 'better' | 'both'): Candidate[] {
  const best = !isLowerBetter(point);
  if (from === undefined)
    return [
      { to: !best, steps: 1 },
      { to: best, steps: 2 },
    ];
  return which === 'better' && from === best ? [] : [{ to: !from, steps: 1 }];
}

function levelCandidates(point: ChangePoints, from: Level | undefined, which: 'better' | 'both'): Candidate[] {
  // the better ones come first among those of equal steps
  const bestFirst = isLowerBetter(point) ? LEVELS : LEVELS_DOWN;
  const now = from === undefined ? bestFirst.length : bestFirst.indexOf(from);
  const all = bestFirst.flatMap((to, index): Candidate[] =>
    index === now || (which === 'better' && index > now) ? [] : [{ to, steps: Math.abs(index - now) }],
  );
  return sorted(all);
}

function wordCandidates({ words, otherWords }: ChangePoints, from: FactValue | undefined): Candidate[] {
  const folded = from === undefined ? undefined : foldAnswer(String(from));
  const now = words.findIndex((word) => foldAnswer(word) === folded);
  const named = words.flatMap((to, index): Candidate[] =>
    index === now ? [] : [{ to, steps: now < 0 ? words.length - index : Math.abs(index - now) }],
  );
  const word = words[now];
  const other: Candidate[] = otherWords && word !== undefined ? [{ to: word, beyond: 'other', steps: 1 }] : [];
  return sorted([...named, ...other]);
}

function numberCandidates(
  asOf: CalendarDate,
  point: ChangePoints,
  now: number | undefined,
  { which, mostSteps }: Wanted,
): Candidate[] {
  const { edges, criterion } = point;
  const isLower = isLowerBetter(point);
  const last = edges.length - 1;
  // how many edges lie below the value; where nothing is known, below the worst there is, or above it
  const place = now === undefined ? (isLower ? edges.length : 0) : edgesBelow(edges, now);
  const first = now === undefined ? 1 : 0;
  const isStepwise = criterion.type === 'date' || isWhole(point, now);
  const found: Candidate[] = [];
  const take = (edge: Edge | undefined, way: 'up' | 'down', steps: number): void => {
    const value = edge && valueAcross(asOf, point, edge, { way, now });
    if (value === undefined) return;
    if (!isStepwise) {
      found.push({ ...value, steps });
      return;
    }
    // where a place has no whole number or no day, the nearest lies in a farther one, which comes by itself
    const crossed = Math.abs(edgesBelow(edges, scaleNumber(criterion, value.to, asOf) ?? Number.NaN) - place) + first;
    if (crossed > 0 && found[found.length - 1]?.to !== value.to) found.push({ ...value, steps: crossed });
  };
  const up = (): void => {
    if (now === undefined && !isLower) take(edges[0], 'down', 1);
    for (let index = place; index <= last && index - place + 1 + first <= mostSteps; index += 1)
      take(edges[index], 'up', index - place + 1 + first);
  };
  const down = (): void => {
    if (now === undefined && isLower) take(edges[last], 'up', 1);
    for (let index = place - 1; index >= 0 && place - index + first <= mostSteps; index -= 1)
      take(edges[index], 'down', place - index + first);
  };
  if (isLower) down();
  else up();
  if (which === 'better' || now === undefined) return found;
  if (isLower) up();
  else down();
  return sorted(found);
}

/** The nearest value across an edge that the criterion can have: a whole number of what is counted, a day where days are graded. */
function valueAcross(
  asOf: CalendarDate,
  point: ChangePoints,
  { at, side }: Edge,
  { way, now }: { readonly way: 'up' | 'down'; readonly now: number | undefined },
): Pick<Candidate, 'to' | 'beyond'> | undefined {
  const { criterion, least, most } = point;
  const isUp = way === 'up';
  if (criterion.type === 'date') {
    const isAhead = criterion.isAhead ?? false;
    const day = dayAcross(asOf, { at, side }, { way, isAhead });
    const months = day === undefined ? undefined : scaleNumber(criterion, day, asOf);
    return day === undefined || months === undefined || months < least || months > most ? undefined : { to: day };
  }
  const isReached = isUp === (side === 'before');
  if (isWhole(point, now)) {
    const whole = isUp
      ? isReached
        ? Math.ceil(at)
        : Math.floor(at) + 1
      : isReached
        ? Math.floor(at)
        : Math.ceil(at) - 1;
    return whole < least || whole > most ? undefined : { to: whole };
  }
  if (isReached) return at < least || at > most ? undefined : { to: at };
  if (isUp) return at < least || at >= most ? undefined : { to: at, beyond: 'above' };
  return at <= least || at > most ? undefined : { to: at, beyond: 'below' };
}

/** Whether the values are whole numbers: what is counted, unless it came with a fraction. */
function isWhole({ criterion }: ChangePoints, now: number | undefined): boolean {
  return criterion.type === 'count' && (now === undefined || Number.isInteger(now));
}

/** How many edges a value has below it. */
function edgesBelow(edges: readonly Edge[], value: number): number {
  let count = 0;
  for (const { at, side } of edges) count += Number(side === 'before' ? value >= at : value > at);
  return count;
}

function sorted(all: Candidate[]): Candidate[] {
  const bySteps = [...all];
  bySteps.sort((a, b) => a.steps - b.steps);
  return bySteps;
}

const LEVELS: readonly Level[] = ['none', 'low', 'medium', 'high'];
const LEVELS_DOWN: readonly Level[] = ['high', 'medium', 'low', 'none'];

/** From the area of Unicode where no word is written. */
const OTHER_WORD = '\uE000';
