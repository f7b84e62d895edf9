import { describe, expect, test } from 'vitest';
import { viewOf } from '../../../../bot/local/sheet/sheet-view.ts';
import type { PageChart } from '../../../../bot/local/sheet-protocol.ts';
import { addChart } from '../../../../bot/local/sheets-api/requests/chart-requests.ts';
import { createCalculator } from '../../../../bot/local/workbook/calculate.ts';
import { hideLines, insertLines } from '../../../../bot/local/workbook/change-lines.ts';
import { Workbook } from '../../../../bot/local/workbook/workbook.ts';
import type { Chart } from '../../../../bot/local/workbook/workbook-parts.ts';
import { enterValues } from '../../../../bot/local/workbook/write-cells.ts';

test.each([
  ['de_DE', '12,5', '98,5%', '31.12.2026', '1.234,5 €'],
  ['en_US', '12.5', '98.5%', '12/31/2026', '$1,234.5'],
  ['zh_CN', '12.5', '98.5%', '2026/12/31', '¥1,234.5'],
])('in %s what one edits in a cell, typed again, is the same value', (locale, ...texts) => {
  const owner = 'anna@example.com';
  const workbook = new Workbook({ id: 'w', title: 'Customers', locale, timeZone: 'UTC', owner });
  const block = { sheetId: 0, startRow: 0, endRow: 1, startColumn: 0, endColumn: texts.length };
  enterValues(workbook, block, [texts]);
  const sheet = workbook.sheet(0);
  const before = sheet.grid.read('values', block);
  expect(before[0]?.every((value) => typeof value === 'number')).toBe(true);
  const surroundings = { revision: 1, canUndo: false, canRedo: false, notice: null };
  const { rows } = viewOf(workbook, sheet, { from: 0, to: 1 }, surroundings);
  const entries = texts.map((_, column) => rows[0]?.[column]?.entry ?? '');
  expect(entries[0]).toBe(texts[0]);
  enterValues(workbook, block, [entries]);
  expect(sheet.grid.read('values', block)).toEqual(before);
});

describe('of the charts on a sheet the page is told', () => {
  const TIERS = [
    ['Tier', 'Customers', 'Share'],
    ['A', '3', '25%'],
    ['B', '=B2*3', '75%'],
  ];

  test('where they hang, how large they are and what their cells show', () => {
    const workbook = workbookOf(TIERS);
    put(workbook, { title: 'By tier', position: { row: 1, column: 4, offsetX: 5, offsetY: 7 } });
    expect(chartsOf(workbook)).toEqual([
      {
        id: 1,
        title: 'By tier',
        row: 1,
        column: 4,
        offsetX: 5,
        offsetY: 7,
        width: 600,
        height: 371,
        bars: {
          direction: 'up',
          isStacked: false,
          heading: 'Tier',
          labels: ['A', 'B'],
          series: [
            {
              name: 'Customers',
              points: [
                { number: 3, text: '3' },
                { number: 9, text: '9' },
              ],
            },
            {
              name: 'Share',
              points: [
                { number: 0.25, text: '25%' },
                { number: 0.75, text: '75%' },
              ],
            },
          ],
        },
      },
    ]);
  });

  test('what cells say after they have changed, and have moved', () => {
    const workbook = workbookOf(TIERS);
    put(workbook, {});
    enterValues(workbook, { sheetId: 0, startRow: 1, endRow: 2, startColumn: 0, endColumn: 2 }, [['S', '4']]);
    expect(numbersOf(workbook)).toEqual({ S: 4, B: 12 });
    insertLines(workbook, 0, 'row', 0, 2);
    expect(numbersOf(workbook)).toEqual({ S: 4, B: 12 });
    expect(chartsOf(workbook)[0]).toMatchObject({ row: 2, column: 0 });
  });

  test('the numbers of a sheet that is not in front', () => {
    const workbook = workbookOf(TIERS);
    const other = workbook.addSheet({ title: 'Chart' });
    put(workbook, {});
    [other.charts, workbook.sheet(0).charts] = [workbook.sheet(0).charts, []];
    expect(numbersOf(workbook, other.id)).toEqual({ A: 3, B: 9 });
    expect(chartsOf(workbook)).toEqual([]);
  });

  test('no number where a cell has an error, a text or nothing; empty rows at the end are none', () => {
    const workbook = workbookOf([
      ['Tier', 'Customers'],
      ['A', '=1/0'],
      ['B', 'many'],
      ['C', ''],
      ['D', '-2'],
      ['E', 'TRUE'],
      ['', ''],
    ]);
    put(workbook, { ranges: [{ sheetId: 0, startRow: 0, endRow: 1000, startColumn: 0, endColumn: 2 }] });
    expect(numbersOf(workbook)).toEqual({ A: null, B: null, C: null, D: -2, E: null });
  });

  test('nothing of hidden rows and columns, unless the chart is to show them', () => {
    const workbook = workbookOf(TIERS);
    put(workbook, {});
    put(workbook, { options: { hiddenDimensionStrategy: 'SHOW_BOTH' } });
    hideLines(workbook, 0, 'row', 1, 1, true);
    hideLines(workbook, 0, 'column', 1, 1, true);
    const [usual, whole] = chartsOf(workbook).map(({ bars }) => bars);
    expect(usual).toMatchObject({ labels: ['B'], series: [{ name: 'Share' }] });
    expect(whole).toMatchObject({ labels: ['A', 'B'], series: [{ name: 'Customers' }, { name: 'Share' }] });
  });

  test.each<[string, Partial<Chart>]>([
    ['pie', { type: 'PIE' }],
    ['line', { type: 'LINE' }],
    ['of shares that are stacked', { options: { isStacked: 'percent' } }],
    ['of rows', { options: { mergeStrategy: 'MERGE_ROWS' } }],
  ])('of one that is %s nothing but its title and frame', (_, how) => {
    const workbook = workbookOf(TIERS);
    put(workbook, { ...how, title: 'Other' });
    expect(chartsOf(workbook)).toMatchObject([{ title: 'Other', width: 600, height: 371, bars: null }]);
  });

  test('that one of more labels than a screen has room for is not drawn', () => {
    const rows = Array.from({ length: 301 }, (_, row) => [`Customer ${row}`, '1']);
    const ranges = [{ sheetId: 0, startRow: 0, endRow: 301, startColumn: 0, endColumn: 2 }];
    const workbook = workbookOf(rows);
    put(workbook, { ranges, headers: 1 });
    put(workbook, { ranges, headers: 0 });
    expect(chartsOf(workbook).map(({ bars }) => bars?.labels.length)).toEqual([300, undefined]);
  });

  test('size, colours and kind of one that came over the API', () => {
    const workbook = workbookOf(TIERS);
    const source = (column: number) => ({
      sourceRange: {
        sources: [
          { sheetId: 0, startRowIndex: 0, endRowIndex: 3, startColumnIndex: column, endColumnIndex: column + 1 },
        ],
      },
    });
    addChart(
      { workbook, user: OWNER },
      {
        chart: {
          spec: {
            title: 'Stacked',
            basicChart: {
              chartType: 'BAR',
              stackedType: 'STACKED',
              headerCount: 1,
              domains: [{ domain: source(0) }],
              series: [
                { series: source(1), targetAxis: 'BOTTOM_AXIS', colorStyle: { rgbColor: { red: 1, green: 0.5 } } },
                { series: source(2), targetAxis: 'BOTTOM_AXIS' },
              ],
            },
          },
          position: {
            overlayPosition: { anchorCell: { sheetId: 0, rowIndex: 2 }, widthPixels: 480, heightPixels: 300 },
          },
        },
      },
    );
    expect(chartsOf(workbook)).toMatchObject([
      {
        row: 2,
        column: 0,
        width: 480,
        height: 300,
        bars: {
          direction: 'right',
          isStacked: true,
          labels: ['A', 'B'],
          series: [{ name: 'Customers', colour: 'rgb(255 128 0)' }, { name: 'Share' }],
        },
      },
    ]);
  });
});

const OWNER = 'anna@example.com';

function workbookOf(rows: readonly (readonly string[])[]): Workbook {
  const workbook = new Workbook({ id: 'w', title: 'Customers', locale: 'en_US', timeZone: 'UTC', owner: OWNER });
  const block = { sheetId: 0, startRow: 0, endRow: rows.length, startColumn: 0, endColumn: rows[0]?.length ?? 0 };
  workbook.calculateWith(createCalculator());
  enterValues(workbook, block, rows);
  return workbook;
}

/** Puts a column chart of `A1:C3` with one row of headings on the first sheet. */
function put(workbook: Workbook, how: Partial<Chart>): void {
  const sheet = workbook.sheet(0);
  const chart: Chart = {
    id: sheet.charts.length + 1,
    type: 'COLUMN',
    ranges: [{ sheetId: 0, startRow: 0, endRow: 3, startColumn: 0, endColumn: 3 }],
    title: '',
    headers: 1,
    position: { row: 0, column: 0, offsetX: 0, offsetY: 0 },
    options: {},
    ...how,
  };
  sheet.charts = [...sheet.charts, chart];
  workbook.touch();
}

function chartsOf(workbook: Workbook, sheetId = 0): readonly PageChart[] {
  const surroundings = { revision: 1, canUndo: false, canRedo: false, notice: null };
  return viewOf(workbook, workbook.sheet(sheetId), { from: 0, to: 1 }, surroundings).charts;
}

/** The first chart's first numbers by label. */
function numbersOf(workbook: Workbook, sheetId = 0): Record<string, number | null> {
  const bars = chartsOf(workbook, sheetId)[0]?.bars;
  const points = bars?.series[0]?.points ?? [];
  return Object.fromEntries(bars?.labels.map((label, at) => [label, points[at]?.number ?? null]) ?? []);
}
