import type { FactValue } from '../../core/customer.ts';
import type { Criterion } from '../../core/grading/scheme.ts';
import type { Method } from '../../core/grading/scheme-methods.ts';
import { type Context, NUMBERS_ONLY, type Places } from './interpret-value.ts';

export function bandPlaces(method: Extract<Method, { kind: 'bands' | 'quantiles' }>): Places {
  if (method.kind === 'quantiles') return NUMBERS_ONLY;
  return {
    numbers: method.bands !== undefined,
    levels: method.levels !== undefined,
    answers: method.answers !== undefined,
    words: method.labels === undefined ? 'none' : Object.keys(method.labels),
  };
}

export function isRelative(method: Extract<Method, { kind: 'bands' | 'quantiles' }>): boolean {
  return method.kind === 'quantiles' || method.bands?.some(({ top }) => top !== undefined) === true;
}

export function wordOutcome(method: Extract<Method, { kind: 'bands' | 'quantiles' }>, word: FactValue): string | null {
  if (method.kind === 'quantiles') return null;
  if (typeof word === 'boolean') return method.answers?.[word ? 'yes' : 'no'] ?? null;
  const byWord = { ...method.labels, ...method.levels };
  return Object.entries(byWord).find(([name]) => name === word)?.[1] ?? null;
}

export function bandOutcome(
  context: Context,
  criterion: Criterion,
  method: Extract<Method, { kind: 'bands' | 'quantiles' }>,
  value: number,
): string | null {
  const bands: readonly {
    outcome: string;
    from?: number | undefined;
    upTo?: number | undefined;
    top?: number | undefined;
  }[] =
    method.kind === 'bands'
      ? (method.bands ?? [])
      : method.shares.map((share, index) => {
          const top = method.shares.slice(0, index + 1).reduce((sum, one) => sum + one.share, 0);
          return index === method.shares.length - 1 ? { outcome: share.outcome } : { ...share, top };
        });
  const ties = method.kind === 'quantiles' ? (method.ties ?? 'better') : 'better';
  return bands.find((band) => isInBand(context, criterion, band, value, ties))?.outcome ?? null;
}

export function isInBand(
  context: Context,
  criterion: Criterion,
  band: { readonly from?: number | undefined; readonly upTo?: number | undefined; readonly top?: number | undefined },
  value: number,
  ties: 'better' | 'worse' = 'better',
): boolean {
  if (band.from !== undefined && value < band.from) return false;
  if (band.upTo !== undefined && value > band.upTo) return false;
  return band.top === undefined || isAmongBest(context, criterion, value, band.top, ties);
}

/** Whether the value is as good as that of somebody who is in the share. */
function isAmongBest(
  context: Context,
  criterion: Criterion,
  value: number,
  share: number,
  ties: 'better' | 'worse',
): boolean {
  const isAsGood = (a: number, b: number): boolean => (criterion.direction === 'lower-is-better' ? a <= b : a >= b);
  const numbers = context.numbersOf(criterion);
  const places = Math.max(1, Math.ceil(share * numbers.length - 1e-9));
  return numbers.some((other) => {
    if (!isAsGood(value, other)) return false;
    const better = numbers.filter((one) => one !== other && isAsGood(one, other)).length;
    const asGood = numbers.filter((one) => isAsGood(one, other)).length;
    return ties === 'better' ? better < places : asGood <= places;
  });
}
