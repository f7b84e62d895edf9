import { formatDecimal } from './format.ts';
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
 * bar however small it is. Two series are told apart by their signs, which a line above explains, so that a phone need not break
 * the lines; more by their names beside each bar.
 */
export function barChartText(chart: BarChart, { columns = 24, isAscii = false }: BarChartStyle = {}): string[] {
  const { series } = chart;
  const most = Math.max(0, ...series.flatMap(({ data }) => data.map(({ value }) => value)));
  const signs = SIGNS[isAscii ? 'ascii' : 'usual'];
  const isPair = series.length === 2;
  const labels = (series[0]?.data ?? []).map(({ label }) => label);
  const labelWidth = Math.max(0, ...labels.map(textWidth));
  const nameWidth = Math.max(0, ...series.map(({ name }) => textWidth(name)));
  const lines = labels.flatMap((label, place) =>
    series.map(({ data, name }, index) => {
      const value = data[place]?.value ?? 0;
      const sign = isPair ? (signs[index] ?? signs[1]) : signs[1];
      const drawn = bar(most === 0 ? 0 : (value / most) * columns, sign, !isPair && !isAscii);
      const head = padded(index === 0 ? label : '', labelWidth);
      const parts = series.length > 2 ? [head, padded(name, nameWidth)] : [head];
      return `${parts.join('  ')}  ${drawn}${drawn === '' ? '' : ' '}${formatDecimal(value, 0)}`;
    }),
  );
  const legend = series.map(({ name }, index) => `${signs[index] ?? signs[1]} ${name}`).join('   ');
  return isPair && lines.length > 0 ? [legend, ...lines] : lines;
}

/** Of what was, and of what is. */
const SIGNS = { usual: ['░', '█'], ascii: ['-', '#'] } as const;

/** From an eighth of a column to seven. */
const PARTS = ['▏', '▎', '▍', '▌', '▋', '▊', '▉'];

function bar(columns: number, sign: string, hasParts: boolean): string {
  if (columns <= 0) return '';
  if (!hasParts) return sign.repeat(Math.max(1, Math.round(columns)));
  const eighths = Math.max(1, Math.round(columns * 8));
  return sign.repeat(Math.floor(eighths / 8)) + (PARTS[(eighths % 8) - 1] ?? '');
}
