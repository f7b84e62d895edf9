import type { CellValue } from '../../workbook/cell.ts';
import type { GridRow } from '../../workbook/cell-grid.ts';
import { displayedValue } from '../../workbook/number-format.ts';
import { type FieldMask, inMask, picked } from '../messages/field-mask.ts';
import type { Message } from '../messages/message.ts';
import { effectiveFormat, formatResource } from './format-resource.ts';

/** A cell as the API has it, as far as the mask means it; an empty object for an empty cell. */
export function cellResource(
  row: Readonly<GridRow> | undefined,
  column: number,
  mask: FieldMask,
  locale: string,
): Message<'CellData'> {
  const cell: Record<string, unknown> = {};
  const value = row?.values?.[column] ?? null;
  const formula = row?.formulas?.[column] ?? null;
  const format = row?.formats?.[column];
  const isSpilled = row?.spilled?.[column] !== undefined && row.spilled[column] === value;
  if (value !== null || formula !== null) {
    if (formula !== null || !isSpilled)
      put(cell, mask, 'userEnteredValue', () => (formula === null ? valueResource(value) : { formulaValue: formula }));
    if (value !== null) put(cell, mask, 'effectiveValue', () => valueResource(value));
    put(cell, mask, 'formattedValue', () => displayedValue(value, format?.numberFormat, locale) || undefined);
  }
  if (format !== undefined) put(cell, mask, 'userEnteredFormat', () => formatResource(format));
  if (value !== null || formula !== null || format !== undefined)
    put(cell, mask, 'effectiveFormat', () => effectiveFormat(formatResource(format ?? {})));
  const note = row?.notes?.[column];
  if (note !== undefined && note !== '') put(cell, mask, 'note', () => note);
  const rule = row?.validations?.[column];
  if (rule !== undefined && rule !== null) put(cell, mask, 'dataValidation', () => validationResource(rule));
  return cell;
}

/** A value as an ExtendedValue. */
function valueResource(value: CellValue): Message<'ExtendedValue'> | undefined {
  if (value === null) return undefined;
  if (typeof value === 'number') return { numberValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value === 'string') return { stringValue: value };
  const { error, message } = value;
  return { errorValue: { type: ERROR_TYPES[error], ...(message === undefined ? {} : { message }) } };
}

const ERROR_TYPES = {
  '#ERROR!': 'ERROR',
  '#NULL!': 'NULL_VALUE',
  '#DIV/0!': 'DIVIDE_BY_ZERO',
  '#VALUE!': 'VALUE',
  '#REF!': 'REF',
  '#NAME?': 'NAME',
  '#NUM!': 'NUM',
  '#N/A': 'N_A',
  '#SPILL!': 'REF',
} as const;

/** Rules that came over the API are kept as it wrote them; a script's are of its own kind, of which nothing is said. */
function validationResource(rule: unknown): unknown {
  return typeof rule === 'object' && rule !== null && 'condition' in rule ? rule : undefined;
}

function put(cell: Record<string, unknown>, mask: FieldMask, field: string, value: () => unknown): void {
  const inner = inMask(mask, field);
  const given = inner === undefined ? undefined : value();
  if (inner !== undefined && given !== undefined) cell[field] = picked(given, inner);
}
