import type ExcelJS from 'exceljs';
import { calendarDate } from '../../core/calendar-date.ts';
import type { Cell } from '../../core/table/cell.ts';

/** A cell whose number format names a currency, by 0-based place. */
export interface CurrencyCell {
  readonly row: number;
  readonly column: number;
  readonly currency: string;
}

/**
 * A workbook's cell as the reader takes it: a day for a date, the result of a formula, the text of rich text and links, an error as its text. In a merged
 * range texts and days also stand in the rows below the first; numbers do not, since they would count twice.
 */
export function cellOf(cell: ExcelJS.Cell): Cell {
  const value = valueOf(cell.value);
  if (cell.master === undefined || cell.master === null || cell.master.address === cell.address) return value;
  return typeof value === 'number' || Number(cell.master.col) !== Number(cell.col) ? null : value;
}

/** The currency that a number format shows (`[$€-407]`, `"¥"#,##0`); undefined when it shows none. */
export function formatCurrency(format: string | undefined): string | undefined {
  if (format === undefined || format === '' || format === 'General') return undefined;
  const known = currencyByFormat.get(format);
  if (known !== undefined) return known === '' ? undefined : known;
  const named = /\[\$([^\]-]+)(?:-[0-9A-Fa-f]+)?\]|"([^"0-9]{1,5})"|([€£¥￥₩₹]|(?<![[\\])\$)/u.exec(format);
  const sign = (named?.[1] ?? named?.[2] ?? named?.[3] ?? '').trim();
  const currency = /[€£¥￥₩₹$元]|^[A-Z]{3}$/u.test(sign) ? sign : '';
  if (currencyByFormat.size < 200) currencyByFormat.set(format, currency);
  return currency === '' ? undefined : currency;
}

/**
 * Writes the currency into the numbers of columns in which formats name more than one: the amounts cannot be compared, and
 * only the format says so. Elsewhere numbers stay numbers.
 */
export function withCurrencies(rows: Cell[][], cells: readonly CurrencyCell[]): void {
  const byColumn = new Map<number, Set<string>>();
  for (const { column, currency } of cells) {
    const currencies = byColumn.get(column) ?? new Set<string>();
    byColumn.set(column, currencies.add(currency));
  }
  for (const { row, column, currency } of cells) {
    const value = rows[row]?.[column];
    if ((byColumn.get(column)?.size ?? 0) < 2 || typeof value !== 'number' || rows[row] === undefined) continue;
    // Four decimals, so that 1.234 is not taken for a thousand.
    rows[row][column] = `${currency} ${value.toFixed(4)}`;
  }
}

const currencyByFormat = new Map<string, string>();

function valueOf(value: ExcelJS.CellValue): Cell {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value !== 'object') return value;
  if (value instanceof Date) return dayOf(value);
  if ('richText' in value) return value.richText.map((run) => run.text).join('');
  if ('error' in value) return value.error;
  if ('hyperlink' in value) {
    const text: unknown = value.text;
    return typeof text === 'string' ? text : richTextOf(text);
  }
  if ('formula' in value || 'sharedFormula' in value) {
    const { result } = value;
    // A formula that was never calculated has a value that nobody knows; its text cannot be read and is reported.
    return result === undefined ? `=${'formula' in value ? value.formula : value.sharedFormula}` : valueOf(result);
  }
  return null;
}

function richTextOf(text: unknown): string {
  if (typeof text !== 'object' || text === null || !('richText' in text) || !Array.isArray(text.richText)) return '';
  return text.richText
    .map((run: unknown) => (typeof run === 'object' && run !== null && 'text' in run ? String(run.text) : ''))
    .join('');
}

/** Workbooks have no time zone: exceljs gives their days in UTC. */
function dayOf(value: Date): Cell {
  const date = calendarDate(value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate());
  return date === undefined ? null : { date };
}
