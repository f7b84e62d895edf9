import type { CalendarDate } from '../calendar-date.ts';
import type { FactValue } from '../customer.ts';
import type { FieldDefinition } from '../table/field-definition.ts';
import { readTable } from '../table/read-table.ts';
import { isMissing } from '../table/words.ts';
import { criterionFields } from './criterion-fields.ts';
import type { Scheme } from './scheme.ts';
import { isNumeric, rangeOf } from './scheme-inputs.ts';

/** What a person typed for one figure: a value, nothing, or what keeps it from being used. */
export type FigureReading =
  | { readonly kind: 'value'; readonly value: FactValue }
  /** Empty, `-`, N/A, 暂无: nothing is known. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'problem'; readonly problem: FigureProblem };

/** Why a figure cannot be used; the sentences are in `core/text/figure-text.ts`. */
export type FigureProblem =
  /** It cannot be read as what the criterion wants. */
  | { readonly code: 'unreadable' }
  /** It reads as two values: 1.234. */
  | { readonly code: 'ambiguous' }
  /** It is a number that the criterion cannot have: a share of 850 %. */
  | { readonly code: 'out-of-range' }
  /** It is in another currency than the figures of all others (both ISO 4217). */
  | { readonly code: 'other-currency'; readonly currency: string; readonly onFile: string };

/**
 * Reads what a person typed for a criterion (`3.2万`, `85%`, `高`) as a cell of such a column is read.
 *
 * @param on the day of reading and the currency of the figures on file (ISO 4217), null when none is known
 */
export function readFigure(
  text: string,
  criterion: string,
  scheme: Pick<Scheme, 'criteria'>,
  on: { readonly asOf: CalendarDate; readonly currency: string | null },
): FigureReading {
  const known = scheme.criteria.find(({ id }) => id === criterion);
  // A whole column of zeros is one of answers or levels; a person who types one means the number.
  if (known !== undefined && isNumeric(known) && rangeOf(known).least <= 0 && ZERO.test(text.trim())) {
    return { kind: 'value', value: 0 };
  }
  const heading = Object.values(known?.titles ?? {}).find((title) => title !== undefined) ?? criterion;
  return readCell(text, { field: criterion, heading, fields: criterionFields(scheme) }, on);
}

const ZERO = /^[0０](?:[.．][0０]+)?$/u;

/** Reads an amount that stands alone, such as that of a purchase; below zero for a refund. */
export function readAmount(
  text: string,
  on: { readonly asOf: CalendarDate; readonly currency: string | null },
): FigureReading {
  return readCell(text, { field: 'amount', heading: 'Amount', fields: AMOUNT }, on);
}

const AMOUNT: readonly FieldDefinition[] = [{ id: 'amount', type: 'money', headings: ['Amount'] }];

/** Reads the text as the only cell of its column; a name stands beside it so that it is a table of customers. */
function readCell(
  text: string,
  column: { readonly field: string; readonly heading: string; readonly fields: readonly FieldDefinition[] },
  { asOf, currency }: { readonly asOf: CalendarDate; readonly currency: string | null },
): FigureReading {
  const { field, fields, heading } = column;
  const cell = text.trim();
  if (cell === '') return { kind: 'nothing' };
  const grid = [
    ['Customer', heading],
    ['A', cell],
  ];
  const columns = [
    { column: 'A', field: 'name' },
    { column: 'B', field },
  ];
  const reading = readTable(grid, { asOf, fields, columns });
  const [record] = reading.records;
  const value = record?.facts.values[field];
  const doubt = record?.facts.doubts?.[field];
  if (doubt?.code === 'ambiguous') return { kind: 'problem', problem: { code: 'ambiguous' } };
  const isOutside = reading.problems.some(({ code }) => code === 'out-of-range');
  if (isOutside || doubt?.code === 'out-of-range') return { kind: 'problem', problem: { code: 'out-of-range' } };
  if (value === undefined) {
    const isNothing = doubt === undefined && isMissing(cell, 'other');
    return isNothing ? { kind: 'nothing' } : { kind: 'problem', problem: { code: 'unreadable' } };
  }
  const named = reading.columns[1]?.currency ?? null;
  if (named !== null && currency !== null && named !== currency) {
    return { kind: 'problem', problem: { code: 'other-currency', currency: named, onFile: currency } };
  }
  return { kind: 'value', value };
}
