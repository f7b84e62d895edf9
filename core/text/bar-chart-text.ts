import { padded, textWidth } from './text-width.ts';

/** Numbers of 0 or more as bars: of each series one for each label, the same labels in every series. */
export interface BarChart {
  readonly series: readonly { readonly name: string; readonly data: readonly BarPoint[] }[];
}

interface BarPoint {
  readonly label: string;
  readonly value: number;
}

/** How a chart is drawn in letters. */
export interface BarChartStyle {
  /** Columns of the longest bar; default 24. */
  readonly columns?: number;
  /** Only signs that every terminal has; default false. */
  readonly isAscii?: boolean;
}

/**
 * A chart in lines of text, the number behind each bar. Equal lengths are equal numbers throughout, and a number above zero has a
 * bar however small it is.
 */
export function barChartText({ series }: BarChart, { columns = 24, isAscii = false }: BarChartStyle = {}): string[] {
  const most = Math.max(0, ...series.flatMap(({ data }) => data.map(({ value }) => value)));
  const labels = (series[0]?.data ?? []).map(({ label }) => label);
  const labelWidth = Math.max(0, ...labels.map(textWidth));
  const isAlone = series.length < 2;
  const nameWidth = Math.max(0, ...series.map(({ name }) => textWidth(name)));
  return labels.flatMap((label, place) =>
    series.map(({ data, name }, index) => {
      const value = data[place]?.value ?? 0;
      const drawn = bar(most === 0 ? 0 : (value / most) * columns, isAscii);
      const head = padded(index === 0 ? label : '', labelWidth);
      const parts = isAlone ? [head] : [head, padded(name, nameWidth)];
      return `${parts.join('  ')}  ${drawn}${drawn === '' ? '' : ' '}${value.toLocaleString('en')}`;
    }),
  );
}

/** From an eighth of a column to seven. */
const PARTS = ['▏', '▎', '▍', '▌', '▋', '▊', '▉'];

function bar(columns: number, isAscii: boolean): string {
  if (columns <= 0) return '';
  if (isAscii) return '#'.repeat(Math.max(1, Math.round(columns)));
  const eighths = Math.max(1, Math.round(columns * 8));
  return '█'.repeat(Math.floor(eighths / 8)) + (PARTS[(eighths % 8) - 1] ?? '');
}
