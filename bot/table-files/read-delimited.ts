import { CsvError, parse } from 'csv-parse/sync';
import type { Grid } from '../../core/table/cell.ts';
import { splitRows } from './split-rows.ts';
import { TableFileError } from './table-file-error.ts';

/**
 * Splits the text of a CSV or TSV file into rows. The separator (comma, semicolon, tab or bar) is the one that stands equally often in most lines.
 * Quotation marks out of place are read as text where the columns then come out even; throws `open-quote` where they do not.
 */
export function readDelimited(text: string, name: string): { readonly grid: Grid; readonly delimiter: string } {
  const named = /^sep=([,;\t|])\r?\n/.exec(text);
  const body = named === null ? text : text.slice(named[0].length);
  const delimiter = named?.[1] ?? delimiterOf(body);
  const { rows, failedAt } = parsed(body, delimiter);
  if (rows !== undefined && !hasSwallowedRows(rows, delimiter)) return { grid: rows, delimiter };
  const literal = parse(body, { ...OPTIONS, delimiter, quote: null });
  if (isEven(literal)) return { grid: literal.map((row) => row.map(withoutQuotes)), delimiter };
  if (rows !== undefined) return { grid: rows, delimiter };
  throw new TableFileError({ code: 'open-quote', file: name, line: failedAt });
}

const OPTIONS = { bom: true, relax_column_count: true, relax_quotes: true, record_delimiter: ['\r\n', '\n', '\r'] };
const DELIMITERS = [',', ';', '\t', '|'];
const SAMPLE_LINES = 60;

function parsed(text: string, delimiter: string): { rows: string[][] | undefined; failedAt: number } {
  try {
    return { rows: splitRows(text, delimiter) ?? parse(text, { ...OPTIONS, delimiter }), failedAt: 0 };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows: undefined, failedAt: Number(error['lines'] ?? 1) };
  }
}

function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 200_000)
    .replace(/"[^"\n]*"/g, '')
    .split(/\r\n|\n|\r/, SAMPLE_LINES)
    .filter((line) => line.trim() !== '');
  let best = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const linesByCount = new Map<number, number>();
    for (const line of lines) {
      const count = line.split(delimiter).length - 1;
      if (count > 0) linesByCount.set(count, (linesByCount.get(count) ?? 0) + 1);
    }
    for (const [count, equal] of linesByCount) {
      // More columns count a little, so that a decimal comma in each line does not beat the semicolons.
      const score = equal * (1 + Math.min(count, 50) / 25);
      if (score > bestScore) {
        best = delimiter;
        bestScore = score;
      }
    }
  }
  return best;
}

/** Whether a stray quotation mark made a cell of whole lines: each of its lines is as wide as the table. */
function hasSwallowedRows(rows: readonly (readonly string[])[], delimiter: string): boolean {
  const width = usualWidth(rows);
  if (width < 2) return false;
  return rows.some((row) =>
    row.some((cell) => {
      if (cell.length < width || !cell.includes('\n')) return false;
      const inner = cell.split(/\r\n|\n|\r/).slice(1, -1);
      return inner.length > 0 && inner.every((line) => line.split(delimiter).length === width);
    }),
  );
}

function isEven(rows: readonly (readonly string[])[]): boolean {
  const width = usualWidth(rows);
  const filled = rows.filter((row) => row.some((cell) => cell !== ''));
  return filled.filter((row) => row.length === width).length >= filled.length * 0.8;
}

function usualWidth(rows: readonly (readonly string[])[]): number {
  const rowsByWidth = new Map<number, number>();
  for (const row of rows) if (row.length > 1) rowsByWidth.set(row.length, (rowsByWidth.get(row.length) ?? 0) + 1);
  let width = 1;
  let most = 0;
  for (const [candidate, count] of rowsByWidth) {
    if (count <= most) continue;
    width = candidate;
    most = count;
  }
  return width;
}

function withoutQuotes(cell: string): string {
  const text = cell.trim();
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : cell;
}
