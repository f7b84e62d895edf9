import type { CellFormat, CellValue } from '../../workbook/cell.ts';
import { isCellError } from '../../workbook/cell.ts';
import { displayedValue, isDateFormat } from '../../workbook/number-format.ts';
import type { Workbook } from '../../workbook/workbook.ts';
import type { Message } from '../messages/message.ts';
import { type NamedBlock, rangeName } from '../read-range.ts';

/** How values are to be written; what is left out has Google's default. */
export interface RenderOptions {
  /** Default `FORMATTED_VALUE`. */
  readonly valueRenderOption?: 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE' | 'FORMULA';
  /** Of no matter with `FORMATTED_VALUE`; default `SERIAL_NUMBER`: days since 1899-12-30 on the spreadsheet's wall clock. */
  readonly dateTimeRenderOption?: 'SERIAL_NUMBER' | 'FORMATTED_STRING';
  /** Default `ROWS`. */
  readonly majorDimension?: 'ROWS' | 'COLUMNS';
}

type Rendered = string | number | boolean;

/**
 * The values of a block. Empty cells are '', and at the end of each row or column, and empty rows at the end, left out
 * (documented); errors are their text (observed); a formula that comes to nothing counts as empty (assumed).
 */
export function renderValues(workbook: Workbook, block: NamedBlock, options: RenderOptions): Message<'ValueRange'> {
  const { range, sheet } = block;
  const { majorDimension = 'ROWS' } = options;
  const render = rendererOf(workbook, options);
  const isPlain =
    options.valueRenderOption === 'UNFORMATTED_VALUE' && options.dateTimeRenderOption !== 'FORMATTED_STRING';
  const rows: Rendered[][] = [];
  const endRow = Math.min(range.endRow, sheet.grid.usedRows);
  for (let at = range.startRow; at < endRow; at++) {
    const { formats, formulas, values } = sheet.grid.row(at) ?? {};
    const line: Rendered[] = [];
    const end = Math.min(range.endColumn, Math.max(values?.length ?? 0, formulas?.length ?? 0));
    let length = 0;
    for (let column = range.startColumn; column < end; column++) {
      const value = values?.[column];
      const shown =
        isPlain && (typeof value === 'string' || typeof value === 'number')
          ? value
          : render(value ?? null, formulas?.[column] ?? null, formats?.[column]);
      line.push(shown);
      if (shown !== '') length = line.length;
    }
    line.length = length;
    rows.push(line);
  }
  while (rows.at(-1)?.length === 0) rows.pop();
  const values = majorDimension === 'ROWS' ? rows : transposed(rows);
  return { range: rangeName(sheet, range), majorDimension, ...(values.length === 0 ? {} : { values }) };
}

function rendererOf(
  { locale }: Workbook,
  { dateTimeRenderOption, valueRenderOption = 'FORMATTED_VALUE' }: RenderOptions,
): (value: CellValue, formula: string | null, format: CellFormat | undefined) => Rendered {
  if (valueRenderOption === 'FORMATTED_VALUE')
    return (value, _formula, format) => displayedValue(value, format?.numberFormat, locale);
  // a column has few days and each of them thousands of times
  const days = new Map<string, Map<number, string>>();
  const dayText = (value: number, numberFormat: string): string => {
    const known = days.get(numberFormat) ?? new Map<number, string>();
    days.set(numberFormat, known);
    const text = known.get(value) ?? displayedValue(value, numberFormat, locale);
    known.set(value, text);
    return text;
  };
  const unformatted = (value: CellValue, format: CellFormat | undefined): Rendered => {
    if (value === null) return '';
    if (isCellError(value)) return value.error;
    if (typeof value !== 'number' || dateTimeRenderOption !== 'FORMATTED_STRING') return value;
    const numberFormat = format?.numberFormat;
    return numberFormat !== undefined && isDateFormat(numberFormat) ? dayText(value, numberFormat) : value;
  };
  return valueRenderOption === 'FORMULA'
    ? (value, formula, format) => formula ?? unformatted(value, format)
    : (value, _formula, format) => unformatted(value, format);
}

function transposed(rows: readonly (readonly Rendered[])[]): Rendered[][] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => {
    const line = rows.map((row) => row[column] ?? '');
    while (line.at(-1) === '') line.pop();
    return line;
  });
}
