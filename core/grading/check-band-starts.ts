import type { Criterion } from './scheme.ts';
import { rangeOf } from './scheme-inputs.ts';
import type { BandStart } from './scheme-methods.ts';
import type { SchemeProblem } from './scheme-problem.ts';

/** A hundred years, which no cooperation outlasts; within it every number of months has its day. */
export const MOST_MONTHS = 1200;

/** What is wrong with where the bands of a criterion begin: the last one open, the others one below the other. */
export function checkBandStarts(criterion: Criterion, bands: readonly BandStart[], path: string): SchemeProblem[] {
  const inner = bands.slice(0, -1);
  const side = sideOf(criterion);
  const problems = checkLastOpen(bands, path);
  for (const [index, band] of inner.entries()) {
    const at = `${path}[${index}]`;
    const isAnywhere = band.from === undefined && band.upTo === undefined && band.top === undefined;
    if (isAnywhere) problems.push({ path: at, code: 'band-without-start', detail: side });
    else problems.push(...checkStart(criterion, band, at));
  }
  if (problems.length > 0) return problems;
  const isRelative = inner.some((band) => band.top !== undefined);
  if (isRelative && inner.some((band) => band.top === undefined)) return [{ path, code: 'bands-mixed' }];
  const starts = (how: 'strictly' | 'loosely') => checkStartOrder(criterion, inner, path, how);
  if (!isRelative) return starts('strictly');
  const shares = inner.map((band) => -(band.top ?? 0));
  const wrong = outOfOrder(shares, 'strictly');
  return wrong === undefined ? starts('loosely') : [bandNotOrdered(wrong, path, -1)];
}

/** A problem with the band whose absolute start is out of order, if there is one. */
export function checkStartOrder(
  criterion: Criterion,
  bands: readonly BandStart[],
  path: string,
  how: 'strictly' | 'loosely',
): SchemeProblem[] {
  const side = sideOf(criterion);
  const sign = side === 'from' ? 1 : -1;
  const wrong = outOfOrder(
    bands.map((band) => (band[side] === undefined ? undefined : sign * band[side])),
    how,
  );
  return wrong === undefined ? [] : [bandNotOrdered(wrong, path, sign)];
}

function bandNotOrdered({ index, own, other }: OutOfOrder, path: string, sign: 1 | -1): SchemeProblem {
  return {
    path: `${path}[${index}]`,
    code: 'bands-not-ordered',
    detail: String(sign * own),
    other: String(sign * other),
  };
}

/** A problem where the last of several bands has a bound, although it takes what the others leave. */
export function checkLastOpen(bands: readonly BandStart[], path: string): SchemeProblem[] {
  const last = bands[bands.length - 1];
  const isOpen = last?.from === undefined && last?.upTo === undefined && last?.top === undefined;
  return isOpen ? [] : [{ path: `${path}[${bands.length - 1}]`, code: 'last-band-open' }];
}

/** What is wrong with a single bound: the side it is on, and whether the criterion can come to it at all. */
export function checkStart(criterion: Criterion, band: BandStart, path: string): SchemeProblem[] {
  const side = sideOf(criterion);
  if (band[side === 'from' ? 'upTo' : 'from'] !== undefined)
    return [{ path, code: 'band-start-wrong-way', detail: side }];
  return checkWithin(criterion, band[side], path, 'band-out-of-range');
}

/** A problem where a bound lies outside what the criterion's numbers can be. */
export function checkWithin(
  criterion: Criterion,
  bound: number | undefined,
  path: string,
  code: 'band-out-of-range' | 'condition-never-holds',
): SchemeProblem[] {
  if (bound === undefined) return [];
  if (isInMonths(criterion) && (bound < 0 || bound > MOST_MONTHS)) {
    return [{ path, code: 'months-out-of-range', detail: String(MOST_MONTHS) }];
  }
  const { least, most } = rangeOf(criterion);
  return bound < least || bound > most ? [{ path, code, detail: rangeText(criterion) }] : [];
}

/** Whether numbers of the criterion are months. */
export function isInMonths({ type }: Criterion): boolean {
  return type === 'date' || type === 'months';
}

/** The range of a criterion in signs that are read in every language: `0 … 1`, `≥ 0`. */
export function rangeText(criterion: Criterion): string {
  const { least, most } = rangeOf(criterion);
  if (least === -Number.MAX_VALUE) return `≤ ${most}`;
  return most === Number.MAX_VALUE ? `≥ ${least}` : `${least} … ${most}`;
}

/** A number that stands out of order, and the one beside it that it collides with. */
export interface OutOfOrder {
  readonly index: number;
  readonly own: number;
  readonly other: number;
}

/**
 * Which number rises (`strictly`: does not fall) where all should fall; undefined when none does. Of the two that collide it
 * is the one without which all others are in order, else the later. What is undefined is passed over.
 */
export function outOfOrder(
  numbers: readonly (number | undefined)[],
  how: 'strictly' | 'loosely' = 'loosely',
): OutOfOrder | undefined {
  const given = numbers.flatMap((number, index) => (number === undefined ? [] : [{ number, index }]));
  const isFine = (number: number, next: number): boolean => number > next || (how === 'loosely' && number === next);
  const areFine = (list: typeof given): boolean =>
    list.every(({ number }, at) => at === 0 || isFine(list[at - 1]?.number ?? number, number));
  const later = given.findIndex(({ number }, at) => at > 0 && !isFine(given[at - 1]?.number ?? number, number));
  const [before, after] = [given[later - 1], given[later]];
  if (before === undefined || after === undefined) return undefined;
  const without = (item: typeof before): boolean => areFine(given.filter((other) => other !== item));
  return !without(after) && without(before)
    ? { index: before.index, own: before.number, other: after.number }
    : { index: after.index, own: after.number, other: before.number };
}

function sideOf({ direction }: Criterion): 'from' | 'upTo' {
  return direction === 'lower-is-better' ? 'upTo' : 'from';
}
