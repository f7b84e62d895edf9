import type { Argument } from './strict-service.ts';

/** What a script may put into a cell. Null empties it (observed). */
export type CellEntry = string | number | boolean | Date | null;

/**
 * A value for a cell: text, a finite number, yes or no, a Date, null. Apps Script takes undefined, objects and NaN too and
 * makes something of them that nobody wants (observed); here they are refused.
 */
export const cellValue: Argument<CellEntry> = {
  name: 'Object',
  fits: (value): value is CellEntry => {
    if (typeof value === 'string') return true;
    if (typeof value === 'number') return Number.isFinite(value);
    if (typeof value === 'boolean' || value === null) return true;
    return value instanceof Date && !Number.isNaN(value.getTime());
  },
};
