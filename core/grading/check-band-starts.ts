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
  const shares = inner.map((band) => -(band.top ?? 0));
  const isOrdered = isRelative
    ? isDescending(shares, 'strictly') && isDescending(startsBestFirst(criterion, inner))
    : isDescending(startsBestFirst(criterion, inner), 'strictly');
  return isOrdered ? [] : [{ path, code: 'bands-not-ordered' }];
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

/** The absolute starts of bands on the side that the criterion's direction asks for, better ones higher. */
export function startsBestFirst(criterion: Criterion, bands: readonly BandStart[]): number[] {
  const side = sideOf(criterion);
  const starts = bands.map((band) => band[side]).filter((start) => start !== undefined);
  return side === 'from' ? starts : starts.map((start) => -start);
}

/** Whether the numbers never rise; `strictly`: always fall. */
export function isDescending(numbers: readonly number[], how: 'strictly' | 'loosely' = 'loosely'): boolean {
  return numbers.every((number, index) => {
    const before = numbers[index - 1];
    return before === undefined || before > number || (how === 'loosely' && before === number);
  });
}

function sideOf({ direction }: Criterion): 'from' | 'upTo' {
  return direction === 'lower-is-better' ? 'upTo' : 'from';
}
