import { isJsonObject, type JsonObject, jsonObjects } from '../json-object.ts';
import { richText } from './rich-text-rules.ts';
import { boolean, byType, type Finding, list, number, oneOf, type Rule, shape, string } from './rule.ts';

const MAX_COLUMNS = 20;
const MAX_DATA_TABLE_CHARACTERS = 20_000;

const cell = byType({
  raw_text: shape({ text: string({ min: 1 }) }),
  raw_number: shape({ value: number(), text: string({ min: 1 }) }),
  rich_text: richText,
});

const blockId = { block_id: string({ max: 255 }) };

/** The `table` block: 1–100 rows of 1–20 columns, the same number in every row. */
export const table: Rule = shape(
  { rows: list(list(cell, { max: MAX_COLUMNS }), { max: 100 }) },
  {
    ...blockId,
    column_settings: list(shape({}, { align: oneOf('left', 'center', 'right'), is_wrapped: boolean }), {
      min: 0,
      max: MAX_COLUMNS,
    }),
  },
  sameColumns,
);

/** The `data_table` block: 2–101 rows (the first is the header) of 1–20 columns, at most 20,000 characters, with a caption. */
export const dataTable: Rule = shape(
  { rows: list(list(cell, { max: MAX_COLUMNS }), { min: 2, max: 101 }), caption: string({ min: 1 }) },
  {
    ...blockId,
    page_size: number({ min: 1, max: 100, whole: true }),
    row_header_column_index: number({ min: 0, max: MAX_COLUMNS - 1, whole: true }),
  },
  (value, pointer, found) => {
    sameColumns(value, pointer, found);
    const rows = Array.isArray(value['rows']) ? value['rows'] : [];
    const characters = rows.flatMap((row) => jsonObjects(row)).reduce((sum, each) => sum + cellLength(each), 0);
    if (characters > MAX_DATA_TABLE_CHARACTERS) {
      found.push({
        problem: `no more than ${MAX_DATA_TABLE_CHARACTERS} characters allowed`,
        pointer: `${pointer}/rows`,
      });
    }
  },
);

const label = string({ min: 1, max: 20 });
const series = list(shape({ name: label, data: list(shape({ label, value: number() }), { max: 20 }) }), { max: 6 });
const axes = shape(
  {},
  { categories: list(label, { max: 20 }), x_label: string({ max: 50 }), y_label: string({ max: 50 }) },
);
const seriesChart = shape({ series }, { axis_config: axes }, sameLabels);

/** The `data_visualization` block: a pie of 1–6 segments above zero, or 1–6 series of 1–20 points with the same labels in each. */
export const dataVisualization: Rule = shape(
  {
    title: string({ min: 1, max: 50 }),
    chart: byType({
      pie: shape({ segments: list(shape({ label, value: number({ min: Number.MIN_VALUE }) }), { max: 6 }) }),
      bar: seriesChart,
      line: seriesChart,
      area: seriesChart,
    }),
  },
  blockId,
);

function sameColumns(value: JsonObject, pointer: string, found: Finding[]): void {
  const rows = Array.isArray(value['rows']) ? value['rows'].filter(Array.isArray) : [];
  if (new Set(rows.map((row) => row.length)).size > 1) {
    found.push({ problem: 'all rows must have the same number of columns', pointer: `${pointer}/rows` });
  }
}

function sameLabels(value: JsonObject, pointer: string, found: Finding[]): void {
  const labels = jsonObjects(value['series']).map((each) => jsonObjects(each['data']).map((point) => point['label']));
  const config = isJsonObject(value['axis_config']) ? value['axis_config']['categories'] : undefined;
  if (Array.isArray(config)) labels.push(config);
  if (new Set(labels.map((each) => JSON.stringify(each))).size > 1) {
    found.push({ problem: 'every series must have the same labels', pointer: `${pointer}/series` });
  }
}

function cellLength(each: JsonObject): number {
  if (typeof each['text'] === 'string') return each['text'].length;
  return jsonObjects(each['elements']).reduce((sum, part) => sum + cellLength(part), 0);
}
