import type { ChartBars } from '../../sheet-protocol.ts';

/** From the lowest to the highest number of a chart's axis, zero within, and the numbers that are marked on it. */
export interface ChartScale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** About so many steps lie between the ends. */
const STEPS = 5;

/** Below it, and above its inverse, steps would be no numbers any more. */
const LEAST_REACH = 1e-300;

/** The axis on which all bars of a chart fit; from 0 to 1 where all of them are nothing, or beyond what can be reckoned. */
export function chartScale({ isStacked, labels, series }: ChartBars): ChartScale {
  const ends = labels.flatMap((_, place) => {
    const numbers = series.map(({ points }) => points[place]?.number ?? 0);
    if (!isStacked) return numbers;
    return [sum(numbers.filter((number) => number > 0)), sum(numbers.filter((number) => number < 0))];
  });
  // not spread into a call: there may be many
  const lowest = ends.reduce((least, each) => Math.min(least, each), 0);
  const highest = ends.reduce((most, each) => Math.max(most, each), 0);
  const reach = highest - lowest;
  if (reach < LEAST_REACH || reach > 1 / LEAST_REACH) return { low: 0, high: 1, ticks: [0, 1] };
  const isWhole = series.every(({ points }) => points.every((point) => Number.isInteger(point?.number ?? 0)));
  const step = Math.max(roundStep(reach / STEPS), isWhole ? 1 : 0);
  const [first, last] = [Math.floor(lowest / step), Math.ceil(highest / step)];
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
  return { low: first * step, high: last * step, ticks };
}

/** How far along an axis a number is, from 0 to 1. */
export function shareOn({ high, low }: ChartScale, value: number): number {
  return Math.max(0, Math.min(1, (value - low) / (high - low)));
}

/** 1, 2 or 5 times a power of ten, not less than a number above 0. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5].find((times) => times * power >= least) ?? 10);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
