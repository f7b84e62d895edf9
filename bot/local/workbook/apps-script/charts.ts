import { bounded, type ChartState, type GuestParts, objectOf, stateIn } from './guest-parts.ts';
import { CHART_HIDDEN_DIMENSIONS, CHART_MERGE_STRATEGIES, CHART_TYPES } from './sheets-enums.ts';
import {
  anything,
  type Entered,
  exception,
  type Signature,
  type StrictClass,
  strictClass,
  takes,
  text,
  whole,
} from './strict-service.ts';

type Builder = { chart: ChartState };

/** The service Charts: only its lists of words. */
export function createCharts(entered: Entered): object {
  const constants = {
    ChartType: CHART_TYPES.values,
    ChartMergeStrategy: CHART_MERGE_STRATEGIES.values,
    ChartHiddenDimensionStrategy: CHART_HIDDEN_DIMENSIONS.values,
  };
  return strictClass<null>('Charts', entered, {}, constants).of(null);
}

/** A chart that is to stand on a sheet, before anything is said of it. */
export function newChart(sheetId: number): ChartState {
  return {
    sheetId,
    id: 0,
    type: 'COLUMN',
    boxes: [],
    headers: 0,
    row: 1,
    column: 1,
    offsetX: 0,
    offsetY: 0,
    options: '{}',
  };
}

/** The class EmbeddedChart. */
export function chartClass(parts: GuestParts): StrictClass<ChartState> {
  const container = strictClass<ChartState>('SpreadsheetApp.ContainerInfo', parts.entered, {
    getAnchorRow: [takes([], ({ state }) => state.row)],
    getAnchorColumn: [takes([], ({ state }) => state.column)],
    getOffsetX: [takes([], ({ state }) => state.offsetX)],
    getOffsetY: [takes([], ({ state }) => state.offsetY)],
  });
  const options = strictClass<ChartState>('Charts.ChartOptions', parts.entered, {
    get: [takes([text], ({ state }, name) => optionsOf(state)[name] ?? null)],
  });
  return strictClass<ChartState>('SpreadsheetApp.EmbeddedChart', parts.entered, {
    getChartId: [takes([], ({ state }) => (state.id === 0 ? null : state.id))],
    getRanges: [takes([], ({ state }) => rangesOf(parts, state))],
    getNumHeaders: [takes([], ({ state }) => state.headers)],
    getContainerInfo: [takes([], ({ state }) => container.of(state))],
    getOptions: [takes([], ({ state }) => options.of(state))],
    modify: [takes([], ({ state }) => parts.chartBuilder.of({ chart: state }))],
  });
}

/**
 * The class EmbeddedChartBuilder: nothing changes on the sheet before insertChart or updateChart (documented). Settings are
 * kept, not understood: only whoever draws the chart knows them. Unlike Google's, one builder serves every kind of chart.
 */
export function chartBuilderClass(parts: GuestParts): StrictClass<Builder> {
  const change = (me: { readonly state: Builder; readonly self: object }, changed: Partial<ChartState>) => {
    me.state.chart = { ...me.state.chart, ...changed };
    return me.self;
  };
  const as = (type: string): readonly Signature<Builder>[] => [takes([], (me) => change(me, { type }))];
  const aRange = objectOf(parts, 'range');
  return strictClass<Builder>('SpreadsheetApp.EmbeddedChartBuilder', parts.entered, {
    addRange: [
      takes([aRange], (me, range) => {
        const { whole: _, ...box } = stateIn(parts.range, range);
        return change(me, { boxes: [...me.state.chart.boxes, box] });
      }),
    ],
    clearRanges: [takes([], (me) => change(me, { boxes: [] }))],
    getRanges: [takes([], ({ state }) => rangesOf(parts, state.chart))],
    getChartType: [takes([], ({ state }) => CHART_TYPES.of(state.chart.type as 'COLUMN'))],
    setChartType: [takes([CHART_TYPES.argument], (me, type) => change(me, { type: type.name() }))],
    asColumnChart: as('COLUMN'),
    asBarChart: as('BAR'),
    asLineChart: as('LINE'),
    asPieChart: as('PIE'),
    asAreaChart: as('AREA'),
    setNumHeaders: [takes([whole], (me, headers) => change(me, { headers }))],
    setPosition: [
      takes([whole, whole, whole, whole], (me, row, column, offsetX, offsetY) => {
        if (row < 1 || column < 1) throw exception('A chart stands at a row and a column from 1 on.');
        return change(me, { row, column, offsetX, offsetY });
      }),
    ],
    setOption: [
      takes([text, anything], (me, name, value) => {
        const json = JSON.stringify({ ...optionsOf(me.state.chart), [name]: value });
        return change(me, { options: json });
      }),
    ],
    // Of the builder that asColumnChart and its like give.
    setTitle: [
      takes([text], (me, title) => change(me, { options: JSON.stringify({ ...optionsOf(me.state.chart), title }) })),
    ],
    setMergeStrategy: [
      takes([CHART_MERGE_STRATEGIES.argument], (me, strategy) =>
        change(me, { options: JSON.stringify({ ...optionsOf(me.state.chart), mergeStrategy: strategy.name() }) }),
      ),
    ],
    setHiddenDimensionStrategy: [
      takes([CHART_HIDDEN_DIMENSIONS.argument], (me, strategy) =>
        change(me, {
          options: JSON.stringify({ ...optionsOf(me.state.chart), hiddenDimensionStrategy: strategy.name() }),
        }),
      ),
    ],
    build: [takes([], ({ state }) => parts.chart.of(state.chart))],
  });
}

function rangesOf(parts: GuestParts, chart: ChartState): object[] {
  return chart.boxes.map((box) => parts.range.of(bounded(box)));
}

function optionsOf(chart: ChartState): Record<string, unknown> {
  return JSON.parse(chart.options) as Record<string, unknown>;
}
