import type { ChartBars, PageChart } from '../../sheet-protocol.ts';
import { type ChartScale, chartScale, shareOn } from './chart-scale.ts';
import { cutText, textWidth } from './cut-text.ts';

/** A chart as lines, bars and words, in pixels from its upper left corner. */
export interface ChartDrawing {
  /** Across the bars, at each number that is marked; the one at zero is the line on which they stand. */
  readonly lines: readonly (Segment & { readonly isZero: boolean })[];
  readonly bars: readonly DrawnBar[];
  readonly words: readonly DrawnWords[];
  /** The small squares that say which series has which looks; none where there is only one. */
  readonly samples: readonly { readonly x: number; readonly y: number; readonly series: number }[];
}

interface Segment {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** One bar. */
export interface DrawnBar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly series: number;
  /** What one is told when pointing at it. */
  readonly told: string;
}

/** Words of a chart. */
export interface DrawnWords {
  readonly kind: 'title' | 'label' | 'number' | 'tick' | 'heading' | 'name';
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Degrees, clockwise. */
  readonly turn: 0 | -45 | -90;
  readonly shown: string;
  /** All of it, where it is cut. */
  readonly whole: string | null;
}

/** The side of a sample in the legend. */
export const SAMPLE = 12;

const EDGE = 14;
const TITLE_FONT = 16;
const FONT = 12;
const LINE = 18;
/** The share of its place that a bar, or a group of them, takes. */
const FILLED = 0.68;
/** From so many pixels for each bar on, labels stand upright, cut if need be. */
const UPRIGHT_FROM = 56;
const LONGEST_SLANTED = 90;
const LONGEST_NUMBER = 80;

/** Where everything of a chart of bars stands. `numberText` writes a number of its axis, which goes as far as `most` from zero. */
export function drawChart(
  { height, title, width }: Pick<PageChart, 'title' | 'width' | 'height'>,
  bars: ChartBars,
  numberText: (value: number, most: number) => string,
): ChartDrawing {
  const scale = chartScale(bars);
  const most = Math.max(scale.high, -scale.low);
  const ticks = scale.ticks.map((value) => ({ value, text: numberText(value, most) }));
  const underTitle = title === '' ? EDGE : EDGE + TITLE_FONT + 12;
  const { samples, words: legend } = legendOf(bars, width, underTitle);
  const top = underTitle + (samples.length > 0 ? LINE + 4 : 0);
  const name = bars.series.length === 1 ? (bars.series[0]?.name ?? '') : '';
  const isUp = bars.direction === 'up';
  const [below, beside] = isUp ? [bars.heading, name] : [name, bars.heading];
  const frame = { top, width, height, left: EDGE + (beside === '' ? 0 : LINE), bottom: below === '' ? 6 : LINE + 8 };
  const drawn = (isUp ? drawUp : drawRight)(frame, bars, scale, ticks);
  const middle = (drawn.plot.left + drawn.plot.right) / 2;
  const headings: DrawnWords[] = [
    ...(title === '' ? [] : [words('title', EDGE, EDGE + TITLE_FONT, title, { room: width - 2 * EDGE })]),
    ...(below === '' ? [] : [words('heading', middle, height - 10, below, { anchor: 'middle', room: width / 2 })]),
  ];
  if (beside !== '') {
    const centre = (drawn.plot.top + drawn.plot.bottom) / 2;
    const room = drawn.plot.bottom - drawn.plot.top;
    headings.push(words('heading', EDGE + 8, centre, beside, { anchor: 'middle', turn: -90, room }));
  }
  return { ...drawn, samples, words: [...headings, ...legend, ...drawn.words] };
}

interface Frame {
  readonly width: number;
  readonly height: number;
  /** What the title, the legend and the headings of the axes leave. */
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
}

interface Tick {
  readonly value: number;
  readonly text: string;
}

type Drawn = Pick<ChartDrawing, 'lines' | 'bars' | 'words'> & {
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
};

function drawUp(frame: Frame, bars: ChartBars, scale: ChartScale, ticks: readonly Tick[]): Drawn {
  const left = frame.left + widest(ticks.map(({ text }) => text)) + 8;
  const right = Math.max(left + 20, frame.width - EDGE);
  const slot = (right - left) / Math.max(1, bars.labels.length);
  const room = barRoom(bars, slot);
  const numbers = widest(textsOf(bars));
  const isTurned = !bars.isStacked && numbers > room;
  const isSlanted = slot < UPRIGHT_FROM && widest(bars.labels) > slot - 4;
  const slanted = Math.min(LONGEST_SLANTED, widest(bars.labels)) * Math.SQRT1_2 + 14;
  const top = frame.top + (isTurned ? Math.min(numbers, LONGEST_NUMBER) + 6 : 16);
  const bottom = Math.max(top + 20, frame.height - frame.bottom - (isSlanted ? slanted : LINE + 4) - belowZero());
  const yOf = (value: number) => bottom - shareOn(scale, value) * (bottom - top);

  const drawn = eachBar(bars, slot).map(({ base, end, from, thick, ...bar }) => {
    const [high, low] = [yOf(Math.max(base, end)), yOf(Math.min(base, end))];
    return { ...bar, end, x: left + from, y: high, width: thick, height: low - high };
  });
  const written: DrawnWords[] = drawn.flatMap((bar) => {
    if (bars.isStacked) return numberWithin(bar);
    const { end, height, text, width, x, y } = bar;
    const centre = x + width / 2;
    const isBelow = end < 0;
    if (!isTurned) return [words('number', centre, isBelow ? y + height + 13 : y - 4, text, { anchor: 'middle' })];
    if (room < 10) return [];
    const at = isBelow ? y + height + 4 : y - 4;
    return [
      words('number', centre + 4, at, text, { anchor: isBelow ? 'end' : 'start', turn: -90, room: LONGEST_NUMBER }),
    ];
  });
  const every = isSlanted ? Math.ceil(16 / slot) : 1;
  const under = bottom + belowZero();
  for (const [place, label] of bars.labels.entries()) {
    if (place % every !== 0) continue;
    const centre = left + slot * (place + 0.5);
    written.push(
      isSlanted
        ? words('label', centre + 5, under + 14, label, { anchor: 'end', turn: -45, room: LONGEST_SLANTED })
        : words('label', centre, under + 17, label, { anchor: 'middle', room: slot - 4 }),
    );
  }
  for (const { text, value } of ticks) written.push(words('tick', left - 8, yOf(value) + 4, text, { anchor: 'end' }));
  const lines = ticks.map(({ value }) => ({
    x1: left,
    x2: right,
    y1: yOf(value),
    y2: yOf(value),
    isZero: value === 0,
  }));
  return { lines, bars: drawn.map(onlyBar), words: written, plot: { left, right, top, bottom } };

  /** The numbers of bars that hang down stand between them and the labels. */
  function belowZero(): number {
    if (scale.low >= 0 || bars.isStacked) return 0;
    return isTurned ? Math.min(numbers, LONGEST_NUMBER) + 6 : 16;
  }
}

function drawRight(frame: Frame, bars: ChartBars, scale: ChartScale, ticks: readonly Tick[]): Drawn {
  const labelRoom = Math.min(frame.width * 0.3, widest(bars.labels));
  const numbers = bars.isStacked ? 0 : Math.min(LONGEST_NUMBER, widest(textsOf(bars))) + 6;
  const left = frame.left + labelRoom + 8 + (scale.low < 0 ? numbers : 0);
  const right = Math.max(left + 20, frame.width - EDGE - numbers);
  const top = frame.top + 4;
  const bottom = Math.max(top + 20, frame.height - frame.bottom - LINE - 4);
  const slot = (bottom - top) / Math.max(1, bars.labels.length);
  const xOf = (value: number) => left + shareOn(scale, value) * (right - left);

  const drawn = eachBar(bars, slot).map(({ base, end, from, thick, ...bar }) => {
    const [low, high] = [xOf(Math.min(base, end)), xOf(Math.max(base, end))];
    return { ...bar, end, x: low, y: top + from, width: high - low, height: thick };
  });
  const written: DrawnWords[] = drawn.flatMap((bar) => {
    if (bars.isStacked) return numberWithin(bar);
    const { end, height, text, width, x, y } = bar;
    const middle = y + height / 2 + 4;
    if (height < 9) return [];
    return end < 0
      ? [words('number', x - 4, middle, text, { anchor: 'end', room: LONGEST_NUMBER })]
      : [words('number', x + width + 4, middle, text, { room: LONGEST_NUMBER })];
  });
  const every = Math.ceil(14 / slot);
  const before = frame.left + labelRoom;
  for (const [place, label] of bars.labels.entries()) {
    if (place % every !== 0) continue;
    written.push(words('label', before, top + slot * (place + 0.5) + 4, label, { anchor: 'end', room: labelRoom }));
  }
  for (const { text, value } of ticks)
    written.push(words('tick', xOf(value), bottom + LINE - 2, text, { anchor: 'middle' }));
  const lines = ticks.map(({ value }) => ({
    x1: xOf(value),
    x2: xOf(value),
    y1: top,
    y2: bottom,
    isZero: value === 0,
  }));
  return { lines, bars: drawn.map(onlyBar), words: written, plot: { left, right, top, bottom } };
}

/** Every number's bar: from where to where on the axis of numbers, and on the other one. */
function eachBar(bars: ChartBars, slot: number) {
  const { isStacked, labels, series } = bars;
  const thick = isStacked ? slot * FILLED : (slot * FILLED) / Math.max(1, series.length);
  return labels.flatMap((label, place) => {
    const reached = { up: 0, down: 0 };
    return series.flatMap(({ name, points }, at) => {
      const point = points[place] ?? null;
      if (point === null) return [];
      const { number, text } = point;
      const side = number < 0 ? 'down' : 'up';
      const base = isStacked ? reached[side] : 0;
      reached[side] += number;
      const from = slot * place + (slot * (1 - FILLED)) / 2 + (isStacked ? 0 : thick * at);
      const told = [label, series.length > 1 ? name : '', text].filter(Boolean).join(' · ');
      return [{ series: at, told, text, base, end: base + number, from, thick }];
    });
  });
}

/** The number of a stacked bar, in the middle of it; none where it has no room there. */
function numberWithin({ height, text, width, x, y }: Omit<DrawnBar, 'told'> & { readonly text: string }): DrawnWords[] {
  const fits = height >= 13 && textWidth(text, FONT) <= width;
  return fits ? [words('number', x + width / 2, y + height / 2 + 4, text, { anchor: 'middle' })] : [];
}

function onlyBar({ height, series, told, width, x, y }: DrawnBar): DrawnBar {
  return { x, y, width, height, series, told };
}

/** How wide the number over a bar may be without reaching into the next one. */
function barRoom({ isStacked, series }: ChartBars, slot: number): number {
  return isStacked || series.length < 2 ? slot - 2 : (slot * FILLED) / series.length;
}

function textsOf({ series }: ChartBars): string[] {
  return series.flatMap(({ points }) => points.map((point) => point?.text ?? ''));
}

function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, textWidth(text, FONT)), 0);
}

function legendOf({ series }: ChartBars, width: number, top: number): Pick<ChartDrawing, 'samples' | 'words'> {
  if (series.length < 2) return { samples: [], words: [] };
  const most = (width - 2 * EDGE) / series.length - SAMPLE - 18;
  let x = EDGE;
  const entries = series.map(({ name }, at) => {
    const shown = words('name', x + SAMPLE + 6, top + SAMPLE - 1, name, { room: most });
    const sample = { x, y: top, series: at };
    x = shown.x + textWidth(shown.shown, FONT) + 12;
    return { shown, sample };
  });
  return { samples: entries.map(({ sample }) => sample), words: entries.map(({ shown }) => shown) };
}

function words(
  kind: DrawnWords['kind'],
  x: number,
  y: number,
  text: string,
  how: Partial<Pick<DrawnWords, 'anchor' | 'turn'>> & { readonly room?: number } = {},
): DrawnWords {
  const { anchor = 'start', room = Number.POSITIVE_INFINITY, turn = 0 } = how;
  const shown = cutText(text, room, kind === 'title' ? TITLE_FONT : FONT);
  return { kind, x, y, anchor, turn, shown, whole: shown === text ? null : text };
}
