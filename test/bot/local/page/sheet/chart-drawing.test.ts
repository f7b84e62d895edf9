import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawChart } from '../../../../../bot/local/page/sheet/chart-drawing.ts';
import type { ChartBars } from '../../../../../bot/local/sheet-protocol.ts';

const FRAME = { title: 'Customers by tier', width: 600, height: 371 };

describe('a chart of bars', () => {
  test('has each label under its bar and the number above it, the tallest bar for the largest number', () => {
    const { bars, samples, words } = draw(barsOf(['A', 'B', 'C'], [2, 8, 4]));
    expect(samples).toEqual([]);
    const [a, b, c] = bars;
    expect((c?.height ?? 0) / (a?.height ?? 1)).toBeCloseTo(2);
    expect((b?.height ?? 0) / (a?.height ?? 1)).toBeCloseTo(4);
    for (const [place, bar] of bars.entries()) {
      const middle = bar.x + bar.width / 2;
      const label = words.filter(({ kind }) => kind === 'label')[place];
      const number = words.filter(({ kind }) => kind === 'number')[place];
      expect(label?.x).toBeCloseTo(middle);
      expect(number?.x).toBeCloseTo(middle);
      expect(number?.y).toBeLessThan(bar.y);
      expect(label?.y).toBeGreaterThan(bar.y + bar.height);
    }
  });

  test('lets numbers below zero hang from the line of zero', () => {
    const { bars, lines, words } = draw(barsOf(['A', 'B'], [5, -5]));
    const zero = lines.find(({ isZero }) => isZero)?.y1 ?? 0;
    expect(bars.map(({ height, y }) => [Math.round(y - zero), Math.round(height)])).toEqual([
      [-(bars[0]?.height ?? 0), bars[0]?.height ?? 0].map(Math.round),
      [0, Math.round(bars[0]?.height ?? 0)],
    ]);
    const below = words.findLast(({ kind }) => kind === 'number');
    expect(below?.shown).toBe('-5');
    expect(below?.y).toBeGreaterThan(zero + (bars[1]?.height ?? 0));
  });

  test('has an axis also where all numbers are zero, or where there are none', () => {
    for (const bars of [barsOf(['A', 'B'], [0, 0]), barsOf(['A'], [null]), barsOf([], [])]) {
      const { lines, words } = draw(bars);
      expect(words.filter(({ kind }) => kind === 'tick').map(({ shown }) => shown)).toEqual(['0', '1']);
      expect(lines.map(({ isZero }) => isZero)).toEqual([true, false]);
    }
    expect(draw(barsOf(['A', 'B'], [0, 0])).words.filter(({ shown }) => shown === '0')).toHaveLength(3);
    expect(draw(barsOf(['A', 'B'], [null, 3])).bars).toHaveLength(1);
  });

  test('marks whole numbers by whole ones', () => {
    const { words } = draw(barsOf(['A', 'B'], [1, 2]));
    expect(words.filter(({ kind }) => kind === 'tick').map(({ shown }) => shown)).toEqual(['0', '1', '2']);
  });

  test('cuts long labels and keeps the whole of them, in Chinese too', () => {
    const labels = [
      'Customers of the northern region in the last quarter',
      '非常重要的战略合作伙伴客户群体与其他客户',
      'C',
      'D',
    ];
    for (const direction of ['up', 'right'] as const) {
      const { words } = draw({ ...barsOf(labels, [1, 2, 3, 4]), direction });
      const drawn = words.filter(({ kind }) => kind === 'label');
      expect(drawn.map(({ whole }) => whole)).toEqual([labels[0], labels[1], null, null]);
      expect(drawn[0]?.shown).toMatch(/^Customers of.*…$/);
      expect(drawn[1]?.shown).toMatch(/^非常重要.*…$/);
    }
  });

  test('has room for the labels and numbers of 20 tiers', () => {
    const labels = Array.from({ length: 20 }, (_, at) => `Tier ${at + 1}`);
    const numbers = labels.map((_, at) => at * 1111);
    const { words } = draw(barsOf(labels, numbers));
    const shown = (wanted: string) => words.filter(({ kind }) => kind === wanted).map((each) => each.shown);
    expect(shown('label')).toEqual(labels);
    expect(shown('number')).toEqual(numbers.map(String));
    expect(words.filter(({ kind, turn }) => kind === 'number' && turn === 0)).toEqual([]);
  });

  test('names several series beside a sample of each, and stacks them where they are to be stacked', () => {
    const bars = barsOf(['A'], [3], [2]);
    const beside = draw(bars);
    expect(beside.words.filter(({ kind }) => kind === 'name').map(({ shown }) => shown)).toEqual([
      'Series 1',
      'Series 2',
    ]);
    expect(beside.samples.map(({ series }) => series)).toEqual([0, 1]);
    expect(beside.bars[1]?.x).toBeCloseTo((beside.bars[0]?.x ?? 0) + (beside.bars[0]?.width ?? 0));
    const [lower, upper] = draw({ ...bars, isStacked: true }).bars;
    expect(upper?.x).toBe(lower?.x);
    expect((upper?.y ?? 0) + (upper?.height ?? 0)).toBeCloseTo(lower?.y ?? 0);
  });

  test('keeps all bars in its frame, whatever the numbers', () => {
    const number = fc.option(
      fc.oneof(fc.integer({ min: -1e6, max: 1e6 }), fc.double({ noNaN: true, noDefaultInfinity: true })),
    );
    const drawn = fc.record({
      points: fc.array(fc.tuple(number, number), { maxLength: 40 }),
      direction: fc.constantFrom('up' as const, 'right' as const),
      isStacked: fc.boolean(),
    });
    fc.assert(
      fc.property(drawn, ({ direction, isStacked, points }) => {
        const labels = points.map((_, at) => `Customer ${at}`);
        const series = [points.map(([one]) => one), points.map(([, other]) => other)];
        const { bars } = draw({ ...barsOf(labels, ...series), direction, isStacked });
        expect(bars).toHaveLength(series.flat().filter((one) => one !== null).length);
        for (const { height, width, x, y } of bars) {
          expect(Math.min(x, y, width, height)).toBeGreaterThanOrEqual(0);
          expect(x + width).toBeLessThanOrEqual(FRAME.width);
          expect(y + height).toBeLessThanOrEqual(FRAME.height);
        }
      }),
    );
  });
});

function draw(bars: ChartBars) {
  return drawChart(FRAME, bars, String);
}

function barsOf(labels: readonly string[], ...series: (readonly (number | null)[])[]): ChartBars {
  return {
    direction: 'up',
    isStacked: false,
    heading: 'Tier',
    labels,
    series: series.map((numbers, at) => ({
      name: `Series ${at + 1}`,
      points: numbers.map((number) => (number === null ? null : { number, text: String(number) })),
    })),
  };
}
