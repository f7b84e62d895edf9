import type { ChartBars, ChartPoint, PageChart } from '../sheet-protocol.ts';
import type { Message } from '../sheets-api/messages/message.ts';
import { SIZE_OPTION, SPEC_OPTION } from '../sheets-api/resources/chart-resource.ts';
import type { SheetRange } from '../workbook/grid-range.ts';
import type { Sheet } from '../workbook/sheet.ts';
import type { Workbook } from '../workbook/workbook.ts';
import type { Chart } from '../workbook/workbook-parts.ts';
import { hiddenRows } from './hidden-rows.ts';
import { shownText } from './shown-text.ts';

/** Google's own size of a chart, in pixels, unless somebody chose another (documented). */
const USUAL_WIDTH = 600;
const USUAL_HEIGHT = 371;

/** A chart of more labels than these is not drawn: its bars would be thinner than a line. */
const MOST_LABELS = 300;

/**
 * The charts on a calculated sheet, with what their cells say now.
 *
 * @param hidden the sheet's {@link hiddenRows}
 */
export function chartsOn(workbook: Workbook, sheet: Sheet, hidden: readonly boolean[]): PageChart[] {
  const known = new Map([[sheet, hidden]]);
  const hiddenOf = (one: Sheet): readonly boolean[] => {
    const rows = known.get(one) ?? hiddenRows(workbook, one);
    known.set(one, rows);
    return rows;
  };
  return sheet.charts.map((chart) => ({
    id: chart.id,
    title: chart.title,
    ...chart.position,
    ...sizeOf(chart),
    bars: barsOf(workbook, chart, hiddenOf),
  }));
}

type HiddenOf = (sheet: Sheet) => readonly boolean[];

function sizeOf({ options }: Chart): Pick<PageChart, 'width' | 'height'> {
  const said = (options[SIZE_OPTION] ?? {}) as Message<'OverlayPosition'>;
  const pixels = (...sizes: unknown[]) => sizes.find((size) => typeof size === 'number' && size > 0) as number;
  return {
    width: pixels(said.widthPixels, options['width'], USUAL_WIDTH),
    height: pixels(said.heightPixels, options['height'], USUAL_HEIGHT),
  };
}

/** One column of cells that a chart is drawn from, row by row; only those rows that the chart shows. */
interface Source {
  readonly sheet: Sheet;
  readonly column: number;
  readonly headings: readonly number[];
  readonly rows: readonly number[];
}

/** The first column has the labels, each further one is a series (assumed of charts that a script made, as in the API's twin). */
function barsOf(workbook: Workbook, chart: Chart, hiddenOf: HiddenOf): ChartBars | null {
  const { options, type } = chart;
  const isStacked = options['isStacked'] ?? false;
  const isDrawn = (type === 'COLUMN' || type === 'BAR') && typeof isStacked === 'boolean';
  // of ranges that are put below each other, or whose rows are the series, nothing is known here
  if (!isDrawn || options['mergeStrategy'] === 'MERGE_ROWS') return null;
  const [labels, ...series] = chart.ranges.flatMap((range) => sourcesOf(workbook, chart, range, hiddenOf));
  const count = Math.max(0, ...[labels, ...series].map((source) => filledRows(source)));
  if (count > MOST_LABELS) return null;
  const places = Array.from({ length: count }, (_, place) => place);
  const textAt = (source: Source | undefined, row: number | undefined) =>
    source === undefined || row === undefined ? '' : shownText(workbook, source.sheet, row, source.column);
  const nameOf = (source: Source | undefined) =>
    (source?.headings ?? [])
      .map((row) => textAt(source, row))
      .filter(Boolean)
      .join(' ');
  return {
    direction: type === 'BAR' ? 'right' : 'up',
    isStacked,
    heading: nameOf(labels),
    labels: places.map((place) => textAt(labels, labels?.rows[place])),
    series: series.map((source, at) => ({
      name: nameOf(source),
      ...colourOf(chart, at),
      points: places.map((place): ChartPoint | null => {
        const row = source.rows[place];
        const number = row === undefined ? null : source.sheet.grid.get('values', row, source.column);
        return typeof number === 'number' ? { number, text: textAt(source, row) } : null;
      }),
    })),
  };
}

/** Hidden rows and columns are left out unless somebody chose otherwise (documented). */
function sourcesOf(workbook: Workbook, chart: Chart, range: SheetRange, hiddenOf: HiddenOf): Source[] {
  const sheet = workbook.sheets.find(({ id }) => id === range.sheetId);
  if (sheet === undefined) return [];
  const strategy = chart.options['hiddenDimensionStrategy'];
  const hidden = strategy === 'SHOW_BOTH' || strategy === 'IGNORE_COLUMNS' ? [] : hiddenOf(sheet);
  const hiddenColumns = strategy === 'SHOW_BOTH' || strategy === 'IGNORE_ROWS' ? [] : sheet.hiddenColumns;
  const firstRow = range.startRow + chart.headers;
  const rows = linesOf(firstRow, Math.min(range.endRow, sheet.rowCount)).filter((row) => hidden[row] !== true);
  const headings = linesOf(range.startRow, Math.min(firstRow, range.endRow));
  return linesOf(range.startColumn, Math.min(range.endColumn, sheet.columnCount))
    .filter((column) => hiddenColumns[column] !== true)
    .map((column) => ({ sheet, column, headings, rows }));
}

function linesOf(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}

/** How many rows there are up to the last one that has something. */
function filledRows(source: Source | undefined): number {
  if (source === undefined) return 0;
  const { column, rows, sheet } = source;
  return 1 + rows.findLastIndex((row) => (sheet.grid.get('values', row, column) ?? '') !== '');
}

/** The colour that came over the API with a series. */
function colourOf({ options }: Chart, at: number): { readonly colour?: string } {
  const spec = (options[SPEC_OPTION] ?? {}) as Message<'ChartSpec'>;
  const { color, colorStyle } = spec.basicChart?.series?.[at] ?? {};
  const rgb = colorStyle?.rgbColor ?? color;
  if (rgb === undefined) return {};
  const shares = [rgb.red, rgb.green, rgb.blue].map((share = 0) => Math.round(share * 255));
  return { colour: `rgb(${shares.join(' ')})` };
}
