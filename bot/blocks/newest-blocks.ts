import type { BarChart } from '../../core/text/bar-chart-text.ts';
import { cut, plainName } from './plain-name.ts';
import type { Block } from './rich-text.ts';

/** Slack's limits (data_visualization, data_table). */
const LONGEST_TITLE = 50;
const LONGEST_LABEL = 20;
const MOST_POINTS = 20;
const LONGEST_CELL = 80;

/** A chart as Slack takes it. */
export interface ChartWords extends BarChart {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
}

/** Slack's own bar chart (a `data_visualization` block, for messages alone; at most two in one). */
export function chartBlock({ series, title, xLabel, yLabel }: ChartWords): Block {
  const labels = distinct((series[0]?.data ?? []).slice(0, MOST_POINTS).map(({ label }) => label));
  return newest({
    type: 'data_visualization',
    title: plainName(title, LONGEST_TITLE) || '–',
    chart: {
      type: 'bar',
      series: series.slice(0, 6).map(({ data, name }) => ({
        name: plainName(name, LONGEST_LABEL) || '–',
        data: labels.map((label, place) => ({ label, value: data[place]?.value ?? 0 })),
      })),
      axis_config: { categories: labels, x_label: plainName(xLabel, 50), y_label: plainName(yLabel, 50) },
    },
  });
}

/** Slack's own table that can be sorted (a `data_table` block, for messages alone). The first row is its heading. */
export function dataTableBlock(caption: string, rows: readonly (readonly (string | number)[])[]): Block {
  return newest({
    type: 'data_table',
    caption: plainName(caption, 150) || '–',
    row_header_column_index: 0,
    page_size: Math.max(1, Math.min(100, rows.length - 1)),
    rows: rows
      .slice(0, 101)
      .map((row) =>
        row
          .slice(0, 20)
          .map((cell) =>
            typeof cell === 'number'
              ? { type: 'raw_number', value: cell, text: cell.toLocaleString('en') }
              : { type: 'raw_text', text: plainName(cell, LONGEST_CELL) || '–' },
          ),
      ),
  });
}

/** Lines of text that keep their columns, in classic blocks. */
export function monospacedBlock(heading: string, lines: readonly string[]): Block {
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [{ type: 'text', text: plainName(heading, 150) || '–', style: { bold: true } }],
      },
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: cut(lines.join('\n'), 2500) || '–' }] },
    ],
  };
}

/** Labels of at most 20 characters, no two alike. */
function distinct(labels: readonly string[]): string[] {
  const used = new Set<string>();
  return labels.map((label) => {
    let own = plainName(label, LONGEST_LABEL) || '–';
    for (let count = 2; used.has(own); count += 1) own = `${plainName(label, LONGEST_LABEL - 4)} ${count}`;
    used.add(own);
    return own;
  });
}

/** @slack/types does not know these blocks yet. */
function newest(block: Readonly<Record<string, unknown>>): Block {
  return block as unknown as Block;
}
