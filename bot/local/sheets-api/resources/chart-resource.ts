import type { Chart, ChartOption } from '../../workbook/workbook-parts.ts';
import type { Message } from '../messages/message.ts';
import { rangeResource } from './range-resource.ts';

/** Where the local workbook keeps what the API alone says of a chart. */
export const SPEC_OPTION = 'apiSpec';
export const SIZE_OPTION = 'apiSize';

/**
 * A chart as the API has it. One that came over the API has the spec that it came with; one of a script's a spec of its ranges,
 * of which the first column is the domain (assumed).
 */
export function chartResource(sheetId: number, chart: Chart): Message<'EmbeddedChart'> {
  const { id, options, position } = chart;
  return {
    chartId: id,
    spec: specOf(chart, options[SPEC_OPTION]),
    position: {
      overlayPosition: {
        anchorCell: { sheetId, rowIndex: position.row, columnIndex: position.column },
        ...(position.offsetX === 0 ? {} : { offsetXPixels: position.offsetX }),
        ...(position.offsetY === 0 ? {} : { offsetYPixels: position.offsetY }),
        ...sizeOf(options[SIZE_OPTION]),
      },
    },
  };
}

/** Pixels; Google's own size unless another was asked for (documented). */
function sizeOf(kept: ChartOption | undefined): Message<'OverlayPosition'> {
  const { heightPixels = 371, widthPixels = 600 } = (kept ?? {}) as Message<'OverlayPosition'>;
  return { widthPixels, heightPixels };
}

function specOf(chart: Chart, kept: ChartOption | undefined): Message<'ChartSpec'> {
  const columns = chart.ranges.flatMap((range) =>
    Array.from({ length: range.endColumn - range.startColumn }, (_, at) => {
      const startColumn = range.startColumn + at;
      return { ...range, startColumn, endColumn: startColumn + 1 };
    }),
  );
  const [domain, ...series] = columns.map((range) => ({
    sourceRange: { sources: [rangeResource(range.sheetId, range)] },
  }));
  // The rows may have moved since: the ranges are the workbook's, whatever else was said
  const said = (typeof kept === 'object' && kept !== null ? kept : {}) as Message<'ChartSpec'>;
  const title = chart.title === '' ? {} : { title: chart.title };
  if (chart.type === 'PIE')
    return {
      ...said,
      ...title,
      pieChart: {
        ...said.pieChart,
        ...(domain === undefined ? {} : { domain }),
        ...(series[0] === undefined ? {} : { series: series[0] }),
      },
    };
  return {
    ...said,
    ...title,
    basicChart: {
      ...said.basicChart,
      chartType: chart.type as 'COLUMN',
      ...(domain === undefined ? {} : { domains: [{ domain }] }),
      series: series.map((one, at) => ({ targetAxis: 'LEFT_AXIS', ...said.basicChart?.series?.[at], series: one })),
      headerCount: chart.headers,
    },
  };
}
