import type { SheetRange } from '../../workbook/grid-range.ts';
import { requireEditableSheet } from '../../workbook/protected-cells.ts';
import type { Sheet } from '../../workbook/sheet.ts';
import type { Workbook } from '../../workbook/workbook.ts';
import type { Chart, ChartOptions } from '../../workbook/workbook-parts.ts';
import { invalid, notHeld } from '../google-error.ts';
import type { Message } from '../messages/message.ts';
import { chartResource, SIZE_OPTION, SPEC_OPTION } from '../resources/chart-resource.ts';
import { blockAt } from './grid-places.ts';
import type { Target } from './target.ts';

/** Puts a chart over the cells of a sheet; in a sheet of its own the local workbook has none. */
export function addChart({ user, workbook }: Target, { chart = {} }: Message<'AddChartRequest'>) {
  const { chartId, position, spec } = chart;
  if (position?.newSheet === true || position?.sheetId !== undefined) throw notHeld('charts in a sheet of their own');
  const { anchorCell, heightPixels, offsetXPixels, offsetYPixels, widthPixels } = position?.overlayPosition ?? {};
  if (anchorCell === undefined) throw invalid('chart.position.overlayPosition.anchorCell must be specified.');
  const sheet = workbook.sheet(anchorCell.sheetId ?? 0);
  requireEditableSheet(workbook, user, sheet);
  const { columnIndex = 0, rowIndex = 0 } = anchorCell;
  if (rowIndex < 0 || rowIndex >= sheet.rowCount || columnIndex < 0 || columnIndex >= sheet.columnCount)
    throw invalid('chart.position.overlayPosition.anchorCell is outside of the sheet.');
  const charts = workbook.sheets.flatMap((one) => one.charts);
  if (chartId !== undefined && (chartId < 1 || charts.some(({ id }) => id === chartId)))
    throw invalid(`An object with id ${chartId} already exists, or the id is not above 0.`);
  const added: Chart = {
    ...readSpec(workbook, spec),
    id: chartId ?? 1 + Math.max(0, ...charts.map(({ id }) => id)),
    position: { row: rowIndex, column: columnIndex, offsetX: offsetXPixels ?? 0, offsetY: offsetYPixels ?? 0 },
    options: {
      [SPEC_OPTION]: spec ?? null,
      [SIZE_OPTION]: { widthPixels: widthPixels ?? 600, heightPixels: heightPixels ?? 371 },
      ...scriptOptions(spec),
    },
  };
  sheet.charts = [...sheet.charts, added];
  workbook.touch();
  return { chart: chartResource(sheet.id, added) };
}

/** Takes a chart away: the only kind of object that the local workbook has. */
export function deleteEmbeddedObject(
  { user, workbook }: Target,
  { objectId = 0 }: Message<'DeleteEmbeddedObjectRequest'>,
): void {
  const sheet = workbook.sheets.find(({ charts }) => charts.some(({ id }) => id === objectId));
  if (sheet === undefined) throw invalid(`No embedded object with id: ${objectId}`);
  requireEditableSheet(workbook, user, sheet);
  sheet.charts = sheet.charts.filter(({ id }) => id !== objectId);
  workbook.touch();
}

/** Documented: a chart has exactly one kind of spec; a basic one domains and series, a pie one of each. */
function readSpec(
  workbook: Workbook,
  spec: Message<'ChartSpec'> = {},
): Pick<Chart, 'type' | 'ranges' | 'title' | 'headers'> {
  const { basicChart, pieChart, title = '' } = spec;
  if ((basicChart === undefined) === (pieChart === undefined)) throw invalid('chart.spec must have exactly one chart.');
  if (pieChart !== undefined) {
    const ranges = [
      ...sourcesOf(workbook, pieChart.domain, 'chart.spec.pieChart.domain'),
      ...sourcesOf(workbook, pieChart.series, 'chart.spec.pieChart.series'),
    ];
    return { type: 'PIE', ranges, title, headers: 0 };
  }
  const { chartType, domains = [], headerCount = 0, series = [] } = basicChart ?? {};
  if (chartType === undefined) throw invalid('chart.spec.basicChart.chartType must be specified.');
  if (series.length === 0) throw invalid('chart.spec.basicChart.series must be specified.');
  if (domains.length > 1) throw notHeld('charts with several domains');
  const ranges = [
    ...domains.flatMap(({ domain }, at) => sourcesOf(workbook, domain, `chart.spec.basicChart.domains[${at}].domain`)),
    ...series.flatMap((one, at) => sourcesOf(workbook, one.series, `chart.spec.basicChart.series[${at}].series`)),
  ];
  for (const { targetAxis } of series) requireAxis(chartType, targetAxis);
  const [first] = ranges;
  // documented: domains and series go over as many rows or columns
  if (first !== undefined && ranges.some((range) => rowsOf(range) !== rowsOf(first)))
    throw invalid('All domains and series of a chart must have the same length.');
  return { type: chartType, ranges, title, headers: headerCount };
}

/** Documented: the values of bars lie along the lower edge, those of everything else along a side. */
function requireAxis(chartType: string, axis: Message<'BasicChartSeries'>['targetAxis']): void {
  if (axis === undefined) return;
  if ((chartType === 'BAR') !== (axis === 'BOTTOM_AXIS'))
    throw invalid(`chart.spec.basicChart.series: the axis ${axis} is not that of the values of a ${chartType} chart.`);
}

/** The local workbook draws columns of cells, one block a domain or series. */
function sourcesOf(workbook: Workbook, data: Message<'ChartData'> | undefined, name: string): SheetRange[] {
  const sources = data?.sourceRange?.sources ?? [];
  if (sources.length !== 1)
    throw sources.length === 0 ? invalid(`${name} must have a source.`) : notHeld('charts of split ranges');
  return sources.map((source) => {
    const range = blockAt(workbook, source, `${name}.sourceRange.sources[0]`);
    // documented: a source has the width or the height of one
    if (range.endColumn - range.startColumn !== 1) {
      if (rowsOf(range) === 1) throw notHeld('charts of rows');
      throw invalid(`${name}.sourceRange.sources[0] must be one row or one column.`);
    }
    return range;
  });
}

/** What a script would have set, for whoever draws the chart. */
function scriptOptions({ basicChart, pieChart }: Message<'ChartSpec'> = {}): ChartOptions {
  const legend = basicChart?.legendPosition ?? pieChart?.legendPosition;
  const isStacked = basicChart?.stackedType !== undefined && basicChart.stackedType !== 'NOT_STACKED';
  return {
    ...(legend === undefined ? {} : { legend: { position: LEGENDS[legend] } }),
    ...(isStacked ? { isStacked: basicChart.stackedType === 'PERCENT_STACKED' ? 'percent' : true } : {}),
  };
}

const LEGENDS = {
  BOTTOM_LEGEND: 'bottom',
  LEFT_LEGEND: 'left',
  RIGHT_LEGEND: 'right',
  TOP_LEGEND: 'top',
  NO_LEGEND: 'none',
  INSIDE_LEGEND: 'in',
  LABELED_LEGEND: 'labeled',
} as const;

function rowsOf({ endRow, startRow }: Pick<Sheet['all'], 'startRow' | 'endRow'>): number {
  return endRow - startRow;
}
