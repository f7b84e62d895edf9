import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barChartText } from '../../../core/text/bar-chart-text.ts';
import { inColumns, textWidth } from '../../../core/text/text-width.ts';

const CHART = {
  series: [
    { name: '上一工作日', data: [point('等级 A', 12), point('等级 B', 40)] },
    { name: '今天', data: [point('等级 A', 9), point('等级 B', 0)] },
  ],
};

describe('a chart in lines of text', () => {
  test('stands with its labels and numbers beside the bars, wide characters counted as two, and what is what above', () => {
    expect(barChartText(CHART, { columns: 8 })).toEqual([
      '░ 上一工作日   █ 今天',
      '等级 A  ░░ 12',
      '        ██ 9',
      '等级 B  ░░░░░░░░ 40',
      '        0',
    ]);
    expect(barChartText(CHART, { columns: 8, isAscii: true }).slice(0, 3)).toEqual([
      '- 上一工作日   # 今天',
      '等级 A  -- 12',
      '        ## 9',
    ]);
  });

  test('names each bar of three series and more', () => {
    const series = ['a', 'bb', 'c'].map((name, at) => ({ name, data: [point('Tier A', 4 * at)] }));
    expect(barChartText({ series }, { columns: 4 })).toEqual([
      'Tier A  a   0',
      '        bb  ██ 4',
      '        c   ████ 8',
    ]);
  });

  test('takes signs that every terminal has where that is asked for, and no name for a single series', () => {
    const one = { series: [{ name: 'now', data: [point('Tier A', 1000), point('Tier B', 1)] }] };
    expect(barChartText(one, { columns: 4, isAscii: true })).toEqual(['Tier A  #### 1,000', 'Tier B  # 1']);
  });

  test('a longer bar is never a smaller number, and none is longer than it may be', () => {
    const numbers = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(numbers, fc.boolean(), fc.integer({ min: 1, max: 40 }), (values, isAscii, columns) => {
        const data = values.map((value, at) => point(`T${at}`, value));
        const lengths = barChartText({ series: [{ name: '', data }] }, { columns, isAscii }).map(lengthOf);
        for (const [at, value] of values.entries()) {
          expect(lengths[at]).toBeLessThanOrEqual(columns);
          expect((lengths[at] ?? 0) > 0).toBe(value > 0);
          for (const [other, than] of values.entries()) {
            if (value < than) expect(lengths[at]).toBeLessThanOrEqual(lengths[other] ?? 0);
          }
        }
      }),
    );
  });

  test('of no labels there is nothing', () => {
    expect(barChartText({ series: [] })).toEqual([]);
  });
});

test('cells stand under each other, numbers at the right', () => {
  const rows = [
    ['客户', '12', 'x'],
    ['a', '3', ''],
  ];
  expect(inColumns(rows, (column) => column === 1)).toEqual(['客户  12  x', 'a      3']);
  expect(inColumns(rows).map(textWidth)).toEqual([11, 7]);
});

function point(label: string, value: number) {
  return { label, value };
}

/** In eighths, so that parts of a column count. */
function lengthOf(line: string): number {
  const drawn = /[#█▏▎▍▌▋▊▉]+/.exec(line)?.[0] ?? '';
  return Array.from(drawn).reduce(
    (sum, sign) => sum + ('#█'.includes(sign) ? 1 : ('▏▎▍▌▋▊▉'.indexOf(sign) + 1) / 8),
    0,
  );
}
