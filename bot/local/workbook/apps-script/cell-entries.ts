import type { HostValue } from './spreadsheet-host.ts';
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
    if (typeof value === 'number') return Number.isFinite(value);
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true;
    return value instanceof Date && !Number.isNaN(value.getTime());
  },
};

/** Rows of entries as they go to the host. */
export function hostValues(rows: readonly (readonly CellEntry[])[]): HostValue[][] {
  return rows.map((line) => (line.some(isMade) ? line.map(hostValue) : (line as HostValue[])));
}

/** Whether an entry goes to the host as something else: texts, numbers and answers are what they are. */
function isMade(value: CellEntry): boolean {
  return typeof value === 'object';
}

function hostValue(value: CellEntry): HostValue {
  if (value === null) return '';
  return typeof value === 'object' ? { dateMs: value.getTime() } : value;
}
