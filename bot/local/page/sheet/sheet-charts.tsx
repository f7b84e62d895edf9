import { memo, useId } from 'react';
import type { Language } from '../../../../core/text/language.ts';
import type { PageSheetText } from '../../../../core/text/page-sheet-text.ts';
import type { ChartBars, PageChart } from '../../sheet-protocol.ts';
import { type DrawnWords, drawChart, SAMPLE } from './chart-drawing.ts';
import { chartPlace } from './chart-place.ts';
import type { GridLayout } from './grid-layout.ts';
import './sheet-charts.css';

export interface SheetChartsProps {
  readonly charts: readonly PageChart[];
  readonly layout: GridLayout;
  readonly text: PageSheetText;
  readonly language: Language;
}

/** The charts of a sheet, over its cells. One may look and point at them: a click does nothing, and leaves the focus where it is. */
export const SheetCharts = memo(function SheetCharts({ charts, language, layout, text }: SheetChartsProps) {
  return charts.map((chart) => {
    const place = chartPlace(chart, layout);
    if (place === null) return null;
    const { bars, height, id, title, width } = chart;
    return (
      <figure
        key={id}
        className="sheet-chart"
        style={{ ...place, width, height }}
        onPointerDown={(event) => event.stopPropagation()}
        onMouseDown={(event) => event.preventDefault()}
        onContextMenu={(event) => event.stopPropagation()}
      >
        {bars === null ? (
          <>
            <figcaption>{title}</figcaption>
            <p>{text.chartElsewhere}</p>
          </>
        ) : (
          <BarChart chart={chart} bars={bars} text={text} language={language} />
        )}
      </figure>
    );
  });
});

interface BarChartProps {
  readonly chart: PageChart;
  readonly bars: ChartBars;
  readonly text: PageSheetText;
  readonly language: Language;
}

function BarChart({ bars, chart, language, text }: BarChartProps) {
  const patterns = useId();
  const { height, width } = chart;
  const drawing = drawChart(chart, bars, axisNumbers(bars, language));
  const isOne = bars.series.length === 1;
  const colourOf = (series: number) => bars.series[series]?.colour ?? COLOURS[series % COLOURS.length] ?? '';
  const looks = ({ series, ...box }: { series: number; x: number; y: number; width: number; height: number }) => (
    <>
      <rect {...box} fill={colourOf(series)} className="chart-bar" />
      {series % PATTERNS.length > 0 && <rect {...box} fill={`url(#${patterns}${series % PATTERNS.length})`} />}
    </>
  );
  const points = bars.series.flatMap(({ name, points: own }) =>
    bars.labels.map((label, at) => ({ series: isOne ? '' : name, label, number: own[at]?.text ?? null })),
  );
  return (
    <svg role="img" aria-label={text.chart(chart.title, points)} width={width} height={height}>
      <defs>
        {PATTERNS.map((path, at) => (
          <pattern key={path} id={`${patterns}${at}`} width="6" height="6" patternUnits="userSpaceOnUse">
            <path d={path} stroke="#fff" strokeWidth="1.5" fill="none" />
          </pattern>
        ))}
      </defs>
      {drawing.lines.map(({ isZero, ...line }) => (
        <line key={`${line.x1} ${line.y1}`} {...line} className={isZero ? 'chart-line is-zero' : 'chart-line'} />
      ))}
      {drawing.bars.map(({ told, ...bar }) => (
        <g key={`${bar.series} ${bar.x} ${bar.y}`}>
          <title>{told}</title>
          {looks(bar)}
        </g>
      ))}
      {drawing.samples.map((sample) => (
        <g key={sample.series}>{looks({ ...sample, width: SAMPLE, height: SAMPLE })}</g>
      ))}
      {drawing.words.map((each) => (
        <Words key={`${each.kind} ${each.x} ${each.y}`} {...each} />
      ))}
    </svg>
  );
}

function Words({ anchor, kind, shown, turn, whole, x, y }: DrawnWords) {
  return (
    <text
      x={x}
      y={y}
      textAnchor={anchor}
      className={`chart-${kind}`}
      transform={turn === 0 ? undefined : `rotate(${turn} ${x} ${y})`}
    >
      {whole !== null && <title>{whole}</title>}
      {shown}
    </text>
  );
}

/** Numbers of the axis as short as they come: shares as shares where the cells show them so. */
function axisNumbers({ series }: ChartBars, language: Language): (value: number, most: number) => string {
  const texts = series.flatMap(({ points }) => points.flatMap((point) => (point === null ? [] : [point.text])));
  const areShares = texts.length > 0 && texts.every((text) => text.endsWith('%'));
  return (value, most) =>
    value.toLocaleString(language, {
      ...(areShares ? { style: 'percent' } : {}),
      ...(most >= 1e5 ? { notation: 'compact' } : {}),
      maximumFractionDigits: 6,
    });
}

/** Of different brightness one after the other. */
const COLOURS = ['#2f6db5', '#e08a1e', '#1d6b4f', '#c05a9a', '#56606e', '#7fb2e5'];

/** What lies over the colours of several series, so that nobody needs colours to tell them apart: nothing over the first one's. */
const PATTERNS = ['M0 0', 'M-1 1l2 -2M0 6l6 -6M5 7l2 -2', 'M0 3h6', 'M3 0v6', 'M-1 5l2 2M0 0l6 6M5 -1l2 2'];
